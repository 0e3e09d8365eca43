"""The projection under construction: nodes and edges are put in as they are met, and come out in one fixed order.

What is put in twice is one thing; its scope is the first of the jurisdictions that speak of it, so that the order of documents
does not matter.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph.projection.elements import Difference, Edge, EdgeRef, Held, Node, NodeRef, Value
from graph.projection.schema import EDGES

NOTHING = "nothing"  # the digest of a scope of which nothing is left


@dataclass(frozen=True, slots=True)
class Projection:
    """All nodes and edges that should stand in a store, in order."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def scopes(self) -> tuple[str, ...]:
        """The jurisdictions that it speaks of."""
        return tuple(sorted({node.scope for node in self.nodes} | {edge.scope for edge in self.edges}))

    def digests(self) -> dict[str, str]:
        """For each scope a digest of all that is part of it: two projections with the same digest are the same there."""
        hashes = {scope: hashlib.sha256() for scope in self.scopes()}
        for node in self.nodes:
            hashes[node.scope].update(f"{node.label} {node.key} {node.digest}\n".encode("utf-8", "surrogatepass"))
        for edge in self.edges:
            ends = f"{edge.start.label} {edge.start.key} {edge.end.label} {edge.end.key}"
            hashes[edge.scope].update(f"{edge.type} {edge.key} {ends} {edge.digest}\n".encode("utf-8", "surrogatepass"))
        return {scope: digest.hexdigest()[:16] for scope, digest in hashes.items()}

    def counts(self) -> dict[str, int]:
        """How many nodes of each label and relationships of each type."""
        by_key: dict[str, int] = defaultdict(int)
        for node in self.nodes:
            by_key[node.label] += 1
        for edge in self.edges:
            by_key[edge.type] += 1
        return dict(by_key)


@dataclass(slots=True)
class Draft:
    """Collects nodes and edges."""

    nodes: dict[NodeRef, Node] = field(default_factory=dict)
    edges: dict[EdgeRef, Edge] = field(default_factory=dict)

    def node(
        self, label: str, key: str, scope: str, properties: Mapping[str, Value], kind: str | None = None
    ) -> NodeRef:
        """Puts a node in; one that is there already keeps its properties and takes the smaller scope."""
        ref = NodeRef(label, key)
        if not self.speaks_of(ref, scope):
            self.nodes[ref] = Node(label, key, scope, properties, kind)
        return ref

    def speaks_of(self, ref: NodeRef, scope: str) -> bool:
        """Whether the node is in already; then the scope counts for it too."""
        known = self.nodes.get(ref)
        if known is not None and scope < known.scope:
            self.nodes[ref] = replace(known, scope=scope)
        return known is not None

    def edge(
        self,
        kind: str,
        start: NodeRef,
        end: NodeRef,
        scope: str,
        properties: Mapping[str, Value] | None = None,
        key: str | None = None,
    ) -> None:
        """Puts an edge in; without a key of its own it is known by its two ends."""
        ref = EdgeRef(kind, key or f"{start.key}>{end.key}", start, end)
        if (start.label, end.label) not in EDGES[kind].ends:
            raise ValueError(f"the schema knows no {kind} from {start.label} to {end.label}")
        known = self.edges.get(ref)
        if known is None:
            self.edges[ref] = Edge(kind, ref.key, start, end, scope, properties or {})
        elif scope < known.scope:
            self.edges[ref] = replace(known, scope=scope)

    def finish(self) -> Projection:
        """What was put in, in order; each edge must have both its ends."""
        for ref in self.edges:
            if ref.start not in self.nodes or ref.end not in self.nodes:
                raise ValueError(f"{ref} lacks an end")
        return Projection(
            tuple(self.nodes[ref] for ref in sorted(self.nodes)), tuple(self.edges[ref] for ref in sorted(self.edges))
        )


def differences(projection: Projection, held: Mapping[str, Held]) -> list[Difference]:
    """What turns the scopes that `held` names into the projection, one Difference a scope, in order; nothing where nothing changed.

    Scopes that are not named are taken to hold their part of the projection already. Nodes that an edge of a scope needs and that
    no scope holds yet come with it, whichever scope they are part of.
    """
    nodes = {node.ref: node for node in projection.nodes}
    edges = {edge.ref: edge for edge in projection.edges}
    held_nodes = {ref: digest for some in held.values() for ref, digest in some.nodes.items()}
    held_edges = {ref: digest for some in held.values() for ref, digest in some.edges.items()}
    gone_nodes = {scope: {ref for ref in some.nodes if ref not in nodes} for scope, some in held.items()}
    gone_edges = {scope: {ref for ref in some.edges if ref not in edges} for scope, some in held.items()}
    moved = {(ref.type, ref.key): ref for some in gone_edges.values() for ref in some}
    changed: dict[str, dict[NodeRef, Node]] = defaultdict(dict)
    new_edges: dict[str, list[Edge]] = defaultdict(list)
    for node in projection.nodes:
        if node.scope in held and held_nodes.get(node.ref) != node.digest:
            changed[node.scope][node.ref] = node
    for edge in projection.edges:
        if edge.scope in held and held_edges.get(edge.ref) != edge.digest:
            new_edges[edge.scope].append(edge)
            if edge.ref in held_edges:  # what it no longer states must not stay: it goes and comes anew
                gone_edges[edge.scope].add(edge.ref)
            for end in (edge.start, edge.end):
                if end not in held_nodes and nodes[end].scope in held:
                    changed[edge.scope][end] = nodes[end]
            if (edge.type, edge.key) in moved:  # its ends are others now: the old one goes before the new one comes
                gone_edges[edge.scope].add(moved[edge.type, edge.key])
    digests = projection.digests()
    in_order = (
        Difference(
            scope,
            tuple(changed[scope][ref] for ref in sorted(changed[scope])),
            tuple(sorted(new_edges[scope], key=lambda edge: edge.ref)),
            tuple(sorted(gone_nodes[scope])),
            tuple(sorted(gone_edges[scope])),
        )
        for scope in sorted(held)
    )
    return [replace(one, digest=digests.get(one.scope, NOTHING)) for one in in_order if one]
