"""A question that has one answer: its manner, what it is about, its time; and words that ask nothing."""

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from queries.search.asked import asked_in


@pytest.mark.parametrize(
    ("typed", "manner", "about"),
    [
        ("谁是区委书记", "holder", "区委书记"),
        ("区教育局局长是谁？", "holder", "区教育局局长"),
        ("请问现在的区长是谁", "holder", "区长"),
        ("副区长有哪些人", "holder", "副区长"),
        ("周小禾现任什么职务", "posts", "周小禾"),
        ("周小禾现在做什么", "posts", "周小禾"),
        ("谁接替了周小禾", "after", "周小禾"),
        ("周小禾的继任者是谁", "after", "周小禾"),
        ("周小禾的前任是谁", "before", "周小禾"),
        ("周小禾接替了谁", "before", "周小禾"),
        ("湿地归谁管", "field", "湿地"),
        ("现在谁管养老", "field", "养老"),
        ("谁分管教育工作", "field", "教育"),
        ("区财政局的领导是谁", "leaders", "区财政局"),
        ("区民政局在哪里", "address", "区民政局"),
    ],
)
def test_what_is_asked_of_what(typed: str, manner: str, about: str) -> None:
    asked = asked_in(typed)
    assert asked is not None
    assert (asked.manner, asked.about) == (manner, about)


@pytest.mark.parametrize(
    "typed", ["", "谁", "养老", "区教育局局长", "谁负责", "2022年到期的任务", "领导小组", "谁是", "是谁", "？" * 200]
)
def test_what_asks_nothing_that_has_one_answer(typed: str) -> None:
    assert asked_in(typed) is None


@pytest.mark.parametrize(
    ("typed", "about", "first", "last"),
    [
        ("2020年区长是谁", "区长", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020年的区长是谁", "区长", date(2020, 1, 1), date(2020, 12, 31)),
        ("安山县2021年5月县长是谁", "安山县县长", date(2021, 5, 1), date(2021, 5, 31)),
    ],
)
def test_its_time(typed: str, about: str, first: date, last: date) -> None:
    asked = asked_in(typed)
    assert asked is not None
    assert asked.about == about
    assert asked.period is not None
    assert (asked.period.first, asked.period.last) == (first, last)


def test_each_manner_is_told_by_its_example_and_not_by_its_counterexample() -> None:
    entries = tomllib.loads((files("queries.search") / "words.toml").read_text("utf-8"))["manner"]
    for entry in entries:
        asked = asked_in(entry["example"])
        assert asked is not None, entry
        assert asked.manner == entry["name"], entry
        assert asked_in(entry["counterexample"]) is None, entry
        assert all(words.count("…") == 1 for words in entry["words"].split()), entry
