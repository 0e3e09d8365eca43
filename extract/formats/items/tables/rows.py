"""Rows of responsibility tables → items, each with the units and officials that answer for it.

In:  Row(TASK: 1、简化流程。 2、推进网办。, RESPONSIBLE: 区商务局 区教育局, DEADLINE: 6月底 全年)
Out: Item(简化流程。, 区商务局, 6月底), Item(推进网办。, 区教育局, 全年)

A cell of measures is divided only in tables whose rows have no number of their own, and only where the cells of units can
be told apart; else the row is one item with all its units. A section's own 牵头部门 answers for the section's goal.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from functools import lru_cache

from extract.clean import Text
from extract.document import Block, Notice
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import kind_of_body
from extract.slotted import changed, slotted
from extract.tables.cells import Span, deadline_cuts, measure_spans, shares, without_enumerator
from extract.tables.content import Content, content_of
from extract.tables.rows import Row, rows
from extract.tables.tables import ITEMS, UNITS, Column, Table, column_of, tables
from extract.tables.unit_cells import Answer, answers, unit_cuts

FIRST_LEADS = re.compile(
    rf"""
      (?:排|列)(?:名|序)?(?:在)?(?:第一位?|首位|最前)[^。;]{{0,8}}(?:为|是)牵头  # 排名在第一位某为牵头
    | (?:第一个?|首个|首位)(?:责任)?(?:{any_of("shared", "unit")})?(?:为|是)牵头  # 第一个责任单位为牵头
    | 牵头(?:{any_of("shared", "unit")})(?:排|列)(?:名|序)?(?:在)?(?:第一位?|首位|最前)  # 牵头单位排名在第一位
    """,
    re.VERBOSE,
)
MAY_LEAD = sign_of(FIRST_LEADS)
PERIOD = re.compile(r"季度|\d月|半年")
DUTY_WORDS = re.compile(rf"{any_of('items', 'duty_word')}")
JOINT = re.compile("[及和与、/]")
LONGEST_HEADING = 60
HEADS_ITEM = frozenset({Column.HEADING, *ITEMS})  # left of an item stands what heads it
WHOLE_ROW = frozenset({Column.TASK, Column.DUTY})  # columns of which the first cell is the item
FILLED_DOWN = (*sorted(UNITS), Column.OFFICIAL, Column.DEADLINE)
OF_SECTION = frozenset(
    {Column.LEAD, Column.TARGET, Column.MEASURE, Column.RESPONSIBLE}
)  # columns of a row with a section's goal
OF_ITEM = frozenset(
    {Column.NUMBER, Column.HEADING, Column.OFFICIAL, *UNITS}
)  # one of which the first row of an item has


@slotted
@dataclass(frozen=True, slots=True)
class Source:
    """A cell of a row, the column it stands under, and the printed word of that column."""

    block: Block
    column: Column
    word: str
    cell: Text


@slotted
@dataclass(frozen=True, slots=True)
class Item:
    """One item of a responsibility table. `cell` and `span` say where its text stands."""

    block: Block
    cell: Text
    span: Span
    number: str | None = None
    heading: Text | None = None  # the cell of its heading, which may be merged over several rows
    deadline: str | None = None
    basis: str | None = None
    answers: tuple[tuple[Block, Answer], ...] = ()
    officials: tuple[Source, ...] = ()
    progress: Text | None = None
    reports: bool = False  # whether the table has a column of progress, be its cell empty
    reported_for: str = ""  # the header above it: 三季度完成情况
    target: str = ""  # the end that a column of its own states for the item: 年度目标
    doubtful: tuple[Text, ...] = ()  # cells whose units belong to some measure of the row, which cannot be told


@dataclass(frozen=True, slots=True)
class Orphan:
    """Units or persons that stand beside no item."""

    block: Block
    cell: Text


@dataclass(slots=True)
class _State:
    """What a table carries from row to row."""

    reports: bool = False  # whether it has a column of progress
    lead: tuple[Source, ...] = ()
    item: Item | None = None
    heading: Text | None = None
    above: dict[Column, tuple[Source, ...]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def table_items(notice: Notice) -> tuple[Item | Orphan, ...]:
    """The items of the responsibility tables of a notice, and units that stand beside none; read once for all who ask."""
    answering = [table for table in tables(notice) if _answers_somewhere(table)]
    may_lead = bool(answering) and notice.signs & MAY_LEAD
    first_leads = bool(may_lead and FIRST_LEADS.search(notice.text))
    return tuple(item for table in answering for item in _items(table, first_leads))


def _answers_somewhere(table: Table) -> bool:
    """Whether a table can tell who answers for what; one without a header only if its rows begin with labels."""
    kinds = table.columns
    if not kinds:
        return any(
            cell.text in {"牵头部门", "牵头单位", "责任单位", "工作举措", "工作目标"}
            for b in table.rows
            for cell in b.cells
        )
    if not any(kind in ITEMS for kind in kinds):
        return False
    if any(kind in UNITS or kind is Column.OFFICIAL for kind in kinds):
        return True
    words = [name for name, kind in zip(table.header, kinds, strict=True) if kind in ITEMS]
    return Column.UNIT in kinds and any(DUTY_WORDS.search(word) for word in words)


def _items(table: Table, first_leads: bool) -> Iterator[Item | Orphan]:
    state = _State(reports=Column.PROGRESS in table.columns)
    lines = list(rows(table))
    down = _filled_down(table, lines)
    numbered = Column.NUMBER in table.columns
    for row in lines:
        yield from _goal(row, state)
        sources = _sources(row, state, down, numbered)
        yield from _measures(row, sources, state, numbered, first_leads)


def _filled_down(table: Table, found: list[Row]) -> frozenset[Column]:
    """The columns whose cells are merged over several rows: filled where a number or a heading is, or left of the items."""
    down: set[Column] = set()
    filled = [{column for column, _, _ in row.cells} for row in found]
    measured = any(Column.MEASURE in columns for columns in filled)
    anchors = [Column.NUMBER, Column.HEADING, *([Column.TASK] if measured else [])]
    for anchor in anchors:
        set_at = [anchor in columns for columns in filled]
        if len(set(set_at)) < 2 or not set_at[0]:
            continue
        for column in FILLED_DOWN:
            if [column in columns for columns in filled] == set_at:
                down.add(column)
    if table.columns:
        item = next((i for i, kind in enumerate(table.columns) if kind in ITEMS), 0)
        down.update(k for k in table.columns[:item] if k in UNITS or k in {Column.OFFICIAL, Column.UNIT})
    return frozenset(down)


def _goal(row: Row, state: _State) -> Iterator[Item]:
    """The goal of a section, for which the section's own 牵头部门 answers."""
    leads = [Source(row.block, c, w, t) for c, w, t in row.stated if c is Column.LEAD]
    goals = [t for c, _, t in row.stated if c is Column.TARGET]
    if _is_section(row):
        leads = [Source(row.block, c, w, t) for c, w, t in row.of(Column.LEAD)]
        goals = [t for _, _, t in row.of(Column.TARGET)]
    if leads:
        state.lead = tuple(leads)
    for goal in goals:
        spans = measure_spans(goal, row.block.document.text)
        end = spans[0][0] if spans[0][0] > 0 else len(goal)
        lists = tuple((s.block, a) for s in state.lead for a in answers(s.cell, (0, len(s.cell)), s.column, s.word))
        state.lead = ()
        if lists:
            yield Item(row.block, goal, without_enumerator(goal, (0, end)), answers=lists)


