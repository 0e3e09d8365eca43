"""Aligned lines of a list of seats: names and titles with layout space between them, names spaced to one width.

In:  丁　力　副县长　　王　强　县财政局局长 · 县长　丁　力 · 何 东 升 陈伟 云山宾馆负责人
Out: the persons with the offices of their titles, and the bodies that send somebody without a name
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.clean import Text
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import HAN, LEVELS
from extract.names.offices.bodyless import is_title_of_some_body
from extract.names.offices.office import Office
from extract.names.offices.posts import is_bare_post
from extract.names.offices.ranks import is_academic, rank_of
from extract.names.offices.titles import offices
from extract.names.people import is_person_name, may_be_name
from extract.names.persons.titled import Titled, title_offices
from extract.names.units import Unit, unit_list

OF_PERSON = re.compile(rf"\((?:女|兼|(?:女,)?[{HAN}]{{1,4}}族)\)$")
# 姚茂芬(女,侗族)县教育局局长: the remark divides name and title as a space would
BEFORE_TITLE = re.compile(rf"[{HAN}·]{{2,16}}\((?:女|(?:女,)?[{HAN}]{{1,4}}族)\)(?=[{HAN}]{{3}})")
LONG_NAME = re.compile(rf"[{HAN}]{{5,8}}")
MOST_TOKENS = 12  # words divided by spaces that one title may take
SHORTEST_BODY = 3  # characters beyond which a word before names is looked at as a body
LONGEST_RUN = 6  # single characters divided by spaces that are looked at as names
UNNAMED = re.compile(
    rf"""
    等?(?:的)?(?:{any_of("persons", "of_bodies")})?(?:{any_of("persons", "which")}|1名|各1名|各一名)*  # 等的党政主要
    (?:{any_of("persons", "unnamed")}|副[{LEVELS}]长)  # 班子成员
    (?:各?[一1]名|各?[一1]人)?$  # 各一名
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Aligned:
    """Persons and bodies of an aligned line."""

    persons: list[Titled] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)


def aligned(text: Text, start: int, end: int) -> Aligned | None:
    """Who stands in an aligned line: 丁　力　副县长　　王　强　县财政局局长, also 县长　丁　力, also names alone.

    What stands after the last name without being a title is a body that sends somebody: 云山宾馆负责人.
    """
    tokens = list(_tokens(text, start, end))
    if len(tokens) < 2:
        return None
    line = Aligned()
    index = 0
    after_name = False  # whether the name at hand follows a name without a title
    while index < len(tokens):
        name = _name_at(text, tokens, index)
        if name is None:
            if not line.persons:
                return _opened_otherwise(text, tokens)
            index += 1
            continue
        entry = _entry(text, tokens, name, after_name)
        if entry is None:
            return None if line.persons else _alone(text, tokens, name)
        line.persons.append(entry.person)
        line.units.extend(entry.units)
        after_name = entry.stop == name[2]
        index = entry.stop
    return line


class Entry(NamedTuple):
    """A person of an aligned line, whom bodies after the name send, and the token after the entry."""

    person: Titled
    units: tuple[Unit, ...]
    stop: int


def _entry(text: Text, tokens: list[tuple[int, int]], name: tuple[int, int, int], after_name: bool) -> Entry | None:
    """The entry of a name; None if what stands after it can be no title, no body and no other name."""
    chars = text.text
    left, right, following = name
    stop = _title_end(text, tokens, following)
    if stop == following:
        return Entry(Titled(left, right, (), left, right), (), stop)
    begin, end = tokens[following][0], tokens[stop - 1][1]
    held = tuple(title_offices(chars, begin, end))
    if all(map(_is_in_charge, held)) and (after_name or _name_at(text, tokens, following)):
        held = ()  # 江涛　程波　云泉宾馆负责人: who of the guest house comes, no title of 程波
    units: tuple[Unit, ...] = ()
    bare = False
    if not held:
        if _name_at(text, tokens, following):
            stop = following  # names alone: 王　芳　　何　平
        elif _is_set(chars[begin:end]):
            pass  # 王　芳　何　平　各科室负责人: a set of bodies after the names
        elif bare := is_title_of_some_body(chars[begin:end]):
            pass  # 荀　远　党委书记　　荀　达　校长: of the house whose list it is
        elif (sent := _sent(chars, begin, end, after_name)) is not None:
            units = sent
        else:
            return None
    ends = end if held or bare else right
    rank = rank_of(chars, right, ends) if ends > right else None
    return Entry(Titled(left, right, held, left, ends, rank), units, stop)


