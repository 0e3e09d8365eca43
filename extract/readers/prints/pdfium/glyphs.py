"""A page of a PDF → its characters and ruled lines, in points from the top left corner of the page as it is shown.

In:  a page opened with PDFium   Out: Page(glyphs, rules, pictures); characters of a watermark, set aslant, are left out
"""

import ctypes
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from extract.names.marks import is_han
from extract.regions import Box

STRAIGHT = 0.03  # radians that the characters of a line may be aslant
RIGHT_ANGLE = 1.5707963
THIN = 3.0  # points: a thicker stroke is a filled area
SHORT = 4.0  # points: a shorter stroke is no rule
MOST_OBJECTS = 60_000
MOST_SEGMENTS = 20_000
DEEPEST = 8
PICTURE_SHARE = 0.45  # of a page that a picture covers which may be the scan of it
COVERED = 0.85  # the same where it hides what was drawn before it
UNSEEN = 3  # render mode of text that is not drawn, which programs lay under a scan
SAMPLED = 40  # characters of a page whose render mode is asked
LEAST_LYING = 20  # characters of a page that lies on its side
MOSTLY = 0.8  # of its text that is not seen
SOFT_HYPHEN = 0xAD
BLANKS = (10, 13, 32, 0xA0, 0x3000, 0xFFFE)
STRAIGHT_DOWN = 0.3  # of a character, by which one may stand beside the one above it
FAR_DOWN = 2.5  # of a character between the middles of one and the next in a column
LEAST_DOWN = 10  # of them that show how a page runs
LEAST_PALE = 26.0  # points of a character that may be one of a pale watermark
PALE = (0.02, 0.3)  # how dark its colour is
LARGE = 1.8  # of the usual size: letters that are a watermark if the text runs through them


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its box, drawn as tightly as it is inked, and the space it takes in its line (left, right, centre)."""

    char: str
    x0: float
    y0: float
    x1: float
    y1: float
    left: float
    right: float
    size: float
    centre: float  # the height at which its line runs, wherever it is inked itself
    spaced: int = 0  # blanks that are printed after it

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.y0 + self.y1) / 2


@dataclass(slots=True)
class Page:
    """What is printed on a page."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    pictured: bool = False  # a picture covers much of the page
    garbled: int = 0  # characters that the file does not say
    turned: int = 0  # quarters to the left by which it was turned, for its text to stand upright
    covered: bool = False  # a picture covers nearly all of it
    unseen: bool = False  # and nobody sees its text, which another program read off that picture


def page_of(document: Any, index: int) -> Page:
    """The characters and rules of a page."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise ValueError(f"page {index + 1}")
    try:
        on_page = _placed(page)
        read = Page(index + 1, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
        hidden = _cover(page, read)
        text = pdfium.FPDFText_LoadPage(page)
        if text:
            try:
                on_page = _upright(page, text, on_page, read)
                read.glyphs = without_watermark(list(_glyphs(text, on_page, read)))
                read.unseen = read.covered and (hidden or _is_unseen(text))
            finally:
                pdfium.FPDFText_ClosePage(text)
        _objects(page, on_page, read)
        return read
    finally:
        pdfium.FPDF_ClosePage(page)


def _cover(page: Any, found: Page) -> bool:
    """Notes whether a picture covers the page; whether most of its text was drawn before that picture, which hides it."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    before = after = 0
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            after += 1
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE and pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            area = (right.value - left.value) * (top.value - bottom.value)
            if area >= COVERED * found.width * found.height:
                found.covered = True
                before, after = before + after, 0
    return before > 0 and before >= MOSTLY * (before + after)


