"""What a projection is made of: the facts, doubts, context and passages of all documents of a workspace.

In:  extractions. Out: one Corpus, in a fixed order whatever the order of the documents.
"""

import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from extract.document import Document
from extract.errors import ReadError
from extract.facts import Context, DocumentRecord, Doubt, Evidence, Fact, ItemRecord, NoticeRecord
from extract.figures import FigureRecord
from extract.private import masked
from extract.text.segment import notices
from graph.ids import Documents


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or table row of the source, as printed; what a quotation is shown in."""

    doc: str
    start: int
    end: int
    line: int
    text: str

    def to_json(self) -> dict[str, Any]:
        """One line of a workspace's passages file."""
        return asdict(self)

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> "Passage":
        """The passage of one line; raises ReadError for a line of another shape."""
        try:
            return cls(**row)
        except TypeError as error:
            raise ReadError(f"a passage is not as it should be: {error}") from error


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
        facts: Iterable[Fact],
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


@dataclass(frozen=True, slots=True)
class PassagesOf:
    """The passages of one document, found by offset."""

    starts: Sequence[int]
    passages: Sequence[Passage]

    def at(self, offset: int) -> Passage | None:
        """The passage that holds the offset."""
        place = bisect.bisect_right(self.starts, offset) - 1
        if place < 0 or offset >= self.passages[place].end:
            return None
        return self.passages[place]


def document_passages(document: Document) -> list[Passage]:
    """The passages of a document: the paragraphs and rows of its notices, and what stands between them."""
    return passages_of(document, sorted((b.start, b.end) for notice in notices(document) for b in notice.blocks))


def passages_of(document: Document, spans: Iterable[tuple[int, int]]) -> list[Passage]:
    """The spans of a document as passages, private mobile numbers covered."""
    return [
        Passage(document.name, start, end, document.line_of(start), masked(document.text[start:end]))
        for start, end in spans
    ]


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