def _opened_otherwise(text: Text, tokens: list[tuple[int, int]]) -> Aligned | None:
    """A line that opens with no name: a body or a title stands before the names."""
    if after_body := _body_then_names(text, tokens):
        return after_body
    held = _title_then_name(text, tokens)
    return Aligned([held]) if held else None


def _is_in_charge(office: Office) -> bool:
    return office.post.endswith("负责人")


def _body_then_names(text: Text, tokens: list[tuple[int, int]]) -> Aligned | None:
    """驻局纪检组　丁力　石磊: a body that sits there, then names and nothing else; one name after it may be the body's."""
    start, end = tokens[0]
    kind = kind_of_body(text.text[start:end]) if len(tokens) > 2 and end - start > SHORTEST_BODY else None
    if kind is None:
        return None
    line = Aligned(units=[Unit(start, end, kind, text.text[start:end])])
    index = 1
    while index < len(tokens) and (name := _name_at(text, tokens, index)):
        line.persons.append(Titled(name[0], name[1], (), name[0], name[1]))
        index = name[2]
    return line if index == len(tokens) and len(line.persons) > 1 else None


def _title_end(text: Text, tokens: list[tuple[int, int]], following: int) -> int:
    """The index of the token at which the title that starts with token `following` is over: where the next name stands."""
    stop = following
    last = min(len(tokens), following + MOST_TOKENS)
    while stop < last and not (
        stop > following
        and (later := _name_at(text, tokens, stop))
        and (
            (later[2] < len(tokens) and _wide(text, tokens[stop][0]))
            or _alternates(text, tokens, following, stop, later[2])
        )
    ):
        stop += 1
    return stop


def _alternates(text: Text, tokens: list[tuple[int, int]], following: int, stop: int, after: int) -> bool:
    """Whether single spaces divide a title that ends here from a name: 县水利局局长 尹青 县财政局局长, 县水利局局长 尹青 孟川."""
    chars, end = text.text, tokens[stop - 1][1]
    held = title_offices(chars, tokens[following][0], end)
    whole = held[-1].post_end == end if held else is_title_of_some_body(chars[tokens[following][0] : end])
    if not whole or after == len(tokens) or _name_at(text, tokens, after):
        return whole
    begin, further = tokens[after]
    return bool(title_offices(chars, begin, further)) or is_title_of_some_body(chars[begin:further])


def _sent(chars: str, start: int, end: int, after_name: bool) -> tuple[Unit, ...] | None:
    """The bodies after a name that send somebody (云山宾馆负责人); another body is the person's own; None if none stands there.

    `after_name`: several names stand before it, so that it is nobody's own: 江涛　程波　水库管理站.
    """
    if tail := UNNAMED.search(chars[start:end]):
        body = chars[start : start + tail.start()]
        if (kind := kind_of_body(body)) is not None:
            return (Unit(start, start + tail.start(), kind, body),)
        listed = unit_list(chars, start, start + tail.start()) if "、" in body else None
        if listed is not None and listed.units and not listed.rest:
            return tuple(listed.units)  # 程 波 县电力公司、县自来水公司负责人
    kind = kind_of_body(chars[start:end])
    if kind is None:
        return None
    return (Unit(start, end, kind, chars[start:end]),) if after_name else ()


def _is_set(words: str) -> bool:
    """Whether words after a name stand for bodies or holders without a name: 各科室负责人."""
    return words.startswith(("各", "相关", "有关")) and (is_aggregate(words) or UNNAMED.search(words) is not None)


