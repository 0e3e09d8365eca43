"""Lists of seats: labels with who sits there, in aligned columns, in prose after a label, in table rows.

组　长：刘润长　区人民政府区长                                   a label, a name, its title
        张晓菡　区人民政府副区长                                 the label holds on
组长：区委书记赵利洪；副组长：区委常委、宣传部部长叶霞，…           several labels in one paragraph
组长⇥李强⇥县长                                                 a table row
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from unicodedata import east_asian_width

from extract.clean import Text, join, parts_between
from extract.document import Block, Document
from extract.facts import Doubt, Fact, Kind, Party
from extract.formats.groups.entries import entries_of, in_charge
from extract.formats.groups.row_cells import holds_several, people_of
from extract.formats.groups.seats import OFFICE_SEAT, SEAT, Seat, Sitting, seat_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import kind_of_body
from extract.names.marks import DIGITS, HAN, LEVELS
from extract.names.offices.office import Office, moved
from extract.names.offices.titles import offices, post_at_end
from extract.names.own_posts import with_own_posts
from extract.names.persons.aligned import UNNAMED
from extract.names.persons.members import Members, concurrent, members
from extract.names.persons.titled import Titled, holds, name_run_into_title, title_offices
from extract.names.units import unit_list
from extract.tables.cells import persons
from extract.tables.tables import is_header
from extract.text.paragraphs import is_enumerated

LABEL = re.compile(
    rf"""
    (?:^[-—·•●*]*)?(?:[(]?[{DIGITS}十\d]{{1,2}}[)、.])?  # -(一)
    (?:(?:增补|新增|增加)?(?:下列|以下)(?:同志|人员)(?:为|任|担任))?  # 增补下列同志为
    (?:(?:领导)?小组|专班|指挥部|工作专班|委员会)?(?P<seat>办公室{OFFICE_SEAT}|{SEAT})  # 领导小组办公室第一副主任
    (?:\((?:[^()]*(?:\d|[{DIGITS}十])[人名]|按[^()]*|排名[^()]*)\))?:  # (某2人):
    """,
    re.VERBOSE,
)
BARE_LABEL = re.compile(rf"^[-—·•●*]*(?P<seat>办公室{OFFICE_SEAT}|{SEAT})(?:\([^()]*\))?$")
# 二、成员 · 成员单位及成员: · 其他成员名单: a heading over those who sit there, in a list that has begun
SEAT_HEADING = re.compile(
    rf"""
    ^(?:[(]?[{DIGITS}十\d]{{1,2}}[)、.]+)?(?:其他|其它|领导小组|指挥部|专班|小组|工作组)?  # 二、其他
    (?:(?:{SEAT})[及和、与])?(?P<seat>(?!成员单位|组成单位){SEAT})                          # 成员单位及成员
    (?:名单|人员|如下)?(?:\([^()]{{1,14}}\))?(?P<colon>:?)$                                # 名单:
    """,
    re.VERBOSE,
)
STARTS_SPACED = re.compile(rf"^[-—·•●*]*(?P<seat>办公室{OFFICE_SEAT}|{SEAT})(?=[{HAN}])")
SEAT_WORD = re.compile(rf"办公室|{SEAT}")  # which every label holds
MAY_OPEN = sign_of(SEAT_WORD)
FURTHEST_SEAT = 64  # characters in which it stands
ORDERED = re.compile(r"\(?(?:按|以|排名)[^()]{2,16}\)?:?")  # 成员:(按姓氏笔画为序)
HAN_CHARACTER = re.compile(f"[{HAN}]")  # a seat of a form that was not filled in names nobody
OF_TASKS = {"牵头单位", "牵头部门", "召集单位", "牵头领导"}
OF_WHOLE = {"成员单位", "组成单位", "参加单位", "委员单位"}  # bodies belong to the group, not to its office
CHIEF = "链长"  # answers for the chain that a heading names, where no group is at hand
OF_POST = {"所长", "副所长"}  # seats of a 防汛指挥所 alone
LONGEST_SECOND, SHORTEST_SECOND = 40, 5  # characters of a further post on a line of its own
TAB = 8  # columns
LONGEST_OPEN = 400  # characters of a line that goes on with a list
ROW_LIMIT = 6  # filled cells of a row that still reads as seat, name, title, remark
SUBHEADING = re.compile(rf"(?:[(]?[{DIGITS}十\d]{{1,2}}[)、.]+)?[{HAN}、]{{2,12}}(?:\([^()]{{2,14}}\))?(?P<colon>:?)$")
SENTENCE = re.compile(r"[。;]$|负责(?!人|同志)|办公室设|下设|组成人员如有|不再|有关事项|特此")


def is_subheading(chars: str) -> bool:
    """Whether a line divides a list without ending it: (一)部门委员, 2.县直单位, 乡镇: below 成员:."""
    match = SUBHEADING.match(chars)
    return match is not None and (match["colon"] == ":" or chars[0] in "(一二三四五六七八九十0123456789")


@dataclass(slots=True)
class ListReader:
    """A list at hand: its group, its seat so far, whether it is that of the group's office."""

    document: Document
    group: Party | None
    date: str | None
    office: bool = False
    headed: bool = False  # the group's heading stands right above, so 牵头单位: is a seat and no responsibility
    seat: Seat | None = None
    waiting: Text | None = None
    entries: bool = False  # whether the seat at hand has had a line with a name
    alone: bool = False  # the label stood on a line of its own: 成员单位: above one body a line
    own: Office | None = None  # whose a title without a body is
    in_table: bool = False  # the rows at hand belong to a list that a row with a seat has opened
    more: list[Text] = field(default_factory=list)  # lines below the entry that waits, each a further post
    _known: dict[tuple[int, int], Members] = field(default_factory=dict)

    def opens(self, text: Text) -> bool:
        """Whether a paragraph or line begins with a seat's label."""
        if not text.signs & MAY_OPEN or not SEAT_WORD.search(text.text, 0, FURTHEST_SEAT):
            return False
        match = LABEL.match(text.text) or BARE_LABEL.match(text.text) or self._spaced(text) or self._headed(text)
        return match is not None and self._is_seat(match["seat"])

    def _headed(self, text: Text) -> re.Match[str] | None:
        """二、成员, 成员单位及成员: over those who sit there, once seats have been named."""
        begun = self.seat is not None or self.entries or self.headed
        return SEAT_HEADING.match(text.text) if begun else None

    def _members(self, text: Text) -> Members:
        """Who stands in a line; kept for the lines at hand, which are looked at more than once."""
        key = (text.offsets[0] if text.offsets else -1, len(text))
        if key not in self._known:
            if len(self._known) > 8:
                self._known.clear()
            self._known[key] = members(text, 0, len(text), listed=True)
        return self._known[key]

    def _is_seat(self, word: str) -> bool:
        if word in OF_POST:
            return self.group is not None and self.group.name.endswith("指挥所")
        return self.headed or word not in OF_TASKS

    def _spaced(self, text: Text) -> re.Match[str] | None:
        """组长　李强　县长: a label without a colon, layout space after it."""
        match = STARTS_SPACED.match(text.text)
        if not match or len(text) > 60:
            return None
        position = match.end()
        if (
            position < len(text)
            and text.offsets[position] != text.offsets[position - 1] + 1
            and members(text, position, len(text)).persons
        ):
            return match
        return None

    def goes_on(self, text: Text) -> bool:
        """Whether a line without a label is a further entry of the list at hand."""
        if self.seat is not None and self.alone and self.seat.for_units and _lists_bodies(text):
            return True
        if self.seat is None or SENTENCE.search(text.text.rstrip("。;") if self._is_open() else text.text):
            return False
        if len(text) > (LONGEST_OPEN if self._is_open() else 80):
            return False
        if self._is_second_post(text):
            return True
        found = self._members(text)
        if self._holders_go_on(text, found):
            return True
        if self.alone and len(text) <= 30 and found.units and not (found.rest or found.titles or found.persons):
            return True
        if self.entries and found.units and not (found.rest or found.persons):
            # 县自然资源局主要负责人, 古州镇、车江街道主要负责人 among lines of names
            one = len(text) <= 30 and len(found.units) == 1
            return bool(UNNAMED.search(text.text)) or (one and bool(offices(text.text, 0, len(text))))
        return bool(found.persons) or (self._is_tail(text) and self.waiting is not None)

    def _is_open(self) -> bool:
        """Whether the entry that waits ends in a 、, so that the list goes on in the next line and may close there."""
        return self.waiting is not None and self.waiting.text.endswith(("、", ","))

    def _is_tail(self, text: Text) -> bool:
        """副主任 at the end of a title that the layout broke: 区城乡统筹发展中心副 / 主任."""
        if self.waiting is None or len(text) > 24 or is_enumerated(text.text):
            return False
        before = self._members(self.waiting).persons
        cut = not post_at_end(self.waiting.text, 0, len(self.waiting))
        after = members(join([self.waiting, text]), 0, len(self.waiting) + len(text)).persons
        if self.waiting.text[-1] in "、," and len(before) == len(after) == 1:
            return len(after[0].offices) > len(before[0].offices)
        if cut and len(before) == len(after) == 1 and _ends_in_post(text):
            whole = after[0].offices  # 县委常委、政法 / 委书记 · 县政府办公室综合 / 科科长
            return bool(whole) and whole[-1].post_end >= len(self.waiting) and before[0].name_end == after[0].name_end
        return bool(after) and bool(after[-1].offices) and (not before or not before[-1].offices)

    def _is_second_post(self, text: Text) -> bool:
        """县规划局局长 on a line of its own below 石　磊　县住建局副局长: where names stand apart, a title alone is of the person above."""
        waiting = self.waiting
        if waiting is None or len(text) > LONGEST_SECOND or not _is_whole_title(text):
            return False
        persons = self._members(waiting).persons
        if len(persons) != 1 or not persons[0].offices or not _stands_apart(waiting, persons[0]):
            return False
        if 0 < self._column(text, 0) <= self._column(waiting, persons[0].name_start) + 1:
            return False  # where the names stand, and not where the titles do
        named = name_run_into_title(text.text, 0, len(text))
        if named is None:
            return True
        county = text.text[: named.name_end + 1]  # 临江|县人民政府: a place that the document names, and no person
        return county[-1] in LEVELS and self.document.text.count(county) > 1

    def _column(self, text: Text, at: int) -> int:
        """The column of a character on its line as printed; a Chinese character takes two."""
        offset = text.offsets[at]
        before = self.document.text[self.document.text.rfind("\n", 0, offset) + 1 : offset]
        return sum(2 if east_asian_width(char) in "WF" else 1 for char in before.expandtabs(TAB))

    def _holders_go_on(self, text: Text, found: Members) -> bool:
        """Whether a line names holders by their titles alone, below others: 区水利局局长、区气象局局长."""
        if self.waiting is None or not found.units or found.rest or found.titles or found.persons:
            return False
        before = self._members(self.waiting)
        if not (self.entries or before.units or before.persons):
            return False
        parts = list(parts_between(text.text, 0, len(text.text.rstrip("。;")), "、,"))
        return all(offices(text.text, *part) or UNNAMED.search(text.text[slice(*part)]) for part in parts)

    def line(self, text: Text) -> Iterator[Fact | Doubt]:
        """The facts of a line; an entry waits until the next line shows that its title is complete."""
        if self._is_second_post(text):
            self.more.append(text)
            return
        entry = self.seat is not None and bool(self._members(text).persons)
        self.entries = self.entries or entry
        if self.waiting is not None and not entry and not self.opens(text) and self._is_tail(text):
            self.waiting = join([self.waiting, text])
            return
        yield from self.flush()
        labels = list(_labels(text))
        spaced = None if labels else self._spaced(text) or BARE_LABEL.match(text.text) or self._headed(text)
        if spaced:
            labels = [spaced]
        if not labels:
            self.waiting = text
            return
        for index, label in enumerate(labels):
            end = labels[index + 1].start() if index + 1 < len(labels) else len(text)
            self.office = self.office and label["seat"] not in OF_WHOLE  # 成员单位 below the office's deputies
            self.seat = seat_of(label["seat"], text.span(*label.span("seat")), self.office)
            content = text.part(label.end(), end)
            self.alone = not len(content)
            if len(content) and index + 1 == len(labels):
                self.waiting = content
            elif len(content):
                yield from self.sit(content)

    def flush(self) -> Iterator[Fact | Doubt]:
        """The facts of the entry that waits."""
        if self.waiting is not None:
            text, self.waiting = self.waiting, None
            more, self.more = self.more, []
            yield from self.sit(text)
            yield from self._second_posts(text, more)

    def _second_posts(self, text: Text, more: list[Text]) -> Iterator[Fact]:
        """The posts on the lines below the one that seats a person."""
        for line in more:
            person = self._members(text).persons[0]
            held = tuple(moved(office, len(text)) for office in title_offices(line.text, 0, len(line)))
            yield from holds(
                self.document, join([text, line]), replace(person, offices=held), self.date, "groups.titles"
            )

    def sit(self, text: Text) -> Iterator[Fact | Doubt]:
        """The facts of those whom `text` puts into the seat at hand."""
        if self.seat is None:
            return
        for part in entries_of(text):
            yield from seated(self.document, self.group, self.date, self.seat, part, self._members(part), own=self.own)
            yield from in_charge(self.document, part, self.date)

    def row(self, block: Block) -> Iterator[Fact | Doubt]:
        """The facts of a table row: a seat's cell, or the seat of the row above; a name's cell; a title's cell."""
        cells = [cell for cell in block.cells if cell.text]
        if self.group is None or (is_header(block) and not list(people_of(cells))):
            return
        for cell in cells:
            match = BARE_LABEL.match(cell.text.rstrip(":"))
            if match and self._is_seat(match["seat"]):
                yield from self.flush()
                self.seat = seat_of(match["seat"], cell.span(*match.span("seat")), self.office)
                self.in_table = True
                cells = [c for c in cells if c is not cell]
                break
        if not self.in_table or self.seat is None:
            return
        if len(cells) > ROW_LIMIT:
            self.in_table = False
            return
        several = next((cell for cell in cells if holds_several(cell)), None)
        if several is not None:
            yield from self._row_of_names(several, [cell for cell in cells if cell is not several])
            return
        people = list(people_of(cells))
        for whole, person in people:
            yield from seated(self.document, self.group, self.date, self.seat, whole, Members(persons=[person]))
        if not people:
            yield from self._row_of_bodies(cells)

    def _row_of_names(self, cell: Text, others: list[Text]) -> Iterator[Fact | Doubt]:
        """成员⇥李强　王芳⇥县财政局局长　县审计局局长: who stands whole as a name sits there; whose the titles are is a doubt."""
        assert self.seat is not None
        whole, broken = persons(cell, frozenset())
        found = Members(persons=[Titled(start, end) for start, end in whole])
        yield from seated(self.document, self.group, self.date, self.seat, cell, found)
        for start, end in broken:
            yield Doubt(self.document.evidence(*cell.span(start, end)), "groups.seats", "persons_run_together")
        for title in others:
            if title_offices(title.text, 0, len(title)):
                yield Doubt(self.document.evidence(*_clipped(title)), "groups.seats", "whose_title")

    def _row_of_bodies(self, cells: list[Text]) -> Iterator[Fact | Doubt]:
        """成员单位⇥区发改局、区财政局; any other row ends the list."""
        assert self.seat is not None
        found_any = False
        for cell in cells:
            found = members(cell, 0, len(cell)) if len(cell) > 3 else Members()
            found.persons.clear()
            found_any = found_any or bool(found.units)
            yield from seated(self.document, self.group, self.date, self.seat, cell, found)
        self.in_table = found_any


