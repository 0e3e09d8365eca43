"""What an organ is made of: the inner organs that a 三定 document or a page about an organ lists, and where it sits.

In:  安山县水利局职能配置、内设机构和人员编制规定 / 第四条 县水利局设下列内设机构: / (一)办公室。承担… / (二)河湖股。… /
     第五条 … / 办公地址:安山县河滨路3号
Out: part_of(办公室 → 县水利局, 内设机构), part_of(河湖股 → …), located_at(县水利局 → 安山县河滨路3号)

The list opens with a sentence (设下列内设机构, 设9个内设机构) or a heading (三、内设机构) and ends at the next heading of its level.
Its owner is the body of that sentence, else the one whose establishment the title is about. Duties of an organ give nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.document import Block, Notice
from extract.facts import Doubt, Fact, Kind, Party, Qualifiers, Relation
from extract.formats.establishment.heads import house_of_page
from extract.formats.establishment.pages import TITLE_OWNER, parts_headed
from extract.formats.establishment.part import LATER, LONGEST_QUOTE, is_inner, part_of
from extract.formats.phones import phones
from extract.formats.scope import INNER_ORGANS, sets_up_an_organ
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import DIGITS, ENUMERATED, HAN, IN_WORDS
from extract.names.units import breaks

ADDRESS_RULE = "establishment.address"
INNER = INNER_ORGANS.pattern
# 县水利局设下列内设机构: · 国务院办公厅设9个内设机构:
OPENS = re.compile(
    rf"""
    (?:^|[,。、条 ])(?:根据[^,。]{{2,20}},)?(?P<owner>[{HAN}()]{{2,30}}?)  # 根据某某,某某
    (?:机关)?(?:共)?[内下]?设(?:置|立|有)?
    (?: (?:下列|以下|{IN_WORDS}个|\d{{1,2}}个)?(?:副?[{HAN}]{{1,3}}级)?(?:{INNER})  # 下列副某级内设职能机构
      | (?:下列|以下|{IN_WORDS}个|\d{{1,2}}个)(?:(?:职能)?(?:[科处股]室|司局|[科股处]\(室\))|职能[科股处]|[科股处](?=[:(])) )  # 15个处室
    """,
    re.VERBOSE,
)
HEADING = re.compile(
    rf"""
    ^(?P<mark>第[{DIGITS}十]{{1,3}}[章条]|{IN_WORDS}、|\({IN_WORDS}\))?  # 第一章
    (?:[{HAN}]{{0,6}})?(?:{INNER})(?:{any_of("establishment", "list_tail")})?[:。]?$  # 某内设职能机构设置:
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
# (一)办公室。 (十二)人事科(直属机关党委办公室与其合署办公) 1.办公室: or a name and a gap before what it does
ENTRY = re.compile(
    rf"""
    (?P<mark>\({IN_WORDS}\)|(?<!\d)\d{{1,2}}[.、])  # (一)
    (?P<name>[{HAN}“”、]{{2,24}}?)(?P<also>\([^()]{{2,40}}\))?  # 某某(某某)
    (?=[。:,;\n]|$|(?:主要)?(?:{any_of("establishment", "does_first")}))""",
    re.VERBOSE,
)
BARE = re.compile(rf"(?P<name>(?:{any_of('establishment', 'bare_section')})[{HAN}]{{1,14}})(?P<stop>[。:,])?")
ADDRESS = re.compile(rf"^(?:{any_of('establishment', 'address_of')})?地址:(?P<address>[^;。,]{{4,60}}?)(?:[;。,]|$)")
OFFICE_LINE = re.compile(r"电话(?:号码)?:(?P<phone>[\d\-—–、,/() 转]{5,60})")


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
    yield from (one for one in parts_headed(notice) if isinstance(one, Doubt) or one.subject.start not in named)


def _listed(notice: Notice) -> Iterator[Fact]:
    """What the list of a 三定 document states, that a sentence or a heading opens."""
    subject = _subject(notice) or house_of_page(notice)
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


def _subject(notice: Notice) -> Party | None:
    """The body whose establishment the title is about."""
    match = TITLE_OWNER.search(notice.heading)
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
    mark = ENUMERATED.match(text, start, end)
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
    matches = [match for match in ENTRY.finditer(text, start) if is_inner(match["name"])]
    for match in matches:
        yield part_of(notice, block, owner, *match.span("name"))
        if match["also"] and is_inner(match["also"][1:-1]):
            yield part_of(notice, block, owner, match.start("also") + 1, match.end("also") - 1)
    if matches or start:
        return
    gap = next((gap for gap in sorted(breaks(block.text)) if gap > 2), 0)
    bare = BARE.match(text)
    end = gap if gap and BARE.fullmatch(text[:gap]) else bare.end("name") if bare and bare["stop"] else 0
    if not end and (later := LATER.match(text)):
        end = later.end("name")
    if end and is_inner(text[:end]):
        yield part_of(notice, block, owner, 0, end)


def _located(notice: Notice, block: Block, owner: Party, match: re.Match[str]) -> Fact:
    place = block.party(Kind.PLACE, *match.span("address"))
    evidence, document = block.evidence(0, match.end("address")), notice.document
    start = document.text.rfind(owner.name, max(notice.start, evidence.end - LONGEST_QUOTE), evidence.start)
    if start >= 0:  # the last mention of the body that one quotation holds beside its address
        owner = document.party(owner.kind, start, start + len(owner.name))
        evidence = document.evidence(start, evidence.end)
    line = OFFICE_LINE.search(block.text.text, match.end("address"))
    phone = phones(block.text.part(*line.span("phone")), block) if line else None
    if line and evidence.end - evidence.start + len(line[0]) < LONGEST_QUOTE:
        evidence = document.evidence(evidence.start, block.text.span(*line.span("phone"))[1])
    return Fact(Relation.LOCATED_AT, owner, place, evidence, ADDRESS_RULE, None, notice.dated, Qualifiers(phone=phone))
