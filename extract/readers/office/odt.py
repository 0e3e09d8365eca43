"""ODT → Reading: paragraphs and tables of an OpenDocument text in their order."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from extract.errors import ReadError
from extract.readers.fold import folded
from extract.readers.limits import LIMITS, Limits
from extract.readers.office.docx import BROKEN, local, parsed, part_of
from extract.readers.office.rows import WIDEST, Cell, Row, Table, write
from extract.readers.reading import Reading, Writer

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
GONE = {"tracked-changes", "annotation", "note", "ruby-text", "sequence-decls", "forms"}
BOXES = {"text-box", "custom-shape"}
DEEPEST = 60


def read_odt(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of an OpenDocument text; raises ReadError for one that is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            content = parsed(part_of(packed, packed.getinfo("content.xml"), name, limits), name)
    except BROKEN as error:
        raise ReadError("odt_damaged", name=name, fault=error) from error
    writer = Writer()
    write(writer, _parts(content, 0))
    for note in content.iter(f"{TEXT}note-body"):
        write(writer, _parts(note, 0), "note ")
    return Reading(writer.text, "odt", regions=writer.regions)


def _parts(element: Any, depth: int) -> list[str | Table]:
    parts: list[str | Table] = []
    for child in element if depth < DEEPEST else ():
        name = local(child)
        if name in {"p", "h"}:
            boxes: list[str | Table] = []
            parts.append(folded(_text(child, depth, boxes).replace("\xa0", " ")))
            parts += boxes
        elif name == "table":
            parts.append(Table([_row(row, depth) for row in _rows(child)]))
        elif name and name not in GONE:
            parts += _parts(child, depth + 1)
    return parts


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, not those of a table within a cell."""
    return (row for row in table.iter(f"{TABLE}table-row") if next(row.iterancestors(f"{TABLE}table"), None) is table)


def _row(element: Any, depth: int) -> Row:
    row = Row()
    for cell in element:
        name = local(cell)
        if name == "table-cell":
            row.cells.append(Cell(_parts(cell, depth + 1), _number(cell.get(f"{TABLE}number-columns-spanned"))))
        elif name == "covered-table-cell" and not (row.cells and _taken(row) > 0):
            row.cells.append(Cell(above=True))
    return row


def _taken(row: Row) -> int:
    """How many covered cells the last cell still stands over in its own row."""
    last = row.cells[-1]
    return 0 if last.above else last.across - 1


def _text(element: Any, depth: int, boxes: list[str | Table]) -> str:
    """The text of a paragraph; what its text boxes hold goes into `boxes`."""
    parts = [element.text or ""]
    for child in element if depth < DEEPEST else ():
        name = local(child)
        if name == "s":
            parts.append(" " * min(_number(child.get(f"{TEXT}c")), 100))
        elif name == "tab":
            parts.append("\u3000")
        elif name == "line-break":
            parts.append("\n")
        elif name in BOXES:
            boxes += _parts(child, depth + 1)
        elif name and name not in GONE:
            parts.append(_text(child, depth + 1, boxes))
        parts.append(child.tail or "")
    return "".join(parts)


def _number(value: str | None) -> int:
    return min(int(value), WIDEST) if value and value.isascii() and value.isdigit() and len(value) < 4 else 1
