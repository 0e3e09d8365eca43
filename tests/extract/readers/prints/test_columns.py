"""Pages in columns: each is read to its end and put into paragraphs; a title over both stays whole, tables without rules stay rows."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.extract.readers.prints.test_pdf import made, read, write

TEXT = "县水利局负责东山水库的日常管理和安全巡查工作，县财政局负责落实所需经费，各乡镇人民政府负责本辖区内河道的清理整治，发现问题及时上报。"
OTHER = TEXT.replace("县", "市")
TITLE = "关于做好水库管理工作的通知"
WIDE, SIZE, PITCH = 18, 12, 20


def column(canvas: Canvas, x: float, y: float, texts: list[str]) -> None:
    for text in texts:
        for at in range(0, len(text), WIDE):
            write(canvas, x, y, text[at : at + WIDE], SIZE)
            y -= PITCH


@pytest.mark.parametrize("lower", [0, 9, 14])
def test_columns_are_read_one_after_the_other(lower: float) -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 190, 790, TITLE, 16)
        column(canvas, 60, 740, [TEXT] * 3)
        column(canvas, 320, 740 - lower, [OTHER] * 3)

    assert read(made(draw)).text.splitlines()[:7] == [TITLE, *[TEXT] * 3, *[OTHER] * 3]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    def draw(canvas: Canvas) -> None:
        column(canvas, 60, 740, [TEXT, TEXT, TEXT[: 2 * WIDE]])
        column(canvas, 320, 740, [TEXT[2 * WIDE :], TEXT, TEXT])

    assert read(made(draw)).text.splitlines()[:5] == [TEXT] * 5


def test_what_stands_over_the_whole_width_between_columns_divides_them() -> None:
    def draw(canvas: Canvas) -> None:
        column(canvas, 60, 780, [TEXT] * 3)
        column(canvas, 320, 780, [OTHER] * 3)
        write(canvas, 60, 500, "以上规定自发布之日起施行，由安山县水利局和安山县财政局负责解释并组织实施。", SIZE)
        column(canvas, 60, 460, [OTHER] * 3)
        column(canvas, 320, 460, [TEXT] * 3)

    found = read(made(draw)).text.splitlines()
    assert found[:3] == [TEXT] * 3
    assert found[6].startswith("以上规定")
    assert found[7:13] == [OTHER] * 3 + [TEXT] * 3


def test_a_table_without_rules_stays_rows() -> None:
    def draw(canvas: Canvas) -> None:
        for index in range(12):
            y = 740 - index * PITCH
            write(canvas, 60, y, f"{index + 1}.整修南山渠道{index + 1}段并验收", SIZE)
            write(canvas, 330, y, ("县水利局", "县财政局、县审计局")[index % 2], SIZE)

    lines = read(made(draw)).text.splitlines()
    assert all("整修" in line and "局" in line for line in lines[:12])


NOTES = ["相关链接", "县水利局简介", "东山水库公告", "防汛值班表", "历年通知", "办事指南"]
BROAD = 28


def text_of(canvas: Canvas, x: float) -> None:
    y = 740.0
    for _ in range(5):
        for at in range(0, len(TEXT), BROAD):
            write(canvas, x, y, TEXT[at : at + BROAD], SIZE)
            y -= PITCH


@pytest.mark.parametrize("size", [9, 12])
@pytest.mark.parametrize(("text", "beside"), [(60, 430), (180, 50)])
def test_what_stands_beside_the_text_is_read_after_it(text: float, beside: float, size: float) -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 190, 790, TITLE, 16)
        text_of(canvas, text)
        for index, note in enumerate(NOTES):
            write(canvas, beside, 736 - index * 27, note, size)

    assert read(made(draw)).text.splitlines() == [TITLE, *[TEXT] * 5, *NOTES]


def test_a_paragraph_goes_on_over_what_stands_beside_it() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 190, 790, TITLE, 16)
        text_of(canvas, 60)
        write(canvas, 60, 340, TEXT[:BROAD], SIZE)
        for index, note in enumerate(NOTES):
            write(canvas, 430, 736 - index * 27, note, 9)
        canvas.showPage()
        write(canvas, 60, 740, TEXT[BROAD:], SIZE)

    assert read(made(draw)).text.splitlines() == [TITLE, *[TEXT] * 6, *NOTES]


@pytest.mark.parametrize("size", [9, 12])
def test_cells_beside_long_cells_stay_in_their_rows(size: float) -> None:
    def draw(canvas: Canvas) -> None:
        y = 740.0
        for _ in range(5):
            write(canvas, 430, y + (SIZE - size) / 4, "县水利局、县财政局"[: 60 // int(size)], size)
            for at in range(0, len(TEXT), BROAD):
                write(canvas, 60, y, TEXT[at : at + BROAD], SIZE)
                y -= PITCH

    lines = read(made(draw)).text.splitlines()
    assert sum("县水利局负责东山水库" in line and "县水利局" in line[20:] for line in lines) == 5
