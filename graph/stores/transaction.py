"""What is written to an SQLite file together, or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def together(rows: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside, or nothing."""
    rows.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        rows.execute("ROLLBACK")
        raise
    rows.execute("COMMIT")
