"""XLSX → Look of each sheet: styles.xml says how cells are set, the sheet which cell has which style and what is hidden."""

import io
import re
import zipfile
from collections.abc import Iterator

from extract.readers.limits import Limits
from extract.readers.office.docx import local, parsed, part_of
from extract.readers.office.looks.formats import BUILT_IN
from extract.readers.office.looks.look import MOST_REPEATED, Look, Looks

ROW = re.compile(rb"<(?:\w{1,9}:)?row\s([^>]{0,900})>")
COLUMN = re.compile(rb"<(?:\w{1,9}:)?col\s([^>]{0,900})>")
CELL = re.compile(rb"<(?:\w{1,9}:)?c\s([^>]{0,300})>")
SAID = re.compile(rb"""(?:^|\s)(\w{1,20})\s?=\s?["']([^"']{0,40})["']""")
PLACE = re.compile(rb"([A-Z]{1,3})(\d{1,7})")
YES = frozenset({b"1", b"true"})


def looks_of_xlsx(data: bytes, name: str, limits: Limits) -> Looks:
    """How the sheets of a workbook look."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        held = {entry.filename: entry for entry in packed.infolist()}
        codes = _codes(part_of(packed, held["xl/styles.xml"], name, limits), name) if "xl/styles.xml" in held else {}
        paths = list(_sheets(packed, held, name, limits))
        return {
            index: _look(part_of(packed, held[path], name, limits), codes)
            for index, path in enumerate(paths)
            if path in held
        }


def _sheets(packed: zipfile.ZipFile, held: dict[str, zipfile.ZipInfo], name: str, limits: Limits) -> Iterator[str]:
    """The part of each sheet, in the order of the workbook."""
    book = parsed(part_of(packed, held["xl/workbook.xml"], name, limits), name)
    relations = parsed(part_of(packed, held["xl/_rels/workbook.xml.rels"], name, limits), name)
    targets = {relation.get("Id"): str(relation.get("Target", "")) for relation in relations}
    for sheet in (element for element in book.iter() if local(element) == "sheet"):
        target = targets.get(next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None), "")
        yield target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _codes(styles: bytes, name: str) -> dict[int, str]:
    """Style → the format of its numbers, where it is not general."""
    root = parsed(styles, name)
    own = {
        int(element.get("numFmtId", "-1")): str(element.get("formatCode", ""))
        for element in root.iter()
        if local(element) == "numFmt" and str(element.get("numFmtId", "")).isdigit()
    }
    formats = next((element for element in root if local(element) == "cellXfs"), ())
    codes: dict[int, str] = {}
    for index, style in enumerate(formats):
        number = str(style.get("numFmtId", "0"))
        code = own.get(int(number), BUILT_IN.get(int(number))) if number.isdigit() else None
        if code and code.lower() not in {"general", "@"}:
            codes[index] = code
    return codes


def _look(sheet: bytes, codes: dict[int, str]) -> Look:
    look = Look()
    for match in COLUMN.finditer(sheet):
        attributes = dict(SAID.findall(match[1]))
        first, last = (
            int(attributes.get(key, b"0")) if attributes.get(key, b"").isdigit() else 0 for key in (b"min", b"max")
        )
        if attributes.get(b"hidden") in YES and first:
            look.columns |= set(range(first - 1, min(last, first + MOST_REPEATED)))
    if b"hidden" in sheet:
        for match in ROW.finditer(sheet):
            attributes = dict(SAID.findall(match[1]))
            if attributes.get(b"hidden") in YES and attributes.get(b"r", b"").isdigit():
                look.rows.add(int(attributes[b"r"]) - 1)
    if codes:
        for match in CELL.finditer(sheet):
            attributes = dict(SAID.findall(match[1]))
            style, name = attributes.get(b"s", b""), PLACE.fullmatch(attributes.get(b"r", b""))
            if name and style.isdigit() and (code := codes.get(int(style))):
                look.codes[int(name[2]) - 1, _column(name[1])] = code
    return look


def _column(letters: bytes) -> int:
    """AB → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
