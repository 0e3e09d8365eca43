"""Facts that were extracted elsewhere, read at the door: all of them are checked before any is stored.

In:  FACTS.jsonl, context, doubts and passages beside it. Out: Given, or a ReadError that names file, line and field.

Each row is of the shape that the facts format says (`shapes`); each document has one hash and each hash one document; where passages
come with the facts, or are known here, every span lies in them and every quotation is what they hold.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from extract.errors import ReadError
from extract.facts import CONTEXT_IS, Context, DocumentRecord, Doubt, Evidence, Fact, Passage, context_from_json
from extract.output.json_lines import line_in, row_of
from extract.wording.reasons import Reason, reason
from graph.ids import Documents
from graph.keeping.shapes import check_shape

T = TypeVar("T")
STANDARD = "-"
BOM = "\ufeff"
COVERED = "*"  # what stands for a digit of a private number in a passage


@dataclass(frozen=True, slots=True)
class Given:
    """What was given, checked; `places` says where each fact and doubt stands, for what is found wrong later."""

    facts: tuple[Fact, ...] = ()
    context: tuple[Context, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    passages: tuple[Passage, ...] = ()
    places: Mapping[int, str | Reason] = field(default_factory=dict, compare=False)  # id of an evidence → file and line


def fact_of(row: dict[str, Any], where: str | Reason) -> Fact:
    """The fact of a row from outside; raises ReadError that names the place and the field."""
    return _made(Fact, Fact.from_json, row, where)


@dataclass(frozen=True, slots=True)
class _WrittenDoubt:
    """A doubt as its line has it; a value may be a reason of its own."""

    evidence: Evidence
    rule: str
    code: str
    values: dict[str, str | dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _WrittenDoubtBefore:
    """A doubt as version 0.1 wrote it: a sentence."""

    evidence: Evidence
    rule: str
    why: str


def doubt_of(row: dict[str, Any], where: str | Reason) -> Doubt:
    """The doubt of a row from outside."""
    check_shape(_WrittenDoubtBefore if "why" in row else _WrittenDoubt, row, where)
    return _named(Doubt.from_json, row, where)


def passage_of(row: dict[str, Any], where: str | Reason) -> Passage:
    """The passage of a row from outside; raises ReadError for one of another shape."""
    passage = _made(Passage, Passage.from_json, row, where)
    if len(passage.text) != passage.end - passage.start:
        raise ReadError("given_length", where=where, count=len(passage.text), span=passage.end - passage.start)
    return passage


def context_of(row: dict[str, Any], where: str | Reason) -> Context:
    """The context record of a row from outside; raises ReadError for one of another shape."""
    kind = CONTEXT_IS.get(row["is"]) if isinstance(row.get("is"), str) else None
    if kind is None:
        raise ReadError("given_context", where=where, known=", ".join(CONTEXT_IS))
    check_shape(kind, {key: value for key, value in row.items() if key != "is"}, where)
    return _named(context_from_json, row, where)


def _made(kind: type[T], make: Callable[[dict[str, Any]], T], row: dict[str, Any], where: str | Reason) -> T:
    if kind is Fact and (missing := {one.name for one in fields(Fact)} - set(row)):
        raise ReadError("given_lacks", where=where, key=repr(sorted(missing)[0]))
    check_shape(kind, row, where)
    return _named(make, row, where)


def _named(make: Callable[[dict[str, Any]], T], row: dict[str, Any], where: str | Reason) -> T:
    try:
        return make(row)
    except ReadError as error:
        raise ReadError("path_refused", path=where, why=error) from error


def read_given(paths: Sequence[Path], context: Path | None = None, doubts: Path | None = None) -> Given:
    """All that some facts files hold, with what stands beside them (X.context.jsonl …); `-` is standard input."""
    places: dict[int, str | Reason] = {}
    facts: list[Fact] = []
    records: list[Context] = []
    unsettled: list[Doubt] = []
    passages: list[Passage] = []
    for path in paths:
        for where, row in _rows(path):
            facts.append(fact_of(row, where))
            places[id(facts[-1].evidence)] = where
        if str(path) != STANDARD:
            passages += [passage_of(row, where) for where, row in _rows_beside(path, "passages")]
    for where, row in _rows_of_all(paths, context, "context"):
        records.append(context_of(row, where))
        places[id(records[-1])] = where
    for where, row in _rows_of_all(paths, doubts, "doubts"):
        unsettled.append(doubt_of(row, where))
        places[id(unsettled[-1].evidence)] = where
    given = Given(tuple(facts), tuple(records), tuple(unsettled), tuple(passages), places)
    _check_documents(given)
    return given


def check_quotes(given: Given, known: Callable[[str], Iterable[Passage]] = lambda sha256: ()) -> list[str]:
    """Raises ReadError where a quotation is not what the passages hold; the documents that have no passages to ask.

    `known` gives the passages of a document that was read here before, by its hash.
    """
    by_doc: dict[str, list[Passage]] = defaultdict(list)
    for passage in given.passages:
        by_doc[passage.doc].append(passage)
    documents = Documents.of(given.context)
    unasked: dict[str, None] = {}
    texts: dict[str, _Text] = {}
    stated: list[Fact | Doubt] = [*given.facts, *given.doubts]
    for one in stated:
        doc = one.evidence.doc
        if doc not in texts:
            texts[doc] = _Text.of(by_doc[doc] or known(documents.sha256(doc)))
        where = given.places.get(id(one.evidence), doc)
        if not texts[doc].passages:
            unasked[doc] = None
        elif fault := texts[doc].fault(one.evidence) or (
            texts[doc].fault_of_parties(one) if isinstance(one, Fact) else None
        ):
            raise ReadError("path_refused", path=where, why=fault)
    return list(unasked)


@dataclass(frozen=True, slots=True)
class _Text:
    """The passages of one document, in the order of the text."""

    passages: tuple[Passage, ...]
    end: int

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> "_Text":
        ordered = tuple(sorted(passages, key=lambda p: p.start))
        return cls(ordered, max((p.end for p in ordered), default=0))

    def fault(self, evidence: Evidence) -> Reason | None:
        """What is wrong with a quotation: it lies in no passage, or a passage holds something else there."""
        asked = False
        for passage in self._overlapping(evidence.start, evidence.end):
            start, end = max(passage.start, evidence.start), min(passage.end, evidence.end)
            here = evidence.quote[start - evidence.start : end - evidence.start]
            there = passage.text[start - passage.start : end - passage.start]
            asked = True
            if here != there and not _same_but_covered(here, there):
                return reason("quote_differs", at=start, there=repr(there[:30]), here=repr(here[:30]))
        if not asked and evidence.end > evidence.start:
            return reason("span_in_no_passage", span=f"[{evidence.start}, {evidence.end})")
        return None

    def fault_of_parties(self, fact: Fact) -> Reason | None:
        """What is wrong with the places of a fact's parties: they lie beyond the text."""
        for side, party in (("subject", fact.subject), ("object", fact.object)):
            if party.end is not None and party.end > self.end:
                return reason("party_beyond_text", side=side, end=party.end, last=self.end)
        return None

    def _overlapping(self, start: int, end: int) -> Iterator[Passage]:
        low, high = 0, len(self.passages)
        while low < high:  # the first passage that ends after the start: passages do not overlap
            middle = (low + high) // 2
            if self.passages[middle].end <= start:
                low = middle + 1
            else:
                high = middle
        for passage in self.passages[low:]:
            if passage.start >= end:
                return
            yield passage


