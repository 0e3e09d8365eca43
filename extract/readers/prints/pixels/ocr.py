"""A picture of a page → its characters and rules, by OCR; nothing is fetched, the models come with the package.

In:  pixels   Out: Seen(glyphs, rules, how many lines are written on, how many were read)

A page that reads badly is looked at in four turns, in a small copy; the turn is kept in which most text lies in wide boxes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from statistics import median
from threading import Lock
from typing import Any

import cv2
import numpy as np

from extract.errors import ReadError
from extract.readers.fold import folded
from extract.readers.prints.pdfium.glyphs import Glyph
from extract.readers.prints.pixels.apart import WIDE, blanks_of, gaps_of, middles_of
from extract.readers.prints.pixels.stamps import without_stamps
from extract.regions import Box

Pixels = Any  # height x width x 3, eight bits
LEAST_SCORE = 0.5  # of a line that counts as read
GOOD_SCORE = 0.80  # of the lines of a page that reads well
GOOD_WIDE = 0.75  # share of its characters in wide boxes
STANDING = 0.25  # below which its lines stand: it lies on its side
ANY, SIDEWAYS = (0, 1, 2, 3), (1, 3)  # quarters to the left
SMALL = 1000  # pixels of the longer side of the copy that is turned
SEEN = 1440  # pixels of the longer side in which lines are looked for
NARROW = 900  # pixels of width below which a picture is enlarged
LARGEST = 3600  # pixels of the longer side that are read
LEAST_RULE = 28  # pixels of a rule
RUN = 3  # pixels by which a rule may be broken
SHORT = 6  # characters of a line whose box says little of their size
UNSURE = 0.3  # share by which it may be wrong
APART = 0.9  # of a character: a gap as wide is no error of where characters were seen
LOADING = Lock()
HALF = 0.55  # width of a letter or digit beside a Chinese character


@dataclass(slots=True)
class Seen:
    """What was read of a page, in pixels of the page as it was given, turned upright."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    written: int = 0
    read: int = 0
    turned: int = 0  # quarters by which it was turned to the left


@dataclass(frozen=True, slots=True)
class Mark:
    """One line as the recogniser gives it: its corners, text and score, and where each character that is no blank was seen."""

    corners: tuple[tuple[float, float], ...]
    text: str
    score: float
    middles: tuple[float, ...] = ()  # of each along the line, from 0 to 1
    gaps: tuple[float, ...] = ()  # the white after each beyond the usual, in widths of a character

    @property
    def wide(self) -> bool:
        """Whether it lies on its side as lines of an upright page do."""
        (ax, ay), (bx, by), (cx, cy), _ = self.corners
        return abs(bx - ax) + abs(by - ay) >= 0.9 * (abs(cx - bx) + abs(cy - by)) and abs(bx - ax) >= abs(by - ay)


def _engine() -> Any:
    with LOADING:  # of several threads one loads the models
        return _loaded()


@cache
def _loaded() -> Any:
    try:
        from rapidocr import RapidOCR
    except ImportError as error:
        raise ReadError("ocr_install") from error
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.text_score": 0.0,
            "Global.use_cls": False,
            "Det.unclip_ratio": 1.8,
            "Det.limit_type": "max",
            "Det.limit_side_len": SEEN,
            "Rec.rec_batch_num": 1,  # lines of one width are rare: a batch is padded to its longest
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,  # a second one waits more than it works
        }
    )


def seen(picture: Pixels) -> Seen:
    """What a page says, whichever way round it lies."""
    picture = without_stamps(_sized(picture))
    marks = _marks(picture)
    turn = 0
    if _reads_badly(marks):
        turn = _best_turn(picture, SIDEWAYS if _wide(marks) < STANDING else ANY)
        if turn:
            picture = np.ascontiguousarray(np.rot90(picture, turn))
            marks = _marks(picture)
    height, width = picture.shape[:2]
    read = Seen(float(width), float(height), turned=turn)
    good = [mark for mark in marks if mark.score >= LEAST_SCORE and mark.text.strip()]
    read.written, read.read = len(marks), len(good)
    angle = _angle(good)
    read.rules = _without_strokes(_rules(picture, angle), [_straight(m, angle, (width / 2, height / 2)) for m in good])
    usual = median([_size(mark) for mark in good if _widths(mark.text) > SHORT] or [0.0])
    read.glyphs = [glyph for mark in good for glyph in _glyphs(mark, angle, (width / 2, height / 2), usual)]
    return read


