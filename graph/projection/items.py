"""Items as printed → nodes of their own: where they stand, what they are due, what they rest on, which undertaking they are of.

In:  the item records of a corpus, and the facts that name tasks. Out: nodes and relationships put into a Draft.

    1.新建公园3个。 县园林局 6月底前 → (:Item {key: document + span, number: 1., deadline: 6月底前, due: [2022-06-30]})
    -[:IN]->(:Notice), -[:OF]->(:Task), -[:UNDER]->(:Policy) that the notice names after 根据
"""

import bisect
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.facts import Evidence, Fact, ItemRecord, Kind, Party, Relation
from extract.names.dates import due_dates, said_due
from extract.private import masked
from graph.corpus import Corpus
from graph.identity.clusters import BODIES, Cluster, Resolution
from graph.identity.keys import TASK, key_of
from graph.ids import normal_item, normal_name
from graph.lexicon import word_entries
from graph.projection.draft import Draft
from graph.projection.elements import NodeRef
from graph.projection.evidence import Properties, Sources, dated
from graph.projection.nodes import Nodes, targets
from graph.time.spans import bounds, is_day

TITLE = re.compile(r"《([^《》]{2,100})》")
LEADING_WORD = "牵头"
Span = tuple[str, int, int]
Section = tuple[str, int, str | None, str]  # document, notice, annex, words of the section


@dataclass(frozen=True, slots=True)
class Printed:
    """One item as a document prints it."""

    doc: str
    start: int
    end: int
    text: str
    record: ItemRecord | None = None
    fact: Fact | None = None  # the first fact that names it


