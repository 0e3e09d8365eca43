"""Former posts in a title, which state nothing: 原县委书记丁某, 安山县原县委书记丁某, 江北原省委常委, 县政协原主席、党组书记.

In:  cleaned text, and the span of a title in it. Out: whether the title is of a post that its holder has no more.
"""

import re

from extract.lexicon import any_of
from extract.names.marks import HAN, LEVELS

PLACES_OF_YUAN = ("原平", "原阳", "原州")
ONCE = ("曾任", "曾担任", "历任", "原任", "时任")  # 曾任安山县县长丁某、平阳县县长石某: all of the clause
FORMER_INSIDE = re.compile(
    rf"""
      [{LEVELS}镇乡]原[{LEVELS}镇乡党]                       # 安山县原县委书记
    | [府会院局部厅委社司]原党[组委]                         # 安山县政府原党组成员、副县长
    | [{HAN}]原省[委政人纪]                                  # 江北原省委常委
    | [{HAN}]{{2}}原副?(?:{any_of("shared", "chief")}|[局{LEVELS}院]长)(?=党[组委])  # 县政协原主席　党组书记
    """,
    re.VERBOSE,
)


def is_former(text: str, start: int, end: int) -> bool:
    """Whether the title text[start:end] is of a former post."""
    if text.startswith("原", start) and not text.startswith(PLACES_OF_YUAN, start):
        return True
    clause = max(text.rfind(mark, 0, start) for mark in ",。;:") + 1
    if text.startswith(ONCE, clause) and clause < start and "现任" not in text[clause:start]:
        return True
    return FORMER_INSIDE.search(text, start, end) is not None
