"""A table printed one cell a line (copied from a web page) → its rows.

In:  序号 / 工作任务 / 牵头单位 / 完成 / 时限 / 1 / 修建水渠。 / 县水利局 / 6月底 / 2 / …      (each on a line of its own)
Out: the row of names, and a row from each number to the next, its lines given to the columns in their order

A bar that ends a line, or stands on a line of its own, divides cells and is none. A row with fewer lines than columns has
empty cells: the deadline column takes what is a time, the other lines fill from the left. A row whose lines cannot be given
to columns ends the table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.clean import clean, cleaned
from extract.lexicon import any_of
from extract.names.marks import NUMERAL
from extract.tables.tables import Column, column_of
from extract.text.rows.bar_cells import ROW_NUMBER, barred, row_number

Span = tuple[int, int]
Cells = tuple[tuple[Span, ...], ...]

LEAST_COLUMNS = 3
MOST_COLUMNS = 9
LONGEST_NAME = 12
LONGEST_LINE = LONGEST_NAME * 4  # characters of a line that can be a name, its layout included
LONGEST_WRAPPED = 6
TAILS = ("单位", "部门", "时限", "时间")
WRAPPED = ("完成", "责任", "牵头", "配合", "工作")  # first lines of wrapped names
NO_NAME = re.compile(r"[:,。;、《|]|附件")
DIGIT = re.compile(r"\d")
DATED = (Column.PROGRESS, Column.PERIOD)  # columns whose names hold a time: 1-10月推进情况
BARS = "|│┃｜"
BAR_OR_BLANK = f"{BARS} \t\u3000"
BAR = re.compile(f"[{BARS}]")
LONGEST_ROW = 40  # lines
HEADING = re.compile(rf"[{NUMERAL}]{{1,3}}、.")
MOST_HEADINGS = 8  # headings in a row: parts of a table of which a unit keeps its own rows only
TIME = re.compile(rf"(?:\d{{4}}年|\d{{1,2}}月|{any_of('layout', 'cell_time')}|[上下]半年|\d{{4}}[.\-/]\d)")
UNFINISHED = ("、", ",", ";", "和", "及")


def gathered(source: str, spans: Sequence[Span], tabs: Sequence[bool]) -> dict[int, tuple[int, Cells]]:
    """The rows of tables printed one cell a line: index of the first line → index after the last, spans of the cells."""
    if not any(bar in source for bar in BARS):
        return _gathered(source, spans, tabs, ())
    if rows := barred(source, spans):
        taken = {index for first, (stop, _) in rows.items() for index in range(first, stop)}
        others = _between_bars(source, spans, tabs)
        return rows | {i: row for i, row in others.items() if not taken.intersection(range(i, row[0]))}
    return _between_bars(source, spans, tabs)


def _between_bars(source: str, spans: Sequence[Span], tabs: Sequence[bool]) -> dict[int, tuple[int, Cells]]:
    """The rows of lines that numbers divide, bars at their ends left out."""
    whole = [(start, start + len(source[start:end].rstrip(BAR_OR_BLANK))) for start, end in spans]
    bars = [bool(BAR.search(source, end, span[1])) for (_, end), span in zip(whole, spans, strict=True)]
    if not any(bars):
        return _gathered(source, spans, tabs, ())
    kept = [index for index, (start, end) in enumerate(whole) if start < end or not bars[index]]
    after = [*kept[1:], len(spans)][: len(kept)]  # none where all lines are bars
    closed = [any(bars[index:stop]) for index, stop in zip(kept, after, strict=True)]
    gathered = _gathered(source, [whole[i] for i in kept], [tabs[i] for i in kept], closed)
    return {kept[index]: (after[stop - 1], cells) for index, (stop, cells) in gathered.items()}


def _gathered(
    source: str, spans: Sequence[Span], tabs: Sequence[bool], bars: Sequence[bool]
) -> dict[int, tuple[int, Cells]]:
    """The rows of lines without their bars; `bars`: whether a bar closes each line, () if there are none."""
    by_index: dict[int, tuple[int, Cells]] = {}
    index = 0
    while index < len(spans):
        start, end = spans[index]
        head = None if tabs[index] or end - start > LONGEST_LINE else _header(source, spans, tabs, index)
        if head is None:
            index += 1
            continue
        stop, names = head
        numbered = names[0].kind is Column.NUMBER
        names = names[numbered:]
        most = _most_cells(source, spans, stop, len(names), bars)
        names = names[len(names) - most :]  # 重点任务分工 above 重点任务, 牵头单位: the name of the table
        rows = _rows(source, spans, tabs, stop, [name.kind for name in names]) if most >= LEAST_COLUMNS - 1 else {}
        if rows:
            first = index if numbered else names[0].index
            by_index[first] = (stop, ((spans[index],) if numbered else (), *(name.spans for name in names)))
            by_index.update(rows)
            names_end = max(index for name in names for index in range(name.index, name.index + len(name.spans))) + 1
            headings = _headings(source, spans, names_end, rows)
            by_index.update(headings)
            by_index[first] = (min([*headings, stop]), by_index[first][1])
            stop = max(end for end, _ in rows.values())
        index = max(stop, index + 1)
    return by_index


def _headings(
    source: str, spans: Sequence[Span], names_end: int, rows: dict[int, tuple[int, Cells]]
) -> dict[int, tuple[int, Cells]]:
    """The headings before and between rows, each a row of one cell, so that the table goes on after it."""
    starts = sorted(rows)
    gaps = zip([names_end, *(rows[start][0] for start in starts)], starts, strict=False)
    between = [index for first, last in gaps for index in range(first, last)]
    return {
        index: (index + 1, ((spans[index],),)) for index in between if HEADING.match(clean(source, *spans[index]).text)
    }


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a column: its kind, the index of its first line, its spans."""

    kind: Column | None
    index: int
    spans: tuple[Span, ...]


