"""Answers as pictures: which nodes and edges to draw, where, and as what objects.

In:  rows of a Table and how its question draws them. Out: nodes, edges and options made by pyvis, with positions from networkx.

A position once computed is kept, so that a picture grows without jumping. Names stay plain text: labels are never mark-up.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx
import numpy
from pyvis.network import Network

from dashboards.cells import literal
from queries.library import Drawn, worded, wording
from queries.run import Table

MOST_NODES = 300
LABEL_LENGTH = 11
LABELLED_EDGES = 24
SEED = 20220502
STEP = 110.0  # distance of neighbours on the canvas
ROOM = (1.45, 0.62)  # what a node and its label take of it, across and down
ACCENT = "#A8322A"
FONT = "'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', sans-serif"
FIXED_KINDS = {"official", "body", "group", "project", "policy", "place", "task", "topic"}

Position = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of node is drawn: shape, colour, size, and its sign in the legend."""

    shape: str
    colour: str
    size: int
    sign: str


LOOKS: Mapping[str, Look] = {
    # one muted colour and one shape a kind, so that neither alone has to carry it
    "official": Look("dot", "#3D4451", 13, "●"),
    "department": Look("square", "#5F7F9B", 11, "■"),
    "street": Look("triangle", "#7A9070", 12, "▲"),
    "group": Look("diamond", "#B08D57", 13, "◆"),
    "task": Look("dot", "#B9BEC6", 8, "●"),
    "topic": Look("hexagon", "#94809F", 11, "⬢"),
    "project": Look("star", "#9A6A5B", 13, "★"),
    "policy": Look("triangleDown", "#6E8F8F", 12, "▼"),
    "place": Look("square", "#C9B48A", 8, "■"),
}
OTHER_LOOK = Look("dot", "#8A8F98", 9, "●")


@dataclass(frozen=True, slots=True)
class NodeDrawn:
    """A node of a picture."""

    key: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class EdgeDrawn:
    """An edge of a picture: its ends, what it says, and the fact behind it (None where it is a count)."""

    key: str
    source: NodeDrawn
    target: NodeDrawn
    relation: str
    fact_id: str | None
    weight: int | None = None  # how much a counting edge counts


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, out of how much; everything is known by its key."""

    nodes: tuple[NodeDrawn, ...]
    edges: tuple[EdgeDrawn, ...]
    all_nodes: int


def edges_of(table: Table, language: str) -> list[EdgeDrawn]:
    """The edges that an answer draws, in the order of its rows."""
    return [
        edge
        for number, row in enumerate(table.rows)
        for index, drawn in enumerate(table.query.drawn)
        if (edge := _edge(row, drawn, f"{table.query.name}.{number}.{index}", language)) is not None
    ]


def _edge(row: Mapping[str, Any], drawn: Drawn, key: str, language: str) -> EdgeDrawn | None:
    source = _node(row, drawn.source, drawn.source_kind)
    target = _node(row, drawn.target, drawn.target_kind)
    if source is None or target is None or source.key == target.key:
        return None
    value = row.get(drawn.relation)
    fact_id = row.get("fact_id")
    weight = value if isinstance(value, int) and not fact_id else None
    relation = _relation(row, drawn, value, language)
    return EdgeDrawn(f"{fact_id or ''}|{key}", source, target, relation, fact_id, weight)


def _relation(row: Mapping[str, Any], drawn: Drawn, value: Any, language: str) -> str:
    """The word on an edge: the source's own word where the relation is a closed value and the row has one."""
    if value is None:
        return ""
    if isinstance(value, str) and (wording()[0][drawn.relation].closed or drawn.relation == "tie"):
        role = row.get("role") if drawn.relation == "relation" else None
        word = wording()[1].get(value)
        label = literal(str(role)) if role else (worded(word, language) if word else value)
        post = row.get("post") if drawn.relation == "relation" else None
        return f"{label} {literal(str(post))}" if post else label
    return literal(str(value))


