"""Rows that come from outside, checked against what the facts format says: types, values, ranges, dates, hashes.

In:  a JSON object and the dataclass that it should be. Out: nothing, or a ReadError that names file, line and field.

    {"role": 5, …}               → facts.jsonl, line 3: role: expected text, got a number
    {"date": "2022-13-40", …}    → facts.jsonl, line 3: date: '2022-13-40' is no day of the calendar

Types follow from the dataclasses themselves, so that a field that is added to one is checked without another word; what a value must
be follows from the name of its field.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_type_hints

import msgspec

from extract.errors import ReadError
from extract.names.dates import is_day
from extract.typed_toml import worded

GREATEST = 1_000_000_000  # of offsets, lines and counts: more characters than any text has
GREATEST_AMOUNT = 10**16  # of the amount that a figure states, in full: 总产值1500亿元
AMOUNT = "value"
LONGEST = 1_000_000  # characters of one value: a table row on one line is the longest
LONGEST_NAME = 1_000  # of a document: paths are shorter
SHA256 = re.compile(r"[0-9a-f]{64}")
DURATION = re.compile(r"P(?=\d)(?:\d{1,2}Y)?(?:\d{1,3}M)?(?:\d{1,4}D)?")
UNPRINTABLE = re.compile(r"[\x00\ud800-\udfff]")
IN_NAMES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def check_shape(kind: type, row: Mapping[str, Any], where: str) -> None:
    """Raises ReadError where a row is not of the shape of that dataclass, or a value cannot be."""
    if fault := next(_unknown(kind, row, ""), None):
        raise ReadError("path_refused", path=where, why=fault)
    try:
        msgspec.convert(row, kind)
    except msgspec.ValidationError as error:
        raise ReadError("path_refused", path=where, why=worded(str(error))) from error
    except RecursionError as error:
        raise ReadError("nested_too_deep", path=where) from error
    if fault := next(_faults(row, ""), None):
        raise ReadError("path_refused", path=where, why=fault)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _unknown(kind: type, row: Mapping[str, Any], place: str) -> Iterator[str]:
    """Keys that the format does not know, at any depth."""
    known = {one.name for one in fields(kind)}
    for key, value in row.items():
        if key not in known:
            yield f"{place}{key[:40]!r} is an unknown key; known are {', '.join(sorted(known))}"
        elif is_dataclass(inner := _hints(kind)[key]) and isinstance(inner, type) and isinstance(value, dict):
            yield from _unknown(inner, value, f"{place}{key}.")


def _faults(value: Any, place: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _of_spans(value, place)
        for key, inner in value.items():
            if inner is None:
                continue
            name = f"{place}.{key}" if place else str(key)
            if (check := VALUES.get(key)) and (fault := check(inner)):
                yield f"{name}: {fault}"
            yield from _faults(inner, name)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for number, inner in enumerate(value):
            yield from _faults(inner, f"{place}[{number}]")
    elif isinstance(value, str):
        if len(value) > LONGEST:
            yield f"{place}: {len(value):,} characters, more than {LONGEST:,}"
        elif UNPRINTABLE.search(value):
            yield f"{place}: it holds a character that no text has"
    elif isinstance(value, int | float) and not abs(value) <= (GREATEST_AMOUNT if place == AMOUNT else GREATEST):
        yield f"{place}: {str(value)[:12]} is out of range"


def _of_spans(value: Mapping[str, Any], place: str) -> Iterator[str]:
    start, end = value.get("start"), value.get("end")
    where = place or "start"
    if (start is None) != (end is None):
        yield f"{where}: start and end stand together, or neither"
    elif isinstance(start, int) and isinstance(end, int):
        if not 0 <= start <= end:
            yield f"{where}: [{str(start)[:12]}, {str(end)[:12]}) is no span of a text"
        elif isinstance(quote := value.get("quote"), str) and len(quote) != end - start:
            yield f"{where}: the quotation has {len(quote)} characters, its span {end - start}"


def _day(value: Any) -> str | None:
    return None if isinstance(value, str) and is_day(value) else f"{str(value)[:20]!r} is no day of the calendar"


def _interval(value: Any) -> str | None:
    ends = str(value).split("/")
    if len(ends) > 2 or not any(ends) or not all(is_day(end) for end in ends if end):
        return f"{str(value)[:30]!r} is no interval such as 2022-03/2023-03"
    return None


def _duration(value: Any) -> str | None:
    return None if DURATION.fullmatch(str(value)) else f"{str(value)[:20]!r} is no duration such as P1Y"


def _hash(value: Any) -> str | None:
    return None if SHA256.fullmatch(str(value)) else f"{str(value)[:20]!r} is no hash of 64 hexadecimal digits"


def _line(value: Any) -> str | None:
    return None if isinstance(value, int) and value >= 1 else f"{str(value)[:12]} is no line; the first one is 1"


def _document(value: Any) -> str | None:
    if not value:
        return "it is empty"
    if len(str(value)) > LONGEST_NAME:
        return f"{len(str(value)):,} characters, more than the name of a file has"
    return "it holds a character that no name has" if IN_NAMES.search(str(value)) else None


def _filled(value: Any) -> str | None:
    return None if not isinstance(value, str) or value.strip() else "it is empty"


VALUES: Mapping[str, Callable[[Any], str | None]] = {
    "date": _day,
    "dated": _day,
    "published": _day,
    "effective": _day,
    "term": _interval,
    "period": _interval,
    "probation": _duration,
    "sha256": _hash,
    "line": _line,
    "doc": _document,
    "name": _filled,
}
