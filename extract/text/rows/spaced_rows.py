"""Lines whose cells no tab divides → the spans of their cells.

In:  | 序号 | 工作任务 | 牵头单位 |          Out: three cells; a rule of dashes (|---|---|) is no row
In:  序号    工作任务      责任单位           Out: three cells a line, as long as lines have as many as the header
     1       江堤巡查      镇水利站
             值守          县水利局        (the row goes on: its words stand under those of the header, the first column is empty)

Commas divide under a line that names columns (`comma_rows`). Bars divide where two lines in a row have as many cells. Runs of spaces divide only under a header most of whose words are
names of columns: a list of names (组 长：丁 力   区长) is not a table.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from unicodedata import east_asian_width

from extract.clean import clean
from extract.lexicon import words_of
from extract.tables.tables import LONGEST_NAME, column_of
from extract.text.rows.comma_rows import comma_rows
from extract.text.rows.even_rows import even_rows

Span = tuple[int, int]
Cells = tuple[tuple[Span, ...], ...]

BAR = re.compile(r"[|│┃｜]")
RULE = re.compile(r"^[\s|+│┃┼├┤┌┐└┘┬┴─━=:\-]{3,}$")
RULE_MARK = re.compile("[|+│┃┼├┌└]")
BLANK_WORD = re.compile(r"[^\s\u3000]+")
WORD = re.compile(r"(?:\S(?:[ \u3000](?=\S))?)+")  # words with one blank between them are one
LEAST_CELLS = 3
PERSONS = re.compile(r"姓\s*名|人\s*员")  # names a column of a list of persons, which may have two columns: 姓名 | 职务
POSTS = re.compile(r"(?:拟?[任免聘]\S{0,4})?职\s*务|任免职?")
SEATS = frozenset(words_of("groups", "lead", "assist", "member"))
MOST_SHIFT = 1  # widths of a Latin letter by which a word may miss the column of its header


def may_rule(source: str) -> bool:
    """Whether a line of a text may only draw a table: a mark of which such lines are made stands somewhere."""
    return RULE_MARK.search(source) is not None


def is_rule(line: str) -> bool:
    """Whether a line only draws a table: |---|---|, +----+----+."""
    return not line[:1].isalnum() and RULE.match(line) is not None and RULE_MARK.search(line) is not None


def cells_of(source: str, lines: Sequence[Span]) -> dict[int, tuple[int, Cells]]:
    """The rows that bars or runs of spaces divide: index of the first line → index after the last, spans of the cells."""
    barred = _by_bars(source, lines)
    cells: dict[int, tuple[int, Cells]] = {i: (i + 1, tuple((span,) for span in spans)) for i, spans in barred.items()}
    cells.update(_by_spaces(source, lines, barred))
    cells.update(even_rows(source, lines, cells.keys()))
    cells.update(comma_rows(source, lines, cells.keys()))
    return cells


def _by_bars(source: str, lines: Sequence[Span]) -> dict[int, tuple[Span, ...]]:
    if BAR.search(source) is None:
        return {}
    barred = {i: _barred(source, *span) for i, span in enumerate(lines) if BAR.search(source, *span)}
    pairs = {i: spans for i, spans in barred.items() if len(spans) == LEAST_CELLS - 1}
    persons = (i for i, spans in pairs.items() if _of_persons(source, spans) or _of_seats(source, pairs, i))
    first = next(persons, len(lines))
    barred = {i: spans for i, spans in barred.items() if len(spans) >= LEAST_CELLS - (i >= first)}
    by_index: dict[int, tuple[Span, ...]] = {}
    headed = -1  # the last line of a table under a row of names, whose rows may leave out merged cells
    for index in sorted(barred):
        spans = barred[index]
        if (
            _is_header(source, tuple(span for span in spans if source[slice(*span)].strip()))
            or headed == index - 1 >= 0
        ):
            by_index[index], headed = spans, index
    for left, right in pairwise(sorted(barred)):
        if right == left + 1 and len(barred[left]) == len(barred[right]):
            by_index |= {left: barred[left], right: barred[right]}
    return {i: spans for i, spans in by_index.items() if i - 1 in by_index or i + 1 in by_index}


def _of_persons(source: str, spans: Sequence[Span]) -> bool:
    """Whether two cells head a list of persons: 姓名 | 职务."""
    words = [source[slice(*span)].strip() for span in spans]
    return any(PERSONS.fullmatch(word) for word in words) and any(POSTS.fullmatch(word) for word in words)


def _of_seats(source: str, pairs: Mapping[int, tuple[Span, ...]], index: int) -> bool:
    """Whether two cells and those below open a list of seats: 组长 | 石磊(县长) / 副组长 | 尹青(副县长)."""
    firsts = [clean(source, *pairs[i][0]).text for i in (index, index + 1) if i in pairs]
    return len(firsts) == len(pairs[index]) and all(first.rstrip(":") in SEATS for first in firsts)


def _barred(source: str, start: int, end: int) -> tuple[Span, ...]:
    while end > start and source[end - 1].isspace():
        end -= 1
    while start < end and source[start].isspace():
        start += 1
    bounds = [m.start() for m in BAR.finditer(source, start, end)]
    opened = bool(bounds) and bounds[0] == start
    closed = bool(bounds) and bounds[-1] == end - 1
    cuts = [*([] if opened else [start - 1]), *bounds, *([] if closed else [end])]
    return tuple((left + 1, right) for left, right in pairwise(cuts))


def _by_spaces(source: str, lines: Sequence[Span], taken: Mapping[int, object]) -> dict[int, tuple[int, Cells]]:
    by_index: dict[int, tuple[int, Cells]] = {}
    stops: list[int] = []  # where the columns of the header begin, in widths of a Latin letter
    row = -1
    for index, (start, end) in enumerate(lines):
        if index in taken or "\t" in source[start:end] or (not stops and not _has_gap(source[start:end])):
            stops = []
            continue
        words = tuple(m.span() for m in WORD.finditer(source, start, end))
        if _is_header(source, words):
            stops, row = _places(source, start, words), index
            by_index[index] = (index + 1, tuple((word,) for word in words))
        elif stops and len(words) == len(stops):
            row = index
            by_index[index] = (index + 1, tuple((word,) for word in words))
        elif stops and words and (columns := _columns(_places(source, start, words), stops)):
            if columns[0] == 0:
                row = index
                by_index[index] = (index + 1, _laid(words, columns, [()] * len(stops)))
            else:
                by_index[row] = (index + 1, _laid(words, columns, by_index[row][1]))
        else:
            stops = []
    bounds = {stop for stop, _ in by_index.values()}
    return {i: row for i, row in by_index.items() if row[0] in by_index or i in bounds}


def _has_gap(line: str) -> bool:
    return "  " in line.replace("\u3000", " ")


def _places(source: str, start: int, words: Sequence[Span]) -> list[int]:
    """How many Latin letters wide each word of a line stands from its beginning."""
    places: list[int] = []
    width, position = 0, start
    for left, _ in words:
        width += sum(2 if east_asian_width(char) in "WF" else 1 for char in source[position:left])
        places.append(width)
        position = left
    return places


def _columns(places: Sequence[int], stops: Sequence[int]) -> list[int]:
    """The column that each word of a line stands under; () unless each stands at the beginning of one, in their order."""
    columns: list[int] = []
    for edge in places:
        column = next((i for i, stop in enumerate(stops) if abs(edge - stop) <= MOST_SHIFT), None)
        if column is None or (columns and column <= columns[-1]):
            return []
        columns.append(column)
    return columns


def _laid(words: Sequence[Span], columns: Sequence[int], cells: Sequence[tuple[Span, ...]]) -> Cells:
    grown = list(cells)
    for word, column in zip(words, columns, strict=True):
        grown[column] = (*grown[column], word)
    return tuple(grown)


def _is_header(source: str, words: Sequence[Span]) -> bool:
    if len(words) < LEAST_CELLS:
        return False
    names = [clean(source, *span).text for span in words]
    if any(len(name) > LONGEST_NAME for name in names):
        return False
    kinds = [column_of(name) for name in names]
    return sum(kind is not None for kind in kinds) * 2 > len(kinds) and len(set(kinds)) > 1
