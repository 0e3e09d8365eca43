"""A generated projection: every label and every type of the schema, with the values that make stores stumble."""

import itertools
from collections.abc import Iterator
from datetime import date

from graph.projection.elements import Edge, EdgeRef, Node, NodeRef, Printed, PrintedPassage, Value
from graph.projection.schema import EDGES, NODES

HARD_TEXTS = (
    "区发展和改革局",
    "一行\n二行\r\n三行\t格",
    "`MATCH (n) DETACH DELETE n`",
    "\"'\\ $x {y} // /* */ ; :param",
    "💡🏛️ 𠮷野家 龘",
    "<img src=x onerror=alert(1)>",
    "**x** $a$ ~b~",
    " 前后空格 ",
    ",;|\x1e",
)
SCOPE = "420117"
DATES = {"date", "date_latest", "dated", "published", "valid_from", "valid_to", "last_confirmed", "first_seen"} | {
    "from_earliest",
    "from_latest",
    "to_earliest",
    "to_latest",
    "probation_to",
}
LISTS = {"names", "members", "measures", "aggregates", "unnamed", "names_first_seen", "names_last_seen", "mentions"}
NUMBERS = {"line", "span_start", "span_end", "gap_days", "serial", "stated", "found"}
DURATIONS = {"probation", "term"}
FLAGS = {"single_holder", "homonym"}


def value_of(name: str, seed: int) -> Value:
    """A value of the kind that the schema's property has."""
    if name in DATES:
        return date(1990 + seed % 40, 1 + seed % 12, 1 + seed % 28) if seed % 5 else None
    if name in ("due", "due_said"):
        return (f"{1990 + seed % 40}-06-30", f"{1991 + seed % 40}-12-31") if seed % 3 else None
    if name in LISTS:
        return tuple(HARD_TEXTS[(seed + i) % len(HARD_TEXTS)] for i in range(1 + seed % 3))
    if name in NUMBERS:
        return seed * 7919
    if name in FLAGS:
        return seed % 2 == 0
    if name in DURATIONS:
        return f"P{1 + seed % 5}Y" if seed % 3 else None
    if name in ("score", "amount"):
        return seed / 7
    return HARD_TEXTS[seed % len(HARD_TEXTS)] + str(seed) if name == "name" or seed % 4 else None


def nodes(count: int, scope: str = SCOPE) -> list[Node]:
    """`count` nodes of each label."""
    found = []
    for label, node_type in NODES.items():
        for i in range(count):
            kind = node_type.kinds[i % len(node_type.kinds)] if node_type.kinds else None
            properties = {name: value_of(name, i + len(name)) for name in node_type.properties}
            if kind:
                properties["kind"] = kind.lower()
            found.append(Node(label, f"{scope}/{label}/{i}", scope, properties, kind))
    return found


def printed(count: int, scope: str = SCOPE) -> list[Printed]:
    """The documents of the generated nodes, each of whose notices says the hard texts."""
    documents = []
    for i in range(count):
        key, notice = f"{scope}/Document/{i}", f"{scope}/Notice/{i}"
        lines = [f"{text}养老{i}" for text in (*HARD_TEXTS, "由副县长代行职责")]
        passages = (
            PrintedPassage(f"{key}:p{n}", notice, n + 1, n * 99, n * 99 + len(s), s) for n, s in enumerate(lines)
        )
        documents.append(Printed(key, f"{i}.txt", f"公报{i}", None, scope if i % 2 else None, tuple(passages)))
    return documents


def edges(count: int, scope: str = SCOPE) -> list[Edge]:
    """`count` relationships of each type between each pair of labels that the schema allows."""
    return list(_edges(count, scope))


def _edges(count: int, scope: str) -> Iterator[Edge]:
    serial = itertools.count()
    for kind, edge_type in EDGES.items():
        for start, end in edge_type.ends:
            for i in range(count):
                properties = {name: value_of(name, i + len(name)) for name in edge_type.properties}
                ends = NodeRef(start, f"{scope}/{start}/{i}"), NodeRef(end, f"{scope}/{end}/{(i * 3 + 1) % count}")
                yield Edge(kind, f"{scope}-{next(serial):06}", *ends, scope, properties)


def held(some_nodes: list[Node], some_edges: list[Edge]) -> tuple[dict[NodeRef, str], dict[EdgeRef, str]]:
    """The digests that a store must report after loading these."""
    return {n.ref: n.digest for n in some_nodes}, {e.ref: e.digest for e in some_edges}
