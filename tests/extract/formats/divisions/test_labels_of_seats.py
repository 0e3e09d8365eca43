"""Lines of seats and of chiefs are no titles of the line above them, which names a part of a group or a river."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("安山县防汛应急预案\n（三）后勤组\n组长：县商务局局长\n职责：负责物资保障。\n", set()),
        ("安山县防汛应急预案\n（三）专家组\n组长：县水利局总工程师\n职责：提供技术支撑。\n", set()),
        # whoever heads a part of a group does not do what the part does
        ("安山县教育局关于中考工作的通知\n（一）考务组。组长：丁力。负责试卷管理、考务培训等工作。\n", {"丁力"}),
        ("安山县河长名单\n（一）石桥河\n河长：丁力　副县长\n联系单位：县农业农村局\n", {"丁力"}),
        ("安山县河长名单\n（一）青衣河\n责任单位：县水利局\n负责日常管护。\n", set()),
    ],
)
def test_a_part_or_a_river_is_nobody(text: str, people: set[str]) -> None:
    found: list[Fact] = extract_document(document_of(text, "plan.txt")).facts
    assert {fact.subject.name for fact in found if fact.subject.kind == "official"} == people


def test_the_work_of_a_part_is_not_lent_to_its_head() -> None:
    text = "安山县教育局关于中考工作的通知\n（一）考务组。组长：丁力。负责试卷管理、考务培训等工作。\n"
    facts = extract_document(document_of(text, "plan.txt")).facts
    assert [(fact.object.name, fact.role) for fact in facts if fact.relation == "leads"] == [("考务组", "组长")]


def test_a_name_does_not_end_one_character_before_layout() -> None:
    text = "安山县人民政府领导分工\n丁力，县长，主持县政府全面工作。\n钮祜禄洪　省体育局副局长\n"
    extraction = extract_document(document_of(text, "page.txt"))
    assert {fact.subject.name for fact in extraction.facts} == {"丁力"}
    assert any("钮祜禄洪" in doubt.evidence.quote for doubt in extraction.doubts)


def test_the_stretch_of_a_party_is_not_lent_to_its_last_member() -> None:
    text = "第二巡山组:\n组长:丁力 县林业局局长\n成员:石青 县财政局副局长\n林溪 县林场科员\n负责看护范围:北坡防火带以西。\n"
    facts = extract_document(document_of(text, "plan.txt")).facts
    assert [(fact.subject.name, fact.object.name) for fact in facts if fact.relation == "leads" and fact.object] == [
        ("丁力", "第二巡山组")
    ]
    assert {fact.subject.name for fact in facts if fact.relation == "member_of"} == {"石青", "林溪"}
