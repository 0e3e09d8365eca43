"""The office of a group: the body in which it sits, its director and deputies.

领导小组下设办公室,在区教育局办公,由王顺斋兼任办公室主任,张平、程明祥兼任办公室副主任
→ 区教育局 hosts the group; 王顺斋 leads it (办公室主任, mode 兼任); 张平, 程明祥 assist (办公室副主任)
办公室主任由区发改局局长兼任 → nothing: nobody is named
"""

import re
from collections.abc import Container, Iterator

from extract.clean import Text, in_order
from extract.document import Document, as_read
from extract.facts import Doubt, Fact, Kind, Party, Relation
from extract.formats.groups.names import ENDING, ENDINGS, is_generic
from extract.formats.groups.seats import OFFICE_SEAT, Sitting, seat_of
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import DIGITS, HAN, LEVELS
from extract.names.offices.office import Office
from extract.names.offices.posts import is_bare_post, post_at_end
from extract.names.persons.members import members
from extract.names.persons.titled import Titled, evidence_of, holds, of_body
from extract.names.units import unit_list

HOST = (
    re.compile(
        r"(?:日常|具体|办公室)工作由(?P<host>[^,。;:由]{2,60}?)(?:[有相]关[科处股]室)?(?:具体)?承担(?=[,。;]|$)"
    ),
    re.compile(
        r"""
    办(?:公室)?”?(?:\([^()]{0,30}\))?(?:(?:下)?\(?设(?:在|于|(?=[省市县区州旗]))|挂靠[在于]?)  # 办公室(某)设在, 挂靠在
    (?P<host>[^,。;:]{2,60}?)(?:办公)?(?=\)?(?:[,。;]|$))  # 某某办公
    """,
        re.VERBOSE,
    ),
    re.compile(
        r"""
    设立?办公室,?(?:办公室|(?:办公)?地点)?(?:设?[在于]|(?:依托|挂靠)[在于]?)  # 下设办公室,地点设在
    (?P<host>[^,。;:]{2,60}?)(?:办公)?(?=[,。;]|$)  # 某某办公
    """,
        re.VERBOSE,
    ),
    re.compile(
        rf"(?<![^。;])[^,。;:由、]{{4,30}}(?:{any_of('groups', 'placed')})设[在于](?P<host>[^,。;:]{{2,40}})(?=[,。;]|$)"
    ),
    re.compile(r"办公室[^。]{0,80}?[,;。]?在(?P<host>[^,。;:]{2,40}?)办公(?=[,。;]|$)"),
    re.compile(
        rf"""
    (?:^|[,。;由])(?P<host>[^,。;由]{{2,30}}?)(?:具体)?承担  # 某某具体承担
    (?:[^,。;]{{0,40}}?(?:{ENDING}|小组))?  # 某专项工作组
    (?:办公室的?(?:日常|具体)?|的?(?:日常|具体))工作  # 办公室的日常工作
    """,
        re.VERBOSE,
    ),
)
DIRECTS = re.compile(
    rf"""
    (?:^|[,。;:由])(?P<who>[^,。;:由]{{2,60}}?)(?:同志)?  # 某某同志
    (?P<mode>兼任|担任|兼|(?<!主)任)(?:[^,。;]{{0,40}}?(?:{ENDING}|小组))?办公室  # 兼任某专项工作组办公室
    (?P<seat>{OFFICE_SEAT})(?:(?![{HAN}])|(?=兼))  # 第一副主任, 副主任|兼联络员
    """,
    re.VERBOSE,
)
DIRECTED = re.compile(
    rf"""
    (?:办公室|[,;](?=副主任|主任|常务副主任)|办(?=(?:常务)?副?主任由))  # 办公室
    (?P<seat>{OFFICE_SEAT})(?:则?由)?(?P<who>[^。;:]{{2,600}}?)(?:同志)?  # 第一副主任由某某同志
    (?:分别)?(?P<mode>兼任|担任|兼(?=[,。;])|任(?=[,。;]))  # 分别兼任
    """,
    re.VERBOSE,
)
DIRECTOR_IS = re.compile(rf"办公室(?P<seat>{OFFICE_SEAT}):(?P<who>[^,。;:]{{2,60}})")

