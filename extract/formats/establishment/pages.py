"""What a page about an organ lists below its headings: its inner organs, its subordinate bodies, who heads it.

In:  安山县水利局 / 主要领导 / 局长丁力 / 机构设置 / 内设机构 / • 办公室 / • 政策法规股(水政监察大队)
Out: part_of(办公室 → 安山县水利局, 内设机构), part_of(政策法规股 → …), part_of(水政监察大队 → …), holds(丁力, 局长)

The parts stand one a line, with a number or a bullet, with what each does after a colon, a gap or on a line of its own, or as
the first cell of a row. Whose they are the heading says, else the title of the page, else the nearest line above that names a body.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.clean import Text
from extract.document import Block, Notice
from extract.facts import Doubt, Fact, Kind, Party, Relation
from extract.formats.establishment.part import LONGEST_QUOTE, ROLE, RULE, is_inner, part_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import BULLETS, ENUMERATOR, HAN
from extract.names.offices.office import Office
from extract.names.offices.titles import is_bare_post, offices
from extract.names.people import is_person_name
from extract.names.persons.members import lines_of
from extract.names.units import breaks, unit_list
from extract.signs import sign_of

PLAIN_SORTS = ("设置", "科室", "处室", "股室")  # headings that do not say of what sort the parts are
HEADS_RULE = "establishment.heads"
LISTS = (
    "下设",
    "内设",
    "机构",
    "单位",
    "科室",
    "股室",
    "处室",
    "部门",
    "法庭",
    "派出所",
)  # what every heading of a list holds
# 内设机构 · 二、下属单位: · 派出机构名单  a line that stands over the names, one a line
SORT_HEADING = re.compile(
    rf"""^(?:{ENUMERATOR})?(?:[{HAN}]{{2,20}}?[局委办院厅会心])?(?:的)?
    (?P<sort>
        内设(?:职能|业务)?(?:机构|科室|股室|处室|部门)
      | 机构设置 | (?:职能|业务)(?:科室|股室|处室|部门) | 科室设置
      | (?:下属|直属|所属|下设)(?:事业)?(?:单位|机构)
      | (?:派出|基层)(?:机构|法庭|所) | 人民法庭 | 二级单位
      | (?:科室|处室|股室)(?=(?:工作)?职责) | (?:下设|内设)(?=(?:机构|科室|部门|单位)?:$)
    )(?:工作职责|职责|机构|科室|部门|单位)?
    (?:设置|名单|一览|信息|情况|(?:及|和|与)(?:其)?(?:主要)?(?:职责|职能)|名称|如下|有)? (?:\(?(?:共)?\d{{1,3}}个\)?)? :?$""",
    re.VERBOSE,
)
# 人事科 · 人事科:负责… · 1、人事科 · • 人事科(老干部科)  a line that names one part, with what it does after a mark or a verb
NAME_LINE = re.compile(
    rf"""^(?:[{BULLETS}]|-)?(?:{ENUMERATOR})?
    (?P<name>[{HAN}]{{2,18}}?(?:[室科处股局站所队庭院馆校台社库]|中心|支部|工会|党委))
    (?:\((?P<also>[{HAN}、]{{2,30}})\))? (?: [:。;,].* | (?=(?:主要)?(?:负责|承担|组织|协助|拟订|指导|贯彻)).* | $ )""",
    re.VERBOSE,
)
# 安山县水利局内设机构 · 安山县水利局简介 · 安山县水利局  a title that names the organ
PAGE_OWNER = re.compile(
    rf"""^(?!业务|组织|主管|上级|隶属|机构|对外|行政|单位)
    (?P<owner>[{HAN}]{{3,24}}?[局委办院厅会心团部校])(?:的)?
    (?:内设机构|机构设置|机构职能|组织机构|机构概况|机构信息|单位概况|主要职责|部门职责|工作职责|简介|概况|下属单位|直属单位|派出机构)*
    (?:及|和|、)?(?:内设机构|机构设置|下属单位|直属单位|派出机构|[科处股]室(?:工作)?职责|主要职责|工作职责|职责|职能|(?:内设|下设)(?:机构|科室)?:)*$""",
    re.VERBOSE,
)
TITLE_OWNER = re.compile(
    rf"""
    (?:印发|^|《|〈)(?P<owner>[{HAN}()]{{3,30}}?)(?:职能配置|主要职责|职责配置)[、,]?  # 印发某某某职能配置、
    (?:和)?(?:内设机构|内设处室)  # 和内设机构
    """,
    re.VERBOSE,
)
# 办公厅(人事局)负责组织、协调…: what the organ of a page does; 安山县水利局,加挂…牌子,是…
OWN_DUTIES = re.compile(
    rf"""
    ^(?P<owner>[{HAN}]{{2,20}}[局委办厅院处部室])(?:\([{HAN}]{{2,16}}\))?  # 办公厅(人事局)
    (?:(?:主要)?(?:负责|承担)|,(?:加挂|简称|是))                          # 负责
    """,
    re.VERBOSE,
)
HEADS = re.compile(
    rf"^(?:{ENUMERATOR})?(?:主要|机构|单位|部门|现任)?(?:负责人|领导|领导班子|领导成员)(?:信息|名单)?:?$"
)
MAY_HEAD = sign_of(HEADS)
SECTION_NAME = re.compile(rf"[{HAN}]{{3,20}}(?:[局委办院厅会室处科股队所站]|中心|工会)$")
LEAST_LISTED = 2  # lines of names in a row that make a list below a heading
MOST_BETWEEN = 3  # lines of duties between two names
DUTY_LINE = re.compile(r"^(?:主要)?(?:职责|职能|负责|承担|组织|协助|拟订|指导|贯彻|电话|联系电话|办公电话|负责人)")
COLUMNS = re.compile(r"(?:序号)?(?:科室|处室|股室|机构|部门|单位)(?:名称)?(?=职|负责人|电话|联系|主要|办公)")
POST_LABEL = re.compile(rf"(?P<post>[{HAN}]{{2,6}}):(?P<names>[{HAN}·、]{{2,60}})$")
NO_PART = re.compile(r"(?:主要)?(?:职责|职能|负责|承担|协助|拟订|贯彻|电话|联系|办公电话)")
ODD_LINE = re.compile(rf"(?:[{BULLETS}]|-)?(?:{ENUMERATOR})?[{HAN}]{{3,}}(?:\([{HAN}]{{2,}}\))?$")
LONGEST_ODD = 16
NUMBER = re.compile(r"\d{1,3}$")
FAR = 40  # lines above a heading in which the organ of a page is named
LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class _Named:
    """A part that a line or a row names, and where."""

    block: Block
    span: tuple[int, int]


def parts_headed(notice: Notice) -> Iterator[Fact | Doubt]:
    """Below a heading (内设机构, 下属单位, 派出机构) the parts that are named one a line, of the organ of the page."""
    blocks = notice.blocks
    told = False
    if (alone := _heads_alone(notice)) is not None:
        yield from _heads(notice, alone)
    elif (house := _house(notice)) is not None:
        yield from _labelled_heads(notice, house)
    for index, block in enumerate(blocks):
        heading = _heading(block)
        if heading is None:
            continue
        names, unread = _lines_below(blocks, index + 1)
        names = names or _rows_below(blocks, index + 1) or _listed_below(blocks[index + 1 : index + 2])
        if len(names) < LEAST_LISTED:
            continue
        owner = _page_owner(notice, index)
        if owner is None:
            first, last = names[0].block, names[-1].block
            end = min(last.end, first.start + LONGEST_QUOTE)
            evidence = notice.document.evidence(first.start, max(end, first.end))
            yield Doubt(evidence, RULE, "organ_unknown")
            continue
        if not told and alone is None:
            yield from _heads(notice, owner)
        told = True
        yield from (line.doubt(0, len(line.text), RULE, "parts_unread", owner=owner.name) for line in unread)
        sort = heading["sort"]
        for one in names:
            yield part_of(notice, one.block, owner, *one.span, ROLE if sort.endswith(PLAIN_SORTS) else sort)


def _house(notice: Notice) -> Party | None:
    """The organ of a page whose first line names it and nothing else."""
    first = next((block for block in notice.blocks if not block.is_row), None)
    name = first.text.text if first is not None else ""
    if first is None or not SECTION_NAME.match(name) or is_aggregate(name):
        return None
    kind = kind_of_body(name)
    return first.party(kind, 0, len(name)) if kind is not None and kind is not Kind.GROUP else None


def _heads_alone(notice: Notice) -> Party | None:
    """The organ of a page that says who heads it below a heading: 机关党委办公室 / … / 主要领导:."""
    told = notice.signs & MAY_HEAD and any(HEADS.match(b.text.text) for b in notice.blocks[1:FAR] if not b.is_row)
    return _house(notice) if told else None


def _labelled_heads(notice: Notice, owner: Party) -> Iterator[Fact]:
    """局长:石磊 / 副局长:尹青、丁一 on the page of an organ."""
    base = Office(owner.start, owner.end, owner.name, owner.kind, "", 0, 0)
    for block in notice.blocks[1:FAR]:
        match = POST_LABEL.match(block.text.text) if not block.is_row else None
        if match is None or not is_bare_post(block.text.text, *match.span("post")):
            continue
        start, names = match.start("names"), match["names"].split("、")
        held = offices(block.text.text, *match.span("post"), base) if all(map(is_person_name, names)) else []
        for name in names if held else ():
            person = block.party(Kind.OFFICIAL, start, start + len(name))
            evidence = replace(block.evidence(0, start + len(name)), line=notice.document.line_of(person.start or 0))
            yield Fact(Relation.HOLDS, person, owner, evidence, HEADS_RULE, held[0].post, notice.dated)
            start += len(name) + 1


def page_owner(title: str) -> tuple[int, int] | None:
    """Where a line that names the organ of a page names it: 安山县水利局机构设置; None if it is no such line."""
    match = PAGE_OWNER.match(title) if len(title) <= LONGEST_HEADING else None
    if match is None or kind_of_body(match["owner"]) is None or is_aggregate(match["owner"]):
        return None
    return match.span("owner")


def _heading(block: Block) -> re.Match[str] | None:
    text = block.text.text
    if block.is_row or len(text) > LONGEST_HEADING or not any(word in text for word in LISTS):
        return None
    return SORT_HEADING.match(text)


def _lines_below(blocks: Sequence[Block], first: int) -> tuple[list[_Named], list[Block]]:
    """The lines from `first` on that name a part each, passing over what each does; a line of the list that names none apart."""
    names: list[_Named] = []
    unread: list[Block] = []
    between, numbered = 0, True  # 1.秘书处 / 负责…。 / 各种文件的…。: sentences stand between names that are numbered
    for index, block in enumerate(blocks[first:], first):
        match = _name_in(block) if not block.is_row else None
        if match and not is_aggregate(match["name"]) and not NO_PART.match(match["name"]):
            names.extend(_Named(block, span) for span in _spans(match))
            numbered = numbered and match.start("name") > 0
            between = 0
            continue
        if not names and COLUMNS.match(block.text.text) and breaks(block.text):
            continue  # 科室名称　负责人　联系电话
        between += 1
        told = DUTY_LINE.match(block.text.text) or (numbered and block.text.text[-1] in "。;")
        if names and not block.is_row and not told and _goes_on(blocks, index):
            unread.append(block)
            between = 0
            continue
        if block.is_row or not names or between > MOST_BETWEEN + 2 * numbered or not told:
            break
    return names, unread


def _goes_on(blocks: Sequence[Block], index: int) -> bool:
    """Whether a short line that names no part known by its end stands in the middle of a list: 机关工会委员会."""
    text = blocks[index].text.text
    if len(text) > LONGEST_ODD or not ODD_LINE.match(text) or _heading(blocks[index]) or HEADS.match(text):
        return False
    return any(NAME_LINE.match(block.text.text) for block in blocks[index + 1 : index + 2] if not block.is_row)


def _name_in(block: Block) -> re.Match[str] | None:
    """The name that a line opens with, also before a gap: 办公室　　文电、会务."""
    if match := NAME_LINE.match(block.text.text):
        return match
    gap = next((gap for gap in sorted(breaks(block.text)) if gap > 2), 0)
    return NAME_LINE.match(block.text.text[:gap]) if gap else None


def _spans(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The name of a line and those in its brackets: 财务处(审计室)."""
    yield match.span("name")
    start = match.start("also")
    for word in (match["also"] or "").split("、"):
        if is_inner(word):
            yield start, start + len(word)
        start += len(word) + 1


