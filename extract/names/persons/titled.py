"""Persons named with their titles where a list or a paragraph says that persons stand: 区委书记赵利洪, 张平(区教育局副局长).

In:  cleaned text and a span of it. Out: Titled: where the name stands, and the offices that the title states.

    区委常委、区人民政府常务副区长王振 → 王振, offices 区委/常委 and 区人民政府/常务副区长
    刘润长代区长                     → 刘润长, office 区人民政府/代区长
    汪刚同志(党组成员)                → 汪刚, office 党组/成员
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.clean import Text
from extract.document import Document
from extract.facts import Evidence, Fact, Kind, Party, Qualifiers, Relation
from extract.lexicon import any_of
from extract.names.bodies import JURISDICTION, ends_like_body, is_aggregate, kind_of_body
from extract.names.marks import HAN, LEVELS
from extract.names.offices.office import Office
from extract.names.offices.posts import is_bare_post, runs_into_word
from extract.names.offices.ranks import is_academic, rank_of
from extract.names.offices.titles import offices
from extract.names.people import NAME_LENGTHS, SOUNDED, is_person_name, may_be_name, name_end
from extract.names.persons.borders import before_agency
from extract.slotted import slotted

QUOTE_LIMIT = 300
COMRADE = re.compile(r"(?:等)?同志$")
REMARK = re.compile(r"\([^()]*\)$")
# how a title begins that follows a name without a mark: 刘润长|代区长, 王振|常务副区长, 王静|汪集街道办事处主任
TITLE_START = re.compile(
    rf"""
      [代副兼正]|{any_of("persons", "title_begins")}|[{LEVELS}镇乡]长  # 代
    | 办公[室厅]|总(?!工会|社|会)  # 办公室
    """,
    re.VERBOSE,
)
DOT = re.compile("[·•・‧]")
DOTTED_END = re.compile(rf"(?:[{HAN}]{{1,16}}[·•・‧])(?:[{HAN}]{{1,8}}[·•・‧])*[{HAN}]{{1,8}}$")
UNKNOWN_POST = re.compile(rf"^原|[,。;:、()]|{any_of('persons', 'unknown_post')}|\d")
NO_NAME = re.compile(
    rf"""
      [各任会办组局委部等按要应可不受在向将与其每召专线网]|{any_of("persons", "no_name")}  # 各
    """,
    re.VERBOSE,
)
GOVERNMENT = re.compile(rf"(自治[区州县旗]|[{LEVELS}镇乡])(?:{any_of('persons', 'government')})|(国务院)")
# 关于高新区管委会领导班子成员分工的通知: 党工委书记 is that of 高新区党工委
ZONE = re.compile(
    rf"""
    (?:关于(?:调整|明确|印发|公布)?|^)  # 关于调整
    (?P<zone>[{HAN}]{{0,10}}?(?:{any_of("persons", "zone")}))  # 某开发区
    (?:党工委|{any_of("shared", "zone_committee")})  # 党工委
    """,
    re.VERBOSE,
)
LEVEL_START = re.compile(
    rf"[{LEVELS}]|团[{LEVELS}]|{any_of('persons', 'level_start')}"
)  # 马国强|县委副书记; but 高阳|县委 is a place
TITLE_CUE = re.compile(r"[长记任员席委理师监官总·•副同]")
IN_CHARGE = re.compile(r"(?:主要|临时)?负责人$")
POST_IN_BRACKETS = re.compile(r"\((?:兼任?)?(?P<post>[^()]{4,30})\)")
LONGEST_TITLE = 90
BODILESS = re.compile(
    rf"{any_of('persons', 'bodiless')}|办公[室厅]|副?秘书长|(?:一|二|三|四)级(?:调研员|巡视员)|副?厅级|副?县级"
)
CONCURRENT_AFTER = re.compile(r"\(兼任?\)")
CONCURRENT_BEFORE = re.compile(r"(?:^|(?<=[长任记席员委师理,、:]))(?:并|同时)?兼任?[^,;。:()]{0,60}$")
ENDS_OF_NAMES = ("庭", "园", "台")  # that end names of bodies and of persons
ALL_LENGTHS = (*NAME_LENGTHS, *SOUNDED[1:])


@slotted
@dataclass(frozen=True, slots=True)
class Titled:
    """A person and the offices of the title beside the name; offsets into the cleaned text."""

    name_start: int
    name_end: int
    offices: tuple[Office, ...] = ()
    start: int = 0
    end: int = 0
    rank: str | None = None


# ,分管领导许艺: a description
DESCRIBED_LAST = re.compile(
    rf"[、,](?:{any_of('persons', 'described')})(?:{any_of('shared', 'leader')})(?P<name>[{HAN}]{{2,4}})$"
)


def titled(text: str, start: int, end: int, *, headed: bool = False, government: str = "") -> Titled | None:
    """The person that text[start:end] as a whole names with a title, before or after the name; None if it does not.

    `headed`: a person must stand here (the head of a paragraph), so 王伟县委副书记 is of a person and not of a place.
    `government`: the body of a title that names none: 党组成员, 秘书长.
    """
    left, right = start, end
    inner: tuple[int, int] | None = None
    while left < right and text[left] in " ,、;:-—":
        left += 1
    while right > left and text[right - 1] in " ,、;:。":
        right -= 1
    rank = rank_of(text, left, right)
    right = _without_comrade(text, left, right)
    remark = REMARK.search(text, left, right) if text.endswith(")", left, right) else None
    if remark and remark.start() > left:
        inner = (remark.start() + 1, remark.end() - 1)
        right = _without_comrade(text, left, remark.start())
    if right - left > LONGEST_TITLE or (right - left > 4 and not TITLE_CUE.search(text, left, right)):
        return None
    held = _title_first(text, left, right, government) or _name_first(text, left, right, headed, government)
    if held is None and is_person_name(text[left:right]) and not offices(text, left + 1, right):  # 王县长 is not a name
        held = Titled(left, right)
    if held is None:
        held = _rare_name_last(text, left, right, government)
    if held is None:
        held = _bare_post_first(text, left, right) or _described_last(text, left, right)
    if held is None:
        return None
    if inner is not None and not held.offices:
        held = replace(held, offices=tuple(offices_at(text, *inner, government)))
    return replace(held, start=start, end=end, rank=rank)


def _described_last(text: str, left: int, right: int) -> Titled | None:
    """镇党委副书记、分管领导许艺: a description stands between the title and the name."""
    told = DESCRIBED_LAST.search(text, left, right)
    held = tuple(offices(text, left, told.start())) if told and is_person_name(told["name"]) else ()
    if told is None or not held or held[-1].post_end != told.start():
        return None
    return Titled(*told.span("name"), held)


def _bare_post_first(text: str, left: int, right: int) -> Titled | None:
    """副大队长余某: a post without its body, then a name; the post says nothing of its own."""
    for length in NAME_LENGTHS[:2]:
        cut = right - length
        if cut > left and is_person_name(text[cut:right]) and is_bare_post(text, left, cut):
            return Titled(cut, right)
    return None


def of_body(text: str, left: int, right: int) -> Titled | None:
    """Who a seat is given to by body and name: 市煤炭局|丁力 without a post, 市应急局|丁力|处长 with the post after the name."""
    for length in NAME_LENGTHS[:2]:
        for stop in range(right, left + length + 2, -1):
            cut = stop - length
            behind = is_bare_post(text, stop, right)
            if (stop == right or behind) and is_person_name(text[cut:stop]) and ends_like_body(text[left:cut]):
                kind = kind_of_body(text[left:cut])
                if kind is None:
                    continue
                held = (Office(left, cut, text[left:cut], kind, text[stop:right], stop, right),) if behind else ()
                return Titled(cut, stop, held, left, right)
    return None


def _without_comrade(text: str, left: int, right: int) -> int:
    comrade = COMRADE.search(text, left, right) if text.endswith("同志", left, right) else None
    return comrade.start() if comrade else right


def _title_first(text: str, left: int, right: int, government: str) -> Titled | None:
    """区委书记赵利洪, 县长阿不都热合曼·买买提."""
    dotted = DOTTED_END.search(text, left, right) if DOT.search(text, left, right) else None
    if dotted:
        for cut in range(text.index(text[dotted.start()], dotted.start()) + 7, dotted.start(), -1):
            name = text[cut:right]
            if name_end(text, cut, right) != right:
                continue  # 副主任某某·某某|主持会议
            if 0 < name.find("·") <= 8 and (held := _whole_title(text, left, cut, government)):
                return Titled(cut, right, tuple(held))
    for length in ALL_LENGTHS:
        cut = right - length
        if cut > left and is_person_name(text[cut:right]) and (held := _whole_title(text, left, cut, government)):
            return Titled(cut, right, tuple(held))
    return None


def _whole_title(text: str, left: int, cut: int, government: str) -> list[Office]:
    """The offices of a title that reaches to `cut`: 办事处主任|程虎, not 办事处主|任程虎."""
    held = offices_at(text, left, cut, government)
    whole = held and (held[-1].post_end == cut or text[cut - 1] == ")")
    return held if whole and not runs_into_word(text, cut) else []


def _rare_name_last(text: str, left: int, right: int, government: str) -> Titled | None:
    """州长扎西多吉: a complete title, and a name that no list of family names knows."""
    for length in ALL_LENGTHS:
        cut = right - length
        if cut > left and may_be_name(text[cut:right]) and not NO_NAME.search(text[cut:right]):
            held = _whole_title(text, left, cut, government)
            if held:
                return Titled(cut, right, tuple(held))
    return None


def _name_first(text: str, left: int, right: int, headed: bool, government: str) -> Titled | None:
    """刘润长代区长, 王振常务副区长, 汪刚同志,党组成员."""
    near = DOT.search(text, left, min(right, left + 9))
    dot = max(text.find(mark, left, min(right, left + 9)) for mark in "·•・‧") if near else -1
    lengths = range(dot + 2 - left, dot + 9 - left) if dot > left else ALL_LENGTHS
    for length in lengths:
        cut = left + length
        if cut >= right or not is_person_name(text[left:cut]) or _is_body(text[left:cut]):
            continue
        after = cut
        if text.startswith("同志", after, right):
            after += 2
        while after < right and text[after] in " ,、(":
            after += 1
        closing = right - 1 if right - 1 > after and text[right - 1] == ")" and text[after - 1] == "(" else right
        level = LEVEL_START.match(text, after) and (headed or length == 3)
        if after > cut or level or TITLE_START.match(text, after):
            held = offices_at(text, after, closing, government)
            if held:
                return Titled(left, cut, tuple(held))
    return None


def name_run_into_title(text: str, left: int, right: int) -> Titled | None:
    """A line of a list that lost its layout space: 施远航省文化和旅游厅厅长, 朱宏国家统计局副局长."""
    if known := before_agency(text, left, right):
        return Titled(left, known[0], known[1], left, right)
    held = _name_first(text, left, right, True, "")
    if held is None:
        for length in NAME_LENGTHS[:2]:
            cut = left + length
            if _opens_body(text[left : left + 4]):
                break
            if cut < right and is_person_name(text[left:cut]) and not _is_body(text[left:cut]):
                posts = offices(text, cut, right)
                if posts and kind_of_body(posts[0].body) is not None:
                    held = Titled(left, cut, tuple(posts))
                    break
    if held is None or not held.offices or not (held.offices[-1].post_end == right or text[right - 1] == ")"):
        return None
    return replace(held, start=left, end=right)


def _opens_body(text: str) -> bool:
    """农发行武定州分行行长: the line opens with a body's short name, so that no name is run into a title."""
    return any(_is_body(text[:n]) and not JURISDICTION.match(text[:n]) for n in (3, 4))


