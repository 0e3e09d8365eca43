"""Facts, tenures and successions → relationships, each from a fact with all its evidence.

In:  facts with their ids, and the nodes of their parties. Out: edges put into a Draft.

    雷火清 appointed 区发展和改革局 / 副局长 → (:Official)-[:APPOINTED]->(:Post 副局长)-[:OF]->(:Organization), and the tenure HOLDS
"""

from collections.abc import Mapping
from dataclasses import dataclass

from extract.facts import Fact, Kind, Party, Relation
from extract.private import masked
from graph.identity.clusters import Cluster, Resolution
from graph.identity.compare import body_name
from graph.identity.officials import is_title
from graph.projection.draft import Draft
from graph.projection.elements import NodeRef
from graph.projection.evidence import Properties, Sources, day, validity_properties
from graph.projection.items import Items
from graph.projection.nodes import Nodes
from graph.projection.schema import EDGES
from graph.time.successions import Succession
from graph.time.tenures import Tenure
from graph.time.validity import Validity

TYPES = {
    Relation.APPOINTED: "APPOINTED",
    Relation.DISMISSED: "DISMISSED",
    Relation.HOLDS: "TITLED",
    Relation.LEADS: "LEADS",
    Relation.ASSISTS: "ASSISTS",
    Relation.MEMBER_OF: "MEMBER_OF",
    Relation.LIAISES: "LIAISES",
    Relation.COVERS: "COVERS",
    Relation.HOSTS: "HOSTS",
    Relation.ISSUED: "ISSUED",
    Relation.CITES: "CITES",
    Relation.REPEALS: "REPEALS",
    Relation.REVOKES: "REVOKES",
    Relation.PART_OF: "PART_OF",
    Relation.LOCATED_AT: "LOCATED_AT",
    Relation.CONCERNS: "CONCERNS",
    Relation.REPORTED: "REPORTED",
}
PERSONNEL = {Relation.APPOINTED, Relation.DISMISSED, Relation.HOLDS}
UNSTATED_POST = "职务未载明"


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact as it stands after judgements; the id is that of the fact as printed."""

    fact_id: str
    fact: Fact
    verdict: str | None = None  # right, corrected


@dataclass(slots=True)
class Edges:
    """Puts relationships in."""

    draft: Draft
    sources: Sources
    resolution: Resolution
    nodes: Nodes
    items: Items
    tenure_of: Mapping[str, Tenure]  # by fact id
    validity: Mapping[str, Validity]  # by fact id
    beside: Mapping[str, str]  # by fact id: the key of the body after which the subject stands in brackets
    printed_bodies: Mapping[tuple[str, str], str]  # body and post → the body's name as its holders' titles print it

    def fact(self, judged: Judged) -> bool:
        """The relationship of one fact; False where the schema has none for its two kinds."""
        fact = judged.fact
        scope = self.sources.scope(fact.evidence.doc)
        start = self._end(fact, fact.subject, scope)
        if fact.relation in PERSONNEL:
            end = self.post(judged, self.resolution.of(fact, fact.object), scope)
        else:
            end = self._end(fact, fact.object, scope)
        kind = TYPES[fact.relation]
        if (start.label, end.label) not in EDGES[kind].ends:
            return False
        known: Properties = self.sources.of_fact(fact) | {"status_of_fact": judged.verdict}
        known |= {name: masked(value) for name, value in fact.qualifiers.stated().items()}
        known |= validity_properties(self.validity.get(judged.fact_id))
        known["beside"] = self.beside.get(judged.fact_id)
        known["named_at"] = _ordered_by(fact).start
        tenure = self.tenure_of.get(judged.fact_id)
        if tenure is not None:
            known["tenure"] = tenure.key
        self.draft.edge(kind, start, end, scope, _only(kind, known), judged.fact_id)
        return True

    def _end(self, fact: Fact, party: Party, scope: str) -> NodeRef:
        """The node of a party: of a task the item as printed."""
        if party.kind is Kind.TASK:
            return self.items.of(fact, party)
        cluster = self.resolution.of(fact, party)
        if party.kind is Kind.OFFICIAL and is_title(cluster.name):
            return self._headed(cluster, scope)
        return self.nodes.of(cluster, scope)

    def _headed(self, title: Cluster, scope: str) -> NodeRef:
        """The body that a title without a known holder heads: who helps 区长 helps 区人民政府; where the place's own documents name none, a post, which no ASSISTS ends at."""
        named = body_name(f"{title.name[0]}人民政府", title.jurisdiction).identity
        for cluster in self.resolution.of_kind(Kind.DEPARTMENT):
            here = any(self.sources.scope(doc) == scope for use in cluster.names for doc in use.docs)
            if here and body_name(cluster.name, cluster.jurisdiction).identity == named:
                return self.nodes.of(cluster, scope)
        return NodeRef("Post", title.name)

    def post(self, judged: Judged, body: Cluster, scope: str) -> NodeRef:
        """The post of a personnel fact and the body it is OF; 代区长 is the post 区长, as its tenure says."""
        tenure = self.tenure_of.get(judged.fact_id)
        if tenure is not None:
            return self.tenure_post(tenure, scope)
        name = judged.fact.role or UNSTATED_POST
        return self._post(body, judged.fact.object.name, name, single=False, scope=scope)

    def tenure_post(self, tenure: Tenure, scope: str) -> NodeRef:
        """The post of a tenure."""
        body = self.resolution.by_key[tenure.organization]
        return self._post(body, tenure.organization_name, tenure.post, tenure.single_holder, scope)

    def tenure(self, tenure: Tenure, scope: str) -> None:
        """HOLDS: who held the post from when to when."""
        official = self.nodes.of(self.resolution.by_key[tenure.official], scope)
        known: Properties = {
            "from_earliest": day(tenure.from_earliest),
            "from_latest": day(tenure.from_latest),
            "to_earliest": day(tenure.to_earliest),
            "to_latest": day(tenure.to_latest),
            "status": tenure.status.value,
            "capacity": tenure.capacity.value,
            "first_seen": day(tenure.first_seen),
            "last_confirmed": day(tenure.last_confirmed),
            "end_basis": tenure.end_basis.value if tenure.end_basis else None,
            "probation_to": day(tenure.probation_to),
            "opened_by": tenure.opened_by.fact_id if tenure.opened_by else None,
            "closed_by": tenure.closed_by.fact_id if tenure.closed_by else None,
            "head_since": day(tenure.head_since),
        }
        self.draft.edge("HOLDS", official, self.tenure_post(tenure, scope), scope, known, tenure.key)

    def succession(self, succession: Succession, scope: str) -> None:
        """SUCCEEDED, from the new holder to the old one."""
        new = self.nodes.of(self.resolution.by_key[succession.new], scope)
        old = self.nodes.of(self.resolution.by_key[succession.old], scope)
        known: Properties = {
            "post": succession.post,
            "date": day(succession.date),
            "gap_days": succession.gap_days,
            "organization": succession.organization,
            "new_tenure": succession.new_tenure,
            "old_tenure": succession.old_tenure,
        }
        self.draft.edge("SUCCEEDED", new, old, scope, known, f"{succession.new_tenure}>{succession.old_tenure}")

    def _post(self, body: Cluster, printed: str, name: str, single: bool, scope: str) -> NodeRef:
        organization = self.nodes.of(body, scope)
        printed = self.printed_bodies.get((body.key, name), printed)
        known: Properties = {"name": name, "body": printed, "single_holder": single}
        post = self.draft.node("Post", f"{body.key}/{name}", scope, known)
        self.draft.edge("OF", post, organization, scope)
        return post


def _ordered_by(fact: Fact) -> Party:
    """The party that stands beside others of its kind: the body or field that an official supervises, else who answers."""
    listed = {Kind.DEPARTMENT, Kind.STREET, Kind.TOPIC}
    return fact.object if fact.subject.kind is Kind.OFFICIAL and fact.object.kind in listed else fact.subject


def _only(kind: str, known: Properties) -> Properties:
    return {name: value for name, value in known.items() if name in EDGES[kind].properties and value is not None}
