"""Every question gives the same table on the embedded engine and on Neo4j: cell by cell, type by type, in the same order.

Three graphs: the small one, a generated one with values that make stores stumble, and the five gazettes by the real build. Each question
is asked with its example and with the first, the middle and the last of all that its parameters can name; then with hostile values.
The half that needs no server (each question can be asked, and says the same twice) always runs.
"""

import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import neo4j
import pytest
from click.testing import CliRunner

from dashboards.cli import cli
from extract.errors import QueryError, StoreError
from graph.projection.elements import Difference
from graph.projection.schema import MARK, MARK_KEY, SCHEMA_VERSION
from graph.stores.credentials import credentials
from graph.stores.store import Store, open_store
from queries.library import CHOSEN, Parameter, ParameterType, Query, library, statement_of
from queries.run import ask, choices
from tests.graph.generated import SCOPE, edges, nodes, printed
from tests.local_server import LocalServer
from tests.queries.run.test_asking import GIVEN
from tests.queries.small_graph import statements

GAZETTES = Path(__file__).parents[2] / "data" / "gazettes"
QUESTIONS = list(library())
HELPERS = [
    f"{folder}/{item.name.removesuffix('.cypher')}"
    for folder in ("beside", "choices", "former", "sources")
    for item in sorted((files("queries") / "cypher" / "inner" / folder).iterdir(), key=lambda item: item.name)
]
HELPERS += [
    "pages/doubts_by_file", "pages/doubts_of_file", "pages/facts_by_document", "pages/facts_of_document", "pages/notice_of_fact",
    "pages/notices_of_facts", "search/names_holding", "search/posts_holding",
]  # fmt: skip
HOSTILE = (
    "'", '"', "`", "\\", "\n", "💡", "𠮷", "", "$limit", "{key: 1}", "*/ //", "null", "局' OR true OR '",
    "x'}) DETACH DELETE (n) //", "`) MATCH (n) DETACH DELETE n //", "LOAD CSV FROM 'file:///etc/passwd' AS line",
)  # fmt: skip
RUNAWAY = (
    "MATCH (r1:Item), (r2:Item), (r3:Item), (r4:Item), (r5:Item), (r6:Item), (r7:Item), (r8:Item) "
    "WHERE r1.name + r2.name + r3.name + r4.name + r5.name + r6.name + r7.name + r8.name = 'x' WITH count(*) AS ran "
)
TYPED = {
    # what the first, the middle and the last way of asking give, where no list of the graph says it
    ParameterType.WORDS: ("*", "养老", "服务 建设"),
    ParameterType.TEXT: ("*", "局长", "conflict"),
    ParameterType.VALUES: ("*", "done", "未启动，取消"),
    ParameterType.INTEGER: ("1", "2", "400"),
    ParameterType.DATE: ("2022-06-01", "2019-12-31", "2030-01-01"),
    ParameterType.FROM: ("0001", "2019-04", "2022-05-11"),
    ParameterType.TO: ("9999", "2023", "2022-06"),
    ParameterType.PERIOD: ("*", "2022", "2022-04/2022-06"),
}
Typed = Mapping[str, str]
Cells = tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A graph in the embedded engine, and what opens the same graph on the server."""

    here: Store
    load: Callable[[str], None]


@pytest.fixture(scope="module")
def small(store: Store) -> Asked:
    """The small graph, written as it stands."""

    def load(url: str) -> None:
        known = credentials()
        with neo4j.GraphDatabase.driver(url, auth=(known.user, known.password)) as driver:
            for statement, parameters in statements():
                driver.execute_query(statement, parameters)
            row = {"key": MARK_KEY, "name": MARK_KEY, "version": SCHEMA_VERSION}
            driver.execute_query(f"MERGE (n:{MARK} {{key: $row.key}}) SET n += $row", {"row": row})

    return Asked(store, load)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """Every label and type of the schema, with hard texts."""

    def load(url: str) -> None:
        with open_store(url, writing=True) as writer:
            writer.apply(Difference(SCOPE, tuple(nodes(12)), tuple(edges(12))))
            if writer.texts.path:  # a server reads those of the embedded graph
                with writer.texts.writing() as texts:
                    texts.bring(SCOPE, "1", printed(12))
            writer.checkpoint()

    url = f"kglite://{tmp_path_factory.mktemp('generated') / 'graph.kgl'}"
    load(url)
    with open_store(url) as here:
        yield Asked(here, load)


@pytest.fixture(scope="module")
def gazettes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """The five gazettes, built as a user builds them."""
    folder = tmp_path_factory.mktemp("workspace")

    def build(*arguments: str) -> None:
        built = CliRunner().invoke(cli, ["build", *arguments, "--workspace", str(folder)])
        assert built.exit_code == 0, built.output

    build(str(GAZETTES))
    with open_store(f"kglite://{folder / 'graph.kgl'}") as here:
        yield Asked(here, lambda url: build("--store", url))


GRAPHS = ("small", "generated", "gazettes")


@pytest.fixture(scope="module")
def both(request: pytest.FixtureRequest, neo4j_server: LocalServer) -> Iterator[tuple[Store, Store]]:
    """One graph in both stores."""
    asked: Asked = request.getfixturevalue(request.param)
    with open_store(neo4j_server.url, writing=True, rebuild=True) as emptied:
        emptied.checkpoint()
    asked.load(neo4j_server.url)
    with open_store(neo4j_server.url, texts=asked.here.texts.path) as there:
        yield asked.here, there


@pytest.fixture(scope="module")
def alone(request: pytest.FixtureRequest) -> Store:
    """One graph in the embedded engine."""
    asked: Asked = request.getfixturevalue(request.param)
    return asked.here


def named(store: Store, parameter: Parameter) -> list[str]:
    """What the graph has for a parameter: all keys of a choice, or of the label that a key stands for."""
    if parameter.type in CHOSEN:
        return [choice.key for choice in choices(store, parameter.type)]
    if parameter.type is ParameterType.KEY:
        cypher = f"MATCH (n:{parameter.name.capitalize()}) RETURN n.key AS key ORDER BY key"
        return [str(row[0]) for row in store.read(cypher, limit=1_000_000).rows]
    return list(TYPED[parameter.type])


def ways(store: Store, query: Query) -> list[Typed]:
    """The ways to ask a question: as its head does, as the small graph's tests do, and the first, middle and last of all names."""
    found: list[Typed] = []
    for typed in _ways(store, query):
        if typed not in found:
            found.append(typed)
    return found


