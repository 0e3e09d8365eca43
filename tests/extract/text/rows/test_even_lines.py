"""Tables printed one cell a line, each row with a line for each column."""

import pytest

from tests.extract.text.rows.cells import rows


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            "姓名 职务 办公电话 向远 局长 0000-101 柳成荫 副局长 0000-102",
            [["姓名", "职务", "办公电话"], ["向远", "局长", "0000-101"], ["柳成荫", "副局长", "0000-102"]],
        ),
        # the name of the table above the names of its columns; what follows below is no row
        (
            "责任分工 企业名称 包保领导 责任单位 杏花酒厂 向远 县应急局 梅溪纸厂 柳成荫 县工信局 附件",
            [
                ["企业名称", "包保领导", "责任单位"],
                ["杏花酒厂", "向远", "县应急局"],
                ["梅溪纸厂", "柳成荫", "县工信局"],
            ],
        ),
        # numbers tell where a row ends whose last cell is empty
        (
            "序号 姓名 职务 联系电话 1 向远 局长 2 柳成荫 副局长 0000-102",
            [["序号", "姓名", "职务", "联系电话"], ["1", "向远", "局长", ""], ["2", "柳成荫", "副局长", "0000-102"]],
        ),
    ],
)
def test_lines_that_come_out_even_are_rows(cells: str, expected: list[list[str]]) -> None:
    assert rows(cells.replace(" ", "\n") + "\n") == expected


@pytest.mark.parametrize(
    "cells",
    [
        "姓名 职务 分工 向远 局长 主持工作 柳成荫 副局长 分管财务 分管工会 苗青 副局长 分管水利",  # not even
        "姓名 职务 办公电话 局长 向远 0000-101 副局长 柳成荫 0000-102",  # not under their names
        "姓名 职务 办公电话 向远 局长",
    ],
)
def test_lines_that_do_not_come_out_even_are_none(cells: str) -> None:
    assert rows(cells.replace(" ", "\n") + "\n") == []
