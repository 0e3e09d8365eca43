"""A block as the cues see it: its claims, the names it holds, what stands below it, how far each cue reaches.

In:  the blocks of a notice and the claims in each   Out: one Passage a block
"""

import bisect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from extract.accounts.claims import ANSWERS, DOUBT, Claims, Found
from extract.accounts.people import names_in
from extract.accounts.rivals import last_rival, next_rival
from extract.document import Block, Notice
from extract.lexicon import any_of
from extract.lexicon.cues import Cue, CueAt
from extract.slotted import kept

Span = tuple[int, int]
_start: Callable[[Span], int] = itemgetter(0)
_end: Callable[[Span], int] = itemgetter(1)

STOP = re.compile(r"[。;!?]")
OPENS = re.compile(r"(?:[^,。;]{0,16})?[:]?$")
FAR = 4  # blocks that a list may stand below its heading
IS = re.compile("[:由是]|分别[是为由]")  # 副县长:方小舟, 主任由方小舟, 副局长分别是方小舟
POST_LABEL = re.compile("(?:现任)?职务:|现任")
FAR_NAME = 40  # characters between a name and a title printed with it
PAST = re.compile(f"{any_of('accounts', 'past')}|此前担?任")
LONGEST_HEAD = 40  # characters of a line of titles that a name closes
OPENING = 8  # characters in which the name stands that a paragraph is about: 3.1 方小舟,男,…
NO_CHAIN = re.compile(r"[,。;:]")
PROPOSED_FOR = re.compile(r".{0,16}(?:提名|候选)?人选")  # 县委副书记|、县长提名人选|方小舟


