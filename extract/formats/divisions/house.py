"""Whose work a notice divides: the body that a bare title (局长, 总经理, 党组成员) belongs to.

In:  a notice. Out: House: its government and, where an organ speaks of its own leaders, that organ.

    关于省商务委领导工作分工的通知: 党组书记、主任 → 省商务委党组/书记, 省商务委/主任
    云陵县人民政府办公室关于领导同志工作分工的通知: 副主任 → 云陵县人民政府办公室/副主任
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.clean import Text, parts_between
from extract.document import Notice, as_read
from extract.facts import Kind
from extract.formats.divisions.lines import gaps_in
from extract.lexicon import any_of, words_of
from extract.names.bodies import JURISDICTION, kind_of_body
from extract.names.marks import HAN
from extract.names.offices.bodyless import SOME_BODY, is_title_of_some_body
from extract.names.offices.office import Office
from extract.names.offices.posts import post_at_end
from extract.names.offices.titles import offices
from extract.names.own_posts import BUREAU, HOUSES, NO_BUREAU
from extract.names.people import is_person_name
from extract.names.persons.titled import government_of, offices_at

LEADER_WORDS = words_of("divisions", "leaders")
LEADERS = any_of("divisions", "leaders")
OF_LEADERS = re.compile(
    rf"""
    (?:^|{any_of("divisions", "about")}|《)了?(?P<organ>[{HAN}()]{{2,30}}?)  # 了某某
    (?:(?:19|20)\d\d[^{HAN}\d]{{0,2}}(?:\d{{2,4}})?学?年?度?(?:第[一二]学期)?[局校院厅部委行]?)?  # 2022—2023学年度, 2023年局|领导
    (?:新一届|现任[校院局厅]?|相关|有关)?(?:{LEADERS})  # 新一届领导班子成员, 现任校领导
    """,
    re.VERBOSE,
)
OPENING = re.compile(rf"^(?:关于)?(?:进一步)?(?:重新|再次)?(?:{any_of('divisions', 'opening')})*了?")
GOVERNMENT = re.compile(rf"(?:{any_of('portfolios', 'office_of_government')})$")
OWN_PARTY = words_of("divisions", "own_party")
OWN_SHORT = re.compile(
    rf"(?P<short>[局校院委厅部所行社台馆站]|{any_of('portfolios', 'house_short')})(?P<party>{any_of('divisions', 'own_party')})"
)
# 县委副书记、|县长候选人: what is not yet held is no part of the title
CANDIDACY = re.compile(rf"[、,](?P<post>[{HAN}]{{0,10}}长)(?:提名)?(?:{any_of('divisions', 'candidacy')})$")
CANDIDATES = words_of("divisions", "candidacy")
PARTY = ("党组", "党委", "党工委", "党总支", "党支部")
JOINTS = re.compile(r"、|(?<!\()兼任?")  # not 副院长(兼)
PRINTED_ORGANS = frozenset(
    ["党委", "党工委", "党总支", "党支部", "纪委", "纪工委", "人大", "政协", "管委会"]
)  # whose title a page prints without the place
ZONE_ORGANS = ("管委会", "管理委员会")
HEAD_LINES = 6
HEAD_OF_PAGE = re.compile(r"(?P<post>(?:常务)?副?(?P<head>[院校])长)(?:\(兼\)|\(主持工作\))?$")
WITH_HEAD = {"院": ("学院", "医院", "研究院"), "校": ("学校", "大学", "中学", "小学")}
LONGEST_LED, LEAST_LED = 24, 2  # characters of a title and a name; lines of them that make a page of leaders
LONGEST_PAGE = 20  # characters of the line with the name of a house
# a heading of a site's page above its people: 现任领导, 学校领导, 领导班子成员
PAGE_OF_LEADERS = re.compile(rf"(?:现任)?(?:{any_of('divisions', 'house')}|本[校院]|[校院])?(?:{LEADERS})")
ABOUT = re.compile(rf"(?:{any_of('divisions', 'about_itself')})$")  # 安山区第三小学|简介

# the first line of a page that tells what an organ does: 安山县水利局主要职责
PAGE_OF_DUTIES = re.compile(
    rf"(?P<organ>[{HAN}]{{3,20}}?[局委办院厅会])(?:机关)?(?:{any_of('organs', 'page_kind')}|{any_of('organs', 'owner_page')})$"
)
# a heading further below: 领导班子分工
DIVIDES = re.compile(rf"(?:[{HAN}]{{0,4}})(?:{LEADERS})(?:成员)?[{HAN}]{{0,2}}分工(?:情况)?(?:\([^()]{{1,6}}\))?:?")


@dataclass(frozen=True, slots=True)
class House:
    """The government at hand and the organ that speaks of its own leaders ("" where none is told); `party`: its party organ."""

    government: str = ""
    organ: str = ""
    party: str = ""
    page: str = ""  # the college, school or hospital whose page it is by its first line: whose a bare 副院长 is

    def offices(self, chars: str, start: int, end: int) -> list[Office]:
        """The offices of a title; a bare post is the organ's, 党组成员 the government's."""
        while start < end and chars[start] in " ,、;:-—":
            start += 1
        while end > start and chars[end - 1] in " ,、;:。":
            end -= 1
        end = held_until(chars, start, end)
        if start >= end:
            return []
        close = chars.rfind("(", start, end) if chars[end - 1] == ")" else -1
        if close > start and (inner := self.offices(chars, close + 1, end - 1)):
            return [*self.offices(chars, start, close), *inner]  # 副区长(公安分局局长)
        if not self.organ:
            return offices_at(chars, start, end, self.government) or self._bare(chars, start, end)
        if self.organ.endswith(ZONE_ORGANS) and (printed := self._of_zone(chars, start, end)):
            return printed
        base = Office(None, None, self.organ, kind_of_body(self.organ) or Kind.DEPARTMENT, "", 0, 0)
        own = OWN_SHORT.match(chars, start, end)
        if own:  # 局党组书记、局长: the party organ as printed, then the organ's own posts
            stop = _first_end(chars, own.end(), end)
            first = offices(chars, start, stop)
            rest = self.offices(chars, stop, end) if stop < end else []
            return [*first, *rest]
        return [self._party_of(office) for office in offices(chars, start, end, base)]

    def _bare(self, chars: str, start: int, end: int) -> list[Office]:
        """Where no body is told: 党委书记 is of 党委 as printed, beside it 镇长 of the 镇人民政府; a bare 副校长 is of nobody."""
        held: list[Office] = []
        left = start
        for joint in [*JOINTS.finditer(chars, start, end), None]:
            right = joint.start() if joint else end
            known = offices_at(chars, left, right, self.government)
            held += (
                known
                or self._organ_as_printed(chars, left, right)
                or _seat_beside(held, chars, left, right)
                or self._of_page(chars, left, right)
            )
            left = joint.end() if joint else end
        return held

    def _of_page(self, chars: str, start: int, end: int) -> list[Office]:
        """副院长, 副院长(兼) on the page of a college."""
        head = HEAD_OF_PAGE.match(chars, start, end)
        if head is None or not self.page.endswith(WITH_HEAD[head["head"]]):
            return []
        stop = head.end("post")
        return [Office(None, None, self.page, Kind.DEPARTMENT, head["post"], start, stop)]

    def _of_zone(self, chars: str, start: int, end: int) -> list[Office]:
        """党工委委员、管委会副主任 in a zone's own notice: each organ as printed; [] if a part of the title is a bare post."""
        each = [self._organ_as_printed(chars, *part) for part in parts_between(chars, start, end, "、")]
        return [office for printed in each for office in printed] if all(each) else []

    def _organ_as_printed(self, chars: str, start: int, end: int) -> list[Office]:
        shift = len(SOME_BODY) - start
        held = offices(SOME_BODY + chars[start:end], 0, end + shift)
        return [
            replace(
                office,
                body=office.body.removeprefix(SOME_BODY),
                kind=kind_of_body(office.body.removeprefix(SOME_BODY)) or office.kind,
                body_start=start,
                body_end=office.post_start - shift,
                post_start=office.post_start - shift,
                post_end=office.post_end - shift,
            )
            for office in held
            if office.body.removeprefix(SOME_BODY) in PRINTED_ORGANS and office.post_end - shift == end
        ]

    def is_bare(self, chars: str, start: int, end: int) -> bool:
        """Whether text[start:end] is a post, or posts, of a body that is not told: 党委书记, 副校长."""
        return is_title_of_some_body(chars[start:end])

    def _party_of(self, office: Office) -> Office:
        """A bare 书记 is the secretary of the party organ that the notice prints."""
        if office.body != self.organ or not office.post.endswith("书记"):
            return office
        return replace(office, body_start=None, body_end=None, body=self.organ + self.party)

    def is_title(self, chars: str, start: int, end: int) -> bool:
        """Whether text[start:end] as a whole is a title, be its body told or not: 党委书记, 副校长."""
        end = held_until(chars, start, end)
        if not may_be_title(chars, start, end) or chars.find(":", start + 1, end) >= 0:
            return False  # 组长:县水利局局长 is what a label says of a seat
        if chars.endswith("班子成员", start, end):
            return False  # the heading of a page of leaders
        return _is_title(self, chars, start, end)


