"""Each mark matches its examples and not its counterexamples, and nobody else defines what a Han character is."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.names import marks
from extract.names.marks import BULLETS, ENUMERATOR, may_open_with_mark

ROOT = Path(__file__).parents[3]
LITERAL = re.compile(r"\\u4e00|\\u9fff|\u4e00-\u9fff|一-[龥龿鿿]")
PACKAGES = ("extract", "graph", "queries", "dashboards")


def pattern_of(name: str) -> re.Pattern[str]:
    fragment = getattr(marks, name)
    return re.compile(f"[{fragment}]" if name in marks.CHARACTERS else fragment)


@pytest.mark.parametrize("name", marks.EXAMPLES)
def test_a_mark_matches_its_examples_and_not_its_counterexamples(name: str) -> None:
    pattern, examples = pattern_of(name), marks.EXAMPLES[name]
    assert examples.yes
    assert examples.no
    assert [text for text in examples.yes if not pattern.fullmatch(text)] == []
    assert [text for text in examples.no if pattern.fullmatch(text)] == []


def test_each_mark_has_examples() -> None:
    named = {name for name, value in vars(marks).items() if name.isupper() and isinstance(value, str)}
    assert named == set(marks.EXAMPLES)


@pytest.mark.parametrize("text", [*marks.EXAMPLES["HAN"].yes, *marks.EXAMPLES["HAN"].no])
def test_is_han_says_the_same_as_the_class(text: str) -> None:
    assert marks.is_han(text) is (pattern_of("HAN").fullmatch(text) is not None)


def test_no_other_file_writes_a_range_of_han_characters() -> None:
    files = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    own = ROOT / "extract" / "names" / "marks.py"
    assert [str(p.relative_to(ROOT)) for p in files if p != own and LITERAL.search(p.read_text("utf-8"))] == []


@pytest.mark.parametrize("text", ["一、", "(一)", "1.", "第三条", "①", "——", "●", "附件1", "注:", "十二、"])
def test_what_may_open_with_a_mark(text: str) -> None:
    assert may_open_with_mark(text + "安山县水利局")


@pytest.mark.parametrize("text", ["安山县水利局", "负责水利工作", "本办法所称"])
def test_a_word_opens_with_no_mark(text: str) -> None:
    assert not may_open_with_mark(text)


@given(st.text(alphabet="一二三四五六七八九十百零第附注条章项、.()0123456789①⑴㈠●·-—安山县水利", max_size=6))
def test_every_enumerator_may_open_a_text(text: str) -> None:
    assert may_open_with_mark(text) or not re.match(rf"(?:{ENUMERATOR}|[{BULLETS}])", text)
