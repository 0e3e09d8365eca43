"""A directory of who sits in which office: post, name, room and telephone, each on a line of its own, below the office.

In:  教务办公室 / 教学秘书 / 丁力 / 东楼302室 / 0000-1234567 / 实验秘书 / 石磊 / …
Out: holds(丁力, 教学秘书 of 教务办公室), holds(石磊, 实验秘书 of 教务办公室)

A line is an entry's only where a telephone closes it; one entry alone may be anything.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.document import Block, Notice
from extract.facts import Fact, Kind, Party, Relation
from extract.formats.titles.stated import RULE
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import HAN
from extract.names.offices.posts import post_at_end
from extract.names.people import is_person_name

PHONE = re.compile(r"(?:电话|联系电话|办公电话|Tel)?[:]?[+(]?\d[\d\-—() /+转]{5,24}")
POST = re.compile(rf"[{HAN}/、]{{2,16}}")
OF_STAFF = re.compile(rf"(?:{any_of('persons', 'of_staff')})$")
MOST_BETWEEN = 1  # lines between name and telephone: the room
LEAST_ENTRIES = 2
LONGEST_HOUSE = 16


class Entry(NamedTuple):
    """The indexes of the blocks of an entry: its post, the name below it, and the telephone that closes it."""

    post: int
    name: int
    phone: int


def directory(notice: Notice) -> list[Fact]:
    """The posts that a directory lists; [] of any other text."""
    entries = [*_entries(notice.blocks)]
    if len(entries) < LEAST_ENTRIES:
        return []
    facts: list[Fact] = []
    house: Block | None = None
    closed = -2
    for entry in entries:
        above = notice.blocks[entry.post - 1] if entry.post else None
        if closed != entry.post - 1:
            house = above if above is not None and _is_house(above) else None
        closed = entry.phone
        if house is not None:
            facts.append(_fact(notice, entry, house))
    return facts


def lines_of_entries(notice: Notice) -> frozenset[int]:
    """The ids of the blocks of a directory, which no other rule reads."""
    entries = [*_entries(notice.blocks)]
    lines = (index for entry in entries for index in range(entry.post, entry.phone + 1))
    return frozenset(id(notice.blocks[index]) for index in lines) if len(entries) >= LEAST_ENTRIES else frozenset()


def _entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    for index, block in enumerate(blocks):
        text = block.text.text
        if block.is_row or not text[-1:].isdigit() or not PHONE.fullmatch(text):
            continue
        for name in range(index - 1, max(0, index - 2 - MOST_BETWEEN), -1):
            if is_person_name(blocks[name].text.text):
                if not blocks[name].is_row and _is_post(blocks[name - 1]):
                    yield Entry(name - 1, name, index)
                break


def _is_post(block: Block) -> bool:
    """Whether a line is the post of somebody in an office: 教学秘书, 本科辅导员."""
    text = block.text.text
    if block.is_row or not POST.fullmatch(text):
        return False
    return OF_STAFF.search(text) is not None or post_at_end(text, 0, len(text)) is not None


def _is_house(block: Block) -> bool:
    text = block.text.text
    return not block.is_row and len(text) <= LONGEST_HOUSE and kind_of_body(text) is not None and not is_aggregate(text)


def _fact(notice: Notice, entry: Entry, house: Block) -> Fact:
    document = notice.document
    post, name = notice.blocks[entry.post].text, notice.blocks[entry.name].text
    start, end = name.span(0, len(name))
    body = house.party(kind_of_body(house.text.text) or Kind.DEPARTMENT, 0, len(house.text))
    evidence = document.evidence(post.offsets[0], end, at=start)
    person: Party = document.party(Kind.OFFICIAL, start, end)
    return Fact(Relation.HOLDS, person, body, evidence, f"{RULE}.directory", document.printed(*post.span(0, len(post))))