@dataclass(slots=True)
class Items:
    """All items, and what finds the node of one."""

    draft: Draft
    sources: Sources
    resolution: Resolution
    nodes: Nodes
    stated: Sequence[Fact]
    printed: dict[Span, Printed] = field(default_factory=dict)
    facts: dict[Span, list[Fact]] = field(default_factory=lambda: defaultdict(list))

    def of(self, fact: Fact, party: Party) -> NodeRef:
        """The node of the item that a fact names."""
        return self.ref(_span(fact, party))

    def ref(self, span: Span) -> NodeRef:
        """The node of an item by its place."""
        doc, start, end = span
        return NodeRef("Item", f"{self.sources.document_key(doc)}:i{start}-{end}")

    def put(self) -> None:
        """Nodes, and what binds them to notices, undertakings, sections and policies."""
        clusters = {
            _span(fact, party): self.resolution.of(fact, party)
            for facts in self.facts.values()
            for fact in facts
            for party in (fact.subject, fact.object)
            if party.kind is Kind.TASK
        }
        for span, printed in sorted(self.printed.items()):
            scope = self.sources.scope(printed.doc)
            item = self.draft.node("Item", self.ref(span).key, scope, self._properties(printed))
            cluster = clusters.get(span)
            task = self.nodes.of(cluster, scope) if cluster else self._alone(printed, scope)
            self.draft.edge("OF", item, task, scope)
            notice = self.sources.documents.notice(printed.doc, printed.start)
            if notice is not None:
                self.draft.edge("IN", item, self.nodes.notice(notice), scope)
        for measure, goal in self._sections():
            self.draft.edge("WITHIN", self.ref(measure), self.ref(goal), self.sources.scope(measure[0]))
        self._grounds()

    def _properties(self, printed: Printed) -> Properties:
        record, fact = printed.record, printed.fact
        deadline = record.deadline if record else fact.qualifiers.deadline if fact else None
        notice = self.sources.documents.notice(printed.doc, printed.start)
        stated = fact.date if fact and fact.date else notice.dated if notice else None
        source = self.sources.place(
            Evidence(printed.doc, printed.start, printed.end, self._line(printed), printed.text)
        )
        known: Properties = {
            "name": masked(printed.text),
            "deadline": masked(deadline),
            "due": _due(record, deadline, stated),
            "due_said": None if deadline else _due_said(printed.text, stated),
            "basis": masked(record.basis if record else fact.qualifiers.basis if fact else None),
            "dated": dated(stated)[0],
            "dated_text": stated,
            **{name: value for name, value in source.items() if name != "quote"},
        }
        if record is not None:
            known |= {
                "number": record.number,
                "section": masked(record.section),
                "annex": masked(record.annex),
                "subtitle": masked(record.subtitle),
                "aggregates": record.aggregates or None,
                "unnamed": tuple(masked(one) for one in record.unnamed) or None,
            }
        return known

    def _line(self, printed: Printed) -> int:
        passages = self.sources.passages.get(printed.doc)
        passage = passages.at(printed.start) if passages else None
        if passage is not None:
            return passage.line + passage.text[: printed.start - passage.start].count("\n")
        return printed.fact.evidence.line if printed.fact else 1

    def _alone(self, printed: Printed, scope: str) -> NodeRef:
        """The task of an item that nobody answers for by name: prints of the same words for the same aggregates are one."""
        record = printed.record
        text, place_key = masked(printed.text), self.ref((printed.doc, printed.start, printed.end)).key
        whose = "、".join(sorted({*record.aggregates, *record.unnamed})) if record else ""
        words = f"{normal_item(record.basis or '')}/{normal_item(printed.text)}" if record else ""
        key = key_of(scope, TASK, whose, words) if whose else key_of(scope, TASK, place_key)
        notice = self.sources.documents.notice(printed.doc, printed.start)
        year = int(notice.dated[:4]) if notice and notice.dated else None
        return self.draft.node("Task", key, scope, {"name": text, "measures": targets(text), "year": year})

    def _sections(self) -> Iterator[tuple[Span, Span]]:
        """Measure and the goal of its section: the section's first item, which its own 牵头部门 leads."""
        sections: dict[Section, list[Span]] = defaultdict(list)
        for span, printed in sorted(self.printed.items()):
            record = printed.record
            if record is not None and record.section:
                sections[record.doc, record.notice, record.annex, record.section].append(span)
        for first, *others in sections.values():
            words = set(self._roles(first, LEADING_WORD))  # a measure may have a 牵头单位 of its own below a 牵头部门
            own = {word for other in others for word in self._roles(other, LEADING_WORD)}
            if self._is_goal(first) and not words & own:
                yield from ((other, first) for other in others)
        yield from self._below_goals(sections)

    def _below_goals(self, sections: Mapping[Section, Sequence[Span]]) -> Iterator[tuple[Span, Span]]:
        """Measure and the goal of its own row, which the measure's section ends with: 五、纳税/减少纳税次数 below 减少纳税次数."""
        for (doc, notice, annex, section), goals in sections.items():
            named: dict[str, list[Span]] = defaultdict(list)
            for goal in filter(self._is_goal, goals):
                named[self.printed[goal].text].append(goal)
            for text, prints in named.items():
                for measure in sections.get((doc, notice, annex, f"{section}/{text}"), ()):
                    before = [goal for goal in prints if goal < measure]
                    yield from ((measure, goal) for goal in before[-1:])

    def _is_goal(self, span: Span) -> bool:
        facts = [fact for fact in self.facts.get(span, ()) if fact.subject.kind in BODIES]
        leads = [fact for fact in facts if fact.relation is Relation.LEADS]
        return bool(leads) and len(leads) == len(facts) and len(self._roles(span, LEADING_WORD)) == len(leads)

    def _roles(self, span: Span, word: str) -> list[str]:
        return [fact.role for fact in self.facts.get(span, ()) if fact.role and word in fact.role]

    def _grounds(self) -> None:
        """UNDER: the policies that items rest on, by their own words, their column of grounds, or their notice's preamble."""
        by_doc: dict[str, list[Span]] = defaultdict(list)
        for span in sorted(self.printed):
            by_doc[span[0]].append(span)
        starts = {doc: [span[1] for span in spans] for doc, spans in by_doc.items()}
        for fact in self.stated:
            doc = fact.evidence.doc
            if fact.relation is not Relation.CITES or doc not in by_doc:
                continue
            position = bisect.bisect_right(starts[doc], fact.evidence.start) - 1
            inside = [span for span in by_doc[doc][max(position, 0) : position + 1] if fact.evidence.start < span[2]]
            if inside and fact.role in _words("item"):
                self._under(inside[0], fact, "item")
            elif not inside and fact.role in _words("notice"):
                notice = self.sources.documents.notice(doc, fact.evidence.start)
                if notice is not None:
                    first = bisect.bisect_left(starts[doc], notice.start)
                    last = bisect.bisect_left(starts[doc], notice.end)
                    for span in by_doc[doc][first:last]:
                        self._under(span, fact, "notice")
        self._columns_of_grounds()

    def _under(self, span: Span, fact: Fact, basis: str) -> None:
        scope = self.sources.scope(span[0])
        policy = self.nodes.of(self.resolution.of(fact, fact.object), scope)
        item = self.ref(span)
        known: Properties = {"basis": basis, "cites": self.sources.documents.fact_id(fact)}
        known |= {name: value for name, value in self.sources.of_fact(fact).items() if name in UNDER_PLACE}
        self.draft.edge("UNDER", item, policy, scope, {k: v for k, v in known.items() if v is not None})

    def _columns_of_grounds(self) -> None:
        """What a column of grounds names in 《》, where a policy of that name is known."""
        named: dict[str, Cluster] = {}
        for cluster in self.resolution.of_kind(Kind.POLICY):
            for use in cluster.names:
                named.setdefault(normal_name(use.name), cluster)
        for span, printed in sorted(self.printed.items()):
            basis = printed.record.basis if printed.record else None
            for title in TITLE.findall(basis or ""):
                columns = named.get(normal_name(title))
                if columns is not None:
                    scope = self.sources.scope(span[0])
                    policy = self.nodes.of(columns, scope)
                    self.draft.edge("UNDER", self.ref(span), policy, scope, {"basis": "item", "quote": masked(basis)})


