"""Ruled lines of a page → tables: cells where lines bound them, merged ones known by the line that is missing.

In:  rules and characters of a page   Out: Grid(rows of cells, each with its characters), and the characters outside of tables
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from extract.clean import fold
from extract.lexicon import any_of
from extract.names.marks import HAN
from extract.readers.prints.heights import by_height
from extract.readers.prints.lines import Line, lines_of
from extract.readers.prints.pdfium.glyphs import Glyph
from extract.regions import Box
from extract.text.paragraphs import is_enumerated

NEAR = 3.0  # points by which the ends of rules may miss one another
COVERED = 0.55  # share of a side of a cell that rules must cover to bound it
NARROW = 1.6  # of a character: a column as narrow may be none
CLOSE = 0.3  # of a character: as near stand those of one word
DIVIDED = 0.2  # share of them that a table hardly divides
MOST_RULES = 6_000
MOST_SQUARES = 40_000
BODY = re.compile(rf"^[{HAN}]{{2,24}}(?:[局委办部厅院街镇乡处所会区队社行室站馆]|{any_of('bodies', 'body_ends')})$")
BARE = frozenset(
    {
        "办公室",
        "办公厅",
        "委员会",
        "办事处",
        "管委会",
        "指挥部",
        "管理处",
        "管理局",
        "分公司",
        "管理所",
        "管理办",
        "服务中心",
        "管理委员会",
    }
)
LISTED = re.compile(r"[、，；]")
SLACK = 0.6  # of a character: as much room is left beside the next one where a line of a cell was broken on purpose
TOGETHER = re.compile(rf"[“‘（《〈【\[(]{{0,3}}.[^{HAN}]{{0,20}}", re.S)  # what no line break divides


def scaled(box: Box, factor: float) -> Box:
    """A box in other units."""
    left, top, right, bottom = box
    return (left * factor, top * factor, right * factor, bottom * factor)


@dataclass(slots=True)
class Spot:
    """One cell as ruled: rows and columns that it takes, its lines."""

    top: int
    bottom: int
    left: int
    right: int
    box: Box
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """One ruled table: its cells, how many rows and columns, its box."""

    spots: list[Spot]
    rows: int
    columns: int
    box: Box

    def scale(self, factor: float) -> None:
        """Puts the cells in other units; their lines are scaled apart."""
        self.box = scaled(self.box, factor)
        for spot in self.spots:
            spot.box = scaled(spot.box, factor)


def grids_of(
    rules: Sequence[Box], glyphs: Sequence[Glyph], page: int, near: float = NEAR
) -> tuple[list[Grid], list[Glyph]]:
    """The tables of a page with their text, and the characters that stand in none."""
    grids: list[Grid] = []
    rest = list(glyphs)
    for across, down in _connected(rules, near):
        grid = _grid(across, down, near)
        if grid is None:
            continue
        left, top, right, bottom = grid.box
        inside = [g for g in rest if left <= (g.left + g.right) / 2 <= right and top <= g.middle <= bottom]
        _fill(grid, inside, page)
        if _is_data(grid) and not _divides_words(grid, inside):
            taken = set(map(id, inside))
            rest = [g for g in rest if id(g) not in taken]
            grids.append(grid)
    return sorted(grids, key=lambda grid: grid.box[1]), rest


def _is_data(grid: Grid) -> bool:
    rows = [
        {spot.left for spot in grid.spots if spot.lines and spot.top <= row < spot.bottom} for row in range(grid.rows)
    ]
    return sum(len(row) > 1 for row in rows) > 1 or (grid.columns > 2 and any(rows))


def _divides_words(grid: Grid, glyphs: Sequence[Glyph]) -> bool:
    """Whether the rules run between characters that stand close: strokes of large characters or the arrows of a chart, no table.

    Asked only of what has columns about as narrow as a character.
    """
    xs = _edges(grid, 0)
    if not glyphs or min(b - a for a, b in pairwise(xs)) > NARROW * median(g.size for g in glyphs):
        return False
    close = divided = 0
    for line in by_height(glyphs):
        for one, two in pairwise(sorted(line, key=lambda g: g.left)):
            if two.left - one.right < CLOSE * min(one.size, two.size):
                close += 1
                divided += _column(xs, one) != _column(xs, two)
    return divided > DIVIDED * close


def _column(xs: Sequence[float], glyph: Glyph) -> int:
    return min(max(0, bisect_right(xs, (glyph.left + glyph.right) / 2) - 1), len(xs) - 2)


def _connected(rules: Sequence[Box], near: float) -> list[tuple[list[Box], list[Box]]]:
    """Rules that touch one another: across and down."""
    across = _joined([r for r in rules if r[2] - r[0] >= r[3] - r[1]], 0, near)
    down = _joined([r for r in rules if r[2] - r[0] < r[3] - r[1]], 1, near)
    if not across or not down or len(across) + len(down) > MOST_RULES:
        return []
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    order = sorted(range(len(across)), key=lambda i: across[i][1])
    heights = [across[i][1] for i in order]
    for number, rule in enumerate(down):
        for i in order[bisect_right(heights, rule[1] - near) : bisect_right(heights, rule[3] + near)]:
            flat = across[i]
            if flat[0] - near <= rule[2] and rule[0] <= flat[2] + near:
                parent[root(len(across) + number)] = root(i)
    groups: dict[int, tuple[list[Box], list[Box]]] = {}
    for index in range(len(parent)):
        flats, uprights = groups.setdefault(root(index), ([], []))
        if index < len(across):
            flats.append(across[index])
        else:
            uprights.append(down[index - len(across)])
    return [(flats, uprights) for flats, uprights in groups.values() if len(flats) > 1 and len(uprights) > 1]


def _joined(rules: list[Box], axis: int, near: float) -> list[Box]:
    """Rules in one direction, those that go on in one another put together; `axis` 0 across, 1 down."""
    other = 1 - axis
    rows: list[list[Box]] = []
    for rule in sorted(rules, key=lambda r: (r[other] + r[other + 2]) / 2):
        middle = (rule[other] + rule[other + 2]) / 2
        if rows and middle - (rows[-1][0][other] + rows[-1][0][other + 2]) / 2 <= near / 2:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    boxes: list[Box] = []
    for row in rows:
        first = len(boxes)
        for rule in sorted(row, key=lambda r: r[axis]):
            if len(boxes) > first and rule[axis] <= boxes[-1][axis + 2] + near:
                last = boxes[-1]
                boxes[-1] = (min(last[0], rule[0]), min(last[1], rule[1]), max(last[2], rule[2]), max(last[3], rule[3]))
            else:
                boxes.append(rule)
    return boxes


def _marks(values: list[float], near: float) -> list[float]:
    """Positions, those that lie close to one another as one."""
    marks: list[list[float]] = []
    for value in sorted(values):
        if marks and value - marks[-1][-1] <= near:
            marks[-1].append(value)
        else:
            marks.append([value])
    return [sum(group) / len(group) for group in marks]


def _grid(across: list[Box], down: list[Box], near: float) -> Grid | None:
    xs = _marks([(r[0] + r[2]) / 2 for r in down], near)
    ys = _marks([(r[1] + r[3]) / 2 for r in across], near)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > MOST_SQUARES or rows * columns < 2:
        return None
    parent = list(range(rows * columns))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    uprights = [_near(down, x, 0, near) for x in xs]
    flats = [_near(across, y, 1, near) for y in ys]
    for row in range(rows):
        for column in range(columns):
            cell = row * columns + column
            if column + 1 < columns and not _covers(uprights[column + 1], ys[row], ys[row + 1], 1):
                parent[root(cell + 1)] = root(cell)
            if row + 1 < rows and not _covers(flats[row + 1], xs[column], xs[column + 1], 0):
                parent[root(cell + columns)] = root(cell)
    groups: dict[int, list[int]] = {}
    for cell in range(rows * columns):
        groups.setdefault(root(cell), []).append(cell)
    spots = []
    for squares in groups.values():
        top, bottom = min(s // columns for s in squares), max(s // columns for s in squares) + 1
        left, right = min(s % columns for s in squares), max(s % columns for s in squares) + 1
        spots.append(Spot(top, bottom, left, right, (xs[left], ys[top], xs[right], ys[bottom])))
    spots.sort(key=lambda spot: (spot.top, spot.left))
    return Grid(spots, rows, columns, (xs[0], ys[0], xs[-1], ys[-1]))


def _near(rules: list[Box], position: float, axis: int, near: float) -> list[Box]:
    return [r for r in rules if r[axis] - near <= position <= r[axis + 2] + near]


def _covers(rules: list[Box], start: float, end: float, axis: int) -> bool:
    covered = sum(max(0.0, min(end, r[axis + 2]) - max(start, r[axis])) for r in rules)
    return covered >= COVERED * (end - start)


def _fill(grid: Grid, glyphs: list[Glyph], page: int) -> None:
    """Gives each cell the lines of its characters."""
    inside: dict[int, list[Glyph]] = {}
    order = {
        (row, column): index
        for index, spot in enumerate(grid.spots)
        for row in range(spot.top, spot.bottom)
        for column in range(spot.left, spot.right)
    }
    xs = _edges(grid, 0)
    ys = _edges(grid, 1)
    for glyph in glyphs:
        column = _column(xs, glyph)
        row = min(max(0, bisect_right(ys, glyph.middle) - 1), grid.rows - 1)
        inside.setdefault(order[row, column], []).append(glyph)
    for index, held in inside.items():
        grid.spots[index].lines = lines_of(held, page)


def _edges(grid: Grid, axis: int) -> list[float]:
    borders: dict[int, float] = {}
    for spot in grid.spots:
        first, last = (spot.left, spot.right) if axis == 0 else (spot.top, spot.bottom)
        borders[first], borders[last] = spot.box[axis], spot.box[axis + 2]
    count = grid.columns if axis == 0 else grid.rows
    edges: list[float] = []
    for index in range(count + 1):
        edges.append(borders.get(index, edges[-1] if edges else grid.box[axis]))
    return edges


def _are_two_bodies(line: str, after: str) -> bool:
    """Whether a line of a cell ends with the name of a body and the next one begins with another: 区教育局 / 双柳街.

    In a list (区商务局、区发改局 / 区人民法院 …) both must begin alike, for there a name is often broken off: …、市规划局 / 城东分局.
    """
    left, right = line.split()[-1:], after.split()[:1]
    if not left or not right:
        return False
    last, first = LISTED.split(left[0])[-1], LISTED.split(right[0])[0]
    if not BODY.search(last) or not BODY.search(first) or first in BARE:
        return False
    return (last, first) == (left[0], right[0]) or last[0] == first[0]


def breaks_after(spot: Spot, index: int) -> str:
    """What stands between a line of a cell and the next: nothing where the cell's width broke it, else a blank."""
    return gap_between(spot, spot.lines[index], spot.lines[index + 1])


def gap_between(spot: Spot, line: Line, after: Line) -> str:
    """What stands between a line of a cell and one that follows it, in the cell or in its part on the next page."""
    if line.spaced or _are_two_bodies(line.text, after.text):
        return " "
    if line.text[-1] in "。；）)" and is_enumerated(fold(after.text)):
        return " "
    if line.text[-1:].isascii() and line.text[-1:].isalnum() and after.text[:1].isascii() and after.text[:1].isalnum():
        return " "
    if line.text[-1] in "，、；：,;:（(":
        return ""
    widest = max(spot.box[2] - spot.box[0] - 2 * NEAR, *(each.right - each.left for each in spot.lines))
    whole = TOGETHER.match(after.text)
    needed = (len(whole[0]) if whole else 1) + SLACK
    return " " if widest - (line.right - line.left) > needed * line.size else ""
