"""A page to be looked at: passages marked where they stand, private numbers painted over, a page that is not there refused."""

import io

import numpy as np
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extract.errors import ReadError
from extract.readers.prints.picture import picture_of
from extract.readers.process import show_apart
from tests.extract.readers.prints.test_pdf import LEFT, TOP, made, write

TITLE = "安山县人民政府关于春灌工作的通知"
PHONE = "联系人王小川，电话13912345678。"
CUT = "会议决定由县水利局牵头办理。"


def _pages(canvas: Canvas) -> None:
    write(canvas, LEFT, TOP, TITLE)
    write(canvas, LEFT, TOP - 60, PHONE)
    write(canvas, LEFT, TOP - 200, CUT[:8])
    canvas.showPage()
    write(canvas, LEFT, TOP, CUT[8:])
    write(canvas, LEFT, TOP - 60, "以上事项请各单位抓紧办理。")
    canvas.showPage()


def _dark(png: bytes, box: tuple[float, float, float, float]) -> float:
    """The share of dark pixels in a box that is given as shares of the page."""
    image = np.asarray(Image.open(io.BytesIO(png)).convert("L"))
    height, width = image.shape
    left, top, wide, high = box
    part = image[int(top * height) : int((top + high) * height), int(left * width) : int((left + wide) * width)]
    return float((part < 80).mean())


def test_passages_are_marked_where_they_stand() -> None:
    shown = picture_of("pdf", made(_pages), "a.pdf", 1, [TITLE, "没有的话", CUT])
    assert shown.width == 1240
    marked = dict(shown.boxes)
    assert set(marked) == {0, 2}  # of the third, the part on this page
    left, top, width, height = marked[0]
    assert left == pytest.approx(LEFT / 595, abs=0.01)
    assert top == pytest.approx((842 - TOP - 14) / 842, abs=0.01)
    assert 0.3 < width < 0.5
    assert 0.01 < height < 0.04


def test_the_end_of_a_passage_is_marked_on_the_next_page() -> None:
    shown = picture_of("pdf", made(_pages), "a.pdf", 2, [CUT])
    assert [index for index, _ in shown.boxes] == [0]


def test_private_numbers_are_painted_over() -> None:
    data = made(_pages)
    covered, name = picture_of("pdf", data, "a.pdf", 1, ["13912345678", "联系人王小川"]).boxes
    png = picture_of("pdf", data, "a.pdf", 1).png
    assert _dark(png, covered[1]) > 0.95
    assert _dark(png, name[1]) < 0.6


def test_a_page_is_drawn_in_a_process_of_its_own() -> None:
    shown = show_apart("pdf", made(_pages), "a.pdf", 1, [TITLE])
    assert shown.png.startswith(b"\x89PNG")
    assert len(shown.boxes) == 1


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(ReadError, match=r"a\.pdf: there is no page 3; it has 2"):
        show_apart("pdf", made(_pages), "a.pdf", 3)
