"""Titles that a line of cells only seems to print: blanks divide them from what they are read with.

In:  清水河　李村至王村　丁力　镇党委副书记　石磊　000000   Out: no title of 石磊: where names come first, a post is of the one before it
In:  县委书记 丁力 县长 石磊 副县长 尹青                     Out: no body 县委书记丁力县长石磊县人民政府

Lines whose cells make rows are read as tables; here stand those that nothing else divides.
"""

from collections.abc import Sequence
from itertools import pairwise

from extract.clean import leaps
from extract.document import Block
from extract.names.offices.office import Office
from extract.names.offices.posts import post_at_end
from extract.names.people import is_person_name
from extract.names.persons.holders import Holder

MARKS = ",;:。!?、"


def runs_over_blanks(block: Block, holder: Holder) -> bool:
    """Whether blanks that divide cells stand inside a body, or between a title and the name that only seems to follow it."""
    gaps = [] if block.is_row or isinstance(block.text.offsets, range) else _gaps(block)
    if not gaps:
        return False
    text = block.text.text
    if any(_is_strung(text, gaps, office) for office in holder.offices):
        return True
    first = holder.offices[0] if holder.offices else None
    if first is None or holder.name_start not in gaps or holder.name_start < first.post_end:
        return False
    start = first.post_start if first.body_start is None else first.body_start
    if start not in gaps:
        return False
    left = max(text.rfind(mark, 0, start) for mark in MARKS) + 1
    cells = _cells(text, gaps, left, start)
    return bool(cells) and is_person_name(cells[-1]) and _names_first(cells)


def _gaps(block: Block) -> list[int]:
    """The offsets before which blanks stand in a line of the source; not those before which a line ends."""
    offsets, source = block.text.offsets, block.document.text
    return [gap for gap in leaps(offsets) if "\n" not in source[offsets[gap - 1] + 1 : offsets[gap]]]


def _is_strung(text: str, gaps: Sequence[int], office: Office) -> bool:
    """Whether the body of a post holds a whole cell that is a name or ends with another post."""
    start, end = office.body_start, office.post_start
    if start is None:
        marks = (index + 1 for index in range(end) if text[index] in MARKS)
        start = next((at for at in [0, *marks, *gaps] if at < end and office.body.startswith(text[at:end])), None)
    cells = [] if start is None else _cells(text, gaps, start, end)
    cells = cells if end in gaps else cells[:-1]
    return any(is_person_name(cell) or post_at_end(cell, 0, len(cell)) for cell in cells)


def _cells(text: str, gaps: Sequence[int], start: int, end: int) -> list[str]:
    cuts = [start, *(gap for gap in gaps if start < gap < end), end]
    return [text[left:right] for left, right in pairwise(cuts) if left < right]


def _names_first(cells: Sequence[str]) -> bool:
    """Whether a line names a person before it gives a post."""
    named = (is_person_name(cell) for cell in cells)
    return next(
        (is_name for cell, is_name in zip(cells, named, strict=True) if is_name or post_at_end(cell, 0, len(cell))),
        False,
    )
