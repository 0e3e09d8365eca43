"""A table copied from a page with a bar between its cells, each cell on lines of its own → its rows.

In:  | / 序号 / | / 工作任务 / | / 负责部门 / | / | / 1 / | / 修建水渠。 / | / 县水利局 / | / |       (/ ends a line)
     |姓名 / |职务 / |分工 / |石磊 / |县长 / |主持全面工作。
Out: the row of names, and the rows below it, each cell whatever lines stand between two bars

Where a bar closes a row and another opens the next, the rows have as many cells as the names, empty ones too. Where one bar
stands before each cell, a row goes from its number to the next, or the cells are as many as the rows need.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.clean import cleaned
from extract.lexicon import any_of
from extract.names.marks import SECTIONS
from extract.tables.tables import Column, column_of

Span = tuple[int, int]
Cells = tuple[tuple[Span, ...], ...]

LEAST_COLUMNS, MOST_COLUMNS = 3, 10
LEAST_KNOWN = 2
LONGEST_NAME = 12
SHORT_NAME = 6  # a column that stands above the first bar: 姓 名, 序号
MOST_LINES = 30  # of one cell
BARS = "|│┃｜"
BLANK = " \t\u3000"
ROW_NUMBER = re.compile(r"\(?\d{1,3}[).、]?$")  # the first cell of a row: 3 · (3) · 3、
NO_NAME = re.compile(r"[:,。;、《]")
# what the columns of a list of leaders or of sections are called
OF_LEADERS = re.compile(
    rf"""
    {any_of("layout", "column_leader")} | (?:工作|职责)?分工 | 分管(?:{any_of("layout", "column_charged")})? | 联系(?:{any_of("layout", "column_liaised")})
    | (?:{SECTIONS}|机构|{any_of("shared", "unit")})(?:名称)? | (?:主要|工作)?职责 | (?:办公)?(?:{any_of("layout", "column_place")}) | 备注
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands between two bars: the lines, and the index of the first."""

    spans: tuple[Span, ...]
    line: int


def barred(source: str, spans: Sequence[Span]) -> dict[int, tuple[int, Cells]]:
    """The rows of tables whose cells bars divide: index of the first line → index after the last, spans of the cells."""
    rows: dict[int, tuple[int, Cells]] = {}
    index = 0
    while index < len(spans):
        if not _opens(source, spans, index):
            index += 1
            continue
        cells, stop = _cells(source, spans, index)
        rows |= _table(source, cells, stop)
        index = max(stop, index + 1)
    return rows


def _opens(source: str, spans: Sequence[Span], index: int) -> bool:
    """Whether a table may begin with a line: a bar opens it and no other stands inside, or it names a column above a bar."""
    start, end = spans[index]
    if source[start : start + 4].lstrip(BLANK)[:1] in BARS:
        return _within(source, start, end) is not None
    if index + 1 == len(spans) or source[slice(*spans[index + 1])].strip(BARS + BLANK) or end - start > SHORT_NAME:
        return False
    return is_column_name(cleaned(source, start, end))


def _within(source: str, start: int, end: int) -> Span | None:
    """The text of a line between the bars at its ends; None if another bar stands in it."""
    line = source[start:end]
    left = start + len(line) - len(line.lstrip(BARS + BLANK))
    right = start + len(line.rstrip(BARS + BLANK))
    if left >= right:
        return start, start
    return None if any(bar in source[left:right] for bar in BARS) else (left, right)


def _cells(source: str, spans: Sequence[Span], first: int) -> tuple[list[_Cell], int]:
    """The cells from a line with a bar on, and the index after the last bar, or after the cell that the last bar opens."""
    cells: list[_Cell] = []
    held: list[Span] = []
    line = last = first
    begun = source[slice(*spans[first])].lstrip(BLANK)[:1] not in BARS
    opened = False  # whether the last bar stands before the text of its line
    for index in range(first, len(spans)):
        inner = _within(source, *spans[index])
        if inner is None or len(held) > MOST_LINES:
            break
        start, end = spans[index]
        before = source[start : inner[0] if inner[1] > inner[0] else end]
        if any(bar in before for bar in BARS):
            if begun:
                cells.append(_Cell(tuple(held), line))
            held, begun, line, last = [], True, index, index + 1
            opened = inner[1] > inner[0]
        if inner[1] > inner[0]:
            line = line if held else index
            held.append(inner)
            if any(bar in source[inner[1] : end] for bar in BARS):
                cells.append(_Cell(tuple(held), line))
                held, line, last, opened, begun = [], index, index + 1, False, False
    if opened and held:
        cells.append(_Cell((held[0],), line))
        last = line + 1
    return cells, last


def _table(source: str, cells: list[_Cell], stop: int) -> dict[int, tuple[int, Cells]]:
    """The rows that the cells are, from the names of columns on; none if they do not come out even."""
    first = next((i for i, cell in enumerate(cells) if cell.spans), 0)
    texts = [_text(source, cell) for cell in cells]
    closed = next((i for i in range(first, min(first + MOST_COLUMNS + 1, len(cells))) if not cells[i].spans), None)
    known = [is_column_name(text) for text in texts[first : first + MOST_COLUMNS]]
    if closed is not None and closed - first >= LEAST_COLUMNS:
        count = closed - first
        names = texts[first:closed]
        if sum(known[:count]) < LEAST_KNOWN or not all(_may_name(name) for name in names):
            return {}
        starts = _closed_rows(cells, first, count)
    else:
        count = next((i for i, is_name in enumerate(known) if not is_name), len(known))
        if count < LEAST_COLUMNS:
            return {}
        starts = _open_rows(texts, first, count)
    rows: dict[int, tuple[int, Cells]] = {}
    if not starts:
        return rows
    for (left, right), after in zip(starts, [*(left for left, _ in starts[1:]), None], strict=True):
        filled = [cell for cell in cells[left:right] if cell.spans]
        if filled:
            end = cells[after].line if after is not None else stop
            rows[filled[0].line] = (
                max(end, filled[-1].line + 1),
                (*(cell.spans for cell in cells[left:right]), *(() for _ in range(count - right + left))),
            )
    return rows if len(rows) > 1 else {}


def _closed_rows(cells: Sequence[_Cell], first: int, count: int) -> list[tuple[int, int]]:
    """Rows of `count` cells, an empty one between each two; up to the first that does not fit."""
    rows: list[tuple[int, int]] = []
    left = first
    while left + count <= len(cells) and (left + count == len(cells) or not cells[left + count].spans):
        rows.append((left, left + count))
        left += count + 1
    return rows


def _open_rows(texts: Sequence[str], first: int, count: int) -> list[tuple[int, int]]:
    """Rows without a mark of their ends: from number to number, else as many cells as there are names; [] if none comes out even."""
    names = (first, first + count)
    body = range(first + count, len(texts))
    if column_of(texts[first]) is Column.NUMBER:
        starts: list[int] = []
        for index in body:
            if ROW_NUMBER.match(texts[index]) and int(re.sub(r"\D", "", texts[index])) == len(starts) + 1:
                starts.append(index)
        ends = [*starts[1:], min(len(texts), starts[-1] + count)] if starts else []
        rows = list(zip(starts, ends, strict=True))
        even = bool(rows) and starts[0] == body.start and all(1 < end - start <= count for start, end in rows)
        return [names, *rows] if even else []
    if len(body) % count:
        return []
    return [names, *((index, index + count) for index in body[::count])]


def _text(source: str, cell: _Cell) -> str:
    """The text of a cell, if it is short."""
    if not cell.spans or cell.spans[-1][1] - cell.spans[0][0] > 4 * LONGEST_NAME:
        return "" if not cell.spans else "…"
    return "".join(cleaned(source, *span) for span in cell.spans)


def row_number(source: str, spans: Sequence[Span], index: int) -> int | None:
    """The number that a line holds and nothing else: 3 · (3) · 3、; None of other lines."""
    if index >= len(spans) or spans[index][1] - spans[index][0] > LONGEST_NAME * 2:
        return None
    text = cleaned(source, *spans[index])
    return int("".join(char for char in text if char.isdigit())) if ROW_NUMBER.match(text) else None


def _may_name(text: str) -> bool:
    return 0 < len(text) <= LONGEST_NAME and NO_NAME.search(text) is None


def is_column_name(text: str) -> bool:
    """Whether a text is what a column is called."""
    return _may_name(text) and (column_of(text) is not None or OF_LEADERS.fullmatch(text) is not None)
