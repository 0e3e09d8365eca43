"""Persons inside one running sentence, each with duties: 主任王某同志主持…;副主任李某同志分管….

In:  a line that does not begin with a name line. Out: each person's head, and where that person's duties end.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.clean import Text
from extract.formats.divisions.heads import Head, head_of
from extract.formats.divisions.house import House
from extract.formats.divisions.verbs import FIRST_VERB, opens_duty
from extract.names.offices import moved

CLAUSE = re.compile(r"(?:^|(?<=[,;。:]))(?P<clause>[^,;。:]{3,60})")


def sections_of(text: Text, house: House) -> Iterator[tuple[Head, int]]:
    """The heads of the persons that a line names before their verbs, each with the end of its section."""
    chars = text.text
    heads: list[Head] = []
    for match in CLAUSE.finditer(chars):
        verb = FIRST_VERB.search(chars, match.start() + 2, match.end())
        if verb is None or opens_duty(chars, match.start()):
            continue
        part = text.part(match.start(), len(text)) if match.start() else text
        head = head_of(part, house)
        if head is None or head.body > verb.start() - match.start() + 1 or not opens_duty(part.text, head.body):
            continue
        heads.append(_moved(head, match.start()))
    for index, head in enumerate(heads):
        stop = heads[index + 1].start if index + 1 < len(heads) else len(chars)
        yield head, stop


def _moved(head: Head, by: int) -> Head:
    person = head.person
    if person is not None:
        person = replace(
            person,
            name_start=person.name_start + by,
            name_end=person.name_end + by,
            offices=tuple(moved(office, by) for office in person.offices),
        )
    return Head(person, head.body + by, head.start + by, head.end + by)
