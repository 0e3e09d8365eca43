"""The number of persons that a personnel notice states of itself (等25人), beside the number found."""

import re
from collections.abc import Iterator, Sequence

from extract.facts import CountRecord, Doubt, Fact
from extract.formats.appointments.passage import Passage
from extract.lexicon import any_of
from extract.names.dates import number
from extract.names.marks import DIGITS

COUNT = re.compile(
    rf"""
    (?:等|共)(?P<n>\d{{1,3}}|[{DIGITS}十]{{1,3}})(?:名|位)?(?:{any_of("appointments", "counted_people")}|人)  # 等25人
    (?!{any_of("decisions", "attended")})                             # not 委员共27人出席
    """,
    re.VERBOSE,
)
# 免去王小红、李成功等3名同志…职务: the number of this clause, not of the notice
OF_CLAUSE = re.compile(
    rf"(?:^|[;。\n])(?![^;。\n]*关于)[^;。\n]*(?:{any_of('appointments', 'clause_of_change')})[^;。\n:]*$"
)
TAKES = re.compile("为|任(?![免职])|担任|当选")  # 石磊等3名同志|为村党委班子成员: of the clause too


def _named_here(text: str, end: int) -> int:
    """How many names the list holds that a number closes."""
    return text.count("、", max(text.rfind(mark, 0, end) for mark in "。;:,\n") + 1, end) + 1


def counted(passage: Passage, facts: Sequence[Fact]) -> Iterator[CountRecord | Doubt]:
    """A number of persons that the notice states, and a doubt if the facts name another number of them."""
    match = COUNT.search(passage.text[:400])
    if not match or not facts or OF_CLAUSE.search(passage.text[: match.start()]):
        return
    stated, named = number(match["n"]), len({fact.subject.name for fact in facts})
    if stated is None or (
        TAKES.match(passage.text, match.end()) and _named_here(passage.text, match.start()) == stated
    ):
        return
    evidence = passage.evidence(*match.span())
    yield CountRecord(evidence.doc, evidence.start, evidence.end, "persons appointed or removed", stated, named)
    if stated != named:
        values = {"stated": str(stated), "found": str(named)}
        yield Doubt(evidence, "appointments.count", "count_differs", values)
