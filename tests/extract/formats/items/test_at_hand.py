"""The item at hand: which paragraphs are headings, which enumerators are of one level."""

import pytest

from extract.formats.items.at_hand import is_heading, level_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. 产业链提升工程", True),
        ("（三）健全机制", True),
        ("1. 产业链提升工程。", False),
        ("推进河道清淤,完成护岸修复。", False),
    ],
)
def test_headings(text: str, expected: bool) -> None:
    assert is_heading(text) is expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("(3)", "(12)", True), ("一、", "十二、", True), ("(三)", "三、", False), ("1.", "一、", False)],
)
def test_enumerators_of_one_level(one: str, other: str, same: bool) -> None:
    assert (level_of(one) == level_of(other)) is same
