"""Row blocks of a notice → tables: consecutive rows under one header, also over page breaks that print the header again.

In:  序号⇥任务⇥牵头单位 / 1⇥…⇥区商务局 / (page break) 序号⇥任务⇥牵头单位 / 2⇥…⇥区教育局
Out: Table(header=("序号", "任务", "牵头单位"), rows=(the two rows that are no header))
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.document import Block, Notice

HEADER_WORD = re.compile(
    r"^(?:序号|编号|号|项目|任务|目标|名称|内容|单位|责任|牵头|配合|承办|协办|工作|措施|时限|时间|完成|备注|领导|联系|职务|姓名|地址|电话|类别|指标|标准|要求|进度|部门|机关|依据|事项)"
    r"|(?:名称|内容|单位|部门|领导|时限|时间|情况|标准|措施|备注|指标|目标|任务|事项|电话|地址|职务|姓名|机关)(?:\([^()]*\))?$"
)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand under one header; `header` holds the cleaned text of its cells, () if none is printed."""

    header: tuple[str, ...]
    rows: tuple[Block, ...]
    head: Block | None = field(default=None, repr=False)


def is_header(block: Block) -> bool:
    """Whether a row is a header: at least two filled cells, short, most of them column names (序号, 目标任务, 牵头单位)."""
    filled = [cell.text for cell in block.cells if cell.text]
    if len(filled) < 2 or any(len(text) > 16 for text in filled):
        return False
    return sum(bool(HEADER_WORD.search(text)) for text in filled) * 2 > len(filled)


def tables(notice: Notice) -> list[Table]:
    """The tables of a notice in the order of the text."""
    return list(_tables(notice))


def _tables(notice: Notice) -> Iterator[Table]:
    head: Block | None = None
    rows: list[Block] = []
    gap = 0
    for block in notice.blocks:
        if not block.is_row:
            gap += 1
            continue
        if is_header(block):
            if rows and (head is None or _names(head) != _names(block)):
                yield Table(_names(head), tuple(rows), head)
                rows = []
            head = block
        else:
            if rows and gap > 1 and (head is None or head.end < rows[-1].start):
                yield Table(_names(head), tuple(rows), head)
                head, rows = None, []
            rows.append(block)
        gap = 0
    if rows:
        yield Table(_names(head), tuple(rows), head)


def _names(head: Block | None) -> tuple[str, ...]:
    return tuple(cell.text for cell in head.cells) if head else ()