def _ways(store: Store, query: Query) -> Iterator[Typed]:
    yield dict(part.split("=", 1) for part in shlex.split(query.example))
    yield GIVEN.get(query.name, {})
    lists = {parameter.name: named(store, parameter) for parameter in query.parameters}
    if not all(lists.values()):
        return
    for part in (0.0, 0.5, 1.0):
        typed: dict[str, str] = {}
        for shift, (name, some) in enumerate(lists.items()):
            place = round(part * (len(some) - 1))
            typed[name] = some[(place + shift) % len(some)] if name == "other" else some[place]
        yield typed
    yield {name: some[-1] for name, some in lists.items()} | {
        parameter.name: "*" for parameter in query.parameters if parameter.type is ParameterType.JURISDICTION
    }


def exact(rows: object) -> object:
    """Cells with their types: 1 is not 1.0, and a date is no text."""
    if isinstance(rows, list | tuple):
        return tuple(exact(cell) for cell in rows)
    if isinstance(rows, dict):
        return tuple((name, exact(cell)) for name, cell in rows.items())
    return type(rows).__name__, rows


def answer(store: Store, query: Query, typed: Typed) -> object:
    """The whole table, or why there is none."""
    try:
        table = ask(store, query, typed, limit=20_000, seconds=120)
    except QueryError as error:
        return str(error)
    return table.columns, exact(table.rows), table.citations, table.truncated, table.rests_on, table.notes


def rows_of(answered: object) -> Cells:
    """The rows of what `answer` gave."""
    return () if isinstance(answered, str) else answered[1]  # type: ignore[index]


def hostile_values(query: Query, text: str) -> dict[str, Any]:
    """The statement's parameters with a hostile text wherever a text can stand."""
    values: dict[str, Any] = {"limit": 1_000, "alike": []}
    for parameter in query.parameters:
        match parameter.type:
            case ParameterType.INTEGER:
                values[parameter.name] = 1
            case ParameterType.DATE | ParameterType.FROM | ParameterType.TO:
                values[parameter.name] = date(2022, 6, 1)
            case ParameterType.PERIOD:
                values |= {f"{parameter.name}_from": date.min, f"{parameter.name}_to": date.max}
            case ParameterType.TEXT:
                values[parameter.name] = text
            case _:
                values[parameter.name] = [text]
    if query.passages:
        values["passages"] = [[text] * 6]
    return values


