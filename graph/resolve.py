"""Facts → clusters: which mentions are one official, one body, one policy, one task.

In:  facts, their context, the judgements of people. Out: a Resolution.

    区发改局 (line 441) and 区发展和改革局 (line 1327) of one jurisdiction → one cluster, score 0.98,
    "区发改局 is the standard short form of 区发展和改革局"

Judgements come first, then scores; what is likely but not settled is a Proposal. The result depends on the set of facts alone,
not on their order nor on how they were divided into builds.
"""

from collections import defaultdict
from collections.abc import Sequence

from extract.facts import Context, Fact, Kind
from graph.clusters import Cluster, NameUse, Resolution, resolution
from graph.identity import Documents, normal_item, normal_name
from graph.judgements import Judgements

NO_JUDGEMENTS = Judgements()


def resolve(
    facts: Sequence[Fact], context: Sequence[Context] = (), judgements: Judgements = NO_JUDGEMENTS
) -> Resolution:
    """All mentions of the facts, each in one cluster."""
    documents = Documents.of(context)
    members: dict[tuple[Kind, str, str], dict[str, tuple[str, str, str | None]]] = defaultdict(dict)
    for fact in facts:
        doc = fact.evidence.doc
        for party in (fact.subject, fact.object):
            normal = normal_item(party.name) if party.kind is Kind.TASK else normal_name(party.name)
            block = (party.kind, documents.jurisdiction(doc) or "unknown", normal)
            members[block][documents.mention_of(fact, party)] = (party.name, doc, fact.date)
    clusters = [
        Cluster(
            key=f"{jurisdiction}/{normal}/{min(mentions)}",
            kind=kind,
            jurisdiction=jurisdiction,
            name=max(sorted(name for name, _, _ in mentions.values()), key=len),
            names=_names(list(mentions.values())),
            members=tuple(sorted(mentions)),
        )
        for (kind, jurisdiction, normal), mentions in members.items()
    ]
    return resolution(clusters, (), (), documents)


def _names(mentions: Sequence[tuple[str, str, str | None]]) -> tuple[NameUse, ...]:
    docs: dict[str, set[str]] = defaultdict(set)
    dates: dict[str, set[str]] = defaultdict(set)
    for name, doc, date in mentions:
        docs[name].add(doc)
        if date:
            dates[name].add(date)
    return tuple(
        NameUse(name, tuple(sorted(docs[name])), min(dates[name], default=None), max(dates[name], default=None))
        for name in sorted(docs)
    )
