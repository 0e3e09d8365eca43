"""Tables whose columns are posts: 乡镇⇥党委书记⇥镇长, one body a row.

In:  乡镇⇥党委书记⇥镇长 / 青石镇⇥丁力⇥石磊
Out: holds(丁力, 书记 of 青石镇党委), holds(石磊, 镇长 of 青石镇人民政府)

What the header prints is quoted with the name; a row too far below it is a doubt.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract import lexicon
from extract.document import Block
from extract.facts import Doubt, Fact, Kind, Party, Relation
from extract.formats.titles.stated import LONGEST_QUOTE, RULE
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import HAN
from extract.names.offices.office import Office
from extract.names.offices.titles import offices
from extract.names.people import is_person_name
from extract.names.persons.after_title import MARKS_OF_PERSON
from extract.private import is_private

BODY_COLUMN = re.compile(rf"(?:{any_of('persons', 'body_column')})")
ANY_BODY = "青石镇"  # before which the word of a header shows whether it is a post
ORGANS = lexicon.party_organs() | {"", "人民政府", "人大", "村委会", "居委会", "村民委员会", "居民委员会"}
SEAT = re.compile(rf"(?:{any_of('persons', 'seat')})")  # of a group, not of the body of the row
NAMES = re.compile(rf"[{HAN}]{{2}}")
VILLAGES = ("村", "社区")
LEAST_POSTS = 2  # columns that make such a table; one alone may be anything


class Posts(NamedTuple):
    """A header whose columns are posts: the column of bodies, and the columns of posts with their words."""

    block: Block
    body: int
    columns: tuple[tuple[int, str], ...]


def posts_above(block: Block) -> Posts | None:
    """The header that a row is, if its columns are posts of the bodies in one of them."""
    cells = [cell.text for cell in block.cells]
    bodies = [index for index, cell in enumerate(cells) if BODY_COLUMN.fullmatch(cell)]
    if len(bodies) != 1:
        return None
    columns = tuple((index, cell) for index, cell in enumerate(cells) if _is_post(cell))
    return Posts(block, bodies[0], columns) if len(columns) >= LEAST_POSTS else None


def _is_post(word: str) -> bool:
    """Whether a header is a post that its body bears as printed: 党委书记; no 拟任书记, 组长, 负责人."""
    held = offices(f"{ANY_BODY}{word}", 0, len(ANY_BODY) + len(word)) if 1 < len(word) < 12 else []
    if len(held) != 1 or held[0].post_end != len(ANY_BODY) + len(word) or SEAT.fullmatch(word):
        return False
    return held[0].body.removeprefix(ANY_BODY) in ORGANS


def below_posts(block: Block, header: Posts) -> Iterator[Fact | Doubt]:
    """The posts that a row below such a header gives."""
    body = block.cells[header.body].text if header.body < len(block.cells) else ""
    if is_aggregate(body) or not (kind_of_body(body) or body.endswith(VILLAGES)):
        return
    starts = block.cell_starts()
    for column, word in header.columns:
        name = block.cells[column].text if column < len(block.cells) else ""
        mark = MARKS_OF_PERSON.search(name)
        end = starts[column] + (mark.start() if mark else len(name)) if name else 0
        held = offices(f"{body}{word}", 0, len(body) + len(word))
        if not name:
            continue
        if len(held) == 1 and is_person_name(block.text.text[starts[column] : end]):
            yield _fact(block, header, column, (starts[column], end), held[0])
        elif NAMES.search(name):
            yield block.doubt(
                starts[column], starts[column] + len(name), f"{RULE}.post_above", "neither_person_nor_body"
            )


def _fact(block: Block, header: Posts, column: int, span: tuple[int, int], office: Office) -> Fact | Doubt:
    start, end = span
    left = header.block.cells[column].offsets[0]
    right = block.text.span(start, end)[1]
    if right - left > LONGEST_QUOTE or is_private(block.document.text[left:right]):
        return block.doubt(start, end, f"{RULE}.far", "title_too_far")
    person = block.party(Kind.OFFICIAL, start, end)
    evidence = block.document.evidence(left, right, at=block.text.span(start, end)[0])
    return Fact(Relation.HOLDS, person, Party(office.kind, office.body), evidence, f"{RULE}.post_above", office.post)
