"""docs/py2neo.md: its blocks run against the real server, on a small graph of ours."""

import re
from pathlib import Path
from typing import Any

import pytest

from graph.projection.elements import Difference, Edge, Node
from graph.stores.store import open_store
from tests.graph.generated import SCOPE
from tests.local_server import LocalServer

pytestmark = pytest.mark.neo4j
PAGE = Path(__file__).parents[3] / "docs" / "py2neo.md"


@pytest.fixture
def names(neo4j_server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the page's blocks define, run in their order on a graph of one body, one post and one task that one item prints."""
    body = Node("Organization", "b", SCOPE, {"name": "县民政局", "kind": "department"}, "Department")
    post, task = Node("Post", "p", SCOPE, {"name": "局长"}), Node("Task", "t", SCOPE, {"name": "新建养老服务中心两处"})
    item = Node("Item", "i", SCOPE, {"name": "新建养老服务中心两处", "number": "3"})
    held = Edge("OF", "e", post.ref, body.ref, SCOPE, {})
    prints = Edge("OF", "g", item.ref, task.ref, SCOPE, {})
    leads = Edge("LEADS", "f", body.ref, item.ref, SCOPE, {"role": "牵头单位", "quote": "(牵头单位:县民政局)"})
    with open_store(neo4j_server.url, writing=True, rebuild=True) as store:
        store.apply(Difference(SCOPE, (body, post, task, item), (held, prints, leads)))
    monkeypatch.setenv("ZHIZE_NEO4J_URL", neo4j_server.url)
    found: dict[str, Any] = {}
    for block in re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(block, str(PAGE), "exec"), found)  # the page is ours
    return found


def test_a_py2neo_notebook_reads_our_graph(names: dict[str, Any]) -> None:
    table = names["table"]
    assert list(table.columns) == ["body", "role", "task", "number", "since", "quote"]
    assert table.iloc[0].tolist()[:3] == ["县民政局", "牵头单位", "新建养老服务中心两处"]
    assert names["held"] == {"局长": "县民政局"}
