"""Numbers that a covering letter states of the items in its tables, beside how many were found.

    涉及我区的1项工作任务和10项民生实事、市《政府工作报告》涉及我区的103项工作任务 …
    附件1 (a table of 1 item) · 附件2 (a table of 10) · 附件3 (a table of 103)
    → stated 1, found 1 · stated 10, found 10 · stated 103, found 103

The numbers belong to the tables in their order; where there are more or fewer of them than tables, only a single number that
says that it counts (共分解为47项) is compared, with all tables together. Items are counted by their printed numbers, so one that a page
break prints again counts once.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from extract.document import Block, Notice
from extract.facts import CountRecord, ItemRecord
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.marks import DIGITS

STATED = re.compile(
    rf"""
    (?<![\d.第])(?P<n>\d{{1,4}})[项条个件]  # 2项
    (?=(?P<what>(?:{any_of("items", "counted_how")})*(?:{any_of("duties", "counted_what")})))""",
    re.VERBOSE,
)
MAY_STATE = sign_of(STATED)
COUNTS = re.compile(rf"(?:共|{any_of('duties', 'counted')})[^。;,]{{0,16}}$")
ATTACHMENT = re.compile(rf"附(?:件|表)[\d{DIGITS}十]{{0,3}}:?$")


def counts_of(notice: Notice, items: Iterable[ItemRecord]) -> Iterator[CountRecord]:
    """The stated numbers of items of a notice, each beside the number of items found in the table that it means."""
    first_row = next((block.start for block in notice.blocks if block.is_row), None)
    if first_row is None:
        return
    stated = list(_stated(block for block in notice.blocks if block.start < first_row))
    if not stated:
        return
    sizes = _sizes(notice, [item for item in items if item.start >= first_row])
    if len(stated) == len(sizes) > 1:
        pairs = list(zip(stated, sizes, strict=True))
    elif len(stated) == 1 and sizes and COUNTS.search(stated[0][0].text.text, 0, stated[0][1].start()):
        pairs = [(stated[0], sum(sizes))]
    else:
        return
    for (block, match), counted in pairs:
        start, end = block.text.span(match.start(), match.end("what"))
        yield CountRecord(notice.document.name, start, end, match["what"], int(match["n"]), counted)


def _stated(blocks: Iterable[Block]) -> Iterator[tuple[Block, re.Match[str]]]:
    """The numbers of the paragraphs before the first table, up to the first attachment."""
    for block in blocks:
        if ATTACHMENT.match(block.text.text):
            return
        for match in STATED.finditer(block.text.text) if block.text.signs & MAY_STATE else ():
            yield block, match


def _sizes(notice: Notice, items: list[ItemRecord]) -> list[int]:
    """How many numbered items the tables of each attachment hold; without attachments, those of all tables together."""
    borders = [block.start for block in notice.blocks if not block.is_row and ATTACHMENT.match(block.text.text)]
    rows = [(block.start, block.end) for block in notice.blocks if block.is_row]
    groups: dict[int, list[ItemRecord]] = {}
    for item in items:
        position = bisect_right(rows, (item.start, item.end + notice.end)) - 1
        if position >= 0 and item.start < rows[position][1] and item.number is not None:
            groups.setdefault(bisect_right(borders, item.start), []).append(item)
    return [sum(1 for _ in groupby(item.number for item in groups[key])) for key in sorted(groups)]
