"""Titles in passing: which post a person holds, wherever a report, a chronicle, minutes or a signature names the two.

In:  a notice; what personnel notices, leading groups and divisions of work say is left to their own formats
Out: one fact a person and post, dated by the entry that it stands in, never by the notice

    ◆4月7日,区长刘润长与京东华东区域总部副总经理高杰举行视频会谈
    → 刘润长 holds 区长 of 区人民政府, 高杰 holds 副总经理 of 京东华东区域总部, both on the 7th of April of the issue's year
"""

import re
from collections.abc import Generator, Iterator, Sequence
from functools import lru_cache

from extract.document import Block, Notice
from extract.facts import Doubt, Fact, Kind
from extract.formats.chronicles import month_of
from extract.formats.scope import (
    CUE,
    is_chronicle,
    is_personnel,
    lists_seats,
    personnel_blocks,
    tells_of_events,
    titles_may_stand_in,
)
from extract.formats.titles.by_body import posts_of_body
from extract.formats.titles.days import (
    ENTRY,
    MAY_ENTER,
    WHEN,
    When,
    day_in,
    entries,
    entry_date,
    full_date,
    line_of_date,
    may_open_entry,
    past_again,
    year_of,
)
from extract.formats.titles.honoured import columns_of_honoured, heads_honours, honoured_line, honoured_row, honours_in
from extract.formats.titles.lines import (
    attending_in,
    before_life,
    chiefs_in,
    date_below,
    named_in_list,
    numbered_in,
    several_below,
    signature_of,
    titled_day,
)
from extract.formats.titles.members_below import members_below
from extract.formats.titles.serving import MAY_SERVE, serving
from extract.formats.titles.stated import LONGEST_QUOTE, PORTFOLIO, RULE, facts_of
from extract.formats.titles.tables import Table, headed, row_of
from extract.lexicon import any_of
from extract.names.marks import HAN
from extract.names.offices.office import Office
from extract.names.offices.titles import offices
from extract.names.people import is_stated_name
from extract.names.persons.chiefs import CHIEF, MAY_CHIEF
from extract.names.persons.holders import MAY_HOLD, Holder, holders, may_hold
from extract.names.persons.houses import houses_of
from extract.names.rolls import announced_in, elected_in

SEATS = re.compile(
    rf"""
      (?:第[一二]|{any_of("persons", "rank_of_seat")})?副?(?:组\s*长|总?指挥长?|召集人|队长|总?政委)(?:[:]|由)|成\s*员(?:单位)?[:]|下设办公室  # 第一副组 长:
    | 办公室设在|(?:任|为|{any_of("appointments", "holds")})(?:领导小组)?(?:办公室)?(?:{any_of("shared", "of_first_rank")})?副?(?:{any_of("groups", "top_seat")}|总?指挥长?|成员|办公室主任)  # 办公室设在
    """,
    re.VERBOSE,
)
SEAT_WORD = re.compile(rf"组\s*长|{any_of('persons', 'seat_word')}|成\s*员|办公室")  # one of which SEATS needs
ATTENDANCE = re.compile(rf"^(?:{any_of('persons', 'attendance')})会?议?(?:{any_of('persons', 'attends_who')}|人)?[:]")
MEETING = re.compile(rf"(?:{any_of('persons', 'at_meeting')})(?:了)?(?:{any_of('persons', 'meeting')})")
SENTENCE = re.compile(r"[^。;!\n]+")
TOLD = re.compile(rf"{any_of('persons', 'told')}|说,|称")
# the person is appointed, removed or proposed: 任命县教育局局长丁某为…
CHANGES_BEFORE = re.compile(rf"(?:{any_of('persons', 'changed')}|[为任])[^,;。:]{{0,3}}$")
# …任命|石磊(安山县县长)|、尹青(副县长)为…
BRACKETED = re.compile(
    rf"""
    (?:{any_of("appointments", "gives")}|(?<![{HAN}·])(?![{HAN}]{{0,8}}(?:{any_of("appointments", "gives")})))(?P<name>[{HAN}·]{{2,12}}?)(?:同志)?\((?!原|曾|前|拟)(?P<title>[^()]{{2,40}})\)  # 石磊(安山县县长)
    (?:同志)?(?=为|任|{any_of("appointments", "holds")}|[、,][^;。:]{{2,120}}为)                                                      # 、尹青(副县长)为
    """,
    re.VERBOSE,
)
TOLD_IN_REPORTS = frozenset({f"{RULE}.in_passing", f"{RULE}.beside"})  # what is of the day of its report
GOES_ON = ("以下按", "以下依")  # 以下按姓氏笔画为序, between the rows of one table
LONGEST_SEAT = 40  # characters of a line of a list of seats, which is left to the format of groups
LEFT = re.compile(
    rf"(?:同志)?(?:{any_of('decisions', 'newly')})*(?:{any_of('decisions', 'quits')})"
)  # 县水利局局长丁某|已卸任
TAKES_TOO = re.compile("(?:同志)?兼任")  # 县委副书记石磊同志|兼任县委党校校长: the first post stays
QUITS = re.compile(any_of("decisions", "quits"))
CLAUSE = re.compile(r"[^,。;:!\n]+")
PROPOSES = re.compile(rf"(?:同志)?的?(?:{any_of('persons', 'proposes')})")


