"""A question that has one answer: what it asks about, what it asks of it, and of which time.

In:  what is typed into a search box. Out: an Asked, or None for words that ask nothing.

    2020年区长是谁      →  holder of 区长 in 2020
    湿地归谁管          →  field 湿地
    孙小满现任什么职务  →  posts of 孙小满
    孙小满分管什么      →  duties of 孙小满
"""

from dataclasses import dataclass
from functools import cache

from extract.lexicon.loading import tables
from queries.search.periods import Period, period_of, without_period

LONGEST = 60
LEAST = 2  # characters of what is asked about
ABOUT = "…"
ENDS = "？?。．.！!，, "


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: holder, posts, after, before, field, duties, leaders or address; of what; and of which time, if it names one."""

    manner: str
    about: str
    period: Period | None = None


def asked_in(typed: str) -> Asked | None:
    """The question in the words typed."""
    question = _bare("".join(without_period(typed[:LONGEST]).split()), ending=False)
    for before, after, manner in _manners():
        if (
            not (question.startswith(before) and question.endswith(after))
            or len(question) < len(before) + len(after) + LEAST
        ):
            continue
        about = _bare(question[len(before) : len(question) - len(after)])
        if len(about) >= LEAST:
            return Asked(manner, about, period_of(typed))
    return None


def _bare(words: str, *, ending: bool = True) -> str:
    """The words without what stands before the thing and, unless told not to look there, after it: 请问现在的县长 → 县长."""
    rest = words.strip(ENDS)
    asides = _asides()
    while True:
        begun = next((one for one in asides if rest.startswith(one) and len(rest) >= len(one) + LEAST), "")
        rest = rest[len(begun) :]
        ended = next((one for one in asides if ending and rest.endswith(one) and len(rest) >= len(one) + LEAST), "")
        rest = rest[: len(rest) - len(ended)]
        if not begun and not ended:
            return rest


@cache
def _manners() -> tuple[tuple[str, str, str], ...]:
    """What stands before and after the thing asked about, and the manner; the longest first."""
    table = tables("queries.search", "words.toml")["manner"]
    assert isinstance(table, list)
    framed = [(words.partition(ABOUT), str(row["name"])) for row in table for words in str(row["words"]).split()]
    each = [(before, after, name) for (before, _, after), name in framed]
    return tuple(sorted(each, key=lambda one: (-len(one[0]) - len(one[1]), one)))


@cache
def _asides() -> tuple[str, ...]:
    table = tables("queries.search", "words.toml")["asides"]
    assert isinstance(table, dict)
    return tuple(sorted(str(table["words"]).split(), key=len, reverse=True))
