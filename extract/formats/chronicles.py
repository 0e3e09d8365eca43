"""The days that the entries of a chronicle open with.

In:  2022年 / 四月 / 7日 石磊任县水利局局长。 · 1月8日,… · the title 大事记(2022年6月)      (/ ends a line)
Out: the day or the month of an entry as an ISO prefix: 2022-04-07
"""

import re

from extract.document import Notice
from extract.formats.scope import CHRONICLE, YEAR_ALONE, is_chronicle
from extract.names.dates import dates_in
from extract.names.marks import DIGITS, HAN

Month = tuple[int, int]  # year and month
ENTRY_DAY = re.compile(r"[^\d\n]{0,4}(?P<day>(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日)(?![至—–~-])")
DAY_ALONE = re.compile(r"[^\d\n]{0,4}(?P<d>\d{1,2})日(?![至—–~-])")  # 7日, below a line that is its month
WHOLE_MONTH = re.compile(
    rf"(?P<m>1[0-2]|[1-9]|十[一二]?|[{DIGITS}])月(?:份)?(?![\d{DIGITS}十初上中下底末至—–~～-])"
)  # 6月县实验中学建立
WORDS = re.compile(rf"[{HAN}]{{2,12}}?任(?![命职免期务])")  # 石磊任
TITLE_MONTH = re.compile(r"(?P<y>(?:19|20)\d\d)年(?P<m>1[0-2]|0?[1-9])月(?!\d|[—至-])")


def below_years(notice: Notice) -> bool:
    """Whether the entries of a chronicle stand below lines that are their year: what stands above the first is of no year told."""
    return is_chronicle(notice) and any(YEAR_ALONE.match(block.text.text) for block in notice.blocks)


def month_of_line(line: re.Match[str], year: int | None) -> Month | None:
    """The month of a line that is one and nothing else (`scope.MONTH_ALONE`), in its own year or in the one at hand."""
    whole = int(line["y"]) if line["y"] else year
    dates = dates_in(f"{whole}年{line['m']}月") if whole else []
    return (int(dates[0][2][:4]), int(dates[0][2][5:7])) if dates and len(dates[0][2]) == 7 else None


def month_of(notice: Notice) -> Month | None:
    """The month that a chronicle's title names: 大事记(2022年6月)."""
    match = TITLE_MONTH.search(notice.heading) if CHRONICLE.search(notice.heading) else None
    return (int(match["y"]), int(match["m"])) if match else None


def entry_day(text: str, start: int, year: int | None, month: Month | None = None) -> str | None:
    """The day or the month with which an entry of a chronicle opens: 1月8日,… · 4月,… · 8日,… below its month; None of a stretch of days."""
    if month is not None and (told := DAY_ALONE.match(text, start)) is not None:
        days = dates_in(f"{month[0]}年{month[1]}月{told['d']}日")
        return days[0][2] if days and len(days[0][2]) == 10 else None
    match = ENTRY_DAY.match(text, start)
    days = dates_in(match["day"], year) if match else []
    if days and len(days[0][2]) == 10:
        return days[0][2]
    return None if match or year is None else month_told(text, start, len(text), year)


def month_told(text: str, start: int, end: int, year: int) -> str | None:
    """The month at `start` that is no part of a day: 6月县实验中学建立."""
    month = WHOLE_MONTH.match(text, start, end)
    dates = dates_in(f"{year}年{month['m']}月") if month else []
    return dates[0][2] if dates and len(dates[0][2]) == 7 else None


def after_day(text: str, start: int, end: int) -> int:
    """Where the words of a chronicle's entry begin whose day no comma closes: 2月5日|石磊任…; else `start`."""
    match = ENTRY_DAY.match(text, start, end)
    return match.end() if match and WORDS.match(text, match.end(), end) else start
