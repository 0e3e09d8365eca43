"""The parts of an organ whose numbered list stands in one paragraph, as a page runs its lines together.

In:  县政府办公室内设3个职能科(室)。(一)秘书科(督查室)。(二)综合科。(三)信息科。机关党委。
Out: part_of(秘书科 → 县政府办公室, 内设), part_of(督查室 → …), part_of(综合科 → …), part_of(信息科 → …), part_of(机关党委 → …)

The names after the numbered ones go on with the list as long as each is the name of a part and nothing else.
"""

import re
from collections.abc import Iterator

from extract.document import Block, Notice
from extract.facts import Doubt, Fact
from extract.formats.establishment.part import is_inner, part_of
from extract.formats.establishment.prose import COUNT, ROOM, SORT, owner_before, with_second
from extract.lexicon.signs import sign_of
from extract.names.marks import HAN, IN_WORDS, LEVELS, SECTIONS

RULE = "establishment.run_in"
OPENS = re.compile(
    rf"""
    (?P<verb>内设|下设|设)(?:有|置|立)?{COUNT}(?:{SORT}|{ROOM}|{SECTIONS}|机构|部门)[^。;:()]{{0,8}}[。:]  # 内设3个职能科(室)。
    (?=\((?:一|1)\)|(?:一|1)[、.])                                                                     # (一)
    """,
    re.VERBOSE,
)
MAY_OPEN = sign_of(OPENS)
ENTRY = re.compile(
    rf"""
    (?P<mark>\((?:{IN_WORDS}|\d{{1,2}})\)|(?:{IN_WORDS}|\d{{1,2}})[、.])?       # (一)
    (?P<name>[{HAN}“”]{{2,20}}?(?:\([{HAN}、]{{2,30}}\))?)                      # 秘书科(督查室)
    (?P<stop>[。;]|[:,][^。]{{0,400}}?[。;]|$)                                  # 。
    """,
    re.VERBOSE,
)


def run_in_lists(notice: Notice) -> Iterator[Fact | Doubt]:
    """The parts that the paragraphs of a notice number one after another."""
    for block in notice.blocks:
        if not block.is_row and block.text.signs & MAY_OPEN:
            yield from _parts(notice, block)


def _parts(notice: Notice, block: Block) -> Iterator[Fact | Doubt]:
    text = block.text.text
    for match in OPENS.finditer(text):
        owner = owner_before(block, text, match.start())
        if owner is None:
            yield block.doubt(match.start(), match.end(), RULE, "organ_unknown")
            continue
        for start, end in _names(text, match.end()):
            for span in with_second(text, start, end):
                yield part_of(notice, block, owner.party, *span, match["verb"], RULE)


def _names(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The numbered names, and those after them that are names of parts alone."""
    while entry := ENTRY.match(text, start):
        if not entry["mark"] and (entry["stop"][:1] not in tuple("。;") or not _goes_on(entry["name"])):
            return
        yield entry.span("name")
        start = entry.end()


def _goes_on(name: str) -> bool:
    """Whether a name after the numbered ones is a part too; not one that was sent there, nor a body of the place."""
    return is_inner(name) and name[0] not in "驻" + LEVELS
