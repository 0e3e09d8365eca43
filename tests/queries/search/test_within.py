"""Where words find nothing, whole names within them are offered, never halves of words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from graph.stores.store import Store
from queries.search.index import index_of
from queries.search.near import names_within


@pytest.fixture(scope="module")
def index(store: Store) -> Iterator[sqlite3.Connection]:
    with closing(index_of(store, None)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("区财政局的账本", ["区财政局"]),
        ("柳湾街道办事处与区教育局之争", ["柳湾街道办事处", "区教育局"]),
        ("优化营商环境条例", ["营商环境"]),
        ("柳湾区气象", []),
        ("赵明远航", []),
        ("", []),
        ("abc", []),
    ],
)
def test_names_within(index: sqlite3.Connection, typed: str, offered: list[str]) -> None:
    assert names_within(index, typed) == offered


def test_without_an_index_words_of_fields_are_offered() -> None:
    assert names_within(None, "区财政局的养老账本") == ["养老"]
