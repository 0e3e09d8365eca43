"""What a personnel clause adds on how long and how a post is held.

In:  试用期一年 · 挂职时间2022年3月至12月 · 以上同志任职时间从2020年5月11日起计算
Out: a Remark (probation P1Y, mode 挂任, term 2022-03/2022-12, effective 2020-05-11)
"""

import re
from dataclasses import dataclass

from extract.formats.dating import EFFECTIVE
from extract.lexicon import any_of
from extract.names.dates import dates_in, duration
from extract.names.marks import HAN

REMARK = re.compile(
    rf"""
      (?:以上|上述|前述)[^,]{{0,16}}(?:{any_of("decisions", "remark")}|[自从]\d)|{any_of("appointments", "remark_word")}|挂职(?!任)  # 以上某试用
    | 任职(?:时间|期|试用)|自\d|从\d  # 任职时间
    """,
    re.VERBOSE,
)
# 其中杜鹃、袁野同志试用期一年: said of some of those appointed
NAMED_REMARK = re.compile(
    rf"""
    (?:其中[,:]?)?(?P<names>[{HAN}·、]{{2,60}}?)  # 其中,某某
    (?P<comrade>(?:[一二两三四五六七八九十\d]+[名位人])?同志)?的?(?:任职)?(?=试用期)  # 一名同志的任职
    """,
    re.VERBOSE,
)
PROBATION = re.compile(
    r"试用期?(?:限|间)?(?:均|各)?(?:为|是)?[:]?(?P<length>[一二两三四五六七八九十壹贰叁半\d]+(?:年半|年|个月|个?月))"
)
OF_ALL = re.compile(r"^(?:以上|上述|前述)")
SPAN = re.compile(r"(?P<from>\d[^—~至到-]*?)(?:—+|-+|–|~|至|到)(?P<to>\d[^,;。()]*)")
SECONDED = re.compile(rf"{any_of('appointments', 'seconded')}")
IN_CHARGE = re.compile(r"主持[^,;()]{0,12}工作")


@dataclass(frozen=True, slots=True)
class Remark:
    """What a clause or a parenthesis adds: probation, a term, a mode, the day from which it counts."""

    probation: str | None = None
    term: str | None = None
    mode: str | None = None
    effective: str | None = None
    of_all: bool = False

    def __bool__(self) -> bool:
        return any((self.probation, self.term, self.mode, self.effective))

    def joined(self, other: "Remark") -> "Remark":
        """Both remarks as one; what the first says goes before."""
        return Remark(
            self.probation or other.probation,
            self.term or other.term,
            self.mode or other.mode,
            self.effective or other.effective,
        )


def remark_in(text: str) -> Remark:
    """What a clause or a parenthesis says of probation, term, mode and effect; false if nothing."""
    probation = PROBATION.search(text)
    mode = "挂任" if SECONDED.search(text) else "主持工作" if IN_CHARGE.search(text) else None
    if mode is None and text in {"兼", "兼任"}:
        mode = "兼任"
    effective = EFFECTIVE.search(text)
    dates = dates_in(effective["date"]) if effective else []
    return Remark(
        duration(probation["length"]) if probation else None,
        None if "试用" in text and mode != "挂任" else term_of(text),
        mode,
        dates[0][2] if dates else None,
        bool(OF_ALL.match(text)),
    )


def term_of(text: str) -> str | None:
    """A period with both ends: 2022年3月—2023年3月 → 2022-03/2023-03, 2022年3月至12月 → 2022-03/2022-12."""
    for match in SPAN.finditer(text):
        first = dates_in(match["from"])
        if not first:
            continue
        year = first[-1][2][:4]
        second = dates_in(match["to"], int(year))
        month = re.match(r"(1[0-2]|0?[1-9])月", match["to"])
        if second:
            return f"{first[-1][2]}/{second[0][2]}"
        if month:
            return f"{first[-1][2]}/{year}-{int(month[1]):02d}"
    return None
