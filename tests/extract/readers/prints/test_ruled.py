"""Rules of a page that are a table, and strokes that are none."""

import pytest

from extract.readers.prints.pdfium.glyphs import Glyph
from extract.readers.prints.ruled import grids_of
from extract.regions import Box


def word(text: str, left: float, top: float, size: float = 12.0) -> list[Glyph]:
    return [
        Glyph(sign, x, top, x + size, top + size, x, x + size, size, top + size / 2)
        for x, sign in zip((left + size * index for index in range(len(text))), text, strict=True)
    ]


def ruled(xs: list[float], ys: list[float]) -> list[Box]:
    across = [(xs[0], y, xs[-1], y + 0.5) for y in ys]
    return across + [(x, ys[0], x + 0.5, ys[-1]) for x in xs]


TOP = [100.0, 130.0, 160.0]
HEAD, ROW = ["序号", "任务", "牵头单位"], ["1", "整修渠道", "县水利局"]


def test_strokes_between_the_characters_of_a_word_are_no_table() -> None:
    """The bars of large letters, the arrows of a chart."""
    glyphs = word("实地核查人员", 200, 110) + word("专卖部门负责人", 196, 140)
    grids, rest = grids_of(ruled([190.0, 207.0, 218.0, 243.0, 290.0], TOP), glyphs, 1)
    assert (grids, rest) == ([], glyphs)


@pytest.mark.parametrize("narrow", [18.0, 40.0])
def test_a_narrow_column_of_numbers_is_one_of_a_table(narrow: float) -> None:
    lefts = [52.0, 52.0 + narrow, 152.0 + narrow]
    head = word("号", lefts[0], 110) + word(HEAD[1], lefts[1], 110) + word(HEAD[2], lefts[2], 110)
    row = [glyph for left, cell in zip(lefts, ROW, strict=True) for glyph in word(cell, left, 140)]
    [grid], rest = grids_of(ruled([50.0, 50.0 + narrow, 150.0 + narrow, 260.0 + narrow], TOP), head + row, 1)
    assert (grid.rows, grid.columns, rest) == (2, 3, [])
