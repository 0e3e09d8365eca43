"""Headings: which group the list or the paragraph below one is of.

(三)综合协调组 / 组长:石磊                        a part of the whole, with seats of its own
领导小组办公室 / 主任:…                           the office of the group at hand
某县创建全国文明城市 / 工作领导小组组成人员名单       a heading over two lines
"""

import re

from extract.clean import Text, join
from extract.document import Block, as_read
from extract.facts import Fact, Kind, Party
from extract.formats.groups.names import (
    HEADING_LIMIT,
    MARK,
    MAY_NAME,
    heading_length,
    heading_name,
    is_fuller,
    is_generic,
    is_group_name,
    is_office_heading,
    is_office_of,
    named_office,
    same_group,
)
from extract.formats.groups.office import OFFICE_LABEL
from extract.formats.groups.reading.labels import opens
from extract.formats.groups.reading.state import Listing, Setting, State
from extract.formats.groups.seats import seat_of
from extract.lexicon import any_of
from extract.names.marks import DIGITS, ENUMERATOR, HAN
from extract.names.persons.members import lines_of

RESPONSIBLE = re.compile(r"(?P<seat>负责人):(?P<who>[^:。;\d]{2,60})$")
NOT_FIRST_LINE = re.compile(r"[。;:,!?\[\]]|[号知件]$|^附件\d*$")
SEATS = re.compile(any_of("groups", "seats_below"))
PART_NAME = re.compile(
    r"(?<!小)(?<!工作)(?<!领导)(?<!专项)组$"
)  # (三)督查组 below the seats of the whole is a part of it
# 一、绿色食品产业链 / 链长:石磊: the seat is of the chain, and of no group
OF_CHIEF = re.compile("副?(?:河湖|[链河湖林田路])长[:(]")
NO_GROUP = re.compile(rf"(?:{ENUMERATOR})[{HAN}“”]{{1,20}}(?:[链河湖江溪渠库村]|{any_of('groups', 'of_thing')}|镇|乡)$")
OF_BODIES = re.compile(
    rf"(?P<seat>{any_of('groups', 'units_seat')})(?:{any_of('groups', 'list_noun')})?:?$"
)  # above one body a line, or all of them
# 二、县文物管理委员会 above 第一届委员会成立于1987年,…任主任委员: the history of a committee, told by its terms
OF_TERM = re.compile(
    rf"""(?:第[{DIGITS}十\d]{{1,3}}|首|本)届委员会(?=[成于由])  # 第一届委员会成立于1987年5月,
    [^。]{{0,200}}任主任                                      # 副县长任主任委员
    """,
    re.VERBOSE,
)
NUMBERED_HEAD = re.compile(rf"(?:{ENUMERATOR})[{HAN}“”、]{{2,30}}(?:\([^()]{{2,20}}\))?:?$")
HEAD_ROLES = {"组长", "总指挥", "指挥长", "召集人", "总召集人"}
HEAD_SEAT = re.compile(rf"(?:{'|'.join(sorted(HEAD_ROLES))})[: ]")
LOOKED_AFTER = re.compile(rf"(?:{any_of('groups', 'looks_after')}):")
PART = re.compile(rf"(?:{ENUMERATOR})[{HAN}]{{2,16}}组(?:\([^()]{{2,40}}\))?:?$")
FURTHEST_SEAT = 12  # characters of a row in which the first seat stands
LONGEST_FIRST = 60  # characters of the first line of a heading over two


def headed(setting: Setting, state: State, text: Text, following: Block | None, before: Block | None) -> State | None:
    """After a heading whose group the list below it is of: (三)综合协调组, 领导小组办公室; None of any other line."""
    if heading_length(text.text) > HEADING_LIMIT:
        return None
    if is_office_heading(text.text):
        return state._replace(listing=Listing(state.group, office=True))
    if following is not None and OF_CHIEF.match(following.text.text) and NO_GROUP.match(text.text):
        return state._replace(group=None, apart=True, listing=Listing())
    if not (text.signs & MAY_NAME or "办公室" in text.text):
        return _below_unread(setting, state, text, following)  # it names neither a group nor an office
    responsible = following is not None and RESPONSIBLE.match(first_line(following).text) is not None
    seat_follows = responsible or (following is not None and _opens_list(state.listing, following))
    seat_follows = seat_follows or (following is not None and OF_TERM.match(following.text.text) is not None)
    seat_follows = seat_follows or (following is not None and _is_part(state, text, following))
    span = heading_name(text, seat_follows)
    if span is None:
        office = named_office(text.text) if seat_follows else None
        if office and following:
            return _office_headed(setting, state, text, office, following)
        return _below_unread(setting, state, text, following)
    name = text.text[slice(*span)]
    part = bool(span[0]) and seat_follows and state.first is not None and PART_NAME.search(name)
    if is_generic(name) and not part:
        state, whole = _proper(setting, state, text, before, span, seat_follows)
        if whole is None:
            return state._replace(listing=Listing(state.group))
        text, span = whole
        name = text.text[slice(*span)]
    if not seat_follows and not is_group_name(name):
        return None
    state = with_group(state, setting.document.party(Kind.GROUP, *text.span(*span)), heading=True)
    bodies = OF_BODIES.search(text.text)
    if bodies and not seat_follows:
        seat = seat_of(bodies["seat"], text.span(*bodies.span("seat")))
        return state._replace(listing=Listing(state.group, headed=True, seat=seat, alone=True))
    return state._replace(listing=Listing(state.group, headed=True), responsible=responsible)


