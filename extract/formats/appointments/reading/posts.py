"""The posts of a title in the light of what stands before it: whose body a bare post shares.

In:  副局长 after 任A局局长, 主席 after 选举产生了B委员会, 书记 in a committee's own notice   Out: offices with their bodies
"""

import re
from dataclasses import replace

from extract.formats.appointments.manners.elections import sentence_of
from extract.formats.appointments.reading.state import Setting, State
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.offices.office import Office
from extract.names.offices.shared_posts import joined_posts, posts_beside, posts_of_several, seats_of_groups
from extract.names.offices.titles import offices
from extract.names.own_posts import council_seat, own_office, own_offices
from extract.names.persons.organs import printed_organs

OF_ZONE = re.compile(rf"(?:{any_of('appointments', 'zone_organ')})$")
# 任县水利局局长,免去其管委会主任职务: of a zone that is not named, not of the bureau
NO_ZONE = re.compile(rf"(?:[局厅办院校]|(?<!工)委|{any_of('decisions', 'no_zone')})(?:党组|党委)?$")
BESIDE = re.compile(r"\(兼任?(?P<title>[^()]{4,30})\)")  # 任州政府副秘书长(兼州政府办公室主任)


def posts_of(setting: Setting, state: State, start: int, end: int) -> list[Office]:
    """The posts of a title; a bare one shares the body of the clause's first."""
    text = setting.text
    if state.sent is not None:
        return offices(text, start, end, state.sent)
    if shared := seats_of_groups(text, start, end):
        return shared
    posts = joined_posts(text, start, end) or posts_of_several(text, start, end)
    for beside in BESIDE.finditer(text, start, end) if posts else ():
        posts = posts + offices(text, *beside.span("title"))
    if not posts and state.elected is not None and state.labelled is None:
        nearer = _named_in_sentence(setting, state, start)
        posts = posts_beside(text, start, end, nearer) if nearer else offices(text, start, end, state.elected)
    if not posts and state.body is not None and (setting.ledger.said or _same_sentence(setting, state, start)):
        posts = _apart(posts_beside(text, start, end, state.body), state.body, text, start)
    if not posts and state.founded is not None:
        posts = offices(text, start, end, state.founded)
    posts = posts or own_offices(setting.own, text, start, end)
    posts = posts or council_seat(text, start, end)
    posts = posts or (own_office(text, start, end) if setting.is_personnel else [])
    return posts or list(printed_organs(text, start, end))  # 党委书记 of nobody's that is told


def _apart(posts: list[Office], before: Office, text: str, start: int) -> list[Office]:
    """The posts of a bare title; 党工委 or 管委会 is no organ of the bureau or committee named before, and stays as printed."""
    if said_again := OF_ZONE.search(before.body):  # 任高新区管委会主任,免去其管委会副主任职务
        twice = before.body + said_again[0]
        return [replace(post, body=before.body) if post.body == twice else post for post in posts]
    if not NO_ZONE.search(before.body):
        return posts
    return [
        replace(
            post,
            body=organ[0],
            kind=kind_of_body(organ[0]) or post.kind,
            body_start=organ.start(),
            body_end=organ.end(),
        )
        if post.body_start is None and (organ := OF_ZONE.search(text, start, post.post_start))
        else post
        for post in posts
    ]


def _named_in_sentence(setting: Setting, state: State, start: int) -> Office | None:
    """The post named last, if the sentence at hand prints its body: 丁一当选为县纪委书记,石磊当选为|副书记."""
    if not state.above or state.above[-1].body_start is None:
        return None
    begin = sentence_of(setting.text, start, state.mode == "选举")
    return state.above[-1] if begin <= state.above[-1].body_start < start else None


def _same_sentence(setting: Setting, state: State, start: int) -> bool:
    """Whether the post named last stands in the sentence at hand: 甲任A大学校长;乙不再担任校长职务."""
    if not state.above:
        return False
    return sentence_of(setting.text, start, state.mode == "选举") < state.above[-1].post_start
