"""Lines that name a body and, after a colon, who holds which post there: 市人民医院:院长丁某,党委书记石某,副院长林某、尹某.

In:  a paragraph. Out: holds for each person; nothing unless all that follows the colon is read so
"""

import re
from collections.abc import Iterator

from extract.clean import parts_between
from extract.document import Block
from extract.facts import Doubt, Fact
from extract.formats.titles.stated import RULE, facts_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import ENUMERATOR, HAN
from extract.names.offices.office import Office
from extract.names.offices.titles import offices
from extract.names.people import NAME_LENGTHS, is_person_name
from extract.names.persons.holders import Holder

LABELLED = re.compile(rf"(?:{ENUMERATOR})?(?P<body>[{HAN}()]{{3,24}}):(?P<held>[{HAN}、,;·]{{4,160}})[。;]?$")


def posts_of_body(block: Block, day: str | None) -> Iterator[Fact | Doubt]:
    """The posts that a line tells of the people of one body."""
    text = block.text.text
    line = LABELLED.match(text)
    kind = kind_of_body(line["body"]) if line and not is_aggregate(line["body"]) else None
    if line is None or kind is None:
        return
    left, right = line.span("body")
    base = Office(left, right, line["body"], kind, "", left, left)
    told: list[Holder] = []
    for start, end in _clauses(text, *line.span("held")):
        holders = _holders(text, start, end, base)
        if not holders:
            return
        told += holders
    for holder in told:
        yield from facts_of(block, holder, day, f"{RULE}.by_body")


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for left, right in parts_between(text, start, end, ","):
        yield from parts_between(text, left, right, ";")


def _holders(text: str, start: int, end: int, base: Office) -> list[Holder]:
    """A bare post and those who hold it: 副院长林某、尹某; empty where a clause is not written so."""
    items = list(parts_between(text, start, end, "、"))
    first, stop = items[0]
    for length in NAME_LENGTHS:
        cut = stop - length
        held = tuple(offices(text, first, cut, base)) if cut > first and is_person_name(text[cut:stop]) else ()
        if held and held[-1].post_end == cut and all(office.body.startswith(base.body) for office in held):
            names = [(cut, stop), *items[1:]]
            return [Holder(*name, held) for name in names] if all(is_person_name(text[a:b]) for a, b in names) else []
    return []