UNDER_PLACE = {"role", "date", "date_text", "file", "line", "quote", "document", "notice", "passage"}


def items_of(
    draft: Draft, corpus: Corpus, sources: Sources, resolution: Resolution, nodes: Nodes, facts: Sequence[Fact]
) -> Items:
    """The items of a corpus, put into the draft: one a record, and one a place at which facts name a task."""
    records: dict[str, list[ItemRecord]] = defaultdict(list)
    for record in corpus.context:
        if isinstance(record, ItemRecord):
            records[record.doc].append(record)
    items = Items(draft, sources, resolution, nodes, facts)
    starts = {doc: [record.start for record in some] for doc, some in records.items()}
    for fact in facts:
        for party in (fact.subject, fact.object):
            if party.kind is Kind.TASK:
                span = _span(fact, party)
                if span not in items.printed:
                    known = _record_at(records, starts, span)
                    items.printed[span] = Printed(*span, party.name, known, fact)
                items.facts[span].append(fact)
    spoken_of = {id(printed.record) for printed in items.printed.values()}
    for record in (one for some in records.values() for one in some):
        if id(record) not in spoken_of:
            items.printed[record.doc, record.start, record.end] = Printed(
                record.doc, record.start, record.end, record.text, record
            )
    items.put()
    return items


def _record_at(
    records: Mapping[str, Sequence[ItemRecord]], starts: Mapping[str, Sequence[int]], span: Span
) -> ItemRecord | None:
    """The record of the item that begins here, else the one that it lies in."""
    doc, start, _ = span
    position = bisect.bisect_right(starts.get(doc, ()), start) - 1
    record = records[doc][position] if position >= 0 else None
    return record if record is not None and start < record.end else None


def _span(fact: Fact, party: Party) -> Span:
    if party.start is None or party.end is None:
        return fact.evidence.doc, fact.evidence.start, fact.evidence.end
    return fact.evidence.doc, party.start, party.end


def _due(record: ItemRecord | None, deadline: str | None, stated: str | None) -> tuple[str, ...] | None:
    """The last day of each date of a deadline: 4月底前完成方案,10月建成 → 2022-04-30, 2022-10-31."""
    year = int(stated[:4]) if stated and stated[:4].isdecimal() else None
    days = record.due if record is not None and record.due else due_dates(deadline or "", year)
    return tuple(dict.fromkeys(bounds(one)[1] for one in days if is_day(one))) or None


def _due_said(text: str, stated: str | None) -> tuple[str, ...] | None:
    """The last day of each date by which an item without a deadline of its own is to be done, as its words say."""
    year = int(stated[:4]) if stated and stated[:4].isdecimal() else None
    days = (bounds(one)[1] for one in said_due(text, year) if is_day(one) and one >= f"{year or 0:04d}")
    return tuple(dict.fromkeys(days)) or None


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(word for entry in word_entries("grounds.toml", table) for word in entry.words)
