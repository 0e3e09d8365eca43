"""What a unit only helps with is never said to be led by it, whatever stands beside it."""

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of

LINES = "松平县洪涝灾害救援预案\n2.2 成员单位任务\n县公安局：负责现场警戒。\n县林业局：配合做好山洪监测。\n县财政局：协助筹集救灾物资。\n县文化馆：负责场馆疏散。\n"


def test_a_unit_that_helps_does_not_lead() -> None:
    facts = (found for found in extract_document(document_of(LINES)).facts if isinstance(found, Fact))
    told = {(f.relation.value, f.subject.name, f.role) for f in facts if f.relation.value in {"leads", "assists"}}
    assert told == {
        ("leads", "县公安局", "负责"),
        ("assists", "县林业局", "配合"),
        ("assists", "县财政局", "协助"),
        ("leads", "县文化馆", "负责"),
    }
