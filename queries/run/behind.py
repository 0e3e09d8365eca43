"""The rows that a number counts: what another question answers for one row of a count.

In:  the answer of a counting question, the number of its row, what was typed. Out: the question that shows what was counted, and its values.

    tally document=… row 2: 区民政局, leads 12 → document_items body=<key of 区民政局> document=…

The head says `question part part …`: `document` as typed, `body=body_key` from a column, `relation:leads` fixed. What a column leaves empty is
not asked for; of several ways with `;` between them the first is taken whose columns the row fills all.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from queries.library import Query, find, library
from queries.messages import refused
from queries.run.asking import Table


def behind(table: Table, number: int, typed: Mapping[str, str]) -> tuple[Query, dict[str, str]]:
    """The question and the values that show what a row counts; RefusedError where the question counts nothing."""
    query = table.query
    if not query.rows:
        listed = ", ".join(one.name for one in library().values() if one.rows)
        raise refused("no_rows_behind", name=query.name, listed=listed)
    if not 1 <= number <= len(table.rows):
        raise refused("no_row", number=number, count=len(table.rows))
    row = table.rows[number - 1]
    taken = next((way for way in ways(query) if _leads_on(way, row, alone=len(ways(query)) == 1)), None)
    if taken is None:
        raise refused("row_counts_nothing", number=number)
    name, *parts = taken
    values: dict[str, str] = {}
    for part in parts:
        parameter, equals, column = part.partition("=")
        fixed, colon, value = part.partition(":")
        if equals and row[column] is not None:
            values[parameter] = str(row[column])
        elif colon and not equals:
            values[fixed] = value
        elif part in typed:
            values[part] = typed[part]
    return find(name), values


def ways(query: Query) -> list[list[str]]:
    """The ways to the rows that a count stands for: a question and its parts each."""
    divided: list[list[str]] = [[]]
    for part in query.rows:
        if part == ";":
            divided.append([])
        else:
            divided[-1].append(part)
    return divided


def _leads_on(way: Sequence[str], row: Mapping[str, Any], *, alone: bool) -> bool:
    """Whether a row fills what a way needs: all its columns, or any where there is no other way."""
    filled = [row.get(column) is not None for column in columns_of(way)]
    return any(filled) if alone else all(filled)


def columns_of(way: Sequence[str]) -> list[str]:
    """The columns that a way takes values from."""
    return [part.partition("=")[2] for part in way if "=" in part]
