"""Names and texts as tokens: Chinese of any length, pinyin and its initials, fields of work."""

import tomllib
from importlib.resources import files

import pytest

from queries.library import library
from queries.search.near import asked_about, asked_questions
from queries.search.tokens import also, folded, phrase, pinyin, spaced, topics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区发改局", "区 发 改 局"),
        ("新造林80亩，5G基站", "新 造 林 80 亩 5g 基 站"),
        ("云政办〔２０２３〕１号", "云 政 办 2023 1 号"),
        ("增长6.5%", "增 长 6.5"),
        ("𬀩", "𬀩"),
    ],
)
def test_each_han_character_is_a_token(text: str, expected: str) -> None:
    assert spaced(text) == expected


def test_a_phrase_is_never_an_expression() -> None:
    assert phrase('养老" OR "x*') == '"养 老 or x"'
    assert phrase("“”") == ""


@pytest.mark.parametrize(
    ("name", "person", "initials"), [("区发改局", False, "qfgj"), ("单立群", True, "slq"), ("曾晓", True, "zx")]
)
def test_initials(name: str, person: bool, initials: str) -> None:
    assert pinyin(name, person=person)[1] == initials


def test_each_topic_finds_its_example_and_not_its_counterexample() -> None:
    entries = tomllib.loads((files("queries.search") / "words.toml").read_text("utf-8"))["topic"]
    for entry in entries:
        words = [folded(word) for word in entry["words"].split()]
        assert any(word in folded(entry["example"]) for word in words), entry
        assert not any(word in folded(entry["counterexample"]) for word in words), entry


def test_a_word_stands_for_its_field_of_work() -> None:
    assert also("老年人")[0] == "老年人"
    assert "养老" in also("老年人")
    assert also("湿地") == ("湿地",)
    assert len({word for words in topics() for word in words}) == sum(map(len, topics()))


def test_each_question_is_told_by_its_example_and_not_by_its_counterexample() -> None:
    entries = tomllib.loads((files("queries.search") / "words.toml").read_text("utf-8"))["question"]
    for entry in entries:
        assert entry["name"] in asked_questions(entry["example"]), entry
        assert entry["name"] not in asked_questions(entry["counterexample"]), entry
        assert library()[entry["name"]].listed


@pytest.mark.parametrize(
    ("typed", "about"),
    [("谁接替了李明", "李明"), ("谁管教育", "教育"), ("李明现在做什么", "李明"), ("李明的履历", "李明"), ("区财政局局长", "区财政局局长"), ("谁", "谁")],
)  # fmt: skip
def test_what_a_question_asks_about_remains(typed: str, about: str) -> None:
    assert asked_about(typed) == about
