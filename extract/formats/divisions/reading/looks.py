"""What a line may say of a person, at a cheap look: so that the thousands of lines that say nothing are passed over.

In:  a line or a row of a table. Out: whether it may speak, whether it tells a life, whether it can open no person
"""

import re

from extract.clean import Text
from extract.document import Block
from extract.formats.divisions.duties.verbs import FIRST_VERB, MAY_CALL, opens_duty
from extract.formats.divisions.heads import NOW, TELLS_POST, may_head
from extract.formats.divisions.labels import label_of
from extract.formats.divisions.naming import enumerated

HISTORY = re.compile(r"^(?:[(]?(?:19|20)\d\d[.年/—-]|曾任|历任|曾?先后(?:任|担任|在))(?!.*现任)")
OPENS_HISTORY = "(12曾历先"
SEX = re.compile(r"^[男女][,性]")
SLASH = re.compile("[、/|]")


def speaks(line: Text | Block) -> bool:
    """Whether a line may say anything of a person: a duty, a label, the sex, 现任; a row always."""
    if isinstance(line, Block):
        return True
    chars = line.text
    return bool(
        (line.signs & MAY_CALL and FIRST_VERB.search(chars) is not None)
        or ("对" in chars and "负" in chars)
        or label_of(chars) is not None
        or (chars[:1] in "男女" and SEX.match(chars) is not None)
        or (chars[:1] == "现" and NOW.match(chars) is not None)
    )


def is_history(line: Text | Block) -> bool:
    """Whether a line tells a life: 1992.07—1998.03 县财政局科员."""
    return not isinstance(line, Block) and line.text[:1] in OPENS_HISTORY and HISTORY.match(line.text) is not None


def names_nobody(line: Text | Block) -> bool:
    """Whether a long line can open no person; a row may."""
    if isinstance(line, Block):
        return False
    chars = line.text
    if TELLS_POST.search(chars) or label_of(chars) or may_head(chars, enumerated(chars)):
        return False
    return not any(opens_duty(chars, mark.end()) for mark in SLASH.finditer(chars))
