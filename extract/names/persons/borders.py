"""Where a name ends that has run into a title, told by what names of agencies begin with.

In:  尹青统计局副局长 · 林川发展改革委副主任 · 石磊县教育局局长
Out: the offset after 尹青, 林川, 石磊, and the offices of the title; None where two ends would do, or none
"""

from extract.lexicon import agency_fields
from extract.names.marks import LEVELS
from extract.names.offices.office import Office
from extract.names.offices.titles import offices
from extract.names.people import is_person_name

LENGTHS = (2, 3, 4)
OPENS_AGENCY = (*agency_fields(), *LEVELS)


def before_agency(text: str, left: int, right: int) -> tuple[int, tuple[Office, ...]] | None:
    """The one end of the name that text[left:right] opens with after which the title of an agency stands."""
    ends: list[tuple[int, tuple[Office, ...]]] = []
    for length in LENGTHS:
        cut = left + length
        if cut + 2 < right and text.startswith(OPENS_AGENCY, cut) and is_person_name(text[left:cut]):
            held = tuple(offices(text, cut, right))
            if held and held[-1].post_end == right and held[0].body_start in (cut, None):
                ends.append((cut, held))
    return ends[0] if len(ends) == 1 else None
