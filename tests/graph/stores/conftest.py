"""A plain driver for tests that write what the store itself never would."""

from collections.abc import Iterator

import neo4j
import pytest

from tests.local_server import LocalServer


@pytest.fixture
def bare(neo4j_server: LocalServer) -> Iterator[neo4j.Driver]:
    """A plain driver on the emptied server, which is emptied again."""
    password = neo4j_server.password_file.read_text(encoding="utf-8").strip()
    with neo4j.GraphDatabase.driver(neo4j_server.url, auth=("neo4j", password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        yield driver
        driver.execute_query("MATCH (n) DETACH DELETE n")
