"""The title of a notice as one text, however many lines it takes: a group's name may be broken between them.

In:  安山县人民政府办公室关于成立安山县 / 信用建设工作领导小组的通知
Out: both lines joined, and which blocks they are
"""

from dataclasses import dataclass

from extract.clean import Text, join
from extract.document import Notice

HEAD = 8  # blocks in which a title begins
LONGEST = 5  # blocks


@dataclass(frozen=True, slots=True)
class Title:
    """The title's text; `first`, `last`: the indices of its blocks; `lines`: how many source lines it takes."""

    text: Text | None = None
    first: int = 0
    last: int = -1
    lines: int = 0


def title_of(notice: Notice) -> Title:
    """Where the title stands in the notice; an empty Title if it has none or its lines stand apart."""
    title = notice.heading
    for first in range(min(HEAD, len(notice.blocks))) if title else ():
        if not title.startswith(notice.blocks[first].text.text[:4]):
            continue
        for last in range(first, min(first + LONGEST, len(notice.blocks))):
            blocks = notice.blocks[first : last + 1]
            text = blocks[0].text if len(blocks) == 1 else join([block.text for block in blocks])
            if len(text) >= len(title):
                raw = notice.document.text[blocks[0].start : blocks[-1].end]
                return Title(text, first, last, 1 + raw.count("\n")) if text.text == title else Title()
    return Title()
