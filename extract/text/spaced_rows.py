"""Lines whose cells no tab divides → the spans of their cells.

In:  | 序号 | 工作任务 | 牵头单位 |          Out: three cells; a rule of dashes (|---|---|) is no row
In:  序号    工作任务      责任单位           Out: three cells a line, as long as lines have as many as the header
     1       江堤巡查      镇水利站

Bars divide where two lines in a row have as many cells. Runs of spaces divide only under a header most of whose words are
names of columns: a list of names (组 长：丁 力   区长) is no table.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.clean import clean
from extract.tables.tables import LONGEST_NAME, column_of

Span = tuple[int, int]

BAR = re.compile(r"[|│┃｜]")
RULE = re.compile(r"^(?=.*[|+│┃┼├┌└])[\s|+│┃┼├┤┌┐└┘┬┴─━=:\-]{3,}$")
WORD = re.compile(r"\S+(?:[ \u3000]\S+)*?(?=[ \u3000]{2,}|\s*$)")
LEAST_CELLS = 3


def is_rule(line: str) -> bool:
    """Whether a line only draws a table: |---|---|, +----+----+."""
    return bool(RULE.match(line))


def cells_of(source: str, lines: Sequence[Span]) -> dict[int, tuple[Span, ...]]:
    """The source spans of the cells of those lines (by their index) that bars or runs of spaces divide."""
    found = _by_bars(source, lines)
    found.update(_by_spaces(source, lines, found))
    return found


def _by_bars(source: str, lines: Sequence[Span]) -> dict[int, tuple[Span, ...]]:
    barred = {i: _barred(source, *span) for i, span in enumerate(lines) if BAR.search(source, *span)}
    barred = {i: spans for i, spans in barred.items() if len(spans) >= LEAST_CELLS}
    found: dict[int, tuple[Span, ...]] = {}
    for left, right in pairwise(sorted(barred)):
        if right == left + 1 and len(barred[left]) == len(barred[right]):
            found |= {left: barred[left], right: barred[right]}
    return found


def _barred(source: str, start: int, end: int) -> tuple[Span, ...]:
    while end > start and source[end - 1].isspace():
        end -= 1
    while start < end and source[start].isspace():
        start += 1
    bounds = [m.start() for m in BAR.finditer(source, start, end)]
    opened = bool(bounds) and bounds[0] == start
    closed = bool(bounds) and bounds[-1] == end - 1
    cuts = [*([] if opened else [start - 1]), *bounds, *([] if closed else [end])]
    return tuple((left + 1, right) for left, right in pairwise(cuts))


def _by_spaces(source: str, lines: Sequence[Span], taken: dict[int, tuple[Span, ...]]) -> dict[int, tuple[Span, ...]]:
    found: dict[int, tuple[Span, ...]] = {}
    width = 0
    for index, (start, end) in enumerate(lines):
        if index in taken or "\t" in source[start:end] or "  " not in source[start:end].replace("\u3000", " "):
            width = 0
            continue
        words = tuple(m.span() for m in WORD.finditer(source, start, end))
        if _is_header(source, words):
            width = len(words)
        elif not width or len(words) != width:
            width = 0
            continue
        found[index] = words
    return {i: spans for i, spans in found.items() if i + 1 in found or i - 1 in found}


def _is_header(source: str, words: Sequence[Span]) -> bool:
    if len(words) < LEAST_CELLS:
        return False
    names = [clean(source, *span).text for span in words]
    if any(len(name) > LONGEST_NAME for name in names):
        return False
    kinds = [column_of(name) for name in names]
    return sum(kind is not None for kind in kinds) * 2 > len(kinds) and len(set(kinds)) > 1
