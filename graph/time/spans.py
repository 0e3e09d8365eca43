"""Days and their bounds: dates as precise as printed, never more.

2022-04 → 2022-04-01 to 2022-04-30; P1Y after 2022-04-25 → 2023-04-25; 2022-03/2023-03 → two months
"""

import re
from calendar import monthrange
from datetime import date

from extract.names.dates import is_day as is_day

DURATION = re.compile(r"^P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<days>\d+)D)?$")


def bounds(printed: str) -> tuple[str, str]:
    """The first and the last day of an ISO date of any precision: 2022-04 → 2022-04-01, 2022-04-30."""
    parts = [int(part) for part in printed.split("-")]
    if len(parts) == 3:
        return printed, printed
    if len(parts) == 1:
        return f"{printed}-01-01", f"{printed}-12-31"
    return f"{printed}-01", f"{printed}-{monthrange(parts[0], parts[1])[1]}"


def agreed(earliest: str | None, latest: str | None) -> str | None:
    """The day, month or year that two bounds name together; None where they are apart or one is missing.

    2022-04-25, 2022-04-25 → 2022-04-25; 2022-04-01, 2022-04-30 → 2022-04
    """
    if earliest is None or latest is None:
        return None
    if earliest == latest:
        return earliest
    if bounds(earliest[:7]) == (earliest, latest):
        return earliest[:7]
    return earliest[:4] if bounds(earliest[:4]) == (earliest, latest) else None


def after(day: str, duration: str) -> str | None:
    """The day that lies a duration after a day; None for a duration that says nothing: P1Y after 2022-02-28 → 2023-02-28."""
    match = DURATION.match(duration)
    if not match or not any(match.groups()):
        return None
    start = date.fromisoformat(day)
    months = start.month - 1 + int(match["months"] or 0)
    year = start.year + int(match["years"] or 0) + months // 12
    month = months % 12 + 1
    moved = date(year, month, min(start.day, monthrange(year, month)[1]))
    return date.fromordinal(moved.toordinal() + int(match["days"] or 0)).isoformat()


def term_bounds(term: str) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """The bounds of both ends of an ISO interval: 2022-03/2023-03; an end that is missing or no date is None."""
    start, _, end = term.partition("/")
    return _bounds_or_none(start), _bounds_or_none(end)


def _bounds_or_none(printed: str) -> tuple[str, str] | None:
    return bounds(printed) if re.match(r"^\d{4}(?:-\d\d){0,2}$", printed) else None


def days_between(left: str, right: str) -> int:
    """The days from one day to another."""
    return (date.fromisoformat(right) - date.fromisoformat(left)).days
