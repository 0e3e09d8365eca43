"""The lines in which a division of work is read: a name line, a label, a duty stand each on its own.

In:  the blocks of a notice
Out: table rows as they are, and Texts: a paragraph that the layout joined is divided again where a name line or a label
     begins, one that a page break divides is joined

    林某某,男,…,现任安山县委常委 / 袁某某 / 工作分工 / 负责宣传工作 → four lines, whatever the paragraphs were
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from extract.clean import Text, join, leaps
from extract.document import Block, Document
from extract.names.marks import HAN

OF_MEMBERS = re.compile("^(?:主要|具体)?(?:工作)?职责:")  # 主要职责:负责…
LABEL_ABOVE = re.compile(rf"^[{HAN}]{{1,8}}:")
MEMBERS = re.compile("^(?:小组)?成员:")
MOST_MEMBERS = 60  # lines
TORN_OFF = re.compile(rf"[{HAN}]{{1,5}}[。、]")  # 股。联系县第一中学
ENDS = "。;:!?,)"
LEAST_JOIN = 20
LEAST_BADGES, LONGEST_BADGES = 3, 60  # words, characters
NO_BADGE = re.compile(r"[,、。;:()]|[长任记员席委师]$")
SENTENCE_END = "。;:!?"
IN_LATIN = re.compile(rf"[A-Za-z][^{HAN}]*")  # Vice Mayor, of a page in two languages
LATIN_OPENING = re.compile(r"[A-Za-z][A-Za-z .,'’&-]*(?=[^\W\d_A-Za-z])")  # Division of work 工作分工
LEAST_LATIN = 4  # lines of a page in two languages that are in the other one


def has_gap(text: Text, at: int) -> bool:
    """Whether layout (a space, a tab, a line's end) stands before the cleaned character `at`."""
    return 0 < at < len(text) and text.offsets[at] != text.offsets[at - 1] + 1


def gaps_in(text: Text, start: int, end: int) -> list[int]:
    """The cleaned characters within [start, end) before which layout stands."""
    if isinstance(text.offsets, range):
        return []
    first, end = max(1, start), min(end, len(text.offsets))
    return [first - 1 + index for index in leaps(text.offsets[first - 1 : end])] if first < end else []


def source_lines(document: Document, text: Text) -> Iterator[Text]:
    """The source lines of a cleaned text."""
    offsets = text.offsets
    breaks = (i for i in leaps(offsets) if document.text.find("\n", offsets[i - 1], offsets[i]) >= 0)
    cuts = [0, *breaks, len(text)]
    for left, right in pairwise(cuts):
        yield text if right - left == len(text) else text.part(left, right)


def lines_of_division(
    blocks: tuple[Block, ...], opens: Callable[[Text], bool], goes_on: Callable[[str], bool]
) -> Iterator[Text | Block]:
    """The lines and rows; `opens`: a line that begins something of its own; `goes_on`: a text whose sentence is open."""
    waiting: Text | None = None
    for block in blocks:
        if block.is_row:
            if waiting:
                yield waiting
            waiting = None
            yield block
            continue
        divides = block.document.text.find("\n", block.start, block.end) >= 0
        for part in _parts(block, opens) if divides else (block.text,):
            if waiting and _continues(waiting.text, part, opens, goes_on):
                waiting = join([waiting, part])
                continue
            if waiting:
                yield waiting
            waiting = part
    if waiting:
        yield waiting


def in_chinese(lines: list[Text | Block]) -> list[Text | Block]:
    """The lines of a page in two languages without what they say in the other one; those of any other page as they are."""
    latin = [isinstance(line, Text) and IN_LATIN.fullmatch(line.text) is not None for line in lines]
    if sum(latin) < LEAST_LATIN:
        return lines
    kept = (line for line, other in zip(lines, latin, strict=True) if not other)
    return [_after_latin(line) if isinstance(line, Text) else line for line in kept]


def _after_latin(line: Text) -> Text:
    opening = LATIN_OPENING.match(line.text)
    return line.part(opening.end(), len(line)) if opening else line


def below_members(lines: Sequence[Text | Block], index: int) -> bool:
    """Whether a line tells the duties (主要职责:…) of the group whose members (成员:…) stand above, and of none of them."""
    if not OF_MEMBERS.match(_chars(lines[index])):
        return False
    for line in reversed(lines[max(0, index - MOST_MEMBERS) : index]):
        if LABEL_ABOVE.match(chars := _chars(line)):
            return MEMBERS.match(chars) is not None
        if "。" in chars:
            return False
    return False


def _chars(line: Text | Block) -> str:
    return line.text.text if isinstance(line, Block) else line.text


def _parts(block: Block, opens: Callable[[Text], bool]) -> Iterator[Text]:
    """A paragraph of several lines, divided before each of them that opens something of its own."""
    held: Text | None = None
    for line in source_lines(block.document, block.text):
        if held is not None and not opens(line) and not is_badges(held):
            held = join([held, line])
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def is_badges(text: Text) -> bool:
    """Whether a line is words that layout divides and nothing else, no title to go on below: 思想政治 精神文明 工会工作."""
    cuts = [0, *gaps_in(text, 1, len(text)), len(text)]
    if len(cuts) <= LEAST_BADGES or len(text) > LONGEST_BADGES:
        return False
    return all(right - left > 1 for left, right in pairwise(cuts)) and not NO_BADGE.search(text.text)


def _is_torn(before: str, after: str) -> bool:
    """Whether a short line breaks off: 分管办公室、/ 人事股。 分管基教股、职教 / 股。联系…"""
    if before[-1] == "、":
        return True
    return before[-1] not in ENDS and not before.endswith("工作") and TORN_OFF.match(after) is not None


def _continues(before: str, part: Text, opens: Callable[[Text], bool], goes_on: Callable[[str], bool]) -> bool:
    if _is_torn(before, part.text) and goes_on(before) and not opens(part):
        return True
    if len(before) < LEAST_JOIN or before[-1] in SENTENCE_END or len(part) <= 8 or "。" not in part.text:
        return False
    return goes_on(before) and not opens(part)
