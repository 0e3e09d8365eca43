"""A difference → the statements that load it: UNWIND batches, label and key in map form. The same text for both stores.

In:  a Difference. Out: statements in the order in which one transaction must run them.

    UNWIND $rows AS row MERGE (n:Organization {key: row.key}) SET n.name = row.name, … SET n:Department REMOVE n:Street REMOVE n:Group
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.elements import Difference, Edge, EdgeRef, Node, NodeRef, Value
from graph.schema import EDGES, MARK, MARK_KEY, NODES, OWN, SCHEMA_VERSION
from graph.store import Store, batches


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement and its rows, to be run as `cypher` with the parameter `rows`."""

    cypher: str
    rows: list[dict[str, Any]]


SCOPE_MARK = "scope "
SCOPE_DIGESTS = (
    f"MATCH (n:{MARK}) WHERE n.key STARTS WITH $prefix RETURN n.name AS name, n.digest AS digest ORDER BY name"
)
MARK_STATEMENT = Statement(
    f"UNWIND $rows AS row MERGE (n:{MARK} {{key: row.key}}) SET n.name = row.name, n.version = row.version",
    [{"key": MARK_KEY, "name": "Zhize", "version": SCHEMA_VERSION}],
)


def statements(difference: Difference) -> Iterator[Statement]:
    """The statements of a difference, in order: gone edges, nodes, edges, gone nodes, the digest of the scope."""
    yield from _gone_edges(difference.gone_edges)
    yield from _nodes(difference.nodes)
    yield from _edges(difference.edges)
    yield from _gone_nodes(difference.gone_nodes)
    if difference.digest is not None:
        row = {"key": f"{SCOPE_MARK}{difference.scope}", "name": difference.scope, "digest": difference.digest}
        yield Statement(
            f"UNWIND $rows AS row MERGE (n:{MARK} {{key: row.key}}) SET n.name = row.name, n.digest = row.digest", [row]
        )


def scope_digests(store: Store) -> dict[str, str]:
    """The digest of each scope that a store holds whole, as the last difference left it."""
    return dict(store.read(SCOPE_DIGESTS, {"prefix": SCOPE_MARK}, limit=1_000_000).rows)


def _nodes(nodes: tuple[Node, ...]) -> Iterator[Statement]:
    groups: dict[tuple[str, str | None], list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        own: dict[str, Value] = {"key": node.key, "scope": node.scope, "digest": node.digest}
        properties = NODES[node.label].properties
        groups[node.label, node.kind].append(own | {name: _plain(node.properties.get(name)) for name in properties})
    for (label, kind), rows in sorted(groups.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        node_type = NODES[label]
        kinds = "".join(f" REMOVE n:{other}" for other in node_type.kinds if other != kind)
        labelled = f" SET n:{kind}" if kind else ""
        sets = ", ".join(f"n.{name} = row.{name}" for name in (*node_type.properties, *OWN))
        cypher = f"UNWIND $rows AS row MERGE (n:{label} {{key: row.key}}) SET {sets}{labelled}{kinds}"
        for batch in batches(rows):
            yield Statement(cypher, batch)


def _edges(edges: tuple[Edge, ...]) -> Iterator[Statement]:
    """New relationships (a changed one is among the gone edges too), with just the properties that any of a kind states."""
    groups: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.type, edge.start.label, edge.end.label].append(edge)
    for (kind, start, end), some in sorted(groups.items(), key=lambda item: item[0]):
        edge_type = EDGES[kind]
        stated = {name for edge in some for name, value in edge.properties.items() if value is not None}
        names = [name for name in edge_type.properties if name in stated]
        sets = ", ".join(f"e.{name} = row.p_{name}" for name in names) + ", " * bool(names)
        sets += ", ".join(f"e.{name} = row.{name}" for name in OWN)
        cypher = (
            f"UNWIND $rows AS row MATCH (a:{start} {{key: row.start}}) MATCH (b:{end} {{key: row.finish}}) "
            f"MERGE (a)-[e:{kind} {{{edge_type.key}: row.key}}]->(b) SET {sets}"
        )
        for batch in batches(some):
            yield Statement(cypher, [_edge_row(edge, names) for edge in batch])


def _edge_row(edge: Edge, names: list[str]) -> dict[str, Any]:
    own = {"key": edge.key, "start": edge.start.key, "finish": edge.end.key, "scope": edge.scope, "digest": edge.digest}
    return own | {f"p_{name}": _plain(edge.properties.get(name)) for name in names}


def _gone_edges(gone: tuple[EdgeRef, ...]) -> Iterator[Statement]:
    groups: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for ref in gone:
        row = {"key": ref.key, "start": ref.start.key, "finish": ref.end.key}
        groups[ref.type, ref.start.label, ref.end.label].append(row)
    for (kind, start, end), rows in sorted(groups.items()):
        cypher = (
            f"UNWIND $rows AS row MATCH (a:{start} {{key: row.start}})"
            f"-[e:{kind} {{{EDGES[kind].key}: row.key}}]->(b:{end} {{key: row.finish}}) DELETE e"
        )
        for batch in batches(rows):
            yield Statement(cypher, batch)


def _gone_nodes(gone: tuple[NodeRef, ...]) -> Iterator[Statement]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for ref in gone:
        groups[ref.label].append({"key": ref.key})
    for label, rows in sorted(groups.items()):
        cypher = f"UNWIND $rows AS row MATCH (n:{label} {{key: row.key}}) WHERE NOT (n)--() DELETE n"
        for batch in batches(rows):
            yield Statement(cypher, batch)


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value
