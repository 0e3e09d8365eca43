"""How fast a graph is loaded: nodes and relationships a second, each way on the same generated graph, as ratios in one run.

    python -m bench.load                          # 100,000 nodes, 500,000 relationships, every way once
    python -m bench.load --nodes 10000 --edges 50000 --rounds 3 --ways ours unwind

The graph is as the one of the real gazettes: its labels, types and properties in their proportions. Ways: Neo4j by our loader, by
hand-written UNWIND with the same driver, by py2neo's bulk functions, by py2neo's object API (on a hundredth, its rate taken), by
neo4j-admin import (the tool alone, and with the writing of its files); kglite by our loader. Needs java 17 and mvn (make neo4j). The
server is a fresh one for each way. Ratios: elements (nodes and relationships) a second over those of our loader on Neo4j.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any, TypeVar

import neo4j
import py2neo
import py2neo.bulk

from graph.projection.draft import Projection
from graph.projection.elements import Difference, Edge, Node, NodeRef
from graph.projection.project import project
from graph.projection.schema import EDGES
from graph.stores.import_files import write_import_files
from graph.stores.store import open_store
from graph.workspace import Workspace
from tests.local_server import LocalServer

SCOPE = "420000"
JARS = Path(".cache/neo4j/lib")
PORT = 17688
BATCH = 2_000
T = TypeVar("T")


def generated(node_count: int, edge_count: int) -> tuple[list[Node], list[Edge]]:
    """So many elements in the proportions of the graph of the real gazettes, each with the properties of one of it.

    Nodes are copies with a key and a name of their own; the ends of a relationship are drawn from the nodes of the labels that the real
    one joins. So labels, types, quotations, lists and dates are as frequent and as long as in truth.
    """
    chance = random.Random(1)
    real = real_graph()
    likes = chance.sample(real.nodes, len(real.nodes))
    one_of_each = list({node.label: node for node in likes}.values())
    nodes = []
    for i, like in zip(range(node_count), cycle([*one_of_each, *likes]), strict=False):
        properties = {**like.properties, "name": f"{like.properties.get('name') or ''}{i}"}
        nodes.append(Node(like.label, f"{like.key}/{i}", SCOPE, properties, like.kind))
    by_label: dict[str, list[NodeRef]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append(node.ref)
    kinds = chance.sample(real.edges, len(real.edges))
    edges = []
    for i, kind in zip(range(edge_count), cycle(kinds), strict=False):
        start, end = (chance.choice(by_label[end.label]) for end in (kind.start, kind.end))
        edges.append(Edge(kind.type, f"{kind.key}/{i}", start, end, SCOPE, kind.properties))
    for element in (*nodes, *edges):
        assert element.digest  # made when facts are projected, not when they are loaded
    return nodes, edges


def real_graph() -> Projection:
    """The projection of the gazettes in data/gazettes."""
    with tempfile.TemporaryDirectory(prefix="zhize-bench-") as folder:
        command = [sys.executable, "-m", "dashboards", "build", "data/gazettes", "--workspace", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return project(Workspace(Path(folder)).corpus()).projection


def by_our_loader(url: str, nodes: list[Node], edges: list[Edge]) -> float:
    """The whole graph as one difference."""
    with open_store(url, writing=True) as store:
        begun = time.perf_counter()
        store.apply(Difference(SCOPE, tuple(nodes), tuple(edges)))
        store.checkpoint()
        return time.perf_counter() - begun


def by_hand(driver: neo4j.Driver, nodes: list[Node], edges: list[Edge]) -> float:
    """UNWIND as one writes it for this graph alone: constraints, named properties, one transaction a batch."""
    for label in sorted({node.label for node in nodes}):
        driver.execute_query(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.key IS UNIQUE")
    begun = time.perf_counter()
    with driver.session() as session:
        for label, kind, rows in node_rows(nodes):
            sets = ", ".join(f"n.{name} = row.{name}" for name in rows[0] if name != "key")
            more = f" SET n:{kind}" if kind else ""
            cypher = f"UNWIND $rows AS row MERGE (n:{label} {{key: row.key}}) SET {sets}{more}"
            for i in range(0, len(rows), BATCH):
                batch = rows[i : i + BATCH]
                session.execute_write(run_rows, cypher, batch)
        for kind, start, own, end, rows in edge_rows(edges):
            sets = ", ".join(f"e.{name} = row.{name}" for name in rows[0] if name not in {own, "a", "b"})
            cypher = (
                f"UNWIND $rows AS row MATCH (a:{start} {{key: row.a}}) MATCH (b:{end} {{key: row.b}}) "
                f"MERGE (a)-[e:{kind} {{{own}: row.{own}}}]->(b) SET {sets}"
            )
            for i in range(0, len(rows), BATCH):
                batch = rows[i : i + BATCH]
                session.execute_write(run_rows, cypher, batch)
    return time.perf_counter() - begun


def run_rows(transaction: neo4j.ManagedTransaction, cypher: str, rows: list[dict[str, Any]]) -> None:
    """One statement and its rows."""
    transaction.run(cypher, rows=rows).consume()


def by_py2neo_bulk(graph: Any, nodes: list[Node], edges: list[Edge]) -> float:
    """py2neo.bulk: merge_nodes and merge_relationships."""
    for label in sorted({node.label for node in nodes}):
        graph.run(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.key IS UNIQUE")
    begun = time.perf_counter()
    for label, kind, rows in node_rows(nodes):
        for i in range(0, len(rows), BATCH):
            labels = {label, kind} if kind else {label}
            py2neo.bulk.merge_nodes(graph.auto(), rows[i : i + BATCH], (label, "key"), labels=labels)
    for kind, start, own, end, rows in edge_rows(edges):
        for i in range(0, len(rows), BATCH):
            data = [(r["a"], {k: v for k, v in r.items() if k not in {"a", "b"}}, r["b"]) for r in rows[i : i + BATCH]]
            merge_key = (kind, own)
            py2neo.bulk.merge_relationships(
                graph.auto(), data, merge_key, start_node_key=(start, "key"), end_node_key=(end, "key")
            )
    return time.perf_counter() - begun


def by_py2neo_objects(graph: Any, nodes: list[Node], edges: list[Edge]) -> float:
    """py2neo's object API: a Node and a Relationship each, merged one by one in one transaction."""
    begun = time.perf_counter()
    made = {n.ref: py2neo.Node(n.label, key=n.key, **dict(n.properties)) for n in nodes}
    transaction = graph.begin()
    for node in nodes:
        transaction.merge(made[node.ref], node.label, "key")
    for edge in edges:
        ends = made[edge.start], made[edge.end]
        transaction.merge(py2neo.Relationship(ends[0], edge.type, ends[1], **dict(edge.properties)))
    graph.commit(transaction)
    return time.perf_counter() - begun


