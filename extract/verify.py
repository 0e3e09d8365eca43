"""The last gate of extraction: a fact whose evidence does not hold what it must becomes a doubt, never a silent error.

Asked of each fact: the quote is the source passage, holds the party that its line names and the object or the role (a group is
named, and a seat labelled, once for a list that may be longer than a quote; then the party alone), is at most 300 characters
unless it is a table row, and nothing in the fact is a private mobile number. A quote that runs into a
private number is cut before it; a line that is not that of the party is set right.
"""

import re
from dataclasses import replace

from extract.clean import LAYOUT, MARK_UP, fold
from extract.document import Document
from extract.facts import Doubt, Evidence, Fact, ItemRecord, Kind, Party, Relation
from extract.private import masked
from extract.reasons import Reason, reason

LONGEST_QUOTE = 300
LINE_OF_OBJECT = {Relation.ISSUED, Relation.CITES, Relation.REPEALS, Relation.REVOKES, Relation.CONCERNS}
MOBILE = re.compile(r"(?<![\d.])1[ \t\u3000\-]{0,3}[3-9](?:[ \t\u3000\-]{0,3}\d){9}(?![\d.])")
MOST_GAPS = 2  # 138 1234 5678; more gaps with tabs are the cells of a table of figures
SPACED = re.compile(r"[ \u3000]+")
GAPS = re.compile(r"[ \t\u3000\-]+")
LEAST_SHARED_NAME = 2  # characters of a name put together from a shared prefix or tail that its quote must hold


def mobile(text: str) -> re.Match[str] | None:
    """The first private mobile number in a text, also one printed with gaps: 138 1234 5678, 1 3 8 1 …."""
    for match in MOBILE.finditer(text):
        gaps = GAPS.findall(match[0])
        if len(gaps) <= MOST_GAPS or all(SPACED.fullmatch(gap) for gap in gaps):
            return match
    return None


def verified(document: Document, fact: Fact, private: bool = True) -> Fact | Doubt:
    """The fact, its quote and line set right where that is safe, or the doubt that says what it lacks.

    `private` says whether the document holds a private mobile number anywhere.
    """
    evidence = _trimmed(document, fact.evidence) if private else fact.evidence
    party = fact.object if fact.relation in LINE_OF_OBJECT else fact.subject
    if party.start is not None and evidence.start <= party.start < evidence.end:
        line = document.line_of(party.start)
        if line != evidence.line:
            evidence = replace(evidence, line=line)
    fault = _fault(document, fact, evidence, party, private)
    if fault:
        return Doubt(without_mobile(document, evidence), fact.rule, fault.code, fault.to_json()["values"])
    return fact if evidence == fact.evidence else replace(fact, evidence=evidence)


def verified_doubt(document: Document, doubt: Doubt) -> Doubt:
    """The doubt, its quote cut before a private number."""
    evidence = without_mobile(document, doubt.evidence)
    return doubt if evidence == doubt.evidence else replace(doubt, evidence=evidence)


def verified_item(item: ItemRecord) -> ItemRecord:
    """The item, private numbers in its text masked, each digit by a star."""
    if not mobile(item.text):
        return item
    text = item.text
    while match := mobile(text):
        text = text[: match.start()] + re.sub(r"\d", "*", match[0]) + text[match.end() :]
    return replace(item, text=text)


def without_mobile(document: Document, evidence: Evidence) -> Evidence:
    """The evidence, cut before the first private mobile number in it."""
    match = mobile(evidence.quote)
    if not match:
        return evidence
    end = evidence.start + len(evidence.quote[: match.start()].rstrip(" \t\u3000(（:："))
    return Evidence(evidence.doc, evidence.start, end, evidence.line, document.text[evidence.start : end])


def _trimmed(document: Document, evidence: Evidence) -> Evidence:
    if document.text[evidence.start : evidence.end] != evidence.quote:
        return evidence
    return without_mobile(document, evidence)


def _fault(document: Document, fact: Fact, evidence: Evidence, party: Party, private: bool) -> Reason | None:
    quote = evidence.quote
    if not quote or document.text[evidence.start : evidence.end] != quote:
        return reason("quote_not_source")
    if len(quote) > LONGEST_QUOTE and not _is_row(document, evidence):
        return reason("quote_too_long", length=len(quote), most=LONGEST_QUOTE)
    if not _holds(evidence, party):
        return reason("quote_lacks_party", name=masked(party.name)[:30])
    other = fact.subject if party is fact.object else fact.object
    if (
        fact.relation not in LINE_OF_OBJECT
        and not {Kind.TASK, Kind.GROUP} & {fact.subject.kind, fact.object.kind}
        and not _holds(evidence, other)
        and not _too_far(fact, evidence, other)
        and not (fact.role and _in_order(squash(fact.role), squash(quote)))
    ):
        return reason("quote_lacks_other", name=masked(other.name)[:30], role=fact.role or "")
    if private:
        texts = (fact.subject.name, fact.object.name, fact.role or "", *fact.qualifiers.stated().values())
        if any(mobile(text) for text in texts):
            return reason("private_number")
    return None


def _too_far(fact: Fact, evidence: Evidence, other: Party) -> bool:
    """Whether an inner organ stands further behind the body that lists it than one quotation reaches."""
    if fact.relation is not Relation.PART_OF or other.start is None:
        return False
    return max(evidence.end, other.start) - min(evidence.start, other.start) > LONGEST_QUOTE


def _is_row(document: Document, evidence: Evidence) -> bool:
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


def _in_order(word: str, squashed: str) -> bool:
    """Whether the characters of a role stand in the quote in their order: 办公室主任 in 办公室在X办公,主任由Y兼任."""
    at = 0
    for char in word:
        at = squashed.find(char, at) + 1
        if not at:
            return False
    return True