def helper_values(store: Store, name: str) -> list[dict[str, Any]]:
    """Parameters for what stands behind the questions."""

    def column(cypher: str) -> list[Any]:
        return [row[0] for row in store.read(cypher, limit=1_000_000).rows]

    match name:
        case "sources/notices":
            return [
                {"notices": column("MATCH (n:Notice) RETURN n.key AS key ORDER BY key")},
                {"notices": list(HOSTILE)},
            ]
        case "sources/fact":
            some = column("MATCH ()-[e:LEADS|APPOINTED|CITES|MEMBER_OF]->() RETURN e.fact_id AS key ORDER BY key")
            return [{"fact_id": one, "limit": 10} for one in (*some[:: max(1, len(some) // 5)], *HOSTILE[:4])]
        case "sources/item":
            some = column("MATCH (x:Task) RETURN x.key AS key ORDER BY key")
            return [{"key": one, "limit": 10} for one in (*some[:: max(1, len(some) // 5)], *HOSTILE[:4])]
        case "beside/vacant_on" | "beside/other_holders":
            bodies = column("MATCH (o:Organization) RETURN o.key AS key ORDER BY key")
            return [{"body": bodies, "on": date(year, 6, 1), "limit": 50} for year in (2019, 2022, 2030)]
        case "pages/facts_of_document" | "pages/doubts_of_file":
            some = column("MATCH (d:Document) RETURN d.key AS key ORDER BY key LIMIT 5")
            files = column(
                "MATCH (f:Finding) WHERE f.file IS NOT NULL RETURN DISTINCT f.file AS file ORDER BY file LIMIT 5"
            )
            return [{"document": one, "file": one, "limit": 9_000} for one in (*some, *files, *HOSTILE[:4])]
        case "pages/notice_of_fact":
            some = column("MATCH ()-[e:LEADS|APPOINTED|CITES]->() RETURN e.fact_id AS key ORDER BY key")
            return [{"fact_id": one, "limit": 10} for one in (*some[:: max(1, len(some) // 5)], *HOSTILE[:4])]
        case "search/names_holding" | "search/posts_holding":
            asked_words: tuple[list[str], ...] = (["局"], ["区", "局长"], ["养老"], ["财政局局长"], list(HOSTILE), [])
            return [{"words": words, "limit": limit} for words in asked_words for limit in (3, 500)]
        case "pages/facts_by_document" | "pages/doubts_by_file" | "pages/notices_of_facts":
            return [{"limit": 9_000}]
        case "beside/streets_without":
            documents = column("MATCH (n:Notice) RETURN n.key AS key ORDER BY key")
            asked = {"section": [], "kind": "", "limit": 50}
            found = [asked | {"document": documents, "words": words} for words in ([], ["绿"], list(HOSTILE))]
            return [*found, {**asked, "document": [], "words": [], "section": list(HOSTILE), "kind": "street"}]
        case "beside/run_together":
            documents = column("MATCH (n:Notice) RETURN n.key AS key ORDER BY key")
            return [{"document": [*documents, *HOSTILE], "limit": 50}]
        case "beside/wide_section":
            documents = column("MATCH (n:Notice) RETURN n.key AS key ORDER BY key")
            return [{"document": documents, "section": words, "limit": 50} for words in (["附件"], [], list(HOSTILE))]
        case "sources/items_in_order":
            documents = column("MATCH (d:Document) RETURN d.key AS key ORDER BY key")
            pages = [{"documents": documents, "skip": skip, "limit": 50} for skip in (0, 7)]
            return [*pages, {"documents": list(HOSTILE), "skip": 0, "limit": 50}]
        case "beside/no_pair" | "beside/answers_too" | "sources/pairs_of_official":
            officials = column("MATCH (a:Official) RETURN a.key AS key ORDER BY key")
            return [{"official": [*officials, *HOSTILE], "limit": 50}]
        case "sources/words" | "sources/words_of_document":
            questions = ("who_answers", "projects", "policies", "items")
            parts = ["养老", "服务", *HOSTILE]
            documents = column("MATCH (n:Notice) RETURN n.key AS key ORDER BY key")
            return [
                {"parts": parts, "least": parts, "cased": cased, "question": one, "document": documents, "limit": 50}
                for one in questions
                for cased in (True, False)
            ]
        case "sources/projects":
            places = column("MATCH (p:Project) RETURN p.scope AS key ORDER BY key")
            asked_of: tuple[list[str], ...] = (places[:1], places, list(HOSTILE), [])
            return [
                {"within": some, "all": some == [], "holding": held, "limit": 50}
                for some in asked_of
                for held in ([], ["工", "程"], list(HOSTILE))
            ]
        case _ if name.startswith("former/"):
            return [{"begins": text, "limit": 50} for text in ("42", *HOSTILE)]
        case _:
            return [{"limit": 50}]


@pytest.mark.parametrize("alone", ["small", "generated"], indirect=True)
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_says_the_same_twice(alone: Store, name: str) -> None:
    query = library()[name]
    for typed in ways(alone, query):
        assert answer(alone, query, typed) == answer(alone, query, typed)
    for text in HOSTILE:
        found = alone.read(query.statement, hostile_values(query, text))
        assert found.columns == (*query.columns, *query.behind)


@pytest.mark.parametrize("alone", ["small", "generated"], indirect=True)
@pytest.mark.parametrize("name", HELPERS)
def test_what_stands_behind_the_questions_can_be_read(alone: Store, name: str) -> None:
    for values in helper_values(alone, name):
        found = alone.read(statement_of(*name.split("/")), values)
        assert found == alone.read(statement_of(*name.split("/")), values)


@pytest.mark.neo4j
@pytest.mark.parametrize("both", GRAPHS, indirect=True)
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_one_answer(both: tuple[Store, Store], name: str) -> None:
    query = library()[name]
    for typed in ways(both[0], query):
        here, there = (answer(each, query, typed) for each in both)
        assert rows_of(here) == rows_of(there), typed
        assert here == there, typed


@pytest.mark.neo4j
@pytest.mark.parametrize("both", ["small", "generated"], indirect=True)
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_hostile_value_is_answered_alike(both: tuple[Store, Store], name: str) -> None:
    query = library()[name]
    for text in HOSTILE:
        read = [each.read(query.statement, hostile_values(query, text)) for each in both]
        assert read[0] == read[1], text


@pytest.mark.neo4j
@pytest.mark.parametrize("both", GRAPHS, indirect=True)
@pytest.mark.parametrize("name", HELPERS)
def test_what_stands_behind_the_questions_is_the_same(both: tuple[Store, Store], name: str) -> None:
    statement = statement_of(*name.split("/"))
    for values in helper_values(both[0], name):
        here, there = (each.read(statement, values, limit=1_000_000) for each in both)
        assert here.columns == there.columns
        assert exact(here.rows) == exact(there.rows)


@pytest.mark.neo4j
@pytest.mark.parametrize("both", ["gazettes"], indirect=True)
def test_the_gazettes_hold_the_same_and_answer_most_questions(both: tuple[Store, Store]) -> None:
    here, there = both
    assert here.counts() == there.counts()
    assert here.scopes() == there.scopes()
    for scope in here.scopes():
        assert here.projection(scope) == there.projection(scope)
    silent = [
        name
        for name, query in library().items()
        if not any(rows_of(answer(there, query, w)) for w in ways(there, query))
    ]
    assert len(silent) < 6, silent


@pytest.mark.neo4j
@pytest.mark.parametrize("both", ["generated"], indirect=True)
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_neither_writes_nor_loads_nor_runs_away(both: tuple[Store, Store], name: str) -> None:
    query = library()[name]
    values = hostile_values(query, HOSTILE[-1])
    writing = query.statement.replace("RETURN ", "CREATE (:Topic {key: 'written', name: 'written'}) RETURN ", 1)
    before = [each.counts() for each in both]
    for each in both:
        with pytest.raises((QueryError, StoreError)):
            each.read(writing, values)
        with pytest.raises(QueryError, match="load files"):
            each.read("LOAD CSV FROM 'file:///etc/passwd' AS line WITH line " + query.statement, values)
        capped = each.read("UNWIND range(1, 9) AS again WITH again " + query.statement, values | {"limit": 9}, limit=2)
        assert len(capped.rows) <= 2
        with pytest.raises(QueryError, match=r"time|longer"):
            each.read(RUNAWAY + query.statement, values, timeout=0.2)
    assert [each.counts() for each in both] == before