def by_import(server: LocalServer, nodes: list[Node], edges: list[Edge]) -> tuple[float, float]:
    """The files of `zhize export neo4j-import`, then neo4j-admin database import full: the seconds of each."""
    server.stop()
    begun = time.perf_counter()
    write_import_files(nodes, edges, server.home / "csv")
    written = time.perf_counter()
    server.import_full(server.home / "csv")
    return written - begun, time.perf_counter() - written


def node_rows(nodes: list[Node]) -> Iterator[tuple[str, str | None, list[dict[str, Any]]]]:
    """Rows by label and kind, with just the properties that any of them states and what every node of ours carries."""
    groups: dict[tuple[str, str | None], list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.label, node.kind].append(node)
    for (label, kind), some in groups.items():
        names = _stated(some)
        rows = [{"key": n.key, **_plain(n, names), "scope": n.scope, "digest": n.digest} for n in some]
        yield label, kind, rows


def edge_rows(edges: list[Edge]) -> Iterator[tuple[str, str, str, str, list[dict[str, Any]]]]:
    """Rows by type and labels of the ends; the third name is the type's key property."""
    groups: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.type, edge.start.label, edge.end.label].append(edge)
    for (kind, start, end), some in groups.items():
        names = _stated(some)
        own = EDGES[kind].key
        rows = [
            {own: e.key, "a": e.start.key, "b": e.end.key, **_plain(e, names), "scope": e.scope, "digest": e.digest}
            for e in some
        ]
        yield kind, start, own, end, rows


def _stated(some: Sequence[Node] | Sequence[Edge]) -> list[str]:
    return sorted({name for one in some for name, value in one.properties.items() if value is not None})


def _plain(one: Node | Edge, names: list[str]) -> dict[str, Any]:
    plain = {name: one.properties.get(name) for name in names}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in plain.items()}


