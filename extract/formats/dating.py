"""The day of a personnel text, and the year that a bare 8月13日 in it means.

In:  a notice
Out: its date in ISO, or None; its year, or None

    新华社临江8月17日电, in a paper of 2022年08月18日      → 2022-08-17: the day of a report is that of its dateline
    安山县税务局任免工作人员(2021年4月28日)                → 2021-04-28: a day in the title
    根据安山县…第二十四次会议于2016年11月7日的决定:         → 2016-11-07
    发布日期:2021-08-16 above 8月13日上午,…会议召开          → 2021-08-13
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from extract.clean import fold, printed
from extract.document import Notice
from extract.formats.chronicles import below_years
from extract.formats.scope import year_of
from extract.lexicon import any_of
from extract.names.dates import DATE, dates_in, days_in, is_told_later
from extract.names.marks import DIGITS, HAN
from extract.text.head.signatures import OTHERS_BELOW

SENT = re.compile(any_of("decisions", "announced"))
YEAR_BEGINS = re.compile(r"(?:19|20)\d\d年")
HALF_DAY = any_of("shared", "half_day")
TIME_OF_DAY = re.compile(rf"(?:{HALF_DAY}|晚上?|{any_of('appointments', 'time_of_day')})?$")
EFFECTIVE = re.compile(
    rf"(?:自|从)(?P<date>[^,;]{{4,14}}?\d[日月号]?)(?:[^,;\d]{{0,24}}之日)?(?:起|{any_of('appointments', 'from_then')})"
)
DATELINE = re.compile(
    # 新华社北京8月17日电 · 本报临江1月5日讯
    rf"""
    (?:^|[。\n\[])(?:据|来源:)?(?:[{HAN}]{{2,8}}[社网讯报台]|{any_of("appointments", "own_paper")})\]?  # 据某某社]
    [{HAN}]{{0,8}}?  # 某
    (?P<day>
      (?:(?:19|20)\d\d年)?(?:\d{{1,2}}|[{DIGITS}十]{{1,2}})月  # 2022年2月
      (?:\d{{1,2}}|[{DIGITS}十]{{1,3}})日  # 2日
    )
    (?:电|讯|消息)  # 电
    """,
    re.VERBOSE,
)
# 本报讯(记者石磊)1月4日,市人大常委会举行会议: what a paper reports is of the day that it tells
REPORTED = re.compile(rf"(?:本报|[{HAN}]{{2,8}}[报网])(?:讯|{any_of('appointments', 'reported_by')})")
LATELY = re.compile("[昨今][日天晚]|[日近][前日]")
# 2016年5月8日上午,全县植树活动仪式在…举行
EVENT = re.compile(
    rf"""
    (?:^|[。,])(?P<day>(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日)[^。;]{{0,90}}  # 2016年5月8日上午,全县植树活动仪式在…
    (?:{any_of("decisions", "meets")})                                       # 举行
    """,
    re.VERBOSE,
)
BETWEEN_DAYS = "[至到—~～–-]"  # of several days: 1日至4日
BARE_DAY = re.compile(r"\d{1,2}月\d{1,2}日|(?<!\d)\d{1,2}日[,上下]")
IN_TITLE = re.compile(r"\((?P<day>[^()]{6,16})\)$")
OF_DECISION = re.compile(rf"于(?P<day>(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日)的?(?:{any_of('decisions', 'of_day')})")
# 8月13日上午,区十届人大常委会第三十六次会议召开: the day of the meeting that decides
MEETING = re.compile(
    rf"""(?:^|[,。)\]讯道:：在于])(?P<day>(?:(?:19|20)\d\d年)?\d{{1,2}}月\d{{1,2}}日)(?!{BETWEEN_DAYS})(?:{HALF_DAY}|晚上?|当天|上、下午)?(?:\d{{1,2}}[:时点])?,?
    [^。;]{{0,60}}?(?:会议?[^。;]{{0,40}}?(?:{any_of("decisions", "meets")})|(?:{any_of("appointments", "held_or_called")})[^。;]{{0,40}}?会  # 会议召开, 召开…会议
      |宣布[^。;]{{0,24}}?(?:{any_of("appointments", "told_at")}))                                          # 到我院宣布院长任命""",
    re.VERBOSE,
)
# …第四十八次会议1月8日举行 · 某县人大常委会1月27日举行第二十次会议
MEETING_BEFORE = re.compile(
    rf"""会议?(?:于)?(?P<day>(?:(?:19|20)\d\d年)?\d{{1,2}}月\d{{1,2}}日)(?:{HALF_DAY}|晚上?)?
    (?:在[^,。;]{{1,24}})?(?:{any_of("decisions", "meeting_of_day")})""",
    re.VERBOSE,
)
# 本报讯 13日,县人大常委会召开第二次会议
DAY_ALONE = re.compile(rf"[)讯](?P<day>[1-9]|[12]\d|3[01])日(?:{HALF_DAY}|晚)?,[^。;]{{0,60}}?(?:会议?召开|召开|举行)")
MET_ON = re.compile(rf"会议(?P<day>[1-9]|[12]\d|3[01])日(?:{HALF_DAY}|晚)?(?:在[^,。;]{{1,24}}?)?(?:闭幕|召开|举行)")
STAMPED = re.compile(r"\((?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)\)$")  # a broadcast's day: 《…》(20210628)
DATED = re.compile(
    rf"(\d{{4}}年\d{{1,2}}月\d{{1,2}}日|(?<!\d)\d{{1,2}}月\d{{1,2}}日)[^。;\n]{{0,40}}?(?:{any_of('decisions', 'after_day')})"
)
TODAY = re.compile(r"今(?:天|日)?\((?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日?\)日?")  # 今(26)日, 今天(9月26日)
PUBLISHED = re.compile(
    rf"""
    (?:{any_of("decisions", "put_up")}|^)(?:{any_of("shared", "day_label")}):?  # 发布日期:
    (?P<day>(?:19|20)\d\d[^{HAN}]{{1,6}}\d|(?:19|20)\d\d年)  # 2022某2
    """,
    re.VERBOSE,
)
PUBLISHED_BEHIND = re.compile(
    rf"(?P<day>(?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日)(?:{any_of('appointments', 'put_up_by')}|讯)"
)
# ◆1月8日,市委…; 1月20日至22日 are several days
RELAYED = re.compile(
    rf"""
    (?<![\d年自从至到])                                                    # 县政府|2月15日, not 自2月15日
    (?P<day>(?:(?:19|20)\d\d年)?(?:\d{{1,2}}月\d{{1,2}}|[{DIGITS}十]{{1,2}}月[{DIGITS}十]{{1,3}})日)
    (?![至—–~-])[^。;《》]{{0,40}}?
    (?:{any_of("decisions", "sent_out")})(?:了|的)?                         # 印发
    (?:《[^》]{{2,80}}》|[^。;,《]{{0,6}}{any_of("decisions", "paper")})           # 《县人民政府办公室关于…的通知》, 通知
    """,
    re.VERBOSE,
)
GAP = re.compile(r"\s+")
BETWEEN_DIGITS = re.compile(r"(?<=\d)\s+(?=\d)")  # a day and the time of it: 2018-12-26 00:00
# the line of a web page that says when it was made: 2012-03-05 16:56 宋某 来源:安山人大网
WEB_TIME = re.compile(
    rf"""
    (?<!\d)(?P<day>(?:19|20)\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?)  # 2012-03-05
    (?=[ ]?\d{{1,2}}:\d\d                                           # 16:56
      |{any_of("decisions", "read_so_often")})                       # 浏览量:26
    """,
    re.VERBOSE,
)
WEB_TIME_TURNED = re.compile(
    r"""
    (?<!\d)(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d)  # 24.09.2015, 24/09/2015
    (?=[ ]?\d{1,2}:\d\d)                                             # 18:40
    """,
    re.VERBOSE,
)
# 《某通讯社19日专讯》, 新华社北京19日电: a dateline without its month
DATELINE_OF_DAY = re.compile(
    rf"""
    (?:^|[。\n\[《])[{HAN}]{{2,8}}[社网讯报台][{HAN}]{{0,6}}?  # 《某通讯社, 新华社北京
    (?P<day>[1-9]|[12]\d|3[01])日(?:电|专?讯)                # 19日专讯
    """,
    re.VERBOSE,
)
LONGEST_HEAD = 3000  # characters
LONGEST_REPORT = 6000  # characters of a report in which its year is looked for
NEAR_HEAD = 400  # characters of a line in which a report names the notice that it relays
HEAD = 12  # lines in which a title, a dateline or the day of publication may stand
LATE_MONTH = 10  # a dateline of December in a paper of January is of the year before


