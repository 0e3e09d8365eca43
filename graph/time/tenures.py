"""Who held which post from when to when: tenures from appointments, dismissals and titles.

In:  facts and their resolution. Out: tenures, half-open intervals [from, to) with bounds as tight as the source allows.

    区人民政府于2022年5月11日发出通知 … 免去：张三同志的甲街道办事处主任职务
    → Tenure(张三, 甲街道办事处, 主任, from (None, 2022-05-11), to (2022-05-11, 2022-05-11), ended, end_basis dismissal)

Silence is no end. A later holder of a single-holder post ends an earlier one whose end is not printed: ended_unknown, with the two
sightings as bounds. Only a full or acting holder ends a full or acting holder. A re-appointment is a new tenure.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from extract.facts import Fact, Relation
from graph.identity.clusters import BODIES, Resolution
from graph.lexicon import any_of
from graph.time.posts import HOLDERS, Capacity, is_single_holder, post_of
from graph.time.spans import after, agreed, bounds, term_bounds

ACTING_COUNCIL = "执行理事会"
EARLIEST, LATEST = "0000-01-01", "9999-12-31"
DEPUTY = re.compile(rf"^(?:{any_of('names', 'rank_of_deputy')})?副")


class Status(StrEnum):
    """Whether a tenure has ended, as far as the documents loaded say."""

    ONGOING = "ongoing"
    ENDED = "ended"
    ENDED_UNKNOWN = "ended_unknown"


class EndBasis(StrEnum):
    """What an end rests on."""

    DISMISSAL = "dismissal"
    SUCCESSOR = "successor"
    TERM = "term"
    PROMOTION = "promotion"  # inferred: appointed head of the body whose deputy the official was


@dataclass(frozen=True, slots=True)
class Source:
    """The fact that opens or closes a tenure, and where it stands."""

    fact_id: str
    doc: str
    line: int

    def to_json(self) -> dict[str, Any]:
        """As a line of `zhize export tenures` prints it."""
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
    body: str = ""  # the name of the body's cluster
    head_since: str | None = (
        None  # of an open tenure of a deputy: when the official is first seen as head of the same body
    )
    begun_by: str = ""  # id of the fact that opens it, else of the first that speaks of it

    def to_json(self) -> dict[str, Any]:
        """The line of `zhize export tenures`: `from` and `to` only as precise as both bounds agree.

        `key` is a fact id and `official_key`, `organization_key` are those of CLUSTERS.jsonl and of the graph: they stay the same
        in every build that reads the same of these documents. Person and body go by the names of their clusters.
        """
        return {
            "key": self.begun_by,
            "official": self.official_name,
            "official_key": self.official,
            "organization": self.body,
            "organization_key": self.organization,
            "printed": self.organization_name,
            "post": self.post,
            "single_holder": self.single_holder,
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


@dataclass(frozen=True, slots=True)
class _Event:
    """One fact about one official in one post."""

    fact_id: str
    fact: Fact
    earliest: str
    latest: str
    capacity: Capacity

    @property
    def order(self) -> tuple[str, str, int, str]:
        rank = {Relation.DISMISSED: 0, Relation.APPOINTED: 1, Relation.HOLDS: 2}[self.fact.relation]
        return self.earliest, self.latest, rank, self.fact_id

    @property
    def source(self) -> Source:
        evidence = self.fact.evidence
        return Source(self.fact_id, evidence.doc, evidence.line)


@dataclass(slots=True)
class _Stay:
    """A tenure that is being read: its events in order, and the dismissal that ends it."""

    events: list[_Event] = field(default_factory=list)
    end: _Event | None = None
    not_before: str | None = None  # an earlier stay in the same post ended then


def tenures(facts: Sequence[Fact], resolution: Resolution) -> list[Tenure]:
    """All tenures that the facts of appointment, dismissal and title give, in a fixed order."""
    posts: dict[tuple[str, str, str], list[_Event]] = defaultdict(list)
    acting = _acting_councils(resolution)
    for fact in facts:
        event = _event(fact, resolution)
        if event is not None:
            official = resolution.of(fact, fact.subject).key
            body = resolution.of(fact, fact.object).key
            body = acting.get(body, body)
            posts[official, body, post_of(fact)[0]].append(event)
    made: list[Tenure] = []
    for (official, body, post), events in sorted(posts.items()):
        for number, stay in enumerate(_stays(sorted(events, key=lambda e: e.order))):
            made.append(_tenure(official, body, post, stay, number, resolution))
    return sorted(_ended_by_promotions(list(_ended_by_successors(made))), key=lambda t: t.key)


def _acting_councils(resolution: Resolution) -> dict[str, str]:
    """The 执行理事会 of a federation → the federation: the 理事长 of 残联 is that of its 执行理事会."""
    return {p.part: p.whole for p in resolution.parts if resolution.by_key[p.part].name.endswith(ACTING_COUNCIL)}


def _event(fact: Fact, resolution: Resolution) -> _Event | None:
    if fact.relation not in {Relation.APPOINTED, Relation.DISMISSED, Relation.HOLDS}:
        return None
    if fact.object.kind not in BODIES or not fact.role:
        return None
    stated = fact.date or resolution.documents.published(fact.evidence.doc)
    earliest, latest = bounds(stated) if stated else (EARLIEST, LATEST)
    return _Event(resolution.documents.fact_id(fact), fact, earliest, latest, post_of(fact)[1])


def _stays(events: Sequence[_Event]) -> Iterator[_Stay]:
    """Divides the events of one official in one post into stays: a dismissal ends one, an appointment begins one."""
    stay = _Stay()
    ended: _Event | None = None
    for event in events:
        if event.fact.relation is Relation.DISMISSED:
            if ended is not None and not stay.events and ended.earliest == event.earliest:
                continue  # the same dismissal printed twice
            stay.end = event
            yield stay
            ended = event
            stay = _Stay(not_before=event.earliest)
            continue
        begins = event.fact.relation is Relation.APPOINTED
        again = begins and any(e.fact.relation is Relation.APPOINTED and e.latest < event.earliest for e in stay.events)
        changed = any(_other_standing(e.capacity, event.capacity) for e in stay.events)
        seen_before = begins and stay.events and stay.events[-1].latest < event.earliest
        if stay.events and (again or changed or seen_before):
            yield stay
            stay = _Stay(not_before=stay.events[-1].earliest)
        stay.events.append(event)
    if stay.events:
        yield stay


def _other_standing(left: Capacity, right: Capacity) -> bool:
    """Whether two capacities are two tenures: acting and full are; a title that leaves 试用期 or 兼 out is not."""
    apart = {Capacity.ACTING, Capacity.SECONDED}
    return left is not right and bool({left, right} & apart)


def _ending(stay: _Stay, term: tuple[str, str] | None) -> tuple[tuple[str | None, str | None], Status, EndBasis | None]:
    """Within which days a stay ends and what says so: a removal before the end of its term."""
    if stay.end is not None:
        days = _bound(stay.end.earliest, EARLIEST), _bound(stay.end.latest, LATEST)
        return days, Status.ENDED, EndBasis.DISMISSAL
    return (term, Status.ENDED, EndBasis.TERM) if term else ((None, None), Status.ONGOING, None)


def _tenure(official: str, body: str, post: str, stay: _Stay, number: int, resolution: Resolution) -> Tenure:
    opening = next((e for e in stay.events if e.fact.relation is Relation.APPOINTED), None)
    first = stay.events[0] if stay.events else stay.end
    assert first is not None, "a stay has an event or an end"
    capacity = (opening or first).capacity
    from_earliest, from_latest = _beginning(opening, first, stay)
    term = next((e.fact.qualifiers.term for e in stay.events if e.fact.qualifiers.term), None)
    start, end = term_bounds(term) if term else (None, None)
    from_earliest, from_latest = start or (from_earliest, from_latest)
    (to_earliest, to_latest), status, basis = _ending(stay, end)
    seen = [e for e in stay.events if e.earliest != EARLIEST] or ([stay.end] if stay.end else [])
    probation = opening.fact.qualifiers.probation if opening else None
    names = Counter(e.fact.object.name for e in [*stay.events, *([stay.end] if stay.end else [])])
    return Tenure(
        key=f"{official}>{body}>{post}#{number}",
        official=official,
        organization=body,
        official_name=resolution.by_key[official].name,
        organization_name=max(names, key=lambda name: (names[name], len(name), name)),
        post=post,
        status=status,
        capacity=capacity,
        from_earliest=from_earliest,
        from_latest=from_latest,
        to_earliest=to_earliest,
        to_latest=to_latest,
        end_basis=basis,
        first_seen=_bound(min((e.earliest for e in seen), default=EARLIEST), EARLIEST),
        last_confirmed=_bound(max((e.earliest for e in seen), default=EARLIEST), EARLIEST),
        probation_to=after(from_latest, probation) if probation and from_latest else None,
        single_holder=is_single_holder(post),
        opened_by=opening.source if opening else None,
        closed_by=stay.end.source if stay.end else None,
        body=resolution.by_key[body].name,
        begun_by=(opening or first).fact_id,
        facts=tuple(sorted({e.fact_id for e in [*stay.events, *([stay.end] if stay.end else [])]})),
    )


def _beginning(opening: _Event | None, first: _Event, stay: _Stay) -> tuple[str | None, str | None]:
    if opening is not None:
        stated = opening.fact.qualifiers.effective
        if stated and stated[:4].isdigit():
            return bounds(stated[:10])
        return _bound(opening.earliest, EARLIEST), _bound(opening.latest, LATEST)
    return stay.not_before, _bound(first.latest, LATEST)


def _bound(day: str, unbounded: str) -> str | None:
    return None if day == unbounded else day


def _ended_by_successors(found: Sequence[Tenure]) -> Iterator[Tenure]:
    """Closes each open tenure of a single-holder post whose next holder is seen later; bounds are the two sightings."""
    by_post: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in found:
        by_post[tenure.organization, tenure.post].append(tenure)
    for key in sorted(by_post):
        line = _begun_after_predecessors(sorted(by_post[key], key=lambda t: (t.first_seen or "", t.key)))
        for index, tenure in enumerate(line):
            can_end = tenure.capacity in HOLDERS and tenure.status is Status.ONGOING
            later = [t for t in line[index + 1 :] if can_end and _follows(t, tenure)]
            if not later:
                yield tenure
                continue
            following = later[0]
            yield replace(
                tenure,
                status=Status.ENDED_UNKNOWN,
                to_earliest=tenure.last_confirmed,
                to_latest=following.from_latest,
                end_basis=EndBasis.SUCCESSOR,
                closed_by=following.opened_by,
            )


def _ended_by_promotions(found: Sequence[Tenure]) -> Iterator[Tenure]:
    """Closes an open tenure of 副局长 on the day that a notice appoints the same official 局长 of the same body.

    Only a printed appointment gives the day; a later title 局长 alone is no end, and is told beside the open tenure. Nor does a post of
    another body or organ end it.
    """
    heads: dict[tuple[str, str, str], list[Tenure]] = defaultdict(list)
    for tenure in found:
        if tenure.single_holder and tenure.capacity in {Capacity.FULL, Capacity.PROBATION}:
            heads[tenure.official, tenure.organization, tenure.post].append(tenure)
    for tenure in found:
        post = DEPUTY.sub("", tenure.post)
        rises = heads.get((tenure.official, tenure.organization, post), ()) if post != tenure.post else ()
        later = [head for head in rises if (head.first_seen or "") > (tenure.last_confirmed or EARLIEST)]
        if not later or tenure.status is not Status.ONGOING:
            yield tenure
            continue
        head = min(later, key=lambda t: (t.first_seen or "", t.key))
        if head.opened_by is None:
            yield replace(tenure, head_since=head.first_seen)
            continue
        yield replace(
            tenure,
            status=Status.ENDED,
            to_earliest=head.from_earliest,
            to_latest=head.from_latest,
            end_basis=EndBasis.PROMOTION,
            closed_by=head.opened_by,
        )


def _begun_after_predecessors(line: Sequence[Tenure]) -> list[Tenure]:
    """A holder whose beginning is not printed began after the last sighting, or the end, of the holder before."""
    begun: list[Tenure] = []
    for tenure in line:
        before = [t.to_earliest or t.last_confirmed for t in begun if _follows(tenure, t)]
        since = max((day for day in before if day), default=None)
        unbounded = tenure.from_earliest is None and tenure.from_latest is not None
        if unbounded and since and since < str(tenure.from_latest):
            tenure = replace(tenure, from_earliest=since)
        begun.append(tenure)
    return begun


def _follows(later: Tenure, earlier: Tenure) -> bool:
    if later.capacity not in HOLDERS or later.first_seen is None or earlier.last_confirmed is None:
        return False
    if later.official == earlier.official:
        follows = later.opened_by is not None or later.capacity is not earlier.capacity
    else:
        follows = earlier.single_holder
    return follows and later.first_seen > earlier.last_confirmed
