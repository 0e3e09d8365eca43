"""What a line may say of a person, at a cheap look: so that the thousands of lines that say nothing are passed over.

In:  a line or a row of a table. Out: whether it may speak, whether it tells a life, whether it can open no person
"""

import re

from extract.clean import Text
from extract.document import Block
from extract.formats.divisions.duties.verbs import FIRST_VERB, MAY_CALL, opens_duty
from extract.formats.divisions.heads import NOW, may_head, tells_post
from extract.formats.divisions.labels import MAY_HEAD, label_of
from extract.formats.divisions.naming import LIFE, bare_name, enumerated
from extract.formats.divisions.retold import may_roll
from extract.lexicon import any_of
from extract.names.offices.posts import post_at_end

# 1998年7月至2003年4月县财政局科员 · 曾任…: what a person was; a line that says 现任 too is none
HISTORY = re.compile(
    rf"^,?(?:[(]?(?:19|20)\d\d[.年/—-]|{any_of('portfolios', 'held_before')}|曾?先后(?:任|担任|在))(?!.*现任)"
)
OPENS_HISTORY = "(12曾历先,"
SEX = re.compile(r"^[男女][,性]")
UNTIL_NOW = re.compile(
    rf"""
      (?:{any_of("portfolios", "held_now")})(?:职务)?:?                                                          # 现任县教育局局长
    | (?:(?:19|20)\d\d[.年/-]?(?:\d{{1,2}}月?)?)[-—－~至到]{{0,2}}(?:至今|今)[,:]?任?         # 2019年3月至今任…
    """,
    re.VERBOSE,
)
CLOSES_LIFE = re.compile("[。;]")
SLASH = re.compile("[、/|]")
LABELLED = 2  # cells of a row that are a label and what it says


def speaks(line: Text | Block) -> bool:
    """Whether a line may say anything of a person: a duty, a label, the sex, 现任; a row also what heads or labels its cells."""
    if isinstance(line, Block):
        filled = [cell.text for cell in line.cells if cell.text]
        labelled = len(filled) == LABELLED and label_of(filled[0]) is not None
        return labelled or bool(line.text.signs & MAY_HEAD) or may_go_on(line.text) or speaks(line.text)
    chars = line.text
    return bool(
        (line.signs & MAY_CALL and FIRST_VERB.search(chars) is not None)
        or ("对" in chars and "负" in chars)
        or label_of(chars) is not None
        or opens_life(chars)
    )


def opens_life(chars: str) -> bool:
    """男,回族,1972年生,…,现任安山县委副书记 · 1972年11月生,…现任…: a line that tells a life, the posts of today in it."""
    opening = chars[:1]
    if opening in "男女":
        return SEX.match(chars) is not None
    return (opening == "现" and NOW.match(chars) is not None) or (opening in "12" and LIFE.match(chars) is not None)


def until_now(chars: str, start: int) -> tuple[int, int] | None:
    """Where the posts of today stand in a life: after the last 现任 or 2019年3月至今任, to the end of the sentence; None if nowhere."""
    begin = max((today.end() for today in UNTIL_NOW.finditer(chars, start)), default=None)
    if begin is None:
        return None
    stop = CLOSES_LIFE.search(chars, begin)
    return begin, stop.start() if stop else len(chars)


def is_history(line: Text | Block) -> bool:
    """Whether a line tells a life: 1992.07—1998.03 县财政局科员."""
    return not isinstance(line, Block) and line.text[:1] in OPENS_HISTORY and HISTORY.match(line.text) is not None


def may_go_on(line: Text) -> bool:
    """Whether a line may tell of persons without a duty: a life, a title that several share."""
    return is_history(line) or may_roll(line)


def stands_alone(line: Text | Block) -> bool:
    """Whether a short line may be a name or a title and nothing else: a post or a bracket ends it, or it can be a name; no row is a name."""
    chars = line.text.text if isinstance(line, Block) else line.text
    start, end = enumerated(chars), len(chars.rstrip(":,;。"))
    if chars[end - 1] == ")" or post_at_end(chars, start, end) is not None:
        return True
    return not isinstance(line, Block) and bare_name(line) is not None


def names_nobody(line: Text | Block) -> bool:
    """Whether a long line can open no person; a row may."""
    if isinstance(line, Block):
        return False
    chars = line.text
    if tells_post(line) or label_of(chars) or may_head(chars, enumerated(chars)):
        return False
    return not any(opens_duty(chars, mark.end()) for mark in SLASH.finditer(chars))
