"""A part as a file: parts/<jurisdiction>.part of a workspace, made anew whenever it is gone or not as it was written.

In:  a Part. Out: bytes that begin with their own checksum; and back again.

What comes of the jurisdiction's documents alone, what others may speak of too, and the documents as printed stand apart, so that the last
are read without the others.
"""

import hashlib
import os
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from extract.errors import ReadError
from graph.keeping.durable import write_whole
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node, NodeRef, Printed, PrintedPassage, Value

FOLDER = "parts"
ENDING = ".part"
BEFORE = ".before"  # of a part that was made anew: what a store holds, until it is told
DAY = 1  # the code of a date among the values
CHECK = 32
LEVEL = 1  # of compression: quick
SECTIONS = 4
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What a part holds, in numbers."""

    facts: int = 0
    left_out: int = 0  # facts between kinds that the graph does not join
    merges: int = 0
    doubts: int = 0
    elements: Mapping[str, int] = field(default_factory=dict)  # of each label and type, of its documents alone


@dataclass(frozen=True, slots=True)
class Part:
    """The graph of one jurisdiction's documents."""

    scope: str
    own: Projection  # what its documents alone give
    shared: Projection  # what others may speak of too, as its documents say it
    digest: str  # stands for all of it
    counts: Counts = field(default_factory=Counts)
    ids: bytes = b""  # of its facts and doubts, in order, eight bytes each: what judgements can be about
    texts: tuple[Printed, ...] = ()  # its documents as printed


def path_of(folder: Path, scope: str) -> Path:
    """Where the part of a jurisdiction lies in a workspace."""
    return folder / FOLDER / f"{quote(scope, safe='')}{ENDING}"


def write_part(folder: Path, part: Part) -> None:
    """Writes a part aside and puts it in place; the one before stays beside it until a store has been told."""
    path = path_of(folder, part.scope)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        os.replace(path, path.with_name(path.name + BEFORE))
    write_whole(path, packed(part))


def part_before(folder: Path, scope: str) -> Part | None:
    """The part as it was before it was last made anew; None where a store has been told since, or it is not whole."""
    path = path_of(folder, scope)
    try:
        return unpacked(path.with_name(path.name + BEFORE).read_bytes())
    except (OSError, ReadError):
        return None


def let_go_of_before(folder: Path, scope: str) -> None:
    """Removes what a part was before."""
    path = path_of(folder, scope)
    path.with_name(path.name + BEFORE).unlink(missing_ok=True)


def read_part(folder: Path, scope: str) -> Part | None:
    """The part of a jurisdiction; None where there is none, or it is not as it was written."""
    try:
        return unpacked(path_of(folder, scope).read_bytes())
    except (OSError, ReadError):
        return None


def read_saying(folder: Path, scope: str) -> Part | None:
    """The part of a jurisdiction without what its documents alone give, and without these: what it says of what others speak of too."""
    try:
        head, _, shared, _ = _sections(path_of(folder, scope).read_bytes())
    except (OSError, ReadError):
        return None
    return _part(head, None, shared, ())


def read_texts(folder: Path, scope: str) -> tuple[Printed, ...] | None:
    """The documents of a jurisdiction as printed, nothing else of its part being read; None where the part is not there or damaged."""
    try:
        return _texts(_sections(path_of(folder, scope).read_bytes())[-1])
    except (OSError, ReadError):
        return None


def packed(part: Part) -> bytes:
    """A part as bytes."""
    head = {"scope": part.scope, "digest": part.digest, "counts": msgspec.to_builtins(part.counts), "ids": part.ids}
    sections = (head, _rows(part.own), _rows(part.shared), [_row_of_text(text) for text in part.texts])
    body = msgspec.msgpack.encode([zlib.compress(msgspec.msgpack.encode(one), LEVEL) for one in sections])
    return hashlib.sha256(body).digest() + body


def unpacked(content: bytes) -> Part:
    """The part of some bytes; raises ReadError where they are not as they were written."""
    head, own, shared, texts = _sections(content)
    return _part(head, own, shared, _texts(texts))


