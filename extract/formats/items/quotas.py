"""Items under the name of a unit: headings with numbered quotas, and lines that open with a unit and a colon.

九、邾城街 / (一)新造林200亩; / (二)退化林修复250亩;   → two items that 邾城街 leads, role null
晴川街:重点发展文化旅游。                              → one item that 晴川街 leads, role null
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extract.document import Block, Notice
from extract.facts import Doubt, Fact, ItemRecord, Party, Relation
from extract.formats.items.item import LONGEST_QUOTE, MARK, Item, without_enumerator
from extract.formats.scope import OTHER_LIST, SECTION_LINE, heads_organs, lists_tasks
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import DIGITS, ENUMERATOR, HAN
from extract.names.units import Unit, kind_beside, unit_list
from extract.text.paragraphs import DUTY_OPENS

RULE = "quotas"
LONGEST_HEADING = 20
LEAST = 3  # units under one another before their names are taken for a list of quotas
OPENING = re.compile(
    rf"""
    ^\[?(?P<name>[{HAN}][{HAN}、]{{1,39}}(?:\([{HAN}]{{2,12}}\))?)  # 某某(某某), 【某某】
    (?::|\]:?|。(?=(?:主要|具体|统筹|依法)*(?:{any_of("duties", "after_unit")})))  # :
    (?=.{{6}})""",
    re.VERBOSE,
)
NUMBERED = re.compile(r"[;。:\]](?P<mark>(?:\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[①-⑳]))")
PHONE = re.compile(r"\d{7,}")
RESPONSIBLE = re.compile(rf"^(?:主要|具体)?(?P<verb>{any_of('items', 'responsible_how')})(?=[{HAN}])")
A_SET = re.compile(r"(?:各|其他|其它|有关|相关)[^,;。:]{1,30}:")
DIVIDED = re.compile(
    rf"""
      (?:{ENUMERATOR})?(?:{any_of("items", "whose_duties")})?(?:工作)?职责(?:分工|任务)?:?$  # 成员单位职责分工
    | (?:{ENUMERATOR})?(?:{any_of("items", "division_of")})分工:?$                                       # 任务分工
    """,
    re.VERBOSE,
)
MAY_DIVIDE = sign_of(DIVIDED)
COUNTED = re.compile(rf"[(](?:共)?[\d{DIGITS}十]{{1,3}}[项条个][)]$")
ONE_UNIT = re.compile(rf"[{HAN}]{{3,16}}")
ASSISTING = frozenset({"配合", "协助", "参与"})


def quotas(notice: Notice) -> Iterator[Fact | Doubt | ItemRecord]:
    """The quotas that a notice lists by unit."""
    yield from _under_headings(notice)
    yield from _after_colons(notice)


def _under_headings(notice: Notice) -> Iterator[Fact | Doubt | ItemRecord]:
    headings = [(i, units) for i, block in enumerate(notice.blocks) if (units := _heading(block))]
    headings = sorted([*headings, *_lines_of_units(notice)], key=lambda heading: heading[0])
    for series in _runs(headings, notice):
        kinds = [units[0].kind for _, units in series]
        run = [
            (
                position,
                tuple(
                    replace(unit, kind=kind_beside(unit.name, unit.kind, kinds[max(0, i - 1) : i + 2]))
                    for unit in units
                ),
            )
            for i, (position, units) in enumerate(series)
        ]
        for (index, units), (following, _) in zip(run, [*run[1:], (_end(notice, run[-1][0]), ())], strict=True):
            other = False  # whether a heading of the same level stands above that names no unit: 九、白石园
            for position in range(index + 1, following):
                block = notice.blocks[position]
                if _is_beside(notice, index, position):
                    other = True
                    yield block.doubt(0, len(block.text), RULE, "units_unread")
                elif not other and not block.is_row:
                    yield from _quota(notice, notice.blocks[index], units, block)


def _heading(block: Block) -> tuple[Unit, ...]:
    """The units that a line names and nothing else: 一、区园林和林业局; () for any other line."""
    text = block.text.text
    if block.is_row or len(text) > 40 or text[-1] in ",;。!?":
        return ()
    start, number = without_enumerator(text, 0, len(text))
    framed = text.startswith("[", start) and text[-1] == "]"  # 【县林业局】
    if number is None and text[-1] != ":" and not framed:
        return ()
    start, end = start + framed, len(text) - (framed or text[-1] == ":")
    counted = COUNTED.search(text, start, end)  # (一)县发改局|(3项)
    end = counted.start() if counted else end
    listed = unit_list(text, start, end)
    return tuple(listed.units) if listed.units and not listed.rest else ()


def _lines_of_units(notice: Notice) -> Iterator[tuple[int, tuple[Unit, ...]]]:
    """职责分工 / 县卫生局 / 负责…。 / 县教育局 / …: a unit alone on a line below that heading, its duties on the lines under it."""
    divided = False
    for index, block in enumerate(notice.blocks if notice.signs & MAY_DIVIDE else ()):
        text = block.text.text
        if block.text.signs & MAY_DIVIDE and DIVIDED.match(text):
            divided = True
        elif divided and not block.is_row and ONE_UNIT.fullmatch(text):
            listed = unit_list(text, 0, len(text))
            if len(listed.units) == 1 and not listed.rest:
                yield index, tuple(listed.units)


def _runs(headings: list[tuple[int, tuple[Unit, ...]]], notice: Notice) -> Iterator[list[tuple[int, tuple[Unit, ...]]]]:
    """Headings of one level that follow one another, at least three, in a list of tasks."""
    run: list[tuple[int, tuple[Unit, ...]]] = []
    for heading in headings:
        between = notice.blocks[run[-1][0] + 1 : heading[0]] if run else ()
        if run and (not between or _level(notice, heading[0]) != _level(notice, run[-1][0])):
            if len(run) >= LEAST and lists_tasks(notice, run[0][0]):
                yield run
            run = []
        run.append(heading)
    if len(run) >= LEAST and lists_tasks(notice, run[0][0]):
        yield run


def _level(notice: Notice, index: int) -> str:
    match = MARK.match(notice.blocks[index].text.text)
    return re.sub(rf"[{DIGITS}十百]+", "一", re.sub(r"\d+", "1", match[0])) if match else ""


def _is_beside(notice: Notice, index: int, position: int) -> bool:
    """Whether a line between two headings of units is a heading of their level, so that nothing below it is the unit's above."""
    text, level = notice.blocks[position].text.text, _level(notice, index)
    own = position == index + 1  # its first task, where all lines have numbers of one kind
    return not own and bool(level) and level == _level(notice, position) and _is_heading(text)