def _node(row: Mapping[str, Any], column: str, kind: str | None) -> NodeDrawn | None:
    key, name = row.get(f"{column}_key"), row.get(column)
    if not key or name is None:
        return None
    sort = kind or row.get(f"{column}_kind") or (column if column in FIXED_KINDS else "department")
    return NodeDrawn(str(key), literal(str(name)).replace("\n", " "), str(sort))


def picture(edges: Sequence[EdgeDrawn], limit: int = MOST_NODES, first: Sequence[str] = ()) -> Picture:
    """At most `limit` nodes: those of `first`, then those with most ties, each with its neighbours."""
    nodes: dict[str, NodeDrawn] = {}
    ties: dict[str, int] = {}
    for edge in edges:
        for node in (edge.source, edge.target):
            nodes.setdefault(node.key, node)
            ties[node.key] = ties.get(node.key, 0) + 1
    near: dict[str, list[str]] = {}
    for edge in edges:
        near.setdefault(edge.source.key, []).append(edge.target.key)
        near.setdefault(edge.target.key, []).append(edge.source.key)
    order = {key: index for index, key in enumerate(nodes)}
    kept: dict[str, None] = {}
    for hub in sorted(nodes, key=lambda key: (key not in first, -ties[key], order[key])):
        for key in (hub, *near[hub]):  # a node comes with its neighbours, so that what is drawn is whole
            if len(kept) < min(limit, MOST_NODES):
                kept.setdefault(key)
    drawn = [edge for edge in edges if edge.source.key in kept and edge.target.key in kept]
    tied = {key for edge in drawn for key in (edge.source.key, edge.target.key)}
    return Picture(tuple(nodes[key] for key in nodes if key in tied), tuple(_once(drawn)), len(nodes))


def _once(edges: Iterable[EdgeDrawn]) -> list[EdgeDrawn]:
    """Each fact once; counts once a pair."""
    seen: set[object] = set()
    kept = []
    for edge in edges:
        mark = (edge.fact_id, edge.source.key, edge.target.key, edge.relation)
        if mark not in seen:
            seen.add(mark)
            kept.append(edge)
    return kept


def positions(drawn: Picture, kept: Mapping[str, Position]) -> dict[str, Position]:
    """Where each node stands: where it stood, or, new, near those that it is tied to; components packed side by side."""
    graph = networkx.Graph()
    graph.add_nodes_from(sorted(node.key for node in drawn.nodes))
    graph.add_edges_from(sorted((edge.source.key, edge.target.key) for edge in drawn.edges))
    by_key: dict[str, Position] = {}
    fresh: list[dict[str, Position]] = []
    for part in sorted(networkx.connected_components(graph), key=lambda keys: (-len(keys), min(keys))):
        piece = graph.subgraph(sorted(part))
        old = {key: (kept[key][0] / STEP, kept[key][1] / STEP) for key in sorted(part) if key in kept}
        if len(old) == len(part):
            by_key |= {key: kept[key] for key in part}
        elif old:
            by_key |= _scaled(_spring(_sorted_graph(piece), old))
        else:
            fresh.append(_scaled(_spring(_sorted_graph(piece), {})))
    _pack(fresh, by_key)
    return by_key


def _sorted_graph(piece: networkx.Graph) -> networkx.Graph:
    copy = networkx.Graph()
    copy.add_nodes_from(sorted(piece.nodes))
    copy.add_edges_from(sorted(tuple(sorted(edge)) for edge in piece.edges))
    return copy


def _spring(piece: networkx.Graph, old: Mapping[str, Position]) -> dict[str, Position]:
    size = piece.number_of_nodes()
    if size == 1:
        return dict.fromkeys(piece.nodes, (0.0, 0.0))
    rounds = 120 if size <= 80 else 60
    start: dict[str, Position] = dict(old)
    if old:
        for number, key in enumerate(key for key in piece.nodes if key not in old):
            near = [start[other] for other in piece[key] if other in start] or [next(iter(old.values()))]
            turn = 2.4 * number
            start[key] = (near[0][0] + 1.2 * math.cos(turn), near[0][1] + 1.2 * math.sin(turn))
    placed = networkx.spring_layout(
        piece,
        k=1.5,
        pos=start or None,
        fixed=sorted(old) or None,
        iterations=rounds,
        seed=SEED,
        scale=None if old else 0.62 * math.sqrt(size),
    )
    return _apart({key: (float(x), float(y)) for key, (x, y) in placed.items()}, set(old))


