"""Brackets that say who answers for what stands before them: where they open and close, and those that hold units alone.

In:  1.建设托育园。(牵头单位:区卫健委) · …养老服务。(省民政厅、省财政厅)
Out: the inner span of each outermost bracket; the statements of bare lists, by the index of their paragraph
"""

import re
from collections.abc import Iterator

from extract.document import Notice
from extract.formats.items.item import MARK
from extract.names.people import is_person_name
from extract.names.shares import Share, Statement
from extract.names.statement import LABEL
from extract.names.units import breaks, unit_list

BRACKET = re.compile(r"[(\[)\]]")
PAIRS = {"(": ")", "[": "]"}
BARE_BEFORE_STOP = re.compile(
    r"(?<![单部门位组构会员市区县业体])\(((?:[^()]|\([^()]*\))+)\)。$"
)  # 4.推进行业协会改革(市民政局、市工商联)。
BARE_LIST = re.compile(
    r"(?<=[。;!])[(\[]((?:[^()\[\]]|\([^()]*\))+)[)\]][。;]?$"
)  # …养老服务。(省民政厅、省财政厅,各市人民政府)
DASHED = re.compile(r"——([^,。;:—]{3,160})$")  # 4.推进智能制造——县工信局、县科技局
SAYS_WHO = re.compile(r"负责|牵头|配合|领导|[:为]")  # a statement, read elsewhere
LEAST_BARE = 3
LABELLED_BRACKET = re.compile(r"[(\[](?:牵头|责任|主办|承办)(?:单位|部门):")
LONGEST_BRACKET = 2000


def bare_lists(notice: Notice) -> dict[int, list[Statement]]:
    """Brackets that close paragraphs and hold units alone, where a notice does so at least three times.

    Once is enough for several units in a notice whose other brackets say with a label who answers.
    """
    labelled = bool(LABELLED_BRACKET.search(notice.text))
    by_index: dict[int, list[Statement]] = {}
    unclear: dict[int, list[Statement]] = {}  # those that hold a name of no kind known beside bodies
    for index, block in enumerate(notice.blocks):
        text = block.text.text
        if block.is_row:
            continue
        left = max(0, len(text) - LONGEST_BRACKET)
        closing = BARE_LIST.search(text, left)
        if closing is None and MARK.match(text):
            closing = (BARE_BEFORE_STOP.search(text, left) if labelled else None) or DASHED.search(text, left)
        if closing is None:
            continue
        start, end = closing.span(1)
        gaps = breaks(block.text)
        person = next(
            (at for at in range(start + 2, start + 4) if at in gaps and is_person_name(text[start:at])), start
        )
        listed = unit_list(text, person, end, gaps=gaps)
        listed.rest.extend([(start, person)] if person > start else [])
        if listed.units and not (listed.rest and SAYS_WHO.search(text, start, end)):
            share = Share(None, (start, end), False, tuple(listed.units))
            said = by_index if not listed.rest else unclear
            said[index] = [Statement(start, end, [share], listed.aggregates, listed.rest)]
    if len(by_index) >= LEAST_BARE:
        return by_index | {i: said for i, said in unclear.items() if len(unclear) <= len(by_index)}
    return {i: said for i, said in by_index.items() if labelled and len(said[0].shares[0].units) > 1}


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
