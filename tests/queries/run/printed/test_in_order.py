"""A list of all items is the same whether it is read at once or document after document."""

import pytest

from graph.stores.store import Store
from queries.library import Query, library
from queries.run import ask, asking
from queries.run.printed import in_order

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
