"""Titles that another format has read: 党工委书记 on the page of 青石街道 with the whole body, 任县林业局局长 as an appointment.

In:  what all formats found in a notice
Out: the same without the holds whose body is only the end of the one told beside it, and those that an appointment tells
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from extract.document import as_read
from extract.facts import Fact, Relation
from extract.formats.titles.stated import RULE

Found = TypeVar("Found")


def without_doubled(results: Sequence[Found]) -> list[Found]:
    """The results without titles in passing that say less of a post than another format does, and without those of an appointment.

    石磊同志任县林业局局长,分管种苗: the post is given there, and no second fact says that it is held.
    """
    given = {_post(one) for one in results if isinstance(one, Fact) and one.relation is Relation.APPOINTED}
    if given:
        results = [one for one in results if not (isinstance(one, Fact) and _is_given(one, given))]
    if not any(isinstance(one, Fact) and one.rule.startswith(RULE) for one in results):
        return list(results)
    bodies: defaultdict[tuple[int | None, str | None], set[str]] = defaultdict(set)
    for one in results:
        if isinstance(one, Fact) and one.relation is Relation.HOLDS and not one.rule.startswith(RULE):
            bodies[one.subject.start, one.role].add(as_read(one.object))
    return [one for one in results if not (isinstance(one, Fact) and _is_doubled(one, bodies))]


def _post(fact: Fact) -> tuple[int | None, str, str | None]:
    """Who, where in the text, and which post of which body."""
    return fact.subject.start, fact.object.name, fact.role


def _is_given(fact: Fact, given: set[tuple[int | None, str, str | None]]) -> bool:
    return fact.relation is Relation.HOLDS and _post(fact) in given


def _is_doubled(fact: Fact, bodies: defaultdict[tuple[int | None, str | None], set[str]]) -> bool:
    if fact.relation is not Relation.HOLDS or not fact.rule.startswith(RULE):
        return False
    told = bodies.get((fact.subject.start, fact.role), set())
    body = as_read(fact.object)
    return any(name != body and name.endswith(body) for name in told)
