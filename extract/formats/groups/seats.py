"""Seats of a group: which words name them, what relation each gives, and the facts of those who sit there.

组长 → leads · 常务副组长 → assists · 成员, 成员单位 → member_of · 组长单位 → leads (a body)
the office's 主任 → leads the group, role 办公室主任; its 副主任 → assists, role 办公室副主任
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.clean import Text
from extract.document import Document, as_read
from extract.facts import Doubt, Evidence, Fact, Kind, Party, Qualifiers, Relation
from extract.lexicon import any_of, words_of
from extract.lexicon.alternatives import alternatives
from extract.names.offices.office import Office
from extract.names.persons.titled import Titled, evidence_of, holds
from extract.names.units import Unit

RELATION_OF_SEAT = {
    word: relation
    for section, relation in (
        ("lead", Relation.LEADS),
        ("assist", Relation.ASSISTS),
        ("member", Relation.MEMBER_OF),
        ("unit_lead", Relation.LEADS),
    )
    for word in words_of("groups", section)
}
UNIT_SEATS = frozenset(words_of("groups", "unit_lead")) | {w for w in RELATION_OF_SEAT if w.endswith("单位")}
SEAT = alternatives(sorted(RELATION_OF_SEAT, key=len, reverse=True))
OFFICE_SEAT = rf"(?:(?:{any_of('groups', 'deputy_rank')})?副)?主任"
RUN_TOGETHER = re.compile(
    r"[局厅院校处科]长(?!办)[^)]{3,}|主任(?!办|医)[^)]{3,}|书记(?!处|办)[^)]{3,}"
)  # two entries without a border
OWN_OFFICES = frozenset(f"{word}办公室" for word in ("领导小组", "小组", "指挥部", "委员会", "组委会", "专班"))
OFFICE_POST = re.compile(OFFICE_SEAT)
OWN_OFFICE_TOO = ("兼办公室", "兼任办公室")  # before a post, in the list of a group
BESIDE = ("兼", "兼任")  # 兼领导小组办公室主任
ABOVE = re.compile(f"{any_of('groups', 'above')}")  # beside one of these a plain 指挥 is a deputy
CONTACTS = ("联络员", "联络人")  # of the group, wherever they are printed
PLAIN_MEMBER = {"小组成员": "成员", "专班成员": "成员"}


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat as printed; `relation` is that of a person who sits there; `span`: source span of the word."""

    role: str
    relation: Relation
    span: tuple[int, int]
    office: bool = False

    @property
    def for_units(self) -> bool:
        """Whether only bodies sit here: 成员单位, 组长单位."""
        return self.role in UNIT_SEATS


