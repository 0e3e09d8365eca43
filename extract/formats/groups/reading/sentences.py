"""Sentences on a group: what sets it up, who sits in it, where its office is, who leaves it.

成立安山县信用建设工作领导小组,由丁某任组长       the group, and a seat in it
领导小组下设办公室,办公室设在县教育局            its office
成立防汛指挥部。总指挥:丁某;副总指挥:石某        a list of seats within the paragraph
"""

import re

from extract.clean import Text, in_order
from extract.document import as_read
from extract.facts import Fact, Kind
from extract.formats.groups.names import ENDING, ITS_NAME, MARK, is_fuller, is_generic, is_group_name, set_up
from extract.formats.groups.office import directors, hosts, hosts_in_passing
from extract.formats.groups.prose import parts_told, seats_in_prose
from extract.formats.groups.reading.headings import SEATS, known_by_title, with_group
from extract.formats.groups.reading.labels import NEXT_SECTION, opens
from extract.formats.groups.reading.led import forms, led_by, led_of
from extract.formats.groups.reading.listing import flushed, line_read
from extract.formats.groups.reading.state import Listing, Setting, State
from extract.formats.scope import SEAT_OR_GROUP
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.marks import DIGITS, ENUMERATOR, HAN

OFFICE = re.compile(any_of("groups", "office"))
# (一)绿色食品产业链。链长:石磊: seats of what the line names, none of the group at hand
OF_ANOTHER = re.compile(
    rf"(?:{ENUMERATOR})[{HAN}“”]{{1,20}}(?:[链河湖江溪渠库村]|{any_of('groups', 'of_thing')}|镇|乡)。"
)
PERSONNEL = re.compile(
    rf"{any_of('groups', 'of_posts')}|选举(?!委员会|办法|工作)|补选|职务请求|辞去"
)  # posts, read by the format of personnel notices
# 指挥部办公室设在… below the paragraph of a sub-group (宣传报道组): the office of the whole
OF_WHOLE = re.compile(
    rf"(?:[(]?[{DIGITS}十\d]{{1,3}}[)、.])?(?P<word>{any_of('groups', 'whole_group')})(?:下设)?办公室"
)
# 成立某开发管理委员会(以下称“管委会”),组成人员如下: a group, whatever its name
LISTS_SEATS = re.compile(
    rf"(?:\(以下[^()]{{0,20}}\))?[,。]?(?:其)?(?:{any_of('groups', 'of_members_list')})(?:名单)?如下:$"
)
SHORT = re.compile(r"\(以下(?:统一?)?简称:?“?(?P<name>[^()“”,]{4,24})”?\)")
LEAVES = re.compile(rf"不再担任[^,。;]{{0,40}}(?:{any_of('groups', 'left_seat')})")
SEAT_TOLD = re.compile(rf"{SEATS.pattern}|(?<=[会行])主席|秘书长(?:一职)?由")
MAY_TELL = sign_of(SEAT_OR_GROUP, OFFICE)
TOLD_OF_GROUP = re.compile(r"由[^。;由]{4,900}组成|办公室(?:下)?设")
IN_FULL = re.compile(r"(?<!工作)领导小组$")
OF_HOUSE = re.compile(rf"(?:{any_of('groups', 'committee')})委员会$")  # 第四届校务委员会
# 仲裁委员会|由县司法局、县总工会组成: whom a group is formed of
FORMED = re.compile(
    rf"""
    (?:^|(?<=[,。;:]))(?P<name>(?:(?!\d[.)])[^,。;:由、]){{0,40}}?(?:{ENDING}))  # 仲裁委员会
    (?=(?:\([^()]*\))?由[^。;:由]{{4,900}}?组成)                # 由县司法局、县总工会组成
    """,
    re.VERBOSE,
)
# 县防汛指挥部|下设办公室: whose office the sentence tells, where no group is at hand
HAS_OFFICE = re.compile(rf"(?P<name>[{HAN}“”]{{1,30}}?(?:{ENDING}))[下设立]{{0,2}}办公室(?=[,。;在设])")
OWN = re.compile(rf"(?:{any_of('groups', 'own_ending')})$")
PLACED = "全本省市县区州一二三四五六七八九十双两"  # before a shortened name: 市|防汛指挥部, 市三|防指挥部
FIELDS_JOINED = re.compile(rf"(?=(?P<first>[{HAN}]{{4}})[和与及、](?P<second>[{HAN}]{{4}}))")
LEAST_OF_ONE_FIELD = 9  # characters of a name that is no short one
SENTENCE_ENDS = re.compile("。|$")
LONGEST_END = 8  # characters with which the title of a notice ends
TITLE_ENDS = re.compile(rf"的?(?:{any_of('groups', 'title_ends')}|函)$")


