"""Whose post a bare title is in a notice by which an organ names its own people.

In:  临江水务集团有限公司关于…任职的通知: 聘任丁某为财务总监 · 安山县水利局: 石某同志晋升为四级调研员
Out: the issuer as an office without a post, for a title that names no body; None where a bare title may be another's

A company, school or hospital appoints to its own posts. A bureau names ranks and its own head bare, but a bare 校长 in
its notices is that of a school. A government, a Party committee, a congress or its meeting names the body each time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.document import as_read
from extract.facts import Kind, Party
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import DIGITS, HAN, LEVELS
from extract.names.offices.office import Office
from extract.names.offices.posts import is_bare_post
from extract.names.offices.titles import offices
from extract.names.persons.titled import Titled

COMMITTEE = "委员会"  # in the place of a post: the body's party committee speaks, beside which parts of it stay bare
HOUSE = rf"(?:{any_of('persons', 'house')}|[{DIGITS}十][中小])"  # 县第一中学, 县一中
HOUSES = re.compile(rf"{HOUSE}$")
BUREAU = re.compile(r"[局厅委]$")
CONGRESS = re.compile(r"[镇乡](?:第[^,。]{1,6}届)?人民代表大会$")
NO_BUREAU = re.compile(rf"(?:[{LEVELS}党工]委|{any_of('persons', 'no_bureau')})$")
OFFICE = re.compile(r"(?P<body>(?:综合)?办公[室厅])(?P<post>副?主任)(?=$|[(,;。])")
# a council whose seat names it whole, whichever court it is of
COUNCIL = re.compile(rf"(?P<body>(?:{any_of('shared', 'council')})委员会)(?P<post>专职委员|委员)(?=$|[(,;。和及])")
# 任命丁某为议案审查委员会|组成人员: a seat in a committee that is told by no other word
PANEL = re.compile(rf"(?P<body>[{HAN}]{{4,24}}委员会)(?P<post>组成人员)")
MARKS = " ,、:;。()-—"
# 团委书记, 工会副主席 beside a name: the organ as printed
PRINTED = re.compile(
    rf"(?P<body>{any_of('persons', 'own_printed')})(?P<post>(?:{any_of('persons', 'own_rank')})?副?(?:{any_of('persons', 'own_seat')}))"
)
# 安山县第一中学|防汛工作领导小组: whose group it is
OF_TITLE = re.compile(
    rf"""
    (?:^|关于|成立|调整)(?P<house>[{HAN}]{{4,20}}?                                  # 关于成立安山县第一
    (?:{any_of("persons", "house_of_group")}))(?=[{HAN}“”]{{2,30}}(?:{any_of("persons", "group_of_house")}))  # 中学|防汛工作领导小组
    """,
    re.VERBOSE,
)
# 中共安山县水利局委员会: the posts of the bureau are printed bare beside those of its committee
PARTY_COMMITTEE = re.compile(
    rf"(?:{any_of('shared', 'party_name')})(?P<bureau>[{HAN}]{{2,40}}(?:[局厅]|{HOUSE}))(?:委员会|党组)"
)
NO_HOUSE = re.compile(f"{any_of('persons', 'no_house')}|[共筹迁援]建")  # 支援某医院
OPENING = re.compile(r"^(?:关于)?(?:成立|调整)?")
TITLE_MARK = re.compile("[、,;。() ]")
SHORTEST_BUREAU = 4  # characters
RANK = re.compile(rf"(?:[一二三四]级)?(?:{any_of('persons', 'rank')})$")


BRACKET = re.compile(r"\((?P<title>[^()]{2,30})\)")
OF_HOUSE = re.compile(
    rf"(?P<organ>{any_of('organs', 'house_organ')})(?:副?书记|{any_of('persons', 'serves_house')})|{any_of('persons', 'house_post')}"
)


def own_base(issuers: Sequence[Party], title: str = "") -> Office | None:
    """The issuer of a notice as the body of its bare titles; of a committee's bureau, as the notice's title prints it alone."""
    if len(issuers) != 1:
        return None
    issuer, name = issuers[0], as_read(issuers[0])
    if (inner := PARTY_COMMITTEE.fullmatch(name)) and not NO_BUREAU.search(inner["bureau"]):
        bureau, about = inner["bureau"], title.partition("关于")[2]
        printed = (bureau[first:] for first in range(len(bureau) - SHORTEST_BUREAU + 1) if bureau[first:] in about)
        return Office(None, None, next(printed, bureau), Kind.DEPARTMENT, COMMITTEE, 0, 0)
    if HOUSES.search(name) or CONGRESS.search(name) or (BUREAU.search(name) and not NO_BUREAU.search(name)):
        return Office(None, None, name, issuer.kind, "", 0, 0)
    return None


def house_of_group(title: str) -> Office | None:
    """The school, hospital or firm whose group a title names: 安山县第一中学 of 安山县第一中学防汛工作领导小组."""
    match = OF_TITLE.search(title)
    house = OPENING.sub("", match["house"]) if match else ""
    kind = kind_of_body(house) if len(house) > SHORTEST_BUREAU else None
    if kind is None or is_aggregate(house) or NO_HOUSE.search(house):
        return None
    return Office(None, None, house, kind, "", 0, 0)


def own_offices(base: Office | None, text: str, start: int, end: int) -> list[Office]:
    """The posts of a bare title text[start:end], if they are the issuer's."""
    title = text[start:end]
    if base is None or not (HOUSES.search(base.body) or _is_of_bureau(base, title) or _is_of_congress(base, title)):
        return []
    return offices(text, start, end, base)


