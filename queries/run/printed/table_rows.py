"""The rows of tables as printed, each cell with what its header calls it: also tables that name no task, quotas, lists, registers.

In:  the paragraphs and rows of documents, in their order. Out: one row for each row of a table that is no header.

    附件：2022年任务分配表
    序号⇥单位⇥项目个数⇥⇥   /   ⇥⇥总计⇥大项目⇥小项目   /   8⇥云山街⇥10⇥1⇥9
    → 2022年任务分配表: 序号：8 · 单位：云山街 · 总计：10 · 大项目：1 · 小项目：9
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.names.bodies import kind_of_body
from extract.names.marks import ENUMERATOR
from extract.tables.tables import UNITS, Column, column_of, labels
from queries.run.printed import Row as Row

CELL = "\t"
LONGEST_NAME = 20  # characters of a column's name
LONGEST_TITLE = 60
BESIDE = " · "
YEAR = re.compile(r"\d{4}年")
SENTENCE = "。；;"
TITLE = re.compile(
    rf"\s*(?:{ENUMERATOR}|附[件表录]|表[\d一二三])"
)  # 二、传统技艺(4项): another table, and no page between
UNIT_LINE = re.compile(r"\s*[(（]?\s*(?:计量)?单位\s*[:：]")  # 单位：万元 above a table is not its title
DIGIT = re.compile(r"\d")
MOST_BETWEEN = 3  # paragraphs of page furniture that may stand inside a table
MOST_BELOW = 5  # rows that are looked at to tell a header from a row


@dataclass(slots=True)
class _Table:
    """The table that is being read: its title, what its columns are called, and what stood since its last row."""

    notice: str | None = None
    title: str | None = None
    names: tuple[str, ...] = ()
    searched: str = ""  # title and names, as words are looked for in them
    before: str | None = None  # the paragraph before
    between: int = MOST_BETWEEN + 1  # paragraphs since the last row
    opened: bool = False  # whether one of them opens another table: 附件2, 二、…
    heads: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def first(self) -> tuple[str, ...] | None:
        """The cells of the header's first row."""
        return self.heads[0] if self.heads else None

    def paragraph(self, text: str) -> None:
        self.opened = self.opened or TITLE.match(text) is not None
        self.between += 1
        if UNIT_LINE.match(text) is None:
            self.before = text.strip() or self.before

    @property
    def begins(self) -> bool:
        """Whether a row that comes now is the first of a table."""
        return self.between > 0 and (self.between > MOST_BETWEEN or self.opened or not self.names)

    def head(self, cells: tuple[str, ...]) -> None:
        """Takes the first row of a header in."""
        if self.between <= MOST_BETWEEN and cells == self.first and not self.opened:
            return  # printed again on the next page
        self.title = self.before
        self.names, self.heads = cells, [cells]
        self._say()

    def second_head(self, cells: tuple[str, ...]) -> None:
        """A second row that divides columns of the first."""
        width = max(len(self.names), len(cells))
        upper, lower = (one + ("",) * (width - len(one)) for one in (self.names, cells))
        self.names = tuple(below or above for above, below in zip(upper, lower, strict=True))
        self.heads.append(cells)
        self._say()

    def _say(self) -> None:
        self.searched = folded(" ".join([self.title or "", *(name for head in self.heads for name in head)]))


def table_rows(rows: Sequence[Row], values: Mapping[str, Any]) -> list[Row]:
    """The rows of tables that have all the words in a cell, in the title or in the names of the columns."""
    words = [folded(word) for word in values.get("words") or ()]
    table = _Table()
    made = []
    for index, row in enumerate(rows):
        if row["notice"] != table.notice:
            table = _Table(notice=row["notice"])
        text = str(row["quote"])
        if CELL not in text:
            table.paragraph(text)
            continue
        cells = tuple(cell.strip() for cell in text.split(CELL))
        if is_head(cells) and table.between:
            table.head(cells)
        elif cells in table.heads:
            pass  # printed again
        elif table.begins and names_by_contrast(cells, rows[index + 1 : index + 1 + MOST_BELOW]):
            table.head(cells)
        elif len(table.heads) == 1 and not table.between and not cells[0] and is_head(cells, known=False):
            table.second_head(cells)
        else:
            if table.between > MOST_BETWEEN or table.opened:
                table.title, table.names, table.heads, table.searched = table.before, (), [], folded(table.before or "")
            searched = table.searched + folded(text)
            if all(word in searched for word in words):
                made.append({**row, "table_title": table.title, "cells": named(table.names, cells)})
            table.heads = [*table.heads, ()] if len(table.heads) == 1 else table.heads
        table.between, table.opened = 0, False
    return made


def is_head(cells: Sequence[str], *, known: bool = True) -> bool:
    """Whether cells name columns: at least two that say something, all short, no number, and most known as names of columns."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or any(len(cell) > LONGEST_NAME or cell[-1] in SENTENCE for cell in filled):
        return False
    if any(cell.replace(".", "").isdecimal() for cell in filled):
        return False
    kinds = [column_of(folded(cell)) for cell in filled]
    if labels(folded(filled[0])) and kinds[1] is None:
        return False  # 牵头部门⇥县商务局: a label and what it says
    named_columns = sum(kind is not None for kind in kinds)
    return named_columns * 2 > len(filled) or kinds[0] is Column.NUMBER or not known


def names_by_contrast(cells: Sequence[str], below: Sequence[Row]) -> bool:
    """Whether the first cells of a table name its columns though nobody knows the names: short, without numbers, above a column of numbers.

    库点名称⇥仓型⇥仓容（吨）   /   白石库⇥平房仓⇥12000
    """
    if not all(cells) or len({*cells}) < len(cells) or not is_head(cells, known=False):
        return False
    if any(DIGIT.search(cell) and not YEAR.search(cell) for cell in cells):
        return False
    columns: list[list[str]] = [[] for _ in cells]
    for row in below:
        if CELL not in (text := str(row["quote"])):
            break
        for column, cell in zip(columns, text.split(CELL), strict=False):
            column.append(cell.strip())
    return any(
        not DIGIT.search(name)
        and any(column)
        and all(DIGIT.search(cell) and len(cell) <= LONGEST_NAME for cell in column if cell)
        for name, column in zip(cells, columns, strict=True)
    )


def named(names: Sequence[str], cells: Sequence[str]) -> str:
    """The cells that say something, each after the name of its column where it has one; without names where the row has shifted."""
    if any(_contradicts(name, cell) for name, cell in zip(names, cells, strict=False)):
        return BESIDE.join(cell for cell in cells if cell)
    parts = []
    for index, cell in enumerate(cells):
        if cell:
            name = names[index] if index < len(names) else ""
            parts.append(f"{name}：{cell}" if name else cell)
    return BESIDE.join(parts)


def _contradicts(name: str, cell: str) -> bool:
    """Whether a cell cannot stand under a name: a sentence under 责任单位, a body under 2025年; the row has shifted."""
    if not name or not cell:
        return False
    if column_of(folded(name)) in UNITS:
        return len(cell) > LONGEST_NAME and cell[-1] in SENTENCE
    return YEAR.search(name) is not None and kind_of_body(folded(cell)) is not None


def folded(text: str) -> str:
    """The text as words are looked for in it: lower case, without blanks."""
    return "".join(text.lower().split())