IN_PASSING = re.compile(
    rf"""
    (?P<group>[{HAN}]{{4,30}}?(?:{ENDING}))                        # 县防汛抗旱指挥部
    \((?:其)?办公室设[在于](?P<host>[{HAN}]{{3,24}})(?=[,;)])       # (办公室设在县应急局)
    """,
    re.VERBOSE,
)
SET_IN_PASSING = "办公室设"  # which a match of it holds
# 请各单位|报|县防汛抗旱指挥部: what leads up to the name of a group
TOLD_BEFORE = re.compile(rf"[{HAN}]{{0,20}}(?:报送?|由|经|向|送|交|至|到|与|和|及|的|在)(?=[{LEVELS}国全])")
# (一)县防汛领导小组|办公室设在…, 第七条县防汛领导小组下设|办公室
OWNER = re.compile(rf"(?:^|[,。;:、“”()由]|第[{DIGITS}十百零\d]{{1,5}}条)(?P<name>(?!第)[{HAN}]{{2,48}}?)(?:下设|的)?$")
FAR_OWNER = 60  # characters before the office in which the name of its group begins
OWN_LEVEL = "省市县区州旗全本"
SET_OF_GROUPS = re.compile(rf"各|其他|有关|相关|[{LEVELS}]级以上")  # 各乡镇防汛领导小组: no one group
LEAST_NAME = 5  # characters of a group's own name
# 领导小组下设办公室,… above 主任:… 副主任:… on lines of their own
OFFICE_FOLLOWS = re.compile(rf"设立?办公室|办公室(?:设在|{any_of('groups', 'office_has')})[^。]{{0,40}}[。:]?$")
OFFICE_LABEL = re.compile(r"(?:办公室)?主\s*任(?=:|\s)")
LONGEST_HOLDER = 30  # characters of a body and a name
ITS_OWN = (*ENDINGS, "组", "下", "设", "立", "其", "该", "的", "会议", "小组", "专班", "由", "常设")


def hosts(document: Document, text: Text, start: int, end: int, group: Party, date: str | None) -> Iterator[Fact]:
    """The bodies in which the group's office sits, in one sentence; each once."""
    chars = text.text
    seen: set[str] = set()
    for pattern in HOST:
        for match in pattern.finditer(chars, start, end):
            before = chars[start : match.start()]
            if not (_is_its_office(before, as_read(group)) or _is_set_up(before, chars[:start])):
                continue
            its_group = _group_before(document, text, start, match.start(), group)
            if its_group is None:
                continue
            left, right = match.span("host")
            for unit in unit_list(chars, left, right).units:
                if (
                    unit.name in seen
                    or unit.kind is Kind.GROUP
                    or not unit.has_offsets
                    or kind_of_body(unit.name) is None
                ):
                    continue
                seen.add(unit.name)
                span = text.span(unit.start, unit.end)
                spans = [span, text.span(max(match.start(), start), match.end())]
                if its_group.start is not None and its_group.end is not None:
                    spans.append((its_group.start, its_group.end))
                evidence = evidence_of(document, spans, span[0])
                body = document.party(unit.kind, *span)
                yield Fact(Relation.HOSTS, body, its_group, evidence, "groups.hosts", date=date)


def _group_before(document: Document, text: Text, start: int, end: int, group: Party) -> Party | None:
    """Whose office follows `end`: the group that stands there by its whole name, else the one at hand; None of a set of groups.

    县防汛领导小组办公室设在县水利局,各乡镇防汛领导小组|办公室设在…
    """
    last = OWNER.search(text.text, max(0, start - 1, end - FAR_OWNER), end)
    owner, known = last["name"] if last else "", as_read(group)
    if not owner.endswith(ENDINGS) or is_generic(owner):
        return group
    if SET_OF_GROUPS.match(owner):
        return None
    of_set = SET_OF_GROUPS.match(known) is not None
    elsewhere = (
        owner[0] in LEVELS and known[0] in LEVELS and owner[0] != known[0]
    )  # 区绿化领导小组 is not 市绿化领导小组
    if not (of_set or elsewhere) and (known in owner or in_order(owner.lstrip(OWN_LEVEL), known)):
        return group
    return document.party(Kind.GROUP, *text.span(*last.span("name"))) if last else group


