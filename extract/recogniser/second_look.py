"""A second look at what the rules left open: facts where a grammar agrees with the recogniser, else doubts that name what was seen.

In:  the notices of a document and the account of its cues
Out: Sights: each place that was asked at, with what was seen there; of them facts (their rules end in :recognised), and the
     account with doubts that name people, bodies and posts

    主任蕝旼到会    主任 was set aside (nobody_named); now a doubt `unread_seen` that names 蕝旼 and 主任
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from extract.document import Document, Notice
from extract.facts import CueRecord, Doubt, Fact, Kind, Party, Relation
from extract.formats.dating import dating_of
from extract.recogniser.borders import ORG, PERSON, Seen
from extract.recogniser.grammar import Said, said_in
from extract.recogniser.pipeline import is_there, seen_in
from extract.recogniser.places import UNREAD, Place, places

RULE = "accounts.recognised"
SEEN = "unread_seen"
RULE_OF = {
    Relation.APPOINTED: "appointments.serve_as:recognised",
    Relation.DISMISSED: "appointments.leave:recognised",
    Relation.HOLDS: "titles.in_passing:recognised",
}
NEAR = 16  # characters between a cue that was set aside and a person seen
LONGEST_QUOTE = 280
MOST_NAMED = 6  # in a doubt
HELPED = "协助"


@dataclass(frozen=True, slots=True)
class Sight:
    """A place that was asked at, and what was seen in its clause."""

    place: Place
    seen: tuple[Seen, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The source span of a span of the clause."""
        return self.place.block.text.span(self.place.start + start, self.place.start + end)

    @property
    def named(self) -> tuple[Seen, ...]:
        """Whom the cue may speak of: a person seen near it; nobody where it was set aside and only bodies stand."""
        start, end = self.place.cue_start - self.place.start, self.place.cue_end - self.place.start
        return tuple(
            one for one in self.seen if one.label == PERSON and one.start - end < NEAR and start - one.end < NEAR
        )


def sights(notices: Sequence[Notice], records: Sequence[CueRecord]) -> list[Sight]:
    """What the recogniser sees at the places that the account leaves open; nothing without weights."""
    asked = list(places(notices, records))
    if not asked or not is_there():
        return []
    texts = list(dict.fromkeys(clause.text for clause in asked))  # 任命任命任命…: the same words are looked at once
    seen = dict(zip(texts, seen_in(texts), strict=True))
    return [Sight(clause, seen[clause.text]) for clause in asked]


def facts_of(looked: Sequence[Sight]) -> Iterator[Fact]:
    """The facts that a grammar reads in what was seen, each once."""
    dates: dict[int, str | None] = {}  # of the notices, by id
    done: set[tuple[Relation, int, int, str | None]] = set()  # clauses of a long line overlap
    for sight in _each_clause(looked):
        for told in said_in(sight.place.text, sight.seen):
            notice = sight.place.notice
            if told.relation is not Relation.HOLDS and id(notice) not in dates:
                dates[id(notice)] = dating_of(notice)[0]
            date = None if told.relation is Relation.HOLDS else dates[id(notice)]
            for fact in _stated(sight, told, date):
                key = (fact.relation, fact.subject.start or 0, fact.evidence.end, fact.role)
                if key not in done:
                    done.add(key)
                    yield fact


def _each_clause(looked: Sequence[Sight]) -> Iterator[Sight]:
    """One sight of each clause; several cues may have asked at the same one."""
    return iter({(id(one.place.block), one.place.start, one.place.end): one for one in reversed(looked)}.values())


def _stated(sight: Sight, told: Said, date: str | None) -> Iterator[Fact]:
    block = sight.place.block
    person = block.document.party(Kind.OFFICIAL, *sight.source(*told.name))
    for office in told.offices:
        begin = office.post_start if office.body_start is None else office.body_start
        start, end = sight.source(min(begin, told.name[0]), max(office.post_end, told.name[1]))
        body = Party(office.kind, office.body)
        if office.body_start is not None and office.body_end is not None:
            body = block.document.party(office.kind, *sight.source(office.body_start, office.body_end))
        evidence = block.document.evidence(start, end, at=person.start)
        yield Fact(told.relation, person, body, evidence, RULE_OF[told.relation], office.post, date)


def named_in(
    document: Document, looked: Sequence[Sight], records: Sequence[CueRecord], unread: Sequence[Doubt]
) -> tuple[list[CueRecord], list[Doubt]]:
    """The account with what was seen: its doubts name it, and a cue set aside beside which a person stands is a doubt."""
    clauses = _clauses(looked)
    account, doubts = list(records), [_naming(doubt, clauses) for doubt in unread]
    for sight in looked:
        index = sight.place.record
        if account[index].ends != "aside" or not sight.named:
            continue
        cue = account[index]
        if document.text.endswith(HELPED, 0, cue.start):
            continue  # 石磊协助局长分管财务: who helps is named, and not whom
        account[index] = replace(cue, ends="doubt", code=UNREAD)
        start = min(cue.start, sight.source(sight.named[0].start, sight.named[0].end)[0])
        end = max(cue.end, sight.source(sight.named[-1].start, sight.named[-1].end)[1])
        if any(doubt.evidence.start <= start and end <= doubt.evidence.end for doubt in doubts):
            continue
        evidence = document.evidence(start, min(end, start + LONGEST_QUOTE))
        doubts.append(_naming(Doubt(evidence, RULE, UNREAD, {"cues": cue.cue}), clauses))
    return account, doubts


@dataclass(frozen=True, slots=True)
class _Clause:
    """What was seen in a clause, by where it stands in the source."""

    document: Document
    labels: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]  # in the order of the text, none over another
    reach: int = 0  # where the last span ends of this clause and of all before it


def _clauses(looked: Sequence[Sight]) -> list[_Clause]:
    """What was seen in each clause, in the order of the text."""
    clauses = (
        _Clause(
            sight.place.block.document,
            tuple(one.label for one in sight.seen),
            tuple(sight.source(one.start, one.end) for one in sight.seen),
        )
        for sight in _each_clause(looked)
        if sight.seen
    )
    ordered = sorted(clauses, key=lambda clause: clause.spans[0])
    reaches = accumulate((clause.spans[-1][1] for clause in ordered), max)
    return [replace(clause, reach=reach) for clause, reach in zip(ordered, reaches, strict=True)]


def _naming(doubt: Doubt, clauses: Sequence[_Clause]) -> Doubt:
    """The doubt, with the people, bodies and posts that were seen in its passage."""
    if doubt.code != UNREAD:
        return doubt
    names: dict[str, None] = {}
    start, end = doubt.evidence.start, doubt.evidence.end
    for index in range(bisect_left(clauses, end, key=lambda clause: clause.spans[0][0]) - 1, -1, -1):
        clause = clauses[index]
        if clause.reach <= start:
            break
        first, last = bisect_left(clause.spans, (start,)), bisect_left(clause.spans, (end,))
        inside = [nth for nth in range(first, last) if clause.spans[nth][1] <= end]
        if any(clause.labels[nth] in {PERSON, ORG} for nth in inside):
            names = {clause.document.printed(*clause.spans[nth]): None for nth in inside} | names
    if not names:
        return doubt
    return replace(doubt, code=SEEN, values={**doubt.values, "seen": "、".join(list(names)[:MOST_NAMED])})
