"""What follows from tenures: who succeeded whom, which claims exclude each other.

    张三 ends as 主任 of 甲街道办事处 on 2022-05-11, 李四 begins on 2022-06-13
    → Succession(李四 after 张三, gap_days 33)

All of it reads "in the documents loaded".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from extract.facts import Fact, Kind, Relation
from extract.wording.reasons import Reason, reason
from graph.identity.clusters import Resolution
from graph.ids import normal_item
from graph.time.posts import HOLDERS, post_of
from graph.time.spans import days_between
from graph.time.tenures import Status, Tenure

FIGURES = re.compile(r"\d+(?:\.\d+)?")
LEAST_ITEM = 10


@dataclass(frozen=True, slots=True)
class Succession:
    """A holder of a single-holder post and the one before: SUCCEEDED from new to old."""

    new: str  # cluster keys of the officials
    old: str
    organization: str  # cluster key
    post: str
    date: str | None  # the day the new one begins, None if only bounds are known
    gap_days: int | None
    new_tenure: str
    old_tenure: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that exclude each other; becomes a Finding. `about` holds tenure keys or fact ids."""

    kind: str  # overlap | same_day | figures
    about: tuple[str, ...]
    why: Reason


def successions(tenures: Sequence[Tenure]) -> list[Succession]:
    """Each holder of a single-holder post paired with the holder before."""
    made: list[Succession] = []
    for line in _lines(tenures):
        for old, new in pairwise(line):
            if old.official == new.official or old.status is Status.ONGOING:
                continue
            exact = new.from_earliest if new.from_earliest == new.from_latest else None
            gap = None
            if exact and old.to_latest and old.to_earliest == old.to_latest:
                gap = days_between(old.to_latest, exact)
            made.append(
                Succession(new.official, old.official, new.organization, new.post, exact, gap, new.key, old.key)
            )
    return made


def conflicts(facts: Sequence[Fact], tenures: Sequence[Tenure], resolution: Resolution) -> list[Conflict]:
    """Overlapping full tenures of a single-holder post; appointed and dismissed on one day; figures that differ."""
    all_claims = [*_overlaps(tenures), *_same_day(facts, resolution), *_figures(facts, resolution)]
    return sorted(all_claims, key=lambda c: (c.kind, c.about))


def _lines(tenures: Sequence[Tenure]) -> Iterator[list[Tenure]]:
    """The holders of each single-holder post in the order of their time."""
    by_post: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        if tenure.single_holder and tenure.capacity in HOLDERS:
            by_post[tenure.organization, tenure.post].append(tenure)
    for key in sorted(by_post):
        yield sorted(by_post[key], key=_by_time)


def _by_time(tenure: Tenure) -> tuple[str, str, str]:
    return (
        tenure.first_seen or tenure.from_latest or tenure.to_latest or "",
        tenure.to_latest or "9999-12-31",
        tenure.key,
    )


def _overlaps(tenures: Sequence[Tenure]) -> Iterator[Conflict]:
    for line in _lines(tenures):
        for left, right in combinations(line, 2):
            if left.official == right.official or not _overlap(left, right):
                continue
            yield Conflict(
                "overlap",
                tuple(sorted((left.key, right.key))),
                reason(
                    "both_in_post",
                    a=left.official_name,
                    b=right.official_name,
                    post=left.post,
                    body=left.organization_name,
                ),
            )


def _overlap(left: Tenure, right: Tenure) -> bool:
    """Whether two tenures overlap for certain: a day on which both are confirmed."""
    if not all((left.first_seen, right.first_seen, left.last_confirmed, right.last_confirmed)):
        return False
    start = max(left.from_latest or "", right.from_latest or "")
    left_end = left.to_earliest if left.status is not Status.ONGOING else left.last_confirmed
    right_end = right.to_earliest if right.status is not Status.ONGOING else right.last_confirmed
    return bool(left_end and right_end) and start < min(left_end or "", right_end or "")


def _same_day(facts: Sequence[Fact], resolution: Resolution) -> Iterator[Conflict]:
    events: dict[tuple[str, str, str, str], dict[Relation, str]] = defaultdict(dict)
    names: dict[tuple[str, str, str, str], tuple[str, str]] = {}
    for fact in facts:
        if fact.relation in {Relation.APPOINTED, Relation.DISMISSED} and fact.date and len(fact.date) == 10:
            post = post_of(fact)[0]
            key = (resolution.of(fact, fact.subject).key, resolution.of(fact, fact.object).key, post, fact.date)
            events[key][fact.relation] = resolution.documents.fact_id(fact)
            names[key] = (fact.subject.name, fact.object.name)
    for key, told in sorted(events.items()):
        if len(told) == 2:
            name, body = names[key]
            why = reason("same_day", name=name, post=key[2], body=body, day=key[3])
            yield Conflict("same_day", tuple(sorted(told.values())), why)


def _figures(facts: Sequence[Fact], resolution: Resolution) -> Iterator[Conflict]:
    """Items of one document and one unit that say the same but for a figure: 新建公园10个, 新建公园12个."""
    units: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    names: dict[tuple[str, str, str], tuple[str, str]] = {}
    for fact in facts:
        if fact.object.kind is not Kind.TASK or fact.subject.kind is Kind.OFFICIAL:
            continue
        text = normal_item(fact.object.name)
        bare = FIGURES.sub("#", text)
        if "#" in bare and len(bare) >= LEAST_ITEM:
            key = (fact.evidence.doc, bare, text)
            units[key].add(resolution.of(fact, fact.subject).key)
            mine = (resolution.documents.fact_id(fact), fact.object.name)
            names[key] = min(names.get(key, mine), mine)
    alike: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for key in sorted(units):
        alike[key[:2]].append(key)
    for keys in alike.values():
        for left, right in combinations(keys, 2):
            if units[left] & units[right]:
                a, b = names[left], names[right]
                why = reason("two_figures", a=a[1][:60], b=b[1][:60])
                yield Conflict("figures", tuple(sorted((a[0], b[0]))), why)
