"""Titles in passing: which post a person holds, wherever a report, a chronicle, minutes or a signature names the two.

In:  a notice; what personnel notices, leading groups and divisions of work say is left to their own formats
Out: one fact a person and post, dated by the entry that it stands in, never by the notice

    ◆4月7日,区长刘润长与京东华东区域总部副总经理高杰举行视频会谈
    → 刘润长 holds 区长 of 区人民政府, 高杰 holds 副总经理 of 京东华东区域总部, both on the 7th of April of the issue's year
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.clean import fold
from extract.document import Block, Notice
from extract.facts import Doubt, Fact, Kind, Party, Relation
from extract.formats.scope import (
    CHRONICLE,
    CUE,
    is_personnel,
    lists_seats,
    personnel_blocks,
    tells_of_events,
    titles_may_stand_in,
)
from extract.names.bodies import kind_of_body
from extract.names.dates import dates_in
from extract.names.marks import DIGITS, HAN
from extract.names.offices.office import Office, moved
from extract.names.offices.titles import offices
from extract.names.people import is_person_name
from extract.names.persons.chiefs import CHIEF, chiefs
from extract.names.persons.holders import Holder, holders, may_hold
from extract.names.persons.houses import houses_of
from extract.names.persons.members import lines_of, members
from extract.names.persons.titled import Titled

RULE = "titles"
SEATS = re.compile(
    r"""
      (?:第[一二]|常务|执行)?副?(?:组\s*长|总?指挥长?|召集人|队长|总?政委)(?:[:]|由)|成\s*员(?:单位)?[:]|下设办公室  # 第一副组 长:
    | 办公室设在|(?:任|为|担任|兼任)(?:领导小组)?(?:办公室)?(?:第一|常务)?副?(?:组长|总?指挥长?|召集人|成员|办公室主任)  # 办公室设在
    """,
    re.VERBOSE,
)
SEAT_WORD = re.compile(r"组\s*长|指挥|召集人|队长|政委|成\s*员|办公室")  # one of which SEATS needs
PORTFOLIO = re.compile(
    r"""
    (?:同志)?[:,]?  # 同志:
    (?:
        负责|分管|主管|协助|联系|领导|牵头负责|主持(?!召开|会议|[。,;]|$|[^,。]{0,12}(?:会|仪式|活动))  # 负责
      | 对[^,。]{2,40}负  # 对某某负
    )""",
    re.VERBOSE,
)

ENTRY = re.compile(r"[◆●■★▲◇○※□▼▪]")
MONTH = re.compile(rf"^[◆●■★▲]*(?:(?P<y>\d{{4}})年)?(?P<m>[{DIGITS}十]{{1,3}}|\d{{1,2}})月(?:份|大事记)?[:]?$")
TITLE_MONTH = re.compile(r"(?P<y>(?:19|20)\d\d)年(?P<m>1[0-2]|0?[1-9])月(?!\d|[—至-])")
DATE_OPENS = frozenset("0123456789一二三四五六七八九十")
DAY = re.compile(r"^(?P<d>\d{1,2})日")
SPEECH = re.compile(r"^[(—–-]+(?P<date>\d{4}年\d{1,2}月\d{1,2}日)(?:在|于)?[^。;]{0,60}$")
DATE_ONLY = re.compile(r"^[(]?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)(?:印发)?[)]?$")
WHEN = re.compile(r"^(?:会议)?时间[:]?(?P<date>\d{4}年\d{1,2}月\d{1,2}日)")
SERVING = re.compile(
    rf"""
    (?:^|(?<=[。;、]))(?:\d+[.、])?(?P<name>[{HAN}·]{{2,12}})(?:同志)?,  # 2.某某同志,
    (?:男|女)[^。;]{{0,120}}?现任(?P<title>[^,。;]{{4,60}})  # 男某现任某某某…
    """,
    re.VERBOSE,
)
ATTENDANCE = re.compile(r"^(?:出席|列席|参加|参会|主持|缺席|请假)(?:人员|人|领导|单位|会议)?[:]")
MEETING = re.compile(r"(?:主持|出席|列席|参加)(?:了)?(?:会议|大会|活动)")
# a line that says when a page was put up, no entry of a chronicle: 发布时间:2024-03-12, 2024-03-12 09:30
PAGE_LINE = re.compile(
    r"""(?:发布|更新|发表)(?:时间|日期):?(?P<labelled>(?:19|20)\d\d)[-/.年]
      | (?P<timed>(?:19|20)\d\d)[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ ]?\d{1,2}:\d\d""",
    re.VERBOSE,
)
OPENS_DATE = frozenset(f"{DIGITS}十◆●■★▲(—–-发更")  # what a line of MONTH, PAGE_LINE, SPEECH, DATE_ONLY begins with
SENTENCE = re.compile(r"[^。;!\n]+")
TOLD = re.compile(
    r"""主持|出席|列席|参加|讲话|发言|宣读|宣布|通报|传达|代表|介绍|汇报|说明|强调|指出|要求|表示
      | 颁发|宣誓|致辞|到会|陪同|说,|称|透露|批准|代理""",
    re.VERBOSE,
)
# the person is appointed, removed or proposed: 任命县教育局局长丁某为…
CHANGES_BEFORE = re.compile(
    r"(?:任命|免去|聘任|选举|补选|推选|接受|提名|推荐|委派|建议|撤销|罢免|同意|免除|决定|[为任]|当选)[^,;。:]{0,3}$"
)
SIGNED = re.compile(rf"^[{HAN}]{{2,24}}[:]?[{HAN}·]{{2,12}}$")
PROPOSES = re.compile(r"(?:同志)?的?(?:提请|提名|提议|建议)")
YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST_QUOTE = 300


def titles(notice: Notice) -> Iterator[Fact | Doubt]:
    """Every post that the notice states of a named person in passing."""
    taken = {id(block) for block in personnel_blocks(notice)} if is_personnel(notice) else set()
    reports = tells_of_events(notice)
    year = _year(notice)
    month = _month_of(notice)
    entry: str | None = None
    attending = False  # whether the lines at hand list who came: 出席:丁力　县长
    of_group = lists_seats(notice)
    houses = houses_of(notice.text)
    if not titles_may_stand_in(notice):
        return
    for index, block in enumerate(notice.blocks):
        text = block.text.text
        if dated := _line_of_date(text, _When(year, month, entry)):
            year, month, entry = dated
            continue
        if id(block) in taken and not _is_report(text):
            yield from _proposers(block)
            yield from _serving(block)
            yield from _told_beside(block, entry, year, houses)
            continue
        if reports and (when := WHEN.match(text)):
            entry = _full_date(when["date"])
            continue
        if of_group and len(text) < 40:
            continue
        if block.is_row:
            yield from _in_row(block)
            continue
        label = ATTENDANCE.match(text) if reports else None
        attending = reports and "。" not in text and (label is not None or attending)
        came = _attending(block, label.end() if label else 0, entry) if attending else iter(())
        headed = "长" in text and CHIEF.search(text) is not None
        if attended := list(_chiefs(block, entry or _titled_day(notice)) if headed else came):
            yield from attended
            continue
        if signature := _signature(notice, index):
            yield from _facts(block, signature, entry or _date_below(notice, index), f"{RULE}.signature")
            continue
        yield from _serving(block)
        for start, end in _entries(text):
            own = _entry_date(text, start, end, year, month)
            entry = own or (entry if reports and start == 0 and not ENTRY.match(text) else None)
            yield from _in_entry(block, start, end, entry, year, reports, houses)


class _When(NamedTuple):
    """What the lines of dates so far say: the year, the month of a chronicle, the day that what follows is told of."""

    year: int | None
    month: tuple[int, int] | None
    day: str | None


def _line_of_date(text: str, when: _When) -> _When | None:
    """What a line says that is a date and nothing else: a month of a chronicle, the day of a page or a speech."""
    if text[:1] not in OPENS_DATE and not text[:1].isdigit():
        return None
    if heading := MONTH.match(text):
        return when._replace(month=_month(heading, when.year))
    if page := PAGE_LINE.match(text):
        return when._replace(year=when.year or int(page["labelled"] or page["timed"]))
    if speech := SPEECH.match(text):
        return when._replace(day=_full_date(speech["date"]))
    if day := DATE_ONLY.match(text):
        return when._replace(day=_full_date(day["date"])) if text[0] == "(" else when
    return None


def _in_entry(
    block: Block,
    start: int,
    end: int,
    entry: str | None,
    year: int | None,
    reports: bool,
    houses: Sequence[Office],
) -> Iterator[Fact | Doubt]:
    text = block.text.text
    if not may_hold(text, start, end):
        return
    if SEAT_WORD.search(text, start, end) and SEATS.search(text, start, end):
        parts = [sentence.span() for sentence in SENTENCE.finditer(text, start, end)]
        for left, right in parts if len(parts) > 1 else ():
            yield from _in_entry(block, left, right, entry, year, reports, houses)
        return
    found = holders(text, start, end, houses)
    for holder in found:
        behind = max(holder.name_end, holder.offices[-1].post_end)
        if not reports and PORTFOLIO.match(text, behind):
            continue
        date = entry
        if date is None:
            left = max(start, holder.name_start - LONGEST_QUOTE)
            left = max(left, *(text.rfind(mark, left, holder.name_start) + 1 for mark in "。;"))
            dates = [iso for _, _, iso in dates_in(text[left : holder.name_start], year) if len(iso) == 10]
            date = dates[-1] if dates else None
        if not _is_line_alone(block, holder):
            yield from _facts(block, holder, date, f"{RULE}.in_passing")


def _told_beside(block: Block, entry: str | None, year: int | None, houses: Sequence[Office]) -> Iterator[Fact | Doubt]:
    """In a report that also changes posts, the persons of whom something else is told: 县长丁某主持, 县委书记石某宣布….

    Whoever is appointed, removed or only proposed in the sentence is left to the format of appointments.
    """
    text = block.text.text
    for sentence in SENTENCE.finditer(text):
        start, end = sentence.span()
        if not TOLD.search(text, start, end):
            continue
        for holder in holders(text, start, end, houses):
            first = min(
                [holder.name_start, *(o.post_start if o.body_start is None else o.body_start for o in holder.offices)]
            )
            if not CHANGES_BEFORE.search(text[max(start, first - 12) : first]):
                date = entry or _date_in(text, start, first, year)
                yield from _facts(block, holder, date, f"{RULE}.beside")


def _date_in(text: str, start: int, end: int, year: int | None) -> str | None:
    dates = [iso for _, _, iso in dates_in(text[max(start, end - LONGEST_QUOTE) : end], year) if len(iso) == 10]
    return dates[-1] if dates else None


def _is_report(text: str) -> bool:
    """Whether a paragraph of a personnel text reports a meeting and changes nobody's post: …主任X主持会议."""
    return bool(MEETING.search(text)) and not CUE.search(text)


