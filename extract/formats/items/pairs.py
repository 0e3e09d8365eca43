"""Rows of a sheet on one item, each a label and what it is of: 项目名称⇥新建公厕20座 / 责任领导⇥方小舟⇥牵头单位⇥市城管局.

In:  the blocks of a notice. Out: the same blocks; each pair of such a row as a paragraph of its own, the name of the item without its label
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extract.clean import Text, join
from extract.document import Block
from extract.formats.items.item import NAME_LABEL, TEXT_LABEL
from extract.lexicon import any_of
from extract.names.labels import GAPPED

OTHER = re.compile(any_of("duties", "other_label"))  # labels of a sheet that say nothing of who answers


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and what it is of as a paragraph, or, of 项目名称, the name alone."""

    block: Block
    names_item: bool


def sheets_of(blocks: Sequence[Block]) -> dict[int, list[Pair]]:
    """The pairs of each row by the row's index, where every row around it holds pairs: a table may begin with one."""
    sheets: dict[int, list[Pair]] = {}
    for is_row, run in groupby(range(len(blocks)), key=lambda index: blocks[index].is_row):
        pairs = {index: pairs_of(blocks[index]) for index in run} if is_row else {}
        if pairs and all(pairs.values()):
            sheets |= pairs
    return sheets


def pairs_of(block: Block) -> list[Pair]:
    """The pairs of a row; none of another row, such as one of a table whose labels stand in its first row."""
    cells = [cell for cell in block.cells if cell.text]
    if len(cells) < 2 or len(cells) % 2:
        return []
    pairs = list(zip(cells[::2], cells[1::2], strict=True))
    if not all(_is_label(label.text) for label, _ in pairs) or any(_is_label(value.text) for _, value in pairs):
        return []
    return [pair for label, value in pairs for pair in _pair(block, label, value)]


def _pair(block: Block, label: Text, value: Text) -> Iterator[Pair]:
    if GAPPED.fullmatch(label.text):
        text = join([label, value])
    elif NAME_LABEL.fullmatch(label.text + ":"):
        text = value
    else:
        return
    yield Pair(Block(block.document, text.offsets[0], text.offsets[-1] + 1, text), text is value)


def _is_label(text: str) -> bool:
    return bool(
        GAPPED.fullmatch(text)
        or NAME_LABEL.fullmatch(text + ":")
        or TEXT_LABEL.fullmatch(text + ":")
        or OTHER.fullmatch(text)
    )
