"""Scans with text that nobody sees: it is read again where OCR is there, else taken as read by OCR; what a page prints over a picture stays text."""

import io

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.readers.prints import pdf
from extract.readers.process import read_here
from tests.extract.readers.prints.test_pdf import LONG, made, paragraph, write
from tests.extract.readers.prints.test_scan import font_of, needs_ocr

SEEN, BELOW = "任命方小舟为县水利局局长。", "任俞方小丹为县水禾1局局长。"


def picture(text: str) -> ImageReader:
    """A page as it was scanned."""
    from PIL import Image, ImageDraw

    page = Image.new("RGB", (1190, 1684), "white")
    ImageDraw.Draw(page).text((150, 400), text, fill="black", font=font_of(44))
    out = io.BytesIO()
    page.save(out, "PNG")
    out.seek(0)
    return ImageReader(out)


def scan(canvas: Canvas) -> None:
    canvas.drawImage(picture(SEEN), 0, 0, 595, 842)


def unseen(canvas: Canvas) -> None:
    text = canvas.beginText(72, 640)
    text.setFont("STSong-Light", 14)
    text.setTextRenderMode(3)
    text.textLine(BELOW)
    canvas.drawText(text)


def under(canvas: Canvas) -> None:
    write(canvas, 72, 640, BELOW)
    scan(canvas)


def laid_under(canvas: Canvas) -> None:
    scan(canvas)
    unseen(canvas)


def stamped(canvas: Canvas) -> None:
    scan(canvas)
    write(canvas, 72, 800, "安山县人民政府公报 2023年第2期 总第8期", 9)


def letterhead(canvas: Canvas) -> None:
    canvas.drawImage(picture(""), 0, 0, 595, 842)
    paragraph(canvas, 640, LONG + SEEN)


@needs_ocr
@pytest.mark.parametrize("draw", [under, laid_under, stamped])
def test_a_scan_is_read_whatever_text_another_program_laid_under_it(draw: object) -> None:
    reading = read_here("pdf", made(draw), "a.pdf")  # type: ignore[arg-type]
    assert reading.by == "ocr"
    assert SEEN in reading.text
    assert BELOW not in reading.text


@pytest.mark.parametrize("draw", [under, laid_under])
def test_without_ocr_unseen_text_is_taken_as_read_by_ocr(draw: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "has_ocr", lambda: False)
    reading = read_here("pdf", made(draw), "a.pdf")  # type: ignore[arg-type]
    assert (reading.by, reading.text.strip()) == ("ocr", BELOW)


def test_text_on_a_background_is_text() -> None:
    reading = read_here("pdf", made(letterhead), "a.pdf")
    assert reading.by == "text"
    assert SEEN in reading.text


@pytest.mark.parametrize("number", ["8", "12", "共3页，第2页", "- 4 -"])
def test_a_number_far_below_the_text_of_one_page_is_no_text(number: str) -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 760, LONG)
        write(canvas, 290, 40, number, 10)

    assert read_here("pdf", made(draw), "a.pdf").text.strip() == LONG


def test_a_number_close_below_the_text_stays() -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 80, "本年度计划任务数如下：")
        write(canvas, 100, 62, "12", 10)

    assert "12" in read_here("pdf", made(draw), "a.pdf").text
