"""Brackets that say who answers for what stands before them: where they open and close, and those that hold units alone.

In:  1.建设托育园。(牵头单位:区卫健委) · …养老服务。(省民政厅、省财政厅)
Out: the inner span of each outermost bracket; the statements of bare lists, by the index of their paragraph
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extract.document import Block, Notice
from extract.formats.items.item import MARK
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import kind_of_body
from extract.names.labels import LABEL
from extract.names.marks import ENUMERATOR
from extract.names.people import is_person_name
from extract.names.shares import Share, Statement
from extract.names.statement import units_alone
from extract.names.units import breaks, unit_list

BRACKET = re.compile(r"[(\[)\]]")
PAIRS = {"(": ")", "[": "]"}
OF_NAME = frozenset("单部门位组构会员市区县业体")  # after which a bracket goes on with the name: 管委会(筹)
SENTENCE_ENDS = frozenset("。;!")
ENDS = re.compile("[。!]")
STOPS = frozenset("。;")
CLOSES = frozenset(PAIRS.values())
MOST_DEEP = 2  # a bracket, and brackets in it
BEFORE_COLON = re.compile(
    rf"(?:{ENUMERATOR})[^。;:,()]{{4,40}}\(([^()]{{2,80}})\):"
)  # 2.建污水处理厂(县住建局):正在安装设备。
DASHED = re.compile(r"——([^,。;:—]{3,160})$")  # 4.推进智能制造——县工信局、县科技局
SAYS_WHO = re.compile(rf"{any_of('items', 'says_who')}|[:为]")  # a statement, read elsewhere
LEAST_BARE = 3
LABELLED_BRACKET = re.compile(rf"[(\[](?:{any_of('items', 'bracket_role')})(?:{any_of('shared', 'unit')}):")
LEADING_BRACKET = re.compile(rf"[。;][(\[][^()\[\]。;:]{{2,60}}(?:{any_of('items', 'leads_or_answers')})[)\],、;]")
MAY_LABEL = sign_of(LABELLED_BRACKET, LEADING_BRACKET)
SHORTEST_NAME = 6
LEAST_LOOSE = 3  # numbered lines without a full stop that close with a body in brackets
LONGEST_BRACKET = 2000


@dataclass(frozen=True, slots=True)
class BareLists:
    """Brackets that close paragraphs and hold units alone, by the index of their paragraph: those that state who answers, and those in doubt."""

    stated: dict[int, Statement]
    lone: dict[int, Statement]


def bare_lists(notice: Notice) -> BareLists:
    """Brackets that close paragraphs and hold units alone; they state who answers where a notice has at least three.

    Once is enough for several units after an enumerated item, or in a notice whose other brackets say with a label who answers;
    then one unit is enough for the other items. One unit in the only bracket of a notice is in doubt.
    """
    labelled = bool(
        notice.signs & MAY_LABEL and (LABELLED_BRACKET.search(notice.text) or LEADING_BRACKET.search(notice.text))
    )
    read = _brackets_read(notice, labelled)
    by_index, loose = dict(read.alone), read.loose
    if LEAST_BARE <= len(by_index) >= len(read.unclear):
        by_index |= read.unclear
    if labelled or len(by_index) + len(loose) >= LEAST_LOOSE:
        by_index |= loose
    enumerated = {index for index in by_index if MARK.match(notice.blocks[index].text.text)}
    several = {index for index, alone in by_index.items() if _names_several(alone)}
    if len(by_index) >= LEAST_BARE or not by_index:
        chosen = set(by_index)
    elif labelled:
        chosen = several | enumerated
    else:
        chosen = enumerated if several & enumerated else set()
    lone = {index: alone for index, alone in by_index.items() if index in enumerated - chosen and alone.shares}
    lone |= {index: alone for index, alone in loose.items() if index not in by_index}
    return BareLists({index: by_index[index] for index in sorted(chosen)}, lone)


class BracketsRead(NamedTuple):
    """What the last bracket of each paragraph holds, by the index of the paragraph."""

    alone: dict[int, Statement]  # units and nothing else
    loose: dict[int, Statement]  # units in numbered lines that no full stop ends
    unclear: dict[int, Statement]  # something else beside bodies


def _brackets_read(notice: Notice, labelled: bool) -> BracketsRead:
    """The closing brackets of a notice that may say who answers; `labelled`: other brackets say so with a label."""
    read = BracketsRead({}, {}, {})
    for index, block in enumerate(notice.blocks):
        text = block.text.text
        if block.is_row or not (")" in text or "]" in text or "——" in text):
            continue
        left = max(0, len(text) - LONGEST_BRACKET)
        closing = _closing(text, left)
        if closing is None and not ("):" in text or "——" in text):
            continue  # neither a bracket that closes it nor one before a colon nor a dash
        numbered = MARK.match(text) is not None
        if closing is None or not _is_bare(text, closing, labelled and numbered):
            if closing is not None and numbered and (at_end := _loose(text, closing)):
                read.loose[index] = at_end
                continue
            other = BEFORE_COLON.match(text) or (DASHED.search(text, left) if numbered else None)
            closing = other.span(1) if other else None
        person = closing is not None and _past_person(block, closing[0]) > closing[0]
        alone = units_alone(text, *closing) if closing and not person else None
        if alone is not None:
            read.alone[index] = alone
        elif closing and (partly := _partly(block, *closing)):
            read.unclear[index] = partly
    return read


def _loose(text: str, inner: tuple[int, int]) -> Statement | None:
    """The units in the bracket that closes a numbered line without a full stop: 3.改造背街小巷(县住建局); not 3.县教育局(县招生办)."""
    start, end = inner
    mark = MARK.match(text)
    name = text[mark.end() if mark else 0 : start - 1]
    if text[-1] not in CLOSES or len(name) < SHORTEST_NAME or name[-1] in OF_NAME or ":" in name:
        return None
    if kind_of_body(name) is not None or SAYS_WHO.search(text, start, end):
        return None
    alone = units_alone(text, start, end)
    return alone if alone is not None and alone.shares else None


def _partly(block: Block, start: int, end: int) -> Statement | None:
    """A bracket that holds bodies and beside them a person or a name of no known kind, which is in doubt: (石磊 县工信局)."""
    text, gaps = block.text.text, breaks(block.text)
    if SAYS_WHO.search(text, start, end):
        return None
    first = _past_person(block, start)
    listed = unit_list(text, first, end, gaps=gaps)
    rest = [*([(start, first)] if first > start else []), *listed.rest]
    share = Share(None, (first, end), False, tuple(listed.units))
    return Statement(start, end, [share], listed.aggregates, rest) if listed.units else None


def _past_person(block: Block, start: int) -> int:
    """Where a name ends that layout space divides from what stands after it; `start` if none does."""
    gaps = breaks(block.text)
    cuts = (cut for cut in (start + 2, start + 3) if cut in gaps and is_person_name(block.text.text[start:cut]))
    return next(cuts, start)


def _names_several(alone: Statement) -> bool:
    return sum(len(share.units) for share in alone.shares) + len(alone.aggregates) > 1


def _closing(text: str, left: int) -> tuple[int, int] | None:
    """The inner span of the bracket that closes a paragraph, none that holds brackets in brackets; walked from its end."""
    end = len(text) - (text[-1:] in STOPS)
    if text[end - 1 : end] not in CLOSES:
        return None
    depth = deepest = 0
    for mark in reversed(list(BRACKET.finditer(text, left, end))):
        depth += 1 if mark[0] in CLOSES else -1
        deepest = max(deepest, depth)
        if depth == 0:
            return (mark.end(), end - 1) if deepest <= MOST_DEEP and mark.end() + 1 < end else None
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
    """The inner spans of the outermost brackets; one that never closes runs to the end if it opens with a label, else it is none.

    What stands in the sentence of one that never closes is none either: 加强(水土保持治理(责任单位:县林业局)。
    """
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for mark in BRACKET.finditer(text):
        if mark[0] in PAIRS:
            opened.append(mark.end())
        elif opened:
            pairs.append((opened.pop(), mark.start()))
    pairs = [pair for pair in pairs if not any(one < pair[0] and not ENDS.search(text, one, pair[0]) for one in opened)]
    pairs += [(start, len(text)) for start in opened if LABEL.match(text, start)][:1]
    reached = 0
    for start, end in sorted(pairs):
        if start >= reached:
            yield start, end
            reached = end
