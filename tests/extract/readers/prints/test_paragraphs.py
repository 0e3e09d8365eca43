"""Lines that are no paragraph though they are full, and paragraphs that go on though they are not: contents, labels, bound pages."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.readers.prints.pdfium.glyphs import drawn
from tests.extract.readers.prints.test_pdf import LEFT, LONG, PITCH, SIZE, TOP, WIDE, made, paragraph, read, write


def test_lines_of_a_table_of_contents_are_each_their_own() -> None:
    entries = ["一、工作目标", "（一）近期", "二、主要任务", "（一）河道", "三、保障措施", "四、附则"]

    def draw(canvas: Canvas) -> None:
        for index, entry in enumerate(entries):
            dots = "." * (2 * (WIDE - len(entry)) - 2)
            write(canvas, LEFT, TOP - index * PITCH, entry)
            canvas.setFont("Courier", SIZE * 5 / 6)
            canvas.drawString(LEFT + len(entry) * SIZE, TOP - index * PITCH, f"{dots}{index + 3:2}")

    lines = read(made(draw)).text.splitlines()
    assert [line.partition(".")[0] for line in lines] == entries


def test_what_follows_a_label_goes_on_below_itself() -> None:
    copied = "县委有关部门，县人大常委会办公室，县政协办公室，县纪委监委，县法院，县检察院，各人民团体，驻县部队。"
    first = WIDE - 3

    def draw(canvas: Canvas) -> None:
        top = paragraph(canvas, TOP, LONG)
        top = paragraph(canvas, top, LONG)
        write(canvas, LEFT, top, f"抄送：{copied[:first]}")
        write(canvas, LEFT + 3 * SIZE, top - PITCH, copied[first:])

    assert read(made(draw)).text.splitlines() == [LONG, LONG, f"抄送：{copied}"]


def test_an_entry_below_the_first_entry_of_a_label_is_its_own() -> None:
    entries = ["1.安山县防汛抗旱应急预案及其责任分工一览表（含各乡镇），共三份", "2.安山县水利局值班表"]

    def draw(canvas: Canvas) -> None:
        top = paragraph(canvas, TOP, LONG)
        top = paragraph(canvas, top, LONG)
        for index, entry in enumerate(entries):
            write(
                canvas,
                LEFT if index == 0 else LEFT + 3 * SIZE,
                top - index * PITCH,
                ("附件：" if index == 0 else "") + entry,
            )

    assert read(made(draw)).text.splitlines()[2:] == [f"附件：{entries[0]}", entries[1]]


def test_a_page_of_few_lines_ends_where_pages_bound_as_it_is_do() -> None:
    """Even pages lie 30 points to the left of odd ones, as in print on both sides."""
    rest = "以上规定由县应急管理局负责解释并组织实施，各乡镇可以根据当地情况制定细则，报县人民政府备案后施行，有效期为五年，期满后自行失效。"

    def draw(canvas: Canvas) -> None:
        for page in range(4):
            left = LEFT - 30 * (page % 2)
            canvas.saveState()
            canvas.translate(left - LEFT, 0)
            top = float(TOP)
            if page == 3:
                paragraph(canvas, top, rest)
            else:
                for _ in range(6):
                    top = paragraph(canvas, top, LONG.replace("防汛", ("防汛", "抗旱", "救灾")[page]))
            canvas.restoreState()
            canvas.showPage()

    assert read(made(draw)).text.splitlines()[-1] == rest


@pytest.mark.parametrize(("code", "sign"), [(0xAD, "-"), (0x2D, "-"), (0x53BF, "县"), (0x110000, "\ufffd")])
def test_what_is_drawn_is_no_soft_hyphen(code: int, sign: str) -> None:
    assert drawn(code) == sign
