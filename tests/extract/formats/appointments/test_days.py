"""The day of a decision that stands after it in parentheses, or before it in a chronicle."""

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

PERSONNEL = (Relation.APPOINTED, Relation.DISMISSED)


def days(text: str) -> list[tuple[str, str | None]]:
    facts = extract_document(document_of(text)).facts
    return [(f.subject.name, f.date) for f in facts if f.relation in PERSONNEL]


def test_a_number_and_a_day_close_each_decision() -> None:
    text = """人事任免
区人民政府决定任命：
方小舟同志为区司法局局长。
（白政任〔2031〕2号　2031年3月2日）
石磊任区审计局局长，免去其区信访局局长职务。
（白政任〔2031〕3号，2031年3月20日）
"""
    assert days(text) == [("方小舟", "2031-03-02"), ("石磊", "2031-03-20"), ("石磊", "2031-03-20")]


def test_an_election_in_a_chronicle_is_of_the_day_of_its_entry() -> None:
    text = "2031年大事记\n2月10日　区人大五届三次会议闭幕，方小舟当选区长，石磊、林杰当选副区长。\n"
    assert days(text) == [("方小舟", "2031-02-10"), ("石磊", "2031-02-10"), ("林杰", "2031-02-10")]


def test_a_day_without_its_month_is_the_last_one_before_the_paper() -> None:
    told = "本报讯（记者丁力）{}日，县人大常委会召开第二次会议，决定任命石磊为县水利局局长。\n"
    assert days("县人大常委会举行会议\n2016/5/16\n" + told.format(13)) == [("石磊", "2016-05-13")]
    assert days("县人大常委会举行会议\n2016/1/2\n" + told.format(30)) == [("石磊", "2015-12-30")]
