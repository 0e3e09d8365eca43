"""The whole graph for programs that draw and measure networks: GraphML (yEd, networkx, igraph) and GEXF (Gephi, Gephi Lite).

In:  a Projection. Out: one file; every edge carries `start` and `end` where the documents date it.

    <edge source="n3" target="n9"><data key="e_label">HOLDS</data><data key="e_start">2022-06-13</data></edge>
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from graph.export.aside import aside, clean, stated
from graph.export.dating import span
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node, NodeRef, Value
from graph.projection.schema import EDGES, NODES

GEXF = 'xmlns="http://gexf.net/1.3" version="1.3"'
DATED = ("start", "end")
TITLES = {"label": "element", "key": "own_key"}  # in GEXF, whose readers have a label and a key of their own


def write_graphml(projection: Projection, path: Path) -> tuple[int, int]:
    """The whole graph as GraphML; the counts of nodes and relationships."""
    ids = _ids(projection)
    with aside(path) as stream:
        stream.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        )
        for domain, names in (("node", _node_names()), ("edge", [*_edge_names(), *DATED])):
            for name in names:
                key = f'id="{domain[0]}_{name}" for="{domain}" attr.name="{name}" attr.type="string"'
                stream.write(f"<key {key}/>\n")
        stream.write('<graph edgedefault="directed">\n')
        for node in projection.nodes:
            data = _data("n", _of_node(node))
            stream.write(f'<node id="{ids[node.ref]}">{data}</node>\n')
        for edge in projection.edges:
            data = _data("e", _of_edge(edge) | dict(zip(DATED, span(edge), strict=True)))
            stream.write(f'<edge source="{ids[edge.start]}" target="{ids[edge.end]}">{data}</edge>\n')
        stream.write("</graph>\n</graphml>\n")
    return len(projection.nodes), len(projection.edges)


def write_gexf(projection: Projection, path: Path) -> tuple[int, int]:
    """The whole graph as GEXF 1.3 with dated edges; the counts of nodes and relationships."""
    ids = _ids(projection)
    with aside(path) as stream:
        stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<gexf {GEXF}>\n')
        stream.write(
            '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n'
        )
        for domain, names in (("node", _node_names()), ("edge", _edge_names())):
            stream.write(f'<attributes class="{domain}" mode="static">\n')
            for name in names:
                stream.write(f'<attribute id="{domain[0]}_{name}" title="{TITLES.get(name, name)}" type="string"/>\n')
            stream.write("</attributes>\n")
        stream.write("<nodes>\n")
        stream.writelines(_gexf_nodes(projection.nodes, ids))
        stream.write("</nodes>\n<edges>\n")
        _gexf_edges(projection.edges, ids, stream)
        stream.write("</edges>\n</graph>\n</gexf>\n")
    return len(projection.nodes), len(projection.edges)


def _gexf_nodes(nodes: Iterable[Node], ids: Mapping[NodeRef, str]) -> Iterator[str]:
    for node in nodes:
        label = quoteattr(" ".join(clean(node.properties.get("name")).split()) or node.label)
        yield f'<node id="{ids[node.ref]}" label={label}>{_values("n", _of_node(node))}</node>\n'


def _gexf_edges(edges: Iterable[Edge], ids: Mapping[NodeRef, str], stream: TextIO) -> None:
    for number, edge in enumerate(edges):
        dates = "".join(
            f' {name}="{day.isoformat()}"' for name, day in zip(DATED, span(edge), strict=True) if day is not None
        )
        ends = f'id="e{number}" source="{ids[edge.start]}" target="{ids[edge.end]}" label="{edge.type}"{dates}'
        stream.write(f"<edge {ends}>{_values('e', _of_edge(edge))}</edge>\n")


def _ids(projection: Projection) -> dict[NodeRef, str]:
    return {node.ref: f"n{number}" for number, node in enumerate(projection.nodes)}


def _node_names() -> list[str]:
    return sorted({name for node in NODES.values() for name in node.properties} | {"label", "key"})


def _edge_names() -> list[str]:
    return sorted({name for edge in EDGES.values() for name in edge.properties} | {"label", "key"})


def _of_node(node: Node) -> dict[str, Value]:
    return {"label": node.kind or node.label, "key": node.key, **node.properties}


def _of_edge(edge: Edge) -> dict[str, Value]:
    return {"label": edge.type, "key": edge.key, **edge.properties}


def _data(domain: str, properties: Mapping[str, Value]) -> str:
    return "".join(f'<data key="{domain}_{name}">{escape(text)}</data>' for name, text in stated(properties).items())


def _values(domain: str, properties: Mapping[str, Value]) -> str:
    inside = "".join(
        f'<attvalue for="{domain}_{name}" value={quoteattr(text)}/>' for name, text in stated(properties).items()
    )
    return f"<attvalues>{inside}</attvalues>"
