"""The graph as one picture: people, bodies and groups, and what ties them by post, division of work, seat and structure.

In:  a Projection, a name to begin with. Out: the page, and how many nodes are drawn.

Items and documents would hide everything else, so they are not drawn; the page says how many of how many nodes it shows.
"""

from collections.abc import Iterator

from dashboards.cells import literal
from dashboards.parts.network import EdgeDrawn, NodeDrawn, picture
from dashboards.parts.standalone import page
from dashboards.texts import text
from extract.errors import QueryError
from graph.export.reading import Reading
from graph.projection.draft import Projection
from graph.projection.elements import Edge, NodeRef

DRAWN = ("HOLDS", "LEADS", "ASSISTS", "LIAISES", "COVERS", "MEMBER_OF", "HOSTS", "PART_OF", "SUCCEEDED")
ENDS = ("Official", "Organization", "Post")


def whole(projection: Projection, around: str | None, language: str) -> tuple[str, int]:
    """The page, begun with the things whose name holds `around`; raises QueryError where none has it."""
    reading = Reading.of_projection(projection)
    edges, quotes = [], {}
    for edge, drawn in _edges(reading):
        edges.append(drawn)
        quotes[drawn.key] = "\n".join(literal(quote) for quote in reading.quotes(edge))
    first: list[str] = []
    if around:
        first = sorted({n.key for one in edges for n in (one.source, one.target) if around in n.name})
        if not first:
            raise QueryError("nobody_drawn", around=repr(around))
        edges = [one for one in edges if one.source.key in first or one.target.key in first]
    drawn_ones = picture(edges, first=first)
    quotations = {key: quote for key, quote in quotes.items() if quote}
    return page(drawn_ones, quotations, text("whole_network", language), [], language), len(drawn_ones.nodes)


def _edges(reading: Reading) -> Iterator[tuple[Edge, EdgeDrawn]]:
    for edge in reading.projection.edges:
        if edge.type not in DRAWN or edge.start.label not in ENDS or edge.end.label not in ENDS:
            continue
        end = reading.of.get(edge.end, edge.end) if edge.end.label == "Post" else edge.end
        role = reading.name(edge.end) if edge.end.label == "Post" else str(edge.properties.get("role") or "")
        relation = literal(role) or edge.type.lower()
        source, target = _node(reading, edge.start), _node(reading, end)
        if source.key != target.key:
            yield edge, EdgeDrawn(f"{edge.type}|{edge.key}", source, target, relation, edge.key)


def _node(reading: Reading, ref: NodeRef) -> NodeDrawn:
    kind = reading.nodes[ref].kind or ref.label
    return NodeDrawn(ref.key, literal(reading.name(ref)), kind.lower())
