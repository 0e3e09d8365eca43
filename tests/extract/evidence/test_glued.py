"""Two bodies that OCR glued together are a doubt; names that hold another one by right are not."""

import pytest

from extract.document import Document
from extract.evidence.glued import glued_at
from extract.pipeline import extract_document

TABLE = "工作任务\t牵头单位\n1.完成东山水库加固工程。\t县发展改革局安投公司\n2.新建西河大桥。\t县交通运输局\n"


@pytest.mark.parametrize(
    ("name", "second"),
    [
        ("县发展改革局安投公司", "安投公司"),
        ("港口办东山街", "东山街"),
        ("东山街西山街", "西山街"),
        ("县水利局东山街西山街", "西山街"),
        ("县供销社县邮政局", "县邮政局"),
        ("东山风景区管委会县自然资源局", "县自然资源局"),
    ],
)
def test_two_bodies_are_told(name: str, second: str) -> None:
    at = glued_at(name)
    assert at is not None
    assert name[at:] == second


@pytest.mark.parametrize(
    "name",
    [
        "安山县教育局",
        "临江市安山县教育局",
        "临江市东山街",
        "县人民政府办公室",
        "县委县政府督查室",
        "中共安山县委县直机关工作委员会",
        "县市场监督管理局",
        "县公安局交通警察大队",
        "县城乡统筹服务中心",
        "东山街道办事处",
    ],
)
def test_one_body_stays_one(name: str) -> None:
    assert glued_at(name) is None


@pytest.mark.parametrize(("reading", "stated"), [("text", True), ("ocr", False)])
def test_only_what_ocr_read_is_doubted(reading: str, stated: bool) -> None:
    document = Document("a.pdf", TABLE, "0" * 64, reading=reading)
    found = extract_document(document)
    names = {fact.subject.name for fact in found.facts}
    assert ("县发展改革局安投公司" in names) is stated
    assert "县交通运输局" in names
    doubts = [doubt for doubt in found.doubts if doubt.code == "ocr_glued"]
    assert bool(doubts) is not stated
    assert all(dict(doubt.values) == {"first": "县发展改革局", "second": "安投公司"} for doubt in doubts)
