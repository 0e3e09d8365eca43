"""From when to when an edge holds, for programs that know one beginning and one end.

In:  an edge of the projection. Out: a beginning and an end; None where the documents print none.

    HOLDS from ≤2022-05-11 to 2022-05-11 → None, 2022-05-11      LEADS valid from 2022-04-25 → 2022-04-25, None
    APPOINTED 2022-04 → 2022-04-01, 2022-04-30; as a partial date 2022-04, 2022-04
"""

import calendar
from datetime import date

from graph.projection.elements import Edge, Value


def span(edge: Edge) -> tuple[date | None, date | None]:
    """The widest period in which the edge may have held; an event lasts from the first to the last day it may be of."""
    known = edge.properties
    if edge.type == "HOLDS":
        return _day(known.get("from_earliest")), _day(known.get("to_latest"))
    if known.get("valid_from") or known.get("valid_to"):
        return _day(known.get("valid_from")), _day(known.get("valid_to"))
    first = _day(known.get("date"))
    return first, _day(known.get("date_latest")) or first


def partial_dates(edge: Edge) -> tuple[str | None, str | None]:
    """Beginning and end as partial ISO dates, no more precise than they are printed: 2022, 2022-04 or 2022-04-25."""
    known = edge.properties
    if edge.type == "HOLDS":
        return (
            partial(known.get("from_earliest"), known.get("from_latest")),
            partial(known.get("to_earliest"), known.get("to_latest")),
        )
    first, last = span(edge)
    return (str(first) if first else None), (str(last) if last else None)


def partial(earliest: Value, latest: Value) -> str | None:
    """One partial date for two bounds: a day, a whole month, a whole year; None where no partial date says just that."""
    first, last = _day(earliest), _day(latest)
    if first is None or last is None:
        return None
    if first == last:
        return first.isoformat()
    if first.year != last.year or first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return None
    if first.month == last.month:
        return f"{first:%Y-%m}"
    return f"{first:%Y}" if (first.month, last.month) == (1, 12) else None


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None
