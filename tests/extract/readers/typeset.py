"""A text as the files that it may come in: DOCX and XLSX by their XML, HTML, and by LibreOffice DOC and PDF.

In:  lines, a table row one with tabs   Out: the bytes of a file that prints the same
"""

import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from extract.document import Document
from extract.facts import Fact
from extract.pipeline import extract_document
from tests.extract.readers.paths.test_listing import packed

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
FONT = '<w:rFonts w:ascii="Noto Serif CJK SC" w:hAnsi="Noto Serif CJK SC" w:eastAsia="Noto Serif CJK SC"/><w:lang w:eastAsia="zh-CN"/>'
Part = tuple[bool, list[list[str]]]


def parts_of(text: str) -> Iterator[Part]:
    """Runs of lines: paragraphs, or the rows of a table, each of its own cells."""
    lines = [NO_XML.sub("", line.strip("\r\ufeff ")) for line in text.replace("\f", "\n").split("\n") if line.strip()]
    for divided, group in groupby(lines, key=lambda line: "\t" in line):
        yield divided, [line.split("\t") if divided else [line] for line in group]


def docx(text: str) -> bytes:
    """The text as DOCX, tables with ruled cells."""
    body = []
    for is_table, rows in parts_of(text):
        if is_table:
            most = max(map(len, rows))
            width = 14_000 // most
            grid = f'<w:gridCol w:w="{width}"/>' * most
            made = "".join(
                "<w:tr>"
                + "".join(
                    f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(cell, 18)}</w:tc>'
                    for cell in row
                )
                + "</w:tr>"
                for row in rows
            )
            sides = "".join(
                f'<w:{side} w:val="single" w:sz="4"/>'
                for side in ("top", "left", "bottom", "right", "insideH", "insideV")
            )
            body.append(
                f'<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>'
            )
        else:
            body += [_paragraph(row[0], 21, indent=len(row[0]) > 30) for row in rows]
    page = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr>'
    document = f'<w:document xmlns:w="{WORD}"><w:body>{"".join(body)}{page}</w:body></w:document>'
    types = f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    links = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    return packed(
        {"[Content_Types].xml": types.encode(), "_rels/.rels": links.encode(), "word/document.xml": document.encode()}
    )


def _paragraph(text: str, size: int, indent: bool = False) -> str:
    first = '<w:pPr><w:ind w:firstLine="420"/></w:pPr>' if indent else ""
    return f'<w:p>{first}<w:r><w:rPr>{FONT}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def html(text: str) -> bytes:
    """The text as a page of a site with a menu and a foot."""
    body = []
    for is_table, rows in parts_of(text):
        if is_table:
            made = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
            body.append(f"<table border=1>{made}</table>")
        else:
            body += [f"<p>{escape(row[0])}</p>" for row in rows]
    menu = "".join(f"<li><a href=/{n}>{n}</a></li>" for n in ("首页", "政务公开", "互动交流", "专题专栏"))
    foot = "<div>版权所有：某某网站　ICP备00000000号</div>"
    return f"<!doctype html><html><head><meta charset=gb2312><title>公报</title></head><body><ul>{menu}</ul><div>{''.join(body)}</div>{foot}</body></html>".encode()


def xlsx(text: str) -> bytes:
    """The tables of the text as XLSX, a sheet each."""
    tables = [rows for is_table, rows in parts_of(text) if is_table]
    sheets = {}
    for number, rows in enumerate(tables, 1):
        made = "".join(
            f'<row r="{r}">'
            + "".join(
                f'<c r="{_letters(c)}{r}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
                for c, cell in enumerate(row, 1)
                if cell
            )
            + "</row>"
            for r, row in enumerate(rows, 1)
        )
        sheets[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{SHEET}"><sheetData>{made}</sheetData></worksheet>'
        )
    named = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, len(tables) + 1))
    book = f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{named}</sheets></workbook>'
    links = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(tables) + 1)
    )
    types = f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>'
    root = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    members = {
        "[Content_Types].xml": types,
        "_rels/.rels": root,
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
    }
    return packed({name: content.encode() for name, content in (members | sheets).items()})


def tables_of(text: str) -> str:
    """The tables of a text alone, a blank line between two."""
    return (
        "\n\n".join("\n".join("\t".join(row) for row in rows) for is_table, rows in parts_of(text) if is_table) + "\n"
    )


def _letters(column: int) -> str:
    return _letters((column - 1) // 26) + chr(65 + (column - 1) % 26) if column > 26 else chr(64 + column)


def has_office() -> bool:
    """Whether LibreOffice is at hand."""
    return shutil.which("soffice") is not None


def converted(data: bytes, ending: str) -> bytes:
    """A DOCX as LibreOffice saves it in another format."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "a.docx").write_bytes(data)
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            folder,
            str(place / "a.docx"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=280)
        return (place / f"a.{ending}").read_bytes()


Key = tuple[str, ...]


def key_of(fact: Fact) -> Key:
    """A fact without its place: relation, ends, role, date."""
    return (
        fact.relation.value,
        fact.subject.kind.value,
        "".join(fact.subject.name.split()),
        fact.object.kind.value,
        "".join(fact.object.name.split()),
        fact.role or "",
        fact.date or "",
    )


def facts_of(document: Document) -> Counter[Key]:
    """The facts of a document without their places."""
    return Counter(map(key_of, extract_document(document).facts))


def f1(one: Counter[Key], other: Counter[Key]) -> float:
    """How far two multisets of facts are the same."""
    shared = (one & other).total()
    return 2 * shared / max(1, one.total() + other.total())


def differences(one: Counter[Key], other: Counter[Key], most: int = 12) -> Sequence[str]:
    """Facts that only one of two has, for a message."""
    return [f"- {key}" for key in list(one - other)[:most]] + [f"+ {key}" for key in list(other - one)[:most]]
