"""The small graph and that of the five gazettes in embedded stores, read-only, for tests of questions."""

from collections.abc import Iterator
from pathlib import Path

import kglite
import pytest
from click.testing import CliRunner

from dashboards.cli import cli
from graph.projection.schema import MARK, MARK_KEY, SCHEMA_VERSION, constraints
from graph.stores.store import Store, open_store
from graph.stores.texts import Texts, beside
from tests.queries.small_graph import printed, statements

GAZETTES = Path(__file__).parents[2] / "data" / "gazettes"


def write_small_graph(path: Path) -> str:
    """Writes the small graph to a file and returns its URL."""
    graph = kglite.KnowledgeGraph()
    for line in constraints():
        graph.cypher(line)
    graph.cypher(
        f"CREATE (n:{MARK}) SET n += $row",
        params={"row": {"key": MARK_KEY, "name": MARK_KEY, "version": SCHEMA_VERSION}},
    )
    for statement, parameters in statements():
        graph.cypher(statement, params=parameters)
    graph.save(str(path))
    with Texts(beside(f"kglite://{path}")).writing() as texts:
        texts.bring("420901", "1", [printed()])
    return f"kglite:///{path}"


@pytest.fixture(scope="session")
def small_graph_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_small_graph(tmp_path_factory.mktemp("small") / "graph.kgl")


@pytest.fixture(scope="session")
def store(small_graph_url: str) -> Iterator[Store]:
    with open_store(small_graph_url) as opened:
        yield opened


@pytest.fixture(scope="session")
def gazettes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The five gazettes by the real build."""
    workspace = tmp_path_factory.mktemp("gazettes")
    built = CliRunner().invoke(cli, ["build", str(GAZETTES), "--workspace", str(workspace)])
    assert built.exit_code == 0, built.output
    with open_store(f"kglite://{workspace / 'graph.kgl'}") as opened:
        yield opened