def _is_line_alone(block: Block, holder: Holder) -> bool:
    """Whether the name is a whole line of the source: the head of what follows, not the bearer of the title above it."""
    before, after = holder.name_start - 1, holder.name_end
    chars, source = block.text, block.document.text
    if before < 0 or after >= len(chars):
        return False
    return all("\n" in source[chars.offsets[at] + 1 : chars.offsets[at + 1]] for at in (before, after - 1))


def _proposers(block: Block) -> Iterator[Fact | Doubt]:
    """Who proposed an appointment: 根据县长刘长春的提请. All else of a personnel text is not in passing."""
    text = block.text.text
    if PROPOSES.search(text):
        for holder in holders(text, 0, len(text)):
            if PROPOSES.match(text, holder.name_end):
                yield from _facts(block, holder, None, f"{RULE}.proposer")


def _serving(block: Block) -> Iterator[Fact | Doubt]:
    """秦岭,男,汉族,1972年3月生,现任县教育局局长: a notice of persons about to be appointed."""
    text = block.text.text
    for match in SERVING.finditer(text) if "现任" in text else ():
        held = tuple(offices(text, *match.span("title")))
        if held and is_person_name(match["name"]):
            yield from _facts(block, Holder(*match.span("name"), held), None, f"{RULE}.serving")


