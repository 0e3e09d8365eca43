"""Headings that name the official who answers for all items below: 一、副县长石磊牵头负责的工作(3项).

In:  a heading. Out: its Statement, whose one share is the official, with the printed verb
"""

import re

from extract.document import Block
from extract.formats.items.at_hand import LONGEST_HEADING, AtHand, level_of
from extract.formats.items.item import MARK
from extract.lexicon import any_of
from extract.names.marks import ENUMERATOR, HAN, may_open_with_mark
from extract.names.people import is_person_name
from extract.names.persons.holders import holders
from extract.names.shares import Share, Statement

HEADING = re.compile(
    rf"""
    (?P<number>{ENUMERATOR})(?P<who>[{HAN}、·()]{{2,40}}?)(?:同志)?   # 一、副县长石磊同志
    (?P<verb>{any_of("duties", "official_verb")})(?:的|抓的)?  # 牵头负责的
    (?:重点|主要|中心)?(?:{any_of("duties", "what_items")})(?:任务)?  # 重点工作
    (?:\([^()]{{1,12}}\))?:?$                                      # (3项)
    """,
    re.VERBOSE,
)
VERBS = ("牵头", "主抓", "负责", "分管", "领衔", "包抓", "主管", "督办", "领办")


def official_over(block: Block) -> Statement | None:
    """The official whom a heading names over the items below; None if the paragraph is no such heading."""
    text = block.text.text
    if len(text) > LONGEST_HEADING or not may_open_with_mark(text) or not any(verb in text for verb in VERBS):
        return None
    match = HEADING.match(text)
    if match is None:
        return None
    start, end = match.span("who")
    who = match["who"]
    people = [(start, end)] if is_person_name(who) else []
    if not people:
        named = holders(who + "。", 0, len(who))
        people = [(start + one.name_start, start + one.name_end) for one in named]
    if not people:
        return None
    return Statement(0, len(text), [Share(match["verb"], match.span("verb"), False, (), tuple(people))])


def stands_under(state: AtHand, block: Block) -> bool:
    """Whether a paragraph still stands under the official at hand: it is no heading of the same level, 三、保障措施."""
    mark = MARK.match(block.text.text) if state.official is not None else None
    if state.official is None or mark is None:
        return True
    above = MARK.match(state.official[0].text.text)
    return above is None or level_of(mark[0].strip()) != level_of(above[0].strip())
