"""Who leads an organ, of a page that is about nothing else: a post and its names on each line below the title.

In:  白石大学云岭学院领导简介 / 院 长：赵立言 / 书 记：沈勇 / 副院长：张亚舟、石磊
Out: holds(赵立言, 院长 of 白石大学云岭学院), holds(沈勇, 书记), holds(张亚舟, 副院长), holds(石磊, 副院长)

The post stands before a colon or a gap, or after the name: 沈勇　书记. A post that is printed bare is that of the organ in the title.
Below a heading without an organ (部门领导) only what names its body counts: 沈勇　规划所所长. What no line can be read for ends
the list; the accounts then say what stands there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.clean import Text
from extract.document import Block, Notice, as_read
from extract.facts import Fact, Kind, Party, Relation
from extract.formats.establishment.heads import heads, heads_alone
from extract.formats.scope import DUTY_WORD
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import ENUMERATOR, HAN, LEVELS
from extract.names.offices.office import Office
from extract.names.offices.titles import offices
from extract.names.people import is_person_name, may_be_name
from extract.names.persons.members import lines_of
from extract.names.units import breaks

RULE = "establishment.leaders"
LEADERS = "领导"
# 白石大学云岭学院领导简介 · 县医院新一届领导班子成员 · 临江市第一中学现任领导
TITLE = re.compile(
    rf"""^(?P<organ>[{HAN}()]{{4,30}})
    领导(?:班子|集体)?(?:成员)?(?:基本)?(?:{any_of("organs", "leaders_page")})?
    (?:[和及与、]?(?:工作)?分工(?:{any_of("organs", "leaders_page")})?)?:?$""",
    re.VERBOSE,
)
# 安山县第十五届纪律检查委员会书记、副书记、常委名单 · 县十八届人大常委会组成人员名单
COMMITTEE = re.compile(
    rf"""^(?P<organ>[{HAN}\d]{{4,30}}?(?:{any_of("organs", "elected_body")}))
    (?:(?:委员、)?书记、副书记|{any_of("establishment", "committee_list")})[{HAN}、]{{0,12}}名单$""",
    re.VERBOSE,
)
ELECTED = re.compile(any_of("organs", "was_elected"))
FILLER = re.compile(rf"(?:{any_of('organs', 'filler')}|(?<=局)局|(?<=院)院|(?<=校)校|(?<=所)所|(?<=馆)馆)+$")
HEADING = re.compile(
    rf"""
    ^(?:{ENUMERATOR})?  # 一、
    (?:(?:{any_of("organs", "whose_leaders")}|所|院|校|局|馆|台)领导(?:班子|成员)*  # 部门领导
      |领导班子(?:成员)?|(?:{any_of("establishment", "leaders_now")})负责人):?$                                    # 领导班子
    """,
    re.VERBOSE,
)
GOVERNMENT = re.compile(rf"(?:政府|[{LEVELS}镇乡]委?|{any_of('establishment', 'governs')})$")
FAR_TITLE = 6  # blocks from the top in which the title stands
FAR = 40  # lines of a list
LEAST = 2  # lines that make one
LEAST_BODY = 3
LONGEST_ROW = 200  # characters of a line that only gaps divide
WORK = re.compile("[、,]|(?:工作|[科股处室])[。;]?$")
MOST_BETWEEN, LONGEST_LABEL = 2, 12  # lines between two persons, characters
NAMES = range(2, 5)
MARKS = re.compile("[、,]")
ORDER = re.compile(rf"\([^()]{{2,12}}(?:{any_of('establishment', 'in_order')})\)$")  # 委员(按姓氏笔画为序):
REMARK = re.compile(r"\([^()]{1,30}\)$")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the list: its text, the post, the names."""

    text: Text
    held: tuple[tuple[Office, Party], ...]
    names: tuple[tuple[int, int], ...]

    @property
    def is_certain(self) -> bool:
        """Whether each name is one by how it is written."""
        return all(is_person_name(self.text.text[left:right]) for left, right in self.names)


def leaders(notice: Notice) -> Iterator[Fact]:
    """The posts that a page about the leaders of an organ lists."""
    head = notice.text[:400]
    if not (LEADERS in head or LEADERS in notice.heading or ("名单" in head and not ELECTED.search(head))):
        return
    blocks = [block for block in notice.blocks if not block.is_row]
    for index, block in enumerate(blocks[:FAR]):
        organ = _organ(block) if index < FAR_TITLE else None
        if organ is None:
            if not HEADING.match(block.text.text):
                continue
            alone = heads_alone(notice)
            organ = None if alone is None or any(heads(notice, alone)) else alone
        rows = _rows(blocks[index + 1 : index + 1 + FAR], organ)
        certain = sum(row.is_certain for row in rows)
        if certain >= LEAST and 2 * certain > len(rows):
            for row in rows:
                yield from _facts(notice, row)
            return


