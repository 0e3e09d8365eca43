"""Tables whose cells white alone divides: a row is one line, whatever its cells are broken into; what is no table stays as it is printed."""

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.extract.readers.prints.test_pdf import made, read, write

SIZE, PITCH = 11, 18
HEAD = ("序号", "工作任务", "牵头单位", "完成时限")
ROWS: tuple[tuple[str, ...], ...] = (
    ("1", "建设养老服务中心，完善/各乡镇服务设施", "安山县民政局", "6月底"),
    ("2", "整修南山渠道，清理/淤泥", "安山县水利局、安/山县财政局", "9月底"),
    ("3", "培训护理员", "安山县人社局", "12月底"),
)
READ = [
    "\t".join(HEAD),
    "1\t建设养老服务中心，完善各乡镇服务设施\t安山县民政局\t6月底",
    "2\t整修南山渠道，清理淤泥\t安山县水利局、安山县财政局\t9月底",
    "3\t培训护理员\t安山县人社局\t12月底",
]
XS = (60, 110, 300, 450)
BELOW = "以上任务由县督查室负责督办，各牵头单位每月底报送进展情况，年底考核。"


def drawn(lines: Sequence[Sequence[str]], xs: Sequence[int] = XS) -> bytes:
    """A page with nothing but these rows."""

    def draw(canvas: Canvas) -> None:
        rows(canvas, 750, lines, xs=xs)

    return made(draw)


def rows(
    canvas: Canvas,
    y: float,
    lines: Sequence[Sequence[str]],
    gap: float = 6,
    xs: Sequence[int] = XS,
    centred: bool = False,
) -> float:
    """Draws rows whose cells are broken at each slash; the height below them."""
    for cells in lines:
        height = max(cell.count("/") + 1 for cell in cells)
        for x, cell in zip(xs, cells, strict=True):
            parts = cell.split("/")
            top = y - (height - len(parts)) * PITCH / 2 if centred else y
            for index, part in enumerate(parts):
                write(canvas, x, top - index * PITCH, part, SIZE)
        y -= height * PITCH + gap
    return y


@pytest.mark.parametrize(("gap", "centred"), [(6, False), (0, False), (8, True)])
def test_a_row_is_one_line(gap: float, centred: bool) -> None:
    def draw(canvas: Canvas) -> None:
        below = rows(canvas, 750, (HEAD, *ROWS), gap, centred=centred)
        write(canvas, 84, below - 30, BELOW, SIZE)

    assert read(made(draw)).text.splitlines() == [*READ, BELOW]


def test_words_in_the_first_column_end_a_table_of_numbers() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 60, rows(canvas, 750, (HEAD, *ROWS)), "二、工作要求", SIZE)

    assert read(made(draw)).text.splitlines() == [*READ, "二、工作要求"]


def test_a_heading_between_rows_does_not() -> None:
    def draw(canvas: Canvas) -> None:
        below = rows(canvas, 750, (HEAD, ROWS[0]))
        write(canvas, 60, below, "（一）民生工程", SIZE)
        rows(canvas, below - 24, ROWS[1:])

    assert read(made(draw)).text.splitlines() == [*READ[:2], "（一）民生工程\t\t\t", *READ[2:]]


def test_it_goes_on_at_the_head_of_the_next_page() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, 750, (HEAD, *ROWS, *((str(n), "巡查江堤", "安山县水利局", "每月") for n in range(4, 25))))
        canvas.showPage()
        rows(
            canvas, 780, [("", "并做好记录", "", ""), *((str(n), "巡查江堤", "安山县水利局", "每月") for n in (25, 26))]
        )

    lines = read(made(draw)).text.splitlines()
    assert lines[23:] == ["23\t巡查江堤\t安山县水利局\t每月", "24\t巡查江堤并做好记录\t安山县水利局\t每月"] + [
        f"{n}\t巡查江堤\t安山县水利局\t每月" for n in (25, 26)
    ]


def test_persons_and_their_posts_are_two_columns() -> None:
    def draw(canvas: Canvas) -> None:
        lines = [("姓　名", "职　　务"), ("丁　力", "安山县民政局局长"), ("周文海", "安山县水利局局长")]
        rows(canvas, 750, lines, xs=(100, 200))

    assert read(made(draw)).text.splitlines()[1:] == ["丁  力\t安山县民政局局长", "周文海\t安山县水利局局长"]


def test_the_first_words_of_a_table_without_numbers_may_run_on() -> None:
    def draw(canvas: Canvas) -> None:
        head = ("工作任务", "牵头单位", "完成时限")
        lines = [
            ("整修南山渠道三公里并清/理淤泥", "安山县水利局", "6月底"),
            ("培训护理员一百五十人次", "安山县人社局", "9月底"),
        ]
        rows(canvas, 750, [head, *lines], gap=12, xs=(60, 300, 450))

    assert [line.split("\t")[0] for line in read(made(draw)).text.splitlines()] == [
        "工作任务",
        "整修南山渠道三公里并清理淤泥",
        "培训护理员一百五十人次",
    ]


@pytest.mark.parametrize(
    ("lines", "xs"),
    [
        ([("丁　力", "周文海", "李　四", "王建国")] * 4, (60, 150, 240, 330)),  # names
        (
            [("组　长：", "丁　力　县长"), ("副组长：", "周文海　副县长"), ("成　员：", "李四　县财政局局长")],
            (100, 200),
        ),
        ([("安政发〔2021〕5号", "签发人：丁力")], (60, 400)),
        ([HEAD, ROWS[2]], XS),  # one row shows no columns
    ],
)
def test_what_is_no_table_stays(lines: Sequence[Sequence[str]], xs: Sequence[int]) -> None:
    assert "\t" not in read(drawn(lines, xs)).text


def test_a_quotation_of_a_cell_has_the_box_of_the_cell() -> None:
    reading = read(drawn((HEAD, *ROWS)))
    at = reading.text.index("安山县人社局")
    region = next(region for region in reading.regions if region.start <= at < region.end)
    assert region.page == 1
    assert region.box is not None
    assert 299 < region.box[0] < 302
    assert region.box[2] < 400


def test_rows_that_differ_in_their_numbers_are_no_running_heads() -> None:
    def draw(canvas: Canvas) -> None:
        for page in range(3):
            write(canvas, 200, 815, f"安山县人民政府公报 第{page + 1}页", SIZE)
            for index in range(40):
                write(canvas, 60, 790 - index * 19, f"整修第{page * 40 + index + 1}段渠道由安山县水利局负责。", SIZE)
            canvas.showPage()

    text = read(made(draw)).text
    assert text.count("安山县水利局") == 120
    assert "公报" not in text