def _sized(picture: Pixels) -> Pixels:
    height, width = picture.shape[:2]
    longest = max(height, width)
    factor = LARGEST / longest if longest > LARGEST else 2.0 if width < NARROW and longest < LARGEST / 2 else 1.0
    if factor == 1.0:
        return picture
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    return cv2.resize(picture, (max(1, int(width * factor)), max(1, int(height * factor))), interpolation=way)


def _marks(picture: Pixels) -> list[Mark]:
    result = _engine()(picture, return_word_box=True, return_single_char_box=True)
    if result is None or result.txts is None or result.boxes is None:
        return []
    lines = zip(result.boxes, result.txts, result.scores, result.word_results, strict=True)
    return [mark_of(picture, box, text, float(score), chars) for box, text, score, chars in lines]


def mark_of(picture: Pixels, box: Any, text: str, score: float, chars: Any) -> Mark:
    """A line as it was recognised; `chars`: each of its characters that is no blank, its score and box."""
    corners = tuple((float(x), float(y)) for x, y in box)
    text = paired(folded(text))
    plain = "".join(text.split())
    boxes = [box for char, _, box in chars if char.strip()]
    mark = Mark(corners, text, score)
    if len(plain) != len(boxes) or not mark.wide:
        return mark
    middles = middles_of(corners, boxes)
    return replace(mark, middles=tuple(middles), gaps=tuple(gaps_of(picture, corners, plain, middles)))


def paired(text: str) -> str:
    """A line with brackets of one width in each pair, for the recogniser mixes them: (相关街道） → （相关街道）."""
    chars = list(text)
    opened: list[int] = []
    for index, char in enumerate(chars):
        if char in "(（":
            opened.append(index)
        elif char in ")）" and opened:
            first = opened.pop()
            if (chars[first] == "(") != (char == ")"):
                chars[first], chars[index] = "（", "）"
    return "".join(chars)


def _reads_badly(marks: Sequence[Mark]) -> bool:
    """Whether a page is likely to lie the wrong way round: its lines stand, or hardly one can be read."""
    length = sum(len(mark.text) for mark in marks)
    if not length:
        return True
    score = sum(mark.score * len(mark.text) for mark in marks) / length
    return _wide(marks) < GOOD_WIDE or score < GOOD_SCORE


def _wide(marks: Sequence[Mark]) -> float:
    """The share of the characters that lie in wide boxes; 1 where there are none."""
    length = sum(len(mark.text) for mark in marks)
    return sum(len(mark.text) for mark in marks if mark.wide or len(mark.text) == 1) / length if length else 1.0


def _best_turn(picture: Pixels, turns: Sequence[int]) -> int:
    """Of some turns to the left, in quarters, the one in which most text lies in wide boxes."""
    factor = SMALL / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) if factor < 1 else picture
    weights = {}
    for turn in turns:
        marks = _marks(np.ascontiguousarray(np.rot90(small, turn)))
        weights[turn] = sum(mark.score**3 * len(mark.text) ** 2 for mark in marks if mark.wide)
    return max(turns, key=lambda turn: weights[turn] * (1.05 if turn == 0 else 1.0))


def _angle(marks: Sequence[Mark]) -> float:
    """By how much the page lies aslant, in radians."""
    angles = []
    for mark in marks:
        (ax, ay), (bx, by) = mark.corners[0], mark.corners[1]
        if bx - ax > 200 and len(mark.text) > 6:
            angles.append((by - ay) / (bx - ax))
    slope = median(angles) if len(angles) > 2 else 0.0
    return float(slope) if 0.004 < abs(slope) < 0.2 else 0.0


def _glyphs(mark: Mark, angle: float, centre: tuple[float, float], usual: float) -> list[Glyph]:
    """The characters of a line, each where it was seen; `usual`: their size on this page."""
    left, top, right, bottom = _straight(mark, angle, centre)
    if _widths(mark.text) <= 0 or right <= left:
        return []
    size = _size(mark, usual)
    inset = 0.12 * (bottom - top)
    plain = "".join(mark.text.split())
    blanks = blanks_of(plain, mark.gaps) if mark.gaps else set()
    return [
        Glyph(char, start, top + inset, end, bottom - inset, start, end, size, (top + bottom) / 2, int(index in blanks))
        for index, (char, (start, end)) in enumerate(zip(plain, _spans(mark, left, right, blanks), strict=True))
    ]


