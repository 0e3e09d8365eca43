"""What all tests share: properties without a clock, and one Neo4j server a run, with its credentials in the environment."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.graph.servers import server_in
from tests.local_server import LocalServer

settings.register_profile("zhize", deadline=None)  # how long an example takes says how busy the machine is
settings.load_profile("zhize")


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """A real Neo4j server; tests that use it carry the mark neo4j."""
    with server_in(tmp_path_factory.mktemp("neo4j")) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZHIZE_NEO4J_PASSWORD_FILE", str(server.password_file))
        patch.delenv("ZHIZE_NEO4J_PASSWORD", raising=False)
        patch.delenv("ZHIZE_NEO4J_USER", raising=False)
        yield server
