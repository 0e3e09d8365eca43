"""The cues of `cues.toml`: which words announce which relation, and where they stand in a text.

In:  "…副组长由县水利局局长担任…"   Out: Cue(副组长, groups, assists) at its place; 组长 is a part of a longer cue and no occurrence
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import ahocorasick

from extract.lexicon import CueEntry, table

FAMILIES = ("personnel", "titles", "division", "groups", "items", "documents", "structure")


@dataclass(frozen=True, slots=True)
class Cue:
    """One word: its family (the table), the relation that it announces, and the code under which it is always set aside."""

    word: str
    family: str
    relation: str
    aside: str = ""


CueAt = tuple[int, int, Cue]  # start and end of an occurrence, and its cue


@cache
def cues() -> Mapping[str, Cue]:
    """Each cue by its word."""
    return {
        word: Cue(word, family, entry.relation, entry.aside)
        for family in FAMILIES
        for entry in table("cues", family, CueEntry)
        for word in entry.words
    }


@cache
def _automaton() -> ahocorasick.Automaton:
    """Finds all cues in one walk over a text, from its end: they end in fewer letters than they begin with; with each its length."""
    made = ahocorasick.Automaton()
    for word, cue in cues().items():
        made.add_word(word[::-1], (len(word), cue))
    made.make_automaton()
    return made


def occurrences(text: str) -> list[CueAt]:
    """Every occurrence of a cue in a cleaned text that is no part of a longer one: start, end, cue."""
    final = len(text) - 1
    ends = _automaton().iter(text[::-1])
    return outermost([(final - passed, final - passed + length, cue) for passed, (length, cue) in ends])


def outermost(met: Iterable[CueAt]) -> list[CueAt]:
    """Those of the cues of a text, found from its end, that are no part of a longer one, in their order."""
    kept: list[CueAt] = []
    for one in met:
        start, end, _ = one
        while kept and kept[-1][1] <= end:
            kept.pop()
        if not kept or kept[-1][0] > start:
            kept.append(one)
    kept.reverse()
    return kept
