"""Tables that print the post of each person in the column after the name: 行政责任人⇥职务, 县级河长⇥职务.

In:  水库名称⇥行政责任人⇥职务 / 青山水库⇥丁力⇥副县长 · 责任单位⇥责任人⇥职务 / 县水利局⇥石磊⇥局长
Out: holds(丁力, 副县长 of 县人民政府); a bare post is of the body in the cell before the name: holds(石磊, 局长 of 县水利局)

Columns of names alone (姓名⇥职务) are those of lists of leaders and of members, which their own formats read.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.clean import Text
from extract.document import Block
from extract.facts import Doubt, Fact
from extract.formats.titles.stated import RULE, facts_of
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.offices.office import Office, moved
from extract.names.offices.posts import is_bare_post
from extract.names.offices.titles import offices
from extract.names.people import is_person_name
from extract.names.persons.holders import Holder

POST_COLUMN = re.compile(r"(?:现任|单位及?|行政)?职\s*务(?:职称)?")
PERSON_COLUMN = re.compile(
    rf".{{0,8}}(?:[河湖林田路链街格]长|{any_of('persons', 'person_column')})(?:姓名|\([^()]{{1,8}}\))?"
)


NAME_COLUMN = re.compile(r"姓\s*名")
NOW_COLUMN = re.compile(r"(?:现任|现(?:工作)?单位及)职务(?:职级)?|现职务?")
TO_BE_COLUMN = re.compile(r"拟(?:任|提拔|推荐|提名)[^,。;]{0,10}(?:职务|职位|人选)?(?:职级)?")


def columns_of(block: Block) -> tuple[tuple[int, int], ...]:
    """Where a header prints a column of posts for one of people: the indexes of both, pair by pair; () of any other row.

    Of persons about to be appointed, 现任职务 beside 拟任职务, the post held until now stands in any column after the name.
    """
    if "职" not in block.text.text:
        return ()
    cells = [cell.text for cell in block.cells]
    beside = tuple(
        (index - 1, index)
        for index, cell in enumerate(cells)
        if index and POST_COLUMN.fullmatch(cell) and PERSON_COLUMN.fullmatch(cells[index - 1])
    )
    names = [index for index, cell in enumerate(cells) if NAME_COLUMN.fullmatch(cell)]
    now = [index for index, cell in enumerate(cells) if NOW_COLUMN.fullmatch(cell)]
    to_be = any(TO_BE_COLUMN.fullmatch(cell) for cell in cells)
    return beside or ((names[0], now[0]),) if to_be and len(names) == len(now) == 1 else beside


def titled_cells(block: Block, columns: tuple[tuple[int, int], ...]) -> Iterator[Fact | Doubt]:
    """The posts that a row below such a header prints after its names."""
    starts = block.cell_starts() if columns else ()
    for index, post in columns:
        if post >= len(block.cells):
            continue
        name, title = block.cells[index], block.cells[post]
        if not is_person_name(name.text):
            continue
        held = _offices(title, block.cells[index - 1] if index else None)
        if held:
            there = tuple(moved(office, starts[post]) for office in held)
            yield from facts_of(block, Holder(starts[index], starts[index] + len(name), there), None, f"{RULE}.column")


def _offices(title: Text, before: Text | None) -> list[Office]:
    """The offices of a cell that is a title as a whole; a bare post is of the body that the cell before the name names."""
    base: Office | None = None
    if is_bare_post(title.text, 0, len(title)) and not offices(title.text, 0, len(title)):
        kind = kind_of_body(before.text) if before is not None and not is_aggregate(before.text) else None
        if before is None or kind is None:
            return []
        base = Office(None, None, before.text, kind, "", 0, 0)
    held = offices(title.text, 0, len(title), base)
    if base is not None:
        held = [replace(office, body=base.body, kind=base.kind) for office in held]
    whole = all(one.body_start is None or kind_of_body(one.body) is not None for one in held)  # not 科技|副局长
    return held if held and whole and held[-1].post_end == len(title) else []
