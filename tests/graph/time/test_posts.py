from typing import Any

import pytest

from extract.facts import Qualifiers
from graph.lexicon import capacities, word_entries
from graph.time.posts import Capacity, is_single_holder, post_of
from tests.graph.identity_facts import Gazette


@pytest.mark.parametrize(
    ("role", "qualifiers", "post", "capacity"),
    [
        ("局长", Qualifiers(), "局长", Capacity.FULL),
        ("代区长", Qualifiers(), "区长", Capacity.ACTING),
        ("代理县长", Qualifiers(), "县长", Capacity.ACTING),
        ("区长", Qualifiers(mode="代理"), "区长", Capacity.ACTING),
        ("副局长(挂职)", Qualifiers(), "副局长", Capacity.SECONDED),
        ("副局长", Qualifiers(mode="挂任"), "副局长", Capacity.SECONDED),
        ("主任", Qualifiers(mode="兼任"), "主任", Capacity.CONCURRENT),
        ("副局长（主持工作）", Qualifiers(), "副局长", Capacity.IN_CHARGE),
        ("副局长", Qualifiers(probation="P1Y"), "副局长", Capacity.PROBATION),
        ("副局长(正处级)", Qualifiers(), "副局长", Capacity.FULL),
        ("代表", Qualifiers(), "代表", Capacity.FULL),
    ],
)
def test_a_printed_post_says_its_name_and_capacity(
    role: str, qualifiers: Qualifiers, post: str, capacity: Capacity
) -> None:
    fact = Gazette().appointed("王一鸣", "区财政局", role, "2021-03-01", qualifiers)
    assert post_of(fact) == (post, capacity)


@pytest.mark.parametrize("table", ["single", "executive", "shared"])
def test_each_entry_of_posts_keeps_its_example_and_counterexample(table: str) -> None:
    for entry in word_entries("posts.toml", table):
        assert is_single_holder(entry.example) is (table != "shared")
        assert is_single_holder(entry.counterexample) is (table == "shared")


@pytest.mark.parametrize("entry", capacities(), ids=lambda e: e.capacity)
def test_each_capacity_word_keeps_its_example_and_counterexample(entry: Any) -> None:
    def capacity(role: str) -> Capacity:
        return post_of(Gazette().appointed("王一鸣", "区财政局", role, "2021-03-01"))[1]

    assert capacity(entry.example) == entry.capacity
    assert capacity(entry.counterexample) is Capacity.FULL
