"""What the command that opens the app asks of a graph before it starts the server."""

from pathlib import Path

from dashboards.commands.app import begun, size_of
from graph.stores.store import open_store


def test_the_size_of_a_graph_is_that_of_its_file(tmp_path: Path) -> None:
    graph = tmp_path / "graph.kgl"
    assert size_of(f"kglite://{graph}") == 0
    graph.write_bytes(b"12345")
    assert size_of(f"kglite://{graph}") == 5
    assert size_of("neo4j://127.0.0.1:7687") == 0


def test_a_workspace_is_begun_where_there_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert begun(folder, None) == folder
    with open_store(f"kglite://{folder / 'graph.kgl'}") as graph:
        assert not graph.scopes()
    assert begun(folder, None) is None  # there is a graph now


def test_nothing_is_begun_in_a_folder_that_holds_something_or_for_another_store(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("甲", encoding="utf-8")
    assert begun(tmp_path, None) is None
    assert begun(tmp_path / "new", "neo4j://127.0.0.1:7687") is None
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
