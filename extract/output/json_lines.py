"""JSON lines: one object a line, as facts and everything beside them are written and read."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import msgspec

from extract.errors import ReadError
from extract.wording.reasons import Reason, reason, reason_of

AT_BYTE = re.compile(r"\(byte (?P<byte>\d+)\)")


def write_rows(rows: Iterable[dict[str, Any]], stream: TextIO) -> int:
    """Writes one JSON object a line; returns how many."""
    count = 0
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


def read_rows(stream: Iterable[str], name: str) -> Iterator[dict[str, Any]]:
    """The JSON objects of a stream of lines; raises ReadError that names the file and the line."""
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield row_of(line, line_in(name, number))


def line_in(name: object, number: int) -> Reason:
    """The words for a line of a file."""
    return reason("line_of", file=name, line=number)


def row_of(line: str, where: str | Reason) -> dict[str, Any]:
    """The JSON object of one line; raises ReadError for one that is none, is nested without end, or holds what no number is."""
    try:
        row = msgspec.json.decode(line)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise ReadError("no_json", where=where, fault=_fault_of_json(error)) from error
    if not isinstance(row, dict):
        raise ReadError("no_json_object", where=where)
    return row


def _fault_of_json(error: Exception) -> Reason:
    if isinstance(error, RecursionError):
        return reason("json_too_deep")
    if isinstance(error, UnicodeError):
        return reason("json_half_character")
    sentence = str(error).removeprefix("JSON is malformed: ").partition(" - at ")[0]
    byte = AT_BYTE.search(sentence)
    if "truncated" in sentence:
        return reason("json_cut_off")
    fault = reason_of(AT_BYTE.sub("", sentence).strip())
    return reason("json_at_byte", what=fault, byte=byte["byte"]) if byte else fault
