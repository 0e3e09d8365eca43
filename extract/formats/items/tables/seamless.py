"""Rows of a responsibility table in which no mark divides the cells: the names of the columns run together, a row a paragraph.

In:  工作内容要求责任股室完成时限
     1. 整理文件目录。办公室、法规科长期开展
     2. 公布办事指南,年底前更新一次。信息中心12月底前
Out: an item a paragraph, without its last cells; who answers for it under the word of the one column of bodies (责任股室).
     A doubt on a paragraph that ends otherwise; nothing where fewer than two paragraphs end in one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from extract.document import Block, Notice
from extract.facts import Doubt, Fact, ItemRecord
from extract.formats.items.item import Item, outcome, trimmed, without_enumerator
from extract.lexicon import WordsEntry, any_of, table
from extract.lexicon.alternatives import alternatives
from extract.names.marks import DIGITS, HAN
from extract.names.shares import Share, Statement
from extract.names.units import UnitList, unit_list
from extract.tables.tables import ITEMS, UNITS, Column

RULE = "task_tables.seamless"
COLUMN = {
    column: re.compile(alternatives([word for entry in table("columns", column, WordsEntry) for word in entry.words]))
    for column in (*ITEMS, *UNITS, Column.DEADLINE)
}
HEADER = re.compile(rf"[{HAN}]{{12,48}}")
WHEN = re.compile(
    rf"""
    (?:{any_of("duties", "lasting")})                          # 长期开展
    | (?:\d{{4}}年|[{DIGITS}十\d]{{1,3}}月|年)[^。]{{0,10}}?(?:前|底|内)$  # 12月底前
    """,
    re.VERBOSE,
)
LAST_MARK = re.compile(r"[。)](?=[^。)]*$)")
INSIDE = re.compile(rf"(?<=[。)])\d{{1,2}}[.、](?=[{HAN}])")  # 一、建章立制。|1.整理目录
LEAST_ROWS, MOST_ROWS, LONGEST_END = 2, 400, 80


class _Row(NamedTuple):
    """One paragraph: where its item stands, where its bodies, and where its time."""

    block: Block
    text: tuple[int, int]
    number: str | None
    units: UnitList
    when: tuple[int, int] | None


def seamless(notice: Notice) -> Iterator[Fact | Doubt | ItemRecord]:
    """What the tables of a notice state whose cells nothing divides."""
    for index, block in enumerate(notice.blocks):
        word = _word(block)
        if word is None:
            continue
        below = list(takewhile(lambda b: not b.is_row and _word(b) is None, notice.blocks[index + 1 :][:MOST_ROWS]))
        read = [_row(one) for one in below]
        if sum(row is not None for row in read) < LEAST_ROWS:
            continue
        last = max(number for number, row in enumerate(read) if row is not None)
        yield from _told(notice, word, below[: last + 1], read)


def _word(block: Block) -> str | None:
    """The name of the one column of bodies, if a line names the columns of a table: 工作内容|要求|责任股室|完成时限."""
    text = block.text.text
    if block.is_row or not HEADER.fullmatch(text) or not COLUMN[Column.DEADLINE].search(text):
        return None
    named = [match[0] for kind in UNITS for match in COLUMN[kind].finditer(text)]
    items = any(COLUMN[kind].search(text) for kind in ITEMS)
    return named[0] if items and len(named) == 1 else None


def _told(
    notice: Notice, word: str, below: Sequence[Block], read: Sequence[_Row | None]
) -> Iterator[Fact | Doubt | ItemRecord]:
    for block, row in zip(below, read, strict=False):
        if row is None:
            yield block.doubt(max(0, len(block.text) - LONGEST_END), len(block.text), RULE, "table_run_together")
            continue
        first = [unit.start for unit in row.units.units] + [start for start, _ in row.units.aggregates]
        stops = [unit.end for unit in row.units.units] + [end for _, end in row.units.aggregates]
        statement = Statement(min(first), max(stops), aggregates=list(row.units.aggregates), deadline=row.when)
        if row.units.units:
            statement.shares.append(Share(word, (min(first), max(stops)), False, tuple(row.units.units)))
        yield from outcome(notice, Item(((row.block, *row.text),), row.number), [(row.block, statement)], RULE)


def _row(block: Block) -> _Row | None:
    """A paragraph that ends in a list of bodies after its last full stop."""
    text = block.text.text
    mark = LAST_MARK.search(text)
    if mark is None or not 1 < len(text) - mark.end() <= LONGEST_END:
        return None
    when = WHEN.search(text, mark.end())
    listed = unit_list(text, mark.end(), when.start() if when else len(text))
    if listed.rest or not (listed.units or listed.aggregates):
        return None
    starts = [0, *(inside.start() for inside in INSIDE.finditer(text, 0, mark.start()))]
    start, number = without_enumerator(text, starts[-1], mark.end())
    start, stop = trimmed(text, start, mark.end())
    return _Row(block, (start, stop), number, listed, (when.start(), len(text)) if when else None)
