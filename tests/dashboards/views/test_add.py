"""What came of added files: told without the store's own words, each new document a link."""

from pathlib import Path

import pytest

from dashboards.views.add import _outcome
from dashboards.views.frame.face import Face
from graph.stores.store import open_store

LINES = "文件：新收 1 份\n写入：节点 12 个（Document 1）\n删除：无\n图：kglite:///somewhere/graph.kgl"


@pytest.mark.parametrize(("ended", "title"), [(0, "已收入，已建图"), (1, "没有收入")])
def test_what_a_build_says_of_the_store_is_left_out(small_graph_url: str, ended: int, title: str) -> None:
    with open_store(small_graph_url) as store:
        (card,) = _outcome(Face(store, "small", "zh"), {"names": ["no-such.txt"], "ended": ended, "lines": LINES})
    shown = str(card)
    assert card["title"] == title
    assert "新收 1 份" in shown
    assert "Document" not in shown
    assert "kglite" not in shown


def test_a_new_document_is_a_link(small_graph_url: str) -> None:
    with open_store(small_graph_url) as store:
        face = Face(store, "small", "zh")
        file = next(str(row["file"]) for row in face.rows("issues", 10) if row["first"])
        (card,) = _outcome(face, {"names": [file, str(Path("gone.txt"))], "ended": 0, "lines": ""})
    links = [piece["go"] for row in card["blocks"][-1]["rows"] for piece in row if isinstance(piece, dict)]
    assert sum(to.startswith("document") for to in links) == 2
