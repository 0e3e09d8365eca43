"""One document → all that extraction finds in it: facts, doubts, context and passages, each fact verified.

In:  Document (read) → notices (segment) → facts (formats) → verified → accounts → a second look where they stay open
Out: Extraction; facts and doubts in the order of the text, each fact once a line

Whoever works with spaCy gets the same facts on Docs: `pipeline()` (extract/mentions.py).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.compiling.classes import classes_kept

with classes_kept():
    from extract.accounts import accounted
    from extract.collector import uncollected
    from extract.document import Document, Notice
    from extract.evidence.as_printed import as_printed, forms_of
    from extract.evidence.origin import origin_of
    from extract.evidence.passages import passages_of
    from extract.evidence.unknown import holds_unknown, unknown_characters
    from extract.evidence.verify import verified, verified_doubt
    from extract.facts import CountRecord, DocumentRecord, Doubt, Extraction, Fact, ItemRecord, NoticeRecord, Relation
    from extract.figures import FigureRecord
    from extract.formats import Found, found_in
    from extract.private import is_private, masked_record
    from extract.recogniser import facts_of, named_in, sights
    from extract.text.segment import notices

if TYPE_CHECKING:
    from spacy.language import Language


def pipeline() -> "Language":
    """Extraction as a spaCy pipeline, for whoever works with Docs; spaCy is imported only then."""
    from extract.mentions import pipeline as of_spacy

    return of_spacy()


def results_of(notice: Notice) -> Sequence[Found]:
    """What the formats find in a notice, in the order of its text."""
    return found_in(notice) if notice.blocks else ()


def extract_document(document: Document) -> Extraction:
    """The facts, doubts and context of a document, in the order of its text.

    Facts make no cycles; spaCy's parser leaves one small cycle a document that the recogniser is asked about, which waits.
    """
    with uncollected():
        return _extracted(document)


def _extracted(document: Document) -> Extraction:
    extraction = Extraction()
    parts = notices(document)
    document = parts[0].document if parts else document
    extraction.context.append(_document_record(document, parts))
    extraction.passages += passages_of(document, parts)
    private = is_private(document.text)
    forms = forms_of(document)
    for remark in document.remarks:
        doubt = Doubt(document.evidence(remark.start, remark.end), remark.rule, remark.code, dict(remark.values))
        extraction.doubts.append(verified_doubt(document, doubt))
    stated_before: set[tuple[object, ...]] = set()
    for notice in parts:
        extraction.context.append(masked_record(_notice_record(notice), "doc"))
        for result in results_of(notice):
            if isinstance(result, Fact):
                checked = verified(document, as_printed(_as_read(document, result), forms), private)
                if isinstance(checked, Doubt):
                    extraction.doubts.append(checked)
                elif (key := _key(checked)) not in stated_before:
                    stated_before.add(key)
                    extraction.facts.append(checked)
            elif isinstance(result, Doubt):
                extraction.doubts.append(verified_doubt(document, result))
            elif isinstance(result, (ItemRecord, FigureRecord, CountRecord)):
                extraction.context.append(masked_record(result, "doc"))
    extraction.cues, unread = accounted(document, parts, extraction)
    if seen := sights(parts, extraction.cues):
        stated = [verified(document, as_printed(_as_read(document, fact), forms), private) for fact in facts_of(seen)]
        new = [fact for fact in stated if isinstance(fact, Fact) and _key(fact) not in stated_before]
        if new:
            extraction.facts.extend(new)
            extraction.facts.sort(key=lambda fact: fact.evidence.start)
            extraction.cues, unread = accounted(document, parts, extraction)
        extraction.cues, unread = named_in(document, seen, extraction.cues, unread)
    extraction.doubts.extend(verified_doubt(document, doubt) for doubt in unread)
    if holds_unknown(document.text):
        unknown = list(unknown_characters(document, extraction.doubts))
        extraction.doubts.extend(verified_doubt(document, doubt) for doubt in unknown)
    return extraction


def _as_read(document: Document, fact: Fact) -> Fact:
    """The fact; of a document that OCR read it says so."""
    if document.reading != "ocr":
        return fact
    return replace(fact, qualifiers=replace(fact.qualifiers, reading="ocr"))


def _key(fact: Fact) -> tuple[object, ...]:
    """What makes a fact the same as one that another format found on the same line."""
    subject, thing = fact.subject, fact.object
    return (
        fact.relation,
        subject.kind,
        subject.name,
        thing.kind,
        thing.name,
        fact.role,
        fact.evidence.line,
        thing.start if fact.object.kind == "task" else None,
        fact.qualifiers.topic if fact.relation is Relation.ASSISTS else None,
    )


def _document_record(document: Document, parts: list[Notice]) -> DocumentRecord:
    origin = origin_of(document, parts)
    return DocumentRecord(
        doc=document.name,
        sha256=document.sha256,
        jurisdiction=origin.jurisdiction,
        issue=origin.issue,
        published=document.published,
        url=document.url,
        media=document.media,
        reading=document.reading,
        pages=document.page_lines(),
        because=origin.because,
    )


def _notice_record(notice: Notice) -> NoticeRecord:
    return NoticeRecord(
        doc=notice.document.name,
        notice=notice.index,
        start=notice.start,
        end=notice.end,
        number=notice.number,
        title=notice.title,
        issuer="、".join(issuer.name for issuer in notice.issuers) or None,
        dated=notice.dated,
        section=notice.section,
        page=notice.page,
    )
