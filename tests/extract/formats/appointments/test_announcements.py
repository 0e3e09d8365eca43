"""Announcements of an assembly one below another, a colon between name and title, who is moved from one post to another."""

import pytest

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

PERSONNEL = (Relation.APPOINTED, Relation.DISMISSED)
Row = tuple[str, str, str, str | None]


def facts(text: str) -> list[Fact]:
    return extract_document(document_of(text)).facts


def told(text: str) -> list[Row]:
    rows = [f for f in facts(text) if f.relation in PERSONNEL]
    return [(f.relation.value, f.subject.name, f.object.name, f.role) for f in rows]


@pytest.mark.parametrize(
    "number", ["（第2号）", "第2号", "第二号", "〔十七届〕第2号", "十七届第2号", "〔2031〕第2号", "[2031]2号"]
)
def test_the_number_of_an_announcement(number: str) -> None:
    text = f"""安山县人民代表大会常务委员会公告
{number}
安山县第十七届人民代表大会常务委员会第三次会议于2031年4月6日通过，决定：
任命方小舟为安山县人民政府副县长。
安山县人民代表大会常务委员会
2031年4月6日
"""
    issued = [f for f in facts(text) if f.relation is Relation.ISSUED]
    assert [(f.subject.name, f.object.name) for f in issued] == [
        ("安山县人民代表大会常务委员会", f"安山县人民代表大会常务委员会公告{number}")
    ]


def test_two_announcements_in_one_text() -> None:
    text = """安山县人民代表大会常务委员会公告
（第9号）
安山县第十七届人民代表大会常务委员会第三次会议决定：
接受石磊辞去安山县人民政府副县长职务的请求。
2031年4月6日
安山县第十七届人民代表大会第四次会议公告
（第2号）
安山县第十七届人民代表大会第四次会议于2032年1月11日选举：
方小舟（女）为安山县人民政府县长；
林杰、尹青为安山县人民政府副县长。
2032年1月11日
"""
    assert [
        (*row, f.date) for row, f in zip(told(text), [f for f in facts(text) if f.relation in PERSONNEL], strict=True)
    ] == [
        ("dismissed", "石磊", "安山县人民政府", "副县长", "2031-04-06"),
        ("appointed", "方小舟", "安山县人民政府", "县长", "2032-01-11"),
        ("appointed", "林杰", "安山县人民政府", "副县长", "2032-01-11"),
        ("appointed", "尹青", "安山县人民政府", "副县长", "2032-01-11"),
    ]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        (
            "任命方小舟同志为：县水利局党组书记、局长。",
            [("appointed", "方小舟", "县水利局党组", "书记"), ("appointed", "方小舟", "县水利局", "局长")],
        ),
        ("免去方小舟同志：县水利局副局长职务。", [("dismissed", "方小舟", "县水利局", "副局长")]),
        ("任命下列同志为：县人大代表联络站站长。", []),
        ("方小舟同志由县审计局副局长调任县水利局局长。", [("appointed", "方小舟", "县水利局", "局长")]),
        (
            "县委组织部宣布：方小舟任县水利局局长，不再担任县审计局局长职务；石磊任县审计局局长。",
            [
                ("appointed", "方小舟", "县水利局", "局长"),
                ("dismissed", "方小舟", "县审计局", "局长"),
                ("appointed", "石磊", "县审计局", "局长"),
            ],
        ),
    ],
)
def test_ways_of_telling_a_change(line: str, rows: list[Row]) -> None:
    assert told(f"{line}\n2031年3月1日\n") == rows