def _is_body(word: str) -> bool:
    """Whether a word is a body's name; 石元庭, 尹小园 are names of persons."""
    return kind_of_body(word) is not None and not (word.endswith(ENDS_OF_NAMES) and is_person_name(word))


def title_offices(text: str, start: int, end: int) -> list[Office]:
    """The offices of a title that a column holds; marks and remarks at its ends are left out."""
    while start < end and text[start] in " ,、;:-—":
        start += 1
    while end > start and text[end - 1] in " ,、;:。‘’“”'*":
        end -= 1
    if end <= start:
        return []
    held = offices(text, start, end)
    if held:
        return [*held, *_in_brackets(text, start, end)]
    return in_charge(text, start, end) or _unknown_post(text, start, end)


def in_charge(text: str, start: int, end: int) -> list[Office]:
    """党政办公室负责人 as the title beside a name: who is in charge of the one body that it names."""
    match = IN_CHARGE.search(text, start, end) if text.endswith("负责人", start, end) else None
    if match is None or is_aggregate(body := text[start : match.start()]):
        return []
    kind = kind_of_body(body)
    return [] if kind is None else [Office(start, match.start(), body, kind, match[0], *match.span())]


def _in_brackets(text: str, start: int, end: int) -> Iterator[Office]:
    """县公安局副局长(白石镇政府副镇长): a further post of a body that the brackets name."""
    for match in POST_IN_BRACKETS.finditer(text, start, end) if text.find("(", start, end) >= 0 else ():
        held = offices(text, *match.span("post"))
        if held and held[0].body_start == match.start("post") and kind_of_body(held[0].body) is not None:
            yield from held


