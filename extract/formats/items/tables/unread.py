"""A responsibility table printed one cell a line whose rows cannot be told apart → doubts.

In:  工作任务 / | / 责任科室 / | / 时限要求 / | / 整理档案。 / | / 县档案局 / | / 年底前      (each on a line of its own)
Out: a doubt on the names of the columns, and one on each line below that holds nothing but units

In:  │工作任务│牵头单位│ / │整理档案│县档案局│ / ├────┤县财政局│ / │…    (a line drawn under one column only)
Out: a doubt on the names of the columns, and on what stands below them

Where the lines can be given to columns, `extract.text.rows.cell_lines` has made rows of them and no such names are left.

In:  序号项目名称主要内容牵头单位配合单位1新建公厕新建公厕10座。县城管局县财政局2…    (all cells of a table in one paragraph)
Out: a doubt on the names of the columns, and one on each piece that a number may open
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from extract.clean import cleaned
from extract.document import Block, Notice
from extract.facts import Doubt
from extract.lexicon import any_of
from extract.names.dates import dates_in
from extract.names.marks import HAN
from extract.names.people import is_person_name
from extract.names.units import unit_list
from extract.tables.tables import ANSWERING, ITEMS, Column, column_of, is_header

RULE = "task_tables.undivided"
LEAST_COLUMNS = 3
MOST_COLUMNS = 12
LONGEST_NAME = 12
LONGEST_CELL = 60
MOST_BELOW = 400  # lines below the names
MARKS = frozenset(":,。;、《》()")
BARS = "|│┃｜ "
BLANK_ROW = re.compile(r"[^\t\n|│┃｜]+")  # of one line that only blanks divide
DATED = (Column.PROGRESS, Column.PERIOD)  # columns whose names hold a time: 1-10月推进情况
MAY_ANSWER = ANSWERING | {Column.UNIT}


RUN_TOGETHER = re.compile(
    rf"""
    (?:序号|编号)(?:[{HAN}]{{0,4}}(?:{any_of("duties", "run_item_column")})[{HAN}]{{0,2}}){{1,3}}   # 序号项目名称主要内容
    (?:[{HAN}()]{{0,14}}(?:{any_of("duties", "run_column")})){{1,6}}                    # 分管领导牵头单位配合单位
    (?=[^。;]{{0,40}}?\d{{1,2}}[{HAN}])""",
    re.VERBOSE,
)
ROW = re.compile(rf"(?<=[{HAN}。；;)）])\d{{1,2}}(?=[{HAN}])")
LONGEST_ROW = 280
LEAST_ROW = 20
MOST_ROWS = 20  # paragraphs that go on with such a table


def run_together(notice: Notice) -> Iterator[Doubt]:
    """The doubts of the tables of a notice whose cells all stand in one paragraph, without a mark between them."""
    for index, block in enumerate(notice.blocks):
        text = block.text.text
        header = RUN_TOGETHER.search(text) if not block.is_row and ("序号" in text or "编号" in text) else None
        if header is None:
            continue
        yield block.doubt(*header.span(), RULE, "table_run_together")
        yield from _rows(block, header.end())
        for below in takewhile(
            lambda b: not b.is_row and len(b.text) > LEAST_ROW, notice.blocks[index + 1 :][:MOST_ROWS]
        ):
            yield from _rows(below, 0)


def drawn(notice: Notice) -> Iterator[Doubt]:
    """The doubts of tables drawn with lines that are no rows: on the names of the columns, and on what stands below them."""
    header = False
    for block in notice.blocks if "│" in notice.text else ():
        text = block.text.text
        if block.is_row or text.count("│") <= LEAST_COLUMNS:
            header = False
            continue
        kinds = {column_of(name) for name in text.split("│") if name}
        header = header or not (kinds.isdisjoint(ITEMS) or kinds.isdisjoint(MAY_ANSWER))
        for first in range(0, len(text), LONGEST_ROW) if header else ():
            yield block.doubt(first, min(len(text), first + LONGEST_ROW), RULE, "table_drawn")


def blank_divided(notice: Notice) -> Iterator[Doubt]:
    """The doubts of the tables whose cells only blanks divide and that make no rows: the line of the names, each line that may be a row."""
    header = follows = False
    for block in notice.blocks:
        if block.is_row:
            header = header or is_header(block)  # of rows of which some cannot be divided
            follows = header and BLANK_ROW.fullmatch(block.raw) is not None
            continue
        start = block.start
        divided = not isinstance(block.text.offsets, range)  # else nothing divides its words
        for line in block.raw.splitlines(keepends=True) if divided else ():
            words = [cleaned(word, 0, len(word)) for word in line.split()] if len(line) <= LONGEST_ROW else []
            names = _names_columns(words)
            numbered = header and len(words) > LEAST_COLUMNS and words[0].isdigit() and any(map(_is_unit, words))
            follows = names or numbered or (follows and _may_be_row(words))
            header = header or names
            if follows:
                yield Doubt(block.document.evidence(start, start + len(line.rstrip())), RULE, "table_undivided")
            start += len(line)
        follows = follows and divided


def _names_columns(words: Sequence[str]) -> bool:
    """Whether the words of a line name columns, one of what is to be done and one of who answers for it."""
    if not LEAST_COLUMNS < len(words) <= MOST_COLUMNS or any(len(word) > LONGEST_NAME for word in words):
        return False
    kinds = set(map(column_of, words))
    answered = not kinds.isdisjoint(ITEMS) and not kinds.isdisjoint(ANSWERING)
    return answered and not any(map(_is_unit, words))


def _may_be_row(words: Sequence[str]) -> bool:
    """Whether the words of a line below rows may be cells: persons or units beside something else, 丁力 砖厂; no date."""
    if not 1 < len(words) <= MOST_COLUMNS or any(len(word) > LONGEST_NAME or MARKS & {*word} for word in words):
        return False
    if any(map(column_of, words)):
        return False  # 联系人 丁力
    persons, units = [*map(is_person_name, words)], [*map(_is_unit, words)]
    told = any(persons) or any(units)
    return told and not all(persons) and not all(units) and not any(dates_in(word) for word in words)


def _is_unit(word: str) -> bool:
    listed = unit_list(word, 0, len(word))
    return bool(listed.units) and not listed.rest


def _rows(block: Block, start: int) -> Iterator[Doubt]:
    text = block.text.text
    cuts = [start, *(match.start() for match in ROW.finditer(text, start + 1)), len(text)]
    for left, right in pairwise(cuts):
        for first in range(left, right, LONGEST_ROW):
            if min(right, first + LONGEST_ROW) - first >= LEAST_ROW:
                yield block.doubt(first, min(right, first + LONGEST_ROW), RULE, "table_run_together")


def undivided(notice: Notice) -> Iterator[Doubt]:
    """The doubts of the tables of a notice that are printed one cell a line and make no rows."""
    blocks = notice.blocks
    names: list[Block] = []
    for index, block in enumerate(blocks):
        text = "" if block.is_row else block.text.text.strip(BARS)
        if _is_name(text):
            names.append(block)
        elif names and (text or block.is_row):
            if _is_header(names):
                yield from _doubts(names, blocks[index : index + MOST_BELOW])
            names = []


def _is_name(text: str) -> bool:
    """Whether a line names a column; 2.1 机构与职责 and 第三章 工作任务 are lines of a table of contents."""
    if not 0 < len(text) <= LONGEST_NAME or not MARKS.isdisjoint(text):
        return False
    kind = column_of(text)
    counted = text[0] == "第" or any(char.isdigit() for char in text)
    return kind is not None and (kind in DATED or not counted)


def _is_header(names: Sequence[Block]) -> bool:
    """Whether lines name three columns or more, one of what is to be done and one of who answers for it."""
    kinds = {column_of(name.text.text.strip(BARS)) for name in names}
    return len(kinds) >= LEAST_COLUMNS and not kinds.isdisjoint(ITEMS) and not kinds.isdisjoint(MAY_ANSWER)


def _doubts(names: Sequence[Block], below: Sequence[Block]) -> Iterator[Doubt]:
    document = names[0].document
    yield Doubt(document.evidence(names[0].start, names[-1].end), RULE, "table_undivided")
    for block in takewhile(lambda block: not block.is_row, below):
        text = block.text.text.rstrip(BARS)
        listed = unit_list(text, 0, len(text)) if 0 < len(text) <= LONGEST_CELL else None
        if listed and listed.units and not listed.rest:
            yield Doubt(document.evidence(*block.text.span(0, len(text))), RULE, "table_undivided")
