"""Rows of a list of seats, and of a table whose columns say what each cell is.

组长⇥李强⇥县长                                                 a seat, a name, a title
成员⇥李强　王芳                                                several names in a cell
成员单位⇥姓名⇥职务                                             the header of a table of member bodies
"""

import re

from extract.clean import Text
from extract.document import Block
from extract.formats.groups.reading.labels import BARE_LABEL, is_seat
from extract.formats.groups.reading.listing import flushed
from extract.formats.groups.reading.state import Listing, Setting, State
from extract.formats.groups.row_cells import holds_several, people_of
from extract.formats.groups.seated import clipped, seated
from extract.formats.groups.seats import Seat, seat_of
from extract.formats.groups.tables import columns_of, member_row
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN
from extract.names.people import is_person_name, may_be_name
from extract.names.persons.members import Members, members
from extract.names.persons.titled import Titled, title_offices
from extract.tables.cells import persons
from extract.tables.tables import is_header

SHORTEST_BODY = 3  # characters of a cell too short to name one
# 石磊(副县长)高原(县委常委): who sits there, each with a title in brackets
WITH_TITLE = re.compile(rf"(?P<name>[{HAN}·]{{2,12}})\((?P<title>[^()]{{2,60}})\)[、,;]?")
WITH_TITLES = re.compile(f"(?:{WITH_TITLE.pattern.replace('?P<name>', '').replace('?P<title>', '')})+")
ROW_LIMIT = 6  # filled cells of a row that still reads as seat, name, title, remark


def row_read(setting: Setting, state: State, block: Block) -> State:
    """After a row of a list of seats, or of a table whose columns say what each cell is: 成员单位⇥姓名⇥职务."""
    if header := columns_of(block):
        return state._replace(columns=header)
    columns, group = state.columns, state.group
    if columns is not None and group is not None and len(block.cells) == columns.width:
        setting.tell(member_row(setting.document, block, columns, group, setting.date))
        return state
    return state._replace(listing=_seat_row(setting, state.listing, block))


def _seat_row(setting: Setting, listing: Listing, block: Block) -> Listing:
    """After a row of seats: a seat's cell, or the seat of the row above; a name's cell; a title's cell."""
    cells = [cell for cell in block.cells if cell.text]
    if listing.group is None or (is_header(block) and not list(people_of(cells))):
        return listing
    for cell in cells:
        match = BARE_LABEL.match(cell.text.rstrip(":"))
        if match and is_seat(listing, match["seat"]):
            listing = flushed(setting, listing)
            seat = seat_of(match["seat"], cell.span(*match.span("seat")), listing.office)
            listing = listing._replace(seat=seat, in_table=True)
            cells = [other for other in cells if other is not cell]
            break
    if not listing.in_table or listing.seat is None:
        return listing
    if len(cells) > ROW_LIMIT:
        return listing._replace(in_table=False)
    return _row_of_seat(setting, listing, listing.seat, cells)


def _row_of_seat(setting: Setting, listing: Listing, seat: Seat, cells: list[Text]) -> Listing:
    """After the cells beside a seat: several names, persons with titles, or bodies."""
    document, group, date = setting.document, listing.group, setting.date
    listed = next((cell for cell in cells if WITH_TITLES.fullmatch(cell.text)), None)
    if listed is not None and (persons_there := _with_titles(listed)):
        setting.tell(seated(document, group, date, seat, listed, Members(persons=persons_there)))
        return listing
    several = next((cell for cell in cells if holds_several(cell)), None)
    if several is not None:
        _row_of_names(setting, listing, seat, several, [cell for cell in cells if cell is not several])
        return listing
    people = list(people_of(cells))
    for whole, person in people:
        setting.tell(seated(document, group, date, seat, whole, Members(persons=[person])))
    return listing if people else _row_of_bodies(setting, listing, seat, cells)


def _with_titles(cell: Text) -> list[Titled]:
    """Who a cell names, each with the title in brackets; [] if one of them may be no name."""
    entries = list(WITH_TITLE.finditer(cell.text))
    names = [entry["name"] for entry in entries]
    if not all(is_person_name(name) or (may_be_name(name) and kind_of_body(name) is None) for name in names):
        return []
    return [
        Titled(*entry.span("name"), tuple(title_offices(cell.text, *entry.span("title"))), *entry.span())
        for entry in entries
    ]


def _row_of_names(setting: Setting, listing: Listing, seat: Seat, cell: Text, others: list[Text]) -> None:
    """成员⇥李强　王芳⇥县财政局局长　县审计局局长: who stands whole as a name sits there; whose the titles are is a doubt."""
    document = setting.document
    whole, broken = persons(cell, frozenset())
    there = Members(persons=[Titled(start, end) for start, end in whole])
    setting.tell(seated(document, listing.group, setting.date, seat, cell, there))
    for start, end in broken:
        setting.doubt(cell.span(start, end), "groups.seats", "persons_run_together")
    for title in others:
        if title_offices(title.text, 0, len(title)):
            setting.doubt(clipped(title), "groups.seats", "whose_title")


def _row_of_bodies(setting: Setting, listing: Listing, seat: Seat, cells: list[Text]) -> Listing:
    """After 成员单位⇥区发改局、区财政局; any other row ends the list."""
    units = False
    for cell in cells:
        there = members(cell, 0, len(cell)) if len(cell) > SHORTEST_BODY else Members()
        there.persons.clear()
        units = units or bool(there.units)
        setting.tell(seated(setting.document, listing.group, setting.date, seat, cell, there))
    return listing._replace(in_table=units)
