"""A unit in brackets after another, 区政府办公室（区金融办）: two names in one place of a list, which share no item with one another.

In:  facts that name who answers for an item. Out: by fact id, the key of the body before the bracket.

    牵头单位：县政府办公室（县金融办）；配合单位：县财政局 → 县金融办 stands beside 县政府办公室, 县财政局 beside nobody
"""

from collections.abc import Iterable

from extract.facts import Fact, Kind, Relation
from graph.identity.clusters import BODIES, Resolution
from graph.projection.evidence import Sources

ANSWERS = {Relation.LEADS, Relation.ASSISTS}
OPENING = "(（"
WIDEST = 3  # the bracket with a blank before and after it


def bodies_before_brackets(
    stated: Iterable[tuple[str, Fact]], resolution: Resolution, sources: Sources
) -> dict[str, str]:
    """The facts whose subject stands in brackets right after another subject of the same item: fact id → that body's key."""
    answers = [(fact_id, fact) for fact_id, fact in stated if _answers(fact)]
    ends = {(fact.evidence.doc, fact.subject.end): fact for _, fact in answers}
    beside: dict[str, str] = {}
    for fact_id, fact in answers:
        doc, start = fact.evidence.doc, fact.subject.start
        passages = sources.passages.get(doc)
        passage = passages.at(start) if passages and start is not None else None
        if passage is None or start is None:
            continue
        before = passage.text[max(0, start - passage.start - WIDEST) : start - passage.start]
        if not before.strip() or before.strip()[-1] not in OPENING:
            continue
        for width in range(1, WIDEST + 1):
            outer = ends.get((doc, start - width))
            if outer is not None and outer.object == fact.object and before[-width:].strip() in OPENING:
                beside[fact_id] = resolution.of(outer, outer.subject).key
                break
    return beside


def _answers(fact: Fact) -> bool:
    return (
        fact.relation in ANSWERS
        and fact.subject.kind in BODIES
        and fact.object.kind is Kind.TASK
        and fact.subject.end is not None
    )
