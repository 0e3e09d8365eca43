"""Lists of seats: labels with who sits there, in aligned columns, in prose after a label.

组　长：刘润长　区人民政府区长                                   a label, a name, its title
        张晓菡　区人民政府副区长                                 the label holds on
组长：区委书记赵利洪；副组长：区委常委、宣传部部长叶霞，…           several labels in one paragraph
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.clean import Text, join
from extract.formats.groups.entries import entries_of, in_charge
from extract.formats.groups.names import ENDING
from extract.formats.groups.reading.further import is_second_post, is_tail, listed_in
from extract.formats.groups.reading.labels import labels_of, opens
from extract.formats.groups.reading.state import Listing, Setting
from extract.formats.groups.seated import seated
from extract.formats.groups.seats import seat_of
from extract.names.offices.office import moved
from extract.names.persons.titled import holds, title_offices

OF_WHOLE = {"成员单位", "组成单位", "参加单位", "委员单位"}  # bodies belong to the group, not to its office
OF_OFFICE = {"办公室主任", "办公室副主任", "办公室常务副主任"}  # above 副主任:…, who is the office's too
HEAD, DEPUTY = "主任", "副主任"
# 成员单位 / 联席会议由|县民政局、县财政局: a text that ends before 组成
WHOLE_BY = re.compile(rf"[^,。;:由、]{{0,24}}(?:{ENDING}|小组)(?:\([^()]*\))?由")


def line_read(setting: Setting, listing: Listing, text: Text) -> Listing:
    """After a line of a list; an entry waits until the next line shows that its title is complete."""
    if is_second_post(setting, listing, text):
        return listing._replace(more=(*listing.more, text))
    entry = listing.seat is not None and bool(listed_in(text).persons)
    if entry and not listing.entries:
        listing = listing._replace(entries=True)
    if listing.waiting is not None and not entry and not opens(listing, text) and is_tail(listing, text):
        return listing._replace(waiting=join([listing.waiting, text]))
    listing = flushed(setting, listing)
    labels = labels_of(listing, text)
    if not labels:
        return listing._replace(waiting=text)
    for index, label in enumerate(labels):
        last = index + 1 == len(labels)
        office = listing.office and label["seat"] not in OF_WHOLE  # 成员单位 below the office's deputies
        beside = _is_of_office(listing, label["seat"])
        seat = seat_of(label["seat"], text.span(*label.span("seat")), office or beside)
        content = text.part(label.end(), len(text) if last else labels[index + 1].start())
        lacks_deputy = seat.role.startswith(HEAD) or (listing.lacks_deputy and not seat.role.endswith(DEPUTY))
        listing = listing._replace(office=office, seat=seat, alone=not len(content), lacks_deputy=lacks_deputy)
        if len(content) and last:
            listing = listing._replace(waiting=content)
        elif len(content):
            _sit(setting, listing, content)
    return listing


def _is_of_office(listing: Listing, seat: str) -> bool:
    """Whether a seat below the office's director is the office's: 副主任, unless the group's own 主任 has no deputy as yet."""
    below = listing.seat is not None and listing.seat.role in OF_OFFICE
    return below and seat.endswith(DEPUTY) and not listing.lacks_deputy


def flushed(setting: Setting, listing: Listing) -> Listing:
    """After the entry that waits has been told."""
    if listing.waiting is None:
        return listing
    _sit(setting, listing, listing.waiting)
    _second_posts(setting, listing.waiting, listing.more)
    return listing._replace(waiting=None, more=())


def _second_posts(setting: Setting, text: Text, more: Sequence[Text]) -> None:
    """The posts on the lines below the one that seats a person."""
    for line in more:
        person = listed_in(text).persons[0]
        held = tuple(moved(office, len(text)) for office in title_offices(line.text, 0, len(line)))
        both = join([text, line])
        setting.tell(holds(setting.document, both, replace(person, offices=held), setting.date, "groups.titles"))


def _sit(setting: Setting, listing: Listing, text: Text) -> None:
    """Tells of those whom `text` puts into the seat at hand."""
    if listing.seat is None:
        return
    if listing.alone and (whole := WHOLE_BY.match(text.text)) is not None and whole.end() < len(text):
        text = text.part(whole.end(), len(text))
    document, date = setting.document, setting.date
    for part in entries_of(text):
        there = listed_in(part)
        setting.tell(seated(document, listing.group, date, listing.seat, part, there, own=setting.own))
        setting.tell(in_charge(document, part, date))
