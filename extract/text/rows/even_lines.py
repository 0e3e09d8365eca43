"""A table printed one cell a line, each row with a line for each of its columns → its rows.

In:  姓名 / 职务 / 办公电话 / 丁力 / 局长 / 000-0000 / 石磊 / 副局长 / 000-0001        (each on a line of its own)
Out: the row of names, and a row of three cells for each person

Nothing is a row unless what can be told of its cells is so (`even_rows`); where the lines do not come out even, a name is left
over below, and nothing is a row. Numbers that open rows tell where a row ends whose cells are not all filled.
"""

from collections.abc import Iterator, Sequence

from extract.clean import cleaned
from extract.tables.tables import Column, column_of
from extract.text.rows.bar_cells import LONGEST_NAME, row_number
from extract.text.rows.even_rows import LEAST_TOLD, OF_PERSONS, columns_under, names_column, told_of

Span = tuple[int, int]
Cells = tuple[tuple[Span, ...], ...]

LEAST_COLUMNS, MOST_COLUMNS = 3, 10
LONGEST_LINE = 24  # characters of a line that names a column
LONGEST_CELL = 200
SPELT = frozenset({"姓名", "职务", "责任单位", "牵头单位", "联系电话", "办公电话"})  # one of which stands alone


def even_lines(source: str, spans: Sequence[Span], taken: Sequence[bool]) -> dict[int, tuple[int, Cells]]:
    """The rows of such tables: index of the first line → index after the last, spans of the cells."""
    rows: dict[int, tuple[int, Cells]] = {}
    index = 0
    while index < len(spans):
        names = _names(source, spans, taken, index)
        stop = index + max(len(names), 1)
        if len(names) >= LEAST_COLUMNS and any(name in SPELT or column_of(name) is Column.OFFICIAL for name in names):
            for first in range(len(names) - LEAST_COLUMNS + 1):  # 工作分工, above 姓名: the name of the table
                if below := _below(source, spans, taken, stop, names[first:]):
                    rows[index + first] = (stop, tuple((span,) for span in spans[index + first : stop]))
                    rows |= below
                    stop = max(end for end, _ in below.values())
                    break
        index = stop
    return rows


def _names(source: str, spans: Sequence[Span], taken: Sequence[bool], start: int) -> list[str]:
    """The names of columns from a line on, each on a line of its own."""
    names: list[str] = []
    for index in range(start, min(start + MOST_COLUMNS, len(spans))):
        left, right = spans[index]
        name = "" if taken[index] or right - left > LONGEST_LINE else cleaned(source, left, right)
        if not 0 < len(name) <= LONGEST_NAME or not names_column(name):
            break
        names.append(name)
    return names


def _below(
    source: str, spans: Sequence[Span], taken: Sequence[bool], start: int, names: Sequence[str]
) -> dict[int, tuple[int, Cells]]:
    """The rows below the names of columns; {} if they do not come out even."""
    rows: dict[int, tuple[int, Cells]] = {}
    told = 0
    while start < len(spans) and (row := _row(source, spans, taken, start, names)):
        stop, columns = row
        told += told_of(_texts(source, spans[start:stop]), columns, names) or 0
        filled = dict(zip(columns, spans[start:stop], strict=True))
        rows[start] = (stop, tuple((filled[column],) if column in filled else () for column in range(len(names))))
        start = stop
    left = _texts(source, [span for span in spans[start : start + 2 * len(names)] if span[1] - span[0] <= LONGEST_CELL])
    persons = [name for name in names if OF_PERSONS.fullmatch(name) or column_of(name) is Column.OFFICIAL]
    over = any(told_of([text], [0], [name]) for name in persons for text in left)
    return {} if told < LEAST_TOLD or over else rows


def _row(
    source: str, spans: Sequence[Span], taken: Sequence[bool], start: int, names: Sequence[str]
) -> tuple[int, list[int]] | None:
    """Where the row ends that begins with a line, and the columns of its lines; None if it is none."""
    for stop in _stops(source, spans, start, names):
        if any(taken[start:stop]) or any(right - left > LONGEST_CELL for left, right in spans[start:stop]):
            continue
        columns = columns_under(_texts(source, spans[start:stop]), names)
        if columns is not None:
            return stop, columns
    return None


def _stops(source: str, spans: Sequence[Span], start: int, names: Sequence[str]) -> Iterator[int]:
    """Where a row may end: as many lines below as there are columns, or before the next number."""
    full = start + len(names)
    if full <= len(spans):
        yield full
    if column_of(names[0]) is Column.NUMBER:
        number = row_number(source, spans, start)
        yield from (
            i for i in range(start + LEAST_COLUMNS, full) if number and row_number(source, spans, i) == number + 1
        )


def _texts(source: str, spans: Sequence[Span]) -> list[str]:
    return [cleaned(source, *span) for span in spans]
