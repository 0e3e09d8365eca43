"""The item at hand while a notice's paragraphs are read: the heading above, the paragraphs nobody answers for yet.

In:  一、促进消费 / 1. …。 / 2. …。 / (牵头单位:区商务局)   Out: the item that the bracket closes: the block since the heading
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.document import Block
from extract.formats.items.item import MARK, Item, item_label, without_enumerator
from extract.names.labels import LABEL
from extract.names.marks import DIGITS
from extract.names.shares import Statement

HEADING_END = "。;:!?,、"
LONGEST_HEADING = 60
BULK = 12  # paragraphs that a bracket on a line of its own may close at most
OVER = re.compile(rf"(?:[{DIGITS}十]{{1,3}}、|\([{DIGITS}十]{{1,3}}\))[^。;:]+。$")  # (一)改善民生。
IN_WORDS, IN_FIGURES = re.compile(rf"[{DIGITS}十百]+"), re.compile(r"\d+")


@dataclass(slots=True)
class AtHand:
    """Paragraphs that nobody answers for yet: the heading above them, and the item that the last statement closed."""

    heading: Block | None = None
    blocks: list[Block] = field(default_factory=list)
    item: Item | None = None
    below: Item | None = (
        None  # the paragraphs below the heading that names the item, of which they are the text if one line answers
    )
    stated: list[tuple[Block, Statement]] = field(default_factory=list)
    named_by_heading: bool = False
    text_labelled: bool = False  # whether the paragraph at hand opens with 项目内容:
    sheet: bool = False  # whether the heading is the name that a sheet gives its item
    labelled: bool = False  # whether 项目名称:… names the item at hand, so that 建设内容:… below is of it
    official: tuple[Block, Statement] | None = None  # whom a heading names over the items below it
    first_leads: str | None = None  # the word for the first unit of each list: …为牵头单位,下同
    level: str = ""  # the shape of the last item's enumerator: an enumerated line of that shape is no heading


def torn_off(state: AtHand) -> tuple[Block, int, int] | None:
    """The paragraph above as the first part: its bracket is open (如:…), or it has the items' enumerator and no end.

    A page may also break between two sentences of an item: 3.推行绿色采购。…采购体系。/ 建立服务平台。(责任单位:…) / 4.….
    """
    if state.blocks:
        block = state.blocks[-1]
        text = block.text.text
        start, number = without_enumerator(text, 0, len(text))
        is_open = number is not None and text.rfind("(") > text.rfind(")")
        is_item = number is not None and len(state.blocks) == 1 and level_of(number) == state.level
        return (block, start, len(text)) if is_open or is_item else None
    if state.heading is None:
        return None
    text = state.heading.text.text
    start, number = without_enumerator(text, 0, len(text))
    is_item = number is not None and level_of(number) == state.level and "," in text
    return (state.heading, start, len(text)) if is_item else None


def level_of(number: str) -> str:
    """The shape of an enumerator, equal for those of one level: (3) and (12), 一、 and 二、."""
    return IN_WORDS.sub("一", IN_FIGURES.sub("1", number))


def names_units_alone(text: str, said: Statement) -> bool:
    """Whether a line opens with a label of units (责任单位:…): it may close the text above; 分管领导:… belongs to the heading."""
    label = LABEL.match(text, said.start, said.end)
    return label is not None and bool(label["unit"] or label["open"])


def below_heading(state: AtHand) -> Item | None:
    """The paragraphs below a heading, which one line of units closes: 一、放宽条件 / 城区要以…。 / 责任单位:县公安局."""
    blocks = state.blocks[-BULK:]
    return Item(tuple((block, 0, len(block.text)) for block in blocks)) if blocks else None


def whole_block(state: AtHand, in_bracket: bool) -> Item | None:
    """The item that a statement on a line of its own closes: the paragraphs since the heading, or the heading itself."""
    heading, blocks = state.heading, state.blocks[-BULK:]
    state.named_by_heading = False
    if len(blocks) > 1 and _stand_over(blocks[:-1], blocks[-1]):
        blocks = blocks[-1:]
    own = len(blocks) == 1 and bool(MARK.match(blocks[0].text.text))  # (一)加强管理 / 1.规范…。 / 牵头单位:…
    if heading is not None and (not blocks or (not in_bracket and not own and MARK.match(heading.text.text))):
        state.named_by_heading = True
        blocks = [heading]
    parts = []
    number = None
    for index, block in enumerate(blocks):
        start = 0
        if index == 0:
            start, number = without_enumerator(block.text.text, 0, len(block.text))
        if label := item_label(block.text.text, start, len(block.text)):
            start = label.end()
        if start < len(block.text):
            parts.append((block, start, len(block.text)))
    return Item(tuple(parts), number) if parts else None


def _stand_over(above: Sequence[Block], item: Block) -> bool:
    """Whether lines are headings of one sentence over an item that a figure numbers: (一)改善民生。 / 5.建设养老院。"""
    text = item.text.text
    number = without_enumerator(text, 0, len(text))[1]
    if number is None or not IN_FIGURES.search(number):
        return False
    marks = [OVER.match(block.text.text) for block in above]
    return all(mark and len(block.text) <= LONGEST_HEADING for mark, block in zip(marks, above, strict=True))


def is_heading(text: str) -> bool:
    """Whether a paragraph is a heading: short, without a full stop or a comma at its end."""
    if len(text) > LONGEST_HEADING or "。" in text or text[-1] in HEADING_END:
        return False
    return bool(MARK.match(text)) or len(text) <= 30
