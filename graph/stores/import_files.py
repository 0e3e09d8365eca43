"""A projection → CSV files for `neo4j-admin database import full`, the fastest way into an empty server.

In:  the nodes and edges of a projection. Out: a folder with four files, a header and the data of all nodes and of all relationships.

    nodes.header.csv    :ID,key:string,name:string,single_holder:boolean,…,:LABEL
    edges.header.csv    :START_ID,fact_id:string,date:date,…,:END_ID,:TYPE

One pair of files each, not one a label and type: the tool spends a third of a second on every pair. Written aside and renamed at
the end: a folder with the final name is whole. Strings are always quoted, so that an empty one is not taken for an absent one, and
may hold line breaks (--multiline-fields=true).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pyarrow as pa
from pyarrow import compute
from pyarrow.csv import WriteOptions, write_csv

from extract.errors import StoreError
from graph.keeping.durable import whole_folder
from graph.projection.elements import Edge, Node, NodeRef, Value
from graph.projection.schema import EDGES, MARK, MARK_KEY, NODES, SCHEMA_VERSION
from graph.stores.loading import SCOPE_MARK
from graph.stores.store import batches

Column = tuple[str, Sequence[Value]]

ARRAY_DELIMITER = "\x1f"
COMMAND_OPTIONS = ("--multiline-fields=true", "--array-delimiter=U+001F", "--id-type=string")


def write_import_files(
    nodes: Iterable[Node], edges: Iterable[Edge], folder: Path, marks: Mapping[str, str] = MappingProxyType({})
) -> tuple[int, int]:
    """Writes the files into `folder`, which must not exist yet; returns the counts of nodes and relationships.

    `marks`: the digest of each scope, by which the next build sees that there is nothing to load.
    """
    if folder.exists():
        raise StoreError("folder_exists", folder=folder)
    try:
        with whole_folder(folder) as aside:
            return _write_nodes(nodes, aside, marks), _write_edges(edges, aside)
    except OSError as error:
        raise StoreError("import_unwritten", folder=folder, fault=error) from error


def import_arguments(folder: Path) -> list[str]:
    """What follows `neo4j-admin database import full`: the pairs of header and data file, and how to read them."""
    arguments = []
    for option, kind in (("--nodes", "nodes"), ("--relationships", "edges")):
        header, data = folder / f"{kind}.header.csv", folder / f"{kind}.csv"
        if not header.exists() or not data.exists():
            raise StoreError("no_import_files", folder=folder, again=folder)
        arguments.append(f"{option}={header},{data}")
    return [*arguments, *COMMAND_OPTIONS]


def _write_nodes(nodes: Iterable[Node], folder: Path, marks: Mapping[str, str]) -> int:
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.label].append(node)
    parts = [_table(_node_columns(label, rows)) for label, some in sorted(groups.items()) for rows in batches(some)]
    mark: list[Column] = [
        (":ID", [_id(NodeRef(MARK, MARK_KEY))]),
        ("key", [MARK_KEY]),
        ("name", ["Zhize"]),
        ("version", [SCHEMA_VERSION]),
        (":LABEL", [(MARK,)]),
    ]
    parts.append(_table(mark))
    if marks:
        keys = [f"{SCOPE_MARK}{scope}" for scope in marks]
        rows: list[Column] = [
            (":ID", [_id(NodeRef(MARK, key)) for key in keys]),
            ("key", keys),
            ("name", list(marks)),
            ("digest", list(marks.values())),
            (":LABEL", [(MARK,)] * len(marks)),
        ]
        parts.append(_table(rows))
    _write(folder / "nodes", parts)
    return sum(map(len, groups.values()))


def _write_edges(edges: Iterable[Edge], folder: Path) -> int:
    groups: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.type].append(edge)
    parts = [_table(_edge_columns(kind, rows)) for kind, some in sorted(groups.items()) for rows in batches(some)]
    _write(folder / "edges", parts or [_table([(":START_ID", []), (":END_ID", []), (":TYPE", [])])])
    return sum(map(len, groups.values()))


def _node_columns(label: str, some: Sequence[Node]) -> Iterator[Column]:
    yield ":ID", [_id(node.ref) for node in some]
    yield "key", [node.key for node in some]
    yield from _properties(some, NODES[label].properties)
    yield ":LABEL", [(label, node.kind) if node.kind else (label,) for node in some]


def _edge_columns(kind: str, some: Sequence[Edge]) -> Iterator[Column]:
    yield ":START_ID", [_id(edge.start) for edge in some]
    yield EDGES[kind].key, [edge.key for edge in some]
    yield from _properties(some, EDGES[kind].properties)
    yield ":END_ID", [_id(edge.end) for edge in some]
    yield ":TYPE", [kind] * len(some)


def _id(ref: NodeRef) -> str:
    return f"{ref.label} {ref.key}"


def _properties(some: Sequence[Node] | Sequence[Edge], names: Iterable[str]) -> Iterator[Column]:
    every = [one.properties for one in some]
    for name in names:
        yield name, [properties.get(name) for properties in every]
    yield "scope", [one.scope for one in some]
    yield "digest", [one.digest for one in some]


def _table(columns: Iterable[Column]) -> pa.Table:
    return pa.table({name: _array(name, values) for name, values in columns})


def _write(stem: Path, parts: Sequence[pa.Table]) -> None:
    """A pair of files: the rows of all parts, without the columns in which nothing stands.

    A column whose name says no type gets the import tool's name for that of its values.
    """
    try:
        table = pa.concat_tables(parts, promote_options="permissive")
    except pa.ArrowTypeError as error:
        raise StoreError("property_types", fault=error) from error
    table = table.select([f.name for f in table.schema if f.name.startswith(":") or not pa.types.is_null(f.type)])
    header = [f.name if ":" in f.name else f"{f.name}:{_type_name(f.type)}" for f in table.schema]
    for i, field in enumerate(table.schema):
        if pa.types.is_list(field.type):
            table = table.set_column(i, field.name, _joined(table.column(i)))
    stem.with_name(f"{stem.name}.header.csv").write_text(",".join(header) + "\n", encoding="utf-8")
    options = WriteOptions(include_header=False, quoting_style="all_valid")
    write_csv(table, stem.with_name(f"{stem.name}.csv"), options)


def _array(name: str, values: Sequence[Value]) -> pa.Array:
    try:
        return pa.array(values)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise StoreError("name_types", name=name, fault=error) from error


def _joined(lists: pa.ChunkedArray) -> pa.ChunkedArray:
    texts = lists.cast(pa.list_(pa.string()))
    if compute.any(compute.match_substring(compute.list_flatten(texts), ARRAY_DELIMITER)).as_py():
        raise StoreError("border_in_name")
    return compute.binary_join(texts, ARRAY_DELIMITER)


def _type_name(kind: pa.DataType) -> str:
    return "string[]" if pa.types.is_list(kind) else _TYPES[str(kind)]


_TYPES = {"bool": "boolean", "int64": "long", "double": "double", "date32[day]": "date", "string": "string"}
