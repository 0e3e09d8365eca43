"""Who the cells of a row in a list of seats name: a name's cell, the title in the cell after it, a cell of several names.

In:  组长⇥李强⇥县长 · 成员⇥王芳⇥县水利局⇥副局长 · 成员⇥李强　王芳
Out: 李强 with 县长; 王芳 with 副局长 of 县水利局; a cell that holds several names is told apart by its words alone
"""

from collections.abc import Iterator
from dataclasses import replace

from extract.clean import Text, join
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.offices.office import Office, moved
from extract.names.offices.ranks import rank_of
from extract.names.offices.titles import offices
from extract.names.people import is_person_name, may_be_name
from extract.names.persons.titled import Titled, title_offices, titled
from extract.tables.cells import name_spans

GOVERNMENTS = frozenset(f"{level}{word}" for level in "省市县区州旗镇乡" for word in ("政府", "人民政府"))
MOST_NAMES = 120  # characters of a cell that still is a list of names


def people_of(cells: list[Text]) -> Iterator[tuple[Text, Titled]]:
    """The persons of a row, each with the title of the cell after the name, or the post there and the body beside it."""
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
        if not name.offices and (beside := _of_body(cells, index, name)):
            whole, person, after = beside
            yield whole, person
            index = after
            continue
        if title is None or name.offices or not held:
            yield cell, name
            index += 1
            continue
        whole = join([cell, title])
        behind = tuple(title_offices(whole.text, len(cell), len(whole)))
        yield whole, Titled(name.name_start, name.name_end, behind, 0, len(whole), rank_of(title.text, 0, len(title)))
        index += 2


def _of_body(cells: list[Text], index: int, name: Titled) -> tuple[Text, Titled, int] | None:
    """A name between or before a body and a bare post: 王芳⇥县水利局⇥副局长, 县水利局⇥王芳⇥副局长; and the index after them."""
    for body, post in ((index + 1, index + 2), (index - 1, index + 1)):
        if body < 0 or post >= len(cells) or not (base := _as_base(cells[body])):
            continue
        title = cells[post]
        held = offices(title.text, 0, len(title), base)
        if not held or held[-1].post_end != len(title) or not all(_is_bare(office, base) for office in held):
            continue
        first = min(body, index)
        whole = join(cells[first : post + 1])
        starts = {there: sum(map(len, cells[first:there])) for there in (body, index, post)}
        offices_there = tuple(_placed(office, base, starts[body], starts[post]) for office in held)
        left = starts[index] + name.name_start
        rank = rank_of(title.text, 0, len(title))
        return whole, Titled(left, left + name.name_end - name.name_start, offices_there, 0, len(whole), rank), post + 1
    return None


def _as_base(cell: Text) -> Office | None:
    kind = kind_of_body(cell.text) if len(cell) > 2 and not is_aggregate(cell.text) else None
    return Office(None, None, cell.text, kind, "", 0, 0) if kind else None


def _is_bare(office: Office, base: Office) -> bool:
    """Whether a post stands without a body of its own; 县长 beside 县政府 is that of its government."""
    return office.body_start is None and (office.body.startswith(base.body) or base.body in GOVERNMENTS)


def _placed(office: Office, base: Office, body: int, post: int) -> Office:
    """An office where it stands in the cells put together, its body that of the cell beside the name."""
    office = moved(office, post)
    if office.body != base.body and base.body not in GOVERNMENTS:
        return office  # 党组成员: of the Party group of the body
    return replace(office, body_start=body, body_end=body + len(base.body), body=base.body, kind=base.kind)


def _is_rare_name(cell: Text) -> bool:
    """A short word in the cell before a title is a name, whatever list of family names knows it: 酆飞⇥县水利局局长."""
    word = cell.text
    return (
        len(word) <= 4
        and may_be_name(word)
        and kind_of_body(word) is None
        and not is_aggregate(word)
        and not offices(word, 0, len(word))
    )


def holds_several(cell: Text) -> bool:
    """Whether a cell holds several names of persons and no title: 李强　王芳, 李强、王芳."""
    spans = name_spans(cell) if len(cell) <= MOST_NAMES else []
    return (
        len(spans) > 1
        and sum(is_person_name(cell.text[start:end]) for start, end in spans) * 2 >= len(spans)
        and all(2 <= end - start <= 6 and kind_of_body(cell.text[start:end]) is None for start, end in spans)
        and not offices(cell.text, 0, len(cell))
    )
