"""A fact → the evidence properties of its relationship: where it stands, what it says, from when to when; and the documents as printed.

In:  a fact, its id, the documents and passages. Out: properties, and a Printed a document, private mobile numbers covered.

    2022-04 → date 2022-04-01, date_latest 2022-04-30, date_text 2022-04
    二、建成云湖大桥工程。 → PrintedPassage("1f0c…:p412", "1f0c…:371", line 24, 412, 422, "二、建成云湖大桥工程。")
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extract.facts import Evidence, Fact, NoticeRecord, Passage
from extract.private import masked
from graph.corpus import Corpus, PassagesOf
from graph.ids import Documents
from graph.jurisdictions import UNKNOWN
from graph.projection.elements import Printed, PrintedPassage, Value
from graph.time.spans import bounds
from graph.time.validity import Validity

Properties = dict[str, Value]


def day(text: str | None) -> date | None:
    """The date of an ISO day; None for none, and for one that no calendar has (2月30日)."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def dated(text: str | None) -> tuple[date | None, date | None]:
    """The first and the last day of a date as precise as printed; None, None for none, and for one that no calendar has."""
    if not text:
        return None, None
    try:
        first, last = bounds(text)
    except (ValueError, IndexError):
        return None, None
    return day(first), day(last)


@dataclass(frozen=True, slots=True)
class Sources:
    """Where evidence stands: the keys of its document, notice and passage, and its scope."""

    documents: Documents
    passages: dict[str, PassagesOf]

    @classmethod
    def of(cls, corpus: Corpus) -> "Sources":
        """The sources of a corpus; where no passages came with a document, its quotations are the passages."""
        by_doc: dict[str, list[Passage]] = defaultdict(list)
        for passage in corpus.passages:
            by_doc[passage.doc].append(passage)
        quotes: dict[str, dict[tuple[int, int], Passage]] = defaultdict(dict)
        for evidence in _evidence(corpus):
            if evidence.doc not in by_doc and evidence.quote:
                passage = Passage(evidence.doc, evidence.start, evidence.end, evidence.line, evidence.quote)
                quotes[evidence.doc].setdefault((evidence.start, evidence.end), passage)
        for doc, printed in quotes.items():
            by_doc[doc] = [printed[span] for span in sorted(printed)]
        index = {doc: PassagesOf([p.start for p in some], some) for doc, some in sorted(by_doc.items())}
        return cls(corpus.documents, index)

    def scope(self, doc: str) -> str:
        """The jurisdiction of a document, `unknown` where nothing says it."""
        return self.documents.jurisdiction(doc) or UNKNOWN

    def document_key(self, doc: str) -> str:
        """The key of a document's node."""
        return self.documents.sha256(doc)

    def notice_key(self, notice: NoticeRecord) -> str:
        """The key of a notice's node."""
        return f"{self.document_key(notice.doc)}:{notice.start}"

    def passage_key(self, passage: Passage) -> str:
        """The key of a passage's node."""
        return f"{self.document_key(passage.doc)}:p{passage.start}"

    def place(self, evidence: Evidence) -> Properties:
        """File, line, span, quotation, and the keys of document, notice and passage."""
        notice = self.documents.notice(evidence.doc, evidence.start)
        passages = self.passages.get(evidence.doc)
        passage = passages.at(evidence.start) if passages else None
        return {
            "file": evidence.doc,
            "line": evidence.line,
            "span_start": evidence.start,
            "span_end": evidence.end,
            "quote": masked(evidence.quote),
            "document": self.document_key(evidence.doc),
            "notice": self.notice_key(notice) if notice else None,
            "passage": self.passage_key(passage) if passage else None,
        }

    def of_fact(self, fact: Fact) -> Properties:
        """All evidence properties of a fact."""
        first, last = dated(fact.date)
        return self.place(fact.evidence) | {
            "role": fact.role,
            "date": first,
            "date_latest": last,
            "date_text": fact.date,
            "rule": fact.rule,
        }


def validity_properties(validity: Validity | None) -> Properties:
    """From when to when a standing responsibility holds."""
    if validity is None:
        return {}
    return {
        "valid_from": day(validity.valid_from),
        "valid_to": day(validity.valid_to),
        "valid_basis": validity.basis.value,
        "last_confirmed": day(validity.last_confirmed),
    }


def printed_of(corpus: Corpus, sources: Sources) -> tuple[Printed, ...]:
    """All documents of a corpus in the order of their names."""
    documents = corpus.documents
    return tuple(_printed(doc, corpus, sources) for doc in sorted({*documents.records, *sources.passages}))


def name_of(doc: str, corpus: Corpus) -> str:
    """What a document is called: the gazette as a manifest names it, its issue, else its file."""
    record = corpus.documents.records.get(doc)
    return corpus.gazettes.get(doc) or (record.issue if record else None) or doc


def _printed(doc: str, corpus: Corpus, sources: Sources) -> Printed:
    record = corpus.documents.records.get(doc)
    held = sources.passages.get(doc)
    passages = []
    for passage in held.passages if held else ():
        notice = corpus.documents.notice(doc, passage.start)
        key = sources.notice_key(notice) if notice else None
        text = masked(passage.text)
        where = passage.line, passage.start, passage.end
        passages.append(PrintedPassage(sources.passage_key(passage), key, *where, text))
    return Printed(
        sources.document_key(doc),
        doc,
        name_of(doc, corpus),
        record.issue if record else None,
        corpus.documents.jurisdiction(doc),
        tuple(passages),
    )


def _evidence(corpus: Corpus) -> Iterable[Evidence]:
    yield from (fact.evidence for fact in corpus.facts)
    yield from (doubt.evidence for doubt in corpus.doubts)
