"""Responsibility tables → who leads and who assists each item.

In:  序号⇥任务⇥分管领导⇥牵头单位⇥责任单位⇥完成时限 / 1⇥新建公厕11座。⇥邓辉⇥区城管局⇥各街镇、区财政局⇥12月
Out: leads(邓辉 → 新建公厕11座。, 分管领导), leads(区城管局 → …, 牵头单位), assists(区财政局 → …, 责任单位), each with
     deadline 12月; one ItemRecord with the aggregate 各街镇

Every item is recorded, also one that only sets of bodies answer for. A private number never enters a quotation.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.clean import Text
from extract.document import Block, Notice
from extract.facts import Doubt, Evidence, Fact, ItemRecord, Kind, Party, Qualifiers, Relation
from extract.formats.items.item import relation_of
from extract.formats.items.numbers.totals import TOTAL
from extract.formats.items.tables.rows import Item, Orphan, Source, table_items
from extract.formats.items.tables.seamless import seamless
from extract.formats.items.tables.unread import blank_divided, drawn, run_together, undivided
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.people import is_person_name
from extract.names.persons.holders import holders
from extract.names.persons.labelled import POST
from extract.names.units import Unit
from extract.private import private_spans
from extract.tables.cells import Span, attested, name_spans, persons
from extract.tables.tables import Column
from extract.tables.unit_cells import Answer

RULE = "task_tables.row"
GARBLED = "task_tables.garbled"
GARBLED_UNIT = re.compile(
    rf"^[区县市].*(?:区区|县县)|[,;:]|\d[年月]|全年|[年月]底|^[区县市省州](?:{any_of('items', 'set_of_places')}|街|镇|乡)$"
)
LONGEST_ROW = 6000
Named = tuple[Source, list[Span], list[Span]]  # a cell of persons, the names in it, and what the layout has garbled
AROUND = 140
LONGEST_SPACED = 3  # characters of a name that blanks divide
OUTER = " \t\n\r\u3000(（:：,，、"


def task_tables(notice: Notice) -> Iterator[Fact | Doubt | ItemRecord]:
    """Who answers for the items of a notice's responsibility tables."""
    items = list(table_items(notice))
    known = attested(s.cell for item in items if isinstance(item, Item) for s in item.officials)
    for item in items:
        if isinstance(item, Orphan) or TOTAL.fullmatch(item.cell.text, *item.span):
            yield _doubt(item.block, item.cell, (0, len(item.cell)), GARBLED, "units_without_text")
            continue
        task, people = task_of(item), [(source, *_names(source, known)) for source in item.officials]
        yield from _facts_of_units(notice, item, task)
        yield from _facts_of_officials(notice, item, task, people)
        yield _record(notice, item, people)
        if not item.answers and not item.officials:
            yield _doubt(item.block, item.cell, item.span, "task_tables.unanswered", "no_unit")
    yield from seamless(notice)
    yield from undivided(notice)
    yield from run_together(notice)
    yield from blank_divided(notice)
    yield from drawn(notice)


def task_of(item: Item) -> Party:
    """The item as the party of a fact."""
    return item.block.document.party(Kind.TASK, *item.cell.span(*item.span))


def leading(item: Item) -> Iterator[tuple[Block, Answer]]:
    """The lists of units that lead an item: 牵头单位; 责任单位 where no 牵头单位 is named."""
    named = any(a.column is Column.LEAD for _, a in item.answers)
    for block, answer in item.answers:
        if answer.column is Column.LEAD or (answer.column is Column.RESPONSIBLE and not named):
            yield block, answer


def row_evidence(item: Item, block: Block, span: Span) -> Evidence:
    """The row as evidence, from the row of the unit to that of the item; it stops before a private number."""
    document = block.document
    start, end = min(block.start, item.block.start), max(block.end, item.block.end)
    if end - start > LONGEST_ROW:  # a cell of thousands of measures: what stands around the name is quoted
        start, end = max(start, span[0] - AROUND), min(end, span[1] + AROUND)
    text = document.text
    for left, right in _private_in(text, start, end):
        if right <= span[0]:
            start = right
        elif left >= span[1]:
            end = left
            break
    while start < span[0] and text[start] in OUTER:
        start += 1
    while end > span[1] and text[end - 1] in OUTER:
        end -= 1
    return document.evidence(start, end, at=span[0])


