"""A difference → the statements that load it: UNWIND batches, label and key in map form. The same text for both stores.

In:  a Difference. Out: statements in the order in which one transaction must run them. A row is a list, not a map: the names of its
properties would cost more than its values, on the way and on the server.

    UNWIND $rows AS row MERGE (n:Organization {key: row[0]}) SET n.name = row[1], … SET n:Department REMOVE n:Street REMOVE n:Group
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.projection.elements import Difference, Edge, EdgeRef, Node, NodeRef, Value
from graph.projection.schema import EDGES, MARK, MARK_KEY, NODES, OWN, SCHEMA_VERSION
from graph.stores.store import BEGUN, batches


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement and its rows, to be run as `cypher` with the parameter `rows`; run twice, it changes nothing more.

    `into_nothing` does the same where nothing of it can be there, quicker, and once only; "" where there is no quicker way.
    """

    cypher: str
    rows: list[list[Any]]
    into_nothing: str = ""


BY_KEY = "key: row[0]"
SCOPE_MARK = "scope "
SCOPE_DIGESTS = (
    f"MATCH (n:{MARK}) WHERE n.key STARTS WITH $prefix RETURN n.name AS name, n.digest AS digest ORDER BY name"
)


def mark_statement(merged: str = BY_KEY) -> Statement:
    """The statement that writes which version of the schema a graph has."""
    made = f"UNWIND $rows AS row MERGE (n:{MARK} {{{merged}}}) SET n.name = row[1], n.version = row[2]"
    return Statement(made, [[MARK_KEY, "Zhize", SCHEMA_VERSION]])


def begun(difference: Difference, merged: str = BY_KEY) -> Statement:
    """What comes first where the statements of a difference are not one transaction: which scopes they tell of."""
    return _scope_marks(dict.fromkeys(difference.marks, BEGUN), merged)


def statements(difference: Difference, merged: str = BY_KEY) -> Iterator[Statement]:
    """The statements of a difference, in order: gone edges, nodes, edges, gone nodes, the digests of the scopes.

    `merged`: the map by which a node is found or made, for an engine that wants its own identity in it.
    """
    yield from _gone_edges(difference.gone_edges)
    yield from _nodes(difference.nodes, merged)
    yield from _edges(difference.edges)
    yield from _gone_nodes(difference.gone_nodes)
    if difference.marks:
        yield _scope_marks(difference.marks, merged)


def _scope_marks(marks: Mapping[str, str], merged: str) -> Statement:
    return Statement(
        f"UNWIND $rows AS row MERGE (n:{MARK} {{{merged}}}) SET n.name = row[1], n.digest = row[2]",
        [[f"{SCOPE_MARK}{scope}", scope, digest] for scope, digest in marks.items()],
    )


def _nodes(nodes: tuple[Node, ...], merged: str) -> Iterator[Statement]:
    groups: dict[tuple[str, str | None], list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.label, node.kind].append(node)
    for (label, kind), some in sorted(groups.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        node_type = NODES[label]
        names = node_type.properties
        kinds = "".join(f" REMOVE n:{other}" for other in node_type.kinds if other != kind)
        labelled = f" SET n:{kind}" if kind else ""
        sets = ", ".join(f"n.{name} = row[{i}]" for i, name in enumerate((*OWN, *names), 1))
        cypher = f"UNWIND $rows AS row MERGE (n:{label} {{{merged}}}) SET {sets}{labelled}{kinds}"
        for batch in batches(some):
            yield Statement(
                cypher, [[n.key, n.scope, n.digest, *(_plain(n.properties.get(name)) for name in names)] for n in batch]
            )


def _edges(edges: tuple[Edge, ...]) -> Iterator[Statement]:
    """New relationships (a changed one is among the gone edges too), with just the properties that any of a kind states."""
    groups: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.type, edge.start.label, edge.end.label].append(edge)
    for (kind, start, end), some in sorted(groups.items(), key=lambda item: item[0]):
        edge_type = EDGES[kind]
        stated = {name for edge in some for name, value in edge.properties.items() if value is not None}
        names = [name for name in edge_type.properties if name in stated]
        sets = ", ".join(f"e.{name} = row[{i}]" for i, name in enumerate((*OWN, *names), 3))
        ends = f"UNWIND $rows AS row MATCH (a:{start} {{key: row[1]}}) MATCH (b:{end} {{key: row[2]}})"
        made = f"(a)-[e:{kind} {{{edge_type.key}: row[0]}}]->(b) SET {sets}"
        for batch in batches(some):
            rows = [_edge_row(one, names) for one in batch]
            yield Statement(f"{ends} MERGE {made}", rows, f"{ends} CREATE {made}")


def _edge_row(edge: Edge, names: list[str]) -> list[Any]:
    stated = edge.properties.get
    own = [edge.key, edge.start.key, edge.end.key, edge.scope, edge.digest]
    return own + [_plain(stated(name)) for name in names]


def _gone_edges(gone: tuple[EdgeRef, ...]) -> Iterator[Statement]:
    groups: dict[tuple[str, str, str], list[list[Any]]] = defaultdict(list)
    for ref in gone:
        groups[ref.type, ref.start.label, ref.end.label].append([ref.key, ref.start.key, ref.end.key])
    for (kind, start, end), rows in sorted(groups.items()):
        cypher = (
            f"UNWIND $rows AS row MATCH (a:{start} {{key: row[1]}})"
            f"-[e:{kind} {{{EDGES[kind].key}: row[0]}}]->(b:{end} {{key: row[2]}}) DELETE e"
        )
        for batch in batches(rows):
            yield Statement(cypher, batch)


def _gone_nodes(gone: tuple[NodeRef, ...]) -> Iterator[Statement]:
    groups: dict[str, list[list[Any]]] = defaultdict(list)
    for ref in gone:
        groups[ref.label].append([ref.key])
    for label, rows in sorted(groups.items()):
        cypher = f"UNWIND $rows AS row MATCH (n:{label} {{key: row[0]}}) WHERE NOT (n)--() DELETE n"
        for batch in batches(rows):
            yield Statement(cypher, batch)


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value