def titles(notice: Notice) -> Iterator[Fact | Doubt]:
    """Every post that the notice states of a named person in passing."""
    if not titles_may_stand_in(notice):
        return
    changes = is_personnel(notice)
    taken = {id(block) for block in personnel_blocks(notice)} if changes else set()
    reports, of_group, houses = tells_of_events(notice), lists_seats(notice), houses_of(notice.text)
    when, chronicle = When(year_of(notice), month_of(notice), None), is_chronicle(notice)
    table = Table()  # at hand
    announcing = False  # whether a list of heads goes on that a meeting has announced
    attending = False  # whether the lines at hand list who came: 出席:丁力　县长
    yield from _honoured(notice, taken) if honours_in(notice) else ()
    yield from members_below(notice, changes) if not of_group else ()
    for index, block in enumerate(notice.blocks):
        text = block.text.text
        if dated := line_of_date(text, when):
            when = dated
            continue
        if id(block) in taken and not _is_report(text):
            yield from _beside_changes(notice, block, when, houses)
            continue
        if reports and (day := WHEN.match(text)):
            when = when._replace(day=full_date(day["date"]))
            continue
        if of_group and len(text) < LONGEST_SEAT:
            continue
        if block.is_row:
            table = headed(notice, block, table, changes=changes)
            yield from row_of(block, table)
            continue
        table = table if text.startswith(GOES_ON) else Table()
        label = ATTENDANCE.match(text) if ":" in text else None
        label = label if label and (reports or label.end() == len(text)) else None  # 参加会议人员: above a list
        heads_list = bool(block.text.signs & MAY_CHIEF) and CHIEF.match(text) is not None  # 副林长:, above a list
        attending = "。" not in text and (label is not None or heads_list or attending)
        lines = _lines(notice, block, when.day, attending, label)
        if not lines and block.text.signs & MAY_HOLD:
            lines = [*_signed(notice, index, when.day)]
        if lines:
            yield from lines
            continue
        if block.text.signs & MAY_SERVE:
            yield from serving(notice, block)
        if when.day or chronicle or block.text.signs & (MAY_HOLD | MAY_ENTER) or may_open_entry(text):
            when = yield from _in_entries(block, when, reports, houses, chronicle)
        announcing = yield from _announced(block, when.day, announcing)


def _announced(block: Block, day: str | None, goes_on: bool) -> Generator[Fact | Doubt, None, bool]:
    """The heads of a house's parts that a meeting announces, line after line; whether the list goes on below."""
    heads = announced_in(block.text, goes_on)
    for entry, office in heads:
        for name in entry.names:
            yield from facts_of(block, Holder(*name, (office,)), day, f"{RULE}.announced")
    return bool(heads) and block.text.text.endswith(";")


def _in_entries(
    block: Block, when: When, reports: bool, houses: Sequence[Office], chronicle: bool
) -> Generator[Fact | Doubt, None, When]:
    """The posts that the entries of a paragraph state, and the day of the last of them."""
    text, may_hold_any = block.text.text, block.text.signs & MAY_HOLD
    for start, end in entries(block.text):
        own = entry_date(text, start, end, when, chronicle)
        goes_on = reports and start == 0 and not ENTRY.match(text)
        told = own or (when.day if goes_on else None)
        when = when if told == when.day else when._replace(day=told)
        if may_hold_any:
            first = past_again(text, start, end) if chronicle else start
            yield from _in_entry(block, first, end, when, reports, houses)
    return when