def seat_of(word: str, span: tuple[int, int], office: bool = False) -> Seat:
    """The seat of a printed word; `office`: a seat of the group's office (主任 → 办公室主任)."""
    if word.startswith("办公室"):
        word, office = word.removeprefix("办公室"), True
    relation = RELATION_OF_SEAT.get(word, Relation.MEMBER_OF)
    if office and relation is not Relation.MEMBER_OF:
        return Seat("办公室" + word, relation, span, True)
    return Seat(PLAIN_MEMBER.get(word, word), relation, span, office)


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who sits in a group's seat: what is the same for every holder of it."""

    document: Document
    group: Party
    date: str | None
    seat: Seat
    mode: str | None = None

    def person(self, text: Text, held: Titled) -> Iterator[Fact | Doubt]:
        """The seat of a person, and the offices of the title beside the name."""
        name = text.span(held.name_start, held.name_end)
        entry = [name]
        if held.offices:
            entry.append((text.offsets[held.offices[0].post_start], text.offsets[held.offices[-1].post_end - 1] + 1))
        if not (self.seat.office and self.seat.relation is Relation.MEMBER_OF and self.seat.role not in CONTACTS):
            yield Fact(
                self._relation(),
                self.document.party(Kind.OFFICIAL, *name),
                self.group,
                self._evidence(name, entry[1:]),
                "groups.office" if self.seat.office else "groups.seats",
                role=self.seat.role,
                date=self.date,
                qualifiers=Qualifiers(mode=self.mode),
            )
        offices = [office for office in held.offices if not self._is_its_office(text, office)]
        for office in held.offices:
            if self._is_its_office(text, office):
                yield self._in_its_office(text, name, office)
        whole = tuple(office for office in offices if not RUN_TOGETHER.search(office.body))
        yield from holds(self.document, text, replace(held, offices=whole), self.date, "groups.titles")
        for office in offices:
            if office not in whole and office.body_start is not None:
                yield self.doubt(text, office.body_start, office.post_end, "neither_person_nor_body")

    def _is_its_office(self, text: Text, office: Office) -> bool:
        """Whether a post beside a name is one of the group's own office: 县统计局局长(兼|领导小组办公室主任|), 县统计局局长,兼|办公室主任."""
        own = office.body in OWN_OFFICES or office.body == f"{as_read(self.group)}办公室"
        own = own or text.text.endswith(OWN_OFFICE_TOO, 0, office.post_start)
        return own and OFFICE_POST.fullmatch(office.post) is not None

    def _in_its_office(self, text: Text, name: tuple[int, int], office: Office) -> Fact:
        post = text.span(office.post_start, office.post_end)
        seat = seat_of(office.post, post, office=True)
        start = office.post_start if office.body_start is None else office.body_start
        return Fact(
            seat.relation,
            self.document.party(Kind.OFFICIAL, *name),
            self.group,
            evidence_of(self.document, [name, post], name[0]),
            "groups.office",
            role=seat.role,
            date=self.date,
            qualifiers=Qualifiers(mode="兼任" if self._is_beside(text, office, start) else None),
        )

    def _is_beside(self, text: Text, office: Office, start: int) -> bool:
        return text.text.endswith(BESIDE, 0, start) or text.text.endswith(OWN_OFFICE_TOO, 0, office.post_start)

    def _relation(self) -> Relation:
        """What a person in the seat does: a 指挥 leads, but assists where a 总指挥 or 指挥长 stands over it."""
        deputy = self.seat.role == "指挥" and ABOVE.search(self.document.text)
        return Relation.ASSISTS if deputy else self.seat.relation

    def unit(self, text: Text, unit: Unit) -> Iterator[Fact]:
        """The seat of a body of a list; one that a shared tail completes is quoted where its own words stand."""
        span = text.span(unit.start, unit.end)
        whole = unit.has_offsets
        yield from self.body(self.document.party(unit.kind, *span) if whole else Party(unit.kind, unit.name), span)

    def body(self, party: Party, at: tuple[int, int] | None = None) -> Iterator[Fact]:
        """The seat of a body: a member whatever the seat below the head; a head only where the seat is one of bodies."""
        if self.seat.office or (party.start is None and party.end is not None):
            return
        relation = Relation.MEMBER_OF
        if self.seat.relation is Relation.LEADS:
            if not (self.seat.for_units or self.seat.role.endswith(("单位", "部门"))):
                return
            relation = Relation.LEADS
        span = at or self.seat.span
        if party.start is not None and party.end is not None:
            span = (party.start, party.end)
        yield Fact(
            relation,
            party,
            self.group,
            self._evidence(span, []),
            "groups.units",
            role=self.seat.role,
            date=self.date,
        )

    def _evidence(self, holder: tuple[int, int], title: list[tuple[int, int]]) -> Evidence:
        """The holder with the seat's word, or with the group's name where the word stands too far away."""
        evidence = evidence_of(self.document, [holder, self.seat.span, *title], holder[0])
        group = (self.group.start, self.group.end)
        if evidence.start <= self.seat.span[0] < evidence.end or group[0] is None or group[1] is None:
            return evidence
        return evidence_of(self.document, [holder, *title, (group[0], group[1])], holder[0])

    def doubt(self, text: Text, start: int, end: int, code: str) -> Doubt:
        """A doubt about what stands in the seat."""
        return Doubt(self.document.evidence(*text.span(start, min(end, start + 280))), "groups.seats", code)
