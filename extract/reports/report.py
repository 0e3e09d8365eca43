"""What extraction found in one document, for people: notices by kind, facts and doubts by relation, what nobody claims.

In:  a Document and its Extraction
Out: lines of text; “share of characters unclaimed” counts characters of notices that no fact, item or doubt quotes
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.accounts import balance
from extract.clean import printed
from extract.document import Document
from extract.facts import CountRecord, Extraction, ItemRecord, NoticeRecord
from extract.private import masked

KINDS_OF_TITLE = "通知|通告|公告|公示|通报|决定|决议|命令|批复|函|意见|办法|规定|细则|方案|预案|规划|计划|纲要|报告|名单|任命|任免|免职"
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

    def doubts(self) -> Counter[str]:
        """How many doubts of each rule."""
        return Counter(doubt.rule for doubt in self.found.doubts)

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

    def text(self) -> str:
        """The report as lines."""
        return "\n".join(self._lines())

    def _claims(self) -> Iterator[tuple[int, int]]:
        for fact in self.found.facts:
            yield fact.evidence.start, fact.evidence.end
        for doubt in self.found.doubts:
            yield doubt.evidence.start, doubt.evidence.end
        for record in self.found.context:
            if isinstance(record, ItemRecord):
                yield record.start, record.end

    def _lines(self) -> Iterator[str]:
        yield self.document.name
        for what, counter in (("notices", self.notices()), ("facts", self.facts()), ("doubts", self.doubts())):
            listed = ", ".join(f"{name} {count}" for name, count in counter.most_common())
            yield f"  {what:10}{sum(counter.values()):6}  {listed}"
        items = sum(isinstance(record, ItemRecord) for record in self.found.context)
        yield f"  {'items':10}{items:6}"
        yield f"  {'unclaimed':10}{self.unclaimed():6.1%}  of the characters in notices"
        for row in balance(self.found.cues):
            asides = ", ".join(f"{code} {count}" for code, count in row.asides)
            said = f"{row.facts} in facts, {row.doubts} in doubts, of which nobody read {row.unread}"
            yield f"  {'cues':10}{row.total:6}  {row.relation}: {said}; aside {sum(n for _, n in row.asides)}  {asides}".rstrip()
        for record in self.counts():
            mark = "=" if record.stated == record.found else "≠"
            quote = masked(printed(self.document.text[record.start : record.end]))[:40]
            yield f"  {'count':10}{record.stated:6}  stated {mark} {record.found} found: {record.what} ({quote})"


def _kind(record: NoticeRecord) -> str:
    if record.title and record.title != record.section and (match := KIND_OF_TITLE.search(record.title)):
        return match[1]
    return record.section or "other"
