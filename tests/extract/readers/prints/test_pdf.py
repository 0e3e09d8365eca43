"""PDF with text: paragraphs over lines and pages, ruled tables, nothing that the page prints beside the document, boxes that hold the quote."""

import io
from collections.abc import Callable
from functools import cache

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extract.document import Document
from extract.errors import ReadError
from extract.readers.documents import document_of_reading
from extract.readers.limits import Limits
from extract.readers.opening import reading_of_bytes
from extract.readers.process import read_here
from extract.readers.reading import Reading

FONT = "STSong-Light"
SIZE, LEFT, TOP, PITCH, WIDE = 14, 72, 760, 24, 32  # points; characters of a full line


@cache
def _font() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def made(draw: Callable[[Canvas], None], **options: object) -> bytes:
    _font()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), **options)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def write(canvas: Canvas, x: float, y: float, text: str, size: float = SIZE) -> None:
    canvas.setFont(FONT, size)
    canvas.drawString(x, y, text)


def paragraph(canvas: Canvas, y: float, text: str) -> float:
    """Lines of a paragraph, the first set in by two characters; the height below it."""
    rows = [text[: WIDE - 2], *(text[i : i + WIDE] for i in range(WIDE - 2, len(text), WIDE))]
    for index, row in enumerate(rows):
        write(canvas, LEFT + (2 * SIZE if index == 0 else 0), y, row)
        y -= PITCH
    return y


def read(data: bytes) -> Reading:
    return read_here("pdf", data, "a.pdf")


LONG = "为做好今年防汛工作，保障人民群众生命财产安全，根据有关法律法规，结合本县实际，现就有关事项通知如下，请认真贯彻执行，不得延误。"


def issue(canvas: Canvas) -> None:
    """Three pages with a running head, page numbers and a paragraph that a page break divides."""
    for page in range(3):
        write(canvas, 200, 815, "安山县人民政府公报", 10)
        write(canvas, 290, 30, f"— {page + 1} —", 10)
        y: float = TOP
        if page == 0:
            write(canvas, 200, y, "关于防汛工作的通知", 20)
            y -= 60
        for _ in range(6):
            y = paragraph(canvas, y, LONG)
        canvas.showPage()


def watermarked(canvas: Canvas) -> None:
    """A page with a word set aslant over its text."""
    y: float = TOP
    for _ in range(6):
        y = paragraph(canvas, y, LONG)
    canvas.translate(300, 400)
    canvas.rotate(45)
    write(canvas, 0, 0, "内部资料", 40)


def test_lines_become_paragraphs_and_furniture_goes() -> None:
    found = read(made(issue)).text.splitlines()
    assert found == ["关于防汛工作的通知", *[LONG] * 18]


def test_a_watermark_is_no_text() -> None:
    assert read(made(watermarked)).text.splitlines() == [LONG] * 6


@pytest.mark.parametrize(("height", "grey"), [(560, 0.2), (300, 0.85)])  # across the text; pale below it
def test_large_letters_across_the_text_or_pale_ones_are_a_watermark(height: float, grey: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(grey)
        write(canvas, 90, height, "内部资料注意保存", 44)
        canvas.setFillGray(0)
        top = float(TOP)
        for _ in range(6):
            top = paragraph(canvas, top, LONG)

    assert read(made(draw)).text.splitlines() == [LONG] * 6


@pytest.mark.parametrize("grey", [0, 1])  # white on a coloured ground
def test_a_large_title_is_no_watermark(grey: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.8, 0, 0)
        canvas.rect(0, 750, 595, 92, fill=1, stroke=0)
        canvas.setFillGray(grey)
        write(canvas, 90, 775, "安山县人民政府文件", 44)
        canvas.setFillGray(0)
        top = 700.0
        for _ in range(4):
            top = paragraph(canvas, top, LONG)

    assert read(made(draw)).text.splitlines() == ["安山县人民政府文件", *[LONG] * 4]


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    def draw(canvas: Canvas) -> None:
        for _ in range(8):
            paragraph(canvas, TOP - 100, LONG)
        write(canvas, LEFT + 28, 100, LONG[:30])
        canvas.showPage()
        write(canvas, LEFT, TOP, LONG[30:62])
        write(canvas, LEFT, TOP - PITCH, LONG[62:])
        for row in range(3):
            paragraph(canvas, TOP - 100 - 100 * row, LONG)

    assert LONG in read(made(draw)).text.splitlines()[1:3]


def test_a_number_alone_in_a_table_is_no_page_number() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, LEFT, TOP, LONG[:20])
        write(canvas, LEFT, 400, "20160207")
        write(canvas, LEFT, 60, "20160208")

    assert read(made(draw)).text.splitlines()[-2:] == ["20160207", "20160208"]


