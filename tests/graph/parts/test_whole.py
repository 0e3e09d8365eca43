"""The graph of all parts is that of one projection; a server that was given it by the import tool lacks nothing, and takes one more document."""

from pathlib import Path

import pytest

from bench.crashes.schedules import TEXTS, put, snapshot
from graph.build import refresh
from graph.parts.whole import whole_graph
from graph.projection.project import project
from graph.stores.import_files import write_import_files
from graph.stores.store import open_store
from graph.workspace import Workspace
from tests.graph.servers import server_in

LAST = "g.txt"


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "w")
    workspace.prepare()
    for name in TEXTS.keys() - {LAST}:
        put(workspace, name)
    return workspace


def test_all_parts_are_what_one_projection_gives(place: Workspace) -> None:
    wanted = project(place.corpus()).projection
    with whole_graph(place) as whole:
        assert {node.ref: node.digest for node in whole.nodes()} == {node.ref: node.digest for node in wanted.nodes}
        assert {edge.ref: edge.digest for edge in whole.edges()} == {edge.ref: edge.digest for edge in wanted.edges}


def test_a_store_that_bears_the_marks_lacks_nothing(place: Workspace, tmp_path: Path) -> None:
    with open_store(place.store_url, writing=True) as store:
        refresh(place, store)
    with whole_graph(place) as whole:
        counts = write_import_files(whole.nodes(), whole.edges(), tmp_path / "csv", whole.marks)
        whole.given()
        marks = whole.marks
    with open_store(place.store_url, writing=True) as store:
        assert sum(counts) == sum(store.counts().values())
        assert not refresh(place, store).applied
    text = (tmp_path / "csv" / "nodes.csv").read_text(encoding="utf-8")
    assert all(f'"scope {scope}"' in text and digest in text for scope, digest in marks.items())


@pytest.mark.neo4j
def test_after_the_import_a_build_loads_nothing_and_then_one_document(
    place: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ZHIZE_NEO4J_PASSWORD", raising=False)
    with whole_graph(place) as whole:
        write_import_files(whole.nodes(), whole.edges(), tmp_path / "csv", whole.marks)
        whole.given()
    with server_in(tmp_path / "home") as server:
        monkeypatch.setenv("ZHIZE_NEO4J_PASSWORD_FILE", str(server.password_file))
        server.stop()
        server.import_full(tmp_path / "csv")
        server.start()
        with open_store(server.url, writing=True) as store:
            assert not refresh(place, store).applied
        put(place, LAST)
        with open_store(server.url, writing=True) as store:
            assert refresh(place, store).applied
            imported = snapshot(store)
    with open_store(place.store_url, writing=True) as store:
        refresh(place, store)
        assert snapshot(store) == imported
