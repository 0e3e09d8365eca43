"""Pictures: what is drawn, how much of it, and where it stands."""

import json

from dashboards.parts.network import MOST_NODES, EdgeDrawn, NodeDrawn, edges_of, objects, picture, positions, shortened
from graph.stores.store import open_store
from queries.library import find
from queries.run import ask
from tests.queries.small_graph import HOSTILE_NAME


def star(leaves: int) -> list[EdgeDrawn]:
    centre = NodeDrawn("c", "区财政局", "department")
    return [
        EdgeDrawn(f"f{n}|x", centre, NodeDrawn(f"t{n:04}", f"任务{n}", "task"), "牵头单位", f"f{n}")
        for n in range(leaves)
    ]


def test_an_answer_becomes_edges_with_the_source_words(small_graph_url: str) -> None:
    with open_store(small_graph_url) as store:
        table = ask(store, find("items"), {"body": "b-drc"})
    drawn = [(edge.source.name, edge.relation, edge.target.kind) for edge in edges_of(table, "zh")]
    assert sorted(drawn) == [("区发展和改革局", "牵头单位", "task"), ("区发展和改革局", "责任单位", "task")]


def test_counting_edges_have_a_width_and_no_arrow(small_graph_url: str) -> None:
    with open_store(small_graph_url) as store:
        table = ask(store, find("overlaps"), {})
    drawn = picture(edges_of(table, "zh"))
    made = objects(drawn, positions(drawn, {}), "zh")
    assert [(edge["width"], edge["arrows"], edge["label"]) for edge in made["edges"]] == [(1.5, "", "2")]


def test_at_most_300_nodes_are_drawn_and_the_whole_is_told() -> None:
    drawn = picture(star(700))
    assert (len(drawn.nodes), drawn.all_nodes) == (MOST_NODES, 701)
    assert "c" in {node.key for node in drawn.nodes}


def test_what_is_asked_for_first_stays_when_others_go() -> None:
    drawn = picture(star(700), limit=60, first=["t0699"])
    assert "t0699" in {node.key for node in drawn.nodes}


def test_every_edge_ends_at_drawn_nodes() -> None:
    drawn = picture(star(500), limit=60)
    keys = {node.key for node in drawn.nodes}
    assert all({edge.source.key, edge.target.key} <= keys for edge in drawn.edges)


def test_positions_are_the_same_each_time_and_kept_when_the_picture_grows() -> None:
    small, large = picture(star(8)), picture(star(20))
    first = positions(small, {})
    assert first == positions(small, {})
    grown = positions(large, first)
    assert {key: grown[key] for key in first} == first
    assert len(grown) == 21


def test_no_two_nodes_of_separate_parts_stand_on_one_another() -> None:
    edges = [
        EdgeDrawn(
            f"{n}|x", NodeDrawn(f"a{n}", "甲", "official"), NodeDrawn(f"b{n}", "乙", "department"), "任命", str(n)
        )
        for n in range(30)
    ]
    placed = positions(picture(edges), {})
    assert len({(round(x), round(y)) for x, y in placed.values()}) == 60


def test_hostile_names_travel_as_plain_text() -> None:
    hostile = NodeDrawn("h", HOSTILE_NAME, "official")
    drawn = picture([EdgeDrawn("f|x", hostile, NodeDrawn("b", "**x**局", "department"), "任命", "f")])
    made = objects(drawn, positions(drawn, {}), "zh")
    assert made["nodes"][0]["title"].startswith(HOSTILE_NAME)
    assert "http" not in json.dumps(made["options"])


def test_the_legend_names_the_kinds_that_are_drawn() -> None:
    drawn = picture(star(2))
    assert [entry["word"] for entry in objects(drawn, positions(drawn, {}), "zh")["legend"]] == ["部门", "任务"]


def test_long_names_are_shortened_on_the_canvas() -> None:
    assert shortened("推进养老服务体系建设,新增养老床位") == "推进养老服务体系建设…"
