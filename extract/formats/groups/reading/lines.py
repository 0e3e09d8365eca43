"""One line of a notice on groups: an entry of a list, a heading, or prose.

In:  a line, the block below it and the one above
Out: the state after it
"""

import re

from extract.clean import Text, in_order
from extract.document import Block, as_read
from extract.facts import Kind, Relation
from extract.formats.groups.names import ENDING, before_name, is_generic
from extract.formats.groups.office import OFFICE_FOLLOWS, OFFICE_LABEL
from extract.formats.groups.parts import SEVERAL, part_with_seats
from extract.formats.groups.prose import bare_seats
from extract.formats.groups.reading.further import goes_on, listed_in, lists_bodies
from extract.formats.groups.reading.headings import RESPONSIBLE, first_line, headed, known_by_title, with_group
from extract.formats.groups.reading.labels import MAY_OPEN, NEXT_SECTION, WITH_GROUP, is_subheading, opens
from extract.formats.groups.reading.led import led_in
from extract.formats.groups.reading.listing import flushed, line_read
from extract.formats.groups.reading.sentences import OFFICE, prose_read
from extract.formats.groups.reading.state import Listing, Setting, State
from extract.formats.groups.seated import seated
from extract.formats.groups.seats import Seat, seat_of
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import kind_of_body
from extract.names.marks import DIGITS
from extract.names.persons.members import members
from extract.text.lines import is_date

UNKNOWN_SEAT = re.compile(rf"专家(?!委员)|{any_of('groups', 'unknown_seat')}")
SEAT_HEADING = re.compile(
    rf"""
    (?:[(]?[{DIGITS}十\d]{{1,2}}[)、.]+)(?:{ENDING}|小组)?  # 二、联席会议
    (?P<seat>{any_of("groups", "units_seat")})$  # 成员单位
    """,
    re.VERBOSE,
)
LONGEST_LABEL = 12  # characters of 工作人员:
LEAST_PROSE = 6  # characters of a sentence after a list
MAY_HEAD = sign_of(SEAT_HEADING)


def text_read(setting: Setting, state: State, text: Text, following: Block | None, before: Block | None) -> State:
    """After a line of a paragraph."""
    if state.listing.in_table:
        state = state._replace(listing=state.listing._replace(in_table=False))
    signature = following is not None and not following.is_row and is_date(following.text.text)
    state, text = _with_its_group(setting, state, text)
    inline = part_with_seats(text)
    if text.signs & MAY_HEAD and (heading := SEAT_HEADING.match(text.text)):
        state = state._replace(under=heading["seat"])
        if following is not None and not following.is_row and lists_bodies(first_line(following)):
            state = known_by_title(setting, state)
            seat = seat_of(heading["seat"], text.span(*heading.span("seat")))
            return state._replace(listing=Listing(state.group, headed=True, seat=seat, alone=True))
    listing = state.listing
    if opens(listing, text) or (inline is None and not signature and goes_on(setting, listing, text)):
        return _listed(setting, known_by_title(setting, state).for_list(), text)
    if listing.waiting is not None:
        state = state._replace(listing=flushed(setting, listing))
    if state.responsible:
        _responsible(setting, state, text)
        return state._replace(responsible=False)
    divides = state.listing.seat is not None and is_subheading(text.text)
    if divides and (after := _divided(setting, state, text, following)) is not None:
        return after
    if inline is not None:
        return _headed_line(setting, state, text, inline)
    if (after := headed(setting, state, text, following, before)) is not None:
        return after
    return _told(setting, state, text, following)


def _with_its_group(setting: Setting, state: State, text: Text) -> tuple[State, Text]:
    """The state at a line that names a seat with its group, and the line from the seat on: 区创建领导小组|第一副组长:石磊."""
    match = WITH_GROUP.match(text.text) if text.signs & MAY_OPEN else None
    if match is None or kind_of_body(match["group"]) is Kind.DEPARTMENT:
        return state, text
    known = known_by_title(setting, state).group
    if known is None or not (is_generic(match["group"]) or in_order(match["group"], as_read(known))):
        flushed(setting, state.listing)  # of the group before
        state = with_group(state, setting.document.party(Kind.GROUP, *text.span(*match.span("group"))))
        state = state._replace(listing=Listing(state.group))
    return state, text.part(match.start("seat"), len(text))