def dating_of(notice: Notice) -> tuple[str | None, int | None]:
    """The date and the year of a personnel text."""
    head = _head(notice)
    known = notice.dated or _adopted(notice)
    published = _published(head)
    year_told = int(published[:4]) if published else notice.document.year or _year(notice)
    stated = year_of(notice) or (None if below_years(notice) else year_told)
    year = int(known[:4]) if known else stated
    for text in head:
        if dateline := DATELINE.search(text):
            return _day(dateline["day"], year, known), year
    if day := _dateline_of_day(head, known):
        return day, int(day[:4])
    if any(REPORTED.match(text) for text in head):
        if told := next(_stated(head, year), None):
            return _day(told, year, known), year  # the day of the meeting, not that of the paper
        if bare := _day_alone(head, known):
            return bare, year
    date = _titled(notice, head) or _met_below(head, known) or known or next(_stated(head, year), None)
    date = date or _page_day(head)
    return date, int(date[:4]) if date else year


def report_day(notice: Notice) -> str | None:
    """The day of which a report tells what it tells of no other day: that of its dateline, its meeting or the notice that it relays, else of its page."""
    head = _head(notice)
    if notice.number is not None:
        return None
    known = _published(head)
    year = int(known[:4]) if known else notice.document.year
    for text in head:
        if dateline := DATELINE.search(text):
            day = _day(dateline["day"], year, known)
            return next(_relayed(head, int(day[:4]) if day else year, known), None) or _day_alone(head, day) or day
    held = next((event["day"] for text in head if (event := EVENT.search(text))), None)
    return (
        next(_stated(head, year), None)
        or (_whole(held) if held else None)
        or _day_alone(head, known or notice.dated)
        or next(_relayed(head, year or _year(notice), known), None)
        or _page_day(head)
    )


