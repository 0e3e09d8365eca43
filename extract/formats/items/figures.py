"""Figures of items: targets and quotas as the source says them, and what was reported of them.

In:  新建公厕11座,地区生产总值增长6.5%以上,2025年森林覆盖率不低于30%,建成3个社区食堂
Out: 11 座 新建公厕 · 6.5 % ≥ 地区生产总值增长 · 30 % ≥ 森林覆盖率, period 2025 · 3 个 建成社区食堂

    新建公厕11座。⇥一季度新建公厕4座。⇥区城管局 → 11 座 新建公厕 · 4 座 新建公厕, said reported

Quantity, unit, comparator and indicator are as printed; value and measure are the same in plain units (1.2万亩 → 12000 亩).
Dates, ordinals, names with numbers (5G, 1号线) and money of fines are not figures; a figure without an indicator stays with its item.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.clean import Text, passage
from extract.document import Notice
from extract.facts import Fact, ItemRecord
from extract.figures import FigureRecord
from extract.lexicon import WordsEntry, table
from extract.names.marks import HAN

SCALES = {
    "万": 10_000,
    "亿": 100_000_000,
    "千": 1_000,
    "百": 100,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "万亿": 10**12,
}
AT_LEAST, AT_MOST, ABOUT = "≥", "≤", "≈"
WORDS = {
    "以上": AT_LEAST, "及以上": AT_LEAST, "不低于": AT_LEAST, "不少于": AT_LEAST, "超过": AT_LEAST, "突破": AT_LEAST, "至少": AT_LEAST, "高于": AT_LEAST,
    "以下": AT_MOST, "以内": AT_MOST, "之内": AT_MOST, "不超过": AT_MOST, "不高于": AT_MOST, "低于": AT_MOST, "控制在": AT_MOST, "左右": ABOUT, "约": ABOUT, "近": ABOUT,
}  # fmt: skip
UNITS = sorted((word for entry in table("duties", "unit", WordsEntry) for word in entry.words), key=len, reverse=True)
BEFORE = "|".join(
    sorted((w for w in WORDS if w not in {"以上", "及以上", "以下", "以内", "之内", "左右"}), key=len, reverse=True)
)
FIGURE = re.compile(
    rf"""
    (?P<before>{BEFORE})?(?:到|至|达到|达)?
    (?<![\d.第A-Za-z年月/〔\[-])(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)            # 1,200 or 6.5, no ordinal, no part of a name
    (?P<scale>万亿|百万|千万|亿|万|千|百)?余?多?
    (?P<unit>{"|".join(map(re.escape, UNITS))})
    (?P<after>以上|及以上|以下|以内|之内|左右)?
    """,
    re.VERBOSE,
)
TWO_CHARACTERS = re.compile(f"[{HAN}]{{2}}")
DIGIT = re.compile(r"\d")
CLAUSE = re.compile(r"[,。;:!?、()]")
VERBS = re.compile(
    r"""
    ^(?:
        <p> | 第?[一二三四]季度 | [上下]半年 | 1?\d月(?:份|底)? | 截[至止]      # marks of a cell, times
      | 确保 | 力争 | 实现 | 争取 | 完成 | 达到 | 其中 | 全[年市县区省] | 累计 | 计划
      | 将 | 要 | 并 | 到 | 使 | 至 | 共 | 在 | 约
    )+
    """,
    re.VERBOSE,
)
NUMBER_BEFORE = re.compile(r"^(?:\(?\d{1,2}[.、)]|[①-⑳])")  # 2.培训…
FALLEN = re.compile(r"(?:增长|增幅|增速)[—–−]$")  # 同比增长—30% is a fall
TAIL = re.compile(r"(?:—|–|−|等|的|保持|(?<!通)过|达到|达|为|到|至|力争|提高|提升|实现|超|是|完成|共|计划|各)+$")
THING = re.compile(rf"(?:的)?(?P<thing>[{HAN}A-Za-z“”]{{2,14}}?)(?=[,。;:!?、()]|以上|和|及|与|建设|任务|工作|$)")
# 5亿元以上项目, 10亿元以上的企业: a threshold that describes the thing counted; 2个月, 24小时值班: a length of time
NO_FIGURE = re.compile(
    r"""
      (?:级|型)?(?:规模)?的?(?:重大|工业|产业|服务业|农业|招商)*(?:项目|企业|工程|楼宇)|月|工作日|(?:便民|城市|农村)*生活圈  # 级规模的重大项目
    | 内|值班""",
    re.VERBOSE,
)
COUNTING = frozenset("个家座处条所件项台套辆场次批只头株间张名位对户人篇宗栋部")
YEAR = re.compile(r"((?:19|20)\d\d)年")
LONGEST_INDICATOR = 30
REPORTED = "reported"


def figures(notice: Notice, items: Sequence[ItemRecord], reports: Iterable[Fact] = ()) -> Iterator[FigureRecord]:
    """The figures in the texts of a notice's items, and in what their rows report of them, in the order of the text."""
    years = YEAR.findall(notice.title or "")
    year = years[-1] if years else None
    told = {fact.object.start: fact for fact in reversed([*reports])}
    for item in items:
        yield from _figures_in(notice, item, (item.start, item.end), year)
        fact = told.get(item.start)
        if fact is not None and fact.evidence.end > item.end:
            for figure in _figures_in(notice, item, (item.end, fact.evidence.end), None):
                yield replace(figure, said=REPORTED, period=figure.period or fact.qualifiers.period or year)


def _figures_in(notice: Notice, item: ItemRecord, span: tuple[int, int], year: str | None) -> Iterator[FigureRecord]:
    if not DIGIT.search(notice.document.text, *span):
        return
    text = passage(notice.document.text, *span)
    for match in FIGURE.finditer(text.text):
        if NO_FIGURE.match(text.text, match.end()) or (
            match["unit"] == "个" and text.text.startswith("工作日", match.end())
        ):
            continue
        yield _figure(notice, item, text, match, year)


def _figure(notice: Notice, item: ItemRecord, text: Text, match: re.Match[str], year: str | None) -> FigureRecord:
    comparator = match["before"] or match["after"]
    scale = SCALES.get(match["scale"] or "", 1)
    minus = "-" if FALLEN.search(text.text, max(0, match.start() - 4), match.start()) else ""
    start, end = text.span(match.start("number") - len(minus), match.end())
    value = float(Decimal(minus + match["number"].replace(",", "")) * scale)
    sentence = max(text.text.rfind("。", 0, match.start()), text.text.rfind(";", 0, match.start())) + 1
    named = YEAR.findall(text.text, sentence, match.start())
    return FigureRecord(
        doc=notice.document.name,
        notice=notice.index,
        item=item.start,
        start=start,
        end=end,
        quantity=minus + match["number"] + (match["scale"] or ""),
        unit=match["unit"],
        comparator=comparator,
        indicator=_indicator(text.text, match),
        period=named[-1] if named else year,
        value=int(value) if value == int(value) else value,
        bound=WORDS.get(comparator or ""),
    )


def _indicator(text: str, match: re.Match[str]) -> str | None:
    """What is counted: the words before the figure in its clause, and the thing after a counting unit: 建成 3个 社区食堂."""
    floor = max(0, match.start() - LONGEST_INDICATOR)
    cuts = [mark.end() for mark in CLAUSE.finditer(text, floor, match.start())]
    clause = NUMBER_BEFORE.sub("", text[cuts[-1] if cuts else floor : match.start()])
    said = VERBS.sub("", YEAR.sub("", clause).lstrip("底前以"))
    before = TAIL.sub("", said) or said
    counts = match["unit"][-1] in COUNTING or len(before) <= 2  # 修复1万平方米人行道
    thing = THING.match(text, match.end()) if counts and not match["after"] else None
    whole = before + (thing["thing"] if thing else "")
    return whole if TWO_CHARACTERS.search(whole) else None
