"""The table that a row stands in: what its header says of the columns, and the posts that the row gives.

In:  a row and what the header above it says   Out: what holds for the rows below; the facts of the row
"""

from collections.abc import Iterator
from typing import NamedTuple

from extract.document import Block, Notice
from extract.facts import Doubt, Fact
from extract.formats.titles.columns import (
    bodies_beside,
    columns_of,
    is_to_come,
    own_people,
    seated_cell,
    seats_of_society,
    titled_cells,
)
from extract.formats.titles.lines import in_row
from extract.formats.titles.posts_above import Posts, below_posts, posts_above
from extract.names.offices.office import Office


class Table(NamedTuple):
    """What a header says: columns of people beside posts, whose their bare posts are, columns that are posts, seats in a society."""

    columns: tuple[tuple[int, int], ...] = ()
    own: Office | None = None
    beside: int | None = None
    above: Posts | None = None
    society: tuple[int, int, Office] | None = None


def headed(notice: Notice, block: Block, table: Table, *, changes: bool) -> Table:
    """The table after a row, which may be a header; `changes`: the notice appoints or removes."""
    to_come = changes or is_to_come(notice)
    if columns := columns_of(block, to_come=to_come):
        table = table._replace(columns=columns, own=own_people(notice), beside=bodies_beside(block, columns))
        table = table._replace(society=seats_of_society(notice, block, columns))
    above = None if to_come else posts_above(block)
    return table._replace(above=above) if above else table


def row_of(block: Block, table: Table) -> Iterator[Fact | Doubt]:
    """The posts of a row: within its cells, in the column beside a name, in the header above it."""
    yield from in_row(block)
    if table.columns:
        yield from titled_cells(block, table.columns, table.own, table.beside)
    yield from seated_cell(block, table.society) if table.society else ()
    yield from below_posts(block, table.above) if table.above else ()
