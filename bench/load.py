"""How fast a graph is loaded: nodes and relationships a second, each way on the same generated graph, as ratios in one run.

    python -m bench.load                          # 100,000 nodes, 500,000 relationships
    python -m bench.load --nodes 10000 --edges 50000

Ways: kglite by our loader; Neo4j by our loader, by hand-written UNWIND with the same driver, by py2neo's bulk functions, by py2neo's
object API (on a hundredth, its rate taken), by neo4j-admin import (writing the files included). Needs java 17 and mvn (make neo4j).
The server is a fresh one for each way. Ratios: the way's relationships and nodes a second over those of our loader on Neo4j.
"""

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import neo4j
import py2neo
import py2neo.bulk

from graph.elements import Difference, Edge, Node, Value
from graph.import_files import write_import_files
from graph.local_server import LocalServer
from graph.store import open_store

SCOPE = "420000"
JARS = Path(".cache/neo4j/lib")
PORT = 17688
BATCH = 2_000


def generated(node_count: int, edge_count: int) -> tuple[list[Node], list[Edge]]:
    """Bodies, tasks and officials; who leads and assists what, with dates and quotations as long as real ones."""
    chance = random.Random(1)
    words = "发展改革教育卫生健康交通运输农业农村水务湖泊市场监督管理生态环境建设规划"
    nodes = []
    for i in range(node_count):
        label = ("Task", "Task", "Task", "Organization", "Official")[i % 5]
        name = "".join(chance.choices(words, k=40 if label == "Task" else 8)) + str(i)
        properties: dict[str, Value] = {"name": name, "members": (f"m{i}",), "score": 1.0}
        if label == "Organization":
            properties |= {"kind": "department", "names": (name,), "category": "government"}
        nodes.append(Node(label, f"{label}/{i}", SCOPE, properties, "Department" if label == "Organization" else None))
    by_label = {label: [n.ref for n in nodes if n.label == label] for label in ("Task", "Organization", "Official")}
    first = date(2015, 1, 1)
    edges = []
    for i in range(edge_count):
        start = chance.choice(by_label["Official" if i % 5 == 0 else "Organization"])
        day = first + timedelta(days=chance.randrange(3000))
        properties = {
            "role": "牵头单位",
            "date": day,
            "date_latest": day,
            "date_text": day.isoformat(),
            "rule": "responsibilities.bracket",
            "file": f"gazette-{i % 900}.txt",
            "line": i % 2000,
            "span_start": i,
            "span_end": i + 60,
            "quote": "".join(chance.choices(words, k=60)),
            "document": f"d{i % 900}",
            "notice": f"n{i % 9000}",
            "passage": f"p{i % 90000}",
            "valid_from": day,
            "valid_basis": "notice",
        }
        edges.append(
            Edge("LEADS" if i % 2 else "ASSISTS", f"f{i}", start, chance.choice(by_label["Task"]), SCOPE, properties)
        )
    digests = [n.digest for n in nodes] + [
        e.digest for e in edges
    ]  # made when facts are projected, not when they are loaded
    assert len(digests) == node_count + edge_count
    return nodes, edges


def by_our_loader(url: str, nodes: list[Node], edges: list[Edge]) -> float:
    """The whole graph as one difference."""
    with open_store(url, writing=True) as store:
        begun = time.perf_counter()
        store.apply(Difference(SCOPE, tuple(nodes), tuple(edges)))
        store.checkpoint()
        return time.perf_counter() - begun


