"""A question begun with the things that it is about answers as the one that looks through the whole graph."""

from typing import Any

import pytest

from graph.stores.store import Store
from queries.library import CHOSEN, ParameterType, Query, library
from queries.run import choices
from queries.run.asking import resolve, started

QUIET = ("figure_pairs", "projects")  # of which the small graph holds nothing by these words
STARTED = [(query, part) for query in library().values() for part in query.starts]


def values_of(store: Store, query: Query) -> dict[str, Any]:
    given = {
        p.name: "2022-06-01" if p.type is ParameterType.DATE else "养老"
        for p in query.parameters
        if p.default is None and p.type not in CHOSEN
    }
    return resolve(store, query, given)[0]


@pytest.mark.parametrize(("query", "part"), STARTED, ids=lambda one: one.name if isinstance(one, Query) else one)
def test_a_started_question_says_the_same(store: Store, query: Query, part: str) -> None:
    name = part.partition("=")[0]
    kind = next(parameter.type for parameter in query.parameters if parameter.name == name)
    said = 0
    for thing in choices(store, kind):
        values = values_of(store, query) | {name: [thing.key], "limit": 500}
        begun = started(query, values)
        assert begun != query.statement
        rows = store.read(begun, values).rows
        assert rows == store.read(query.statement, values).rows
        said += len(rows)
    assert said or query.name in QUIET


def test_a_question_about_all_places_is_asked_as_it_stands(store: Store) -> None:
    query = library()["gaps"]
    assert started(query, resolve(store, query, {})[0]) == query.statement