def _honoured(notice: Notice, taken: set[int]) -> Iterator[Fact | Doubt]:
    """The posts of those whom the lists of a notice honour: below 先进个人名单, to the next heading of a list."""
    honoured, columns = False, None
    for block in notice.blocks:
        if block.is_row:
            header = columns_of_honoured(block)
            columns = header or columns
            if honoured and columns and not header:
                yield from honoured_row(block, columns)
            continue
        columns = None
        heading = heads_honours(block.text.text)
        honoured = honoured if heading is None else heading
        if honoured and id(block) not in taken:
            yield from honoured_line(block)


def _beside_changes(notice: Notice, block: Block, when: When, houses: Sequence[Office]) -> Iterator[Fact | Doubt]:
    """What a paragraph that changes posts says in passing: who proposed, who serves until now, who presided."""
    yield from _proposers(block)
    if block.text.signs & MAY_SERVE:
        yield from serving(notice, block)
    yield from _bracketed(notice, block)
    yield from _told_beside(block, when, houses)


def _bracketed(notice: Notice, block: Block) -> Iterator[Fact | Doubt]:
    """任命石磊(安山县县长)为青石站站长: the post that an appointed person holds until now, in brackets after the name."""
    text = block.text.text
    for match in BRACKETED.finditer(text) if "(" in text else ():
        held = tuple(offices(text, *match.span("title"))) if is_stated_name(match["name"]) else ()
        if held and held[-1].post_end == match.end("title"):
            yield from facts_of(block, Holder(*match.span("name"), held), notice.dated, f"{RULE}.bracketed")


def _lines(
    notice: Notice, block: Block, day: str | None, attending: bool, label: re.Match[str] | None
) -> list[Fact | Doubt]:
    """The names and titles of a paragraph that is a list of chiefs (河长:丁力　省委书记) or of those who came."""
    text = block.text.text
    if block.text.signs & MAY_CHIEF and CHIEF.search(text):
        return [*chiefs_in(block, day or titled_day(notice))]
    if attending:
        return [*attending_in(block, label.end() if label else 0, day)]
    if ":" in text and (told := [*posts_of_body(block, day)]):
        return told
    return [*numbered_in(block)] if text[:1].isdigit() else []


def _signed(notice: Notice, index: int, day: str | None) -> Iterator[Fact | Doubt]:
    """The title of who signs: 区长刘润长 above a date; of who stands in a list of names: 丁力:县审计局副局长."""
    if named := named_in_list(notice, index):
        yield from facts_of(notice.blocks[index], named, day, f"{RULE}.list")
        return
    if not _elects(notice, index):
        yield from several_below(notice.blocks[index], day)
        if one := before_life(notice.blocks[index]):
            yield from facts_of(notice.blocks[index], one, day, f"{RULE}.list")
    signature = signature_of(notice, index)
    if signature and not _elects(notice, index) and not _seats(notice.blocks[index], signature):
        yield from facts_of(notice.blocks[index], signature, day or date_below(notice, index), f"{RULE}.signature")


def _seats(block: Block, signature: Holder) -> bool:
    """Whether a line gives a seat of a group, which the format of groups reads: 县防汛指挥部指挥长:丁某."""
    return ":" in block.text.text and any(office.kind is Kind.GROUP for office in signature.offices)


def _elects(notice: Notice, index: int) -> bool:
    """Whether a line says who was elected: 区长:丁某 below …会议选出:."""
    block = notice.blocks[index]
    return ":" in block.text.text and id(block) in _changing(notice)


@lru_cache(maxsize=2)
def _changing(notice: Notice) -> frozenset[int]:
    """The blocks of a notice that change posts; asked for line by line."""
    return frozenset(map(id, personnel_blocks(notice)))


