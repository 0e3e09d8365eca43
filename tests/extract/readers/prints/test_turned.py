"""Pages whose text lies on its side or its head are read upright, whatever the page says of its rotation; letters printed close stay."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.extract.readers.prints.test_pdf import LONG, made, paragraph, read, write

ORDER = "任命方小舟为县水利局局长。"


@pytest.mark.parametrize("page", [0, 90, 180, 270])
@pytest.mark.parametrize("text", [0, 90, 180, 270])
def test_text_is_read_upright(text: int, page: int) -> None:
    def draw(canvas: Canvas) -> None:
        wide, high = (842, 595) if page in (90, 270) else (595, 842)  # reportlab turns the sheet with the page
        canvas.saveState()
        canvas.rotate(text)
        canvas.translate(*{0: (0, 0), 90: (0, -wide), 180: (-wide, -high), 270: (-high, 0)}[text])
        top: float = (wide if text in (90, 270) else high) - 90
        for _ in range(3):
            top = paragraph(canvas, top, LONG)
        write(canvas, 72, top, ORDER)
        canvas.restoreState()
        canvas.setPageRotation(page)

    reading = read(made(draw))
    assert reading.text.splitlines()[:4] == [LONG, LONG, LONG, ORDER]
    region = next(region for region in reading.regions if reading.text[region.start : region.end] == ORDER)
    assert region.box is not None
    left, top, right, bottom = region.box
    assert right - left > 5 * (bottom - top) > 0


def test_a_ruled_table_on_its_side_is_rows() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -595)
        for y in (500, 460, 420):
            canvas.line(72, y, 500, y)
        for x in (72, 300, 500):
            canvas.line(x, 420, x, 500)
        for x, y, cell in (
            (80, 475, "工作任务名称"),
            (310, 475, "牵头单位"),
            (80, 435, "整修南山渠道"),
            (310, 435, "县水利局"),
        ):
            write(canvas, x, y, cell)

    assert read(made(draw)).text.splitlines()[:2] == ["工作任务名称\t牵头单位", "整修南山渠道\t县水利局"]


def test_columns_that_run_down_are_lines_from_the_right() -> None:
    lines = ["安山县人民政府关于方小舟等同志职务任免的通知", "县人民政府研究决定：", ORDER]

    def draw(canvas: Canvas) -> None:
        for column, line in enumerate(lines):
            for row, sign in enumerate(line):
                write(canvas, 540 - 28 * column, 780 - 20 * row, sign)

    reading = read(made(draw))
    assert reading.text.splitlines() == lines
    assert reading.regions[0].box is not None


def test_names_set_one_character_to_a_line_run_across() -> None:
    """A column of single characters beside text is no page that runs down."""

    def draw(canvas: Canvas) -> None:
        for row, sign in enumerate("组织保障"):
            write(canvas, 40, 700 - 24 * row, sign)
        top = 700.0
        for _ in range(3):
            top = paragraph(canvas, top, LONG)

    assert "根据有关法律法规" in "".join(read(made(draw)).text.split())


def test_letters_that_stand_close_are_two() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        canvas.drawString(72, 700, "http://www.anshan.example/tt11")

    assert read(made(draw)).text.strip() == "http://www.anshan.example/tt11"
