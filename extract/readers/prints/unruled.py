"""Tables set without rules, their cells divided by white alone → grids, so that a row is one line whatever its cells are broken into.

In:  lines of a page, from above:
     序号    工作任务            牵头单位
     1       建设养老服务中心，    安山县民政局
             完善设施
Out: a grid of two rows, 建设养老服务中心，完善设施 in one cell

A table begins under a line whose words name columns, and goes on as long as the white between them goes down through every line;
what stands over that white, as prose does, ends it. It may go on at the head of the next page.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from extract.clean import fold
from extract.names.marks import IN_WORDS
from extract.readers.prints.lines import Line
from extract.readers.prints.ruled import Grid, Spot
from extract.tables.tables import LONGEST_NAME, column_of
from extract.text.paragraphs import is_enumerated

PIECE = re.compile(r"\S(?: ?\S)*")
WIDE = re.compile(r"\S {2,}\S")
PIECE = re.compile(r"\S(?: ?\S)*")
WORD = re.compile(r"\S+")
WHITE = 0.45  # of a character: less is no white between columns
LEAST_COLUMNS = 3
LEAST_ROWS = 2  # below the names of columns
AHEAD = 40  # lines in which it is looked how wide the columns are
FAR = 3.0  # usual distances of lines, beyond which a line is no more of the table
LEAST_FULL = 8  # characters of a first cell that may go on in the next line
ROOM = 1.3  # of the smallest distance: lines that stand further apart are two rows where others do not
NUMBER = re.compile(rf"[(（]?(?:\d{{1,4}}|{IN_WORDS})[.、)）]?")
NUMBERS = frozenset({"序号", "编号", "号"})
PERSONS = re.compile(r"姓名|人员")
POSTS = re.compile(r"(?:拟?[任免聘]\S{0,4})?职务")
Span = tuple[int, int]
Columns = list[tuple[float, float]]  # where each stands on the width of the page


@dataclass(slots=True)
class _Row:
    """One line of a table: what of it stands in which column; a heading between rows stands in none."""

    line: Line
    spans: dict[int, Span] = field(default_factory=dict)


@dataclass(slots=True)
class _Block:
    """The lines of a table so far, and where its columns stand."""

    columns: Columns
    numbered: bool  # the first column holds numbers
    rows: list[_Row] = field(default_factory=list)

    def widen(self, lines: Sequence[Line]) -> None:
        """Looks ahead how wide the columns are, at lines in which all are filled."""
        for line in lines:
            pieces = list(pieces_of(line))
            if len(pieces) == len(self.columns):
                self.columns = _widened(self.columns, [*enumerate(pieces)]) or self.columns

    def takes(self, line: Line) -> bool:
        """Adds a line that leaves the white between all columns free; whether it did."""
        for way in (PIECE, WORD):
            pieces = list(pieces_of(line, way))
            places = [*enumerate(pieces)] if len(pieces) == len(self.columns) else [(self._at(p), p) for p in pieces]
            columns = _widened(self.columns, places)
            if columns and not self._is_no_row(line, places):
                self.columns = columns
                spans = [match.span() for match in way.finditer(line.text)]
                self._add(line, [column for column, _ in places], spans)
                return True
        return False

    def _add(self, line: Line, places: Sequence[int], spans: Sequence[Span]) -> None:
        row = _Row(line)
        for column, (start, end) in zip(places, spans, strict=True):
            row.spans[column] = (row.spans.get(column, (start, end))[0], end)
        self.rows.append(row)

    def _at(self, piece: Line) -> int:
        """The column in which a piece stands, or beside which."""
        middle = (piece.left + piece.right) / 2
        return min(range(len(self.columns)), key=lambda i: _away(self.columns[i], middle))

    def is_far(self, line: Line) -> bool:
        """Whether a line stands far below the last one."""
        steps = [two.line.middle - one.line.middle for one, two in pairwise(self.rows)]
        return bool(steps) and line.middle - self.rows[-1].line.middle > FAR * median(steps)

    def _is_no_row(self, line: Line, places: Sequence[tuple[int, Line]]) -> bool:
        """Whether a line that would fit is none of the table: far below it, or words under the numbers."""
        if self.is_far(line):
            return True
        if len(places) > 1 or places[0][0] != 0:
            return False
        text = fold(places[0][1].text)
        if self.numbered:
            return NUMBER.fullmatch(text) is None
        return is_enumerated(text) or len(text) > LONGEST_NAME


def _widened(columns: Columns, places: Sequence[tuple[int, Line]]) -> Columns:
    """The columns with these pieces in them; none if the white between two is no longer free."""
    wide = list(columns)
    for column, piece in places:
        left, right = wide[column]
        wide[column] = (min(left, piece.left), max(right, piece.right))
    least = WHITE * max((piece.size for _, piece in places), default=0.0)
    return [] if any(two[0] - one[1] < least for one, two in pairwise(wide)) else wide


def _away(span: tuple[float, float], place: float) -> float:
    return max(span[0] - place, place - span[1], 0.0)


def pieces_of(line: Line, way: re.Pattern[str] = PIECE) -> Iterator[Line]:
    """The pieces of a line between its wide gaps, or between all."""
    for match in way.finditer(line.text):
        yield _part(line, *match.span())


def _part(line: Line, start: int, end: int) -> Line:
    edges = line.edges[2 * start : 2 * end]
    left, right = (min(edges), max(edges)) if edges else (line.left, line.right)
    box = (left, line.box[1], right, line.box[3])
    return Line(line.text[start:end], box, left, right, edges, line.size, line.page)


def tables_without_rules(pages: Sequence[Sequence[Line]]) -> Iterator[tuple[list[Line], list[Grid]]]:
    """For each page its lines outside of such tables, and the tables; a table that ends a page may go on on the next."""
    block: _Block | None = None
    for lines in pages:
        rest: list[Line] = []
        grids: list[Grid] = []
        index = 0
        if block is not None:
            block = _Block(block.columns, block.numbered)
            if _is_further(block, lines[:2]):
                index = _filled(block, lines, 0)
            if index:
                grids.append(_grid(block))
        while index < len(lines):
            block = _headed(lines[index])
            after = _filled(block, lines, index) if block else index
            if block is None or after <= index + LEAST_ROWS:
                block = None
                rest.append(lines[index])
                index += 1
            else:
                grids.append(_grid(block))
                index = after
        yield rest, grids


def _filled(block: _Block, lines: Sequence[Line], index: int) -> int:
    """Gives a table the lines that are of it; the index after the last."""
    block.widen(lines[index : index + AHEAD])
    while index < len(lines) and not lines[index].column:
        if block.takes(lines[index]):
            index += 1
        elif _is_heading(block, lines[index : index + 2]):
            block.rows.append(_Row(lines[index]))
            index += 1
        else:
            break
    return index


def _is_further(block: _Block, lines: Sequence[Line]) -> bool:
    """Whether a page begins with lines of the table before: with a row, or with the rest of a cell above one."""
    pieces = [[*pieces_of(line)] for line in lines]
    if pieces and len(pieces[0]) > 1:
        return True
    full = len(pieces) > 1 and len(pieces[1]) == len(block.columns)
    return full and bool(_widened(block.columns, [*enumerate(pieces[1])]))


def _is_heading(block: _Block, lines: Sequence[Line]) -> bool:
    """Whether a line stands over rows of the table, that go on below it: 一、民生工程."""
    if len(lines) < 2 or not block.rows or block.is_far(lines[0]) or len([*pieces_of(lines[0])]) > 1:
        return False
    below = [*pieces_of(lines[1])]
    full = len(below) == len(block.columns) and bool(_widened(block.columns, [*enumerate(below)]))
    return full and len(lines[0].text) <= LONGEST_NAME and _headed(lines[1]) is None


def _headed(line: Line) -> _Block | None:
    """The beginning of a table, if the words of a line name its columns."""
    if line.column or WIDE.search(line.text) is None:
        return None
    names = list(_names(pieces_of(line)))
    texts = ["".join(fold(name.text).split()) for name in names]
    if any(len(text) > LONGEST_NAME for text in texts):
        return None
    kinds = [column_of(text) for text in texts]
    known = sum(kind is not None for kind in kinds)
    if len(names) >= LEAST_COLUMNS:
        if known * 2 <= len(kinds) or len(set(kinds)) < 2:
            return None
    elif len(names) < 2 or not (PERSONS.fullmatch(texts[0]) and POSTS.fullmatch(texts[1])):
        return None
    return _Block([(name.left, name.right) for name in names], texts[0] in NUMBERS)


def _names(pieces: Iterable[Line]) -> Iterator[Line]:
    """The words of a line, letters that are set apart (序 号, 姓　　名) put together."""
    lone: Line | None = None
    for piece in pieces:
        if lone is not None and len(piece.text) == 1:
            box = (lone.box[0], lone.box[1], piece.box[2], piece.box[3])
            yield Line(lone.text + piece.text, box, lone.left, piece.right, [], piece.size, piece.page)
            lone = None
            continue
        if lone is not None:
            yield lone
        lone = piece if len(piece.text) == 1 else None
        if lone is None:
            yield piece
    if lone is not None:
        yield lone


def _grid(block: _Block) -> Grid:
    spots: list[Spot] = []
    rows = list(_rows(block))
    left, right = block.columns[0][0], block.columns[-1][1]
    for number, row in enumerate(rows):
        top, bottom = min(one.line.box[1] for one in row), max(one.line.box[3] for one in row)
        if not row[0].spans:
            spots.append(Spot(number, number + 1, 0, len(block.columns), (left, top, right, bottom), [row[0].line]))
            continue
        for column, (start, end) in enumerate(block.columns):
            lines = [_part(one.line, *one.spans[column]) for one in row if column in one.spans]
            spots.append(Spot(number, number + 1, column, column + 1, (start, top, end, bottom), lines))
    return Grid(spots, len(rows), len(block.columns), (left, spots[0].box[1], right, spots[-1].box[3]))


def _rows(block: _Block) -> Iterator[Sequence[_Row]]:
    """The lines of each row.

    A number begins one; where rows stand further apart than the lines of a cell, the distance tells.
    """
    lines = block.rows
    steps = [two.line.middle - one.line.middle for one, two in pairwise(lines)]
    apart = [step > ROOM * min(steps) for step in steps]
    tells = any(apart) and not all(apart)
    begins = [0]
    group = [lines[0]]
    for index, (above, below) in enumerate(pairwise(lines), 1):
        opens = not above.spans or not below.spans or (tells and apart[index - 1])
        if 0 in below.spans and (not tells or any(0 in row.spans for row in group)):
            opens = opens or not (tells and _runs_on(block, above, below))
        if opens:
            begins.append(index)
            group = []
        group.append(below)
    for start, end in pairwise([*begins, len(lines)]):
        yield lines[start:end]


def _runs_on(block: _Block, above: _Row, below: _Row) -> bool:
    """Whether the first cell of a line goes on in the next, which leaves other cells empty: it is long, and ends where its column does."""
    if block.numbered or len(below.spans) == len(block.columns) or 0 not in above.spans:
        return False
    cell = _part(above.line, *above.spans[0])
    return len(cell.text) >= LEAST_FULL and cell.right > block.columns[0][1] - cell.size
