"""Pictures of pages (PNG, JPEG, TIFF, BMP, GIF, WebP) and scanned pages of a PDF → sheets, by OCR."""

import importlib.util
import io
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from extract.errors import ReadError
from extract.readers.limits import LIMITS, Limits
from extract.readers.pages_read import page_read
from extract.readers.prints.lines import lines_of
from extract.readers.prints.ruled import grids_of
from extract.readers.prints.sheets import Sheet, reading_of_sheets
from extract.readers.reading import Reading
from extract.wording.reasons import reason

DPI = 150
MOST_PIXELS = 120_000_000
BESIDE = min(2, os.cpu_count() or 1)  # pages that are read at one time


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as a picture, to be read; `scale`: units of the page in a pixel."""

    pixels: Any
    number: int
    scale: float


def in_order(pages: Iterable[Sheet | Scan]) -> Iterator[Sheet]:
    """The sheets of pages in their order; pictures are read as the next pages are drawn, no more at a time than there are cores."""
    waiting: deque[Sheet | Future[Sheet]] = deque()
    with ThreadPoolExecutor(BESIDE) as pool:
        for page in pages:
            if isinstance(page, Scan):
                waiting.append(pool.submit(sheet_of, page.pixels, page.number, page.scale))
            else:
                waiting.append(page)
            while waiting and (len(waiting) > BESIDE or isinstance(waiting[0], Sheet)):
                yield _sheet(waiting.popleft())
        while waiting:
            yield _sheet(waiting.popleft())


def _sheet(page: Sheet | Future[Sheet]) -> Sheet:
    return page if isinstance(page, Sheet) else page.result()


def has_ocr() -> bool:
    """Whether what reads pictures is installed; while another thread loads it, too."""
    return all(name in sys.modules or importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2"))


def read_picture(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """The Reading of a picture; a TIFF may hold several pages; raises ReadError for one that is damaged, too large or without text."""
    if not has_ocr():
        raise ReadError("picture_install", name=name, install=reason("ocr_to_read"))
    sheets = []
    for sheet in in_order(Scan(pixels, number, 1.0) for number, pixels in enumerate(frames(data, name, limits), 1)):
        sheets.append(sheet)
        page_read(sheet.number, sheet.number)
    if not any(sheet.lines or sheet.grids for sheet in sheets):
        raise ReadError("picture_no_text", name=name)
    return reading_of_sheets(sheets, "picture", "ocr")


def frames(data: bytes, name: str, limits: Limits) -> Iterator[Any]:
    """The pages of a picture as pixels, upright; raises ReadError for one that is damaged, too large or without text."""
    import numpy as np
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(io.BytesIO(data)) as picture:
            count = getattr(picture, "n_frames", 1)
            if count > limits.pages:
                raise ReadError("too_many_pages", name=name, count=f"{count:,}", most=f"{limits.pages:,}")
            if picture.width * picture.height > MOST_PIXELS:
                raise ReadError("picture_too_large", name=name, width=picture.width, height=picture.height)
            for index in range(1 if picture.format == "GIF" else count):
                picture.seek(index)
                upright = ImageOps.exif_transpose(picture)
                if upright.mode in {"RGBA", "LA", "P"}:
                    upright = upright.convert("RGBA")
                    ground = Image.new("RGBA", upright.size, "white")
                    upright = Image.alpha_composite(ground, upright)
                yield np.asarray(upright.convert("RGB"))
    except Image.DecompressionBombError as error:
        raise ReadError("picture_pixels", name=name) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise ReadError("picture_damaged", name=name, fault=error) from error


def sheet_of(pixels: Any, number: int, scale: float) -> Sheet:
    """A page as OCR reads it; `scale`: units of the page in a pixel."""
    from extract.readers.prints.pixels.ocr import seen

    letters = seen(pixels)
    shown = pixels.shape[1] if letters.turned % 2 == 0 else pixels.shape[0]
    factor = scale * shown / letters.width
    grids, rest = grids_of(letters.rules, letters.glyphs, number, near=8.0)
    lines = lines_of(rest, number)
    sheet = Sheet(
        number, letters.height * factor, lines, grids, scanned=True, written=letters.written, read=letters.read
    )
    sheet.turned, sheet.width = letters.turned, letters.width
    return sheet.scaled(factor)


def page_pixels(document: Any, index: int) -> tuple[Any, float]:
    """A page of a PDF as pixels, and how many points one of them is."""
    page = document[index]
    width, height = page.get_size()
    scale = min(DPI / 72, 4000 / max(1.0, width, height))
    return page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3], 1 / scale
