"""What a text may hold at all: the words are read from the patterns, and no match stands in a text without its bit."""

import re

import pytest

from extract.clean import clean
from extract.lexicon import signs
from extract.lexicon.signs import ALL, needed, sign_of, signs_in

CASES = [
    ("牵头(?:单位|部门)|责任人", {"牵头单位", "牵头部门", "责任人"}),
    ("任[免命]|组\\s*长", {"任免", "任命", "组"}),
    ("(?:即|其中)?由[^。]{2,9}负责", {"负责"}),
    ("第?[一二]号", {"一号", "二号"}),
    ("责任(?:单位)?", {"责任"}),
    ("(?:长|任)+(?=为)", {"长", "任"}),
    ("\\d+", set()),
    ("县|.", set()),
]


@pytest.mark.parametrize(("pattern", "words"), CASES)
def test_words_that_each_match_holds_one_of(pattern: str, words: set[str]) -> None:
    """An optional part, a class of many characters and what is around a match need no word."""
    assert needed(re.compile(pattern)) == words


def test_a_text_without_the_words_has_no_bit_and_a_part_has_the_bits_of_the_whole() -> None:
    """Bits that are asked for later are set in a text that was walked over before."""
    lead = sign_of(re.compile("牵头单位"))
    text = clean("牵头单位:安山县水利局").signed
    assert text.signs & lead
    assert text.part(5, 11).signs & lead
    assert not signs_in("安山县水利局") & lead
    late = sign_of(re.compile("石门镇"))
    assert text.signs & late
    assert clean("安山县水利局").signs == ALL
    assert not signs_in("安山县水利局") & late


def test_a_pattern_whose_words_cannot_be_told_may_stand_anywhere() -> None:
    """Letters of either case are no words."""
    assert signs_in("安山县") & sign_of(re.compile("html", re.IGNORECASE), re.compile("镇"))


def test_without_a_reader_of_patterns_nothing_is_ruled_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "_parser", None)
    assert needed(re.compile("牵头")) == frozenset()
