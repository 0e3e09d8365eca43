"""PDF → Reading: its text page by page, paragraphs put together, ruled tables as rows, each line with page and box.

Pages that are pictures are read by OCR where that is installed; else each is doubted, and a file of nothing else is refused.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2

from extract.errors import ReadError
from extract.readers.fold import folded
from extract.readers.limits import LIMITS, Limits
from extract.readers.prints.furniture import without_furniture
from extract.readers.prints.glyphs import Page, page_of
from extract.readers.prints.lines import Line, lines_of
from extract.readers.prints.paragraphs import paragraphs_of
from extract.readers.prints.ruled import Grid, Spot, breaks_after, grids_of
from extract.readers.reading import Reading, Writer
from extract.regions import Remark

LEAST_TEXT = 12  # characters of a page with a picture, below which it is a scan
GARBLED = 0.3  # share of characters that the file does not say


@dataclass(slots=True)
class Sheet:
    """A page that is read: its lines outside of tables, and its tables."""

    number: int
    height: float
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    scanned: bool = False
    damaged: bool = False


def read_pdf(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a PDF."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise ReadError(f"{name}: encrypted; save it without a password") from error
        cut = b"%%EOF" not in data[-2048:]
        raise ReadError(f"{name}: a damaged PDF{', cut off before its end' if cut else ''}; get it anew") from error
    count = len(document)
    if count > limits.pages:
        raise ReadError(f"{name}: {count:,} pages, more than {limits.pages:,}; divide it")
    sheets = [_sheet(document.raw, index) for index in range(count)]
    if not any(sheet.lines or sheet.grids for sheet in sheets):
        if any(sheet.scanned for sheet in sheets):
            raise ReadError(f"{name}: a scan without text; to have it read: pip install 'zhize[ocr]'")
        raise ReadError(f"{name}: the file holds no text")
    return _reading(sheets)


def _sheet(document: object, index: int) -> Sheet:
    try:
        page = page_of(document, index)
    except ValueError:
        return Sheet(index + 1, 1.0, damaged=True)
    if _is_scan(page):
        return Sheet(page.number, page.height, scanned=True)
    grids, rest = grids_of(page.rules, page.glyphs, page.number)
    return Sheet(page.number, page.height, lines_of(rest, page.number), grids)


def _is_scan(page: Page) -> bool:
    if page.garbled > GARBLED * max(1, len(page.glyphs)):
        return True
    return page.pictured and len(page.glyphs) < LEAST_TEXT


def _reading(sheets: Sequence[Sheet]) -> Reading:
    for sheet, lines in zip(sheets, without_furniture([(s.height, s.lines) for s in sheets]), strict=True):
        sheet.lines = lines
    writer = Writer()
    remarks: list[Remark] = []
    held: list[Line] = []
    table = _Open(writer)
    for sheet in sheets:
        for thing in _in_order(sheet):
            if isinstance(thing, Line):
                table.close()
                held.append(thing)
            else:
                _write(writer, held)
                held = []
                table.add(thing)
        if sheet.damaged or sheet.scanned:
            _write(writer, held)
            held = []
            start = max(0, writer.length - 1)
            code = "page_damaged" if sheet.damaged else "page_without_text"
            remarks.append(Remark(start, writer.length, "readers.page", code, (("page", str(sheet.number)),)))
    table.close()
    _write(writer, held)
    return Reading(writer.text, "pdf", regions=writer.regions, remarks=tuple(remarks), pages=len(sheets))


def _in_order(sheet: Sheet) -> Iterator[Line | Grid]:
    """Lines and tables of a page from above."""
    grids = list(sheet.grids)
    for line in sheet.lines:
        while grids and grids[0].box[1] < line.middle:
            yield grids.pop(0)
        yield line
    yield from grids


def _write(writer: Writer, lines: Sequence[Line]) -> None:
    for parts in paragraphs_of(lines):
        for index, line in enumerate(parts):
            if index and _ascii(parts[index - 1].text[-1:]) and _ascii(line.text[:1]):
                writer.write(" ")
            _piece(writer, line)
        writer.write("\n")


def _ascii(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _piece(writer: Writer, line: Line) -> None:
    writer.write(folded(line.text), page=line.page, box=line.box, edges=line.edges)


class _Open:
    """The table that is being written; a row that a page break divides is held back until its rest has come."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.row: list[list[Spot]] = []
        self.columns = 0

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
            if number == 0 and self.row and grid.columns == self.columns:
                if self._is_rest(filled):
                    for index in filled:
                        self.row[index] += row[index]
                    continue
                self._from_above(row, filled)
            self._flush()
            if len(spots) == 1 and grid.columns > 1:
                self._line(spots[0])
            else:
                self.row, self.columns = row, grid.columns

    def _is_rest(self, filled: list[int]) -> bool:
        """Whether a first row is the rest of the last one of the page before: its first columns are empty."""
        before = {i for i, spots in enumerate(self.row) if any(spot.lines for spot in spots)}
        return min(filled) >= (2 if self.columns > 2 else 1) and set(filled) <= before

    def _from_above(self, row: list[list[Spot]], filled: list[int]) -> None:
        """Gives the first column the cell of the page before that goes on here: it is empty, and the next is not."""
        if 0 not in filled and 1 in filled and row[0] and row[0][0].bottom - row[0][0].top > 1:
            spots = [spot for spot in self.row[0] if spot.lines]
            if spots:
                row[0][0].lines = spots[0].lines

    def _line(self, spot: Spot) -> None:
        self._spot(spot)
        self.writer.write("\n")

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
        self.columns = 0
