"""What is typed for a parameter, as the statements take it: a star for all, words that the source sets apart."""

from graph.stores.store import Store
from queries.library import find
from queries.run import Table, ask

NUMBER = "云政办〔2022〕3号"


def answer(store: Store, name: str, **typed: str) -> Table:
    return ask(store, find(name), typed)


def test_a_star_stands_for_all_also_where_a_name_is_needed(store: Store) -> None:
    assert {row["who"] for row in answer(store, "portfolio", official="*").rows} > {"李青"}
    one, every = (answer(store, "register", body=body).rows for body in ("区教育局", "*"))
    assert len(every) > len(one)
    assert answer(store, "tables", document="*").rows == answer(store, "tables", document=NUMBER).rows


def test_words_are_found_where_the_source_sets_blanks_between_them(store: Store) -> None:
    assert [row["as_printed"] for row in answer(store, "lines", words="云山街").rows] == ["2\t云 山 街\t30"]
    assert [row["table_title"] for row in answer(store, "tables", document=NUMBER, words="云山街").rows] == [
        "2022年名额分配表"
    ]
