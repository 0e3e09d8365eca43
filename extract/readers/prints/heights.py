"""Characters of a page, or of a column of it → those of each line, from above.

Characters whose middles lie on one height are a line; a comma or a dash shows no height of its own.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from statistics import median

from extract.names.marks import is_han
from extract.readers.prints.pdfium.glyphs import Glyph

SAME = 0.45  # share of the smaller height by which the middles of one line may differ
TALL = 0.75  # of its size: a mark as high shows how high its line is


def by_height(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The characters of each line, from above; small marks (、。) go with the characters at whose height they stand."""
    glyphs = sorted(glyphs, key=lambda g: (g.middle, g.left))
    groups: list[list[Glyph]] = []
    spans: list[tuple[float, float]] = []  # top and bottom of the taller characters of each line
    tall = [g for g in glyphs if _is_tall(g)]
    small = [g for g in glyphs if not _is_tall(g)]
    for glyph in tall:
        if groups:
            top, bottom = spans[-1]
            height = min(bottom - top, glyph.y1 - glyph.y0)
            shared = min(bottom, glyph.y1) - max(top, glyph.y0)
            if shared > (1 - SAME) * height:
                groups[-1].append(glyph)
                if len(groups[-1]) < 4:
                    spans[-1] = (min(top, glyph.y0), max(bottom, glyph.y1))
                continue
        groups.append([glyph])
        spans.append((glyph.y0, glyph.y1))
    if not groups:
        return _flat(small)
    alone: list[Glyph] = []
    middles = [(top + bottom) / 2 for top, bottom in spans]
    for glyph in small:
        base = glyph.centre
        position = min(
            range(max(0, bisect_right(middles, base) - 2), min(len(middles), bisect_right(middles, base) + 2)),
            key=lambda i: _away(spans[i], base),
        )
        if _away(spans[position], base) <= glyph.size:
            groups[position].append(glyph)
        else:
            alone.append(glyph)
    groups += _flat(alone)
    groups.sort(key=lambda group: median(g.middle for g in group))
    return groups


def _is_tall(glyph: Glyph) -> bool:
    """Whether a character shows how high its line is: a letter, a bracket; not a comma, a colon, an asterisk."""
    plain = is_han(glyph.char) or (glyph.char.isascii() and glyph.char.isalnum())
    return plain or glyph.y1 - glyph.y0 >= TALL * glyph.size


def _flat(marks: Sequence[Glyph]) -> list[list[Glyph]]:
    """Lines of nothing but small marks: a rule drawn with ━."""
    groups: list[list[Glyph]] = []
    for mark in sorted(marks, key=lambda g: g.middle):
        if groups and mark.middle - groups[-1][0].middle < 0.3 * mark.size:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _away(span: tuple[float, float], height: float) -> float:
    return max(span[0] - height, height - span[1], 0.0)
