"""PDF → Reading: its text page by page, paragraphs put together, ruled tables as rows, each line with page and box.

Pages that are pictures are read by OCR where that is installed; else each is doubted, and a file of nothing else is refused. Text that
another program read off a scan and laid under it, unseen, is not trusted: the scan is read again; without OCR it is taken as read by OCR.
"""

from typing import Any

import pypdfium2

from extract.errors import ReadError
from extract.readers.limits import LIMITS, Limits
from extract.readers.pages_read import page_read
from extract.readers.prints.lines import lines_of
from extract.readers.prints.pdfium.fonts import substitute_fonts
from extract.readers.prints.pdfium.glyphs import Page, page_of
from extract.readers.prints.ruled import grids_of
from extract.readers.prints.scan import Scan, has_ocr, in_order, page_pixels
from extract.readers.prints.sheets import Sheet, reading_of_sheets
from extract.readers.reading import Reading
from extract.wording.reasons import reason

LEAST_TEXT = 12  # characters of a page with a picture, below which it is a scan
LEAST_BEFORE = 60  # characters before a picture that covers the page: fewer are a heading or a number stamped on a scan
GARBLED = 0.3  # share of characters that the file does not say


def read_pdf(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a PDF; raises ReadError for one that is damaged, protected, without text or too long."""
    document = opened(data, name)
    count = len(document)
    if count > limits.pages:
        raise ReadError("too_many_pages", name=name, count=f"{count:,}", most=f"{limits.pages:,}")
    sheets = []
    for sheet in in_order(page_to_read(document, index) for index in range(count)):
        sheets.append(sheet)
        page_read(sheet.number, count)
    if not any(sheet.filled for sheet in sheets):
        if any(sheet.scanned for sheet in sheets) and not has_ocr():
            raise ReadError("scan_install", name=name, install=reason("ocr_to_read"))
        raise ReadError("no_text", name=name)
    by = "ocr" if any(sheet.scanned and sheet.filled for sheet in sheets) else "text"
    return reading_of_sheets(sheets, "pdf", by)


def opened(data: bytes, name: str) -> Any:
    """The PDF, opened; raises ReadError for one that is encrypted or damaged."""
    substitute_fonts()
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise ReadError("encrypted", name=name) from error
        cut = b"%%EOF" not in data[-2048:]
        raise ReadError("pdf_cut_off" if cut else "pdf_damaged", name=name) from error


def sheet_of_page(document: Any, index: int) -> Sheet:
    """A page of a PDF, counted from 0, as it is read: its text, or what OCR sees of a scan."""
    return next(in_order([page_to_read(document, index)]))


def page_to_read(document: Any, index: int) -> Sheet | Scan:
    """A page of a PDF, counted from 0: its text, or the picture that OCR is to read."""
    try:
        page = page_of(document.raw, index)
    except ValueError:
        return Sheet(index + 1, 1.0, damaged=True)
    if _is_scan(page):
        if has_ocr():
            pixels, scale = page_pixels(document, index)
            return Scan(pixels, page.number, scale)
        if not page.unseen:
            return Sheet(page.number, page.height, scanned=True)
    grids, rest = grids_of(page.rules, page.glyphs, page.number)
    lines = lines_of(rest, page.number)
    sheet = Sheet(page.number, page.height, lines, grids, scanned=page.unseen, width=page.width)
    sheet.turned = page.turned
    return sheet


def _is_scan(page: Page) -> bool:
    if page.garbled > GARBLED * max(1, len(page.glyphs)):
        return True
    return page.unseen or len(page.glyphs) < (LEAST_BEFORE if page.covered else LEAST_TEXT if page.pictured else 0)
