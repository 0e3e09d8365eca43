"""Where the items of a notice stand: the headings above each, the annex and the list that it is in, and the dates of its deadline.

In:  附件2 / 重点任务分工方案 / 二、优化营商环境 / (三)简化流程 / 6.压缩时限。(区商务局牵头;完成时限:2022年6月底)
Out: the record of 6., with annex 附件2 重点任务分工方案, section 二、优化营商环境/(三)简化流程, due 2022-06

Which list is told by inner_lists.py.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.clean import printed
from extract.document import Block, Notice
from extract.facts import ItemRecord
from extract.formats.items.places.inner_lists import InnerLists, told_apart
from extract.formats.scope import YEAR
from extract.names.dates import due_dates
from extract.names.marks import DIGITS, IN_WORDS, may_open_with_mark
from extract.slotted import changed

ANNEX = re.compile(rf"^附(?:件|表|录)(?P<number>[{DIGITS}十\d]{{0,3}})[:.]?(?P<title>.{{0,60}})$")
HEADINGS = (
    re.compile(rf"^第[{DIGITS}十百\d]{{1,4}}[编章部篇]"),
    re.compile(rf"^第[{DIGITS}十百\d]{{1,4}}节"),
    re.compile(rf"^{IN_WORDS}[、.:]"),
    re.compile(rf"^\({IN_WORDS}\)"),
    re.compile(r"^\d{1,3}[.、](?!\d)"),
    re.compile(r"^(?:\(\d{1,3}\)|\d{1,3}\))"),
)
LONGEST_HEADING = 60
LONGEST_ANNEX_TITLE = 40
JOINT = "/"


@dataclass(slots=True)
class _Place:
    """Where the text is: the annex, and the headings in force by their level."""

    annex: str | None = None
    headings: dict[int, str] = field(default_factory=dict)

    @property
    def section(self) -> str | None:
        return JOINT.join(self.headings[level] for level in sorted(self.headings)) or None


def placed(notice: Notice, items: Sequence[ItemRecord]) -> list[ItemRecord]:
    """The records of a notice's items, in the order of the text, with section, annex, list and due dates."""
    return told_apart([*_placed(notice, items)]) if items else []


def _placed(notice: Notice, items: Sequence[ItemRecord]) -> Iterator[ItemRecord]:
    place, waiting, year = _Place(), list(items)[::-1], _year_of(notice)
    lists = InnerLists.of(notice)
    for index, block in enumerate(notice.blocks):
        if not waiting:
            break
        inside = []
        while waiting and waiting[-1].start < block.end:
            inside.append(waiting.pop())
        _enter(place, notice, index, block, own=bool(inside))
        lists.enter(index, own=bool(inside))
        if not inside:
            continue
        around, name = place.section, lists.name
        for item in inside:
            section = JOINT.join(dict.fromkeys(filter(None, (around, item.section)))) or None
            due = due_dates(item.deadline, year) if item.deadline else ()
            told = (item.section, item.annex, item.subtitle, item.due)
            if told == (section, place.annex, name, due):
                yield item
            else:
                yield changed(item, section=section, annex=place.annex, subtitle=name, due=due)
    yield from reversed(waiting)


def _year_of(notice: Notice) -> int | None:
    """The year of the plan: that of the title, else that of the signature."""
    years = YEAR.findall(notice.heading)
    return int(years[-1]) if years else int(notice.dated[:4]) if notice.dated else None


def _enter(place: _Place, notice: Notice, index: int, block: Block, *, own: bool) -> None:
    """Takes a heading or the head of an annex in; a paragraph that is an item of its own (own) heads nothing below it."""
    text = _line_of(block)
    if text is None or not may_open_with_mark(text):
        return
    if text[0] == "附" and (annex := ANNEX.match(text)):
        if index + 1 >= len(notice.blocks) or ANNEX.match(_line_of(notice.blocks[index + 1]) or ""):
            return  # the list of annexes at the end of a text
        place.annex, place.headings = _annex_name(notice, index, annex), {}
        return
    level = next((i for i in _levels(text[0]) if HEADINGS[i].match(text)), None)
    if level is None:
        return
    place.headings = {depth: name for depth, name in place.headings.items() if depth < level}
    if not own and len(text) <= LONGEST_HEADING and text[-1] not in "。;:,":
        place.headings[level] = printed(block.raw)


def _levels(first: str) -> tuple[int, ...]:
    """The levels of HEADINGS that a line may be of, by its first character."""
    return (0, 1) if first == "第" else (3, 5) if first == "(" else (4, 5) if first.isdecimal() else (2,)


def _line_of(block: Block) -> str | None:
    """The text of a paragraph, or of a row that one cell fills; None for other rows."""
    if not block.is_row:
        return block.text.text
    filled = [cell.text for cell in block.cells if cell.text]
    return filled[0] if len(filled) == 1 else None


def _annex_name(notice: Notice, index: int, annex: re.Match[str]) -> str:
    """附件2 with the title on its own or on the next line."""
    if annex["title"]:
        return annex[0]
    below = _line_of(notice.blocks[index + 1]) or ""
    is_title = 0 < len(below) <= LONGEST_ANNEX_TITLE and below[-1] not in "。;:,"
    return f"{annex[0]} {below}" if is_title else annex[0]
