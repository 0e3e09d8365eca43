"""What other programs say went wrong, in our words: their English sentence → the code of what it means, and where.

    Premature end of data in tag a line 1, line 1, column 4 → Meaning("foreign_tag_open", line="1", column="4")
    Schema error: Undefined variable 'm'                    → Meaning("foreign_query_variable", values=(("name", "m"),))

A sentence that is not known is quoted as it stands, and said to be a quotation. Door: `meaning_of`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.wording.texts import texts_of

FILE = "foreign.toml"
SPOT = re.compile(
    r"""
    ,?[ ]\(?(?:at[ ])?line[ ](?P<line>\d+),[ ]col(?:umn)?[ ](?P<column>\d+)  # , line 1, column 4 · at line 1, col 17
    (?: \)?(?:[ ]\([^()]*\))?\)?$                                          # (line 1, column 5 (offset: 4))
      | :[ ] )                                                              # : Unexpected token
    """,
    re.VERBOSE,
)
AT_END = re.compile(r" \(at end of document\)$")
LONGEST = 120  # characters of a sentence that is quoted


@dataclass(frozen=True, slots=True)
class Meaning:
    """The code of what a sentence means; `quoted`: the sentence, if nobody knows it; the line and column that it names.

    `values`: what a pattern takes out of the sentence, for ours.
    """

    code: str
    quoted: str | None = None
    line: str | None = None
    column: str | None = None
    values: tuple[tuple[str, str], ...] = ()


def meaning_of(sentence: str) -> Meaning:
    """What a sentence of another program means."""
    fault = " ".join(sentence.split())
    spot = SPOT.search(fault)
    line, column = spot.group("line", "column") if spot else (None, None)
    fault = AT_END.sub("", fault[: spot.start()] if spot else fault)
    for pattern, code in _patterns():
        if match := pattern.search(fault):
            return Meaning(code, None, line, column, tuple(match.groupdict().items()))
    return Meaning("foreign_words", fault[:LONGEST], line, column)


@cache
def _patterns() -> Sequence[tuple[re.Pattern[str], str]]:
    entries = texts_of("extract.wording", FILE).items()
    return [(re.compile(says), code) for code, entry in entries for says in entry["says"]]
