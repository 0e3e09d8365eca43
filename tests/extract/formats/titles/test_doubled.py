"""Titles that another format has read are told once."""

from extract.pipeline import extract_document
from extract.readers.text import document_of


def test_a_post_that_is_given_is_not_held_besides() -> None:
    text = "石磊同志任中共安山县委常委、副县长，负责县政府常务工作，分管财政、统计工作。\n"
    facts = [fact for fact in extract_document(document_of(text)).facts if fact.role in {"常委", "副县长"}]
    assert [(fact.relation.value, fact.role) for fact in facts] == [("appointed", "常委"), ("appointed", "副县长")]
