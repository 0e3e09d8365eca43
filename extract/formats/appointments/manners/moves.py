"""News of moves: a post that passes from one person to another.

In:  one part of a clause: 县林业局局长由副县长丁某兼任 · 县水利局局长丁某已卸任 · 由副局长石某接任 · 尹某接替退休的吴某
Out: who takes or leaves which post; nothing where the post or the person cannot be told
"""

import re
from typing import NamedTuple

from extract.facts import Kind, Relation
from extract.formats.appointments.clauses import names_in
from extract.lexicon import any_of
from extract.names.marks import HAN
from extract.names.offices.office import Office, moved
from extract.names.offices.posts import is_bare_post
from extract.names.offices.titles import offices
from extract.names.people import is_person_name
from extract.names.persons.holders import Holder, holders

# 县林业局局长(一职)|由|副县长丁某(同志)|兼任
PASSES_TO = re.compile(
    rf"""
    (?P<title>[^,;。:由]{{3,40}}?)(?<!办主任)(?<!办公室主任)(?<!组长)一?职?务?(?P<when>[现原])?由  # 县林业局局长一职由
    (?P<who>[^,;。:]{{2,40}}?)(?:同志)?(?P<verb>{any_of("decisions", "taken_up")})$     # 副县长丁某兼任
    """,
    re.VERBOSE,
)
# 县水利局局长丁某|已卸任
HAS_LEFT = re.compile(
    rf"""
    (?P<who>[^,;。:]{{5,40}}?)(?:同志)?(?:{any_of("decisions", "newly")})*  # 县水利局局长丁某已
    (?:{any_of("decisions", "quits")})$                                      # 卸任
    """,
    re.VERBOSE,
)
# (职务)由|副局长石某|接任, after who has left
TAKES_OVER = re.compile(
    rf"""
    (?:(?<=由)|(?:其?职务)?(?:现?在|目前)?改?由)(?P<who>[^,;。:]{{2,40}}?)(?:同志)?  # 由副局长石某
    (?:{any_of("decisions", "taken_up")})$                        # 接任
    """,
    re.VERBOSE,
)
TAKES_UP = rf"(?:{any_of('decisions', 'taken_up')})"
NEXT_TAKES = re.compile(rf"由[^,;。:由]{{2,40}}?{TAKES_UP}(?=[,;。]|$)")
# 尹某|接替退休的吴某|,出任…; not where the post is told beside it: 尹某接替吴某担任县水利局局长
REPLACES = re.compile(
    rf"""
    (?P<name>[{HAN}·]{{2,6}}?)接替  # 尹某接替
    (?!其|[^,;。]{{2,20}}?(?:{TAKES_UP}|(?:任(?![命职免期务])|为)[^,;。]{{3}}))[^,;。]{{2,30}}$  # 退休的吴某
    """,
    re.VERBOSE,
)
# 林某尚未|卸任, 尹某将|接替退休的吴某: what is not, or is only to be; and what is judged: …|是合适的
UNSETTLED = re.compile(
    rf"""
    (?:{any_of("decisions", "not_yet")})(?:{any_of("decisions", "newly")})*  # 尚未正式
    (?:由[^,;。:由]{{2,20}}?)?                                               # 将由副县长丁某
    (?:{any_of("decisions", "quits", "taken_up")}|辞去)                      # 卸任
    | 是(?:{any_of("decisions", "judged")})的                                # 石某任县长|是合适的
    """,
    re.VERBOSE,
)
# 过去,县林业局局长|由…兼任 · 2019年,县林业局局长|由…兼任: of another time, and no day
PAST = rf"(?:{any_of('decisions', 'in_the_past')}|(?<!\d)(?:19|20)\d\d年(?!\d))"
OF_THE_PAST = re.compile(PAST)
IN_THE_PAST = re.compile(rf"{PAST}[^,;。:]{{0,4}},$")
LONGEST_PAST = 12  # characters of the words that tell the time before a part
# 县教育局党组书记一职|仍由其担任
KEPT_BY = re.compile(rf"[^,;。:由]{{3,40}}?由(?:其|他|她)(?:{any_of('decisions', 'taken_up')})$")
Span = tuple[int, int]


