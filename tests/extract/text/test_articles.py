"""Texts in articles: told by their paragraphs, and quiet where nobody is named."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.articles import in_articles
from extract.text.segment import notices

LAW = (
    "安山县村民委员会选举办法\n第一条 为了规范选举，依照《村民委员会组织法》，制定本办法。\n"
    "第二条 得票多的当选。当选的村民委员会主任、副主任应当及时就职。\n第三条 县水行政主管部门主管的工程，由其主管部门、单位负责。\n"
    "第四条 依照《村民委员会组织法》第三条的规定处罚。\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LAW, True),
        ("安山县人民政府关于方小舟任职的通知\n任命方小舟为县水利局局长。\n第一条渠道已经疏通。\n", False),
    ],
)
def test_a_text_in_articles(text: str, expected: bool) -> None:
    assert any(in_articles(notice) for notice in notices(document_of(text))) == expected


def test_a_law_that_names_nobody_gives_neither_fact_nor_doubt() -> None:
    found = extract_document(document_of(LAW))
    assert not [fact for fact in found.facts if fact.relation is not Relation.CITES]
    assert not found.doubts