def _spans(mark: Mark, left: float, right: float, blanks: set[int]) -> list[tuple[float, float]]:
    """Where each character that is no blank begins and ends: they touch one another, but for blanks and wide gaps.

    Where they were not seen apart they are spread over the box of their line by their widths.
    """
    unit = (right - left) / (_widths(mark.text) + 0.3)  # the box is a little wider than its text
    spans: list[tuple[float, float]] = []
    broken: set[int] = set(blanks)
    edge = left + 0.15 * unit
    for char in mark.text:
        end = edge + (HALF if char.isascii() else 1.0) * unit
        if char.isspace():
            broken.add(len(spans) - 1)
        else:
            spans.append((edge, end))
        edge = end
    if not mark.middles:
        return spans
    seen_at = [left + share * (right - left) for share in mark.middles]
    spans = [(x - (b - a) / 2, x + (b - a) / 2) for x, (a, b) in zip(seen_at, spans, strict=True)]
    for index, ((_, end), (then, until)) in enumerate(pairwise(list(spans))):
        apart = then - end
        if apart < APART * unit and (apart < 0 or index not in broken):
            middle = (end + then) / 2
            spans[index] = (min(spans[index][0], middle), middle)
            spans[index + 1] = (middle, max(until, middle))
    return spans


def _widths(text: str) -> float:
    return sum(HALF if char.isascii() else 1.0 for char in text)


def _size(mark: Mark, usual: float = 0.0) -> float:
    """The size of the characters of a line, from their width: it is the same in all lines of a paragraph, a box's height is not.

    A short line whose box says little has the usual size of the page.
    """
    width = abs(mark.corners[1][0] - mark.corners[0][0])
    width *= 1 - _apart(mark)
    height = abs(mark.corners[2][1] - mark.corners[1][1])
    total = _widths(mark.text)
    size = width / (total + 0.3) * 1.1 if total > SHORT else min(height, width / (total + 0.3) * 1.1)
    return usual if total <= SHORT and abs(size - usual) < UNSURE * usual else size


def _apart(mark: Mark) -> float:
    """The share of a line that is left white between its characters."""
    wide = sum(gap for gap in mark.gaps if gap >= WIDE)
    return wide / (_widths(mark.text) + wide) if wide else 0.0


def _turned(x: float, y: float, angle: float, centre: tuple[float, float]) -> tuple[float, float]:
    """A point of a page that lies aslant, set straight."""
    return x + angle * (y - centre[1]), y - angle * (x - centre[0])


def _straight(mark: Mark, angle: float, centre: tuple[float, float]) -> Box:
    """The box of a line of a page that lies aslant, set straight."""
    points = [_turned(x, y, angle, centre) for x, y in mark.corners]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _without_strokes(rules: list[Box], lines: Sequence[Box]) -> list[Box]:
    """The rules that are no strokes of a large character (国, 四): those lie within the box of a line and are as short as it is high."""
    return [rule for rule in rules if not any(_is_stroke(rule, line) for line in lines)]


def _is_stroke(rule: Box, line: Box) -> bool:
    (left, top, right, bottom), (a, b, c, d) = rule, line
    return a <= left and right <= c and b <= top and bottom <= d and max(right - left, bottom - top) <= d - b


def _rules(picture: Pixels, angle: float) -> list[Box]:
    """The ruled lines of a page."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY) if picture.ndim == 3 else picture
    if angle:
        height, width = grey.shape
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), float(np.degrees(angle)), 1.0)
        grey = cv2.warpAffine(grey, matrix, (width, height), borderValue=255)
    black = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12)
    rules: list[Box] = []
    height, width = grey.shape
    for across in (True, False):
        length = max(LEAST_RULE, (width if across else height) // 45)
        kernel = np.ones((1, length) if across else (length, 1), np.uint8)
        closed = cv2.morphologyEx(black, cv2.MORPH_CLOSE, np.ones((1, RUN) if across else (RUN, 1), np.uint8))
        lines = cv2.morphologyEx(closed, cv2.MORPH_OPEN, kernel)
        lines = cv2.dilate(lines, np.ones((3, 3), np.uint8))
        count, _, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
        for x, y, w, h, _ in stats[1:count].tolist():
            thick = h if across else w
            if thick <= 12 and max(w, h) >= length:
                middle = y + h / 2 if across else x + w / 2
                box = (x, middle - 0.5, x + w, middle + 0.5) if across else (middle - 0.5, y, middle + 0.5, y + h)
                rules.append((float(box[0]), float(box[1]), float(box[2]), float(box[3])))
    return rules