def by_hand(driver: neo4j.Driver, nodes: list[Node], edges: list[Edge]) -> float:
    """UNWIND as one writes it for this graph alone: constraints, named properties, one transaction a batch."""
    for label in ("Task", "Organization", "Official"):
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
        for kind, start, end, rows in edge_rows(edges):
            sets = ", ".join(f"e.{name} = row.{name}" for name in rows[0] if name not in {"fact_id", "a", "b"})
            cypher = (
                f"UNWIND $rows AS row MATCH (a:{start} {{key: row.a}}) MATCH (b:{end} {{key: row.b}}) "
                f"MERGE (a)-[e:{kind} {{fact_id: row.fact_id}}]->(b) SET {sets}"
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
    for label in ("Task", "Organization", "Official"):
        graph.run(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.key IS UNIQUE")
    begun = time.perf_counter()
    for label, kind, rows in node_rows(nodes):
        for i in range(0, len(rows), BATCH):
            labels = {label, kind} if kind else {label}
            py2neo.bulk.merge_nodes(graph.auto(), rows[i : i + BATCH], (label, "key"), labels=labels)
    for kind, start, end, rows in edge_rows(edges):
        for i in range(0, len(rows), BATCH):
            data = [(r["a"], {k: v for k, v in r.items() if k not in {"a", "b"}}, r["b"]) for r in rows[i : i + BATCH]]
            merge_key = (kind, "fact_id")
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


def by_import(server: LocalServer, nodes: list[Node], edges: list[Edge]) -> float:
    """The files of `zhize export neo4j-import`, then neo4j-admin database import full."""
    begun = time.perf_counter()
    write_import_files(nodes, edges, server.home / "csv")
    server.import_full(server.home / "csv")
    return time.perf_counter() - begun


def node_rows(nodes: list[Node]) -> Iterator[tuple[str, str | None, list[dict[str, Any]]]]:
    """Rows by label, with just the properties that this graph has and what every node of ours carries."""
    for label in ("Task", "Organization", "Official"):
        some = [n for n in nodes if n.label == label]
        rows = [{"key": n.key, **_plain(n.properties), "scope": n.scope, "digest": n.digest} for n in some]
        yield label, some[0].kind, rows


def edge_rows(edges: list[Edge]) -> Iterator[tuple[str, str, str, list[dict[str, Any]]]]:
    """Rows by type and labels of the ends."""
    for kind in ("LEADS", "ASSISTS"):
        for start in ("Organization", "Official"):
            some = [e for e in edges if e.type == kind and e.start.label == start]
            rows = [
                {"fact_id": e.key, "a": e.start.key, "b": e.end.key, **_plain(e.properties)}
                | {"scope": e.scope, "digest": e.digest}
                for e in some
            ]
            if rows:
                yield kind, start, "Task", rows


def _plain(properties: Any) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in properties.items()}


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


def on_server(load: Callable[[LocalServer, str], float]) -> float:
    """Runs one way on a fresh server."""
    with fresh_server() as server:
        return load(server, server.password_file.read_text(encoding="utf-8").strip())


def main() -> None:
    """Runs every way and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--edges", type=int, default=500_000)
    parser.add_argument("--pairs", type=int, default=1, help="how often our loader and UNWIND by hand are run in turn")
    args = parser.parse_args()
    LocalServer(Path(".cache/neo4j").absolute()).install()
    nodes, edges = generated(args.nodes, args.edges)
    total = len(nodes) + len(edges)
    hundredth = max(10, len(nodes) // 100), max(10, len(edges) // 100)
    few_edges = edges[: hundredth[1]]
    ends = {ref for e in few_edges for ref in (e.start, e.end)}
    few_nodes = [n for n in nodes if n.ref in ends]

    def bolt(server: LocalServer, password: str) -> float:
        with neo4j.GraphDatabase.driver(server.url, auth=("neo4j", password)) as driver:
            return by_hand(driver, nodes, edges)

    def py2(server: LocalServer, password: str) -> Any:
        return py2neo.Graph(server.url, auth=("neo4j", password))

    def imported(server: LocalServer, password: str) -> float:
        server.stop()
        return by_import(server, nodes, edges)

    rates: dict[str, list[float]] = {}

    def measured(way: str, elements: int, seconds: float) -> None:
        rates.setdefault(way, []).append(elements / seconds)
        print(f"{way}: {elements:,} in {seconds:.1f} s", flush=True)

    for _ in range(args.pairs):
        measured("Neo4j, our loader", total, on_server(lambda s, _p: by_our_loader(s.url, nodes, edges)))
        measured("Neo4j, UNWIND by hand", total, on_server(bolt))
        measured("Neo4j, py2neo bulk", total, on_server(lambda s, p: by_py2neo_bulk(py2(s, p), nodes, edges)))
    few = len(few_nodes) + len(few_edges)
    seconds = on_server(lambda s, p: by_py2neo_objects(py2(s, p), few_nodes, few_edges))
    measured("Neo4j, py2neo objects", few, seconds)
    measured("Neo4j, neo4j-admin import", total, on_server(imported))
    with tempfile.TemporaryDirectory(prefix="zhize-bench-") as folder:
        measured("kglite, our loader", total, by_our_loader(f"kglite://{folder}/graph.kgl", nodes, edges))
    ours = sorted(rates["Neo4j, our loader"])[args.pairs // 2]
    print(f"{len(nodes):,} nodes, {len(edges):,} relationships")
    print(f"{'way':28}{'elements a second':>20}{'ratio to our loader':>22}")
    for way, found in rates.items():
        rate = sorted(found)[len(found) // 2]
        print(f"{way:28}{rate:20,.0f}{rate / ours:22.2f}")


if __name__ == "__main__":
    main()
