"""What a cell of a responsibility table holds, judged by itself: the columns of a broken header are known by it.

In:  12 月底前 · 区教育局 区民政局 · 欧阳明 李 强 · 38.9%      Out: DEADLINE · UNITS · PEOPLE · FIGURE
"""

import re
from bisect import bisect_right
from enum import Enum, auto
from functools import lru_cache

from extract.clean import Text, leaps
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import DIGITS
from extract.names.people import is_person_name
from extract.tables.cells import DEADLINE, HAS_TIME, name_spans
from extract.tables.tables import is_filled
from extract.tables.unit_cells import LABEL, LONGEST_UNITS, holds_units

FIGURE = re.compile(
    rf"[≥≤<>约达不低高于少多]*\d[\d.,%‰]*(?:[-—~至]\d[\d.,%]*)?[^\d、,;。]{{0,8}}|{any_of('tables', 'moved')}"
)
LONG = 60  # characters from which on a cell is text unless it lists units


class Content(Enum):
    """What a cell holds, judged by itself."""

    EMPTY = auto()
    NUMBER = auto()
    FIGURE = auto()
    DEADLINE = auto()
    UNITS = auto()
    PEOPLE = auto()
    TEXT = auto()


def content_of(cell: Text) -> Content:
    """What stands in a cell: a number, a deadline, units, persons, or text."""
    if not is_filled(cell):
        return Content.EMPTY
    text = cell.text
    long = len(text) > LONG and ("。" in text[:-1] or len(text) > LONGEST_UNITS)
    if long and not LABEL.match(text):
        return Content.TEXT
    offsets = cell.offsets
    whole = offsets[-1] - offsets[0] == len(offsets) - 1  # most are
    return _content(text, () if whole else tuple(leaps(offsets)))


@lru_cache(maxsize=8192)
def _content(text: str, gaps: tuple[int, ...]) -> Content:
    cell = Text(text, _offsets(len(text), gaps))
    if re.fullmatch(rf"[\d{DIGITS}十百.、()]{{1,6}}", text):
        return Content.NUMBER
    if len(text) <= 40 and DEADLINE.fullmatch(text) and HAS_TIME.search(text):
        return Content.DEADLINE
    if FIGURE.fullmatch(text):
        return Content.FIGURE
    names = [text[s:e] for s, e in name_spans(cell)] if len(text) <= LONG and "。" not in text else []
    if names and all(is_person_name(n) for n in names) and not any(kind_of_body(n) for n in names):
        return Content.PEOPLE
    return Content.UNITS if holds_units(cell) else Content.TEXT


def _offsets(length: int, gaps: tuple[int, ...]) -> tuple[int, ...]:
    """Offsets of a cell with gaps at these places, whatever its source: what a cell holds depends on nothing else."""
    if not gaps:
        return tuple(range(length))
    return tuple(i + bisect_right(gaps, i) for i in range(length))
