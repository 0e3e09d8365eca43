"""Lines of pages → paragraphs: a line that is full goes on in the next one, unless that is set in.

In:  lines with their places   Out: lists of lines that are one paragraph, also over a page break
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from extract.clean import fold
from extract.names.marks import HAN
from extract.readers.prints.columns import ASIDE
from extract.readers.prints.lines import Line
from extract.text.paragraphs import LABEL, is_enumerated

FULL = 1.7  # characters that may be missing at the end of a full line
IN = 0.9  # characters by which a first line is set in
SIZES = 0.12  # by which the letters of one paragraph may differ
FAR = 2.3  # heights of a line between the lines of a paragraph
CLOSED = "。！？；：!?;:）)"
HEAD = re.compile(rf"^[{HAN}]{{4,30}}文件$")  # 安山县人民政府文件, the red head of the next document
WIDE_GAP = " " * 6  # columns
LEAST_SHARE = 0.06  # of the lines begin at the margin
LEAST_FULL = 5  # lines that show where lines end
LEAST_RIGHT = 0.6  # of the width of a page, at which its lines end at least
BULLETS = "-–—·•● "
WHOLE = re.compile(rf"[“‘（《〈【\[(]{{0,3}}.[^{HAN}“‘（《〈【]{{0,20}}", re.S)
LEAST_LINES = 8  # of a page that shows its own margins
FACING = 6.0  # points by which the left margins of pages that are bound on one side may differ
LEADERS = re.compile(r"[.．·…‥]{4,200}\s{0,4}\d{1,4}\s{0,4}$")  # 二、工作要求……12, a line of a table of contents
SHORTEST = 8  # characters of a line beside the text that is no entry of a list of links
HANGS = re.compile(rf"[{HAN} 　]{{2,12}}[：:]")  # 抄送：…, whose further lines begin below what follows it


Margins = Mapping[tuple[int, int], tuple[float, float]]  # of each page and column: where its lines begin and end


def margins_of(pages: Sequence[tuple[int, float, Sequence[Line]]]) -> Margins:
    """The margins of pages (number, width, lines); a page of short lines has those of the other pages of its width.

    Of those, the ones whose lines begin where its own do: pages that are bound have the wider margin left and right by turns.
    """
    margins: dict[tuple[int, int], tuple[float, float]] = {}
    for number, _, lines in pages:
        for column in {line.column for line in lines} - {0}:
            margins[number, column] = _margins([line for line in lines if line.column == column])
    pages = [(number, width, [line for line in lines if not line.column]) for number, width, lines in pages]
    alike = _Alike(pages)
    for number, width, lines in pages:
        own = alike.owns[number]
        if _ending(lines, own[1]) < LEAST_FULL or own[1] < LEAST_RIGHT * width:
            whole = alike.margins(width, own[0])
            right = whole[1] if whole[1] >= LEAST_RIGHT * width else width - whole[0]
            own = (own[0] if len(lines) >= LEAST_LINES else whole[0], max(right, own[1]))
        margins[number, 0] = own
    return margins


class _Alike:
    """The margins that pages as wide have together."""

    def __init__(self, pages: Sequence[tuple[int, float, Sequence[Line]]]) -> None:
        self.pages = pages
        self.owns = {number: _margins(lines) for number, _, lines in pages}
        self.known: dict[tuple[int, int | None], tuple[float, float]] = {}

    def margins(self, width: float, left: float | None) -> tuple[float, float]:
        """Those of pages whose lines begin at `left`; of all where that is None, and where those do not tell."""
        key = (round(width / 5), None if left is None else round(left / FACING))
        if key not in self.known:
            lines = [
                line
                for number, other, some in self.pages
                if abs(other - width) < 5 and (left is None or abs(self.owns[number][0] - left) <= FACING)
                for line in some
            ]
            bounds = _margins(lines)
            tells = bounds[1] >= LEAST_RIGHT * width and _ending(lines, bounds[1]) >= LEAST_FULL
            self.known[key] = bounds if tells or left is None else self.margins(width, None)
        return self.known[key]


def paragraphs_of(lines: Sequence[Line], margins: Margins) -> Iterator[list[Line]]:
    """The paragraphs of consecutive lines."""
    parts: list[Line] = []
    for line in lines:
        if parts and not _goes_on(parts, line, margins):
            yield parts
            parts = []
        parts.append(line)
    if parts:
        yield parts


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Where the lines that go on begin, and where most long lines end."""
    longest = max((line.right - line.left for line in lines), default=0.0)
    long = [line for line in lines if line.right - line.left > 0.6 * longest]
    if not long:
        return 0.0, 0.0
    step = max(4.0, 0.5 * median(line.size for line in long))
    least = max(2, LEAST_SHARE * len(lines))
    lefts = sorted(line.left for line in lines)
    left = next((x for x in dict.fromkeys(lefts) if _within(lefts, x, step) >= least), lefts[0])
    return left, _commonest([line.right for line in long], step, 1)


def _whole(text: str) -> float:
    """The width of what no line break divides at the beginning of a line, beyond one character: 50%, 2022年, 规”."""
    match = WHOLE.match(text)
    return max(0.0, sum(0.55 if char.isascii() else 1.0 for char in match[0]) - 1.0) if match else 0.0


def _ending(lines: Sequence[Line], right: float) -> int:
    """How many lines end at a margin."""
    return sum(abs(line.right - right) <= max(4.0, 0.5 * line.size) for line in lines)


def _commonest(values: Sequence[float], step: float, towards: int) -> float:
    """The place at which most values lie, within a step; of two the outer one."""
    ordered = sorted(values)
    near = {value: _within(ordered, value, step) for value in ordered}
    return max(near, key=lambda value: (near[value], towards * value))


def _within(ordered: Sequence[float], value: float, step: float) -> int:
    """How many of the ordered values lie within a step of one."""
    return bisect_right(ordered, value + step) - bisect_left(ordered, value - step)


def _goes_on(parts: Sequence[Line], line: Line, margins: Margins) -> bool:
    before = parts[-1]
    size = before.size
    if abs(size - line.size) > SIZES * max(size, line.size) or WIDE_GAP in line.text or WIDE_GAP in before.text:
        return False
    left, right = margins[before.page, before.column]
    opens = fold(line.text).lstrip(BULLETS)
    if before.text[-1] in CLOSED and (is_enumerated(opens) or LABEL.match(opens) or HEAD.match(line.text)):
        return False
    if LEADERS.search(before.text) or (before.column == ASIDE and len(before.text) < SHORTEST):
        return False
    if before.right < right - FULL * size - _whole(line.text) * size:
        return False
    own_left, _ = margins[line.page, line.column]
    if _hangs(parts[0], line):
        own_left = line.left
    if line.left > own_left + IN * line.size or line.left < own_left - 1.5 * line.size:
        return False
    if bool(before.column) != bool(line.column):
        return False
    if (before.page, before.column) == (line.page, line.column):
        pitch = line.middle - before.middle
        if pitch <= 0 or pitch > FAR * max(size, before.box[3] - before.box[1]):
            return False
    return not (len(parts) == 1 and before.left > left + 3.2 * size)  # a centred title


def _hangs(first: Line, line: Line) -> bool:
    """Whether a line begins below what follows the label of the paragraph's first line, where all of its further lines begin."""
    label = HANGS.match(first.text)
    if label is None or len(first.edges) <= 2 * label.end() or is_enumerated(fold(line.text)):
        return False
    return abs(first.edges[2 * label.end()] - line.left) < 0.6 * line.size
