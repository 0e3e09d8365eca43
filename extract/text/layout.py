"""What a page did to a text, undone before anything is read: source text → printed lines and rows.

In:  lines divided by any mark of a line's end (LF, CR, NEL, U+2028, a form feed), tabs as indents, a page flattened to one
     line, a table printed one cell a line, cells wrapped over lines, running heads and page numbers inside a sentence
Out: Layout: the printed lines in their order, each with its source span and, of a row, the spans of its cells

A tab divides cells only where a cell can begin: ⇥任命张三同志为… and 任命⇥张三⇥为… are no rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.clean import cleaned, simplified
from extract.lexicon import any_of
from extract.names.marks import HAN, HAN_CHARACTER
from extract.slotted import slotted
from extract.tables.tables import column_of
from extract.text.flattened import LEAST_LABELLED, unfolded
from extract.text.rows.blank_rows import blank_rows, with_heads_apart
from extract.text.rows.box_cells import Boxed, boxed
from extract.text.rows.cell_lines import gathered
from extract.text.rows.even_lines import even_lines
from extract.text.rows.spaced_rows import cells_of, is_rule, may_rule
from extract.text.rows.tab_rows import tab_rows

Span = tuple[int, int]
Cells = tuple[tuple[Span, ...], ...]  # of each cell its spans, more than one where it is wrapped over lines

LINE_ENDS = "\n\f\r\x0b\x1c\x1d\x1e\x85\u2028\u2029"
LINE_MARK = re.compile(
    rf"""
      [ \t]*\#{{1,6}}(?:[ \t]+(?=\S)|(?=[{HAN}《【]|(?:19|20)\d\d年))  # #### 1990年
    | [ \t│]*[├└]─+[ ]?(?=[{HAN}])                                  # ├── 副主任:石磊, a branch of a tree
    """,
    re.VERBOSE,
)
OPENS_NO_CELL = re.compile(r"[,、;。)》”:为的]|同志")  # no cell begins so
# 丁一⇥任县教育局局长: a name and what is said of it
SAID_OF_NAME = re.compile(
    rf"(?:任(?!职|何职|命|免|期)|为|{any_of('layout', 'said_of_name')}|的)[^,。;:]{{0,2}}[{HAN}]{{3,}}"
)
CLOSES_NO_CELL = re.compile(rf"(?:[(《“、,]|{any_of('layout', 'decided_by')})$")  # and none ends so
SENTENCE_END = "。;:"
NAME_CELL = re.compile(rf"[{HAN}·]{{2,4}}(?:\([{HAN}]{{1,4}}\))?(?:同志)?$")
LEAST_NAMED = 2  # columns that a header names
SINGLE = 0.8  # share of one-character words from which on all characters of a line are spaced
LEAST_WORDS = 4


@slotted
@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line or row; `tabbed`: tabs divide its cells; `cells`: else their spans; `spaced`: all characters are."""

    start: int
    end: int
    tabbed: bool = False
    cells: Cells = ()
    spaced: bool = False


def printed_lines(source: str) -> list[Printed]:
    """The printed lines of a source text, rows of tables put together, lines that only draw a table left out."""
    source = simplified(source)
    spans = list(_lines(source))
    drawn = Boxed({}, frozenset())
    if may_rule(source):
        drawn = boxed(source, spans)
        spans = [span for span in spans if not is_rule(source[slice(*span)])]
    spans = with_heads_apart(source, spans)
    tabs = _tabbed(source, spans)
    bound = {**gathered(source, spans, tabs), **_drawn(drawn.rows, spans)}
    for index, row in cells_of(source, spans).items():
        if not tabs[index] and spans[index][0] not in drawn.undivided:
            bound.setdefault(index, row)
    bound |= {i: row for i, row in tab_rows(source, spans, tabs).items() if not bound.keys() & range(i, row[0])}
    bound |= blank_rows(source, spans, _taken(len(spans), tabs, bound))
    bound |= even_lines(source, spans, _taken(len(spans), tabs, bound))
    return list(_printed(source, spans, tabs, bound))


def _drawn(rows: dict[int, tuple[int, Cells]], spans: Sequence[Span]) -> dict[int, tuple[int, Cells]]:
    """The rows of drawn tables by the lines of the text: index of the first line → index after the last, spans of the cells."""
    index = {start: number for number, (start, _) in enumerate(spans)} if rows else {}
    return {index[first]: (index[last] + 1, cells) for first, (last, cells) in rows.items()}


