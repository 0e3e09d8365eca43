"""What extraction found in one document, for people: notices by kind, facts and doubts by relation, what nobody claims.

In:  a Document and its Extraction
Out: its numbers, which a face says in the reader's language (dashboards/commands/reported.py)
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.document import Document
from extract.facts import CountRecord, Extraction, ItemRecord, NoticeRecord
from extract.lexicon import any_of
from extract.wording.reasons import Reason

KINDS_OF_TITLE = any_of("documents", "notice", "rules", "persons", "other")
OTHER = ""  # a notice of no known kind
OPEN = "…"
KIND_OF_TITLE = re.compile(rf"({KINDS_OF_TITLE})(?:[(（][^()（）]{{1,20}}[)）])*$")


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one document."""

    document: Document = field(repr=False)
    found: Extraction = field(repr=False)

    def notices(self) -> Counter[str]:
        """How many notices of each kind: 通知, 通告, 人事任免, 大事记 …."""
        return Counter(_kind(record) for record in self.found.context if isinstance(record, NoticeRecord))

    def facts(self) -> Counter[str]:
        """How many facts of each relation."""
        return Counter(fact.relation.value for fact in self.found.facts)

    def doubts(self) -> Counter[Reason]:
        """How many doubts of each reason; a value in which those of one reason differ is left open: “…”所述未能读出."""
        by_code: dict[str, list[Reason]] = {}
        for doubt in self.found.doubts:
            by_code.setdefault(doubt.code, []).append(doubt.reason)
        return Counter({_shared(reasons): len(reasons) for reasons in by_code.values()})

    def items(self) -> int:
        """How many items."""
        return sum(isinstance(record, ItemRecord) for record in self.found.context)

    def counts(self) -> list[CountRecord]:
        """The numbers that the source states of its own facts."""
        return [record for record in self.found.context if isinstance(record, CountRecord)]

    def unclaimed(self) -> float:
        """The share of printed characters of notices that no fact, item or doubt quotes; 0.0 without notices."""
        held = bytearray(len(self.document.text))
        for start, end in self._claims():
            held[start:end] = b"\x01" * (end - start)
        total = left = 0
        for record in self.found.context:
            if isinstance(record, NoticeRecord):
                for match in re.finditer(r"\S+", self.document.text[record.start : record.end]):
                    start, end = record.start + match.start(), record.start + match.end()
                    total += end - start
                    left += held.count(0, start, end)
        return left / total if total else 0.0

    def _claims(self) -> Iterator[tuple[int, int]]:
        for fact in self.found.facts:
            yield fact.evidence.start, fact.evidence.end
        for doubt in self.found.doubts:
            yield doubt.evidence.start, doubt.evidence.end
        for record in self.found.context:
            if isinstance(record, ItemRecord):
                yield record.start, record.end


def _kind(record: NoticeRecord) -> str:
    if record.title and record.title != record.section and (match := KIND_OF_TITLE.search(record.title)):
        return match[1]
    return record.section or OTHER


def _shared(reasons: Sequence[Reason]) -> Reason:
    """The reason of several doubts of one code: where their values differ, an ellipsis stands."""
    shared = set.intersection(*(set(reason.values) for reason in reasons))
    names = sorted({name for reason in reasons for name, _ in reason.values})
    known = dict(shared)
    return Reason(reasons[0].code, tuple((name, known.get(name, OPEN)) for name in names))
