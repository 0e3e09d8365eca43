"""Totals that a table states of its columns, beside the sums of its rows."""

import pytest

from extract.formats.items import totals
from extract.readers.text import document_of
from extract.text.segment import notices

HEAD = "柳湾区项目分配表\n\n序号\t责任单位\t总数\t大型\t小型\n"
ROWS = "1\t柳湾街\t6\t\t6\n2\t石桥街\t8\t1\t7\n"


def found(text: str) -> list[tuple[str, int, int]]:
    notice = notices(document_of(text, "passage.txt"))[0]
    return [(record.what, record.stated, record.found) for record in totals(notice)]


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (
            "合计\t\t14\t1\t13\n",
            [("合计（总数）", 14, 14), ("合计（大型）", 1, 1), ("合计（小型）", 13, 13)],
        ),
        ("总计\t\t15\t\t13\n", [("合计（总数）", 15, 14), ("合计（小型）", 13, 13)]),
        # a row of parts is no part of the sum
        (
            "小计\t\t14\t1\t13\n合计\t\t14\t1\t13\n",
            [("合计（总数）", 14, 14), ("合计（大型）", 1, 1), ("合计（小型）", 13, 13)],
        ),
        # no total; a total whose cells are no whole numbers
        ("", []),
        ("合计\t\t约14个\t若干\t13.5\n", []),
    ],
)
def test_a_stated_total_stands_beside_the_sum_of_its_column(total: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(HEAD + ROWS + total) == expected


def test_a_head_that_says_total_is_none() -> None:
    head = "序号\t责任单位\t项目个数\t\t\n\t\t总计\t大型\t小型\n"
    assert found(head + ROWS + "合计\t\t14\t\t13\n") == [("合计（总计）", 14, 14), ("合计（小型）", 13, 13)]


def test_a_column_of_words_or_of_one_row_has_no_sum() -> None:
    assert found(HEAD + "1\t柳湾街\t6个\t\t6\n2\t石桥街\t8\t\t7\n合计\t\t14\t\t13\n") == [("合计（小型）", 13, 13)]
    assert found(HEAD + "1\t柳湾街\t6\t\t6\n合计\t\t6\t\t6\n") == []
