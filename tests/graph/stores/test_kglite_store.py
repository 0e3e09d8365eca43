"""What is the embedded store's own: files, readers beside a writer, rebuilding. What both stores keep is in test_store_contract."""

from pathlib import Path

import kglite
import pytest

from extract.errors import QueryError, StoreError
from graph.projection.elements import Difference, Node
from graph.projection.schema import MARK, SCHEMA_VERSION
from graph.stores.store import open_store

COUNT = "MATCH (n:Topic) RETURN count(n) AS n ORDER BY n"


def topics(*keys: str) -> Difference:
    return Difference("420117", tuple(Node("Topic", key, "420117", {"name": key}) for key in keys))


def url_in(folder: Path) -> str:
    return f"kglite://{folder / 'graph.kgl'}"


def filled(folder: Path) -> str:
    with open_store(url_in(folder), writing=True) as store:
        store.apply(topics("财政", "教育"))
    return url_in(folder)


def test_a_reader_sees_the_last_checkpoint_while_another_writes(tmp_path: Path) -> None:
    url = filled(tmp_path)
    with open_store(url, writing=True) as writer:
        writer.apply(topics("卫生"))
        with open_store(url) as reader:
            assert reader.read(COUNT).rows == ((2,),)
        assert writer.read(COUNT).rows == ((3,),)
        writer.checkpoint()
        with open_store(url) as reader:
            assert reader.read(COUNT).rows == ((3,),)


def test_an_error_between_two_differences_keeps_those_that_were_applied(tmp_path: Path) -> None:
    url = filled(tmp_path)
    writer = open_store(url, writing=True)
    writer.apply(topics("卫生"))
    writer.__exit__(RuntimeError, RuntimeError(), None)
    with open_store(url) as reader:
        assert reader.read(COUNT).rows == ((3,),)


def test_there_is_one_writer_and_the_second_is_told(tmp_path: Path) -> None:
    url = filled(tmp_path)
    with open_store(url, writing=True), pytest.raises(StoreError, match="is being written by process"):
        open_store(url, writing=True)


def test_a_missing_graph_is_told_with_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="zhize build PATH"):
        open_store(url_in(tmp_path))


@pytest.mark.parametrize("content", [b"", b"hello, no graph", b"PK\x03\x04" * 100])
@pytest.mark.parametrize("writing", [True, False])
def test_a_file_that_is_no_graph_is_refused_and_stays(tmp_path: Path, content: bytes, writing: bool) -> None:
    (tmp_path / "graph.kgl").write_bytes(content)
    with pytest.raises(StoreError, match="no graph of Zhize"):
        open_store(url_in(tmp_path), writing=writing)
    assert (tmp_path / "graph.kgl").read_bytes() == content


@pytest.mark.parametrize("rebuild", [True, False])
def test_a_graph_of_another_program_is_refused_and_stays(tmp_path: Path, rebuild: bool) -> None:
    path = tmp_path / "graph.kgl"
    with kglite.open_session(str(path), durable="full") as other:
        other.execute("CREATE (n:Thing {name: 'x'})")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(url_in(tmp_path), writing=True, rebuild=rebuild)
    assert path.read_bytes() == before


def test_another_version_is_refused_and_rebuilt_on_demand(tmp_path: Path) -> None:
    url = filled(tmp_path)
    with kglite.open_session(str(tmp_path / "graph.kgl"), durable="full") as session:
        session.execute(f"MATCH (n:{MARK}) SET n.version = {SCHEMA_VERSION + 1}")
    for writing in (True, False):
        with pytest.raises(StoreError, match="rebuild with zhize build --rebuild"):
            open_store(url, writing=writing)
    with open_store(url, writing=True, rebuild=True) as store:
        store.apply(topics("水利"))
    with open_store(url) as store:
        assert store.read(COUNT).rows == ((1,),)
        assert store.schema_version() == SCHEMA_VERSION


def test_a_rebuild_that_fails_leaves_the_old_graph(tmp_path: Path) -> None:
    url = filled(tmp_path)
    rebuilding = open_store(url, writing=True, rebuild=True)
    rebuilding.apply(topics("水利"))
    rebuilding.__exit__(RuntimeError, RuntimeError(), None)
    with open_store(url) as store:
        assert store.read(COUNT).rows == ((2,),)


def test_a_store_opened_for_reading_does_not_write(tmp_path: Path) -> None:
    with open_store(filled(tmp_path)) as store, pytest.raises(StoreError, match="reading only"):
        store.apply(topics("水利"))


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    url = filled(tmp_path / "云 湖 #1?x=%20")
    with open_store(url) as store:
        assert store.read(COUNT).rows == ((2,),)


def test_a_store_can_be_closed_twice(tmp_path: Path) -> None:
    store = open_store(filled(tmp_path), writing=True)
    store.close()
    store.close()


@pytest.mark.parametrize("url", ["graph.kgl", "http://host", "mysql://host", ""])
def test_an_url_that_is_no_store_is_refused(url: str) -> None:
    with pytest.raises(StoreError, match="is no store"):
        open_store(url)


@pytest.mark.parametrize(
    "cypher",
    [
        "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
        "match (n) load csv from 'x' as row return row",
        "CREATE (n:Topic {key: 'x'}) RETURN n.key AS key",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n RETURN n",
    ],
)
def test_a_question_that_writes_reads_files_or_is_malformed_is_refused(tmp_path: Path, cypher: str) -> None:
    with open_store(filled(tmp_path)) as store:
        with pytest.raises(QueryError):
            store.read(cypher)
        assert store.read(COUNT).rows == ((2,),)


def test_the_word_load_within_a_string_is_no_command(tmp_path: Path) -> None:
    with open_store(filled(tmp_path)) as store:
        assert store.read("RETURN 'load csv' AS text // LOAD CSV\nORDER BY text").rows == (("load csv",),)


def test_nothing_is_written_beside_another_programs_file(tmp_path: Path) -> None:
    (tmp_path / "precious.db").write_bytes(b"SQLite format 3\x00" + bytes(100))
    for rebuild in (False, True):
        with pytest.raises(StoreError, match="is no graph of Zhize"):
            open_store(f"kglite://{tmp_path / 'precious.db'}", writing=True, rebuild=rebuild)
    assert [file.name for file in tmp_path.iterdir()] == ["precious.db"]
