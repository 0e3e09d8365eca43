"""The one loader of word lists: a table of a TOML file → frozen entries of a dataclass, typed by its fields.

A misspelt key, a missing example, a value of another type or a word listed twice is a LexiconError, never ignored.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, get_type_hints

from extract.errors import LexiconError

Entry = TypeVar("Entry", bound=Any)
EXAMPLES = ("example", "examples", "counterexample", "counterexamples")


@cache
def tables(package: str, name: str) -> Mapping[str, object]:
    """The tables of a TOML file that lies in a package; raises LexiconError if it is not there or no TOML."""
    try:
        return tomllib.loads((files(package) / name).read_text("utf-8"))
    except (tomllib.TOMLDecodeError, FileNotFoundError) as error:
        raise LexiconError(f"{package}: {name} is not a TOML file: {error}") from error


def table_of(package: str, name: str, table: str, kind_of_entry: type[Entry]) -> tuple[Entry, ...]:
    """The entries of [[table]] in the file `name` of a package."""
    return read_entries(tables(package, name).get(table), kind_of_entry, f"{name} {table}")


def read_entries(rows: object, kind_of_entry: type[Entry], where: str) -> tuple[Entry, ...]:
    """The entries of one table of a word list; raises LexiconError for anything but what `kind_of_entry` says."""
    if not isinstance(rows, list) or not rows:
        raise LexiconError(f"{where}: a list of entries is missing; write [[{where.rpartition(' ')[2]}]] tables")
    entries = tuple(_entry(row, kind_of_entry, where) for row in rows)
    seen: set[str] = set()
    for word in (word for entry in entries for word in getattr(entry, "words", ())):
        if word in seen:
            raise LexiconError(f"{where}: {word!r} is listed twice; keep one of them")
        seen.add(word)
    return entries


def _entry(row: object, kind_of_entry: type[Entry], where: str) -> Entry:
    if not isinstance(row, dict):
        raise LexiconError(f"{where}: an entry is not a table")
    known = {f.name: f for f in fields(kind_of_entry)}
    said = next((value for name, value in row.items() if name in known), row)
    for key in row.keys() - known.keys():
        raise LexiconError(f"{where}: unknown key {key!r} in {said}; known are {', '.join(known)}")
    types = get_type_hints(kind_of_entry)
    values: dict[str, Any] = {}
    for name, spec in known.items():
        if name in row:
            values[name] = _value(row[name], types[name], name, where)
        elif spec.default is MISSING:
            raise LexiconError(f"{where}: {name!r} is missing in {said}")
    try:
        entry: Entry = kind_of_entry(**values)
        return entry
    except ValueError as error:
        raise LexiconError(f"{where}: {error} in {said}") from error


def _value(value: object, wanted: object, name: str, where: str) -> object:
    if wanted is bool:
        if not isinstance(value, bool):
            raise LexiconError(f"{where}: {name} must be true or false, got {value!r}")
        return value
    if wanted is str:
        if not isinstance(value, str):
            raise LexiconError(f"{where}: {name} must be text, got {value!r}")
        if name in EXAMPLES and not value:
            raise LexiconError(f"{where}: {name} must not be empty")
        return value
    words = value.split() if isinstance(value, str) else value
    empty = not words and name in (*EXAMPLES, "words")
    if not isinstance(words, list) or empty or not all(isinstance(w, str) and w for w in words):
        raise LexiconError(f"{where}: {name} must be words divided by spaces, got {value!r}")
    return tuple(words)
