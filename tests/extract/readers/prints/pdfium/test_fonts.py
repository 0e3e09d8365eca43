"""A PDF that does not carry its fonts is read alike on a machine that has none: each test runs in a process of its own."""

import subprocess
import sys

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.extract.readers.prints.test_pdf import LONG, made, paragraph, write

# what no font of a machine is asked for: the handler that PDFium is given knows none
READ = """
import sys
import pypdfium2
from extract.readers.prints import pdf
from extract.readers.prints.pdfium import fonts

class Nothing(pypdfium2.PdfSysfontBase):
    def EnumFonts(self, *asked):
        return None

    def MapFont(self, *asked):
        return None

    def GetFont(self, *asked):
        return None

nothing = Nothing()
if sys.argv[1] == "with":
    fonts._Unseen(nothing).setup()
else:
    nothing.setup()
pdf.substitute_fonts = lambda: None  # the handler above stays
try:
    print(pdf.read_pdf(sys.stdin.buffer.read(), "a.pdf").text, end="")
except Exception as error:
    print(type(error).__name__)
"""
ORDER = "任命方小舟为县水利局局长。"


def page(turned: int) -> bytes:
    """Three paragraphs and an order, upright or turned by a quarter."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.rotate(turned)
        canvas.translate(0, -595 if turned else 0)
        top: float = (595 if turned else 842) - 90
        for _ in range(3):
            top = paragraph(canvas, top, LONG)
        write(canvas, 72, top, ORDER)
        canvas.restoreState()

    return made(draw)


def read_without_fonts(data: bytes, unseen: str) -> list[str]:
    run = subprocess.run([sys.executable, "-c", READ, unseen], input=data, capture_output=True, check=True)
    return run.stdout.decode("utf-8").splitlines()


@pytest.mark.parametrize("turned", [0, 90])
def test_a_page_is_read_on_a_machine_without_chinese_fonts(turned: int) -> None:
    assert read_without_fonts(page(turned), "with") == [LONG, LONG, LONG, ORDER]


def test_without_the_font_the_page_is_lost() -> None:
    assert read_without_fonts(page(90), "without") == ["ReadError"]