def own_office(text: str, start: int, end: int) -> list[Office]:
    """办公室主任 of an organ's own list: the office stays bare, as printed."""
    return _as_printed(OFFICE.match(text, start, end))


def council_seat(text: str, start: int, end: int) -> list[Office]:
    """审判委员会委员 of a court that is not told, 议案审查委员会组成人员: the council as printed."""
    return _as_printed(COUNCIL.match(text, start, end) or PANEL.fullmatch(text, start, end))


def _as_printed(match: re.Match[str] | None) -> list[Office]:
    if match is None:
        return []
    return [Office(*match.span("body"), match["body"], Kind.DEPARTMENT, match["post"], *match.span("post"))]


def _is_of_bureau(base: Office, title: str) -> bool:
    return bool(RANK.search(title)) or title.endswith(f"{base.body[-1]}长")


def _is_of_congress(base: Office, title: str) -> bool:
    """主席 and 副主席 in the announcement of a town's congress; its 镇长 is of the town's government."""
    return CONGRESS.search(base.body) is not None and title in ("主席", "副主席")


def with_own_posts(base: Office | None, text: str, person: Titled) -> Titled:
    """A person of a list beside whose name a bare title stands: 组长:丁某(党委书记、董事长), 校长丁某; of nobody's own list 团委书记 as printed."""
    if base is None:
        start, stop = _title_of(text, person)
        printed = PRINTED.fullmatch(text, start, stop) if not person.offices else None
        held = _as_printed(printed)
        return replace(person, offices=tuple(held)) if held else person
    if person.offices:
        further = list(_beside_own_committee(base, text, person))
        return replace(person, offices=(*person.offices, *further)) if further else person
    if not HOUSES.search(base.body):
        held = _of_bureau(base, text, person) or _its_office(text, person)
        return replace(person, offices=tuple(held)) if held else person
    for left, right in ((person.name_end, person.end), (person.start, person.name_start)):
        while left < right and text[left] in MARKS:
            left += 1
        while right > left and text[right - 1] in MARKS:
            right -= 1
        held = offices(text, left, right, base) if right - left > 1 else []
        if held and held[-1].post_end == right:
            if base.post:
                held = [_part_as_printed(base, text, office) for office in held]
            return replace(person, offices=tuple(held))
    return person


def _part_as_printed(base: Office, text: str, office: Office) -> Office:
    """党委副书记, 办公室主任 in a list of a house's own committee: a part of the house stays bare, as printed."""
    part = office.body.removeprefix(base.body)
    start = office.post_start - len(part)
    if office.body_start is not None or part in ("", office.body) or not text.startswith(part, max(0, start)):
        return office
    return replace(
        office, body=part, kind=kind_of_body(part) or office.kind, body_start=start, body_end=office.post_start
    )


def _beside_own_committee(base: Office, text: str, person: Titled) -> Iterator[Office]:
    """局党委书记、局长 in a bureau's own list: 局长, which names no body, is the bureau's."""
    first = person.offices[-1]
    organ = f"{base.body[-1]}党"
    if not any(office.body.startswith(organ) for office in person.offices):
        return
    position = first.post_end
    while position < person.end and text[position] in "、兼":
        marks = (mark.start() for mark in TITLE_MARK.finditer(text, position + 1, person.end))
        stop = next(marks, person.end)
        if not (is_bare_post(text, position + 1, stop) and not OF_HOUSE.fullmatch(text, position + 1, stop)):
            return
        yield Office(None, None, base.body, base.kind, text[position + 1 : stop], position + 1, stop)
        position = stop


def _of_bureau(base: Office, text: str, person: Titled) -> list[Office]:
    """The posts beside a name in a bureau's own list: 丁某(局长、党组书记) · 石某　副局长 · 孟某　三级调研员; 党组 stays as printed."""
    if not BUREAU.search(base.body):
        return []
    start, stop = _title_of(text, person)
    parts = text[start:stop].split("、")
    head = re.compile(rf"(?:常务)?副?{base.body[-1]}长")
    if not all(head.fullmatch(part) or OF_HOUSE.fullmatch(part) or RANK.fullmatch(part) for part in parts):
        return []
    held: list[Office] = []
    for part in parts:
        organ = OF_HOUSE.fullmatch(part)
        ours = offices(text, start, start + len(part), base)
        if organ and organ["organ"]:
            cut = start + len(organ["organ"])
            ours = [replace(one, body=organ["organ"], body_start=start, body_end=cut) for one in ours]
        held += ours
        start += len(part) + 1
    return held


def _its_office(text: str, person: Titled) -> list[Office]:
    """石某(办公室主任) in a bureau's own list: the office of the bureau, bare as printed."""
    start, stop = _title_of(text, person)
    return own_office(text, start, stop) if OFFICE.fullmatch(text, start, stop) else []


def _title_of(text: str, person: Titled) -> tuple[int, int]:
    """Where the title after a name stands, in brackets or after layout space."""
    bracket = BRACKET.match(text, person.name_end)
    start, stop = bracket.span("title") if bracket else (person.name_end, person.end)
    while start < stop and text[start] in MARKS:
        start += 1
    while stop > start and text[stop - 1] in MARKS:
        stop -= 1
    return start, stop
