"""Persons and a title with no verb and no 的 between them: a table in spaces, or a removal that leaves the 的 out.

In:  王明　　县教育局局长 · 免去赵平、孙丽县水利局副局长职务 · 免去周明城关镇党委书记职务
Out: a Statement where exactly one reading stands out, else none: where a name ends is never guessed

What tells where the last name ends: the widest layout gap; else a title that opens with a place or body which the
notice names elsewhere; else one that opens with 县, 市 or a place of two and more characters (城关镇, 云山县).
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from extract.formats.appointments.clauses import POST_ENDS, WHO_ASIDE, Statement, statement_of
from extract.formats.appointments.verbs import RELATION_OF
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN, LEVELS, NUMERAL
from extract.names.offices.posts import is_bare_post, post_at_end
from extract.names.offices.titles import offices
from extract.names.people import DOTS, DOTTED, is_person_name, is_stated_name, may_be_name
from extract.names.persons.holders import holders

OTHER_LEVELS = ("自治区", "自治州", "自治县", "自治旗", "地区", "行署", "国家", "中国", "中共", "兵团")
OF_PERSON = re.compile(rf"(?P<name>[{HAN}·]{{2,12}}?)\((?P<aside>[^()]{{1,40}})\)(?=[{HAN}])")
CALLED = re.compile(
    rf"(?P<name>[{HAN}·]{{2,12}}?)(?:{any_of('names', 'honorific')})的?(?=[{HAN}]{{3}})"
)  # 郑华女士|财务部经理
WHO = re.compile(r"(?:男|女|[^,、]{1,4}族)|原|现任|[正副][省厅市处县科局]级")  # (女) · (原柳河县委书记) · (正处级)
FORMER_BODY = re.compile(rf"原[{LEVELS}]")  # 原区纪工委派驻纪检组组长: nobody is named
# where a body can be told to begin: 为云陵市水利局局长 · ,云陵市人大常委会
PLACE_BEGINS = re.compile(rf"(?:(?<=[为任,。;:、\n()])|^)[{HAN}]{{2,3}}[{LEVELS}](?![{LEVELS}长委级])")
BEHIND_VERB = re.compile(rf"(?:(?<![命认])为|担任|(?<=同志)任)(?P<title>[{HAN}、()]{{4,40}})")
ORGANS = ("党委", "党组", "党工委", "纪委")
PARTS_OF_HOUSES = (
    "办公室",
    "党政办",
    "党委",
    "党组",
    "党总支",
    "党支部",
    "纪委",
    "工会",
    "团委",
    "教务处",
    "总务处",
    "政教处",
)
OF_PARTS = re.compile("[科处股室部组队办局院所站厂校司社]$")  # 方志办|主任: nobody's name
FORMER = "原"  # 张伟|原安山县审计局局长职务: seldom the last character of a name
OWN_LEVEL = re.compile(rf"[{LEVELS}](?![{LEVELS}镇乡街])")
# 石磊受|省委常委尹青委托: no place is called 磊受省
PLACE_AHEAD = re.compile(rf"(?![{HAN}]{{0,2}}受[{LEVELS}])[{HAN}]{{2,3}}?(?:[{LEVELS}镇乡](?![{LEVELS}])|街道?|苏木)")
SHORT_CITY = re.compile(any_of("decisions", "short_city"))  # 陈立|广州办事处: no place is called 立广州
PLACE_OF_BODY = re.compile(rf"[{HAN}]{{2,5}}?[{LEVELS}镇乡]")
SAID_OF_HIM = re.compile(rf"(?:同时|并)?(?:免去)?(?:其|他|她|{any_of('appointments', 'said_of_him')})")
HEAD_OF_LEVEL = re.compile(rf"(?:人民政府|常务)?副?[{LEVELS}]长|人民政府(?!办)|委")
OF_TERM = re.compile(rf"第[{NUMERAL}\d]{{1,3}}届")  # 免去石磊|第十四届县政协常委职务: a term ends every name
# 丁某　县水利局干部　任|白石村第一书记: what somebody is until now, in a column of its own
UNTIL_NOW = re.compile(rf"[{HAN}()]{{2,30}}?(?<![主担责现时历委专])任(?![职命免期务])")
LONGEST_GLUED = 60  # characters of such a line
Spans = tuple[tuple[int, int], ...]


def columns(text: str, start: int, end: int, gap: Callable[[int], int], known: Sequence[str]) -> Statement | None:
    """Names and a title with no verb between them; `known`: places and bodies that the notice names elsewhere."""
    if "同志" in text[start:end] or FORMER_BODY.match(text, start, end) or _said_of_another(text, start):
        return None
    if told := _said_who(text, start, end):
        return told
    first, last = _names_before(text, start, end)
    if not _is_one_list(text, last, end):
        return None
    lengths = [n for n in (2, 3, 4) if last + n < end and _is_name(text[last : last + n], gap(last + n))]
    if dotted := DOTTED.match(text, last, end):
        part = (
            max(dotted[0].rfind(dot) for dot in DOTS) + 1
        )  # 别某·西云|武永市教育局: where its last part ends is as open
        lengths = [n for n in range(part + 2, dotted.end() - last + 1) if last + n < end]
    if not lengths:  # a rare family name, before a body that the text names elsewhere: 买某某孟州市人民政府副市长职务
        lengths = [n for n in (2, 3) if _is_rare(text[last : last + n]) and text.startswith(tuple(known), last + n)]
    lengths = [n for n in lengths if not (text[last + n - 1] == FORMER and n - 1 in lengths)]
    lengths = [n for n in lengths if OF_TERM.match(text, last + n, end)] or lengths
    if widest := max((gap(last + n) for n in lengths), default=0):
        lengths = [n for n in lengths if gap(last + n) == widest]
    elif not first and text.startswith(tuple(known), start):
        return None  # 安山县人民政府县长: of a place that the notice names, no person 安山
    if len(lengths) > 1:
        lengths = [n for n in lengths if _is_title(text, last + n, end)]
        named = [n for n in lengths if text.startswith(tuple(known), last + n)] if known else []
        lengths = (
            named
            or [n for n in lengths if SHORT_CITY.match(text, last + n)]
            or [n for n in lengths if _opens_with_place(text, last + n, end)]
        )
    if len(lengths) != 1:
        return None
    stop = last + lengths[0]
    until_now = UNTIL_NOW.match(text, stop, end)
    title = until_now.end() if until_now and gap(until_now.end() - 1) else stop
    return statement_of(text, (*first, (last, stop)), "", title, end, True)


def glued_row(text: str, start: int, end: int) -> Statement | None:
    """县水利局局长丁力(女): one title that prints its body, and the name that it runs into."""
    if end - start > LONGEST_GLUED:
        return None
    held = holders(text, start, end)
    if len(held) != 1 or not held[0].offices:
        return None
    (one,) = held
    title = (start, one.offices[-1].post_end)
    aside = text[one.name_end : end].rstrip(";。")
    whole = one.offices[0].body_start == start and title[1] == one.name_start and (not aside or WHO_ASIDE.match(aside))
    return statement_of(text, ((one.name_start, one.name_end),), "", *title, False) if whole else None


def _said_who(text: str, start: int, end: int) -> Statement | None:
    """A name that brackets after it say to be one, and a title: 尹青(女)县水利局…, 尹青(原柳河县委书记)柳河站…."""
    if (called := CALLED.match(text, start, end)) and is_person_name(called["name"]):
        return statement_of(text, (called.span("name"),), "", called.end(), end, True)
    told = OF_PERSON.match(text, start, end) if text.find("(", start, min(end, start + 13)) > 0 else None
    if told is None or not is_person_name(told["name"]) or kind_of_body(told["name"]) is not None:
        return None
    if not WHO.match(told["aside"]) and not offices(text, *told.span("aside")):
        return None
    return statement_of(text, (told.span("name"),), "", told.end(), end, True)


def _said_of_another(text: str, start: int) -> bool:
    """Whether a name and a colon stand before a title on its line: 丁某:|石溪市委副书记 is of 丁某, and 石溪 is a city."""
    if not text.startswith(":", start - 1):
        return False
    before = text[text.rfind("\n", 0, start) + 1 : start - 1]
    return before not in RELATION_OF and is_person_name(before)  # 解聘:石磊县水利局…: an order, no person 解聘


def _is_rare(word: str) -> bool:
    """A word that may be a name of a rare family, and no verb: 并担任."""
    return may_be_name(word) and not word.endswith(("任", "为", "代理")) and kind_of_body(word) is None


def _is_name(word: str, gap_behind: int) -> bool:
    """A listed word is a name too where layout space sets it apart from a title: 严明　　县统计局局长."""
    return is_person_name(word) or (gap_behind > 0 and is_stated_name(word))


def person_between(text: str, start: int, end: int, known: Sequence[str]) -> Statement | bool:
    """Another person in a removal after an appointment: …,同时免去邓涛云山县教育局局长职务.

    The statement if the notice names the body elsewhere; True if it cannot be told: only the place says so (no county has
    a name of four characters and more), or a county's own notice writes 免去高军县水利局…, since no county removes from
    another's office; False where the removal is said of the person before: 免去罗成县….
    """
    if SAID_OF_HIM.match(text, start, end) or text.startswith(tuple(known), start):
        return False
    if told := _said_who(text, start, end):
        return told
    if (head := DEPUTY_AFTER_NAME.match(text, start, end)) and is_person_name(head["name"]):
        return statement_of(text, (head.span("name"),), "", head.end(), end, True)
    if stop := _before_bare_post(text, start, end):
        return statement_of(text, ((start, stop),), "", stop, end, True)
    lengths = [n for n in (2, 3) if is_person_name(text[start : start + n]) and _is_title(text, start + n, end)]
    named = [n for n in lengths if text.startswith(tuple(known), start + n)] if known else []
    placed = tuple(name for name in known if len(name) > 4 and name[0] not in LEVELS)
    if not named and placed:  # a rare family name, before a body that the notice has named whole
        named = [n for n in (2, 3) if may_be_name(text[start : start + n]) and text.startswith(placed, start + n)]
    if len(named) == 1:
        stop = start + named[0]
        return statement_of(text, ((start, stop),), "", stop, end, True)
    own = OWN_LEVEL.match(text, start, end) or text.startswith(OTHER_LEVELS, start)
    place = PLACE_AHEAD.match(text, start, end)
    if (
        not own
        and place
        and any(last != place[0] and last[-1:] == place[0][-1:] for last in known if last[-1:] in LEVELS)
    ):
        return place.end() - 1 - start in lengths and not HEAD_OF_LEVEL.match(text, place.end())
    return not own and not place and any(PLACE_AHEAD.match(text, start + n, end) for n in lengths)


def _before_bare_post(text: str, start: int, end: int) -> int | None:
    """Where the one name ends that a bare post or a post of a house's own part follows: 石磊|副校长职务, 丁一红|办公室主任职务."""
    ends = POST_ENDS.search(text, start, end)
    right = ends.start() if ends else end
    stops = [
        start + n
        for n in (2, 3)
        if is_person_name(text[start : start + n])
        and not OF_PARTS.search(text, start, start + n)
        and (is_bare_post(text, start + n, right) or _is_post_of_part(text, start + n, right))
    ]
    return stops[0] if len(stops) == 1 and kind_of_body(text[start : stops[0]]) is None else None