def _in_entry(
    block: Block, start: int, end: int, when: When, reports: bool, houses: Sequence[Office]
) -> Iterator[Fact | Doubt]:
    text = block.text.text
    if not may_hold(text, start, end):
        return
    if SEAT_WORD.search(text, start, end) and SEATS.search(text, start, end):
        parts = [sentence.span() for sentence in SENTENCE.finditer(text, start, end)]
        for left, right in parts if len(parts) > 1 else ():
            yield from _in_entry(block, left, right, when, reports, houses)
        return
    elected = elected_in(block.text)
    for holder in holders(text, start, end, houses):
        if any(left <= holder.name_start < right for left, right in elected):
            continue
        if not reports and PORTFOLIO.match(text, max(holder.name_end, holder.offices[-1].post_end)):
            continue
        if _has_left(text, holder):
            continue
        date = when.day
        if date is None:
            left = max(start, holder.name_start - LONGEST_QUOTE)
            left = max(left, *(text.rfind(mark, left, holder.name_start) + 1 for mark in "。;"))
            date = day_in(text, left, holder.name_start, when.year)
        if not _is_line_alone(block, holder):
            yield from facts_of(block, holder, date, f"{RULE}.in_passing")


def _told_beside(block: Block, when: When, houses: Sequence[Office]) -> Iterator[Fact | Doubt]:
    """In a report that also changes posts, the persons of whom something else is told: 县长丁某主持, 县委书记石某宣布….

    Whoever is appointed, removed or only proposed in the sentence is left to the format of appointments.
    """
    text = block.text.text
    for sentence in SENTENCE.finditer(text):
        start, end = sentence.span()
        told = TOLD.search(text, start, end) is not None
        if not told and not QUITS.search(text, start, end) and text.find("兼任", start, end) < 0:
            continue
        for holder in holders(text, start, end, houses):
            stays = TAKES_TOO.match(text, holder.name_end) is not None
            if _has_left(text, holder) or not (told or stays or _left_besides(text, holder)):
                continue
            first = min(
                [holder.name_start, *(o.post_start if o.body_start is None else o.body_start for o in holder.offices)]
            )
            if stays or not CHANGES_BEFORE.search(text[max(start, first - 12) : first]):
                date = when.day or day_in(text, max(start, first - LONGEST_QUOTE), first, when.year)
                yield from facts_of(block, holder, date, f"{RULE}.beside")


def _has_left(text: str, holder: Holder) -> bool:
    """Whether the title of a person is what he has left: 县水利局局长石磊已卸任; not before another title, 石磊卸任县防汛办主任."""
    if LEFT.match(text, holder.name_end - 1):  # 石磊离|任: no name
        return True
    if LEFT.match(text, holder.name_end) is None:
        return False
    others = _left_besides(text, holder)
    return not others or any(_is_same(left, held) for left in others for held in holder.offices)


def _left_besides(text: str, holder: Holder) -> list[Office]:
    """The posts that stand right behind 石磊卸任, which he leaves: 县水利局局长石磊卸任|县防汛办主任."""
    leaves = LEFT.match(text, holder.name_end)
    clause = CLAUSE.match(text, leaves.end()) if leaves else None
    posts = offices(text, *clause.span()) if clause else []
    if clause is None or not posts:
        return []
    first = posts[0].post_start if posts[0].body_start is None else posts[0].body_start
    return posts if first == clause.start() else []


def _is_same(one: Office, other: Office) -> bool:
    """Whether two titles may be one post, of which one names its body in fewer words: 安山市委书记, 市委书记."""
    return one.post == other.post and (one.body.endswith(other.body) or other.body.endswith(one.body))


def _is_report(text: str) -> bool:
    """Whether a paragraph of a personnel text reports a meeting and changes nobody's post: …主任X主持会议."""
    return bool(MEETING.search(text)) and not CUE.search(text)


def _is_line_alone(block: Block, holder: Holder) -> bool:
    """Whether the name is a whole line of the source: the head of what follows, not the bearer of the title above it."""
    before, after = holder.name_start - 1, holder.name_end
    chars, source = block.text, block.document.text
    if before < 0 or after >= len(chars):
        return False
    return all("\n" in source[chars.offsets[index] + 1 : chars.offsets[index + 1]] for index in (before, after - 1))


def _proposers(block: Block) -> Iterator[Fact | Doubt]:
    """Who proposed an appointment: 根据县长刘长春的提请. All else of a personnel text is not in passing."""
    text = block.text.text
    if PROPOSES.search(text):
        for holder in holders(text, 0, len(text)):
            if PROPOSES.match(text, holder.name_end):
                yield from facts_of(block, holder, None, f"{RULE}.proposer")
