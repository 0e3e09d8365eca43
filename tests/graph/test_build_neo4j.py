"""`zhize build`, `load` and `forget` on the real server: the same graph as in the embedded store, once and twice, in parts and whole."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j
import pytest

from bench.crashes.faults import Program, copied, done
from graph.projection.elements import Held
from graph.projection.schema import MARK, MARK_KEY, SCHEMA_VERSION
from graph.stores.store import open_store
from tests.graph.gazettes import write_gazettes
from tests.graph.servers import server_in
from tests.local_server import LocalServer

pytestmark = pytest.mark.neo4j
GAZETTES = Path(__file__).parents[2] / "data" / "gazettes"


@pytest.fixture
def url(neo4j_server: LocalServer) -> str:
    with open_store(neo4j_server.url, writing=True, rebuild=True) as store:
        store.checkpoint()
    return neo4j_server.url


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_gazettes(tmp_path / "gazettes")
    return tmp_path


@contextmanager
def driver_of(server: LocalServer) -> Iterator[neo4j.Driver]:
    password = server.password_file.read_text(encoding="utf-8").strip()
    with neo4j.GraphDatabase.driver(server.url, auth=("neo4j", password)) as driver:
        yield driver


@pytest.fixture(scope="module", autouse=True)
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A copy of the program as it is now: rules that are edited meanwhile change nothing."""
    global program
    program = copied(tmp_path_factory.mktemp("program"), None)
    yield
    program = LIVE


LIVE = Program(Path(__file__).parents[2], None)
program = LIVE


def zhize(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The command line as a user has it."""
    return subprocess.run(
        [sys.executable, "-m", "dashboards", *map(str, arguments)],
        cwd=program.folder,
        env={**os.environ, "ZHIZE_LANGUAGE": "en"},
        capture_output=True,
        text=True,
        check=False,
    )


def said(*arguments: object) -> str:
    """What a command that succeeds says."""
    ended = zhize(*arguments)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def held(url: str) -> dict[str, Held]:
    with open_store(url) as store:
        return {scope: store.projection(scope) for scope in store.scopes()}


def test_building_twice_writes_nothing_and_equals_the_embedded_graph(place: Path, url: str) -> None:
    first = said("build", place / "gazettes", "--workspace", place / "w", "--store", url)
    assert "3 new" in first
    assert "written: nothing" not in first
    again = said("build", place / "gazettes", "--workspace", place / "w", "--store", url)
    assert "0 new" in again
    assert "3 known" in again
    assert "written: nothing" in again
    assert "taken away: nothing" in again
    said("build", "--workspace", place / "w", "--store", f"kglite://{place / 'graph.kgl'}")
    assert held(url) == held(f"kglite://{place / 'graph.kgl'}")


def test_parts_forgetting_and_loading_come_to_the_same_graph(place: Path, url: str) -> None:
    gazettes, workspace = place / "gazettes", ("--workspace", place / "w", "--store", url)
    said("build", gazettes / "1.txt", gazettes / "2.txt", *workspace)
    two = held(url)
    said("build", gazettes / "3.txt", *workspace)
    whole = held(url)
    assert set(whole) == {"420105", "420117"}
    said("forget", "3.txt", *workspace)
    assert held(url) == two
    said("build", gazettes, *workspace)
    assert held(url) == whole
    said("extract", gazettes / "3.txt", "-o", place / "f.jsonl")
    said("forget", "3.txt", *workspace)
    assert "would be written: " in said("load", place / "f.jsonl", "--dry-run", *workspace)
    assert held(url) == two
    said("load", place / "f.jsonl", *workspace)
    appointed = {ref for ref in whole["420105"].edges if ref.type == "APPOINTED"}
    assert {ref for ref in held(url)["420105"].edges if ref.type == "APPOINTED"} == appointed
    assert "would be written: nothing" in said("load", place / "f.jsonl", "--dry-run", *workspace)


def test_another_schema_version_names_the_command_that_rebuilds(
    place: Path, url: str, neo4j_server: LocalServer
) -> None:
    arguments = ("build", place / "gazettes", "--workspace", place / "w", "--store", url)
    said(*arguments)
    before = held(url)
    cypher = f"MATCH (n:{MARK} {{key: $key}}) SET n.version = $version MERGE (x:Gone {{key: 'x', digest: 'x'}})"
    with driver_of(neo4j_server) as driver:
        driver.execute_query(cypher, {"key": MARK_KEY, "version": SCHEMA_VERSION + 1})
    for command in (arguments, ("ask", "documents", "--store", url, "--workspace", place / "w")):
        ended = zhize(*command)
        assert ended.returncode == 1
        assert re.search(
            rf"(?:has schema version|的结构版本是) {SCHEMA_VERSION + 1}\b.* {SCHEMA_VERSION}\b", ended.stderr
        )
        assert "zhize build --rebuild" in ended.stderr
        assert len(ended.stderr.splitlines()) == 1
    assert "written: nothing" not in said(*arguments, "--rebuild")
    assert held(url) == before
    with driver_of(neo4j_server) as driver:
        assert driver.execute_query("MATCH (x:Gone) RETURN count(x) AS n").records[0]["n"] == 0


def test_the_password_is_nowhere(place: Path, url: str, neo4j_server: LocalServer) -> None:
    password = neo4j_server.password_file.read_text(encoding="utf-8").strip()
    ended = zhize("build", place / "gazettes", "--workspace", place / "w", "--store", url)
    assert password not in ended.stdout + ended.stderr
    for file in (place / "w").rglob("*"):
        assert not file.is_file() or password.encode() not in file.read_bytes(), file
    with open_store(url) as store:
        cypher = "MATCH (n) WHERE any(k IN keys(n) WHERE toStringOrNull(n[k]) CONTAINS $password) RETURN count(n) AS n"
        assert store.read(cypher, {"password": password}).rows == ((0,),)
    for log in (neo4j_server.home / "logs").iterdir():
        assert password not in log.read_text(encoding="utf-8", errors="replace")


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_build_waits_for_a_server_that_restarts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gazettes = tmp_path / "gazettes"
    gazettes.mkdir()
    for name in ("hanyang-2022-2.txt", "xinzhou-2022-2.txt", "manifest.toml"):
        shutil.copy(GAZETTES / name, gazettes)
    embedded = copied(tmp_path / "program", None)
    done(embedded.build(tmp_path / "w", gazettes))
    monkeypatch.delenv("ZHIZE_NEO4J_PASSWORD", raising=False)
    with server_in(tmp_path / "home") as server:
        monkeypatch.setenv("ZHIZE_NEO4J_PASSWORD_FILE", str(server.password_file))
        program = Program(embedded.folder, server.url)
        process = program.build(tmp_path / "w", gazettes)
        with driver_of(server) as driver:
            while not driver.execute_query("MATCH (n:Organization) RETURN n.key LIMIT 1").records:
                assert process.poll() is None, process.communicate()
                time.sleep(0.02)
        server.stop(kill=True)  # one jurisdiction is loaded, another is not
        assert process.poll() is None
        time.sleep(2)
        server.start()
        done(process)
        assert program.found(tmp_path / "w") == embedded.found(tmp_path / "w")
