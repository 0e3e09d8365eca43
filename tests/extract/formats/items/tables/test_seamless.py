"""Responsibility tables in which no mark divides the cells: a row a paragraph, its last cells after its last full stop."""

from extract.facts import Doubt, Fact, ItemRecord
from extract.formats.items.tables.responsibility import task_tables
from extract.readers.text import document_of
from extract.text.segment import notices

HEAD = "河东县林业局2023年护林任务分工\n工作内容要求责任股室完成时限备注\n"
ROWS = """一、巡护(一)日常巡护。1.每周查看苗圃围栏。资源股、法规股，各有关股室长期坚持
2.修订防火预案。印发各村学习。法规股6月底前
3.本项由股室自行安排。待定
4.更换界桩。资源股2023年9月底前
"""


def stated(text: str) -> list[Fact | Doubt | ItemRecord]:
    found = [one for notice in notices(document_of(text)) for one in task_tables(notice)]
    return [one for one in found if isinstance(one, Fact | Doubt | ItemRecord)]


def test_a_row_is_an_item_that_the_bodies_after_its_text_answer_for() -> None:
    facts = [one for one in stated(HEAD + ROWS) if isinstance(one, Fact)]
    assert [(f.subject.name, f.object.name, f.role, f.qualifiers.deadline) for f in facts if f.object] == [
        ("资源股", "每周查看苗圃围栏。", "责任股室", "长期坚持"),
        ("法规股", "每周查看苗圃围栏。", "责任股室", "长期坚持"),
        ("法规股", "修订防火预案。印发各村学习。", "责任股室", "6月底前"),
        ("资源股", "更换界桩。", "责任股室", "2023年9月底前"),
    ]


def test_a_row_without_bodies_is_a_doubt_and_sets_of_bodies_stand_in_the_record() -> None:
    found = stated(HEAD + ROWS)
    assert [one.evidence.quote for one in found if isinstance(one, Doubt)] == ["3.本项由股室自行安排。待定"]
    assert [one.aggregates for one in found if isinstance(one, ItemRecord)] == [("各有关股室",), (), ()]


def test_a_heading_over_paragraphs_is_no_such_table() -> None:
    text = "河东县林业局\n护林工作任务责任股室及完成时限安排\n各股室要按时完成。资源股每月检查一次。\n请遵照执行。\n"
    assert [one for one in stated(text) if isinstance(one, Fact | Doubt)] == []
