"""Which notice, and which passage of it, each format reads: every exclusion stands here.

In:  关于王明等同志任免职的通知 · 青河县人民代表大会常务委员会任免名单 · 关于成立防汛领导小组的通知 · 2022年大事记
Out: the first two are read as personnel notices, by the blocks that order a change of a named person; the third as one of
     groups; posts told in passing are read in the fourth. What place and year the title speaks of.

| notice | read by | and not by |
| --- | --- | --- |
| personnel (title, section, or a meeting that elects) | appointments | groups, divisions unless it speaks of a division |
| speaks of a seat or a group | groups | |
| speaks of a division of work | divisions | titles |
| sets up an organ (内设机构) | establishment | quotas below such a heading |
| lists tasks of units | quotas | |
| reports what was done | progress reads its columns of quarters | |
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.document import Block, Notice, as_read
from extract.formats.orders import is_listed, is_strong, may_order, orders_below
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.marks import DIGITS, ENUMERATOR, HAN, LEVELS
from extract.names.rolls import MAY_ELECT, cuts_name, elected_in, tells_of_election
from extract.text.articles import in_articles

TITLE_SAYS = re.compile(
    rf"""{any_of("scope", "change_in_title")}
      |选举(?!{any_of("scope", "no_election")}|法)
      | 职务调整|职务的(?:{any_of("scope", "notice_of_posts")})|职级(?:{any_of("scope", "rank_given")})
      | 选派[^。]{{0,12}}(?:{any_of("scope", "sent_whom")})""",
    re.VERBOSE,
)
CUE = re.compile(
    rf"""{any_of("scope", "change")}|不再(?:{any_of("appointments", "holds")}|任)
      | 同志(?:\([^()]{{1,12}}\))?(?:任|为|兼任|担任|挂)""",
    re.VERBOSE,
)
# a line of a list without 同志: 孟某任县水利局局长
TAKES = re.compile(
    rf"""
    (?:{ENUMERATOR})?[{HAN}·]{{2,8}}?(?:任|兼任)(?![命职免期务])  # 1.孟某任
    [^,;。]{{3,40}}(?:{any_of("shared", "head")}|经理|[长席员师])                     # 县水利局局长
    """,
    re.VERBOSE,
)
YEAR_ALONE = re.compile(r"[【(]?(?P<y>(?:19|20)\d\d)年[】)]?$")  # above the entries of a chronicle's year
MONTH_ALONE = re.compile(
    rf"[◆●■★▲]*(?:(?P<y>\d{{4}})年)?(?P<m>[{DIGITS}十]{{1,3}}|\d{{1,2}})月(?:份|大事记)?[:]?$"
)  # above the entries of a month: 四月
OPENS_ENTRY = re.compile(r"[^\d\n]{0,2}\d{1,2}月\d{1,2}(?:日|[~—–-]\d)")
OPENS_MONTH = re.compile(r"[^\d\n]{0,2}\d{1,2}月(?:份|\d{1,2}日)?[,:、]")
# 2月5日石磊任中共青禾县委书记 · 4月,尹青调离,石磊任党委书记: the entry of a chronicle
ENTRY_TAKES = re.compile(
    rf"""
    [^\d\n]{{0,2}}\d{{1,2}}月(?:\d{{1,2}}日)?(?:[,、]?[{HAN}·]{{2,12}}[,;])?,?              # 4月,尹青调离,
    (?:军代表)?[{HAN}·]{{2,16}}?(?<![主责信委专历未不拟曾原])任(?![命职免期务何])[^,;。]{{2,60}}?[记任席长](?=[、,;。]|$)  # 石磊任党委书记
    """,
    re.VERBOSE,
)
PLAN = re.compile(any_of("scope", "plan"))
OF_GROUP = re.compile(any_of("scope", "group_or_seat"))
# 委员会办公室设在县水利局,石磊兼任办公室主任: who heads the office of a group
NAMES_GROUP = re.compile(rf"{OF_GROUP.pattern}|{any_of('scope', 'office_of_group')}")
OF_PARTY = re.compile(rf"共(?:产党)?[{HAN}]{{2,30}}?委员会委员")  # a seat of the party, of no group
# 关于方某同志兼任有关指挥部职务的通知: seats of groups, given to a named person
SEATS_TAKEN = re.compile(rf"关于[{HAN}·、]{{2,20}}(?:等)?(?:\d{{1,2}}[名位])?同志[^。;]{{0,40}}(?:任|兼)")
PLACE = re.compile(rf"([{HAN}]{{1,12}}?[{LEVELS}])(?:{any_of('scope', 'of_place')}|委)")
# 现提请县人大常委会任命…,免去…: what is asked for is not decided yet
LEADS_IN = re.compile(
    rf"(?:{any_of('scope', 'decides')})[^。;]{{0,30}}:$"
)  # a line that the decisions below it belong to
# the headline of a report: 马某任临江市委书记 盛某任市委副书记
HEADLINE = re.compile(
    rf"""
    ^[{HAN}]{{2,4}}(?:出任|任(?![命职免期务]))[{HAN}]{{3,24}}  # 某某出任某某某
    (?:{any_of("scope", "headline_post")}|[长席])(?=$|[,;{HAN}])  # 书记
    """,
    re.VERBOSE,
)
# 丁某任青岩省政府秘书长, — one line for each of several persons
TAKES_LINE = re.compile(
    rf"(?P<name>[{HAN}]{{2,4}}?)任(?![命职免期务])[^,;。:、]{{3,30}}(?:{any_of('shared', 'head')}|[长席员])[,;。]?$"
)
ELECTED_LINE = re.compile(
    rf"""
    ^[{HAN}]{{0,24}}(?:{any_of("scope", "elected")}|[县市区镇乡村]长)  # 区人民法院院长
    (?:\([^()]{{2,14}}\))?:[{HAN}·、()]{{2,80}}$                                     # (按姓氏笔画为序):丁某、石某
    """,
    re.VERBOSE,
)
LEAST_LINES = 3
PROPOSED = re.compile(rf"(?<!的)提请[^,;。:]{{2,30}}?(?:{any_of('scope', 'proposed')})")
ELECTED = re.compile(rf"{any_of('scope', 'election_told')}")
# (黔府任[2022]30号,12月5日) after a decision: its number and its day
NUMBERED = re.compile(
    r"""
    \([^()]{0,20}[\[(]?(?P<year>(?:19|20)\d\d)[\])]?[^()]{0,12}号[,、;]?  # (某[2022]某号,
    (?P<day>[^()]{0,14}日)\)?$  # 某日)
    """,
    re.VERBOSE,
)
ELECTION = re.compile(
    rf"会议[^。;:]{{0,30}}(?:{any_of('scope', 'chosen')})(?:产生)?(?:了)?(?:下列|以下)?[^。;:]{{0,12}}:$"
)
# 三、内设机构 · 县水利局设下列内设机构: what stands below lists the parts of an organ, no tasks of units
INNER_ORGANS = re.compile(
    rf"""
      内设(?:职能)?(?:{any_of("scope", "inner_part")}|部门)|(?:{any_of("scope", "duty_or_work")})(?:{any_of("scope", "inner_part")})
    | [科处股]室(?:工作)?职责|下?设[^,。;:]{{2,60}}(?:{any_of("shared", "section")})[。:]$      # 科室职责 · 下设三个科室。
    | 机构设置(?:及|和|与)(?:其)?(?:主要)?(?:{any_of("scope", "organ_duty")})             # 机构设置及职能:
    | ^[^,。;:]{{2,30}}机构(?:{any_of("scope", "of_organ")})(?:情况)?$                    # 安山县水利局机构设置
    | 设(?:以下|下列|\d{{1,2}}个|[一二三四五六七八九十]{{1,3}}个)(?:职能)?(?:[科处股]室|司局)   # 内设15个处室
    """,
    re.VERBOSE,
)
# (二)预算处。研究提出…: one more section of an organ, whatever it does
SECTION_LINE = re.compile(rf"(?:{ENUMERATOR})?[{HAN}“”]{{2,16}}(?:[处科股室]|中心)(?:\([^()]{{2,20}}\))?[。:;]")
# 科室介绍, 机构设置 over sections, their heads and what the sections do
OF_SECTIONS = re.compile(
    rf"内设(?:机构|科室)|[科处股]室(?:{any_of('scope', 'sections_shown')})|机构(?:{any_of('scope', 'of_organ')}|职责)"
)
YEAR = re.compile(r"((?:19|20)\d\d)年")
MAY_HEAD_ORGANS = sign_of(INNER_ORGANS)


@lru_cache(maxsize=4)
def is_personnel(notice: Notice) -> bool:
    """Whether title or section say that this is about appointments, and not about the members of a group."""
    about = notice.heading + (notice.section or "")
    if SEATS_TAKEN.search(notice.heading):
        return True
    if OF_GROUP.search(notice.heading):
        return False
    return bool(TITLE_SAYS.search(about)) or any(ELECTION.search(block.text.text) for block in notice.blocks[:8])


def personnel_blocks(notice: Notice) -> list[Block]:
    """The blocks to read: all of a personnel notice, else those that order a change of a named person."""
    blocks = [block for block in notice.blocks if not block.is_row]
    if in_articles(notice):
        return []  # an election law: who 当选 is nobody by name
    if is_personnel(notice):
        return blocks if any(CUE.search(block.text.text) or TAKES.match(block.text.text) for block in blocks) else []
    if elected := _elected_lines(blocks):
        return elected
    if in_a_row := _lines_in_a_row(blocks):
        return in_a_row
    read: list[Block] = []
    chronicle, above = is_chronicle(notice), _Above()
    for index, block in enumerate(blocks):
        before, text = blocks[index - 1] if index else None, block.text.text
        if chronicle and YEAR_ALONE.match(text):
            above = _Above(block)
        elif chronicle and MONTH_ALONE.match(text):
            above = _Above(above.year, block)
        elif chronicle and (ENTRY_TAKES.match(text) or (read and read[-1] is before and _goes_on(read[-1], text))):
            read.extend([*above.told(), block])
            above = _Above()
            continue
        goes_on = before is not None and bool(read) and read[-1] is before
        cut = before is not None and cuts_name(before.text.text, text)
        ordered = (may_order(block) and (cut or is_strong(text))) or orders_below(blocks, index)
        orders = ordered or bool(elected_in(block.text))
        if (orders or (before is None and HEADLINE.match(text))) and not _is_of_group(text):
            leads_in = before is not None and (cut or LEADS_IN.search(before.text.text) is not None)
            if not goes_on:
                read.extend(above.told())
                read.extend([before] if leads_in and before is not None else [])
            read.append(block)
            above = above if goes_on else _Above()
        elif goes_on and before is not None and before.text.text[-1] in ";:、" and is_listed(text):
            read.append(block)
    return read


class _Above(NamedTuple):
    """The lines of a chronicle's year and month that stand above its next entry and have not been read with one."""

    year: Block | None = None
    month: Block | None = None

    def told(self) -> list[Block]:
        return [block for block in self if block is not None]


