"""The index of a usual graph is there at once; that of a large one is made beside the pages, which search without it meanwhile."""

import sqlite3
import threading
from concurrent.futures import Future
from pathlib import Path

import pytest

from dashboards.views.frame import indexing
from dashboards.views.frame.face import Face
from graph.stores.store import open_store
from queries.search import index as search_index

SECONDS = 30


def test_a_usual_graph_is_searched_by_its_index_at_once(small_graph_url: str, tmp_path: Path) -> None:
    with open_store(small_graph_url) as store:
        found = Face(store, "usual", "zh", tmp_path).find("zmy")
    assert [hit.name for hit in found.things] == ["赵明远"]
    assert not found.meanwhile


def test_a_large_graph_is_searched_while_its_index_is_made(
    small_graph_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on, is_made = threading.Event(), threading.Event()

    def slowly(*given: object) -> object:
        assert may_go_on.wait(SECONDS)
        try:
            return search_index.index_of(*given)  # type: ignore[arg-type]
        finally:
            is_made.set()

    monkeypatch.setattr(search_index, "FEW", 0)
    monkeypatch.setattr(indexing, "index_of", slowly)
    with open_store(small_graph_url) as store:
        face = Face(store, "large", "zh", tmp_path)
        assert face.find("赵明远").meanwhile
        assert [hit.name for hit in face.find("赵明远").things if hit.kind == "official"] == ["赵明远"]
        may_go_on.set()
        assert is_made.wait(SECONDS)
        assert indexing.index_at_hand(store, "large", tmp_path) is not None or _soon(face)
        assert [hit.name for hit in face.find("zmy").things] == ["赵明远"]
        assert not Face(store, "large, again", "zh", tmp_path).find("zmy").meanwhile, "an index at hand is only opened"


def _soon(face: Face) -> bool:
    """Waits until the other thread has said that it is done."""
    until = threading.Event()
    return any(not face.find("赵明远").meanwhile or until.wait(0.05) for _ in range(600))


def test_what_goes_wrong_is_said_to_whoever_searches(
    small_graph_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extract.errors import StoreError

    failed = StoreError("cannot_write_place", path=tmp_path, fault="no room")

    def fail(*given: object) -> object:
        raise failed

    monkeypatch.setattr(indexing, "index_of", fail)
    made: Future[sqlite3.Connection] = Future()
    indexing.make(made, None, None)  # type: ignore[arg-type]
    assert made.exception() is failed
