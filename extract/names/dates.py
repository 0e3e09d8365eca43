"""Dates and durations as printed → ISO, never more precise than the source.

In:  "2022 年 6 月 28 日"   Out: "2022-06-28"; "二〇二二年三月" → "2022-03"; "4月2日" with the year 2022 → "2022-04-02".
In:  "试用期一年"           Out: "P1Y".
"""

import calendar
import re

from extract.lexicon import any_of

NUMERAL = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "○": 0,
    "零": 0,
    "O": 0,
    "两": 2,
    "元": 1,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
TENS = "十"

YEAR_FIRST = r"""
    (?P<y>(?:19|20)\d\d|[一二][〇○零O九一二三四五六七八]{3})\s*年\s*                 # 2022年, 二〇二二年
    (?:(?P<m>1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2})\s*月\s*                      # 3月, 三月
    (?:(?P<d>3[01]|[12]\d|0?[1-9]|[一二三四五六七八九十]{1,3})\s*[日号])?)?           # 5日, 二十八日
"""
DOTTED = r"(?<![\d.])(?P<yd>(?:19|20)\d\d)[.\-/](?P<md>1[0-2]|0?[1-9])(?:[.\-/](?P<dd>3[01]|[12]\d|0?[1-9]))?(?![\d.])"
MONTH_FIRST = r"(?<![\d年])(?P<m2>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月\s*(?P<d2>3[01]|[12]\d|0?[1-9]|[一二三四五六七八九十]{1,3})\s*[日号]"
DATE = re.compile(f"(?:{YEAR_FIRST})|(?:{DOTTED})|(?:{MONTH_FIRST})", re.VERBOSE)
TO_THE_DAY = len("2022-03-05")
IN_DATES = ("年", "月", "20", "19")  # one of which stands in every date

DURATION = re.compile(r"(?P<n>\d{1,3}|[一二两三四五六七八九十壹贰叁]{1,3}|半)\s*(?P<half>年半|年|个月|个?月|日|天)")
# the dates of a deadline: 2022年6月底, 2022-06-30, 9月30日前, 3、6、9月底, 三季度, 上半年, 2022年底, 明年6月
DUE = re.compile(
    rf"""
    (?:(?P<y>(?:19|20)\d\d)(?:年度?|(?=[底末内]|$))|(?P<next>次年|{any_of("layout", "next_year")}))?      # 2022年, 2022底, 明年
    (?:(?P<more>(?:\d{{1,2}}[、和及]){{0,11}})(?P<m>1[0-2]|0?[1-9])月(?:份?(?P<d>3[01]|[12]\d|0?[1-9])[日号])?
      |第?(?P<q>[一二三四1-4])季度
      |(?P<half>[上下])半年
      |(?P<end>年[底末内终]|{any_of("layout", "whole_year")}|本年度?)
      |(?<=\d{{4}}年)(?!\d)|(?<=\d{{4}})(?=[底末内]|$)|(?<=\d{{4}}年度)(?!\d))
    """,
    re.VERBOSE,
)
DUE_DATE = re.compile(f"(?:{DOTTED})|(?:{DUE.pattern})", re.VERBOSE)


# a date in running text by which something is to be done: 2019年8月底之前, 于6月底前, 到2025年; not 2019年4月印发
SAID_DUE = re.compile(
    rf"""
    (?:(?:19|20)\d\d年)?
    (?:\d{{1,2}}月(?:\d{{1,2}}日|[底末初]|[上中下]旬)?|第?[一二三四1-4]季度末?|上半年|年[底末内])
    (?:{any_of("layout", "before_then")}|前)                                           # 8月底之前, 二季度末前
  | (?:19|20)\d\d年[底末内](?:之?前)?                         # 2022年底前, 2022年内; 2017年前的旧车 is none
  | [到至](?:19|20)\d\d年(?:\d{{1,2}}月)?[底末]?                # 到2025年
    """,
    re.VERBOSE,
)

BARE_DAY = re.compile(r"(?<![\d年])(?P<month>\d{1,2})\s{0,9}月\s{0,9}\d{1,2}\s{0,9}日")
MONTH = re.compile(r"\d{4}\s{0,9}年\s{0,9}(?P<month>\d{1,2})\s{0,9}月")
NEAR = 3  # months: a session called for 2018年8月9日 tells the year of 7月23日
LONGEST_APART = 40  # characters of a line that is a day, a source, a signature


def is_told_later(text: str, at: int) -> bool:
    """Whether a full day at `at` stands in a sentence after a bare one, so that it says nothing of the year of that one.

    5月31日,…任命…。根据2021年11月30日…决议,…: of another matter. A day on a short line (a signature, a page) is none such,
    nor one of the months around.
    """
    bare, month = BARE_DAY.search(text, 0, at), MONTH.match(text, at)
    if bare is None or month is None or abs(int(bare["month"]) - int(month["month"])) <= NEAR:
        return False
    first, stop = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    stop = stop if stop >= 0 else len(text)
    return stop - first > LONGEST_APART or text.find("。", first, stop) >= 0


