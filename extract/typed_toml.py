"""TOML that people write, read once and typed: one line with file and key for what is not as it should be.

In:  a path and the dataclass that the file should be. Out: the object, or a ReadError.

    zhize.toml: store: expected text, got a list
    manifest.toml: gazette[2].published: '2024-13-45' is no day of the calendar

A byte order mark is accepted. Text may be written as a number or a date, where it is one: jurisdiction = 420117, published = 2024-05-01.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from extract.errors import ReadError
from extract.wording.reasons import Reason, as_written, reason

T = TypeVar("T")
MOST_BYTES = 10_000_000
LONGEST_TEXT = 10_000
DIGITS = 20  # of a number that stands for a text
EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<got>[^`]+)`")
AT = re.compile(r" - at `\$?\.?(?P<place>[^`]*)`$")
LACKS = re.compile(r"Object missing required field `(?P<key>[^`]+)`")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def read_toml(path: Path, kind: type[T]) -> T:
    """The object that a TOML file says; raises ReadError, one line that names the file and the key."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ReadError("toml_too_large", path=path, most=MOST_BYTES // 1000000)
        table = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ReadError("cannot_be_read", name=path, fault=error) from error
    except UnicodeDecodeError as error:
        raise ReadError("no_utf8_save", path=path, byte=error.start) from error
    except RecursionError as error:
        raise ReadError("nested_too_deep", path=path) from error
    except ValueError as error:  # not TOML, or a number of thousands of digits
        raise ReadError("no_toml", path=path, fault=error) from error
    return typed(table, kind, str(path))


def typed(found: Mapping[str, Any], kind: type[T], where: str) -> T:
    """The object that a table says; raises ReadError for an unknown key or a value of another type."""
    if not found and not any(one.default is one.default_factory is MISSING for one in fields(kind)):  # type: ignore[arg-type]
        return kind()  # as a workspace's settings mostly are: nothing to check
    import msgspec  # slow to load

    try:
        made: T = msgspec.convert(_as_text(found, kind, where), kind)
    except msgspec.ValidationError as error:
        raise ReadError("path_refused", path=where, why=worded(str(error))) from error
    return made


def worded(said: str) -> Reason:
    """What msgspec says, in our words: “Expected `str`, got `int` - at `$.a.b`” → a.b: expected text, got a number."""
    spot = AT.search(said)
    what = said[: spot.start()] if spot else said
    if match := EXPECTED.search(what):
        fault = reason("of_other_type", wanted=_either(match["wanted"]), got=reason(f"type_{match['got']}"))
    elif match := LACKS.fullmatch(what):
        fault = reason("field_missing", key=match["key"])
    else:
        fault = as_written(what.replace("`", "'"))
    return reason("path_refused", path=spot["place"], why=fault) if spot and spot["place"] else fault


def _either(types: str) -> Reason:
    """One of some types: “str | null” → text or nothing."""
    first, *others = (reason(f"type_{one.strip()}") for one in types.split("|"))
    for other in others:
        first = reason("type_or_another", one=first, other=other)
    return first


def _as_text(found: Mapping[str, Any], kind: Any, where: str, place: str = "") -> dict[str, Any]:
    """The table with its keys checked, and numbers and days written out where text is expected."""
    hints = get_type_hints(kind)
    known = {one.name for one in fields(kind)}
    made: dict[str, Any] = {}
    for key, value in found.items():
        if key not in known:
            raise ReadError(
                "toml_unknown_key", where=where, place=place, key=repr(key[:40]), known=", ".join(sorted(known))
            )
        made[key] = _value(value, hints[key], where, f"{place}{key}")
    return made


def _value(value: Any, hint: Any, where: str, place: str) -> Any:
    inner = [one for one in (get_args(hint) or (hint,)) if one not in (type(None), ...)]
    if get_origin(hint) is tuple and isinstance(value, list):
        return [_value(one, inner[0], where, f"{place}[{number}]") for number, one in enumerate(value, 1)]
    if len(inner) == 1 and is_dataclass(inner[0]) and isinstance(value, dict):
        return _as_text(value, inner[0], where, f"{place}.")
    if get_origin(hint) in (None, Union, UnionType) and inner == [str]:
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, int) and not isinstance(value, bool):
            if abs(value) >= 10**DIGITS:
                raise ReadError("too_many_digits", where=where, place=place)
            return str(value)
        if isinstance(value, str) and (len(value) > LONGEST_TEXT or CONTROL.search(value)):
            raise ReadError("text_too_long", where=where, place=place)
    return value
