"""Row blocks of a notice → tables: consecutive rows under one header, also over page breaks that print the header again.

In:  序号⇥任务⇥牵头单位 / 1⇥…⇥区商务局 / (page break) 序号⇥任务⇥牵头单位 / 2⇥…⇥区教育局
Out: Table(columns=(number, task, lead), rows=(the two rows that are no header))

A column is known by the words of its header (lexicon `columns.toml`). A row that holds nothing but labels which go on from
one cell to the next (工 作 举 措 及 时 间 进 度 安 排) is a merged margin and no header.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache

from extract.clean import Text, leaps
from extract.document import Block, Notice
from extract.lexicon import WordsEntry, any_of, table
from extract.lexicon.alternatives import alternatives

NOT_FILLED = frozenset("—-–/\\无")
LONGEST_DASH = 3  # characters of a cell that only such marks fill
MOST_GAP = 2  # paragraphs (page furniture) that may stand inside a table
LONGEST_NAME = 16
LEAST_DIFFERENT = 3  # kinds of columns that make a header of a row of which half do not name columns
BRACKET = re.compile(r"\([^()]*\)")
OF_PERSON = (
    "姓名",
    "职务",
    "责任人",
    "负责人",
    "单位",
    "单位及职务",
    "单位职务",
    "电话",
    "联系电话",
    "联系方式",
    "手机",
    "手机号码",
)


class Column(StrEnum):
    """What a column holds; the values are the tables of `columns.toml`, in the order in which they are asked."""

    NUMBER = "number"
    CONTACT = "contact"
    OFFICIAL = "official"
    BRANCH = "branch"
    PARENT = "parent"
    PHONE = "phone"
    ADDRESS = "address"
    PROGRESS = "progress"
    PERIOD = "period"
    DEADLINE = "deadline"
    HANDED_DOWN = "handed_down"
    DUTY = "duty"
    LEAD = "lead"
    ASSIST = "assist"
    RESPONSIBLE = "responsible"
    UNIT = "unit"
    DETAIL = "detail"
    HEADING = "heading"
    MEASURE = "measure"
    TARGET = "target"
    TASK = "task"


WHOLE_NAME = frozenset({Column.NUMBER, Column.UNIT, Column.PERIOD})
ITEMS = (Column.MEASURE, Column.DUTY, Column.TASK, Column.TARGET, Column.HANDED_DOWN)
UNITS = frozenset({Column.LEAD, Column.ASSIST, Column.RESPONSIBLE})
ANSWERING = UNITS | {Column.OFFICIAL}


@cache
def _words() -> tuple[tuple[Column, tuple[str, ...]], ...]:
    return tuple((column, tuple(w for e in table("columns", column, WordsEntry) for w in e.words)) for column in Column)


@cache
def _anywhere() -> re.Pattern[str]:
    """A word of a column, asked for before the words of one column after another are: most texts hold none."""
    return re.compile(alternatives(w for column, words in _words() if column not in WHOLE_NAME for w in words))


@lru_cache(maxsize=4096)
def column_of(name: str) -> Column | None:
    """The kind of the column with this header (cleaned): 一季度完成情况 → PROGRESS; None if no word tells.

    A word of one character is the whole header: 村, 村(社区).
    """
    bare = bare_name(name)
    told = _anywhere().search(bare) is not None
    for column, words in _words():
        if column in WHOLE_NAME:
            if bare in words or (column is Column.UNIT and bare.removesuffix("名称") in words):
                return column
        elif told and any(word in bare if len(word) > 1 else word == bare for word in words):
            return column
    return None


@lru_cache(maxsize=4096)
def bare_name(name: str) -> str:
    """A header without its bracket and colon, of a run of labels the first: 责任人(联系电话) → 责任人, 河长姓名 → 河长."""
    bare = BRACKET.sub("", name).strip(":、,")
    bare = bare.removesuffix("姓名") or bare
    names = labels(bare)
    return names[0] if len(names) > 1 else bare


LABEL_WORD = re.compile(
    rf"""
      {any_of("tables", "label")}                           # what is to be done, by whom
    | (?:时间)?进度安排 | {any_of("tables", "time_label")}  # by when
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def labels(text: str) -> tuple[str, ...]:
    """The labels of a cell that holds nothing else: 工作举措、责任单位及时间进度安排 → the three; () for other cells."""
    if len(text) > 40:
        return ()
    names = tuple(LABEL_WORD.findall(text))
    left = LABEL_WORD.sub("", text).strip("、,及和与:")
    return names if names and left in {"", "进度安排", "责任单位进度安排", "进"} else ()


def label_end(cell: Text) -> int:
    """Where a label ends that opens a cell and that a space divides from what follows it; 0 if there is none."""
    match = LABEL_WORD.match(cell.text)
    end = match.end() if match else 0
    return end if 0 < end < len(cell) and cell.offsets[end] > cell.offsets[end - 1] + 1 else 0


