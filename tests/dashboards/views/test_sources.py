"""The quotation is marked where it stands in its passage."""

from hypothesis import given
from hypothesis import strategies as st

from dashboards.views.sources import cut, marked


def test_the_quotation_is_marked_within_its_passage() -> None:
    assert marked("经研究,张三同志任区教育局局长。", 100, 104, 114) == [
        {"text": "经研究,", "marked": False},
        {"text": "张三同志任区教育局局", "marked": True},
        {"text": "长。", "marked": False},
    ]


def test_a_passage_of_context_is_not_marked() -> None:
    assert marked("上一段", 0, 50, 60) == [{"text": "上一段", "marked": False}]


@given(st.text(alphabet="甲乙丙丁0123", max_size=40), st.integers(0, 60), st.integers(0, 80), st.integers(0, 40))
def test_no_character_is_lost(passage: str, offset: int, start: int, length: int) -> None:
    assert "".join(part["text"] for part in marked(passage, offset, start, start + length)) == passage


def test_context_is_cut_to_what_is_near() -> None:
    assert cut("0123456789", 100, 104, 107) == ("…456…", 103)
    assert cut("0123456789", 100, 0, 500) == ("0123456789", 100)
