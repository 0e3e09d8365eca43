"""Characters of a page → its lines, in the order in which they are read.

In:  characters with their boxes   Out: Line(pieces of text with the edges of each character)

Characters whose middles lie on one height are a line; a page of two columns of prose is read column by column. A gap between Chinese
characters that is wider than one of them becomes blanks, as many as fit, so that names set in columns stay apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from extract.names.marks import is_han
from extract.readers.prints.columns import in_columns
from extract.readers.prints.heights import by_height
from extract.readers.prints.pdfium.glyphs import Glyph
from extract.regions import Box

DRAWN = "—–―─…_"  # marks that are printed one after another as one stroke
BLANK = 0.9  # of a character: a gap as wide is a blank between Chinese characters
WORD = 0.22  # the same between letters and digits
NARROW = 0.2  # the same where the gaps of its line are narrower
CLOSING = "。；！？"
LEAST_LINE = 6  # characters of a line that shows how wide its gaps are
MOST_BLANKS = 30
OVERLAP = 0.5  # of a character: two that lie so far over one another are one, printed twice (bold)


@dataclass(slots=True)
class Line:
    """One printed line."""

    text: str
    box: Box
    left: float  # where it begins and ends, with the room that its first and last character take
    right: float
    edges: list[float] = field(default_factory=list, repr=False)  # left and right of each character
    size: float = 0.0
    page: int = 0
    spaced: bool = False  # a blank is printed at its end
    column: int = 0  # of its page, where that is set in columns

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.box[1] + self.box[3]) / 2

    def scale(self, factor: float) -> None:
        """Puts the line in other units."""
        a, b, c, d = self.box
        self.box = (a * factor, b * factor, c * factor, d * factor)
        self.left, self.right, self.size = self.left * factor, self.right * factor, self.size * factor
        self.edges = [edge * factor for edge in self.edges]


def lines_of(glyphs: Iterable[Glyph], page: int = 0) -> list[Line]:
    """The lines of a page, from above; of two columns the left one first."""
    lines = []
    for column, group in in_columns(by_height(glyphs)):
        line = line_of(group, page)
        line.column = column
        if line.text:
            lines.append(line)
    return lines


def line_of(glyphs: list[Glyph], page: int = 0) -> Line:
    """The characters of one line as text, blanks where gaps are wide."""
    glyphs = sorted(glyphs, key=lambda g: g.left)
    size = median(g.size for g in glyphs)
    em = _em(glyphs, size)
    text: list[str] = []
    edges: list[float] = []
    before: Glyph | None = None
    usual = median([b.left - a.right for a, b in pairwise(glyphs)]) if len(glyphs) > LEAST_LINE else 0.0
    for glyph in glyphs:
        if before is not None:
            if (
                glyph.char == before.char
                and glyph.char not in DRAWN
                and glyph.x0 - before.x0 < OVERLAP * (before.x1 - before.x0)
            ):
                continue
            gap = glyph.left - before.right
            both = before.char.isascii() and glyph.char.isascii() and before.char.isalnum() and glyph.char.isalnum()
            blanks = 0
            if gap > (WORD if both else BLANK) * em:
                blanks = 1 if both and gap < em else min(MOST_BLANKS, max(1, round(2 * gap / em)))
            elif gap - usual > NARROW * em and _may_stand_apart(before.char, glyph.char):
                blanks = 1
            blanks = max(blanks, min(before.spaced, MOST_BLANKS))
            text.append(" " * blanks)
            edges += [before.x1, glyph.x0] * blanks
        text.append(glyph.char)
        edges += [glyph.x0, glyph.x1]
        before = glyph
    top, bottom = min(g.y0 for g in glyphs), max(g.y1 for g in glyphs)
    box = (min(g.x0 for g in glyphs), top, max(g.x1 for g in glyphs), bottom)
    return Line(
        "".join(text), box, glyphs[0].left, max(g.right for g in glyphs), edges, size, page, glyphs[-1].spaced > 0
    )


def _may_stand_apart(before: str, char: str) -> bool:
    """Whether a narrow gap between two characters is a blank: behind a closing mark no program widens one of its own (…。 2、…)."""
    return (is_han(before) and is_han(char)) or (before in CLOSING and char.isalnum())


def _em(glyphs: Sequence[Glyph], size: float) -> float:
    """The width of a Chinese character of a line."""
    wide = [g.right - g.left for g in glyphs if not g.char.isascii()]
    return median(wide) if wide else size
