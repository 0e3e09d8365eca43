"""Courts and procuratorates: the court of which a body is a part, and what is the court's own beside a chamber's.

In:  the name of a body. Out: the court whose part it is.

    青禾县人民法院立案庭庭长、审判员 → 青禾县人民法院, 审判员
"""

import re

from extract.lexicon import any_of
from extract.names.marks import HAN

OWN_POSTS = ("审判员", "检察员", "院长", "检察长", "陪审员", "书记员")  # a chamber has none of these
COUNCILS = frozenset(
    {"审判委员会", "审委会", "检察委员会", "检委会"}
)  # as printed after the court: 副院长、审判委员会委员
COURT = re.compile(rf"(?:法院|检察院(?:[{HAN}]{{0,10}}分院)?)(?:{any_of('organs', 'court_organ')})?$")
_PART = rf"[{HAN}]{{0,8}}(?:庭|{any_of('organs', 'court_part')})|{any_of('organs', 'court_office')}|司法警察[大支]队|法警[大支]队"
_OF_COURT = re.compile(rf"(?P<court>.+?(?:{any_of('shared', 'court')}))(?:{_PART})")


def court_of(body: str) -> str | None:
    """The court whose part a body is, by its name; None for all else."""
    match = _OF_COURT.fullmatch(body)
    return match["court"] if match else None
