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
from extract.wording.reasons import Reason, reason

GREATEST = 1_000_000_000  # of offsets, lines and counts: more characters than any text has
GREATEST_AMOUNT = 10**16  # of the amount that a figure states, in full: 总产值1500亿元
AMOUNT = "value"
LONGEST = 1_000_000  # characters of one value: a table row on one line is the longest
LONGEST_NAME = 1_000  # of a document: paths are shorter
SHA256 = re.compile(r"[0-9a-f]{64}")
DURATION = re.compile(r"P(?=\d)(?:\d{1,2}Y)?(?:\d{1,3}M)?(?:\d{1,4}D)?")
UNPRINTABLE = re.compile(r"[\x00\ud800-\udfff]")
IN_NAMES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def check_shape(kind: type, row: Mapping[str, Any], where: str | Reason) -> None:
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


def _unknown(kind: type, row: Mapping[str, Any], place: str) -> Iterator[Reason]:
    """Keys that the format does not know, at any depth."""
    known = {one.name for one in fields(kind)}
    for key, value in row.items():
        if key not in known:
            yield reason("unknown_field", key=f"{place}{key[:40]!r}", known=", ".join(sorted(known)))
        elif is_dataclass(inner := _hints(kind)[key]) and isinstance(inner, type) and isinstance(value, dict):
            yield from _unknown(inner, value, f"{place}{key}.")


def _faults(value: Any, place: str) -> Iterator[Reason]:
    if isinstance(value, Mapping):
        yield from _of_spans(value, place)
        for key, inner in value.items():
            if inner is None:
                continue
            name = f"{place}.{key}" if place else str(key)
            if (check := VALUES.get(key)) and (fault := check(inner)):
                yield _at(name, fault)
            yield from _faults(inner, name)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for number, inner in enumerate(value):
            yield from _faults(inner, f"{place}[{number}]")
    elif isinstance(value, str):
        if len(value) > LONGEST:
            yield _at(place, reason("too_many_characters_in", count=f"{len(value):,}", most=f"{LONGEST:,}"))
        elif UNPRINTABLE.search(value):
            yield _at(place, reason("character_of_no_text"))
    elif isinstance(value, int | float) and not abs(value) <= (GREATEST_AMOUNT if place == AMOUNT else GREATEST):
        yield _at(place, reason("out_of_range", value=str(value)[:12]))


def _at(place: str, fault: Reason) -> Reason:
    return reason("path_refused", path=place, why=fault)


def _of_spans(value: Mapping[str, Any], place: str) -> Iterator[Reason]:
    start, end = value.get("start"), value.get("end")
    where = place or "start"
    if (start is None) != (end is None):
        yield _at(where, reason("half_a_span"))
    elif isinstance(start, int) and isinstance(end, int):
        if not 0 <= start <= end:
            yield _at(where, reason("no_span", span=f"[{str(start)[:12]}, {str(end)[:12]})"))
        elif isinstance(quote := value.get("quote"), str) and len(quote) != end - start:
            yield _at(where, reason("quotation_length", count=len(quote), span=end - start))


def _day(value: Any) -> Reason | None:
    return None if isinstance(value, str) and is_day(value) else reason("no_day", value=repr(str(value)[:20]))


def _interval(value: Any) -> Reason | None:
    ends = str(value).split("/")
    if len(ends) > 2 or not any(ends) or not all(is_day(end) for end in ends if end):
        return reason("no_interval", value=repr(str(value)[:30]))
    return None


def _duration(value: Any) -> Reason | None:
    return None if DURATION.fullmatch(str(value)) else reason("no_duration", value=repr(str(value)[:20]))


def _hash(value: Any) -> Reason | None:
    return None if SHA256.fullmatch(str(value)) else reason("no_sha256", value=repr(str(value)[:20]))


def _line(value: Any) -> Reason | None:
    return None if isinstance(value, int) and value >= 1 else reason("no_line", value=str(value)[:12])


def _document(value: Any) -> Reason | None:
    if not value:
        return reason("empty_value")
    if len(str(value)) > LONGEST_NAME:
        return reason("name_too_long", count=f"{len(str(value)):,}")
    return reason("character_of_no_name") if IN_NAMES.search(str(value)) else None


def _filled(value: Any) -> Reason | None:
    return None if not isinstance(value, str) or value.strip() else reason("empty_value")


VALUES: Mapping[str, Callable[[Any], Reason | None]] = {
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
