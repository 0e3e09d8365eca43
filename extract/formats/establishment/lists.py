"""What an organ is made of: the inner organs that a 三定 document or a page about an organ lists, and where it sits.

In:  安山县水利局职能配置、内设机构和人员编制规定 / 第四条 县水利局设下列内设机构: / (一)办公室。承担… / (二)河湖股。… /
     第五条 … / 办公地址:安山县河滨路3号
Out: part_of(办公室 → 县水利局, 内设机构), part_of(河湖股 → …), located_at(县水利局 → 安山县河滨路3号)

The list opens with a sentence (设下列内设机构, 设9个内设机构) or a heading (三、内设机构) and ends at the next heading of its level.
Its owner is the body of that sentence, else the one whose establishment the title is about. Duties of an organ give nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.clean import Text
from extract.document import Block, Notice
from extract.facts import Doubt, Fact, Kind, Party, Relation
from extract.formats.scope import INNER_ORGANS, sets_up_an_organ
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import DIGITS, ENUMERATOR, HAN, IN_WORDS
from extract.names.offices.office import Office
from extract.names.offices.titles import is_bare_post, offices
from extract.names.people import is_person_name
from extract.names.persons.members import lines_of
from extract.names.units import breaks

RULE = "establishment.inner"
ADDRESS_RULE = "establishment.address"
ROLE = "内设机构"
INNER = INNER_ORGANS.pattern
# 县水利局设下列内设机构: · 国务院办公厅设9个内设机构:
OPENS = re.compile(
    rf"""
    (?:^|[,。、条 ])(?:根据[^,。]{{2,20}},)?(?P<owner>[{HAN}()]{{2,30}}?)  # 根据某某,某某
    (?:机关)?(?:共)?(?:内)?设(?:置|立|有)?(?:下列|以下|{IN_WORDS}个|\d{{1,2}}个)?  # 机关共内设置下列
    (?:副?[{HAN}]{{1,3}}级)?(?:{INNER})  # 副某级内设职能机构
    """,
    re.VERBOSE,
)
HEADING = re.compile(
    rf"""
    ^(?P<mark>第[{DIGITS}十]{{1,3}}[章条]|{IN_WORDS}、|\({IN_WORDS}\))?  # 第一章
    (?:[{HAN}]{{0,6}})?(?:{INNER})(?:设置|及职责|和职责)?[:。]?$  # 某内设职能机构设置:
    """,
    re.VERBOSE,
)
MARKS = (
    re.compile(rf"^第[{DIGITS}十]{{1,3}}章"),
    re.compile(rf"^第[{DIGITS}十]{{1,3}}条"),
    re.compile(rf"^{IN_WORDS}、"),
    re.compile(rf"^\({IN_WORDS}\)"),
    re.compile(r"^\d{1,2}[.、]"),
)
TITLE_OWNER = re.compile(
    rf"""
    (?:印发|^|《|〈)(?P<owner>[{HAN}()]{{3,30}}?)(?:职能配置|主要职责|职责配置)[、,]?  # 印发某某某职能配置、
    (?:和)?(?:内设机构|内设处室)  # 和内设机构
    """,
    re.VERBOSE,
)
# (一)办公室。 (十二)人事科(直属机关党委办公室与其合署办公) 1.办公室: or a name and a gap before what it does
ENTRY = re.compile(
    rf"""
    (?P<mark>\({IN_WORDS}\)|(?<!\d)\d{{1,2}}[.、])  # (一)
    (?P<name>[{HAN}“”、]{{2,24}}?)(?P<also>\([^()]{{2,40}}\))?  # 某某(某某)
    (?=[。:,;\n]|$|(?:主要)?(?:负责|承担|组织|协助|拟订|指导))""",
    re.VERBOSE,
)
ITEM_MARK = re.compile(ENUMERATOR)
# 内设机构 · 二、下属单位: · 派出机构名单  a line that stands over the names, one a line
SORT_HEADING = re.compile(
    rf"""^(?:{ENUMERATOR})?(?:[{HAN}]{{2,20}}?[局委办院厅会心])?(?:的)?
    (?P<sort>
        内设(?:职能|业务)?(?:机构|科室|股室|处室|部门)
      | 机构设置(?=(?:及|和|与)(?:其)?(?:主要)?职)
      | (?:下属|直属|所属|下设)(?:事业)?(?:单位|机构)
      | (?:派出|基层)(?:机构|法庭|所) | 人民法庭 | 二级单位
    )
    (?:设置|名单|一览|信息|情况|(?:及|和|与)(?:其)?(?:主要)?(?:职责|职能)|名称|如下|有)? (?:\(?(?:共)?\d{{1,3}}个\)?)? :?$""",
    re.VERBOSE,
)
# 人事科 · 人事科:负责… · 1、人事科 · a line that names one part, with what it does after a colon
NAME_LINE = re.compile(
    rf"""^(?:{ENUMERATOR})?
    (?P<name>[{HAN}]{{2,18}}(?:[室科处股局站所队庭院馆校台社库]|中心|支部|工会|党委))
    (?:\([{HAN}]{{2,20}}\))? (?: [:。;,].* | $ )""",
    re.VERBOSE,
)
# 安山县水利局内设机构 · 安山县水利局简介 · 安山县水利局  a title that names the organ
PAGE_OWNER = re.compile(
    rf"""^(?P<owner>[{HAN}]{{3,24}}?[局委办院厅会心团])(?:的)?
    (?:内设机构|机构设置|机构职能|组织机构|机构概况|机构信息|单位概况|主要职责|部门职责|工作职责|简介|概况|下属单位|直属单位|派出机构)*
    (?:及|和|、)?(?:内设机构|机构设置|下属单位|直属单位|派出机构)*$""",
    re.VERBOSE,
)
# 办公厅(人事局)负责组织、协调…: what the organ of a page does
OWN_DUTIES = re.compile(rf"^(?P<owner>[{HAN}]{{2,20}}[局委办厅院处部室])(?:\([{HAN}]{{2,16}}\))?(?:主要)?(?:负责|承担)")
HEADS = re.compile(rf"^(?:{ENUMERATOR})?(?:主要|机构|单位|部门)?(?:负责人|领导|领导班子|领导成员)(?:信息|名单)?:?$")
HEADS_RULE = "establishment.heads"
LEAST_LISTED = 2  # lines of names in a row that make a list below a heading
MOST_BETWEEN = 3  # lines of duties between two names
DUTY_LINE = re.compile(r"^(?:主要)?(?:职责|职能|负责|承担|组织|协助|拟订|指导|贯彻|电话|联系电话|办公电话|负责人)")
INNER_END = re.compile(r"[室科处股局司组部办委会队厅]$|中心$|党委$|支部$|工会$")
BARE = re.compile(rf"(?P<name>(?:机关|离退休|纪检|人事|直属|工会)[{HAN}]{{1,14}})(?P<stop>[。:,])?")
ADDRESS = re.compile(r"^(?:办公|单位|机关|联系)?地址:(?P<address>[^;。,]{4,60}?)(?:[;。,]|$)")
LONGEST_QUOTE = 300
FAR = 40  # lines above a heading in which the organ of a page is named


@dataclass(frozen=True, slots=True)
class _List:
    """An open list of inner organs: whose they are, and the level of the heading that it stands under."""

    owner: Party
    level: int


def inner_lists(notice: Notice) -> Iterator[Fact | Doubt]:
    """The inner organs and the address that a notice states of the organ that it sets up."""
    listed = list(_listed(notice)) if sets_up_an_organ(notice) else []
    yield from listed
    named = {fact.subject.start for fact in listed}
    yield from (one for one in _headed(notice) if isinstance(one, Doubt) or one.subject.start not in named)


def _listed(notice: Notice) -> Iterator[Fact]:
    """What the list of a 三定 document states, that a sentence or a heading opens."""
    subject = _subject(notice)
    current: _List | None = None
    for block in notice.blocks:
        if block.is_row:
            continue
        text = block.text.text
        opened = _opened(block, subject)
        if opened is not None:
            current = opened
            subject = current.owner
            yield from _entries(notice, block, current.owner, text.find(":") + 1 if ":" in text else len(text))
        elif current is not None and _closes(text, current.level):
            current = None
        elif current is not None:
            yield from _entries(notice, block, current.owner, 0)
        if subject is not None and (address := ADDRESS.match(text)):
            yield _located(notice, block, subject, address)


def _headed(notice: Notice) -> Iterator[Fact | Doubt]:
    """Below a heading (内设机构, 下属单位, 派出机构) the parts that are named one a line, of the organ of the page."""
    blocks = notice.blocks
    for index, block in enumerate(blocks):
        heading = SORT_HEADING.match(block.text.text) if not block.is_row else None
        names = _lines_below(blocks, index + 1) if heading else []
        if heading is None or len(names) < LEAST_LISTED:
            continue
        owner = _page_owner(notice, index)
        first, last = names[0], names[-1]
        if owner is None:
            end = min(last[0].end, first[0].start + LONGEST_QUOTE)
            evidence = notice.document.evidence(first[0].start, max(end, first[0].end))
            yield Doubt(evidence, RULE, "organ_unknown")
            continue
        yield from _heads(notice, index, owner)
        for line, span in names:
            yield _inner(notice, line, owner, *span, ROLE if heading["sort"] == "机构设置" else heading["sort"])


def _heads(notice: Notice, first: int, owner: Party) -> Iterator[Fact]:
    """负责人 / 主　任　丁力 / 副主任　石磊 below the parts of an organ: bare posts are the organ's."""
    below = notice.blocks[first : first + FAR]
    start = next((i for i, block in enumerate(below) if HEADS.match(block.text.text)), None)
    base = Office(owner.start, owner.end, owner.name, owner.kind, "", 0, 0)
    for block in below[start + 1 :] if start is not None else ():
        for line in lines_of(block):
            cut = next((i for i in range(2, len(line)) if is_bare_post(line.text, 0, i) and _is_name(line, i)), 0)
            held = offices(line.text, 0, cut, base) if cut else []
            if not held or block.is_row:
                return
            left, right = line.span(cut, len(line))
            person = notice.document.party(Kind.OFFICIAL, left, right)
            evidence = notice.document.evidence(line.offsets[0], right, at=left)
            yield Fact(Relation.HOLDS, person, owner, evidence, HEADS_RULE, held[0].post, notice.dated)


