"""The time that typed words name: 2022年5月 → 2022-05-01 to 2022-05-31; 2021年春谁被免职 → its three months, and that dismissals are meant.

In:  what is typed into a search box. Out: the first and last day, and the relation asked for; None where it names no time.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

NAMED = re.compile(
    r"""(?<!\d)(?P<year>(?:19|20)\d\d)(?![〕）)\]】])\s?(?:年|-|\.|/)?\s?  # not that of a number: 〔2019〕55号
    (?:(?P<season>[春夏秋冬])[季天]?
      |(?P<half>[上下])半年
      |第?(?P<quarter>[一二三四1-4])季度?
      |(?P<month>1[0-2]|0?[1-9])(?:月|-|\.|/|$)(?:份)?\s?(?:(?P<day>3[01]|[12]\d|0?[1-9])(?:日|号|$))?)?""",
    re.VERBOSE,
)
SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11)}
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
LEFT, CAME = re.compile("免|离任|卸任|走了"), re.compile("任命|上任|新任|到任|来了")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both within, and which changes are meant: appointed, dismissed or both."""

    first: date
    last: date
    relation: str | None = None


def period_of(typed: str) -> Period | None:
    """The time that the words name."""
    match = NAMED.search(typed[:100])
    if match is None:
        return None
    year = int(match["year"])
    relation = "dismissed" if LEFT.search(typed) else "appointed" if CAME.search(typed) else None
    if match["day"]:
        try:
            day = date(year, int(match["month"]), int(match["day"]))
        except ValueError:
            return None
        return Period(day, day, relation)
    if match["season"] == "冬":
        return Period(date(year, 12, 1), _last_of(year + 1, 2), relation)
    first, last = _months(match)
    return Period(date(year, first, 1), _last_of(year, last), relation)


def without_period(typed: str) -> str:
    """The words without the time that they name: 2020年区长是谁 → 区长是谁."""
    return " ".join(NAMED.sub(" ", typed).split())


def _months(match: re.Match[str]) -> tuple[int, int]:
    if match["season"]:
        return SEASONS[match["season"]]
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    if match["quarter"]:
        number = QUARTERS.get(match["quarter"]) or int(match["quarter"])
        return 3 * number - 2, 3 * number
    month = int(match["month"] or 0)
    return (month, month) if month else (1, 12)


def _last_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
