"""What a reader hands over: text with layout, and for every stretch of it the place in the file that it was read from.

In:  lines, cells, boxes as a file has them   Out: Reading(text, regions), offsets counted while the text is put together

A table row is a line, its cells divided by tabs; nothing within a cell is a tab or a line break.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.regions import Box, Region, Remark

SPACE = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of one file as extraction sees it."""

    text: str
    media: str = "text"
    by: str = "text"  # text, or ocr where the letters were guessed from a picture
    regions: Sequence[Region] = ()
    remarks: Sequence[Remark] = ()
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A page to be looked at; `boxes`: index of the passage, then left, top, width, height as shares of the page."""

    png: bytes
    width: int
    height: int
    boxes: tuple[tuple[int, Box], ...] = ()


class Writer:
    """Puts a text together and remembers where each stretch of it came from."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._regions: list[Region] = []
        self.length = 0

    def write(
        self,
        text: str,
        page: int | None = None,
        box: Box | None = None,
        cell: str | None = None,
        element: str | None = None,
        edges: Sequence[float] = (),
    ) -> tuple[int, int]:
        """Adds a stretch of text; returns its offsets."""
        start = self.length
        if text:
            self._parts.append(text)
            self.length += len(text)
            if page is not None or cell is not None or element is not None:
                self._regions.append(Region(start, self.length, page, box, cell, element, edges))
        return start, self.length

    def line(self, text: str, **where: object) -> tuple[int, int]:
        """Adds a line, ended."""
        span = self.write(text, **where)  # type: ignore[arg-type]
        self.write("\n")
        return span

    def row(self, cells: Iterable[str], where: str | None = None) -> None:
        """Adds a table row, its cells divided by tabs; `where` names the row: Sheet1!3."""
        self.cells([(cell, f"{where}:{index}" if where else None) for index, cell in enumerate(cells, 1)])

    def cells(self, cells: Iterable[tuple[str, str | None]]) -> None:
        """Adds a table row, of each cell its text and its name."""
        for index, (cell, name) in enumerate(cells):
            if index:
                self.write("\t")
            self.write(flat(cell), cell=name)
        self.write("\n")

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    @property
    def regions(self) -> tuple[Region, ...]:
        """The regions so far, in the order of the text."""
        return tuple(self._regions)


def flat(cell: str) -> str:
    """The text of a cell on one line."""
    return SPACE.sub(" ", cell).strip()