def _is_name(line: Text, start: int) -> bool:
    """Whether layout space and then a name end the line."""
    return line.offsets[start] > line.offsets[start - 1] + 1 and is_person_name(line.text[start:])


def _lines_below(blocks: Sequence[Block], first: int) -> list[tuple[Block, tuple[int, int]]]:
    """The lines from `first` on that name a part each, passing over what each does, up to any other line."""
    names: list[tuple[Block, tuple[int, int]]] = []
    between, numbered = 0, True  # 1.秘书处 / 负责…。 / 各种文件的…。: sentences stand between names that are numbered
    for block in blocks[first:]:
        match = NAME_LINE.match(block.text.text) if not block.is_row else None
        if match and not is_aggregate(match["name"]) and not DUTY_LINE.match(match["name"]):
            names.append((block, match.span("name")))
            numbered = numbered and match.start("name") > 0
            between = 0
            continue
        between += 1
        told = DUTY_LINE.match(block.text.text) or (numbered and block.text.text[-1] in "。;")
        if block.is_row or not names or between > MOST_BETWEEN + 2 * numbered or not told:
            break
    return names


def _page_owner(notice: Notice, index: int) -> Party | None:
    """The organ that a page is about: the body of the heading, else of the title, else of the nearest line above that is one."""
    for block in (notice.blocks[index], *reversed(notice.blocks[max(0, index - FAR) : index])):
        text = block.text.text
        match = PAGE_OWNER.match(text) if not block.is_row and len(text) <= 40 else None
        if match and kind_of_body(match["owner"]) is not None and not is_aggregate(match["owner"]):
            return block.party(kind_of_body(match["owner"]) or Kind.DEPARTMENT, *match.span("owner"))
    for block in reversed(notice.blocks[max(0, index - FAR) : index]):
        told = OWN_DUTIES.match(block.text.text) if not block.is_row else None
        if told and (kind := kind_of_body(told["owner"])) is not None:
            return block.party(kind, *told.span("owner"))
    match = PAGE_OWNER.match(notice.title or "") or TITLE_OWNER.search(notice.title or "")
    if match and (kind := kind_of_body(match["owner"])) is not None:
        return Party(kind, match["owner"])
    return notice.issuers[0] if len(notice.issuers) == 1 else None


