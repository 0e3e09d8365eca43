"""XLS, XLSX, ODS → Reading: each sheet a table, a row a line, numbers as a person sees them.

In:  230600017.0 | 2022-05-11 | a street cell merged over nine rows   Out: 230600017 | 2022-05-11 | the street in each row
"""

import datetime
import io
from collections.abc import Sequence

from python_calamine import CalamineError, CalamineWorkbook

from extract.errors import ReadError
from extract.readers.fold import folded
from extract.readers.limits import LIMITS, Limits
from extract.readers.reading import Reading, Writer, flat

MOST_CELLS = 5_000_000
Merged = tuple[tuple[int, int], tuple[int, int]]  # row and column of its first and of its last cell


def read_sheets(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a workbook; hidden sheets are left out."""
    writer = Writer()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        cells = 0
        for meta in book.sheets_metadata:
            if "hidden" in str(meta.visible).lower() or "work" not in str(meta.typ).lower():
                continue
            sheet = book.get_sheet_by_name(meta.name)
            if sheet.end is None:
                continue
            cells += (sheet.end[0] + 1) * (sheet.end[1] + 1)
            if cells > MOST_CELLS:
                raise ReadError("too_many_cells", name=name, most=f"{MOST_CELLS:,}")
            rows = [[shown(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
            write_sheet(writer, meta.name, rows, sheet.merged_cell_ranges or [])
    except CalamineError as error:
        said = str(error)
        if "assword" in said:
            raise ReadError("encrypted", name=name) from error
        raise ReadError("workbook_damaged", name=name, fault=flat(said)[:100]) from error
    media = "ods" if b"opendocument" in data[:200] else "xlsx" if data[:2] == b"PK" else "xls"
    return Reading(writer.text, media, regions=writer.regions)


def write_sheet(writer: Writer, sheet: str, rows: list[list[str]], merged: Sequence[Merged]) -> None:
    """Writes the rows of a sheet; a merged cell is given to each row that it takes, one over all columns is a line."""
    wide: dict[int, int] = {}  # row → columns that its first merged cell takes
    for (top, left), (bottom, right) in merged:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        text = rows[top][left]
        if right > left:
            wide[top] = max(wide.get(top, 0), right - left + 1)
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and not row[left]:
                row[left] = text
    last = max((i for row in rows for i, text in enumerate(row) if text), default=-1)
    for number, row in enumerate(rows, 1):
        cells = row[: last + 1]
        filled = [text for text in cells if text]
        if len(filled) == 1 and (
            len(cells) == 1 or wide.get(number - 1, 0) >= max(2, last) or (number == 1 and cells[0])
        ):
            writer.line(filled[0], cell=f"{sheet}!{number}")
        elif filled:
            writer.row(cells, f"{sheet}!{number}")
    writer.write("\n")


def shown(value: object) -> str:
    """A value as a person sees it: 20.0 as 20, a date without a time."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ") if value.time() != datetime.time() else value.date().isoformat()
    return flat(folded(str(value)))
