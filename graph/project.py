"""Facts, context and judgements → the graph: a pure function, the same whatever the order of the documents.

In:  a Corpus and the judgements. Out: a Build: the Projection that should stand in a store, and what it rests on.

    project(workspace.corpus(), workspace.judgements()).projection
"""

from collections.abc import Iterable
from dataclasses import dataclass

from extract.facts import Fact, ItemRecord
from graph.clusters import Resolution
from graph.corpus import Corpus
from graph.elements import NodeRef
from graph.evidence import Sources
from graph.findings import Findings
from graph.judgements import Judgements
from graph.project_edges import Edges, Judged
from graph.project_nodes import nodes_of
from graph.projection import Draft, Projection
from graph.resolve import resolve
from graph.successions import conflicts, successions
from graph.tenures import Tenure, tenures
from graph.validity import validity

NO_JUDGEMENTS = Judgements()


@dataclass(frozen=True, slots=True)
class Build:
    """A projection, and what was concluded on the way to it."""

    projection: Projection
    resolution: Resolution
    tenures: tuple[Tenure, ...]
    facts: tuple[Judged, ...]
    left_out: tuple[Judged, ...]  # facts whose two kinds the schema does not join

    @property
    def merges(self) -> int:
        """How many printed names were taken for another name of the same thing."""
        return sum(len(cluster.names) - 1 for cluster in self.resolution.clusters)


def project(corpus: Corpus, judgements: Judgements = NO_JUDGEMENTS) -> Build:
    """The graph of all that is known."""
    judged = _judged(corpus, judgements)
    facts = [one.fact for one in judged]
    resolution = resolve(facts, corpus.context, judgements)
    try:
        found_tenures = tenures(facts, resolution, corpus.context)
    except NotImplementedError:
        found_tenures = []
    printed_id = {corpus.documents.fact_id(one.fact): one.fact_id for one in judged}  # a correction changes the other
    by_id = {one.fact_id: one.fact for one in judged}
    tenure_of = {printed_id[f]: tenure for tenure in found_tenures for f in tenure.facts if f in printed_id}
    try:
        found_validity = validity(facts, resolution, found_tenures, corpus.context)
    except NotImplementedError:
        found_validity = {}
    valid = {printed_id.get(f, f): v for f, v in found_validity.items()}

    draft = Draft()
    sources = Sources.of(corpus)
    nodes = nodes_of(draft, corpus, sources, facts, resolution)
    printed_bodies = {
        (tenure.organization, tenure.post): tenure.organization_name
        for tenure in sorted(found_tenures, key=lambda t: (len(t.organization_name), t.organization_name))
    }
    edges = Edges(draft, sources, resolution, nodes, tenure_of, valid, printed_bodies)
    scope_of_tenure = {
        tenure.key: min(
            (sources.scope(by_id[printed_id[f]].evidence.doc) for f in tenure.facts if f in printed_id), default=""
        )
        for tenure in found_tenures
    }
    posts: dict[str, NodeRef] = {}
    for tenure in found_tenures:
        if scope := scope_of_tenure[tenure.key]:
            edges.tenure(tenure, scope)
            posts[tenure.key] = edges.tenure_post(tenure, scope)
    left_out = tuple(one for one in judged if not edges.fact(one))
    try:
        found_successions = successions(found_tenures)
    except NotImplementedError:
        found_successions = []
    for succession in found_successions:
        if scope := min(scope_of_tenure[succession.new_tenure], scope_of_tenure[succession.old_tenure]):
            edges.succession(succession, scope)
    edges.items([record for record in corpus.context if isinstance(record, ItemRecord)], facts)
    _parts(draft, resolution)
    findings = Findings(draft, sources, resolution, nodes, judgements)
    scope_of = _scopes(facts, sources, resolution)
    findings.doubts(corpus.doubts)
    findings.counts(corpus)
    findings.proposals(scope_of)
    findings.homonyms(scope_of)
    try:
        claims = conflicts(facts, found_tenures, resolution)
    except NotImplementedError:
        claims = []
    findings.conflicts(claims, {tenure.key: tenure for tenure in found_tenures}, by_id, posts)
    return Build(draft.finish(), resolution, tuple(found_tenures), tuple(judged), left_out)


def _judged(corpus: Corpus, judgements: Judgements) -> list[Judged]:
    """Each fact once, as judgements leave it."""
    printed: dict[str, Fact] = {}
    for fact in corpus.facts:
        printed.setdefault(corpus.documents.fact_id(fact), fact)
    standing = judgements.apply(printed.items())
    return [
        Judged(fact_id, fact, judgement.decision.value if judgement else None) for fact_id, fact, judgement in standing
    ]


def _scopes(facts: Iterable[Fact], sources: Sources, resolution: Resolution) -> dict[str, str]:
    """The first of the jurisdictions whose documents speak of a cluster."""
    found: dict[str, str] = {}
    for fact in facts:
        scope = sources.scope(fact.evidence.doc)
        for party in (fact.subject, fact.object):
            key = resolution.of(fact, party).key
            found[key] = min(found.get(key, scope), scope)
    return found


def _parts(draft: Draft, resolution: Resolution) -> None:
    """PART_OF between bodies that their names put together (a street's 党工委 and the street), without a fact of its own."""
    for part in resolution.parts:
        start, end = NodeRef("Organization", part.part), NodeRef("Organization", part.whole)
        if start in draft.nodes and end in draft.nodes:
            scope = draft.nodes[start].scope
            draft.edge("PART_OF", start, end, scope, {"why": part.why}, f"part:{part.part}>{part.whole}")
