"""Typed access to the word lists of identity: divisions, look-alike characters, functions and endings of bodies.

Each list says at its head where it comes from. TOML entries carry examples and counterexamples, which the tests run.

Doors: the function of each list; `word_entries` for a table of words, `any_of` for the alternatives of a pattern.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.lexicon import WordsEntry
from extract.lexicon.alternatives import alternatives
from extract.lexicon.loading import table_of


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a tab-separated list, comment lines left out."""
    text = files("graph.lexicon").joinpath(name).read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")]


@dataclass(frozen=True, slots=True)
class FunctionEntry:
    """What an agency does, in full and short; `agency`: 委 and 局 of it are one agency."""

    full: str
    short: str
    example: str
    counterexample: str
    others: tuple[str, ...] = ()
    agency: bool = False


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A body with short forms of its own: 人大常委会 = 人大."""

    full: str
    short: tuple[str, ...]
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True)
class ReformEntry:
    """A function that became another by the institutional reform of a year; `ministry`: one of the centre's too."""

    old: str
    new: str
    since: str
    example: str
    counterexample: str
    ministry: bool = False


@dataclass(frozen=True, slots=True)
class CapacityEntry:
    """Words that say in which capacity a post is held."""

    words: tuple[str, ...]
    capacity: str
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True)
class CategoryEntry:
    """A category of bodies, and the pattern of their names."""

    name: str
    pattern: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def functions() -> tuple[FunctionEntry, ...]:
    """What agencies do."""
    return table_of(__name__, "functions.toml", "function", FunctionEntry)


@cache
def bodies() -> tuple[BodyEntry, ...]:
    """Bodies with short forms of their own."""
    return table_of(__name__, "functions.toml", "body", BodyEntry)


@cache
def reforms() -> tuple[ReformEntry, ...]:
    """What became what by a reform."""
    return table_of(__name__, "functions.toml", "reform", ReformEntry)


@cache
def capacities() -> tuple[CapacityEntry, ...]:
    """Words for the capacity in which a post is held."""
    return table_of(__name__, "posts.toml", "capacity", CapacityEntry)


@cache
def categories() -> tuple[CategoryEntry, ...]:
    """The categories of bodies, in the order in which they are tried."""
    return table_of(__name__, "categories.toml", "category", CategoryEntry)


@cache
def word_entries(name: str, table: str) -> tuple[WordsEntry, ...]:
    """The entries of a table of words: posts.toml single, grounds.toml notice …."""
    return table_of(__name__, name, table, WordsEntry)


def any_of(name: str, *tables: str) -> str:
    """The words of some tables of a list of the graph as the alternatives of a pattern, the longest first."""
    words = (word for table in tables for entry in word_entries(f"{name}.toml", table) for word in entry.words)
    return alternatives(sorted(words, key=len, reverse=True))


@cache
def look_alikes() -> frozenset[str]:
    """Pairs of characters of one look, each pair as a string in code order."""
    return frozenset(row[0] + other for row in rows("look_alikes.tsv") for other in row[1])


def look_alike(left: str, right: str) -> bool:
    """Whether a character reader may take one character for the other: 己, 已."""
    return left == right or min(left, right) + max(left, right) in look_alikes()
