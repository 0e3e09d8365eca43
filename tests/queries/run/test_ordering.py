"""An answer in the order of a column, forwards and backwards, its citations with it."""

import pytest

from graph.stores.store import Store
from queries.library import find
from queries.messages import RefusedError
from queries.run import ask, sorted_by_column


def test_rows_and_their_citations_move_together(store: Store) -> None:
    table = ask(store, find("changes"), {})
    for typed in ("official", "人员", "-official"):
        ordered = sorted_by_column(table, typed)
        names = [row["official"] for row in ordered.rows]
        assert names == sorted(names, reverse=typed.startswith("-"))
        pairs = list(zip(table.rows, table.citations, strict=True))
        assert all(pair in pairs for pair in zip(ordered.rows, ordered.citations, strict=True))
        assert len(ordered.rows) == len(table.rows)


def test_numbers_go_by_size_and_what_is_missing_comes_last(store: Store) -> None:
    days = [row["days"] for row in sorted_by_column(ask(store, find("vacancies"), {}), "-days").rows]
    stated = [day for day in days if day is not None]
    assert stated == sorted(stated, reverse=True)
    assert days == stated + [None] * (len(days) - len(stated))


def test_a_column_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(RefusedError, match="no column"):
        sorted_by_column(ask(store, find("changes"), {}), "fact_id")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("tally_changes", {"by": "周"}),
        ("tally_sections", {"by": "month", "document": "云政办〔2022〕3号"}),
        ("leaders_of_bodies", {"sole": "perhaps"}),
    ],
)
def test_a_choice_that_is_none_is_refused_not_read_as_another(store: Store, name: str, given: dict[str, str]) -> None:
    with pytest.raises(RefusedError, match="it takes"):
        ask(store, find(name), given)


def test_no_is_not_read_as_yes(store: Store) -> None:
    every = ask(store, find("leaders_of_bodies"), {}).rows
    assert ask(store, find("leaders_of_bodies"), {"sole": "no"}).rows == every
    assert (
        ask(store, find("tally_changes"), {"by": "按单位"}).rows
        == ask(store, find("tally_changes"), {"by": "body"}).rows
    )
