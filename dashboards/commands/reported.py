"""What `zhize extract --report` says of one document, in Chinese or English, so that a newcomer understands every line.

In:  the numbers of a document (extract/reports/report.py)
Out: lines: its notices by kind, its facts by relation, its doubts with their reasons, its cues and what became of them

    线索词    452  牵头：读出 302，存疑 5，不算 145（泛泛而言 83，一般职责 50，小标题 12）
"""

from collections.abc import Iterable, Iterator

from dashboards.cells import value_word
from dashboards.printed.grid import width
from dashboards.texts import aside_word
from dashboards.texts.telling import said
from extract.accounts import balance
from extract.clean import printed
from extract.private import masked
from extract.reports.report import Report

HEAD = 15  # columns of the name of a line
NUMBER = 6  # columns of its number
LONGEST_QUOTE = 40
BETWEEN = {"zh": "，", "en": ", "}
COLON = {"zh": "：", "en": ": "}


def report_lines(report: Report, language: str) -> Iterator[str]:
    """The lines of one document's report."""
    yield report.document.name
    notices = ((kind or said("report_other"), count) for kind, count in report.notices().most_common())
    yield _line("notices", report.notices().total(), _listed(notices, language))
    facts = ((value_word(relation, language), count) for relation, count in report.facts().most_common())
    yield _line("facts", report.facts().total(), _listed(facts, language))
    yield _line("items", report.items())
    yield _line("doubts", report.doubts().total())
    for reason, count in report.doubts().most_common():
        yield _below(count, reason.text(language))
    cues = balance(report.found.cues)
    yield _line("cues", sum(row.total for row in cues))
    for row in cues:
        why = _listed(((aside_word(code, language), count) for code, count in row.asides), language)
        aside = sum(count for _, count in row.asides)
        ends = said("report_cue", facts=row.facts, doubts=row.doubts, aside=aside)
        ends += said("report_why", listed=why) if why else ""
        yield _below(row.total, f"{value_word(row.relation, language)}{COLON[language]}{ends}")
    yield from _numbers(report, language)
    yield _line("unclaimed", f"{report.unclaimed():.1%}")


def _numbers(report: Report, language: str) -> Iterator[str]:
    """The numbers that the source states of its own facts: 下设九个专项工作组."""
    for index, record in enumerate(report.counts()):
        if not index:
            yield _line("numbers", len(report.counts()))
        key = "report_agrees" if record.stated == record.found else "report_differs"
        quote = masked(printed(report.document.text[record.start : record.end]))[:LONGEST_QUOTE]
        what = value_word(record.what, language)
        yield _below("", said(key, what=what, stated=record.stated, found=record.found, quote=quote))


def _listed(counted: Iterable[tuple[str, int]], language: str) -> str:
    return BETWEEN[language].join(f"{name} {count}" for name, count in counted)


def _line(name: str, number: int | str, rest: str = "") -> str:
    head = said(f"report_{name}")
    return f"  {head}{' ' * (HEAD - width(head))}{number:>{NUMBER}}  {rest}".rstrip()


def _below(number: int | str, rest: str) -> str:
    return f"  {' ' * HEAD}{number:>{NUMBER}}  {rest}"
