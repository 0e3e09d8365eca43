"""What a person should look at: doubts, conflicts, possible same ones, homonyms, counts that the source states and that differ.

In:  a corpus, its resolution, tenures, conflicts, judgements. Out: Finding nodes, ABOUT what they are about.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.facts import CountRecord, Doubt, Fact, Kind
from extract.private import masked
from extract.wording.reasons import reason
from graph.corpus import Corpus
from graph.identity.clusters import Cluster, Proposal, Resolution
from graph.ids import SEPARATOR, Documents
from graph.jurisdictions import jurisdiction
from graph.keeping.judgements import Decision, Judgements
from graph.projection.draft import Draft
from graph.projection.elements import NodeRef
from graph.projection.evidence import Properties, Sources
from graph.projection.items import Items
from graph.projection.nodes import Nodes
from graph.time.successions import Conflict
from graph.time.tenures import Tenure

CLAIMED = {"已完成", "正在推进"}  # totals that a report claims of itself, beside the items that it lists


def doubt_id(doubt: Doubt, documents: Documents) -> str:
    """The id of a doubt, by which a person settles it: 16 hex, the same after every extraction that meets it."""
    return _id_of(doubt, documents, doubt.code)


def former_id(doubt: Doubt, documents: Documents) -> str | None:
    """The id that Zhize 0.1 gave the doubt, by its sentence; None where the sentence held values of its own."""
    was = doubt.reason.was
    return None if was is None else _id_of(doubt, documents, was)


def _id_of(doubt: Doubt, documents: Documents, said: str) -> str:
    evidence = doubt.evidence
    parts = (documents.sha256(evidence.doc), "doubt", doubt.rule, str(evidence.start), str(evidence.end), said)
    return hashlib.sha256(SEPARATOR.join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Findings:
    """Puts findings in."""

    draft: Draft
    sources: Sources
    resolution: Resolution
    nodes: Nodes
    items: Items
    judgements: Judgements

    def doubts(self, doubts: Sequence[Doubt]) -> None:
        """One finding a doubt, accepted once a person has settled it."""
        holding = self.judgements.holding().values()
        settled = {j.about[0].removeprefix("doubt:") for j in holding if j.decision is Decision.SETTLED}
        for doubt in doubts:
            own, former = doubt_id(doubt, self.sources.documents), former_id(doubt, self.sources.documents)
            source = self.sources.place(doubt.evidence)
            known: Properties = {
                "name": masked(doubt.reason.text("zh"))[:80],
                "kind": "doubt",
                "status": "accepted" if {own, former} & settled else "open",
                "why": masked(doubt.reason.stored()),
                "rule": doubt.rule,
                **{name: source[name] for name in ("file", "line", "quote")},
            }
            about = NodeRef("Notice", str(source["notice"])) if source["notice"] else None
            self._put(f"doubt:{own}", self.sources.scope(doubt.evidence.doc), known, [about])

    def counts(self, corpus: Corpus) -> None:
        """One finding for each number that a source states of its own facts: open where it is not what was found, else `agrees`."""
        for record in corpus.context:
            if not isinstance(record, CountRecord):
                continue
            notice = self.sources.documents.notice(record.doc, record.start)
            passages = self.sources.passages.get(record.doc)
            passage = passages.at(record.start) if passages else None
            quote = passage.text[record.start - passage.start : record.end - passage.start] if passage else None
            kind = "claimed_total" if record.what in CLAIMED else "stated_count"
            known: Properties = {
                "name": f"{record.what}: {record.stated}",
                "kind": kind,
                "status": "agrees" if record.stated == record.found else "open",
                "why": reason("stated_count", what=record.what, stated=record.stated, found=record.found).stored(),
                "file": record.doc,
                "line": passage.line + passage.text[: record.start - passage.start].count("\n") if passage else None,
                "quote": masked(quote),
                "stated": record.stated,
                "found": record.found,
            }
            key = f"{kind}:{self.sources.document_key(record.doc)[:16]}:{record.start}:{record.what}"
            self._put(key, self.sources.scope(record.doc), known, [self.nodes.notice(notice) if notice else None])

    def proposals(self, scope_of: dict[str, str]) -> None:
        """Pairs that may be one: open where resolution proposes them, rejected where a person said no."""
        for proposal in self.resolution.proposals:
            left, right = self.resolution.by_key[proposal.left], self.resolution.by_key[proposal.right]
            self._pair(proposal, left, right, "open", scope_of)
        for judgement in self.judgements.pairs(Decision.NOT_SAME):
            one, other = judgement.about
            known = self.resolution.by_mention
            if one in known and other in known and known[one].key != known[other].key:
                code = "kept_apart_because" if judgement.why else "kept_apart"
                why = reason(code, who=judgement.who, why=judgement.why)
                refused = Proposal(known[one].key, known[other].key, (one, other), known[one].kind, 0.0, why)
                self._pair(refused, known[one], known[other], "rejected", scope_of)

    def homonyms(self, scope_of: dict[str, str]) -> None:
        """Several of one name in one place, without evidence that they are one or that they are not."""
        same: dict[tuple[str, str, str], list[Cluster]] = defaultdict(list)
        for cluster in self.resolution.clusters:
            if cluster.homonym and cluster.key in scope_of:
                same[cluster.kind.value, cluster.jurisdiction, cluster.name].append(cluster)
        for (kind, place, name), some in sorted(same.items()):
            if len(some) > 1:
                known_place = jurisdiction(place)
                if known_place:
                    why = reason("homonyms", place=known_place.name, count=len(some), name=name)
                else:
                    why = reason("homonyms_somewhere", count=len(some), name=name)
                known: Properties = {"name": masked(name), "kind": "homonym", "status": "open"}
                known["why"] = masked(why.stored())
                about = [self.nodes.of(cluster, scope_of[cluster.key]) for cluster in some]
                self._put(f"homonym:{kind}:{place}:{name}", min(scope_of[c.key] for c in some), known, about)

    def conflicts(
        self,
        conflicts: Iterable[Conflict],
        tenures: dict[str, Tenure],
        facts: dict[str, Fact],
        posts: dict[str, NodeRef],
    ) -> None:
        """Claims that exclude each other, about the officials and posts or the parties that they claim."""
        for conflict in conflicts:
            about: list[NodeRef | None] = []
            evidence: list[Fact] = []
            for claim in conflict.about:
                if claim in tenures:
                    tenure = tenures[claim]
                    about += [NodeRef("Official", tenure.official), posts.get(claim)]
                    evidence += [facts[fact_id] for fact_id in tenure.facts if fact_id in facts]
                elif claim in facts:
                    fact = facts[claim]
                    about += [self._ref(fact, left) for left in (True, False)]
                    evidence.append(fact)
            if not evidence:
                continue
            source = self.sources.place(evidence[0].evidence)
            known: Properties = {
                "name": masked(conflict.why.text("zh"))[:80],
                "kind": "conflict",
                "status": "open",
                "rule": conflict.kind,
                "why": masked(conflict.why.stored()),
                **{name: source[name] for name in ("file", "line", "quote")},
            }
            scope = min(self.sources.scope(fact.evidence.doc) for fact in evidence)
            self._put(f"conflict:{conflict.kind}:{'+'.join(conflict.about)}", scope, known, about)

    def _ref(self, fact: Fact, left: bool) -> NodeRef:
        party = fact.subject if left else fact.object
        if party.kind is Kind.TASK:
            return self.items.of(fact, party)
        return self.nodes.of(self.resolution.of(fact, party), self.sources.scope(fact.evidence.doc))

    def _pair(self, proposal: Proposal, left: Cluster, right: Cluster, status: str, scope_of: dict[str, str]) -> None:
        if left.key not in scope_of or right.key not in scope_of:
            return
        known: Properties = {
            "name": masked(f"{left.name} / {right.name}"),
            "kind": "possible_same",
            "status": status,
            "score": proposal.score,
            "why": masked(proposal.why.stored()),
            "mentions": proposal.about,
        }
        about = [self.nodes.of(cluster, scope_of[cluster.key]) for cluster in (left, right)]
        scope = min(scope_of[left.key], scope_of[right.key])
        self._put(f"possible_same:{'+'.join(proposal.about)}", scope, known, about)

    def _put(self, key: str, scope: str, known: Properties, about: Iterable[NodeRef | None]) -> None:
        stated = {name: value for name, value in known.items() if value is not None}
        finding = self.draft.node("Finding", key, scope, stated)
        for thing in about:
            if thing is not None and thing in self.draft.nodes:
                self.draft.edge("ABOUT", finding, thing, scope)
