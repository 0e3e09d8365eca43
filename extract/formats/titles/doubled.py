"""Titles in passing that another format has read with the whole body: 党工委书记 on the page of 青石街道.

In:  what all formats found in a notice   Out: the same without the holds whose body is only the end of the one told beside it
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from extract.document import as_read
from extract.facts import Fact, Relation
from extract.formats.titles.stated import RULE

Found = TypeVar("Found")


def without_doubled(results: Sequence[Found]) -> list[Found]:
    """The results without titles in passing that say less of a post than another format does."""
    if not any(isinstance(one, Fact) and one.rule.startswith(RULE) for one in results):
        return list(results)
    bodies: defaultdict[tuple[int | None, str | None], set[str]] = defaultdict(set)
    for one in results:
        if isinstance(one, Fact) and one.relation is Relation.HOLDS and not one.rule.startswith(RULE):
            bodies[one.subject.start, one.role].add(as_read(one.object))
    return [one for one in results if not (isinstance(one, Fact) and _is_doubled(one, bodies))]


def _is_doubled(fact: Fact, bodies: defaultdict[tuple[int | None, str | None], set[str]]) -> bool:
    if fact.relation is not Relation.HOLDS or not fact.rule.startswith(RULE):
        return False
    told = bodies.get((fact.subject.start, fact.role), set())
    body = as_read(fact.object)
    return any(name != body and name.endswith(body) for name in told)
