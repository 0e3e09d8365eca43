"""Persons whom the words around them show though no list of family names does: the sentence says that a name stands here.

In:  省长江溪镇|主持全面工作, 总经理|力卜·达力在会上…, 哈合勒杜任安山市政府秘书长   Out: whether somebody is named so
"""

import re

from extract.accounts.names import is_person_name, single_surnames, two_character_surnames
from extract.accounts.passages import Passage, Span
from extract.accounts.units import is_unit
from extract.lexicon import any_of
from extract.names.marks import HAN
from extract.names.people import DOTTED, may_be_name

NAME = range(2, 5)  # characters of a name without parts
OF_TOWN = re.compile(rf"[{HAN}]{{1,2}}[镇乡]$")
# 哈合勒杜任安山市政府|秘书长, 方小舟试用期满正式任安山县水利局|副局长: a whole line, or the head of one
TAKES = re.compile(rf"(?P<name>[{HAN}·]{{2,12}}?)(?:同志)?(?P<since>试用期满)?(?:正式)?任(?![命职免期务何意由])[{HAN}]")
NO_TAKER = re.compile(rf"(?:{any_of('accounts', 'no_taker')})$")
LONGEST_LINE = 40
LONGEST_DOTTED = 24  # characters of a name in parts
# 免去方小舟县水利局局长职务: no 的 between name and post
REMOVED = re.compile(rf"[{HAN}]{{8,44}}职务(?=[,;。]|$)")
REMOVED_OF = re.compile(rf"(?P<name>[{HAN}·]{{2,9}}?)(?:同志)?的[^,;。]{{8,48}}职务")
ENDS_LINE = ("", ",", ";", "。")


def acts_after_title(passage: Passage, at: int) -> bool:
    """Whether a name that looks like a place or has parts stands between a title and a verb of duties: 省长江溪镇|主持…."""
    chars = passage.chars
    ends = [at - length for length in NAME if at - length in passage.title_ends]
    if any(OF_TOWN.fullmatch(chars, end + _surname(chars, end), at) for end in ends if _surname(chars, end)):
        return True
    near = range(max(0, at - LONGEST_DOTTED), at)
    last = next((end for end in reversed(near) if end in passage.title_ends), None)
    return last is not None and DOTTED.fullmatch(chars, last, at) is not None


def _surname(chars: str, at: int) -> int:
    """The characters of the family name that begins there; 0 if none does."""
    return 2 if chars[at : at + 2] in two_character_surnames() else int(chars[at] in single_surnames())


def beside_title(passage: Passage, place: Span, left: int) -> bool:
    """Whether a name that no list knows stands beside a title: in parts after it, or before 任."""
    chars, end = passage.chars, place[1]
    dotted = DOTTED.match(chars, end)
    if dotted is not None and not any(chars.startswith(mark, end) for mark in "·•・‧"):
        return True
    taken = TAKES.match(chars, left, place[0])
    return taken is not None and _takes(passage, taken, left, end)


def _takes(passage: Passage, taken: re.Match[str], left: int, end: int) -> bool:
    name = taken["name"]
    if NO_TAKER.search(name) or is_unit(name) or not may_be_name(name):
        return False
    if taken["since"]:
        return True
    return left == 0 and len(passage.chars) <= LONGEST_LINE and passage.chars[end:] in ENDS_LINE


def is_removed(chars: str, at: int) -> bool:
    """Whether an order of removal names somebody: 免去|方小舟县水利局局长职务, 免去|仁达卓的…特命全权大使职务."""
    named = REMOVED_OF.match(chars, at)
    if named is not None:
        return may_be_name(named["name"])
    alone = REMOVED.match(chars, at)
    return alone is not None and any(
        is_person_name(chars[at : at + length]) and is_unit(chars[at : chars.rfind("局", at, alone.end()) + 1])
        for length in NAME
    )
