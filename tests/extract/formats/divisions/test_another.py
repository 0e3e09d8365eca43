"""Duties of the holders of a seat, printed below a list of persons, are nobody's in particular."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of


@pytest.mark.parametrize("duty", ["总林长负责全县森林资源保护工作。", "副河长负责巡河。", "局长负责全面工作。"])
def test_a_duty_of_a_seat_is_not_lent_to_the_person_above(duty: str) -> None:
    result = extract_document(document_of(f"安山县林长名单\n副县长 周成林\n职责：{duty}\n"))
    assert not [f for f in result.facts if f.relation is Relation.LEADS]
    assert "duties_of_nobody" in [d.code for d in result.doubts]


def test_titles_in_parentheses_below_chiefs() -> None:
    result = extract_document(document_of("安山县林长名单\n县级总林长：丁力（县委书记）、石磊（县长）\n"))
    held = [(f.subject.name, f.object.name, f.role) for f in result.facts if f.relation is Relation.HOLDS and f.object]
    assert held == [("丁力", "县委", "书记"), ("石磊", "县人民政府", "县长")]
