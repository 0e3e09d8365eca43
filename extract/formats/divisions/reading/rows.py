"""Tables of leaders: 姓名 | 职务 | 分管工作 | 联系单位; and rows of a label and what it says.

In:  what is remembered, and a row. Out: the facts of the row's person.

    王某某 | 副县长 | 教育、卫生 → holds 县人民政府/副县长; leads 教育, 卫生 (分管)
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.clean import Text, join
from extract.document import Block
from extract.facts import Doubt, Fact
from extract.formats.divisions.duties.verbs import has_duty
from extract.formats.divisions.heads import head_of
from extract.formats.divisions.house import House
from extract.formats.divisions.labels import COLUMN, MAY_HEAD, NAME_COLUMN, POST_COLUMN, label_of
from extract.formats.divisions.naming import bare_name
from extract.formats.divisions.reading.memory import Memory, Read, Setting, Table, of_nobody
from extract.formats.divisions.reading.stacked import Lines, title_above_name
from extract.formats.divisions.reading.told import duties, labelled
from extract.lexicon import any_of
from extract.names.persons.titled import Titled, holds
from extract.tables.tables import is_filled

LONGEST_NAME_CELL = 40
OF_THINGS = re.compile(
    rf"(?:河[流道湖]|{any_of('divisions', 'of_things')})(?:名称)?$"
)  # 河流名称⇥县级河长⇥联系部门: no people


def labelled_row(setting: Setting, memory: Memory, block: Block, lines: Lines, index: int) -> Read | None:
    """当前分工 | 负责信访工作: a cell that is a label, and what it says; None if the row is no such."""
    filled = [cell for cell in block.cells if cell.text]
    if len(filled) != 2 or memory.table.columns:
        return None
    label = label_of(filled[0].text)
    if label is None or label.body < len(filled[0]):
        return None
    label = replace(label, body=len(filled[0]))
    above = title_above_name(setting, memory, block.text, label, lines, index)
    return above if above is not None else labelled(setting, memory, block.text, label)


def is_heading(block: Block) -> bool:
    """Whether a row is the heading of a table of leaders: duties in a column, or names beside posts."""
    if not block.text.signs & MAY_HEAD:
        return False
    named = any(NAME_COLUMN.fullmatch(cell.text) for cell in block.cells)
    if not named and any(OF_THINGS.search(cell.text) for cell in block.cells):
        return False
    if any(COLUMN.fullmatch(cell.text) for cell in block.cells):
        return True
    return named and any(POST_COLUMN.fullmatch(cell.text) for cell in block.cells)


def row_of(setting: Setting, memory: Memory, block: Block) -> Read:
    """A row under such a heading: the column's heading is the verb where its cell has none."""
    if is_heading(block):
        heads = tuple((i, m["verb"] or "") for i, cell in enumerate(block.cells) if (m := COLUMN.fullmatch(cell.text)))
        named = any(NAME_COLUMN.fullmatch(cell.text) for cell in block.cells)
        return replace(memory.closed(), table=Table(heads, people=not heads, named=named)), []
    first = min((column for column, _ in memory.table.columns), default=len(block.cells))
    cells = [cell for cell in block.cells[:first] if cell.text]
    for index, cell in enumerate(cells):
        if len(cell) > LONGEST_NAME_CELL:
            continue
        text = cell if index + 1 >= len(cells) else join([cell, cells[index + 1]])
        head = _head_of_cells(setting.house, cell, text)
        is_title = head is not None and setting.house.is_title(text.text, len(cell), len(text))
        if head is None or (memory.table.people and not is_title and not head.offices):
            continue
        memory = memory.opened(setting.document, text, head)
        held = holds(setting.document, text, head, setting.date, "divisions.titles")
        return memory.closed(), [*held, *_duties_of_cells(setting, memory, block, index)]
    return memory, [*_duties_of_nobody(setting, memory, block)]


def _duties_of_nobody(setting: Setting, memory: Memory, block: Block) -> Iterator[Doubt]:
    """What a row of a table of persons prints under duties where no name can be read: ⇥副局长⇥分管后勤, 空缺⇥副局长⇥分管后勤."""
    if not memory.table.named:
        return
    for column, _ in memory.table.columns:
        if column < len(block.cells) and is_filled(block.cells[column]):
            yield of_nobody(setting, block.cells[column])


def _duties_of_cells(setting: Setting, memory: Memory, block: Block, name: int) -> Iterator[Fact | Doubt]:
    """The duties in a row of the person at hand, whose name stands in the cell `name`."""
    columns: Sequence[tuple[int, str | None]] = memory.table.columns
    if not columns:  # duties in a column of remarks
        columns = [(i, None) for i, cell in enumerate(block.cells) if i > name and has_duty(cell.text)]
    for column, verb in columns:
        if column < len(block.cells) and block.cells[column].text:
            yield from duties(setting, replace(memory, heading=verb), block.cells[column], 0)


def _head_of_cells(house: House, cell: Text, text: Text) -> Titled | None:
    """王某某 | 副县长 · 副县长 | 王某某 · 副县长王某某."""
    person = bare_name(cell)
    if person is not None and len(text) > len(cell) and house.is_title(text.text, len(cell), len(text)):
        return replace(person, offices=tuple(house.offices(text.text, len(cell), len(text))))
    if (
        len(text) > len(cell)
        and house.is_title(cell.text, 0, len(cell))
        and (below := bare_name(text.part(len(cell), len(text))))
    ):
        offices = tuple(house.offices(cell.text, 0, len(cell)))
        return Titled(below.name_start + len(cell), below.name_end + len(cell), offices)
    head = head_of(cell, house)
    if head is not None and head.person is not None and head.person.offices:
        return head.person
    return person