def _is_heading(text: str) -> bool:
    return len(text) <= LONGEST_HEADING and text[-1] not in ",;。:"


def _end(notice: Notice, last: int) -> int:
    """Where the last unit's quotas end: before a heading of the same or a higher level."""
    level, below = _level(notice, last), _level(notice, last + 1) if last + 1 < len(notice.blocks) else ""
    for index in range(last + 1, len(notice.blocks)):
        block = notice.blocks[index]
        other = _level(notice, index)
        is_heading = block.text.text[-1] not in "。;" and other != below  # 三、保障措施
        if block.is_row or (other == level and level) or is_heading or not _is_quota(block):
            return index
    return len(notice.blocks)


def _is_quota(block: Block) -> bool:
    text = block.text.text
    return bool(MARK.match(text)) or text[-1] in "。;" or DUTY_OPENS.match(text) is not None


def _quota(
    notice: Notice, heading: Block, units: tuple[Unit, ...], block: Block
) -> Iterator[Fact | Doubt | ItemRecord]:
    text = block.text.text
    start, number = without_enumerator(text, 0, len(text))
    if len(text) - start < 4 or kind_of_body(text[start:]) is not None:
        return
    yield from _facts(notice, heading, units, block, start, number)


def _facts(
    notice: Notice,
    heading: Block,
    units: tuple[Unit, ...],
    block: Block,
    start: int,
    number: str | None,
    stop: int | None = None,
) -> Iterator[Fact | Doubt | ItemRecord]:
    text, role = block.text.text, None
    stop = len(text) if stop is None else stop
    if verb := RESPONSIBLE.match(text[start:stop]):
        start, role = start + verb.end(), verb["verb"]
    task = Item(((block, start, stop),), number).party()
    yield ItemRecord(notice.document.name, notice.index, task.start or 0, task.end or 0, task.name, number)
    for unit in units:
        source_start, source_end = heading.text.span(unit.start, unit.end)
        end = task.end if task.end is not None and task.end - source_start <= LONGEST_QUOTE else source_end
        party = heading.party(unit.kind, unit.start, unit.end) if unit.has_offsets else Party(unit.kind, unit.name)
        evidence = notice.document.evidence(source_start, max(end, source_end))
        yield Fact(
            Relation.ASSISTS if role in ASSISTING else Relation.LEADS, party, task, evidence, RULE, role, notice.dated
        )


def _after_colons(notice: Notice) -> Iterator[Fact | Doubt | ItemRecord]:
    """晴川街:text, at least three such paragraphs in a row; 内设机构: / (一)办公室。负责文电。 tells what sections do."""
    run: list[tuple[Block, tuple[Unit, ...], int]] = []
    of_organs = False  # whether the line above says that the parts of an organ follow
    for block in [*notice.blocks, None]:
        opening = _opening(block) if block is not None else None
        if run and block is not None and not block.is_row and _names_a_set(block.text.text):
            continue  # 各乡镇:落实属地责任。 between two units
        if opening is not None and block is not None:
            run.append((block, *opening))
            continue
        if len(run) >= LEAST and not of_organs:
            for paragraph, units, start in run:
                for left, right, number in _numbered(paragraph.text.text, start):
                    yield from _facts(notice, paragraph, units, paragraph, left, number, right)
        if block is None or not of_organs or not SECTION_LINE.match(block.text.text):
            of_organs = block is not None and heads_organs(block)
        run = []


def _numbered(text: str, start: int) -> Iterator[tuple[int, int, str | None]]:
    """The quotas after a colon: 1.新造林200亩;2.补植80亩。 are two, a text without numbers is one."""
    marks = [mark.start("mark") for mark in NUMBERED.finditer(text, start - 1)]
    if len(marks) < 2 or marks[0] != start:
        yield start, len(text), None
        return
    for left, right in pairwise([*marks, len(text)]):
        begin, number = without_enumerator(text, left, right)
        yield begin, right, number


def _names_a_set(text: str) -> bool:
    start, _ = without_enumerator(text, 0, min(len(text), 48))
    return bool(A_SET.match(text[start : start + 48]))


def _opening(block: Block) -> tuple[tuple[Unit, ...], int] | None:
    text = block.text.text
    if block.is_row or text[-1] not in "。;":
        return None
    start, _ = without_enumerator(text, 0, min(len(text), 48))
    head = text[start : start + 48]
    match = OPENING.match(head) if any(mark in head for mark in ":。]") else None
    if not match or is_aggregate(match["name"]) or OTHER_LIST.match(text[start + match.end() :]):
        return None
    if PHONE.search(text):
        return None
    listed = unit_list(text, start + match.start("name"), start + match.end("name"))
    whole = start + match.end()
    return (tuple(listed.units), whole) if listed.units and not listed.rest else None
