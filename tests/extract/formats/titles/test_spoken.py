"""Names before 要 and 不, and posts that somebody speaks of."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("群众反映副镇长简宁不到岗的问题。", {("简宁", "镇人民政府", "副镇长")}),
        ("我们希望乡长石岩要多下村。", {("石岩", "乡人民政府", "乡长")}),
        (
            "县林业局局长卓远要先行一步，副局长冉青也到了。",
            {("卓远", "县林业局", "局长"), ("冉青", "县林业局", "副局长")},
        ),
        ("柳坪镇镇长简宁不在会上。", {("简宁", "柳坪镇人民政府", "镇长")}),
    ],
)
def test_who_is_spoken_of(text: str, expected: set[tuple[str, str, str]]) -> None:
    facts = (found for found in extract_document(document_of(text + "\n")).facts if isinstance(found, Fact))
    assert {(f.subject.name, f.object.name, f.role) for f in facts if f.relation.value == "holds"} == expected
