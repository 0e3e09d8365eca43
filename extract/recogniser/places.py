"""Where the recogniser is asked: the clauses of cues that nobody read, and those of cues set aside where a name may stand after all.

In:  the notices of a document and how its cues ended
Out: Places: a clause of a block with its cue. Most documents have none, and then the weights are never loaded

    县委书记阚某某到白石镇调研     书记 is set aside (nobody_named) if no list of family names knows 阚; three letters stand there: asked
    由局长审批                     nobody can be named there: not asked
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document import Block, Notice
from extract.facts import CueRecord
from extract.lexicon import any_of
from extract.lexicon.cues import Cue, cues
from extract.names.marks import ENUMERATOR, HAN, NUMERAL
from extract.names.people import is_person_name

UNREAD = "unread"
LONGEST = 200  # characters of a clause on each side of a cue
LONGEST_ASIDE = 48  # of one that was set aside
FAR = 14  # characters in which an opening name stands before its verb
MARK = re.compile("[,、:]")
CLAUSE_END = re.compile(r"[。;!?]")
# the codes for which cues of a family are asked for when they are set aside
ASIDE = {
    "personnel": {"nobody_named", "no_post"},
    "titles": {"nobody_named"},
    "division": {"general_duty"},
    "groups": {"nobody_named"},
}
ARTICLE = re.compile(rf"第[{NUMERAL}\d]{{1,4}}条")
NAME_BEHIND = re.compile(
    rf"""
    (?::|同志)?(?P<name>[{HAN}·]{{2,4}}?)  # 局长|阚孟
    (?=同志|[,、()]|{any_of("seen", "tells")}|{any_of("seen", "visits")}|$)  # 阚孟|到会
    """,
    re.VERBOSE,
)
NAME_AHEAD = re.compile(
    rf"""
    (?:^|[。;])(?:{ENUMERATOR}|[\d.()、]{{1,6}})?  # 3.
    (?P<name>[{HAN}·]{{2,4}})(?:同志)?[,:(]  # 阚孟同志,
    """,
    re.VERBOSE,
)
ORDERED = re.compile(rf"(?:{any_of('seen', 'orders')})[{HAN}·]{{4}}")  # 任命|阚孟为…
# what beside a cue is a word and no name
NO_NAME = re.compile(
    rf"""
      [的了是及和与或各等本该其为由对向按从将把被使让也都每应须可第不未有无要并召审批确同请委持专报负办决]  # 由局长
    | [{HAN}·]{{0,3}}(?:[会室办局委部院厅处科长员任组队记人们工作导上下内中前后级责职位政]|{any_of("seen", "body_ends")})$  # 办公室
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A clause [start, end) of a block, in cleaned offsets, and the cue in it at [cue_start, cue_end)."""

    notice: Notice
    block: Block
    start: int
    end: int
    cue: Cue
    cue_start: int
    cue_end: int
    record: int  # index of the cue's record

    @property
    def text(self) -> str:
        """The clause."""
        return self.block.text.text[self.start : self.end]


def places(notices: Sequence[Notice], records: Sequence[CueRecord]) -> Iterator[Place]:
    """Every place to ask at, in the order of the records."""
    wanted = [index for index, record in enumerate(records) if _may_be_asked(record)]
    if not wanted:
        return
    blocks = sorted(((block.start, id(block), notice, block) for notice in notices for block in notice.blocks), key=_at)
    starts = [start for start, *_ in blocks]
    before: Place | None = None
    for index in wanted:
        record = records[index]
        offset = bisect.bisect_right(starts, record.start) - 1
        if offset < 0 or record.start >= blocks[offset][3].end:
            continue
        clause = _place(blocks[offset][2], blocks[offset][3], record, index)
        if clause is not None and (record.code == UNREAD or _may_name(clause)):
            before = _in_clause_of(before, clause, LONGEST if record.code == UNREAD else LONGEST_ASIDE)
            yield before


def _in_clause_of(before: Place | None, place: Place, far: int) -> Place:
    """A place in the clause that was cut for the one before it, if enough of it stands on either side: else each cue of a long line has its own."""
    if before is None or before.block is not place.block:
        return place
    opens = before.start <= place.start or place.cue_start - before.start >= far // 2
    closes = before.end >= place.end or before.end - place.cue_end >= far // 2
    if not (opens and closes and before.start <= place.cue_start and place.cue_end <= before.end):
        return place
    return replace(place, start=before.start, end=before.end)


def _at(row: tuple[int, int, Notice, Block]) -> tuple[int, int]:
    return row[0], row[1]


def _may_be_asked(record: CueRecord) -> bool:
    cue = cues().get(record.cue)
    if cue is None or cue.family not in ASIDE:
        return False
    return record.code == UNREAD or (record.ends == "aside" and record.code in ASIDE[cue.family])


def _place(notice: Notice, block: Block, record: CueRecord, index: int) -> Place | None:
    offsets, chars = block.text.offsets, block.text.text
    left = bisect.bisect_left(offsets, record.start)
    right = bisect.bisect_left(offsets, record.end)
    if left >= right:
        return None
    far = LONGEST if record.code == UNREAD else LONGEST_ASIDE
    first, last = _cell_at(block, left)
    start = max(first, left - far)
    if start > first and (mark := MARK.search(chars, start, left)):
        start = mark.end()
    for match in CLAUSE_END.finditer(chars, start, left):
        start = match.end()
    stop = CLAUSE_END.search(chars, right, right + far)
    end = min(last, stop.start() if stop else right + far)
    if stop is None and end < last:  # cut where a name ends, not inside one
        end = max((mark.start() for mark in MARK.finditer(chars, right, end)), default=end)
    return Place(notice, block, start, end, cues()[record.cue], left, right, index)


def _cell_at(block: Block, at: int) -> tuple[int, int]:
    """The cell of a row in which the cleaned character `at` stands, whose words no other cell goes on with; else the block."""
    if not block.is_row:
        return 0, len(block.text)
    position = 0
    for cell in block.cells:
        if at < position + len(cell):
            return position, position + len(cell)
        position += len(cell)
    return 0, len(block.text)


def _may_name(clause: Place) -> bool:
    """Whether letters stand beside a cue that can be a name: a cheap look, for most that is set aside names nobody."""
    chars = clause.block.text.text
    if ARTICLE.match(chars):
        return False
    if clause.cue.family == "personnel":
        return ORDERED.match(chars, clause.cue_start, clause.end) is not None
    if clause.cue.family == "division":
        match = NAME_AHEAD.search(chars, max(clause.start - 1, 0), min(clause.cue_start, clause.start + FAR))
        if match is None and clause.cue_start - clause.start < FAR:
            return _opens_name(chars, clause.start)
    else:
        match = NAME_BEHIND.match(chars, clause.cue_end, clause.end)
        if match is None and clause.cue.family == "titles":
            return _opens_name(chars, clause.cue_end)
    return match is not None and not NO_NAME.match(match["name"])


def _opens_name(chars: str, offset: int) -> bool:
    """Whether three letters that can be a name stand at once after a title, whatever follows: 主任|阚孟石谈起."""
    letters = chars[offset : offset + 3]
    return is_person_name(letters) and not NO_NAME.match(letters)
