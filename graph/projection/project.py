"""Facts, context and judgements → the graph: a pure function, the same whatever the order of the documents.

In:  a Corpus and the judgements. Out: a Build: the Projection that should stand in a store, and what it rests on.

    project(workspace.corpus(), workspace.judgements()).projection

The documents of each jurisdiction are resolved and projected by themselves (`alone`); what several of them speak of is put together by its
key (`together`, graph/projection/shared.py). So a build need only touch the jurisdictions that changed (graph/parts/).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.facts import Context, DocumentRecord, Fact
from graph.corpus import Corpus
from graph.identity.clusters import Resolution, united
from graph.identity.policies import letters_of, rivals_of
from graph.identity.resolve import resolve
from graph.keeping.judgements import Judgements
from graph.projection.brackets import bodies_before_brackets
from graph.projection.draft import Draft, Projection
from graph.projection.edges import Edges, Judged
from graph.projection.elements import Edge, EdgeRef, Node, NodeRef, Printed
from graph.projection.evidence import Sources, dated, printed_of
from graph.projection.figures import put_figures
from graph.projection.findings import Findings
from graph.projection.items import items_of
from graph.projection.nodes import nodes_of
from graph.projection.shared import namesakes, one_edge, one_node
from graph.time.successions import conflicts, successions
from graph.time.tenures import Tenure, tenures
from graph.time.validity import validity

NO_JUDGEMENTS = Judgements()


@dataclass(frozen=True, slots=True)
class Build:
    """A projection, and what was concluded on the way to it."""

    projection: Projection
    resolution: Resolution
    tenures: tuple[Tenure, ...]
    facts: tuple[Judged, ...]
    left_out: tuple[Judged, ...]  # facts whose two kinds the schema does not join
    texts: tuple[Printed, ...] = ()  # what stands beside the graph: the documents as printed

    @property
    def merges(self) -> int:
        """How many printed names were taken for another name of the same thing."""
        return sum(len(cluster.names) - 1 for cluster in self.resolution.clusters)


def project(corpus: Corpus, judgements: Judgements = NO_JUDGEMENTS) -> Build:
    """The graph of all that is known: each jurisdiction's, put together."""
    parts = corpus.by_jurisdiction()
    rivals = rivals_of({code: letters_of(part.facts) for code, part in parts.items()})
    return together([alone(part, judgements, rivals[code]) for code, part in parts.items()])


def together(builds: Sequence[Build]) -> Build:
    """One graph of those of several jurisdictions, whatever their order."""
    if len(builds) == 1:
        return builds[0]
    nodes: dict[NodeRef, list[Node]] = defaultdict(list)
    edges: dict[EdgeRef, list[Edge]] = defaultdict(list)
    for build in builds:
        for node in build.projection.nodes:
            nodes[node.ref].append(node)
        for edge in build.projection.edges:
            edges[edge.ref].append(edge)
    officials = {
        ref: (str(several[0].properties["name"]), frozenset(one.scope for one in several))
        for ref, several in nodes.items()
        if ref.label == "Official"
    }
    same_names, about = namesakes(officials)
    for node in same_names:
        nodes[node.ref].append(node)
    for edge in about:
        edges[edge.ref].append(edge)
    whole = Projection(
        tuple(one_node(nodes[ref]) for ref in sorted(nodes)), tuple(one_edge(edges[ref]) for ref in sorted(edges))
    )
    return Build(
        whole,
        united(build.resolution for build in builds),
        tuple(sorted((tenure for build in builds for tenure in build.tenures), key=lambda one: one.key)),
        tuple(one for build in builds for one in build.facts),
        tuple(one for build in builds for one in build.left_out),
        tuple(sorted((one for build in builds for one in build.texts), key=lambda one: (one.file, one.key))),
    )


