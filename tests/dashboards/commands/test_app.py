"""What the command that opens the app asks of a graph before it starts the server."""

from pathlib import Path

from dashboards.commands.app import size_of


def test_the_size_of_a_graph_is_that_of_its_file(tmp_path: Path) -> None:
    graph = tmp_path / "graph.kgl"
    assert size_of(f"kglite://{graph}") == 0
    graph.write_bytes(b"12345")
    assert size_of(f"kglite://{graph}") == 5
    assert size_of("neo4j://127.0.0.1:7687") == 0
