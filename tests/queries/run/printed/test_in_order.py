"""A list of all items is the same whether it is read at once or document after document."""

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

import pytest

from graph.stores.store import Rows, Store
from queries.library import Query, library
from queries.run import ask, asking
from queries.run.printed import in_order
from queries.run.surroundings import File, Surroundings

IN_ORDER = [query for query in library().values() if query.in_order]


@pytest.mark.parametrize("query", IN_ORDER, ids=lambda query: query.name)
@pytest.mark.parametrize("limit", [1, 7, 1_000])
@pytest.mark.parametrize("at_once", [1, 3])
def test_document_after_document_is_the_same(
    gazettes: Store, monkeypatch: pytest.MonkeyPatch, query: Query, limit: int, at_once: int
) -> None:
    typed = {parameter.name: "新增" for parameter in query.parameters if parameter.default is None}
    whole = ask(gazettes, query, typed, limit)
    monkeypatch.setattr(asking, "FEW_ITEMS", 0)
    monkeypatch.setattr(in_order, "AT_ONCE", at_once)
    divided = ask(gazettes, query, typed, limit)
    assert (divided.rows, divided.truncated) == (whole.rows, whole.truncated)
    assert whole.rows


def test_there_is_such_a_question() -> None:
    assert {query.name for query in IN_ORDER} == {"document_items"}


class Copies:
    """A store of documents of one file name: items at one place of it, in the order of their tasks, which is not that of their keys."""

    def __init__(self, files: Sequence[str] = ("b.txt", "a.txt")) -> None:
        self.files = files
        self.items = [
            {"key": f"{file}:{copy}:{start}:{nth}", "file": file, "start": start, "task": 9 - copy}
            for file in sorted(files)
            for copy in range(4)
            for nth, start in enumerate((0, 5, 5, 8))
        ]

    def known(self, made: object) -> Surroundings:
        documents = tuple(File(file, file, "") for file in self.files)
        return Surroundings((), documents, (), len(self.items))

    def read(self, cypher: str, given: dict[str, Any], limit: int, timeout: float) -> Rows:
        assert limit < 2**31  # an engine takes no number of any length
        if "documents" in given:
            listed = [one for one in self.items if one["file"] in given["documents"]]
            listed.sort(key=itemgetter("file", "start", "key"))
            columns = ("key", "file", "start")
            listed = listed[given["skip"] : given["skip"] + given["limit"]]
        else:
            listed = [one for one in self.items if one["key"] in given["items"]]
            listed.sort(key=itemgetter("file", "start", "task"))
            columns = ("file", "start", "task")
            listed = listed[: given["limit"]]
        return Rows(columns, tuple(tuple(one[column] for column in columns) for one in listed))


@pytest.mark.parametrize("at_once", [1, 2])
def test_items_at_one_place_of_files_of_one_name_stay_in_order(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(in_order, "AT_ONCE", at_once)
    store = Copies()
    columns = ("file", "start", "task")
    whole = sorted(({column: one[column] for column in columns} for one in store.items), key=itemgetter(*columns))
    for most in range(1, len(whole) + 3):
        rows = in_order.rows_in_order(store, "", {"jurisdiction": [""]}, most, 1.0)  # type: ignore[arg-type]
        assert rows == whole[:most]


def test_parts_do_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_order, "AT_ONCE", 1)
    store = Copies([f"{number:03}.txt" for number in range(60)])
    rows = in_order.rows_in_order(store, "", {"jurisdiction": [""]}, 100_001, 1.0)  # type: ignore[arg-type]
    assert len(rows) == len(store.items)
