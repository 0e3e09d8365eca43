"""Who the cells of a row in a list of seats name: a name's cell, the title in the cell after it, a cell of several names.

In:  组长⇥李强⇥县长 · 成员⇥李强　王芳
Out: 李强 with 县长; a cell that holds several names is told apart by its words alone
"""

from collections.abc import Iterator

from extract.clean import Text, join
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.offices.ranks import rank_of
from extract.names.offices.titles import offices
from extract.names.people import is_person_name, may_be_name
from extract.names.persons.titled import Titled, title_offices, titled
from extract.tables.cells import name_spans

MOST_NAMES = 120  # characters of a cell that still is a list of names


def people_of(cells: list[Text]) -> Iterator[tuple[Text, Titled]]:
    """The persons of a row, each with the title of the cell after the name."""
    index = 0
    while index < len(cells):
        cell = cells[index]
        title = cells[index + 1] if index + 1 < len(cells) else None
        held = title_offices(title.text, 0, len(title)) if title is not None else []
        name = titled(cell.text, 0, len(cell)) if len(cell) <= 12 else None
        if name is None and held and _is_rare_name(cell):
            name = Titled(0, len(cell))
        if name is None:
            index += 1
            continue
        if title is None or name.offices or not held:
            yield cell, name
            index += 1
            continue
        whole = join([cell, title])
        behind = tuple(title_offices(whole.text, len(cell), len(whole)))
        yield whole, Titled(name.name_start, name.name_end, behind, 0, len(whole), rank_of(title.text, 0, len(title)))
        index += 2


def _is_rare_name(cell: Text) -> bool:
    """A short word in the cell before a title is a name, whatever list of family names knows it: 酆飞⇥县水利局局长."""
    word = cell.text
    return len(word) <= 4 and may_be_name(word) and not is_aggregate(word) and not offices(word, 0, len(word))


def holds_several(cell: Text) -> bool:
    """Whether a cell holds several names of persons and no title: 李强　王芳, 李强、王芳."""
    spans = name_spans(cell) if len(cell) <= MOST_NAMES else []
    return (
        len(spans) > 1
        and sum(is_person_name(cell.text[start:end]) for start, end in spans) * 2 >= len(spans)
        and all(2 <= end - start <= 6 and kind_of_body(cell.text[start:end]) is None for start, end in spans)
        and not offices(cell.text, 0, len(cell))
    )
