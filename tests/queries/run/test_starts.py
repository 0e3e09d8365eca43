"""A question begun with the things that it is about answers as the one that looks through the whole graph."""

from collections.abc import Iterator
from importlib import resources
from typing import Any

import kglite
import pytest

from graph.projection.schema import EDGES, MARK, MARK_KEY, SCHEMA_VERSION
from graph.stores.store import Store, open_store
from queries.library import CHOSEN, ParameterType, Query, library, statement_of
from queries.run import ask, choices
from queries.run.asking import SOUGHT, resolve, started

QUIET = ("dismissed_without_new_post", "figure_pairs", "groups_alike", "projects", "seen_later")
"""Of these the small graph holds nothing by these words; they are asked of the gazettes too."""
STARTED = [(query, part) for query in library().values() for part in query.starts]


def named(one: object) -> str:
    return one.name if isinstance(one, Query) else str(one)


def values_of(store: Store, query: Query) -> dict[str, Any]:
    given = {
        p.name: "2022-06-01" if p.type is ParameterType.DATE else "*" if p.type in CHOSEN else "工程"
        for p in query.parameters
        if p.default is None
    }
    return resolve(store, query, given)[0]


def rows_said(store: Store, query: Query, part: str, most: int, **given: list[str]) -> int:
    """How many rows a started question has for at most so many things, each answered as by the statement alone."""
    name, _, start = part.partition("=")
    kind = next(parameter.type for parameter in query.parameters if parameter.name == name)
    things = choices(store, kind)
    said = 0
    for thing in things[:: max(1, len(things) // most)]:
        values = values_of(store, query) | given | {name: [thing.key], "limit": 500}
        assert started(query, values) != query.statement
        rows = store.read(statement_of("starts", start) + query.statement, values).rows
        assert rows == store.read(query.statement, values).rows
        said += len(rows)
    return said


@pytest.mark.parametrize(("query", "part"), STARTED, ids=named)
def test_a_started_question_says_the_same(store: Store, query: Query, part: str) -> None:
    assert rows_said(store, query, part, most=500) or query.name in QUIET


@pytest.mark.parametrize(("query", "part"), [one for one in STARTED if one[0].name in QUIET], ids=named)
def test_a_started_question_says_the_same_of_the_gazettes(gazettes: Store, query: Query, part: str) -> None:
    assert rows_said(gazettes, query, part, most=20)


@pytest.mark.parametrize("part", library()["who_answers"].starts)
def test_who_answers_names_officials_too_where_it_is_started(gazettes: Store, part: str) -> None:
    query = library()["who_answers"]
    assert rows_said(gazettes, query, part, most=20, words=["教育"])
    told = ask(gazettes, query, {"words": "教育", "jurisdiction": "新洲区"}).rows
    assert ("张再强", "topic") in {(row["who"], row["what_kind"]) for row in told}


@pytest.fixture(scope="module")
def of_each_kind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One relationship of each type between things of each label, each in a notice of its own; the bodies are groups."""
    graph = kglite.KnowledgeGraph()
    graph.cypher(
        f"CREATE (n:{MARK} {{key: $key, version: $version}})", params={"key": MARK_KEY, "version": SCHEMA_VERSION}
    )
    for edge in EDGES.values():
        for start, end in edge.ends:
            key = f"{edge.type} {start} {end}"
            first, last = (
                "Organization:Group {key: $key, kind: 'group'}" if one == "Organization" else f"{one} {{key: $key}}"
                for one in (start, end)
            )
            graph.cypher(
                f"CREATE (a:{first})-[e:{edge.type} {{{edge.key}: $key, notice: $key}}]->(b:{last})",
                params={"key": key},
            )
    path = tmp_path_factory.mktemp("kinds") / "graph.kgl"
    graph.save(str(path))
    with open_store(f"kglite://{path}") as store:
        yield store


@pytest.mark.parametrize("start", SOUGHT)
def test_both_texts_of_a_start_find_the_same_things(of_each_kind: Store, start: str) -> None:
    notices = [f"{edge.type} {first} {last}" for edge in EDGES.values() for first, last in edge.ends]
    assert found_by_both(of_each_kind, start, notices)


@pytest.mark.parametrize("start", SOUGHT)
def test_both_texts_of_a_start_find_the_same_things_of_the_gazettes(gazettes: Store, start: str) -> None:
    assert found_by_both(gazettes, start, [one.key for one in choices(gazettes, ParameterType.DOCUMENT)])


def found_by_both(store: Store, start: str, documents: list[str]) -> int:
    """How many things a start finds in each document, in all together, in some and one that is none: its other text finds the same."""
    found = 0
    for some in (*([one] for one in documents), documents, [*documents[:2], "none"], ["none"]):
        here, there = (keys_found(store, folder, start, some) for folder in ("starts", "sought"))
        assert here == there, some
        found += len(here)
    return found


def keys_found(store: Store, folder: str, start: str, documents: list[str]) -> list[str]:
    """The keys of what a start finds in some documents, each as often as it is handed on."""
    statement = statement_of(folder, start)
    handed_on = statement.split()[-1]
    rows = store.read(f"{statement}RETURN {handed_on}.key AS key ORDER BY key", {"document": documents}).rows
    return [key for (key,) in rows]


@pytest.mark.parametrize(("query", "part"), [one for one in STARTED if one[1].partition("=")[2] in SOUGHT], ids=named)
def test_a_question_whose_relationships_are_looked_up_begins_so(store: Store, query: Query, part: str) -> None:
    name, _, start = part.partition("=")
    given = {**values_of(store, query), name: ["a"]}
    assert started(query, given, seeks=True) == statement_of("sought", start) + query.statement
    assert started(query, given) == statement_of("starts", start) + query.statement


def test_each_start_by_notice_is_one_of_two_texts() -> None:
    folder = resources.files("queries") / "cypher" / "inner" / "sought"
    assert {one.name for one in folder.iterdir()} == {f"{start}.cypher" for start in SOUGHT}


def test_a_question_about_all_places_is_asked_as_it_stands(store: Store) -> None:
    query = library()["gaps"]
    assert started(query, resolve(store, query, {})[0]) == query.statement
