"""The blocks of a personnel text as one passage: lines joined where a page or a margin breaks a clause.

In:  … 免去:水清扬同志的 / 39 / 古渡街道办事处副主任职务;
Out: one cleaned text whose line breaks are ends of clauses, and the way back to the source
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from extract.clean import Text
from extract.document import Block, Document
from extract.facts import Evidence, Kind, Party
from extract.lexicon import any_of
from extract.names.marks import DIGITS, HAN, NUMERAL
from extract.names.people import may_be_name
from extract.names.persons.titled import REMARK

ENDS = re.compile(r"(?:[长记任席委员师理学监事官达]|职务|年|月)(?:\([^()]*\))*$")
BEGINS = re.compile(
    rf"""
      [{HAN}]{{2,24}}:|[(]?[{DIGITS}十\d]{{1,3}}[)、.]|{any_of("appointments", "begins_clause")}  # 某某:
    | [{HAN}·]{{2,10}}?(?:\([^()]{{1,12}}\))?(?:同志|任(?![职期命])|为)|\d{{4}}年  # 某某(某)同志
    | [{HAN}]{{1,20}}人民政府  # 某人民政府
    """,
    re.VERBOSE,
)
NAME_BEGUN = re.compile(
    rf"""
    (?:^|[;。:,、\n]|[选举任命免去]{{2}})                                    # 任命
    (?:(?![{NUMERAL}]$)[{HAN}]|[{HAN}]{{1,8}}·[{HAN}]{{0,8}})$            # 水, 热依汗·买
    """,
    re.VERBOSE,
)
NAME_ENDS = re.compile(rf"[{HAN}·]{{1,8}}?(?:\([^()]{{1,12}}\))?(?:同志|任(?![职期命])|为|的|当选)")
# 、林大 / 川当选为: the last character of a name
LAST_TO_COME = re.compile(rf"[;。:,、\n](?![其并经会现])[{HAN}]{{2}}$")
NAME_CLOSES = re.compile(rf"(?![均同全都分先仍])[{HAN}](?:同志|(?<!担)任(?![职期命])|[为当])")
POST_BEGUN = re.compile(rf"(?:为|任(?![免职命])|同志的|的|担任)[{HAN}]{{2,}}$")
FURTHER_POST = re.compile(
    rf"""
    任(?![免职命])[{HAN}]{{2,40}}[长记席任员]、[{HAN}]{{2,24}}  # 任县水利局局长、县农业委
    (?:(?<![长记席任员师委])\n|(?<=委)\n(?=员会))  # where the margin breaks it
    (?![{HAN}]{{0,12}}(?:同志|(?<!主)任|为))[{HAN}]{{0,20}}?[长记席任员师](?=[;。,(、]|$)  # 员会主任
    """,
    re.VERBOSE,
)
POST_ENDS = re.compile(rf"[{HAN}]{{0,20}}?(?:[长记席员师]|主任|委员)(?:职务)?(?=[;。,(、]|$)")
COMMITTEE_REST = re.compile(rf"员?会[{HAN}]{{0,3}}[任记员长席](?=[、,;。]|$)")
TITLE_ENDS = re.compile(rf"(?:{any_of('decisions', 'title_ends')}|函)(?:\([^()]{{1,20}}\))?$")
MARGIN = 6  # widths of a letter by which a full line may fall short of the margin: two characters, a mark
LEAST_MARGIN = 48  # widths of a full line of running text
LEAST_FULL, FULL = 3, 0.8  # full lines, and the share of them, by which a text is known to be set to a margin
LAST_NARROW = "\u2e7f"  # the last character before those as wide as two letters
LAYOUT = " \t\u3000\xa0"


@dataclass(frozen=True, slots=True)
class Passage:
    """Cleaned text of several blocks, with a newline where a clause ends."""

    document: Document
    clean: Text

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.clean.text

    def gap(self, position: int) -> int:
        """The layout spaces in front of a character: columns, or a name of two characters spaced to three."""
        if position == 0:
            return 0
        before, here = self.clean.offsets[position - 1] + 1, self.clean.offsets[position]
        return sum(char in LAYOUT for char in self.document.text[before:here])

    def words(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches between layout spaces, single characters joined: 水　静　刀光明 → 水静, 刀光明."""
        cuts = [start, *(index for index in range(start + 1, end) if self.gap(index)), end]
        spans: list[tuple[int, int]] = []
        half = False
        for left, right in pairwise(cuts):
            bare = REMARK.sub("", self.text[left:right])
            if half and len(bare) == 1:
                spans[-1] = (spans[-1][0], right)
                half = False
            else:
                spans.append((left, right))
                half = len(bare) == 1
        return spans

    def length(self, start: int, end: int) -> int:
        """The length of a span in the source."""
        first, last = self.clean.span(start, end)
        return last - first

    def party(self, kind: Kind, start: int, end: int) -> Party:
        """The party printed at a cleaned span."""
        return self.document.party(kind, *self.clean.span(start, end))

    def evidence(self, start: int, end: int, at: int | None = None) -> Evidence:
        """Evidence for a cleaned span; its line is that of the cleaned offset `at`."""
        return self.document.evidence(*self.clean.span(start, end), at=None if at is None else self.clean.offsets[at])


def passage_of(blocks: list[Block]) -> Passage:
    """The blocks as one passage."""
    text: list[str] = []
    offsets: list[int] = []
    lines = _lines(blocks)
    full = _full(blocks, lines)
    for index, (chars, places) in enumerate(lines):
        if text and index not in full and not _runs_on("".join(text[-60:]), "".join(chars[:40])):
            text.append("\n")
            offsets.append(offsets[-1] + 1)
        text.extend(chars)
        offsets.extend(places)
    return Passage(blocks[0].document, Text("".join(text), tuple(offsets)))


def _lines(blocks: list[Block]) -> list[tuple[list[str], list[int]]]:
    lines: list[tuple[list[str], list[int]]] = []
    for block in blocks:
        before = None
        for char, offset in zip(block.text.text, block.text.offsets, strict=True):
            if before is None or (offset - before > 1 and "\n" in block.document.text[before:offset]):
                lines.append(([], []))
            lines[-1][0].append(char)
            lines[-1][1].append(offset)
            before = offset
    return lines


def _full(blocks: list[Block], lines: list[tuple[list[str], list[int]]]) -> set[int]:
    """The lines before which a margin broke the paragraph: those above reach as far as nearly all that are no last line."""
    source = blocks[0].document.text
    opens = {block.text.offsets[0] for block in blocks if len(block.text)}
    above = [i - 1 for i in range(1, len(lines)) if lines[i][1][0] not in opens]
    reach = {i: _width(source, lines[i][1]) for i in above}
    margin = min(sorted(reach.values())[-2:], default=0)  # a heading that runs into its text may make one line longer
    near = {i + 1 for i, width in reach.items() if width >= margin - MARGIN}
    return near if margin >= LEAST_MARGIN and len(near) >= LEAST_FULL and len(near) >= FULL * len(reach) else set()


def _width(source: str, places: list[int]) -> int:
    """How far a line reaches from its margin, in widths of a Latin letter."""
    start = source.rfind("\n", 0, places[0]) + 1
    return sum(2 if char > LAST_NARROW else 1 for char in source[start : places[-1] + 1])


def _runs_on(before: str, after: str) -> bool:
    """Whether a clause goes on in the next line: 李友托同志的 / 涨渡湖街道办事处调研员职务."""
    if before[-1] in "。;:!" or TITLE_ENDS.search(before):
        return False
    if before[-1] in ",、的为" or before.endswith("同志任"):
        return True
    if NAME_BEGUN.search(before) and NAME_ENDS.match(after):
        return True  # 水 / 玉清为县供销合作社主任
    if LAST_TO_COME.search(before) and NAME_CLOSES.match(after) and may_be_name(before[-2:] + after[0]):
        return True
    if before.endswith("委") and COMMITTEE_REST.match(after):
        return True  # 县人大常委 / 会主任
    if POST_BEGUN.search(before) and not ENDS.search(before) and POST_ENDS.match(after):
        return True  # 亓亮为县旅游局副 / 局长
    if FURTHER_POST.search(f"{before}\n{after}"):
        return True
    line = before[max(before.rfind(mark) for mark in "\n;。") + 1 :]
    return not ENDS.search(before) and not BEGINS.match(after) and len(line) > 40