def _goes_on(above: Block, text: str) -> bool:
    """Whether a line of a chronicle goes on with the entry above it, which a margin has broken."""
    return above.text.text[-1] not in "。;:!" and not (OPENS_ENTRY.match(text) or YEAR_ALONE.match(above.text.text))


def _is_of_group(text: str) -> bool:
    """Whether what a text orders is about a group: one of its sentences orders a change and names a group."""
    text = OF_PARTY.sub("", text)
    if not NAMES_GROUP.search(text):
        return False
    return not any(is_strong(part) and not NAMES_GROUP.search(part) for part in re.split("[。;]", text))


def _elected_lines(blocks: list[Block]) -> list[Block]:
    """The sentence that tells of an election and the lines below it that say who was elected: 甲村村委会主任:丁某."""
    for index, (block, below) in enumerate(pairwise(blocks)):
        if not (block.text.signs & MAY_ELECT and ELECTED_LINE.match(below.text.text)):
            continue
        if tells_of_election(block.text.text):
            return [block, *(line for line in blocks[index + 1 :] if ELECTED_LINE.match(line.text.text))]
    return []


def _lines_in_a_row(blocks: list[Block]) -> list[Block]:
    """Lines that each give a post to a person of their own, at least three one below the other: 丁某任青岩省政府秘书长,."""
    run: list[Block] = []
    for block in blocks:
        if TAKES_LINE.match(block.text.text) and not OF_GROUP.search(block.text.text):
            run.append(block)
        elif len(run) >= LEAST_LINES:
            break
        else:
            run = []
    return run if len(run) >= LEAST_LINES else []


