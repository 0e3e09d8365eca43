"""The index of a usual graph is there at once; that of a large one is made beside the pages, which search without it meanwhile."""

import os
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path

import pytest

from dashboards.views.frame import indexing
from dashboards.views.frame.face import Face
from graph.stores.store import open_store
from queries.search import index as search_index
from queries.search import making

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
    monkeypatch.setattr(indexing, "made_beside", lambda *given: False)
    with open_store(small_graph_url) as store:
        face = Face(store, "large", "zh", tmp_path)
        assert face.find("赵明远").meanwhile
        assert [hit.name for hit in face.find("赵明远").things if hit.kind == "official"] == ["赵明远"]
        may_go_on.set()
        assert is_made.wait(SECONDS)
        assert indexing.index_at_hand(store, "large", tmp_path) is not None or _soon(face)
        assert [hit.name for hit in face.find("zmy").things] == ["赵明远"]
        assert not Face(store, "large, again", "zh", tmp_path).find("zmy").meanwhile, "an index at hand is only opened"


def test_meanwhile_a_changed_graph_is_searched_by_its_earlier_index(
    small_graph_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()
    monkeypatch.setattr(search_index, "FEW", 0)
    monkeypatch.setattr(indexing, "made_beside", lambda *given: may_go_on.wait(SECONDS))
    with open_store(small_graph_url) as store:
        search_index.write_index(store, tmp_path / search_index.FILE, "of before")
        face = Face(store, "changed", "zh", tmp_path)
        found = face.find("zmy")
        assert [hit.name for hit in found.things] == ["赵明远"], "by pinyin, as an index finds"
        assert found.older
        assert not found.meanwhile
        may_go_on.set()
        assert _soon(face, lambda: not face.find("zmy").older)


def test_the_index_of_another_graph_is_no_earlier_one(small_graph_url: str, tmp_path: Path) -> None:
    with open_store(small_graph_url) as store:
        path = tmp_path / search_index.FILE
        search_index.write_index(store, path, "of before")
        with closing(sqlite3.connect(path)) as made:
            made.execute("UPDATE about SET url = 'kglite:///elsewhere.kgl'")
            made.commit()
        assert search_index.older_index(store, tmp_path) is None
        path.write_bytes(b"no index at all")
        assert search_index.older_index(store, tmp_path) is None


def test_another_process_makes_the_index(small_graph_url: str, tmp_path: Path) -> None:
    abandoned = tmp_path / "search.1.part"
    abandoned.write_bytes(b"")
    os.utime(abandoned, (0, 0))
    with open_store(small_graph_url) as store:
        assert making.made_beside(store, tmp_path)
        assert search_index.is_at_hand(store, tmp_path)
    assert not abandoned.exists()


def _soon(face: Face, done: Callable[[], bool] | None = None) -> bool:
    """Waits until the other thread has said that it is done."""
    until = threading.Event()
    seen = done or (lambda: not face.find("赵明远").meanwhile)
    return any(seen() or until.wait(0.05) for _ in range(600))


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
