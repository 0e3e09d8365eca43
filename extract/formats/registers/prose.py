"""Addresses that sentences and labels state of a body.

In:  向安山县政府办公室(地址:安山县河滨路3号,邮编:…)提交申请 · 受理机构:安山县档案馆 / 办公地址:北街9号 / 联系电话:0551-6612345
     县政务服务中心负责受理。办公地址:安山县东街2号
Out: located_at of each, with its office line

Whose address it is: the body right before the bracket, else the one that the sentence before opens with, else the one that a
label or the paragraph above names. The address in a foot of a page, of a firm or a shop, gives nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.document import Block, Notice
from extract.facts import Doubt, Fact, Kind, Qualifiers, Relation
from extract.formats.phones import PHONE_LINE, phones
from extract.formats.scope import sets_up_an_organ
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import kind_of_body
from extract.names.marks import ENUMERATOR, HAN, LEVELS
from extract.private import private_spans

RULE = "registers.prose"
LABEL = rf"(?:(?:{any_of('registers', 'address_of')})(?:场所)?)?地址"
ADDRESS = re.compile(
    rf"""
    (?<![{HAN}])(?P<label>{LABEL}):                                  # 办公地址:
    (?P<address>[^:;。,()]{{4,60}}?(?:\([^()]{{1,20}}\))?)            # 安山县河滨路3号(县政府院内)
    (?=[;。,)]|{any_of("registers", "how_reached")}|$)
    """,
    re.VERBOSE,
)
PLACE = re.compile(r"[路街道巷村镇乡]|\d号|大厦|广场|[楼院]")
IN_BRACKET = re.compile(
    rf"""
    (?P<run>[{HAN}]{{3,40}})(?:\([{HAN}]{{2,16}}\))?                  # 县政务服务中心(办事大厅)
    \((?:[^():]{{1,16}}[:,;][^():]{{0,16}}[,;])?$                     # (电话:…,地址:
    """,
    re.VERBOSE,
)
# 将申请表邮寄至|县政府办公室: what leads to a body
LEADS_TO = re.compile(rf"(?:[寄送交报递][至往到]|{any_of('registers', 'goes_to')}|到|向|在|至|由|[为是])")
OPENS = re.compile(
    rf"""
    (?:{ENUMERATOR})?(?:在|到)?
    (?P<owner>[{HAN}]{{3,30}}?)(?:\([{HAN}]{{2,16}}\))?               # 县政务服务中心(行政服务大厅)
    (?:{any_of("registers", "owner_does")}|是|为|,|$)
    """,
    re.VERBOSE,
)
# 安山县博物馆|位于|东湖区河滨路3号
SITS = re.compile(
    rf"""
    (?P<owner>[{HAN}]{{4,30}}?)(?:\([{HAN}]{{2,16}}\))?,?               # 安山县博物馆(县美术馆)
    [坐座]?[落位][于在](?P<address>[{HAN}][{HAN}\d]{{3,40}}?\d{{1,5}}号)(?=[,。;]|$)  # 位于东湖区河滨路3号
    """,
    re.VERBOSE,
)
MAY_SIT = sign_of(SITS)
NAMED = re.compile(
    rf"""
    (?:^|[;。,])(?:{ENUMERATOR})?
    (?:[{HAN}]{{0,8}}(?:{any_of("registers", "label_of")})(?:名称)?|名称):  # 受理机构:
    (?P<owner>[{HAN}]{{3,30}})(?=[;。,(]|$)
    """,
    re.VERBOSE,
)
PHONE = re.compile(rf"(?:{any_of('registers', 'by_phone')})(?:号码)?:(?P<phone>[\d\-—–、,/() 转]{{5,60}})")
FOOT = re.compile(rf"ICP|{any_of('registers', 'foot')}")
PRIVATE = re.compile(rf"(?:{any_of('registers', 'private')}|[店厂])$")  # whose address is no matter of a register
WHOLE = re.compile(rf"[{LEVELS}镇乡]|街道|国|苏木")  # no part of an organ: 机关党委, 办公室
MOST_ABOVE, MOST_BELOW, FAR_PHONE, NEAR_FOOT = 4, 6, 80, 2
LONGEST_QUOTE = 300
SHORTEST_NAME = 3  # 向本馆 names no body


@dataclass(frozen=True, slots=True)
class _Owner:
    block: Block
    start: int
    end: int

    @property
    def name(self) -> str:
        return self.block.text.text[self.start : self.end]


def addresses_told(notice: Notice, index: int) -> Iterator[Fact | Doubt]:
    """The addresses that one paragraph states."""
    block = notice.blocks[index]
    near = notice.blocks[max(0, index - NEAR_FOOT) : index + NEAR_FOOT + 1]
    if any(FOOT.search(other.text.text) for other in near):
        return
    for match in ADDRESS.finditer(block.text.text):
        if not PLACE.search(match["address"]):
            continue
        owner = _owner(notice, index, match)
        if owner is None or PRIVATE.search(owner.name):
            continue
        yield _located(notice, index, owner, match)


def sits_at(notice: Notice, block: Block) -> Iterator[Fact]:
    """安山县博物馆位于东湖区河滨路3号,…: how a page or a gazetteer begins to tell of a body."""
    match = SITS.match(block.text.text) if block.text.signs & MAY_SIT else None
    owner = _body(block, *match.span("owner")) if match else None
    if match is None or owner is None or PRIVATE.search(owner.name):
        return
    body = block.party(kind_of_body(owner.name) or Kind.DEPARTMENT, owner.start, owner.end)
    address = block.party(Kind.PLACE, *match.span("address"))
    yield Fact(Relation.LOCATED_AT, body, address, block.evidence(*match.span()), RULE, None, notice.dated)


def _owner(notice: Notice, index: int, match: re.Match[str]) -> _Owner | None:
    block = notice.blocks[index]
    text, stop = block.text.text, match.start()
    if bracket := IN_BRACKET.search(text, max(0, stop - 90), stop):
        return _led_to(block, *bracket.span("run"))
    labelled = [
        _body(block, *label.span("owner")) for label in NAMED.finditer(text, max(0, stop - LONGEST_QUOTE), stop)
    ]
    if labelled and labelled[-1] is not None:
        return labelled[-1]
    floor = max(0, stop - LONGEST_QUOTE)
    starts = [*([] if floor else [0]), *(mark.end() + floor for mark in re.finditer("[。;]", text[floor:stop]))]
    for start in reversed(starts):
        if (opened := OPENS.match(text, start, stop)) and (owner := _body(block, *opened.span("owner"))):
            return owner
    if match.start() > 8 or sets_up_an_organ(notice):  # 办公地址:… of a 三定 is that of the organ which it sets up
        return None
    for above in reversed(notice.blocks[max(0, index - MOST_ABOVE) : index]):
        words = above.text.text
        opened = NAMED.search(words) or OPENS.match(words)
        if opened and not above.is_row and (owner := _body(above, *opened.span("owner"))):
            return owner
        if "地址:" in words or words.endswith(":"):
            return None
    return None


def _led_to(block: Block, start: int, end: int) -> _Owner | None:
    """The body at the end of a run of words: 将申请表邮寄至|县政府办公室."""
    for lead in LEADS_TO.finditer(block.text.text, start, end):
        start = lead.end()
    known = end - start >= SHORTEST_NAME and kind_of_body(block.text.text[start:end]) is not None
    return _Owner(block, start, end) if known else None


def _body(block: Block, start: int, end: int) -> _Owner | None:
    name = block.text.text[start:end]
    return _Owner(block, start, end) if WHOLE.search(name) and kind_of_body(name) is not None else None


def _located(notice: Notice, index: int, owner: _Owner, match: re.Match[str]) -> Fact | Doubt:
    block, document = notice.blocks[index], notice.document
    body = owner.block.party(kind_of_body(owner.name) or Kind.DEPARTMENT, owner.start, owner.end)
    address = block.party(Kind.PLACE, *match.span("address"))
    start, end = body.start or 0, address.end or block.end
    if body.start is None or end - start > LONGEST_QUOTE or any(private_spans(document.text, start, end)):
        return block.doubt(*match.span(), "registers.unclear", "no_body")
    evidence = document.evidence(start, end)
    phone = _phone(notice, index, match.end())
    return Fact(Relation.LOCATED_AT, body, address, evidence, RULE, None, notice.dated, Qualifiers(phone=phone))


def _phone(notice: Notice, index: int, after: int) -> str | None:
    """The office line after an address: in its sentence, else on a line of its own below."""
    block = notice.blocks[index]
    text = block.text.text
    if match := PHONE.search(text, after, min(len(text), after + FAR_PHONE)):
        return phones(block.text.part(*match.span("phone")), block)
    if len(text) - after > 2:
        return None
    for below in notice.blocks[index + 1 : index + 1 + MOST_BELOW]:
        words = below.text.text
        if "地址:" in words or (":" not in words):
            return None
        if not below.is_row and (line := PHONE_LINE.search(words.rstrip(";。"))):
            return phones(below.text.part(*line.span("phone")), below)
    return None


def once(found: Iterator[Fact | Doubt]) -> Iterator[Fact | Doubt]:
    """Each body at each address once, with its office line if one of the prints has it."""
    facts: dict[tuple[str, str], Fact] = {}
    for one in found:
        if isinstance(one, Doubt) or one.relation is not Relation.LOCATED_AT:
            yield one
            continue
        key = (one.subject.name, one.object.name)
        if key not in facts or (facts[key].qualifiers.phone is None and one.qualifiers.phone):
            facts[key] = one
    yield from facts.values()
