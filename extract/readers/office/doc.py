"""DOC (Word 97 to 2003) → Reading: the text by its table of pieces, tables by the marks of cells and rows that it holds.

A cell ends in 0x07; a paragraph of a row's end says so in its properties, and there the widths and merges of the row's cells stand.
Fields keep their result, what is hidden or was deleted is left out.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.errors import ReadError
from extract.readers.fold import folded
from extract.readers.limits import LIMITS, Limits
from extract.readers.office.compound import Compound
from extract.readers.office.lists import lists_of
from extract.readers.office.numbering import DEEPEST
from extract.readers.office.rows import Cell, Row, Table, write
from extract.readers.reading import Reading, Writer

MAGIC = 0xA5EC
PAGE = 512  # bytes of a page of properties
CELL, PARAGRAPH, LINE, COLUMN_BREAK = "\x07", "\r", "\x0b", "\x0e"
FIELD, RESULT, FIELD_END = "\x13", "\x14", "\x15"
IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
TABLE = 0xD608
LISTED, LIST_LEVEL = 0x460B, 0x260A
FAR = (0x6645, 0x6646)
HIDDEN, DELETED = 0x083C, 0x0800
LENGTHS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
MOST_CELLS = 64


@dataclass(slots=True)
class Merge:
    """How a cell of a row is merged, as the row's properties say; `across`: goes on from the left, `above`: from above."""

    width: int = 0
    across: bool = False
    above: bool = False


@dataclass(slots=True)
class Style:
    """What the properties of a paragraph say about tables."""

    depth: int = 0
    row_end: bool = False
    inner_cell: bool = False
    merges: tuple[Merge, ...] = ()
    edges: tuple[int, ...] = ()
    listed: int = 0  # use of a list, and the level in it
    level: int = 0


@dataclass(slots=True)
class _Frame:
    """A table that is being read: its rows, the row and the cell that are open."""

    table: Table = field(default_factory=Table)
    cells: list[list[str | Table]] = field(default_factory=list)
    parts: list[str | Table] = field(default_factory=list)
    edges: list[tuple[tuple[int, ...], tuple[Merge, ...]]] = field(default_factory=list)


