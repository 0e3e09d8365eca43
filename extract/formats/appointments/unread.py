"""Which clauses and parts that could not be read speak of a person and a change of post, and so are doubts.

In:  cleaned text of a clause or part of a personnel notice
Out: whether it is to be doubted; an order alone (任命下列同志), a law, an addressee is not
"""

import re

from extract.formats.appointments import clauses as grammar
from extract.names.marks import HAN

UNREAD = "change_unread"  # a person and a change of post, and the rest cannot be told apart
CHANGE = re.compile(
    rf"免去(?!其|他|她)[^,;。]{{6,}}|[{HAN}·]{{2,8}}同志(?!们)|任命(?!书|的|人员|事项)[{HAN}]{{2}}|不再担任|挂任|当选"
)
LISTED_REMOVAL = re.compile(r"职务(?:\([^()]*\))?$")  # below 免去: 宝音德力格尔旗农牧局局长职务
SETTLED = re.compile(
    r"名单$|如下|负责同志|领导同志|请示|收悉|相关同志|有关同志|相关人员|原任职务|原有职务|其他职务|下列|以下|上述|以上|任免职|任免|宪法|法律|规定|条例"
)
LONGEST_CLAUSE = 200


def is_unread_change(text: str, start: int, end: int, leaving: bool) -> bool:
    """Whether the clause text[start:end] speaks of a person and a change; `leaving`: it stands below an order to remove."""
    clause = text[start:end]
    listed = leaving and LISTED_REMOVAL.search(clause)
    said = CHANGE.search(clause) or grammar.LEFT.search(clause) or listed
    return bool(said) and not SETTLED.search(clause) and end - start < LONGEST_CLAUSE


def names_somebody(text: str, start: int, end: int) -> bool:
    """Whether a part names a person anew."""
    return bool(grammar.NEW_PERSON.search(text, start, end)) and not SETTLED.search(text, start, end)
