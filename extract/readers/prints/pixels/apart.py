"""How far the characters of a line stand apart, seen in the picture: OCR drops the blanks between two names.

In:  a picture, the corners of a line, its characters with their middles   Out: after each of them the white beyond what is usual in that line

区教育局 区民政局 comes as 区教育局区民政局. The recogniser knows where it saw each character; between two of them the picture shows how much
is white. A gap half as wide as a character is a blank; a narrower one, as narrow as some fonts set a blank, only between two bodies.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Any

import cv2
import numpy as np

from extract.names.bodies import JURISDICTION, is_aggregate, kind_of_body
from extract.names.marks import HAN, LEVELS, NUMERAL, is_han
from extract.names.people import is_person_name
from extract.readers.prints.ruled import BARE

Corners = Sequence[tuple[float, float]]
LEAST_PAIRS = 3  # of Chinese characters that show how wide one of them is
WIDE = 0.5  # of a character: as much white is a blank
NARROW = 0.22  # as much is one between two names
FAINT = 0.15  # as much is one between a body and another that a level opens, and after 第四条
AGENCIES = "局委办厅"  # what ends a name, of which the line may hold no more
STREET = re.compile(rf"[{HAN}]{{2,4}}[街镇乡]")
ARTICLE = re.compile(rf"第[{NUMERAL}]{{1,5}}[编章节条款]")
LONGEST_PERSON = 4  # characters of a name in a column of names
INK = 0.4  # of the way from paper to the darkest
TRIMMED = 0.1  # of the height of a line, above and below, where rules may run


def middles_of(corners: Corners, boxes: Sequence[Corners]) -> list[float]:
    """How far along its line the middle of each character lies, from 0 to 1."""
    (ax, ay), (bx, by) = corners[0], corners[1]
    length = (bx - ax) ** 2 + (by - ay) ** 2
    shares = []
    for box in boxes:
        x, y = sum(x for x, _ in box) / len(box), sum(y for _, y in box) / len(box)
        shares.append(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length if length else 0.0)
    return shares


def gaps_of(picture: Any, corners: Corners, text: str, middles: Sequence[float]) -> list[float]:
    """After each character the white beyond the usual, in widths of a character; 0 where that cannot be told."""
    none = [0.0] * len(text)
    pairs = [i for i, (one, two) in enumerate(pairwise(text)) if is_han(one) and is_han(two)]
    pitch = median([middles[i + 1] - middles[i] for i in pairs]) if len(pairs) >= LEAST_PAIRS else 0.0
    if pitch <= 0:
        return none
    inked = _inked(picture, corners)
    width = len(inked)
    white = {
        i: _white(inked[int(middles[i] * width) : int(middles[i + 1] * width) + 1]) / (pitch * width) for i in pairs
    }
    usual = median(white.values())
    return [max(0.0, white[i] - usual) if i in white else 0.0 for i in range(len(text))]


def _inked(picture: Any, corners: Corners) -> list[bool]:
    """For each column of a line, set straight, whether ink stands in it."""
    (ax, ay), (bx, by), _, (dx, dy) = corners
    width = max(1, round(float(np.hypot(bx - ax, by - ay))))
    height = max(1, round(float(np.hypot(dx - ax, dy - ay))))
    here = np.array([(ax, ay), (bx, by), (dx, dy)], dtype=np.float32)
    there = np.array([(0, 0), (width, 0), (0, height)], dtype=np.float32)
    flat = cv2.warpAffine(
        picture, cv2.getAffineTransform(here, there), (width, height), borderMode=cv2.BORDER_REPLICATE
    )
    grey = (cv2.cvtColor(flat, cv2.COLOR_RGB2GRAY) if flat.ndim == 3 else flat).astype(np.float32)
    trimmed = grey[int(TRIMMED * height) : max(1, int((1 - TRIMMED) * height))]
    away = np.abs(trimmed - float(np.median(trimmed)))
    columns: list[bool] = (away > INK * float(away.max())).any(axis=0).tolist()
    return columns


def _white(columns: Sequence[bool]) -> int:
    """The longest run of columns without ink."""
    longest = run = 0
    for inked in columns:
        run = 0 if inked else run + 1
        longest = max(longest, run)
    return longest


def blanks_of(text: str, gaps: Sequence[float]) -> set[int]:
    """The characters after which a blank is printed."""
    blanks: set[int] = set()
    start = 0
    for index, gap in enumerate(gaps):
        if not is_han(text[index]):
            start = index + 1
        elif gap >= WIDE or (gap >= FAINT and _divides(text[start : index + 1], text[index + 1 :], gap)):
            blanks.add(index)
            start = index + 1
    return blanks


def _divides(before: str, after: str, gap: float) -> bool:
    """Whether a name ends here and another begins, or an article and its text, so that a narrow gap is a blank.

    区教育局 | 双柳街 · 区教育局 | 区民政 at the end of a line · 局 | 区民政局 at its beginning · 方小舟 | 周琴 · 第四条 | 县长
    """
    if ARTICLE.fullmatch(before) or (after[:1] in LEVELS and (before[-1] in AGENCIES or kind_of_body(before))):
        return True
    if gap < NARROW:
        return False
    name = after[: next((i for i, char in enumerate(after) if not is_han(char)), len(after))]
    if len(before) <= LONGEST_PERSON and is_person_name(before) and is_person_name(name):
        return True
    if not kind_of_body(before) or JURISDICTION.match(before) or name in BARE:
        return False
    return bool(STREET.match(name)) or is_aggregate(name) or kind_of_body(name) is not None
