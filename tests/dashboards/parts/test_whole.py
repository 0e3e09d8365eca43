"""The graph as one page: what it draws, how it cites, and that it asks nothing of any host."""

import json
import re
from typing import Any

import pytest

from dashboards.parts.whole import whole
from extract.errors import QueryError
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node, NodeRef
from graph.projection.project import project
from tests.graph.small_facts import corpus

PROJECTION = project(corpus()).projection
HOSTILE = "</script><img src=x onerror=alert(1)>"


def held(page: str) -> Any:
    found = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_people_and_bodies_are_drawn_with_their_quotations() -> None:
    page, shown = whole(PROJECTION, None, "zh")
    data = held(page)
    assert len(data["nodes"]) == shown
    assert {"张明远", "区财政局"} <= {node["label"] for node in data["nodes"]}
    [edge] = [edge for edge in data["edges"] if "张明远 → 局长 → 区财政局" in edge["title"]]
    assert "张明远局长区财政局" in data["quotations"][edge["id"]]


def test_around_a_name_only_its_ties_are_drawn() -> None:
    page, shown = whole(PROJECTION, "王建国", "en")
    titles = [edge["title"] for edge in held(page)["edges"]]
    assert titles
    assert all("王建国" in title for title in titles)
    assert shown < whole(PROJECTION, None, "en")[1]
    with pytest.raises(QueryError, match="no person, body or group"):
        whole(PROJECTION, "无此人", "en")


def test_names_never_become_markup_and_nothing_is_loaded() -> None:
    nodes = tuple(Node("Organization", key, "1", {"name": HOSTILE + key}, "Department") for key in "ab")
    edge = Edge("PART_OF", "k", NodeRef("Organization", "a"), NodeRef("Organization", "b"), "1", {"role": HOSTILE})
    page, _ = whole(Projection(nodes, (edge,)), None, "zh")
    assert HOSTILE not in page
    assert held(page)["nodes"][0]["title"].startswith(HOSTILE)
    assert re.search(r"<(link|img|iframe|script)[^>]+(src|href)=", page) is None
    assert "default-src 'none'" in page
