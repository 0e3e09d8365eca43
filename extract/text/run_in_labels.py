"""Labels of an item run together without a mark between them → where the lines began that they were printed on.

In:  一、建设图书馆责任单位:县文旅局责任人:石磊主要任务:选址。          Out: before 责任单位, 责任人, 主要任务
     做好检修。责任单位:县工信局完成时限:2023年8月31日(2)购置设备     Out: before 责任单位, 完成时限, (2)

Only where a list of names stands between a label of who answers and another label: in running text a mark would divide them.
"""

import re

from extract.lexicon import any_of
from extract.names.labels import DEADLINE_WORD, OFFICIAL_WORD, UNIT_WORD
from extract.names.marks import DIGITS, HAN

NOUN = "单位"  # asked first, with the colons
LEAST_COLONS = 2
WHO = rf"(?:{UNIT_WORD}|{OFFICIAL_WORD})[:：]"
FIRST = re.compile(rf"(?<=[{HAN}”。；;：:)）])(?P<who>{WHO})")  # 的实施意见|责任单位:
NEXT = re.compile(
    rf"""
    [{HAN}、，,()（）]{{2,100}}?                                           # 县人事局、县文旅局
    (?P<label>
        (?P<who>{WHO})                                                   # 责任人:
      | (?P<time>{DEADLINE_WORD}[:：])                                   # 完成时限:
      | (?:{any_of("layout", "item_label_in_run")})[:：]                     # 主要任务:
    )""",
    re.VERBOSE,
)
MARK = rf"(?=[（(](?:\d{{1,2}}|[{DIGITS}十]{{1,3}})[)）]|[{DIGITS}十]{{1,3}}、[{HAN}])"
TIMED = re.compile(rf"[^。；;：:]{{2,20}}?[日月底前年]{MARK}")  # 2023年8月31日|(2)
NUMBERED = re.compile(rf"(?<=[。；;]){MARK}")  # 分批采购。|(2)


def labels_run_in(source: str, start: int, end: int) -> list[int]:
    """Where labels stand in a line that were printed on lines of their own."""
    if (
        source.find(NOUN, start, end) < 0
        or source.count(":", start, end) + source.count("：", start, end) < LEAST_COLONS
    ):
        return []
    cuts: list[int] = []
    position = start
    while first := FIRST.search(source, position, end):
        position = first.end()
        while label := NEXT.match(source, position, end):
            cuts += [label.start("label")] if first.start() in cuts else [first.start(), label.start("label")]
            position = label.end()
            if label["who"] is None:
                timed = TIMED.match(source, position, end) if label["time"] else None
                cuts += [timed.end()] if timed else []
                break
    if cuts:
        cuts += [mark.start() for mark in NUMBERED.finditer(source, start, end)]
    return sorted({cut for cut in cuts if cut > start})
