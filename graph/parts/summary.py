"""What a graph holds, in numbers: those of each part, and those of what they share; and what lies of its parts in a workspace.

In:  an index, or the folder of a workspace. Out: a Summary; a Lying.
"""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from graph.parts.index import FILE, Index
from graph.parts.packed import path_of


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


@dataclass(frozen=True, slots=True)
class Lying:
    """The parts of a workspace as they lie there: how many, their bytes with those of their index, and how many are gone."""

    parts: int
    size: int
    missing: int


def lying_in(folder: Path) -> Lying | None:
    """What lies of the parts of a workspace; None where their index is not there, or not whole."""
    index = folder / FILE
    try:
        with closing(sqlite3.connect(f"{index.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            scopes = [row[0] for row in connection.execute("SELECT scope FROM part ORDER BY scope")]
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return None
    except sqlite3.Error:
        return None
    there = [path for scope in scopes if (path := path_of(folder, scope)).exists()]
    return Lying(
        len(scopes), index.stat().st_size + sum(path.stat().st_size for path in there), len(scopes) - len(there)
    )
