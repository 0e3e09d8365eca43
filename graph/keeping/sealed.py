"""Records that know whether they were changed: one JSON object with a checksum of itself.

    {"sha256": "9f2c…", "doc": "anshan-2024-1.txt", …, "check": "5e0d…"}

In files that are only added to, the checksum of a line takes in that of the line before, so that a line that is gone is missed. A row
without `check` was written by hand or by version 0.1, and is taken as it stands.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.errors import ReadError
from extract.output.json_lines import row_of
from extract.wording.reasons import Reason, reason
from graph.keeping.durable import append

CHECK = "check"
LENGTH = 16  # hex digits
HEX = re.compile(r"\['[0-9a-f]{16}'\]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sealed file: its number, its row, or what is wrong with it."""

    number: int
    row: dict[str, Any]
    fault: Reason | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file that is only added to."""

    lines: tuple[Line, ...] = ()
    cut_off: bool = False  # a crash ended the program within the last line, which nobody was told had been written
    open_end: bool = False  # the last line is whole, but for its line end

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What the sound lines say, without their checksums."""
        return [{k: v for k, v in line.row.items() if k != CHECK} for line in self.lines if line.fault is None]

    @property
    def faults(self) -> list[Line]:
        """The lines that are not as they were written."""
        return [line for line in self.lines if line.fault]

    @property
    def last_check(self) -> str:
        """The checksum that the next line follows."""
        return next((line.row[CHECK] for line in reversed(self.lines) if not line.fault and CHECK in line.row), "")


def text_of(row: dict[str, Any]) -> str:
    """The one way in which a row is written."""
    return json.dumps(row, ensure_ascii=False)


def sealed(row: dict[str, Any], before: str = "") -> str:
    """The row as one line with its checksum, that of the line before taken in."""
    return text_of(row | {CHECK: check_of(row, before)}) + "\n"


def check_of(row: dict[str, Any], before: str = "") -> str:
    """The checksum of a row."""
    return hashlib.sha256(f"{before}\n{text_of(row)}".encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def is_sound(text: str, row: dict[str, Any], before: str = "") -> bool:
    """Whether a line is, character for character, what was sealed."""
    rest = {key: value for key, value in row.items() if key != CHECK}
    return row.get(CHECK) == check_of(rest, before) and text_of(row) == text


def read_lines(path: Path) -> Lines:
    """The lines of a sealed file, none if it is not there; raises OSError where it cannot be read."""
    if not path.exists():
        return Lines()
    return lines_of(path.read_bytes().decode("utf-8", "replace").split("\n"))


def lines_of(texts: Iterable[str]) -> Lines:
    """The lines of such texts, the last of which is what stands after the last line end."""
    *whole, rest = texts
    lines: list[Line] = []
    before: str | None = ""
    for number, text in enumerate(whole, 1):
        if not text.strip():
            continue
        line = _line(number, text, before)
        check = line.row.get(CHECK)
        if line.fault or isinstance(check, str):
            before = check if isinstance(check, str) else None
        lines.append(line)
    if not rest:
        return Lines(tuple(lines))
    last = _line(len(whole) + 1, rest, before)
    if last.fault and _is_beginning(rest):
        return Lines(tuple(lines), cut_off=True)
    return Lines((*lines, last), open_end=True)


def add_row(path: Path, row: dict[str, Any]) -> None:
    """Adds a row as a sealed line; a line that a crash cut off gives way to it. OSError where it cannot be written."""
    lines = read_lines(path)
    line = sealed(row, lines.last_check).encode()
    after = path.read_bytes().rfind(b"\n") + 1 if lines.cut_off else None
    append(path, b"\n" + line if lines.open_end else line, after)


def _line(number: int, text: str, before: str | None) -> Line:
    try:
        row = row_of(text, f"line {number}")
    except ReadError:
        return Line(number, {}, reason("line_no_json"))
    bears_one = CHECK in row or HEX.fullmatch(str(list(row.values())[-1:]))  # also under a name that was changed
    if bears_one and before is None and CHECK in row and text_of(row) == text:
        return Line(number, row)  # the line before it cannot be read, so nothing more can be asked of this one
    if bears_one and not is_sound(text, row, before or ""):
        return Line(number, row, reason("line_changed"))
    return Line(number, row)


def _is_beginning(text: str) -> bool:
    """Whether a text is a line that was not written to its end: no whole object stands at its beginning."""
    try:
        json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return True
    return False
