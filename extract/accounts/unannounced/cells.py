"""Units in cells of a table that no fact names, in columns whose other units answer for the items of their rows.

In:  the passages of a notice   Out: each such row with the span of the cell

    1⇥修建水渠。⇥县水利局          2⇥改造农网。⇥县供电公司、县发改局 of which only 县供电公司 is read
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.accounts.claims import DOUBT
from extract.accounts.passages import Passage, Span
from extract.accounts.units import is_set, is_unit
from extract.lexicon import words_of
from extract.names.marks import LEVELS
from extract.names.units import breaks
from extract.tables.tables import UNITS, column_of

LONGEST = 160  # characters of a cell of units
LEAST = 3  # characters of a unit
LABEL = range(2, 13)  # characters of the name of a column
HEADERS = 3  # rows among which the names of columns stand
READ = frozenset({"items", "groups", DOUBT})
GOVERNMENT = re.compile(rf"[{LEVELS}]?(?:人民)?政府")
MARKS = "、,;/()"
ENDS = frozenset({word[-1] for word in words_of("units", "organ")} | {*"镇街乡道门位构)"})  # of a cell that lists units


def unread_cells(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Span]]:
    """The cells of rows with units that no rule claims, where the column is known to hold those who answer."""
    for rows in _tables(passages):
        cells = [(row, column, *_read_in(row, units)) for row in rows for column, units in _unit_cells(row)]
        known = {column for _, column, read, _ in cells if read}
        known |= {column for row in rows[:HEADERS] for column in _labelled(row)}
        for row, column, read, names in cells:
            if column in known and not names <= read:
                yield row, row.cells[column]


def _read_in(row: Passage, units: Sequence[Span]) -> tuple[set[str], set[str]]:
    """The names of the units that a fact or a doubt is about, and the names of all of them."""
    claims, chars = row.claims, row.chars
    return {chars[slice(*unit)] for unit in units if claims.party(READ, *unit)}, {chars[slice(*unit)] for unit in units}


def _labelled(row: Passage) -> Iterator[int]:
    """The columns that a row of names of columns says to hold units: 牵头单位, 协办单位."""
    for column, cell in enumerate(row.block.cells):
        if len(cell.text) in LABEL and column_of(cell.text) in UNITS:
            yield column


def _tables(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The rows that stand together, of one width, where a fact of an item stands in one of them."""
    rows: list[Passage] = []
    for passage in passages:
        if rows and not (passage.block.is_row and len(passage.block.cells) == len(rows[-1].block.cells)):
            if any(row.claims.anywhere(frozenset({"items"})) for row in rows):
                yield rows
            rows = []
        if passage.block.is_row:
            rows.append(passage)
    if any(row.claims.anywhere(frozenset({"items"})) for row in rows):
        yield rows


def _unit_cells(row: Passage) -> Iterator[tuple[int, list[Span]]]:
    """The columns of a row whose cells list units and sets of units alone, with the units."""
    ends = [cell.text[-1:] in ENDS and LEAST <= len(cell.text) <= LONGEST for cell in row.block.cells]
    for column, (start, end) in enumerate(row.cells) if any(ends) else ():
        if not ends[column]:
            continue
        cuts = [start, *(start + gap for gap in sorted(breaks(row.block.cells[column]))), end]
        words = [word for left, right in pairwise(cuts) for word in _words(row.chars, left, right)]
        others = [word for word in words if _is_kind(row.chars[slice(*word)])]
        units = [word for word in words if word not in others and is_unit(row.chars[slice(*word)])]
        if units and len(units) + len(others) == len(words):
            yield column, units


def _is_kind(word: str) -> bool:
    """Whether a word stands for units of a kind, or is the rest of one: 各乡镇, 各市、|州人民政府."""
    return is_set(word) or GOVERNMENT.fullmatch(word) is not None


def _words(chars: str, start: int, end: int) -> Iterator[Span]:
    left = start
    for index in range(start, end + 1):
        if index == end or chars[index] in MARKS:
            if index - left >= LEAST:
                yield left, index
            left = index + 1
