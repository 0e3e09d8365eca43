"""Labels that open a list of seats, or go on with another seat of it.

组　长：刘润长　区人民政府区长                                   a label and a colon
组长　李强　县长                                               layout space in its stead
二、成员                                                      a heading over those who sit there, in a list that has begun
"""

import re
from collections.abc import Iterator

from extract.clean import Text
from extract.document import as_read
from extract.formats.groups.reading.state import Listing
from extract.formats.groups.seats import OFFICE_SEAT, SEAT
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.marks import DIGITS, ENUMERATOR, HAN
from extract.names.offices.posts import post_at_end
from extract.names.persons.members import members

# 委员(公众代表): of what sort those are who sit there; (兼办公室主任) is another seat
SORT = rf"(?![^()]*[兼任长])[{HAN}、]{{2,12}}(?:,?按[^()]{{2,12}})?"
# 纪检组组长:负责纪检工作: what the holder does, and no name
DUTY = rf"(?:{any_of('persons', 'portfolio')})(?!人)"
LABEL = re.compile(
    rf"""
    (?:^[-—·•●*]*)?(?:[(]?[{DIGITS}十\d]{{1,2}}[)、.])?  # -(一)
    (?:(?:{any_of("groups", "adds")})?(?:下列|以下)(?:{any_of("groups", "added_who")})(?:为|任|担任))?  # 增补下列同志为
    (?:(?:领导)?小组|{any_of("groups", "labelled_group")})?(?:{any_of("groups", "members_told")})?(?P<seat>办公室{OFFICE_SEAT}|{SEAT})  # 领导小组办公室第一副主任
    (?:\((?:[^()]*(?:\d|[{DIGITS}十])[人名]|按[^()]*|排名[^()]*|{SORT})\))?:(?!{DUTY})  # (某2人): (职能部门):
    """,
    re.VERBOSE,
)
# 区创建领导小组|第一副组长:石磊: the seat with the group that it is of
WITH_GROUP = re.compile(
    rf"""
    (?:{ENUMERATOR})?(?![{HAN}]{{0,8}}(?:{any_of("groups", "added_who")})[为任]|[{HAN}]{{0,12}}由[{HAN}]{{1,12}}任)(?P<group>[{HAN}“”]{{0,30}}?(?:{any_of("groups", "with_seat")}))  # 区创建领导小组
    (?P<seat>办公室{OFFICE_SEAT}|(?![{HAN}]{{0,4}}单位)(?:{SEAT})):(?!{DUTY})    # 第一副组长:
    """,
    re.VERBOSE,
)
BARE_LABEL = re.compile(rf"^[-—·•●*]*(?P<seat>办公室{OFFICE_SEAT}|{SEAT})(?:\([^()]*\))?$")
# 二、成员 · 成员单位及成员: · 其他成员名单: a heading over those who sit there, in a list that has begun
SEAT_HEADING = re.compile(
    rf"""
    ^(?:[(]?[{DIGITS}十\d]{{1,2}}[)、.]+)?(?:{any_of("groups", "others")})?  # 二、其他
    (?:(?:{SEAT})[及和、与])?(?P<seat>(?!{any_of("groups", "units_seat")}){SEAT})                          # 成员单位及成员
    (?:{any_of("groups", "seats_list")})?(?:\([^()]{{1,14}}\))?(?P<colon>:?)$                                # 名单:
    """,
    re.VERBOSE,
)
STARTS_SPACED = re.compile(rf"^[-—·•●*]*(?P<seat>办公室{OFFICE_SEAT}|{SEAT})(?=[{HAN}])")
# …石磊水利局局长|三、办事机构及职责领导小组办公室设在…: the next section, which a page has run into the list
NEXT_SECTION = re.compile(
    rf"(?<=[长任记员席师谋])[{DIGITS}]、[{HAN}]{{0,8}}(?:{any_of('groups', 'next_section')})(?=[{HAN}])"
)
SEAT_WORD = re.compile(rf"办公室|{SEAT}")  # which every label holds
MAY_OPEN = sign_of(SEAT_WORD)
FURTHEST_SEAT = 64  # characters in which it stands
LONGEST_SPACED = 60  # characters of a line whose label has no colon
LONGEST_POST = 8  # characters before a label that may end a title
OF_TASKS = {"牵头单位", "牵头部门", "召集单位", "牵头领导"}
OF_POST = {"所长", "副所长"}  # seats of a 防汛指挥所 alone
SUBHEADING = re.compile(rf"(?:[(]?[{DIGITS}十\d]{{1,2}}[)、.]+)?[{HAN}、]{{2,12}}(?:\([^()]{{2,14}}\))?(?P<colon>:?)$")


def is_subheading(chars: str) -> bool:
    """Whether a line divides a list without ending it: (一)部门委员, 2.县直单位, 乡镇: below 成员:."""
    match = SUBHEADING.match(chars)
    return match is not None and (match["colon"] == ":" or chars[0] in "(一二三四五六七八九十0123456789")


def opens(listing: Listing, text: Text) -> bool:
    """Whether a paragraph or line begins with a seat's label."""
    if not text.signs & MAY_OPEN or not SEAT_WORD.search(text.text, 0, FURTHEST_SEAT):
        return False
    match = LABEL.match(text.text) or BARE_LABEL.match(text.text) or _spaced(text) or _headed(listing, text)
    return match is not None and is_seat(listing, match["seat"])


def is_seat(listing: Listing, word: str) -> bool:
    """Whether a word names a seat in the list at hand: 牵头单位 only below a group's heading, 所长 only in a 指挥所."""
    if word in OF_POST:
        return listing.group is not None and as_read(listing.group).endswith("指挥所")
    return listing.headed or word not in OF_TASKS


def labels_of(listing: Listing, text: Text) -> list[re.Match[str]]:
    """The labels of a line, or the one with which it opens although no colon follows."""
    if labels := list(_with_colons(text)):
        return labels
    alone = _spaced(text) or BARE_LABEL.match(text.text) or _headed(listing, text)
    return [alone] if alone else []


def _with_colons(text: Text) -> Iterator[re.Match[str]]:
    """The labels of a line: at its start, after a mark, or after layout space (组长:王刚县长　　副组长:李丽副县长).

    Of a page whose lines ran together also after a title: 召集人:丁力　县水利局局长|副召集人:石磊.
    """
    opened = False
    for match in LABEL.finditer(text.text):
        position = match.start()
        if (
            position == 0
            or text.text[position - 1] in ";。,、"
            or text.offsets[position] != text.offsets[position - 1] + 1
            or (opened and post_at_end(text.text, max(0, position - LONGEST_POST), position) is not None)
        ):
            opened = True
            yield match


def _headed(listing: Listing, text: Text) -> re.Match[str] | None:
    """二、成员, 成员单位及成员: over those who sit there, once seats have been named."""
    begun = listing.seat is not None or listing.entries or listing.headed
    return SEAT_HEADING.match(text.text) if begun else None


def _spaced(text: Text) -> re.Match[str] | None:
    """组长　李强　县长: a label without a colon, layout space after it."""
    match = STARTS_SPACED.match(text.text)
    if not match or len(text) > LONGEST_SPACED:
        return None
    position = match.end()
    apart = position < len(text) and text.offsets[position] != text.offsets[position - 1] + 1
    return match if apart and members(text, position, len(text)).persons else None