def _rows_below(blocks: Sequence[Block], first: int) -> list[_Named]:
    """The first cells of the rows below a heading, after a number: 1 | 办公室 | 文电、会务."""
    names: list[_Named] = []
    for block in blocks[first:]:
        if not block.is_row:
            break
        cells = [cell for cell in block.cells if cell.text and not NUMBER.match(cell.text)]
        match = NAME_LINE.match(cells[0].text) if cells else None
        if match is None or match.end("name") != len(cells[0]) or is_aggregate(match["name"]):
            continue
        at = block.text.offsets.index(cells[0].offsets[0])
        names.append(_Named(block, (at + match.start("name"), at + match.end("name"))))
    return names


def _listed_below(blocks: Sequence[Block]) -> list[_Named]:
    """The names of one line below a heading: 直属单位 / 县疾控中心、县妇幼保健院."""
    listed = [unit_list(block.text.text, 0, len(block.text)) for block in blocks if not block.is_row]
    if not listed or listed[0].rest or listed[0].aggregates:
        return []
    return [_Named(blocks[0], (unit.start, unit.end)) for unit in listed[0].units if unit.has_offsets]


def _heads(notice: Notice, owner: Party) -> Iterator[Fact]:
    """负责人 / 主　任　丁力 / 副主任　石磊 on the page of an organ: bare posts are the organ's; 副局长 / 石磊 尹青 below it too."""
    below = notice.blocks
    start = next((i for i, block in enumerate(below) if HEADS.match(block.text.text)), None)
    base = Office(owner.start, owner.end, owner.name, owner.kind, "", 0, 0)
    above: Text | None = None
    for block in below[start + 1 : start + FAR] if start is not None else ():
        for line in lines_of(block):
            if NUMBER.match(line.text) and above is not None:
                continue  # 副局长 / 3 / 丁力 石磊 尹青
            if is_bare_post(line.text, 0, len(line)):
                above = line
                continue
            names = _names(line, 0) if above is not None else []
            post = above if names else None
            if post is None and (name := _name_first(line)):
                post, names = line.part(name, len(line)), [(0, name)]
            elif post is None:
                cut = _cut(line)
                post, names = line.part(0, cut), _names(line, cut) if cut else []
            held = offices(post.text, 0, len(post), base) if names else []
            if not held or block.is_row:
                return
            for name_start, name_end in names:
                left, right = line.span(name_start, name_end)
                person = notice.document.party(Kind.OFFICIAL, left, right)
                start, end = min(post.offsets[0], left), max(post.offsets[-1] + 1, right)
                evidence = notice.document.evidence(start, end, at=person.start)
                yield Fact(Relation.HOLDS, person, owner, evidence, HEADS_RULE, held[0].post, notice.dated)


