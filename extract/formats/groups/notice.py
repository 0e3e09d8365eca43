"""Leading groups, task forces, headquarters, joint conferences: who heads one, who deputises, who belongs, who hosts it.

In:  a notice that sets up or changes a group, or a passage of a plan that does.
Out: one fact for each seat, one `holds` for each printed title, `hosts`; a Doubt for what cannot be told.

    组　长：刘润长　区人民政府区长      → 刘润长 leads the group (组长) and holds 区人民政府/区长
    副组长：李先勇　区委常委、…         → 李先勇 assists (副组长)
    领导小组下设办公室,在区教育局办公   → 区教育局 hosts

A group's name is that of the list's heading, else of its first full mention; the parts of the work stand in groups_*.py.
"""

import re
from collections.abc import Iterator

from extract.clean import Text, join
from extract.document import Block, Notice
from extract.facts import CountRecord, Doubt, Fact, Kind, Party, Relation
from extract.formats.groups.lists import ListReader, is_subheading, seated
from extract.formats.groups.names import (
    HEADING_LIMIT,
    ITS_NAME,
    MARK,
    heading_name,
    is_fuller,
    is_generic,
    is_group_name,
    is_office_heading,
    is_office_of,
    named_office,
    same_group,
    set_up,
    titled_group,
)
from extract.formats.groups.office import OFFICE_FOLLOWS, OFFICE_LABEL, directors, hosts
from extract.formats.groups.parts import SEVERAL, part_with_seats
from extract.formats.groups.prose import bare_seats, led_by, led_in, led_of, seats_in_prose
from extract.formats.groups.seats import Seat
from extract.formats.groups.tables import Columns, columns_of, member_row
from extract.formats.groups.titles import title_of
from extract.formats.scope import SEAT_OR_GROUP, speaks_of_groups
from extract.lexicon.signs import sign_of
from extract.names.dates import number
from extract.names.marks import DIGITS, ENUMERATOR, HAN
from extract.names.own_posts import own_base
from extract.names.persons.members import lines_of, members
from extract.text.lines import is_date

OFFICE = re.compile(r"办公|日常工作|办设在|办主任由|办副主任由")
# (一)绿色食品产业链。链长:石磊: seats of what the line names, none of the group at hand
OF_ANOTHER = re.compile(rf"(?:{ENUMERATOR})[{HAN}“”]{{1,20}}(?:[链河湖江溪渠库村]|工程|项目|片区|街道|镇|乡)。")
RESPONSIBLE = re.compile(r"(?P<seat>负责人):(?P<who>[^:。;\d]{2,60})$")
PERSONNEL = re.compile(
    r"任命|免去|提名|当选|选举(?!委员会|办法|工作)|补选|职务请求|辞去"
)  # posts, read by the format of personnel notices
NOT_FIRST_LINE = re.compile(r"[。;:,!?\[\]]|[号知件]$|^附件\d*$")
SEATS = re.compile(r"组成|组长|指挥|召集人|主任|成员|委员|牵头")
# 指挥部办公室设在… below the paragraph of a sub-group (宣传报道组): the office of the whole
OF_WHOLE = re.compile(
    rf"(?:[(]?[{DIGITS}十\d]{{1,3}}[)、.])?(?P<word>领导小组|指挥部|联席会议|委员会|专班)(?:下设)?办公室"
)
PART_NAME = re.compile(
    r"(?<!小)(?<!工作)(?<!领导)(?<!专项)组$"
)  # (三)督查组 below the seats of the whole is a part of it
UNKNOWN_SEAT = re.compile(r"专家(?!委员)|特邀|列席|监督员|联系人|联络人|负责人|秘书处|工作人员")
SEAT_HEADING = re.compile(rf"(?:[(]?[{DIGITS}十\d]{{1,2}}[)、.]+)(?P<seat>成员单位|组成单位)$")
# 成立某开发管理委员会(以下称“管委会”),组成人员如下: a group, whatever its name
LISTS_SEATS = re.compile(r"(?:\(以下[^()]{0,20}\))?[,。]?(?:其)?(?:组成人员|人员组成|成员)(?:名单)?如下:$")
SHORT = re.compile(r"\(以下(?:统一?)?简称:?“?(?P<name>[^()“”,]{4,24})”?\)")
LEAST_PROSE = 6  # characters of a sentence after a list
LEAVES = re.compile(r"不再担任[^,。;]{0,40}(?:组长|副组长|成员|指挥长|副指挥长|召集人)")
SUB_GROUPS = re.compile(
    rf"(?:下设|设立|分设|设)(?P<count>\d{{1,2}}|[{DIGITS}十两]{{1,3}})个(?:专项|专业|工作|专责|协调)*(?:小组|专班|组)"
)


