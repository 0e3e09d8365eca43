"""Parts of a group that a line names together with who sits there.

In:  1.综合协调组。由省教育厅牵头,…参加 · 医疗救治组:组长由丁某担任 · 宣传组:组长石磊,成员单位县文旅局
Out: where the part's name stands; None of any other line
"""

import re

from extract.clean import Text
from extract.formats.groups.names import is_generic
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.marks import DIGITS, HAN

HEADS = f"(?:{any_of('shared', 'of_first_rank')})?副?(?:{any_of('groups', 'head_seat')})"  # 县创建领导小组|组长:石磊,副组长:孟川
# 1.综合协调组。由省教育厅牵头,…参加 · 医疗救治组:组长由…担任
INLINE = re.compile(
    rf"""
    ^[-—]*(?:[(]?(?:[{DIGITS}十]{{1,3}}|\d{{1,2}})[)、.]+|第[{DIGITS}十]{{1,3}}条)?  # -(一)
    (?:(?:{any_of("groups", "founds_or_builds")})了?)?(?P<name>(?:[{HAN}]{{2,8}}、)?(?:(?!决定)[{HAN}“”]){{2,24}}(?:组|{any_of("groups", "sub_group")}))  # 成立了某某组
    (?:[。:](?=.)|,(?=由[^。;]{{2,60}}任组长)|(?=由[^,。;]{{2,60}}牵头[,、;])|(?={HEADS}:))  # 。 or who heads it
    """,
    re.VERBOSE,
)
SEATED = re.compile(
    rf"""
      由[^。;]{{2,60}}(?:{any_of("groups", "led_by")}) | [^,。;:由]{{2,40}}牵头[,、;] | 由[^。;由]{{4,400}}组成  # 由某某牵头
    | (?:{HEADS}|{any_of("groups", "label_seat")})(?:由|:|为)  # 组长由
    | 组长(?:单位)?(?=[^:由为是。;]{{2,40}}(?:[,;。]|$))                                # 组长丁某,
    """,
    re.VERBOSE,
)
OF_BODY = ("纪检组", "监察组", "党组")  # no parts of a group
SEVERAL = re.compile("[,;]")  # between seats that no colon divides from who sits there
MAY_SEAT = sign_of(SEATED)


def part_with_seats(text: Text) -> re.Match[str] | None:
    """A line that names a part of a group and who sits there: 综合协调组:组长由丁某担任."""
    inline = INLINE.match(text.text) if text.signs & MAY_SEAT else None
    if inline is None or SEATED.match(text.text, inline.end()) is None:
        return None
    if inline["name"].endswith(OF_BODY):
        return None  # 驻县教育局纪检监察组组长:石磊: a post of a body
    return inline if inline[0][-1] in "。:," or not is_generic(inline["name"]) else None  # 领导小组由A牵头,…: the whole