def places_of(notice: Notice) -> tuple[str, ...]:
    """The places that a title of this notice may open with: 东山区 of its issuer 东山区人民政府."""
    text = " ".join([notice.heading, *(as_read(issuer) for issuer in notice.issuers)])
    places = {match[1] for match in PLACE.finditer(text)}
    return tuple(places | {place[:-1] for place in places if len(place) > 2})


def year_of(notice: Notice) -> int | None:
    """The year that the title states: 2021年第二季度人事任免."""
    match = YEAR.search(notice.heading)
    return int(match[1]) if match else None


def heads_organs(block: Block) -> bool:
    """Whether a line says that the parts of an organ follow, whatever they do: 三、内设机构."""
    return bool(block.text.signs & MAY_HEAD_ORGANS and INNER_ORGANS.search(block.text.text))


# What the other formats read

SEAT_OR_GROUP = re.compile(
    rf"""{any_of("scope", "group_or_seat")}|{any_of("scope", "seat")}
      |为副?主任|任副?主任
      |成员[::由]|成员(?:主要)?包括|组[。:]由""",
    re.VERBOSE,
)
DUTY_WORD = re.compile(any_of("scope", "duty"))
DIVISION = re.compile(any_of("scope", "division"))
TITLE_OF_DIVISION = re.compile(any_of("scope", "division_in_title"))
LIST_OF_SEATS = re.compile(
    rf"组成人员|(?<!班子)成员名单|领导小组(?:{any_of('scope', 'of_group_list')})|工作专班|指挥部(?:{any_of('scope', 'of_group_list')})"
)
TELLS = re.compile(any_of("scope", "told"))
CHRONICLE = re.compile(rf"{any_of('scope', 'chronicle')}")
REPORT = re.compile(rf"(?:{any_of('scope', 'reported')})情况|{any_of('scope', 'report_title')}")
HEAD_OF_SECTIONS, LONGEST_HEADING = 4, 40  # blocks, characters
HEAD_OF_REPORT = 12  # blocks in which a report says that it is one
PURPOSE = re.compile(any_of("scope", "purpose"))
MAY_SEAT, MAY_DUTY, MAY_DIVIDE = sign_of(SEAT_OR_GROUP), sign_of(DUTY_WORD), sign_of(DIVISION)
OTHER_LIST = re.compile(rf"^(?:{any_of('scope', 'other_list')})")


