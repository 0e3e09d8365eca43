"""What an embedded graph was told since its file was written, beside it: who sees it when, and when it goes into the file."""

import hashlib
import os
import shutil
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import kglite
import msgspec
import pytest

from extract.errors import StoreError
from graph.projection.elements import Difference, Edge, Node, NodeRef
from graph.stores.embedded import later
from graph.stores.embedded.later import later_of, marks_beside, read_later, state_of
from graph.stores.store import Store, open_store
from tests.graph.stores.test_kglite_store import COUNT, filled, topics, url_in


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every graph counts as a large one here."""
    monkeypatch.setattr(later, "LARGE", 0)


def packed(content: object) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(content))


def written(folder: Path) -> bytes:
    return (folder / "graph.kgl").read_bytes()


def add(url: str, *names: str) -> None:
    with open_store(url, writing=True) as store:
        store.apply(topics(*names))


def seen(url: str) -> int:
    with open_store(url) as reader:
        count: int = reader.read(COUNT).rows[0][0]
    return count


def beside(folder: Path) -> int:
    """How many differences lie beside the graph."""
    found = read_later(folder / "graph.kgl")
    return len(found.changes) if found else 0


def broken_off(store: Store) -> None:
    store.__exit__(RuntimeError, RuntimeError(), None)


def test_a_little_more_leaves_the_file_as_it_is_and_is_read_with_it(tmp_path: Path) -> None:
    url = filled(tmp_path)
    before = written(tmp_path)
    add(url, "卫生")
    add(url, "水利", "卫生")
    assert written(tmp_path) == before
    assert (seen(url), beside(tmp_path)) == (4, 2)


def test_dates_lists_relationships_and_what_is_gone_are_kept_as_they_are(tmp_path: Path) -> None:
    url = filled(tmp_path)
    document = Node("Document", "d", "420117", {"file": "一.txt", "published": date(2024, 5, 6)})
    group = Node("Organization", "g", "420117", {"name": "防汛指挥部", "names": ("防指", "防汛指挥部")}, "Group")
    edge = Edge("ISSUED", "e", NodeRef("Organization", "g"), NodeRef("Document", "d"), "420117", {})
    with open_store(url, writing=True) as store:
        store.apply(Difference("420117", (document, group), (edge,), (NodeRef("Topic", "教育"),), digest="7"))
        assert store.marks() == {"420117": "7"}
    with open_store(url) as reader:
        assert reader.read("MATCH (d:Document) RETURN d.published AS day ORDER BY day").rows == ((date(2024, 5, 6),),)
        assert reader.read("MATCH (g:Group) RETURN g.names AS names ORDER BY names").rows == (
            (["防指", "防汛指挥部"],),
        )
        assert reader.counts() == {"Topic": 1, "Document": 1, "Organization": 1, "ISSUED": 1}
        assert reader.marks() == {"420117": "7"}
    assert beside(tmp_path) == 1


def test_readers_wait_for_the_end_of_a_build(tmp_path: Path) -> None:
    url = filled(tmp_path)
    with open_store(url, writing=True) as writer:
        writer.apply(topics("卫生"))
        assert seen(url) == 2
    assert seen(url) == 3


def test_what_a_build_left_that_was_cut_off_is_given_with_the_next(tmp_path: Path) -> None:
    url = filled(tmp_path)
    writer = open_store(url, writing=True)
    writer.apply(topics("卫生"))
    broken_off(writer)
    assert (seen(url), beside(tmp_path)) == (2, 1)
    add(url, "水利")
    assert (seen(url), beside(tmp_path)) == (4, 2)


def test_more_than_may_lie_there_goes_into_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(later, "MOST", 3)
    url = filled(tmp_path)
    before = written(tmp_path)
    add(url, "卫生", "水利")
    assert written(tmp_path) == before
    add(url, "交通", "住房")
    assert written(tmp_path) != before
    assert (seen(url), beside(tmp_path)) == (6, 0)


def test_a_writer_that_asks_is_answered_with_all_of_it(tmp_path: Path) -> None:
    url = filled(tmp_path)
    add(url, "卫生")
    with open_store(url, writing=True) as writer:
        writer.apply(topics("水利"))
        assert writer.read(COUNT).rows == ((4,),)
        writer.apply(topics("交通"))
    assert (seen(url), beside(tmp_path)) == (5, 0)


def test_a_small_graph_is_written_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(later, "LARGE", 20_000_000)
    url = filled(tmp_path)
    add(url, "卫生")
    assert not later_of(tmp_path / "graph.kgl").exists()


@pytest.mark.parametrize("rebuild", [True, False])
def test_what_is_in_the_graph_already_is_not_taken_in_again(tmp_path: Path, rebuild: bool) -> None:
    url = filled(tmp_path)
    add(url, "卫生")
    path = later_of(tmp_path / "graph.kgl")
    kept = path.read_bytes()
    with open_store(url, writing=True, rebuild=rebuild) as writer:
        writer.apply(Difference("420117", gone_nodes=(NodeRef("Topic", "卫生"),)))
        writer.apply(topics("交通"))
        writer.read(COUNT)
    count = seen(url)
    path.write_bytes(kept)  # as a crash leaves it between the two files
    assert seen(url) == count
    add(url, "住房")
    assert seen(url) == count + 1


def test_a_crash_while_all_is_taken_in_leaves_the_old_to_readers_and_all_to_the_next_build(tmp_path: Path) -> None:
    url = filled(tmp_path)
    add(url, "卫生")
    writer = open_store(url, writing=True)
    writer.read(COUNT)  # taken in, not yet written
    writer.apply(topics("水利"))
    shutil.copytree(tmp_path, tmp_path / "crashed")
    broken_off(writer)
    crashed = url_in(tmp_path / "crashed")
    assert seen(crashed) == 3
    with open_store(crashed, writing=True) as store:
        assert store.read(COUNT).rows == ((4,),)
    assert seen(crashed) == 4


def test_a_reader_between_the_two_files_sees_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = filled(tmp_path)
    add(url, "卫生")
    load = kglite.load

    def after_a_build(path: str) -> Any:
        monkeypatch.setattr(kglite, "load", load)
        with open_store(url, writing=True) as writer:
            writer.read(COUNT)
            writer.apply(Difference("420117", gone_nodes=(NodeRef("Topic", "卫生"), NodeRef("Topic", "教育"))))
        return load(path)

    monkeypatch.setattr(kglite, "load", after_a_build)
    assert seen(url) == 1


def test_a_copy_or_another_file_in_its_place_is_opened_first(tmp_path: Path) -> None:
    url = filled(tmp_path / "a")
    add(url, "卫生")
    shutil.copytree(tmp_path / "a", tmp_path / "b", copy_function=shutil.copy)
    copied = url_in(tmp_path / "b")
    assert seen(copied) == 3
    add(copied, "水利")
    assert (seen(copied), beside(tmp_path / "b")) == (4, 0)
    shutil.copy(tmp_path / "b" / "graph.kgl", tmp_path / "a" / "graph.kgl")
    assert seen(url) == 4


def test_what_is_damaged_is_told_to_readers_and_found_lacking_by_a_build(tmp_path: Path) -> None:
    url = filled(tmp_path)
    with open_store(url, writing=True) as store:
        store.apply(Difference("420117", (Node("Topic", "卫生", "420117", {"name": "卫生"}),), digest="new"))
    path = later_of(tmp_path / "graph.kgl")
    content = bytearray(path.read_bytes())
    content[-3] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged or of another version; run zhize build again"):
        open_store(url)
    with open_store(url, writing=True) as store:
        assert store.marks() == {}
    assert seen(url) == 2


@pytest.mark.parametrize("body", [b"no such file", zlib.compress(b"\xc1"), packed(7), packed(["a", 1])])
def test_what_another_version_has_written_beside_is_told_so(tmp_path: Path, body: bytes) -> None:
    url = filled(tmp_path)
    later_of(tmp_path / "graph.kgl").write_bytes(hashlib.sha256(body).digest() + body)
    with pytest.raises(StoreError, match="of another version"):
        open_store(url)
    add(url, "卫生")
    assert seen(url) == 3


def test_there_is_one_writer_beside_a_graph(tmp_path: Path) -> None:
    url = filled(tmp_path)
    with open_store(url, writing=True), pytest.raises(StoreError, match=f"is being written by process {os.getpid()}"):
        open_store(url, writing=True)
    with kglite.open_session(str(tmp_path / "graph.kgl"), durable="full"), pytest.raises(StoreError, match="written"):
        open_store(url, writing=True)
    add(url, "卫生")
    assert seen(url) == 3


def test_the_state_of_a_graph_changes_with_what_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    assert state_of(path) == ()
    url = filled(tmp_path)
    before = state_of(path)
    add(url, "卫生")
    assert state_of(path) != before
    again = state_of(path)
    with open_store(url, writing=True):
        pass
    assert state_of(path) == again


def test_which_jurisdictions_it_holds_is_known_without_opening_it_until_more_is_added(tmp_path: Path) -> None:
    with open_store(url_in(tmp_path), writing=True) as store:
        store.apply(Difference("420117", (Node("Topic", "财政", "420117", {"name": "财政"}),), digest="1"))
        store.apply(Difference("420116", (Node("Topic", "教育", "420116", {"name": "教育"}),), digest="2"))
    before = written(tmp_path)
    with open_store(url_in(tmp_path), writing=True) as store:
        assert store.scopes() == ("420116", "420117")
        store.apply(Difference("420114", (Node("Topic", "卫生", "420114", {"name": "卫生"}),), digest="3"))
    assert written(tmp_path) == before
    with open_store(url_in(tmp_path), writing=True) as store:
        assert store.scopes() == ("420114", "420116", "420117")
        store.apply(topics("水利"))
        assert store.scopes() == ("420114", "420116", "420117")  # asked of the graph, which has taken all in
    assert written(tmp_path) != before


def test_what_a_graph_holds_is_told_without_opening_it_where_that_is_sure(tmp_path: Path) -> None:
    url = filled(tmp_path)
    assert marks_beside(url) == {}
    writer = open_store(url, writing=True)
    writer.apply(Difference("420117", (Node("Topic", "卫生", "420117", {"name": "卫生"}),), digest="new"))
    assert marks_beside(url) is None  # a build is not done
    writer.close()
    assert marks_beside(url) == {"420117": "new"}
    with open_store(url) as reader:
        assert reader.marks() == marks_beside(url)
    shutil.copy(tmp_path / "graph.kgl", tmp_path / "other.kgl")
    shutil.copy(tmp_path / "other.kgl", tmp_path / "graph.kgl")
    assert marks_beside(url) is None
    assert marks_beside("bolt://127.0.0.1:7687") is None


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    url = filled(tmp_path)
    before = written(tmp_path)
    with open_store(url, writing=True) as store:
        store.apply(Difference("420117"))
        store.checkpoint()
    assert written(tmp_path) == before