def _apart(placed: Mapping[str, Position], fixed: set[str]) -> dict[str, Position]:
    """Pushes nodes apart until no label lies on another; the fixed ones stay where they are."""
    keys = sorted(placed)
    spots = numpy.array([placed[key] for key in keys])
    free = numpy.array([key not in fixed for key in keys], dtype=float)
    across, down = ROOM
    for _ in range(200):
        gaps = spots[:, None, :] - spots[None, :, :]
        wide, high = across - numpy.abs(gaps[:, :, 0]), down - numpy.abs(gaps[:, :, 1])
        close = (wide > 1e-6) & (high > 1e-6)
        numpy.fill_diagonal(close, False)
        if not close.any():
            break
        order = numpy.sign(numpy.arange(len(keys))[:, None] - numpy.arange(len(keys))[None, :])
        sideways = close & (wide / across < high / down)
        push = numpy.zeros_like(gaps)
        for axis, over, chosen in ((0, wide, sideways), (1, high, close & ~sideways)):
            way = numpy.where(gaps[:, :, axis] != 0, numpy.sign(gaps[:, :, axis]), order)
            push[:, :, axis] = numpy.where(chosen, way * over * 0.5, 0.0)
        spots += push.sum(axis=1).clip(-0.4, 0.4) * free[:, None]
    return {key: (float(x), float(y)) for key, (x, y) in zip(keys, spots, strict=True)}


def _scaled(placed: Mapping[str, Position]) -> dict[str, Position]:
    return {key: (round(x * STEP, 1), round(y * STEP, 1)) for key, (x, y) in placed.items()}


def _pack(parts: Sequence[Mapping[str, Position]], found: dict[str, Position]) -> None:
    """Puts fresh components in rows below what already stands, widest rows about twice as long as high."""
    boxes = [_box(part) for part in parts]
    area = sum((box[2] - box[0] + STEP) * (box[3] - box[1] + STEP) for box in boxes)
    width = max([math.sqrt(area) * 1.7, *(box[2] - box[0] + STEP for box in boxes)], default=0.0)
    top = max((y for _, y in found.values()), default=-STEP) + STEP
    left = start = min((x for x, _ in found.values()), default=0.0)
    height = 0.0
    for part, (x_min, y_min, x_max, y_max) in zip(parts, boxes, strict=True):
        if left > start and left - start + (x_max - x_min) > width:
            top, left, height = top + height + STEP * 0.8, start, 0.0
        for key, (x, y) in part.items():
            found[key] = (round(x - x_min + left, 1), round(y - y_min + top, 1))
        left += x_max - x_min + STEP * 1.2
        height = max(height, y_max - y_min)


def _box(part: Mapping[str, Position]) -> tuple[float, float, float, float]:
    across, down = [x for x, _ in part.values()], [y for _, y in part.values()]
    return min(across), min(down), max(across), max(down)


def objects(
    drawn: Picture, placed: Mapping[str, Position], language: str, centre: Sequence[str] = (), way: Sequence[str] = ()
) -> dict[str, Any]:
    """Nodes, edges, options and legend as the browser takes them, made by pyvis."""
    network = Network(directed=True, cdn_resources="in_line")
    _add_nodes(network, drawn, placed, language, centre)
    _add_edges(network, drawn, way)
    network.set_options(json.dumps(OPTIONS))
    nodes, links, *_, options = network.get_network_data()
    return {
        "nodes": nodes,
        "edges": links,
        "options": json.loads(options),
        "legend": _legend({node.kind for node in drawn.nodes}, language),
    }


