"""Who holds which post by an election or an announcement, told by titles before names.

In:  …选举产生中共安山县第五届委员会。|书记丁某,副书记石某、林某,常委9人,委员31人 · 选举产生|县长丁某,副县长石某
     大会宣布:|办公室主任丁某,副主任石某;生产组组长林某
Out: each title with its names; nothing unless the whole clause is titles with names, and numbers of persons
"""

import re
from dataclasses import replace
from typing import NamedTuple

from extract.clean import Text, parts_between
from extract.facts import Kind
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN
from extract.names.offices.office import Office
from extract.names.offices.posts import is_bare_post, post_at_end
from extract.names.offices.titles import offices
from extract.names.people import NAME_LENGTHS, is_person_name
from extract.names.persons.organs import printed_organs

ELECTS = re.compile(any_of("decisions", "elects"))
TOLD = re.compile(any_of("decisions", "told_election"))
MAY_ELECT = sign_of(ELECTS, TOLD)
NOT_ELECTED = re.compile(any_of("decisions", "not_elected"))
NEAR_VERB = 6  # characters before a verb of election in which it may be denied or put off
ANNOUNCES = re.compile(any_of("persons", "announces"))
MAY_ANNOUNCE = sign_of(ANNOUNCES)
BESIDES = re.compile(rf"兼[{HAN}]{{2,6}}$")  # 副组长|兼妇女工作
LEAST_ANNOUNCED = 3  # titles with names
LONGEST_PART = 8  # characters of a part of the house
# 尹青、石 / 大山当选为…: a name that the end of a line cuts
CUT_NAME = re.compile(rf"[、,](?![其并经])[{HAN}]{{1,2}}$")
NAME_RESTS = re.compile(rf"(?![均同全都分先仍])[{HAN}]{{1,2}}(?:同志)?当选")
CLAUSE = re.compile(r"[^。;\n]+")
NO_TITLE = re.compile("[:的]")  # 出席会议的有:县委书记
REACH = 2  # clauses: the one that tells of an election, and the one after it
# 常务委员7人, 候补委员3名
NUMBER = re.compile(rf"[{HAN}]{{2,10}}\d{{1,3}}[人名](?:\([^()]*\))?")
ASIDE = re.compile(r"\([^()]{1,6}\)$")  # 丁某(女), 石某(兼职)
CLOSES_LIST = re.compile(r"等?\d{1,3}[人名位]$")  # 委员丁某、石某等7人


def cuts_name(above: str, below: str) -> bool:
    """Whether a name of those elected begins on the line above and ends on the one below."""
    return NAME_RESTS.match(below) is not None and CUT_NAME.search(above, max(0, len(above) - 3)) is not None


class Entry(NamedTuple):
    """A title and those who hold it."""

    title: tuple[int, int]
    names: tuple[tuple[int, int], ...]


