"""A projection → CSV files for `neo4j-admin database import full`, the fastest way into an empty server.

In:  the nodes and edges of a projection. Out: a folder with a header and a data file for each label and for each type between two labels.

    nodes-Post.header.csv       key:ID(Post)␟name:string␟single_holder:boolean␟…␟:LABEL
    edges-OF-Post-Organization.header.csv    :START_ID(Post)␟…␟:END_ID(Organization)␟:TYPE

Written aside and renamed at the end: a folder with the final name is whole. Strings are always quoted, so that an empty one is not
taken for an absent one, and may hold line breaks (--multiline-fields=true).
"""

import shutil
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from extract.errors import StoreError
from graph.elements import Edge, Node, Value
from graph.schema import EDGES, MARK, MARK_KEY, NODES, OWN, SCHEMA_VERSION

ARRAY_DELIMITER = "\x1f"
COMMAND_OPTIONS = ("--multiline-fields=true", "--array-delimiter=U+001F", "--id-type=string")


def write_import_files(nodes: Iterable[Node], edges: Iterable[Edge], folder: Path) -> tuple[int, int]:
    """Writes the files into `folder`, which must not exist yet; returns the counts of nodes and relationships."""
    if folder.exists():
        raise StoreError(f"{folder} exists; name a folder that does not, so that nothing old is mixed in")
    aside = folder.with_name(folder.name + ".part")
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        counts = _write_nodes(nodes, aside), _write_edges(edges, aside)
        aside.rename(folder)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        raise StoreError(f"cannot write the import files into {folder}: {error.strerror}") from error
    return counts


def import_arguments(folder: Path) -> list[str]:
    """What follows `neo4j-admin database import full`: one option a pair of header and data file, and how to read them."""
    arguments = []
    for option, kind in (("--nodes", "nodes"), ("--relationships", "edges")):
        for header in sorted(folder.glob(f"{kind}-*.header.csv")):
            arguments.append(f"{option}={header},{header.with_name(header.name.replace('.header.csv', '.csv'))}")
    if not arguments:
        raise StoreError(f"{folder} holds no import files; write them with zhize export neo4j-import {folder}")
    return [*arguments, *COMMAND_OPTIONS]


def _write_nodes(nodes: Iterable[Node], folder: Path) -> int:
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.label].append(node)
    for label, some in sorted(groups.items()):
        names = (*NODES[label].properties, *OWN)
        rows = [{**node.properties, "scope": node.scope, "digest": node.digest} for node in some]
        types = [_type_of([row.get(name) for row in rows]) for name in names]
        header = [f"key:ID({label})", *(f"{n}:{t}" for n, t in zip(names, types, strict=True)), ":LABEL"]
        with _files(folder, f"nodes-{label}", header) as data:
            for node, row in zip(some, rows, strict=True):
                labels = (label, node.kind) if node.kind else (label,)
                _line(data, [node.key, *(row.get(name) for name in names), labels])
    with _files(folder, f"nodes-{MARK}", [f"key:ID({MARK})", "name:string", "version:long", ":LABEL"]) as data:
        _line(data, [MARK_KEY, "Zhize", SCHEMA_VERSION, MARK])
    return sum(len(some) for some in groups.values())


def _write_edges(edges: Iterable[Edge], folder: Path) -> int:
    groups: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.type, edge.start.label, edge.end.label].append(edge)
    for (kind, start, end), some in sorted(groups.items()):
        names = (*EDGES[kind].properties, *OWN)
        rows = [{**edge.properties, "scope": edge.scope, "digest": edge.digest} for edge in some]
        types = [_type_of([row.get(name) for row in rows]) for name in names]
        header = [f":START_ID({start})", f"{EDGES[kind].key}:string"]
        header += [f"{n}:{t}" for n, t in zip(names, types, strict=True)] + [f":END_ID({end})", ":TYPE"]
        with _files(folder, f"edges-{kind}-{start}-{end}", header) as data:
            for edge, row in zip(some, rows, strict=True):
                _line(data, [edge.start.key, edge.key, *(row.get(name) for name in names), edge.end.key, kind])
    return sum(len(some) for some in groups.values())


def _files(folder: Path, stem: str, header: Sequence[str]) -> TextIO:
    (folder / f"{stem}.header.csv").write_text(",".join(header) + "\n", encoding="utf-8")
    return (folder / f"{stem}.csv").open("w", encoding="utf-8", newline="")


def _line(data: TextIO, values: Sequence[Value]) -> None:
    data.write(",".join(_cell(value) for value in values) + "\n")


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float() | date():
            return str(value)
        case tuple() | list():
            if any(ARRAY_DELIMITER in text for text in value):
                raise StoreError("a name holds the control character U+001F, which the import tool takes for a border")
            return _quoted(ARRAY_DELIMITER.join(value))
        case _:
            return _quoted(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _type_of(values: Iterable[Value]) -> str:
    """The import tool's type of a property, from the values that it has in this file; a mixed property is an error."""
    found = {_TYPES[type(value)] for value in values if value is not None}
    if found == {"long", "double"}:
        return "double"
    if len(found) > 1:
        raise StoreError(
            f"a property has values of several types ({', '.join(sorted(found))}); this is a defect of Zhize"
        )
    return found.pop() if found else "string"


_TYPES = {
    bool: "boolean",
    int: "long",
    float: "double",
    date: "date",
    str: "string",
    tuple: "string[]",
    list: "string[]",
}
