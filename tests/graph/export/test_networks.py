from datetime import date
from pathlib import Path

import networkx

from graph.export import write_gexf, write_graphml
from graph.export.dating import span
from graph.projection.project import project
from tests.graph.export.hard import SHOWN, hard
from tests.graph.small_facts import corpus

PROJECTION = project(corpus()).projection


def test_graphml_is_read_by_networkx(tmp_path: Path) -> None:
    counts = write_graphml(PROJECTION, tmp_path / "g.graphml")
    graph = networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == counts
    assert {data["label"] for _, data in graph.nodes(data=True)} >= {"Official", "Department", "Post", "Task"}
    dated = {data.get("start") for *_, data in graph.edges(data=True)} - {None}
    assert dated == {str(first) for edge in PROJECTION.edges if (first := span(edge)[0])}


def test_gexf_is_read_by_networkx_with_its_dates(tmp_path: Path) -> None:
    counts = write_gexf(PROJECTION, tmp_path / "g.gexf")
    graph = networkx.read_gexf(tmp_path / "g.gexf")
    assert (graph.number_of_nodes(), graph.number_of_edges()) == counts
    read = sorted((d["own_key"], str(d.get("start")), str(d.get("end"))) for *_, d in graph.edges(data=True))
    assert read == sorted((e.key, *map(str, span(e))) for e in PROJECTION.edges)
    [dismissed] = [d for *_, d in graph.edges(data=True) if d["element"] == "DISMISSED"]
    assert dismissed["start"] == dismissed["end"] == str(date(2022, 4, 25))


def test_any_text_comes_back_without_control_characters(tmp_path: Path) -> None:
    write_graphml(hard(), tmp_path / "g.graphml")
    write_gexf(hard(), tmp_path / "g.gexf")
    for graph in (networkx.read_graphml(tmp_path / "g.graphml"), networkx.read_gexf(tmp_path / "g.gexf")):
        assert {data["name"] for _, data in graph.nodes(data=True)} == {SHOWN}
