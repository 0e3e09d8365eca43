"""A Neo4j server for a test run: its own home and port, from the jars that `make neo4j` installs."""

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.local_server import VERSION, LocalServer

JARS = Path(__file__).parents[2] / ".cache" / "neo4j" / "lib"
MISSING = "no Neo4j server is installed here: make neo4j-test installs one (needs java 17 and mvn)"


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server_in(home: Path) -> Iterator[LocalServer]:
    """A server in `home`, started; stopped at the end. Skips without jars, unless ZHIZE_REQUIRE_NEO4J asks to fail."""
    if shutil.which("java") is None or not (JARS / f"neo4j-{VERSION}.jar").exists():
        if os.environ.get("ZHIZE_REQUIRE_NEO4J"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    server = LocalServer(home, free_port(), JARS)
    server.start()
    try:
        yield server
    finally:
        server.stop(kill=True)