def _attending(block: Block, start: int, date: str | None) -> Iterator[Fact | Doubt]:
    """出席:丁　力　县长 / 王海　县财政局局长: names and titles divided by layout space, a person a line."""
    for line in lines_of(block):
        left = start if line.offsets[0] == block.text.offsets[0] else 0
        if left < len(line) and any(b > a + 1 for a, b in pairwise(line.offsets[left:])):
            position = block.text.offsets.index(line.offsets[0])
            for held in members(line, left, len(line), listed=True).persons:
                if held.offices:
                    offices_there = tuple(moved(office, position) for office in held.offices)
                    holder = Holder(held.name_start + position, held.name_end + position, offices_there)
                    yield from _facts(block, holder, date, f"{RULE}.attendance")


def _chiefs(block: Block, date: str | None) -> Iterator[Fact | Doubt]:
    """河长:丁力　省委书记副河长:石磊　省政府副省长: titles behind names, below labels that name no post of a body."""
    for line in lines_of(block):
        position = block.text.offsets.index(line.offsets[0])
        for one in chiefs(line):
            if isinstance(one, Titled):
                held = tuple(moved(office, position) for office in one.offices)
                holder = Holder(one.name_start + position, one.name_end + position, held)
                yield from _facts(block, holder, date, f"{RULE}.chief")
            else:
                yield block.doubt(one[0] + position, one[1] + position, f"{RULE}.chief", "change_unread")


def _titled_day(notice: Notice) -> str | None:
    """The day in the title of a list: …河长、湖长名单(2021年11月22日)."""
    return next((iso for _, _, iso in dates_in(fold(notice.title or "")) if len(iso) == 10), None)


def _in_row(block: Block) -> Iterator[Fact | Doubt]:
    """Titles within one cell of a table; a cell that holds a name alone has its title elsewhere."""
    text = block.text.text
    if not may_hold(text, 0, len(text)):
        return
    position = 0
    for cell in block.cells:
        for holder in holders(text, position, position + len(cell)) if len(cell) > 3 else ():
            if not PORTFOLIO.match(text, holder.name_end):
                yield from _facts(block, holder, None, f"{RULE}.in_table")
        position += len(cell)