@contextmanager
def fresh_server() -> Iterator[LocalServer]:
    """A server with nothing in it, of its own home."""
    with tempfile.TemporaryDirectory(prefix="zhize-bench-") as home:
        server = LocalServer(Path(home), PORT, JARS.absolute())
        server.start()
        os.environ["ZHIZE_NEO4J_PASSWORD_FILE"] = str(server.password_file)
        try:
            yield server
        finally:
            server.stop(kill=True)


def on_server(load: Callable[[LocalServer, str], T]) -> T:
    """Runs one way on a fresh server."""
    with fresh_server() as server:
        return load(server, server.password_file.read_text(encoding="utf-8").strip())


class Bench:
    """One graph, the ways to load it, and how many elements a second each was seen to load."""

    def __init__(self, nodes: list[Node], edges: list[Edge]) -> None:
        self.nodes, self.edges = nodes, edges
        self.rates: dict[str, list[float]] = {}
        self.ways = {
            "ours": self.ours,
            "unwind": self.unwind,
            "py2neo-bulk": self.py2neo_bulk,
            "import": self.imported,
            "py2neo-objects": self.py2neo_objects,
            "kglite": self.kglite,
        }

    def ours(self) -> None:
        self._seen("Neo4j, our loader", on_server(lambda s, _: by_our_loader(s.url, self.nodes, self.edges)))

    def unwind(self) -> None:
        def load(server: LocalServer, password: str) -> float:
            with neo4j.GraphDatabase.driver(server.url, auth=("neo4j", password)) as driver:
                return by_hand(driver, self.nodes, self.edges)

        self._seen("Neo4j, UNWIND by hand", on_server(load))

    def py2neo_bulk(self) -> None:
        def load(server: LocalServer, password: str) -> float:
            return by_py2neo_bulk(py2neo.Graph(server.url, auth=("neo4j", password)), self.nodes, self.edges)

        self._seen("Neo4j, py2neo bulk", on_server(load))

    def py2neo_objects(self) -> None:
        edges = self.edges[: max(10, len(self.edges) // 100)]
        ends = {ref for edge in edges for ref in (edge.start, edge.end)}
        nodes = [node for node in self.nodes if node.ref in ends]

        def load(server: LocalServer, password: str) -> float:
            return by_py2neo_objects(py2neo.Graph(server.url, auth=("neo4j", password)), nodes, edges)

        self._seen("Neo4j, py2neo objects", on_server(load), len(nodes) + len(edges))

    def imported(self) -> None:
        writing, importing = on_server(lambda s, _: by_import(s, self.nodes, self.edges))
        self._seen("neo4j-admin import", importing)
        self._seen("neo4j-admin import, with the files", writing + importing)

    def kglite(self) -> None:
        with tempfile.TemporaryDirectory(prefix="zhize-bench-") as folder:
            self._seen("kglite, our loader", by_our_loader(f"kglite://{folder}/graph.kgl", self.nodes, self.edges))

    def table(self) -> str:
        """Each way's median rate, and its ratio to that of our loader."""
        medians = {way: statistics.median(rates) for way, rates in self.rates.items()}
        ours = medians.get("Neo4j, our loader", float("nan"))
        lines = [f"{way:36}{rate:20,.0f}{rate / ours:22.2f}" for way, rate in medians.items()]
        head = f"{len(self.nodes):,} nodes, {len(self.edges):,} relationships"
        return "\n".join([f"{head:36}{'elements a second':>20}{'ratio to our loader':>22}", *lines])

    def _seen(self, way: str, seconds: float, elements: int | None = None) -> None:
        elements = elements or len(self.nodes) + len(self.edges)
        self.rates.setdefault(way, []).append(elements / seconds)
        print(f"{way}: {elements:,} in {seconds:.1f} s", flush=True)


def main() -> None:
    """Runs the ways and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--edges", type=int, default=500_000)
    parser.add_argument("--rounds", type=int, default=1, help="how often all ways are run, one after the other")
    parser.add_argument("--ways", nargs="+", choices=list(Bench([], []).ways), help="just these, in this order")
    args = parser.parse_args()
    LocalServer(Path(".cache/neo4j").absolute()).install()
    bench = Bench(*generated(args.nodes, args.edges))
    for _ in range(args.rounds):
        for way in args.ways or bench.ways:
            bench.ways[way]()
    print(bench.table())


if __name__ == "__main__":
    main()