def _unknown_post(text: str, start: int, end: int) -> list[Office]:
    """A post that no list knows, after a body's name: 区联通公司|网络CEO."""
    for cut in range(end - 2, max(start + 2, end - 9), -1):
        kind = kind_of_body(text[start:cut])
        post = text[cut:end]
        if (
            kind is not None
            and not (UNKNOWN_POST.search(post) or kind_of_body(post) or is_academic(post) or is_person_name(post))
            and not is_bare_post(text, cut, end)
            and text[cut - 1] not in "网报店台港"
        ):
            return [Office(start, cut, text[start:cut], kind, text[cut:end], cut, end)]
    return []


def offices_at(text: str, start: int, end: int, government: str = "") -> list[Office]:
    """The offices of a title; one that names no body has that of the government at hand: 党组成员 → 区人民政府党组/成员."""
    if start >= end:
        return []
    held = offices(text, start, end)
    if held or not government or not BODILESS.match(text, start, end):
        return held
    shift = start - len(government)
    whole = government + text[start:end]
    return [
        replace(
            office,
            body_start=None,
            body_end=None,
            post_start=office.post_start + shift,
            post_end=office.post_end + shift,
        )
        for office in offices(whole, 0, len(whole))
        if office.post_start >= len(government)
    ]


def government_of(title: str) -> str:
    """The government named in a notice's title or masthead: 区人民政府领导同志分工 → 区人民政府; "" if none is."""
    if zone := ZONE.search(title):
        return zone["zone"]
    match = GOVERNMENT.search(title)
    if not match:
        return ""
    return match[2] or match[1] + ("行政公署" if match[1] == "盟" else "人民政府")


