"""Houses that a text speaks of as its own: whose a bare 校长 or 院长 is, and whose bare deputies those are that follow a head.

In:  学校召开会议,副校长丁某主持 · 受某市人大常委会主任委托,副主任丁某主持会议
Out: 学校 as the body of 副校长; 某市人大常委会 as that of 副主任, though its head is not named
"""

import re
from collections.abc import Sequence

from extract.facts import Kind
from extract.names.marks import HAN
from extract.names.offices.office import Office
from extract.names.offices.posts import is_bare_post
from extract.names.offices.titles import offices

HOUSES = {  # the post, and what the house calls itself at the head of a clause
    "校长": re.compile(rf"(?<![{HAN}])[我学本]校(?=[{HAN}])"),
    "场长": re.compile(rf"(?<![{HAN}])[我农林本]场(?=[{HAN}])"),
    "院长": re.compile(rf"(?<![{HAN}])(?:我院|医院|学院|本院)(?=[{HAN}])"),
}
ASKED = re.compile(r"受(?P<title>[^,。;受]{3,40}?)(?:的)?委托")


def of_house(text: str, start: int, end: int, houses: Sequence[Office]) -> tuple[Office, ...]:
    """副校长 of 学校: a bare post of the house that the text speaks of."""
    for house in houses:
        if text.endswith(house.post, start, end) and is_bare_post(text, start, end):
            return tuple(offices(text, start, end, house))
    return ()


def houses_of(text: str) -> tuple[Office, ...]:
    """The houses that a text speaks of as its own: 学校 where a clause begins with it."""
    matches = [HOUSES[post].search(text) if post in text else None for post in HOUSES]
    return tuple(
        Office(None, None, match[0], Kind.DEPARTMENT, post, 0, 0)
        for post, match in zip(HOUSES, matches, strict=True)
        if match
    )


def asking(text: str, start: int, end: int) -> list[tuple[int, Office]]:
    """Where heads that nobody names ask others to act for them, and the last office of each: 受X主任委托."""
    askers = []
    for match in ASKED.finditer(text, start, end) if text.find("委托", start, end) >= 0 else ():
        held = offices(text, *match.span("title"))
        if held and held[-1].post_end == match.end("title"):
            askers.append((match.end("title"), held[-1]))
    return askers
