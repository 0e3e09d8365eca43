"""Totals that a sentence states of its parts."""

import pytest

from extract.formats.items import sums_of_parts
from extract.readers.text import document_of
from extract.text.segment import notices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成造林609亩,占200亩任务的304.5%,其中果树286亩,花木323亩。", [(609, 609)]),
        ("共归集证照757张,其中民政局归集701张,审批局归集39张,监管局归集5张,建设局归集2张。", [(757, 747)]),
        ("共检测55批(次),其中粮站8批(次),农检站87批(次)。", [(55, 95)]),
        # parts that are not all there are, that overlap, of another unit, or with several totals
        ("共有企业65家,其中10家入围省名单,19家入围市名单。", []),
        ("共有干部100人,其中党员80人,女性60人。", []),
        ("培育企业30家,其中投资10亿元以上项目不少于3个。", []),
        ("培训120人,招聘90人,其中女性100人。", []),
        # the number of another sentence is no total
        ("共检测55批。其中农检站87批。", []),
    ],
)
def test_a_total_stands_beside_the_sum_of_its_parts(text: str, expected: list[tuple[int, int]]) -> None:
    notice = notices(document_of(f"工作通报\n\n{text}\n", "passage.txt"))[0]
    assert [(record.stated, record.found) for record in sums_of_parts(notice)] == expected


def test_the_cell_of_a_table_is_read_alone() -> None:
    text = "工作通报\n\n1\t检测55批\t其中农检站87批\t区检测中心\n"
    assert list(sums_of_parts(notices(document_of(text, "passage.txt"))[0])) == []