def _is_section(row: Row) -> bool:
    """Whether a row states a section's goal with its own 牵头部门, and measures that others answer for."""
    if len(row.cells) < len(OF_SECTION):
        return False
    order = [column for column, _, _ in row.cells]
    return OF_SECTION.issubset(order) and order.index(Column.LEAD) < order.index(Column.TARGET)


def _sources(row: Row, state: _State, down: frozenset[Column], numbered: bool) -> list[Source]:
    """The cells of units, officials and deadline of a row; a merged cell of a row above counts for this row too."""
    section = _is_section(row)
    filled = {column for column, _, _ in row.cells}
    led = Column.LEAD in filled
    carried = frozenset(FILLED_DOWN) if numbered and _goes_on(filled) else down
    sources: list[Source] = []
    for column in FILLED_DOWN:
        if column not in filled and column not in carried:
            continue
        if section and column is Column.LEAD:
            continue
        there = row.of(column) if column in filled else ()
        here = tuple(s for c, w, t in there for s in _named(row.block, c, w, t, led=led))
        if here:
            state.above[column] = here
        elif column in carried:
            here = state.above.get(column, ())
        sources.extend(here)
    if not any(s.column in UNITS for s in sources):
        duty = next((w for _, w, _ in row.of(Column.DUTY)), "")
        here = tuple(Source(row.block, Column.RESPONSIBLE, duty, t) for _, _, t in row.of(Column.UNIT))
        if here:
            state.above[Column.UNIT] = here
        sources.extend(here or (state.above.get(Column.UNIT, ()) if Column.UNIT in down else ()))
    return sources