@lru_cache(maxsize=64)
def _is_title(house: House, chars: str, start: int, end: int) -> bool:
    """Whether what may be a title is one; of a line in a list of titles the lines above and below it ask too."""
    held = house.offices(chars, start, end)
    if not held:
        return house.is_bare(chars, start, end)
    return held[-1].post_end == end or chars[end - 1] == ")"


def _seat_beside(held: list[Office], chars: str, start: int, end: int) -> list[Office]:
    """政法委员 beside 党委副书记: a seat of the committee named before."""
    committee = held[-1] if held and held[-1].body in PRINTED_ORGANS else None
    if committee is None or not chars.endswith("委员", start, end):
        return []
    return [one for one in offices(chars, start, end, committee) if one.post_end == end and one.post_start == start]


OWN_WORD = re.compile(
    r"(?<=大学|学院|中学)(?:学?校)?级?$|(?<=[局委厅部院行校])级$"
)  # 安山大学|校领导, 安山县第一中学|校级领导


def held_until(chars: str, start: int, end: int) -> int:
    """Where the posts that are held end: before the post that somebody is only a candidate for."""
    stands = CANDIDACY.search(chars, start, end) if chars.endswith(CANDIDATES, start, end) else None
    return stands.start() if stands else end


def may_be_title(chars: str, start: int, end: int) -> bool:
    """Whether text[start:end] can be a title, at a cheap look: a post ends it, or a bracket."""
    return start < end and (chars[end - 1] == ")" or post_at_end(chars, start, end) is not None)