def _lines(source: str) -> Iterator[Span]:
    """The lines of a text without the marks that end them, empty ones left out; a long one as the lines that it was printed in."""
    end = 0
    for line in source.splitlines(keepends=True):
        start, end = end, end + len(line)
        if length := len(line.rstrip(LINE_ENDS)):
            mark = LINE_MARK.match(line) if line[0] in "# \t│├└" else None
            first = start + (mark.end() if mark else 0)
            if length < LEAST_LABELLED:
                yield first, start + length
            else:
                yield from unfolded(source, first, start + length)


def _taken(lines: int, tabs: Sequence[bool], bound: dict[int, tuple[int, Cells]]) -> list[bool]:
    """Which lines are rows already."""
    taken = list(tabs)
    for index, (until, _) in bound.items():
        taken[index:until] = [True] * (until - index)
    return taken


def _printed(
    source: str, spans: Sequence[Span], tabs: Sequence[bool], bound: dict[int, tuple[int, Cells]]
) -> Iterator[Printed]:
    until = 0
    for index, (start, end) in enumerate(spans):
        if index < until:
            continue
        if index in bound:
            until, cells = bound[index]
            yield Printed(start, spans[until - 1][1], cells=cells)
        else:
            yield Printed(start, end, tabs[index], (), _is_spaced(source[start:end]))


def _is_spaced(line: str) -> bool:
    """Whether a space stands between all characters of a line, as a character reader leaves them: 2 0 2 1 年."""
    if len(line.split(None, LEAST_WORDS - 1)) < LEAST_WORDS:
        return False
    words = line.split()
    return sum(len(word) == 1 for word in words) >= SINGLE * len(words)


def _tabbed(source: str, spans: Sequence[Span]) -> list[bool]:
    """Whether tabs divide each line into cells; not where they indent it, end it, or stand between letters of its words."""
    if "\t" not in source:
        return [False] * len(spans)
    raw = [source.count("\t", *span) + 1 for span in spans]
    rows = [_row(source, *span) if cells > 1 else [""] for span, cells in zip(spans, raw, strict=True)]
    counts = [len(row) for row in rows]
    tabbed = [False] * len(spans)
    headed = False
    for index, row in enumerate(rows):
        before = counts[index - 1] if index else 0
        after = counts[index + 1] if index + 1 < len(rows) else 0
        if counts[index] < 2:
            headed = headed and raw[index] > 1
            continue
        headed = headed or _names_columns(row)
        of_person = not headed and len(row) == 2 and NAME_CELL.match(row[0]) and SAID_OF_NAME.match(row[1])
        whole = raw[index] - _indents(source, *spans[index]) == counts[index] and column_of(row[0]) is None
        tabbed[index] = not of_person and (headed or not whole or not _stray(row, alone=before < 2 and after < 2))
    for left, right in pairwise(range(len(spans))):  # a row with one filled cell beside a row as wide
        for one, other in ((left, right), (right, left)):
            if counts[one] < 2 and raw[one] > 2 and tabbed[other] and raw[one] == raw[other]:
                tabbed[one] = True
    return tabbed


def _indents(source: str, start: int, end: int) -> int:
    """How many tabs indent a line."""
    line = source[start:end]
    return line[: len(line) - len(line.lstrip())].count("\t")


def _row(source: str, start: int, end: int) -> list[str]:
    """The filled cells of a line that holds tabs, cleaned."""
    return [text for cell in source[start:end].split("\t") if (text := cleaned(cell, 0, len(cell)))] or [""]


def _names_columns(row: Sequence[str]) -> bool:
    named = [column_of(cell) for cell in row if len(cell) <= 12]
    return len(row) >= 2 and sum(kind is not None for kind in named) >= min(LEAST_NAMED, len(row))


def _stray(row: Sequence[str], alone: bool) -> bool:
    """Whether the tabs of a line stand inside its words: 任命⇥张三⇥为…; alone among paragraphs also in a sentence."""
    if any(OPENS_NO_CELL.match(cell) for cell in row[1:]) or any(CLOSES_NO_CELL.search(cell) for cell in row[:-1]):
        return row[-1][-1] in SENTENCE_END
    single = sum(1 for one, other in pairwise(row) if len(one) == len(other) == 1 and HAN_CHARACTER.match(one + other))
    return single * 2 >= len(row) or (alone and row[-1][-1] in SENTENCE_END and not row[0].isdigit())
