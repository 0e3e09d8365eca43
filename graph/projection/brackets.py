"""A unit in brackets after another, 区政府办公室（区金融办）: two names in one place of a list, which share no item with one another.

In:  facts that name who answers for an item. Out: by fact id, the key of the body before the bracket.

    牵头单位：县政府办公室（县金融办）；配合单位：县财政局 → 县金融办 stands beside 县政府办公室, 县财政局 beside nobody
    县法院、（立案庭、办公室） → 立案庭 and 办公室, for a bracket opens nothing but what stands before it
"""

from collections.abc import Iterable

from extract.facts import Fact, Kind, Relation
from graph.identity.clusters import BODIES, Resolution
from graph.projection.evidence import Sources

ANSWERS = {Relation.LEADS, Relation.ASSISTS}
OPENING = "(（"
ENDING = ")）:：;；。"  # what closes a bracket, or says that it holds more than names
BETWEEN = " 、，,"  # what may stand between a name and its bracket
INSIDE = 40  # characters of the names that stand in the bracket before this one
WIDEST = 3  # characters between a name and its bracket, and one more


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
        opened = _opened(passage.text, start - passage.start)
        for end in range(opened, max(opened - WIDEST, -1), -1):
            outer = ends.get((doc, passage.start + end))
            if outer is not None and outer.object == fact.object and not passage.text[end:opened].strip(BETWEEN):
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


def _opened(text: str, place: int) -> int:
    """Where the bracket opens in whose list of names a place stands: 县法院、（立案庭、办公室）; -1 outside of brackets."""
    place = min(place, len(text))
    for offset in range(place - 1, max(place - INSIDE, 0) - 1, -1):
        if text[offset] in OPENING:
            return offset
        if text[offset] in ENDING:
            break
    return -1
