"""Whether a text names a unit of its own, no set of units; by endings that the account keeps itself (units.toml).

In:  "由县水利局", "各乡镇"   Out: true, false
"""

import re
from functools import lru_cache

from extract.lexicon import any_of
from extract.names.bodies import is_no_body

UNIT_END = re.compile(f"(?:{any_of('units', 'organ')})$")
SET = re.compile(any_of("units", "set"))
LONGEST = 30


def names_unit(text: str) -> bool:
    """Whether a list names at least one unit."""
    return any(is_unit(part) for part in re.split(r"[、,和及。;(\s]", text))


@lru_cache(maxsize=8192)
def is_unit(text: str) -> bool:
    """Whether a word is the name of a unit."""
    if SET.search(text):
        return False
    bare = text.strip("由在于:(（)）")
    return 2 <= len(bare) <= LONGEST and UNIT_END.search(bare) is not None and not is_no_body(bare)


def is_set(text: str) -> bool:
    """Whether a word stands for units without a name of their own: 各乡镇, 有关部门."""
    return SET.search(text) is not None


def ends_as_unit(text: str) -> bool:
    """Whether a word ends as a unit or a kind of units does: 各乡镇; but 各沿江|、沿河街道."""
    return UNIT_END.search(text) is not None
