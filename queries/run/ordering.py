"""An answer in the order of one of its columns.

In:  a Table, a column by its name or its heading in either language, with - before it for the other direction. Out: the Table, its citations with it.

    --sort -days      --sort 日期
"""

from dataclasses import replace
from typing import Any

from queries.library import wording
from queries.messages import refused
from queries.run.asking import Table


def sorted_by_column(table: Table, typed: str) -> Table:
    """The answer in that order; rows without a value last, rows of one value as they stood."""
    backwards = typed.startswith("-")
    column = _column(table, typed.removeprefix("-"))
    rows = list(zip(table.rows, table.citations, strict=True))
    stated = [one for one in rows if one[0][column] not in (None, [], "")]
    rest = [one for one in rows if one[0][column] in (None, [], "")]
    ordered = [*sorted(stated, key=lambda one: _order(one[0][column]), reverse=backwards), *rest]
    return replace(table, rows=tuple(row for row, _ in ordered), citations=tuple(citation for _, citation in ordered))


def _order(value: Any) -> tuple[int, Any]:
    """Numbers by size, lists by their length, all else by its text; one column never mixes them up."""
    if isinstance(value, list | tuple):
        return 1, (len(value), str(value))
    if isinstance(value, int | float):
        return 0, value
    return 2, str(value)


def _column(table: Table, typed: str) -> str:
    words = wording()[0]
    shown = [column for column in table.columns if not words[column].hidden]
    for column in shown:
        if typed in (column, words[column].zh, words[column].en):
            return column
    raise refused("no_column", name=table.query.name, column=typed, listed=", ".join(shown))
