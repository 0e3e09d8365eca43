"""Every quotation is the text of the file between its offsets; in a PDF with text, what its boxes hold on the page.

    python -m bench.reading.boxes FILE…

In:  files of any kind   Out: a line for each, and what was wrong: how many facts, how many quotations differ, how many boxes hold something else

A sign lies in a box if its middle does. Signs set aslant are those of a watermark, printed over the text: no box can leave them out.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from extract.document import Document
from extract.errors import GazetteError
from extract.facts import Evidence
from extract.pipeline import extract_document
from extract.readers.documents import document_of_reading
from extract.readers.fold import folded
from extract.readers.opening import reading_of_bytes
from extract.regions import Box, within

RIGHT_ANGLE = 1.5707963
ASLANT = 0.03  # radians
ROUNDED = 0.06  # points: boxes are rounded to tenths
BREAK = "\ufffe"  # a hyphen at the end of a line, as PDFium says it
Printed = tuple[float, float, str]


def quotations(document: Document) -> Iterator[Evidence]:
    """The evidence of all facts and doubts of a document."""
    extraction = extract_document(document)
    yield from (fact.evidence for fact in extraction.facts)
    yield from (doubt.evidence for doubt in extraction.doubts)


def printed_on(page: pypdfium2.PdfPage) -> list[Printed]:
    """Height, place and sign of what stands on a page, by PDFium alone: no blanks, no watermark, which is set aslant over the text."""
    text, height = page.get_textpage(), page.get_height()
    signs = []
    for index in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        aslant = pdfium.FPDFText_GetCharAngle(text.raw, index) % RIGHT_ANGLE
        if sign.strip() and sign != BREAK and not ASLANT < aslant < RIGHT_ANGLE - ASLANT:
            left, bottom, right, top = text.get_charbox(index)
            signs.append(((left + right) / 2, height - (bottom + top) / 2, sign))
    return sorted(signs)


def held_by(printed: Sequence[Printed], boxes: Iterable[Box]) -> str:
    """The signs whose middles lie in boxes, box by box from the left."""
    return "".join(
        sign
        for left, top, right, bottom in boxes
        for x, y, sign in printed
        if left - ROUNDED <= x <= right + ROUNDED and top - ROUNDED <= y <= bottom + ROUNDED
    )


def differing(document: Document, evidence: Evidence, printed: Sequence[Printed]) -> str | None:
    """What the boxes of a quotation hold on its page, if it is not, sign for sign, the quotation, or the part of it that is on this page."""
    if evidence.page is None or evidence.box is None:
        return None
    held = plain(held_by(printed, evidence.boxes or (evidence.box,)))
    here = [r for r in within(document.regions, evidence.start, evidence.end) if r.page == evidence.page]
    wanted = plain(
        "".join(document.text[max(r.start, evidence.start) : min(r.end, evidence.end)] for r in here)
        if document.regions[-1].page != evidence.page
        else evidence.quote
    )
    return None if held and held == wanted else held


def plain(text: str) -> str:
    """A text without layout, its signs as the readers fold them."""
    return "".join(folded(text).split())


def main() -> int:
    """Asks each file; exit code 1 if a quotation is not the text of its file, or of its boxes."""
    wrong = 0
    for path in map(Path, sys.argv[1:]):
        data = path.read_bytes()
        try:
            document = document_of_reading(reading_of_bytes(data, path.name), path.name, "0" * 64)
        except GazetteError as error:
            print(f"{path.name}: {error}")
            continue
        every = list(quotations(document))
        bad = [e for e in every if document.text[e.start : e.end] != e.quote]
        other = []
        if data[:5] == b"%PDF-" and document.reading == "text":
            source = pypdfium2.PdfDocument(data)
            printed = {page: printed_on(source[page - 1]) for page in {e.page for e in every if e.page}}
            asked = [(e, differing(document, e, printed.get(e.page or 0, []))) for e in every]
            other = [(e, held) for e, held in asked if held is not None]
        boxed = sum(e.box is not None for e in every)
        wrong += len(bad) + len(other)
        print(
            f"{path.name}: {len(every)} quotations, {len(bad)} differ; {boxed} with boxes, {len(other)} hold something else"
        )
        for evidence, held in other[:3]:
            print(f"    page {evidence.page}: {evidence.quote[:40]!r} / {held[:40]!r}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
