"""DOCX → Reading: the paragraphs and tables of the body in their order, by the XML itself.

Content controls, text boxes and nested tables are read, what is hidden or was struck out by a tracked change is not; headers and
footers are no text. A table row is a line; numbers that Word counts itself are printed.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from extract.errors import ReadError
from extract.readers.fold import folded
from extract.readers.limits import LIMITS, Limits
from extract.readers.office.numbering import Numbering, W, numbering_of
from extract.readers.office.rows import Cell, Row, Table, write
from extract.readers.office.word_2003 import WORDML, body_of
from extract.readers.reading import Reading, Writer

NESTED = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo", "body"}
BOX = {"txbxContent"}
GONE = {"del", "moveFrom", "delText", "instrText", "rPr", "pPr", "rt", "Fallback", "tblPr", "tblGrid", "trPr", "tcPr"}
OFF = {"0", "false", "off", "none"}
BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, NotImplementedError, RuntimeError)
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # the same names, as the strict form of the standard spells them
MOST_RATIO = 300
SMALL = 20_000_000


def read_docx(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a Word document; raises ReadError for one that is damaged or holds no document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = {entry.filename: entry for entry in packed.infolist()}
            main = next((part for part in parts if part.startswith("word/document") and part.endswith(".xml")), None)
            if main is None:
                raise ReadError("docx_without_document", name=name)
            document = parsed(part_of(packed, parts[main], name, limits), name)
            numbers, styles, *notes = (
                parsed(part_of(packed, parts[part], name, limits), name) if part in parts else None
                for part in ("word/numbering.xml", "word/styles.xml", "word/footnotes.xml", "word/endnotes.xml")
            )
    except BROKEN as error:
        raise ReadError("docx_damaged", name=name, fault=error) from error
    return _reading(document, numbering_of(numbers, styles), notes, name)


def read_flat(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a Word document in one XML file (flat OPC, or of Word 2003); raises ReadError for one that holds no document."""
    root = parsed(data.replace(WORDML, W[1:-1].encode()), name)
    document = root.find(f".//{W}document")
    if document is not None:
        return _reading(document, Numbering(), (), name)
    body = body_of(root)
    if body is None:
        raise ReadError("xml_without_body", name=name)
    return _reading(root, Numbering(), (body[1],), name)


def part_of(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, limits: Limits) -> bytes:
    """One part of a packed document, within the limits; raises ReadError beyond them."""
    most = limits.megabytes * 1_000_000
    if entry.file_size > most or (
        entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(1, entry.compress_size)
    ):
        raise ReadError("part_unpacks_to", name=name, size=entry.file_size // 1000000)
    with packed.open(entry) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise ReadError("unpacks_to_more", name=name, most=limits.megabytes)
    return data


def parsed(data: bytes, name: str) -> Any:
    """The root of an XML part; entities are not resolved, nothing is fetched; raises ReadError where it breaks off."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        return etree.fromstring(data.replace(STRICT, W[1:-1].encode()), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError("xml_breaks_off", name=name, fault=error) from error


def _reading(document: Any, numbers: Numbering, notes: Sequence[Any], name: str) -> Reading:
    body = document.find(f"{W}body")
    writer = Writer()
    write(writer, _Body(numbers).parts(document if body is None else body))
    for note in (note for held in notes if held is not None for note in held):
        if local(note) in {"footnote", "endnote"} and note.get(f"{W}type") is None:
            write(writer, _Body(numbers).parts(note), "note ")
    return Reading(writer.text, "docx", regions=writer.regions)


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment or an entity."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


class _Body:
    """Reads the parts of a body, a cell, a text box."""

    def __init__(self, numbers: Numbering) -> None:
        self.numbers = numbers

    def parts(self, element: Any) -> list[str | Table]:
        """The paragraphs and tables within an element, in their order."""
        blocks: list[str | Table] = []
        for child in element:
            name = local(child)
            if name == "p":
                blocks += self.paragraph(child)
            elif name == "tbl":
                blocks.append(self.table(child))
            elif name in NESTED or name in {"AlternateContent", "Choice"}:
                blocks += self.parts(child)
        return blocks

    def paragraph(self, element: Any) -> list[str | Table]:
        """A paragraph, and after it what its text boxes hold."""
        text: list[str] = []
        boxes: list[str | Table] = []
        properties = element.find(f"{W}pPr")
        self._run(element, text, boxes, 0)
        joined = folded("".join(text).replace("\xa0", " "))
        if joined.strip():
            joined = self.numbers.number_of(properties) + joined
        return [joined, *boxes]

    def _run(self, element: Any, text: list[str], boxes: list[str | Table], depth: int) -> None:
        if depth > 60:
            return
        for child in element:
            name = local(child)
            if name == "t":
                text.append((child.text or "").replace("\t", "\u3000").replace("\n", " "))
            elif name in {"tab", "ptab"}:
                text.append("\u3000")
            elif name in {"br", "cr"}:
                text.append("\n")
            elif name == "noBreakHyphen":
                text.append("-")
            elif name in BOX:
                boxes += self.parts(child)
            elif name == "r":
                if not _is_hidden(child):
                    self._run(child, text, boxes, depth + 1)
            elif name not in GONE and name:
                self._run(child, text, boxes, depth + 1)

    def table(self, element: Any) -> Table:
        """A table with its rows."""
        return Table([self._row(row) for row in _within(element, "tr")])

    def _row(self, element: Any) -> Row:
        row = Row()
        before = element.find(f"{W}trPr/{W}gridBefore")
        if before is not None:
            row.before = _number(before.get(f"{W}val"))
        for cell in _within(element, "tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            above = merged is not None and merged.get(f"{W}val") != "restart"
            across = _number(span.get(f"{W}val")) if span is not None else 1
            row.cells.append(Cell(self.parts(cell), max(1, across), above))
        return row


def _within(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table, the cells of a row, also those in content controls and tracked changes."""
    stack = list(reversed(element))
    while stack:
        child = stack.pop()
        tag = local(child)
        if tag == name:
            yield child
        elif tag in NESTED:
            stack.extend(reversed(child))


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and (hidden.get(f"{W}val") or "1") not in OFF


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 4 else 0
