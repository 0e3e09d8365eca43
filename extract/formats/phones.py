"""Office lines, as printed; private numbers are none.

In:  0551-6612345、13912345678   Out: 0551-6612345
"""

import re

from extract.clean import Text, printed
from extract.document import Block
from extract.lexicon import any_of
from extract.private import pieces_without

NUMBER_TOKEN = re.compile(
    r"""
      (?<![\d-]) (?:[(（]?0\d{2,3}[)）]?[-—–]?)? \d{7,8} (?:[-—转]\d{1,6})? (?!\d)   # (0714)3221120, 3221120转801
    | (?<!\d) (?:12345|12\d{3}|110|119|120) (?!\d)                                 # lines of the state
    | 0\d{9,11} (?!\d)                                                             # 07143221120
    """,
    re.VERBOSE,
)
PHONE_LINE = re.compile(rf"^[^:]{{0,8}}(?:{any_of('registers', 'by_phone')}|联系方式):(?P<phone>.{{5,80}})$")


def phones(cell: Text, block: Block) -> str | None:
    """The office lines of a cell as printed, a space between two; private numbers are left out."""
    if not len(cell):
        return None
    source = block.document.text
    start, end = cell.span(0, len(cell))
    public = (source[left:right] for left, right in pieces_without(source, start, end))
    numbers = [printed(m[0]) for piece in public for m in NUMBER_TOKEN.finditer(piece)]
    return " ".join(numbers) or None
