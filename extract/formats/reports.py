"""What a report tells of no other day is of its own day.

In:  the facts of a notice   Out: the same, dated where a report tells them

    本报讯(记者石磊)1月4日,县政府印发《关于成立县防汛工作领导小组的通知》。…组长由县长丁力担任   → 组长 since 2022-01-04
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from extract.document import Notice
from extract.facts import Fact, Relation
from extract.formats.dating import published_day, report_day, tells_news
from extract.formats.scope import is_chronicle
from extract.formats.titles import TOLD_IN_REPORTS, When, entry_date
from extract.lexicon import any_of

Result = TypeVar("Result")

YEAR = re.compile(r"(?:19|20)\d\d")
ANOTHER_TIME = re.compile(any_of("decisions", "another_time"))
MONTH_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")
# what is set up, divided or assigned on the day that is told; posts and documents have days of their own
OF_THE_DAY = frozenset(
    {
        Relation.LEADS,
        Relation.ASSISTS,
        Relation.COVERS,
        Relation.MEMBER_OF,
        Relation.HOSTS,
        Relation.PART_OF,
    }
)
RULES = ("groups", "divisions")  # whose titles are of that day too


def dated_by_report(notice: Notice, results: Iterable[Result]) -> Iterator[Result]:
    """The results of a notice; a fact without a day has that of the report, if its sentence tells of no other year."""
    told = list(results)
    open_ones = {id(one) for one in told if isinstance(one, Fact) and one.date is None and _is_of_the_day(one)}
    day = _of_report(notice) if open_ones else None
    news = day is not None and tells_news(notice)
    for one in told:
        if not (day and isinstance(one, Fact) and id(one) in open_ones and not _of_another_time(notice, one, day)):
            yield one
        else:
            yield replace(one, date=day) if news or one.rule in TOLD_IN_REPORTS else one


def _is_of_the_day(fact: Fact) -> bool:
    if fact.relation is Relation.HOLDS:
        return fact.rule in TOLD_IN_REPORTS or fact.rule.startswith(RULES)
    return fact.relation in OF_THE_DAY


def _of_report(notice: Notice) -> str | None:
    """The one day of a report, where no two of its paragraphs open with days of their own."""
    if is_chronicle(notice):
        return None
    day = report_day(notice)
    when = When(int(day[:4]) if day else None, None, None)
    lines = [block.text.text for block in notice.blocks if day and not published_day(block.text.text)]
    opened = {entry_date(line, 0, len(line), when) for line in lines}
    return day if len(opened - {None, day}) <= (day not in opened) else None


def _of_another_time(notice: Notice, fact: Fact, day: str) -> bool:
    """Whether the sentence of a fact tells of a year (2007年,省委副书记丁某…), of 去年 or 明年, or of another day.

    One that belongs to a name of the fact is none: 2011年全国运动会组委会.
    """
    text = notice.document.text
    start = max(fact.evidence.start, fact.subject.start or 0)
    begin = max(text.rfind(mark, 0, start) for mark in "。;；\n") + 1
    if ANOTHER_TIME.search(text, begin, start):
        return True
    if any(
        (int(told[1]), int(told[2])) != (int(day[5:7]), int(day[8:])) for told in MONTH_DAY.finditer(text, begin, start)
    ):
        return True
    names = [(party.start, party.end) for party in (fact.subject, fact.object) if party is not None]
    return any(
        not any(left is not None and right is not None and left <= year.start() < right for left, right in names)
        for year in YEAR.finditer(text, begin, start)
    )
