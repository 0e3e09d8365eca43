"""What a text may hold at all, found out in one walk for all who ask: a cheap test before a pattern is tried.

In:  a pattern, once; then texts
Out: a bit for the pattern; of each text a number in which it is set unless no match of the pattern can stand in the text; and,
     for they are words too and the walk is one, the cues of the text

    LEADS = sign_of(re.compile("牵头(?:单位|部门)|责任人"))      every match holds 牵头单位, 牵头部门 or 责任人
    if text.signs & LEADS and …search(text.text)

The words are read from the pattern itself, so that the two cannot differ. A text that nobody walked over has all bits set, and
a part of a text the bits of the whole: a bit says that a match may stand there, never that one does.
"""

import importlib
import re
from functools import cache
from itertools import product
from typing import Any

import ahocorasick

from extract.lexicon.cues import CueAt, cues, outermost

ALL = -1  # the signs of a text that nobody walked over
MOST = 320  # words of one pattern
LARGEST_CLASS = 12  # characters of a class that is told apart

try:
    _parser: Any = importlib.import_module("re._parser")
except ImportError:  # a Python that keeps its reader of patterns elsewhere: every bit is set, and nothing is missed
    _parser = None
Words = frozenset[str]

_asked: list[tuple[re.Pattern[str], ...]] = []  # the patterns of each bit


def sign_of(*patterns: re.Pattern[str]) -> int:
    """The bit of a pattern, or of several that are asked for together."""
    _asked.append(patterns)
    return 1 << len(_asked) - 1


def signs_in(text: str) -> int:
    """The bits of all patterns of which a match may stand in a text; those of patterns that come later are set."""
    return walked(text)[0]


def walked(text: str) -> tuple[int, list[CueAt]]:
    """The bits of a text, and its cues as `occurrences` gives them."""
    held, automaton = _automaton(len(_asked))
    final = len(text) - 1
    met: list[CueAt] = []
    for passed, (bits, length, cue) in automaton.iter(text[::-1]):
        held |= bits
        if cue is not None:
            met.append((final - passed, final - passed + length, cue))
    return held, outermost(met)


@cache
def _automaton(count: int) -> tuple[int, ahocorasick.Automaton]:
    """The bits that every text has: of patterns yet to come, of those whose words cannot be told; and what finds the words.

    It reads a text from its end: words end in fewer letters than they begin with (单位, 部门, 局长), and each letter that is
    the first of no word is compared with all of those.
    """
    always = -1 << count
    by_word = dict.fromkeys(cues(), 0)
    for index, patterns in enumerate(_asked[:count]):
        words = [needed(pattern) for pattern in patterns]
        if not all(words):
            always |= 1 << index
            continue
        for word in frozenset().union(*words):
            by_word[word] = by_word.get(word, 0) | 1 << index
    made = ahocorasick.Automaton()
    for word, bits in by_word.items():
        made.add_word(word[::-1], (bits, len(word), cues().get(word)))
    made.make_automaton()
    return always, made


def needed(pattern: re.Pattern[str]) -> Words:
    """Words of which each match of a pattern holds one; empty where they cannot be told."""
    if _parser is None or pattern.flags & re.IGNORECASE:
        return frozenset()
    _, best = _read(_parser.parse(pattern.pattern, pattern.flags))
    if best is None:
        return frozenset()
    return frozenset(word for word in best if not any(part != word and part in word for part in best))


def _read(items: Any) -> tuple[Words | None, Words | None]:
    """Of a sequence all that it may match, if these are few words; and words of which each match holds one."""
    runs: list[Words] = [frozenset({""})]
    best: Words | None = None
    whole = True
    for item in items:
        exact, inner = _one(*item)
        best = _better(best, inner)
        grown = None if exact is None else _joined(runs[-1], exact)
        if grown is None:
            best = _better(best, runs[-1])
            runs, whole = [exact or frozenset({""})], False
        else:
            runs[-1] = grown
    best = _better(best, runs[-1])
    return (runs[0] if whole else None), best


def _joined(left: Words, right: Words) -> Words | None:
    return frozenset(map("".join, product(left, right))) if len(left) * len(right) <= MOST else None


def _one(code: Any, value: Any) -> tuple[Words | None, Words | None]:
    name = str(code)
    if name == "LITERAL":
        word = frozenset({chr(value)})
        return word, word
    if name == "IN":
        chars = _class(value)
        return chars, chars
    if name == "SUBPATTERN":
        return _read(value[3]) if not value[1] & re.IGNORECASE else (None, None)
    if name == "ATOMIC_GROUP":
        return _read(value)
    if name == "BRANCH":
        return _branch(value[1])
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        return _repeat(*value)
    if name in {"AT", "ASSERT", "ASSERT_NOT"}:  # of no width
        return frozenset({""}), None
    return None, None


def _class(items: Any) -> Words | None:
    if all(str(code) == "LITERAL" for code, _ in items) and len(items) <= LARGEST_CLASS:
        return frozenset(chr(char) for _, char in items)
    return None


def _branch(branches: Any) -> tuple[Words | None, Words | None]:
    exact: Words | None = frozenset()
    best: Words | None = frozenset()
    for branch in branches:
        words, inner = _read(branch)
        exact = None if exact is None or words is None or len(exact) + len(words) > MOST else exact | words
        best = None if best is None or inner is None or len(best) + len(inner) > MOST else best | inner
    return exact, best


def _repeat(least: int, most: Any, item: Any) -> tuple[Words | None, Words | None]:
    exact, inner = _read(item)
    if (least, most) == (0, 1):
        return (None if exact is None else exact | {""}), None
    return (exact if (least, most) == (1, 1) else None), (inner if least else None)


def _better(one: Words | None, other: Words | None) -> Words | None:
    """The words that stand in fewer texts: the longer ones, else the fewer."""
    if other is None or "" in other or not other:
        return one
    return other if one is None or _worth(other) > _worth(one) else one


def _worth(words: Words) -> tuple[int, int]:
    return min(map(len, words)), -len(words)
