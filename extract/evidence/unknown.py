"""Characters of a font's private area between Chinese ones: what they stand for cannot be told.

In:  任命方国为县水利局局长 with a character of the private use area inside a name or a word
Out: a doubt for each sentence that holds one and has no doubt yet; whether a fact's names rest on one
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.document import Document
from extract.facts import Doubt, Fact, Kind
from extract.names.marks import HAN

PRIVATE_USE = r"\ue000-\uf8ff\U000f0000-\U0010fffd"
UNKNOWN = re.compile(f"[{PRIVATE_USE}]")
INSIDE = re.compile(f"(?<=[{HAN}])[{PRIVATE_USE}]{{1,4}}(?=[{HAN}])")
SENTENCE_ENDS = "。；;\n"
LONGEST = 200  # characters of a sentence that is quoted
MOST = 200  # doubts of a document


@lru_cache(maxsize=4)
def holds_unknown(text: str) -> bool:
    """Whether a document holds one anywhere; fact after fact asks."""
    return UNKNOWN.search(text) is not None


def unknown_in(document: Document, fact: Fact) -> bool:
    """Whether a name or the post of a fact of a document holds such a character; the text of an item or a title may."""
    if not holds_unknown(document.text):
        return False
    names = [
        party.name for party in (fact.subject, fact.object) if party.kind not in (Kind.TASK, Kind.POLICY, Kind.TOPIC)
    ]
    return any(UNKNOWN.search(text) for text in (*names, fact.role or ""))


def unknown_characters(document: Document, doubts: Sequence[Doubt]) -> Iterator[Doubt]:
    """A doubt for each sentence with such a character, unless one of `doubts` speaks of it."""
    text = document.text
    spans = [(doubt.evidence.start, doubt.evidence.end) for doubt in doubts]
    last = -1
    count = 0
    for match in INSIDE.finditer(text):
        if match.start() < last or count == MOST:
            continue
        start = max(text.rfind(mark, max(0, match.start() - LONGEST), match.start()) for mark in SENTENCE_ENDS) + 1
        start = max(start, match.start() - LONGEST // 2)
        ends = [end for mark in SENTENCE_ENDS if (end := text.find(mark, match.end(), match.end() + LONGEST // 2)) > 0]
        last = min(ends, default=min(len(text), match.end() + LONGEST // 2))
        if not any(left < last and start < right for left, right in spans):
            count += 1
            yield Doubt(document.evidence(start, last), "text.unknown", "character_unknown")