def _is_post_of_part(text: str, start: int, end: int) -> bool:
    """Whether a title is of what every house has: 办公室主任, 党委书记."""
    post = post_at_end(text, start, end)
    return post is not None and text[start : post.body_end] in PARTS_OF_HOUSES


def places_in(text: str) -> frozenset[str]:
    """The places that bodies of a text begin with, where a mark or a verb shows their left border.

    What opens one line (or follows one colon) and no other may be a person and the 区 of a body: 陈志强|区司法局.
    """
    openings = list(PLACE_BEGINS.finditer(text))
    times = Counter(match[0] for match in openings)
    inside = {match[0] for match in openings if text[match.start() - 1 : match.start()] not in {"", "\n", ":"}}
    return frozenset(
        name for name, count in times.items() if count > 1 or name in inside or not is_person_name(name[:-1])
    )


def bodies_in(text: str) -> frozenset[str]:
    """The bodies of the titles that stand after a verb, where their left border is sure: 任命崔某为|通江集团党委书记."""
    texts: set[str] = set()
    for title in BEHIND_VERB.finditer(text):
        for office in offices(text, *title.span("title"))[:1]:
            if office.body_start is not None and len(office.body) > 2:
                texts.add(office.body)
                texts.update(office.body.removesuffix(organ) for organ in ORGANS if office.body.endswith(organ))
    return frozenset(name for name in texts if len(name) > 2)