def evidence_of(document: Document, spans: list[tuple[int, int]], at: int) -> Evidence:
    """Evidence that begins with the person's span and holds as many of the further source spans as 300 characters take."""
    start, end = spans[0]
    for left, right in spans[1:]:
        wider = (min(start, left), max(end, right))
        if wider[1] - wider[0] <= QUOTE_LIMIT:
            start, end = wider
    return document.evidence(start, end, at=at)


def holds(document: Document, text: Text, person: Titled, date: str | None, rule: str) -> Iterator[Fact]:
    """One `holds` for each office of the person's title."""
    name = text.span(person.name_start, person.name_end)
    subject = document.party(Kind.OFFICIAL, *name)
    for office in person.offices:
        body = office_body(document, text, office)
        spans = [name, text.span(office.post_start, office.post_end)]
        if office.body_start is not None and office.body_end is not None:
            spans.append(text.span(office.body_start, office.body_end))
        post = document.party(Kind.OFFICIAL, *text.span(office.post_start, office.post_end)).name
        yield Fact(
            Relation.HOLDS,
            subject,
            body,
            evidence_of(document, spans, name[0]),
            rule,
            role=post,
            date=date,
            qualifiers=Qualifiers(rank=person.rank, mode=_mode(text.text, office)),
        )


def _mode(chars: str, office: Office) -> str | None:
    """县财政局局长、县政府办公室副主任(兼), 县财政局局长兼县政府办公室副主任: the second post, and what a 、 joins to it, is held beside the first."""
    start = office.post_start if office.body_start is None else office.body_start
    beside = CONCURRENT_AFTER.match(chars, office.post_end) or CONCURRENT_BEFORE.search(
        chars[max(0, start - 80) : start]
    )
    return "兼任" if beside else None


def office_body(document: Document, text: Text, office: Office) -> Party:
    """The body of an office as a party, as printed where it is printed."""
    if office.body_start is None or office.body_end is None:
        return Party(office.kind, office.body)
    return document.party(office.kind, *text.span(office.body_start, office.body_end))