def _facts(block: Block, holder: Holder, date: str | None, rule: str) -> Iterator[Fact | Doubt]:
    for office in holder.offices:
        begin = office.post_start if office.body_start is None else office.body_start
        start, end = min(begin, holder.name_start), max(office.post_end, holder.name_end)
        source_start, source_end = block.text.span(start, end)
        if source_end - source_start > LONGEST_QUOTE:
            yield block.doubt(holder.name_start, holder.name_end, f"{RULE}.far", "title_too_far")
            continue
        body = Party(office.kind, office.body)
        if office.body_start is not None and office.body_end is not None:
            body = block.party(office.kind, office.body_start, office.body_end)
        person = block.party(Kind.OFFICIAL, holder.name_start, holder.name_end)
        evidence = block.evidence(start, end, at=holder.name_start)
        yield Fact(Relation.HOLDS, person, body, evidence, rule, office.post, date)


def _signature(notice: Notice, index: int) -> Holder | None:
    """A line that is a title and a name and nothing else: 区长刘润长, 县长:王某某; 部长王某某 is that of the issuer."""
    text = notice.blocks[index].text.text
    if len(text) > 30 or not SIGNED.match(text):
        return None
    title, colon, name = text.partition(":")
    if colon:
        held = tuple(office for office in offices(text, 0, len(title)) if not _is_clerk(office))
        start = len(title) + 1
        return Holder(start, len(text), held) if held and is_person_name(name) else None
    found = holders(text, 0, len(text))
    if found:
        return found[0] if len(found) == 1 and found[0].name_end == len(text) else None
    if len(notice.issuers) != 1 or len(text) > 8 or not _date_below(notice, index):
        return None
    issuer = Office(None, None, notice.issuers[0].name, notice.issuers[0].kind, "", 0, 0)
    for cut in (len(text) - 2, len(text) - 3):
        if cut > 1 and is_person_name(text[cut:]) and (held := tuple(offices(text, 0, cut, issuer))):
            return Holder(cut, len(text), held)
    return None


def _is_clerk(office: Office) -> bool:
    """Whether the word before 秘书 is the field of a clerk: 行政秘书, 教学秘书."""
    return office.post == "秘书" and kind_of_body(office.body) is None


def _date_below(notice: Notice, index: int) -> str | None:
    """The date in the line below a signature."""
    for block in notice.blocks[index + 1 : index + 2]:
        text = block.text.text
        dates = dates_in(text)
        if dates and DATE_ONLY.match(text):
            return dates[0][2]
    return None


def _entries(text: str) -> Iterator[tuple[int, int]]:
    """The entries of a chronicle's paragraph, divided by their marks."""
    marks = [match.start() for match in ENTRY.finditer(text)]
    starts = [0, *[mark for mark in marks if mark > 0]]
    yield from zip(starts, [*starts[1:], len(text)], strict=True)


def _entry_date(text: str, start: int, end: int, year: int | None, month: tuple[int, int] | None) -> str | None:
    """The date with which an entry opens: ◆4月7日, 2022年3月5日上午, 7日 under the heading 四月."""
    while start < end and text[start] in "◆●■★▲◇○※□▼▪(":
        start += 1
    head = text[start : min(end, start + 16)]
    if head[:1] not in DATE_OPENS:
        return None
    for at, _, iso in dates_in(head, year):
        if at == 0 and len(iso) == 10:
            return iso
    day = DAY.match(head)
    if day and month:
        return _full_date(f"{month[0]}年{month[1]}月{day['d']}日")
    return None


def _full_date(text: str) -> str | None:
    return next((iso for _, _, iso in dates_in(text) if len(iso) == 10), None)


def _month(heading: re.Match[str], year: int | None) -> tuple[int, int] | None:
    whole = int(heading["y"]) if heading["y"] else year
    dates = dates_in(f"{whole}年{heading['m']}月") if whole else []
    return (int(dates[0][2][:4]), int(dates[0][2][5:7])) if dates and len(dates[0][2]) == 7 else None


def _month_of(notice: Notice) -> tuple[int, int] | None:
    """The month that a chronicle's title names: 大事记(2022年6月)."""
    match = TITLE_MONTH.search(notice.title or "") if CHRONICLE.search(notice.title or "") else None
    return (int(match["y"]), int(match["m"])) if match else None


def _year(notice: Notice) -> int | None:
    """The year that a chronicle's title names (2021年大事记), else that of the issue, else that of the notice."""
    title = notice.title or notice.section or ""
    if CHRONICLE.search(title) and (match := YEAR.search(title)):
        return int(match[0])
    if notice.document.year is not None:
        return notice.document.year
    return int(notice.dated[:4]) if notice.dated else None
