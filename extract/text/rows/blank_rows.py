"""A table whose cells only single blanks divide (text taken from a page or a print) → the spans of its cells.

In:  附件：任务分解表 序号 工作任务 牵头单位 责任单位 / 1 修建水渠。 县水利局 县财政局、各乡镇 / 2 架桥。 县交通局 柳泉镇
Out: the row of names, which begins inside the first line, and a row from each number to the next

The last columns, those of units and times, hold one word each; what stands between the number and them is the text. Nothing
is a row unless its units can be read, so that a sentence which begins with a number is none.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.clean import clean
from extract.names.units import unit_list
from extract.tables.tables import UNITS, Column, column_of
from extract.text.rows.spaced_rows import BLANK_WORD

Span = tuple[int, int]
Cells = tuple[tuple[Span, ...], ...]

FIRST = ("序号", "编号", "项次")
NUMBERED = re.compile(r"[ \u3000]*\(?\d{1,3}[).、]?[ \u3000]")
LAST = frozenset({*UNITS, Column.DEADLINE, Column.UNIT})
LEAST_COLUMNS, MOST_COLUMNS = 3, 10
LONGEST_NAME = 10
LONGEST_ROW = 8  # lines
LONGEST_LINE = 2000
LEAST_ROWS = 2
MOST_BETWEEN = 8  # lines in a row that are no row: headings, a paragraph


@dataclass(frozen=True, slots=True)
class _Head:
    names: tuple[Span, ...]
    kinds: tuple[Column | None, ...]
    last: int  # how many columns of one word end a row

    @property
    def texts(self) -> int:
        return len(self.kinds) - 1 - self.last


def with_heads_apart(source: str, spans: Sequence[Span]) -> list[Span]:
    """The lines, a row of names that a line ends with on a line of its own."""
    named = _named(source, spans)
    if not named:
        return list(spans)
    lines: list[Span] = []
    for index, (start, end) in enumerate(spans):
        head = _head(source, start, end) if index in named else None
        if head and source[start : head.names[0][0]].strip():
            lines += [(start, head.names[0][0]), (head.names[0][0], end)]
        else:
            lines.append((start, end))
    return lines


def _named(source: str, spans: Sequence[Span]) -> set[int]:
    """The indexes of the lines that hold the name of a first column."""
    starts = [start for start, _ in spans]
    return {bisect.bisect_right(starts, offset) - 1 for word in FIRST for offset in _offsets(source, word)}


def _offsets(source: str, word: str) -> Iterator[int]:
    """Where a word stands in a text."""
    offset = source.find(word)
    while offset >= 0:
        yield offset
        offset = source.find(word, offset + len(word))


def blank_rows(source: str, spans: Sequence[Span], taken: Sequence[bool]) -> dict[int, tuple[int, Cells]]:
    """The rows that blanks divide: index of the first line → index after the last, spans of the cells."""
    rows: dict[int, tuple[int, Cells]] = {}
    for index in sorted(_named(source, spans)):
        if index >= 0 and not taken[index] and (head := _head(source, *spans[index])):
            below = dict(_below(source, spans, taken, index + 1, head))
            if len(below) >= LEAST_ROWS:
                rows[index] = (index + 1, tuple((name,) for name in head.names))
                rows |= below
    return rows


@lru_cache(maxsize=256)
def _head(source: str, start: int, end: int) -> _Head | None:
    """The row of names that a line is or ends with."""
    first = max(source.rfind(word, start, end) for word in FIRST) if end - start <= LONGEST_LINE else -1
    if first < 0 or (first > start and not source[first - 1].isspace()):
        return None
    names = tuple(match.span() for match in BLANK_WORD.finditer(source, first, end))
    if not LEAST_COLUMNS <= len(names) <= MOST_COLUMNS or any(b - a > LONGEST_NAME for a, b in names):
        return None
    kinds = tuple(column_of(clean(source, *name).text) for name in names)
    last = 0
    while last < len(kinds) - 2 and kinds[-1 - last] in LAST:
        last += 1
    return _Head(names, kinds, last) if last and any(kind in UNITS for kind in kinds[-last:]) else None


def _below(
    source: str, spans: Sequence[Span], taken: Sequence[bool], start: int, head: _Head
) -> Iterator[tuple[int, tuple[int, Cells]]]:
    index, between = start, 0
    while index < len(spans) and between <= MOST_BETWEEN and not taken[index]:
        row = _row(source, spans, taken, index, head) if NUMBERED.match(source, *spans[index]) else None
        if row is not None:
            yield index, row
            index, between = row[0], 0
        else:
            index, between = index + 1, between + 1


def _row(
    source: str, spans: Sequence[Span], taken: Sequence[bool], start: int, head: _Head
) -> tuple[int, Cells] | None:
    words: list[Span] = []
    for index in range(start, min(start + LONGEST_ROW, len(spans))):
        first, last = spans[index]
        if taken[index] or last - first > LONGEST_LINE or (index > start and NUMBERED.match(source, first, last)):
            return None
        words.extend(match.span() for match in BLANK_WORD.finditer(source, first, last))
        if len(words) >= 2 + head.last and _are_units(source, words[-head.last :], head):
            return index + 1, (
                (words[0],),
                *_texts(words[1 : -head.last], head.texts),
                *((w,) for w in words[-head.last :]),
            )
    return None


def _are_units(source: str, words: Sequence[Span], head: _Head) -> bool:
    """Whether the words under columns of units name units, all that can be told of a row whose cells only blanks divide."""
    for word, kind in zip(words, head.kinds[-head.last :], strict=True):
        if kind in UNITS or kind is Column.UNIT:
            text = clean(source, *word).text
            if not unit_list(text, 0, len(text)).is_whole:
                return False
    return True


def _texts(words: Sequence[Span], columns: int) -> Iterator[tuple[Span, ...]]:
    """The words of the text, given to its columns from the right; a short word is the rest of the one before it."""
    parts = [[word] for word in words]
    while len(parts) > columns:
        index = min(range(1, len(parts)), key=lambda i: sum(b - a for a, b in parts[i]))
        parts[index - 1] += parts.pop(index)
    yield from ((),) * (columns - len(parts))
    for part in parts:
        yield tuple(part)
