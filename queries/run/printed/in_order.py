"""A list of all items read document after document, until there are as many rows as are shown.

In:  a question whose rows stand in printed order, its values without a document. Out: its first rows, as the whole statement gives them.

On a great graph the statement looks at every item before its first row is known; the first thousand rows lie in the first documents.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.stores.store import Store
from queries.library import statement_of
from queries.run.printed import Row

MOST_NOTICES = 1_000_000
AT_ONCE = 100  # notices that a statement is begun with


def rows_in_order(store: Store, statement: str, values: Mapping[str, Any], most: int, seconds: float) -> list[Row]:
    """The first rows, at most `most`; `statement` begins with the notices of $document."""
    rows: list[Row] = []
    for notices in _by_files(store, values, seconds):
        given = {**values, "document": notices, "limit": most - len(rows)}
        rows += store.read(statement, given, limit=most - len(rows), timeout=seconds).dicts()
        if len(rows) >= most:
            break
    return rows


def _by_files(store: Store, values: Mapping[str, Any], seconds: float) -> Iterator[list[str]]:
    """The notices in the order of their files, about so many at once; those of one file stay together."""
    given = {"jurisdiction": values["jurisdiction"], "limit": MOST_NOTICES}
    listed = store.read(statement_of("sources", "notices_in_order"), given, limit=MOST_NOTICES, timeout=seconds).dicts()
    waiting: list[str] = []
    last = None
    for row in listed:
        if len(waiting) >= AT_ONCE and row["file"] != last:
            yield waiting
            waiting = []
        waiting.append(row["key"])
        last = row["file"]
    if waiting:
        yield waiting
