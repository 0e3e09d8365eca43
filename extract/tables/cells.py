"""What stands in the cells of a responsibility table: persons, deadlines, numbered measures, and how cells are shared.

In:  李先勇 张晓茵 肖新锋                          Out: three persons; what the layout has garbled is told apart
In:  1、压缩环节。… 2、推进改革。…                    Out: the spans of two measures
In:  6月底前 全年, for two measures                 Out: the span of each
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise

from extract.clean import Text, leaps
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import DIGITS, HAN
from extract.names.offices.titles import offices
from extract.names.people import is_person_name, may_be_name
from extract.names.units import breaks
from extract.tables.tables import paragraphs

Span = tuple[int, int]

CELL_MARK = re.compile(
    rf"""
    (?: (?: \(? [{DIGITS}十]{{1,3}} [)、.．]                        # (一) 一、
          | \(? \d{{1,3}} \)? (?: 、 | [.．](?!\d(?!\d{{3}}年)) )             # 1、 12. , also before 2022年
          | \( \d{{1,3}} \) | [①-⑳⑴-⒇] | —— | [-—·●◆■▲★]+ (?=[{HAN}])
        ) 、?
    )+""",
    re.VERBOSE,
)
NUMBERED = re.compile(r"(\d{1,3})(?:、|[.．](?!\d(?!\d{3}年)))")
DATE_WORD = (
    rf"(?:19|20)\d\d(?:年|[-./]\d{{1,2}}(?:[-./]\d{{1,2}})?)?|\d{{1,2}}(?:[-—–~至、]\d{{1,2}})?月(?:份|底|末|初|{any_of('tables', 'part_of_month')})?|\d{{1,2}}日|"
    r"第?[一二三四1-4](?:[、至][一二三四1-4])?季度|(?:全|当|每|次|今|本|明)年|年[底内末初中]|[上下]半年|常态化?|经常性?|"
    rf"{any_of('tables', 'when', 'until')}|每[月季周日]|前|底|内|之?后|并|起|止|每季度|按季度?"
)
DEADLINE = re.compile(rf"(?:{DATE_WORD}|[-—–~至到、,;。()/.\s])+")
HAS_TIME = re.compile(rf"\d|[年月季]|{any_of('tables', 'says_time')}|时")
OPENS_DATE = re.compile(rf"\s*(?:{DATE_WORD}|按)")
BRACKETED = re.compile(r"\([^()]*\)")
NAME_WORD = re.compile(r"[^、,;/ |:。]+")
PHONE = re.compile(r"[\d\-—()、,;/ +转]{5,}")
MAY_HOLD_NUMBER = re.compile(r"[\d(]")
NOT_LEADER = re.compile(rf"同[上前]|{any_of('tables', 'no_leader')}|[空暂]缺|[区市县]级")
SEPARATORS = "、,;:/|"


def gaps_of(cell: Text) -> frozenset[int]:
    """The cleaned offsets of a cell before which the source has layout space."""
    return breaks(cell)


def shares(cell: Text, source: str, count: int, starts: Callable[[Text], list[int]]) -> list[Span] | None:
    """The span of a cell that belongs to each of `count` measures; None if they cannot be told apart.

    Paragraphs first, then what `starts` finds; a cell that nothing divides belongs to every measure that it spans.
    """
    whole = (0, len(cell))
    if count == 1:
        return [whole]
    spans = paragraphs(cell, source)
    if len(spans) == count:
        return spans
    cuts = starts(cell)
    if not cuts and len(spans) == 1:
        return [whole] * count
    if len(cuts) + 1 == count:
        return list(zip([0, *cuts], [*cuts, len(cell)], strict=True))
    return None


def deadline_cuts(cell: Text) -> list[int]:
    """Where a new date starts in a deadline cell: 6月底前 全年 → before 全年; a space inside 4 月底 is none."""
    text = cell.text
    cuts: list[int] = []
    for gap in sorted(gaps_of(cell)):
        before = text[gap - 2 : gap - 1] if text[gap - 1] == " " else text[gap - 1]
        if before and not before.isdigit() and before not in SEPARATORS + "—-至" and opens_date(text, gap):
            cuts.append(gap)
    return cuts


def opens_date(text: str, at: int) -> bool:
    """Whether a date starts at an offset of a cell."""
    return OPENS_DATE.match(text, at) is not None


def measure_spans(cell: Text, source: str) -> list[Span]:
    """The measures of a cell that numbers them (1、… 2、…) in rising order, or that paragraphs divide; else the whole."""
    text = cell.text
    spans = paragraphs(cell, source)
    gaps = gaps_of(cell) | {0}
    starts: list[int] = []
    number = 0
    for match in NUMBERED.finditer(text):
        if match.start() in gaps and (not starts or int(match[1]) == number + 1):
            starts.append(match.start())
            number = int(match[1])
    if len(starts) > 1:
        return list(zip(starts, [*starts[1:], len(text)], strict=True))
    if len(starts) == 1 and starts[0] > 0 and len(spans) > 1:
        return [(starts[0], len(text))]
    return [(0, len(text))]


def without_enumerator(cell: Text, span: Span) -> Span:
    """The span without its number, dash and outer spaces: 3、（1）精简材料。 → 精简材料。"""
    start, end = span
    match = CELL_MARK.match(cell.text, start, end)
    if match and match.end() < end:
        start = match.end()
    while start < end - 1 and cell.text[start] in " :、":
        start += 1
    while end > start + 1 and cell.text[end - 1] == " ":
        end -= 1
    return start, end


def name_spans(cell: Text) -> list[Span]:
    """The words of a cell of persons: at spaces and separators; 刘 辉 is one name, numbers and brackets are none."""
    text = cell.text
    if MAY_HOLD_NUMBER.search(text):
        text = BRACKETED.sub(lambda m: "," * len(m[0]), text)
        text = PHONE.sub(lambda m: "," * len(m[0]), text)
    gaps = leaps(cell.offsets)
    if not gaps:
        return [match.span() for match in NAME_WORD.finditer(text)]
    spans: list[Span] = []
    for match in NAME_WORD.finditer(text):
        inside = gaps[bisect_right(gaps, match.start()) : bisect_left(gaps, match.end())]
        cuts = [match.start(), *inside, match.end()]
        spans.extend(pairwise(cuts))
    joined: list[Span] = []
    for span in spans:
        single = span[1] - span[0] == 1
        if joined and single and joined[-1][1] - joined[-1][0] == 1 and joined[-1][1] == span[0]:
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return joined


def attested(cells: Iterable[Text]) -> frozenset[str]:
    """The names that cells of persons print alone or more than twice: they are whole, so longer ones may be garbled.

    Where many of these words have a family name that is known, the rest are names too: a column of leaders, 操智 among them.
    """
    alone: set[str] = set()
    seen: Counter[str] = Counter()
    for cell in cells:
        names = [cell.text[s:e] for s, e in name_spans(cell)]
        seen.update(names)
        if len(names) == 1:
            alone.update(names)
    whole = alone | {n for n in seen if seen[n] > 2 and not any(a in n and a != n for a in alone)}
    known = {n for n in whole if is_person_name(n)}
    others = {n for n in whole - known if seen[n] > 1 and _may_be_leader(n)}
    return frozenset(known | others if 2 * len(known) >= len(others) else known)


def _may_be_leader(word: str) -> bool:
    """Whether a word of a column of leaders can be a name with a rare family name: no body, set, post or 同上."""
    if not 2 <= len(word) <= 3 or NOT_LEADER.match(word) or not may_be_name(word):
        return False
    return kind_of_body(word) is None and not is_aggregate(word) and not offices(word, 0, len(word))


def persons(cell: Text, known: frozenset[str]) -> tuple[list[Span], list[Span]]:
    """The names of a cell of persons, and the words that the layout has garbled (祝莹力 beside 祝莹 elsewhere)."""
    spans = name_spans(cell)
    garbled = any(
        cell.text[s:e] not in known
        and kind_of_body(cell.text[s:e]) is None
        and (any(n in cell.text[s:e] for n in known) or _is_run_of_names(cell.text[s:e]))
        for s, e in spans
    )
    whole = [(s, e) for s, e in spans if cell.text[s:e] in known or (is_person_name(cell.text[s:e]) and not garbled)]
    return whole, [span for span in spans if span not in whole] if garbled else []


def _is_run_of_names(word: str) -> bool:
    """邓丁肖新锋: too long for a name, and names at both ends; 副县长王建国 is a title and a name."""
    ends = is_person_name(word[:2]) and is_person_name(word[-3:])
    return 5 <= len(word) <= 12 and "·" not in word and ends and not is_aggregate(word) and word[-1] not in "员长记任"
