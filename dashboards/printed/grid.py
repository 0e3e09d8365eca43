"""Columns of text side by side, as wide as fits: what a terminal shows of a table, quickly.

In:  rows of texts and how wide the terminal is. Out: lines. East Asian characters count two columns.

    ["1", "区司法局", "孙培运"] in 16 columns → "1  区司法局  孙培运"; a text wider than its column goes on in the line below
"""

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

GAP = 2
PIPE_WIDTH = 120
STYLES = {"": "", "bold": "1", "dim": "2", "yellow": "33"}
WORD = re.compile(r"\S+\s*|\s+")
WIDE = "WF"  # classes of East Asian width that take two columns


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its texts, and whether they stand to the right and are never broken."""

    head: str
    texts: Sequence[str]
    right: bool = False
    whole: bool = False


def terminal_width() -> int:
    """As wide as the terminal, or as COLUMNS says; fixed in a pipe, so that files stay comparable."""
    wide = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal()
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if wide else PIPE_WIDTH


def say(line: str, style: str = "") -> None:
    """Prints a line; in its style where a terminal shows it."""
    code = STYLES[style]
    if code and sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        line = "\n".join(f"\x1b[{code}m{part}\x1b[0m" for part in line.split("\n"))
    sys.stdout.write(line + "\n")


@lru_cache(maxsize=65536)
def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_one, text))


class _Widths(dict[str, int]):
    """How many columns each character takes, as they are met."""

    def __missing__(self, char: str) -> int:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
            wide = 0
        else:
            wide = 2 if unicodedata.east_asian_width(char) in WIDE else 1
        self[char] = wide
        return wide


_one = _Widths().__getitem__


def lines_of(columns: Sequence[Column], most: int, *, heads: bool = True) -> tuple[str, list[str]]:
    """The line of headings, and the lines of all rows, within `most` columns if that can be."""
    widths = _widths(columns, most)
    head = "\n".join(_row([c.head for c in columns], columns, widths)) if heads else ""
    body: list[str] = []
    for index in range(len(columns[0].texts) if columns else 0):
        body += _row([c.texts[index] for c in columns], columns, widths)
    return head, body


def _widths(columns: Sequence[Column], most: int) -> list[int]:
    """What each column gets: what it wants, the widest cut down first until all fit; those that stand whole last."""
    wanted = [max(_widest(c.head), max(map(_widest, c.texts), default=0), 1) for c in columns]
    room = most - GAP * (len(columns) - 1)
    for some in (
        [i for i, c in enumerate(columns) if not c.whole],
        list(range(len(columns))),
    ):
        _cut(wanted, some, room)
    return wanted


def _cut(wanted: list[int], some: Sequence[int], room: int) -> None:
    """Takes the widest of some columns down to the next widest, again and again, until all fit in the room or none can give more."""
    while (over := sum(wanted) - room) > 0 and some:
        widest = max(wanted[i] for i in some)
        if widest <= GAP:
            return
        at_top = [i for i in some if wanted[i] == widest]
        below = max((wanted[i] for i in some if wanted[i] < widest), default=GAP)
        step = min(widest - below, -(-over // len(at_top)))
        for i in at_top:
            give = min(step, over)
            wanted[i] -= give
            over -= give


def _widest(text: str) -> int:
    return max(map(width, text.split("\n")))


def _row(texts: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> list[str]:
    """The lines of one row: as many as its highest cell needs."""
    cells = [folded(text, most) for text, most in zip(texts, widths, strict=True)]
    made = []
    for level in range(max(map(len, cells), default=0)):
        parts = []
        for cell, column, most in zip(cells, columns, widths, strict=True):
            part = cell[level] if level < len(cell) else ""
            blank = " " * (most - width(part))
            parts.append(blank + part if column.right else part + blank)
        made.append((" " * GAP).join(parts).rstrip())
    return made


def folded(text: str, most: int) -> list[str]:
    """The text in lines of at most that width: broken between words, and within a word only if it is wider than a line."""
    made: list[str] = []
    for line in text.split("\n"):
        if width(line) <= most:
            made.append(line)
            continue
        made += _broken(line, most)
    return made


def _broken(line: str, most: int) -> list[str]:
    made, now, taken = [], "", 0
    for word in WORD.findall(line):
        takes = width(word.rstrip())
        if taken + takes > most and now and takes <= most:
            made.append(now.rstrip())
            now, taken = "", 0
        for char in word:
            wide = _one(char)
            if taken + wide > most and now:
                if char.isspace():
                    continue
                made.append(now.rstrip())
                now, taken = "", 0
            now += char
            taken += wide
    return [*made, now.rstrip()] if now.strip() or not made else made
