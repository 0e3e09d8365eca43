"""What a projection is made of: the facts, doubts, context and passages of all documents of a workspace.

In:  extractions. Out: one Corpus, in a fixed order whatever the order of the documents.
"""

import bisect
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.facts import Context, DocumentRecord, Doubt, Evidence, Fact, ItemRecord, NoticeRecord, Passage
from extract.figures import FigureRecord
from graph.ids import Documents
from graph.jurisdictions import UNKNOWN


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that is known, document by document."""

    facts: tuple[Fact, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    context: tuple[Context, ...] = ()
    passages: tuple[Passage, ...] = ()
    gazettes: Mapping[str, str] = field(default_factory=dict)  # document → the gazette's name, where a manifest says it
    documents: Documents = field(default_factory=Documents)

    @classmethod
    def of(
        cls,
        facts: Iterable[Fact] = (),
        doubts: Iterable[Doubt] = (),
        context: Iterable[Context] = (),
        passages: Iterable[Passage] = (),
        gazettes: Mapping[str, str] | None = None,
    ) -> "Corpus":
        """The corpus in its fixed order."""
        ordered = tuple(sorted(context, key=_context_order))
        return cls(
            tuple(sorted(facts, key=_fact_order)),
            tuple(sorted(doubts, key=lambda d: (*_where(d.evidence), d.rule, d.reason))),
            ordered,
            tuple(sorted(passages, key=lambda p: (p.doc, p.start, p.end))),
            gazettes or {},
            Documents.of(ordered),
        )

    def by_jurisdiction(self) -> dict[str, "Corpus"]:
        """The documents of each jurisdiction by themselves, in the order of their codes; `unknown` where nothing says whose a document is."""
        parts: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        codes: dict[str, str] = {}

        def part(doc: str) -> dict[str, list[Any]]:
            if doc not in codes:
                codes[doc] = self.documents.jurisdiction(doc) or UNKNOWN
            return parts[codes[doc]]

        for fact in self.facts:
            part(fact.evidence.doc)["facts"].append(fact)
        for doubt in self.doubts:
            part(doubt.evidence.doc)["doubts"].append(doubt)
        for record in self.context:
            part(record.doc)["context"].append(record)
        for passage in self.passages:
            part(passage.doc)["passages"].append(passage)
        if len(parts) == 1:
            return dict.fromkeys(parts, self)
        return {code: Corpus.of(**parts[code], gazettes=self.gazettes) for code in sorted(parts)}


@dataclass(frozen=True, slots=True)
class PassagesOf:
    """The passages of one document, found by offset."""

    starts: Sequence[int]
    passages: Sequence[Passage]

    def at(self, offset: int) -> Passage | None:
        """The passage that holds the offset."""
        position = bisect.bisect_right(self.starts, offset) - 1
        if position < 0 or offset >= self.passages[position].end:
            return None
        return self.passages[position]


def _where(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.doc, evidence.start, evidence.end


def _fact_order(fact: Fact) -> tuple[object, ...]:
    return (
        *_where(fact.evidence),
        fact.relation.value,
        fact.subject.kind.value,
        fact.subject.name,
        -1 if fact.subject.start is None else fact.subject.start,
        fact.object.kind.value,
        fact.object.name,
        -1 if fact.object.start is None else fact.object.start,
        fact.role or "",
        fact.date or "",
        fact.rule,
        tuple(fact.qualifiers.stated().items()),
    )


def _context_order(record: Context) -> tuple[object, ...]:
    if isinstance(record, DocumentRecord):
        return record.doc, 0, 0, 0, record.sha256
    if isinstance(record, NoticeRecord):
        return record.doc, 1, record.start, record.end, ""
    if isinstance(record, ItemRecord):
        return record.doc, 2, record.start, record.end, record.text
    if isinstance(record, FigureRecord):
        return record.doc, 3, record.start, record.end, record.unit
    return record.doc, 4, record.start, record.end, record.what
