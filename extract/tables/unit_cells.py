"""Unit cells of a responsibility table → lists of bodies, each with the word of its column, label or verb.

In:  责任单位：区司法局、区住建局；配合单位：区财政局   Out: two lists with the words of their labels
In:  阳逻开发区 管委会 区民政局                      Out: one list of two bodies; the first space is layout
In:  区农业局牵头，区公安局配合                       Out: two lists with their verbs
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from extract.clean import Text, leaps
from extract.facts import Kind
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import HAN, LEVELS
from extract.names.people import is_person_name
from extract.names.statement import statement
from extract.names.units import NOWHERE, Unit, UnitList, unit_list
from extract.slotted import slotted
from extract.tables.cells import CELL_MARK, SEPARATORS, Span, gaps_of, name_spans, opens_date
from extract.tables.tables import UNITS, Column, column_of

LABEL = re.compile(rf"(?:{any_of('tables', 'role')})(?:\(?责任\)?)?(?:{any_of('tables', 'role_noun')}):")
BARE_ORGAN = re.compile(
    rf"{any_of('tables', 'bare_organ')}|[{HAN}]{{2,3}}?(?:{any_of('tables', 'branch')})|和[{HAN}]{{2,8}}?局"
)
VERB = re.compile(rf"[{HAN})](?:{any_of('tables', 'unit_verb')})(?=[,;、。]|$|[{HAN}])")
UNIT_NUMBER = re.compile(r"\(?\d{1,2}[)、.．]")
VERB_ENDS = re.compile(rf"(?:{any_of('tables', 'verb_ends')})(?=[,;、。]|$)")
MARKED = re.compile(rf"\((?:总?牵头|主办|主责)(?:{any_of('shared', 'unit')})?\)")
OPENS_UNIT = LEVELS + "国中全各镇乡"
DATE_INSIDE = re.compile(r"\d月|\d年|全年|[年月]底")
LONGEST_UNITS = 2000  # characters of the longest list of units
# 县民政局。 is one unit; 完善县体育中心。 and 市级公共服务中心。 are what is to be done
ONE_UNIT = re.compile(rf"[{LEVELS}](?![级属内直])[{HAN}]{{2,12}}(?:局|委|办|{any_of('tables', 'unit_ends')})。")
BORDER = re.compile(r"[、,;:]")


def unit_gaps(cell: Text) -> frozenset[int]:
    """The spaces of a cell that may divide two bodies: 区教育局 区民政局, not 阳逻开发区 管委会, 邮政公司 新洲分公司."""
    gaps = leaps(cell.offsets)
    if not gaps:
        return NOWHERE
    bounds = zip([0, *gaps], gaps, [*gaps[1:], len(cell)], strict=False)
    return frozenset(gap for before, gap, after in bounds if not _inside_name(cell.text, before, gap, after))


def _inside_name(text: str, before: int, gap: int, after: int) -> bool:
    """Whether a space stands inside a name: before an organ without a name of its own, or in a name that it cuts."""
    left = BORDER.split(text[before:gap])[-1]
    right = BORDER.split(text[gap:after])[0]
    if not left or not right:
        return False
    if right[0] == "(":
        return True
    own_level = right[0] in OPENS_UNIT
    if BARE_ORGAN.fullmatch(right) and not own_level:
        return True
    kind = kind_of_body(right)
    if len(right) <= 2 and kind is not Kind.STREET:
        return not own_level
    cut = kind_of_body(left) is Kind.STREET and kind is Kind.DEPARTMENT and not own_level
    return cut and not right.endswith(("公司", "银行", "集团"))


def holds_units(cell: Text) -> bool:
    """Whether a cell lists units: most of it is bodies and sets of bodies, or it opens with a label of units."""
    text = cell.text
    if LABEL.match(text):
        return True
    if len(text) > LONGEST_UNITS or "。" in text[:-1] or CELL_MARK.match(text) or DATE_INSIDE.search(text):
        return False
    if text.endswith("。") and not re.search(r"[、,;]", text) and not ONE_UNIT.fullmatch(text):
        return False
    if ends := VERB_ENDS.search(text):  # 办公室牵头,各科室配合
        text = VERB_ENDS.sub("", text)
    listed = unit_list(text, 0, len(text), gaps=frozenset() if ends else unit_gaps(cell))
    known = sum(u.end - u.start for u in listed.units) + sum(e - s for s, e in listed.aggregates)
    known += sum(e - s for s, e in listed.rest if kind_of_body(text[s:e]))
    unknown = sum(e - s for s, e in listed.rest if not kind_of_body(text[s:e]))
    return known > 0 and unknown <= known and known * 3 >= len(text)


@slotted
@dataclass(frozen=True, slots=True)
class Answer:
    """A list of units that answers for an item: the cell, what its label or column calls it, and what the list names."""

    cell: Text
    column: Column
    word: str | None
    units: UnitList


def answers(cell: Text, span: Span, column: Column, word: str | None) -> Iterator[Answer]:
    """The lists of a unit cell: one for each label in it (责任单位：…；配合单位：…), else one for the whole.

    In 牵头单位：甲；乙、丙 with no second label the units after the semicolon have no word of their own.
    """
    for start, end in _without_persons(cell, span):
        yield from _labelled_answers(cell, (start, end), column, word)


def _without_persons(cell: Text, span: Span) -> list[Span]:
    """The parts of a unit cell beside the persons that stand after a unit: 区教育局 王平 区民政局 → the two units."""
    start, end = span
    if not gaps_of(cell):
        return [span]
    words = [(s, e) for s, e in name_spans(cell) if start <= s and e <= end]
    persons = [_is_person(cell.text[s:e]) for s, e in words]
    parts: list[Span] = []
    for index, (left, right) in enumerate(words):
        if persons[index] and (_touches(cell, words, persons, index, -1) or _touches(cell, words, persons, index, 1)):
            if start < left:
                parts.append((start, left))
            start = right
    if start < end and cell.text[start:end].strip("、,; "):
        parts.append((start, end))
    return parts


def _is_person(word: str) -> bool:
    return is_person_name(word) and kind_of_body(word) is None


def _touches(cell: Text, words: list[Span], persons: list[bool], index: int, step: int) -> bool:
    """Whether only a space divides a person from a body, or from another person, on one side."""
    other = index + step
    if not 0 <= other < len(words):
        return False
    (_, end), (start, _) = sorted([words[index], words[other]])
    return end == start and (persons[other] or kind_of_body(cell.text[slice(*words[other])]) is not None)


def _labelled_answers(cell: Text, span: Span, column: Column, word: str | None) -> Iterator[Answer]:
    start, end = span
    gaps = unit_gaps(cell)
    labels = list(LABEL.finditer(cell.text, start, end))
    if not labels and VERB.search(cell.text, start, end):
        statements = list(_said(cell, span, column, word))
        if statements:
            yield from statements
            return
    first = labels[0].start() if labels else end
    if cell.text[start:first].strip("、,; "):
        units = _rejoined(cell, _unnumbered(unit_list(cell.text, start, first, gaps=gaps, labelled=True)))
        yield from _marked(Answer(cell, column, word, units))
    for match, following in zip_longest(labels, labels[1:]):
        stop = following.start() if following else end
        label = match[0][:-1].replace("(", "").replace(")", "")
        kind = column_of(label) or column
        kind = kind if kind in UNITS else column
        semicolon = cell.text.find(";", match.end(), stop) if kind is Column.LEAD and len(labels) == 1 else -1
        if semicolon > 0 and semicolon + 1 < stop:
            yield Answer(cell, kind, label, unit_list(cell.text, match.end(), semicolon, gaps=gaps, labelled=True))
            rest = unit_list(cell.text, semicolon + 1, stop, gaps=gaps, labelled=True)
            yield Answer(cell, Column.ASSIST, None, rest)
            continue
        yield Answer(cell, kind, label, unit_list(cell.text, match.end(), stop, gaps=gaps, labelled=True))


def _unnumbered(found: UnitList) -> UnitList:
    """The list without the numbers of its entries: 1.县卫健局 2.县教育局."""
    if not any(UNIT_NUMBER.match(unit.name) for unit in found.units):
        return found
    units: list[Unit] = []
    for unit in found.units:
        match = UNIT_NUMBER.match(unit.name)
        skip = match.end() if match and unit.has_offsets else 0
        name = unit.name[skip:]
        units.append(Unit(unit.start + skip, unit.end, kind_of_body(name) or unit.kind, name, unit.has_offsets))
    return UnitList(units, found.aggregates, found.rest)


def _rejoined(cell: Text, found: UnitList) -> UnitList:
    """A name that the layout broke before 和 is one name: 区自然资源局 / 和规划局."""
    gaps = gaps_of(cell)
    if not gaps:
        return found
    units: list[Unit] = []
    for unit in found.units:
        last = units[-1] if units else None
        broken = last is not None and unit.start == last.end + 1 and last.end in gaps and cell.text[last.end] == "和"
        if last is not None and broken and unit.has_offsets and unit.name[0] not in OPENS_UNIT:
            name = cell.text[last.start : unit.end]
            units[-1] = Unit(last.start, unit.end, kind_of_body(name) or last.kind, name)
        else:
            units.append(unit)
    return UnitList(units, found.aggregates, found.rest)


def _said(cell: Text, span: Span, column: Column, word: str | None) -> Iterator[Answer]:
    """The lists of a cell that says who does what: 县农业农村局牵头，县公安局配合."""
    stated = statement(cell.text, *span, gaps=unit_gaps(cell))
    if stated is None or not all(share.role for share in stated.shares):
        return
    for share in stated.shares:
        units = UnitList(list(share.units))
        if share.role == "负责":  # 甲、乙按职责分工负责 says no more than the column does
            yield Answer(cell, column, word, units)
            continue
        yield Answer(cell, Column.ASSIST if share.assists else Column.LEAD, share.role, units)
    if stated.aggregates or stated.rest:
        yield Answer(cell, Column.ASSIST, None, UnitList([], stated.aggregates, stated.rest))


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


def unit_cuts(cell: Text) -> list[int]:
    """Where the units of the next measure start in a cell without paragraphs: at a label, or at a space between bodies."""
    lead = [m.start() for m in LABEL.finditer(cell.text) if column_of(m[0][:-1]) is not Column.ASSIST]
    if len(lead) > 1:
        return lead[1:]
    text = cell.text
    cuts: list[int] = []
    gaps = sorted(unit_gaps(cell))
    for gap, following in zip_longest(gaps, gaps[1:], fillvalue=len(text)):
        left = text[max(text.rfind(mark, 0, gap) for mark in "、,;") + 1 : gap]
        left = left[max(0, (cuts[-1] if cuts else 0) - gap + len(left)) :]
        border = BORDER.search(text, gap)
        right = text[gap : border.start() if border else len(text)]
        if text[gap - 1] in SEPARATORS or text[gap] in SEPARATORS + "(" or left.endswith("等"):
            continue
        if _is_unit(left) and (_is_unit(right) or _is_unit(text[gap : min(following, gap + len(right))])):
            cuts.append(gap)
    return cuts


def unit_before_dates(cell: Text) -> int | None:
    """Where the dates start in a cell into which the layout has run a unit and dates: 规划科 全年 6月开工 → 全年."""
    first = min(gaps_of(cell), default=None)
    if first is None or not _is_unit(cell.text[:first]) or not opens_date(cell.text, first):
        return None
    return first


def _is_unit(name: str) -> bool:
    bare = name.strip("、,;:。 ")
    return kind_of_body(bare) is not None or is_aggregate(bare)
