"""Organs whose own body a title does not name: 党委副书记、副校长丁某, 集团党委书记、董事长.

In:  cleaned text and the span of a title, or the offices of one
Out: the offices of the organs as printed; whether a house that is called by its kind alone is that of the organ before it;
     the persons behind such titles: 党委书记、董事长丁某和总经理、党委副书记石某
"""

import re
from collections.abc import Iterator

from extract.facts import Kind
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.offices.office import Office
from extract.names.offices.posts import is_bare_post
from extract.names.offices.titles import PRINTED_ALONE, offices
from extract.names.people import NAME_LENGTHS, is_person_name
from extract.names.persons.titled import Titled

PRINTED_ORGAN = re.compile(
    rf"""(?P<organ>{"|".join(sorted(PRINTED_ALONE))})(?:副?书记|(?:[组织宣传统战纪检政法]{{2,4}})?委员)(?=、|$)  # 党委副书记、
      | (?P<other>人大(?=副?主席)|(?:街道)?办事处(?=副?主任)|管委会(?=副?主任)|村委会(?=副?主任)|工会(?=副?主席)|团委(?=副?书记))
        副?(?:{any_of("shared", "chief")})(?=、|$)""",
    re.VERBOSE,
)
UNION = "工会"
PART = re.compile(r"[^、,和及与]+")
OF_KIND = ("集团", "公司")


def printed_organs(text: str, title: int, position: int) -> Iterator[Office]:
    """党委副书记、副校长丁某: a party organ as printed, where its body is not told."""
    next_start = title
    for printed in PRINTED_ORGAN.finditer(text, title, position):
        held = offices(f"某某校{printed[0]}", 0, len(printed[0]) + 3)
        if len(held) == 1 and held[0].post_end == len(printed[0]) + 3 and printed.start() == next_start:
            next_start = printed.end() + 1
            start, organ = printed.start(), printed["organ"] or printed["other"]
            stop = start + len(organ)
            kind = Kind.STREET if organ.endswith(("办事处", "管委会")) else Kind.DEPARTMENT
            yield Office(start, stop, organ, kind, text[stop : printed.end()], stop, printed.end())


def of_own_organ(office: Office, first: Office) -> bool:
    """Whether a house that is called by its kind alone is that of the organ before it: 集团党委书记、董事长; or an organ itself: 工会主席."""
    if office.body == UNION:
        return True
    return office.body in OF_KIND and first.body.startswith(office.body) and kind_of_body(first.body) is not None


def behind_bare_titles(chars: str) -> list[Titled]:
    """The persons of a text that is bare titles with names from end to end."""
    persons: list[Titled] = []
    start: int | None = None  # where the title at hand begins
    for part in PART.finditer(chars):
        begin, end = part.span()
        start = begin if start is None else start
        name = _name_in(chars, begin, end)
        if name is not None:
            persons.append(Titled(name, end, tuple(_organs(chars, start, name)), start, end))
            start = None
        elif not _is_title(chars, begin, end):
            return []
    return persons if start is None else []


def _name_in(chars: str, start: int, end: int) -> int | None:
    """Where the name at the end of a part begins, whose rest is a bare title: 总经理|石某."""
    cuts = (end - length for length in NAME_LENGTHS if end - length > start)
    names = (cut for cut in cuts if is_person_name(chars[cut:end]) and _is_title(chars, start, cut))
    return next(names, None)


def _is_title(chars: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a post, or a post in a party organ of the house: 总经理, 党委副书记; not 军代表."""
    told = is_bare_post(chars, start, end) or any(printed_organs(chars, start, end))
    return told and not chars.endswith("代表", start, end)


def _organs(chars: str, start: int, end: int) -> Iterator[Office]:
    """The organs of a title, as printed: 党委 of 总经理、党委副书记."""
    for part in PART.finditer(chars, start, end):
        yield from printed_organs(chars, *part.span())
