"""The rows that a number counts: what another question answers for one row of a count.

In:  the answer of a counting question, the number of its row, what was typed. Out: the question that shows what was counted, and its values.

    tally document=… row 2: 区民政局, leads 12 → document_items body=<key of 区民政局> document=…
"""

from collections.abc import Mapping

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
    name, *parts = query.rows
    values: dict[str, str] = {}
    for part in parts:
        parameter, equals, column = part.partition("=")
        fixed, colon, value = part.partition(":")
        if equals:
            values[parameter] = str(row[column])
        elif colon:
            values[fixed] = value
        elif part in typed:
            values[part] = typed[part]
    return find(name), values
