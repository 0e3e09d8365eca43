"""Cells as an office file has them → rows of a table, or the paragraphs of cells that only lay out a page.

In:  rows of cells, each with its paragraphs, its columns, and whether it goes on from the cell above   Out: lines and rows

A table is data where two of its rows have two filled cells, or one has several of a paragraph each; where tables of several cells
stand in it, only if rows of three cells and more, without one, hold most of its text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.readers.reading import Writer, flat

WIDEST = 200  # columns that one cell may take
MOST_COLUMNS = 1000
SHORT = 60  # characters of a cell beside one other that make a row


@dataclass(slots=True)
class Cell:
    """One printed cell: its paragraphs and tables in order, the columns that it takes, `above`: it goes on from above."""

    parts: list["str | Table"] = field(default_factory=list)
    across: int = 1
    above: bool = False

    @property
    def text(self) -> str:
        """All text of the cell on one line."""
        return " ".join(flat(text) for text in _texts(self.parts) if text.strip())


@dataclass(slots=True)
class Row:
    """One printed row; `before`: columns left empty at its beginning."""

    cells: list[Cell] = field(default_factory=list)
    before: int = 0


@dataclass(slots=True)
class Table:
    """A table as the file has it."""

    rows: list[Row] = field(default_factory=list)


def _texts(parts: Sequence["str | Table"]) -> Iterator[str]:
    stack: list[str | Table] = list(reversed(parts))
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            yield part
        else:
            stack.extend(reversed([inner for row in part.rows for cell in row.cells for inner in cell.parts]))


def is_data(table: Table) -> bool:
    """Whether a table holds data rather than laying out a page."""
    nesting = [row for row in table.rows if _holds_table(row)]
    plain = [row for row in table.rows if not _holds_table(row)] if nesting else table.rows
    filled = [sum(bool(cell.text or cell.above) for cell in row.cells) for row in plain]
    if nesting:
        return sum(count > 2 for count in filled) > 1 and _length(nesting) < _length(plain)
    full = sum(count > 1 for count in filled)
    return full > 1 or (full == 1 and any(_is_lone_row(row) for row in table.rows))


def _holds_table(row: Row) -> bool:
    return any(isinstance(part, Table) and _several(part) for cell in row.cells for part in cell.parts)


def _length(rows: Sequence[Row]) -> int:
    return sum(len(cell.text) for row in rows for cell in row.cells)


def _is_lone_row(row: Row) -> bool:
    """Whether the only full row of a table is one of data, its cells a paragraph each: not a masthead beside 文件."""
    texts = [[text for text in _texts(cell.parts) if text.strip()] for cell in row.cells if cell.text]
    if any(len(cell) > 1 or cell[0].strip() == "文件" for cell in texts):
        return False
    return len(texts) > 2 or (len(texts) == 2 and all(len(cell[0]) <= SHORT for cell in texts))


def _several(table: Table) -> bool:
    return sum(bool(cell.text) for row in table.rows for cell in row.cells) > 1


def write(writer: Writer, parts: Sequence["str | Table"], name: str = "") -> None:
    """Writes paragraphs and tables in their order."""
    count = 0
    stack: list[str | Table] = list(reversed(parts))
    while stack:
        part = stack.pop()
        count += 1
        if isinstance(part, str):
            for line in part.split("\n"):
                if line.strip():
                    writer.line(line.rstrip(), element=f"{name}{count}")
        elif is_data(part):
            _write_rows(writer, part, f"{name}{count}")
        else:
            stack.extend(reversed([inner for row in part.rows for cell in row.cells for inner in cell.parts]))


def _write_rows(writer: Writer, table: Table, name: str) -> None:
    above: list[str] = []
    grids = [_cells(row, above) for row in table.rows]
    grids = _without_empty_columns(grids)
    width = max((len(cells) for cells in grids), default=0)
    for number, (row, cells) in enumerate(zip(table.rows, grids, strict=True), 1):
        filled = [text for text in cells if text]
        if filled:
            writer.row(cells + [""] * (width - len(cells) if len(row.cells) == 1 else 0), f"{name}:{number}")


def _without_empty_columns(rows: list[list[str]]) -> list[list[str]]:
    """The rows of a form without the columns in which nothing ever stands, if these are most: they are edges of merged cells."""
    filled = {index for row in rows for index, text in enumerate(row) if text}
    if 2 * len(filled) > max(map(len, rows), default=0):
        return rows
    return [[text for index, text in enumerate(row) if index in filled] for row in rows]


def _cells(row: Row, above: list[str]) -> list[str]:
    """The texts of a row by column; a cell that goes on from above has the text that stands there."""
    cells = [""] * min(row.before, WIDEST)
    for cell in row.cells:
        position = len(cells)
        text = (above[position] if position < len(above) else "") if cell.above else cell.text
        cells.append(text)
        cells += [""] * (min(cell.across, WIDEST) - 1)
        if len(cells) > MOST_COLUMNS:
            break
    while len(above) < len(cells):
        above.append("")
    for index, text in enumerate(cells):
        above[index] = text
    return cells
