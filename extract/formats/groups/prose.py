"""Groups set up in a sentence.

成立由区委常委吴惟任组长,副区长余建军任副组长,区委政法委、区公安分局以及各街道分管领导为成员的…领导小组
成立由区司法局牵头,区委编办、区财政局参加的工作领导小组
组长由县长李强担任,成员单位包括县财政局、县水利局
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.clean import Text, parts_between
from extract.document import Document, as_read
from extract.facts import CountRecord, Doubt, Fact, Kind, Party, Relation
from extract.formats.groups.names import ENDING, is_generic
from extract.formats.groups.seated import seated
from extract.formats.groups.seats import SEAT, Seat, Sitting, seat_of
from extract.lexicon import any_of, words_of
from extract.names.bodies import kind_of_body
from extract.names.dates import number
from extract.names.marks import DIGITS, HAN, LEVELS, NUMERAL
from extract.names.offices.posts import is_bare_post
from extract.names.people import NAME_LENGTHS, is_person_name
from extract.names.persons.members import Members, members
from extract.names.persons.organs import behind_bare_titles
from extract.names.persons.titled import Titled, of_body
from extract.names.units import unit_list

HOW = f"(?:{any_of('groups', 'seated_how')})?"
AS = rf"{HOW}(?P<verb>[兼担出]?任|[为兼])(?:[^,。;:、]{{0,40}}?(?:{ENDING}|小组)的?)?(?P<seat>{SEAT})(?=[,;。、的()和]|$)"
SITS = re.compile(AS)
SEAT_BY = re.compile(
    rf"""
    (?P<seat>{SEAT})(?:[{DIGITS}十\d]{{1,2}}[人名位],?|一职)?由  # 第一副召集人一人,由
    (?P<who>[^;。]{{2,600}}?)(?:(?<!负责)同志)?{HOW}  # 某某同志分别
    (?P<verb>[兼担出]任|(?<!主)任|组成)(?=[,;。]|$)  # 兼任
    """,
    re.VERBOSE,
)
CONSISTS = re.compile(
    rf"""
    (?:^,?|(?:{ENDING}|小组)(?:\([^()]*\))?(?:成立)?(?:,(?:[^,。;:由]{{2,30}},)?)?)  # 专项工作组成立,经某某批准,
    由(?P<who>[^。;:由]{{4,900}}?)  # 由某某某…
    (?:
      等?(?P<persons>\d{{1,3}}|[{DIGITS}十]{{1,3}})(?:人|[名位]同志) |  # 石磊、尹青2人
      (?:等?共?(?P<count>\d{{1,3}}|[{DIGITS}十]{{1,3}})(?:个|(?=家?单位|部门))家?|等)(?:有关|相关)?  # 等2个有关
      (?:{any_of("groups", "consists")})*(?:[和及、](?:{any_of("shared", "unit")}))*  # 部门和部门
    )?
    (?:{any_of("groups", "sent_to_sit")})?(?<![两三四多]方)(?P<word>组成)(?=[,。;]|$)  # 负责人组成
    """,
    re.VERBOSE,
)
# 委员会由以下单位组成:A、B
CONSISTS_BELOW = re.compile(
    rf"""
    (?:{ENDING}|小组)(?:\([^()]*\))?由(?:以下|下列|如下)                      # 委员会由以下
    (?:(?P<count>\d{{1,3}}|[{DIGITS}十]{{1,3}})个)?(?:成员|有关)?(?:{any_of("shared", "unit")})(?P<word>组成)[:,](?:即|分别是)?   # 5个单位组成:
    (?P<who>[^。;:]{{4,900}})(?=[。;]|$)
    """,
    re.VERBOSE,
)
LEAD_UNIT = re.compile(
    rf"""
    (?:^|[,。;])(?P<who>[^,。;由]{{2,30}}?)(?:作?为|是|担任)         # 某某为
    (?P<word>{any_of("groups", "leading_unit")})(?=[,。;]|$)  # 牵头单位
    """,
    re.VERBOSE,
)
UNITS_ARE = re.compile(
    rf"""
    (?<![(、])(?P<seat>成员单位)(?:主要)?(?:包括:?|为:?|有:?|:)  # 成员单位主要包括:
    (?P<who>[^。;]{{4,900}}?)(?:等)?(?:[{NUMERAL}\d]+多?余?个)?(?:{any_of("groups", "set_of")})*(?=[。;]|$)  # 某某某…等2个部门
    """,
    re.VERBOSE,
)
# 成员包括A、B等单位分管负责同志: who sits there is not named, the bodies are
MEMBERS_ARE = re.compile(
    rf"""
    (?<![^,。;])(?:[^,。;:由、]{{0,48}}?(?:{ENDING}|小组))?(?P<seat>成员)(?:主要)?包括:?  # 县水价改革联席会议成员包括
    (?P<who>[^。;]{{4,900}}?)等?(?:[{NUMERAL}\d]+多?余?个)?(?:有关|相关)?(?:{any_of("groups", "set_of")})*  # 某某某…等二十多个单位
    的?(?:分管|主管|主要|有关|相关)*(?:{any_of("shared", "leader")}|同志)?(?=[。;]|$)  # 分管负责同志
    """,
    re.VERBOSE,
)
# 成员由县水利局、县财政局| of a text that ends there
MEMBERS_CUT = re.compile(r"(?:小组)?(?P<seat>成员(?:单位)?)由(?P<who>[^。;由]{6,600}(?<![任成加]))$")
# 组委会副主席有:市长石磊、市体育局局长尹青等: a list of persons in a sentence
SEATED_ARE = re.compile(
    rf"""
    (?<=[会组部班])(?P<seat>(?![成委]员)(?:{SEAT}))(?<!单位)[^,。;:由、]{{0,4}}?(?:有|分别[是为]):  # 组委会副主席组成领导有:
    (?P<who>[^。;:]{{4,900}}?)等?(?=[。;]|$)  # 市长石磊、市体育局局长尹青等
    """,
    re.VERBOSE,
)
# 县水利局、县财政局等12个部门成为领导小组成员单位
UNITS_BECOME = re.compile(
    r"""
    (?<![^,。;])(?P<who>[^,。;]{4,400}?)(?:等(?:近|共)?(?:\d{1,3}个)?[^,。;、]{0,12}?)?  # 县水利局、县财政局等12个部门
    成为了?[^,。;]{0,30}?(?P<seat>[成委]员单位)(?=[,。;]|$)  # 成为领导小组成员单位
    """,
    re.VERBOSE,
)
# 领导小组办公室设在…,成员包括…: the office's own
OF_OFFICE = re.compile(rf"(?:下设|设立|{ENDING}|小组)办公室|办公室(?:{any_of('groups', 'is_placed')})")
OFFICE_BEFORE = re.compile(r"办公室|办$")
CLAUSE = re.compile("[^,;。]+")
BARE_SEAT = re.compile(rf"(?P<seat>{SEAT})(?!单位|由|为|是|[和与及]|负责|名单):?")
ACADEMIC = frozenset(words_of("posts", "academic"))
LONGEST_HOLDER = 30  # characters of a body and a name
# posts elsewhere: 改称水库管理所,石磊任所长
POSTS_TOO = {"所长": "所", "团长": "团", "会长": "会", "主席": "会", "总队长": "队"}
BESIDES = re.compile(f"{any_of('groups', 'besides')}")  # 另外|县委办公室、县教育局任成员
AND_OTHERS = re.compile(
    rf"(?:等(?:[{DIGITS}十\d]{{0,3}}[位名人个]?(?:同志)?)?|在内的?[^、,。;]{{0,10}})$"
)  # 石磊、孟川|等7位同志
# 县水利局、县林业局|相关负责人和相关人员 · 县水利局、县林业局|等部门和单位主要负责同志: of each body somebody
UNNAMED_OF = re.compile(
    rf"""
      (?:[有相]关)?负责(?:人|同志)[和及与、](?:[有相]关)?(?:工作)?人员$               # 相关负责人和相关人员
    | 等(?:[有相]关)?(?:{any_of("groups", "set_of")}|[和及与、()])+的?(?:{any_of("groups", "whose")})*负责(?:人|同志)$  # 等部门和单位主要负责同志
    """,
    re.VERBOSE,
)
OF_A_SORT = re.compile(rf"(?:{any_of('groups', 'sort_of_people')})$")  # 由房地产、法律等方面的专家组成: nobody is named
MEMBER_UNITS = "成员单位"  # a heading that a page has run into its text
# a part of the group at hand, of which what follows is said; no post before a name: 省委督导组副组长石磊任成员
OF_PART = re.compile(
    rf"""
    (?:^|(?<=[,;。:]))(?P<name>(?!由)[{HAN}]{{2,16}}(?:(?<!小)组|{any_of("groups", "part_ending")}))  # 督导组, 消防安全专业委员会
    (?=,?(?:{SEAT})(?:一职)?[由:]|由|{MEMBER_UNITS})  # 组长由尹青担任
    """,
    re.VERBOSE,
)
PART_OPENS = re.compile(rf"(?:{any_of('groups', 'part_opens')})+了?")
OF_WHOLE = re.compile(rf"(?:{any_of('groups', 'with_seat')})$")
CONCURRENT = "兼任"
BY = re.compile(
    rf"(?:(?<=[,。;:)])|^|(?<=会议)|{any_of('groups', 'founds_or_builds')}|(?<=组)|(?<=班)|(?<=部)|(?<=会))(?:了)?(?:由|以)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """The group at hand, and the parts of it that a sentence names, each from the end of its name on."""

    whole: Party | None
    stops: tuple[int, ...] = ()
    parts: tuple[Party, ...] = ()

    def at(self, position: int) -> Party | None:
        """Of which group a seat at `position` is."""
        index = bisect_right(self.stops, position)
        return self.parts[index - 1] if index else self.whole

    def stretches(self, start: int, end: int) -> Iterator[tuple[Party | None, int, int]]:
        """The pieces of a sentence with the group that each is of."""
        edges = [start, *self.stops, end]
        for index, (left, right) in enumerate(pairwise(edges)):
            yield (self.parts[index - 1] if index else self.whole), left, right

    def since(self, position: int) -> int:
        """Where the name of that part ends; 0 if the seat is of the whole."""
        index = bisect_right(self.stops, position)
        return self.stops[index - 1] if index else 0


def seats_in_prose(
    document: Document,
    text: Text,
    start: int,
    end: int,
    group: Party | None,
    date: str | None,
    under: str | None = None,
) -> Iterator[Fact | Doubt | CountRecord]:
    """The seats that a sentence gives: 由X任组长, 组长由X担任, 成员单位包括A、B; `under`: the seat that a heading names."""
    chars = text.text
    if consists := CONSISTS_BELOW.search(chars, start, end) or CONSISTS.search(chars, start, end):
        yield from _composition(document, text, consists, end, group, date, under)
        start = consists.end()
    told = parts_told(document, text, start, end, group)
    yield from _sentence(document, text, start, end, told, date)
    for pattern in (SEAT_BY, UNITS_ARE, MEMBERS_ARE, SEATED_ARE, UNITS_BECOME, MEMBERS_CUT):
        for match in pattern.finditer(chars, start, end):
            before = chars[max(start, told.since(match.start("seat"))) : match.start("seat")]
            if OFFICE_BEFORE.search(before) or (pattern is MEMBERS_ARE and OF_OFFICE.search(before)):
                continue  # a seat of the group's office; its director is read by groups_office
            seat = seat_of(match["seat"], text.span(*match.span("seat")))
            mode = CONCURRENT if match.groupdict().get("verb") == CONCURRENT else None
            its_group = told.at(match.start("seat"))
            yield from _seated(document, its_group, date, seat, text, *match.span("who"), mode)


def parts_told(document: Document, text: Text, start: int, end: int, group: Party | None) -> Told:
    """The group at hand and the parts of it that a sentence names before their seats; no part is what may be the group itself."""
    whole = as_read(group) if group else ""
    parts = []
    for match in OF_PART.finditer(text.text, start, end):
        opens = PART_OPENS.match(text.text, *match.span("name"))
        named = opens.end() if opens else match.start("name"), match.end("name")
        if not _is_whole(text.text[slice(*named)], whole):
            parts.append(named)
    parties = tuple(document.party(Kind.GROUP, *text.span(*span)) for span in parts)
    return Told(group, tuple(stop for _, stop in parts), parties)


def _is_whole(name: str, whole: str) -> bool:
    """Whether a name stands for the group at hand: 领导小组, 工作组, 调查组 of the 安全事故调查组."""
    return (
        bool(whole and name.endswith(whole))
        or whole.endswith(name)
        or (is_generic(name) and OF_WHOLE.search(name) is not None)
    )


def _composition(
    document: Document,
    text: Text,
    match: re.Match[str],
    end: int,
    group: Party | None,
    date: str | None,
    under: str | None,
) -> Iterator[Fact | Doubt | CountRecord]:
    """联席会议由州民政局、州财政局等5个部门组成,州民政局为牵头单位."""
    if group is None or OF_A_SORT.search(match["who"]):
        return
    heads = (
        MEMBER_UNITS if text.text.endswith(MEMBER_UNITS, 0, match.start()) else under
    )  # 二、成员单位|联席会议由…组成
    seat = Seat(heads or match["word"], Relation.MEMBER_OF, text.span(*match.span("word")))
    of_persons = match.groupdict().get("persons") or _are_persons(text.text, *match.span("who"))
    listed = [] if of_persons else unit_list(text.text, *match.span("who")).units
    if listed and text.text.startswith(("由", ",由"), match.start()):
        return  # of a sub-group: read by `led_in`
    units = [unit for unit in listed if unit.kind is not Kind.GROUP]
    for unit in units:
        yield from Sitting(document, group, date, seat).unit(text, unit)
    for one in _seated(document, group, date, seat, text, *match.span("who")) if not listed else ():
        if isinstance(one, Fact) and one.relation is Relation.MEMBER_OF and not heads:
            one = replace(one, role=None)  # 由石磊、尹青组成 says no seat of anybody
        yield one
    stated = number(match["count"]) if match["count"] else None
    if stated and units:
        yield CountRecord(
            document.name, *text.span(*match.span("count")), "bodies that form a group", stated, len(units)
        )
    for lead in LEAD_UNIT.finditer(text.text, match.end(), end):
        seat = Seat(lead["word"], Relation.LEADS, text.span(*lead.span("word")))
        for unit in unit_list(text.text, *lead.span("who")).units:
            yield from Sitting(document, group, date, seat).body(
                document.party(unit.kind, *text.span(unit.start, unit.end))
            )


def _are_persons(chars: str, start: int, end: int) -> bool:
    """Whether each word of a list may be a name, and one at least names nothing else: 石磊、田庭."""
    words = [chars[left:right] for left, right in parts_between(chars, start, end, "、")]
    return all(map(is_person_name, words)) and any(kind_of_body(word) is None for word in words)


def _sentence(
    document: Document,
    text: Text,
    start: int,
    end: int,
    of: Told,
    date: str | None,
    begin: int | None = None,
) -> Iterator[Fact | Doubt]:
    """The seats of a sentence; `begin`: where it begins, if what stands before `start` has been read."""
    chars, begin = text.text, start if begin is None else begin
    told = list(SEAT_BY.finditer(chars, start, end))
    if (
        told
    ):  # …任副组长,成员单位由…组成: what stands before is of its own; what stands behind, …担任,A、B为成员单位, too
        if told[-1].end() < end:
            yield from _sentence(document, text, told[-1].end(), end, of, date, begin)
        end = told[0].start()
    matches = list(SITS.finditer(chars, start, end))
    if not matches:
        return
    left = start
    for cue in BY.finditer(chars, start, matches[0].start()):
        left = cue.end()
    if left == start:
        left = _clause_start(chars, start, matches[0].start())
    for match in matches:
        office = "主任" in match["seat"] and bool(OFFICE_BEFORE.search(chars[begin : match.start()]))
        seat = seat_of(match["seat"], text.span(*match.span("seat")), office)
        mode = CONCURRENT if office and match["verb"].startswith("兼") else None
        group = of.at(match.start("seat"))
        left = _clause_start(chars, left, match.start()) if left > start else left
        if _fits(match["seat"], group):
            yield from _seated(document, group, date, seat, text, left, match.start(), mode)
        left = match.end()


def _fits(word: str, group: Party | None) -> bool:
    """Whether a group of such a name has that seat: a 所长 only a 指挥所, a 团长 only what ends in 团."""
    kind = next((kind for seat, kind in POSTS_TOO.items() if word.endswith(seat)), "")
    return group is None or as_read(group).endswith(kind)


# 成立|局党委委员丁某任组长,…为成员的…领导小组: who sits there stands right after the verb
CLAUSE_OPENS = re.compile(
    rf"[;:]|(?:{ENDING})(?:\([^()]*\))?,|(?:决定)?(?:{any_of('groups', 'founds')})(?:了)?(?:由|以)?|聘[任请]"
)


def _clause_start(chars: str, start: int, end: int) -> int:
    """Where the holders before the first 任组长 begin if no 由 opens them: after what sets the group up."""
    cut = start
    for match in CLAUSE_OPENS.finditer(chars, start, end):
        cut = match.end()
    return cut


def _seated(
    document: Document,
    group: Party | None,
    date: str | None,
    seat: Seat,
    text: Text,
    start: int,
    end: int,
    mode: str | None = None,
) -> Iterator[Fact | Doubt]:
    while start < end and text.text[start] in ",、;: ":
        start += 1
    several = AND_OTHERS.search(text.text, start, end) or UNNAMED_OF.search(text.text, start, end)
    end = several.start() if several else end  # 石磊等任副指挥
    besides = BESIDES.match(text.text, start, end)
    start = besides.end() if besides else start
    if end <= start:
        return
    part = text.part(start, end)
    there = members(part, 0, len(part), spaced=False)
    if not there.persons and (named := _named_by_post(part.text) or behind_bare_titles(part.text)):
        there = Members(persons=named)
    there.rest.clear()
    there.persons[:] = [person for person in there.persons if not _is_unnamed(part.text, person)]
    alone = not there.persons and seat.relation in (Relation.LEADS, Relation.ASSISTS)
    if alone and len(part) <= LONGEST_HOLDER and (held := of_body(part.text, 0, len(part))):
        there = Members(persons=[held])  # 由市煤炭局丁力任组长
    yield from seated(document, group, date, seat, part, there, mode)


def _named_by_post(chars: str) -> list[Titled]:
    """Persons whose bare posts stand for 同志 after their names, if all are: 由方小舟部长、白立言副部长任副组长."""
    named: list[Titled] = []
    for left, right in parts_between(chars, 0, len(chars), "、"):
        ends = (left + length for length in NAME_LENGTHS if left + length < right)
        end = next((e for e in ends if is_person_name(chars[left:e]) and _calls(chars, e, right)), None)
        if end is None:
            return []
        named.append(Titled(left, end, (), left, right))
    return named


def _calls(chars: str, start: int, end: int) -> bool:
    """Whether a post or an academic title stands for 同志 with a name: 部长, 副研究员."""
    return is_bare_post(chars, start, end) or chars[start:end] in ACADEMIC


def bare_seats(document: Document, text: Text, group: Party | None, date: str | None) -> Iterator[Fact | Doubt]:
    """组长石磊,副组长孟川,成员单位县教育局、县水利局: seats that no mark divides from who sits there."""
    for clause in CLAUSE.finditer(text.text):
        match = BARE_SEAT.match(text.text, *clause.span())
        if match is not None:
            seat = seat_of(match["seat"], text.span(*match.span("seat")))
            yield from _seated(document, group, date, seat, text, match.end(), clause.end())


def _is_unnamed(chars: str, person: Titled) -> bool:
    """Whether what reads as a name opens an unnamed title: 由江北新|区管委会主任担任召集人, 由副县长|或副秘书长担任."""
    first = person.offices[0].body_start if person.offices else None
    glued = first == person.name_end and chars[first : first + 1] in tuple(LEVELS) if first is not None else False
    return glued or chars[person.name_start] == "或"