def _first_end(chars: str, start: int, end: int) -> int:
    ends = [position for mark in "、,;" if (position := chars.find(mark, start, end)) > 0]
    return min(ends, default=end)


def house_of(notice: Notice) -> House:
    """The government and the organ of a notice, by its title, its first lines and its issuer."""
    title = notice.heading
    issuers = [as_read(party) for party in notice.issuers]
    government = government_of(title + "".join(issuers))
    head = [block.text for block in notice.blocks[:HEAD_LINES] if not block.is_row]
    organ = _organ_in(title) or next((name for line in head if (name := _organ_in(line.text, line))), "")
    organ = organ or _of_page([line.text for line in head]) or _of_sections(notice) or _of_bureau(notice)
    if not organ and issuers and any(word in title for word in LEADER_WORDS):
        organ = _of_office(issuers[0], title)
    organ = organ or _of_signer(notice, issuers)
    zone = bool(government) and not GOVERNMENT.search(government)  # 党工委书记 is 高新区党工委's
    if zone or not organ or GOVERNMENT.search(organ) or JURISDICTION.match(organ):
        page = "" if organ else _house_above(head)
        return House(government or (organ if GOVERNMENT.search(organ) else ""), page=page)
    wording = notice.text
    party = next((word for word in PARTY if word in wording), "")
    return House(government, organ, party)


