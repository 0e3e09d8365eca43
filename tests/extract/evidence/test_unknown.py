"""Characters of a font's private area: each sentence that holds one is doubted, and no name rests on one."""

import pytest

from extract.pipeline import extract_document
from extract.readers.text import document_of

HEAD = "安山县人民政府\n关于丁力等同志任职的通知\n安政任〔2021〕7号\n县人民政府决定：\n"
TAIL = "\n安山县人民政府\n2021年5月8日\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "任命丁\ue003力为县水利局局长。",
        "任\ue00b命丁力为县水利局局长。",
        "丁力同志任县水利局副\ue00c局长。",
        "免\ue00c去丁力的县水利局局长职务。",
        "丁力\ue000志任县水利局局长。",
    ],
)
def test_what_a_private_character_makes_unsure_is_a_doubt(sentence: str) -> None:
    found = extract_document(document_of(HEAD + sentence + TAIL, "a.txt"))
    held = [fact for fact in found.facts if fact.relation.value in ("appointed", "dismissed")]
    place = len(HEAD)
    assert not held
    assert any(doubt.evidence.start < place + len(sentence) and doubt.evidence.end > place for doubt in found.doubts)


def test_a_sign_beside_a_word_is_no_unknown_character() -> None:
    found = extract_document(document_of(HEAD + "任命丁力为县水利局局长。\n\ue600 返回首页" + TAIL, "a.txt"))
    assert [fact.subject.name for fact in found.facts if fact.relation.value == "appointed"] == ["丁力"]
    assert not [doubt for doubt in found.doubts if doubt.code == "character_unknown"]