def _same_but_covered(here: str, there: str) -> bool:
    return len(here) == len(there) and all(a == b or b == COVERED for a, b in zip(here, there, strict=True))


def _check_documents(given: Given) -> None:
    """One record a document, one document a hash: facts of two documents of one hash could not be told apart."""
    by_doc: dict[str, DocumentRecord] = {}
    by_hash: dict[str, str] = {}
    for record in given.context:
        if not isinstance(record, DocumentRecord):
            continue
        where = given.places.get(id(record), record.doc)
        if by_doc.setdefault(record.doc, record) != record:
            raise ReadError("given_records_differ", where=where, doc=repr(record.doc))
        if by_hash.setdefault(record.sha256, record.doc) != record.doc:
            raise ReadError("given_one_hash", where=where, doc=repr(record.doc), other=repr(by_hash[record.sha256]))


def _rows_of_all(paths: Sequence[Path], given: Path | None, what: str) -> Iterator[tuple[str | Reason, dict[str, Any]]]:
    if given:
        yield from _rows(given)
        return
    for path in paths:
        if str(path) != STANDARD:
            yield from _rows_beside(path, what)


def _rows_beside(path: Path, what: str) -> Iterator[tuple[str | Reason, dict[str, Any]]]:
    beside = path.with_name(f"{path.name.removesuffix('.jsonl')}.{what}.jsonl")
    if beside.exists():
        yield from _rows(beside)


def _rows(path: Path) -> Iterator[tuple[str | Reason, dict[str, Any]]]:
    """Each row with the words for where it stands."""
    name = reason("standard_input") if str(path) == STANDARD else path.name
    try:
        if str(path) == STANDARD:
            yield from numbered(sys.stdin, name)
        else:
            with path.open(encoding="utf-8-sig") as stream:
                yield from numbered(stream, name)
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError("cannot_be_read", name=path, fault=error) from error


def numbered(stream: Iterable[str], name: str | Reason) -> Iterator[tuple[str | Reason, dict[str, Any]]]:
    """The rows of a stream of lines, each with the words for where it stands."""
    for number, line in enumerate(stream, 1):
        if line.strip():
            where = line_in(name, number)
            yield where, row_of(line.removeprefix(BOM), where)