def _part(head: bytes, own: bytes | None, shared: bytes, texts: tuple[Printed, ...]) -> Part:
    stated = msgspec.msgpack.decode(zlib.decompress(head))
    scope = str(stated["scope"])
    counts = msgspec.convert(stated["counts"], Counts)
    alone = _projection(own, scope) if own is not None else Projection((), ())
    return Part(scope, alone, _projection(shared, scope), stated["digest"], counts, stated["ids"], texts)


def _sections(content: bytes) -> list[bytes]:
    """The sections of a part, each still compressed."""
    check, body = content[:CHECK], content[CHECK:]
    if hashlib.sha256(body).digest() != check:
        raise ReadError("was_changed", where=FOLDER)
    sections: list[bytes] = msgspec.msgpack.decode(body, type=list[bytes])
    if len(sections) != SECTIONS:  # of a version before
        raise ReadError("was_changed", where=FOLDER)
    return sections


def _row_of_text(text: Printed) -> Row:
    passages = [(one.key, one.notice, one.line, one.start, one.end, one.text) for one in text.passages]
    return (text.key, text.file, text.name, text.issue, text.jurisdiction, passages, text.digest)


def _texts(section: bytes) -> tuple[Printed, ...]:
    return tuple(_text(row) for row in _DECODER.decode(zlib.decompress(section)))


def _text(row: list[Any]) -> Printed:
    key, file, name, issue, jurisdiction, passages, digest = row
    text = Printed(key, file, name, issue, jurisdiction, tuple(PrintedPassage(*one) for one in passages))
    text.__dict__["digest"] = digest  # known: it need not be made again
    return text


def row_of_node(node: Node) -> Row:
    """A node as a row, without its scope."""
    return (node.label, node.key, node.kind, _plain(node.properties), node.digest)


def row_of_edge(edge: Edge) -> Row:
    """A relationship as a row, without its scope."""
    return (edge.type, edge.key, *edge.start, *edge.end, _plain(edge.properties), edge.digest)


def encoded(row: Row) -> bytes:
    """A row as bytes."""
    return msgspec.msgpack.encode(row)


def node_from(content: bytes, scope: str) -> Node:
    """The node of a row."""
    return _node(_DECODER.decode(content), scope)


def edge_from(content: bytes, scope: str) -> Edge:
    """The relationship of a row."""
    return _edge(_DECODER.decode(content), scope)


def _rows(projection: Projection) -> tuple[list[Row], list[Row]]:
    return [row_of_node(node) for node in projection.nodes], [row_of_edge(edge) for edge in projection.edges]


def _projection(content: bytes, scope: str) -> Projection:
    nodes, edges = _DECODER.decode(zlib.decompress(content))
    return Projection(tuple(_node(row, scope) for row in nodes), tuple(_edge(row, scope) for row in edges))


def _node(row: list[Any], scope: str) -> Node:
    label, key, kind, properties, digest = row
    node = Node(label, key, scope, _values(properties), kind)
    node.__dict__["digest"] = digest  # known: it need not be made again
    return node


def _edge(row: list[Any], scope: str) -> Edge:
    kind, key, start, first, end, last, properties, digest = row
    edge = Edge(kind, key, NodeRef(start, first), NodeRef(end, last), scope, _values(properties))
    edge.__dict__["digest"] = digest
    return edge


def _plain(properties: Mapping[str, Value]) -> dict[str, Any]:
    return {name: _plain_value(value) for name, value in properties.items() if value is not None}


def _plain_value(value: Value) -> Any:
    return msgspec.msgpack.Ext(DAY, value.isoformat().encode()) if isinstance(value, date) else value


def _values(properties: dict[str, Any]) -> dict[str, Value]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in properties.items()}


def _of_ext(code: int, content: memoryview) -> date:
    if code != DAY:
        raise ReadError("was_changed", where=FOLDER)
    return date.fromisoformat(bytes(content).decode())


_DECODER: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(ext_hook=_of_ext)


def digest_of(elements: Iterable[Node | Edge], texts: Iterable[Printed] = ()) -> str:
    """One digest of some elements and texts, in their order."""
    digest = hashlib.sha256()
    for one in elements:
        digest.update(f"{one.ref} {one.digest}\n".encode("utf-8", "surrogatepass"))
    for text in texts:
        digest.update(f"{text.key} {text.digest}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]
