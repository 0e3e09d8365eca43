"""Those found in a seat as facts, and what stands beside them as doubts.

In:  the group, the seat, a text and who was found in it
Out: the facts of each person and body; a Doubt for a title without a name, for words that are neither, for a group without a name
"""

import re
from collections.abc import Iterator

from extract.clean import Text
from extract.document import Document
from extract.facts import Doubt, Fact, Kind, Party
from extract.formats.groups.seats import Seat, Sitting
from extract.names.marks import HAN_CHARACTER
from extract.names.offices.office import Office
from extract.names.own_posts import with_own_posts
from extract.names.persons.members import Members, concurrent
from extract.names.persons.titled import holds
from extract.names.units import Unit, unit_list

ORDERED = re.compile(r"\(?(?:按|以|排名)[^()]{2,16}\)?:?")  # 成员:(按姓氏笔画为序)
STAFF = re.compile(r"(?:工作|相关|有关)?人员")
CHIEF = "链长"  # answers for the chain that a heading names, where no group is at hand
LONGEST_QUOTE = 280


def seated(
    document: Document,
    group: Party | None,
    date: str | None,
    seat: Seat,
    text: Text,
    found: Members,
    mode: str | None = None,
    own: Office | None = None,
) -> Iterator[Fact | Doubt]:
    """The facts of those found in a seat; a doubt for what cannot be told. `own`: whose a bare title is."""
    if seat.for_units and found.persons and not any(person.offices for person in found.persons):
        listed = unit_list(text.text, 0, len(text))  # 东湖、西湖开发区管委会 are bodies where only bodies sit
        found = Members(units=listed.units, rest=listed.rest)
    if group is None:
        if seat.role.endswith(CHIEF):
            for person in found.persons:
                yield from holds(document, text, with_own_posts(own, text.text, person), date, "groups.titles")
        elif found.persons or found.units:
            yield Doubt(document.evidence(*clipped(text)), "groups.seats", "group_not_named")
        return
    if seat.office and concurrent(text.text, 0, len(text)):
        mode = "兼任"
    sitting = Sitting(document, group, date, seat, mode)
    for person in found.persons:
        yield from sitting.person(text, with_own_posts(own, text.text, person))
    for unit in found.units:
        if unit.kind is not Kind.OFFICIAL and not _is_of_person(text.text, found, unit):
            yield from sitting.unit(text, unit)
    for start, end in () if seat.office else found.titles:
        yield sitting.doubt(text, start, end, "title_without_name")
    for start, end in found.rest:
        if (
            not seat.office
            and not ORDERED.fullmatch(text.text, start, end)
            and len(HAN_CHARACTER.findall(text.text[start:end])) > 1
        ):
            yield sitting.doubt(text, start, end, "neither_person_nor_body")


def _is_of_person(text: str, found: Members, unit: Unit) -> bool:
    """Whether a body only tells where the person before it works: 白立言　县水利局|人员."""
    told = STAFF.match(text, unit.end) is not None
    return told and any(person.name_end == unit.start for person in found.persons)


def clipped(text: Text) -> tuple[int, int]:
    """The source span of a text, cut where a quote would be too long."""
    start, end = text.span(0, len(text))
    return start, min(end, start + LONGEST_QUOTE)
