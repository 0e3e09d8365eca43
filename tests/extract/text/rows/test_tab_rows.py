"""Tables of tabs whose lines end inside a cell."""

import pytest

from tests.extract.text.rows.cells import rows

HEAD = "序号\t任务\t牵头单位\t责任单位\t时限\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a line ends inside the last but one cell, and inside the second
        (
            "1\t修建水渠\t县水利局\t县财政局\n柳坪镇\t6月底\n2\t架桥\t县交通局\t县住建局\t年底\n",
            [["1", "修建水渠", "县水利局", "县财政局柳坪镇", "6月底"]],
        ),
        (
            "1\t修建水渠，\n整修堤坝\t县水利局\t县财政局、\n柳坪镇\t6月底\n",
            [["1", "修建水渠,整修堤坝", "县水利局", "县财政局、柳坪镇", "6月底"]],
        ),
        # the last cell goes on where the next number follows
        (
            "1\t修建水渠\t县水利局\t县财政局\t6月\n30日前\n2\t架桥\t县交通局\t县住建局\t年底\n",
            [["1", "修建水渠", "县水利局", "县财政局", "6月30日前"]],
        ),
        # a row that never comes out even, and a sentence below the table
        ("1\t修建水渠\t县水利局\n2\t架桥\t县交通局\t县住建局\t年底\n", []),
        ("1\t修建水渠\t县水利局\t县财政局\t6月底\n请各单位抓好落实。\n", []),
    ],
)
def test_lines_of_one_row_are_put_together(text: str, expected: list[list[str]]) -> None:
    assert rows(HEAD + text) == expected


def test_a_text_without_names_of_columns_has_no_rows_to_put_together() -> None:
    assert rows("1\t修建水渠\t县水利局\n县财政局\t6月底\n2\t架桥\t县交通局\n") == []
