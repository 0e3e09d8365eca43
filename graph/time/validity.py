"""From when to when a standing responsibility holds: portfolios, seats, tasks.

In:  facts, resolution, tenures, context. Out: fact id → Validity, for each fact that describes a standing responsibility.

    区长分工 of 2019-04-11 and again of 2022-04-06, of one government → the first holds from 2019-04-11 to 2022-04-06, new division
    a leading group listed again → its earlier seats end; an official leaves the post → the portfolio ends with it
    a task with 完成时限 2022年6月 → until 2022-07-01; a plan of 2022 → until 2023-01-01
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from extract.facts import Fact, Kind, Relation
from extract.names.dates import due_dates
from graph.identity.clusters import BODIES, Resolution
from graph.time.spans import after, bounds, is_day
from graph.time.tenures import Status, Tenure

PORTFOLIO_OBJECTS = {*BODIES, Kind.TOPIC, Kind.OFFICIAL}
LEAST_DIVISION = 8  # facts of a notice that make it a division of work rather than a change of one official's share
PLAN_SPAN = re.compile(r"(?P<first>20\d\d)\s*[-—~至到]\s*(?P<last>20\d\d)年?")
PLAN_YEAR = re.compile(r"(?P<year>20\d\d)年(?:度)?")
FIVE_YEARS = {"十三": 2020, "十四": 2025, "十五": 2030}


class Basis(StrEnum):
    """What the end of a responsibility rests on."""

    NEW_DIVISION = "new division"
    NEW_LIST = "new list"
    POST_LEFT = "post left"
    DEADLINE = "deadline"
    PERIOD = "period"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Validity:
    """Half-open [valid_from, valid_to), ISO days; None = unbounded. `last_confirmed`: the last day a document says so."""

    valid_from: str | None
    valid_to: str | None
    basis: Basis
    last_confirmed: str | None = None


def validity(facts: Sequence[Fact], resolution: Resolution, tenures: Sequence[Tenure]) -> Mapping[str, Validity]:
    """The validity of each standing responsibility, by fact id."""
    by_key: dict[str, Validity] = {}
    by_key.update(_portfolios(facts, resolution, tenures))
    by_key.update(_seats(facts, resolution))
    by_key.update(_tasks(facts, resolution))
    return by_key


def _confirmed(facts: Sequence[Fact], resolution: Resolution) -> Iterator[tuple[str, Fact, str | None]]:
    for fact in facts:
        stated = fact.date or resolution.documents.published(fact.evidence.doc)
        yield resolution.documents.fact_id(fact), fact, bounds(stated)[0] if stated else None


def _portfolios(
    facts: Sequence[Fact], resolution: Resolution, tenures: Sequence[Tenure]
) -> Iterator[tuple[str, Validity]]:
    """Shares of a division of work: until the next full division of that government, or until the post is left."""
    shares = [
        (fact_id, fact, since)
        for fact_id, fact, since in _confirmed(facts, resolution)
        if fact.subject.kind is Kind.OFFICIAL
        and fact.object.kind in PORTFOLIO_OBJECTS
        and fact.object.kind is not Kind.GROUP
        and fact.relation in {Relation.LEADS, Relation.ASSISTS, Relation.LIAISES, Relation.COVERS}
    ]
    divisions = _divisions(shares, resolution)
    left = _days_left(facts, resolution, tenures)
    for fact_id, fact, since in shares:
        official = resolution.of(fact, fact.subject)
        later = [day for day in divisions.get(official.jurisdiction, ()) if since is not None and day > since]
        ends = [(day, Basis.NEW_DIVISION) for day in later[:1]]
        carried = left.get((official.key, _place(fact, resolution)), ())
        ends += [(day, Basis.POST_LEFT) for day in carried if since is not None and day > since][:1]
        to, basis = min(ends, default=(None, Basis.OPEN), key=lambda end: end[0])
        yield fact_id, Validity(since, to, basis, since)


def _divisions(shares: Sequence[tuple[str, Fact, str | None]], resolution: Resolution) -> dict[str, list[str]]:
    """Jurisdiction → the days of its full divisions of work, in order."""
    counts: dict[tuple[str, str], set[str]] = defaultdict(set)
    sizes: dict[tuple[str, str], int] = defaultdict(int)
    for _, fact, since in shares:
        if since is not None:
            official = resolution.of(fact, fact.subject)
            counts[official.jurisdiction, since].add(official.key)
            sizes[official.jurisdiction, since] += 1
    days: dict[str, list[str]] = defaultdict(list)
    for (code, day), officials in sorted(counts.items()):
        if len(officials) > 2 and sizes[code, day] >= LEAST_DIVISION:
            days[code].append(day)
    return days


def _days_left(
    facts: Sequence[Fact], resolution: Resolution, tenures: Sequence[Tenure]
) -> dict[tuple[str, str], list[str]]:
    """Official and notice → the days on which a post that the notice gives the official was left for certain."""
    ended = {
        fact_id: tenure.to_latest
        for tenure in tenures
        if tenure.status is Status.ENDED and tenure.to_latest
        for fact_id in tenure.facts
    }
    days: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in facts:
        day = ended.get(resolution.documents.fact_id(fact)) if fact.relation is Relation.HOLDS else None
        if day:
            days[resolution.of(fact, fact.subject).key, _place(fact, resolution)].add(day)
    return {key: sorted(dates) for key, dates in days.items()}


def _place(fact: Fact, resolution: Resolution) -> str:
    """The notice that a fact stands in, else its document and date."""
    notice = resolution.documents.notice(fact.evidence.doc, fact.evidence.start)
    return f"{fact.evidence.doc}#{notice.start if notice else fact.date}"


def _seats(facts: Sequence[Fact], resolution: Resolution) -> Iterator[tuple[str, Validity]]:
    """Seats of a group and the host of its office: until a later notice lists the group again."""
    lists: dict[str, set[str]] = defaultdict(set)
    seats = []
    for fact_id, fact, since in _confirmed(facts, resolution):
        of_group = fact.object.kind is Kind.GROUP and fact.relation in {
            Relation.LEADS,
            Relation.ASSISTS,
            Relation.MEMBER_OF,
            Relation.HOSTS,
        }
        if of_group:
            group = resolution.of(fact, fact.object).key
            seats.append((fact_id, fact, since, group))
            if since is not None and fact.relation is not Relation.HOSTS:
                lists[group].add(since)
    for fact_id, _, since, group in seats:
        later = sorted(day for day in lists[group] if since is not None and day > since)
        yield fact_id, Validity(since, later[0] if later else None, Basis.NEW_LIST if later else Basis.OPEN, since)


def _tasks(facts: Sequence[Fact], resolution: Resolution) -> Iterator[tuple[str, Validity]]:
    """Tasks: until their deadline, else until the end of the plan's period, else open."""
    for fact_id, fact, since in _confirmed(facts, resolution):
        if fact.object.kind is not Kind.TASK or fact.relation is Relation.REPORTED:
            continue
        open_ended = Validity(since, None, Basis.OPEN, since)
        year = int(since[:4]) if since else None
        deadline = deadline_day(fact.qualifiers.deadline or "", year)
        notice = resolution.documents.notice(fact.evidence.doc, fact.evidence.start)
        period = period_end(notice.title if notice and notice.title else "")
        if deadline and (since is None or deadline > since):
            yield fact_id, replace(open_ended, valid_to=deadline, basis=Basis.DEADLINE)
        elif period and (since is None or period > since):
            yield fact_id, replace(open_ended, valid_to=period, basis=Basis.PERIOD)
        else:
            yield fact_id, open_ended


def deadline_day(printed: str, year: int | None) -> str | None:
    """The first day after a deadline: 2022年6月 → 2022-07-01; 9月底 with year 2019 → 2019-10-01; 长期 → None.

    Of several dates the last counts.
    """
    last = max((bounds(day)[1] for day in due_dates(printed, year) if is_day(day)), default=None)
    return after(last, "P1D") if last else None


def period_end(title: str) -> str | None:
    """The first day after the period that a plan's title names: …2022年绿化工作方案 → 2023-01-01; 十四五 → 2026-01-01."""
    for name, last in FIVE_YEARS.items():
        if f"“{name}五”" in title or f"{name}五规划" in title or f"第{name}个五年" in title:
            return f"{last + 1}-01-01"
    span = PLAN_SPAN.search(title)
    if span:
        return f"{int(span['last']) + 1}-01-01"
    years = [int(match["year"]) for match in PLAN_YEAR.finditer(title)]
    return f"{max(years) + 1}-01-01" if years else None
