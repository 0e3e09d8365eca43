"""One item where two readings of a line give one: the whole of a unit's duties, and not its first sentence beside it.

In:  县发改局:负责项目审批。配合做好水价改革。 read as a clause (负责项目审批。) and as the line of the unit
Out: the line of the unit alone
"""

from collections.abc import Sequence
from typing import TypeVar

from extract.facts import Fact, ItemRecord, Relation
from extract.formats.items.duties.notice import RULE as CLAUSES
from extract.formats.items.quotas import RULE as LINES

T = TypeVar("T")
DUTIES = (Relation.LEADS, Relation.ASSISTS)


def without_first_sentences(found: Sequence[T]) -> list[T]:
    """What was found, but for a clause's item and facts where an item of the whole line begins at the same place and holds more."""
    ends: dict[int, int] = {}
    for one in found:
        if isinstance(one, Fact) and one.rule == LINES and one.object and one.object.start is not None:
            ends[one.object.start] = max(ends.get(one.object.start, 0), one.object.end or 0)
    if not ends:
        return list(found)
    known: set[ItemRecord] = set()
    kept: list[T] = []
    for one in found:
        if _is_part(one, ends) or (isinstance(one, ItemRecord) and one in known):
            continue
        if isinstance(one, ItemRecord):
            known.add(one)
        kept.append(one)
    return kept


def _is_part(one: object, ends: dict[int, int]) -> bool:
    if isinstance(one, ItemRecord):
        return one.end < ends.get(one.start, 0)
    if not isinstance(one, Fact) or one.rule != CLAUSES or one.relation not in DUTIES or one.object is None:
        return False
    start, end = one.object.start, one.object.end
    return start is not None and end is not None and end < ends.get(start, 0)