def _named(block: Block, column: Column, word: str, cell: Text, *, led: bool) -> Iterator[Source]:
    """The cell under its column; under 责任单位及责任人 it holds both units and persons.

    Beside a column of those who lead (`led`), 责任单位与协同单位 is one column of those who assist.
    """
    both = _columns_in(word)
    if led and column is not Column.LEAD and UNITS.issuperset(kind for _, kind in both):
        both = ()
    for part, kind in both:
        yield Source(block, kind, part, cell)
    if not both:
        yield Source(block, column, word, cell)


@lru_cache(maxsize=256)
def _columns_in(word: str) -> tuple[tuple[str, Column], ...]:
    """The columns that one header joins, 责任单位及责任人; none if it names one column."""
    parts = [part for part in JOINT.split(word) if part]
    kinds = [column_of(part) for part in parts]
    if len(parts) < 2 or not all(kind in UNITS or kind in {Column.OFFICIAL, Column.UNIT} for kind in kinds):
        return ()
    both = (
        (part, Column.RESPONSIBLE if kind is Column.UNIT else kind) for part, kind in zip(parts, kinds, strict=True)
    )
    return tuple((part, kind) for part, kind in both if kind is not None)


def _goes_on(filled: Set[Column]) -> bool:
    """Whether a row of a numbered table, by its filled columns, has neither a number nor units: a part of the item above it."""
    return filled.isdisjoint(OF_ITEM) and not filled.isdisjoint(ITEMS)


def _item_cell(row: Row) -> Text | None:
    """The text for which the units answer: the own target before the one handed down, measures before their heading."""
    filled = {column for column, _, _ in row.cells}
    for column in ITEMS:
        if column not in filled:
            continue
        cells = [t for c, _, t in row.of(column) if content_of(t) is not Content.NUMBER]
        if column is Column.TARGET and any(c is Column.TARGET for c, _, _ in row.stated):
            continue
        if cells:
            return cells[0] if column in WHOLE_ROW else cells[-1]
    stated = [t for c, _, t in row.stated if c is Column.MEASURE]
    if stated:
        return stated[0]
    texts = [t for t in row.stray if content_of(t) is Content.TEXT and len(t) > 8]
    if texts:
        return texts[0]
    goals = [t for c, _, t in row.stated if c is Column.TARGET]
    return goals[0] if goals and len(measure_spans(goals[0], row.block.document.text)) > 1 else None


def _measures(
    row: Row, sources: list[Source], state: _State, numbered: bool, first_leads: bool
) -> Iterator[Item | Orphan]:
    source_text = row.block.document.text
    cell = _item_cell(row)
    officials = tuple(s for s in sources if s.column is Column.OFFICIAL)
    if cell is None:
        units = [s for s in sources if s.column in UNITS and s.block is row.block]
        persons = tuple(s for s in officials if s.block is row.block)
        if (units or persons) and numbered and not row.of(Column.NUMBER) and state.item is not None:
            lists = tuple((s.block, a) for s in units for a in answers(s.cell, (0, len(s.cell)), s.column, s.word))
            yield changed(state.item, answers=lists, officials=persons)
        elif not row.of(*ITEMS, Column.DETAIL):  # a number under the column of items is a quota, not a lost text
            yield from (Orphan(row.block, s.cell) for s in (*units, *persons))
            yield from (Orphan(row.block, cell) for cell in row.stray if _names_a_unit(cell))
        return
    number = next((t.text for _, _, t in row.of(Column.NUMBER)), None)
    state.heading = _heading(row, cell, state.heading)
    basis = next((t for _, _, t in row.of(Column.HANDED_DOWN) if t is not cell), None)
    reported_for, progress = _progress(row)
    target = next((t.text for _, _, t in row.of(Column.TARGET) if t is not cell), "")
    base = Item(
        row.block,
        cell,
        (0, len(cell)),
        number=number,
        heading=state.heading,
        basis=_printed(basis, source_text) if basis else None,
        officials=officials,
        progress=progress,
        reports=state.reports,
        reported_for=reported_for,
        target=target,
    )
    spans = [(0, len(cell))] if number else measure_spans(cell, source_text)
    for item in _divided(base, spans, sources, row.stray, source_text):
        state.item = _with_first_lead(item) if first_leads else item
        yield state.item