def _subject(notice: Notice) -> Party | None:
    """The body whose establishment the title is about."""
    match = TITLE_OWNER.search(notice.title or "")
    if match is None or (kind := kind_of_body(match["owner"].removeprefix("关于印发"))) is None:
        return None
    return Party(kind, match["owner"].removeprefix("关于印发"))


def _opened(block: Block, subject: Party | None) -> _List | None:
    text = block.text.text
    level = _level(text)
    if HEADING.match(text) and len(text) <= 24:
        return _List(subject, level) if subject is not None else None
    match = OPENS.search(text)
    if match is None:
        return None
    start, end = match.span("owner")
    mark = ITEM_MARK.match(text, start, end)
    start = mark.end() if mark else start
    kind = kind_of_body(text[start:end])
    if kind is not None:
        return _List(block.party(kind, start, end), level)
    return _List(subject, level) if subject is not None else None


def _level(text: str) -> int:
    return next((i for i, shape in enumerate(MARKS) if shape.match(text)), len(MARKS))


def _closes(text: str, level: int) -> bool:
    """Whether a line is a heading of the list's level or above: 四、人员编制, 第五条 …; any heading of chapters where it had none."""
    own = _level(text)
    if own == len(MARKS):
        return False
    return own <= level if level < len(MARKS) else own <= 2


