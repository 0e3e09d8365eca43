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
        ("安山县河长名单\n（一）石桥河\n河长：丁力　副县长\n联系单位：县农业农村局\n", {"丁力"}),
        ("安山县河长名单\n（一）青衣河\n责任单位：县水利局\n负责日常管护。\n", set()),
    ],
)
def test_a_part_or_a_river_is_nobody(text: str, people: set[str]) -> None:
    found: list[Fact] = extract_document(document_of(text, "plan.txt")).facts
    assert {fact.subject.name for fact in found if fact.subject.kind == "official"} == people
