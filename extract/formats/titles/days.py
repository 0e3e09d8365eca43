"""The days that a report or a chronicle tells its lines with.

In:  四月 · ◆4月7日,区长… · (2022年3月5日在…会上的讲话) · the title 大事记(2022年6月)
Out: the month and the day that hold for what follows, as ISO prefixes; the entries of a paragraph
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.clean import Text
from extract.document import Notice
from extract.formats.chronicles import below_years, month_of_line, month_told
from extract.formats.scope import CHRONICLE, MONTH_ALONE, YEAR_ALONE
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.dates import dates_in, days_in
from extract.names.marks import DIGITS

ENTRY = re.compile(r"[◆●■★▲◇○※□▼▪]")
MAY_ENTER = sign_of(ENTRY)
DATE_OPENS = frozenset("0123456789一二三四五六七八九十")
OPENS_ENTRY = frozenset("◆●■★▲◇○※□▼▪(")
OF_DATE = re.compile("[年月日]|20|19")  # one of which stands in every date
OF_SEVERAL = re.compile(
    r"^(?P<first>(?:\d{4}年)?\d{1,2}月\d{1,2})[~～—–-](?:\d{1,2}月)?\d{1,2}日"
)  # 4月25~26日: the first
DAY = re.compile(r"^(?P<d>\d{1,2})日")
SPEECH = re.compile(r"^[(—–-]+(?P<date>\d{4}年\d{1,2}月\d{1,2}日)(?:在|于)?[^。;]{0,60}$")
DATE_ONLY = re.compile(r"^[(]?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)(?:印发)?[)]?$")
WHEN = re.compile(r"^(?:会议)?时间[:]?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)")
# a line that says when a page was put up, no entry of a chronicle: 发布时间:2024-03-12, 2024-03-12 09:30
PAGE_LINE = re.compile(
    rf"""(?:{any_of("layout", "put_out")})(?:{any_of("shared", "day_label")}):?(?P<labelled>(?:19|20)\d\d)[-/.年]
      | (?P<timed>(?:19|20)\d\d)[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?[ ]?\d{{1,2}}:\d\d""",
    re.VERBOSE,
)
OPENS_DATE = frozenset(
    f"{DIGITS}十◆●■★▲(—–-发更"
)  # what a line of MONTH_ALONE, PAGE_LINE, SPEECH, DATE_ONLY begins with
FAR_MONTH = 16  # characters in which the month of a line stands that is a date and nothing else
LONGEST_YEAR = 7  # characters of a line that is a year and nothing else
OPENS_PAGE = ("发", "更", "(", "—", "–", "-", "19", "20")  # 发布时间:…, (2022年…在…上的讲话), 2024-03-12 09:30
AGAIN_MONTH = re.compile(r"[该是本同当]月(?!\d)")
AGAIN_DAY = re.compile(r"[该是同当]日(?!\d)")
AGAIN_YEAR = re.compile(r"[该是本同当]年(?![\d一二三四五六七八九十])")
YEAR = re.compile(r"(?:19|20)\d\d")


class When(NamedTuple):
    """What the lines of dates so far say: the year, the month of a chronicle, the day that what follows is told of."""

    year: int | None
    month: tuple[int, int] | None
    day: str | None


def line_of_date(text: str, when: When) -> When | None:
    """What a line says that is a date and nothing else: a month of a chronicle, the day of a page or a speech."""
    first = text[:1]
    if first not in OPENS_DATE and not first.isdigit() and first != "【":
        return None
    if len(text) <= LONGEST_YEAR and (year := YEAR_ALONE.match(text)):
        return When(int(year["y"]), None, None)
    if not _may_be_date(text):
        return None
    if heading := MONTH_ALONE.match(text):
        return when._replace(month=month_of_line(heading, when.year))
    if page := PAGE_LINE.match(text):
        return when._replace(year=when.year or int(page["labelled"] or page["timed"]))
    if speech := SPEECH.match(text):
        return when._replace(day=full_date(speech["date"]))
    if day := DATE_ONLY.match(text):
        return when._replace(day=full_date(day["date"])) if text[0] == "(" else when
    return None


def _may_be_date(text: str) -> bool:
    """Whether a line can be a date at a cheap look: a month stands near its head, or what opens the line of a page or a speech."""
    return "月" in text[:FAR_MONTH] or text.startswith(OPENS_PAGE)


def entries(text: Text) -> Iterator[tuple[int, int]]:
    """The entries of a chronicle's paragraph, divided by their marks."""
    chars = text.text
    marks = [match.start() for match in ENTRY.finditer(chars)] if text.signs & MAY_ENTER else []
    starts = [0, *[mark for mark in marks if mark > 0]]
    yield from zip(starts, [*starts[1:], len(chars)], strict=True)


def may_open_entry(text: str) -> bool:
    """Whether a paragraph may open with a date, at a cheap look."""
    return text[:1] in OPENS_ENTRY or (text[:1] in DATE_OPENS and OF_DATE.search(text, 0, FAR_MONTH) is not None)


def entry_date(text: str, start: int, end: int, when: When, chronicle: bool = False) -> str | None:
    """The date with which an entry opens: ◆4月7日, 2022年3月5日上午, 7日 under the heading 四月; in a chronicle 6月, 该月, 该年 too."""
    while start < end and text[start] in OPENS_ENTRY:
        start += 1
    if chronicle and (told := _vague_date(text, start, end, when)):
        return told
    if text[start : start + 1] not in DATE_OPENS:
        return None
    head = text[start : min(end, start + 16)]
    if several := OF_SEVERAL.match(head):
        head = f"{several['first']}日{head[several.end() :]}"
    for position, _, iso in dates_in(head, when.year):
        if position == 0 and len(iso) == 10:
            return iso
    day = DAY.match(head)
    if day and when.month:
        return full_date(f"{when.month[0]}年{when.month[1]}月{day['d']}日")
    return None


def past_again(text: str, start: int, end: int) -> int:
    """Where the words of an entry begin after 该月, 该年, which are no part of a title: 该月|县长丁某到县医院视察."""
    again = (
        AGAIN_MONTH.match(text, start, end) or AGAIN_YEAR.match(text, start, end) or AGAIN_DAY.match(text, start, end)
    )
    return again.end() if again else start


def _vague_date(text: str, start: int, end: int, when: When) -> str | None:
    """The month or the year with which an entry of a chronicle opens: 6月, 该月 below 5月18日, 该年."""
    if when.day and AGAIN_MONTH.match(text, start, end):
        return when.day[:7] if len(when.day) >= 7 else None
    if when.year is None:
        return None
    if AGAIN_YEAR.match(text, start, end):
        return str(when.year)
    return month_told(text, start, end, when.year)


def day_in(text: str, start: int, end: int, year: int | None) -> str | None:
    """The last full date that text[start:end] prints, which is that of what stands after it."""
    dates = [iso for _, _, iso in days_in(text[start:end], year)]
    return dates[-1] if dates else None


def full_date(text: str) -> str | None:
    """The first date of a text, as an ISO prefix."""
    return next((iso for _, _, iso in days_in(text)), None)


def year_of(notice: Notice) -> int | None:
    """The year that a chronicle's title names (2021年大事记), else that of the issue, else that of the notice; none of (1987—1995).

    Nor of what stands above the first of the lines that are the years of a chronicle.
    """
    title = notice.title or notice.section or ""
    if CHRONICLE.search(title) and (years := set(YEAR.findall(title))):
        return int(years.pop()) if len(years) == 1 else None
    if below_years(notice):
        return None
    if notice.document.year is not None:
        return notice.document.year
    return int(notice.dated[:4]) if notice.dated else None
