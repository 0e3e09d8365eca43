"""What the formats found, as spans of a block: which stretch which family of relations claims, and which names are read.

In:  facts, doubts and items of a document   Out: Claims of a block, in offsets of its cleaned text
"""

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from extract.clean import fold, printed
from extract.document import Block
from extract.facts import Extraction, Fact, ItemRecord, Kind, Relation

Span = tuple[int, int]
DOUBT = "doubt"
ITEM = "item"
HELPED = 4  # characters of a verb between the person helped and the fields: 协助县长|负责审计
OF_RELATION = {
    Relation.APPOINTED: "personnel",
    Relation.DISMISSED: "personnel",
    Relation.HOLDS: "titles",
    Relation.HOSTS: "hosts",
    Relation.MEMBER_OF: "groups",
    Relation.REPORTED: "progress",
    Relation.CONCERNS: "projects",
    Relation.PART_OF: "registers",
    Relation.LOCATED_AT: "registers",
    Relation.ISSUED: "documents",
    Relation.CITES: "documents",
    Relation.REPEALS: "documents",
    Relation.REVOKES: "documents",
}
# whose facts may answer for a cue of a family
ANSWERS = {
    "personnel": {"personnel"},
    "titles": {"personnel", "titles"},
    "division": {"division", "groups", "items"},
    "groups": {"groups", "personnel"},
    "hosts": {"hosts"},
    "items": {"items", "groups", "division"},
    "documents": {"documents"},
}


def family_of(fact: Fact) -> str:
    """The family of relations of a fact: groups for one about a group, items for one about a task."""
    if fact.relation in OF_RELATION:
        return OF_RELATION[fact.relation]
    kind = fact.object.kind
    return "groups" if kind is Kind.GROUP else "items" if kind is Kind.TASK else "division"


class Claim(NamedTuple):
    """One claimed stretch: whose, and the word that its fact has for a role (a post, a seat, a verb)."""

    start: int
    end: int
    family: str
    role: str = ""
    of_name: bool = False  # the stretch is the name of a person
    of_party: bool = False  # it is the name of a party


@dataclass(frozen=True)
class Claims:
    """The claimed stretches of one block, by where they begin."""

    all: tuple[Claim, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [claim.start for claim in self.all]

    @cached_property
    def _longest(self) -> int:
        return max((claim.end - claim.start for claim in self.all), default=0)

    def _near(self, start: int, end: int) -> tuple[Claim, ...]:
        """The claims that may reach into [start, end)."""
        low = bisect.bisect_left(self._starts, start - self._longest)
        return self.all[low : bisect.bisect_left(self._starts, end)]

    def by(self, families: Iterable[str], start: int, end: int) -> bool:
        """Whether one of the families claims a part of [start, end)."""
        wanted = set(families)
        return any(
            c.start < end and c.end > start and c.family in wanted and not c.of_name for c in self._near(start, end)
        )

    def names(self, families: Iterable[str], start: int, end: int) -> bool:
        """Whether a fact of one of the families is about the person named at [start, end), or a doubt stands there."""
        wanted = set(families)
        return any(
            c.start < end and c.end > start and (c.family == DOUBT or (c.of_name and c.family in wanted))
            for c in self._near(start, end)
        )

    def party(self, families: Iterable[str], start: int, end: int) -> bool:
        """Whether a fact of one of the families is about what is named at [start, end), or a doubt stands there."""
        wanted = set(families)
        return any(
            c.start < end and c.end > start and c.family in wanted and (c.of_party or c.family == DOUBT)
            for c in self._near(start, end)
        )

    def holds(self, word: str, start: int, end: int) -> bool:
        """Whether a fact over [start, end) has a word for its post: 副书记; also 成员 where 党组成员 is printed."""
        return any(
            c.start < end
            and c.end > start
            and c.role
            and (c.role.endswith(word) or word.endswith(c.role) or word in c.role)
            for c in self._near(start, end)
        )


@dataclass(frozen=True, slots=True)
class Found:
    """All that a document states and doubts, by its place in the source; `cited` the titles that it cites, folded."""

    rows: Sequence[Claim] = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    longest: int = 0
    cited: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    posts: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)  # of each person named

    def of(self, block: Block) -> Claims:
        """The claims within a block, in offsets of its cleaned text."""
        offsets = block.text.offsets
        if not offsets:
            return Claims()
        first, last = offsets[0], offsets[-1] + 1
        low = bisect.bisect_left(self.starts, first - self.longest)
        high = bisect.bisect_left(self.starts, last)
        find = bisect.bisect_left
        within = (
            Claim(find(offsets, c.start), find(offsets, c.end), c.family, c.role, c.of_name, c.of_party)
            for c in self.rows[low:high]
            if c.end > first
        )
        return Claims(tuple(claim for claim in within if claim.start < claim.end))


def found_of(found: Extraction) -> Found:
    """What extraction found in a document, by place."""
    rows = [claim for fact in found.facts for claim in _claims(fact)]
    rows += [Claim(doubt.evidence.start, doubt.evidence.end, DOUBT) for doubt in found.doubts]
    rows += [Claim(record.start, record.end, ITEM) for record in found.context if isinstance(record, ItemRecord)]
    rows.sort(key=lambda claim: claim.start)
    documents = [f for f in found.facts if family_of(f) == "documents" and f.relation is not Relation.ISSUED]
    cited = {_title(name) for fact in documents for name in (fact.object.name, fact.qualifiers.title or "")}
    longest = max((claim.end - claim.start for claim in rows), default=0)
    families = frozenset(family_of(fact) for fact in found.facts)
    posts: dict[str, set[str]] = {}
    for fact in found.facts:
        if fact.subject.kind is Kind.OFFICIAL and fact.role:
            posts.setdefault(fact.subject.name, set()).add(fold(fact.role))
    held = {name: frozenset(roles) for name, roles in posts.items()}
    return Found(rows, [claim.start for claim in rows], longest, frozenset(cited - {""}), families, held)


def _claims(fact: Fact) -> Iterator[Claim]:
    """The stretches of a fact: its quotation; of a division of work, whose quotation runs over all of it, what it names."""
    family, thing, role = family_of(fact), fact.object, fold(fact.role or "")
    whole = Claim(fact.evidence.start, fact.evidence.end, family, role)
    named = thing.start is not None and thing.end is not None and family == "division"
    helped = len(fact.qualifiers.topic or "") + HELPED if fact.relation is Relation.ASSISTS else 0
    yield whole._replace(start=thing.start or 0, end=(thing.end or 0) + helped) if named else whole
    for party in (fact.subject, thing):
        if party.start is not None and party.end is not None and family != "documents":
            official = party.kind is Kind.OFFICIAL
            yield Claim(party.start, party.end, family, of_name=official, of_party=True)


def _title(name: str) -> str:
    return fold(printed(name)).strip("《》“”")
