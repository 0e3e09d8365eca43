"""A table drawn with lines, whose cells are wrapped: rules between its rows say which lines are one → its rows.

In:  ├───┼────┼────┤
     │修建水│县水利局│ 6月底│
     │渠。  │        │      │
     ├───┼────┼────┤
Out: one row of three cells, the first 修建水渠。

Where a rule ends some of the cells only, others go on beside it: which belong together cannot be told, and such lines are no rows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.text.rows.spaced_rows import is_rule

Span = tuple[int, int]
Cells = tuple[tuple[Span, ...], ...]

SIGN = "│┃║"
OPENS = frozenset("│┃║├┌└┏┗┣╔╚╠")
DIVIDER = re.compile("[│┃║├┤┼┌┐└┘┬┴┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]")
PART_OF_RULE = re.compile(r"[─━═]{2,}")
LEAST_BANDS = 3  # between rules: the names of columns and two rows
LEAST_COLUMNS = 2


@dataclass(slots=True)
class Boxed:
    """What stands between rules, by the offsets where lines begin: rows (the last line, the cells), and lines that are none."""

    rows: dict[int, tuple[int, Cells]] = field(default_factory=dict)
    undivided: set[int] = field(default_factory=set)


def boxed(source: str, spans: Sequence[Span]) -> Boxed:
    """The rows of the tables that lines draw, and the lines of those whose cells cannot be told apart."""
    drawn = Boxed()
    if not any(sign in source for sign in SIGN):
        return drawn
    bands: list[list[Span]] = [[]]
    for start, end in (*spans, (0, 0)):
        line = source[start:end]
        if line.lstrip()[:1] not in OPENS:
            _rows(source, [band for band in bands if band], drawn)
            bands = [[]]
        elif is_rule(line):
            bands.append([])
        else:
            bands[-1].append((start, end))
    return drawn


def _rows(source: str, bands: Sequence[Sequence[Span]], drawn: Boxed) -> None:
    """The rows of one table: each band is one if rules stand between all rows."""
    if len(bands) < LEAST_BANDS and not any(PART_OF_RULE.search(source, *line) for band in bands for line in band):
        return
    for band in bands:
        lines = [_cells(source, *line) for line in band]
        if any(PART_OF_RULE.search(source, *line) for line in band) or len({len(cells) for cells in lines}) > 1:
            drawn.undivided.update(start for start, _ in band)
        elif len(band) > 1 and len(lines[0]) >= LEAST_COLUMNS:
            columns = zip(*lines, strict=True)
            cells = tuple(tuple(span for span in column if source[slice(*span)].strip()) for column in columns)
            drawn.rows[band[0][0]] = (band[-1][0], cells)


def _cells(source: str, start: int, end: int) -> list[Span]:
    """The cells of a line, between its dividers."""
    cuts = [match.start() for match in DIVIDER.finditer(source, start, end)]
    return [(left + 1, right) for left, right in pairwise(cuts)]