def _is_part(state: State, text: Text, following: Block) -> bool:
    """Whether a numbered heading names a part of the group at hand, below which stands who looks after it: 2.场地组 / 分管领导:…."""
    looked_after = LOOKED_AFTER.match(first_line(following).text) is not None
    return looked_after and state.group is not None and PART.match(text.text) is not None


def _below_unread(setting: Setting, state: State, text: Text, following: Block | None) -> State | None:
    """After a numbered heading that names no group, above a head where the group at hand has one: 3.绿化 / 组长:….

    The seats below are of a group that nobody has read, and of none before.
    """
    if state.group is None or following is None or not NUMBERED_HEAD.match(text.text):
        return None
    if not HEAD_SEAT.match(first_line(following).text):
        return None
    if any(isinstance(one, Fact) and one.object == state.group and one.role in HEAD_ROLES for one in setting.told):
        return state._replace(group=None, apart=True, listing=Listing())
    return None


def _opens_list(listing: Listing, following: Block) -> bool:
    """Whether a seat stands right below a heading."""
    in_row = following.is_row and SEATS.search(following.text.text[:FURTHEST_SEAT]) is not None
    return in_row or opens(listing, first_line(following))


def _proper(
    setting: Setting, state: State, text: Text, before: Block | None, span: tuple[int, int], seat_follows: bool
) -> tuple[State, tuple[Text, tuple[int, int]] | None]:
    """The state below a heading without a proper name (领导小组成员名单), and the name it stands for; None: the group at hand."""
    ending = text.text[slice(*span)][-3:]
    if seat_follows and state.group is None and state.announced and as_read(state.announced).endswith(ending):
        state = with_group(state, state.announced)  # 一、委员会组成人员, of the committee that the text has set up
    known = state.group is not None and as_read(state.group).endswith(ending)
    joined = _two_lines(before, text) if seat_follows and not known else None
    if joined is None and (state.group or not seat_follows or setting.titled() or setting.title.lines > 1):
        return state, None
    return state, joined or (text, span)  # no proper name anywhere: the words printed


def _office_headed(setting: Setting, state: State, text: Text, span: tuple[int, int], following: Block) -> State | None:
    """After 创建工作办公室 over 主任:…: the office of the group at hand if its name says so, else a group of its own."""
    if not OFFICE_LABEL.match(first_line(following).text):
        return None
    of_group = state.group is not None and is_office_of(text.text[slice(*span)], as_read(state.group))
    if not of_group:
        state = with_group(state, setting.document.party(Kind.GROUP, *text.span(*span)))
    return state._replace(listing=Listing(state.group, office=of_group, headed=True))


def with_group(state: State, group: Party, *, heading: bool = False) -> State:
    """The state with `group` at hand; a later mention of the same group keeps its first name."""
    name = as_read(group)
    if short := state.short.get(name):
        return state._replace(group=short)
    for known in (state.group, state.first):
        if known is not None and is_fuller(name, as_read(known)):
            continue
        if known is not None and not heading and same_group(as_read(known), name):
            return state._replace(group=known)
    whole = state.first is None or is_fuller(name, as_read(state.first))
    return state._replace(
        apart=False,
        group=group,
        first=group if whole else state.first,
        parts=state.parts | {group.name} if heading else state.parts,
    )


def known_by_title(setting: Setting, state: State) -> State:
    """The state above a list of seats below no heading of its own: the group is the one that the title names."""
    if state.group is None and not state.apart and (titled := setting.titled()):
        return state._replace(group=titled, first=titled)
    return state


def first_line(block: Block) -> Text:
    """The first line of a block."""
    return next(lines_of(block))


def _two_lines(before: Block | None, text: Text) -> tuple[Text, tuple[int, int]] | None:
    """A heading over two lines: 某县创建全国文明城市 / 工作领导小组组成人员名单."""
    if (
        before is None
        or before.is_row
        or len(before.text) > LONGEST_FIRST
        or MARK.sub("", text.text) != text.text
        or NOT_FIRST_LINE.search(before.text.text)
    ):
        return None
    whole = join([before.text, text])
    span = heading_name(whole, True)
    if span is None or is_generic(whole.text[slice(*span)]):
        return None
    return whole, span
