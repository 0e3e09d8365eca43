"""The head of a life: a name, the title next to it, and who the person is.

In:  石磊，县水利局党组书记、局长。男，汉族，… · 石磊　县水利局局长 (a line above such a paragraph)
Out: holds(石磊 → 县水利局党组, 书记), holds(石磊 → 县水利局, 局长); nothing of the life, and no post of its course
"""

import re
from collections.abc import Iterator

from extract.document import Block, Notice
from extract.facts import Fact, Kind, Party, Relation
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.marks import HAN
from extract.names.offices.titles import offices
from extract.names.people import is_person_name

RULE = "titles.life"
# what says that a paragraph tells of a person: sex, nation, birth
LIFE = re.compile(
    rf"""
      [,。;](?:[男女][,。;性]|[^,。;]{{1,5}}族[,。;])      # ,男, · 。汉族,
    | [,。;](?:19|20)\d\d年(?:\d{{1,2}}月)?(?:出?生|,)   # ,1973年8月生
    | 生于(?:19|20)\d\d年
    | [,。;](?:{any_of("appointments", "life_told")}|先后(?:任|担任)|(?:在职)?(?:{any_of("divisions", "schooling")})[{HAN}]{{0,6}}[,。;])
    """,
    re.VERBOSE,
)
NAMED = re.compile(rf"(?P<name>[{HAN}·]{{2,12}})(?:\([^()]{{1,8}}\))?,(?P<title>[^,。;:]{{3,60}})(?=[,。;])")
SEX = re.compile(r"[男女](?:性)?$|族$|人$")
MAY_LIVE = sign_of(LIFE)
ALSO = re.compile(r"(?<=[。;])(?:现|并|同时)?兼任(?P<titles>[^。;]{4,120})")  # 曾任…。兼任安山县政协委员。
HEAD = 120  # characters in which a life begins
LONGEST_LINE = 60
LONGEST_QUOTE = 300


def lives(notice: Notice) -> Iterator[Fact]:
    """The posts that stand between a name and the life that follows, and on the line above that says the same."""
    above: Block | None = None
    for block in notice.blocks:
        if block.is_row:
            above = None
            continue
        match = (
            NAMED.match(block.text.text)
            if block.text.signs & MAY_LIVE and LIFE.search(block.text.text, 0, HEAD)
            else None
        )
        if match is not None and is_person_name(match["name"]) and not SEX.search(match["title"]):
            if above is not None and above.text.text.startswith(match["name"]):
                yield from _held(notice, above, len(match["name"]), len(match["name"]), len(above.text))
            yield from _held(notice, block, len(match["name"]), *match.span("title"))
            for also in ALSO.finditer(block.text.text, match.end()) if "兼任" in block.text.text else ():
                yield from _held(notice, block, len(match["name"]), *also.span("titles"), among_others=True)
        above = block if len(block.text.text) <= LONGEST_LINE else None


def _held(
    notice: Notice, block: Block, name: int, start: int, end: int, *, among_others: bool = False
) -> Iterator[Fact]:
    """The posts of text[start:end], if it is a title as a whole, of the name that the block begins with; `among_others`: academic titles may follow."""
    text = block.text.text
    held = offices(text, start, end)
    if not held or (held[-1].post_end != end and not among_others):
        return
    person = block.party(Kind.OFFICIAL, 0, name)
    for one in held:
        body = Party(one.kind, one.body)
        if one.body_start is not None and one.body_end is not None:
            body = block.party(one.kind, one.body_start, one.body_end)
        quote = block.evidence(0, one.post_end, at=0)
        if quote.end - quote.start <= LONGEST_QUOTE:
            yield Fact(Relation.HOLDS, person, body, quote, RULE, one.post, notice.dated)
