"""Items of responsibility lists and tables, their figures of progress and their stated numbers.

Doors: `responsibilities` (brackets and labels), `task_tables`, `duties` (prose by unit), `quotas` (headings that name a unit),
`progress` (progress of items), `placed` (the headings above items and their dates), `figures` (targets and quotas of items), `counts_of` (numbers that the source states of its items),
`totals` (totals of the columns of a table), `sums_of_parts` (totals of a sentence, 其中 …).
"""

from extract.formats.items.duties import duties
from extract.formats.items.figures import figures
from extract.formats.items.numbers.counts import counts_of
from extract.formats.items.numbers.parts import sums_of_parts
from extract.formats.items.numbers.totals import totals
from extract.formats.items.places import placed
from extract.formats.items.progress.columns import progress
from extract.formats.items.quotas import quotas
from extract.formats.items.responsibilities import responsibilities
from extract.formats.items.tables.responsibility import task_tables

__all__ = [
    "counts_of",
    "duties",
    "figures",
    "placed",
    "progress",
    "quotas",
    "responsibilities",
    "sums_of_parts",
    "task_tables",
    "totals",
]
