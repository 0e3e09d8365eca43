"""Cleaning keeps the way back to the source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.clean import LAYOUT, clean, fold, in_order, join, leaps, printed

GAZETTE_TEXT = st.text(
    st.sampled_from(
        "区人民政府任命张三同志为局长副 \t\n\u3000\xa0\ufeff,，;；:：(（)）〔〕《》“”<p></p>0129０１ABcd。、"
    ),
    max_size=80,
)


def test_layout_and_mark_up_go_and_punctuation_folds() -> None:
    cleaned = clean("组 长：丁　力<p>区委书记</p>")
    assert cleaned.text == "组长:丁力区委书记"
    assert [("组 长：丁　力<p>区委书记</p>")[i] for i in cleaned.offsets] == list("组长：丁力区委书记")


def test_a_space_stays_between_two_ascii_words() -> None:
    assert clean("网络 CEO 王 3 2").text == "网络CEO王3 2"


@settings(deadline=None)
@given(GAZETTE_TEXT, GAZETTE_TEXT, GAZETTE_TEXT)
def test_each_cleaned_character_is_the_source_character_at_its_offset(before: str, text: str, after: str) -> None:
    source = before + text + after
    cleaned = clean(source, len(before), len(before) + len(text))
    assert len(cleaned.text) == len(cleaned.offsets)
    assert list(cleaned.offsets) == sorted(set(cleaned.offsets))
    for char, offset in zip(cleaned.text, cleaned.offsets, strict=True):
        assert len(before) <= offset < len(before) + len(text)
        assert char == fold(source[offset]) or (char == " " and LAYOUT.fullmatch(source[offset]))


@settings(deadline=None)
@given(GAZETTE_TEXT)
def test_a_cleaned_span_leads_to_the_printed_name(text: str) -> None:
    cleaned = clean(text)
    if cleaned.text:
        start, end = cleaned.span(0, len(cleaned))
        assert fold(printed(text[start:end])) == cleaned.text.replace(" ", "")


@settings(deadline=None)
@given(GAZETTE_TEXT, GAZETTE_TEXT)
def test_joined_parts_keep_their_offsets(left: str, right: str) -> None:
    source = left + right
    parts = [clean(source, 0, len(left)), clean(source, len(left), len(source))]
    whole = join([part for part in parts if part.text])
    assert [*whole.offsets] == [*parts[0].offsets, *parts[1].offsets]


@given(st.text("局水利县", min_size=0, max_size=8), st.text("局水利县", max_size=8), st.text("局水利县", max_size=8))
def test_what_is_left_of_a_text_stands_in_it_in_order(word: str, before: str, after: str) -> None:
    assert in_order(word, before + "".join(char + after for char in word))


@pytest.mark.parametrize(("word", "text"), [("利水", "水利局"), ("局局", "水利局"), ("水利局", "水局")])
def test_characters_in_another_order_do_not(word: str, text: str) -> None:
    assert not in_order(word, text)


@pytest.mark.parametrize(
    ("source", "before"),
    [("丁力任局长", []), ("丁　力 任\n局长", [1, 2, 3]), ("　　丁力", []), ("", [])],
)
def test_leaps_are_where_layout_was_left_out(source: str, before: list[int]) -> None:
    """What indents a text is before its first character and no leap."""
    assert leaps(clean(source).offsets) == before
