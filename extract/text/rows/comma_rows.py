"""A table whose cells commas divide, in a text that is no CSV file (pasted from a sheet) → the spans of its cells.

In:  序号,工作任务,责任单位 / 1,修建水渠,县水利局 / 2,"改造农网,更换电表",县供电公司
Out: the row of names, and each line below it with as many cells; quotation marks hold a cell with commas together

Nothing is a row unless the line above the rows names columns only: a sentence has commas too.
"""

import bisect
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from extract.clean import cleaned
from extract.tables.tables import LONGEST_NAME, column_of
from extract.text.rows.bar_cells import is_column_name

Span = tuple[int, int]
Cells = tuple[tuple[Span, ...], ...]

# names of which a row of names holds one beside a comma: asked first, from the comma on, which is rarer than they are
BEFORE = ("序号", "姓名", "单位", "部门", "职务")
BEHIND = ("职务", "责任", "牵头")
SIGN = re.compile(f"[,，](?:(?<=(?:{'|'.join(BEFORE)})[,，])|(?<=,)(?:{'|'.join(BEHIND)}))")
CELL = re.compile(
    r"""
    [ \t]*
    (?: "(?P<quoted>[^"\n]*)"[ \t]*   # "改造农网,更换电表"
      | (?P<plain>[^,，"\n]*)         # 修建水渠
    )
    (?:[,，]|(?P<last>$))
    """,
    re.VERBOSE | re.MULTILINE,
)
LEAST_COLUMNS = 3
MOST_COLUMNS = 12
LONGEST_HEAD = 120  # characters
MAY_NAME = re.compile(r"[^。;；:：、《》]+")


def comma_rows(source: str, lines: Sequence[Span], taken: AbstractSet[int]) -> dict[int, tuple[int, Cells]]:
    """The rows that commas divide: index of the line → index after it, spans of the cells."""
    rows: dict[int, tuple[int, Cells]] = {}
    starts = [start for start, _ in lines]
    for index in sorted({bisect.bisect_right(starts, sign.start()) - 1 for sign in SIGN.finditer(source)}):
        if index < 0 or index in rows or index in taken or not (names := _names(source, *lines[index])):
            continue
        below = {}
        for other in range(index + 1, len(lines)):
            cells = _cells(source, *lines[other])
            if other in taken or len(cells) != len(names) or not cells[0][0] < cells[0][1]:
                break
            if not MAY_NAME.fullmatch(source, *cells[0]):
                break  # 注:责任单位,…
            below[other] = (other + 1, tuple((cell,) for cell in cells))
        if below:
            rows |= {index: (index + 1, tuple((name,) for name in names))} | below
    return rows


def _names(source: str, start: int, end: int) -> tuple[Span, ...]:
    """The cells of a line that names columns and nothing else; () for other lines."""
    if end - start > LONGEST_HEAD:
        return ()
    cells = _cells(source, start, end)
    if not LEAST_COLUMNS <= len(cells) <= MOST_COLUMNS:
        return ()
    names = [cleaned(source, *cell) for cell in cells]
    if not all(0 < len(name) <= LONGEST_NAME and MAY_NAME.fullmatch(name) for name in names):
        return ()
    known = [name for name in names if is_column_name(name)]
    kinds = {column_of(name) or name for name in known}
    return cells if len(known) * 3 >= len(names) * 2 and len(kinds) >= LEAST_COLUMNS - 1 else ()


def _cells(source: str, start: int, end: int) -> tuple[Span, ...]:
    """The spans of the cells of a line; () if a quotation mark stands open."""
    cells: list[Span] = []
    position = start
    while match := CELL.match(source, position, end):
        group = "quoted" if match["quoted"] is not None else "plain"
        cells.append(match.span(group))
        position = match.end()
        if match["last"] is not None or len(cells) > MOST_COLUMNS:
            break
    return tuple(cells) if position == end and match is not None and match["last"] is not None else ()
