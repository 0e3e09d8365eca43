"""What the sentence around a person whom the recogniser saw says of that person; None where no grammar agrees.

In:  a clause, what was seen in it
Out: Said: who, and which office, taken, left or held

    任命阚孟为县水利局局长      PERSON between 任命 and 为, then a title         → appointed
    免去阚孟的县水利局局长职务  PERSON between 免去 and 的, a title, 职务         → dismissed
    县水利局局长阚孟到白石镇    a title with its body, at once a PERSON          → holds

The recogniser only says where a name stands; titles are read as everywhere else, and it must have seen body and post too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.facts import Relation
from extract.lexicon import any_of
from extract.names.marks import HAN, LEVELS
from extract.names.offices.office import Office
from extract.names.offices.titles import offices
from extract.names.people import is_person_name, may_be_name
from extract.names.persons.holders import LEAD
from extract.recogniser.borders import ORG, PERSON, POST, Seen

TAKES = re.compile(rf"(?:{any_of('seen', 'gives')})(?:了)?$")
# 现提请县人大常委会|任命蒖明为…: nothing is decided yet
PROPOSED = re.compile(any_of("seen", "proposes"))
FAR_BEFORE = 120
LEAVES = re.compile(rf"(?:{any_of('accounts', 'to_leave')})(?:了)?$")
AS = re.compile(r"(?:\(女\))?(?:同志)?(?:担任|为|任)(?![期职命])")
OF = re.compile(r"(?:\(女\))?(?:同志)?的?")
TITLE_END = re.compile(r"(?:\([^()]{1,12}\))?(?=[,、。;!?)]|$)")
BEHIND = re.compile(
    rf"""
      {any_of("accounts", "honorific")}|[,。;、()“”:]|$|[和与][{HAN}]  # 阚孟|同志
    | {any_of("seen", "tells")}|{any_of("seen", "reports")}  # 阚孟|主持
    """,
    re.VERBOSE,
)
# who stands here left the post, or is only proposed for it, or it changes in this clause
NO_HOLDER = re.compile(
    rf"""
    (?:[原前为任]|{any_of("seen", "left")})  # 原
    [^,。;:]{{0,4}}$  # 县
    """,
    re.VERBOSE,
)
OPENS = re.compile(r"(?:^|[,。;:、()“”])$|[由和与及在向据了]$|时$|日$")
ORGAN = re.compile(rf"(?:(?<![{HAN}])[{HAN}]{{0,6}})?[{LEVELS}镇乡](?:党?委|政府|{any_of('shared', 'houses')})$")
LONGEST_ORGAN = 10
NO_BODY = re.compile(f"[的了]|{any_of('seen', 'no_body')}")
LONGEST_TITLE = 40
LONGEST_PLAIN = 3
SEAT = re.compile("[长任记席员]$")  # 副河长 is a seat and nobody's name


@dataclass(frozen=True, slots=True)
class Said:
    """One person and the offices that the clause gives to or takes from that person; offsets into the clause."""

    relation: Relation
    name: tuple[int, int]
    offices: tuple[Office, ...]


def said_in(text: str, seen: Sequence[Seen]) -> Iterator[Said]:
    """What a clause says of each person seen in it, where a grammar agrees."""
    for one in seen:
        if one.label == PERSON and _is_name(text[one.start : one.end]):
            told = _changed(text, one, seen) or _held(text, one, seen)
            if told is not None:
                yield told


def _is_name(word: str) -> bool:
    """Whether what was seen as a person can be a name: of four letters only one that is written as such names are."""
    return is_person_name(word) or (len(word) <= LONGEST_PLAIN and may_be_name(word) and not SEAT.search(word))


def _changed(text: str, person: Seen, seen: Sequence[Seen]) -> Said | None:
    if PROPOSED.search(text, max(0, person.start - FAR_BEFORE), person.start):
        return None
    before = text[max(0, person.start - 4) : person.start]
    if TAKES.search(before) and (verb := AS.match(text, person.end)):
        end = _title_end(text, verb.end(), seen)
        return _with_title(Relation.APPOINTED, text, person, verb.end(), end, seen)
    if LEAVES.search(before) and (verb := OF.match(text, person.end)):
        closing = text.find("职务", verb.end(), verb.end() + LONGEST_TITLE)
        return _with_title(Relation.DISMISSED, text, person, verb.end(), closing, seen) if closing > 0 else None
    return None


def _start(one: Seen) -> int:
    return one.start


def _over(seen: Sequence[Seen], start: int, end: int) -> Sequence[Seen]:
    """What was seen in text[start:end] or over its borders; what is seen stands in the order of the text, none over another."""
    first = max(0, bisect_left(seen, start, key=_start) - 1)
    return seen[first : bisect_left(seen, end, key=_start)]


def _title_end(text: str, start: int, seen: Sequence[Seen]) -> int:
    """Where a title that begins at `start` ends: at the last post seen before the clause breaks; -1 if it runs on."""
    posts = [one.end for one in _over(seen, start, start + LONGEST_TITLE) if one.label == POST]
    posts = [end for end in posts if start < end <= start + LONGEST_TITLE]
    return next((end for end in reversed(posts) if TITLE_END.match(text, end)), -1)


def _with_title(relation: Relation, text: str, person: Seen, start: int, end: int, seen: Sequence[Seen]) -> Said | None:
    if end <= start or not _is_covered(text, start, end, seen):
        return None
    collected = tuple(offices(text, start, end))
    return Said(relation, (person.start, person.end), collected) if collected else None


def _is_covered(text: str, start: int, end: int, seen: Sequence[Seen]) -> bool:
    """Whether every letter of a title was seen as a body or a post, but for marks and a few words between."""
    rest = list(text[start:end])
    for one in _over(seen, start, end):
        if one.label in {ORG, POST}:
            for offset in range(max(start, one.start), min(end, one.end)):
                rest[offset - start] = ""
    return re.fullmatch(r"[、,()兼及和]{0,6}", "".join(rest)) is not None


def _held(text: str, person: Seen, seen: Sequence[Seen]) -> Said | None:
    """A title that stands at once before a person, with its body."""
    if not BEHIND.match(text, person.end):
        return None
    start = end = person.start
    for index in range(bisect_left(seen, person.start, key=_start) - 1, -1, -1):
        one = seen[index]
        gap = text[one.end : start]
        if gap not in {"", "、", "兼"} or one.label == PERSON or (start == end and (gap or one.label != POST)):
            break
        start = one.start
    if start == end:
        return None
    start = _with_organ(text, start)
    while lead := LEAD.match(text, start, end - 1):  # 最后|镇党委副书记
        start = lead.end()
    if NO_HOLDER.search(text, max(0, start - 12), start) or not OPENS.search(text, 0, start):
        return None
    collected = tuple(office for office in offices(text, start, end) if not NO_BODY.search(office.body))
    return Said(Relation.HOLDS, (person.start, person.end), collected) if collected else None


def _with_organ(text: str, start: int) -> int:
    """Where a title begins that a short organ opens, which the recogniser takes for a part of the post: 县委|书记."""
    organ = ORGAN.search(text, max(0, start - LONGEST_ORGAN), start)
    return organ.start() if organ else start
