"""Sheets → Reading: lines and tables of pages, however they were read, as one text with page and box of every line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.clean import fold
from extract.readers.fold import folded
from extract.readers.prints.columns import ASIDE
from extract.readers.prints.furniture import without_furniture
from extract.readers.prints.lines import Line
from extract.readers.prints.paragraphs import Margins, margins_of, paragraphs_of
from extract.readers.prints.ruled import Grid, Spot, breaks_after, gap_between
from extract.readers.prints.unruled import tables_without_rules
from extract.readers.reading import Reading, Writer
from extract.regions import Remark
from extract.text.paragraphs import is_enumerated

READ = 0.85  # share of the written lines of a scan that must have been read
LEAST_WRITTEN = 4  # lines
SHORT = 25  # characters of a cell that names units or a date
ENDS = "。；;！？"
ALWAYS = 0.9  # share of the rows in which a column is filled that always is
LEAST_ROWS = 3  # that show which are
SAME_EDGE = 4.0  # points
LEAST_BROKEN = 10  # characters of a cell that may break off in a sentence


@dataclass(slots=True)
class Sheet:
    """A page that is read: its lines outside of tables, and its tables."""

    number: int
    height: float
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    scanned: bool = False
    damaged: bool = False
    written: int = 0  # lines of a scan that are written on, and of those how many were read
    read: int = 0
    turned: int = 0
    width: float = 0.0

    def scaled(self, factor: float) -> "Sheet":
        """The same page in other units."""
        if factor != 1.0:
            self.width *= factor
            for line in (*self.lines, *(line for grid in self.grids for spot in grid.spots for line in spot.lines)):
                line.scale(factor)
            for grid in self.grids:
                grid.scale(factor)
        return self

    @property
    def filled(self) -> bool:
        """Whether something was read."""
        return bool(self.lines or self.grids)


def reading_of_sheets(sheets: Sequence[Sheet], media: str, by: str) -> Reading:
    """The Reading of all pages; what stands in columns beside the text comes after all of it, for paragraphs go on from page to page."""
    for sheet, lines in zip(sheets, without_furniture([(s.height, s.lines) for s in sheets]), strict=True):
        sheet.lines = lines
    for sheet, (lines, grids) in zip(sheets, tables_without_rules([s.lines for s in sheets]), strict=True):
        sheet.lines = lines
        sheet.grids = sorted([*sheet.grids, *grids], key=lambda grid: grid.box[1])
    margins = margins_of([(s.number, s.width, s.lines) for s in sheets])
    writer = Writer()
    remarks: list[Remark] = []
    held: list[Line] = []
    asides = [line for sheet in sheets for line in sheet.lines if line.column == ASIDE]
    table = _Open(writer)
    for sheet in sheets:
        sheet.lines = [line for line in sheet.lines if line.column != ASIDE]
        start = writer.length
        for thing in _in_order(sheet):
            if isinstance(thing, Line):
                table.close()
                held.append(thing)
            else:
                _write(writer, held, margins)
                held = []
                table.add(thing)
        if remark := _remark(sheet):
            table.close()
            _write(writer, held, margins)
            held = []
            code, values = remark
            end = max(writer.length, start)
            first = min(start, max(0, end - 1))
            remarks.append(Remark(first, min(end, first + 200), "readers.page", code, values))
    table.close()
    _write(writer, held, margins)
    _write(writer, asides, margins)
    return Reading(writer.text, media, by, writer.regions, tuple(remarks), len(sheets))


def _remark(sheet: Sheet) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    page = ("page", str(sheet.number))
    if sheet.damaged:
        return "page_damaged", (page,)
    if sheet.scanned and not sheet.filled and not sheet.written:
        return "page_without_text", (page,)
    if sheet.written >= LEAST_WRITTEN and sheet.read < READ * sheet.written:
        return "page_reads_badly", (("boxes", str(sheet.written)), ("found", str(sheet.read)), page)
    return None


def _in_order(sheet: Sheet) -> Iterator[Line | Grid]:
    """Lines and tables of a page from above."""
    grids = list(sheet.grids)
    for line in sheet.lines:
        while grids and grids[0].box[1] < line.middle:
            yield grids.pop(0)
        yield line
    yield from grids


def _write(writer: Writer, lines: Sequence[Line], margins: Margins) -> None:
    for parts in paragraphs_of(lines, margins):
        for index, line in enumerate(parts):
            before = parts[index - 1]
            if index and (before.spaced or (_ascii(before.text[-1:]) and _ascii(line.text[:1]))):
                writer.write(" ")
            _piece(writer, line)
        writer.write("\n")


def _ascii(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _piece(writer: Writer, line: Line) -> None:
    writer.write(folded(line.text), page=line.page, box=line.box, edges=line.edges)


def _text(spots: Sequence[Spot]) -> str:
    return "".join(line.text for spot in spots for line in spot.lines).strip()


def _under(above: Spot, below: Spot) -> bool:
    """Whether two cells have the same edges left and right."""
    return abs(above.box[0] - below.box[0]) < SAME_EDGE and abs(above.box[2] - below.box[2]) < SAME_EDGE


def _runs_on(above: Sequence[Spot], below: Sequence[Spot]) -> bool:
    """Whether a cell is broken off in a sentence that its part on the next page goes on with: 获得信贷 / 的时间13天."""
    spot = next((spot for spot in reversed(above) if spot.lines), None)
    text = _text(above)
    if spot is None or text[-1] in f"{ENDS}：:）)" or len(text) < LEAST_BROKEN or is_enumerated(fold(_text(below))):
        return False
    return text[-1] in "、，" or not gap_between(spot, spot.lines[-1], below[0].lines[0])


class _Open:
    """The table that is being written; a row that a page break divides is held back until its rest has come."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.row: list[list[Spot]] = []
        self.columns = self.rows = 0
        self.filled: list[int] = []  # for each column in how many rows it is filled

    def add(self, grid: Grid) -> None:
        """Adds the rows of a table, or of its part on a further page."""
        for number in range(grid.rows):
            row: list[list[Spot]] = [[] for _ in range(grid.columns)]
            spots = [spot for spot in grid.spots if spot.top <= number < spot.bottom]
            for spot in spots:
                row[spot.left] = [spot]
            filled = [i for i, spot in enumerate(row) if spot and spot[0].lines]
            if not filled:
                continue
            if number == 0 and self.row and (below := self._as_above(row, filled, grid.columns)):
                if self._is_rest(below, [i for i, spots in enumerate(below) if spots]):
                    for index, spots in enumerate(below):
                        self.row[index] += spots
                    continue
                if grid.columns == self.columns:
                    self._from_above(row, filled)
            self._flush()
            self.row, self.columns = row, grid.columns
            self._count(filled)

    def _as_above(self, row: list[list[Spot]], filled: list[int], columns: int) -> list[list[Spot]]:
        """The filled cells of a first row under the columns of the page before; none where they do not stand under them.

        The rest of a page may be divided into other columns: then a cell stands where one of the row before has its edges.
        """
        below: list[list[Spot]] = [[] for _ in range(self.columns)]
        for index in filled:
            spot = row[index][0]
            above = [i for i, spots in enumerate(self.row) if spots and _under(spots[0], spot)]
            if columns == self.columns:
                above = [index]
            if len(above) != 1:
                return []
            below[above[0]] = [spot]
        return below

    def _count(self, filled: list[int]) -> None:
        if len(self.filled) != self.columns:
            self.filled, self.rows = [0] * self.columns, 0
        if len(filled) > 1:
            self.rows += 1
            for index in filled:
                self.filled[index] += 1

    def _is_rest(self, row: list[list[Spot]], filled: list[int]) -> bool:
        """Whether a first row is the rest of the last one of the page before: what is always filled is empty in it."""
        before = {i for i, spots in enumerate(self.row) if any(spot.lines for spot in spots)}
        if not set(filled) <= before:
            return False
        longest = max((_text(self.row[i]) for i in filled), key=len)
        own = any(len(_text(self.row[i])) < SHORT and len(_text(row[i])) > 2 for i in filled)
        if longest[-1:] in ENDS and own:  # what stood there was said to its end: a row of its own under merged cells
            return False
        if min(filled) >= (2 if self.columns > 2 else 1):
            return True
        broken = [i for i in filled if _runs_on(self.row[i], row[i])]
        if broken and (0 in broken or 0 not in filled):
            return True
        if len(longest) >= SHORT and longest[-1] not in f"{ENDS}：:）)" and len(filled) < len(before):
            return True
        always = {i for i, count in enumerate(self.filled) if count >= ALWAYS * self.rows}
        return self.rows >= LEAST_ROWS and bool(always - set(filled))

    def _from_above(self, row: list[list[Spot]], filled: list[int]) -> None:
        """Gives the first columns the cells of the page before that go on here: they are empty, and the others are not."""
        for index in range(min(filled)):
            spots = [spot for spot in self.row[index] if spot.lines]
            if spots and row[index]:
                row[index][0].lines = spots[0].lines
                filled.append(index)

    def _flush(self) -> None:
        if not self.row:
            return
        for index, spots in enumerate(self.row):
            if index:
                self.writer.write("\t")
            for number, spot in enumerate(spot for spot in spots if spot.lines):
                if number and self._wants_blank(spot):
                    self.writer.write(" ")
                self._spot(spot)
        self.writer.write("\n")
        self.row = []

    def _wants_blank(self, spot: Spot) -> bool:
        return _ascii(spot.lines[0].text[:1])

    def _spot(self, spot: Spot) -> None:
        for index, line in enumerate(spot.lines):
            _piece(self.writer, line)
            if index + 1 < len(spot.lines) and (gap := breaks_after(spot, index)):
                self.writer.write(gap)

    def close(self) -> None:
        """Ends the table."""
        self._flush()
        self.columns = self.rows = 0
        self.filled = []
