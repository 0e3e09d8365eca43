"""Who held which post from when to when: tenures from appointments, dismissals and titles.

In:  facts and their resolution. Out: tenures, half-open intervals [from, to) with bounds as tight as the source allows.

    区人民政府于2022年5月11日发出通知 … 免去：张三同志的甲街道办事处主任职务
    → Tenure(张三, 甲街道办事处, 主任, from (None, first sighting), to (2022-05-11, 2022-05-11), ended, end_basis dismissal)

Silence is no end. A later holder of a single-holder post ends an earlier one whose end is not printed: ended_unknown, with the two
sightings as bounds. Only a full or acting holder ends a full or acting holder.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from extract.facts import Context, Fact
from graph.clusters import Resolution


class Status(StrEnum):
    """Whether a tenure has ended, as far as the documents loaded say."""

    ONGOING = "ongoing"
    ENDED = "ended"
    ENDED_UNKNOWN = "ended_unknown"


class Capacity(StrEnum):
    """In what capacity the post is held."""

    FULL = "full"
    ACTING = "acting"
    CONCURRENT = "concurrent"
    SECONDED = "seconded"
    IN_CHARGE = "in_charge"
    PROBATION = "probation"


class EndBasis(StrEnum):
    """What an end rests on."""

    DISMISSAL = "dismissal"
    SUCCESSOR = "successor"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Source:
    """The fact that opens or closes a tenure, and where it stands."""

    fact_id: str
    doc: str
    line: int

    def to_json(self) -> dict[str, Any]:
        """As CONTRACT's Tenures print it."""
        return {"doc": self.doc, "line": self.line}


@dataclass(frozen=True, slots=True)
class Tenure:
    """One official in one post of one body; days are ISO, None = unbounded, the interval is [from, to)."""

    key: str
    official: str  # cluster key
    organization: str  # cluster key
    official_name: str
    organization_name: str  # as the post's facts print it
    post: str
    status: Status
    capacity: Capacity
    from_earliest: str | None = None
    from_latest: str | None = None
    to_earliest: str | None = None
    to_latest: str | None = None
    end_basis: EndBasis | None = None
    first_seen: str | None = None
    last_confirmed: str | None = None
    probation_to: str | None = None  # when a probation that was stated ends
    single_holder: bool = False
    opened_by: Source | None = None
    closed_by: Source | None = None
    facts: tuple[str, ...] = ()  # ids of the facts that this tenure rests on

    def to_json(self) -> dict[str, Any]:
        """The line of CONTRACT's Tenures: `from` and `to` only as precise as both bounds agree."""
        return {
            "official": self.official_name,
            "organization": self.organization_name,
            "post": self.post,
            "from": agreed(self.from_earliest, self.from_latest),
            "to": agreed(self.to_earliest, self.to_latest),
            "status": self.status.value,
            "capacity": self.capacity.value,
            "first_seen": self.first_seen,
            "last_confirmed": self.last_confirmed,
            "end_basis": self.end_basis.value if self.end_basis else None,
            "opened_by": self.opened_by.to_json() if self.opened_by else None,
            "closed_by": self.closed_by.to_json() if self.closed_by else None,
        }


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


def bounds(date: str) -> tuple[str, str]:
    """The first and the last day of an ISO date of any precision: 2022-04 → 2022-04-01, 2022-04-30."""
    parts = [int(p) for p in date.split("-")]
    if len(parts) == 3:
        return date, date
    if len(parts) == 1:
        return f"{date}-01-01", f"{date}-12-31"
    year, month = parts
    long_february = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 29 if long_february else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return f"{date}-01", f"{date}-{days}"


def tenures(facts: Sequence[Fact], resolution: Resolution, context: Sequence[Context] = ()) -> list[Tenure]:
    """All tenures that the facts of appointment, dismissal and title give, in a fixed order."""
    raise NotImplementedError