def _header(source: str, spans: Sequence[Span], tabs: Sequence[bool], start: int) -> tuple[int, list[Name]] | None:
    """The names of columns from a line on to the first number, and the index of its line."""
    names: list[Name] = []
    texts: list[str] = []
    for index in range(start, min(start + MOST_COLUMNS + 2 + MOST_HEADINGS, len(spans))):
        first, last = spans[index]
        text = cleaned(source, first, last) if last - first <= LONGEST_LINE and not tabs[index] else ""
        if len(names) >= LEAST_COLUMNS and HEADING.match(text):
            continue  # 一、经济发展: a heading between the names and the first row
        if names and ROW_NUMBER.match(text):
            kinds = [name.kind for name in names]
            return (index, names) if len(set(kinds)) >= LEAST_COLUMNS and Column.NUMBER not in kinds[1:] else None
        if not text or len(text) > LONGEST_NAME or NO_NAME.search(text):
            return None
        if DIGIT.search(text) and column_of(text) not in DATED:
            return None
        together = column_of(texts[-1] + text) if texts and len(texts[-1] + text) <= LONGEST_WRAPPED else None
        if together and (column_of(texts[-1]) is None or (text in TAILS and len(texts[-1]) <= 2)):
            names[-1] = Name(together, names[-1].index, (*names[-1].spans, spans[index]))  # 完成 / 时限
            texts[-1] += text
        elif (kind := column_of(text)) is not None or text in WRAPPED:
            names.append(Name(kind, index, (spans[index],)))
            texts.append(text)
        else:
            return None
    return None


def _most_cells(source: str, spans: Sequence[Span], start: int, columns: int, bars: Sequence[bool]) -> int:
    """How many lines the first row has beside its number, at most as many as there are columns; all columns if it is the last.

    Of lines that bars close the longest row tells: the first may leave out its last cells.
    """
    most = 0
    number = row_number(source, spans, start)
    while number is not None and (bars or not most):
        number += 1
        stop = next((i for i in _within(start, spans) if row_number(source, spans, i) == number), None)
        if stop is None:
            closed = next((i for i in _within(start, spans) if not bars[i]), len(spans)) if bars else start
            return max(most, min(columns, closed - start - 1)) if most else columns
        headings = sum(bool(HEADING.match(clean(source, *span).text)) for span in spans[start + 1 : stop])
        most = max(most, min(columns, stop - start - 1 - headings))
        start = stop
    return most or columns


def _rows(
    source: str, spans: Sequence[Span], tabs: Sequence[bool], start: int, kinds: Sequence[Column | None]
) -> dict[int, tuple[int, Cells]]:
    by_index: dict[int, tuple[int, Cells]] = {}
    number = row_number(source, spans, start)
    while number is not None and start < len(spans):
        stop = next((i for i in _within(start, spans) if row_number(source, spans, i) == number + 1), None)
        following = number + 1
        if stop is None and (picked := _next_picked(source, spans, start, len(kinds))):
            stop, following = picked
        last = stop is None
        if stop is None:
            stop = min(start + 1 + len(kinds), len(spans))
        lines = [(span, clean(source, *span).text) for span in spans[start + 1 : stop]]
        while len(lines) > 1 and HEADING.match(lines[-1][1]):
            lines.pop()
        cells = _given(lines, kinds, last)
        if cells is None or any(tabs[start:stop]):
            break
        used = max((i for i in range(start, stop) if any(spans[i] in cell for cell in cells)), default=start) + 1
        by_index[start] = (used, ((spans[start],), *cells))
        start, number = stop, None if last else following
    return by_index


def _next_picked(source: str, spans: Sequence[Span], start: int, columns: int) -> tuple[int, int] | None:
    """The line and number of the next row where a unit prints its own rows of a longer table (3, 68, 69): full rows alone."""
    number = row_number(source, spans, start)
    position = start + 1 + columns
    while (
        position < len(spans)
        and position <= start + columns + MOST_HEADINGS
        and HEADING.match(clean(source, *spans[position]).text)
    ):
        position += 1
    following = row_number(source, spans, position)
    if number is None or following is None or following <= number:
        return None
    return position, following


def _within(start: int, spans: Sequence[Span]) -> range:
    return range(start + 1, min(start + LONGEST_ROW, len(spans)))


def _given(lines: Sequence[tuple[Span, str]], kinds: Sequence[Column | None], last: bool) -> Cells | None:
    """The lines of a row, given to the columns in their order; None if there is no one way."""
    parts: list[tuple[list[Span], str]] = []
    for span, text in lines:
        if parts and parts[-1][1].endswith(UNFINISHED):
            parts[-1] = ([*parts[-1][0], span], text)
        elif text:
            parts.append(([span], text))
    cells: list[tuple[Span, ...]] = [()] * len(kinds)
    timed = kinds[-1] is Column.DEADLINE
    if timed and parts and len(parts) <= len(kinds) and TIME.search(parts[-1][1]) and len(parts[-1][1]) <= 20:
        cells[-1] = tuple(parts.pop()[0])
    elif timed and last and len(parts) == len(kinds):
        parts.pop()
    room = len(kinds) - timed
    if not parts or len(parts) > room:
        return None
    for index, (spans, _) in enumerate(parts):
        cells[index] = tuple(spans)
    return tuple(cells)