def alone(corpus: Corpus, judgements: Judgements = NO_JUDGEMENTS, rivals: frozenset[str] = frozenset()) -> Build:
    """The graph of the documents of one jurisdiction. `rivals`: letters of document numbers that others issue under as well."""
    judgements = judgements.renamed(corpus.documents.former_mentions(corpus.facts))
    judged = _judged(corpus, judgements)
    facts = [_dated_soundly(one.fact) for one in judged]
    context = [_published_soundly(record) for record in corpus.context]
    resolution = resolve(facts, context, judgements, corpus.passages, rivals)
    held = tenures(facts, resolution)
    valid = validity(facts, resolution, held)
    printed_id = {corpus.documents.fact_id(one.fact): one.fact_id for one in judged}  # a correction changes the other
    by_id = {one.fact_id: one.fact for one in judged}
    draft = Draft()
    sources = Sources.of(corpus)
    nodes = nodes_of(draft, corpus, sources, facts, resolution)
    items = items_of(draft, corpus, sources, resolution, nodes, facts)
    put_figures(draft, items, context)
    edges = Edges(
        draft,
        sources,
        resolution,
        nodes,
        items,
        tenure_of={printed_id[f]: tenure for tenure in held for f in tenure.facts if f in printed_id},
        validity={printed_id.get(f, f): span for f, span in valid.items()},
        beside=bodies_before_brackets(by_id.items(), resolution, sources),
        printed_bodies=_printed_bodies(held),
    )
    scopes = _scopes_of_tenures(held, printed_id, by_id, sources)
    posts = _tenures_drawn(edges, held, scopes)
    left_out = tuple(one for one in judged if not edges.fact(one))
    for succession in successions(held):
        if succession.new_tenure in scopes and succession.old_tenure in scopes:
            edges.succession(succession, min(scopes[succession.new_tenure], scopes[succession.old_tenure]))
    _parts(draft, resolution)
    findings = Findings(draft, sources, resolution, nodes, items, judgements)
    _findings_drawn(findings, corpus, _scopes(facts, sources, resolution))
    claims = conflicts(facts, held, resolution)
    claimable = {claim: by_id[printed] for claim, printed in printed_id.items()}
    findings.conflicts(claims, {tenure.key: tenure for tenure in held}, claimable, posts)
    return Build(draft.finish(), resolution, tuple(held), tuple(judged), left_out, printed_of(corpus, sources))


def _tenures_drawn(edges: Edges, held: Sequence[Tenure], scopes: Mapping[str, str]) -> dict[str, NodeRef]:
    """The post of each tenure that has a scope, once the tenure is drawn."""
    posts: dict[str, NodeRef] = {}
    for tenure in held:
        if tenure.key in scopes:
            edges.tenure(tenure, scopes[tenure.key])
            posts[tenure.key] = edges.tenure_post(tenure, scopes[tenure.key])
    return posts


def _findings_drawn(findings: Findings, corpus: Corpus, scope_of: dict[str, str]) -> None:
    """What waits for a person but for conflicts: doubts, counts that differ, pairs that may be one, names that several bear."""
    findings.doubts(corpus.doubts)
    findings.counts(corpus)
    findings.proposals(scope_of)
    findings.homonyms(scope_of)


def _printed_bodies(held: Iterable[Tenure]) -> dict[tuple[str, str], str]:
    """Body and post → the fullest name of the body that a holder's title prints."""
    ordered = sorted(held, key=lambda t: (len(t.organization_name), t.organization_name))
    return {(tenure.organization, tenure.post): tenure.organization_name for tenure in ordered}


def _scopes_of_tenures(
    held: Iterable[Tenure], printed_id: Mapping[str, str], by_id: Mapping[str, Fact], sources: Sources
) -> dict[str, str]:
    """The first of the jurisdictions whose documents a tenure rests on."""
    scope_of: dict[str, str] = {}
    for tenure in held:
        scopes = {sources.scope(by_id[printed_id[f]].evidence.doc) for f in tenure.facts if f in printed_id}
        if scopes:
            scope_of[tenure.key] = min(scopes)
    return scope_of


def _judged(corpus: Corpus, judgements: Judgements) -> list[Judged]:
    """Each fact once, as judgements leave it."""
    printed: dict[str, Fact] = {}
    for fact in corpus.facts:
        printed.setdefault(corpus.documents.fact_id(fact), fact)
    standing = judgements.apply(printed.items())
    return [
        Judged(fact_id, fact, judgement.decision.value if judgement else None) for fact_id, fact, judgement in standing
    ]


def _dated_soundly(fact: Fact) -> Fact:
    """The fact, without a date that no calendar has (2月30日); its text stays with the evidence."""
    return fact if dated(fact.date)[0] or fact.date is None else replace(fact, date=None)


def _published_soundly(record: Context) -> Context:
    """The record, without a date of publication that is none (a manifest may say anything)."""
    if isinstance(record, DocumentRecord) and record.published and dated(record.published)[0] is None:
        return replace(record, published=None)
    return record


def _scopes(facts: Iterable[Fact], sources: Sources, resolution: Resolution) -> dict[str, str]:
    """The first of the jurisdictions whose documents speak of a cluster."""
    scopes: dict[str, str] = {}
    for fact in facts:
        scope = sources.scope(fact.evidence.doc)
        for party in (fact.subject, fact.object):
            key = resolution.of(fact, party).key
            scopes[key] = min(scopes.get(key, scope), scope)
    return scopes


def _parts(draft: Draft, resolution: Resolution) -> None:
    """PART_OF between bodies that their names put together (a street's 党工委 and the street), without a fact of its own."""
    for part in resolution.parts:
        start, end = NodeRef("Organization", part.part), NodeRef("Organization", part.whole)
        if start in draft.nodes and end in draft.nodes:
            scope = draft.nodes[start].scope
            draft.edge("PART_OF", start, end, scope, {"why": part.why.stored()}, f"part:{part.part}>{part.whole}")