def is_day(printed: str) -> bool:
    """Whether this is an ISO date of any precision that the calendar has: 2022, 2022-04, 2022-04-25; not 2022-02-30."""
    if not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", printed):
        return False
    year, month, day = (*map(int, printed.split("-")), 1, 1)[:3]
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1] if year else False


def number(text: str) -> int | None:
    """A small numeral: 12, 十二, 二十八, 两 → int; None if it is none."""
    if text.isascii() and text.isdigit():
        return int(text)
    if TENS in text:
        before, _, after = text.partition(TENS)
        tens = NUMERAL.get(before, 1) if before else 1
        ones = NUMERAL.get(after, 0) if after else 0
        return tens * 10 + ones
    if text and all(char in NUMERAL for char in text):
        return int("".join(str(NUMERAL[char]) for char in text))
    return None


def dates_in(text: str, year: int | None = None) -> list[tuple[int, int, str]]:
    """Each date of a text as (start, end, ISO); a month and day without a year only if `year` is known."""
    if not any(sign in text for sign in IN_DATES):
        return []
    dates = []
    for match in DATE.finditer(text):
        iso = _iso(match, year)
        if iso:
            dates.append((match.start(), match.end(), iso))
    return dates


def days_in(text: str, year: int | None = None) -> list[tuple[int, int, str]]:
    """Those of the dates of a text that name a day: 2022年3月5日, not 2022年3月."""
    return [dated for dated in dates_in(text, year) if len(dated[2]) == TO_THE_DAY]


def iso_date(text: str, year: int | None = None) -> str | None:
    """The first date of a text in ISO, as precise as printed: 2022年3月 → 2022-03; None if there is none."""
    for _, _, iso in dates_in(text, year):
        return iso
    return None


def duration(text: str) -> str | None:
    """The first duration of a text: 试用期一年 → P1Y, 六个月 → P6M, 半年 → P6M; None if there is none."""
    match = DURATION.search(text)
    if not match:
        return None
    unit = match["half"]
    if match["n"] == "半":
        return "P6M" if unit == "年" else None
    amount = number(match["n"])
    if not amount:
        return None
    if unit == "年半":
        return f"P{amount}Y6M"
    return f"P{amount}" + ("Y" if unit == "年" else "M" if "月" in unit else "D")


def due_dates(printed: str, year: int | None) -> tuple[str, ...]:
    """Each date of a deadline in its order, as precise as printed: 4月底前完成方案,2022年10月建成 → 2022-04, 2022-10.

    A quarter and a half year end with their last month, 年底 and 全年 are the year; 长期 is not a date. `year`: that of the plan,
    for dates that print none; a year printed before them holds for those that follow.
    """
    texts: list[str] = []
    current = year
    for match in DUE_DATE.finditer(re.sub(r"\s+", "", printed)):
        if match["yd"]:
            texts.extend(filter(None, [_iso(match, year)]))
            continue
        current = int(match["y"]) if match["y"] else current + 1 if match["next"] and current else current
        if current is None:
            continue
        months = [int(one) for one in re.findall(r"\d+", match["more"] or "")]
        days = match["d"] if not months else None
        texts.extend(_due(current, month, int(days) if days else None) for month in [*months, _month_of(match)])
    return tuple(dict.fromkeys(texts))


def said_due(text: str, year: int | None) -> tuple[str, ...]:
    """The dates by which running text says that something is to be done: 于6月底前编制清单,到2025年… → 2022-06, 2025."""
    if "前" not in text and "年" not in text:
        return ()
    stated = SAID_DUE.finditer(re.sub(r"\s+", "", text))
    return tuple(dict.fromkeys(day for match in stated for day in due_dates(match[0], year)))


def _due(year: int, month: int | None, day: int | None) -> str:
    if month is None or not 1 <= month <= 12:
        return f"{year:04d}"
    if day is None or day > calendar.monthrange(year, month)[1]:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}"


def _month_of(match: re.Match[str]) -> int | None:
    if match["m"]:
        return int(match["m"])
    if match["q"]:
        return 3 * (number(match["q"]) or 0)
    return {"上": 6, "下": 12}.get(match["half"] or "")


def _iso(match: re.Match[str], year: int | None) -> str | None:
    parts = match.groupdict()
    y = number(parts["y"] or parts["yd"] or "") or year
    m = number(parts["m"] or parts["md"] or parts.get("m2") or "")
    d = number(parts["d"] or parts["dd"] or parts.get("d2") or "")
    if y is None or not 1900 <= y <= 2100:
        return None
    if m is None:
        return f"{y:04d}"
    if not 1 <= m <= 12:
        return None
    if d is None:
        return f"{y:04d}-{m:02d}"
    if not 1 <= d <= calendar.monthrange(y, m)[1]:
        return None
    return f"{y:04d}-{m:02d}-{d:02d}"