def prose_read(setting: Setting, state: State, text: Text) -> State:
    """After the sentences of a paragraph."""
    chars = text.text
    if not text.signs & MAY_TELL or not (SEAT_OR_GROUP.search(chars) or OFFICE.search(chars)):
        return state
    led = list(led_by(setting.document, text, setting.date)) if "牵头" in chars else []
    setting.tell(forms(setting.document, text, setting.date) if "组成" in chars else ())
    setting.tell(led or (led_of(setting.document, text, setting.date) if "牵头" in chars else ()))
    if led and isinstance(led[0], Fact):
        state = state._replace(group=led[0].object)
    left = 0
    for stop in SENTENCE_ENDS.finditer(chars):
        right = stop.start()
        if state.listing.group is None:
            state = state.for_list()
        if right > left and left and opens(state.listing, sentence := text.part(left, right)):
            state = _listed(setting, state, sentence, chars)
        elif right > left:
            state = _sentence_read(setting.on_day(chars, right), state, text, left, right, bool(led))
        left = stop.end()
    for leaving in LEAVES.finditer(chars):
        setting.doubt(text.span(*leaving.span()), "groups.changes", "leaves_a_seat")
    return state


def _sentence_read(setting: Setting, state: State, text: Text, left: int, right: int, led: bool) -> State:
    """After one sentence; `led`: its paragraph has said who leads the group (由A牵头,B参加的…专班)."""
    chars = text.text
    if not led:
        for span in set_up(chars, left, right, setting.titled() is not None):
            state = _is_set_up(setting, state, text, span)
        state = _unnamed(setting, state, text, left, right)
    for short in SHORT.finditer(chars, left, right) if state.group else ():
        if state.group and chars.endswith(as_read(state.group), 0, short.start()):
            state = state._replace(short={**state.short, short["name"]: state.group})
    if SEAT_TOLD.search(chars, left, right) and not led and not PERSONNEL.search(chars, left, right):
        state = _formed(setting, _told_of_title(setting, state, text, left, right), text, left, right)
        seats = seats_in_prose(setting.document, text, left, right, state.group, setting.date, state.under)
        setting.tell(seats)
    if OFFICE.search(chars, left, right):
        state = _office_read(setting, state, text, left, right)
    return state


def _listed(setting: Setting, state: State, text: Text, paragraph: str) -> State:
    """After a list of seats within a paragraph, after the sentence that sets the group up; a doubt where it names something else."""
    if OF_ANOTHER.match(paragraph):
        setting.doubt(text.span(0, len(text)), "groups.seats", "group_not_named")
        return state
    state = known_by_title(setting, state)
    section = NEXT_SECTION.search(text.text)
    entries = text.part(0, section.start()) if section else text
    listing = flushed(setting, line_read(setting, Listing(state.group), entries))
    state = state._replace(listing=listing._replace(seat=None))
    return _sentence_read(setting, state, text, section.end(), len(text), False) if section else state


def _is_set_up(setting: Setting, state: State, text: Text, span: tuple[int, int]) -> State:
    """After a sentence that sets up what is a group by its name or by its seats; of a committee the seats below may still show it."""
    name = text.text[slice(*span)]
    goes_on = text.text.startswith("由", span[1]) and state.group is not None
    if is_generic(name) or (goes_on and state.group and _is_short_for(name, as_read(state.group))):
        return state  # 市三防指挥部由副市长任总指挥: the short name of the one at hand; 仲裁委员会由…组成: another
    party = setting.document.party(Kind.GROUP, *text.span(*span))
    titled = setting.titled()
    if titled is not None and as_read(titled) == IN_FULL.sub(r"工作\g<0>", name):
        return with_group(state, titled)  # 成立防汛领导小组 below a title that says 防汛工作领导小组
    if goes_on or is_group_name(name) or OF_HOUSE.search(name) or LISTS_SEATS.match(text.text, span[1]):
        return with_group(state, party)
    return state._replace(announced=party) if name.endswith("委员会") else state


