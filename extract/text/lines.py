"""Source text → the lines that say something: layout undone, running heads and page numbers left out, broken numbers whole.

In:  "…为县审计" / "— 12 —" / "青山县人民政府公报 2021年第3期" / "局副局长；"
Out: two lines, the second marked as broken; the document's flow, which leads from 审计 to 局 and over the head between
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import attrgetter

from extract.clean import Text, join, signed
from extract.document import Document, Flow
from extract.lexicon import any_of
from extract.names.dates import DATE
from extract.names.marks import DIGITS, HAN
from extract.slotted import made_of, slotted
from extract.text.layout import Cells, Printed, printed_lines

PAGE_NUMBER = re.compile(
    r"""
    ^[-—–·•]{0,3}  # -
    (?:第?\d{1,3}页?|第\d{1,3}页[,/]?共\d{1,3}页|\d{1,3}/\d{1,3})  # 第2页
    [-—–·•]{0,3}$  # -
    """,
    re.VERBOSE,
)
GAZETTE_NAME = re.compile(rf"^[{HAN}]{{2,20}}(?:{any_of('shared', 'gazette')})$")
ISSUE_NAME = re.compile(
    r"""
      ^(?:(?:19|20)\d\d年?)?第\d{1,3}期(?:\(?总第\d{1,4}期\)?)?$  # 2022年第2期(总第2期)
    | ^(?:19|20)\d\d[.年]\d{1,2}月?$  # 2022.2月
    """,
    re.VERBOSE,
)
GAZETTE_ISSUE = re.compile(
    rf"^[{HAN}]{{2,20}}(?:{any_of('shared', 'gazette')})(?:(?:19|20)\d\d年?)?[.·]?第?\d{{1,3}}期(?:\(总第\d{{1,4}}期\))?$"
)
NUMBER_HEAD = re.compile(rf"^[{HAN}]{{2,12}}[\[(](?:19|20)\d\d[\])]第?\d{{0,4}}$")
NUMBER_TAIL = re.compile(r"^第?\d{0,4}号$")
LONGEST_TAIL = 6
SHORTEST_DATE, LONGEST_DATE = 6, 40  # characters of a line that is one
OPENS_DATE = frozenset(f"0123456789十{DIGITS}")  # what it may begin with
COVER_LINES = 80
LEAST_REPEATED = 3  # times that a line beside page numbers must be printed to be a running head
LONGEST_HEAD = 40
LONGEST_LINE = 300  # characters of a row from which on it must be known as one


@slotted
@dataclass(frozen=True, slots=True)
class Line:
    """One printed line that holds more than layout; `clean` without layout, `row` if tabs, bars or spaces divide it.

    `cells`: the source spans of its cells; () where tabs divide them. `text`: the cleaned text. `broken`: a running head or page number stood before it.
    `indent`: how far it is indented beyond the other lines, in widths of a Latin letter.
    """

    start: int
    end: int
    clean: Text
    row: bool
    cells: Cells = ()
    broken: bool = False
    indent: int = 0

    text: str = field(init=False, repr=False, compare=False, metadata=made_of("clean", attrgetter("text")))

    @property
    def has_gap(self) -> bool:
        """Whether layout divides words of the line."""
        offsets = self.clean.offsets
        return offsets[-1] - offsets[0] >= len(offsets)


def is_date(text: str) -> bool:
    """Whether a cleaned line is a date and nothing else: 2022年6月28日, 二〇二二年三月五日."""
    if not SHORTEST_DATE <= len(text) <= LONGEST_DATE or text[0] not in OPENS_DATE:
        return False
    match = DATE.match(text)
    return bool(match and match.end() == len(text))


def lines_of(document: Document) -> list[Line]:
    """The lines of a document that say something, without running heads, page numbers and empty rows."""
    return laid_out(document)[1]


def laid_out(document: Document) -> tuple[Document, list[Line]]:
    """The document, knowing where a page breaks its text, and its lines."""
    source = document.text
    kept = [line for printed in printed_lines(source) if (line := _line(source, printed)).text]
    kept = _numbers_whole(kept)
    left_out = _running_heads(kept)
    margin = min((line.indent for line in kept if not line.row), default=0)
    lines: list[Line] = []
    breaks = [bound for line in kept for bound in _wrapped(line)]
    for index, line in enumerate(kept):
        if index in left_out:
            continue
        broken = index - 1 in left_out and bool(lines)
        if broken:
            breaks.append((lines[-1].clean.offsets[-1] + 1, line.clean.offsets[0]))
        if broken or margin:
            line = Line(line.start, line.end, line.clean, line.row, line.cells, broken, line.indent - margin)
        lines.append(line)
    rows = tuple(
        (line.start, line.end)
        for line in lines
        if line.cells and (line.end - line.start > LONGEST_LINE or "\n" in source[line.start : line.end])
    )
    return replace(document, flow=Flow(tuple(sorted(breaks)), rows)), lines


def _line(source: str, printed: Printed) -> Line:
    start, end = printed.start, printed.end
    text = signed(source, start, end, spaced=not printed.spaced)
    indent = _indent(source, start, text.offsets[0]) if text.offsets else 0
    return Line(start, end, text, printed.tabbed or bool(printed.cells), printed.cells, False, indent)


def _indent(source: str, start: int, first: int) -> int:
    if first == start:
        return 0
    return sum(2 if char == "\u3000" else 4 if char == "\t" else 1 for char in source[start:first])


def _wrapped(line: Line) -> Iterator[tuple[int, int]]:
    """The breaks of the cells of a row that go on in a later line."""
    for cell in line.cells:
        for (_, stop), (onward, _) in pairwise(cell):
            yield stop, onward


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """The indexes of running heads and feet: the name of the gazette again, its issue, page numbers, what stands beside them."""
    short = [i for i, line in enumerate(lines) if not line.row and len(line.text) <= LONGEST_HEAD]
    pages = {i for i in short if PAGE_NUMBER.match(lines[i].text)}
    running = {line.text for line in lines[:COVER_LINES] if GAZETTE_NAME.match(line.text)}
    first = next((i for i, line in enumerate(lines) if line.text in running), None)
    beside = {i for i in short if (i - 1 in pages or i + 1 in pages) and _may_head(lines[i])}
    often = Counter(lines[i].text for i in beside)
    heads = set(pages)
    for index, line in enumerate(lines):
        if line.row or index == first:
            continue
        text = line.text
        if (
            text in running
            or (running and len(text) <= LONGEST_HEAD and ISSUE_NAME.match(text))
            or (index in beside and (often[text] >= LEAST_REPEATED or GAZETTE_ISSUE.match(text)))
        ):
            heads.add(index)
    heads.discard(first if first is not None else -1)
    return heads


def _may_head(line: Line) -> bool:
    """Whether a short line can be a running head."""
    return line.text[-1] not in "。;:,、"


def _numbers_whole(lines: list[Line]) -> list[Line]:
    """The lines, a 文号 that the layout broke over two put together: 新政办〔2022〕 / 8号."""
    whole: list[Line] = []
    for line in lines:
        if (
            whole
            and not line.row
            and len(line.text) <= LONGEST_TAIL
            and NUMBER_TAIL.match(line.text)
            and NUMBER_HEAD.match(whole[-1].text)
        ):
            before = whole.pop()
            whole.append(Line(before.start, line.end, join([before.clean, line.clean]), False))
        else:
            whole.append(line)
    return whole
