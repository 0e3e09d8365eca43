"""Pictures of pages: read whichever way round they lie, ruled tables as rows; bombs and broken ones end as one line."""

import io
import os
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from extract.errors import ReadError
from extract.readers.opening import reading_of_bytes
from extract.readers.prints.scan import has_ocr

FONTS = [
    Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"),
    Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
]
LINES = [
    "临江市人民政府文件",
    "临政发〔2021〕3号",
    "关于任命赵立新等同志职务的通知",
    "任命赵立新为市教育局局长，周琴为市民政局副局长。",
    "免去王平的市水务局局长职务。",
]
needs_ocr = pytest.mark.skipif(not has_ocr(), reason="needs the extra ocr")


def font_of(size: int) -> Any:
    """A Chinese font in a size; skips where none is installed."""
    from PIL import ImageFont

    font_file = next((path for path in FONTS if path.exists()), None)
    if font_file is None:
        if os.environ.get("ZHIZE_REQUIRE_OFFICE"):
            pytest.fail("a Chinese font is missing")
        pytest.skip("needs a Chinese font (fonts-noto-cjk)")
    return ImageFont.truetype(str(font_file), size)


def drawn(turned: int = 0) -> bytes:
    """A page with five lines and a ruled table of two rows."""
    from PIL import Image, ImageDraw

    font = font_of(34)
    page = Image.new("RGB", (1240, 1000), "white")
    pen = ImageDraw.Draw(page)
    for index, line in enumerate(LINES):
        pen.text((120, 80 + index * 80), line, fill="black", font=font)
    for y in (560, 660, 760):
        pen.line((120, y, 1100, y), fill="black", width=3)
    for x in (120, 400, 1100):
        pen.line((x, 560, x, 760), fill="black", width=3)
    for (x, y), text in {
        (150, 585): "序号",
        (450, 585): "责任单位名称",
        (150, 685): "第一项",
        (450, 685): "市水务局和市财政局",
    }.items():
        pen.text((x, y), text, fill="black", font=font)
    out = io.BytesIO()
    page.rotate(turned, expand=True).save(out, "PNG")
    return out.getvalue()


@needs_ocr
@pytest.mark.parametrize("turned", [0, 180])
def test_a_page_is_read_whichever_way_round_it_lies(turned: int) -> None:
    reading = reading_of_bytes(drawn(turned), "a.png")
    assert (reading.media, reading.by) == ("picture", "ocr")
    found = reading.text.splitlines()
    assert LINES[2] in found
    assert "周琴为市民政局副局长" in reading.text
    assert found[-2:] == ["序号\t责任单位名称", "第一项\t市水务局和市财政局"]
    assert all(region.page == 1 for region in reading.regions)


@needs_ocr
@pytest.mark.parametrize(
    ("read", "shown"),
    [
        ("(相关街道）各负其责", "（相关街道）各负其责"),
        ("（TOD)", "（TOD）"),
        ("(一)总则", "(一)总则"),
        ("一）总则(", "一）总则("),
    ],
)
def test_brackets_of_a_pair_have_one_width(read: str, shown: str) -> None:
    from extract.readers.prints.pixels.ocr import paired

    assert paired(read) == shown


def bomb() -> bytes:
    """A PNG of 100,000 x 100,000 pixels in a few bytes."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@needs_ocr
@pytest.mark.parametrize(
    ("data", "says"),
    [(bomb(), "pixels"), (b"\x89PNG\r\n\x1a\n" + bytes(200), "damaged"), (b"\xff\xd8\xff" + bytes(99), "damaged")],
)
def test_a_bomb_and_a_broken_picture_are_one_line(data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says) as caught:
        reading_of_bytes(data, "a.png")
    assert "\n" not in str(caught.value)


def pages_of(count: int) -> bytes:
    """A PDF of so many scanned pages, page 3 with a number of its own."""
    from PIL import Image, ImageDraw

    pages = []
    for number in range(count):
        page = Image.new("RGB", (900, 400), "white")
        ImageDraw.Draw(page).text((80, 150), f"第{'一二三四五六'[number]}页的文字内容", fill="black", font=font_of(40))
        pages.append(page)
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    return out.getvalue()


@needs_ocr
def test_scanned_pages_read_side_by_side_keep_their_order() -> None:
    reading = reading_of_bytes(pages_of(5), "a.pdf")
    assert [line for line in reading.text.splitlines() if line] == [f"第{n}页的文字内容" for n in "一二三四五"]
    assert [region.page for region in reading.regions] == [1, 2, 3, 4, 5]


def test_a_reader_that_is_being_loaded_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys
    import types

    for name in ("rapidocr", "onnxruntime", "cv2"):
        monkeypatch.setitem(
            sys.modules, name, types.ModuleType(name)
        )  # its __spec__ is None, as in the middle of an import
    assert has_ocr()
