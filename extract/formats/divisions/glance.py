"""What a line of a division of work can be, at a cheap look, before anything of it is read.

In:  a line or row, and the lines below it
Out: whether it may tell of a person, whether it opens none, which line follows it
"""

import re

from extract.clean import Text
from extract.document import Block
from extract.formats.divisions.duties.verbs import FIRST_VERB, MAY_CALL, opens_duty
from extract.formats.divisions.heads import NOW, may_head, tells_post
from extract.formats.divisions.house import may_be_title
from extract.formats.divisions.labels import label_of
from extract.formats.divisions.naming import bare_name, enumerated
from extract.formats.divisions.retold import may_roll
from extract.formats.divisions.rows import is_heading
from extract.formats.divisions.stacked import LONGEST_ALONE

HISTORY = re.compile(r"^(?:[(]?(?:19|20)\d\d[.年/—-]|曾任|历任|曾?先后(?:任|担任|在))(?!.*现任)")
OPENS_HISTORY = "(12曾历先"
LONGEST_LIFE = 40  # lines
ENDS_LINE = ":,;。"  # what may close a line after a title
MOST_CELLS = 3  # of a row that may be a line with gaps
SLASH = re.compile("[、/|]")
SEX = re.compile(r"^[男女][,性]")


def speaks(line: Text | Block) -> bool:
    """Whether a line may say anything of a person, at a cheap look: a duty, a label, the sex, 现任; a row always."""
    if isinstance(line, Block):
        return True
    chars = line.text
    return bool(
        _may_tell_duty(line)
        or label_of(chars) is not None
        or (chars[:1] in "男女" and SEX.match(chars) is not None)
        or (chars[:1] == "现" and NOW.match(chars) is not None)
    )


def _may_tell_duty(text: Text) -> bool:
    """Whether a duty can begin in a text, as `may_tell_duty`, which its signs spare most texts."""
    chars = text.text
    return bool(text.signs & MAY_CALL and FIRST_VERB.search(chars)) or ("对" in chars and "负" in chars)


def opens_nobody(lines: list[Text | Block], index: int, strict: bool) -> bool:
    """Whether a line opens no person while nobody is at hand, at a cheap look.

    It tells no duty, title, name or label and heads no columns; and no duty or label stands on the line below.
    """
    line = lines[index]
    text = line.text if isinstance(line, Block) else line
    chars = text.text
    if _may_tell_duty(text) or (not strict and may_roll(text)):
        return False
    if isinstance(line, Block):
        filled = [cell.text for cell in line.cells if cell.text]
        if is_heading(line) or (len(filled) == 2 and label_of(filled[0])):
            return False
        if len(filled) > MOST_CELLS:
            return True
    if label_of(chars) is not None:
        return False
    if len(chars) <= LONGEST_ALONE and (
        may_be_title(chars, 0, len(chars.rstrip(ENDS_LINE))) or (not isinstance(line, Block) and bare_name(text))
    ):
        return False
    follows = line_after(lines, index)
    return follows is None or not speaks(follows)


def names_nobody(line: Text | Block) -> bool:
    """Whether a long line can open no person, at a cheap look; a row may."""
    if isinstance(line, Block):
        return False
    chars = line.text
    if tells_post(line) or label_of(chars) or may_head(chars, enumerated(chars)):
        return False
    return not any(opens_duty(chars, mark.end()) for mark in SLASH.finditer(chars))


def line_after(lines: list[Text | Block], index: int) -> Text | None:
    """The line after another, those of a life left out: 1992.07—1998.03 县财政局科员."""
    below = lines[index + 1 : index + LONGEST_LIFE]
    line = next((line for line in below if not is_history(line)), None)
    if line is None:
        return None
    if not isinstance(line, Block):
        return line
    filled = [cell for cell in line.cells if cell.text]
    return filled[0] if len(filled) == 2 and label_of(filled[0].text) else line.text


def is_history(line: Text | Block) -> bool:
    """Whether a line tells what a person was formerly: 1992.07—1998.03 县财政局科员; with 现任 it tells more."""
    return not isinstance(line, Block) and line.text[:1] in OPENS_HISTORY and HISTORY.match(line.text) is not None
