"""XLS, XLSX, ODS → Reading: each sheet a table, a row a line, numbers as a person sees them.

In:  230600017.0 | 0.155 set as 0.0% | a street cell merged over nine rows   Out: 230600017 | 15.5% | the street in each row

What is hidden is not printed: hidden sheets, rows and columns are left out, and how many there were is a remark.
"""

import datetime
import io
import struct
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from python_calamine import CalamineError, CalamineWorkbook

from extract.errors import ReadError
from extract.readers.fold import folded
from extract.readers.limits import LIMITS, Limits
from extract.readers.office.docx import BROKEN
from extract.readers.office.looks.formats import shown_as
from extract.readers.office.looks.look import Look, Looks
from extract.readers.office.looks.ods import looks_of_ods
from extract.readers.office.looks.xls import looks_of_xls
from extract.readers.office.looks.xlsx import looks_of_xlsx
from extract.readers.reading import Reading, Writer, flat
from extract.regions import Remark

MOST_CELLS = 5_000_000
MOST_QUOTED = 200  # characters of a sheet that a remark on it quotes
Merged = tuple[tuple[int, int], tuple[int, int]]  # row and column of its first and of its last cell


def read_sheets(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a workbook; raises ReadError for one that is damaged, protected or too large."""
    writer = Writer()
    remarks: list[Remark] = []
    media = "ods" if b"opendocument" in data[:200] else "xlsx" if data[:2] == b"PK" else "xls"
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        looks = _looks(data, name, media, limits)
        cells = 0
        for index, meta in enumerate(book.sheets_metadata):
            if "work" not in str(meta.typ).lower():
                continue
            sheet = book.get_sheet_by_name(meta.name)
            if sheet.end is None:
                continue
            start = writer.length
            if "hidden" in str(meta.visible).lower():
                remarks.append(_remark(max(0, start - 1), start, "sheet_hidden", sheet=meta.name))
                continue
            cells += (sheet.end[0] + 1) * (sheet.end[1] + 1)
            if cells > MOST_CELLS:
                raise ReadError("too_many_cells", name=name, most=f"{MOST_CELLS:,}")
            look = looks.get(index, Look())
            rows = _shown_rows(sheet.to_python(skip_empty_area=False), look)
            left_out = write_sheet(writer, meta.name, rows, sheet.merged_cell_ranges or [], look)
            if any(left_out):
                rows_out, columns_out = map(str, left_out)
                end = min(writer.length, start + MOST_QUOTED)
                remarks.append(_remark(start, end, "cells_hidden", columns=columns_out, rows=rows_out, sheet=meta.name))
    except CalamineError as error:
        if "assword" in str(error):
            raise ReadError("encrypted", name=name) from error
        raise ReadError("workbook_damaged", name=name, fault=error) from error
    return Reading(writer.text, media, regions=writer.regions, remarks=tuple(remarks))


def _remark(start: int, end: int, code: str, **values: str) -> Remark:
    return Remark(start, end, "readers.sheets", code, tuple(values.items()))


def _looks(data: bytes, name: str, media: str, limits: Limits) -> Looks:
    """How the sheets look; unknown where the file does not say it in a known way: what they hold is read all the same."""
    try:
        if media == "ods":
            return looks_of_ods(data, name, limits)
        return looks_of_xlsx(data, name, limits) if media == "xlsx" else looks_of_xls(data, name)
    except (ReadError, struct.error, ValueError, *BROKEN):
        return {}


def _shown_rows(values: Sequence[Sequence[object]], look: Look) -> list[list[str]]:
    """The cells of a sheet as they are printed."""
    rows = [[shown(value) for value in row] for row in values]
    for (row, column), code in look.codes.items():
        if row < len(values) and column < len(values[row]):
            value = values[row][column]
            if isinstance(value, (float, int, datetime.date)) and not isinstance(value, bool):
                rows[row][column] = shown_as(value, code) or rows[row][column]
    for (row, column), text in look.texts.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = flat(folded(text))
    return rows


def write_sheet(
    writer: Writer, sheet: str, rows: list[list[str]], merged: Sequence[Merged], look: Look | None = None
) -> tuple[int, int]:
    """Writes the rows of a sheet; a merged cell is given to each row that it takes, one over all columns is a line.

    Returns how many rows and columns that hold something were left out, for they are hidden.
    """
    look = look or Look()
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
    last = max((i for row in rows for i, text in enumerate(row) if text and i not in look.columns), default=-1)
    columns = [column for column in range(last + 1) if column not in look.columns]
    for number, row in enumerate(rows):
        cells = [row[column] if column < len(row) else "" for column in columns]
        filled = [text for text in cells if text]
        if number in look.rows or not filled:
            continue
        where = f"{sheet}!{number + 1}"
        alone = len(cells) == 1 or wide.get(number, 0) >= max(2, last) or (number == 0 and cells[0])
        if len(filled) == 1 and alone:
            writer.line(filled[0], cell=where)
        else:
            writer.cells([(text, f"{where}:{column + 1}") for text, column in zip(cells, columns, strict=True)])
    writer.write("\n")
    return _filled(rows, look.rows), _filled([*map(list, zip(*rows, strict=True))], look.columns) if look.columns else 0


def _filled(stretches: Sequence[Sequence[str]], hidden: AbstractSet[int]) -> int:
    """How many of the hidden rows or columns hold something."""
    return sum(index < len(stretches) and any(stretches[index]) for index in hidden)


def shown(value: object) -> str:
    """A value as a person sees it: 20.0 as 20, a date without a time."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ") if value.time() != datetime.time() else value.date().isoformat()
    return flat(folded(str(value)))