def _heading(row: Row, item: Text, above: Text | None) -> Text | None:
    """The heading of an item: the short text left of it, else that of the row above, whose cell is merged.

    A row with a longer text of its own there has no heading: the one above is of another task.
    """
    left = [t for column, _, t in row.cells if column in HEADS_ITEM]
    head = left[: left.index(item)] if item in left else left
    beside = [t for t in head if t is not item]
    short = [t for t in beside if len(t) <= LONGEST_HEADING]
    return short[-1] if short else None if beside else above


def _progress(row: Row) -> tuple[str, Text | None]:
    """The progress that a row reports, and for when: of several periods (一季度, 二季度) the last one that says something."""
    now, then = Column.PROGRESS, Column.PERIOD
    told = [(word, cell) for column, word, cell in row.cells if column is now]
    if told and not any(PERIOD.search(word) for word, _ in told):
        return told[0]
    told = told or [(word, cell) for column, word, cell in row.cells if column is then]
    return told[-1] if told else ("", None)


def _divided(
    base: Item, spans: list[Span], sources: list[Source], stray: tuple[Text, ...], source_text: str
) -> Iterator[Item]:
    """One item a measure where each source cell can be divided among them; else one item with all."""
    units = [s for s in sources if s.column in UNITS]
    deadlines = [s.cell for s in sources if s.column is Column.DEADLINE]
    known = {s.cell.text for s in units}
    lost = [t for t in stray if t is not base.cell and t.text not in known and _names_a_unit(t)]
    cut = {id(s): shares(s.cell, source_text, len(spans), unit_cuts) for s in units}
    untold = [s.cell for s in units if cut[id(s)] is None] if len(spans) > 1 else []
    if len(spans) > 1 and (lost or untold):
        start = spans[0][0]
        spans, cut = [(start, len(base.cell))], {id(s): [(0, len(s.cell))] for s in units}
    times = [shares(cell, source_text, len(spans), deadline_cuts) for cell in deadlines]
    for index, span in enumerate(spans):
        lists = tuple(
            (s.block, a)
            for s in units
            for a in answers(s.cell, (cut[id(s)] or [(0, len(s.cell))])[index], s.column, s.word or None)
        )
        deadline = "、".join(
            _dates(cell, part[index], source_text)
            for cell, part in zip(deadlines, times, strict=True)
            if part is not None
        )
        yield changed(
            base,
            span=without_enumerator(base.cell, span),
            answers=lists,
            deadline=deadline or None,
            doubtful=(*lost, *untold),
        )


def _names_a_unit(cell: Text) -> bool:
    return any(kind_of_body(word) for word in re.split(r"[、,;\s]", cell.text))


def _dates(cell: Text, span: Span, source_text: str) -> str:
    """A deadline as printed; a date that the cell repeats, once."""
    part = cell.part(*span)
    cuts = deadline_cuts(part)
    bounds = list(zip([0, *cuts], [*cuts, len(part)], strict=True))
    dates = [part.printed(source_text, a, b) for a, b in bounds if b > a]
    return "".join(dict.fromkeys(dates))


def _printed(cell: Text, source_text: str) -> str:
    return cell.printed(source_text, *without_enumerator(cell, (0, len(cell))))


def _with_first_lead(item: Item) -> Item:
    """排在第一位的为牵头单位: the first unit of an item that names no 牵头单位 leads, the others assist."""
    if any(a.column is Column.LEAD for _, a in item.answers) or not item.answers:
        return item
    block, first = item.answers[0]
    if not first.units.units:
        return item
    lead, *others = first.units.units
    split = (
        (
            block,
            changed(
                first,
                column=Column.LEAD,
                word="牵头单位",
                units=changed(first.units, units=[lead], aggregates=[], rest=[]),
            ),
        ),
        (block, changed(first, units=changed(first.units, units=others))),
    )
    return changed(item, answers=split + item.answers[1:])
