"""Who works in an office of a house, on the page that tells how each is reached: post, name, room and telephone one below another.

In:  教学办公室 / 教务秘书 / 石磊 / 明理楼302室 / 8123 0000 / 主任 / 尹青 / …
Out: holds(石磊 → 教学办公室, 教务秘书), holds(尹青 → 教学办公室, 主任), …

Two entries at least, each with a room, a number or an address below the name, make such a page.
"""

import re
from collections.abc import Iterator, Sequence

from extract.document import Block, Notice
from extract.facts import Fact, Kind, Party, Relation
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import HAN
from extract.names.offices.posts import is_bare_post
from extract.names.people import is_person_name

RULE = "establishment.directory"
LEAST = 2  # entries
LONGEST_POST, LONGEST_NAME, LONGEST_SECTION, LONGEST_REACH = 20, 12, 20, 60  # characters
POST = re.compile(rf"[{HAN}/、]{{0,12}}?(?:{any_of('organs', 'clerk')})")
REACHED = re.compile(r"\d{3,}|@|室$")  # 明理楼302室, 8123 0000


def directory(notice: Notice) -> Iterator[Fact]:
    """The holders of posts whom a page of offices lists with room and number."""
    blocks = [block for block in notice.blocks if not block.is_row]
    entries = [index for index in range(len(blocks) - 2) if _is_entry(blocks, index)]
    section: Party | None = None
    first = 0
    for index in entries if len(entries) >= LEAST else ():
        for block in blocks[first:index]:
            if _section(block) or REACHED.search(block.text.text) is None:
                section = _section(
                    block
                )  # 校区管理组 that cannot be told: the entries below it are not lent to the one above
        first = index + 3
        if section is not None:
            yield _held(notice, blocks[index], blocks[index + 1], section)


def _is_entry(blocks: Sequence[Block], index: int) -> bool:
    """Whether a post, a name and how the person is reached begin at a block."""
    post, name, reached = (block.text.text for block in blocks[index : index + 3])
    if not 2 <= len(post) <= LONGEST_POST or len(name) > LONGEST_NAME or len(reached) > LONGEST_REACH:
        return False
    if REACHED.search(reached) is None or not is_person_name(name):
        return False
    return is_bare_post(post, 0, len(post)) or POST.fullmatch(post) is not None


def _section(block: Block) -> Party | None:
    """The office that a line names and nothing else."""
    name = block.text.text
    if not 3 <= len(name) <= LONGEST_SECTION or is_aggregate(name) or kind_of_body(name) is not Kind.DEPARTMENT:
        return None
    return block.party(Kind.DEPARTMENT, 0, len(name))


def _held(notice: Notice, post: Block, name: Block, section: Party) -> Fact:
    person = name.party(Kind.OFFICIAL, 0, len(name.text))
    evidence = notice.document.evidence(post.start, name.end, at=person.start)
    return Fact(Relation.HOLDS, person, section, evidence, RULE, post.text.text, notice.dated)
