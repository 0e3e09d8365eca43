"""Progress in lines of text: 完成情况：… under an item whose units stand beside it.

In:  1.新建农村公路62公里。（责任单位：县交通运输局） / 完成情况：已建成45公里。
Out: reported(县交通运输局 → 新建农村公路62公里。), status in progress

The items are those of the responsibility lists; a line of progress belongs to the item right before it.
"""

import re
from collections.abc import Iterator, Sequence

from extract.document import Block, Document, Notice
from extract.facts import Evidence, Fact, Kind, Party, Qualifiers, Relation
from extract.formats.items.item import item_label, without_enumerator
from extract.formats.items.progress.status import status_of
from extract.formats.items.responsibilities import responsibilities
from extract.lexicon import any_of
from extract.names.marks import HAN

RULE = "progress.line"
LABEL = re.compile(
    rf"""
      (?:{any_of("duties", "progress_label")})情况:             # 完成情况:
    | (?:{any_of("items", "progress_of")})(?:与|及|和)?成效:               # 进展与成效:
    | (?:{any_of("items", "progress_now")})进展:|完成进度:
    """,
    re.VERBOSE,
)
WORDS = ("情况:", "成效:", "进展:", "进度:")  # one of which a label ends with
END = re.compile(
    rf"\((?:{any_of('duties', 'ends_progress')})|(?:{any_of('items', 'open_question')}|下一步(?:{any_of('items', 'next_step')})?|计划):"
)
OTHER_LABEL = re.compile(rf"[{HAN}]{{2,10}}:")
MOST_BELOW = 8  # paragraphs
LONGEST_QUOTE = 300


def reported_in_lines(notice: Notice, period: str | None) -> Iterator[Fact]:
    """What the lines of a notice report of the items right before them."""
    lines = list(_lines(notice))
    if not lines:
        return
    leads = [f for f in responsibilities(notice) if isinstance(f, Fact) and _is_lead(f)]
    starts = sorted({f.object.start for f in leads if f.object.start is not None})
    taken: set[int] = set()
    for start, end, text in lines:
        before = [s for s in starts if s < start]
        if not before or before[-1] in taken:
            continue
        taken.add(before[-1])
        for lead in (f for f in leads if f.object.start == before[-1]):
            yield from _fact(notice, lead, start, end, text, period)


def _is_lead(fact: Fact) -> bool:
    bodies = {Kind.DEPARTMENT, Kind.STREET, Kind.GROUP}
    return fact.relation is Relation.LEADS and fact.object.kind is Kind.TASK and fact.subject.kind in bodies


def _lines(notice: Notice) -> Iterator[tuple[int, int, str]]:
    """The source spans and the cleaned texts of what follows a label of progress."""
    for index, block in enumerate(notice.blocks):
        text = block.text.text
        if block.is_row or not any(word in text for word in WORDS):
            continue
        for match in LABEL.finditer(text):
            stop = END.search(text, match.end())
            end = stop.start() if stop else len(text)
            if match.end() == len(text) and (below := list(_below(notice.blocks[index + 1 :]))):
                whole = "".join(part.text.text for part in below)
                yield below[0].text.span(0, 1)[0], below[-1].text.span(0, len(below[-1].text))[1], whole
            elif end > match.end():
                yield *block.text.span(match.end(), end), text[match.end() : end]


def _below(blocks: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs under a label on a line of its own, up to the next label."""
    for block in blocks[:MOST_BELOW]:
        text = block.text.text
        start = without_enumerator(text, 0, len(text))[0]
        if block.is_row or text[-1] == ":" or item_label(text, start, len(text)) or OTHER_LABEL.match(text, start):
            return
        yield block


def _fact(notice: Notice, lead: Fact, start: int, end: int, text: str, period: str | None) -> Iterator[Fact]:
    evidence = _evidence(notice.document, lead.subject, start, end)
    if evidence is None:
        return
    status = status_of(lead.object.name, text)
    qualifiers = Qualifiers(period=period, status=status)
    yield Fact(Relation.REPORTED, lead.subject, lead.object, evidence, RULE, None, notice.dated, qualifiers)


def _evidence(document: Document, subject: Party, start: int, end: int) -> Evidence | None:
    """From the unit to its progress, cut to the longest quotation; None if the two stand too far apart."""
    if subject.start is None or not subject.start < start < subject.start + LONGEST_QUOTE:
        return None
    return document.evidence(subject.start, min(end, subject.start + LONGEST_QUOTE), at=subject.start)
