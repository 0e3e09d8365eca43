"""The last gate of extraction: a fact whose evidence does not hold what it must becomes a doubt, never a silent error.

Asked of each fact: the quote is the source passage, holds the party that its line names and the object or the role (a group is
named, and a seat labelled, once for a list that may be longer than a quote; then the party alone), is at most 300 characters
unless it is a table row, and nothing in the fact is a private number: a quote is cut to the piece without one that holds the
party, names are masked. A line that is not that of the party is set right.
"""

from functools import lru_cache

from extract.clean import LAYOUT, MARK_UP, fold, in_order
from extract.document import Document
from extract.evidence.glued import glued_at
from extract.evidence.unknown import unknown_in
from extract.facts import NO_QUALIFIERS, Doubt, Evidence, Fact, Kind, Party, Qualifiers, Relation
from extract.private import LEAST, is_private, masked, masked_record, pieces_without, private_spans
from extract.slotted import changed
from extract.wording.reasons import Reason, reason

LONGEST_QUOTE = 300
FAR_TITLE = 20_000  # characters between the title that names an organ and a part of it
BODIES = (Kind.DEPARTMENT, Kind.STREET, Kind.GROUP)
LINE_OF_OBJECT = frozenset({Relation.ISSUED, Relation.CITES, Relation.REPEALS, Relation.REVOKES, Relation.CONCERNS})
LISTED_APART = frozenset({Kind.TASK, Kind.GROUP})  # what a list names once, above those of whom it says something
BEFORE_NUMBER, AFTER_NUMBER = " \t\u3000(（:：+＋", " \t\u3000)）、,，;；"
LEAST_SHARED_NAME = 2  # characters of a name put together from a shared prefix or tail that its quote must hold


def verified(document: Document, fact: Fact, private: bool = True) -> Fact | Doubt:
    """The fact, its quote and line set right where that is safe, or the doubt that says what it lacks.

    `private` says whether the document holds a private number anywhere.
    """
    party = fact.object if fact.relation in LINE_OF_OBJECT else fact.subject
    evidence = _trimmed(document, fact.evidence, party) if private else fact.evidence
    if party.start is not None and evidence.start <= party.start < evidence.end:
        line = document.line_of(party.start)
        if line != evidence.line:
            evidence = changed(evidence, line=line)
    fault = _fault(document, fact, evidence, party)
    if fault:
        return verified_doubt(document, Doubt(evidence, fact.rule, fault.code, fault.to_json()["values"]))
    sound = fact if evidence is fact.evidence or evidence == fact.evidence else changed(fact, evidence=evidence)
    subject, thing = fact.subject, fact.object
    if len(subject.name) >= LEAST:
        subject = _masked(subject)
    if len(thing.name) >= LEAST:
        thing = _masked(thing)
    qualifiers = fact.qualifiers
    if qualifiers is not NO_QUALIFIERS and _tell_private(qualifiers):
        qualifiers = masked_record(qualifiers)
    if subject is fact.subject and thing is fact.object and qualifiers is fact.qualifiers:
        return sound
    return changed(sound, subject=subject, object=thing, qualifiers=qualifiers)


@lru_cache(maxsize=1024)
def _tell_private(qualifiers: Qualifiers) -> bool:
    """Whether a text of the qualifiers holds a private number; those of a row are said of each of its units."""
    return masked_record(qualifiers) is not qualifiers


def verified_doubt(document: Document, doubt: Doubt) -> Doubt:
    """The doubt, its quote cut before a private number, its values masked."""
    evidence = without_private(document, doubt.evidence, doubt.evidence.start)
    values = {name: masked(value) for name, value in doubt.values.items()}
    return changed(doubt, evidence=evidence, values=values)


