"""A block as the cues see it: its claims, the names it holds, what stands below it, how far each cue reaches.

In:  the blocks of a notice and the claims in each   Out: one Passage a block
"""

import bisect
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from extract.accounts.claims import ANSWERS, DOUBT, Claims, Found
from extract.accounts.people import names_in, word_at_head
from extract.accounts.rivals import CueAt, last_rival, next_rival
from extract.accounts.units import is_unit, names_unit
from extract.document import Block, Notice
from extract.lexicon.cues import Cue, occurrences
from extract.names.marks import HAN
from extract.tables.tables import ITEMS, column_of

Span = tuple[int, int]
_start: Callable[[Span], int] = itemgetter(0)
_end: Callable[[Span], int] = itemgetter(1)

STOP = re.compile(r"[。;!?]")
OPENS = re.compile(r"(?:[^,。;]{0,16})?[:]?$")
FAR = 4  # blocks that a list may stand below its heading
FAR_TITLE = 16  # characters between a word of citing and the title
IS = re.compile("[:由是]|分别[是为由]")  # 副县长:方小舟, 主任由方小舟, 副局长分别是方小舟
MOST_LISTED, LONGEST_LINE, FURTHEST_ROW = 60, 30, 2000
SPOKEN = re.compile("[为任][^,。;]{0,8}$")
UNNAMED = re.compile(
    r"(?:(?:主要|分管|有关|相关)?(?:负责人|负责同志|领导)|(?:分管|副)?副?[局主部院厅行]?[长任])?(?:[为任担]+)?$"
)
LONGEST_NAME = 16  # of a column, of a line of titles
MOST_TITLES = 3  # lines of titles above a name
WORD = re.compile("[^、,;。:()]+")
POST_LABEL = re.compile("(?:现任)?职务:|现任")
LABEL = re.compile(rf"[{HAN}]{{1,8}}:")
FAR_NAME = 40  # characters between a name and a title printed with it
PAST = re.compile("曾任|历任|先后任|先后担任|曾在")
LONGEST_HEAD = 40  # characters of a line of titles that a name closes
OPENING = 8  # characters in which the name stands that a paragraph is about: 3.1 方小舟,男,…
NO_CHAIN = re.compile(r"[,。;:]")
TITLE = re.compile(r"(?<!附[件表])(?<!附[件表]\d)《[^《》]{2,120}》")
PROPOSED_FOR = re.compile(r".{0,16}(?:提名|候选)?人选")  # 县委副书记|、县长提名人选|方小舟
LISTED_NAME = re.compile(rf"[{HAN}·]{{2,8}}(?=[、,])")  # a word between two marks of a list of names
HELD = frozenset({"titles", "personnel"})
MOST_CHAIN = 120  # characters of a list of names after a title
PERSONS = frozenset({"personnel"})
PERSON_LABEL = re.compile("(?:领导|责任人|牵头人|(?<!系)负责人|[河湖林路]长|网格长)$")
FAR_LABELLED = 12  # characters in which the name after a label ends
OF_LABEL = frozenset({"items", "groups", "division"})


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

    @cached_property
    def claims(self) -> Claims:
        """What facts, doubts and items claim of the block."""
        return self.known.of(self.block)

    @cached_property
    def names(self) -> tuple[Span, ...]:
        """The spans of what can be persons in the block."""
        return tuple(names_in(self.block.text, 0, len(self.block.text)))

    @cached_property
    def is_item(self) -> bool:
        """Whether a fact of an item or a doubt stands in the block."""
        return self.claims.by({"items", DOUBT}, 0, len(self.chars))

    @cached_property
    def title_ends(self) -> frozenset[int]:
        """Where titles end."""
        return frozenset(end for _, end, cue in self.cues if cue.family == "titles" and not cue.aside)

    @cached_property
    def opening_names(self) -> Sequence[Span]:
        """The names that stand at the head of the block."""
        return [name for name in self.names[: OPENING + 1] if name[0] <= OPENING]

    @cached_property
    def _past(self) -> list[Span]:
        return [match.span() for match in PAST.finditer(self.chars)]

    def is_past(self, start: int, end: int) -> bool:
        """Whether a span tells what a person was formerly, and not what the person is now: 曾任…,历任…."""
        told = bisect.bisect_left(self._past, start, key=_start)
        if told == len(self._past) or self._past[told][1] > end:
            return False
        formerly = self.chars.rfind("曾", start, end)
        return formerly < 0 or self.chars.find("现任", formerly, end) < 0

    @property
    def below(self) -> list["Passage"]:
        """The next passages, as far as a list may stand below its heading."""
        return self.series[self.index + 1 : self.index + 1 + FAR]

    @property
    def owned(self) -> bool:
        """Whether a person is named above, whom a division of work may go on about."""
        near = self.series[max(0, self.index - FAR + 1) : self.index + 1]
        return any(not passage.block.is_row and passage.headed_by is not None for passage in near)

    @cached_property
    def headed_by(self) -> Span | None:
        """The name that the block is about: at its head, or at the end of a line of titles: 4.2 市委常委、副市长:|方小舟."""
        if self.names and self.names[0][0] <= OPENING:
            return self.names[0]
        if not self.names or len(self.chars) > LONGEST_HEAD or self.names[-1][1] != len(self.chars):
            return None
        start = self.names[-1][0]
        return self.names[-1] if {start, start - 1} & self.title_ends else None

    @cached_property
    def _stops(self) -> list[int]:
        return [match.start() for match in STOP.finditer(self.chars)]

    def clause(self, start: int, end: int) -> Span:
        """The clause around a span: up to full stops and semicolons, or its cell."""
        found = self._clauses.get((start, end))
        if found is None:
            found = self._clauses[start, end] = self._clause(start, end)
        return found

    @cached_property
    def _clauses(self) -> dict[Span, Span]:
        return {}

    def _clause(self, start: int, end: int) -> Span:
        before, behind = bisect.bisect_left(self._stops, start), bisect.bisect_left(self._stops, end)
        left = self._stops[before - 1] + 1 if before else 0
        right = self._stops[behind] if behind < len(self._stops) else len(self.chars)
        if self.block.is_row and start < self._cells[-1][1]:
            cell_left, cell_right = self._cells[self._column(start)]
            return max(left, cell_left), min(right, cell_right)
        return left, right

    @cached_property
    def _cells(self) -> list[Span]:
        """The spans of the cells of a row, empty ones included."""
        ends = list(accumulate(map(len, self.block.cells)))
        return list(zip([0, *ends], ends, strict=False))

    def _column(self, at: int) -> int:
        """The index of the cell that holds a character."""
        return next(i for i, (left, right) in enumerate(self._cells) if left <= at < right)

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
        if cue.family in {"items", "documents", "structure"}:
            return self.clause(*place)
        return (place[0], reach[1]) if cue.family == "division" else reach

    def named(self, start: int, end: int) -> Sequence[Span]:
        """The names within a span."""
        return self.names[slice(*self._within(start, end))]

    def _within(self, start: int, end: int) -> Span:
        """The indexes of the first name within a span and of the first after them."""
        first = bisect.bisect_left(self.names, start, key=_start)
        return first, max(first, bisect.bisect_right(self.names, end, key=_end))

    def names_any(self, start: int, end: int) -> bool:
        """Whether a name stands within a span."""
        first, last = self._within(start, end)
        return first < last

    def is_label(self, end: int) -> bool:
        """Whether a cue that ends there is a label: 组长:, 责任单位:."""
        return self.chars[end : end + 1] == ":"

    def lost(self, cue: Cue, place: Span, reach: Span) -> list[Span]:
        """The names (of persons, of documents) that a cue speaks of and that no fact of its family and no doubt holds."""
        if cue.family == "personnel":
            return [name for name in self.named(place[1], reach[1]) if not self.claims.names(PERSONS, *name)]
        if cue.family == "groups" and self.is_label(place[1]):
            names = [name for name in self.named(place[1], reach[1]) if not self.claims.names(ANSWERS["groups"], *name)]
            return names or self._lost_units(place[1] + 1, reach[1])
        if cue.relation in {"member_of", "assists"} and SPOKEN.search(self.chars, max(0, place[0] - 12), place[0]):
            return self._lost_units(self._spoken_from(place), place[0])
        if cue.family == "titles" and self.claims.holds(cue.word, *place):
            return [name for name in self._listed_behind(place) if not self.claims.names(HELD, *name)]
        if cue.family == "titles":
            beside = [name for name in self.holder(place) if not (name == place and self._is_held(cue.word, place))]
            return beside or ([place] if self.bearer_below(cue.word, place) else [])
        if cue.relation == "cites":
            return [title for title in self.titles(place, reach) if not self._is_cited(*title)]
        return []

    def _listed_behind(self, place: Span) -> list[Span]:
        """The names after the one that a title stands before, which hold it too: 副主任方小舟|、白立言、石磊."""
        first, last = self._within(place[1], min(self.clause(*place)[1], place[1] + MOST_CHAIN))
        if first == last or self.names[first][0] != place[1]:
            return []
        names: list[Span] = []
        stop = self.names[first][1]
        while self.chars[stop : stop + 1] == "、":
            known = next((name for name in self.names[first:last] if name[0] == stop + 1), None)
            word = LISTED_NAME.match(self.chars, stop + 1)
            if known is None and (word is None or is_unit(word[0])):
                break
            names.append(known or (word.span() if word else place))
            stop = names[-1][1]
        return names

    def opens_with_word(self, place: Span) -> bool:
        """Whether a line is a word, layout and a title, so that the word may be a name that no list knows: 沙木次旦　副局长."""
        if self.block.is_row or "。" in self.chars or place[1] not in {len(self.chars), len(self.chars) - 1}:
            return False
        end = word_at_head(self.block.text)
        return end is not None and end <= place[0] and end not in self.title_ends and not column_of(self.chars[:end])

    def bearer_below(self, word: str, place: Span) -> Span | None:
        """The source span of the bearer below a title to whom no fact gives it: 校长 / 党委副书记 / |罗立华."""
        if len(self.chars) > LONGEST_NAME or not {place[1], len(self.chars)} <= self.title_ends:
            return None
        for passage in self.below[:MOST_TITLES]:
            if passage.names == ((0, len(passage.chars)),):
                given = passage.claims.holds(word, 0, len(passage.chars))
                return None if given else passage.block.text.span(0, len(passage.chars))
            if len(passage.chars) > LONGEST_NAME or len(passage.chars) not in passage.title_ends:
                return None
        return None

    def _is_held(self, word: str, place: Span) -> bool:
        """Whether a fact says that the person named above holds such a post: what a page says again is no loss."""
        span = self.owner(place)
        person = self.block.document.printed(*span) if span else ""
        return any(role.endswith(word) for role in self.known.posts.get(person, ()))

    def _lost_units(self, start: int, end: int) -> list[Span]:
        """The units of a list that no fact of the group names; none in a list that names persons or tells only sets."""
        if self.names_any(start, end):
            return []
        words = [match.span() for match in WORD.finditer(self.chars, start, end)]
        spans = [(left, left + len(UNNAMED.sub("", self.chars[left:right], count=1))) for left, right in words]
        units = [span for span in spans if is_unit(self.chars[slice(*span)])]
        return [span for span in units if not self.claims.party({"groups", DOUBT}, *span)]

    def _spoken_from(self, place: Span) -> int:
        """Where the list begins that a seat closes: …任组长,|县水利局、县财政局为成员."""
        left = self.clause(*place)[0]
        ends = [end for _, end, cue in self.cues if cue.family == "groups" and left < end <= place[0]]
        return ends[-1] if ends else left

    def is_labelled_unit(self, place: Span) -> bool:
        """Whether a row says who answers beside its label, and nothing else does: 牵头部门⇥县水利局."""
        texts = [cell.text for cell in self.block.cells]
        column = self._column(place[0]) if place[0] < self._cells[-1][1] else len(texts)
        unit = next((text for text in texts[column + 1 :] if text), "")
        is_label = column < len(texts) and texts[column] == self.chars[slice(*place)]
        return is_label and is_unit(unit) and not column_of(unit)

    def _is_cited(self, start: int, end: int) -> bool:
        return self.chars[start + 1 : end - 1] in self.known.cited or self.claims.by({"documents"}, start, end)

    def titles(self, place: Span, reach: Span) -> list[Span]:
        """The titles in 《》 that a word of citing speaks of: right after it and side by side; those before 现转发."""
        right = max(reach[1], self.clause(*place)[1])  # a word of citing inside a title is no rival
        found = [match.span() for match in TITLE.finditer(self.chars, place[1], right)]
        if not found and self.chars[place[0] : place[1]] == "转发":
            return [match.span() for match in TITLE.finditer(self.chars, self.clause(*place)[0], place[0])]
        at, near = place[1], FAR_TITLE
        chain = []
        for left, right in found:
            if left - at > near or NO_CHAIN.search(self.chars, at, left):
                break
            chain.append((left, right))
            at, near = right, FAR_TITLE * 2
        return chain

    def lost_label(self, cue: Cue, end: int) -> bool:
        """Whether a label that is mostly said in general stands before a person whom no fact names: 分管领导:方小舟."""
        if not PERSON_LABEL.search(cue.word) or (cue.word[-1] == "长" and self.chars[end : end + 1] != ":"):
            return False
        marked = end + (self.chars[end : end + 1] in {":", ","})
        first = {marked, *self.title_ends}  # 分管领导:|方小舟, 责任领导:副县长|方小舟
        names = [name for name in self.named(marked, marked + FAR_LABELLED) if name[0] in first]
        return any(not self.claims.names(OF_LABEL | (HELD if cue.word[-1] == "长" else set()), *name) for name in names)

    def listed(self) -> list["Passage"]:
        """The blocks below a label that go on with its list: each begins with a name and has no label."""
        found: list[Passage] = []
        strange = False
        for passage in self.series[self.index + 1 : self.index + 1 + MOST_LISTED]:
            if LABEL.match(passage.chars) or passage.block.is_row != self.block.is_row:
                break
            if not passage.names or passage.names[0][0] > 1:
                if strange or not found or len(passage.chars) > LONGEST_LINE:
                    break
                strange = True  # one line among them may begin with a name that no list knows
                continue
            strange = False
            found.append(passage)
        return found

    def lost_below(self, cue: Cue, place: Span) -> list[Span]:
        """The source spans of what a label or a header stands over and no fact and no doubt holds: names, cells of units."""
        if cue.family == "items" and self.block.is_row:
            return list(self._lost_cells(place))
        if cue.family != "groups" or cue.relation == "hosts" or not self.is_label(place[1]):
            return []
        return [
            passage.block.text.span(*passage.names[0])
            for passage in self.listed()
            if not passage.claims.names(ANSWERS["groups"], *passage.names[0])
        ]

    def _lost_cells(self, place: Span) -> Iterator[Span]:
        """The cells under a column of units whose rows no item is read from."""
        if place[0] >= self._cells[-1][1] or max(map(len, self.block.cells)) > LONGEST_NAME:
            return
        column = self._column(place[0])
        if not any(column_of(cell.text) in ITEMS for cell in self.block.cells if cell.text):
            return  # figures by unit
        for passage in self.series[self.index + 1 : self.index + FURTHEST_ROW]:
            cells = passage.block.cells
            if len(cells) != len(self.block.cells) or passage.chars == self.chars:  # the names of columns again
                return
            cell = cells[column]
            if cell.text and not passage.is_item and names_unit(cell.text):
                yield cell.span(0, len(cell))

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
        first, last = self._within(left, place[0])
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
            if passage.claims.by(ANSWERS[answering(cue)], 0, 10**9):
                return True
            if passage.names and not passage.claims.by({DOUBT}, 0, 10**9):
                return False
        return False


def answering(cue: Cue) -> str:
    """The key of ANSWERS for a cue."""
    return "hosts" if cue.relation == "hosts" else cue.family


def passages_of(notice: Notice, known: Found) -> list[Passage]:
    """The passages of a notice in their order."""
    series: list[Passage] = []
    for index, block in enumerate(notice.blocks):
        chars = block.text.text
        series.append(Passage(block, chars, known, notice, tuple(occurrences(chars)), series, index))
    return series