@lru_cache(maxsize=4)
def _private_in(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The private numbers of a row; for each unit of the row they are asked for again."""
    return tuple(private_spans(text, start, end))


def _facts_of_units(notice: Notice, item: Item, task: Party) -> Iterator[Fact | Doubt]:
    leads = {id(answer) for _, answer in leading(item)}
    qualifiers = Qualifiers(deadline=item.deadline, basis=item.basis)
    seen: set[tuple[Relation, str, str | None]] = set()
    for block, answer in item.answers:
        relation = Relation.LEADS if id(answer) in leads else Relation.ASSISTS
        for unit in answer.units.units:
            if is_person_name(unit.name) and kind_of_body(unit.name) is None:
                continue  # 责任单位及责任人: the persons of such a cell are read as officials
            if GARBLED_UNIT.search(unit.name):
                yield _doubt(block, answer.cell, (unit.start, unit.end), GARBLED, "units_run_together")
                continue
            if (relation, unit.name, answer.word) in seen:
                continue
            seen.add((relation, unit.name, answer.word))
            span = answer.cell.span(unit.start, unit.end)
            evidence = row_evidence(item, block, span)
            yield Fact(
                relation, unit_party(block, answer, unit), task, evidence, RULE, answer.word, notice.dated, qualifiers
            )
        for rest in answer.units.rest:
            yield _doubt(block, answer.cell, rest, "task_tables.unit", "not_a_unit")
    for cell in item.doubtful:
        yield _doubt(item.block, cell, (0, len(cell)), GARBLED, "units_of_which_measure")


def unit_party(block: Block, answer: Answer, unit: Unit) -> Party:
    """A unit of a list as the party of a fact; without offsets where its name is put together."""
    if unit.has_offsets:
        return block.document.party(unit.kind, *answer.cell.span(unit.start, unit.end))
    return Party(unit.kind, unit.name)


def _facts_of_officials(notice: Notice, item: Item, task: Party, people: Sequence[Named]) -> Iterator[Fact | Doubt]:
    qualifiers = Qualifiers(deadline=item.deadline, basis=item.basis)
    for source, names, garbled in people:
        for name in names:
            span = source.cell.span(*name)
            party = source.block.document.party(Kind.OFFICIAL, *span)
            evidence = row_evidence(item, source.block, span)
            word = source.word or None
            yield Fact(relation_of(word), party, task, evidence, RULE, word, notice.dated, qualifiers)
        if garbled:
            span = (garbled[0][0], garbled[-1][1])
            yield _doubt(source.block, source.cell, span, GARBLED, "persons_run_together")


def _names(source: Source, known: frozenset[str]) -> tuple[list[Span], list[Span]]:
    """The names of a cell of persons, also those that a title stands beside, and what the layout has garbled."""
    cell = source.cell
    names, garbled = persons(cell, known)
    for start, end in name_spans(cell):
        if (start, end) not in names and (start, end) not in garbled:
            titled = holders(cell.text[start:end], 0, end - start)
            names.extend((start + h.name_start, start + h.name_end) for h in titled)
    if not names and not garbled:
        whole = len(cell) <= LONGEST_SPACED and is_person_name(cell.text)  # 丁 一帆
        names = [(0, len(cell))] if whole else [(h.name_start, h.name_end) for h in holders(cell.text, 0, len(cell))]
    return sorted(set(names)), garbled


def _record(notice: Notice, item: Item, people: Sequence[Named]) -> ItemRecord:
    document = item.block.document
    start, end = item.cell.span(*item.span)
    aggregates = (
        answer.cell.printed(document.text, *span) for _, answer in item.answers for span in answer.units.aggregates
    )
    return ItemRecord(
        document.name,
        notice.index,
        start,
        end,
        item.cell.printed(document.text, *item.span),
        item.number,
        item.deadline,
        item.basis,
        tuple(dict.fromkeys(aggregates)),
        section=item.heading.printed(document.text, 0, len(item.heading)) if item.heading else None,
        unnamed=tuple(dict.fromkeys(_unnamed(people))),
    )


def _unnamed(people: Sequence[Named]) -> Iterator[str]:
    """Those who answer for an item by their post alone: 各单位主要负责人 in a cell of persons."""
    for source, names, garbled in people:
        if not names and not garbled:
            text = source.block.document.text
            words = (source.cell.part(*span) for span in name_spans(source.cell))
            yield from (w.printed(text, 0, len(w)) for w in words if POST.search(w.text))


def _doubt(block: Block, cell: Text, span: Span, rule: str, code: str) -> Doubt:
    start, end = cell.span(*span)
    return Doubt(block.document.evidence(start, end), rule, code)
