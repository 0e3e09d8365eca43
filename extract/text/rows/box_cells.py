"""A table drawn with lines, whose rows take several lines of text → its rows.

In:  ├──┼────────┼─────┤              Out: one row: 1 · 清理河道,修建水渠 · 县水利局
     │1 │清理河道,修建    │县水利 │
     │  │水渠          │局    │
     ├──┼────────┼─────┤

A line that is drawn under most columns ends a row; a cell beside it that is not ended (a merged one) is of the first of its
rows. Where lines are drawn under few columns only, nobody can say which cells stand beside one another, and nothing is read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from extract.text.rows.bar_cells import ROW_NUMBER
from extract.text.rows.spaced_rows import is_rule

Span = tuple[int, int]
Cells = tuple[tuple[Span, ...], ...]

CROSSINGS = "├┤┼┌┐└┘┬┴┝┥┠┨┢┪+"
EDGES = "|│┃" + CROSSINGS
EDGE = re.compile(f"[{re.escape(EDGES)}]")
DRAWN = "─━-=—"
DRAWS = ("├─", "├━", "┠─", "┠━", "┝─", "┝━", "+---")  # one of which stands in a text with drawn tables
BLANK = " \t\u3000"
LEAST_COLUMNS = 3
LEAST_ROWS = 2  # rows below the names of columns that a line of its own ends


@dataclass(slots=True)
class _Row:
    """The lines of a row so far, and the text that each of its columns has on them."""

    first: int
    last: int
    cells: list[list[Span]] = field(default_factory=list)


class Boxed(NamedTuple):
    """The rows of drawn tables (start of the first line → start of the last, spans of the cells), and lines that are no rows."""

    rows: dict[int, tuple[int, Cells]]
    undivided: frozenset[int]  # where the lines of tables start whose rows cannot be told apart


def boxed(source: str, spans: Sequence[Span]) -> Boxed:
    """What the lines that draw the tables of a text say of their rows."""
    rows: dict[int, tuple[int, Cells]] = {}
    undivided: set[int] = set()
    for left, right in _regions(source, spans) if any(mark in source for mark in DRAWS) else ():
        table = _rows(source, spans[left:right])
        if table is None:
            undivided |= {start for start, _ in spans[left:right]}
        elif len(table) > LEAST_ROWS and any(row.last > row.first for row in table):
            rows |= {row.first: (row.last, tuple(tuple(cell) for cell in row.cells)) for row in table}
    return Boxed(rows, frozenset(undivided))


def _regions(source: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The runs of lines that an edge opens and closes."""
    first: int | None = None
    for index, (start, end) in enumerate([*spans, (0, 0)]):
        line = source[start:end].strip(BLANK)
        inside = len(line) > LEAST_COLUMNS and line[0] in EDGES and line[-1] in EDGES
        if inside and first is None:
            first = index
        elif not inside and first is not None:
            yield first, index
            first = None


def _rows(source: str, lines: Sequence[Span]) -> list[_Row] | None:
    """The rows of a drawn table; [] if its lines do not come out even, None if lines are drawn under few columns only."""
    rows: list[_Row] = []
    row: _Row | None = None
    count = 0
    for start, end in lines:
        cells = _cells(source, start, end)
        count = count or len(cells)
        if len(cells) != count or count < LEAST_COLUMNS:
            if row is None and not rows:
                count = 0  # the top, with fewer columns than the names below it
                continue
            return []
        drawn = [_is_drawn(source, *cell) for cell in cells]
        if any(drawn):
            if 2 * sum(drawn) < count:
                return None
            _add_beside(source, rows, cells, drawn)
            row = None
            continue
        if is_rule(source[start:end]):
            continue  # │  │  │: it says nothing, and the text is read without it
        if row is None or (row.cells[0] and _is_number(source, cells[0])):  # no line is drawn between 1 and 2
            row = _Row(start, start, [[] for _ in cells])
            rows.append(row)
        row.last = start
        _add(source, row, cells)
    return rows


def _add_beside(source: str, rows: Sequence[_Row], cells: Sequence[Span], drawn: Sequence[bool]) -> None:
    """What a merged cell says beside the line that ends a row is of the row that it began in."""
    if rows:
        _add(
            source,
            rows[-1],
            [cell if not is_drawn else (cell[0], cell[0]) for cell, is_drawn in zip(cells, drawn, strict=True)],
        )


def _add(source: str, row: _Row, cells: Sequence[Span]) -> None:
    for column, (left, right) in enumerate(cells):
        text = source[left:right]
        if text.strip(BLANK):
            begin = left + len(text) - len(text.lstrip(BLANK))
            row.cells[column].append((begin, left + len(text.rstrip(BLANK))))


def _cells(source: str, start: int, end: int) -> list[Span]:
    edges = [edge.start() for edge in EDGE.finditer(source, start, end)]
    return [(left + 1, right) for left, right in pairwise(edges)]


def _is_number(source: str, cell: Span) -> bool:
    return ROW_NUMBER.match(source[slice(*cell)].strip(BLANK)) is not None


def _is_drawn(source: str, start: int, end: int) -> bool:
    """Whether a line is drawn through a cell; — alone between two bars is what the cell says."""
    cell = source[start:end].strip(BLANK)
    return bool(cell) and not cell.strip(DRAWN) and (source[start - 1] in CROSSINGS or source[end] in CROSSINGS)
