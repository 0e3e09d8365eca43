"""Tables whose cells bars divide, each cell on lines of its own."""

import pytest

from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.rows.bar_cells import barred

HEAD = ["序号", "工作任务", "责任单位", "完成时限"]
ROWS = [
    ["1", "修建水渠。", "县水利局", "省文件出台后2个月"],
    ["2", "改造\n粮库。", "县粮储局、县财政局", ""],
    ["3", "", "县审计局", "常态"],
]


def closed(rows: list[list[str]]) -> str:
    """A bar before and after each cell, on lines of their own."""
    return "".join("|\n" + "".join(f"{cell}\n|\n" if cell else "|\n" for cell in row) for row in rows)


def opened(rows: list[list[str]]) -> str:
    """A bar before each cell, none at the end of a row."""
    return "".join(f"|{cell}\n" for row in rows for cell in row if cell)


def read(source: str) -> list[list[str]]:
    """The rows, each cell as it stands."""
    lines: list[tuple[int, int]] = []
    start = 0
    for line in source.split("\n"):
        if line.strip():
            lines.append((start, start + len(line)))
        start += len(line) + 1
    rows = sorted(barred(source, lines).items())
    return [["\n".join(source[slice(*span)] for span in cell) for cell in cells] for _, (_, cells) in rows]


def test_rows_that_bars_close_keep_their_empty_cells() -> None:
    assert read("某某方案\n" + closed([HEAD, *ROWS]) + "完\n") == [HEAD, *ROWS]


def test_rows_without_an_end_go_from_number_to_number() -> None:
    rows = [["1", "修建水渠", "县水利局", "6月底"], ["2", "改造粮库", "县粮储局"]]
    assert read(opened([HEAD, *rows])) == [HEAD, rows[0], [*rows[1], ""]]


def test_leaders_without_numbers_come_out_even() -> None:
    head, rows = ["姓名", "职务", "分工"], [["石磊", "县长", "主持全面工作"], ["尹青", "副县长", "负责水利"]]
    assert read(opened([head, *rows])) == [head, *rows]
    assert read("\n|\n".join(cell for row in [head, *rows] for cell in row) + "\n|\n") == [head, *rows]


@pytest.mark.parametrize(
    "source",
    [
        "|\n|\n|\n",
        "| 序号 | 工作任务 | 责任单位 |\n| 1 | 修渠 | 县水利局 |\n",  # whole rows in a line
        opened([["姓名", "职务", "分工"], ["石磊", "县长"]]),  # not even
        closed([["甲", "乙", "丙"], ["1", "2", "3"]]),  # no names of columns
        "|首页\n|概况\n|动态\n|联系我们\n",
        "",
    ],
)
def test_what_does_not_come_out_as_a_table_is_none(source: str) -> None:
    assert read(source) == []


def test_units_of_a_table_with_bars_answer_for_their_item() -> None:
    facts = extract_document(document_of("关于印发任务分工的通知\n" + closed([HEAD, *ROWS[:2]]))).facts
    assert [(fact.subject.name, fact.role) for fact in facts if fact.object.kind == "task"] == [
        ("县水利局", "责任单位"),
        ("县粮储局", "责任单位"),
        ("县财政局", "责任单位"),
    ]