def _is_short_for(name: str, group: str) -> bool:
    """Whether a name stands for the group at hand, shortened or with another place; one of other words is of another."""
    if is_fuller(name, group) or _is_of_one_field(name, group):
        return False
    return in_order(name.lstrip(PLACED), group)


def _is_of_one_field(name: str, group: str) -> bool:
    """Whether a long name leaves out one of two fields that the group's joins: 县河道采砂联席会议 below 县河道采砂和砂石运输联席会议."""
    for joint in FIELDS_JOINED.finditer(group) if len(name) >= LEAST_OF_ONE_FIELD else ():
        first, second = joint["first"], joint["second"]
        if (first[-2:] in name and second not in name) or (second in name and first not in name):
            return True
    return False


def _formed(setting: Setting, state: State, text: Text, left: int, right: int) -> State:
    """After 仲裁委员会由…组成 below the sentences of another group: a group of its own, whose members are not those of the one before."""
    formed = FORMED.search(text.text, left, right)
    if formed is None or state.group is None:
        return state
    start, end = formed.span("name")
    start += len(formed["name"]) - len(MARK.sub("", formed["name"], count=1))
    name, group = text.text[start:end], as_read(state.group)
    its_own = not is_generic(name) or OWN.search(name) is not None
    if not its_own or name.endswith(group) or is_fuller(name, group) or _is_short_for(name, group):
        return state
    return with_group(state, setting.document.party(Kind.GROUP, *text.span(start, end)))


def _unnamed(setting: Setting, state: State, text: Text, left: int, right: int) -> State:
    """After 成立由…为成员的工作专班: a group without a proper name, unless one of that ending is known."""
    for match in ITS_NAME.finditer(text.text, left, right):
        name = match["name"]
        known = (as_read(party) for party in (state.group, state.first) if party is not None)
        if is_generic(name) and not any(one.endswith(name[-3:]) for one in known):
            state = state._replace(group=setting.document.party(Kind.GROUP, *text.span(*match.span("name"))))
    return state


def _words_printed(setting: Setting, state: State, text: Text, left: int, right: int) -> State:
    """The state above 领导小组办公室设在县民政局,主任由…兼任 of a text that names its group nowhere: the words printed."""
    told = OF_WHOLE.match(text.text, left, right)
    if told is None or setting.names_a_group():
        return state
    return state._replace(group=setting.document.party(Kind.GROUP, *text.span(*told.span("word"))))


def _told_of_title(setting: Setting, state: State, text: Text, left: int, right: int) -> State:
    """The state above a sentence that tells whom a group consists of or where its office is: that of the title, if none is at hand."""
    if TITLE_ENDS.search(text.text, max(0, len(text) - LONGEST_END)) or not TOLD_OF_GROUP.search(
        text.text, left, right
    ):
        return state
    return known_by_title(setting, state)


def _office_read(setting: Setting, state: State, text: Text, left: int, right: int) -> State:
    """After a sentence on the office of the group at hand, or of the whole."""
    setting.tell(hosts_in_passing(setting.document, text, left, right, setting.date))
    state = _told_of_title(setting, state, text, left, right)
    named = HAS_OFFICE.match(text.text, left, right) if state.group is None else None
    if named is not None and is_group_name(named["name"]) and not is_generic(named["name"]):
        state = with_group(state, setting.document.party(Kind.GROUP, *text.span(*named.span("name"))))
    if state.group is None and not state.apart:
        state = _words_printed(setting, state, text, left, right)
    group, first = state.group, state.first
    whole = OF_WHOLE.match(text.text, left, right)
    if whole and first and as_read(first).endswith(whole["word"]):
        group = first if group is None or not as_read(group).endswith(whole["word"]) else group
    for its_group, start, end in parts_told(setting.document, text, left, right, group).stretches(left, right):
        if its_group is not None:
            setting.tell(hosts(setting.document, text, start, end, its_group, setting.date))
            setting.tell(directors(setting.document, text, start, end, its_group, setting.date, setting.posted))
    return state