def without_private(document: Document, evidence: Evidence, held: int) -> Evidence:
    """The evidence, cut to the piece between private numbers that holds the source offset `held`, else to the first one."""
    if next(private_spans(document.text, evidence.start, evidence.end), None) is None:
        return evidence
    pieces = list(pieces_without(document.text, evidence.start, evidence.end))
    start, end = next((piece for piece in pieces if piece[0] <= held < piece[1]), (evidence.start, evidence.start))
    quote = document.text[start:end]
    if end < evidence.end:
        quote = quote.rstrip(BEFORE_NUMBER)
    if start > evidence.start:
        start += len(quote) - len(quote := quote.lstrip(AFTER_NUMBER))
    return changed(document.evidence(start, start + len(quote)), line=evidence.line)


def _masked(party: Party) -> Party:
    name = masked(party.name)
    return party if name == party.name else changed(party, name=name)


def _trimmed(document: Document, evidence: Evidence, party: Party) -> Evidence:
    if document.text[evidence.start : evidence.end] != evidence.quote:
        return evidence
    return without_private(document, evidence, evidence.start if party.start is None else party.start)


def _fault(document: Document, fact: Fact, evidence: Evidence, party: Party) -> Reason | None:
    quote = evidence.quote
    if not quote or document.text[evidence.start : evidence.end] != quote:
        return reason("quote_not_source")
    if len(quote) > LONGEST_QUOTE and not _is_row(document, evidence):
        return reason("quote_too_long", length=len(quote), most=LONGEST_QUOTE)
    if not _holds(evidence, party):
        return reason("quote_lacks_party", name=masked(party.name)[:30])
    if unknown_in(document, fact):
        return reason("character_unknown")
    if document.reading == "ocr" and (names := _glued(fact)):
        return reason("ocr_glued", first=masked(names[0])[:30], second=masked(names[1])[:30])
    other = fact.subject if party is fact.object else fact.object
    if (
        fact.relation not in LINE_OF_OBJECT
        and fact.subject.kind not in LISTED_APART
        and fact.object.kind not in LISTED_APART
        and not _holds(evidence, other)
        and not _too_far(document, fact, evidence, other)
        and not (fact.role and in_order(squash(fact.role), squash(quote)))
    ):
        return reason("quote_lacks_other", name=masked(other.name)[:30], role=fact.role or "")
    role, phone = fact.role, fact.qualifiers.phone
    if (role and len(role) >= LEAST and is_private(role)) or (phone and is_private(phone)):
        return reason("private_number")
    return None


def _glued(fact: Fact) -> tuple[str, str] | None:
    """The two bodies that one name of a fact is, where OCR lost the blank between them."""
    for party in (fact.subject, fact.object):
        if party.kind in BODIES and (length := glued_at(party.name)):
            return party.name[:length], party.name[length:]
    return None


def _too_far(document: Document, fact: Fact, evidence: Evidence, other: Party) -> bool:
    """Whether an inner organ stands further on, after the body that lists it than one quotation reaches, or only the title names that body."""
    if fact.relation is not Relation.PART_OF:
        return False
    if other.start is None:
        return squash(other.name) in squash(document.text[max(0, evidence.start - FAR_TITLE) : evidence.start])
    return max(evidence.end, other.start) - min(evidence.start, other.start) > LONGEST_QUOTE


def _is_row(document: Document, evidence: Evidence) -> bool:
    if document.flow.is_row(evidence.start, evidence.end):
        return True
    end = document.text.find("\n", evidence.start)
    return "\t" in document.text[evidence.start : end if end >= 0 else len(document.text)]


def squash(text: str) -> str:
    """A text without layout and mark-up, punctuation folded, for comparing what is printed."""
    return fold(LAYOUT.sub("", MARK_UP.sub("", text)))


def _holds(evidence: Evidence, party: Party) -> bool:
    if party.start is not None and evidence.start <= party.start < evidence.end:
        return True
    if party.name in evidence.quote:
        return True
    name, squashed = squash(party.name), squash(evidence.quote)
    return name in squashed or (
        party.start is None
        and any(name[i : i + LEAST_SHARED_NAME] in squashed for i in range(max(1, len(name) - LEAST_SHARED_NAME + 1)))
    )
