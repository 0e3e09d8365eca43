"""The text that extraction works on: a Document, its Notices, their Blocks; each remembers where it stands in the source.

Document  one file: decoded text, hash, and what the manifest or the masthead says of the issue
Notice    one document printed in the issue (or one section: 人事任免, 政务简讯, 大事记), with number, title, issuer, date
Block     one paragraph (joined over page breaks) or one table row of a notice
"""

import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import itemgetter, or_

from extract.clean import Text, fold, printed
from extract.facts import Doubt, Evidence, Kind, Party
from extract.regions import Region, Remark, place_of
from extract.slotted import kept, made_of, slotted

_first: Callable[[tuple[int, int]], int] = itemgetter(0)


def _ends(breaks: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    return tuple(end for end, _ in breaks)


@slotted
@dataclass(frozen=True, slots=True)
class Flow:
    """Where a text that runs on is broken: running heads between its lines, cells beside those that are wrapped.

    `breaks`: (end of a part, start of the part that goes on), by their ends; each leaves out what stands between the two.
    `rows`: the source spans of rows that take more than one line.
    """

    breaks: tuple[tuple[int, int], ...] = ()
    rows: tuple[tuple[int, int], ...] = ()

    ends: tuple[int, ...] = field(init=False, repr=False, compare=False, metadata=made_of("breaks", _ends))

    def divides(self, start: int, end: int) -> bool:
        """Whether a break lies within the span [start, end)."""
        position = bisect.bisect_right(self.ends, start)
        return position < len(self.ends) and self.ends[position] < end

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of the span [start, end) that belong together, in their order."""
        position = bisect.bisect_right(self.breaks, start, key=_first)
        while position < len(self.breaks) and self.breaks[position][0] < end:
            stop, onward = self.breaks[position]
            yield start, stop
            if onward >= end:
                return
            start = onward
            position = bisect.bisect_right(self.breaks, start, key=_first)
        yield start, end

    def is_row(self, start: int, end: int) -> bool:
        """Whether the span lies in a row that takes more than one line."""
        position = bisect.bisect_right(self.rows, start, key=_first) - 1
        return position >= 0 and end <= self.rows[position][1]


@dataclass(frozen=True, slots=True)
class Document:
    """One decoded source file. `name` is the path relative to the folder that was given, else the file name."""

    name: str
    text: str
    sha256: str
    jurisdiction: str | None = None
    issue: str | None = None
    issue_given: bool = False  # by the manifest, not the cover
    published: str | None = None
    url: str | None = None
    year: int | None = None
    media: str = "text"  # the kind of the file: text, html, pdf …
    reading: str = "text"  # text, or ocr where the letters were guessed from a picture
    regions: Sequence[Region] = field(default=(), repr=False, compare=False)
    remarks: Sequence[Remark] = field(default=(), repr=False, compare=False)
    line_starts: Sequence[int] = field(default=(), repr=False, compare=False)
    flow: Flow = field(default=Flow(), repr=False, compare=False)

    def line_of(self, offset: int) -> int:
        """The 1-based line of a source offset."""
        return bisect.bisect_right(self.line_starts, offset)

    def page_lines(self) -> tuple[int, ...]:
        """The first line of each page of the file, from page 1; () of a file without pages. A page without text begins where the next does."""
        firsts: list[int] = []
        for region in self.regions:
            if region.page is not None and region.page > len(firsts):
                firsts += [self.line_of(region.start)] * (region.page - len(firsts))
        return tuple(firsts)

    def evidence(self, start: int, end: int, at: int | None = None) -> Evidence:
        """Evidence for the source span [start, end); its line is that of `at` (default: start)."""
        line = self.line_of(start if at is None else at)
        region = place_of(self.regions, start, end) if self.regions else None
        if region is None:
            return Evidence(self.name, start, end, line, self.text[start:end])
        return Evidence(self.name, start, end, line, self.text[start:end], region.page, region.box, region.boxes)

    def party(self, kind: Kind, start: int, end: int) -> Party:
        """The party printed at the source span [start, end), layout space and mark-up left out of its name."""
        return Party(kind, self.printed(start, end), start, end)

    def printed(self, start: int, end: int) -> str:
        """The source span [start, end) as printed: without layout and without what a page put between its parts."""
        if not self.flow.divides(start, end):
            return printed(self.text[start:end])
        return printed("".join(self.text[left:right] for left, right in self.flow.parts(start, end)))


def as_read(party: Party) -> str:
    """The name of a party in the characters in which rules read a text, to be compared with what stands there: 縣防汛指揮部 → 县防汛指挥部."""
    return fold(party.name)


@slotted
@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or one table row; `start`, `end` are source offsets, `text` is cleaned."""

    document: Document = field(repr=False)
    start: int
    end: int
    text: Text
    cells: tuple[Text, ...] = ()  # the cleaned cells of a row, empty ones included; () for a paragraph
    wraps: tuple[
        int, ...
    ] = ()  # source offsets of lines that only go on with a title that the line above had no room for

    is_row: bool = field(
        init=False, repr=False, compare=False, metadata=made_of("cells", bool)
    )  # asked by every format

    @property
    def raw(self) -> str:
        """The source passage, layout spaces and line breaks included (for aligned columns)."""
        return self.document.text[self.start : self.end]

    def cell_starts(self) -> tuple[int, ...]:
        """Where each cell begins in the cleaned row, whatever marks stand between the cells; an empty one where the next does."""
        starts, after = [], len(self.text)
        for cell in reversed(self.cells):
            after = bisect.bisect_left(self.text.offsets, cell.offsets[0]) if cell.offsets else after
            starts.append(after)
        return tuple(reversed(starts))

    def party(self, kind: Kind, start: int, end: int) -> Party:
        """The party at the cleaned span [start, end) of this block."""
        return self.document.party(kind, *self.text.span(start, end))

    def evidence(self, start: int, end: int, at: int | None = None) -> Evidence:
        """Evidence for the cleaned span [start, end); its line is that of the cleaned offset `at` (default: start)."""
        source_at = None if at is None else self.text.offsets[at]
        return self.document.evidence(*self.text.span(start, end), at=source_at)

    def doubt(self, start: int, end: int, rule: str, code: str, **values: str) -> Doubt:
        """A doubt about the cleaned span [start, end), by its code in extract/wording/reasons.toml."""
        return Doubt(self.evidence(start, end), rule, code, values)


@dataclass(frozen=True, eq=False)
class Notice:
    """One notice or section of an issue; source span [start, end). It equals itself alone, so that caches can tell it at once."""

    document: Document = field(repr=False)
    start: int
    end: int
    blocks: tuple[Block, ...] = field(repr=False)
    number: str | None = None  # 文号 as printed, without layout space: 新政发〔2019〕5号
    title: str | None = None
    issuers: tuple[Party, ...] = ()
    dated: str | None = None  # ISO, as precise as the signature
    section: str | None = None  # 区级文件选登, 人事任免, 政务简讯, 大事记 …
    page: str | None = None
    index: int = 1  # which notice of its document, counted from 1

    @kept
    def signs(self) -> int:
        """What may stand in any of its blocks: extract/lexicon/signs.py."""
        return reduce(or_, (block.text.signs for block in self.blocks), 0)

    @kept
    def heading(self) -> str:
        """The title in the characters in which rules read a text, "" if there is none: 關於…任職的通知 → 关于…任职的通知."""
        return fold(self.title or "")

    @kept
    def text(self) -> str:
        """The cleaned text of all blocks, one a line."""
        return "\n".join(block.text.text for block in self.blocks)
