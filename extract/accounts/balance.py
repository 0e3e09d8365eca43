"""How the cues of a document ended, by relation: the loss on any text, seen without gold.

In:  CueRecords   Out: rows (relation, in facts, in doubts of which unread, set aside by code)
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from extract.facts import CueRecord


@dataclass(frozen=True, slots=True)
class Row:
    """The cues of one relation: how many end as facts, in doubts, unread (doubts of nobody else), aside by code."""

    relation: str
    facts: int
    doubts: int
    unread: int
    asides: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """How many cues there are."""
        return self.facts + self.doubts + sum(count for _, count in self.asides)


def balance(records: Iterable[CueRecord]) -> list[Row]:
    """One row for each relation that cues announce, in the order of their number."""
    by_relation: dict[str, list[CueRecord]] = {}
    for record in records:
        by_relation.setdefault(record.relation, []).append(record)
    rows = []
    for relation, cues in sorted(by_relation.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        ends = Counter(record.ends for record in cues)
        asides = Counter(record.code or "" for record in cues if record.ends == "aside")
        unread = sum(record.code == "unread" for record in cues)
        rows.append(Row(relation, ends["fact"], ends["doubt"], unread, tuple(asides.most_common())))
    return rows
