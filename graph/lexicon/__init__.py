"""Typed access to the word lists of identity: divisions, look-alike characters, functions and endings of bodies.

Each list says at its head where it comes from. TOML entries carry examples and counterexamples, which the tests run.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from extract.errors import LexiconError


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a tab-separated list, comment lines left out."""
    text = files("graph.lexicon").joinpath(name).read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")]


@cache
def entries(name: str, table: str) -> tuple[dict[str, Any], ...]:
    """The entries of one table of a TOML list; raises LexiconError for a list that is not there or not well formed."""
    try:
        data = tomllib.loads(files("graph.lexicon").joinpath(name).read_text(encoding="utf-8"))
        return tuple(data[table])
    except (tomllib.TOMLDecodeError, KeyError, FileNotFoundError) as error:
        raise LexiconError(f"graph/lexicon/{name}: no well-formed table {table!r} ({error})") from error


@cache
def look_alikes() -> frozenset[str]:
    """Pairs of characters of one look, each pair as a string in code order."""
    return frozenset(row[0] + other for row in rows("look_alikes.tsv") for other in row[1])


def look_alike(left: str, right: str) -> bool:
    """Whether a character reader may take one character for the other: 己, 已."""
    return left == right or min(left, right) + max(left, right) in look_alikes()
