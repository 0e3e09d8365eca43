"""Where what was seen begins and ends: a name that runs into the body after it is cut where the body's own name begins.

In:  蕝旼任|县水利局 (PERSON, ORG), 蕝旼贵|州省盐务厅, 郑重 before 表示     Out: 蕝旼, 县水利局; 蕝旼, 贵州省盐务厅; nobody
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from extract.lexicon import any_of
from extract.names.people import SAYS_HOW

LEAST_NAME = 2  # characters that a cut leaves of a name
TAKES = "任"
PROVINCE = re.compile(any_of("accounts", "province"))


PERSON, ORG, POST = LABELS = ("PERSON", "ORG", "POST")


class Seen(NamedTuple):
    """What stands at [start, end) of the text: PERSON, ORG or POST."""

    start: int
    end: int
    label: str


def bordered(text: str, seen: Sequence[Seen]) -> Iterator[Seen]:
    """What was seen, names and bodies cut where the one ends and the other begins."""
    shift = 0  # where the body begins that the name before has run into
    for one, after in zip_longest(seen, seen[1:]):
        if one.label == PERSON and SAYS_HOW.match(text, one.start):
            continue
        if one.label == ORG and shift:
            yield one._replace(start=shift)
        elif one.label == PERSON and after is not None and after.label == ORG:
            yield one._replace(end=_end_before(text, one, after))
        else:
            yield one
        shift = _province_before(text, one, after) if after is not None and after.label == ORG else 0


def _end_before(text: str, name: Seen, body: Seen) -> int:
    """Where a name ends before a body: without the first letter of a province, without 任."""
    last = name.end - 1
    if last - name.start < LEAST_NAME:
        return name.end
    takes = text[last] == TAKES and body.start == name.end
    return last if takes or _province_before(text, name, body) == last else name.end


def _province_before(text: str, name: Seen, body: Seen) -> int:
    """Where the province begins that stands between a name and a body, or whose first letter the name has taken; 0 if none does."""
    starts = (name.end - 1, name.end) if name.end - 1 - name.start >= LEAST_NAME else (name.end,)
    begun = (start for start in starts if name.label == PERSON and PROVINCE.fullmatch(text, start, body.start))
    return next(begun, 0)
