"""A table whose cells tabs divide, with lines that end inside a cell (copied from a sheet or a page) → its rows.

In:  序号⇥任务⇥责任单位⇥时限 / 1⇥修建水渠⇥县水利局 / 县财政局⇥6月底 / 2⇥架桥⇥县交通局⇥年底      (/ ends a line)
Out: the row of number 1 over two lines, its third cell 县水利局 · 县财政局

A row begins with its number. It goes on with the next lines until it has as many cells as the names above it; lines without
a tab after the last cell belong to it where the next number follows. Nothing else is put together.
"""

from collections.abc import Sequence

from extract.clean import cleaned
from extract.tables.tables import column_of
from extract.text.rows.bar_cells import ROW_NUMBER

Span = tuple[int, int]
Cells = tuple[tuple[Span, ...], ...]

LEAST_COLUMNS = 3
LEAST_NAMED = 2
LONGEST_NAME = 12
MOST_LINES = 12  # of a row
LONGEST_REST = 30  # characters of a line that may end the last cell


def tab_rows(source: str, spans: Sequence[Span], tabs: Sequence[bool]) -> dict[int, tuple[int, Cells]]:
    """The rows that lines divide: index of the first line → index after the last, spans of the cells; whole rows are none of them."""
    rows: dict[int, tuple[int, Cells]] = {}
    if "\t" not in source:
        return rows
    columns, index = 0, 0
    while index < len(spans):
        if not tabs[index]:
            columns, index = 0, index + 1
            continue
        cells = _cells(source, spans[index])
        number = _number(source, cells)
        if number is None and _names_columns(source, cells):
            columns = len(cells)
        elif columns and number is not None:
            until, joined = _row(source, spans, index, columns, number)
            if until > index + 1:
                rows[index] = until, joined
            index = until
            continue
        index += 1
    return rows


def _row(source: str, spans: Sequence[Span], index: int, columns: int, number: int) -> tuple[int, Cells]:
    """The row that begins at `index`: the index after its last line, its cells; of that line alone where it does not come out even."""
    first, after = _cells(source, spans[index]), index + 1
    if len(first) == columns and (after == len(spans) or source.find("\t", *spans[after]) >= 0):
        return after, ()  # as nearly all are
    cells = [[cell] for cell in first]
    while len(cells) < columns and after < min(len(spans), index + MOST_LINES):
        more = _cells(source, spans[after])
        if _number(source, more) is not None or len(cells) + len(more) - 1 > columns:
            break
        cells[-1].append(more[0])
        cells.extend([cell] for cell in more[1:])
        after += 1
    if len(cells) != columns:
        return index + 1, ()
    until = _next_row(source, spans, after, number + 1)
    cells[-1].extend(spans[after:until])
    return until, tuple(tuple(cell) for cell in cells)


def _next_row(source: str, spans: Sequence[Span], after: int, number: int) -> int:
    """Where the next number opens a row, if only short lines without a tab stand before it; else `after`."""
    for index in range(after, min(len(spans), after + MOST_LINES)):
        cells = _cells(source, spans[index])
        if len(cells) > 1:
            return index if _number(source, cells) == number else after
        if spans[index][1] - spans[index][0] > LONGEST_REST:
            break
    return after


def _cells(source: str, span: Span) -> list[Span]:
    """The spans of a line that its tabs divide."""
    cells, start = [], span[0]
    while (tab := source.find("\t", start, span[1])) >= 0:
        cells.append((start, tab))
        start = tab + 1
    return [*cells, (start, span[1])]


def _number(source: str, cells: Sequence[Span]) -> int | None:
    """The number of the row that a line opens; None of other lines."""
    start, end = cells[0]
    if len(cells) < 2 or not 0 < end - start <= LONGEST_NAME or not any(map(str.isdigit, source[start:end])):
        return None
    text = cleaned(source, start, end)
    return int("".join(char for char in text if char.isdigit())) if ROW_NUMBER.match(text) else None


def _names_columns(source: str, cells: Sequence[Span]) -> bool:
    if len(cells) < LEAST_COLUMNS or any(end - start > LONGEST_NAME * 4 for start, end in cells):
        return False
    names = [cleaned(source, *cell) for cell in cells]
    return sum(len(name) <= LONGEST_NAME and column_of(name) is not None for name in names) >= LEAST_NAMED
