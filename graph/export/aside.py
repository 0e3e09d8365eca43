"""Files of an export: written aside and renamed, so that a file with the final name is whole; any value as plain text.

In:  a path; a value of a node or edge. Out: a stream to write to; the value as text that no terminal, page or parser stumbles over.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TextIO

from extract.errors import StoreError
from extract.output.plain import literal
from graph.keeping.durable import aside_of
from graph.projection.elements import Value

LIST_SEPARATOR = "; "
FORBIDDEN_IN_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535, *range(55296, 57344)))


@contextmanager
def aside(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """A stream that takes its name when all was written; an error leaves what was there."""
    new = aside_of(path)
    try:
        with new.open("w", encoding=encoding, newline="") as stream:
            yield stream
        os.replace(new, path)
    except OSError as error:
        raise StoreError("cannot_write_place", path=path, fault=error) from error
    finally:
        if new.exists():
            new.unlink()


def plain(value: Value) -> str:
    """A value as text: a list with semicolons, a day as 2022-05-11."""
    match value:
        case None:
            return ""
        case tuple():
            return LIST_SEPARATOR.join(value)
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case _:
            return str(value)


def clean(value: Value) -> str:
    """A value as text without control and format characters, nor what no XML may hold."""
    return literal(plain(value)).translate(FORBIDDEN_IN_XML)


def texts(value: Value) -> list[str]:
    """The clean texts of a value, each once: of a list its members."""
    some = value if isinstance(value, tuple) else (value,)
    return list(dict.fromkeys(text for one in some if (text := clean(one))))


def stated(properties: Mapping[str, Value]) -> dict[str, str]:
    """The properties that have a value, as clean texts."""
    return {name: clean(value) for name, value in properties.items() if value is not None}
