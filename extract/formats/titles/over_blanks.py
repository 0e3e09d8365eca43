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

Span = tuple[int, int]

MARKS = frozenset(",;:。!?、")
LONGEST_BODY = 60  # characters


def runs_over_blanks(block: Block, holder: Holder) -> bool:
    """Whether blanks that divide cells stand inside a body, or between a title and the name that only seems to follow it."""
    gaps = [] if block.is_row or isinstance(block.text.offsets, range) else _gaps(block)
    if not gaps or not holder.offices:
        return False
    text = block.text.text
    cells = _cells(text, gaps)
    if any(_is_strung(text, gaps, cells, office) for office in holder.offices):
        return True
    first = holder.offices[0]
    start = first.post_start if first.body_start is None else first.body_start
    if holder.name_start not in gaps or holder.name_start < first.post_end or start not in gaps:
        return False
    before = [text[left:right] for left, right in cells if right <= start]
    return bool(before) and is_person_name(before[-1]) and _names_first(before)


def _gaps(block: Block) -> list[int]:
    """The offsets before which blanks stand in a line of the source; not those before which a line ends."""
    offsets, source = block.text.offsets, block.document.text
    return [gap for gap in leaps(offsets) if "\n" not in source[offsets[gap - 1] + 1 : offsets[gap]]]


def _cells(text: str, gaps: Sequence[int]) -> list[Span]:
    """What stands between blanks and marks; two characters that a blank divides are one name: 丁　力."""
    cuts = {0, len(text), *gaps, *(index for index, char in enumerate(text) if char in MARKS)}
    cells: list[Span] = []
    for left, right in pairwise(sorted(cuts)):
        left += text[left] in MARKS
        if cells and cells[-1][1] - cells[-1][0] == right - left == 1 and left in gaps:
            cells[-1] = (cells[-1][0], right)
        elif left < right:
            cells.append((left, right))
    return cells


def _is_strung(text: str, gaps: Sequence[int], cells: Sequence[Span], office: Office) -> bool:
    """Whether the body of a post takes in a cell before it that is a name or ends with another post."""
    start, end = office.body_start, office.post_start
    if start is None:
        reach = range(min(end, LONGEST_BODY), 0, -1)
        start = next((end - length for length in reach if office.body.startswith(text[end - length : end])), end)
    closed = (text[left:right] for left, right in cells if start < right <= end and right in gaps)
    return any(is_person_name(cell) or post_at_end(cell, 0, len(cell)) for cell in closed)


def _names_first(cells: Sequence[str]) -> bool:
    """Whether a line names a person before it gives a post."""
    told = (is_person_name(cell) for cell in cells if is_person_name(cell) or post_at_end(cell, 0, len(cell)))
    return next(told, False)
