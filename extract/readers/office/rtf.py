r"""RTF → Reading: paragraphs, and tables by their marks of cells and rows.

In:  \trowd\clvmgf\cellx2000 \'d0\f2\cell \u20154?\cell\row   Out: rows of cells; characters by \u, or by the code page of the font
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from extract.errors import ReadError
from extract.readers.fold import folded
from extract.readers.limits import LIMITS, Limits
from extract.readers.office.rows import Cell, Row, Table, write
from extract.readers.reading import Reading, Writer

TOKEN = re.compile(
    rb"""
      \\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\(.)|([{}])
    | ([^\\{}\r\n]+)|[\r\n]+""",
    re.VERBOSE | re.S,
)
SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet listtable listoverridetable info generator pict object themedata colorschememapping latentstyles datastore rsidtbl xmlnstbl pgptbl header headerl headerr headerf footer footerl footerr footerf filetbl revtbl fldinst bkmkstart bkmkend objdata nonshppict annotation atnid atnauthor mmathPr wgrffmtfilter userprops private sp shprslt nonesttables".split()
)
MARKS = {
    b"par": "\r",
    b"line": "\n",
    b"sect": "\r",
    b"page": "\n",
    b"tab": "\u3000",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": "\u3000",
    b"enspace": " ",
    b"qmspace": " ",
}
PAGES = {134: "gb18030", 136: "big5", 128: "cp932", 129: "cp949", 0: "cp1252", 1: "cp1252"}
ASIDE = frozenset({b"footnote", b"shptxt"})  # groups whose paragraphs stand beside the text: notes, boxes of text
NUMBERING = frozenset({b"listtext", b"pntext"})
STARRED = frozenset({b"footnote", b"shpinst"})  # what a program may leave out, but we do not
DEEPEST = 2000
NEAR = 20  # twips: edges of two rows that are one


@dataclass(slots=True)
class _State:
    """What a group changes and gives back at its end."""

    skipped: bool = False
    hidden: bool = False
    after_unicode: int = 1
    font: int = 0
    numbering: bool = False  # what a program counted: 一、 with a tab behind it
    starred: bool = False  # skipped unless its first word says what we read
    aside: "_Place | None" = None  # where the text around goes on once this group ends


@dataclass(slots=True)
class _Rows:
    """The table that is being read."""

    rows: list[tuple[list[list[str | Table]], list[tuple[int, bool, bool]]]] = field(default_factory=list)
    cells: list[list[str | Table]] = field(default_factory=list)
    edges: list[tuple[int, bool, bool]] = field(default_factory=list)
    inner: Table | None = None  # a table within a cell, the row and the cell of it that are open
    inner_row: Row = field(default_factory=Row)
    inner_cell: list[str | Table] = field(default_factory=list)


@dataclass(slots=True)
class _Place:
    """A line that is being read, and the table around it, while a note or a box is read."""

    line: list[str]
    cell: list[str | Table]
    rows: _Rows
    parts: list[str | Table]
    in_table: bool
    depth: int


def read_rtf(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of an RTF file."""
    writer, reader = Writer(), _Reader(data, name)
    write(writer, reader.parts())
    write(writer, reader.boxes, "box ")
    write(writer, reader.notes, "note ")
    return Reading(writer.text, "rtf", regions=writer.regions)


