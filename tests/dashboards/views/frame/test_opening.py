import sys
from pathlib import Path

import pytest

from dashboards.views import PAGES
from dashboards.views.frame.opening import get_ready, version_of


def test_the_version_changes_when_the_graph_is_written_anew(tmp_path: Path) -> None:
    graph = tmp_path / "graph.kgl"
    url = f"kglite://{graph}"
    assert version_of(url) == url
    graph.write_bytes(b"one")
    before = version_of(url)
    graph.write_bytes(b"another")
    assert version_of(url) != before
    assert version_of("neo4j://127.0.0.1:7687") == "neo4j://127.0.0.1:7687"


def test_without_a_graph_the_pages_are_imported_all_the_same_and_what_is_wrong_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ZHIZE_WORKSPACE", str(tmp_path / "none"))
    monkeypatch.delenv("ZHIZE_STORE", raising=False)
    monkeypatch.setattr("dashboards.views.frame.opening.PAUSE", 0)
    get_ready()
    assert capsys.readouterr().err.startswith("zhize: ")
    assert {PAGES[name].__name__ for name in PAGES} <= set(sys.modules)
