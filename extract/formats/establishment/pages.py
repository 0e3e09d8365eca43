"""What a page about an organ lists below its headings: its inner organs, its subordinate bodies, who heads it.

In:  安山县水利局 / 主要领导 / 局长丁力 / 机构设置 / 内设机构 / • 办公室 / • 政策法规股(水政监察大队)
Out: part_of(办公室 → 安山县水利局, 内设机构), part_of(政策法规股 → …), part_of(水政监察大队 → …), holds(丁力, 局长)

The parts stand one a line, with a number or a bullet, with what each does after a colon, a gap or on a line of its own, or as
the first cell of a row. Whose they are the heading says, else the title of the page, else the nearest line above that names a body.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from extract.clean import parts_between
from extract.document import Block, Notice
from extract.facts import Doubt, Fact, Kind, Party
from extract.formats.establishment.heads import (
    HEADS,
    OWN_DUTIES,
    heads,
    heads_a_part,
    heads_alone,
    house_of_page,
    labelled_heads,
    posts_held,
    posts_in_line,
    sections_headed,
)
from extract.formats.establishment.part import LONGEST_QUOTE, ROLE, RULE, is_inner, part_of
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import BULLETS, ENUMERATED, ENUMERATOR, HAN, IN_WORDS, LEVELS, SECTIONS
from extract.names.units import breaks, unit_list

NUMERAL_COUNT = rf"(?:\d{{1,2}}|{IN_WORDS})"
PLAIN_SORTS = (
    "设置",
    "科室",
    "处室",
    "股室",
    "部门",
    "机构职责",
    "机构职能",
)  # headings that do not say of what sort the parts are
LISTS = re.compile(any_of("organs", "list_heading"))  # what every heading of a list holds
# 内设机构 · 二、下属单位: · 派出机构名单  a line that stands over the names, one a line
SORT_HEADING = re.compile(
    rf"""^(?:{ENUMERATOR})?(?:[{HAN}]{{2,20}}?[局委办院厅会心府学馆校台站所司部])?(?:的|机关)?
    (?P<sort>
        (?:内设)?部门(?=(?:工作)?(?:{any_of("shared", "duty")})) | 内设(?:{any_of("establishment", "what_for")})?(?:机构|{SECTIONS}|部门)
      | 机构设置 | 机关(?:{SECTIONS}) | (?:{any_of("establishment", "what_for")})(?:{SECTIONS}|部门) | 科室设置
      | (?:{any_of("organs", "sort_of_body")}|[局委院厅办]属)(?:事业)?(?:{any_of("establishment", "sort")})
      | (?:派出|基层)(?:{any_of("establishment", "sent_out")}) | 人民法庭 | 二级单位
      | (?:{SECTIONS})(?=(?:工作)?职责) | (?:{any_of("establishment", "inner")})(?=(?:{any_of("establishment", "inner_sort")})?:$)
    )(?:{any_of("organs", "told_of_sort")})?
    (?:{any_of("organs", "list_title")}|(?:及|和|与)(?:其)?(?:主要)?(?:{any_of("shared", "duty")})|有)? (?:\(?(?:共)?\d{{1,3}}个\)?)? :?(?:\([^()]{{2,20}}\))?$""",
    re.VERBOSE,
)
# 安山县政府办公室设14个内设机构: · 局机关设下列职能科室。  a sentence that opens the list and names the organ
COUNTED = re.compile(
    rf"""^(?:{ENUMERATOR})?(?:根据[^,。]{{2,24}},)?(?P<owner>[{HAN}]{{3,24}}?[局委办院厅会心团部校处室司])
    (?:机关)?(?:现|共|下|内)?(?:设|有)(?:有|置|立)?(?:下列|以下)?(?:{NUMERAL_COUNT}个)?(?:职能)?
    (?P<sort>内设(?:{any_of("establishment", "what_for")})?(?:机构|{SECTIONS}|部门)|(?:{any_of("establishment", "what_for")}|工作)?(?:{SECTIONS}|机构|部门))
    (?:,?(?:{any_of("organs", "listed_are")}))?[:。]$""",
    re.VERBOSE,
)
# …,是县政府派出机构。管委会内设机构是:  a sentence that ends by opening the list
OPENED = re.compile(
    rf"""
    (?:^|[,。;])(?:[{HAN}]{{2,16}}?[局委办院厅会])?(?P<sort>内设(?:机构|{SECTIONS}|部门))  # 管委会内设机构
    (?:主要)?(?:是|有|为|包括|分别[是为]|(?:设置)?如下):$  # 是:
    """,
    re.VERBOSE,
)
# 人事科 · 人事科:负责… · 1、人事科 · • 人事科(老干部科)  a line that names one part, with what it does after a mark or a verb
NAME_LINE = re.compile(
    rf"""^(?:[{BULLETS}]|-)?(?:{ENUMERATOR})?
    (?P<name>(?:《[{HAN}]{{2,12}}》)?[{HAN}]{{2,18}}?(?:[室科处股局站所队庭院馆校台社库部司]|{any_of("organs", "part_end")}))
    (?:\((?P<also>[{HAN}、]{{2,30}})\)|\([^()]{{2,40}}\))? (?: [:。;,].* | (?=(?:主要)?(?:{any_of("organs", "does")})).*
      | 的?(?:{any_of("organs", "owner_page")})(?:[:。;,].*)?$ | $ )""",
    re.VERBOSE,
)
# 安山县水利局内设机构 · 安山县水利局简介 · 安山县水利局  a title that names the organ
PAGE_OWNER = re.compile(
    rf"""^(?!{any_of("organs", "no_owner")})
    (?P<owner>[{HAN}]{{3,24}}?[局委办院厅会心团部校府学馆台站所社司])(?:的|机关)?
    (?:{any_of("organs", "page_kind")}|内设[机科处股][构室]|(?:{any_of("establishment", "what_for")})[科处股]室|[科处股]室设置|[下直所]属(?:事业)?(?:{any_of("establishment", "sort")}))*
    (?:及|和|、)?(?:内设机构|机构设置|[下直所]属(?:事业)?(?:{any_of("establishment", "sort")})|派出机构|[科处股]室(?:工作)?职责|{any_of("organs", "owner_page")}|(?:{any_of("establishment", "inner")})(?:机构|科室)?:)*$""",
    re.VERBOSE,
)
TITLE_OWNER = re.compile(
    rf"""
    (?:印发|^|《|〈)(?P<owner>[{HAN}()]{{3,30}}?)  # 印发某某某
    (?: (?:{any_of("establishment", "title_of_duties")})[、,]?(?:和)?(?:{any_of("establishment", "title_of_parts")})  # 职能配置、和内设机构
      | 机构编制(?:{any_of("establishment", "plan_noun")})|[“"]?三定[”"]?(?:{any_of("establishment", "plan_noun")}) )
    """,
    re.VERBOSE,
)
# 1997年改称安山开发区管理委员会,是县政府派出机构
IS_ORGAN = re.compile(
    rf"""
    (?:[年月日](?:{any_of("establishment", "renamed_as")})|(?<![{HAN}]))(?P<owner>[{HAN}]{{2,24}}[局委办院厅会])  # 安山开发区管理委员会
    ,?(?:为|是)[^,。;]{{0,14}}?(?:{any_of("shared", "unit")}|机构)  # ,是县政府派出机构
    """,
    re.VERBOSE,
)
LEAST_LISTED = 2  # lines of names in a row that make a list below a heading
MOST_BETWEEN = 4  # lines of duties between two names
DUTY_LINE = re.compile(
    rf"""^(?:主要)?(?:{any_of("organs", "duty_line")}|{any_of("organs", "does")}|(?:工作|岗位)职责)
      | ^(?:{any_of("organs", "contact_kind")})?(?:{any_of("organs", "contact")})[:\d]
    """,
    re.VERBOSE,
)
COLUMNS = re.compile(
    rf"(?:序号)?(?:{SECTIONS}|机构|{any_of('shared', 'unit')})(?:名称)?(?=职|{any_of('organs', 'column_beside')})"
)
TOLD = re.compile("[内下现共]设|设[有立置]")  # a sentence that lists the parts, which is read as one
NO_PART = re.compile(rf"(?:主要)?(?:{any_of('organs', 'no_part')})|[本该]规定")
ARTICLE = re.compile(rf"第[{HAN}]{{1,4}}条")
ODD_LINE = re.compile(rf"(?:[{BULLETS}]|-)?(?:{ENUMERATOR})?[{HAN}]{{3,}}(?:\([{HAN}]{{2,}}\))?$")
LONGEST_ODD = 16
LEFT_OUT = re.compile(r"\([^()]{1,6}\)")  # (略)
NUMBER = re.compile(r"\d{1,3}$")
SIGN = re.compile(r"加?挂(?P<name>[^、]{3,24}?)(?:的?牌子)")
OF_SORT = re.compile(rf"(?:{ENUMERATOR})?[{HAN}]{{2,6}}(?:{any_of('organs', 'told_of_sort')}|{SECTIONS}):")  # 临床科室:
SECTION_END = re.compile(
    rf"^[{HAN}]{{1,14}}(?:[科处股室部]|{any_of('organs', 'part_end')})(?:\([^()]{{2,16}}\))?$"
)  # 内一科, 检验科
WITH_PLACE = re.compile(rf"[{HAN}]{{2,6}}?[{LEVELS}][{HAN}]{{2,10}}[局委办院厅]$")  # 安山县财政局
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
    named: set[int] = set()  # where the lines begin that name a part: no such line names the organ of a later list
    if (alone := heads_alone(notice)) is not None:
        yield from heads(notice, alone)
    elif (house := house_of_page(notice)) is not None:
        yield from labelled_heads(notice, house)
    for index, block in enumerate(blocks):
        heading = _heading(block)
        if heading is None:
            continue
        names, unread, headed = _lines_below(blocks, index + 1)
        names = names or _rows_below(blocks, index + 1) or _listed_below(blocks[index + 1 : index + 2])
        names = names or _sorted_below(blocks[index + 1 : index + 1 + FAR])
        if len(names) < LEAST_LISTED:
            continue
        owner = _page_owner(notice, index, named)
        if owner is None and (printed := _owner_first(names)) is not None:
            owner, names = printed, names[1:]
        named.update(one.block.start for one in names)
        if owner is None:
            first, last = names[0].block, names[-1].block
            end = min(last.end, first.start + LONGEST_QUOTE)
            evidence = notice.document.evidence(first.start, max(end, first.end))
            yield Doubt(evidence, RULE, "organ_unknown")
            continue
        if not told and alone is None:
            yield from heads(notice, owner)
        told = True
        yield from (line.doubt(0, len(line.text), RULE, "parts_unread", owner=owner.name) for line in unread)
        sort = heading["sort"]
        for one in names:
            plain = sort.endswith(PLAIN_SORTS) and not sort.startswith("机关")
            yield part_of(notice, one.block, owner, *one.span, ROLE if plain else sort)
            section = one.block.party(Kind.DEPARTMENT, *one.span)
            yield from posts_in_line(notice, one.block.text, one.span[1], section)
        for one, line in headed:
            yield from posts_held(notice, line.text, one.block.party(Kind.DEPARTMENT, *one.span))
    yield from sections_headed(notice)


def page_owner(title: str) -> tuple[int, int] | None:
    """Where a line that names the organ of a page names it: 安山县水利局机构设置; None if it is no such line."""
    mark = ENUMERATED.match(title)
    match = PAGE_OWNER.match(title[mark.end() if mark else 0 :]) if len(title) <= LONGEST_HEADING else None
    if match is None or kind_of_body(match["owner"]) is None or is_aggregate(match["owner"]):
        return None
    shift = mark.end() if mark else 0
    return shift, shift + match.end("owner")


def _heading(block: Block) -> re.Match[str] | None:
    text = block.text.text
    if not block.is_row and len(text) > LONGEST_HEADING and text[-1] == ":":
        return OPENED.search(text, len(text) - LONGEST_HEADING)
    if block.is_row or len(text) > LONGEST_HEADING or not LISTS.search(text):
        return None
    return SORT_HEADING.match(text) or COUNTED.match(text)


def _lines_below(blocks: Sequence[Block], first: int) -> tuple[list[_Named], list[Block], list[tuple[_Named, Block]]]:
    """The lines from `first` on that name a part each, passing over what each does.

    Apart: the lines of the list that name none; those that say who heads a part, with the part above.
    """
    names: list[_Named] = []
    unread: list[Block] = []
    headed: list[tuple[_Named, Block]] = []
    part: _Named | None = None
    between, numbered = 0, True  # 1.秘书处 / 负责…。 / 各种文件的…。: sentences stand between names that are numbered
    for index, block in enumerate(blocks[first:], first):
        article = ARTICLE.match(block.text.text) and not (names and ARTICLE.match(names[0].block.text.text))
        if article or _heading(block) is not None:
            break
        if names and not block.is_row and (_is_duty(block, numbered) or LEFT_OUT.fullmatch(block.text.text)):
            continue
        match = _name_in(block) if not block.is_row else None
        if match and any(match["name"] == one.block.text.text[slice(*one.span)] for one in names):
            continue  # 河湖股职责 / 河湖股(石磊)
        if match and not is_aggregate(match["name"]) and not NO_PART.match(match["name"]):
            part = _Named(block, match.span("name"))
            names.extend(_Named(block, span) for span in _spans(match))
            numbered = numbered and match.start("name") > 0
            between = 0
            continue
        if not names and COLUMNS.match(block.text.text) and breaks(block.text):
            continue  # 科室名称　负责人　联系电话
        if part is not None and heads_a_part(block):
            headed.append((part, block))
            continue
        between += 1
        told = DUTY_LINE.match(block.text.text) or (numbered and block.text.text[-1] in "。;")
        if names and not block.is_row and not told and _goes_on(blocks, index):
            unread.append(block)
            between = 0
            continue
        if block.is_row or not names or between > MOST_BETWEEN + 2 * numbered or not told:
            break
    return names, unread, headed


def _is_duty(block: Block, numbered: bool) -> bool:
    """Whether a line is one of the numbered duties of a part whose own name bears no number: (一)组织各类会议; below 办公室工作职责."""
    return not numbered and block.text.text[-1] in "。;" and ENUMERATED.match(block.text.text) is not None


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
    if match["also"] and (sign := SIGN.fullmatch(match["also"])):
        yield start + sign.start("name"), start + sign.end("name")  # 办公室(挂信访办公室牌子)
        return
    for word in (match["also"] or "").split("、"):
        if is_inner(word) or (len(word) > 3 and kind_of_body(word) is not None):
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
        offset = block.text.offsets.index(cells[0].offsets[0])
        names.append(_Named(block, (offset + match.start("name"), offset + match.end("name"))))
    return names


def _listed_below(blocks: Sequence[Block]) -> list[_Named]:
    """The names of one line below a heading: 直属单位 / 县疾控中心、县妇幼保健院."""
    listed = [unit_list(block.text.text, 0, len(block.text)) for block in blocks if not block.is_row]
    if not listed or listed[0].rest or listed[0].aggregates or TOLD.search(blocks[0].text.text):
        return []
    return [_Named(blocks[0], (unit.start, unit.end)) for unit in listed[0].units if unit.has_offsets]


def _sorted_below(blocks: Sequence[Block]) -> list[_Named]:
    """The names of lines that each list a sort of parts: 临床科室:内科、外科 / 职能科室:办公室、医务科."""
    names: list[_Named] = []
    for block in blocks:
        text = block.text.text
        label = OF_SORT.match(text) if not block.is_row else None
        spans = list(parts_between(text, label.end(), len(text.rstrip("。;")), "、,")) if label else []
        if len(spans) < LEAST_LISTED or not all(SECTION_END.search(text[slice(*span)]) for span in spans):
            break
        names += [_Named(block, span) for span in spans]
    return names


def _owner_first(names: Sequence[_Named]) -> Party | None:
    """The organ that a page prints below its heading and above the parts: 机构设置 / |安山县财政局| / 办公室 / 预算股."""
    head, *parts = [one.block.text.text[slice(*one.span)] for one in names]
    if len(parts) < LEAST_LISTED or not WITH_PLACE.match(head) or any(WITH_PLACE.match(part) for part in parts):
        return None
    kind = kind_of_body(head)
    return names[0].block.party(kind, *names[0].span) if kind not in (None, Kind.GROUP) and kind is not None else None


def _page_owner(notice: Notice, index: int, parts: Set[int]) -> Party | None:
    """The organ that a page is about: the body of the heading, else of the nearest line above that is one, else of the title."""
    heading = notice.blocks[index]
    if len(heading.text) > LONGEST_HEADING and (told := IS_ORGAN.search(heading.text.text)):
        return heading.party(kind_of_body(told["owner"]) or Kind.DEPARTMENT, *told.span("owner"))
    above = [notice.blocks[index], *reversed(notice.blocks[max(0, index - FAR) : index])]
    for block in (block for block in above if block.start not in parts):
        counted = COUNTED.match(block.text.text) if block is above[0] else None
        span = page_owner(block.text.text) if not block.is_row else None
        if counted is not None and kind_of_body(counted["owner"]) is not None:
            span = counted.span("owner")
        if span is not None:
            return block.party(kind_of_body(block.text.text[slice(*span)]) or Kind.DEPARTMENT, *span)
    for block in (block for block in above[1:] if block.start not in parts):
        told = OWN_DUTIES.match(block.text.text) if not block.is_row else None
        if told and (kind := kind_of_body(told["owner"])) is not None:
            return block.party(kind, *told.span("owner"))
    title = notice.heading
    match = PAGE_OWNER.match(title) or TITLE_OWNER.search(title)
    if match and (kind := kind_of_body(match["owner"])) is not None:
        return Party(kind, match["owner"])
    return notice.issuers[0] if len(notice.issuers) == 1 else None
