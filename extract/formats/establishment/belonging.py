"""Bodies that a sentence says belong to another.

In:  第六条 县公路中心为县交通运输局所属公益一类事业单位。 · 县博物馆隶属于县文化和旅游局,…
Out: part_of(县公路中心 → 县交通运输局, 所属公益一类事业单位), part_of(县博物馆 → 县文化和旅游局, 隶属于)
"""

import re
from collections.abc import Iterator

from extract.document import Notice
from extract.facts import Fact, Kind, Relation
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import ENUMERATED, HAN
from extract.names.units import unit_list

RULE = "establishment.belonging"
CUE = re.compile(any_of("organs", "belongs"))
MAY_BELONG = sign_of(CUE)
OVER = rf"[{HAN}]{{1,26}}?(?:局|委|部|厅|办|院|{any_of('organs', 'owner_ends')})"  # 县文化和旅游局
BELONGS = re.compile(
    rf"""
    (?:^|[。;:,、\d)])(?:第[{HAN}]{{1,4}}条|[年月日]?(?:{any_of("establishment", "renamed_as")}))?(?!年)(?:[{HAN}]{{3,20}}?下设)?(?:{any_of("appointments", "approves")})?(?:{any_of("establishment", "set_up")})?(?P<part>[{HAN}]{{3,30}}?)(?:\([^()]{{2,20}}\))?,?  # 第六条 县公路中心(县路政大队)
    (?: (?:为|是|系)(?P<owner>[{HAN}]{{3,26}}?)(?:的)?
        (?P<role>(?:{any_of("establishment", "sorted_under")})[{HAN}]{{0,8}}(?:{any_of("establishment", "body_sort")}))  # 为县交通运输局所属公益一类事业单位
      | (?P<under>隶属于?)(?P<over>{OVER}))  # 隶属于县文化和旅游局
    (?=[,。;、(]|$)""",
    re.VERBOSE,
)
# 县体育总会坐落于东湖区河滨路5号,隶属于县体育局 · 县工人体校位于…,创办于1993年。隶属县体育局
TOLD_BEFORE = re.compile(
    rf"""
    (?:^|[。;])(?P<part>[{HAN}]{{3,30}}?)(?:\([^()]{{2,20}}\))?,?(?:{any_of("organs", "is_where")})  # 县体育总会坐落于
    (?:[^。;]{{0,80}}?,|[^。;]{{0,120}}。)(?:[{HAN}]{{0,2}}(?<![其它]))?
    (?P<under>隶属于?)(?P<over>{OVER})  # 隶属于县体育局
    (?=[,。;、(]|$)""",
    re.VERBOSE,
)
# 设立县市场监督管理局城东分局、城西分局等2|个分局
SERIES = re.compile(
    rf"""
    (?:^|[,。;:])(?:[{HAN}]{{0,20}}(?:{any_of("organs", "sets")}))?  # ,设立
    (?P<parts>[{HAN}、]{{4,200}}?)等?\d{{1,2}}$  # 县市场监督管理局城东分局、城西分局等2
    """,
    re.VERBOSE,
)


def belonging(notice: Notice) -> Iterator[Fact]:
    """What each paragraph says of a body's owner."""
    for block in notice.blocks:
        text = block.text.text
        if block.is_row or not block.text.signs & MAY_BELONG or not CUE.search(text):
            continue
        for match in TOLD_BEFORE.finditer(text):
            if _is_body(match["part"]) and _is_body(match["over"]):
                part, owner = (
                    block.party(Kind.DEPARTMENT, *match.span("part")),
                    block.party(Kind.DEPARTMENT, *match.span("over")),
                )
                evidence = block.evidence(match.start("part"), match.end("over"))
                yield Fact(Relation.PART_OF, part, owner, evidence, RULE, match["under"], notice.dated)
        for match in BELONGS.finditer(text):
            name, over = ("owner", "role") if match["owner"] else ("over", "under")
            if _is_body(match["part"]) and _is_body(match[name]):
                owner = block.party(Kind.DEPARTMENT, *match.span(name))
                end = max(match.end(name), match.end(over))
                for left, right in _parts(text, *match.span("part")):
                    kind = Kind.STREET if kind_of_body(text[left:right]) is Kind.STREET else Kind.DEPARTMENT
                    part, evidence = block.party(kind, left, right), block.evidence(left, end)
                    yield Fact(Relation.PART_OF, part, owner, evidence, RULE, match[over], notice.dated)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bodies that belong: the one named, or those that a number counts up, 设立城东分局、城西分局等2|个分局."""
    if not text.startswith("个", start):
        first = max(text.rfind(mark, 0, start) for mark in "。;:,") + 1
        first = number.end() if (number := ENUMERATED.match(text, first, end)) else first
        several = unit_list(text, first, end) if first < start and text[start - 1] == "、" else None
        if several and several.units and not several.rest and not several.aggregates:
            yield from ((unit.start, unit.end) for unit in several.units)  # 县博物馆、县图书馆|隶属于县文旅局
        else:
            yield start, end
    elif counted := SERIES.search(text, 0, start):
        yield from ((unit.start, unit.end) for unit in unit_list(text, *counted.span("parts")).units)


def _is_body(name: str) -> bool:
    return kind_of_body(name) is not None and not is_aggregate(name)
