"""Entries of a list of seats that a page has run together without any mark: a name, its title, the next name.

In:  石磊县水利局局长尹青县政府副秘书长孟川统计局局长
Out: three entries; a stretch in which no name and title can be told is an entry of its own, which becomes a doubt
"""

from extract.clean import Text
from extract.formats.groups.seats import RUN_TOGETHER
from extract.names.bodies import kind_of_body
from extract.names.offices.office import Office
from extract.names.offices.posts import POSTS, post_at_end
from extract.names.people import is_person_name
from extract.names.persons.titled import name_run_into_title

LEAST, MOST = 14, 3000  # characters of two entries, of a line that is looked through
LONGEST = 44  # characters of one
SHORTEST = 5
MARKS = frozenset(",;:。()")
GOES_ON = tuple("、和兼及(助级")  # 县长|助理: the title is not whole
POST_REACH = 8
NAMES = (3, 2, 4)


def divided(text: Text) -> list[Text]:
    """The entries of a line that is such a run; the line itself if it is none."""
    chars = text.text
    if not LEAST <= len(chars) <= MOST or not MARKS.isdisjoint(chars) or not _is_unspaced(text):
        return [text]
    cuts = _cuts(chars)
    return [text.part(a, b) for a, b in zip(cuts, [*cuts[1:], len(chars)], strict=True)] if len(cuts) > 1 else [text]


def _is_unspaced(text: Text) -> bool:
    """Whether no layout stands inside: a space shows where an entry ends."""
    return text.offsets[-1] - text.offsets[0] == len(text) - 1


def _cuts(chars: str) -> list[int]:
    """Where the entries begin; none if no entry is followed by another."""
    cuts: list[int] = []
    position = read = 0
    while position < len(chars):
        stop = _entry_end(chars, position)
        if stop is None and not cuts:
            return []
        cuts.append(position)
        read += stop is not None
        position = _next_entry(chars, position + 1) if stop is None else stop
    return cuts if read > 1 else []


def _next_entry(chars: str, start: int) -> int:
    """Where an entry begins again after a stretch that cannot be read."""
    starts = (start for start in range(start, len(chars)) if _entry_end(chars, start) is not None)
    return next(starts, len(chars))


def _entry_end(chars: str, start: int) -> int | None:
    """Where the entry from `start` ends: at the first title after which another name, or nothing, stands; else at the first one."""
    first: int | None = None
    for stop in range(start + SHORTEST, min(len(chars), start + LONGEST) + 1):
        if not _ends_post(chars, stop) or chars[stop : stop + 1] in GOES_ON:
            continue
        held = name_run_into_title(chars, start, stop)
        if held is None or not all(map(_is_plain, held.offices)):
            continue
        if stop == len(chars) or _may_begin(chars, stop):
            return stop
        first = first or stop
    return first


def _is_plain(office: Office) -> bool:
    """Whether the body of a title holds no other entry: not 县粮食局局长石磊县财政局."""
    return office.body_start is None or (kind_of_body(office.body) is not None and not RUN_TOGETHER.search(office.body))


def _ends_post(chars: str, stop: int) -> bool:
    """Whether a post ends at `stop`, and no longer one goes on there: 总工|程师."""
    if post_at_end(chars, max(0, stop - POST_REACH), stop) is None:
        return False
    longest = min(POST_REACH, len(chars) - stop + 1)
    return not any(
        chars[stop - back : stop + more] in POSTS for back in range(1, POST_REACH) for more in range(1, longest)
    )


def _may_begin(chars: str, start: int) -> bool:
    """Whether a name may begin at `start`."""
    return any(is_person_name(chars[start : start + length]) for length in NAMES)
