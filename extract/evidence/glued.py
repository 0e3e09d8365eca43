"""Names that OCR glued together: the blank between two bodies of a cell is lost where it is narrow.

In:  the name of a body in a document that OCR read: 县发展改革局安投公司, 东山街西山街   Out: where the second body begins, or None

Only such documents are asked: in others a name that holds two is printed so (县城投公司东山分公司).
"""

from functools import lru_cache

from extract.names.bodies import JURISDICTION, kind_of_body
from extract.names.marks import LEVELS

LEAST = 3  # characters of a name beside another
STREETS = ("街", "镇", "乡", "街道")
FIRMS = ("公司", "集团")
AGENCIES = ("局", "委", "办", "中心", "管理处")
INNER = ("分局", "办公室", "委员会", "分公司")  # after a level, of the body before: 市局区分局
DIRECT = "直属"  # 县委县直机关工委 is one


@lru_cache(maxsize=4096)
def glued_at(name: str) -> int | None:
    """How many characters of a name are a body of their own, where it is two; None for a name of one."""
    for index in range(LEAST, len(name) - LEAST + 1):
        before, after = name[:index], name[index:]
        if kind_of_body(before) and kind_of_body(after) and _are_two(before, after):
            return index
    return None


def _are_two(before: str, after: str) -> bool:
    if JURISDICTION.match(before):
        return False
    if after[0] in LEVELS:
        return before[-1] not in LEVELS and after[1] not in DIRECT and after[1:] not in INNER
    if after.endswith(STREETS):
        return len(after) <= 5
    return before.endswith(AGENCIES) and after.endswith(FIRMS)
