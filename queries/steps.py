"""Steps on a table that Cypher cannot do alike on every store, by the names that a question's head gives.

In:  the rows of an answer. Out: rows with more columns.

    from_earliest 2022-04-01, from_latest 2022-04-30  →  since 2022-04
    to_earliest 2022-05-11, to_latest 2022-05-11      →  until 2022-05-11
"""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """A named step: the columns that it adds, where they go, and how it makes them."""

    columns: tuple[str, ...]
    before: str
    apply: Callable[[Row], Row]


def span_text(earliest: date | None, latest: date | None) -> str | None:
    """Two bounds as one text, no more precise than they are; None where nothing is known."""
    if earliest is None and latest is None:
        return None
    if earliest is None:
        return f"≤{latest}"
    if latest is None:
        return f"≥{earliest}"
    if earliest == latest:
        return str(earliest)
    last_day = calendar.monthrange(latest.year, latest.month)[1]
    if earliest.day == 1 and latest.day == last_day and earliest.year == latest.year:
        if earliest.month == latest.month:
            return f"{earliest:%Y-%m}"
        if (earliest.month, latest.month) == (1, 12):
            return f"{earliest:%Y}"
    return f"{earliest}…{latest}"


def _bounds(row: Row) -> Row:
    return {
        "since": span_text(row["from_earliest"], row["from_latest"]),
        "until": span_text(row["to_earliest"], row["to_latest"]),
    }


STEPS: Mapping[str, Step] = {"bounds": Step(("since", "until"), "from_earliest", _bounds)}
