"""Totals that a table states of its columns, beside the sums of its rows.

    序号  责任单位  总计  大型  小型
    1     柳湾街    6     1     5
    2     石桥街    8     1     7
    合计            14    2     12      → 总计: stated 14, found 14 · 大型: 2, 2 · 小型: 12, 12

A row of parts (小计) is no part of the sum; a column of anything but whole numbers has none.
"""

import re
from collections.abc import Iterator, Sequence

from extract.document import Block, Notice
from extract.facts import CountRecord

TOTAL = re.compile(r"(?:合|总|共)[ ]?计:?")
PART = re.compile(r"(?:小|分)[ ]?计:?")
WHOLE = re.compile(r"\d{1,9}")
YEAR = re.compile(r"(?:19|20)\d\d")
LEAST = 2  # rows above a total


def totals(notice: Notice) -> Iterator[CountRecord]:
    """The stated totals of the tables of a notice, column by column."""
    table: list[Block] = []
    for block in notice.blocks:
        if not block.is_row:
            table = []
        elif _is_total(block):
            yield from _columns(table, block)
            table = []
        else:
            table.append(block)


def _is_total(block: Block) -> bool:
    """合计 | | 14 | 2 | 12, but not the head 总计 | 大型 | 小型."""
    texts = [cell.text for cell in block.cells if cell.text]
    return bool(texts) and TOTAL.fullmatch(texts[0]) is not None and any(map(WHOLE.fullmatch, texts))


def _columns(table: Sequence[Block], total: Block) -> Iterator[CountRecord]:
    rows = [row for row in table if len(row.cells) == len(total.cells) and _is_part(row)]
    if len(rows) < LEAST:
        return
    heads = table[: table.index(rows[0])]
    for column, cell in enumerate(total.cells):
        if not WHOLE.fullmatch(cell.text):
            continue
        values = [row.cells[column].text for row in rows]
        if not all(WHOLE.fullmatch(value) or value in ("", "-", "/", "—") for value in values):
            continue
        start, end = cell.span(0, len(cell.text))
        summed = sum(int(value) for value in values if WHOLE.fullmatch(value))
        yield CountRecord(total.document.name, start, end, _head(heads, column), int(cell.text), summed)


def _is_part(row: Block) -> bool:
    """Whether a row counts: it names something, has a number that is no year, and is no sum of a part."""
    texts = [cell.text for cell in row.cells if cell.text]
    numbers = [text for text in texts if WHOLE.fullmatch(text)]
    named = any(not WHOLE.fullmatch(text) for text in texts)
    return named and any(not YEAR.fullmatch(text) for text in numbers) and not any(map(PART.fullmatch, texts[:2]))


def _head(heads: Sequence[Block], column: int) -> str:
    """What stands above a column, the lowest head that has anything."""
    for row in reversed(heads):
        if column < len(row.cells) and row.cells[column].text:
            return f"合计（{row.cells[column].text}）"
    return "合计"
