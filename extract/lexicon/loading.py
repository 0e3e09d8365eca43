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
        raise LexiconError("lexicon_no_toml", package=package, name=name, fault=error) from error


def table_of(package: str, name: str, table: str, kind_of_entry: type[Entry]) -> tuple[Entry, ...]:
    """The entries of [[table]] in the file `name` of a package."""
    return read_entries(tables(package, name).get(table), kind_of_entry, f"{name} {table}")


def read_entries(rows: object, kind_of_entry: type[Entry], where: str) -> tuple[Entry, ...]:
    """The entries of one table of a word list; raises LexiconError for anything but what `kind_of_entry` says."""
    if not isinstance(rows, list) or not rows:
        raise LexiconError("entries_missing", where=where, table=where.rpartition(" ")[2])
    entries = tuple(_entry(row, kind_of_entry, where) for row in rows)
    seen: set[str] = set()
    for word in (word for entry in entries for word in getattr(entry, "words", ())):
        if word in seen:
            raise LexiconError("word_twice", where=where, word=repr(word))
        seen.add(word)
    return entries


def _entry(row: object, kind_of_entry: type[Entry], where: str) -> Entry:
    if not isinstance(row, dict):
        raise LexiconError("entry_no_table", where=where)
    known = {f.name: f for f in fields(kind_of_entry)}
    named = next((value for name, value in row.items() if name in known), row)
    for key in row.keys() - known.keys():
        raise LexiconError("entry_unknown_key", where=where, key=repr(key), said=named, known=", ".join(known))
    types = get_type_hints(kind_of_entry)
    values: dict[str, Any] = {}
    for name, spec in known.items():
        if name in row:
            values[name] = _value(row[name], types[name], name, where)
        elif spec.default is MISSING:
            raise LexiconError("key_missing", where=where, name=repr(name), said=named)
    try:
        entry: Entry = kind_of_entry(**values)
        return entry
    except ValueError as error:
        raise LexiconError("entry_wrong", where=where, fault=error, said=named) from error


def _value(value: object, wanted: object, name: str, where: str) -> object:
    if wanted is bool:
        if not isinstance(value, bool):
            raise LexiconError("truth_expected", where=where, name=name, value=repr(value))
        return value
    if wanted is str:
        if not isinstance(value, str):
            raise LexiconError("text_expected", where=where, name=name, value=repr(value))
        if name in EXAMPLES and not value:
            raise LexiconError("not_empty", where=where, name=name)
        return value
    words = value.split() if isinstance(value, str) else value
    empty = not words and name in (*EXAMPLES, "words")
    if not isinstance(words, list) or empty or not all(isinstance(w, str) and w for w in words):
        raise LexiconError("words_expected", where=where, name=name, value=repr(value))
    return tuple(words)