def election_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb of an election that has been held: not 未能选举产生, 将选举产生, 选举产生的县长."""
    told = ELECTS.search(text, start, end)
    if told is None or text.startswith("的", told.end()):
        return None
    return None if NOT_ELECTED.search(text, max(start, told.start() - NEAR_VERB), told.start()) else told


def tells_of_election(text: str) -> bool:
    """Whether a text tells of an election that has been held: 选举产生, 换届选举, 当选."""
    return TOLD.search(text) is not None or election_in(text, 0, len(text)) is not None


def posts_of_entry(text: str, start: int, end: int) -> list[Office]:
    """The posts of a title that names its body, and of an organ as printed: 县委书记, 纪委书记."""
    return list(printed_organs(text, start, end)) or offices(text, start, end)


def elected_in(text: Text) -> list[tuple[int, int]]:
    """The spans of a text in which titles stand before the names of those elected."""
    spans: list[tuple[int, int]] = []
    left = 0  # clauses
    for clause in CLAUSE.finditer(text.text) if text.signs & MAY_ELECT else ():
        start, end = clause.span()
        told = election_in(text.text, start, end)
        left = REACH if told else left - 1
        if left > 0 and roll(text.text, told.end() if told else start, end, bare=told is None):
            spans.append((told.end() if told else start, end))
            left = REACH
    return spans


def roll(text: str, start: int, end: int, *, bare: bool = False) -> list[Entry]:
    """The titles of text[start:end] with their names, in order; empty if anything else stands there.

    `bare`: only titles of what was elected, as they stand after the sentence that names it.
    """
    entries: list[Entry] = []
    for left, right in parts_between(text, start, end, ","):
        of_committee = not entries and kind_of_body(text[left:right]) is not None
        if of_committee or NUMBER.fullmatch(text, left, right):
            continue
        here = _entries(text, left, right)
        if not here or (bare and not all(_of_elected(text, *entry.title) for entry in here)):
            return []
        entries += here
    return entries


def _of_elected(text: str, start: int, end: int) -> bool:
    """Whether a title is of what was elected in the sentence before: 副书记; 市委书记 and 纪委书记 name it again."""
    return is_bare_post(text, start, end) or text.endswith("委书记", start, end)


def _entries(text: str, start: int, end: int) -> list[Entry]:
    """The entries between two commas: 书记丁某、副书记石某、林某."""
    entries: list[Entry] = []
    closing = CLOSES_LIST.search(text, start, end)
    for left, right in parts_between(text, start, closing.start() if closing else end, "、"):
        if aside := ASIDE.search(text, left, right):
            right = aside.start()
        if entries and is_person_name(text[left:right]):
            entries[-1] = entries[-1]._replace(names=(*entries[-1].names, (left, right)))
        elif entry := _entry(text, left, right):
            entries.append(entry)
        else:
            return []
    return entries


def _entry(text: str, start: int, end: int) -> Entry | None:
    """A title that runs into one name, or before its colon: 县委书记丁某, 县委书记:丁某."""
    for length in NAME_LENGTHS:
        name = end - length
        cut = name - (text[name - 1] == ":")
        if cut - start < len("书记") or not is_person_name(text[name:end]) or NO_TITLE.search(text, start, cut):
            continue
        if is_bare_post(text, start, cut) or any(post.post_end == cut for post in posts_of_entry(text, start, cut)):
            return Entry((start, cut), ((name, end),))
    return None


def announced_in(text: Text, goes_on: bool = False) -> list[tuple[Entry, Office]]:
    """The parts of a house and their heads, as a meeting announces them: 大会宣布:|办公室主任丁某,副主任石某;生产组组长林某.

    `goes_on`: the list has begun on the line above.
    """
    told = ANNOUNCES.search(text.text) if text.signs & MAY_ANNOUNCE else None
    if told is None and not goes_on:
        return []
    start = told.end() if told else 0
    stop = text.text.find("。", start)
    heads: list[tuple[Entry, Office]] = []
    missed = 0
    for left, right in parts_between(text.text, start, stop if stop >= 0 else len(text), ",;、"):
        if heads and is_person_name(text.text[left:right]):
            entry, office = heads[-1]
            heads.append((Entry(entry.title, ((left, right),)), office))
        elif one := _headed(text.text, left, right, heads[-1][1] if heads else None):
            heads.append(one)
        else:
            missed += 1
    return heads if len(heads) >= LEAST_ANNOUNCED and missed <= 1 else []


def _headed(text: str, start: int, end: int, before: Office | None) -> tuple[Entry, Office] | None:
    """A part of the house with its head: 生产组组长林某; a bare deputy is of the part before: 副组长石某."""
    for length in NAME_LENGTHS:
        cut = end - length
        besides = BESIDES.search(text, start, cut)
        stop = besides.start() if besides else cut
        post = post_at_end(text, start, stop) if is_person_name(text[cut:end]) else None
        if post is None or post.body_end - start > LONGEST_PART or (post.start == start and before is None):
            continue
        entry, word = Entry((start, stop), ((cut, end),)), text[post.start : post.end]
        if post.start == start and before is not None:
            return entry, replace(before, post=word, post_start=post.start, post_end=post.end)
        if held := offices(text, start, stop):
            return entry, held[-1]
        body = text[start : post.body_end]
        return entry, Office(start, post.body_end, body, Kind.DEPARTMENT, word, post.start, post.end)
    return None
