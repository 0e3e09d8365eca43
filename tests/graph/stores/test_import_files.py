"""Files for neo4j-admin: what they hold, and that the real tool makes of them the graph that the loader makes."""

from pathlib import Path

import pytest

from extract.errors import StoreError
from graph.projection.elements import Difference, Node
from graph.stores.import_files import import_arguments, write_import_files
from graph.stores.store import open_store
from tests.graph.generated import SCOPE, edges, held, nodes
from tests.graph.servers import server_in

QUESTIONS = (
    "MATCH (n:Topic) RETURN n.key AS key, n.name AS name, n.names AS names, n.score AS score ORDER BY key LIMIT $limit",
    "MATCH (n:Organization) RETURN n.key AS key, n.kind AS kind, n.homonym AS homonym ORDER BY key LIMIT $limit",
    "MATCH (n:Street) RETURN n.key AS key ORDER BY key LIMIT $limit",
    "MATCH (n:Passage) RETURN n.key AS key, n.text AS text, n.line AS line ORDER BY key LIMIT $limit",
    "MATCH (n:Notice) RETURN n.key AS key, n.dated AS dated, n.page AS page ORDER BY key LIMIT $limit",
    "MATCH (n:Finding) RETURN n.key AS key, n.why AS why, n.quote AS quote ORDER BY key LIMIT $limit",
    "MATCH (a:Official)-[h:HOLDS]->(p:Post) RETURN h.key AS key, a.key AS a, p.key AS p, h.from_earliest AS f ORDER BY key LIMIT $limit",
    "MATCH (a)-[e:LEADS]->(b) RETURN e.fact_id AS k, a.key AS a, b.key AS b, e.quote AS q, e.date AS d ORDER BY k LIMIT $limit",
    "MATCH (a:Task)-[e:IN]->(b:Notice) RETURN e.key AS k, a.key AS a, b.key AS b, e.aggregates AS g ORDER BY k LIMIT $limit",
    "MATCH (a:Policy)-[e:CITES]->(b:Policy) RETURN e.fact_id AS k, e.role AS r, e.number AS n ORDER BY k LIMIT $limit",
)


def test_strings_are_quoted_and_absent_values_are_empty(tmp_path: Path) -> None:
    node = Node("Topic", "t", SCOPE, {"name": 'a"b,\nc', "names": ("", "甲"), "score": None, "why": ()})
    write_import_files([node], [], tmp_path / "out")
    text = (tmp_path / "out" / "nodes.csv").read_text(encoding="utf-8")
    assert text.startswith('"Topic t","t","a""b,\nc","\x1f甲","",')
    header = (tmp_path / "out" / "nodes.header.csv").read_text(encoding="utf-8")
    assert header.startswith(":ID,key:string,name:string,names:string[],why:string[],scope:string,")


def test_an_existing_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(StoreError, match="exists"):
        write_import_files([], [], tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_property_of_two_types_is_refused_and_nothing_stays(tmp_path: Path) -> None:
    some = [Node("Topic", "t", SCOPE, {"name": "a"}), Node("Topic", "u", SCOPE, {"name": 1})]
    with pytest.raises(StoreError, match="several types"):
        write_import_files(some, [], tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_types_are_found_beyond_the_first_rows(tmp_path: Path) -> None:
    some = [Node("Topic", f"t{i}", SCOPE, {"name": "a", "score": None}) for i in range(3_000)]
    last = Node("Topic", "u", SCOPE, {"name": "b", "score": 0.5, "names": ("甲",)})
    write_import_files([*some, last], [], tmp_path / "out")
    header, data = (tmp_path / "out" / f"nodes.{end}" for end in ("header.csv", "csv"))
    assert header.read_text(encoding="utf-8") == (
        ":ID,key:string,name:string,names:string[],score:double,scope:string,digest:string,:LABEL,version:long\n"
    )
    lines = data.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3_002  # and what says that this is a graph of Zhize
    assert lines[0].startswith('"Topic t0","t0","a",,,')
    assert lines[-2].startswith('"Topic u","u","b","甲","0.5",')


def test_a_list_whose_text_holds_the_border_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="U\\+001F"):
        write_import_files([Node("Topic", "t", SCOPE, {"names": ("a\x1fb",)})], [], tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_files_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="zhize export neo4j-import"):
        import_arguments(tmp_path)


@pytest.mark.neo4j
def test_the_import_tool_makes_the_graph_that_the_loader_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some_nodes, some_edges = nodes(12), edges(12)
    assert write_import_files(some_nodes, some_edges, tmp_path / "csv") == (len(some_nodes), len(some_edges))
    monkeypatch.delenv("ZHIZE_NEO4J_PASSWORD", raising=False)
    with server_in(tmp_path / "home") as server:
        monkeypatch.setenv("ZHIZE_NEO4J_PASSWORD_FILE", str(server.password_file))
        with open_store(server.url, writing=True) as store:
            store.apply(Difference(SCOPE, tuple(some_nodes), tuple(some_edges)))
            counts = store.counts()
            answers = [store.read(question, {"limit": 1000}).rows for question in QUESTIONS]
        server.stop()
        server.import_full(tmp_path / "csv")
        server.start()
        with open_store(server.url, writing=True) as store:
            found = store.projection(SCOPE)
            assert (dict(found.nodes), dict(found.edges)) == held(some_nodes, some_edges)
            assert store.counts() == counts
            assert [store.read(question, {"limit": 1000}).rows for question in QUESTIONS] == answers