def _listed(setting: Setting, state: State, text: Text) -> State:
    """After a line of a list of seats, and what sentences after it tell."""
    entries, after = _list_and_prose(text)
    state = state._replace(listing=line_read(setting, state.listing, entries))
    if after is None:
        return state
    return prose_read(setting, state._replace(listing=flushed(setting, state.listing)), after)


def _responsible(setting: Setting, state: State, text: Text) -> None:
    """(一)宣传工作组 / 负责人:石磊、尹青: who leads the group of the heading."""
    if (match := RESPONSIBLE.match(text.text)) is not None:
        seat = Seat("负责人", Relation.LEADS, text.span(*match.span("seat")))
        who = text.part(*match.span("who"))
        setting.tell(seated(setting.document, state.group, setting.date, seat, who, members(who, 0, len(who))))


def _divided(setting: Setting, state: State, text: Text, following: Block | None) -> State | None:
    """After a line that divides a list: the seat holds on (成员: / (一)部门委员), or is not lent to those below (特邀专家); None: neither."""
    below = first_line(following) if following is not None else None
    opening = below is not None and opens(state.listing, below)
    if UNKNOWN_SEAT.search(text.text) and not opening:  # no 三、专家组 / 顾问:…
        setting.doubt(text.span(0, len(text)), "groups.seats", "neither_person_nor_body")
        return state._replace(listing=state.listing._replace(seat=None))
    return state if below is not None and not opening and goes_on(setting, state.listing, below) else None


def _headed_line(setting: Setting, state: State, text: Text, inline: re.Match[str]) -> State:
    """After a heading and its seats in one line."""
    apart = (
        inline[0][-1] in "。:,"
    )  # else the seat follows at once: 防汛领导小组|组长:石磊, of the whole where it is so called
    start, end = inline.span("name")
    start += before_name(inline["name"])  # 云陵市成立|防汛指挥部。指挥长由…
    state = with_group(state, setting.document.party(Kind.GROUP, *text.span(start, end)), heading=apart)
    state = state._replace(listing=Listing(state.group, headed=True))
    rest = text.part(inline.end(), len(text))
    if opens(state.listing, rest) and (":" in rest.text or not SEVERAL.search(rest.text)):
        return _listed(setting, state, rest)
    setting.tell(led_in(setting.document, rest, setting.date, state.group))
    setting.tell(bare_seats(setting.document, rest, state.group, setting.date))
    return prose_read(setting, state, rest)


def _told(setting: Setting, state: State, text: Text, following: Block | None) -> State:
    """After a paragraph; 领导小组下设办公室 may stand above 主任:… on lines of their own."""
    listed = state.listing.seat is not None
    if (listed or state.group is not None) and _names_strangers(text, listed):
        setting.doubt(text.span(0, len(text)), "groups.seats", "neither_person_nor_body")
    if listed:
        state = state._replace(listing=state.listing._replace(seat=None))
    state = prose_read(setting, state, text)
    if listed and following is not None and OFFICE_FOLLOWS.search(text.text) and not state.listing.office:
        below = first_line(following)
        if OFFICE_LABEL.match(below.text) and opens(state.listing, below):
            return state._replace(listing=Listing(state.group, office=True))
    return state


def _names_strangers(text: Text, listed: bool) -> bool:
    """Whether a line names persons for a seat whose relation to the group is not known: 工作人员:高明、沈青; in a list, for any."""
    colon = text.text.find(":", 0, LONGEST_LABEL)
    if colon < 0 or not (listed or UNKNOWN_SEAT.search(text.text, 0, colon)):
        return False
    return bool(listed_in(text.part(colon + 1, len(text))).persons)


def _list_and_prose(text: Text) -> tuple[Text, Text | None]:
    """A list of seats, and the sentences after it on the group's office: 成员:丁某、石某。|办公室设在县民政局."""
    if section := NEXT_SECTION.search(text.text):
        return text.part(0, section.start()), text.part(section.end(), len(text))
    stop = text.text.find("。")
    if 0 < stop < len(text) - LEAST_PROSE and OFFICE.search(text.text, stop):
        return text.part(0, stop), text.part(stop + 1, len(text))
    return text, None
