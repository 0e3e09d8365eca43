"""The table of contents of an issue: where it stands, which page it prints for a title, which sections it names.

In:  目 录 / 区级文件选登 / 区人民政府关于…的通告⇥(1) / …绿化工⇥⇥ / 作方案的通知⇥(2) / 政务简讯 (38)
Out: Contents(entries=(Entry("区人民政府关于…的通告", "1", "区级文件选登"), …)), titles broken over lines put together
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add

from extract.clean import clean
from extract.document import Document
from extract.names.marks import HAN
from extract.slotted import kept
from extract.text.lines import Line

NUMBER_AT_END = re.compile(r"[(（]?\s{0,9}(?P<page>\d{1,3})\s{0,9}(?P<close>[)）]?)$")
LEADERS = "．.·•…‥⋯"
LEADER = re.compile(r"[.．…·•‥⋯\-—_]{2,}")
HEADINGS = {"目录", "目次", "本期目录", "要目"}
LEAST_SHARED = 0.7  # share of a title's character pairs that its entry must hold
LONGEST_SECTION = 14
LONGEST_GAP = 10  # lines of a broken title, or of a running head, between two pages
LONGEST_LINE = 120
LONGEST_PAGE = 30  # characters in which a page number stands at the end of a line
HAN_OR_BRACKET = re.compile(f"[{HAN}）)]")


@dataclass(frozen=True)
class Entry:
    """One entry: its title without layout, its page, the section that it stands under."""

    title: str
    page: str
    section: str | None

    @kept
    def pairs(self) -> set[str]:
        """The neighbouring letters of the title, by which one with slips of the pen is known."""
        return _pairs(self.title)


@dataclass(frozen=True, slots=True)
class Contents:
    """The entries of a table of contents; `end` is the index of the first line after it."""

    entries: tuple[Entry, ...] = ()
    headings: frozenset[str] = frozenset()
    end: int = 0

    def entry_of(self, title: str) -> int | None:
        """The index of the entry that prints a title, also one with slips of the pen; None if none does."""
        pairs = _pairs(title)
        best, shared = None, LEAST_SHARED
        for index, entry in enumerate(self.entries):
            share = len(pairs & entry.pairs) / len(pairs) if pairs else 0
            if share > shared:
                best, shared = index, share
        return best

    def sections(self) -> set[str]:
        """The short entries, which are headings of sections: 政务简讯, 人事任免, 大事记."""
        short = {
            entry.title for entry in self.entries if len(entry.title) <= LONGEST_SECTION and "关于" not in entry.title
        }
        return short | self.headings


def page_at_end(source: str) -> tuple[int, str] | None:
    """The page that a source line ends with, and where the title before it ends: …的通知 ……… 3, …的通告⇥(1); None if none."""
    line = source.rstrip()
    match = NUMBER_AT_END.search(line, max(0, len(line) - LONGEST_PAGE))
    if match is None:
        return None
    if match["close"]:
        return (match.start(), match["page"]) if match[0][0] in "(（" else None
    start = match.start("page")
    before = line[:start].rstrip()
    blank = line[len(before) : start]
    leader = before[-2:] if before[-1:] in "．.·•" else before[-1:]
    if leader and all(char in LEADERS for char in leader):
        return len(before), match["page"]
    if "\t" in blank or len(blank) > 1:
        return len(before), match["page"]
    return (start, match["page"]) if HAN_OR_BRACKET.match(before[-1:]) else None


def heading_of(lines: Sequence[Line]) -> int | None:
    """The index of the heading 目录, None if there is none."""
    return next((i for i, line in enumerate(lines) if line.text in HEADINGS), None)


def last_entry(document: Document, lines: Sequence[Line], start: int) -> int:
    """The index of the last line of the table of contents under the heading `start`: the last that ends in a page."""
    last = start
    for index in range(start + 1, len(lines)):
        if index - last > LONGEST_GAP:
            break
        line = lines[index]
        if len(line.text) < LONGEST_LINE and page_at_end(document.text[line.start : line.end]):
            last = index
    return last


def contents_of(document: Document, lines: Sequence[Line], body: int) -> Contents:
    """The table of contents that stands before line `body`; empty if there is none."""
    start = heading_of(lines[:body])
    if start is None:
        return Contents(end=body)
    entries: list[Entry] = []
    headings: set[str] = set()
    section: str | None = None
    pending = ""
    for line in lines[start + 1 : body]:
        source = document.text[line.start : line.end]
        page = page_at_end(source)
        position = page[0] if page else 0
        if page:
            title = pending + _squashed(source[:position])
            if title:
                entries.append(Entry(title, page[1], section))
            pending = ""
        rest = "" if page else _squashed(source)
        if position == 0 and not pending and rest and len(rest) <= LONGEST_SECTION and "关于" not in rest:
            section = rest
            headings.add(rest)
        else:
            pending += rest
    return Contents(tuple(entries), frozenset(headings), body)


def _squashed(source: str) -> str:
    return clean(LEADER.sub("", source)).text


def _pairs(text: str) -> set[str]:
    return set(map(add, text, text[1:]))
