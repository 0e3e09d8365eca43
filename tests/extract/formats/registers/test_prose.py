"""Addresses that sentences and labels state of a body."""

import pytest

from extract.facts import Fact
from extract.formats.registers import registers
from extract.readers.text import document_of
from extract.text.segment import notices

Row = tuple[str, str, str | None]


def told(text: str) -> list[Row]:
    found = [f for n in notices(document_of(f"林河县信息公开指南\n{text}")) for f in registers(n)]
    return [(f.subject.name, f.object.name, f.qualifiers.phone) for f in found if isinstance(f, Fact) and f.object]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "将申请表邮寄至林河县政府办公室（地址：林河县河滨路3号，邮编：100000）。\n",
            [("林河县政府办公室", "林河县河滨路3号", None)],
        ),
        (
            "3.在林河县政务服务中心（办事大厅）设置查阅点。联系地址：林河县东街2号，联系电话：0551-6612345。\n",
            [("林河县政务服务中心", "林河县东街2号", "0551-6612345")],
        ),
        (
            "受理机构：林河县档案馆\n办公地址：林河县北街9号\n工作时间：8时至17时\n联系电话：0551-6612346\n",
            [("林河县档案馆", "林河县北街9号", "0551-6612346")],
        ),
        (
            "县司法局具体承办复议事宜。\n办公地址：林河县南街5号；\n联系电话：13912345678；\n",
            [("县司法局", "林河县南街5号", None)],
        ),
        (
            "可向县信访局（地址：林河县西街1号）提出。\n县信访局负责接访。办公地址：林河县西街1号；电话：6612347\n",
            [("县信访局", "林河县西街1号", "6612347")],
        ),
    ],
)
def test_a_sentence_says_where_a_body_is(text: str, expected: list[Row]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "林河县好邻居超市（地址：林河县西街2号）违法经营。\n",
        "主办单位：林河县商务局\n地址：林河县南街2号\n备案号：ICP备0500号\n",
        "罚款缴至指定银行。地址：林河县南街2号\n",
        "一、内设机构\n机关党委。负责党建。\n办公地址：林河县河滨路3号\n",
        "电子邮箱地址：不详\n",
    ],
)
def test_firms_feet_and_parts_of_an_organ_have_no_address(text: str) -> None:
    assert told(text) == []