class _Reader:
    def __init__(self, data: bytes, name: str) -> None:
        self.data, self.name = data, name
        match = re.search(rb"\\ansicpg(\d{3,5})", data[:2000])
        page = int(match[1]) if match else 936
        self.page = {936: "gb18030", 950: "big5", 65001: "utf-8"}.get(page, f"cp{page}")
        self.fonts = {
            int(number): PAGES.get(int(charset), self.page)
            for number, charset in re.findall(
                rb"\\f(\d{1,5})\\[a-z]{1,20}[^{};]{0,80}?\\fcharset(\d{1,3})", data[:200_000]
            )
        }
        self.found: list[str | Table] = []
        self.notes: list[str | Table] = []
        self.boxes: list[str | Table] = []
        self.depth = 1  # tables around the paragraph, where it stands in one
        self.line: list[str] = []
        self.cell: list[str | Table] = []
        self.bytes = bytearray()
        self.rows = _Rows()
        self.in_table = self.above = self.left = False
        self.state = _State()

    def parts(self) -> list[str | Table]:
        """The paragraphs and tables in their order."""
        stack: list[_State] = []
        skip = 0  # characters that stand for a \\u before them
        first = False
        for token in TOKEN.finditer(self.data):
            hexa, word, value, symbol, brace, plain = token.groups()
            if brace is not None:
                self._brace(brace, stack)
                first, skip = brace == b"{", 0 if brace == b"{" else skip
                continue
            if symbol == b"*" and first:
                self.state.starred = not self.state.skipped
                self.state.skipped = True
                continue
            if word == b"bin":
                return self._end()  # raw bytes follow that no token can bound
            if word is not None:
                self._control(word, value, first)
                if word == b"u" and value is not None:
                    skip = self.state.after_unicode
            elif hexa is not None or plain is not None or symbol is not None:
                raw = bytes([int(hexa, 16)]) if hexa is not None else plain
                if raw is not None:
                    dropped = min(skip, len(raw))
                    skip -= dropped
                    self._text(raw[dropped:])
                else:
                    self._symbol(symbol)
            first = False
        return self._end()

    def _brace(self, brace: bytes, stack: list[_State]) -> None:
        """Begins or ends a group."""
        self._flush()
        if brace == b"{":
            if len(stack) > DEEPEST:
                raise ReadError("nested_damaged", name=self.name)
            stack.append(self.state)
            self.state = replace(self.state, starred=False, aside=None)
            return
        if self.state.aside is not None:
            self._back(self.state.aside)
        if stack:
            self.state = stack.pop()

    def _control(self, word: bytes, value: bytes | None, first: bool) -> None:
        """A control word; `first`: with it its group begins, and it may say what the group is."""
        state = self.state
        if state.starred:
            state.starred, state.skipped = False, word not in STARRED
        if word in NUMBERING:
            state.numbering, state.skipped = True, False
        elif word == b"tab" and state.numbering:
            self._flush()
        elif word in ASIDE and state.aside is None and not state.skipped:
            self._aside(word)
        elif word in SKIPPED and (first or word == b"fldinst"):
            state.skipped = True
        elif word == b"u" and value is not None:
            self._unicode(int(value))
        else:
            self._word(word, value)

    def _aside(self, word: bytes) -> None:
        """Begins a note or a box: its paragraphs are gathered apart from the line that it stands in."""
        self._flush()
        self.state.aside = _Place(self.line, self.cell, self.rows, self.found, self.in_table, self.depth)
        self.line, self.cell, self.rows, self.in_table, self.depth = [], [], _Rows(), False, 1
        self.found = self.notes if word == b"footnote" else self.boxes

    def _back(self, left: _Place) -> None:
        """Ends it, and goes on where the text was left."""
        self._end()
        self.line, self.cell, self.rows, self.found = left.line, left.cell, left.rows, left.parts
        self.in_table, self.depth = left.in_table, left.depth

    def _end(self) -> list[str | Table]:
        self._paragraph()
        self._close_table()
        return self.found

    def _text(self, raw: bytes) -> None:
        if raw and not self.state.skipped and not self.state.hidden:
            self.bytes += raw

    def _flush(self) -> None:
        if self.bytes:
            page = self.fonts.get(self.state.font, self.page)
            if page == "cp1252" and any(byte > 0x7F for byte in self.bytes):
                page = self.page if self.page != "cp1252" else "gb18030"
            try:
                self.line.append(bytes(self.bytes).decode(page, "replace"))
            except LookupError:
                self.line.append(bytes(self.bytes).decode("gb18030", "replace"))
            self.bytes.clear()

    def _unicode(self, code: int) -> None:
        self._flush()
        if not self.state.skipped and not self.state.hidden:
            self.line.append(chr(code & 0xFFFF))

    def _symbol(self, symbol: bytes | None) -> None:
        if symbol in (b"\n", b"\r"):
            self._word(b"par", None)
        elif symbol is not None and symbol in b"\\{}":
            self._text(symbol)
        elif symbol == b"~":
            self._text(b" ")
        elif symbol == b"_":
            self._text(b"-")

    def _word(self, word: bytes, value: bytes | None) -> None:
        state = self.state
        if word == b"uc":
            state.after_unicode = int(value or 1)
        elif word == b"f" and value is not None:
            self._flush()
            state.font = int(value)
        elif word in (b"v", b"deleted"):
            self._flush()
            state.hidden = value != b"0"
        elif word == b"plain":
            self._flush()
            state.hidden = False
        elif word == b"nestrow":
            self._inner_row()
        elif state.skipped:
            return
        elif word in MARKS:
            self._flush()
            if MARKS[word] == "\r":
                self._paragraph()
            else:
                self.line.append(MARKS[word])
        else:
            self._table_word(word, value)

    def _table_word(self, word: bytes, value: bytes | None) -> None:
        if word == b"trowd":
            self._flush()
            self.rows.edges = []
            self.above = self.left = False
        elif word == b"clvmrg":
            self.above = True
        elif word == b"clmrg":
            self.left = True
        elif word == b"cellx":
            self.rows.edges.append((int(value or 0), self.above, self.left))
            self.above = self.left = False
        elif word == b"intbl":
            self.in_table = True
        elif word == b"pard":
            self._flush()
            self.in_table, self.depth = False, 1
        elif word == b"itap" and value is not None:
            self.depth = int(value)
        elif word == b"nestcell":
            self._paragraph()
            self.rows.inner_row.cells.append(Cell(self.rows.inner_cell))
            self.rows.inner_cell = []
        elif word == b"cell":
            self._paragraph(closes_cell=True)
        elif word == b"row":
            self._flush()
            if self.rows.cells:
                self.rows.rows.append((self.rows.cells, list(self.rows.edges)))
                self.rows.cells = []

    def _paragraph(self, closes_cell: bool = False) -> None:
        self._flush()
        text = "".join(self.line).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text = folded(text.replace("\xa0", " ")).lstrip(" ")
        self.line = []
        if closes_cell:
            self._close_inner()
            self.cell.append(text)
            self.rows.cells.append(self.cell)
            self.cell = []
        elif self.in_table and self.depth > 1:
            self.rows.inner_cell.append(text)
        elif self.in_table:
            self._close_inner()
            self.cell.append(text)
        else:
            self._close_table()
            self.found.append(text)

    def _inner_row(self) -> None:
        """Ends a row of a table within a cell."""
        rows = self.rows
        if rows.inner_row.cells:
            rows.inner = rows.inner or Table()
            rows.inner.rows.append(rows.inner_row)
            rows.inner_row = Row()

    def _close_inner(self) -> None:
        self._inner_row()
        if self.rows.inner is not None:
            self.cell.append(self.rows.inner)
            self.rows.inner = None

    def _close_table(self) -> None:
        self._close_inner()
        if self.cell:
            self.rows.cells.append(self.cell)
        if self.rows.cells:
            self.rows.rows.append((self.rows.cells, []))
        if self.rows.rows:
            self.found.append(_table(self.rows))
        self.rows, self.cell = _Rows(), []


def _table(rows: _Rows) -> Table:
    """The rows of a table on one grid of columns."""
    edges = sorted({edge for _, row in rows.rows for edge, _, _ in row})
    grid = [edge for index, edge in enumerate(edges) if not index or edge - edges[index - 1] > NEAR]
    table = Table()
    for cells, own in rows.rows:
        row, before = Row(), -1
        for index, parts in enumerate(cells):
            edge, above, left = own[index] if index < len(own) else (0, False, False)
            position = bisect_right(grid, edge + NEAR) - 1 if index < len(own) else before + 1
            across = max(1, position - before)
            before = max(position, before + 1)
            if left and row.cells:
                row.cells[-1].across += across
                row.cells[-1].parts += parts
            else:
                row.cells.append(Cell(parts, across, above))
        table.rows.append(row)
    return table
