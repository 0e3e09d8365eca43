"""The post with which a title ends, and where the name of its body would end.

In:  区人民政府常务副区长 · 教育局长 · 东岭村支书
Out: 常务副区长 after 区人民政府 · 局长 after 教育局 (局 is said once) · 支书 after 东岭村
"""

import re
from dataclasses import dataclass

from extract import lexicon
from extract.lexicon import any_of
from extract.lexicon.alternatives import alternatives
from extract.lexicon.signs import sign_of
from extract.names.bodies import ends_like_body
from extract.names.marks import NUMERAL
from extract.slotted import slotted

HEADS = {word: entry.body for entry in lexicon.heads() for word in entry.words}
NO_PLACE = re.compile(rf".*(?:{any_of('posts', 'no_place')})")  # 群众反映|镇长
NOT_POSTS = tuple(lexicon.not_posts())
ORGAN_OF = {word: entry.organ for entry in lexicon.posts() for word in entry.words}
POSTS = frozenset(HEADS) | frozenset(ORGAN_OF)
MAY_POST = sign_of(re.compile(alternatives(POSTS)))  # a post stands in a text
# how long posts are that end in the same two characters, the longest first
LENGTHS = {
    end: sorted({len(post) for post in POSTS if post[-2:] == end}, reverse=True)
    for end in {post[-2:] for post in POSTS}
}
MODIFIERS: dict[str, tuple[str, ...]] = {
    last: tuple(sorted((w for w in lexicon.modifiers() if w[-1] == last), key=len, reverse=True))
    for last in {word[-1] for word in lexicon.modifiers()}
}
NO_WHOLE_BODIES = ("公安", "消防", "烟草", "邮政")  # 市公安局长 = 市公安局 + 局长
OF_VILLAGE = ("村支书", "村主任")
DASHES = "-—－–"
CLERK = "秘书"
SCHOOLS = "中小"  # 县一中校长, 实验二小校长: the body ends before 校
# 我校新一任校长, 县审计局首任局长, 县政府分管副县长: how manieth in the post, or which of several, no part of the body
MANIETH = re.compile(rf"(?:{any_of('persons', 'manieth')}|第[{NUMERAL}\d]{{1,3}}[任届])$")


@slotted
@dataclass(frozen=True, slots=True)
class Post:
    """A post found at the end of a segment; `body_end` is where its body would end."""

    start: int
    end: int
    body_end: int
    head: str


def post_at_end(text: str, left: int, right: int) -> Post | None:
    """The longest known post that text[left:right] ends with, with its modifiers."""
    for length in LENGTHS.get(text[right - 2 : right], ()) if right - left > 1 else ():
        head = text[right - length : right]
        if length > right - left or head not in POSTS:
            continue
        start = _with_modifiers(text, left, right - length)
        if head == CLERK and post_at_end(text, left, start) is not None:
            return None  # 县长|秘书: who serves the head holds neither post
        if manieth := MANIETH.search(text, left, start):
            return Post(start, right, manieth.start(), head)
        village = head in OF_VILLAGE and start > left and start == right - length
        if village and text[start - 1] != "村" and not ends_like_body(text[left:start]):
            return Post(start + 1, right, start + 1, head[1:])  # 东岭村|支书
        if text[start - 1] in DASHES and start - 1 > left:
            return Post(start, right, start - 1, head)  # 安山县文化馆-馆长
        body_end = start
        organ = ORGAN_OF.get(head, "")
        plain = start == right - length
        if organ == "队" and plain and len(head) == len("大队长") and not text.endswith("队", left, start):
            return Post(
                start, right, start + len("大队") if start > left else start, head
            )  # 交警大队长 = 交警大队 + 大队长
        whole = ends_like_body(text[left:start]) and not (organ == "局" and text.endswith(NO_WHOLE_BODIES, left, start))
        named = organ and text.endswith(organ, left, start)  # 疫情防控指导组组长: of a body of no known kind
        if organ and plain and start > left and not (whole or named) and text[start - 1] not in SCHOOLS:
            body_end = start + len(organ)  # 教育局长 = 教育局 + 局长
        return Post(start, right, body_end, head)
    return None


def is_bare_post(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a post and nothing else: 副大队长, 局长."""
    post = post_at_end(text, start, end)
    return post is not None and post.start == start


def _with_modifiers(text: str, left: int, start: int) -> int:
    while start > left:
        for word in MODIFIERS.get(text[start - 1], ()):
            if start - len(word) >= left and text.startswith(word, start - len(word)):
                start -= len(word)
                break
        else:
            break
    return start


def runs_into_word(text: str, end: int) -> bool:
    """Whether a word runs over what ends like a post at `end`: 青禾区长|江路, 办理事|项."""
    return text.startswith(NOT_POSTS, end - 1) or text.startswith(NOT_POSTS, end - 2)
