"""The formats: plain functions from a notice to what it states, in the order in which they run.

In:  Notice   Out: facts, doubts, items and counts; `found_in` runs all and gives them in the order of the text

To add a format, write `extract/formats/<what it finds>.py` with one such function and name it in FORMATS.

Doors: `FORMATS`, `found_in`, and `scope` for what the formats share.
"""

from collections.abc import Callable, Iterator

from extract.document import Notice
from extract.facts import CountRecord, Doubt, Fact, ItemRecord, Relation
from extract.figures import FigureRecord
from extract.formats.appointments import appointments
from extract.formats.divisions import divisions
from extract.formats.doubled import with_addresses, without_doubled
from extract.formats.establishment import establishment
from extract.formats.groups import groups
from extract.formats.items import (
    counts_of,
    duties,
    figures,
    placed,
    progress,
    quotas,
    responsibilities,
    sums_of_parts,
    task_tables,
    totals,
)
from extract.formats.items.longest import without_first_sentences
from extract.formats.lives import lives
from extract.formats.policies import policies
from extract.formats.projects import projects_of
from extract.formats.registers import registers
from extract.formats.reports import dated_by_report
from extract.formats.titles import titles

Found = Fact | Doubt | ItemRecord | FigureRecord | CountRecord
Format = Callable[[Notice], Iterator[Found]]

RECORDS = (ItemRecord, FigureRecord, CountRecord)  # what has a span of its own; the others have evidence

FORMATS: tuple[Format, ...] = (
    appointments,
    divisions,
    groups,
    responsibilities,
    task_tables,
    duties,
    quotas,
    progress,
    registers,
    establishment,
    policies,
    titles,
    lives,
)


def found_in(notice: Notice) -> list[Found]:
    """What the formats find in a notice, the projects that its items name and their stated numbers, in the order of the text."""
    results = without_first_sentences([result for facts_of in FORMATS for result in facts_of(notice)])
    results = [*dated_by_report(notice, with_addresses(notice, without_doubled(results)))]
    items = placed(notice, sorted((result for result in results if isinstance(result, ItemRecord)), key=start_of))
    results = [result for result in results if not isinstance(result, ItemRecord)] + items
    results.extend(projects_of(notice, items))
    results.extend(counts_of(notice, items))
    results.extend(totals(notice))
    results.extend(sums_of_parts(notice))
    reported = Relation.REPORTED
    reports = (result for result in results if isinstance(result, Fact) and result.relation is reported)
    results.extend(figures(notice, items, [*reports]))
    return sorted(results, key=start_of)


def start_of(result: Found) -> int:
    """The source offset at which a result begins."""
    return result.start if isinstance(result, RECORDS) else result.evidence.start
