"""Chiefs of rivers, lakes and forests in a list: a label, a name, layout space, a title, with the next label run on after it.

In:  河长:丁力　省委书记副河长:石磊　省政府副省长协助:省水利厅 · 总河长:丁力　省委书记　石磊　省长
     主管部门责任人:石磊　县水利局局长
     县级总林长:丁力(县委书记)、石磊(县长)
Out: each person with the offices of the title after the name; what cannot be told apart as a span of its own
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.clean import Text
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.marks import HAN, LEVELS
from extract.names.offices.ranks import rank_of
from extract.names.offices.titles import offices
from extract.names.persons.aligned import is_listed_name
from extract.names.persons.members import in_parentheses
from extract.names.persons.titled import Titled

CHIEF = re.compile(
    rf"""
      (?:[{LEVELS}镇乡村]级)?(?:{any_of("shared", "of_first_rank")})?(?:副?总|副)?(?:河湖|河|湖|林|田|路|链)长(?:\([^()]{{1,12}}\))?:  # 县级副总河长:
    | [{HAN}]{{2,8}}责任人:                                                                             # 政府责任人:
    """,
    re.VERBOSE,
)
MAY_CHIEF = sign_of(CHIEF)
RESPONSIBLE = "责任人:"  # after which a unit may stand as well
OTHER = re.compile(
    rf"(?:{any_of('persons', 'other_label')})(?:{any_of('persons', 'other_noun')})?:|[,。;]?(?:{any_of('persons', 'called_by')})?电话"
)
OPENS = re.compile(r"^[-—·•]*(?:[(\d一二三四五六七八九十]{1,4}[)、.])?")


def chiefs(text: Text) -> Iterator[Titled | tuple[int, int]]:
    """Who stands after the labels of a line that opens with one; the span of what stands there and is not read."""
    opening = OPENS.match(text.text)
    first = CHIEF.match(text.text, opening.end() if opening else 0)
    if first is None:
        return
    labels = [first, *CHIEF.finditer(text.text, first.end())]
    for index, label in enumerate(labels):
        end = labels[index + 1].start() if index + 1 < len(labels) else len(text)
        if other := OTHER.search(text.text, label.end(), end):
            end = other.start()
        named = list(_persons(text, label.end(), end))
        if named:
            yield from named
        elif end > label.end() and not label[0].endswith(RESPONSIBLE):
            yield label.end(), end


def _persons(text: Text, start: int, end: int) -> Iterator[Titled]:
    if beside := list(in_parentheses(text.text, start, end)):
        yield from (held for held in beside if held.offices)
        return
    words = _words(text, start, end)
    pairs = list(zip(words[::2], words[1::2], strict=False))
    if len(words) % 2 or not all(_is_pair(text.text, *pair) for pair in pairs):
        return
    for name, title in pairs:
        held = tuple(offices(text.text, *title))
        yield Titled(*name, held, name[0], title[1], rank_of(text.text, *title))


def _is_pair(chars: str, name: tuple[int, int], title: tuple[int, int]) -> bool:
    held = offices(chars, *title)
    return is_listed_name(chars[slice(*name)]) and bool(held) and held[-1].post_end == title[1]


def _words(text: Text, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between layout spaces, a name of two characters spaced to three as one."""
    cuts = [start, *(i for i in range(start + 1, end) if text.offsets[i] != text.offsets[i - 1] + 1), end]
    words: list[tuple[int, int]] = []
    for left, right in pairwise(cuts):
        if words and right - left == 1 and words[-1][1] - words[-1][0] == 1:
            words[-1] = (words[-1][0], right)
        elif right > left:
            words.append((left, right))
    return words
