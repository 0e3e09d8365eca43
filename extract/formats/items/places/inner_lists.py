"""Which list an item stands in where a notice holds several: a text handed out beside another, a table with a caption, a part of a table.

In:  现将《甲实施意见》和《甲若干措施》印发给你们 … 甲若干措施 / 一、… / (一)…           Out: 甲若干措施
     责任单位：县发改局 / 序号⇥事项⇥牵头单位 … / 县民生实事任务分解表⇥⇥ / 1⇥…              Out: 责任单位：县发改局/县民生实事任务分解表

It tells the lists of a document apart for whoever asks for one of them; nothing else rests on it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.clean import printed
from extract.document import Block, Notice
from extract.facts import ItemRecord
from extract.slotted import changed
from extract.tables.tables import column_of, labels
from extract.text.paragraphs import is_enumerated

LONGEST = 60
JOINT = "/"
HANDED_OUT = re.compile(r"《(?P<title>[^《》]{4,60})》")
HANDS_OUT = ("印发", "转发", "发布")
BARE = re.compile(r"[\s《》]")
HEAD_BLOCKS = 8
CLOSES = "。;:,、"
UNIT_LINE = re.compile(r"^\(?(?:计量)?单位[:：]")  # 单位:万元 above a table is no caption
LEAST_CAPTION = 4
LEAST_ACROSS = 6  # characters of a row that heads those below it
FEWEST_COLUMNS = 2  # known names that make a row a header


@dataclass(slots=True)
class InnerLists:
    """Where a reading stands among the lists of a notice."""

    notice: Notice
    titles: frozenset[str]  # of the texts that the notice hands out, where they are several
    furniture: frozenset[str]  # lines that the notice prints again and again
    title: str | None = None
    caption: str | None = None
    row: str | None = None

    @classmethod
    def of(cls, notice: Notice) -> "InnerLists":
        """The lists of a notice, before its first line."""
        head = [block.text.text for block in notice.blocks[:HEAD_BLOCKS] if not block.is_row]
        named = {
            _bare(match["title"])
            for text in head
            if any(word in text for word in HANDS_OUT)
            for match in HANDED_OUT.finditer(text)
        }
        lines = Counter(block.text.text for block in notice.blocks if not block.is_row and len(block.text) <= LONGEST)
        again = frozenset(text for text, times in lines.items() if times > 1)
        return cls(notice, frozenset(named) if len(named) > 1 else frozenset(), again)

    @property
    def name(self) -> str | None:
        """The list in force, outermost part first; None in a notice of one list."""
        return JOINT.join(part for part in (self.title, self.caption, self.row) if part) or None

    def enter(self, index: int, *, own: bool) -> None:
        """Takes a paragraph or row in; one that is an item itself names no list."""
        block = self.notice.blocks[index]
        if block.is_row:
            if not own and (across := _across(block)):
                self.row = across
            return
        text = block.text.text
        if self.titles and _bare(text) in self.titles:
            self.title, self.caption, self.row = printed(block.raw), None, None
        elif self._is_caption(index, text):
            self.caption, self.row = printed(block.raw), None
        elif own or len(text) > LONGEST or is_enumerated(text) or text.startswith("附"):
            self.caption = self.row = None  # running text: the table is over

    def _is_caption(self, index: int, text: str) -> bool:
        """Whether a line stands right over the header of a table and names it."""
        if index + 1 >= len(self.notice.blocks) or not self.notice.blocks[index + 1].is_row:
            return False
        if (
            not LEAST_CAPTION <= len(text) <= LONGEST
            or text[-1] in CLOSES
            or text in self.furniture
            or is_enumerated(text)
        ):
            return False
        return not UNIT_LINE.match(text) and not text.startswith("附") and _is_header(self.notice.blocks[index + 1])


def told_apart(records: Sequence[ItemRecord]) -> list[ItemRecord]:
    """The records of a notice, without the names of lists that its annexes have already, or that do not tell its items apart."""
    shorter = [
        changed(one, subtitle=None) if one.subtitle and one.subtitle in (one.annex or "") else one for one in records
    ]
    if len({one.subtitle for one in shorter}) > 1:
        return shorter
    return [one if one.subtitle is None else changed(one, subtitle=None) for one in shorter]


def _is_header(block: Block) -> bool:
    """Whether a row names columns: 序号⇥工作标准⇥分管区领导⇥牵头单位."""
    return sum(column_of(cell.text) is not None for cell in block.cells if cell.text) >= FEWEST_COLUMNS


def _across(block: Block) -> str | None:
    """The text of a row that one cell fills and that heads the rows below it, as printed."""
    filled = [cell for cell in block.cells if cell.text]
    if len(filled) != 1 or len(block.cells) <= FEWEST_COLUMNS:
        return None
    text = filled[0].text
    heads = (
        LEAST_ACROSS <= len(text) <= LONGEST and text[-1] not in CLOSES and not labels(text) and not is_enumerated(text)
    )
    return text if heads else None


def _bare(title: str) -> str:
    return BARE.sub("", title)
