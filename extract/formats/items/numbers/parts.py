"""Totals that a sentence states of its parts, beside the sum of these parts.

    共归集证照757张,其中民政局归集701张,审批局归集39张,监管局归集5张,建设局归集2张。   → stated 757, found 747
    完成造林609亩,其中果树286亩,花木323亩。                                         → stated 609, found 609
    共检测55批,其中农检站87批。                                                     → stated 55, found 87

Parts that stand after 其中 need not be all there are, and may overlap (党员80人,女性60人): that they differ is said only where one
part alone is more than the total, or where four and more parts come within a twentieth of it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.clean import Text
from extract.document import Block, Notice
from extract.facts import CountRecord

SENTENCE = re.compile(r"[^。;!?]+")
NUMBER = re.compile(r"(?<![\d.,第—-])(?P<n>\d{1,7})[ ]?(?P<unit>[个张件家人亩批户所座套台辆名次条株吨份宗])(?!任务)")
AMONG = re.compile(r"其中")
SEVERAL = 4
NEAR = 0.05
WHAT = "分项之和"


def sums_of_parts(notice: Notice) -> Iterator[CountRecord]:
    """The totals of a notice's sentences that name their parts."""
    for block in notice.blocks:
        for text in block.cells or (block.text,):
            if "其中" in text.text:
                yield from _sums(block, text)


def _sums(block: Block, text: Text) -> Iterator[CountRecord]:
    for sentence in SENTENCE.finditer(text.text):
        places = [among.start() + sentence.start() for among in AMONG.finditer(sentence[0])]
        for start, stop in pairwise([*places, sentence.end()]):
            whole = list(NUMBER.finditer(text.text, sentence.start(), start))
            parts = list(NUMBER.finditer(text.text, start, stop))
            if record := _record(block, text, whole, parts):
                yield record


def _record(block: Block, text: Text, whole: list[re.Match[str]], parts: list[re.Match[str]]) -> CountRecord | None:
    if not whole or not parts:
        return None
    unit = parts[0]["unit"]
    values = [int(part["n"]) for part in parts if part["unit"] == unit]
    totals = [one for one in whole if one["unit"] == unit]
    sum_of_parts = sum(values)
    total = next((one for one in totals if len(values) > 1 and int(one["n"]) == sum_of_parts), None)
    if total is None and len(totals) == 1 and _differs(int(totals[0]["n"]), values):
        total = totals[0]
    if total is None:
        return None
    start, end = text.span(total.start(), total.end())
    return CountRecord(block.document.name, start, end, WHAT, int(total["n"]), sum_of_parts)


def _differs(total: int, values: list[int]) -> bool:
    """Whether the parts cannot be parts of the total, or are so nearly all of it that one must be wrong."""
    return max(values) > total or (len(values) >= SEVERAL and 0 < abs(sum(values) - total) <= NEAR * total)
