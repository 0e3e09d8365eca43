"""XML of Excel 2003 (SpreadsheetML, which many sites export as .xls) → Reading: each sheet a table, a row a line.

In:  Workbook/Worksheet/Table/Row/Cell/Data; ss:Index skips cells, ss:MergeAcross and ss:MergeDown join them   Out: rows as of any other sheet
"""

from collections.abc import Iterator
from typing import Any

from extract.errors import ReadError
from extract.readers.limits import LIMITS, Limits
from extract.readers.office.docx import local, parsed
from extract.readers.office.sheets import MOST_CELLS, Merged, shown, write_sheet
from extract.readers.reading import Reading, Writer

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
WIDEST, LONGEST = 16_384, 1_048_576  # columns and rows of a sheet


def read_sheet_xml(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a workbook in one XML file; hidden sheets are left out."""
    writer = Writer()
    left = MOST_CELLS
    for number, sheet in enumerate(_children(parsed(data, name), "Worksheet"), 1):
        visible = next((mark.text for mark in sheet.iter() if local(mark) == "Visible"), "")
        if visible in {"SheetHidden", "SheetVeryHidden"}:
            continue
        for table in _children(sheet, "Table"):
            rows, merged = _rows(table, left, name)
            left -= sum(map(len, rows))
            write_sheet(writer, sheet.get(f"{SS}Name") or str(number), rows, merged)
    return Reading(writer.text, "xls", regions=writer.regions)


def _children(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element if local(child) == name)


def _rows(table: Any, most: int, name: str) -> tuple[list[list[str]], list[Merged]]:
    rows: list[list[str]] = []
    merged: list[Merged] = []
    held = 0
    for row in _children(table, "Row"):
        top = _place(row, len(rows), LONGEST)
        held += top - len(rows)
        rows += [[] for _ in range(top - len(rows))]
        cells: list[str] = []
        for cell in _children(row, "Cell"):
            column = _place(cell, len(cells), WIDEST)
            across = min(_number(cell.get(f"{SS}MergeAcross")), WIDEST - column - 1)
            down = min(_number(cell.get(f"{SS}MergeDown")), LONGEST - top - 1)
            held += column - len(cells) + across + 1
            if held > most:
                raise ReadError("too_many_cells", name=name, most=f"{MOST_CELLS:,}")
            cells += [""] * (column - len(cells)) + [_text(cell)] + [""] * across
            if across or down:
                merged.append(((top, column), (top + down, column + across)))
        rows.append(cells)
    width = max(map(len, rows), default=0)
    if width * len(rows) > most:
        raise ReadError("too_many_cells", name=name, most=f"{MOST_CELLS:,}")
    return [cells + [""] * (width - len(cells)) for cells in rows], merged


def _place(element: Any, following: int, most: int) -> int:
    """Where a row or a cell stands, from 0: as ss:Index says, else after the one before."""
    index = _number(element.get(f"{SS}Index"))
    return max(following, min(index, most) - 1) if index else following


def _text(cell: Any) -> str:
    for data in _children(cell, "Data"):
        text = "".join(data.itertext())
        kind = data.get(f"{SS}Type")
        if kind == "Number":
            try:
                return shown(float(text))
            except ValueError:
                return shown(text)
        if kind == "DateTime":
            return shown(text.removesuffix("T00:00:00.000").replace("T", " "))
        return shown(text)
    return ""


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 9 else 0
