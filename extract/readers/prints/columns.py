"""Columns of prose on a page: which lines stand in which, so that each is read to its end before the next.

In:  the characters of each line, from above, lines of both columns in one where they stand on one height
Out: (column, characters) in the order in which they are read; 0 is the whole width, what stands over the columns or under them

A table without rules is no page of columns: its cells are short, or do not fill their width. A narrow column of links or notes beside
the text is an aside: its lines run at heights of their own, as the cells of a row never do.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from extract.readers.prints.heights import by_height
from extract.readers.prints.pdfium.glyphs import Glyph

GAP = 1.2  # of a character: a gap as wide may be that between columns
LEAST_GAPS = 6  # gaps in one place that may be a gutter
LEAST_ALIGNED = 10  # lines that stand beside one another on one height
LEAST_LINES = 5  # of a column whose lines stand on heights of their own
FILL = 14  # characters of a line beside another on one height, on the whole
SHORT_FILL = 8  # the same on a height of its own
BESIDE = 0.6  # share of the lines that stand on one height with another
FULL = 0.5  # share of the lines of a column that reach its end
SWITCHES = 4  # how often the lines from above change their side
ASIDE = -1  # the column of what stands beside the text
LEAST_ASIDE = 4  # lines of it
NARROWER = 0.6  # of the width of the text
LEVEL = 0.12  # of a character: lines of one row stand as level
ROWS = 0.75  # share of the lines that are level where they are cells
Row = Sequence[Glyph]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands in a line without a wide gap."""

    left: float
    right: float
    glyphs: tuple[Glyph, ...]


Side = Sequence[Sequence[_Piece]]  # the lines of one side


def in_columns(rows: Sequence[list[Glyph]]) -> list[tuple[int, list[Glyph]]]:
    """The lines of a page in reading order, each with the number of its column, 0 for the whole width."""
    pieces = [_pieces(row) for row in rows]
    split = _gutter(pieces)
    if split is None:
        return [(0, row) for row in rows]
    ordered: list[tuple[int, list[Glyph]]] = []
    column = 1
    for free, band in groupby(zip(rows, pieces, strict=True), key=lambda row: _leaves_free(row[1], split)):
        here = list(band)
        sides = _sides([pieces for _, pieces in here], split) if free else None
        if sides is None:
            ordered += [(0, row) for row, _ in here]
        elif _are_columns(*sides):
            for side in sides:
                ordered += [(column, _glyphs(row)) for row in side if row]
                column += 1
        elif (both := _text_and_aside([_anew(side) for side in sides])) is not None:
            text, aside = both
            ordered += [(0, _glyphs(row)) for row in text] + [(ASIDE, _glyphs(row)) for row in aside]
        else:
            ordered += [(0, row) for row, _ in here]
    return ordered


def _glyphs(row: Sequence[_Piece]) -> list[Glyph]:
    return [glyph for piece in row for glyph in piece.glyphs]


def _pieces(row: Row) -> list[_Piece]:
    ordered = sorted(row, key=lambda glyph: glyph.left)
    em = max(1.0, median([glyph.size for glyph in ordered]))
    starts = [0, *(i for i, (one, two) in enumerate(pairwise(ordered), 1) if two.left - one.right > GAP * em)]
    return [
        _Piece(ordered[a].left, max(glyph.right for glyph in ordered[a:b]), tuple(ordered[a:b]))
        for a, b in pairwise([*starts, len(ordered)])
    ]


def _gutter(rows: Sequence[Sequence[_Piece]]) -> float | None:
    """Where most gaps lie over one another, within lines and between a line and the next that stands beside it."""
    gaps = [(one.right, two.left) for row in rows for one, two in pairwise(row)]
    for above, below in pairwise(rows):
        for first, then in ((above, below), (below, above)):
            if then[0].left - first[-1].right > GAP:
                gaps.append((first[-1].right, then[0].left))
    if len(gaps) < LEAST_GAPS:
        return None
    depth, deepest, middle = 0, 0, 0.0
    edges = sorted([(start, 1) for start, _ in gaps] + [(end, -1) for _, end in gaps])
    for (edge, step), (following, _) in pairwise(edges):
        depth += step
        if depth > deepest:
            deepest, middle = depth, (edge + following) / 2
    return middle if deepest >= LEAST_GAPS else None


