"""Passages come with the extraction of a document: its blocks in their order, private numbers covered."""

from extract.evidence.passages import passages_of
from extract.pipeline import extract_document
from extract.readers import document_of
from extract.text.segment import notices

TEXT = "安山县人民政府关于修路的通知\n安政发〔2022〕3号\n各乡镇人民政府：\n1.修路，联系人139-1234-5678。（责任单位：县交通局）\n序号\t任务\n1\t架桥\n"


def test_each_passage_is_as_long_as_its_span_and_holds_no_number() -> None:
    document = document_of(TEXT, "a.txt")
    found = extract_document(document).passages
    assert found == passages_of(document, notices(document))
    assert [p.start for p in found] == sorted(p.start for p in found)
    for passage in found:
        printed = TEXT[passage.start : passage.end]
        assert len(passage.text) == len(printed)
        assert passage.line == TEXT[: passage.start].count("\n") + 1
        assert passage.text.replace("***-****-****", "139-1234-5678") == printed
    assert any("***-****-****" in passage.text for passage in found)
