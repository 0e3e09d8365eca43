"""The graph, written out for other programs: tenures as JSON lines, GraphML, CSV.

In:  a Build. Out: files, written aside and renamed, so that a file with the final name is whole.

    {"official": "…", "organization": "…", "post": "主任", "from": "2022-05-11", "to": null, "status": "ongoing", …}
"""

import csv
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape

from extract.errors import StoreError
from extract.output.json_lines import write_rows
from extract.output.plain import literal, neutral
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node, Value
from graph.projection.schema import EDGES, NODES
from graph.time.tenures import Tenure

LIST_SEPARATOR = "; "
FORBIDDEN_IN_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535, *range(55296, 57344)))


def write_tenures(tenures: Iterable[Tenure], path: Path) -> int:
    """One line a tenure, in the order of official, body, post and beginning."""
    ordered = sorted(tenures, key=lambda t: (t.official_name, t.organization_name, t.post, t.from_latest or "", t.key))
    with _aside(path) as stream:
        return write_rows((tenure.to_json() for tenure in ordered), stream)


def write_graphml(projection: Projection, path: Path) -> tuple[int, int]:
    """The whole graph as GraphML (yEd, Gephi, networkx); the counts of nodes and relationships."""
    node_names = sorted({name for node in NODES.values() for name in node.properties} | {"label", "key"})
    edge_names = sorted({name for edge in EDGES.values() for name in edge.properties} | {"label", "key"})
    ids = {node.ref: f"n{number}" for number, node in enumerate(projection.nodes)}
    with _aside(path) as stream:
        stream.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        )
        for domain, names in (("node", node_names), ("edge", edge_names)):
            for name in names:
                key = f'id="{domain[0]}_{name}" for="{domain}" attr.name="{name}" attr.type="string"'
                stream.write(f"<key {key}/>\n")
        stream.write('<graph edgedefault="directed">\n')
        for node in projection.nodes:
            data = _data("n", {"label": node.kind or node.label, "key": node.key, **node.properties})
            stream.write(f'<node id="{ids[node.ref]}">{data}</node>\n')
        for edge in projection.edges:
            data = _data("e", {"label": edge.type, "key": edge.key, **edge.properties})
            stream.write(f'<edge source="{ids[edge.start]}" target="{ids[edge.end]}">{data}</edge>\n')
        stream.write("</graph>\n</graphml>\n")
    return len(projection.nodes), len(projection.edges)


def write_csv(projection: Projection, folder: Path) -> tuple[int, int]:
    """One file a label and one a relationship type, for spreadsheets; the counts of nodes and relationships.

    UTF-8 with a byte order mark; a cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    nodes: dict[str, list[Node]] = defaultdict(list)
    edges: dict[str, list[Edge]] = defaultdict(list)
    for node in projection.nodes:
        nodes[node.label].append(node)
    for edge in projection.edges:
        edges[edge.type].append(edge)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot write {folder}: {error.strerror}") from error
    for label, some in sorted(nodes.items()):
        names = NODES[label].properties
        rows = ([node.key, *(node.properties.get(name) for name in names)] for node in some)
        _table(folder / f"{label}.csv", ["key", *names], rows)
    for kind, found in sorted(edges.items()):
        names = EDGES[kind].properties
        lines = ([e.key, e.start.key, e.end.key, *(e.properties.get(name) for name in names)] for e in found)
        _table(folder / f"{kind}.csv", [EDGES[kind].key, "from", "to", *names], lines)
    return len(projection.nodes), len(projection.edges)


def _table(path: Path, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    with _aside(path, encoding="utf-8-sig") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Value) -> str:
    return neutral(_plain(value))


def _data(domain: str, properties: Mapping[str, Value]) -> str:
    return "".join(
        f'<data key="{domain}_{name}">{escape(literal(_plain(value)).translate(FORBIDDEN_IN_XML))}</data>'
        for name, value in properties.items()
        if value is not None
    )


def _plain(value: Value) -> str:
    match value:
        case None:
            return ""
        case tuple():
            return LIST_SEPARATOR.join(value)
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case _:
            return str(value)


@contextmanager
def _aside(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    aside = path.with_name(f".{path.name}.new")
    try:
        with aside.open("w", encoding=encoding, newline="") as stream:
            yield stream
        os.replace(aside, path)
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror}; choose another place") from error
    finally:
        if aside.exists():
            aside.unlink()
