"""The documents as printed, passage by passage: what a reader opens and a search reads, kept beside the graph and not in it.

In:  a corpus and where its evidence stands. Out: a Printed a document, private numbers covered.

    二、建成云湖大桥工程。 → PrintedPassage("1f0c…:p412", "1f0c…:371", line 24, 412, 422, "二、建成云湖大桥工程。")
"""

import hashlib
from dataclasses import astuple, dataclass
from functools import cached_property

from extract.private import masked
from graph.corpus import Corpus
from graph.projection.evidence import Sources


@dataclass(frozen=True, slots=True)
class PrintedPassage:
    """A paragraph or table row: its key, the key of its notice, where it stands, and what it says."""

    key: str
    notice: str | None
    line: int | None
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Printed:
    """One document: its key, its names as a citation gives them, whose it is, and its passages in order."""

    key: str
    file: str
    name: str
    issue: str | None
    jurisdiction: str | None
    passages: tuple[PrintedPassage, ...]

    @cached_property
    def digest(self) -> str:
        """What stands for all of it."""
        digest = hashlib.sha256(repr((self.key, self.file, self.name, self.issue, self.jurisdiction)).encode())
        for passage in self.passages:
            digest.update(repr(astuple(passage)).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:16]


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
    found = sources.passages.get(doc)
    passages = []
    for passage in found.passages if found else ():
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