def _is_whole_title(text: Text) -> bool:
    """Whether a line without layout space is one title of a body that it names: 县规划局局长."""
    end = len(text.text.rstrip("。;"))
    if end < SHORTEST_SECOND or text.offsets[end - 1] - text.offsets[0] != end - 1:
        return False
    held = offices(text.text, 0, end)
    whole = bool(held) and held[0].body_start == 0 and held[-1].post_end == end
    return whole and kind_of_body(held[0].body) is not None and len({office.body for office in held}) == 1


def _stands_apart(text: Text, person: Titled) -> bool:
    """Whether layout space divides a name from its title."""
    first = person.offices[0]
    start = first.post_start if first.body_start is None else first.body_start
    return start == person.name_end < len(text) and text.offsets[start] > text.offsets[start - 1] + 1


def _ends_in_post(text: Text) -> bool:
    return post_at_end(text.text, 0, len(text.text.rstrip("。;"))) is not None


def _labels(text: Text) -> Iterator[re.Match[str]]:
    """The labels of a line: at its start, after a mark, or after layout space (组长:王刚县长　　副组长:李丽副县长)."""
    for match in LABEL.finditer(text.text):
        position = match.start()
        if (
            position == 0
            or text.text[position - 1] in ";。,、"
            or text.offsets[position] != text.offsets[position - 1] + 1
        ):
            yield match