def groups(notice: Notice) -> Iterator[Fact | Doubt | CountRecord]:
    """What a notice states of groups."""
    if not speaks_of_groups(notice):
        return
    yield from _Reader(notice).read()


MAY_TELL, MAY_HEAD = sign_of(SEAT_OR_GROUP, OFFICE), sign_of(SEAT_HEADING)
TOLD_OF_GROUP = re.compile(r"由[^。;由]{4,900}组成|办公室(?:下)?设")
TITLE_ENDS = re.compile(r"的?(?:通知|决定|批复|意见|方案|函)$")


class _Reader:
    """Reads the blocks of a notice in order, and remembers the group and the list at hand."""

    def __init__(self, notice: Notice) -> None:
        self.notice, self.document, self.date = notice, notice.document, notice.dated
        self.title = title_of(notice)
        self.own = own_base(notice.issuers, notice.title or "")
        self.group: Party | None = self._titled() if self.title.lines > 1 else None
        self.first: Party | None = self.group
        self.list = ListReader(self.document, None, self.date, own=self.own)
        self.under: str | None = None  # 二、成员单位 above 联席会议由A、B组成
        self.sub_groups: set[str] = set()
        self.responsible = False  # whether 负责人:… below the heading at hand says who leads the group
        # a committee that a sentence sets up: a body or a group, as its seats will show
        self.announced: Party | None = None
        self.short: dict[str, Party] = {}  # the group of each short form: 以下简称市应急指挥部
        self.names: set[str] = set()
        self.columns: Columns | None = None  # of the table of member bodies at hand

    def read(self) -> Iterator[Fact | Doubt | CountRecord]:
        """The facts, doubts and counts of the notice."""
        blocks = self.notice.blocks
        for index, block in enumerate(blocks):
            if self.title.lines > 1 and self.title.first <= index <= self.title.last:
                continue
            if block.is_row:
                yield from self._row(block)
                continue
            self.columns = None
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            for text in lines_of(block):
                for found in self._text(text, following, blocks[index - 1] if index else None):
                    if isinstance(found, Fact) and found.relation is Relation.HOLDS:
                        self.names.add(found.subject.name)
                    yield found
        yield from self.list.flush()
        yield from self._counts()

    def _row(self, block: Block) -> Iterator[Fact | Doubt]:
        """A row of a list of seats, or of a table whose columns say what each cell is: 成员单位⇥姓名⇥职务."""
        self._known_by_title()
        self.list.group = self.group
        if header := columns_of(block):
            self.columns = header
        elif self.columns is not None and self.group is not None and len(block.cells) == self.columns.width:
            yield from member_row(self.document, block, self.columns, self.group, self.date)
        else:
            yield from self.list.row(block)

    def _text(self, text: Text, following: Block | None, before: Block | None) -> Iterator[Fact | Doubt | CountRecord]:
        self.list.in_table = False
        signature = following is not None and not following.is_row and is_date(following.text.text)
        inline = part_with_seats(text)
        if self.list.opens(text) or (inline is None and not signature and self.list.goes_on(text)):
            self._known_by_title()
            self.list.group = self.group
            yield from self._line(text)
            return
        yield from self.list.flush()
        if self.responsible:
            self.responsible = False
            yield from self._led(text)
            return
        if text.signs & MAY_HEAD and (heading := SEAT_HEADING.match(text.text)):
            self.under = heading["seat"]
        unknown = self.list.seat is not None and UNKNOWN_SEAT.search(text.text) and is_subheading(text.text)
        if unknown and not (
            following is not None and self.list.opens(_first_line(following))
        ):  # no 三、专家组 / 顾问:…
            self.list.seat = None  # 特邀专家: over names that the seat at hand is not lent to
            yield Doubt(self.document.evidence(*text.span(0, len(text))), "groups.seats", "neither_person_nor_body")
            return
        if self.list.seat is not None and following is not None and is_subheading(text.text):
            below = _first_line(following)
            if self.list.goes_on(below) and not self.list.opens(below):
                return  # (一)部门委员 below 委员: the seat holds on
        if inline is not None:
            yield from self._headed_line(text, inline)
            return
        if self._heading(text, following, before):
            return
        seated = self.list.seat is not None
        self.list.seat = None
        yield from self._prose(text)
        if seated and following is not None and OFFICE_FOLLOWS.search(text.text) and not self.list.office:
            below = _first_line(following)
            if OFFICE_LABEL.match(below.text) and self.list.opens(below):
                self.list = ListReader(self.document, self.group, self.date, own=self.own, office=True)

    def _line(self, text: Text) -> Iterator[Fact | Doubt | CountRecord]:
        """A line of a list of seats, and what sentences after it tell."""
        listed, after = _list_and_prose(text)
        yield from self.list.line(listed)
        if after is not None:
            yield from self.list.flush()
            yield from self._prose(after)

    def _headed_line(self, text: Text, inline: re.Match[str]) -> Iterator[Fact | Doubt | CountRecord]:
        """A heading and its seats in one line."""
        self._take(self.document.party(Kind.GROUP, *text.span(*inline.span("name"))), heading=True)
        self.list = ListReader(self.document, self.group, self.date, own=self.own, headed=True)
        rest = text.part(inline.end(), len(text))
        if self.list.opens(rest) and (":" in rest.text or not SEVERAL.search(rest.text)):
            yield from self._line(rest)
        else:
            yield from led_in(self.document, rest, self.date, self.group)
            yield from bare_seats(self.document, rest, self.group, self.date)
            yield from self._prose(rest)

    def _led(self, text: Text) -> Iterator[Fact | Doubt]:
        """(一)宣传工作组 / 负责人:石磊、尹青: who leads the group of the heading."""
        if (match := RESPONSIBLE.match(text.text)) is not None:
            seat = Seat("负责人", Relation.LEADS, text.span(*match.span("seat")))
            who = text.part(*match.span("who"))
            yield from seated(self.document, self.group, self.date, seat, who, members(who, 0, len(who)))

    def _titled(self) -> Party | None:
        """The group that the notice's title names."""
        text = self.title.text
        span = titled_group(text.text) if text is not None else None
        return self.document.party(Kind.GROUP, *text.span(*span)) if text is not None and span else None

    def _known_by_title(self, text: Text | None = None, left: int = 0, right: int = 0) -> None:
        """A list of seats below no heading of its own: the group is the one that the title names.

        `text`: a sentence instead of a list: one that tells whom the group consists of or where its office is, and is no title.
        """
        if text is not None and (TITLE_ENDS.search(text.text) or not TOLD_OF_GROUP.search(text.text, left, right)):
            return
        if self.group is None and (titled := self._titled()):
            self.group = self.first = titled

    def _heading(self, text: Text, following: Block | None, before: Block | None) -> bool:
        """Takes a heading's group for the list below it: (三)综合协调组, 领导小组办公室."""
        if len(text.text) > HEADING_LIMIT:
            return False
        if is_office_heading(text.text):
            self.list = ListReader(self.document, self.group, self.date, own=self.own, office=True)
            return True
        responsible = following is not None and RESPONSIBLE.match(_first_line(following).text) is not None
        seat_follows = following is not None and (
            responsible
            or (following.is_row and bool(SEATS.search(following.text.text[:12])))
            or self.list.opens(_first_line(following))
        )
        span = heading_name(text, seat_follows)
        if span is None and seat_follows and following is not None and (office := named_office(text.text)):
            return self._named_office(text, office, following)
        if span is None:
            return False
        name = text.text[slice(*span)]
        part = bool(span[0]) and seat_follows and self.first is not None and PART_NAME.search(name)
        if is_generic(name) and not part:
            if seat_follows and self.group is None and self.announced and self.announced.name.endswith(name[-3:]):
                self._take(self.announced)  # 一、委员会组成人员, of the committee that the text has set up
            known = self.group is not None and self.group.name.endswith(name[-3:])
            joined = _two_lines(before, text) if seat_follows and not known else None
            if joined is None and (self.group or not seat_follows or self._titled() or self.title.lines > 1):
                self.list = ListReader(self.document, self.group, self.date, own=self.own)
                return True
            text, span = joined or (text, span)  # no proper name anywhere: the words printed
            name = text.text[slice(*span)]
        if not seat_follows and not is_group_name(name):
            return False
        self._take(self.document.party(Kind.GROUP, *text.span(*span)), heading=True)
        self.list = ListReader(self.document, self.group, self.date, own=self.own, headed=True)
        self.responsible = responsible
        return True

    def _named_office(self, text: Text, span: tuple[int, int], following: Block) -> bool:
        """创建工作办公室 over 主任:…: the office of the group at hand if its name says so, else a group of its own."""
        if not OFFICE_LABEL.match(_first_line(following).text):
            return False
        of_group = self.group is not None and is_office_of(text.text[slice(*span)], self.group.name)
        if not of_group:
            self._take(self.document.party(Kind.GROUP, *text.span(*span)), heading=True)
        self.list = ListReader(self.document, self.group, self.date, own=self.own, office=of_group, headed=True)
        return True

    def _take(self, group: Party, *, heading: bool = False) -> None:
        """Makes `group` the one at hand; a later mention of the same group keeps its first name."""
        if short := self.short.get(group.name):
            self.group = short
            return
        for known in (self.group, self.first):
            if known is not None and is_fuller(group.name, known.name):
                continue
            if known is not None and not heading and same_group(known.name, group.name):
                self.group = known
                return
        self.group = group
        if heading:
            self.sub_groups.add(group.name)
        if self.first is None or is_fuller(group.name, self.first.name):
            self.first = group

    def _is_set_up(self, text: Text, span: tuple[int, int]) -> None:
        """A sentence sets up what is a group by its name or by its seats; of a committee the seats below may still show it."""
        name = text.text[slice(*span)]
        if is_generic(name):
            return
        party = self.document.party(Kind.GROUP, *text.span(*span))
        if is_group_name(name) or LISTS_SEATS.match(text.text, span[1]):
            self._take(party)
        elif name.endswith("委员会"):
            self.announced = party

    def _prose(self, text: Text) -> Iterator[Fact | Doubt | CountRecord]:
        chars = text.text
        if not text.signs & MAY_TELL or not (SEAT_OR_GROUP.search(chars) or OFFICE.search(chars)):
            return
        left = 0
        led = list(led_by(self.document, text, self.date))
        yield from led or led_of(self.document, text, self.date)
        if led and isinstance(led[0], Fact):
            self.group = led[0].object
        for match in re.finditer("。|$", chars):
            right = match.start()
            self.list.group = self.list.group or self.group
            if right > left and left and self.list.opens(sentence := text.part(left, right)):
                yield from self._listed(sentence, chars)  # 成立防汛指挥部。总指挥:丁某;副总指挥:石某
            elif right > left:
                if not led:
                    for span in set_up(chars, left, right, self._titled() is not None):
                        self._is_set_up(text, span)
                    self._unnamed(text, left, right)
                for short in SHORT.finditer(chars, left, right) if self.group else ():
                    if self.group and chars.endswith(self.group.name, 0, short.start()):
                        self.short[short["name"]] = self.group
                if SEATS.search(chars, left, right) and not led and not PERSONNEL.search(chars, left, right):
                    self._known_by_title(text, left, right)
                    yield from seats_in_prose(self.document, text, left, right, self.group, self.date, self.under)
                if OFFICE.search(chars, left, right):
                    yield from self._office(text, left, right)
            left = match.end()
        for leaving in LEAVES.finditer(chars):
            yield Doubt(
                self.document.evidence(*text.span(leaving.start(), leaving.end())),
                "groups.changes",
                "leaves_a_seat",
            )

    def _listed(self, text: Text, paragraph: str) -> Iterator[Fact | Doubt]:
        """A list of seats within a paragraph, after the sentence that sets the group up; a doubt where it names something else."""
        if OF_ANOTHER.match(paragraph):
            yield Doubt(self.document.evidence(*text.span(0, len(text))), "groups.seats", "group_not_named")
            return
        self._known_by_title()
        self.list = ListReader(self.document, self.group, self.date, own=self.own)
        yield from self.list.line(text)
        yield from self.list.flush()
        self.list.seat = None

    def _unnamed(self, text: Text, left: int, right: int) -> None:
        """成立由…为成员的工作专班: a group without a proper name, unless one of that ending is known."""
        for match in ITS_NAME.finditer(text.text, left, right):
            name = match["name"]
            if is_generic(name) and not any(
                known and known.name.endswith(name[-3:]) for known in (self.group, self.first)
            ):
                self.group = self.document.party(Kind.GROUP, *text.span(*match.span("name")))

    def _office(self, text: Text, left: int, right: int) -> Iterator[Fact | Doubt]:
        self._known_by_title(text, left, right)
        group = self.group
        whole = OF_WHOLE.match(text.text, left, right)
        if whole and self.first and self.first.name.endswith(whole["word"]):
            group = self.first if group is None or not group.name.endswith(whole["word"]) else group
        if group is not None:
            yield from hosts(self.document, text, left, right, group, self.date)
            yield from directors(self.document, text, left, right, group, self.date, self.names)

    def _counts(self) -> Iterator[CountRecord]:
        """下设九个专项工作组: how many sub-groups are stated, and how many headings were found."""
        for block in self.notice.blocks if len(self.sub_groups) > 1 else ():
            match = SUB_GROUPS.search(block.text.text)
            stated = number(match["count"].replace("两", "二")) if match else None
            if match and stated:
                start, end = block.text.span(match.start(), match.end())
                found = len(self.sub_groups) - (self.first is not None and self.first.name in self.sub_groups)
                yield CountRecord(self.document.name, start, end, "sub-groups of a group", stated, found)
                return


def _list_and_prose(text: Text) -> tuple[Text, Text | None]:
    """A list of seats, and the sentences after it on the group's office: 成员:丁某、石某。|办公室设在县民政局."""
    at = text.text.find("。")
    if 0 < at < len(text) - LEAST_PROSE and OFFICE.search(text.text, at):
        return text.part(0, at), text.part(at + 1, len(text))
    return text, None


def _first_line(block: Block) -> Text:
    return next(lines_of(block))


def _two_lines(before: Block | None, text: Text) -> tuple[Text, tuple[int, int]] | None:
    """A heading over two lines: 某县创建全国文明城市 / 工作领导小组组成人员名单."""
    if (
        before is None
        or before.is_row
        or len(before.text) > 60
        or MARK.sub("", text.text) != text.text
        or NOT_FIRST_LINE.search(before.text.text)
    ):
        return None
    whole = join([before.text, text])
    span = heading_name(whole, True)
    if span is None or is_generic(whole.text[slice(*span)]):
        return None
    return whole, span