def _add_nodes(
    network: Network, drawn: Picture, placed: Mapping[str, Position], language: str, centre: Sequence[str]
) -> None:
    """Each node with the look of its kind, the larger the more edges meet in it."""
    degree: dict[str, int] = {}
    for edge in drawn.edges:
        for key in (edge.source.key, edge.target.key):
            degree[key] = degree.get(key, 0) + 1
    for node in drawn.nodes:
        look = LOOKS.get(node.kind, OTHER_LOOK)
        x, y = placed[node.key]
        network.add_node(
            node.key,
            label=shortened(node.name) or "·",
            title=f"{node.name}\n{_kind_word(node.kind, language)}",
            shape=look.shape,
            color=ACCENT if node.key in centre else look.colour,
            size=look.size + min(8, int(2 * math.log2(degree.get(node.key, 1)))),
            x=x,
            y=y,
        )


def _add_edges(network: Network, drawn: Picture, way: Sequence[str]) -> None:
    """Each edge with its word, if they are few; the way between two nodes stands out."""
    worded_edges = len(drawn.edges) <= LABELLED_EDGES
    beside: dict[tuple[str, str], int] = {}
    for edge in drawn.edges:
        pair = (min(edge.source.key, edge.target.key), max(edge.source.key, edge.target.key))
        turn = beside[pair] = beside.get(pair, -1) + 1
        network.add_edge(
            edge.source.key,
            edge.target.key,
            id=edge.key,
            title=f"{edge.source.name} → {edge.relation} → {edge.target.name}",
            label=shortened(edge.relation) if worded_edges else "",
            smooth=_bend(turn, turned=edge.source.key != pair[0]),
            width=5
            if edge.key in way
            else 1
            if edge.weight is None
            else round(1 + math.log2(max(1, edge.weight)) / 2, 1),
            **({"color": ACCENT} if edge.key in way else {}),
            arrows="to" if edge.weight is None else "",
        )


def _legend(kinds: Iterable[str], language: str) -> list[dict[str, str]]:
    """The signs of the kinds that are drawn, in the order of the list of looks."""
    return [
        {
            "sign": LOOKS.get(kind, OTHER_LOOK).sign,
            "colour": LOOKS.get(kind, OTHER_LOOK).colour,
            "word": _kind_word(kind, language),
        }
        for kind in sorted(kinds, key=lambda kind: list(LOOKS).index(kind) if kind in LOOKS else len(LOOKS))
    ]


def _bend(turn: int, *, turned: bool) -> dict[str, Any]:
    """Parallel edges bow out to either side in turn; the first is straight."""
    if turn == 0:
        return {"enabled": False}
    clockwise = (turn % 2 == 1) != turned
    return {"enabled": True, "type": "curvedCW" if clockwise else "curvedCCW", "roundness": 0.14 * ((turn + 1) // 2)}


def shortened(name: str) -> str:
    """A label that fits: the first characters and an ellipsis."""
    return name if len(name) <= LABEL_LENGTH else f"{name[: LABEL_LENGTH - 1]}…"


def _kind_word(kind: str, language: str) -> str:
    word = wording()[1].get(kind)
    return worded(word, language) if word else kind


OPTIONS: Mapping[str, Any] = {
    "nodes": {
        "font": {"face": FONT, "size": 16, "color": "#24292F", "strokeWidth": 3, "strokeColor": "#FFFFFF"},
        "borderWidth": 0,
    },
    "edges": {
        "color": {"color": "#C5C9D0", "highlight": ACCENT, "hover": "#7D8590"},
        "font": {
            "face": FONT,
            "size": 13,
            "color": "#6B7280",
            "strokeWidth": 3,
            "strokeColor": "#FFFFFF",
            "align": "horizontal",
        },
        "arrows": {"to": {"scaleFactor": 0.35}},
        "smooth": {"enabled": False},
        "width": 1,
        "selectionWidth": 1.5,
        "hoverWidth": 0.5,
    },
    "physics": {"enabled": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 150,
        "multiselect": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
        "navigationButtons": False,
        "zoomView": False,
    },
}
