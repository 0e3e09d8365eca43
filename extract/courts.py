"""Courts and procuratorates: their chambers and departments, and what is the court's own beside them.

In:  the name of a body. Out: whether it is a part of a court, and the court of which it is one.

    尧都区人民法院审判员、刑事审判庭庭长 → 尧都区人民法院刑事审判庭, 庭长
    青禾县人民法院立案庭庭长、审判员 → 青禾县人民法院, 审判员
"""

import re

COURTS = ("法院", "检察院")
OWN_POSTS = ("审判员", "检察员", "院长", "检察长", "陪审员", "书记员")  # a chamber has none of these
_PART = r"[\u4e00-\u9fff]{0,8}(?:庭|检察部|执行局|执行处)|政治部|研究室|审判管理办公室|司法警察[大支]队|法警[大支]队"
_OF_COURT = re.compile(rf"(?P<court>.+?(?:法院|检察院))(?:{_PART})")


def is_chamber(name: str) -> bool:
    """Whether a name is one of a part of a court, which names no court itself: 刑事审判庭, 第一检察部, 城关人民法庭."""
    return len(name) > 1 and re.fullmatch(_PART, name) is not None and not any(court in name for court in COURTS)


def court_of(body: str) -> str | None:
    """The court whose part a body is, by its name; None for all else."""
    found = _OF_COURT.fullmatch(body)
    return found["court"] if found else None
