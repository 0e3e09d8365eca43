"""The nouns of identity: which mentions are one official, one body, one policy …, and why.

A Cluster is a set of mentions that resolution holds to be one thing; a Proposal is a pair that may be one and waits for a
person; a Part says that one body belongs to another (a street's 党工委 to the street). Nothing here is written over a fact.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from extract.facts import Fact, Kind, Party
from extract.wording.reasons import Reason
from graph.ids import Documents

BODIES = (Kind.DEPARTMENT, Kind.STREET, Kind.GROUP)


@dataclass(frozen=True, slots=True)
class NameUse:
    """One printed name of a cluster: in which documents, and dated first and last when."""

    name: str
    docs: tuple[str, ...]
    first_seen: str | None = None
    last_seen: str | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions that are one thing. `score` is that of the weakest merge in it (1.0 where all names are the same)."""

    key: str
    kind: Kind
    jurisdiction: str
    name: str
    names: tuple[NameUse, ...]
    members: tuple[str, ...]
    score: float = 1.0
    why: tuple[Reason, ...] = ()
    homonym: bool = False  # another cluster of the same kind, jurisdiction and name exists

    def as_homonym(self) -> "Cluster":
        """The same cluster, marked: another one bears its name."""
        return replace(self, homonym=True)

    def to_json(self) -> dict[str, Any]:
        """The line of CLUSTERS.jsonl."""
        row = asdict(self)
        names = [{**n, "docs": list(n["docs"])} for n in row["names"]]
        return {**row, "kind": self.kind.value, "names": names, "why": [why.to_json() for why in self.why]}


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two clusters that may be one: for a person to decide, by the mention ids that stand for them."""

    left: str  # cluster key
    right: str
    about: tuple[str, str]  # the smallest mention id of each, sorted: what a judgement is keyed by
    kind: Kind
    score: float
    why: Reason


@dataclass(frozen=True, slots=True)
class Part:
    """A body that belongs to another: the key of the part, the key of the whole, and the reason."""

    part: str
    whole: str
    why: Reason


@dataclass(frozen=True, slots=True)
class Resolution:
    """All clusters in a fixed order, what is proposed beside them, and what belongs to what."""

    clusters: tuple[Cluster, ...]
    proposals: tuple[Proposal, ...] = ()
    parts: tuple[Part, ...] = ()
    documents: Documents = field(default_factory=Documents)
    text_only: tuple[Cluster, ...] = ()  # names that no fact bears; without mentions, and in no graph
    by_mention: Mapping[str, Cluster] = field(default_factory=dict, repr=False)
    by_key: Mapping[str, Cluster] = field(default_factory=dict, repr=False)

    def of(self, fact: Fact, party: Party) -> Cluster:
        """The cluster of one of a fact's parties."""
        return self.by_mention[self.documents.mention_of(fact, party)]

    def of_kind(self, *kinds: Kind) -> Iterator[Cluster]:
        """The clusters of some kinds."""
        return (cluster for cluster in self.clusters if cluster.kind in kinds)


def resolution(
    clusters: Sequence[Cluster],
    proposals: Sequence[Proposal],
    parts: Sequence[Part],
    documents: Documents,
    text_only: Sequence[Cluster] = (),
) -> Resolution:
    """A Resolution with its look-up tables; whatever the order of what comes in, the same comes out."""
    ordered = tuple(sorted(clusters, key=lambda c: (c.kind.value, c.key)))
    return Resolution(
        ordered,
        tuple(sorted(proposals, key=lambda p: (-p.score, p.kind.value, p.about))),
        tuple(sorted(parts, key=lambda p: (p.part, p.whole))),
        documents,
        tuple(sorted(text_only, key=lambda c: (c.kind.value, c.key))),
        {mention: cluster for cluster in ordered for mention in cluster.members},
        {cluster.key: cluster for cluster in reversed(ordered)},
    )


def united(several: Iterable[Resolution]) -> Resolution:
    """What several jurisdictions resolved, side by side: of a key that more than one of them bears, `by_key` has the first."""
    names = list(several)
    return resolution(
        [cluster for one in names for cluster in one.clusters],
        [proposal for one in names for proposal in one.proposals],
        [part for one in names for part in one.parts],
        Documents.of([record for one in names for record in one.documents.all_records()]),
        [cluster for one in names for cluster in one.text_only],
    )