def _of_office(issuer: str, title: str) -> str:
    """安山县教育局 whose office divides the work of 局领导; the issuer itself where the title speaks of no other."""
    organ = issuer.removesuffix("办公室")
    return organ if organ != issuer and f"{organ[-1:]}领导" in title else issuer


def _of_signer(notice: Notice, issuers: list[str]) -> str:
    """The one body that signs a division whose titles are 局党组书记、局长: the bureau; "" if the signer is no such house."""
    if len(issuers) != 1 or kind_of_body(issuers[0]) is not Kind.DEPARTMENT:
        return ""
    if not any(word in notice.text for word in OWN_PARTY):
        return ""
    short = next((own["short"] for own in OWN_SHORT.finditer(notice.text)), "")
    return issuers[0] if short and issuers[0].endswith(short) else ""


def _house_above(head: list[Text]) -> str:
    """The house that the first line of a page names and nothing else: 安山大学文理学院."""
    name = head[0].text if head else ""
    return name if len(name) <= LONGEST_PAGE and HOUSES.search(name) and kind_of_body(name) is not None else ""


def _of_page(lines: list[str]) -> str:
    """The house whose site shows its leaders: its name on a line of its own, 现任领导 on another; "" if there is none."""
    if not any(PAGE_OF_LEADERS.fullmatch(line) for line in lines):
        return ""
    named = (ABOUT.sub("", line) for line in lines)
    return next((name for name in named if HOUSES.search(name) and kind_of_body(name) is not None), "")


def _of_sections(notice: Notice) -> str:
    """The organ whose page tells its duties and then divides the work of its leaders: 安山县水利局职责 / … / 领导分工; "" if there is none."""
    lines = [block.text.text for block in notice.blocks]
    match = PAGE_OF_DUTIES.match(lines[0]) if lines else None
    if match is None or kind_of_body(match["organ"]) is not Kind.DEPARTMENT:
        return ""
    return match["organ"] if any(DIVIDES.fullmatch(line) for line in lines) else ""


def _of_bureau(notice: Notice) -> str:
    """The bureau that the first line names and nothing else, above lines that are bare titles with names: 局长石磊."""
    lines = [block.text.text for block in notice.blocks if not block.is_row]
    name = lines[0] if lines else ""
    if len(name) > LONGEST_PAGE or not BUREAU.search(name) or NO_BUREAU.search(name) or kind_of_body(name) is None:
        return ""
    led = sum(_is_led(line) for line in lines[1:] if len(line) <= LONGEST_LED)
    return name if led >= LEAST_LED else ""


def _is_led(line: str) -> bool:
    """Whether a line is a bare title and a name: 局党委委员、副局长石磊."""
    cuts = (cut for cut in range(len(line) - 2, max(0, len(line) - 6), -1) if is_person_name(line[cut:].strip()))
    return any(is_title_of_some_body(line[:cut].strip()) for cut in cuts)


def _organ_in(line: str, layout: Text | None = None) -> str:
    """The organ whose leaders a title speaks of: 关于调整|县财政局|领导班子成员分工的通知; "" if it names none."""
    match = OF_LEADERS.search(line[:80])
    if not match or (layout and gaps_in(layout, match.start("organ") + 1, match.end("organ"))):
        return ""  # 李红　镇党委委员: a name before the organ
    organ = OPENING.sub("", match["organ"]).removeprefix("现任")
    position = organ.rfind("关于")
    organ = OPENING.sub("", organ[position + 2 :]) if position >= 0 else organ
    for word in (*PARTY, "党政"):
        organ = organ.removesuffix(word)
    organ = OWN_WORD.sub("", organ)
    if organ[-2:-1] == organ[-1:]:
        organ = organ[:-1]  # 省商务厅|厅领导分工
    if len(organ) < 3:
        return ""
    return organ if kind_of_body(organ) is not None or GOVERNMENT.search(organ) else ""