def _is_unseen(text: Any) -> bool:
    """Whether most characters of a page are not drawn."""
    count = pdfium.FPDFText_CountChars(text)
    things = [pdfium.FPDFText_GetTextObject(text, index) for index in range(0, count, max(1, count // SAMPLED))]
    modes = [pdfium.FPDFTextObj_GetTextRenderMode(thing) for thing in things if thing]
    return bool(modes) and modes.count(UNSEEN) >= MOSTLY * len(modes)


Place = Callable[[float, float], tuple[float, float]]


def _placed(page: Any) -> Place:
    """How a point of the file lies on the page as it is shown: turned, from its top left corner."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    known = pdfium.FPDFPage_GetCropBox(page, left, bottom, right, top) or pdfium.FPDFPage_GetMediaBox(
        page, left, bottom, right, top
    )
    turned = pdfium.FPDFPage_GetRotation(page)
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    x, y = (left.value, bottom.value) if known else (0.0, 0.0)
    ways: dict[int, Place] = {
        0: lambda a, b: (a - x, height - (b - y)),
        1: lambda a, b: (b - y, a - x),
        2: lambda a, b: (width - (a - x), b - y),
        3: lambda a, b: (width - (b - y), height - (a - x)),
    }
    return ways.get(turned, ways[0])


def _upright(page: Any, text: Any, place: Place, found: Page) -> Place:
    """How a point lies on the page turned so that its text runs from left to right.

    Tables are often set lying on their side; columns of text that runs downwards, the first at the right, are lines of a page that lies so.
    """
    count = pdfium.FPDFText_CountChars(text)
    sample = [index for index in range(0, count, max(1, count // SAMPLED)) if _is_printed(text, index)]
    angles = [pdfium.FPDFText_GetCharAngle(text, index) for index in sample]
    quarters = Counter(round(angle / RIGHT_ANGLE) % 4 for angle in angles if angle >= 0)
    if not quarters or count < LEAST_LYING:
        return place
    quarter, often = quarters.most_common(1)[0]
    turned = (quarter + pdfium.FPDFPage_GetRotation(page)) % 4
    if often < MOSTLY * quarters.total():
        return place
    if quarter == 0 and _runs_down(text, sample, count):
        turned = (turned + 1) % 4
    if not turned:
        return place
    width, height = found.width, found.height
    found.turned = turned
    if turned != 2:
        found.width, found.height = height, width
    ways: dict[int, Callable[[float, float], tuple[float, float]]] = {
        1: lambda x, y: (y, width - x),
        2: lambda x, y: (width - x, height - y),
        3: lambda x, y: (height - y, x),
    }
    return lambda a, b: ways[turned](*place(a, b))


def _is_printed(text: Any, index: int) -> bool:
    """Whether a character is one that the page prints: no blank, no line end that is only understood."""
    return pdfium.FPDFText_GetUnicode(text, index) not in BLANKS and pdfium.FPDFText_IsGenerated(text, index) == 0


def _runs_down(text: Any, sample: list[int], count: int) -> bool:
    """Whether most Chinese characters stand below the one before, as they are written: 縣 / 政 / 府."""
    pairs = below = 0
    for index in sample:
        after = index + 1
        while after < min(count, index + 4) and not _is_printed(text, after):
            after += 1
        if after >= count or not all(is_han(chr(pdfium.FPDFText_GetUnicode(text, i))) for i in (index, after)):
            continue
        left, bottom, right, top = _char_box(text, index)
        then_left, then_bottom, then_right, then_top = _char_box(text, after)
        aside, down = (then_left + then_right - left - right) / 2, (bottom + top - then_bottom - then_top) / 2
        size = max(right - left, top - bottom)
        pairs += 1
        below += abs(aside) < STRAIGHT_DOWN * size and 0 < down < FAR_DOWN * size
    return pairs >= LEAST_DOWN and below >= MOSTLY * pairs


def _char_box(text: Any, index: int) -> Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return (left.value, bottom.value, right.value, top.value)


def _glyphs(text: Any, place: Place, page: Page) -> Iterator[Glyph]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    loose = pdfium.FS_RECTF()
    turned = 0
    glyphs: list[tuple[Glyph, float]] = []
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in BLANKS:
            if code in (32, 0xA0, 0x3000) and glyphs and pdfium.FPDFText_IsGenerated(text, index) == 0:
                glyphs[-1] = (replace(glyphs[-1][0], spaced=glyphs[-1][0].spaced + 1), glyphs[-1][1])
            continue
        if code == 0 or code == 0xFFFD or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
            page.garbled += 1
            if code == 0:
                continue
        if not pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top):
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, index, loose):
            continue
        angle = pdfium.FPDFText_GetCharAngle(text, index)
        ax, ay = place(left.value, top.value)
        bx, by = place(right.value, bottom.value)
        cx, cy = place(loose.left, loose.top)
        dx, dy = place(loose.right, loose.bottom)
        size = min(abs(cy - dy), abs(cx - dx) * 2.2) if abs(cx - dx) > 0 else abs(cy - dy)
        if size >= LEAST_PALE and _is_pale(text, index):
            continue
        char = drawn(code)
        glyph = Glyph(
            char, min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), min(cx, dx), max(cx, dx), size, (cy + dy) / 2
        )
        glyphs.append((glyph, angle))
        turned += 1
    quarter = Counter(round(angle / RIGHT_ANGLE) % 4 for _, angle in glyphs).most_common(1)
    main = quarter[0][0] if quarter else 0
    for glyph, angle in glyphs:
        aslant = abs(angle / RIGHT_ANGLE - round(angle / RIGHT_ANGLE)) * RIGHT_ANGLE
        if aslant <= STRAIGHT or (main != round(angle / RIGHT_ANGLE) % 4 and aslant <= STRAIGHT):
            yield glyph


def _is_pale(text: Any, index: int) -> bool:
    """Whether a large character is printed in a colour that is hardly seen, though no white on a coloured ground: a watermark."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(text, index, red, green, blue, alpha):
        return False
    light = (0.3 * red.value + 0.59 * green.value + 0.11 * blue.value) / 255
    dark: float = (1 - light) * alpha.value / 255
    return PALE[0] < dark < PALE[1]


def without_watermark(glyphs: list[Glyph]) -> list[Glyph]:
    """The characters without large ones that others are printed over: 内部资料 across a page."""
    if not glyphs:
        return glyphs
    most = LARGE * median(glyph.size for glyph in glyphs)
    if all(glyph.size <= most for glyph in glyphs):
        return glyphs
    small = sorted((glyph.middle, (glyph.left + glyph.right) / 2) for glyph in glyphs if glyph.size <= most)
    kept: list[Glyph] = []
    for is_large, run in groupby(glyphs, key=lambda glyph: glyph.size > most):
        some = list(run)
        if not is_large or sum(_is_printed_over(one, small) for one in some[:SAMPLED]) <= min(len(some), SAMPLED) / 2:
            kept += some
    return kept


def _is_printed_over(glyph: Glyph, others: Sequence[tuple[float, float]]) -> bool:
    """Whether one of the others (height, place) stands in the box of a character."""
    rows = others[bisect_left(others, (glyph.y0, 0.0)) : bisect_left(others, (glyph.y1, 0.0))]
    return any(glyph.x0 < across < glyph.x1 for _, across in rows)


def drawn(code: int) -> str:
    """The character as it is drawn: what stands on a page is no soft hyphen, though some programs say so of every hyphen (2014-2020)."""
    return "-" if code == SOFT_HYPHEN else chr(code) if code < 0x110000 else "\ufffd"


def _objects(page: Any, place: Place, found: Page) -> None:
    """Gathers rules and pictures of a page, also those in forms within it."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    count = 0
    stack: list[tuple[Any, tuple[float, ...], int]] = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        stack.append((pdfium.FPDFPage_GetObject(page, index), (1, 0, 0, 1, 0, 0), 0))
    while stack and count < MOST_OBJECTS:
        thing, matrix, depth = stack.pop()
        count += 1
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = _product(_matrix(thing), matrix)
            for index in range(min(pdfium.FPDFFormObj_CountObjects(thing), MOST_OBJECTS)):
                stack.append((pdfium.FPDFFormObj_GetObject(thing, index), inner, depth + 1))
            continue
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        if not pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            continue
        corners = [_moved(matrix, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
        box = _box([place(x, y) for x, y in corners])
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            area = (box[2] - box[0]) * (box[3] - box[1])
            found.pictured = found.pictured or area > PICTURE_SHARE * found.width * found.height
            continue
        _rules(thing, matrix, place, box, found)


def _rules(path: Any, matrix: tuple[float, ...], place: Place, box: Box, found: Page) -> None:
    if _is_rule(box):
        found.rules.append(box)
        return
    segments = pdfium.FPDFPath_CountSegments(path)
    if not 2 <= segments <= MOST_SEGMENTS or min(box[2] - box[0], box[3] - box[1]) < SHORT:
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke) or (not stroke.value and segments <= 5):
        return
    inner = _product(_matrix(path), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    first = before = (0.0, 0.0)
    thin: list[tuple[float, float]] = []
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = place(*_moved(inner, x.value, y.value))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if thin and not stroke.value and _is_rule(_box(thin)):
                found.rules.append(_box(thin))
            first, thin = point, [point]
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            thin.append(point)
            if stroke.value and _is_rule(_box([before, point])):
                found.rules.append(_box([before, point]))
        if pdfium.FPDFPathSegment_GetClose(segment) and stroke.value and _is_rule(_box([point, first])):
            found.rules.append(_box([point, first]))
        before = point
    if thin and not stroke.value and _is_rule(_box(thin)):
        found.rules.append(_box(thin))


def _is_rule(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) <= THIN and max(width, height) >= SHORT


def _box(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _matrix(thing: Any) -> tuple[float, ...]:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, matrix):
        return (1, 0, 0, 1, 0, 0)
    return (
        matrix.a,
        matrix.b,
        matrix.c,
        matrix.d,
        matrix.e,
        matrix.f,
    )


def _product(first: tuple[float, ...], then: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _moved(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)
