"""What a graph holds, in numbers: those of each part, and those of what they share.

In:  an index. Out: a Summary.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.parts.index import Index


@dataclass(frozen=True, slots=True)
class Summary:
    """What a graph holds, in numbers."""

    counts: Mapping[str, int]  # of each label and type
    kinds: Mapping[str, int]  # of bodies
    facts: int
    left_out: int  # facts between kinds that the graph does not join
    doubts: int
    tenures: int
    merges: int


def summary_of(index: Index) -> Summary:
    """The numbers of the graph of all parts."""
    labels, kinds = index.counts()
    elements = Counter(labels)
    parts = [part.counts for part in index.parts().values()]
    for part in parts:
        elements.update(part.elements)
    return Summary(
        dict(elements),
        kinds,
        sum(part.facts for part in parts),
        sum(part.left_out for part in parts),
        sum(part.doubts for part in parts),
        elements["HOLDS"],
        sum(part.merges for part in parts),
    )
