"""The whole graph as lines that two builds can be compared by: a head, then one JSON object a node and a relationship, in order.

In:  a Build, the sources and judgements that it was made of. Out: a file; the same build gives the same bytes.

    {"zhize": "snapshot", "schema": 4, "rules": "…", "documents": {"<sha256>": {"doc": "a.txt", "rules": "…", "about": […]}}, "judgements": […]}
    {"edge": "APPOINTED", "key": "…", "start": ["Official", "…"], "end": ["Post", "…"], "of": {"role": "主任", "date": "2022-06-13", …}}
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from extract.errors import ReadError
from extract.output.json_lines import line_in, row_of
from graph.export.aside import aside
from graph.keeping.judgements import Judgements
from graph.keeping.sources import Source
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node, Value
from graph.projection.schema import SCHEMA_VERSION

SNAPSHOT = "snapshot"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A graph as rows: its head, and each node and relationship by what it is known by."""

    head: Row
    rows: Mapping[str, Row]

    def lines(self) -> Iterator[str]:
        """The lines of the file, each with its end."""
        yield line_of(self.head)
        yield from (line_of(self.rows[name]) for name in sorted(self.rows))

    def digest(self) -> str:
        """The hash of the file's bytes."""
        digest = hashlib.sha256()
        for line in self.lines():
            digest.update(line.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


def snapshot(projection: Projection, sources: Iterable[Source] = (), judgements: Judgements | None = None) -> Snapshot:
    """The snapshot of a build."""
    documents = {
        source.sha256: {"doc": source.doc, "rules": source.rules, "about": list(source.about)} for source in sources
    }
    holding = judgements.holding() if judgements else {}
    decided = [{"is": j.decision.value, "about": list(about), "value": dict(j.value)} for about, j in holding.items()]
    head = {
        "zhize": SNAPSHOT,
        "schema": SCHEMA_VERSION,
        "rules": graph_rules(),
        "documents": documents,
        "judgements": sorted(decided, key=line_of),
    }
    rows = [*map(_of_node, projection.nodes), *map(_of_edge, projection.edges)]
    return Snapshot(head, {name_of(row): row for row in rows})


def write_snapshot(taken: Snapshot, path: Path) -> int:
    """Writes a snapshot; returns how many nodes and relationships it holds."""
    with aside(path) as stream:
        stream.writelines(taken.lines())
    return len(taken.rows)


def read_snapshot(path: Path) -> Snapshot:
    """Reads a snapshot; raises ReadError for a file that is none, or is not as it was written."""
    rows = rows_in(path)
    if not rows or rows[0].get("zhize") != SNAPSHOT:
        raise ReadError("no_snapshot", path=path)
    try:
        return Snapshot(rows[0], {name_of(row): row for row in rows[1:]})
    except (KeyError, TypeError, ValueError) as error:
        raise ReadError("snapshot_malformed", path=path) from error


def rows_in(path: Path) -> list[Row]:
    """The rows of a file of such lines; raises ReadError for one that cannot be read or holds something else."""
    try:
        with path.open(encoding="utf-8", newline="\n") as stream:
            return [row_of(line, line_in(path.name, number)) for number, line in enumerate(stream, 1)]
    except (OSError, UnicodeError) as error:
        raise ReadError("cannot_read_path", path=path, fault=error) from error


def line_of(row: Row) -> str:
    """The one way in which a row is written."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def name_of(row: Row) -> str:
    """What a row is known by: label and key of a node; type, key and ends of a relationship."""
    if "node" in row:
        return json.dumps([row["node"], row["key"]], ensure_ascii=False)
    return json.dumps([row["edge"], row["key"], *row["start"], *row["end"]], ensure_ascii=False)


@cache
def graph_rules() -> str:
    """A hash of all rules by which facts become a graph."""
    digest = hashlib.sha256()
    for folder in ("identity", "lexicon", "projection", "time"):
        for name, content in sorted(_files(files("graph") / folder, folder)):
            digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:12]


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry, f"{above}/{entry.name}")
        elif entry.name.endswith((".py", ".toml", ".tsv")):
            yield f"{above}/{entry.name}", entry.read_bytes()


def _of_node(node: Node) -> Row:
    return {"node": node.label, "key": node.key, "kind": node.kind, "scope": node.scope, "of": _stated(node.properties)}


def _of_edge(edge: Edge) -> Row:
    ends = {"start": list(edge.start), "end": list(edge.end)}
    return {"edge": edge.type, "key": edge.key, **ends, "scope": edge.scope, "of": _stated(edge.properties)}


def _stated(properties: Mapping[str, Value]) -> Row:
    return {name: _as_json(value) for name, value in properties.items() if value is not None}


def _as_json(value: Value) -> Any:
    match value:
        case bool() | int() | float() | str():
            return value
        case tuple():
            return list(value)
        case _:
            return str(value)