def _organ(block: Block) -> Party | None:
    """The organ in the title of a page about its leaders; None of a government, whose titles name it by themselves."""
    committee = COMMITTEE.match(block.text.text)
    match = committee or TITLE.match(block.text.text)
    organ = FILLER.sub("", match["organ"]) if match else ""
    governs = committee is None and GOVERNMENT.search(organ)
    kind = kind_of_body(organ) if len(organ) > LEAST_BODY and not governs else None
    if kind not in (Kind.DEPARTMENT, Kind.STREET) or kind is None or is_aggregate(organ):
        return None
    return block.party(kind, 0, len(organ))


def _rows(blocks: Sequence[Block], organ: Party | None) -> list[_Line]:
    """The lines below a title as far as each names a post and who holds it; what the person does may stand below."""
    rows: list[_Line] = []
    between = 0
    for block in blocks:
        for text in lines_of(block):
            row = _row(block, text, organ)
            between = 0 if row is not None else between + 1
            if row is not None:
                rows.append(row)
            elif between > MOST_BETWEEN or not rows or not _tells_work(text.text):
                return rows
    return rows


def _tells_work(chars: str) -> bool:
    """Whether a line between two persons says what the one above does: 医疗、护理、院感 · 负责财务工作."""
    told = WORK.search(chars) or DUTY_WORD.match(chars)
    return told is not None and ":" not in chars[:LONGEST_LABEL] and "同志" not in chars


def _row(block: Block, text: Text, organ: Party | None) -> _Line | None:
    chars = text.text
    colon = chars.find(":")
    cuts = [colon] if colon > 0 else sorted(breaks(text)) if len(chars) <= LONGEST_ROW else []
    for cut in cuts:
        right = cut + 1 if cut == colon else cut
        end = _before_label(text, right) if cut == colon else len(chars)
        remark = REMARK.search(chars, right, end)
        end = remark.start() if remark else end  # 副馆长:王青(分管阅览部)
        order = ORDER.search(chars, 0, cut)
        for title, rest in (((0, order.start() if order else cut), (right, end)), ((right, len(chars)), (0, cut))):
            names = _names(text, *rest)
            held = _held(block, text, title, organ) if names else ()
            if names and held:
                return _Line(text, held, tuple(names))
    return None


def _before_label(text: Text, start: int) -> int:
    """Where the names after the first colon end: at the gap before another label, 副局长:尹青|　电话:3321001."""
    colon = text.text.find(":", start)
    gaps = [gap for gap in breaks(text) if start < gap < colon]
    return max(gaps) if gaps else len(text)


def _held(block: Block, text: Text, title: tuple[int, int], organ: Party | None) -> tuple[tuple[Office, Party], ...]:
    """The posts of a whole title with whose they are: the organ's, a part of it (党委书记), a body that the title prints."""
    base = Office(None, None, as_read(organ), organ.kind, "", 0, 0) if organ is not None else None
    held = offices(text.text, *title, base)
    bodies = [_body(block, text, one, organ) for one in held]
    if not held or held[-1].post_end != title[1]:
        return ()
    pairs = [(one, body) for one, body in zip(held, bodies, strict=True) if body is not None]
    return tuple(pairs) if len(pairs) == len(held) else ()


def _body(block: Block, text: Text, office: Office, organ: Party | None) -> Party | None:
    if organ is not None and office.body == as_read(organ):
        return organ
    if organ is not None and office.body.startswith(as_read(organ)):
        return Party(office.kind, office.body)
    if office.body_start is None or office.body_end is None or len(office.body) < LEAST_BODY:
        return None
    whole = kind_of_body(office.body) is not None or office.body[-1] == office.post[-2:-1]  # 企业所|副所长
    return block.document.party(office.kind, *text.span(office.body_start, office.body_end)) if whole else None


def _names(text: Text, start: int, end: int) -> list[tuple[int, int]]:
    """The names that fill a stretch, divided by marks or gaps, letters that stand apart joined; [] if other words stand there."""
    gaps = breaks(text)
    pieces = [start]
    for index in range(start + 1, end):
        if MARKS.match(text.text, index) or index in gaps:
            pieces.append(index)
    names: list[tuple[int, int]] = []
    half: int | None = None
    for left, right in zip(pieces, [*pieces[1:], end], strict=True):
        first = left + 1 if MARKS.match(text.text, left) else left
        begin = first if half is None or first != left else half
        half = begin if right - begin == 1 else None
        if half is None and right > begin:
            word = text.text[begin:right]
            if right - begin not in NAMES or not may_be_name(word):
                return []
            names.append((begin, right))
    return names if half is None else []


def _facts(notice: Notice, row: _Line) -> Iterator[Fact]:
    document = notice.document
    for left, right in row.names:
        start, end = row.text.span(left, right)
        person = document.party(Kind.OFFICIAL, start, end)
        for one, body in row.held:
            post = row.text.span(one.post_start, one.post_end)
            evidence = document.evidence(min(start, post[0]), max(end, post[1]), at=person.start)
            yield Fact(Relation.HOLDS, person, body, evidence, RULE, one.post, notice.dated)
