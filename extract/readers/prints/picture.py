"""One page of a PDF or a picture, to be looked at: as PNG, private numbers painted over, and where some passages stand on it.

In:  the bytes of a file, its kind, the number of a page, passages   Out: Shown(png, share of the page that each box takes)

    Shown(png=b"…", width=1240, height=1754, boxes=((0, (0.12, 0.30, 0.71, 0.02)), …))   index of the passage; left, top, width, height

The page is read again as it is drawn, so that what its text or OCR sees of private numbers is covered. Raises ReadError for a file
without such a page, and where OCR is not installed for a scan: what cannot be read cannot be covered, and is not shown.
"""

import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from extract.errors import ReadError
from extract.private import private_spans
from extract.readers.limits import LIMITS, Limits
from extract.readers.prints.pdf import opened, sheet_of_page
from extract.readers.prints.scan import frames, has_ocr, sheet_of
from extract.readers.prints.sheets import Sheet, reading_of_sheets
from extract.readers.reading import Reading, Shown
from extract.regions import Box, Region, within
from extract.wording.reasons import reason

WIDEST = 1240  # pixels
MARGIN = 1.5  # pixels by which what is covered is wider than its characters
LAYOUT = frozenset(" \t\n\r\u3000\u200b")


def picture_of(
    kind: str, data: bytes, name: str, number: int, passages: Sequence[str] = (), limits: Limits = LIMITS
) -> Shown:
    """The page `number` (from 1) of a file of that kind (pdf, picture); raises ReadError where there is no such page."""
    if kind == "pdf":
        document = opened(data, name)
        if not 1 <= number <= len(document):
            raise ReadError("no_page_of", name=name, number=number, count=len(document))
        sheet = sheet_of_page(document, number - 1)
        page = document[number - 1]
        pixels = page.render(scale=WIDEST / max(1.0, page.get_size()[0])).to_numpy()[:, :, 2::-1]
    else:
        pixels = next(islice(frames(data, name, limits), number - 1, None), None)
        if pixels is None:
            raise ReadError("no_page_number", name=name, number=number)
        if not has_ocr():
            raise ReadError("picture_install", name=name, install=reason("ocr_to_read"))
        sheet = sheet_of(pixels, number, 1.0)
    if sheet.scanned and not sheet.filled and not has_ocr():
        raise ReadError("page_is_scan", name=name, number=number, install=reason("ocr_to_read"))
    return _drawn(pixels, sheet, passages)


def _drawn(pixels: Any, sheet: Sheet, passages: Sequence[str]) -> Shown:
    import numpy as np
    from PIL import Image, ImageDraw

    image = Image.fromarray(np.ascontiguousarray(np.rot90(pixels, sheet.turned)))
    if image.width > WIDEST:
        image = image.resize((WIDEST, round(image.height * WIDEST / image.width)))
    width, height = sheet.width or float(image.width), sheet.height
    across, down = image.width / width, image.height / height
    reading = reading_of_sheets([sheet], "page", "text")
    draw = ImageDraw.Draw(image)
    for start, end in private_spans(reading.text):
        for left, top, right, bottom in _boxes(reading, start, end):
            corners = (left * across - MARGIN, top * down - MARGIN, right * across + MARGIN, bottom * down + MARGIN)
            draw.rectangle(corners, fill="black")
    boxes = [
        (index, (left / width, top / height, (right - left) / width, (bottom - top) / height))
        for index, passage in enumerate(passages)
        for left, top, right, bottom in _found(reading, passage)
    ]
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    return Shown(stream.getvalue(), image.width, image.height, tuple(boxes))


def _boxes(reading: Reading, start: int, end: int) -> Iterator[Box]:
    """The box of the text [start, end) in each line that it stands in."""
    regions: Sequence[Region] = reading.regions
    for region in within(regions, start, end):
        box = region.part(start, end)
        if box is not None:
            yield box


def _found(reading: Reading, passage: str) -> list[Box]:
    """Where a passage stands on the page, layout left out; of one that goes on to another page, the part that is here."""
    places = [index for index, char in enumerate(reading.text) if char not in LAYOUT]
    flat = "".join(reading.text[index] for index in places)
    wanted = "".join(char for char in passage if char not in LAYOUT)
    start, length = _longest_part(flat, wanted)
    if not length:
        return []
    return list(_boxes(reading, places[start], places[start + length - 1] + 1))


def _longest_part(flat: str, wanted: str) -> tuple[int, int]:
    """Where the passage, else its beginning at the end of the page or its end at the top of the page, stands: start and length."""
    position = flat.find(wanted) if wanted else -1
    if position >= 0:
        return position, len(wanted)
    for length in range(len(wanted) - 1, LEAST_PART - 1, -1):
        if flat.endswith(wanted[:length]):
            return len(flat) - length, length
        if flat.startswith(wanted[-length:]):
            return 0, length
    return 0, 0


LEAST_PART = 6  # characters of a passage cut by the end of a page
