"""Figures of items: targets and quotas as the source says them, and what was reported of them.

In:  新建公厕11座,地区生产总值增长6.5%以上,2025年森林覆盖率不低于30%,建成3个社区食堂
Out: 11 座 新建公厕 · 6.5 % ≥ 地区生产总值增长 · 30 % ≥ 森林覆盖率, period 2025 · 3 个 建成社区食堂

    新建公厕11座。⇥一季度新建公厕4座。⇥区城管局 → 11 座 新建公厕 · 4 座 新建公厕, said reported

Quantity, unit, comparator and indicator are as printed; value and measure are the same in plain units (1.2万亩 → 12000 亩).
Dates, ordinals, names with numbers (5G, 1号线) and money of fines are not figures; a figure without an indicator stays with its item.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from extract.clean import Text, passage
from extract.document import Notice
from extract.facts import Fact, ItemRecord
from extract.figures import FigureRecord
from extract.formats.scope import YEAR
from extract.lexicon import any_of, words_of
from extract.lexicon.alternatives import alternatives
from extract.names.marks import HAN
from extract.slotted import changed

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
    word: bound
    for bound, section in ((AT_LEAST, "at_least"), (AT_MOST, "at_most"), (ABOUT, "about"))
    for word in words_of("duties", section)
}
AFTER = words_of("duties", "bound_after")
BEFORE = alternatives(sorted((word for word in WORDS if word not in AFTER), key=len, reverse=True))
PER = any_of("figures", "per")  # 毫克/立方米
LEAD = rf"(?P<before>{BEFORE})?(?:到|至|达到|达)?"
AMOUNT = rf"""
    (?<![\d.第A-Za-z年月/〔\[×-])(?P<low>\d+(?:\.\d+)?[万亿]?%?[—–~～至-])?      # 2—3项, 5%至8%
    (?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)                                # 1,200 or 6.5, no ordinal, no part of a name
    (?P<scale>万亿|百万|千万|亿|万|千|百)?余?多?
    (?P<unit>(?:{any_of("duties", "unit")})(?:/百?(?:{PER}))?)
    (?P<after>{"|".join(AFTER)})?
    """
FIGURE = re.compile(LEAD + AMOUNT, re.VERBOSE)
LED = re.compile(rf"{LEAD}\Z")  # what leads in to the number at which a search ends
LEAD_ENDS = frozenset(word[-1] for word in WORDS) | frozenset("到至达")
LONGEST_LEAD = max(map(len, WORDS)) + 2
TWO_CHARACTERS = re.compile(f"[{HAN}]{{2}}")
DIGITS = re.compile(r"\d+")
CLAUSE = re.compile(r"[,。;:!?、()]")
VERBS = re.compile(
    rf"""
    ^(?:
        <p> | 第?[一二三四]季度 | [上下]半年 | 1?\d月(?:份|底)? | 截[至止]      # marks of a cell, times
      | 全[年市县区省] | {any_of("figures", "leading")}                              # 全年|力争
    )+
    """,
    re.VERBOSE,
)
NUMBER_BEFORE = re.compile(r"^(?:\(?\d{1,2}[.、)]|[①-⑳])")  # 2.培训…
FALLEN = re.compile(rf"(?:{any_of('items', 'grew')})[—–−]$")  # 同比增长—30% is a fall
TAIL = re.compile(rf"(?:—|–|−|(?<!通)过|{any_of('figures', 'trailing')})+$")
THING = re.compile(
    rf"""
    (?:的)?(?P<thing>[{HAN}A-Za-z“”]{{2,14}}?)                        # 3个 社区食堂
    (?=[,。;:!?、()]|以上|和|及|(?<!参)与|建设|任务|工作|$)
    """,
    re.VERBOSE,
)
RECEIVERS = re.compile(rf"(?P<thing>[{HAN}]{{2,14}}?)(?={any_of('items', 'received')})")  # 为300名老人发放补贴
# 2个月, 2个工作日内, 15分钟生活圈, 24小时自助办: a length of time; 2次完成率, 等6部委: a part of a name
NO_FIGURE = re.compile(
    rf"""
      个?月|个?工作日|内(?!设)|值班                             # 2个月, 2个工作日内
    | [”]?(?:{any_of("figures", "circle")})*圈    # 15分钟医疗急救圈
    | {any_of("items", "open_day_and_night")}                                     # 24小时自助办
    | 完成率 | (?<=部)[委门]                                    # 2次完成率, 6部委
    """,
    re.VERBOSE,
)
# 5亿元以上项目, 10亿元的企业, 2亿元以上不少于3个, 1亿元以上的给予奖励: a threshold that describes what is counted or rewarded
THRESHOLD = re.compile(
    rf"""
      (?:级|型)?(?:规模)?的?(?:{any_of("items", "rewarded_kind")})*(?:{any_of("figures", "rewarded")})   # 级规模的重大项目
    | (?:{any_of("items", "at_least")}|达到?)?\d+(?:\.\d+)?[个家项]                            # 不少于3个
    | 的(?:{any_of("items", "who_is_rewarded")}|按|,)                                           # 的给予奖励
    """,
    re.VERBOSE,
)
AMOUNTS = ("元", "米", "亩", "公顷", "公里", "吨")  # units of which a threshold is told
INSIDE_NAME = re.compile(r"“[^”。;]{1,12}$")  # “17条”, “周末3小时”: a number in a name
CHAIN = re.compile(
    r"[、,]|[和及与或]|以[上下]、"
)  # 分别给予1万元、2万元: what stands between two figures of one indicator
BASE_YEAR = re.compile(r"(?:比|较|自|从)$")  # 相比2017年压缩40%
LISTED = re.compile(r"等$")  # 甲、乙等3个项目: what is counted follows
COUNTING = frozenset("个家座处条所件项台套辆场次批只头株间张名位对户人篇宗栋部")
DATED = re.compile(r"(?:19|20)\d\d(?:年度?|(?=新))(?:底前?|以来|以前|前)?")  # 2022年底前, 2023新增
LONGEST_INDICATOR = 30
REPORTED = "reported"


def figures(notice: Notice, items: Sequence[ItemRecord], reports: Iterable[Fact] = ()) -> Iterator[FigureRecord]:
    """The figures in the texts of a notice's items, and in what their rows report of them, in the order of the text."""
    years = YEAR.findall(notice.heading)
    year = years[-1] if years else None
    told = {fact.object.start: fact for fact in reversed([*reports])}
    for item in items:
        yield from _figures_in(notice, item, (item.start, item.end), year)
        fact = told.get(item.start)
        if fact is not None and fact.evidence.end > item.end:
            for figure in _figures_in(notice, item, (item.end, fact.evidence.end), None):
                yield changed(figure, said=REPORTED, period=figure.period or fact.qualifiers.period or year)


def _figures_in(notice: Notice, item: ItemRecord, span: tuple[int, int], year: str | None) -> Iterator[FigureRecord]:
    if not DIGITS.search(notice.document.text, *span):
        return
    text = passage(notice.document.text, *span)
    last: tuple[int, FigureRecord] | None = None
    for match in _amounts(text.text):
        if not _counts(text.text, match):
            continue
        figure = _figure(notice, item, text, match, year)
        if figure.indicator is None and last and figure.unit == last[1].unit:
            between = text.text[last[0] : match.start()]
            figure = changed(figure, indicator=last[1].indicator) if CHAIN.fullmatch(between) else figure
        last = match.end(), figure
        yield figure


def _amounts(text: str) -> Iterator[re.Match[str]]:
    """The numbers of a text that have a unit, with what leads in to them; looked for from digit to digit."""
    stop = 0
    for digits in DIGITS.finditer(text):
        start = digits.start()
        if start < stop:
            continue
        if text[start - 1 : start] in LEAD_ENDS and (led := LED.search(text, max(stop, start - LONGEST_LEAD), start)):
            start = led.start()
        if match := FIGURE.match(text, start):
            yield match
            stop = match.end()


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether a number with a unit is a figure: no length of time, no part of a name, no threshold of what is counted."""
    start, end = match.span()
    if NO_FIGURE.match(text, end) or INSIDE_NAME.search(text, max(0, start - 13), start):
        return False
    before = text[start - 1 : start]
    if before == "“" and text[end : end + 1] == "”":
        return False  # “17条”
    if before == "前" and match["unit"] in COUNTING:
        return False  # 前5家
    return not (match["unit"].endswith(AMOUNTS) and THRESHOLD.match(text, end))


def _figure(notice: Notice, item: ItemRecord, text: Text, match: re.Match[str], year: str | None) -> FigureRecord:
    chars, first = text.text, match.start()
    comparator = match["before"] or match["after"]
    scale = SCALES.get(match["scale"] or "", 1)
    minus = "-" if FALLEN.search(chars, max(0, first - 4), first) else ""
    start, end = text.span(match.start("low" if match["low"] else "number") - len(minus), match.end())
    value = float(Decimal(minus + match["number"].replace(",", "")) * scale)
    sentence = max(chars.rfind("。", 0, first), chars.rfind(";", 0, first)) + 1
    years = YEAR.finditer(chars, sentence, first)
    named = [y[1] for y in years if not BASE_YEAR.search(chars, sentence, y.start())]
    return FigureRecord(
        doc=notice.document.name,
        notice=notice.index,
        item=item.start,
        start=start,
        end=end,
        quantity=minus + (match["low"] or "") + match["number"] + (match["scale"] or ""),
        unit=match["unit"],
        comparator=comparator,
        indicator=_indicator(chars, match),
        period=named[-1] if named else year,
        value=int(value) if value == int(value) else value,
        bound=WORDS.get(comparator or ""),
    )


def _indicator(text: str, match: re.Match[str]) -> str | None:
    """What is counted: the words before the figure in its clause, and the thing after a counting unit: 建成 3个 社区食堂."""
    floor = max(0, match.start() - LONGEST_INDICATOR)
    cuts = [mark.end() for mark in CLAUSE.finditer(text, floor, match.start())]
    clause = _behind(NUMBER_BEFORE, text[cuts[-1] if cuts else floor : match.start()])
    rest = _behind(VERBS, DATED.sub("", clause) if DIGITS.search(clause) else clause)
    before = (TAIL.sub("", rest) or rest).removeprefix("的")
    counts = match["unit"][-1] in COUNTING or len(before) <= 2  # 修复1万平方米人行道
    thing = RECEIVERS.match(text, match.end()) if before in {"", "为"} else None
    if thing is None and counts and (not match["after"] or len(before) <= 2):
        thing = THING.match(text, match.end())
    if thing and LISTED.search(rest):
        before = ""  # 甲、乙等3个项目: three projects, not three of 乙
    whole = before + (thing["thing"] if thing else "")
    return whole if TWO_CHARACTERS.search(whole) else None


def _behind(opening: re.Pattern[str], text: str) -> str:
    """A text without what it opens with."""
    match = opening.match(text)
    return text[match.end() :] if match else text
