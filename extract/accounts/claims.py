"""What the formats found, as spans of a block: which stretch which family of relations claims, and which names are read.

In:  facts, doubts and items of a document   Out: Claims of a block, in offsets of its cleaned text
"""

import bisect
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from extract.clean import fold, printed
from extract.document import Block
from extract.facts import Extraction, Fact, ItemRecord, Kind, Relation
from extract.slotted import slotted

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
    "removals": {"removals"},
    "titles": {"personnel", "titles"},
    "division": {"division", "groups", "items"},
    "groups": {"groups", "personnel"},
    "hosts": {"hosts"},
    "items": {"items", "groups", "division"},
    "documents": {"documents"},
    "structure": {"registers"},
}


def family_of(fact: Fact) -> str:
    """The family of relations of a fact: groups for one about a group, items for one about a task."""
    told = OF_RELATION.get(fact.relation)
    if told is not None:
        return told
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


AS_CLAIM: Callable[[tuple[int, int, str, str, bool, bool]], Claim] = partial(
    tuple.__new__, Claim
)  # by the ten thousand


@slotted
@dataclass(frozen=True, slots=True)
class Claims:
    """The claims that hold a part of one block, by where they begin; asked for in offsets of its cleaned text."""

    all: Sequence[Claim] = ()
    offsets: Sequence[int] = ()
    families: frozenset[str] = frozenset()  # of all claims but the names of persons
    longest: int = 0  # characters of the longest of those that are not `long`
    long: Sequence[Claim] = ()  # those of more than a sentence

    def _over(self, start: int, end: int) -> Sequence[Claim]:
        """The claims that hold a part of the cleaned span [start, end)."""
        if not self.all or start >= len(self.offsets) or end <= 0:
            return []
        if start == 0 and end >= len(self.offsets):
            return self.all
        left, right = self.offsets[start], self.offsets[min(end, len(self.offsets)) - 1]
        low = bisect.bisect_left(self.all, (left - self.longest,))
        high = bisect.bisect_left(self.all, (right + 1,), low)
        near = [claim for claim in self.all[low:high] if claim.end > left]
        if not self.long:
            return near
        return [*near, *(claim for claim in self.long if claim.start < left - self.longest and claim.end > left)]

    def anywhere(self, families: Set[str]) -> bool:
        """Whether one of the families claims a part of the block."""
        return not families.isdisjoint(self.families)

    def by(self, families: Set[str], start: int, end: int) -> bool:
        """Whether one of the families claims a part of [start, end)."""
        if not self.anywhere(families) or (start <= 0 and end >= len(self.offsets)):
            return self.anywhere(families)
        return any(not claim.of_name and claim.family in families for claim in self._over(start, end))

    def names(self, families: Set[str], start: int, end: int) -> bool:
        """Whether a fact of one of the families is about the person named at [start, end), or a doubt stands there."""
        return any(
            claim.family == DOUBT or (claim.of_name and claim.family in families) for claim in self._over(start, end)
        )

    def party(self, families: Set[str], start: int, end: int) -> bool:
        """Whether a fact of one of the families is about what is named at [start, end), or a doubt stands there."""
        for claim in self._over(start, end):  # asked of every unit of a table
            if claim.family in families and (claim.of_party or claim.family == DOUBT):
                return True
        return False

    def holds(self, word: str, start: int, end: int) -> bool:
        """Whether a fact over [start, end) has a word for its post: 副书记; also 成员 where 党组成员 is printed."""
        roles = (claim.role for claim in self._over(start, end) if claim.role)
        return any(role.endswith(word) or word.endswith(role) or word in role for role in roles)


NO_CLAIMS = Claims()
LONGEST_SENTENCE = 400  # characters


