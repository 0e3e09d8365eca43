"""The contract of a store: one body of tests, run on the embedded engine and on the real Neo4j server."""

import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from extract.errors import QueryError, StoreError
from graph.projection.draft import Projection, differences
from graph.projection.elements import Difference, Edge, Node, NodeRef
from graph.stores.store import Reading, Store, open_store
from tests.graph.generated import HARD_TEXTS, SCOPE, edges, held, nodes
from tests.local_server import LocalServer

Open = Callable[..., Store]


@pytest.fixture(params=["kglite", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty place for a graph, on each store."""
    if request.param == "kglite":
        return f"kglite://{tmp_path / 'graph.kgl'}"
    server: LocalServer = request.getfixturevalue("neo4j_server")
    with open_store(server.url, writing=True, rebuild=True):
        pass
    return server.url


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url, writing=True) as opened:
        yield opened


def load(store: Store, some_nodes: list[Node], some_edges: list[Edge]) -> None:
    store.apply(Difference(SCOPE, tuple(some_nodes), tuple(some_edges)))


def test_what_was_applied_is_held(store: Store) -> None:
    some_nodes, some_edges = nodes(4), edges(4)
    load(store, some_nodes, some_edges)
    found = store.projection(SCOPE)
    assert (dict(found.nodes), dict(found.edges)) == held(some_nodes, some_edges)
    assert store.scopes() == (SCOPE,)


def test_applying_twice_is_applying_once(store: Store) -> None:
    some_nodes, some_edges = nodes(3), edges(3)
    load(store, some_nodes, some_edges)
    before = store.counts()
    load(store, some_nodes, some_edges)
    assert store.counts() == before
    assert before["Official"] == 3


def test_every_value_comes_back_as_it_went_in(store: Store) -> None:
    some = [Node("Topic", f"t{i}", SCOPE, {"name": text, "names": (text, "甲")}) for i, text in enumerate(HARD_TEXTS)]
    load(store, some, [])
    rows = store.read(
        "MATCH (t:Topic) RETURN t.key AS key, t.name AS name, t.names AS names ORDER BY key LIMIT 99"
    ).rows
    assert [tuple(row[:2]) for row in rows] == sorted((n.key, n.properties["name"]) for n in some)
    assert [list(row[2]) for row in rows] == [list(n.properties["names"] or ()) for n in some]  # type: ignore[arg-type]


def test_a_text_of_one_megabyte(store: Store) -> None:
    text = "职责清单💡" * 70_000
    load(store, [Node("Topic", "p", SCOPE, {"name": "长", "why": text})], [])
    assert store.read("MATCH (p:Topic {key: $key}) RETURN p.why AS text", {"key": "p"}).rows == ((text,),)


@pytest.mark.parametrize("day", [date(1949, 10, 1), date(2022, 2, 28), date(2024, 2, 29), date(9999, 12, 31)])
def test_dates_are_dates_and_compare_as_such(store: Store, day: date) -> None:
    official, post = Node("Official", "o", SCOPE, {"name": "甲"}), Node("Post", "p", SCOPE, {"name": "局长"})
    edge = Edge("HOLDS", "h", official.ref, post.ref, SCOPE, {"from_earliest": day, "to_latest": None})
    load(store, [official, post], [edge])
    cypher = (
        "MATCH (o:Official {key: $o})-[h:HOLDS]->(p:Post) WHERE h.from_earliest <= $on AND h.to_latest IS NULL "
        "RETURN h.from_earliest AS since ORDER BY since LIMIT 9"
    )
    assert store.read(cypher, {"o": "o", "on": day}).rows == ((day,),)
    earlier = date.fromordinal(day.toordinal() - 1)
    assert store.read(cypher, {"o": "o", "on": earlier}).rows == ()


def test_a_body_changes_its_kind(store: Store) -> None:
    load(store, [Node("Organization", "b", SCOPE, {"name": "甲街", "kind": "department"}, "Department")], [])
    load(store, [Node("Organization", "b", SCOPE, {"name": "甲街", "kind": "street"}, "Street")], [])
    assert store.read("MATCH (s:Street) RETURN s.name AS name ORDER BY name LIMIT 9").rows == (("甲街",),)
    assert store.read("MATCH (d:Department) RETURN d.name AS name ORDER BY name LIMIT 9").rows == ()


def test_what_is_gone_goes_and_what_others_need_stays(store: Store) -> None:
    some_nodes, some_edges = nodes(3), edges(3)
    load(store, some_nodes, some_edges)
    loose = Node("Topic", "loose", SCOPE, {"name": "孤立"})
    load(store, [loose], [])
    gone_edge = next(e for e in some_edges if e.type == "OF")
    bound = NodeRef("Post", some_edges[0].end.key)
    store.apply(Difference(SCOPE, gone_nodes=(loose.ref, bound), gone_edges=(gone_edge.ref,)))
    found = store.projection(SCOPE)
    assert loose.ref not in found.nodes
    assert bound in found.nodes
    assert gone_edge.ref not in found.edges


@pytest.mark.parametrize("seed", range(3))
def test_nodes_come_and_go_from_build_to_build(url: str, seed: int) -> None:
    chance, present, made = random.Random(seed), dict[NodeRef, Node](), 0
    for _ in range(6):
        new = [Node("Topic", f"t{made + number}", SCOPE, {"name": "养老"}) for number in range(chance.randint(1, 30))]
        made += len(new)
        gone = chance.sample(sorted(present), chance.randint(0, len(present)))
        with open_store(url, writing=True) as opened:
            opened.apply(Difference(SCOPE, nodes=tuple(new), gone_nodes=tuple(gone)))
            opened.checkpoint()
        present = {ref: node for ref, node in present.items() if ref not in gone} | {node.ref: node for node in new}
        with open_store(url) as reader:
            assert reader.projection(SCOPE).nodes == {ref: node.digest for ref, node in present.items()}


def test_a_property_that_is_no_longer_stated_is_gone(store: Store) -> None:
    load(
        store,
        [Node("Place", "p", SCOPE, {"name": "甲路1号"}), Node("Topic", "t", SCOPE, {"name": "一", "why": ("x",)})],
        [],
    )
    load(store, [Node("Topic", "t", SCOPE, {"name": "一"})], [])
    assert store.read("MATCH (t:Topic {key: $k}) RETURN t.why AS why", {"k": "t"}).rows == ((None,),)


def test_a_relationship_that_states_less_holds_less(store: Store) -> None:
    one, other = Node("Official", "a", SCOPE, {"name": "甲"}), Node("Official", "b", SCOPE, {"name": "乙"})

    def become(**properties: str) -> None:
        edge = Edge("COVERS", "f", one.ref, other.ref, SCOPE, properties)
        wanted = Projection((one, other), (edge,))
        for difference in differences(wanted, {SCOPE: store.projection(SCOPE)}):
            store.apply(difference)

    become(role="协助", quote="甲协助乙")
    become(role="代")
    cypher = "MATCH (:Official)-[e:COVERS]->(:Official) RETURN e.role AS role, e.quote AS quote, e.fact_id AS fact_id ORDER BY fact_id"
    assert store.read(cypher).rows == (("代", None, "f"),)


def test_scopes_are_apart(store: Store) -> None:
    store.apply(Difference("110000", tuple(nodes(2, "110000")), tuple(edges(2, "110000"))))
    load(store, nodes(2), edges(2))
    assert store.scopes() == ("110000", SCOPE)
    assert all(ref.key.startswith(SCOPE) for ref in store.projection(SCOPE).nodes)


WRITES = (
    "CREATE (n:Topic {key: 'x', name: 'x'}) RETURN n.key AS key",
    "MERGE (n:Topic {key: 'x'}) RETURN n.key AS key",
    "MATCH (n:Topic) SET n.name = 'x' RETURN n.key AS key",
    "MATCH (n:Topic) DETACH DELETE n",
    "MATCH (n:Topic) REMOVE n.name RETURN n.key AS key",
    "CREATE INDEX x IF NOT EXISTS FOR (n:Topic) ON (n.name)",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "/* */ load csv from 'file:///etc/passwd' AS line RETURN line",
)


@pytest.mark.parametrize("cypher", WRITES)
def test_asking_never_writes_and_never_reads_files(url: str, cypher: str) -> None:
    with open_store(url, writing=True) as writer:
        writer.apply(Difference(SCOPE, (Node("Topic", "t", SCOPE, {"name": "一"}),)))
        writer.checkpoint()
    with open_store(url) as reader:
        with pytest.raises((QueryError, StoreError)) as caught:
            reader.read(cypher)
        assert "\n" not in str(caught.value)
        assert reader.read("MATCH (n:Topic) RETURN n.key AS key, n.name AS name ORDER BY key LIMIT 9").rows == (
            ("t", "一"),
        )


def test_rows_are_capped_and_the_cap_is_told(store: Store) -> None:
    cypher = "UNWIND range(1, 50) AS n RETURN n ORDER BY n"
    capped = store.read(cypher, limit=20)
    assert (len(capped.rows), capped.truncated) == (20, True)
    whole = store.read(cypher, limit=50)
    assert (len(whole.rows), whole.truncated) == (50, False)


def test_a_runaway_is_stopped(store: Store) -> None:
    load(store, [Node("Topic", f"t{i}", SCOPE, {"name": "一"}) for i in range(300)], [])
    with pytest.raises(QueryError, match=r"time|longer"):
        store.read(
            "MATCH (a:Topic), (b:Topic), (c:Topic), (d:Topic) WHERE a.name + b.name + c.name + d.name = 'x' RETURN count(*) AS n",
            timeout=1,
        )


def test_a_parameter_is_never_query_text(store: Store) -> None:
    load(store, [Node("Topic", "t", SCOPE, {"name": "一"})], [])
    hostile = "t'}) DETACH DELETE (n) //"
    assert (
        store.read("MATCH (n:Topic {key: $key}) RETURN n.name AS name ORDER BY name LIMIT 9", {"key": hostile}).rows
        == ()
    )
    assert store.counts()["Topic"] == 1


def test_a_failed_difference_changes_nothing(store: Store) -> None:
    load(store, [Node("Topic", "t", SCOPE, {"name": "一"})], [])
    broken = Node("Topic", "u", SCOPE, {"name": {"a": object()}})  # type: ignore[dict-item]
    with pytest.raises((StoreError, QueryError, TypeError, ValueError)):
        store.apply(Difference(SCOPE, (Node("Topic", "t", SCOPE, {"name": "二"}), broken)))
    assert store.read("MATCH (n:Topic) RETURN n.name AS name ORDER BY name LIMIT 9").rows == (("一",),)


def test_a_graph_of_another_version_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(url, writing=True) as writer:
        load(writer, nodes(1), [])
        writer.checkpoint()
    module = "graph.stores." + ("embedded.sessions" if url.startswith("kglite") else "neo4j_store")
    monkeypatch.setattr(f"{module}.SCHEMA_VERSION", 99)
    with pytest.raises(StoreError, match=r"schema version .* rebuild"):
        open_store(url)


def test_what_is_known_is_made_again_once_another_has_written(url: str) -> None:
    made: list[int] = []
    topics = "MATCH (t:Topic) RETURN count(t) AS topics LIMIT 1"

    def counted(read: Reading) -> int:
        made.append(read(topics).rows[0][0])
        return made[-1]

    with open_store(url, writing=True) as writer:
        load(writer, [Node("Topic", "t0", SCOPE, {"name": "甲"})], [])
        writer.checkpoint()
    with open_store(url) as reader:
        assert [reader.known(counted), reader.known(counted)] == [1, 1]
        assert made == [1]
        for more in ("t1", "t2"):
            with open_store(url, writing=True) as writer:
                load(writer, [Node("Topic", more, SCOPE, {"name": "乙"})], [])
                writer.checkpoint()
            assert reader.known(counted) == reader.read(topics).rows[0][0]  # an embedded graph stays as it was opened
    with open_store(url) as reader:
        assert reader.known(counted) == 3