def hosts_in_passing(document: Document, text: Text, start: int, end: int, date: str | None) -> Iterator[Fact]:
    """报|县防汛抗旱指挥部(办公室设在县应急局): a group named in passing, with the body that its office sits in."""
    for match in IN_PASSING.finditer(text.text, start, end) if text.text.find(SET_IN_PASSING, start, end) >= 0 else ():
        left, right = match.span("group")
        lead = TOLD_BEFORE.match(text.text, left, right)
        left = lead.end() if lead else left
        kind = kind_of_body(match["host"])
        if kind is None or kind is Kind.GROUP or right - left < LEAST_NAME:
            continue
        group = document.party(Kind.GROUP, *text.span(left, right))
        host = text.span(*match.span("host"))
        evidence = evidence_of(document, [host, text.span(left, match.end())], host[0])
        yield Fact(Relation.HOSTS, document.party(kind, *host), group, evidence, "groups.hosts", date=date)


def _is_its_office(before: str, group: str) -> bool:
    """Whether 办公室 after `before` is the group's: 领导小组|办公室, 下设|办公室, 区食药安|办; not 县考核|办公室."""
    owner = re.split(r"[,。;:、“]", before)[-1]
    if not owner or owner.endswith(ITS_OWN):
        return True
    return len(owner) <= 8 and in_order(owner.lstrip(OWN_LEVEL), group)


def _is_set_up(before: str, said: str) -> bool:
    """Whether 办公室 after `before` is one of several that the group has: 领导小组下设水质办公室、水量办公室。|水质办公室."""
    owner = re.split(r"[,。;:]", before)[-1]
    below = said.rfind("下设")
    return len(owner) > 1 and below >= 0 and f"{owner}办公室" in said[below:]


def directors(
    document: Document, text: Text, start: int, end: int, group: Party, date: str | None, known: Container[str] = ()
) -> Iterator[Fact | Doubt]:
    """The named director and deputies of the group's office, in one sentence; `known`: names that the notice has seated."""
    chars = text.text
    taken: set[int] = set()
    for pattern in (DIRECTS, DIRECTED, DIRECTOR_IS):
        for match in pattern.finditer(chars, max(0, start - 1), end):
            if match[0].startswith("办公室") and not _is_its_office(chars[start : match.start()], as_read(group)):
                continue  # 副组长由县政府|办公室副主任石磊担任
            if match[0][0] in ",;" and pattern is DIRECTED and "办" not in chars[start : match.start()]:
                continue  # 消防安全专业委员会主任由石磊担任,副主任由孟川担任: of the committee
            position = match.start("seat")
            position -= 3 if chars.startswith("办公室", position - 3) else 0
            seat = seat_of(match["seat"], text.span(position, match.end("seat")), office=True)
            mode = match.groupdict().get("mode") or ("兼" if "(兼" in match["who"] else "")
            sitting = Sitting(document, group, date, seat, "兼任" if mode.startswith("兼") else None)
            part = text.part(*match.span("who"))
            name = part.text.removesuffix("同志")
            persons = members(part, 0, len(part), spaced=False).persons or (
                [Titled(0, len(name))] if name in known else []
            )
            if not persons and len(name) <= LONGEST_HOLDER and (held := of_body(part.text, 0, len(name))):
                persons = [held]  # 副主任由安全科|石磊同志兼任
            for person in persons:
                where = part.offsets[person.name_start]
                if where not in taken:
                    taken.add(where)
                    yield from sitting.person(part, person)
            yield from _of_host(document, text, start, match.start("who"), persons, date)


def _of_host(
    document: Document, text: Text, start: int, who: int, persons: list[Titled], date: str | None
) -> Iterator[Fact]:
    """办公室设在县林业局,|局长石磊兼任办公室主任: the bare post before the directors is one of the body in which the office sits."""
    if not persons or persons[0].offices:
        return
    chars, name = text.text, who + persons[0].name_start
    told = [match.span("host") for pattern in HOST for match in pattern.finditer(chars, start, who)]
    left, right = told[-1] if told else (0, 0)
    kind = kind_of_body(chars[left:right]) if told else None
    post = post_at_end(chars, who, name) if kind is not None and is_bare_post(chars, who, name) else None
    sort = post.head[0] if post is not None and post.head[1:] == "长" else ""
    if kind in (None, Kind.GROUP) or post is None or not chars[left:right].endswith(sort):
        return
    held = Office(left, right, chars[left:right], kind, chars[who:name], who, name)
    stop = name
    for person in persons:
        if person.offices or chars[stop : who + person.name_start] not in ("", "、", "和"):
            return
        begin, stop = who + person.name_start, who + person.name_end
        yield from holds(document, text, Titled(begin, stop, (held,), who, stop), date, "groups.titles")
