"""ODS → Look of each sheet: the file holds what each cell shows, and whether its row or column is seen."""

import io
import re
import zipfile
from typing import Any

from extract.readers.limits import Limits
from extract.readers.office.docx import local, parsed, part_of
from extract.readers.office.looks.look import MOST_REPEATED, Look, Looks

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
NUMBERS = frozenset({"float", "percentage", "currency", "date", "time"})
PLAIN_DATE = re.compile(r"\d{4}|[年月日]")  # not 5/11/22, which may be read in two ways
UNSEEN = frozenset({"collapse", "filter"})


def looks_of_ods(data: bytes, name: str, limits: Limits) -> Looks:
    """How the sheets of a workbook look."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        content = parsed(part_of(packed, packed.getinfo("content.xml"), name, limits), name)
    tables = [element for element in content.iter(f"{TABLE}table") if local(element.getparent()) == "spreadsheet"]
    return {index: _look(table) for index, table in enumerate(tables)}


def _look(table: Any) -> Look:
    look = Look()
    column = 0
    for stretch in table.iter(f"{TABLE}table-column"):
        count = _count(stretch, "number-columns-repeated")
        if stretch.get(f"{TABLE}visibility") in UNSEEN:
            look.columns |= set(range(column, column + min(count, MOST_REPEATED)))
        column += count
    number = 0
    for row in table.iter(f"{TABLE}table-row"):
        count = _count(row, "number-rows-repeated")
        if row.get(f"{TABLE}visibility") in UNSEEN:
            look.rows |= set(range(number, number + min(count, MOST_REPEATED)))
        if count < MOST_REPEATED:
            for column, text in _texts(row):
                look.texts.update({(number + index, column): text for index in range(count)})
        number += count
    return look


def _texts(row: Any) -> list[tuple[int, str]]:
    """The columns of a row that hold numbers, and what they show."""
    shown: list[tuple[int, str]] = []
    column = 0
    for cell in row:
        if local(cell) not in {"table-cell", "covered-table-cell"}:
            continue
        count = _count(cell, "number-columns-repeated")
        kind = cell.get(f"{OFFICE}value-type")
        if kind in NUMBERS and count < MOST_REPEATED:
            text = " ".join("".join(child.itertext()) for child in cell if local(child) == "p").strip()
            if text and (kind != "date" or PLAIN_DATE.search(text)):
                shown += [(column + index, text) for index in range(count)]
        column += count
    return shown


def _count(element: Any, name: str) -> int:
    value = element.get(f"{TABLE}{name}")
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 8 else 1
