"""The cues of `cues.toml`: which words announce which relation, and where they stand in a text.

In:  "…副组长由县水利局局长担任…"   Out: Cue(副组长, groups, assists) at its place; 组长 is a part of a longer cue and no occurrence
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extract.lexicon import CueEntry, table

FAMILIES = ("personnel", "titles", "division", "groups", "items", "documents")


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
def _pattern() -> re.Pattern[str]:
    by_first: dict[str, list[str]] = {}
    for word in sorted(cues(), key=len, reverse=True):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    groups = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return re.compile(f"(?=[{''.join(by_first)}])(?=({groups}))")


def occurrences(text: str) -> Iterator[tuple[int, int, Cue]]:
    """Every occurrence of a cue in a cleaned text that is no part of a longer one: start, end, cue."""
    reach = -1
    for match in _pattern().finditer(text):
        start, end = match.span(1)
        if end > reach:
            reach = end
            yield start, end, cues()[match[1]]
