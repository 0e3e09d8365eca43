"""Whether a line without a label goes on with the list at hand: a further entry, the rest of a title, a further post.

        张晓菡　区人民政府副区长                                 the label above holds on
区城乡统筹发展中心副 / 主任                                     a title that the layout broke
石　磊　县住建局副局长 / 县规划局局长                            a further post of the person above
县自然资源局主要负责人                                          a holder by title alone, among others
"""

import re
from functools import lru_cache
from unicodedata import east_asian_width

from extract.clean import Text, join, parts_between
from extract.formats.groups.reading.state import Listing, Setting
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN, LEVELS
from extract.names.offices.posts import post_at_end
from extract.names.offices.titles import offices
from extract.names.people import is_person_name
from extract.names.persons.aligned import UNNAMED
from extract.names.persons.members import Members, members
from extract.names.persons.titled import Titled, name_run_into_title
from extract.names.units import unit_list
from extract.text.paragraphs import is_enumerated

LONGEST_SECOND, SHORTEST_SECOND = 40, 5  # characters of a further post on a line of its own
TAB = 8  # columns
LONGEST_OPEN = 400  # characters of a line that goes on with a list
LONGEST_ENTRY, LONGEST_BODY, LONGEST_TAIL = 80, 30, 24  # characters of one entry, of one body, of the rest of a title
LABEL = re.compile(rf"(?P<word>[{HAN}]{{2,8}}):")
SENTENCE = re.compile(rf"[。;]$|负责(?!人|同志)|{any_of('groups', 'sentence')}")


@lru_cache(maxsize=16)
def listed_in(text: Text) -> Members:
    """Who stands in a line of a list; kept for the lines at hand, which are looked at more than once."""
    return members(text, 0, len(text), listed=True)


def goes_on(setting: Setting, listing: Listing, text: Text) -> bool:
    """Whether a line without a label is a further entry of the list at hand."""
    if listing.seat is not None and listing.alone and listing.seat.for_units and lists_bodies(text):
        return True
    if (label := LABEL.match(text.text)) and not (is_person_name(label["word"]) or kind_of_body(label["word"])):
        return False  # 总协调:石磊、尹青: another seat, whatever it is
    is_open = _is_open(listing)
    if listing.seat is None or SENTENCE.search(text.text.rstrip("。;") if is_open else text.text):
        return False
    if len(text) > (LONGEST_OPEN if is_open else LONGEST_ENTRY):
        return False
    if is_second_post(setting, listing, text):
        return True
    there = listed_in(text)
    if _holders_go_on(listing, text, there):
        return True
    if there.units and not (there.rest or there.persons):
        short = len(text) <= LONGEST_BODY
        if listing.alone and short and not there.titles:
            return True
        if listing.entries:
            # 县自然资源局主要负责人, 古州镇、车江街道主要负责人 among lines of names
            one = short and len(there.units) == 1
            return bool(UNNAMED.search(text.text)) or (one and bool(offices(text.text, 0, len(text))))
    return bool(there.persons) or (listing.waiting is not None and is_tail(listing, text))


def _is_open(listing: Listing) -> bool:
    """Whether the entry that waits ends in a 、, so that the list goes on in the next line and may close there."""
    return listing.waiting is not None and listing.waiting.text.endswith(("、", ","))


def is_tail(listing: Listing, text: Text) -> bool:
    """副主任 at the end of a title that the layout broke: 区城乡统筹发展中心副 / 主任."""
    waiting = listing.waiting
    if waiting is None or len(text) > LONGEST_TAIL or is_enumerated(text.text):
        return False
    before = listed_in(waiting).persons
    cut = not post_at_end(waiting.text, 0, len(waiting))
    after = members(join([waiting, text]), 0, len(waiting) + len(text)).persons
    if waiting.text[-1] in "、," and len(before) == len(after) == 1:
        return len(after[0].offices) > len(before[0].offices)
    if cut and len(before) == len(after) == 1 and _ends_in_post(text):
        whole = after[0].offices  # 县委常委、政法 / 委书记 · 县政府办公室综合 / 科科长
        return bool(whole) and whole[-1].post_end >= len(waiting) and before[0].name_end == after[0].name_end
    return bool(after) and bool(after[-1].offices) and (not before or not before[-1].offices)


def is_second_post(setting: Setting, listing: Listing, text: Text) -> bool:
    """县规划局局长 on a line of its own below 石　磊　县住建局副局长: where names stand apart, a title alone is of the person above."""
    waiting = listing.waiting
    if waiting is None or len(text) > LONGEST_SECOND or not _is_whole_title(text):
        return False
    persons = listed_in(waiting).persons
    if len(persons) != 1 or not persons[0].offices or not _stands_apart(waiting, persons[0]):
        return False
    source = setting.document.text
    if 0 < _column(source, text.offsets[0]) <= _column(source, waiting.offsets[persons[0].name_start]) + 1:
        return False  # where the names stand, and not where the titles do
    named = name_run_into_title(text.text, 0, len(text))
    if named is None:
        return True
    county = text.text[: named.name_end + 1]  # 临江|县人民政府: a place that the document names, and no person
    return county[-1] in LEVELS and source.count(county) > 1


def _column(source: str, offset: int) -> int:
    """The column of a character on its line as printed; a Chinese character takes two."""
    before = source[source.rfind("\n", 0, offset) + 1 : offset]
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in before.expandtabs(TAB))


def _holders_go_on(listing: Listing, text: Text, there: Members) -> bool:
    """Whether a line names holders by their titles alone, below others: 区水利局局长、区气象局局长."""
    if listing.waiting is None or not there.units or there.rest or there.titles or there.persons:
        return False
    before = listed_in(listing.waiting)
    if not (listing.entries or before.units or before.persons):
        return False
    parts = list(parts_between(text.text, 0, len(text.text.rstrip("。;")), "、,"))
    return all(offices(text.text, *part) or UNNAMED.search(text.text[slice(*part)]) for part in parts)


def _is_whole_title(text: Text) -> bool:
    """Whether a line without layout space is one title of a body that it names: 县规划局局长."""
    end = len(text.text.rstrip("。;"))
    if end < SHORTEST_SECOND or text.offsets[end - 1] - text.offsets[0] != end - 1:
        return False
    held = offices(text.text, 0, end)
    whole = bool(held) and held[0].body_start == 0 and held[-1].post_end == end
    return whole and kind_of_body(held[0].body) is not None and len({office.body for office in held}) == 1


def _stands_apart(text: Text, person: Titled) -> bool:
    """Whether layout space divides a name from its title."""
    first = person.offices[0]
    start = first.post_start if first.body_start is None else first.body_start
    return start == person.name_end < len(text) and text.offsets[start] > text.offsets[start - 1] + 1


def _ends_in_post(text: Text) -> bool:
    return post_at_end(text.text, 0, len(text.text.rstrip("。;"))) is not None


def lists_bodies(text: Text) -> bool:
    """Whether a line below 成员单位: lists bodies and says nothing else, to its full stop: 县水利局、县公安局。"""
    if len(text) > LONGEST_OPEN:
        return False
    listed = unit_list(text.text, 0, len(text.text.rstrip("。;")))
    return len(listed.units) > 1 and not listed.rest
