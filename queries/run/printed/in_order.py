"""A list of all items read part after part, until there are as many rows as are shown.

In:  a question whose rows stand in printed order, its values without a document. Out: its first rows, as the whole statement gives them.

On a great graph the statement looks at every item before its first row is known; the first thousand rows are those of the first items
of the first documents. Items that stand at one place of files of one name are read together, so that the rows are in order over the parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from graph.stores.store import Store
from queries.library import statement_of
from queries.run.printed import Row
from queries.run.surroundings import surroundings

AT_ONCE = 10  # documents whose items are put in order together
LARGER = 4  # times as many items in the next part: what is asked for may be rare
LARGEST = 100_000  # items of one part, however many parts there were


def rows_in_order(store: Store, statement: str, values: Mapping[str, Any], most: int, seconds: float) -> list[Row]:
    """The first rows, at most `most`."""
    begun = statement_of("starts", "items_by_key") + statement
    rows: list[Row] = []
    for items in _parts(store, values, most, seconds):
        given = {**values, "items": items, "limit": most - len(rows)}
        rows += store.read(begun, given, limit=most - len(rows), timeout=seconds).dicts()
        if len(rows) >= most:
            break
    return rows


def _parts(store: Store, values: Mapping[str, Any], size: int, seconds: float) -> Iterator[list[str]]:
    """The keys of the items in printed order, in parts that grow."""
    for documents in _by_files(store, values["jurisdiction"]):
        skip = 0
        while items := _items(store, documents, skip, size, seconds):
            yield items
            skip += len(items)
            size = min(size * LARGER, max(size, LARGEST))


def _items(store: Store, documents: Sequence[str], skip: int, size: int, seconds: float) -> list[str]:
    """The keys of about so many items of some documents, all of those that stand at one place."""
    given = {"documents": documents, "skip": skip, "limit": size + 1}
    rows = store.read(statement_of("sources", "items_in_order"), given, limit=size + 1, timeout=seconds).dicts()
    if len(rows) <= size:
        return [row["key"] for row in rows]
    last = rows[-1]["file"], rows[-1]["start"]  # whether there are more of that place is not known
    whole = [row["key"] for row in rows if (row["file"], row["start"]) != last]
    return whole or _items(store, documents, skip, size * LARGER, seconds)


def _by_files(store: Store, jurisdictions: Sequence[str]) -> Iterator[list[str]]:
    """The documents of some places in the order of their files, about so many at once; those of one file stay together."""
    within = frozenset(jurisdictions)
    known = sorted((one.file, one.key) for one in surroundings(store).documents if one.place in within)
    waiting: list[str] = []
    for _, together in groupby(known, key=itemgetter(0)):
        if len(waiting) >= AT_ONCE:
            yield waiting
            waiting = []
        waiting.extend(key for _, key in together)
    if waiting:
        yield waiting