@dataclass(frozen=True, slots=True)
class Found:
    """All that a document states and doubts, by its place in the source; `cited` the titles that it cites, folded."""

    rows: Sequence[Claim] = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    reached: Sequence[int] = field(repr=False)  # how far the claims up to each one reach
    cited: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    posts: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)  # of each person named

    def of(self, block: Block) -> Claims:
        """The claims that hold a part of a block."""
        offsets = block.text.offsets
        if not offsets:
            return NO_CLAIMS
        first, last = offsets[0], offsets[-1]
        low = bisect.bisect_right(self.reached, first)
        high = bisect.bisect_right(self.starts, last, low)
        if low == high:
            return NO_CLAIMS
        spare = last - first + 1 - len(offsets)  # characters of all gaps, in which a claim could stand alone
        rows = [
            claim
            for claim in self.rows[low:high]
            if claim.end > first and (not spare or claim.end - claim.start > spare or _holds_any(claim, offsets))
        ]
        if not rows:
            return NO_CLAIMS
        families = frozenset([claim.family for claim in rows if not claim.of_name])
        lengths = [claim.end - claim.start for claim in rows]
        longest = max(lengths)
        if longest <= LONGEST_SENTENCE:
            return Claims(rows, offsets, families, longest)
        long = [claim for claim, length in zip(rows, lengths, strict=True) if length > LONGEST_SENTENCE]
        return Claims(rows, offsets, families, LONGEST_SENTENCE, long)


def _holds_any(claim: Claim, offsets: Sequence[int]) -> bool:
    """Whether a claim holds one of the source offsets, which rise."""
    position = bisect.bisect_left(offsets, claim.start)
    return position < len(offsets) and offsets[position] < claim.end


def found_of(found: Extraction) -> Found:
    """What extraction found in a document, by place."""
    of_family = [(family_of(fact), fact) for fact in found.facts]
    rows = list(map(AS_CLAIM, _claimed(of_family)))
    rows += [Claim(doubt.evidence.start, doubt.evidence.end, DOUBT) for doubt in found.doubts]
    rows += [Claim(record.start, record.end, ITEM) for record in found.context if isinstance(record, ItemRecord)]
    rows.sort(key=itemgetter(0))
    documents = [fact for family, fact in of_family if family == "documents" and fact.relation is not Relation.ISSUED]
    cited = {name for fact in documents for name in (fact.object.name, fact.qualifiers.title or "")}
    reached = list(accumulate(map(itemgetter(1), rows), max))
    families = frozenset([family for family, _ in of_family])
    posts: dict[str, set[str]] = {}
    for fact in found.facts:
        if fact.role and fact.subject.kind is Kind.OFFICIAL:
            posts.setdefault(fact.subject.name, set()).add(_folded(fact.role))
    held = {name: frozenset(roles) for name, roles in posts.items()}
    return Found(rows, list(map(itemgetter(0), rows)), reached, frozenset(map(_title, cited)) - {""}, families, held)


def _claimed(of_family: Iterable[tuple[str, Fact]]) -> set[tuple[int, int, str, str, bool, bool]]:
    """The stretches of facts: the quotation of each, the names of its parties; of a division of work, whose quotation runs over all of it, what it names.

    They are plain, for the facts of a list say the same of their task again and again.
    """
    claimed: set[tuple[int, int, str, str, bool, bool]] = set()
    for family, fact in of_family:
        thing, role, evidence = fact.object, fact.role, fact.evidence
        start, end = evidence.start, evidence.end
        if family == "division" and thing.start is not None and thing.end is not None:
            start, end = thing.start, thing.end
            if fact.relation is Relation.ASSISTS:
                end += HELPED + len(fact.qualifiers.topic or "")
        claimed.add((start, end, family, _folded(role) if role else "", False, False))
        if fact.relation is Relation.DISMISSED:  # beside personnel: no appointment answers for 不再担任
            claimed.add((start, end, "removals", "", False, False))
        if family == "documents":
            continue
        for party in (fact.subject, thing):
            if party.start is not None and party.end is not None:
                claimed.add((party.start, party.end, family, "", party.kind is Kind.OFFICIAL, True))
    return claimed


@lru_cache(maxsize=1024)
def _folded(role: str) -> str:
    """A role as the cues are written; a few are printed again and again."""
    return fold(role)


def _title(name: str) -> str:
    return fold(printed(name)).strip("《》“”")
