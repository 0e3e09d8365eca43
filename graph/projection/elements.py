"""The nouns of the projection: nodes, edges, and the difference between what should stand in a store and what does.

In:  a label or type of graph/projection/schema.py, keys and properties. Out: values that both stores load in the same way.

Every element belongs to one scope, the jurisdiction of the documents that it rests on; a build applies one Difference a scope.
The digest stands for all properties, so that what a store holds can be compared without reading it back whole. Beside the graph stand the
documents as printed, passage by passage, for whoever reads and searches them.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

Value = str | int | float | bool | date | tuple[str, ...] | None


class NodeRef(NamedTuple):
    """What a node is known by: its general label (Organization, never Department) and its key."""

    label: str
    key: str


class EdgeRef(NamedTuple):
    """What an edge is known by: its type, its own key (fact_id or key, as the schema says) and its two ends."""

    type: str
    key: str
    start: NodeRef
    end: NodeRef


@dataclass(frozen=True)
class Node:
    """One node; `kind` is the second label of an Organization (Department, Street, Group), else None."""

    label: str
    key: str
    scope: str
    properties: Mapping[str, Value] = field(hash=False)
    kind: str | None = None

    @property
    def ref(self) -> NodeRef:
        """What the node is known by."""
        return NodeRef(self.label, self.key)

    @cached_property
    def digest(self) -> str:
        """16 hex that stand for scope, kind and all properties."""
        return _digest(self.scope, self.kind, self.properties)


@dataclass(frozen=True)
class Edge:
    """One relationship; `key` is its fact_id where it comes from a fact."""

    type: str
    key: str
    start: NodeRef
    end: NodeRef
    scope: str
    properties: Mapping[str, Value] = field(hash=False)

    @property
    def ref(self) -> EdgeRef:
        """What the edge is known by."""
        return EdgeRef(self.type, self.key, self.start, self.end)

    @cached_property
    def digest(self) -> str:
        """16 hex that stand for scope and all properties."""
        return _digest(self.scope, None, self.properties)


@dataclass(frozen=True, slots=True)
class Held:
    """What a store holds of one scope: the digest of each node and edge."""

    nodes: Mapping[NodeRef, str]
    edges: Mapping[EdgeRef, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """What turns one scope of a store, or several, into its new projection, in one transaction.

    Order of work: gone edges, nodes, edges, gone nodes. A gone node that still has edges (of another scope) stays, and is asked
    for again when that scope is done. A relationship that changes is among the gone edges and among the edges.
    """

    scope: str
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    gone_nodes: tuple[NodeRef, ...] = ()
    gone_edges: tuple[EdgeRef, ...] = ()
    digest: str | None = None  # of the whole new projection of the scope, kept beside it; None: not all of it
    also: tuple[tuple[str, str], ...] = ()  # further scopes that it makes whole, each with its digest
    begins: bool = False  # no store holds its scopes whole: where it is cut off, the next build looks what is there

    def __bool__(self) -> bool:
        return bool(self.nodes or self.edges or self.gone_nodes or self.gone_edges or self.digest or self.also)

    @property
    def marks(self) -> dict[str, str]:
        """The scopes that it makes whole, each with its digest."""
        own = () if self.digest is None else ((self.scope, self.digest),)
        return dict((*own, *self.also))


def _digest(scope: str, kind: str | None, properties: Mapping[str, Value]) -> str:
    stated = {name: value for name, value in properties.items() if value is not None}
    text = json.dumps([scope, kind, stated], ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class PrintedPassage:
    """A paragraph or table row: its key, the key of its notice, where it stands, and what it says."""

    key: str
    notice: str | None
    line: int | None
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Printed:
    """One document: its key, its names as a citation gives them, whose it is, and its passages in order."""

    key: str
    file: str
    name: str
    issue: str | None
    jurisdiction: str | None
    passages: tuple[PrintedPassage, ...]

    @cached_property
    def digest(self) -> str:
        """What stands for all of it."""
        digest = hashlib.sha256(repr((self.key, self.file, self.name, self.issue, self.jurisdiction)).encode())
        for passage in self.passages:
            digest.update(repr(astuple(passage)).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:16]