def speaks_of_groups(notice: Notice) -> bool:
    """Whether the format of groups reads a notice: it names a seat or a group and orders no change of post."""
    if not notice.signs & MAY_SEAT or is_personnel(notice):
        return False
    return any(block.text.signs & MAY_SEAT and SEAT_OR_GROUP.search(block.text.text) for block in notice.blocks)


def speaks_of_duties(notice: Notice) -> bool:
    """Whether a notice speaks of what officials do, so that a division of work may stand in it."""
    if not notice.signs & MAY_DUTY or (in_articles(notice) and not TITLE_OF_DIVISION.search(notice.heading)):
        return False
    return bool(DUTY_WORD.search(notice.text)) and (is_division(notice) or not is_personnel(notice))


def is_division(notice: Notice) -> bool:
    """Whether a notice speaks of a division of work in so many words."""
    return bool(notice.signs & MAY_DIVIDE and DIVISION.search(notice.text))


def titles_may_stand_in(notice: Notice) -> bool:
    """Whether posts told in passing are read: not in a division of work, whose format reads them."""
    return not TITLE_OF_DIVISION.search(notice.heading)


def lists_seats(notice: Notice) -> bool:
    """Whether the title announces a list of seats, whose lines are the groups' own."""
    return bool(LIST_OF_SEATS.search(notice.heading))


def tells_of_events(notice: Notice) -> bool:
    """Whether title or section say that events are told: a chronicle, news, minutes."""
    return bool(TELLS.search(notice.heading + (notice.section or "")))


@lru_cache(maxsize=4)
def is_chronicle(notice: Notice) -> bool:
    """Whether a notice tells of days one by one, in the year of its title (大事记), or below lines that are a year."""
    if CHRONICLE.search(notice.heading + (notice.section or "")):
        return True
    texts = [block.text.text for block in notice.blocks]
    return not PLAN.search(notice.heading) and any(
        YEAR_ALONE.match(above) and (OPENS_ENTRY.match(below) or _months_open(texts[index:]))
        for index, (above, below) in enumerate(pairwise(texts), start=1)
    )


def _months_open(texts: list[str]) -> bool:
    """Whether lines open with months, one after the other: 1月,… / 2月,… / 4月6日,…."""
    opened = [OPENS_MONTH.match(text) is not None for text in texts[:LEAST_LINES]]
    return len(opened) == LEAST_LINES and all(opened)


def sets_up_an_organ(notice: Notice) -> bool:
    """Whether a notice states the inner organs of one: 职能配置、内设机构和人员编制规定."""
    return "内设" in notice.text or "设置" in notice.heading


def of_sections(notice: Notice) -> bool:
    """Whether a page shows the sections of an organ, so that what stands below a section's head is the section's work."""
    head = [notice.heading, *(block.text.text for block in notice.blocks[:HEAD_OF_SECTIONS])]
    told = any(OF_SECTIONS.search(text) for text in head if len(text) <= LONGEST_HEADING)
    return told and not any("分工" in text for text in head)


def reports_progress(notice: Notice) -> bool:
    """Whether a notice reports what was done, so that a column 三季度 is no schedule."""
    head = (block.text.text for block in notice.blocks[:HEAD_OF_REPORT])
    return any(REPORT.search(text) for text in [notice.heading, *head])


def lists_tasks(notice: Notice, first: int) -> bool:
    """Whether units that open lines, from the block `first` on, open lists of their tasks, by what stands above and below."""
    above = [block.text.text for block in notice.blocks[max(0, first - 4) : first]]
    below = notice.blocks[first + 1].text.text if first + 1 < len(notice.blocks) else ""
    if any(INNER_ORGANS.search(text) for text in above):
        return False
    named = any(PURPOSE.search(text) for text in above if len(text) <= 60) or PURPOSE.search(notice.heading)
    return bool(named) and not OTHER_LIST.match(below)
