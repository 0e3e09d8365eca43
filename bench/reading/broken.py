"""Files of every kind, broken in every way: each ends as a reading or as one line, in bounded time and memory.

    python -m bench.reading.broken                     the made files
    python -m bench.reading.broken --seeds FOLDER      and real files, cut, with bits flipped and blocks blanked
    python -m bench.reading.broken --each 6            more ways of breaking each
    python -m bench.reading.broken --part 0/4          the first of four parts

In:  nothing, or a folder of files   Out: the faults, and how many cases there were. A fault is an error of more than one line, a traceback, more
than 30 seconds of work (twice that for 10,000 pages; eight for each page that OCR reads, which is four on two cores), more than 1.5 GB.
"""

import argparse
import io
import random
import resource
import struct
import sys
import time
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from extract.errors import GazetteError
from extract.readers.opening import reading_of_bytes

SECONDS, OCR_SECONDS, MEGABYTES = 30.0, 8.0, 1_500
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Case = tuple[str, bytes]


def packed(members: dict[str, bytes]) -> bytes:
    """A ZIP of some members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def document(body: str, before: str = "") -> bytes:
    """A DOCX with that body."""
    return packed(
        {"word/document.xml": f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()}
    )


def pdf(pages: int, box: str = "0 0 595 842", content: bytes = b"BT /F 12 Tf 50 700 Td (x) Tj ET") -> bytes:
    """A PDF of so many pages that share one content."""
    stream = zlib.compress(content)
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(pages))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        *(
            b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>" % box.encode()
            for _ in range(pages)
        ),
    ]
    out = b"%PDF-1.5\n" + b"".join(b"%d 0 obj%s\nendobj\n" % (number, part) for number, part in enumerate(parts, 1))
    return out + b"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF" % (len(parts) + 1)


def picture(width: int, height: int) -> bytes:
    """A PNG that says it is so large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def made() -> Iterator[Case]:
    """Bombs, entities, nesting, encryption, macros, endless pages."""
    yield from bombs()
    yield from nested()
    yield from prints()
    yield from compounds()
    yield from endless()


def bombs() -> Iterator[Case]:
    """Packed files that unpack to hundreds of megabytes, and entities that grow."""
    zeros = bytes(400_000_000)
    yield "bomb.docx", packed({"word/document.xml": zeros})
    yield "bomb.odt", packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": zeros})
    yield "bomb.xlsx", packed({"xl/workbook.xml": zeros, "[Content_Types].xml": b"<Types/>"})
    del zeros
    entity = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    yield "entity.docx", document("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", entity)
    laughs = (
        "<!DOCTYPE a [" + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12)) + "]>"
    )
    yield "laughs.docx", document("<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>", laughs)
    yield "entity.html", f"{entity}<p>&e;</p>".encode()


def nested() -> Iterator[Case]:
    """Elements and groups within one another without end."""
    yield "deep.docx", document("<w:tbl><w:tr><w:tc>" * 4000)
    yield "deep-closed.docx", document("<w:sdt><w:sdtContent>" * 200 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 200)
    yield "deep.html", b"<div>" * 200_000 + "任命".encode()
    yield "deep-tables.html", b"<table><tr><td>" * 20_000 + "任命".encode()
    yield "wide.html", ("<table><tr>" + "<td colspan=200 rowspan=2000>任" * 3000 + "</table>").encode()
    yield "deep.rtf", b"{\\rtf1 " + b"{\\b " * 500_000
    yield "deep-notes.rtf", b"{\\rtf1 " + b"{\\*\\footnote " * 1500 + b"x" + b"}" * 1500
    yield "binary.rtf", b"{\\rtf1 \\bin999999999 " + bytes(100_000)
    yield "rows.rtf", b"{\\rtf1 " + b"\\trowd\\cellx1\\intbl a\\cell\\row" * 60_000 + b"}"


