"""The small graph in an embedded store, read-only, for tests of questions."""

from collections.abc import Iterator
from pathlib import Path

import kglite
import pytest

from graph.projection.schema import MARK, MARK_KEY, SCHEMA_VERSION, constraints
from graph.stores.store import Store, open_store
from tests.queries.small_graph import statements


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
    return f"kglite:///{path}"


@pytest.fixture(scope="session")
def small_graph_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_small_graph(tmp_path_factory.mktemp("small") / "graph.kgl")


@pytest.fixture(scope="session")
def store(small_graph_url: str) -> Iterator[Store]:
    with open_store(small_graph_url) as opened:
        yield opened