def tells_news(notice: Notice) -> bool:
    """Whether a text is a report, by its dateline, its reporter, the day on which its page was put up, or a notice that it relays."""
    head = _head(notice)
    return any(
        DATELINE.search(text)
        or REPORTED.match(text)
        or RELAYED.search(text, 0, NEAR_HEAD)
        or published_day(text) is not None
        for text in head
    )


def _relayed(head: list[str], year: int | None, published: str | None) -> Iterator[str]:
    """The day on which a notice was sent out of which a report tells: 5月17日,省政府办公厅印发《…的通知》, 县政府2月15日发布的通知."""
    for text in head:
        if (match := RELAYED.search(text, 0, NEAR_HEAD)) and (day := _day(match["day"], year, published)):
            yield day


def _page_day(head: list[str]) -> str | None:
    """The day on which a page was put up, where it is a report that tells of no day of its own: 昨天上午,县人大常委会召开会议."""
    page = _published(head)
    told = [text for text in head if not published_day(text)]
    if page is None or any(BARE_DAY.search(text) for text in told):
        return None
    return page if any(LATELY.search(text) for text in told) else None


def _met_below(head: list[str], made: str | None) -> str | None:
    """The day of the meeting that a page tells of under the day on which it was made: 2015-05-28 / 5月27日,…举行…会议."""
    above = next((index for index, text in enumerate(head) if made and _whole(text) == made), None)
    if made is None or above is None:
        return None
    day = next(_stated(head[above + 1 :], int(made[:4])), None)
    return day if day and day[:7] <= made[:7] and day <= made else None


def _day_alone(head: list[str], known: str | None) -> str | None:
    """The day that a report tells without its month, the last one before that of the paper: 2016/5/16 … 本报讯 13日,…召开…会议."""
    reports = (text for text in head if REPORTED.match(text) or DATELINE.search(text))
    match = next((told for text in reports if (told := DAY_ALONE.search(text) or MET_ON.search(text))), None)
    return _in_month_of(known or _published(head), int(match["day"])) if match else None


def _dateline_of_day(head: list[str], known: str | None) -> str | None:
    """The day of a dateline that tells no month, the last one before the page was made: 19/12/2024 16:44 / 《某通讯社19日专讯》."""
    match = next((told for text in head if (told := DATELINE_OF_DAY.search(text))), None)
    if match is None:
        return None
    made = known or _published(head)
    return _in_month_of(made, int(match["day"]))


def _in_month_of(published: str | None, told: int) -> str | None:
    """The last day of that number up to the day of the paper."""
    if published is None or len(published) != 10:
        return None
    year, month, day = (int(part) for part in published.split("-"))
    if told > day:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return _whole(f"{year}年{month}月{told}日")


def is_reported(notice: Notice) -> bool:
    """Whether a text opens with a dateline: 新华社临江8月17日电."""
    return any(DATELINE.search(text) for text in _head(notice))


def several_days(text: str) -> bool:
    """Whether a notice dates each of its decisions."""
    return len(set(DATED.findall(text))) > 1


def printed_days(notice: Notice) -> frozenset[str]:
    """The full dates that a notice prints, and its own; not that on which its page was put up."""
    lines = notice.document.text[notice.start : min(notice.end, notice.start + LONGEST_REPORT)].splitlines()
    whole = fold(printed("\n".join(line for line in lines if not WEB_TIME.search(fold(line)))))
    days = {day for _, _, day in days_in(whole)}
    return frozenset(days | ({notice.dated} if notice.dated else set()))


def _head(notice: Notice) -> list[str]:
    """The first lines as the source divides them, since what a page says of itself may run on into the text."""
    source = notice.document.text[notice.start : min(notice.end, notice.start + LONGEST_HEAD)]
    lines = [fold(GAP.sub("", BETWEEN_DIGITS.sub("·", line))).replace("·", " ") for line in source.splitlines()]
    return list(takewhile(lambda line: not OTHERS_BELOW.match(line), filter(None, lines)))[:HEAD]


