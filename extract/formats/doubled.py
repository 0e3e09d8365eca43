"""What two formats have read of one passage, told once.

In:  what all formats found in a notice
Out: the same without the holds whose body is only the end of the one told beside it (党工委书记 on the page of 青石街道) and those
     that an appointment tells (任县林业局局长); the address of a 派出机构 on the fact that says whose it is
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from extract.document import Notice, as_read
from extract.facts import Fact, Qualifiers, Relation
from extract.formats.titles.stated import RULE

Found = TypeVar("Found")
BRANCH = "派出"  # 派出机构, 派出所: how the role of a part begins that has its own address
LONGEST_QUOTE = 300


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


def with_addresses(notice: Notice, results: Sequence[Found]) -> list[Found | Fact]:
    """The results with the address and the office line of a 派出机构 on the fact that says whose it is, and no fact of their own."""
    facts = [one for one in results if isinstance(one, Fact)]
    branches = {fact.subject.start for fact in facts if _is_branch(fact)}
    places = {
        fact.subject.start: fact
        for fact in facts
        if fact.relation is Relation.LOCATED_AT and fact.subject.start in branches
    }
    if not places:
        return list(results)
    told = {id(fact) for fact in places.values()}
    return [
        _placed(notice, one, places) if isinstance(one, Fact) and _is_branch(one) else one
        for one in results
        if id(one) not in told
    ]


def _is_branch(fact: Fact) -> bool:
    return fact.relation is Relation.PART_OF and (fact.role or "").startswith(BRANCH)


def _placed(notice: Notice, branch: Fact, places: Mapping[int | None, Fact]) -> Fact:
    """The branch with the address that another fact states, quoted with it where one quotation holds both."""
    located = places.get(branch.subject.start)
    if located is None or branch.qualifiers != Qualifiers():
        return branch
    evidence, last = branch.evidence, located.evidence.end
    if evidence.end < last <= evidence.start + LONGEST_QUOTE:
        evidence = replace(notice.document.evidence(evidence.start, last), line=evidence.line)
    where = Qualifiers(address=located.object.name, phone=located.qualifiers.phone)
    return replace(branch, evidence=evidence, qualifiers=where)