def seated(
    document: Document,
    group: Party | None,
    date: str | None,
    seat: Seat,
    text: Text,
    found: Members,
    mode: str | None = None,
    own: Office | None = None,
) -> Iterator[Fact | Doubt]:
    """The facts of those found in a seat; a doubt for what cannot be told. `own`: whose a bare title is."""
    if seat.for_units and found.persons and not any(person.offices for person in found.persons):
        listed = unit_list(text.text, 0, len(text))  # 东湖、西湖开发区管委会 are bodies where only bodies sit
        found = Members(units=listed.units, rest=listed.rest)
    if group is None:
        if (found.persons or found.units) and not seat.role.endswith(CHIEF):
            yield Doubt(document.evidence(*_clipped(text)), "groups.seats", "group_not_named")
        return
    if seat.office and concurrent(text.text, 0, len(text)):
        mode = "兼任"
    sitting = Sitting(document, group, date, seat, mode)
    for person in found.persons:
        yield from sitting.person(text, with_own_posts(own, text.text, person))
    for unit in found.units:
        if unit.kind is not Kind.OFFICIAL:
            yield from sitting.unit(text, unit)
    for start, end in () if seat.office else found.titles:
        yield sitting.doubt(text, start, end, "title_without_name")
    for start, end in found.rest:
        if (
            not seat.office
            and not ORDERED.fullmatch(text.text, start, end)
            and len(HAN_CHARACTER.findall(text.text[start:end])) > 1
        ):
            yield sitting.doubt(text, start, end, "neither_person_nor_body")


def _lists_bodies(text: Text) -> bool:
    """Whether a line below 成员单位: lists bodies and says nothing else, to its full stop: 县水利局、县公安局。"""
    if len(text) > LONGEST_OPEN:
        return False
    listed = unit_list(text.text, 0, len(text.text.rstrip("。;")))
    return len(listed.units) > 1 and not listed.rest


def _clipped(text: Text) -> tuple[int, int]:
    start, end = text.span(0, len(text))
    return start, min(end, start + 280)