def read_doc(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a Word document of the old format."""
    file = _Word(data, name)
    writer = Writer()
    write(writer, file.parts(0, file.body))
    boxes = file.body + file.skipped
    write(writer, file.parts(boxes, boxes + file.boxes), "box ")
    write(writer, file.parts(file.body, file.body + file.notes), "note ")
    write(writer, file.parts(boxes - file.endnotes, boxes), "note ")
    return Reading(writer.text, "doc", regions=writer.regions)


class _Word:
    """The streams of a document, and what they say of its characters."""

    def __init__(self, data: bytes, name: str) -> None:
        compound = Compound(data, name)
        self.main, self.name = compound.stream("WordDocument"), name
        if len(self.main) < 0x2F2 or struct.unpack_from("<H", self.main, 0)[0] != MAGIC:
            raise ReadError("word_too_old", name=name)
        flags = struct.unpack_from("<H", self.main, 10)[0]
        if flags & 0x0100:
            raise ReadError("encrypted", name=name)
        self.side = compound.stream("1Table" if flags & 0x0200 else "0Table")
        self.far = compound.stream("Data")
        counts = struct.unpack_from("<8i", self.main, 0x4C)
        self.body = max(0, counts[0])
        self.skipped = sum(max(0, count) for count in counts[1:6])
        self.notes, self.endnotes = max(0, counts[1]), max(0, counts[5])
        self.boxes = max(0, counts[6])
        self.pieces = list(self._pieces())
        if not self.pieces:
            raise compound.damaged()
        self.starts = [piece[0] for piece in self.pieces]
        self.paragraphs = self._runs(0x0102)
        self.characters = self._runs(0x00FA)
        self.lists = lists_of(self.side, *(struct.unpack_from("<I", self.main, entry)[0] for entry in (0x02E2, 0x02EA)))

    def _at(self, offset: int) -> bytes:
        start, length = struct.unpack_from("<II", self.main, offset)
        return self.side[start : start + length]

    def _pieces(self) -> Iterator[tuple[int, int, int, bool]]:
        """The pieces of the text: first and last character, place in the stream, one byte a character or two."""
        clx, offset = self._at(0x01A2), 0
        while offset < len(clx) and clx[offset] == 1:
            offset += 3 + (struct.unpack_from("<H", clx, offset + 1)[0] if offset + 3 <= len(clx) else len(clx))
        if offset + 5 > len(clx) or clx[offset] != 2:
            return
        table = clx[offset + 5 : offset + 5 + struct.unpack_from("<I", clx, offset + 1)[0]]
        count = (len(table) - 4) // 12
        if count < 1:
            return
        places = struct.unpack_from(f"<{count + 1}I", table, 0)
        for index in range(count):
            position = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)[0]
            narrow = bool(position & 0x40000000)
            position &= 0x3FFFFFFF
            yield places[index], places[index + 1], position // 2 if narrow else position, narrow

    def _runs(self, offset: int) -> tuple[list[int], list[bytes]]:
        """Runs of properties: where each begins in the stream, and its properties (of a paragraph with its style)."""
        table = self._at(offset)
        count = (len(table) - 4) // 8
        starts: list[int] = []
        properties: list[bytes] = []
        if count < 1:
            return starts, properties
        paragraphs = offset == 0x0102
        for page in struct.unpack_from(f"<{count}I", table, 4 * (count + 1)):
            position = (page & 0x3FFFFF) * PAGE
            block = self.main[position : position + PAGE]
            if len(block) < PAGE:
                continue
            runs = block[-1]
            if 4 * (runs + 1) + runs * (13 if paragraphs else 1) > PAGE:
                continue
            for index in range(runs):
                starts.append(struct.unpack_from("<I", block, 4 * index)[0])
                where = block[4 * (runs + 1) + index * (13 if paragraphs else 1)] * 2
                properties.append(_properties(block, where, paragraphs) if where else b"")
        order = sorted(range(len(starts)), key=starts.__getitem__)
        return [starts[i] for i in order], [properties[i] for i in order]

    def _place(self, at: int) -> int:
        first, _, position, narrow = self.pieces[max(0, bisect_right(self.starts, at) - 1)]
        return position + (at - first) * (1 if narrow else 2)

    def _of(self, runs: tuple[list[int], list[bytes]], at: int) -> bytes:
        index = bisect_right(runs[0], self._place(at)) - 1
        return runs[1][index] if index >= 0 else b""

    def _whole(self, properties: bytes) -> bytes:
        """Properties that are too long for their page, those of wide rows, stand in the stream Data; here is only where."""
        for code, operand in _sprms(properties):
            if code in FAR and len(operand) == 4:
                offset = struct.unpack("<I", operand)[0]
                size = int.from_bytes(self.far[offset : offset + 2], "little")
                return self.far[offset + 2 : offset + 2 + size]
        return properties

    def text(self, start: int, end: int) -> str:
        """The characters [start, end) of the document."""
        parts: list[str] = []
        for first, last, position, narrow in self.pieces:
            left, right = max(start, first), min(end, last)
            if left < right:
                step = 1 if narrow else 2
                raw = self.main[position + (left - first) * step : position + (right - first) * step]
                part = raw.decode("cp1252" if narrow else "utf-16-le", "replace")
                parts.append(part if len(part) == right - left else _as_long(raw, right - left))
        return "".join(parts)

    def parts(self, start: int, end: int) -> list[str | Table]:
        """The paragraphs and tables of [start, end), in their order."""
        text = self.text(start, end)
        frames = [_Frame()]
        position = 0
        while position < len(text):
            stop = next((i for i in range(position, len(text)) if text[i] in "\r\x07"), len(text))
            style = style_of(self._whole(self._of(self.paragraphs, start + min(stop, len(text) - 1))))
            closes_row = stop < len(text) and style.row_end
            closes_cell = stop < len(text) and not closes_row and (text[stop] == CELL or style.inner_cell)
            depth = style.depth if style.depth else (1 if stop < len(text) and text[stop] == CELL else 0)
            _to_depth(frames, min(depth, 20))
            frame = frames[-1]
            if not closes_row:
                shown = self._shown(text, position, stop, start)
                counted = style.listed and shown.strip()
                frame.parts.append((self.lists.counted(str(style.listed), style.level) if counted else "") + shown)
            if depth and closes_cell:
                frame.cells.append(frame.parts)
                frame.parts = []
            elif depth and closes_row:
                _end_row(frame, style)
            position = stop + 1
        _to_depth(frames, 0)
        return frames[0].parts

    def _shown(self, text: str, start: int, end: int, base: int) -> str:
        """What of a paragraph is printed: the results of its fields, no hidden or deleted text."""
        kept: list[str] = []
        fields: list[bool] = []  # for each open field whether its result has begun
        runs = self.characters[0]
        reached = start
        while reached < end:
            position = self._place(base + reached)
            index = bisect_right(runs, position) - 1
            following = runs[index + 1] if index + 1 < len(runs) else position + 2 * (end - reached) + 2
            narrow = self.pieces[max(0, bisect_right(self.starts, base + reached) - 1)]
            step = 1 if narrow[3] else 2
            stop = min(
                end,
                reached + max(1, (following - position) // step),
                narrow[1] - base if narrow[1] - base > reached else end,
            )
            gone = index >= 0 and _is_gone(self.characters[1][index])
            for char in text[reached:stop]:
                if char == FIELD:
                    fields.append(False)
                elif char == RESULT and fields:
                    fields[-1] = True
                elif char == FIELD_END and fields:
                    fields.pop()
                elif not gone and all(fields):
                    kept.append(char)
            reached = stop
        return _plain("".join(kept))


def _as_long(raw: bytes, length: int) -> str:
    """UTF-16 with characters beyond the first plane, a character for each unit."""
    units = struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])
    return "".join(map(chr, units))[:length].ljust(length)


def _properties(block: bytes, where: int, paragraph: bool) -> bytes:
    """The properties at a place of a page; those of a paragraph without the number of its style."""
    size = block[where]
    if not paragraph:
        return block[where + 1 : where + 1 + size]
    if size:
        return block[where + 3 : where + 2 * size]
    size = block[where + 1] if where + 1 < len(block) else 0
    return block[where + 4 : where + 2 + 2 * size]


def _sprms(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """Each property and its operand."""
    position = 0
    while position + 2 <= len(properties):
        code = struct.unpack_from("<H", properties, position)[0]
        position += 2
        kind = code >> 13
        if kind != 6:
            size = LENGTHS[kind]
        elif code == TABLE and position + 2 <= len(properties):
            size = struct.unpack_from("<H", properties, position)[0] + 1
        elif position < len(properties):
            size = properties[position] + 1
        else:
            return
        yield code, properties[position : position + size]
        position += size


def style_of(properties: bytes) -> Style:
    """What the properties of a paragraph say about tables."""
    style = Style()
    for code, operand in _sprms(properties):
        if code == IN_TABLE and operand[:1] == b"\x01":
            style.depth = max(1, style.depth)
        elif code in (ROW_END, INNER_ROW) and operand[:1] == b"\x01":
            style.row_end = True
        elif code == DEPTH and len(operand) == 4:
            style.depth = max(0, struct.unpack("<i", operand)[0])
        elif code == INNER_CELL and operand[:1] == b"\x01":
            style.inner_cell = True
        elif code == LISTED and len(operand) == 2:
            style.listed = int.from_bytes(operand, "little")
        elif code == LIST_LEVEL and operand:
            style.level = min(operand[0], DEEPEST - 1)
        elif code == TABLE:
            style.edges, style.merges = _row_of(operand)
    return style


def _row_of(operand: bytes) -> tuple[tuple[int, ...], tuple[Merge, ...]]:
    """The edges of a row's cells, and how each is merged."""
    if len(operand) < 3:
        return (), ()
    count = min(operand[2], MOST_CELLS)
    if len(operand) < 3 + 2 * (count + 1):
        return (), ()
    edges = struct.unpack_from(f"<{count + 1}h", operand, 3)
    merges = []
    for index in range(count):
        position = 3 + 2 * (count + 1) + 20 * index
        flags = struct.unpack_from("<H", operand, position)[0] if position + 2 <= len(operand) else 0
        above = bool(flags & 0x20) and not flags & 0x40
        merges.append(Merge(edges[index + 1] - edges[index], bool(flags & 2) and not flags & 1, above))
    return edges, tuple(merges)


def _to_depth(frames: list[_Frame], depth: int) -> None:
    """Opens or closes tables until so many stand in one another."""
    while len(frames) <= depth:
        frames.append(_Frame())
    while len(frames) > depth + 1:
        frame = frames.pop()
        if frame.parts and any(not isinstance(part, str) or part for part in frame.parts):
            frame.cells.append(frame.parts)
        if frame.cells:
            _end_row(frame, Style())
        _straighten(frame)
        if frame.table.rows:
            frames[-1].parts.append(frame.table)


def _end_row(frame: _Frame, style: Style) -> None:
    row = Row()
    for index, parts in enumerate(frame.cells):
        merge = style.merges[index] if index < len(style.merges) else Merge()
        row.cells.append(Cell(parts, 0 if merge.across else 1, merge.above))
    frame.table.rows.append(row)
    frame.edges.append((style.edges, style.merges))
    frame.cells, frame.parts = [], []


def _straighten(frame: _Frame) -> None:
    """Puts the cells of all rows on one grid: a cell takes as many columns as edges of other rows lie under it."""
    grid = sorted({edge for edges, _ in frame.edges for edge in edges})
    columns = [
        edge for index, edge in enumerate(grid) if not index or edge - grid[index - 1] > 20
    ]  # a twentieth of a point
    for row, (edges, _) in zip(frame.table.rows, frame.edges, strict=True):
        if len(edges) < len(row.cells) + 1:
            for cell in row.cells:
                cell.across = max(1, cell.across)
            continue
        row.before = _column(columns, edges[0])
        kept: list[Cell] = []
        for index, cell in enumerate(row.cells):
            across = max(1, _column(columns, edges[index + 1]) - _column(columns, edges[index]))
            if cell.across == 0 and kept:
                kept[-1].across += across
                kept[-1].parts += cell.parts
            else:
                cell.across = across
                kept.append(cell)
        row.cells = kept


def _column(columns: list[int], edge: int) -> int:
    return max(0, bisect_right(columns, edge + 20) - 1)


def _is_gone(properties: bytes) -> bool:
    return any(code in (HIDDEN, DELETED) and operand[:1] == b"\x01" for code, operand in _sprms(properties))


def _plain(text: str) -> str:
    """Text without the marks of pictures, notes and breaks."""
    for mark, plain in (
        (LINE, "\n"),
        ("\x0c", "\n"),
        (COLUMN_BREAK, "\n"),
        ("\x1e", "-"),
        ("\x1f", ""),
        ("\t", "\u3000"),
        ("\xa0", " "),
    ):
        text = text.replace(mark, plain)
    surrogates = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return folded("".join(char for char in surrogates if char == "\n" or char >= " "))
