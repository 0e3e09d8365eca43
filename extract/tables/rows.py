"""Rows of a responsibility table → rows whose cells stand under the right columns.

In:  序号⇥目标⇥工作标准⇥牵头单位, and the shifted row (5)新建服务站。⇥区民政局⇥⇥
Out: Row(cells={MEASURE: (5)新建服务站。, LEAD: 区民政局})

Where the contents of a row contradict its header (a date under 责任单位), the filled cells are laid under the columns anew,
in their order, as their contents fit best. A row may state labels and values beside each other (牵头部门⇥区商务局), or a
header for the columns to its right.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.clean import Text
from extract.document import Block
from extract.slotted import slotted
from extract.tables.cells import NUMBERED
from extract.tables.content import LONG, Content, content_of
from extract.tables.tables import ITEMS, UNITS, Column, Table, bare_name, column_of, columns_of, label_end, labels
from extract.tables.unit_cells import unit_before_dates

# each looked up once: of an Enum a member is found anew at every mention, of a table thousands of times
EMPTY, NUMBER, FIGURE, DEADLINE, BODIES, PEOPLE, TEXT = Content
NO_BODIES = (DEADLINE, PEOPLE, NUMBER, FIGURE)
OF_UNITS = UNITS | {Column.UNIT}
OF_PROGRESS = frozenset({Column.PROGRESS, Column.PERIOD})
SKIP = -1.5  # what leaving a filled cell out costs
AT_HOME = 0.6  # what a cell gains by staying where it is
BAD = -3.0


@slotted
@dataclass(frozen=True, slots=True)
class Row:
    """A row with its filled cells by column; `stated` holds label and value pairs of its own, `stray` what fits no column."""

    block: Block
    cells: tuple[tuple[Column, str, Text], ...]
    stated: tuple[tuple[Column, str, Text], ...] = ()
    stray: tuple[Text, ...] = ()

    def of(self, *columns: Column) -> list[tuple[Column, str, Text]]:
        """The filled cells under these columns, with the column and the printed word of its header."""
        return [c for c in self.cells if c[0] in columns]


@dataclass(slots=True)
class Header:
    """The columns in force: their kinds, and the words that the header prints for them."""

    kinds: list[Column | None] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    named: list[bool] = field(default_factory=list)  # whether the header prints a name, known or not
    rows: tuple[Block, ...] = ()  # of the table
    unit_word: str | None = None  # None until it is asked for

    def word_of_units(self) -> str:
        """What the margins of the table call the units that answer, for rows without a header; looked for when first asked."""
        if self.unit_word is None:
            self.unit_word = _unit_word(self.rows)
        return self.unit_word

    @classmethod
    def of(cls, names: tuple[str, ...]) -> "Header":
        """The columns under these header cells."""
        kinds = list(columns_of(names))
        words = [bare_name(n) if n and k else "" for n, k in zip(names, kinds, strict=True)]
        return cls(kinds, words, [bool(n) and len(labels(n)) < 2 for n in names])


def rows(table: Table) -> Iterator[Row]:
    """The rows of a table that say something, their cells under the columns that they belong to."""
    header = Header.of(table.header)
    header.rows = table.rows
    for block in table.rows:
        if _is_heading(block, header):
            continue
        row = _labelled(block, header) if labels(block.cells[0].text) else None
        yield row or _row(block, list(enumerate(block.cells)), header)


def _is_heading(block: Block, header: Header) -> bool:
    """A row that only its first cell fills: 2023年民生实事项目计划分解表, or a margin of labels."""
    filled = [cell for cell in block.cells if cell.text]
    if header.kinds and header.kinds[0] in ITEMS and NUMBERED.match(block.cells[0].text):
        return False
    return all(labels(cell.text) for cell in filled) or (
        len(filled) == 1 and bool(block.cells[0].text) and len(block.cells) > 2
    )


def _labelled(block: Block, header: Header) -> Row:
    """A row that starts with a label: pairs of label and value, headers of columns to the right, cells of columns."""
    cells = block.cells
    stated: list[tuple[Column, str, Text]] = []
    rest: list[tuple[int, Text]] = []
    named: dict[int, str] = {}
    lost: list[Text] = []  # what the layout has run into the cells of a header
    index = 0
    while index < len(cells):
        text = cells[index].text
        labelled = labels(text)
        value = cells[index + 1] if index + 1 < len(cells) else None
        is_pair = value is not None and value.text and not labels(value.text) and not rest and not label_end(value)
        if len(labelled) == 1 and is_pair and value is not None and _keeps_value(text, value):
            stated.append((column_of(text) or Column.TASK, text, value))
            index += 2
            continue
        if labelled:
            named[index] = text
        elif text and (end := label_end(cells[index])):
            named[index] = text[:end]
            lost.append(cells[index].part(end, len(text)))
        elif text:
            rest.append((index, cells[index]))
        index += 1
    if named and max(named) > 0 and not rest:
        names = tuple(named.get(i, "") for i in range(len(cells)))
        fresh = Header.of(names)
        header.kinds, header.words, header.named = fresh.kinds, fresh.words, fresh.named
    row = Row(block, (), (), tuple(lost))
    if rest:
        row = _row(block, rest, header) if any(header.kinds) else _by_content(block, rest, header.word_of_units())
    return Row(block, row.cells, tuple(stated), row.stray)


def _by_content(block: Block, cells: list[tuple[int, Text]], unit_word: str) -> Row:
    """The cells of a row that no header tells: text is a measure, bodies answer for it, a date is its deadline."""
    known = {
        Content.TEXT: (Column.MEASURE, ""),
        Content.UNITS: (Column.RESPONSIBLE, unit_word),
        Content.DEADLINE: (Column.DEADLINE, ""),
    }
    columns: list[tuple[Column, str, Text]] = []
    stray: list[Text] = []
    for _, cell in cells:
        content = content_of(cell)
        dates = unit_before_dates(cell) if content is Content.TEXT else None
        if dates is not None:
            columns.append((Column.RESPONSIBLE, unit_word, cell.part(0, dates)))
            columns.append((Column.DEADLINE, "", cell.part(dates, len(cell))))
        elif content is Content.TEXT and any(c is Column.MEASURE for c, _, _ in columns):
            stray.append(cell)
        elif content in known:
            columns.append((*known[content], cell))
    return Row(block, tuple(columns), (), tuple(stray))


def _unit_word(rows: tuple[Block, ...]) -> str:
    words = (word for block in rows for cell in block.cells for word in labels(cell.text))
    return next((word for word in words if column_of(word) is Column.RESPONSIBLE), "")


def _keeps_value(label: str, value: Text) -> bool:
    """Whether a label names the cell beside it: 牵头部门 only a unit, 工作举措 any text."""
    column = column_of(label)
    return column not in UNITS or content_of(value) is Content.UNITS


def _row(block: Block, cells: list[tuple[int, Text]], header: Header) -> Row:
    contents = {index: content_of(cell) for index, cell in cells}
    filled = [(index, cell) for index, cell in cells if contents[index] is not EMPTY]
    kinds = header.kinds
    if len(cells) <= len(kinds) and not _contradicts(filled, contents, kinds):
        placed = {index: index for index, _ in filled}
    else:
        placed = _placed(filled, contents, kinds)
    columns: list[tuple[Column, str, Text]] = []
    stray: list[Text] = []
    for index, cell in filled:
        column = placed.get(index)
        kind = kinds[column] if column is not None and column < len(kinds) else None
        if kind is not None and column is not None:
            columns.append((kind, header.words[column], cell))
        elif not labels(cell.text) and not (column == index and index < len(kinds) and header.named[index]):
            stray.append(cell)  # a cell under a column that says something else, 建设单位, is not lost
    return Row(block, tuple(columns), (), tuple(stray))


def _contradicts(filled: list[tuple[int, Text]], contents: dict[int, Content], kinds: list[Column | None]) -> bool:
    """Whether what the filled cells of a row hold cannot stand under the columns above them."""
    printed = set(kinds)
    taken = {kinds[index] for index, _ in filled if index < len(kinds)}
    vacant = not UNITS.isdisjoint(printed - taken)  # a unit under no column may belong there
    for index, cell in filled:
        kind = kinds[index] if index < len(kinds) else None
        if (kind is not None or vacant) and _fit(kind, contents[index], cell.text) <= BAD:
            return True
    if printed.isdisjoint(ITEMS):
        return False
    told = {kinds[index] for index, _ in filled if index < len(kinds) and contents[index] is not BODIES}
    return told.isdisjoint(ITEMS) and any(contents[index] is TEXT and len(cell) > 12 for index, cell in filled)


def _fit(kind: Column | None, content: Content, text: str) -> float:
    """How well a content stands under a column: 3 if it is what the column is for, -3 if it cannot stand there."""
    if kind is None:
        return 1.0 if content is FIGURE else BAD if content is BODIES else -0.5
    if kind in ITEMS or kind in OF_PROGRESS:
        if content is TEXT:
            return 2.0
        if content is FIGURE and kind in OF_PROGRESS:
            return 0.5  # 89%
        return BAD if content is DEADLINE or content is FIGURE else -1.0
    if kind in OF_UNITS:
        if content is BODIES:
            return 3.0
        far = content in NO_BODIES or len(text) > LONG or (content is TEXT and text.endswith("。"))
        return BAD if far else 0.0
    if kind is Column.DEADLINE:
        if content is DEADLINE:
            return 3.0
        return BAD if content is BODIES or content is PEOPLE else 0.0
    if kind is Column.OFFICIAL:
        if content is PEOPLE:
            return 3.0
        return BAD if content is DEADLINE or len(text) > LONG else 0.0
    if kind is Column.NUMBER:
        return 2.0 if content is NUMBER else BAD if len(text) > 12 else -1.0
    if kind is Column.HEADING:
        return 1.0 if content is TEXT else -1.0
    return 0.0


def _placed(filled: list[tuple[int, Text]], contents: dict[int, Content], kinds: list[Column | None]) -> dict[int, int]:
    """The best way to lay the filled cells under the columns in their order; a cell that fits nowhere is left out."""
    best: dict[int, tuple[float, dict[int, int]]] = {-1: (0.0, {})}
    for index, cell in filled:
        ways: dict[int, tuple[float, dict[int, int]]] = {}
        for last, (score, placed) in best.items():
            options = [(last, score + SKIP, placed)]
            for column in range(last + 1, len(kinds)):
                gain = _fit(kinds[column], contents[index], cell.text)
                gain += AT_HOME if column == index else 0.0
                options.append((column, score + gain, {**placed, index: column}))
            for column, total, way in options:
                if column not in ways or total > ways[column][0]:
                    ways[column] = (total, way)
        best = ways
    return max(best.values(), key=lambda way: way[0])[1]