def columns_of(names: tuple[str, ...]) -> tuple[Column | None, ...]:
    """The kinds of the columns under these headers; a run of labels counts only where no other column has its kind."""
    kinds = [column_of(name) if name else None for name in names]
    for index, name in enumerate(names):
        if len(labels(name)) > 1 and kinds.count(kinds[index]) > 1:
            kinds[index] = None
    for index, name in enumerate(names[1:-1], 1):
        if not name and kinds[index - 1] in ITEMS and any(names[index + 1 :]):
            kinds[index - 1], kinds[index] = Column.HEADING, kinds[index - 1]  # 工作任务⇥⇥责任主体: heading and item
    if Column.HEADING in kinds and not any(kind in ITEMS for kind in kinds):
        kinds[len(kinds) - 1 - kinds[::-1].index(Column.HEADING)] = Column.TASK  # 一级指标⇥二级指标⇥牵头部门
    return tuple(kinds)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand under one header; `header` holds the cleaned text of its cells, () if none is printed."""

    header: tuple[str, ...]
    rows: tuple[Block, ...]
    head: Block | None = field(default=None, repr=False)

    @property
    def columns(self) -> tuple[Column | None, ...]:
        """The kind of each column, as its header tells."""
        return columns_of(self.header)


def is_header(block: Block) -> bool:
    """Whether a row is a header: two filled cells or more, all short, most of them column names, at least two different."""
    filled = [cell.text for cell in block.cells if cell.text]
    if len(filled) < 2 or any(
        len(text) > LONGEST_NAME and len(BRACKET.sub("", text)) > LONGEST_NAME for text in filled
    ):
        return False
    if any(text.isdigit() or text[-1] in "。;" for text in filled) or all(len(labels(text)) > 1 for text in filled):
        return False  # a number, or a sentence: 工作目标⇥平等保护投资者。
    if labels(filled[0]) and not labels(filled[1]) and column_of(filled[1]) is None:
        return False  # 牵头部门⇥区商务局: a label and what it says
    named = [kind for text in filled if (kind := column_of(text)) is not None]
    different = len(set(named))
    if len(named) * 2 == len(filled) and different == len(named) >= LEAST_DIFFERENT:
        return True  # 镇区⇥接种点名称⇥地址⇥服务时间⇥接种范围⇥联系电话
    return len(named) * 2 > len(filled) and (different > 1 or len(named) < len(filled))


@lru_cache(maxsize=2)
def tables(notice: Notice) -> tuple[Table, ...]:
    """The tables of a notice in the order of the text; one format after the other asks for them."""
    return tuple(_tables(notice))


def _tables(notice: Notice) -> Iterator[Table]:
    head: Block | None = None
    names: tuple[str, ...] = ()
    rows: list[Block] = []
    gap = 0
    for block in notice.blocks:
        if not block.is_row:
            gap += 1
            continue
        above = None if rows or gap else head
        divides = above is not None and _divides(above, block)
        if divides or is_header(block):
            if divides or (above is not None and _is_below(above, block)):
                head, names = block, _merged(names, block)
                continue
            if rows and (head is None or not _same(head, block)):
                yield Table(names, tuple(rows), head)
                rows = []
            head, names = block, _names(block)
        else:
            last = rows[-1] if rows else head
            if gap and last is not None and not _goes_on(last, block, gap):
                if rows:
                    yield Table(names, tuple(rows), head)
                head, names, rows = None, (), []
            rows.append(block)
        gap = 0
    if rows:
        yield Table(names, tuple(rows), head)


def _is_below(head: Block, block: Block) -> bool:
    """Whether a second row of a header divides cells of the first: 责任单位 above 牵头单位 and 配合单位."""
    return not block.cells[0].text and len(block.cells) == len(head.cells)


def _divides(head: Block, block: Block) -> bool:
    """Whether a row divides cells of the header above it, whatever their number: 牵头单位⇥配合单位, 行政责任人⇥巡查责任人,
    or says what of a person stands where, 姓名⇥职务⇥姓名⇥职务.
    """
    if block.cells[0].text or len(head.cells) > len(block.cells):
        return False
    filled = [cell.text for cell in block.cells if cell.text]
    above = [cell.text for cell, below in zip(head.cells, block.cells, strict=False) if below.text]
    if any(column_of(name) in ITEMS for name in above if name):
        return False  # 姓名 below 堤段名称: the layout has moved them
    of_persons = "姓名" in filled and all(text in OF_PERSON for text in filled)
    return len(filled) > 1 and (of_persons or all(column_of(text) in ANSWERING for text in filled))


def _merged(names: tuple[str, ...], block: Block) -> tuple[str, ...]:
    """The names of columns over two rows: 行政责任人⇥ above 姓名⇥职务 is 行政责任人姓名⇥职务."""
    merged: list[str] = []
    above = ""
    whole = (*names, *[""] * (len(block.cells) - len(names)))  # the first row may leave out its last cells
    for cell, name in zip(block.cells, whole, strict=True):
        above = name or above
        kind = column_of(above) if above else None
        person, unit = cell.text == "姓名" and kind is Column.OFFICIAL, cell.text == "单位" and kind in UNITS
        merged.append(f"{above}{cell.text}" if person else above if unit else cell.text or name)
    return tuple(merged)


def _goes_on(last: Block, block: Block, gap: int) -> bool:
    """Whether a row after `gap` paragraphs goes on with the table: as many cells, and the next number if it has one."""
    if gap > MOST_GAP or len(last.cells) != len(block.cells):
        return False
    before, after = last.cells[0].text, block.cells[0].text
    return not (before.isdigit() and after.isdigit()) or int(after) == int(before) + 1


def _same(left: Block, right: Block) -> bool:
    return _names(left) == _names(right)


def _names(head: Block) -> tuple[str, ...]:
    return tuple(cell.text for cell in head.cells)


def is_filled(cell: Text) -> bool:
    """Whether a cell says something; a dash or 无 does not."""
    text = cell.text
    return len(text) > LONGEST_DASH or not NOT_FILLED.issuperset(text)


def paragraphs(cell: Text, source: str) -> list[tuple[int, int]]:
    """The cleaned spans of the paragraphs that mark-up (<p>) divides inside a cell."""
    offsets = cell.offsets
    if not offsets:
        return []
    cuts = [i for i in leaps(offsets) if "<p" in source[offsets[i - 1] + 1 : offsets[i]].lower()]
    return list(zip([0, *cuts], [*cuts, len(offsets)], strict=True))
