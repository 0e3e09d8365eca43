"""What stands in the cells of a responsibility table: units with their labels, persons, deadlines, numbered measures.

In:  责任单位：区司法局、区住建局；配合单位：区财政局   Out: two lists with the words of their labels
In:  李先勇 张晓茵 肖新锋                          Out: three persons; what the layout has garbled is told apart
In:  1、压缩环节。… 2、推进改革。…                    Out: the spans of two measures
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise, zip_longest

from extract.bodies import is_aggregate, kind_of_body
from extract.clean import Text
from extract.facts import Kind
from extract.formats.responsibilities_statement import statement
from extract.people import is_person_name
from extract.tables import UNITS, Column, column_of, is_filled, paragraphs
from extract.units import UnitList, breaks, unit_list

Span = tuple[int, int]

LABEL = re.compile(
    r"(?:牵头|主办|责任|配合|协办|承办|参与|参加|落实|实施|主责|协助)(?:\(?责任\)?)?(?:单位|部门|机构|主体|处室|科室):"
)
ENUMERATOR = re.compile(
    r"(?:(?:\(?[一二三四五六七八九十]{1,3}[)、.．]|\(?\d{1,3}\)?(?:、|[.．](?!\d(?!\d{3}年)))|\(\d{1,3}\)|[①-⑳⑴-⒇]|——|[-—·●◆■▲★]+(?=[\u4e00-\u9fff]))、?)+"
)
NUMBERED = re.compile(r"(\d{1,3})(?:、|[.．](?!\d(?!\d{3}年)))")
DATE_WORD = (
    r"(?:19|20)\d\d(?:年|[-./]\d{1,2}(?:[-./]\d{1,2})?)?|\d{1,2}(?:[-—–~至、]\d{1,2})?月(?:份|底|末|初|中旬|上旬|下旬)?|\d{1,2}日|"
    r"第?[一二三四1-4](?:[、至][一二三四1-4])?季度|(?:全|当|每|次|今|本|明)年|年[底内末初中]|月底|月末|季末|[上下]半年|长期|持续|常态化?|经常性?|立即|"
    r"即时|适时|及时|随时|按时|定期|每[月季周日]|前|底|内|之?后|完成|启动|推进|实施|开展|坚持|以前|之前|并|起|止|期间|每季度|按季度?|按月|按年"
)
DEADLINE = re.compile(rf"(?:{DATE_WORD}|[-—–~至到、,;。()/.\s])+")
HAS_TIME = re.compile(r"\d|[年月季]|长期|持续|常态|立即|时|定期|经常")
MOBILE = re.compile(r"(?<!\d)1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)")
BRACKETED = re.compile(r"\([^()]*\)")
NAME_WORD = re.compile(r"[^、,;/ |:。]+")
PHONE = re.compile(r"[\d\-—()、,;/ +转]{5,}")
FIGURE = re.compile(r"[≥≤<>约达不低高于少多]*\d[\d.,%‰]*(?:[-—~至]\d[\d.,%]*)?[^\d、,;。]{0,8}|持平|上升|下降")
BARE_ORGAN = re.compile(
    r"管委会|管理委员会|办事处|管理处|党工委|党委|委员会|[\u4e00-\u9fff]{2,3}?(?:分公司|分局|支行|分行)|和[\u4e00-\u9fff]{2,8}?局"
)
LONG = 60  # characters from which on a cell is text, whatever it holds
LONGEST_UNITS = 400
VERB = re.compile(r"[\u4e00-\u9fff)](?:牵头|配合|协办|会同|参与|负责)(?=[,;、。]|$|[\u4e00-\u9fff])")
MARKED = re.compile(r"\((?:总?牵头|主办|主责)(?:单位|部门)?\)")
SEPARATORS = "、,;:/|"
LEVELS = "区县市省州盟旗国中全各镇乡"
DATE_INSIDE = re.compile(r"\d月|\d年|全年|[年月]底")


def gaps_of(cell: Text) -> frozenset[int]:
    """The cleaned offsets of a cell before which the source has layout space."""
    if not cell.offsets or cell.offsets[-1] - cell.offsets[0] == len(cell) - 1:
        return frozenset()
    return breaks(cell)


class Content(Enum):
    """What a cell holds, judged by itself."""

    EMPTY = auto()
    NUMBER = auto()
    FIGURE = auto()
    DEADLINE = auto()
    UNITS = auto()
    PEOPLE = auto()
    TEXT = auto()


def content_of(cell: Text) -> Content:
    """What stands in a cell: a number, a deadline, units, persons, or text."""
    if not is_filled(cell):
        return Content.EMPTY
    long = len(cell) > LONG and ("。" in cell.text[:-1] or len(cell) > LONGEST_UNITS)
    if long and not LABEL.match(cell.text):
        return Content.TEXT
    return _content(cell.text, tuple(sorted(gaps_of(cell))))


@lru_cache(maxsize=8192)
def _content(text: str, gaps: tuple[int, ...]) -> Content:
    cell = Text(text, _offsets(len(text), gaps))
    if re.fullmatch(r"[\d一二三四五六七八九十百.、()]{1,6}", text):
        return Content.NUMBER
    if len(text) <= 40 and DEADLINE.fullmatch(text) and HAS_TIME.search(text):
        return Content.DEADLINE
    if FIGURE.fullmatch(text):
        return Content.FIGURE
    names = [text[s:e] for s, e in name_spans(cell)] if len(text) <= LONG and "。" not in text else []
    if names and all(is_person_name(n) for n in names) and not any(kind_of_body(n) for n in names):
        return Content.PEOPLE
    return Content.UNITS if _holds_units(cell) else Content.TEXT


def _offsets(length: int, gaps: tuple[int, ...]) -> tuple[int, ...]:
    """Offsets of a cell with gaps at these places, whatever its source: what a cell holds depends on nothing else."""
    if not gaps:
        return tuple(range(length))
    return tuple(i + bisect_right(gaps, i) for i in range(length))


def unit_gaps(cell: Text) -> frozenset[int]:
    """The spaces of a cell that may divide two bodies: 区教育局 区民政局, not 阳逻开发区 管委会, 邮政公司 新洲分公司."""
    gaps = sorted(gaps_of(cell))
    return frozenset(g for g in gaps if not _inside_name(cell, g, gaps))


def _inside_name(cell: Text, gap: int, gaps: list[int]) -> bool:
    """Whether a space stands inside a name: before an organ without a name of its own, or in a name that it cuts."""
    text = cell.text
    before = max((g for g in gaps if g < gap), default=0)
    after = min((g for g in gaps if g > gap), default=len(text))
    left = re.split(r"[、,;:]", text[before:gap])[-1]
    right = re.split(r"[、,;:]", text[gap:after])[0]
    if not left or not right:
        return False
    if right[0] == "(" or ((organ := BARE_ORGAN.fullmatch(right)) and right[0] not in LEVELS):
        return organ is not None if right[0] != "(" else True
    kind = kind_of_body(right)
    if len(right) <= 2 and kind is not Kind.STREET:
        return right[0] not in LEVELS
    cut = kind_of_body(left) is Kind.STREET and kind is Kind.DEPARTMENT and right[0] not in LEVELS
    return cut and not right.endswith(("公司", "银行", "集团"))


def _holds_units(cell: Text) -> bool:
    text = cell.text
    if LABEL.match(text):
        return True
    if len(text) > LONGEST_UNITS or "。" in text[:-1] or ENUMERATOR.match(text) or DATE_INSIDE.search(text):
        return False
    if text.endswith("。") and not re.search(r"[、,;]", text):
        return False
    found = unit_list(text, 0, len(text), gaps=unit_gaps(cell))
    known = sum(u.end - u.start for u in found.units) + sum(e - s for s, e in found.aggregates)
    known += sum(e - s for s, e in found.rest if kind_of_body(text[s:e]))
    unknown = sum(e - s for s, e in found.rest if not kind_of_body(text[s:e]))
    return known > 0 and unknown <= known and known * 3 >= len(text)


@dataclass(frozen=True, slots=True)
class Answer:
    """A list of units that answers for an item: the cell, what its label or column calls it, and what the list names."""

    cell: Text
    column: Column
    word: str | None
    units: UnitList


def answers(cell: Text, span: Span, column: Column, word: str | None) -> Iterator[Answer]:
    """The lists of a unit cell: one for each label in it (责任单位：…；配合单位：…), else one for the whole.

    In 牵头单位：甲；乙、丙 with no second label the units behind the semicolon have no word of their own.
    """
    for start, end in _without_persons(cell, span):
        yield from _labelled_answers(cell, (start, end), column, word)


def _without_persons(cell: Text, span: Span) -> list[Span]:
    """The parts of a unit cell beside the persons that stand behind a unit: 区教育局 王平 区民政局 → the two units."""
    start, end = span
    if not gaps_of(cell):
        return [span]
    parts: list[Span] = []
    words = [(s, e) for s, e in name_spans(cell) if start <= s and e <= end]
    for (_, before), (left, right) in pairwise(words):
        word = cell.text[left:right]
        if before == left and is_person_name(word) and kind_of_body(word) is None and _follows_unit(cell, left, words):
            if start < left:
                parts.append((start, left))
            start = right
    if start < end and cell.text[start:end].strip("、,; "):
        parts.append((start, end))
    return parts


def _follows_unit(cell: Text, start: int, words: list[Span]) -> bool:
    left = next(((s, e) for s, e in words if e == start), None)
    name = cell.text[slice(*left)] if left else ""
    return kind_of_body(name) is not None or is_person_name(name)


def _labelled_answers(cell: Text, span: Span, column: Column, word: str | None) -> Iterator[Answer]:
    start, end = span
    gaps = unit_gaps(cell)
    found = list(LABEL.finditer(cell.text, start, end))
    if not found and VERB.search(cell.text, start, end):
        said = list(_said(cell, span))
        if said:
            yield from said
            return
    first = found[0].start() if found else end
    if cell.text[start:first].strip("、,; "):
        units = unit_list(cell.text, start, first, gaps=gaps, labelled=True)
        yield from _marked(Answer(cell, column, word, units))
    for match, following in zip_longest(found, found[1:]):
        stop = following.start() if following else end
        label = match[0][:-1].replace("(", "").replace(")", "")
        kind = column_of(label) or column
        kind = kind if kind in UNITS else column
        semicolon = cell.text.find(";", match.end(), stop) if kind is Column.LEAD and len(found) == 1 else -1
        if semicolon > 0 and semicolon + 1 < stop:
            yield Answer(cell, kind, label, unit_list(cell.text, match.end(), semicolon, gaps=gaps, labelled=True))
            rest = unit_list(cell.text, semicolon + 1, stop, gaps=gaps, labelled=True)
            yield Answer(cell, Column.ASSIST, None, rest)
            continue
        yield Answer(cell, kind, label, unit_list(cell.text, match.end(), stop, gaps=gaps, labelled=True))


def _said(cell: Text, span: Span) -> Iterator[Answer]:
    """The lists of a cell that says who does what: 县农业农村局牵头，县公安局配合."""
    said = statement(cell.text, *span, gaps=unit_gaps(cell))
    if said is None or not all(share.role for share in said.shares):
        return
    for share in said.shares:
        units = UnitList(list(share.units))
        yield Answer(cell, Column.ASSIST if share.assists else Column.LEAD, share.role, units)
    if said.aggregates or said.rest:
        yield Answer(cell, Column.ASSIST, None, UnitList([], said.aggregates, said.rest))


def _marked(answer: Answer) -> Iterator[Answer]:
    """Of a list in which a bracket marks who leads, 县农业农村局（牵头）、县公安局, that unit and the others apart."""
    text = answer.cell.text
    leads = [u for u in answer.units.units if MARKED.match(text, u.end)]
    if not leads or answer.column is Column.ASSIST:
        yield answer
        return
    others = [u for u in answer.units.units if u not in leads]
    rest = [(s, e) for s, e in answer.units.rest if not MARKED.match(text, s - 1)]
    yield Answer(answer.cell, Column.LEAD, "牵头", UnitList(leads))
    yield Answer(answer.cell, answer.column, answer.word, UnitList(others, answer.units.aggregates, rest))


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


def unit_cuts(cell: Text) -> list[int]:
    """Where the units of the next measure start in a cell without paragraphs: at a label, or at a space between bodies."""
    lead = [m.start() for m in LABEL.finditer(cell.text) if column_of(m[0][:-1]) is not Column.ASSIST]
    if len(lead) > 1:
        return lead[1:]
    text = cell.text
    cuts: list[int] = []
    for gap in sorted(unit_gaps(cell)):
        left = re.split(r"[、,;]", text[(cuts[-1] if cuts else 0) : gap])[-1]
        right = re.split(r"[、,;]", text[gap:])[0]
        if text[gap - 1] in SEPARATORS or text[gap] in SEPARATORS + "(" or left.endswith("等"):
            continue
        if _is_unit(left) and (_is_unit(right) or _is_unit(_up_to_gap(cell, gap, len(right)))):
            cuts.append(gap)
    return cuts


def unit_before_dates(cell: Text) -> int | None:
    """Where the dates start in a cell into which the layout has run a unit and dates: 规划科 全年 6月开工 → 全年."""
    first = min(gaps_of(cell), default=None)
    if first is None or not _is_unit(cell.text[:first]) or not _opens_date(cell.text[first:]):
        return None
    return first


def _up_to_gap(cell: Text, start: int, length: int) -> str:
    later = [g for g in gaps_of(cell) if start < g <= start + length]
    return cell.text[start : min(later, default=start + length)]


def _is_unit(name: str) -> bool:
    bare = name.strip("、,;:。 ")
    return kind_of_body(bare) is not None or is_aggregate(bare)


def deadline_cuts(cell: Text) -> list[int]:
    """Where a new date starts in a deadline cell: 6月底前 全年 → before 全年; a space inside 4 月底 is none."""
    text = cell.text
    cuts: list[int] = []
    for gap in sorted(gaps_of(cell)):
        before = text[: gap - 1] if text[gap - 1] == " " else text[:gap]
        if before and not before[-1].isdigit() and before[-1] not in SEPARATORS + "—-至" and _opens_date(text[gap:]):
            cuts.append(gap)
    return cuts


def _opens_date(text: str) -> bool:
    return bool(re.match(rf"(?:{DATE_WORD}|按)", text.lstrip()))


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
    match = ENUMERATOR.match(cell.text, start, end)
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
    if any(char.isdigit() or char == "(" for char in text):
        text = BRACKETED.sub(lambda m: "," * len(m[0]), text)
        text = PHONE.sub(lambda m: "," * len(m[0]), text)
    gaps = gaps_of(cell)
    spans: list[Span] = []
    for match in NAME_WORD.finditer(text):
        cuts = [match.start(), *sorted(g for g in gaps if match.start() < g < match.end()), match.end()]
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
    """The names that cells of persons print alone or more than twice: they are whole, so longer ones may be garbled."""
    alone: set[str] = set()
    seen: Counter[str] = Counter()
    for cell in cells:
        names = [cell.text[s:e] for s, e in name_spans(cell)]
        seen.update(names)
        if len(names) == 1:
            alone.update(names)
    often = {n for n in seen if seen[n] > 2 and not any(a in n and a != n for a in alone)}
    return frozenset(n for n in alone | often if is_person_name(n))


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
    return (
        5 <= len(word) <= 12
        and "·" not in word
        and is_person_name(word[-3:])
        and not is_aggregate(word)
        and word[-1] not in "员长记任"
    )