def _entries(notice: Notice, block: Block, owner: Party, start: int) -> Iterator[Fact]:
    """The inner organs that a paragraph of the list names."""
    text = block.text.text
    matches = [match for match in ENTRY.finditer(text, start) if _is_inner(match["name"])]
    for match in matches:
        yield _inner(notice, block, owner, *match.span("name"))
        if match["also"] and _is_inner(match["also"][1:-1]):
            yield _inner(notice, block, owner, match.start("also") + 1, match.end("also") - 1)
    if matches or start:
        return
    gap = next((gap for gap in sorted(breaks(block.text)) if gap > 2), 0)
    bare = BARE.match(text)
    end = gap if gap and BARE.fullmatch(text[:gap]) else bare.end("name") if bare and bare["stop"] else 0
    if end and _is_inner(text[:end]):
        yield _inner(notice, block, owner, 0, end)


def _is_inner(name: str) -> bool:
    return 2 < len(name) <= 24 and bool(INNER_END.search(name)) and not is_aggregate(name) and "、" not in name


def _inner(notice: Notice, block: Block, owner: Party, start: int, end: int, role: str = ROLE) -> Fact:
    party = block.party(Kind.DEPARTMENT, start, end)
    evidence = block.evidence(start, end)
    if owner.start is not None and 0 < evidence.end - owner.start <= LONGEST_QUOTE:
        line = evidence.line
        evidence = replace(notice.document.evidence(owner.start, evidence.end), line=line)
    return Fact(Relation.PART_OF, party, owner, evidence, RULE, role, notice.dated)


def _located(notice: Notice, block: Block, owner: Party, match: re.Match[str]) -> Fact:
    place = block.party(Kind.PLACE, *match.span("address"))
    evidence, document = block.evidence(0, match.end("address")), notice.document
    start = document.text.rfind(owner.name, max(notice.start, evidence.end - LONGEST_QUOTE), evidence.start)
    if start >= 0:  # the last mention of the body that one quotation holds beside its address
        owner = document.party(owner.kind, start, start + len(owner.name))
        evidence = document.evidence(start, evidence.end)
    return Fact(Relation.LOCATED_AT, owner, place, evidence, ADDRESS_RULE, None, notice.dated)