def _alone(text: Text, tokens: list[tuple[int, int]], name: tuple[int, int, int]) -> Aligned | None:
    """A name with words after it that are no title; the only person of its line."""
    left, right, following = name
    whole = _title_end(text, tokens, following) == len(tokens)
    return Aligned([Titled(left, right, (), left, tokens[-1][1])]) if whole else None


def _tokens(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of cleaned text between layout spaces."""
    left = start
    while left < end and text.text[left] in ":、,-—":
        left += 1
    for index in range(left + 1, end + 1):
        if index == end or text.offsets[index] != text.offsets[index - 1] + 1:
            if (person := BEFORE_TITLE.match(text.text, left, index)) is not None:
                yield left, person.end()
                left = person.end()
            if index > left:
                yield left, index
            left = index


def _wide(text: Text, at: int) -> bool:
    return at > 0 and text.offsets[at] - text.offsets[at - 1] > 2


def _name_at(text: Text, tokens: list[tuple[int, int]], index: int) -> tuple[int, int, int] | None:
    """A name that begins with token `index`, spaced or not, and the index of the token after it."""
    if index >= len(tokens):
        return None
    chars = text.text
    left = tokens[index][0]
    run = _run(text, tokens, index)
    for stop in range(index, index + 1) if run < 2 else (index + run - 1, index + 1):
        right = tokens[stop][1]
        remark = OF_PERSON.search(chars, left, right)
        bare_end = remark.start() if remark else right
        if bare_end - left > 16:
            return None
        bare = chars[left:bare_end]
        if is_listed_name(bare):
            return None if offices(bare, 1, len(bare)) else (left, bare_end, stop + 1)
        if LONG_NAME.fullmatch(bare) and stop + 1 < len(tokens) and _is_title(chars, bare, tokens[stop + 1]):
            return left, bare_end, stop + 1
    return None


def is_listed_name(word: str) -> bool:
    """Whether a word of a list is a name: 丁力, also with a family name that no list knows, but no set and no title."""
    if len(word) < 2 or is_academic(word) or is_bare_post(word, 0, len(word)):
        return False  # 高级工程师, 大队长 after a name is no other name
    if is_person_name(word):
        return True
    return may_be_name(word) and not (offices(word, 0, len(word)) or is_aggregate(word) or is_title_of_some_body(word))


def _run(text: Text, tokens: list[tuple[int, int]], index: int) -> int:
    """How many single characters from token `index` on are one name spaced to the width of longer ones: 何 东 升."""
    run = 0
    first = 0
    for position in range(index, min(index + LONGEST_RUN, len(tokens))):
        left, right = tokens[position]
        remark = OF_PERSON.search(text.text, left, right)
        if (remark.start() if remark else right) - left > 1:
            break
        gap = text.offsets[left] - text.offsets[left - 1] if run else 0
        if run == 1:
            first = gap
        elif run and gap > first:
            break
        run += 1
        if remark:
            break
    if run == 3 and _are_single(text, tokens, index, 4) and not _are_single(text, tokens, index, 5):
        return 2  # 尹 青 丁  力: two names, for one character is none
    return run if run <= 3 else 2


def _are_single(text: Text, tokens: list[tuple[int, int]], index: int, count: int) -> bool:
    """Whether `count` tokens from `index` on are single characters."""
    here = tokens[index : index + count]
    return len(here) == count and all(right - left == 1 for left, right in here)


def _is_title(chars: str, name: str, following: tuple[int, int]) -> bool:
    """Whether a title follows a name of five characters or more, as in Mongolian: 宝音德力格尔　百灵镇镇长."""
    named = kind_of_body(name) is None and not is_aggregate(name) and not offices(name, 0, len(name))
    return named and bool(title_offices(chars, *following))


def _title_then_name(text: Text, tokens: list[tuple[int, int]]) -> Titled | None:
    chars = text.text
    for cut in range(max(1, len(tokens) - LONGEST_RUN), len(tokens)):
        name = _name_at(text, tokens, cut)
        if name and name[2] == len(tokens):
            held = tuple(title_offices(chars, tokens[0][0], tokens[cut - 1][1]))
            if held:
                return Titled(name[0], name[1], held, tokens[0][0], name[1])
    return None
