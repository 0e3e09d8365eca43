"""The projection as exports in other vocabularies read it: nodes by what they are known by, and what each is of.

In:  a Projection. Out: a Reading: the body of a post, the task of an item, the facts of a tenure, where a body lies.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.export.aside import clean
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node, NodeRef

OF_TENURES = ("APPOINTED", "DISMISSED", "TITLED")


@dataclass(frozen=True, slots=True)
class Reading:
    """A projection, and what leads from one of its nodes to another."""

    projection: Projection
    nodes: Mapping[NodeRef, Node]
    of: Mapping[NodeRef, NodeRef]  # post → body, item → task
    within: Mapping[NodeRef, NodeRef]  # body, official, jurisdiction → jurisdiction
    facts_of: Mapping[str, Sequence[Edge]]  # tenure → the facts that it rests on
    documents: Mapping[str, NodeRef]  # key → document

    @classmethod
    def of_projection(cls, projection: Projection) -> "Reading":
        """The reading of a projection."""
        facts: dict[str, list[Edge]] = defaultdict(list)
        for edge in projection.edges:
            if edge.type in OF_TENURES and edge.properties.get("tenure"):
                facts[str(edge.properties["tenure"])].append(edge)
        return cls(
            projection,
            {node.ref: node for node in projection.nodes},
            {edge.start: edge.end for edge in projection.edges if edge.type == "OF"},
            {e.start: e.end for e in projection.edges if e.type == "WITHIN" and e.end.label == "Jurisdiction"},
            facts,
            {node.key: node.ref for node in projection.nodes if node.label == "Document"},
        )

    def some(self, label: str) -> list[Node]:
        """The nodes of a label."""
        return [node for node in self.projection.nodes if node.label == label]

    def name(self, ref: NodeRef) -> str:
        """The name of a node, on one line."""
        return " ".join(clean(self.nodes[ref].properties.get("name")).split()) or ref.label

    def place(self, ref: NodeRef) -> str | None:
        """The name of the jurisdiction that a node lies in."""
        jurisdiction = self.within.get(ref)
        return self.name(jurisdiction) if jurisdiction else None

    def document_of(self, edge: Edge) -> NodeRef | None:
        """The document that an edge is printed in; of a tenure that of its first fact."""
        return next((self.documents[str(e.properties["document"])] for e in self.evidence(edge)), None)

    def quotes(self, edge: Edge) -> list[str]:
        """The quotations that an edge rests on, each with file and line."""
        quotations = (
            f"“{clean(e.properties.get('quote'))}” {clean(e.properties.get('file'))}:{clean(e.properties.get('line'))}"
            for e in self.evidence(edge)
        )
        return list(dict.fromkeys(quotations))

    def evidence(self, edge: Edge) -> list[Edge]:
        """The edges that carry the quotations of an edge: its own, or those of the facts of a tenure."""
        some = self.facts_of.get(edge.key, ()) if edge.type == "HOLDS" else (edge,)
        return [one for one in some if one.properties.get("document") in self.documents and one.properties.get("quote")]


def short_id(*parts: str) -> str:
    """20 hex that stand for a key, for vocabularies whose ids take no Chinese and no slashes."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]
