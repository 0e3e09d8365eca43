"""Numbered parts with what each does, of a page whose heading is not there: the middle of a 三定 document.

In:  (十五)财务股 / 负责机关财务。 / (十六)人事股 / 负责机构编制。 / 机关党委 负责党群工作。 / 离退休干部科负责… / 四、人员编制 / 县水利局机关行政编制20名。
Out: part_of(财务股 → 县水利局, 内设机构), …; a doubt where nothing below says whose they are
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from extract.document import Block, Notice
from extract.facts import Doubt, Fact, Kind, Party
from extract.formats.establishment.part import DOES, LATER, LONGEST_QUOTE, ROLE, is_inner, part_of
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import ENUMERATOR, HAN
from extract.names.units import breaks

RULE = "establishment.orphans"
LEAST = 3  # parts in a row
LONGEST_REMARK = 30  # characters of a line on a part that others set up
LONGEST_SHORT, SHORT_END = 3, "队班室"  # 车队, 小车班
FAR = 6  # blocks below the last part in which its organ is named
NUMBERED = re.compile(rf"(?:{ENUMERATOR})(?P<name>[{HAN}]{{2,20}})(?:\([{HAN}、]{{2,20}}\))?[。:]?$")
SAID_OF_OTHERS = re.compile(any_of("organs", "set_by_rule"))  # 纪检监察机构按有关规定设置。
STAFFED = re.compile(
    rf"(?P<owner>[{HAN}]{{3,20}}?)(?:机关)?[行政事业]{{0,2}}编制(?=\d|为|总)"
)  # 县水利局机关|行政编制20名


@dataclass(frozen=True, slots=True)
class _Part:
    """A part that a line names."""

    block: Block
    start: int
    end: int


def orphans(notice: Notice, known: Set[int | None]) -> Iterator[Fact | Doubt]:
    """The numbered parts that no heading opens; `known`: where the parts stand that have been read."""
    blocks = notice.blocks
    index = 0
    while index < len(blocks):
        if blocks[index].is_row or not NUMBERED.match(blocks[index].text.text):
            index += 1
            continue
        parts, after = _run(blocks, index)
        if len(parts) >= LEAST and not any(one.block.text.offsets[one.start] in known for one in parts):
            yield from _told(notice, parts, blocks[after : after + FAR])
        index = max(after, index + 1)


def _run(blocks: Sequence[Block], first: int) -> tuple[list[_Part], int]:
    """The parts from a block on, each with a line of what it does, and the block after them."""
    parts: list[_Part] = []
    index = first
    while index + 1 < len(blocks) and not blocks[index].is_row:
        block, text = blocks[index], blocks[index].text.text
        numbered = NUMBERED.match(text)
        gap = min((cut for cut in breaks(block.text) if cut > 2), default=0) if parts else 0
        if numbered and _may_be_part(numbered["name"]) and DOES.match(blocks[index + 1].text.text):
            parts.append(_Part(block, *numbered.span("name")))
            index += 2
        elif parts and (later := LATER.match(text)):
            parts.append(_Part(block, *later.span("name")))
            index += 1
        elif parts and len(text) <= LONGEST_REMARK and SAID_OF_OTHERS.search(text):
            index += 1
        elif parts and gap and is_inner(text[:gap]) and DOES.match(text, gap):
            parts.append(_Part(block, 0, gap))
            index += 1
        else:
            break
    return parts, index


def _may_be_part(name: str) -> bool:
    """Whether a numbered line above what somebody does can name a part: a short one by its last character, 车队."""
    return is_inner(name) or (len(name) <= LONGEST_SHORT and name[-1] in SHORT_END)


def _told(notice: Notice, parts: Sequence[_Part], below: Sequence[Block]) -> Iterator[Fact | Doubt]:
    owner = next((organ for block in below if (organ := _owner(block)) is not None), None)
    if owner is None:
        start, end = parts[0].block.start, parts[-1].block.end
        yield Doubt(notice.document.evidence(start, min(end, start + LONGEST_QUOTE)), RULE, "organ_unknown")
        return
    for one in parts:
        part = part_of(notice, one.block, owner, one.start, one.end, ROLE, RULE)
        start = part.evidence.start
        if owner.end is not None and owner.end - start <= LONGEST_QUOTE:
            part = replace(part, evidence=notice.document.evidence(start, owner.end))
        yield part


def _owner(block: Block) -> Party | None:
    """The organ whose posts a line counts: 县水利局机关行政编制20名."""
    staffed = STAFFED.match(block.text.text) if not block.is_row else None
    kind = kind_of_body(staffed["owner"]) if staffed else None
    if staffed is None or kind is None or kind is Kind.GROUP:
        return None
    return block.party(kind, *staffed.span("owner"))
