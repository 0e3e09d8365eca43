"""Two builders at once on one server: the second is refused, a dead one is passed over, and who lost the lease writes nothing."""

import re
import socket
import subprocess
import sys
from pathlib import Path

import neo4j
import pytest

from extract.errors import StoreError
from graph.projection.elements import Difference, Node
from graph.projection.schema import MARK
from graph.stores.lease import LEASE_KEY, STALE_SECONDS
from graph.stores.store import open_store
from tests.graph.gazettes import write_gazettes
from tests.graph.generated import SCOPE
from tests.local_server import LocalServer

pytestmark = pytest.mark.neo4j
TOPIC = Difference(SCOPE, (Node("Topic", "t", SCOPE, {"name": "一"}),))


def hold(bare: neo4j.Driver, process: int, host: str, seconds_ago: int) -> None:
    """The lease as another builder left it."""
    bare.execute_query(
        f"MERGE (l:{MARK} {{key: $key}}) SET l.name = $key, l.holder = 'another', l.process = $process, l.host = $host, "
        "l.since = datetime.realtime(), l.seen = datetime.realtime() - duration({seconds: $ago})",
        {"key": LEASE_KEY, "process": process, "host": host, "ago": seconds_ago},
    )


def ended_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_the_second_builder_hears_who_is_the_first(neo4j_server: LocalServer, bare: neo4j.Driver) -> None:
    with open_store(neo4j_server.url, writing=True) as first:
        with pytest.raises(StoreError, match=f"is being loaded by process .* on {socket.gethostname()} since"):
            open_store(neo4j_server.url, writing=True)
        with pytest.raises(StoreError, match="is being loaded"):
            open_store(neo4j_server.url, writing=True, rebuild=True)
        first.apply(TOPIC)
        with open_store(neo4j_server.url) as reader:
            assert reader.counts() == {"Topic": 1}
    with open_store(neo4j_server.url, writing=True) as second:
        assert second.counts() == {"Topic": 1}


def test_a_builder_of_this_machine_that_has_died_is_passed_over_at_once(
    neo4j_server: LocalServer, bare: neo4j.Driver
) -> None:
    hold(bare, ended_process(), socket.gethostname(), 0)
    with open_store(neo4j_server.url, writing=True) as store:
        store.apply(TOPIC)


@pytest.mark.parametrize("ago", [0, STALE_SECONDS - 30])
def test_a_builder_elsewhere_is_waited_for(neo4j_server: LocalServer, bare: neo4j.Driver, ago: int) -> None:
    hold(bare, ended_process(), "archive-2", ago)
    with pytest.raises(StoreError, match="on archive-2 since"):
        open_store(neo4j_server.url, writing=True)


def test_a_builder_elsewhere_that_says_nothing_is_passed_over(neo4j_server: LocalServer, bare: neo4j.Driver) -> None:
    hold(bare, 1, "archive-2", STALE_SECONDS + 5)
    with open_store(neo4j_server.url, writing=True) as store:
        store.apply(TOPIC)


def test_who_was_passed_over_writes_nothing_more(neo4j_server: LocalServer, bare: neo4j.Driver) -> None:
    with open_store(neo4j_server.url, writing=True) as first:
        hold(bare, 1, "archive-2", 0)
        with pytest.raises(StoreError, match=r"has taken .* over"):
            first.apply(TOPIC)
        with pytest.raises(StoreError, match=r"has taken .* over"):
            first.checkpoint()
        assert first.counts() == {}
    record = bare.execute_query(
        f"MATCH (l:{MARK} {{key: $key}}) RETURN l.holder AS holder", {"key": LEASE_KEY}
    ).records[0]
    assert record["holder"] == "another"


def test_two_builds_from_two_workspaces_are_one(neo4j_server: LocalServer, bare: neo4j.Driver, tmp_path: Path) -> None:
    gazettes = write_gazettes(tmp_path / "gazettes")
    command = [sys.executable, "-m", "dashboards", "build", str(gazettes), "--store", neo4j_server.url, "--workspace"]
    with open_store(neo4j_server.url, writing=True):
        second = subprocess.run([*command, str(tmp_path / "w")], capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert re.search("is being loaded by process|正由 .+ 上的进程", second.stderr)
    assert len(second.stderr.splitlines()) == 1