def known_ahead(bodies: Sequence[str], places: Sequence[str]) -> tuple[str, ...]:
    """What a title of this notice may open with: its places, bodies read so far and the places these open with."""
    names = {name for name in bodies if len(name) > 2}
    names |= {place[0] for name in names if (place := PLACE_OF_BODY.match(name)) and len(place[0]) < len(name)}
    return tuple({*names, *places})


# 免去孟川|副县长职务: no place is called 孟川副县
DEPUTY_AFTER_NAME = re.compile(rf"(?P<name>[{HAN}·]{{2,3}}?)(?=(?:常务)?副[{LEVELS}镇乡]长(?:职务|[、,]|$))")


def _names_before(text: str, start: int, end: int) -> tuple[Spans, int]:
    """The names that a 、 closes, and where the last one starts: 赵平、|孙丽县水利局."""
    spans: list[tuple[int, int]] = []
    position = text.find("、", start, end)
    while position > 0 and is_person_name(text[start:position]):
        spans.append((start, position))
        start = position + 1
        position = text.find("、", start, end)
    return tuple(spans), start


def _is_one_list(text: str, start: int, end: int) -> bool:
    """False where 和 may stand between two names or end one: 赵平和孙丽县水利局."""
    for index in range(start + 2, min(start + 4, end - 2)):
        if text[index] in "和及" and is_person_name(text[index + 1 : index + 3]):
            return False
    return True


def _is_title(text: str, start: int, end: int) -> bool:
    ends = POST_ENDS.search(text, start, end)
    held = offices(text, start, ends.start() if ends else end)
    return bool(held) and (held[0].body_start is None or kind_of_body(held[0].body) is not None)


def _opens_with_place(text: str, start: int, end: int) -> bool:
    own = OWN_LEVEL.match(text, start, end) or text.startswith(OTHER_LEVELS, start)
    return bool(own or PLACE_AHEAD.match(text, start, end))
