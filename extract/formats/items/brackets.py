"""Brackets that say who answers for what stands before them: where they open and close, and those that hold units alone.

In:  1.建设托育园。(牵头单位:区卫健委) · …养老服务。(省民政厅、省财政厅)
Out: the inner span of each outermost bracket; the statements of bare lists, by the index of their paragraph
"""

import re
from collections.abc import Iterator

from extract.document import Notice
from extract.formats.items.item import MARK
from extract.names.shares import Share, Statement
from extract.names.statement import LABEL
from extract.names.units import unit_list

BRACKET = re.compile(r"[(\[)\]]")
PAIRS = {"(": ")", "[": "]"}
OF_NAME = frozenset("单部门位组构会员市区县业体")  # after which a bracket goes on with the name: 管委会(筹)
SENTENCE_ENDS = frozenset("。;!")
STOPS = frozenset("。;")
OPENS, CLOSES = frozenset(PAIRS), frozenset(PAIRS.values())
MOST_DEEP = 2  # a bracket, and brackets in it
LEAST_BARE = 3
LABELLED_BRACKET = re.compile(r"[(\[](?:牵头|责任|主办|承办)(?:单位|部门):")
LONGEST_BRACKET = 2000


def bare_lists(notice: Notice) -> dict[int, list[Statement]]:
    """Brackets that close paragraphs and hold units alone, where a notice does so at least three times.

    Once is enough for several units in a notice whose other brackets say with a label who answers.
    """
    labelled = bool(LABELLED_BRACKET.search(notice.text))
    by_index: dict[int, list[Statement]] = {}
    for index, block in enumerate(notice.blocks):
        text = block.text.text
        if block.is_row:
            continue
        left = max(0, len(text) - LONGEST_BRACKET)
        closing = _closing(text, left)
        if closing is None or not _is_bare(text, closing, labelled and MARK.match(text) is not None):
            continue
        start, end = closing
        listed = unit_list(text, start, end)
        if listed.units and not listed.rest:
            share = Share(None, (start, end), False, tuple(listed.units))
            by_index[index] = [Statement(start, end, [share], listed.aggregates)]
    if len(by_index) >= LEAST_BARE:
        return by_index
    return {i: said for i, said in by_index.items() if labelled and len(said[0].shares[0].units) > 1}


def _closing(text: str, left: int) -> tuple[int, int] | None:
    """The inner span of the bracket that closes a paragraph, none that holds brackets in brackets; walked from its end."""
    end = len(text) - (text[-1:] in STOPS)
    depth = deepest = 0
    for position in range(end - 1, left - 1, -1):
        depth += (text[position] in CLOSES) - (text[position] in OPENS)
        deepest = max(deepest, depth)
        if depth <= 0:
            return (position + 1, end - 1) if 0 < deepest <= MOST_DEEP and position + 2 < end else None
    return None


def _is_bare(text: str, inner: tuple[int, int], numbered: bool) -> bool:
    """Whether a closing bracket may hold units alone: after a sentence, …养老服务。(省民政厅、省财政厅,各市人民政府); in a numbered
    paragraph with labels elsewhere also before its full stop, 4.推进行业协会改革(市民政局、市工商联)。
    """
    start, end = inner
    before = text[start - 2 : start - 1]
    if before in SENTENCE_ENDS:
        return not any(mark in text[start:end] for mark in "[]")
    return numbered and before not in OF_NAME and text[start - 1] == "(" and text.endswith(")。", end)


def closes(text: str, opening: int, after: int) -> bool:
    """Whether a bracket stands where a sentence or the paragraph ends."""
    return after >= len(text) or text[after] in "。;,([" or (opening > 0 and text[opening - 1] in "。;!”])")


def brackets(text: str) -> Iterator[tuple[int, int]]:
    """The inner spans of the outermost brackets; one that never closes runs to the end if it opens with a label."""
    depth, start = 0, 0
    for mark in BRACKET.finditer(text):
        if mark[0] in PAIRS:
            if depth == 0:
                start = mark.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, mark.start()
    if depth and LABEL.match(text, start):
        yield start, len(text)
