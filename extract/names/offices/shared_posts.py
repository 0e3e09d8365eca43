"""One post of several groups: 县防汛抗旱指挥部、县森林防灭火指挥部副总指挥 names two seats.

In:  a title as printed
Out: an Office a group and post; an empty list where the title is not of groups, or each has a post of its own
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.clean import parts_between
from extract.facts import Kind
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.offices.courts import COURT, court_of
from extract.names.offices.office import Office
from extract.names.offices.titles import offices

JOINTS = "和及与"
OF_COURTS = ("审判员", "检察员", "陪审员", "书记员")
OF_HOUSES, NO_HOUSES = ("院长", "检察长"), ("政府", "委", "人大", "常委会", "政协")  # 石磊当选县长,尹青当选|检察长
POST_JOINED = re.compile(
    rf"的?(?:{any_of('appointments', 'post_noun')})(?:\([^()]*\))?(?:[、,和及]|以及)"
)  # 党组成员职务、三级调研员职级


def joined_posts(text: str, start: int, end: int) -> list[Office]:
    """The posts of a title that closes each with 职务 or 职级; a later bare one is of the first one's body."""
    left, posts = start, list[Office]()
    for joint in POST_JOINED.finditer(text, start, end):
        posts += offices(text, left, joint.start(), posts[0] if posts else None)
        left = joint.end()
    return posts + offices(text, left, end, posts[0] if posts else None)


def posts_beside(text: str, start: int, end: int, body: Office) -> list[Office]:
    """The posts of a title that names no body, of the one named before; 人民陪审员 and the like only where that is a court."""
    is_court = COURT.search(body.body) is not None or court_of(body.body) is not None
    foreign = (*OF_COURTS, *OF_HOUSES) if body.body.endswith(NO_HOUSES) else OF_COURTS
    held = offices(text, start, end, body)
    return held if is_court else [office for office in held if not office.post.endswith(foreign)]


def seats_of_groups(text: str, start: int, end: int) -> list[Office]:
    """The seats of a title that lists groups and writes a shared post once."""
    seats: list[Office] = []
    waiting: list[tuple[int, int]] = []
    shared = False
    for left, right in _items(text, start, end):
        if kind_of_body(text[left:right]) is Kind.GROUP:
            waiting.append((left, right))
            continue
        held = offices(text, left, right)
        if not held or held[0].kind is not Kind.GROUP or len(held) != 1:
            return []
        for body in waiting:
            name = text[slice(*body)]
            seats.append(replace(held[0], body_start=body[0], body_end=body[1], body=name, kind=Kind.GROUP))
        shared = shared or bool(waiting)
        waiting = []
        seats.extend(held)
    return seats if shared and not waiting else []


def posts_of_several(text: str, start: int, end: int) -> list[Office]:
    """The offices of bodies of one sort that share a post written once: 县教育局、县科技局局长, 组织部、统战部部长."""
    parts = list(parts_between(text, start, end, "、"))
    held = offices(text, *parts[-1]) if len(parts) > 1 else []
    if len(held) != 1 or held[0].body_start != parts[-1][0] or held[0].kind is not Kind.DEPARTMENT:
        return []
    sort = held[0].body[-1]
    bodies = [(left, right, text[left:right]) for left, right in parts[:-1]]
    if not all(name[-1:] == sort and kind_of_body(name) is Kind.DEPARTMENT for _, _, name in bodies):
        return []
    before = [replace(held[0], body_start=left, body_end=right, body=name) for left, right, name in bodies]
    return [*before, *held]


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items between 、, one divided at 和 where a seat ends before it."""
    for left, right in parts_between(text, start, end, "、"):
        for index in range(left + 2, right - 2):
            if text[index] in JOINTS and (offices(text, left, index) or kind_of_body(text[left:index]) is Kind.GROUP):
                yield left, index
                left = index + 1
                break
        yield left, right