def table(canvas: Canvas) -> None:
    """Three columns, four rows: a title over all columns, a unit over two rows, a text of two lines."""
    xs, ys = [72, 130, 350, 520], [700, 670, 640, 590, 560]
    for index, y in enumerate(ys):
        canvas.line(xs[2] * (index == 3) * 0 + xs[0], y, xs[2] if index == 3 else xs[3], y)
    for index, x in enumerate(xs):
        canvas.line(x, ys[0] if index in (0, 3) else ys[1], x, ys[-1])
    write(canvas, 200, 680, "任务分解表")
    for x, text in zip((80, 140, 360), ("序号", "任务", "责任单位"), strict=True):
        write(canvas, x, 650, text)
    write(canvas, 80, 610, "1")
    write(canvas, 140, 620, "修缮境内主要河道堤防并")
    write(canvas, 140, 600, "清理淤积")
    write(canvas, 80, 568, "2")
    write(canvas, 140, 568, "储备物资")
    write(canvas, 360, 605, "县水务局")
    write(canvas, 360, 585, "县财政局")


def test_a_ruled_table_is_rows_and_merged_cells_are_given_to_each() -> None:
    assert read(made(table)).text.splitlines() == [
        "任务分解表\t\t",
        "序号\t任务\t责任单位",
        "1\t修缮境内主要河道堤防并 清理淤积\t县水务局 县财政局",
        "2\t储备物资\t县水务局 县财政局",
    ]


def row(canvas: Canvas, top: float, bottom: float, cells: tuple[tuple[str, ...], ...]) -> None:
    """A ruled row of three cells, each of lines that are 11, 12 and 12 characters wide at most."""
    xs = [60, 220, 394, 568]
    for y in (top, bottom):
        canvas.line(xs[0], y, xs[-1], y)
    for x in xs:
        canvas.line(x, top, x, bottom)
    for x, lines in zip(xs, cells, strict=False):
        for index, line in enumerate(lines):
            write(canvas, x + 3, top - 18 - 20 * index, line)


def test_a_row_that_a_page_break_divides_in_a_sentence_is_one() -> None:
    def draw(canvas: Canvas) -> None:
        row(canvas, 200, 170, (("牵头部门",), ("工作举措",), ("责任单位",)))
        row(canvas, 170, 100, (("市水务局",), ("修缮境内主要河道堤防并清",), ("市财政局",)))
        canvas.showPage()
        row(canvas, 800, 740, ((), ("理沿线淤积。",), ()))
        row(canvas, 740, 700, (("市民政局",), ("储备物资。",), ("市商务局",)))

    assert read(made(draw)).text.splitlines()[1:] == [
        "市水务局\t修缮境内主要河道堤防并清理沿线淤积。\t市财政局",
        "市民政局\t储备物资。\t市商务局",
    ]


