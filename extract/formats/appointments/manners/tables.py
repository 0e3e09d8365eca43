"""Personnel notices printed as a table: 姓名 | 任命职务 | 免去职务.

In:  the rows of a personnel notice, the first of which names the columns
Out: one fact a person and post, dated by the notice

    姓名    任命职务              免去职务
    丁一    县教育局副局长        县招生办公室主任     → appointed 副局长 of 县教育局, dismissed 主任 of 县招生办公室
"""

import bisect
import re
from collections.abc import Iterator

from extract.clean import Text
from extract.document import Block, Notice
from extract.facts import Fact, Kind, Party, Qualifiers, Relation
from extract.formats.appointments.remarks import remark_in
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.dates import dates_in
from extract.names.marks import ENUMERATOR
from extract.names.offices.office import Office
from extract.names.offices.posts import is_bare_post
from extract.names.offices.ranks import rank_of
from extract.names.offices.titles import offices
from extract.names.people import is_stated_name

RULE = "appointments.table"
ROW = ("name", "post")  # the cells of a row that no header names
NAME_COLUMN = re.compile(rf"^(?:{any_of('appointments', 'name_column')})$")
LEFT_COLUMN = re.compile(rf"{any_of('appointments', 'takes_away')}|免")
BODY_COLUMN = re.compile(rf"{any_of('decisions', 'body_column')}")  # whose bare posts a row gives: 教务处⇥主任
TAKEN_COLUMN = re.compile(rf"{any_of('decisions', 'taken_column')}|任")
OLD_COLUMN = re.compile(any_of("decisions", "old_column"))
DATE_COLUMN = re.compile(
    rf"^(?:{any_of('decisions', 'date_column')})?(?:{any_of('shared', 'day_label')})$"
)  # of each row's decision
POST_COLUMN = re.compile(r"^职务$")  # of which the title says whether it is taken or left: 任命名单, 免职名单
TAKEN_TITLE = re.compile(rf"^[^免]*(?:{any_of('appointments', 'given_title')})[^免]*$")
LEFT_TITLE = re.compile(rf"^[^任聘]*(?:{any_of('appointments', 'takes_away')})[^任聘]*$")
# 一、任命 / 丁一⇥县教育局局长: an order on a line of its own above rows of two cells
ORDER_LINE = re.compile(
    rf"^(?:{ENUMERATOR})?(?:决定|批准)?(?P<verb>{any_of('appointments', 'given_title', 'takes_away')})(?:名单|人员)?:?$"
)
LONGEST_QUOTE = 300


def rows_of(notice: Notice, date: str | None) -> Iterator[Fact]:
    """The facts of the rows under a header that names persons and posts."""
    header: tuple[int, dict[int, Relation]] | None = None
    house: int | None = None  # the column of the bodies of bare posts
    base: Office | None = None  # the body of the row, or of a row above whose cell is merged
    dated: int | None = None
    title = notice.heading
    titled = Relation.APPOINTED if TAKEN_TITLE.match(title) else Relation.DISMISSED if LEFT_TITLE.match(title) else None
    ordered: Relation | None = None
    for block in notice.blocks:
        if not block.is_row:
            header, order = None, ORDER_LINE.match(block.text.text)
            ordered = (Relation.DISMISSED if "免" in order["verb"] else Relation.APPOINTED) if order else None
            continue
        cells = [cell.text for cell in block.cells]
        columns = _header(cells, titled)
        if columns:
            header = columns
            dated = next((index for index, cell in enumerate(cells) if DATE_COLUMN.match(cell)), None)
            house = next((index for index, cell in enumerate(cells) if BODY_COLUMN.fullmatch(cell)), None)
            base = None
        elif header is None and ordered and len(cells) == len(ROW) and all(cells):
            yield from _facts(block, 0, {1: ordered}, date)
        elif header and len(cells) > header[0]:
            merged = house is None or house >= len(cells) or not cells[house]
            base = base if merged else _house(block, house)
            day = _day_in(cells, dated) if dated is not None else None
            yield from _facts(block, *header, day or date, base)


def _day_in(cells: list[str], column: int) -> str | None:
    """The date of a row's own decision: 2023.7.5, 2023年7月."""
    days = dates_in(cells[column]) if column < len(cells) else []
    return days[0][2] if days else None


def _header(cells: list[str], titled: Relation | None) -> tuple[int, dict[int, Relation]] | None:
    name = next((index for index, cell in enumerate(cells) if NAME_COLUMN.match(cell)), None)
    if name is None:
        return None
    columns: dict[int, Relation] = {}
    for index, cell in enumerate(cells):
        if index == name or OLD_COLUMN.search(cell):
            continue
        if LEFT_COLUMN.search(cell):
            columns[index] = Relation.DISMISSED
        elif TAKEN_COLUMN.search(cell):
            columns[index] = Relation.APPOINTED
        elif titled and POST_COLUMN.match(cell):
            columns[index] = titled
    return (name, columns) if columns else None


def _house(block: Block, column: int | None) -> Office | None:
    """The body that the row names in its column of bodies."""
    name = block.cells[column].text if column is not None and column < len(block.cells) else ""
    kind = kind_of_body(name) if name and not is_aggregate(name) else None
    return Office(None, None, name, kind, "", 0, 0) if kind else None


def _facts(
    block: Block, name: int, columns: dict[int, Relation], date: str | None, base: Office | None = None
) -> Iterator[Fact]:
    """The posts of a row; a bare one is of `base`."""
    spans = [_span_of(block, cell) for cell in block.cells]
    if not is_stated_name(block.cells[name].text):
        return
    added = remark_in(
        "".join(
            cell.text
            for index, cell in enumerate(block.cells)
            if index != name and columns.get(index) is not Relation.DISMISSED
        )
    )
    person = spans[name]
    for column, relation in columns.items():
        if column >= len(block.cells):
            continue
        bare = base is not None and is_bare_post(block.text.text, *spans[column])
        for office in offices(block.text.text, *spans[column], base if bare else None):
            start, end = min(person[0], office.post_start), max(person[1], office.post_end)
            first, last = block.text.span(start, end)
            if last - first > LONGEST_QUOTE:
                continue
            body = Party(office.kind, office.body)
            if office.body_start is not None and office.body_end is not None:
                body = block.party(office.kind, office.body_start, office.body_end)
            rank = rank_of(block.text.text, office.post_end, spans[column][1])
            qualifiers = Qualifiers(rank=rank)
            if relation is Relation.APPOINTED:
                qualifiers = Qualifiers(rank, added.probation, added.mode, added.term)
            subject = block.party(Kind.OFFICIAL, *person)
            evidence = block.evidence(start, end, at=person[0])
            yield Fact(relation, subject, body, evidence, RULE, office.post, date, qualifiers)


def _span_of(block: Block, cell: Text) -> tuple[int, int]:
    """Where a cell stands in the text of its row, in which bars may divide the cells."""
    if not cell.offsets:
        return 0, 0
    start = bisect.bisect_left(block.text.offsets, cell.offsets[0])
    return start, start + len(cell)
