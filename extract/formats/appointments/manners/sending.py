"""A person and the body first: 选派丁某同志到白石村任第一书记, 丁某同志到县农业农村局挂任副局长, 安山集团由丁某同志任董事长.

In:  one part of a clause of a personnel notice
Out: who is sent, the posts there, the verb and the span of the post; None where no body or no post stands there
"""

import re
from typing import NamedTuple

from extract.facts import Kind
from extract.formats.appointments.clauses import names_in
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN
from extract.names.offices.office import Office
from extract.names.offices.posts import is_bare_post
from extract.names.offices.titles import offices
from extract.names.people import NAME_LENGTHS, is_person_name

SENT_AS = re.compile(
    rf"""(?P<name>[{HAN}·]{{2,12}}?)(?:\([^()]{{1,12}}\))?(?:同志)?(?:[转调改]?[到赴往]|调(?![整动任]))   # 丁某同志到
    (?P<body>[^,;。、()]{{2,24}}?)                                              # 白石村
    (?P<verb>{any_of("appointments", "lent")}|{any_of("appointments", "holds")}|任)(?![命职免期务])(?P<post>[^,;。]{{2,30}})  # 任第一书记""",
    re.VERBOSE,
)
# 安山集团有限公司|由丁某同志|任董事长: the body first
HEADED_BY = re.compile(
    rf"""(?P<body>[^,;。、()由]{{3,40}})由(?P<name>[{HAN}·]{{2,12}}?)(?:同志)?     # 安山集团由丁某同志
    (?P<verb>{any_of("appointments", "holds")}|任)(?![命职免期务])(?P<post>[^,;。]{{2,16}})                # 任董事长
    """,
    re.VERBOSE,
)
OF_GROUP = re.compile(any_of("decisions", "of_group"))  # whose seats are read elsewhere
VILLAGE = re.compile(rf"[{HAN}]{{1,8}}(?:村|社区)$")
Spans = tuple[tuple[int, int], ...]


class Sent(NamedTuple):
    """Those sent, the posts that they take, the verb, and where the post stands."""

    names: Spans
    offices: list[Office]
    verb: str
    title: tuple[int, int]


def sent_as(text: str, start: int, end: int) -> Sent | None:
    """Who is sent to serve as what."""
    match = SENT_AS.fullmatch(text, start, end)
    if match is None and (headed := HEADED_BY.fullmatch(text, start, end)) and not OF_GROUP.search(headed["body"]):
        match = headed
    if match is None:
        return None
    kind = kind_of_body(match["body"]) or (Kind.DEPARTMENT if VILLAGE.match(match["body"]) else None)
    names = (names_in(text, *match.span("name")) or _called(text, *match.span("name"))) if kind else ()
    if kind is None or not names:
        return None
    left, right = match.span("body")
    posts = offices(text, *match.span("post"), Office(left, right, match["body"], kind, "", left, left))
    return Sent(names, posts, match["verb"], match.span("post")) if posts else None


def _called(text: str, start: int, end: int) -> Spans:
    """The name before a bare post that stands for 同志: 丁某副场长|调白石农场任场长."""
    for length in NAME_LENGTHS:
        if is_person_name(text[start : start + length]) and is_bare_post(text, start + length, end):
            return ((start, start + length),)
    return ()