@pytest.mark.parametrize("heading", ["2. 清河工程", "临江市人民政府文件"])
def test_a_heading_below_a_line_that_is_full_to_its_end_is_one(heading: str) -> None:
    full = LONG[:29] + "（牵头单位：" + "市发展和改革委员会及市水务局、市财政局、市民政局）"

    def draw(canvas: Canvas) -> None:
        y: float = TOP
        for _ in range(5):
            y = paragraph(canvas, y, LONG)
        y = paragraph(canvas, y, (full + LONG)[: WIDE * 2 - 3] + "）")
        write(canvas, LEFT, y, heading)
        paragraph(canvas, y - PITCH, LONG)

    assert heading in read(made(draw)).text.splitlines()


def test_lines_that_are_aligned_by_gaps_keep_blanks() -> None:
    def draw(canvas: Canvas) -> None:
        for row, names in enumerate((("丁力", "王平"), ("赵立新", "周琴"))):
            write(canvas, LEFT, TOP - row * PITCH, names[0])
            write(canvas, LEFT + 150, TOP - row * PITCH, names[1])

    assert [line.split() for line in read(made(draw)).text.splitlines()] == [["丁力", "王平"], ["赵立新", "周琴"]]


@pytest.mark.parametrize("draw", [issue, table])
def test_the_text_inside_the_boxes_is_the_quote(draw: Callable[[Canvas], None]) -> None:
    data = made(draw)
    reading = read(data)
    document = document_of_reading(reading, "a.pdf", "0" * 64)
    source = pypdfium2.PdfDocument(data)
    for start, end in _spans(document):
        evidence = document.evidence(start, end)
        assert evidence.page is not None
        page = source[evidence.page - 1]
        text, height = page.get_textpage(), page.get_height()
        boxes = evidence.boxes or ((evidence.box,) if evidence.box else ())
        inside = "".join(
            text.get_text_bounded(left=left, right=right, bottom=height - bottom, top=height - top)
            for left, top, right, bottom in boxes
        )
        assert "".join(inside.split()) == "".join(evidence.quote.split())


def _spans(document: Document) -> list[tuple[int, int]]:
    """Stretches of eight characters within a page, here and there."""
    last = [region.end for region in document.regions if region.page is not None]
    return [
        (at, at + 8)
        for at in range(0, last[-1] - 8, 23)
        if "\n" not in document.text[at : at + 8] and "\t" not in document.text[at : at + 8]
    ]


def empty(canvas: Canvas) -> None:
    """Sixty pages of nothing."""
    for _ in range(60):
        canvas.showPage()


def test_an_encrypted_pdf_a_cut_one_and_an_endless_one_are_one_line() -> None:
    whole = made(issue)
    for data, says in (
        (made(table, encrypt=StandardEncryption("secret")), "encrypted"),
        (whole[: len(whole) // 2], "damaged"),
        (b"%PDF-1.7\n" + b"\xff" * 500, "damaged"),
        (made(empty), "holds no text"),
    ):
        with pytest.raises(ReadError) as caught:
            reading_of_bytes(data, "a.pdf")
        assert says in str(caught.value)
        assert "\n" not in str(caught.value)
    with pytest.raises(ReadError, match="60 pages, more than 50"):
        reading_of_bytes(made(empty), "a.pdf", Limits(pages=50))


def test_a_printed_web_page_loses_the_edges_of_the_browser() -> None:
    def draw(canvas: Canvas) -> None:
        for page in (1, 2):
            write(canvas, 40, 825, "关于防汛工作的通知-临江市门户网站", 8)
            write(canvas, 40, 15, "http://www.example.gov.cn/a/1.html", 8)
            write(canvas, 500, 15, f"{page}/2", 8)
            if page == 1:
                write(canvas, LEFT, TOP, "您的位置：首页 > 政务公开 > 通知")
            y: float = TOP - 50
            for _ in range(4):
                y = paragraph(canvas, y, LONG)
            if page == 2:
                write(canvas, LEFT, 120, "版权所有：临江市人民政府办公室")
            canvas.showPage()

    assert read(made(draw)).text.splitlines() == [LONG] * 8