@dataclass(eq=False)
class Passage:
    """One block of a notice with its cues; its claims and names are looked for when a cue here or nearby asks for them."""

    block: Block
    chars: str  # the cleaned text of the block
    known: Found = field(repr=False)
    notice: Notice = field(repr=False)
    cues: tuple[CueAt, ...] = ()
    series: list["Passage"] = field(default_factory=list, repr=False)  # all passages of the notice
    index: int = 0

    @kept
    def claims(self) -> Claims:
        """What facts, doubts and items claim of the block."""
        return self.known.of(self.block)

    @kept
    def names(self) -> tuple[Span, ...]:
        """The spans of what can be persons in the block."""
        return tuple(names_in(self.block.text, 0, len(self.block.text)))

    @kept
    def is_item(self) -> bool:
        """Whether a fact of an item or a doubt stands in the block."""
        return self.claims.anywhere({"items", DOUBT})

    @kept
    def prints_title(self) -> bool:
        """Whether the block may print the title of a document."""
        return "《" in self.chars

    @kept
    def title_ends(self) -> frozenset[int]:
        """Where titles end."""
        return frozenset(end for _, end, cue in self.cues if cue.family == "titles" and not cue.aside)

    @kept
    def opening_names(self) -> Sequence[Span]:
        """The names that stand at the head of the block."""
        return [name for name in self.names[: OPENING + 1] if name[0] <= OPENING]

    @kept
    def _past(self) -> list[Span]:
        return [match.span() for match in PAST.finditer(self.chars)]

    def is_past(self, start: int, end: int) -> bool:
        """Whether a span tells what a person was formerly, and not what the person is now: 曾任…,历任…."""
        told = bisect.bisect_left(self._past, start, key=_start)
        if told == len(self._past) or self._past[told][1] > end:
            return False
        formerly = max(self.chars.rfind(word, start, end) for word in ("曾", "历任", "先后"))
        return self.chars.find("现任", max(formerly, start), end) < 0

    @property
    def below(self) -> list["Passage"]:
        """The next passages, as far as a list may stand below its heading."""
        return self.series[self.index + 1 : self.index + 1 + FAR]

    @property
    def owned(self) -> bool:
        """Whether a person is named above, whom a division of work may go on about."""
        near = self.series[max(0, self.index - FAR + 1) : self.index + 1]
        return any(not passage.block.is_row and passage.headed_by is not None for passage in near)

    @kept
    def headed_by(self) -> Span | None:
        """The name that the block is about: at its head, or at the end of a line of titles: 4.2 市委常委、副市长:|方小舟."""
        if self.names and self.names[0][0] <= OPENING:
            return self.names[0]
        if not self.names or len(self.chars) > LONGEST_HEAD or self.names[-1][1] != len(self.chars):
            return None
        start = self.names[-1][0]
        return self.names[-1] if {start, start - 1} & self.title_ends else None

    @kept
    def _stops(self) -> list[int]:
        return [match.start() for match in STOP.finditer(self.chars)]

    def clause(self, start: int, end: int) -> Span:
        """The clause around a span: up to full stops and semicolons, or its cell."""
        known = self._clauses.get((start, end))
        if known is None:
            known = self._clauses[start, end] = self._clause(start, end)
        return known

    @kept
    def _clauses(self) -> dict[Span, Span]:
        return {}

    def _clause(self, start: int, end: int) -> Span:
        before, behind = bisect.bisect_left(self._stops, start), bisect.bisect_left(self._stops, end)
        left = self._stops[before - 1] + 1 if before else 0
        right = self._stops[behind] if behind < len(self._stops) else len(self.chars)
        if self.block.is_row and start < self.cells[-1][1]:
            cell_left, cell_right = self.cells[self.column(start)]
            return max(left, cell_left), min(right, cell_right)
        return left, right

    @kept
    def cells(self) -> list[Span]:
        """The spans of the cells of a row, empty ones included; marks (|) may stand between them."""
        starts = self.block.cell_starts()
        return [(start, start + len(cell.text)) for start, cell in zip(starts, self.block.cells, strict=True)]

    def column(self, at: int) -> int:
        """The index of the cell that holds a character, or after which it stands."""
        return next((i for i in range(len(self.cells) - 1, 0, -1) if self.cells[i][0] <= at < self.cells[i][1]), 0)

    def reach(self, cues: Sequence[CueAt], index: int) -> Span:
        """What a cue speaks of: its clause, up to the next cue of its family; of a title also what stands before it."""
        start, end, cue = cues[index]
        left, right = self.clause(start, end)
        if cue.family == "groups" and self.block.is_row:
            right = len(self.chars)
        after = next_rival(cues, index, right)
        if cue.family not in {"titles", "personnel", "items"}:
            return start, max(end, after)
        return last_rival(cues, index, left), after

    def near(self, cue: Cue, place: Span, reach: Span) -> Span:
        """Where a fact must stand to answer for a cue."""
        if cue.family in {"items", "documents", "structure"} or cue.relation == "covers":
            return self.clause(*place)
        return (place[0], reach[1]) if cue.family == "division" else reach

    def named(self, start: int, end: int) -> Sequence[Span]:
        """The names within a span."""
        return self.names[slice(*self.within(start, end))]

    def within(self, start: int, end: int) -> Span:
        """The indexes of the first name within a span and of the first after them."""
        first = bisect.bisect_left(self.names, start, key=_start)
        return first, max(first, bisect.bisect_right(self.names, end, key=_end))

    def names_any(self, start: int, end: int) -> bool:
        """Whether a name stands within a span."""
        first, last = self.within(start, end)
        return first < last

    def is_label(self, end: int) -> bool:
        """Whether a cue that ends there is a label: 组长:, 责任单位:."""
        return self.chars[end : end + 1] == ":"

    def owner(self, place: Span) -> Span | None:
        """The source span of the name that a division of work is about: the first of this block or of one above."""
        for passage in reversed(self.series[max(0, self.index - FAR) : self.index + 1]):
            name = passage.headed_by
            if name is not None and (passage is not self or name[0] < place[0]):
                return passage.block.text.span(*name)
        return None

    def holder(self, place: Span) -> list[Span]:
        """The name that a title is printed with: after it or the titles that go on from it, else before it, else above it."""
        left, right = self.clause(*place)
        for name in self.named(place[1], min(right, place[1] + FAR_NAME)):
            labelled = IS.fullmatch(self.chars, place[1], name[0]) is not None
            proposed = PROPOSED_FOR.fullmatch(self.chars, place[1], name[0]) is not None
            chained = (proposed or name[0] in self.title_ends) and not NO_CHAIN.search(self.chars, place[1], name[0])
            if name[0] == place[1] or labelled or chained:
                return [name]
            break
        first, last = self.within(left, place[0])
        if first == last:
            first, last = 0, min(1, len(self.names))
        if first < last and 0 <= place[0] - self.names[last - 1][1] <= FAR_NAME:
            return [self.names[last - 1]]
        near = [name for name in self.opening_names[first:last] if name[1] <= place[0]]
        if not near and POST_LABEL.match(self.chars) and self.owner(place):
            return [place]
        return near[-1:]

    def answered_below(self, cue: Cue, place: Span) -> bool:
        """Whether a heading's facts stand in the blocks below it: 任命： / 方小舟为…."""
        if len(self.chars) - place[1] > 16 or not OPENS.match(self.chars, place[1]):
            return False
        for passage in self.below:
            if passage.claims.anywhere(ANSWERS[answering(cue)]):
                return True
            if passage.names and not passage.claims.anywhere({DOUBT}):
                return False
        return False


def answering(cue: Cue) -> str:
    """The key of ANSWERS for a cue."""
    if cue.relation == "dismissed" and cue.family == "personnel":
        return "removals"
    return "hosts" if cue.relation == "hosts" else cue.family


def passages_of(notice: Notice, known: Found) -> list[Passage]:
    """The passages of a notice in their order."""
    series: list[Passage] = []
    for index, block in enumerate(notice.blocks):
        chars = block.text.text
        series.append(Passage(block, chars, known, notice, tuple(block.text.cues), series, index))
    return series
