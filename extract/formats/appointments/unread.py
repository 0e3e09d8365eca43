"""Which clauses and parts that could not be read speak of a person and a change of post, and so are doubts.

In:  cleaned text of a clause or part of a personnel notice
Out: whether it is to be doubted; an order alone (任命下列同志), a law, an addressee is not
"""

import re

from extract.formats.appointments import clauses as grammar
from extract.names.marks import HAN, IN_WORDS

UNREAD = "change_unread"  # a person and a change of post, and the rest cannot be told apart
LISTED_REMOVAL = re.compile(r"职务(?:\([^()]*\))?:?$")  # below 免去: 宝音德力格尔旗农牧局局长职务
LONGEST_CLAUSE = 200
# 任命|1名科长、2名委员, 选举产生了|主任1名: how many, and nobody by name
COUNTED = re.compile(
    rf"""(?:\d{{1,4}}|{IN_WORDS}|两)[名位](?!同志)[^,;。:()]{{2,}}           # 2名委员
    | [{HAN}]{{2,24}}(?:\d{{1,4}}|{IN_WORDS}|两)[名位人](?:[、和]|$)         # 主任1名、副主任2名
    """,
    re.VERBOSE,
)


def is_unread_change(text: str, start: int, end: int, leaving: bool) -> bool:
    """Whether the clause text[start:end] speaks of a person and a change; `leaving`: it stands below an order to remove."""
    clause = text[start:end]
    listed = leaving and LISTED_REMOVAL.search(clause)
    changes = grammar.CHANGE.search(clause) or grammar.LEFT.search(clause) or listed
    return bool(changes) and not grammar.SETTLED.search(clause) and end - start < LONGEST_CLAUSE


def names_somebody(text: str, start: int, end: int) -> bool:
    """Whether a part names a person anew."""
    return bool(grammar.NEW_PERSON.search(text, start, end)) and not grammar.SETTLED.search(text, start, end)
