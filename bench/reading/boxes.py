"""Every quotation is the text of the file between its offsets; in a PDF with text, what its boxes hold on the page.

    python -m bench.reading.boxes FILE…

In:  files of any kind   Out: a line for each, and what was wrong: how many facts, how many quotations differ, how many boxes hold something else
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from extract.document import Document
from extract.errors import GazetteError
from extract.facts import Evidence
from extract.pipeline import extract_document
from extract.readers.documents import document_of_reading
from extract.readers.fold import folded
from extract.readers.opening import reading_of_bytes


def quotations(document: Document) -> Iterator[Evidence]:
    """The evidence of all facts and doubts of a document."""
    extraction = extract_document(document)
    yield from (fact.evidence for fact in extraction.facts)
    yield from (doubt.evidence for doubt in extraction.doubts)


def differing(evidence: Evidence, source: pypdfium2.PdfDocument) -> str | None:
    """What the boxes of a quotation hold on its page, if it is not the quotation, or the part of it that is on this page."""
    if evidence.page is None or evidence.box is None:
        return None
    page = source[evidence.page - 1]
    text, height = page.get_textpage(), page.get_height()
    inside = "".join(
        text.get_text_bounded(left=left, right=right, bottom=height - bottom, top=height - top)
        for left, top, right, bottom in evidence.boxes or (evidence.box,)
    )
    held = "".join(folded(inside).split())
    quote = Counter("".join(evidence.quote.split()))  # PDFium gives the cells of a row in an order of its own
    return None if held and not Counter(held) - quote else held


def main() -> int:
    """Asks each file; exit code 1 if a quotation is not the text of its file."""
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
            other = [(e, held) for e in every if (held := differing(e, source)) is not None]
        boxed = sum(e.box is not None for e in every)
        wrong += len(bad)
        print(
            f"{path.name}: {len(every)} quotations, {len(bad)} differ; {boxed} with boxes, {len(other)} hold something else"
        )
        for evidence, held in other[:3]:
            print(f"    page {evidence.page}: {evidence.quote[:40]!r} / {held[:40]!r}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