def prints() -> Iterator[Case]:
    """PDF pages and pictures that are too many, too large, or their own parents."""
    yield "pages.pdf", pdf(10_000)
    yield "huge-page.pdf", pdf(1, "0 0 20000000 20000000")
    yield "negative-page.pdf", pdf(1, "100 100 -5 -5")
    yield "strokes.pdf", pdf(1, content=b"0 0 m 500 500 l S " * 300_000)
    yield (
        "grid.pdf",
        pdf(1, content=b"".join(b"%d 0 m %d 800 l S 0 %d m 500 %d l S " % (n, n, n, n) for n in range(500))),
    )
    yield (
        "loop.pdf",
        b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 9/Kids[2 0 R]>>endobj trailer<</Root 1 0 R>>%%EOF",
    )
    yield "bomb.png", picture(100_000, 100_000)
    yield "strip.png", picture(3, 60_000)


def compounds() -> Iterator[Case]:
    """Compound files: macros, encryption, chains of sectors that lead back."""
    yield "macro.docm", packed({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0", "word/document.xml": document("<w:p/>")})
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    yield "encrypted.docx", compound + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(4000)
    yield (
        "loop.doc",
        compound + bytes(22) + b"\x09\x00\x06\x00" + bytes(42) + struct.pack("<110I", *[0] * 110) + bytes(2000),
    )
    yield "sectors.doc", compound + bytes(22) + b"\x0c\x00\x06\x00" + b"\x01" * 9000


def endless() -> Iterator[Case]:
    """Texts of one mark repeated, and a sheet whose one cell is the last."""
    yield "quotes.csv", b'"' * 1_000_001
    yield "columns.csv", (b"," * 500_000 + b"\n") * 3
    yield (
        "parts.mht",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
        + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 3000,
    )
    yield "stars.md", b"*" * 500_000 + b"[" * 500_000
    yield "cells.xlsx", _far_cell()


def _far_cell() -> bytes:
    """A sheet with one cell in its last corner."""
    sheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row><row r="1"><c r="A1" t="inlineStr"><is><t>y</t></is></c></row></sheetData></worksheet>'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return packed(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.xml": f'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{relations}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'.encode(),
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/a.xml"/></Relationships>'.encode(),
            "xl/worksheets/a.xml": sheet.encode(),
        }
    )


def broken(folder: Path, each: int, chance: random.Random) -> Iterator[Case]:
    """Real files: cut, with bits flipped, with blocks blanked, with blocks said twice."""
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        data = path.read_bytes()
        for number in range(each):
            other = bytearray(data)
            offset = chance.randrange(len(data) + 1)
            way = ("cut", "flipped", "blanked", "doubled")[number % 4]
            if way == "cut":
                del other[offset:]
            elif way == "flipped":
                for _ in range(20):
                    other[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            elif way == "blanked":
                other[offset : offset + 600] = bytes(len(other[offset : offset + 600]))
            else:
                other[offset:offset] = other[max(0, offset - 3000) : offset]
            yield f"{path.stem}-{way}-{number}{path.suffix}", bytes(other)


def fault_of(name: str, data: bytes) -> str | None:
    """What is wrong with how a file ends."""
    before, began = _work(), time.monotonic()
    line = ""
    most = SECONDS * (2 if name == "pages.pdf" else 1)
    try:
        reading = reading_of_bytes(data, name)
        if reading.by == "ocr":
            most = max(most, OCR_SECONDS * (reading.pages or 1))
    except GazetteError as error:
        line = str(error)
    except Exception as error:  # noqa: BLE001 — that nothing else comes is what is asked
        return f"{type(error).__name__}: {error}"
    spent = _work() - before
    if "\n" in line or "Traceback" in line or "reading_ended" in line:
        return line[:200]
    if spent > most:
        return f"{spent:.0f} s of work ({time.monotonic() - began:.0f} s of the clock): {line[:80]}"
    return None


def _work() -> float:
    return sum(resource.getrusage(who).ru_utime for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def main() -> int:
    """Tries the files; exit code 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--each", type=int, default=4)
    parser.add_argument("--part", default="0/1", help="which part of all cases: 0/4, 1/4 …")
    arguments = parser.parse_args()
    tried = faults = 0
    cases = [*made()]
    if arguments.seeds:
        cases += broken(arguments.seeds, arguments.each, random.Random(20260101))
    part, parts = map(int, arguments.part.split("/"))
    for name, data in cases[part::parts]:
        tried += 1
        if fault := fault_of(name, data):
            faults += 1
            print(f"{name}: {fault}", flush=True)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{tried} files, {faults} faults; the largest reader took {most} MB")
    return 1 if faults or most > MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main())