def _leaves_free(row: Sequence[_Piece], split: float) -> bool:
    return not any(piece.left < split < piece.right for piece in row)


def _sides(rows: Sequence[Sequence[_Piece]], split: float) -> tuple[list[list[_Piece]], list[list[_Piece]]]:
    """The lines left and right of a place; an empty one where a line has nothing there."""
    return (
        [[piece for piece in row if piece.right <= split] for row in rows],
        [[piece for piece in row if piece.left >= split] for row in rows],
    )


def _are_columns(left: Sequence[Sequence[_Piece]], right: Sequence[Sequence[_Piece]]) -> bool:
    """Whether both sides are prose: lines of some length, most of which fill their side."""
    filled = [[row for row in side if row] for side in (left, right)]
    fewest, most = sorted(len(rows) for rows in filled)
    both = sum(bool(one and two) for one, two in zip(left, right, strict=True))
    aligned = both >= BESIDE * most
    if fewest < (LEAST_ALIGNED if aligned else LEAST_LINES):
        return False
    if not aligned and sum(1 for _ in _switches(left, right)) < SWITCHES:
        return False
    return all(_is_prose(rows, FILL if aligned else SHORT_FILL) for rows in filled)


def _anew(side: Side) -> Side:
    """The lines of one side by themselves: beside others of other heights they may have been torn."""
    return [_pieces(row) for row in by_height(glyph for row in side for glyph in _glyphs(row))]


def _text_and_aside(sides: Sequence[Side]) -> tuple[Side, Side] | None:
    """Of two sides the text and its aside: the one is prose that fills its width, the other narrow, at heights of its own."""
    for text, aside in (sides, sides[::-1]):
        if len(text) < LEAST_ALIGNED or len(aside) < LEAST_ASIDE or _width(aside) > NARROWER * _width(text):
            continue
        if _is_prose(text, FILL) and not _are_level(aside, text):
            return text, aside
    return None


def _width(rows: Side) -> float:
    return max(row[-1].right for row in rows) - min(row[0].left for row in rows)


def _are_level(side: Side, text: Side) -> bool:
    """Whether lines stand as high as lines of the text, or all as far below them, as the cells of rows do."""
    heights = sorted(_height(row) for row in text)
    size = median([row[0].glyphs[0].size for row in side])
    apart = []
    for row in side:
        height = _height(row)
        position = bisect_left(heights, height)
        apart.append(min((height - near for near in heights[max(0, position - 1) : position + 1]), key=abs))
    usual = median(apart)
    return sum(abs(each - usual) <= LEVEL * size for each in apart) >= ROWS * len(apart)


def _height(row: Sequence[_Piece]) -> float:
    return median([glyph.centre for glyph in _glyphs(row)])


def _switches(left: Sequence[Sequence[_Piece]], right: Sequence[Sequence[_Piece]]) -> Iterator[None]:
    """Each change of side from one line to the next."""
    sides = [bool(one) for one, two in zip(left, right, strict=True) if bool(one) != bool(two)]
    return (None for one, two in pairwise(sides) if one != two)


def _is_prose(rows: Sequence[Sequence[_Piece]], fill: int) -> bool:
    if median([sum(len(piece.glyphs) for piece in row) for row in rows]) < fill:
        return False
    end = max(row[-1].right for row in rows)
    size = median([row[-1].glyphs[-1].size for row in rows])
    return sum(end - row[-1].right <= 2 * size for row in rows) >= FULL * len(rows)
