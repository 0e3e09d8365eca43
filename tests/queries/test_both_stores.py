"""Every question gives the same table on the embedded engine and on Neo4j, cell by cell."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest
from click.testing import CliRunner

from dashboards.cli import cli
from graph.credentials import credentials
from graph.local_server import LocalServer
from graph.schema import MARK, MARK_KEY, SCHEMA_VERSION
from graph.store import Store, open_store
from queries.library import library, statement_of
from queries.run import ask
from tests.queries.small_graph import statements
from tests.queries.test_run import GIVEN

pytestmark = pytest.mark.neo4j
GAZETTES = Path(__file__).parents[2] / "data" / "gazettes"
HELPERS: dict[str, dict[str, Any]] = {
    "choices/body": {},
    "choices/group": {},
    "choices/official": {},
    "choices/policy": {},
    "choices/jurisdiction": {},
    "sources/documents": {},
    "sources/notices": {"notices": ["d1:0"]},
    "sources/passages": {"document": "d1", "first": 0, "last": 100, "limit": 10},
    "sources/fact": {"fact_id": "fact05", "limit": 10},
    "sources/begin_words": {"limit": 10},
    "sources/begin_official": {"limit": 10},
    "sources/begin_body": {"limit": 10},
    "sources/begin_group": {"limit": 10},
}
ON_GAZETTES = {
    # questions of the small graph are asked again of the gazettes, where they name nobody in particular
    "who_answers": {"words": "服务"},
    "changes": {},
    "vacancies": {},
    "all_moves": {"days": "400"},
    "concurrent_posts": {"on": "2022-06-01"},
    "term_ends": {},
    "dismissed_without_new_post": {},
    "possible_same": {},
    "findings": {},
    "overlaps": {"items": "2"},
    "contested": {},
    "gaps": {},
    "deadlines": {},
    "progress": {},
    "policies": {"words": "*"},
    "projects": {"words": "*"},
    "documents": {},
}


@pytest.fixture(scope="module")
def server(neo4j_server: LocalServer) -> Iterator[Store]:
    """The small graph on the server."""
    with open_store(neo4j_server.url, writing=True, rebuild=True):
        pass
    known = credentials()
    with neo4j.GraphDatabase.driver(neo4j_server.url, auth=(known.user, known.password)) as driver:
        for statement, parameters in statements():
            driver.execute_query(statement, parameters)
        row = {"key": MARK_KEY, "name": MARK_KEY, "version": SCHEMA_VERSION}
        driver.execute_query(f"MERGE (n:{MARK} {{key: $row.key}}) SET n += $row", {"row": row})
    with open_store(neo4j_server.url) as opened:
        yield opened


@pytest.mark.parametrize("name", list(library()))
def test_a_question_has_one_answer(store: Store, server: Store, name: str) -> None:
    here, there = (ask(each, library()[name], GIVEN.get(name, {})) for each in (store, server))
    assert here.columns == there.columns
    assert here.rows == there.rows
    assert here.citations == there.citations


@pytest.mark.parametrize("name", list(HELPERS))
def test_what_stands_behind_the_questions_is_the_same(store: Store, server: Store, name: str) -> None:
    statement = statement_of(*name.split("/"))
    assert store.read(statement, HELPERS[name]) == server.read(statement, HELPERS[name])


@pytest.fixture(scope="module")
def gazettes(neo4j_server: LocalServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """The five gazettes in both stores."""
    folder = tmp_path_factory.mktemp("workspace")
    with open_store(neo4j_server.url, writing=True, rebuild=True):
        pass
    built = CliRunner().invoke(cli, ["build", str(GAZETTES), "--workspace", str(folder)])
    assert built.exit_code == 0, built.output
    loaded = CliRunner().invoke(cli, ["build", "--workspace", str(folder), "--store", neo4j_server.url])
    assert loaded.exit_code == 0, loaded.output
    with open_store(f"kglite://{folder / 'graph.kgl'}") as here, open_store(neo4j_server.url) as there:
        yield here, there


@pytest.mark.parametrize("name", list(ON_GAZETTES))
def test_the_gazettes_give_one_answer(gazettes: tuple[Store, Store], name: str) -> None:
    here, there = (ask(each, library()[name], ON_GAZETTES[name], limit=20_000, seconds=120) for each in gazettes)
    assert here.rows
    assert here.rows == there.rows


def test_each_body_and_official_has_one_state(gazettes: tuple[Store, Store]) -> None:
    keys = [row["key"] for row in gazettes[0].read(statement_of("choices", "body"), {}).dicts()][::12]
    people = [row["key"] for row in gazettes[0].read(statement_of("choices", "official"), {}).dicts()][::12]
    questions = [("who_holds", "body", "2022-06-01"), ("state", "body", "2022-06-01"), ("around_body", "body", None)]
    questions += [("items", "body", None), ("shared", "body", None), ("succession", "body", None)]
    questions += [("career", "official", None), ("portfolio", "official", None), ("around_official", "official", None)]
    for name, parameter, on in questions:
        for key in keys if parameter == "body" else people:
            given = {parameter: key} | ({"on": on} if on else {})
            here, there = (ask(each, library()[name], given, limit=5_000, seconds=120) for each in gazettes)
            assert here.rows == there.rows, (name, key)
