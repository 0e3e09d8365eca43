"""Progress columns (一季度完成情况) → `reported`: how far each item has come, by the body that leads it.

In:  序号⇥工作标准⇥一季度完成情况⇥牵头单位 / 1⇥新建示范点3个。⇥新建示范点3个。⇥区司法局
Out: reported(区司法局 → 新建示范点3个。), period 2020-01/2020-03, status done

The period is read from the column's header, the title and the year of the report. The status follows the progress text alone
(`progress_status`). Totals that the covering text claims are counted, never used: they may differ.
"""

import re
from collections.abc import Iterator

from extract.document import Block, Notice
from extract.facts import CountRecord, Doubt, Fact, Qualifiers, Relation
from extract.formats.items.progress.prose import WORDS, reported_in_lines
from extract.formats.items.progress.status import DONE, IN_PROGRESS, has_end, status_of
from extract.formats.items.tables.responsibility import leading, row_evidence, task_of, unit_party
from extract.formats.items.tables.rows import Item, table_items
from extract.formats.scope import YEAR, reports_progress
from extract.lexicon import WordsEntry, any_of, table
from extract.tables.tables import Column, is_filled, tables

RULE = "progress.row"
MONTHS = {
    "前三季度": (1, 9),
    "上半年": (1, 6),
    "下半年": (7, 12),
    "半年": (1, 6),
    "一季度": (1, 3),
    "1季度": (1, 3),
    "二季度": (4, 6),
    "2季度": (4, 6),
    "三季度": (7, 9),
    "3季度": (7, 9),
    "四季度": (10, 12),
    "4季度": (10, 12),
    "全年": (1, 12),
    "年度": (1, 12),
}
RANGE = re.compile(r"(1?\d)(?:月份?)?[-—–~至到](1?\d)月")
UNTIL = re.compile(r"截[至止](?:到)?(?:(?:19|20)\d\d年)?(1?\d)月")
MONTH = re.compile(r"(?<![\d—–-])(1?\d)月(?:份)?(?!\d)")
TOTALS = tuple(w for e in table("progress", "claimed_total", WordsEntry) for w in e.words)
STATED_ITEMS = re.compile(rf"(\d{{1,4}})项(?:{'|'.join(TOTALS)})")
STATED_UNITS = re.compile(
    rf"(?:{any_of('items', 'stated_role')})单位(\d{{1,4}})[家个]|(\d{{1,4}})[家个](?:{any_of('items', 'stated_role')})单位"
)
STATED_DONE = re.compile(rf"(?:{any_of('items', 'is_done')})[^,;。\d]{{0,14}}(\d{{1,4}})项")
STATED_UNDER_WAY = re.compile(rf"(?:{any_of('progress', 'stated_under_way')})[^,;。\d]{{0,8}}(\d{{1,4}})项")


def progress(notice: Notice) -> Iterator[Fact | Doubt | CountRecord]:
    """What the progress tables of a notice report, and the totals that its covering text claims beside what was found."""
    told = {Column.PROGRESS, Column.PERIOD} if reports_progress(notice) else {Column.PROGRESS}
    headers = [name for t in tables(notice) for name, k in zip(t.header, t.columns, strict=True) if k in told]
    if not headers:
        if any(word in notice.text for word in WORDS):
            yield from reported_in_lines(notice, period_of("", notice))
        return
    read: list[tuple[Item, str]] = []
    bodies: set[str] = set()
    for item in table_items(notice):
        if not isinstance(item, Item) or not _has_progress(item, notice):
            continue
        text = item.progress.text if item.progress is not None and is_filled(item.progress) else ""
        period = period_of(item.reported_for or headers[0], notice)
        status = status_of(
            _end_of(item),
            text,
            whole_year=bool(period and period[5:7] == "01" and period.endswith("-12")),
        )
        read.append((item, status))
        for fact in _facts(notice, item, period, status):
            bodies.add(fact.subject.name)
            yield fact
    yield from _counts(notice, read, bodies)


def _has_progress(item: Item, notice: Notice) -> bool:
    told = item.progress is not None or (item.reports and item.number is not None)
    return told and bool(item.answers) and item.block.document is notice.document


def _end_of(item: Item) -> str:
    """The text that says when an item is done: its own, or the target beside it where its own is but a name."""
    text = item.cell.text[slice(*item.span)]
    return item.target if item.target and not has_end(text) else text


def _facts(notice: Notice, item: Item, period: str | None, status: str) -> Iterator[Fact]:
    task = task_of(item)
    qualifiers = Qualifiers(period=period, status=status)
    seen: set[str] = set()
    for block, answer in leading(item):
        for unit in answer.units.units:
            if unit.name in seen:
                continue
            seen.add(unit.name)
            span = answer.cell.span(unit.start, unit.end)
            subject = unit_party(block, answer, unit)
            evidence = row_evidence(item, block, span)
            yield Fact(Relation.REPORTED, subject, task, evidence, RULE, None, notice.dated, qualifiers)


def period_of(header: str, notice: Notice) -> str | None:
    """The time that a report covers as an ISO interval: 一季度完成情况 of 2020 → 2020-01/2020-03."""
    title = notice.heading
    opening = "".join(block.text.text for block in notice.blocks[:12] if not block.is_row)
    year = YEAR.search(header) or YEAR.search(title) or YEAR.search(opening)
    if year is None and notice.dated is None:
        return None
    number = year[1] if year else (notice.dated or "")[:4]
    for text in (header, title, opening):
        months = _months(text)
        if months:
            return f"{number}-{months[0]:02}/{number}-{months[1]:02}"
    return None


def _months(text: str) -> tuple[int, int] | None:
    if match := UNTIL.search(text):
        return 1, int(match[1])  # also in a title that names the year: 2022年度…进度表(截至10月31日)
    for word, months in MONTHS.items():
        if word in text:
            return months
    if match := RANGE.search(text):
        return int(match[1]), int(match[2])
    if match := MONTH.search(text):
        return int(match[1]), int(match[1])
    return None


def _counts(notice: Notice, found: list[tuple[Item, str]], bodies: set[str]) -> Iterator[CountRecord]:
    done = sum(status == DONE for _, status in found)
    under_way = sum(status == IN_PROGRESS for _, status in found)
    for block in notice.blocks:
        if block.is_row or "项" not in block.text.text:
            continue
        yield from _count(block, STATED_ITEMS, "责任事项", len(found))
        yield from _count(block, STATED_UNITS, "责任单位", len(bodies))
        yield from _count(block, STATED_DONE, "已完成", done)
        yield from _count(block, STATED_UNDER_WAY, "正在推进", under_way)


def _count(block: Block, pattern: re.Pattern[str], what: str, found: int) -> Iterator[CountRecord]:
    match = pattern.search(block.text.text)
    if match:
        stated = int(next(group for group in match.groups() if group))
        start, end = block.text.span(match.start(), match.end())
        yield CountRecord(block.document.name, start, end, what, stated, found)
