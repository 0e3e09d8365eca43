"""Typed dates as the bounds they stand for: a day, a month or a year; never a day that was not given.

2022-05-11 → that day      2022-05 as a first day → 2022-05-01, as a last day → 2022-05-31      2022-04/2022-06, 2022年4月至6月 → a period
"""

import calendar
import re
from datetime import date

from queries.messages import refused

EARLIEST = date.min
LATEST = date.max
BETWEEN = re.compile(r"/|至|到|~|～|—|–")
NO_YEAR = re.compile(r"\d{1,2}月(?:\d{1,2}日)?")  # 2023年1月至11月
TYPED = re.compile(r"(?P<year>\d{4})(?:[-./年](?P<month>\d{1,2})(?:[-./月](?P<day>\d{1,2})日?|月)?|年)?")


def _bounds(text: str, parameter: str) -> tuple[date, date]:
    match = TYPED.fullmatch(text.strip())
    if match is None:
        raise refused("no_date", parameter=parameter, text=text)
    year, month, day = (int(match[part]) if match[part] else None for part in ("year", "month", "day"))
    try:
        first = date(year or 0, month or 1, day or 1)
        if day:
            return first, first
        if month:
            return first, first.replace(day=calendar.monthrange(first.year, month)[1])
        return first, first.replace(month=12, day=31)
    except ValueError as error:
        raise refused("no_date", parameter=parameter, text=text) from error


def the_day(text: str, parameter: str) -> date:
    """A single day; `today` is today; raises RefusedError for what is not a day."""
    if text == "today":
        return date.today()
    first, last = _bounds(text, parameter)
    if first != last:
        raise refused("needs_day", parameter=parameter, text=text)
    return first


def first_day(text: str, parameter: str) -> date:
    """The first day of the date typed."""
    return date.today() if text == "today" else _bounds(text, parameter)[0]


def last_day(text: str, parameter: str) -> date:
    """The last day of the date typed."""
    return date.today() if text == "today" else _bounds(text, parameter)[1]


def the_period(text: str, parameter: str) -> tuple[date, date]:
    """A period: one date, two with a / or 至 between, or * for all time; raises RefusedError for what is not a period."""
    if text == "*":
        return EARLIEST, LATEST
    first, *rest = (part.strip() for part in BETWEEN.split(text, maxsplit=1))
    last = rest[0] if rest else ""
    if NO_YEAR.fullmatch(last):
        last = f"{first[:4]}年{last}"
    begin, finish = first_day(first, parameter), last_day(last or first, parameter)
    if begin > finish:
        raise refused("backwards", parameter=parameter, text=text)
    return begin, finish