class Move(NamedTuple):
    """Who takes or leaves which posts, by which verb, and where the posts stand."""

    name: Span
    offices: list[Office]
    relation: Relation
    verb: str
    title: Span


def move(text: str, start: int, end: int, above: tuple[Office, ...]) -> Move | None:
    """The move that text[start:end] tells; `above`: the posts of whom the clause has just said that he left."""
    told = PASSES_TO.match(text, start, end)
    posts = offices(text, _after_time(text, told), told.end("title")) if told else []
    if told and (posts or not above):
        who = _who(text, *told.span("who"))
        if who is None or not posts or any(post.kind is Kind.GROUP for post in posts):
            return None
        return Move(who, posts, Relation.APPOINTED, told["verb"], told.span("title"))
    if told := HAS_LEFT.match(text, start, end):
        held = _holder(text, *told.span("who"))
        if held is None:
            return None
        first = held.offices[0]
        begin = first.post_start if first.body_start is None else first.body_start
        return Move(_name(held), list(held.offices), Relation.DISMISSED, "卸任", (begin, held.offices[-1].post_end))
    told = TAKES_OVER.match(text, start, end) if above else None
    who = _who(text, *told.span("who")) if told else None
    if told is None or who is None:
        return None
    return Move(who, list(above), Relation.APPOINTED, "接任", (who[1], end))


def _after_time(text: str, told: re.Match[str]) -> int:
    """Where a title begins after the words of the time that it was held: 过去|县林业局局长由…."""
    past = OF_THE_PAST.match(text, *told.span("title"))
    return past.end() if past else told.start("title")


def waiting_posts(text: str, start: int, end: int) -> list[Office]:
    """The posts of a part that is a title alone, where the next part says who takes them: 安山集团总裁|,由尹青出任."""
    if not text.startswith(",由", end) or NEXT_TAKES.match(text, end + 1) is None:
        return []
    posts = offices(text, start, end)
    return posts if posts and posts[-1].post_end == end and posts[0].body_start == start else []


def is_unsettled(text: str, start: int, end: int) -> bool:
    """Whether a part tells of a move that has not come, or of a post that is kept: 林某尚未卸任, 尹某将接替吴某, 仍由其担任."""
    return UNSETTLED.search(text, start, end) is not None or KEPT_BY.match(text, start, end) is not None


def is_of_the_past(text: str, start: int, end: int) -> bool:
    """Whether the post that a part says passes to somebody did so at another time: 过去,县林业局局长由丁某兼任."""
    told = PASSES_TO.match(text, start, end)
    if told is None:
        return False
    if told["when"] == "原":
        return True
    within = OF_THE_PAST.search(text, start, told.start("who"))
    return (within or IN_THE_PAST.search(text, max(0, start - LONGEST_PAST), start)) is not None


def replaced_by(text: str, start: int, end: int) -> Span | None:
    """Who takes a post that the next part names: 尹某接替退休的吴某|,出任…."""
    told = REPLACES.match(text, start, end)
    names = names_in(text, *told.span("name")) if told else ()
    return names[0] if names else None


def _who(text: str, start: int, end: int) -> Span | None:
    """A name alone or after its title."""
    if is_person_name(text[start:end]):
        return start, end
    if held := _holder(text, start, end):
        return _name(held)
    names = [end - length for length in (3, 2) if is_person_name(text[end - length : end])]
    return next(((name, end) for name in names if is_bare_post(text, start, name)), None)  # 副局长|石某


def _holder(text: str, start: int, end: int) -> Holder | None:
    """The one person whom text[start:end] ends with, after a title."""
    part = text[start:end]
    held = [holder for holder in holders(part, 0, len(part)) if holder.name_end == len(part)]
    if len(held) != 1:
        return None
    posts = tuple(moved(office, start) for office in held[0].offices)
    return Holder(held[0].name_start + start, held[0].name_end + start, posts)


def _name(held: Holder) -> Span:
    return held.name_start, held.name_end
