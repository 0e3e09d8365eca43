"""The cues of `cues.toml`: which words announce which relation, and where they stand in a text.

In:  "…副组长由县水利局局长担任…"   Out: Cue(副组长, groups, assists) at its place; 组长 is a part of a longer cue and no occurrence
"""

from collections.abc import Mapping
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


def occurrences(text: str) -> list[tuple[int, int, Cue]]:
    """Every occurrence of a cue in a cleaned text that is no part of a longer one: start, end, cue."""
    kept: list[tuple[int, int, Cue]] = []
    final = len(text) - 1
    for passed, (length, cue) in _automaton().iter(text[::-1]):
        start = final - passed
        end = start + length
        while kept and kept[-1][1] <= end:
            kept.pop()
        if not kept or kept[-1][0] > start:
            kept.append((start, end, cue))
    kept.reverse()
    return kept
