"""Brackets after a sentence that list units with a word that no rule knows, and that nobody read.

In:  the passages of a notice   Out: the span of each such bracket

    开展示范。(县工信局、县商务局指导)      …实施办法。(县水利局、县林业局提出,年底前印发)
"""

import re
from collections.abc import Iterator, Sequence

from extract.accounts.claims import DOUBT, ITEM
from extract.accounts.passages import Passage, Span
from extract.accounts.units import is_unit

LEAST = 2  # units in a bracket
BRACKET = re.compile(r"(?<=[。;!”])[(](?P<inside>[^()。:]{6,200})[)]")
VERB = range(2, 7)  # characters of a word after a unit: 县商务局|指导
READ = frozenset({"items", "groups", "hosts", "division", "personnel", "titles", "documents", DOUBT, ITEM})


def unread_brackets(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Span]]:
    """The brackets that list units and that no rule claims."""
    for passage in passages:
        if passage.block.is_row or ("。(" not in passage.chars and ";(" not in passage.chars):
            continue
        for bracket in BRACKET.finditer(passage.chars):
            words = [word for word in re.split("[、,;]", bracket["inside"]) if word]
            units = [word for word in words if is_unit(word) or _with_verb(word)]
            if len(units) >= LEAST and not passage.claims.by(READ, *bracket.span("inside")):
                yield passage, bracket.span("inside")


def _with_verb(word: str) -> bool:
    """县商务局指导, 县商务局等部门提出: a unit and a word of what it does."""
    return any(is_unit(word[:-length]) for length in VERB if len(word) > length + 1)
