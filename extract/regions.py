"""Where stretches of a document's text stand in its file: page and box, sheet and cell, or element; and what a reader doubts.

In:  regions in the order of the text   Out: place_of(regions, start, end): page, the box around the stretch, a box a line

Boxes are left, top, right, bottom from the top left corner of the page: points in a PDF, pixels in a picture.
"""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Region:
    """Where the text [start, end) stands in its file: page (from 1) and box, sheet and cell, or element.

    `edges`: left and right edge of each character, one after the other, where the file says them.
    """

    start: int
    end: int
    page: int | None = None
    box: Box | None = None
    cell: str | None = None
    element: str | None = None
    edges: Sequence[float] = field(default=(), repr=False)

    def part(self, start: int, end: int) -> Box | None:
        """The box of the characters [start, end) of the document that stand in this region."""
        if self.box is None:
            return None
        first, last = max(start, self.start) - self.start, min(end, self.end) - self.start
        if not self.edges or last <= first:
            return self.box
        lefts, rights = self.edges[2 * first : 2 * last : 2], self.edges[2 * first + 1 : 2 * last : 2]
        return (min(lefts), self.box[1], max(rights), self.box[3])


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader could not settle about the text [start, end): a code of extract/wording/reasons.toml with its values."""

    start: int
    end: int
    rule: str
    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands: page, the box around what of it is on that page, and its boxes line by line."""

    page: int
    box: Box | None = None
    boxes: tuple[Box, ...] = ()


def within(regions: Sequence[Region], start: int, end: int) -> Iterator[Region]:
    """The regions that hold a character of [start, end)."""
    position = bisect.bisect_right(regions, start, key=lambda region: region.start) - 1
    for region in regions[max(0, position) :]:
        if region.start >= end:
            return
        if region.end > start:
            yield region


def place_of(regions: Sequence[Region], start: int, end: int) -> Place | None:
    """The place of the text [start, end): its first page, and the boxes on that page; None in a file without pages."""
    paged = [region for region in within(regions, start, end) if region.page is not None]
    if not paged or paged[0].page is None:
        return None
    page = paged[0].page
    boxes = [box for region in paged if region.page == page and (box := region.part(start, end))]
    if not boxes:
        return Place(page)
    lines = _lines(boxes)
    return Place(page, _around(boxes), tuple(lines) if len(lines) > 1 else ())


def _lines(boxes: Sequence[Box]) -> list[Box]:
    """Boxes that stand side by side on one line, put together."""
    lines: list[Box] = []
    for box in boxes:
        if (
            lines
            and lines[-1][1] == box[1]
            and lines[-1][3] == box[3]
            and -1 <= box[0] - lines[-1][2] <= box[3] - box[1]
        ):
            lines[-1] = _around([lines[-1], box])
        else:
            lines.append(_rounded(box))
    return lines


def _around(boxes: Sequence[Box]) -> Box:
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    return _rounded((left, top, max(b[2] for b in boxes), max(b[3] for b in boxes)))


def _rounded(box: Box) -> Box:
    left, top, right, bottom = (round(value, 1) for value in box)
    return (left, top, right, bottom)
