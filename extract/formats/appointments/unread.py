"""Which clauses and parts that could not be read speak of a person and a change of post, and so are doubts.

In:  cleaned text of a clause or part of a personnel notice
Out: whether it is to be doubted; an order alone (任命下列同志), a law, an addressee is not
"""

import re

from extract.formats.appointments import clauses as grammar

UNREAD = "change_unread"  # a person and a change of post, and the rest cannot be told apart
LISTED_REMOVAL = re.compile(r"职务(?:\([^()]*\))?$")  # below 免去: 宝音德力格尔旗农牧局局长职务
LONGEST_CLAUSE = 200


def is_unread_change(text: str, start: int, end: int, leaving: bool) -> bool:
    """Whether the clause text[start:end] speaks of a person and a change; `leaving`: it stands below an order to remove."""
    clause = text[start:end]
    listed = leaving and LISTED_REMOVAL.search(clause)
    said = grammar.CHANGE.search(clause) or grammar.LEFT.search(clause) or listed
    return bool(said) and not grammar.SETTLED.search(clause) and end - start < LONGEST_CLAUSE


def names_somebody(text: str, start: int, end: int) -> bool:
    """Whether a part names a person anew."""
    return bool(grammar.NEW_PERSON.search(text, start, end)) and not grammar.SETTLED.search(text, start, end)
