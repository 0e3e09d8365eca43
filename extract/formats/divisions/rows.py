"""Tables of leaders: 姓名 | 职务 | 分管工作 | 联系单位; and rows of a label and what it says.

In:  a table row and the reader. Out: the facts of the row's person.

    王某某 | 副县长 | 教育、卫生 → holds 县人民政府/副县长; leads 教育, 卫生 (分管)
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.clean import Text, join
from extract.document import Block
from extract.facts import Doubt, Fact
from extract.formats.divisions.duties.verbs import has_duty
from extract.formats.divisions.heads import head_of
from extract.formats.divisions.house import House
from extract.formats.divisions.labels import COLUMN, NAME_COLUMN, POST_COLUMN, label_of
from extract.formats.divisions.naming import bare_name
from extract.formats.divisions.reader import Reader, duties, labelled
from extract.lexicon.signs import sign_of
from extract.names.persons.titled import Titled, holds

LONGEST_NAME_CELL = 40
MAY_HEAD = sign_of(COLUMN, NAME_COLUMN)
OF_THINGS = re.compile(
    r"(?:河[流道湖]|水库|湖泊|网格|路段|项目|企业|名称)(?:名称)?$"
)  # 河流名称⇥县级河长⇥联系部门: no people


def labelled_row(reader: Reader, block: Block) -> Iterator[Fact | Doubt] | None:
    """当前分工 | 负责信访工作: a cell that is a label, and what it says; None if the row is no such."""
    filled = [cell for cell in block.cells if cell.text]
    if len(filled) != 2 or reader.columns:
        return None
    label = label_of(filled[0].text)
    if label is None or label.body < len(filled[0]):
        return None
    return labelled(reader, block.text, replace(label, body=len(filled[0])))


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


def row_of(reader: Reader, block: Block) -> Iterator[Fact | Doubt]:
    """A row under such a heading: the column's heading is the verb where its cell has none."""
    if is_heading(block):
        reader.close()
        heads = {i: m for i, cell in enumerate(block.cells) if (m := COLUMN.fullmatch(cell.text))}
        reader.columns = {index: match["verb"] or "" for index, match in heads.items()}
        reader.people = not heads
        return
    first = min(reader.columns, default=len(block.cells))
    cells = [cell for cell in block.cells[:first] if cell.text]
    for index, cell in enumerate(cells):
        if len(cell) > LONGEST_NAME_CELL:
            continue
        text = cell if index + 1 >= len(cells) else join([cell, cells[index + 1]])
        head = _head_of_cells(reader.house, cell, text)
        if head is None or (
            reader.people and not reader.house.is_title(text.text, len(cell), len(text)) and not head.offices
        ):
            continue
        reader.open(text, head)
        yield from holds(reader.document, text, head, reader.date, "divisions.titles")
        columns: dict[int, str | None] = dict(reader.columns)
        if not columns:  # duties in a column of remarks
            columns = {i: None for i, other in enumerate(block.cells) if i > index and has_duty(other.text)}
        for column, verb in columns.items():
            if column < len(block.cells) and block.cells[column].text:
                reader.heading = verb
                yield from duties(reader, block.cells[column], 0)
        reader.close()
        return


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