def _adopted(notice: Notice) -> str | None:
    """The date in the line under a decision's title: (2022年6月24日…通过)."""
    for block in notice.blocks[:6]:
        text = block.text.text
        if text.startswith("(") and (date := decision_date(text, notice.document.year)):
            return date
    return None


def _titled(notice: Notice, head: list[str]) -> str | None:
    """The day of the decision in the title: 任免工作人员(2021年4月28日); it goes before the day on which a page was made."""
    for text in [notice.heading, *head[:2]]:
        if (match := IN_TITLE.search(text)) and (day := _whole(match["day"])):
            return day
    return None


def _stated(head: list[str], year: int | None) -> Iterator[str]:
    """A day that the decision or the report itself prints."""
    published = _published(head)
    for text in head if published else ():
        if (match := TODAY.search(text)) and published and _is_day(match, published):
            yield published
    for text in head:
        if not EFFECTIVE.search(text) and (match := OF_DECISION.search(text)) and (whole := _whole(match["day"])):
            yield whole
    for text in head:
        if (match := MEETING.search(text) or MEETING_BEFORE.search(text)) and (
            day := _day(match["day"], year, published)
        ):
            yield day


def _is_day(today: re.Match[str], published: str) -> bool:
    """Whether the day that a report calls today is the one on which it was published."""
    return int(today["day"]) == int(published[8:]) and int(today["month"] or published[5:7]) == int(published[5:7])


def _whole(day: str) -> str | None:
    """The ISO date of a span that is a date and nothing else."""
    match = DATE.fullmatch(day)
    dates = dates_in(day) if match else []
    return dates[0][2] if dates and len(dates[0][2]) == 10 else None


def _day(day: str, year: int | None, published: str | None) -> str | None:
    """The dateline's day, in the year of the paper."""
    dates = dates_in(day, year)
    if not dates or len(dates[0][2]) != 10:
        return None
    iso = dates[0][2]
    if published and iso > published and int(iso[5:7]) >= LATE_MONTH > int(published[5:7]):
        return f"{int(iso[:4]) - 1}{iso[4:]}"
    return iso


def published_day(text: str) -> str | None:
    """The day on which a page says that it was published: 发布日期:2021-08-16, 2001年1月13日发表."""
    if match := PUBLISHED.search(text):
        return next((day for _, _, day in days_in(text[match.start("day") :])), None)
    if turned := WEB_TIME_TURNED.search(text) or STAMPED.search(text):  # 24.09.2015 18:40
        return _whole(f"{turned['y']}-{turned['m']}-{turned['d']}")
    match = PUBLISHED_BEHIND.match(text) or WEB_TIME.search(text)
    return _whole(match["day"]) if match else None


def _published(head: list[str]) -> str | None:
    """The day on which a page says that it was published."""
    return next((day for text in head if (day := published_day(text))), None)


def _year(notice: Notice) -> int | None:
    """The only year that the text prints in full days; that of a plan or a number it speaks of is none.

    A full day that a sentence tells after a bare one (5月31日,…任命…。根据2021年11月30日…决议) is another matter's.
    """
    whole = fold(printed(notice.document.text[notice.start : min(notice.end, notice.start + LONGEST_REPORT)]))
    days = [(start, day[:4]) for start, _, day in days_in(whole)]
    years = {year for start, year in days if not is_told_later(whole, start)}
    if days and not years:
        return None
    return int(years.pop()) if len(years) == 1 else None


def day_of_report(text: str, year: int | None) -> str | None:
    """The day of the dateline with which a paragraph opens: 松平社11月3日消息; None if it opens with none, or tells another day."""
    match = DATELINE.match(text)
    return _day(match["day"], year, None) if match and len(days_in(text, year)) == 1 else None


def decision_date(text: str, year: int | None, opens: bool = False) -> str | None:
    """The date of a decision that a clause opens with: 区人民政府于2019年4月2日发出通知 → 2019-04-02.

    `opens`: a date alone will do, since a comma follows it (1月8日,区政府任命…). The day from which posts count is none:
    任职时间从2020年5月11日县委研究之日起计算.
    """
    if EFFECTIVE.search(text):
        return None
    whole = days_in(text, year)
    if len(whole) > 1 and YEAR_BEGINS.match(text, whole[-1][0]) and SENT.search(text, whole[-1][1]):
        return whole[-1][2]  # 3月15日 经2021年12月20日县委会议研究决定: the day of the entry, and that of the decision
    for start, stop, iso in whole:
        if text.startswith(("电", "讯"), stop):
            continue  # 3月25日电 经3月23日…会议表决: the day of the report, not that of the decision
        if SENT.search(text, stop) or (opens and start == 0 and TIME_OF_DAY.match(text, stop)):
            return iso
    return None