def _name_first(line: Text) -> int:
    """Where a name ends that layout space divides from a bare post: 丁　力|主任; 0 if the line is none such."""
    cuts = (i for i in (2, 3, 4) if i < len(line) and line.offsets[i] > line.offsets[i - 1] + 1)
    return next((i for i in cuts if is_person_name(line.text[:i]) and is_bare_post(line.text, i, len(line))), 0)


def _cut(line: Text) -> int:
    """Where a bare post ends and names begin: 主　任|丁力, 局长|丁力."""
    return next((i for i in range(2, len(line)) if is_bare_post(line.text, 0, i) and _names(line, i)), 0)


def _names(line: Text, start: int) -> list[tuple[int, int]]:
    """The names that fill a line from `start` on, divided by layout space, those spaced to one width joined; [] if other words stand there."""
    cuts = [start, *(i for i in range(start + 1, len(line)) if line.offsets[i] > line.offsets[i - 1] + 1), len(line)]
    names: list[tuple[int, int]] = []
    half: int | None = None
    for left, right in pairwise(cuts):
        begin = left if half is None else half
        half = begin if right - begin == 1 else None
        if half is None:
            if not is_person_name(line.text[begin:right]):
                return []
            names.append((begin, right))
    return names if half is None else []


def _page_owner(notice: Notice, index: int) -> Party | None:
    """The organ that a page is about: the body of the heading, else of the nearest line above that is one, else of the title."""
    above = [notice.blocks[index], *reversed(notice.blocks[max(0, index - FAR) : index])]
    for block in above:
        span = page_owner(block.text.text) if not block.is_row else None
        if span is not None:
            return block.party(kind_of_body(block.text.text[slice(*span)]) or Kind.DEPARTMENT, *span)
    for block in above[1:]:
        told = OWN_DUTIES.match(block.text.text) if not block.is_row else None
        if told and (kind := kind_of_body(told["owner"])) is not None:
            return block.party(kind, *told.span("owner"))
    title = notice.title or ""
    match = PAGE_OWNER.match(title) or TITLE_OWNER.search(title)
    if match and (kind := kind_of_body(match["owner"])) is not None:
        return Party(kind, match["owner"])
    return notice.issuers[0] if len(notice.issuers) == 1 else None
