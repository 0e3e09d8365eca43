"""Groups that a body leads, and those whom a sentence says to be formed of bodies.

成立由区司法局牵头,区委编办、区财政局参加的工作领导小组
成立园区改造指挥部,由县住建局牵头
由县教育局、县体育局共同组成大赛组委会
"""

import re
from collections.abc import Iterator
from itertools import chain

from extract.clean import Text
from extract.document import Document
from extract.facts import Doubt, Fact, Kind, Party, Relation
from extract.formats.groups.names import ENDING
from extract.formats.groups.seats import Seat, Sitting
from extract.lexicon import any_of
from extract.names.persons.titled import evidence_of
from extract.names.units import unit_list

MEMBER = "成员"  # of those whom a section of a body is formed of
LED_BY = re.compile(
    rf"""
    由(?P<lead>[^,。;由]{{2,60}}?)(?P<leads>牵头)(?:负责)?[,、]  # 由某某牵头负责,
    (?P<rest>[^。;]{{2,600}}?)(?P<joins>{any_of("groups", "takes_part")}|组成)(?:组成)?的?  # 某某参加组成的
    (?P<name>[^,。;:]{{0,40}}?(?:{ENDING}))  # 某专项工作组
    """,
    re.VERBOSE,
)
LED_IN = re.compile(
    rf"""
    ^由?(?P<lead>[^,。;由]{{2,60}}?)(?P<leads>牵头)(?:负责)?[,、;]  # 由某某牵头负责,
    (?P<rest>[^。;]{{2,600}}?)                                 # 某某、某某等部门,事发地政府和有关单位
    (?:等?(?:有关|相关|成员)*(?:{any_of("shared", "unit")})*(?:分管|主要|有关)*(?:{any_of("groups", "sent_to_sit")}|人员)?)?  # 等有关部门负责人
    (?P<joins>{any_of("groups", "takes_part")}|协助|组成)(?=[,。;]|$)  # 参加
    """,
    re.VERBOSE,
)
FORMED_OF = re.compile(
    rf"""
    ^由(?P<rest>[^。;由]{{4,600}}?)                              # 由某某、某某
    (?:等?(?:有关|相关|成员)*(?:{any_of("shared", "unit")})*(?:分管|主要|有关)*(?:{any_of("groups", "sent_to_sit")}|人员)?)?  # 等有关部门负责人
    (?P<joins>组成)(?=[,。;]|$)  # 组成
    """,
    re.VERBOSE,
)
LED_OF = re.compile(
    rf"""(?:任组长)[、,](?P<lead>[^,。;由、]{{2,30}})(?P<leads>牵头)的               # 由县长任组长、县卫健局牵头的
    (?P<name>[^,。;:]{{2,40}}?(?:{ENDING}))""",
    re.VERBOSE,
)
# 成立园区改造指挥部,由县住建局牵头: the body that leads what is set up
SET_UP_LED = re.compile(
    rf"""
    (?:{any_of("groups", "founds")})(?:了)?(?P<name>[^,。;:的由]{{2,48}}?(?:{ENDING})),  # 成立园区改造指挥部,
    由(?P<lead>[^,。;由]{{2,40}}?)(?P<leads>牵头)(?:负责)?(?=[,。;])      # 由县住建局牵头
    """,
    re.VERBOSE,
)
# 由县教育局、县体育局共同组成大赛组委会: the group comes last
FORMS = re.compile(
    rf"""
    (?:^|(?<=[,。;]))(?!{any_of("accounts", "proposed")})由?(?P<rest>[^,。;由]{{4,400}}?)  # 由县教育局、县体育局
    (?:{any_of("answers", "after_helpers")})?(?P<joins>组成)了?       # 共同组成
    (?P<name>[^,。;:的由]{{0,48}}?(?:{ENDING}|小组))(?=[,。;(]|$)     # 大赛组委会
    """,
    re.VERBOSE,
)


def led_in(document: Document, text: Text, date: str | None, group: Party | None) -> Iterator[Fact | Doubt]:
    """由A牵头,B、C参加 or 由A、B组成 in the paragraph of a sub-group."""
    match = LED_IN.search(text.text)
    if match and group is not None:
        yield from _led(document, text, match, group, date)
    elif (formed := FORMED_OF.match(text.text)) and group is not None:
        yield from _joining(document, text, formed, group, date)


def led_by(document: Document, text: Text, date: str | None) -> Iterator[Fact | Doubt]:
    """由A牵头,B、C参加的工作领导小组: A leads, B and C belong; the group has the words printed as its name."""
    for match in LED_BY.finditer(text.text):
        group = document.party(Kind.GROUP, *text.span(*match.span("name")))
        yield from _led(document, text, match, group, date)


def forms(document: Document, text: Text, date: str | None) -> Iterator[Fact | Doubt]:
    """由A、B共同组成…工作小组: the bodies before the verb are members of the group after it."""
    for match in FORMS.finditer(text.text):
        group = document.party(Kind.GROUP, *text.span(*match.span("name")))
        listed = unit_list(text.text, *match.span("rest"))
        if len(listed.units) > 1 and not listed.rest:
            seat = Seat(match["joins"], Relation.MEMBER_OF, text.span(*match.span("joins")))
            for unit in listed.units:
                yield from Sitting(document, group, date, seat).unit(text, unit)


def led_of(document: Document, text: Text, date: str | None) -> Iterator[Fact | Doubt]:
    """由副县长任组长、县卫健局牵头的…领导小组, 成立…指挥部,由县住建局牵头: the body that leads it."""
    for match in chain(LED_OF.finditer(text.text), SET_UP_LED.finditer(text.text)):
        group = document.party(Kind.GROUP, *text.span(*match.span("name")))
        yield from _leading(document, text, match, group, date)


def _led(
    document: Document, text: Text, match: re.Match[str], group: Party, date: str | None
) -> Iterator[Fact | Doubt]:
    yield from _leading(document, text, match, group, date)
    yield from _joining(document, text, match, group, date)


def _joining(
    document: Document, text: Text, match: re.Match[str], group: Party, date: str | None
) -> Iterator[Fact | Doubt]:
    """The bodies that join a group, beside the one that leads it."""
    role = MEMBER if match["joins"] == "组成" else match["joins"]
    joins = Seat(role, Relation.MEMBER_OF, text.span(*match.span("joins")))
    for unit in unit_list(text.text, *match.span("rest")).units:
        yield from Sitting(document, group, date, joins).unit(text, unit)


def _leading(document: Document, text: Text, match: re.Match[str], group: Party, date: str | None) -> Iterator[Fact]:
    """The bodies in front of 牵头."""
    leads = text.span(*match.span("leads"))
    for unit in unit_list(text.text, *match.span("lead")).units:
        span = text.span(unit.start, unit.end)
        evidence = evidence_of(document, [span, leads], span[0])
        party = document.party(unit.kind, *span)
        yield Fact(Relation.LEADS, party, group, evidence, "groups.led_by", role=match["leads"], date=date)
