"""The graph as tables: tenures as JSON lines, one CSV a label and a relationship type.

In:  a Build. Out: files, written aside and renamed, so that a file with the final name is whole.

    {"official": "…", "organization": "…", "post": "主任", "from": "2022-05-11", "to": null, "status": "ongoing", …}
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from extract.errors import StoreError
from extract.output.json_lines import write_rows
from extract.output.plain import neutral
from graph.export.aside import aside, plain
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node, Printed, Value
from graph.projection.schema import EDGES, NODES
from graph.time.tenures import Tenure

PASSAGE = ("key", "document", "notice", "line", "span_start", "span_end", "text")


def write_tenures(tenures: Iterable[Tenure], path: Path) -> int:
    """One line a tenure, in the order of official, body, post and beginning."""
    ordered = sorted(tenures, key=lambda t: (t.official_name, t.organization_name, t.post, t.from_latest or "", t.key))
    with aside(path) as stream:
        return write_rows((tenure.to_json() for tenure in ordered), stream)


def write_csv(projection: Projection, folder: Path, texts: Iterable[Printed] = ()) -> tuple[int, int]:
    """One file a label and one a relationship type, and one of the passages, for spreadsheets; the counts of nodes and relationships.

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
        raise StoreError("cannot_write", path=folder, fault=error) from error
    for label, some in sorted(nodes.items()):
        names = NODES[label].properties
        rows = ([node.key, *(node.properties.get(name) for name in names)] for node in some)
        _table(folder / f"{label}.csv", ["key", *names], rows)
    for kind, joined in sorted(edges.items()):
        names = EDGES[kind].properties
        lines = ([e.key, e.start.key, e.end.key, *(e.properties.get(name) for name in names)] for e in joined)
        _table(folder / f"{kind}.csv", [EDGES[kind].key, "from", "to", *names], lines)
    passages = (
        [one.key, text.key, one.notice, one.line, one.start, one.end, one.text]
        for text in texts
        for one in text.passages
    )
    _table(folder / "Passage.csv", PASSAGE, passages)
    return len(projection.nodes), len(projection.edges)


def _table(path: Path, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    with aside(path, encoding="utf-8-sig") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(head)
        writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: Value) -> str:
    return neutral(plain(value))
