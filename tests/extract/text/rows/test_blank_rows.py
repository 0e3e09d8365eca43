"""Rows whose cells only single blanks divide: told by their number and the units that end them; sentences are none."""

import pytest

from tests.extract.text.rows.cells import rows

HEAD = "序号 工作任务 牵头单位 责任单位\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEAD + "1 修建水渠。 县水利局 县财政局、各乡镇\n2 架桥。 县交通局 柳泉镇\n",
            [
                ["序号", "工作任务", "牵头单位", "责任单位"],
                ["1", "修建水渠。", "县水利局", "县财政局、各乡镇"],
                ["2", "架桥。", "县交通局", "柳泉镇"],
            ],
        ),
        # the names end a longer line; a heading stands between the rows; a row goes on in the next line
        (
            "现将任务下达给你们。附件:任务分解表 序号 工作任务 责任单位\n一、水利\n1 修建水渠。 县水利局\n二、交通\n2 架桥，\n年内完工。 县交通局\n",
            [
                ["序号", "工作任务", "责任单位"],
                ["1", "修建水渠。", "县水利局"],
                ["2", "架桥,年内完工。", "县交通局"],
            ],
        ),
        # a blank inside a word; a merged first column
        (
            "序号 类别 措施 牵头单位\n1 水资源保 护 落实最严格的水资源管理制度。 县水利局\n2 到年底完成水量分配方案。 县水利局\n",
            [
                ["序号", "类别", "措施", "牵头单位"],
                ["1", "水资源保护", "落实最严格的水资源管理制度。", "县水利局"],
                ["2", "", "到年底完成水量分配方案。", "县水利局"],
            ],
        ),
    ],
)
def test_blanks_divide_rows(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "1 修建水渠。 县水利局 县财政局\n",  # one row is no table
        HEAD + "1 会议 时间 另行通知\n2 会议 地点 另行通知\n",  # no units
        "名称 工作任务 牵头单位\n1 修渠。 县水利局\n2 架桥。 县交通局\n",  # no column of numbers
        "序号 工作任务 完成时限\n1 修渠。 6月底\n2 架桥。 7月底\n",  # nobody answers
    ],
)
def test_other_lines_are_no_rows(text: str) -> None:
    assert rows(text) == []
