"""Two bodies before one party organ: 甲局(乙局)党组成员、副局长 — the 党组 is of 甲局, the later post of both.

In:  what stands before a post
Out: the organ of the first body, and the second body as an Office without a post
"""

import re

from extract import lexicon
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.offices.office import Office

ORGANS = "|".join(sorted(map(re.escape, lexicon.party_organs()), key=len, reverse=True))
BESIDE_ORGAN = re.compile(rf"(?P<first>[^()]{{2,30}})\((?P<second>[^()]{{2,30}})\)(?P<organ>{ORGANS})")


TOWN = re.compile(r"(?<=[镇乡])(?:人民)?政府$")
SHORT_HOUSE = re.compile(f"[校院局厅委部所行社台馆](?:{any_of('organs', 'of_house_party')})")
OF_TOWN = frozenset({"党委", "纪委"})


def with_organ(body: str, organ: str) -> str:
    """A body with the organ that a later title names: 青石镇党委 where 青石镇人民政府 is named first, 县水利局党组; 纪委 alone beside 校党委."""
    if organ.endswith(("党委", "纪委")) and SHORT_HOUSE.fullmatch(body):
        return organ
    if body.endswith(organ):
        return body  # 中心主任 of 县急救中心
    return (TOWN.sub("", body) if organ in OF_TOWN else body) + organ


def organ_of_first(name: str) -> str | None:
    """甲局党组 of 甲局(乙局)党组; None where no second body stands in parentheses."""
    match = BESIDE_ORGAN.fullmatch(name)
    return match["first"] + match["organ"] if match and kind_of_body(match["second"]) else None


def second_body(text: str, start: int, end: int) -> Office | None:
    """乙局 of 甲局(乙局)党组, whose posts that follow are also its own."""
    match = BESIDE_ORGAN.fullmatch(text, start, end)
    kind = kind_of_body(match["second"]) if match else None
    if match is None or kind is None:
        return None
    return Office(*match.span("second"), match["second"], kind, "", start, start)
