"""Name lines: who the duties that follow belong to, in any of the ways in which a name line is printed.

In:  a line (cleaned, with its layout gaps) and the house whose notice it is
Out: Head: the person, the offices of the title and where the duties begin; or a Head without a person: a name line that
     cannot be read, which ends the person before all the same; or None: no name line

    副区长李津负责… · 王振常务副区长:负责… · 4.1 市委常委、副市长:刘旺 · 3.1 袁立(副区长) · 黄卓　东湖区委常委
    郑雁,女,汉族,…,浦江区税务局党委书记、局长。 · 张国:1975年5月生,…曾任…。现任海云区委副书记。领导…
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from extract.clean import Text
from extract.formats.divisions.duties.verbs import ADVERB, CONNECTOR, FIRST_VERB, OVERALL, opens_duty
from extract.formats.divisions.house import House
from extract.formats.divisions.lines import gaps_in, has_gap
from extract.formats.divisions.naming import (
    FURTHEST,
    LIFE,
    OF_MANY,
    OF_TITLE,
    POST_IN,
    closing,
    edge_of,
    enumerated,
    may_be,
    name_behind,
    names_at,
)
from extract.lexicon import any_of
from extract.lexicon.alternatives import alternatives
from extract.lexicon.signs import sign_of
from extract.names.bodies import kind_of_body
from extract.names.marks import DIGITS, HAN, LEVELS, NUMERAL
from extract.names.offices.office import Office
from extract.names.offices.posts import POSTS, is_bare_post, runs_into_word
from extract.names.people import is_person_name
from extract.names.persons.titled import NO_NAME as NOT_IN_NAME
from extract.names.persons.titled import Titled, titled
from extract.slotted import slotted

ARTICLE = re.compile(rf"第[{DIGITS}十百\d]+条")
COMRADE = ("同志", "先生", "女士")
REMARK = re.compile(r"\((?:女|男|挂[职任](?![^()]*长)|兼|[^()]{1,5}族)[^()]{0,16}\)")
# what a person's line says of the person besides: sex, nation, birth, schooling, party
IN_BRACKETS = re.compile(r"\([^()]{1,16}\)$")
FORMERLY = re.compile(rf"^(?:{any_of('divisions', 'formerly')}|曾|\d{{4}}[年.—-].{{0,12}}任)")
NOW = re.compile(rf"(?:{any_of('divisions', 'now')})")
SERVES = re.compile(rf"^(?:现任职务[:]?|{any_of('divisions', 'serves')}|兼|并兼任?|同时兼任|担任|任|时任)")
BESIDES = re.compile(
    rf"""
      ^参与[^,。;]{{1,12}}分工                                                                # 参与政府领导分工
    | ^在(?![^,。;]{{0,14}}(?:{any_of("divisions", "occasion")}))[^,。;]{{2,16}}中            # 在班子成员中, not 在总结讲话中
    | ^[^,。;]{{0,8}}排名第[{DIGITS}十]+                                                      # 排名第三
    """,
    re.VERBOSE,
)
RANKED = re.compile(rf"^(?:在[^,。;]{{2,20}}中,)?(?P<name>[{HAN}]{{2,4}})排名第[{NUMERAL}\d]+(?:位)?,")
CUE = re.compile(r"[长记任员席委理事监官督办师]|同志")
MARK = re.compile("[,:。;]")
# a post or 同志: one of these stands in every name line, but for a name right before a duty or a life
_POST_WORDS = {
    *POSTS,
    *(f"{organ}长" for organ in f"{LEVELS}镇乡局部厅院校处科行"),
    *("同志", "先生", "女士", "排名第", "专员", "总理", "调研员", "巡视员", "经理", "督办", "程师", "济师", "计师"),
}
TELLS_POST = re.compile(alternatives(_POST_WORDS))
MAY_TELL_POST = sign_of(TELLS_POST)
NAME_MARK = re.compile("[:,、/|(]")
FURTHEST_MARK = 40  # characters in which the longest name ends
# (一)考务组。组长|:石磊。负责试卷管理: what the part of a group does is no duty of who heads it
SEAT = re.compile(rf"(?:^|[组班部。,;])(?:[{HAN}]{{0,2}}副)?(?:{any_of('divisions', 'seat')})$")
# 高安|市水利局班子成员: a heading over all of them, and nobody called 高安
OF_ALL = re.compile(rf"(?P<place>[{HAN}]{{2,3}})[{LEVELS}][{HAN}]*成员$")
BEFORE_TITLE = "在由受向对经为及和与"  # 在县长领导下, 及各班班主任: no title begins so
LONGEST_LIFE, LONGEST_OPENING = 700, 10
TO_COME = "将"  # before a verb: duties that somebody takes
JOINS_VERB = re.compile(rf"(?:{CONNECTOR}|{ADVERB})$")


@slotted
@dataclass(frozen=True, slots=True)
class Head:
    """A name line: the person (None if the name cannot be read) and the offset at which the duties may begin."""

    person: Titled | None
    body: int
    start: int
    end: int


def head_of(text: Text, house: House) -> Head | None:
    """The name line that a line is or begins with; None if it is none."""
    chars = text.text
    if ARTICLE.match(chars):
        return None
    start = enumerated(chars)
    if opens_duty(chars, start) or start >= len(chars):
        return None
    if ranked := RANKED.match(chars[start : start + FURTHEST]):
        left, right = ranked.span("name")
        return Head(Titled(start + left, start + right), start + ranked.end(), start, start + ranked.end())
    if (all_of := OF_ALL.match(chars, start)) and not has_gap(text, all_of.end("place")):
        return None
    if head := name_first(text, start, house):
        return head
    stop = _stop(chars, start)
    if chars.endswith(TO_COME, start, stop) and (head := title_first(text, start, stop - len(TO_COME), house)):
        return head  # 副县长石磊|将|分管…
    return title_first(text, start, stop, house) or _unread(chars, start, stop)


def tells_post(text: Text) -> bool:
    """Whether a text tells a post, or calls somebody 同志, 先生, 女士."""
    return bool(text.signs & MAY_TELL_POST and TELLS_POST.search(text.text))


def may_head(chars: str, start: int) -> bool:
    """Whether a name may stand at `start` in a text that tells no post, at a cheap look: a duty or a life follows its mark."""
    mark = NAME_MARK.search(chars, start, start + FURTHEST_MARK)
    if mark is None:
        return False
    after = mark.end()
    edge = MARK.search(chars, after, after + FURTHEST)
    clause = chars[after : edge.start() if edge else after + FURTHEST]
    return opens_duty(chars, after) or any(told.match(clause) for told in (LIFE, FORMERLY, BESIDES))


def name_first(text: Text, start: int, house: House) -> Head | None:
    """姓名，title · 姓名（title） · 姓名：title · 姓名　title · 姓名，男，…，现任title."""
    chars = text.text
    if (colon := chars.find(":", start, start + LONGEST_OPENING)) > 0 and is_bare_post(chars, start, colon):
        return None  # 德育主任:石磊, and nobody called 德育
    for stop, certain in names_at(text, start):
        after = stop
        for word in COMRADE:
            if chars.startswith(word, after):
                after += len(word)
        while remark := REMARK.match(chars, after):
            after = remark.end()
        mark = chars[after : after + 1]
        if chars.startswith("——", after):
            mark = ":"
        if mark == "(":
            close = closing(chars, after)
            held = house.offices(chars, after + 1, close - 1) if close else []
            if held or (close and certain and house.is_title(chars, after + 1, close - 1)):
                head = _with_life(text, start, stop, close, house, tuple(held))
                return head or Head(Titled(start, stop), close, start, close)
            continue
        if mark in (":", ",", "、", "/", "|") and mark:
            head = _with_life(text, start, stop, after + 1, house, ())
            if head and (
                (head.person and head.person.offices)
                or head.end > after + 1
                or _named(chars, start, stop, head, certain)
            ):
                return head
            continue
        if after < len(chars):
            head = _with_life(text, start, stop, after, house, ())
            gap = certain and has_gap(text, stop)
            told = head and head.person and (head.person.offices or gap or head.body > after + 1)
            if head and told and _is_plain(chars, start, stop, certain):
                return head
    return None


def _duty_in_brackets(chars: str, at: int) -> bool:
    """石磊:(主持教务处全面工作,重点负责实习管理): whether the duties of a person stand in parentheses after the colon."""
    return chars.startswith(":(", at - 1) and opens_duty(chars, at + 1)


def behind_name(text: Text, start: int, house: House) -> Head | None:
    """A line below a name that tells the titles, the life, and the duties after them: 常务副省长,负责…; None if it tells no title."""
    head = _with_life(text, start, start, start, house, ())
    return head if head is not None and head.person is not None and head.person.offices else None


def _named(chars: str, start: int, stop: int, found: Head, certain: bool) -> bool:
    """张三:负责…: a name and a colon before duties."""
    return certain and is_person_name(chars[start:stop]) and opens_duty(chars, found.body)


def _is_plain(chars: str, start: int, stop: int, certain: bool) -> bool:
    return certain or is_person_name(chars[start:stop])


class _Read(NamedTuple):
    """What has been read after a name: up to where, from where duties may stand, titles, whether a life or a bare title."""

    position: int
    base: int
    held: tuple[Office, ...]
    life: bool = False
    bare: bool = False
    title_from: int | None = None
    ends: bool = False


def _with_life(text: Text, start: int, stop: int, at: int, house: House, held: tuple[Office, ...]) -> Head | None:
    """What follows a name: life, titles, duties, clause by clause; None if it is something else."""
    chars = text.text
    end = min(len(chars), at + LONGEST_LIFE)
    read = _Read(at, at, held)
    while read.position < end and not read.ends:
        position = read.position
        while position < end and (chars[position] in ",:;。 —-" or _duty_in_brackets(chars, position)):
            position += 1
        read = read._replace(position=position)
        if position >= end or opens_duty(chars, position):
            break
        read = _clause_read(chars, read, end, house)
    position = read.position
    known = position > at + 1 and opens_duty(chars, position) and is_person_name(chars[start:stop])
    told = read.bare and (known or has_gap(text, at))
    if not read.held and not read.life and not told:  # 石某:院长,负责…: the post of a body that is not told
        if opens_duty(chars, position) and not chars[at:position].strip(":("):
            return Head(Titled(start, stop), position, start, at)
        return None
    return Head(Titled(start, stop, read.held), max(read.base, min(position, len(chars))), start, max(read.base, at))


def _clause_read(chars: str, read: _Read, end: int, house: House) -> _Read:
    """After one clause on a person: 曾任…, 现任…, a title, a title that runs into a verb, what a life tells."""
    edge = edge_of(chars, read.position, end)
    clause = chars[read.position : edge]
    if now := NOW.search(clause):
        read = read._replace(position=read.position + now.start(), title_from=None)
    elif FORMERLY.match(clause):
        return read._replace(life=True, position=_until_now(chars, read.position, end))
    position = read.position
    serves = SERVES.match(chars[position:edge])
    title = position + (serves.end() if serves else 0)
    offices_here = _title(chars, title, edge, house, read.title_from)
    if offices_here is not None:
        known = {(office.post_start, office.body) for office in read.held}
        more = tuple(office for office in offices_here if (office.post_start, office.body) not in known)
        since = title if read.title_from is None else read.title_from
        return _Read(edge, edge, read.held + more, read.life, read.bare or not offices_here, since)
    verb = FIRST_VERB.search(chars, position, edge)
    if verb and (reach := _title_before(chars, position, _phrase(chars, position, verb.start()), house)):
        return read._replace(position=verb.start(), base=verb.start(), held=(*read.held, *reach), ends=True)
    told = LIFE.match(clause) or BESIDES.match(clause)
    if told or (read.life and "。" not in chars[position - 1 : position]):
        return read._replace(position=edge, base=edge, life=True)
    return read._replace(ends=True)


def _phrase(chars: str, start: int, end: int) -> int:
    """Where the words before a verb begin: 副市长|则负责."""
    while before := JOINS_VERB.search(chars, start, end):
        end = before.start()
    return end


def _until_now(chars: str, start: int, end: int) -> int:
    """After what a person was formerly: to 现任, else to the end of the sentence."""
    if now := NOW.search(chars, start, end):
        return now.start()
    stop = chars.find("。", start, end)
    return stop + 1 if stop >= 0 else end


def _title(chars: str, start: int, edge: int, house: House, since: int | None) -> list[Office] | None:
    """The offices of a clause that is a title as a whole; one after another title may share its body."""
    if since is not None:
        whole = house.offices(chars, since, edge)
        if whole and whole[-1].post_end == _bare_end(chars, edge) and whole[-1].post_start >= start:
            return whole
    held = house.offices(chars, start, edge) if start < edge and chars[start] not in BEFORE_TITLE else []
    if held and (held[-1].post_end == _bare_end(chars, edge) or chars[edge - 1] == ")"):
        return held
    if (
        since is None
        and start < edge
        and chars[start] not in BEFORE_TITLE
        and house.is_bare(chars, start, _bare_end(chars, edge))
    ):
        return held  # 党委书记、局长 of a body that is not told
    return None


def _bare_end(chars: str, edge: int) -> int:
    """The end without a remark in parentheses."""
    return chars.rindex("(", 0, edge) if edge and chars[edge - 1] == ")" and "(" in chars[:edge] else edge


def _title_before(chars: str, start: int, end: int, house: House) -> list[Office]:
    """A title that runs into the verb: 何胜总经理|主持."""
    if end <= start or chars[start] in BEFORE_TITLE:
        return []
    held = house.offices(chars, start, end)
    return held if held and (held[-1].post_end == end or chars[end - 1] == ")") else []


def title_first(text: Text, start: int, stop: int, house: House) -> Head | None:
    """副区长李津负责… · 市委常委、副市长:刘旺 · 副校长　李华 · 主任方国同志主持…; without marks it ends at `stop`."""
    chars = text.text
    colon = chars.find(":", start, start + FURTHEST)
    seat = colon > 0 and SEAT.search(chars, start, colon)
    if colon > 0 and not seat and house.is_title(chars, start, colon) and (named := name_behind(text, colon + 1)):
        return _titled(chars, start, colon, colon + 1, named, house)
    if OF_MANY.search(chars, start, stop):
        return None
    for gap in gaps_in(text, start + 2, min(stop, start + FURTHEST)):
        if house.is_title(chars, start, gap) and (named := name_behind(text, gap)):
            return _titled(chars, start, gap, gap, named, house)
    if stop - start < 4 or not CUE.search(chars, start, stop):
        return None
    end = stop
    comrade = chars.startswith("同志", end - 2)
    bare = end - 2 if comrade else end
    while (remark := _remark_before(chars, start, bare)) and REMARK.match(remark[0]):
        bare = remark.start()
    if house.is_title(chars, start, bare):
        return None  # 总工程师: a title to its end names nobody
    for length in (3, 2, 4, 5, 6, 7, 8):
        cut = bare - length
        word = chars[cut:bare]
        rare = (comrade or chars[stop : stop + 1] == ":") and may_be(word) and not NOT_IN_NAME.search(word)
        if (
            cut <= start
            or runs_into_word(chars, cut)
            or not (is_person_name(word) or rare)
            or OF_MANY.search(chars, start, cut)
        ):
            continue
        if house.is_title(chars, start, cut) and not (length > 2 and house.is_title(chars, start, cut + 1)):
            held = tuple(house.offices(chars, start, cut))
            if held or comrade or opens_duty(chars, stop) or chars[stop : stop + 1] == ":":
                return Head(Titled(cut, bare, held), _past(chars, stop), start, stop)
    person = titled(chars, start, stop, headed=True, government=house.government)
    marked = comrade or chars[stop : stop + 1] == ":"
    if person and OF_TITLE.search(chars[person.name_start : person.name_end]):
        return None
    if person and (marked or (person.offices and is_person_name(chars[person.name_start : person.name_end]))):
        return Head(person, _past(chars, stop), start, stop)
    return None


def _titled(chars: str, start: int, end: int, name: int, stop: int, house: House) -> Head:
    """A title, a name, and what a parenthesis after the name says of the title: 副省长　方达(常务副省长), (女), (挂职)."""
    held = house.offices(chars, start, end)
    close = closing(chars, stop) if chars.startswith("(", stop) else 0
    more = house.offices(chars, stop + 1, close - 1) if close else []
    after = close if close and (more or not FIRST_VERB.search(chars, stop + 1, close - 1)) else stop
    return Head(Titled(name, stop, (*held, *more)), _past(chars, after), start, after)


def _stop(chars: str, start: int) -> int:
    """Where a head without marks ends: at a mark, or where a verb begins."""
    end = min(len(chars), start + FURTHEST)
    if mark := MARK.search(chars, start, end):
        end = mark.start()
    verb = FIRST_VERB.search(chars, start, end)
    overall = chars.find("对", start, end)
    if overall > 0 and OVERALL.match(chars[overall : overall + FURTHEST]):
        return overall
    return verb.start() if verb else end


def _past(chars: str, at: int) -> int:
    while at < len(chars) and chars[at] in ",:。; ":
        at += 1
    return at


def _remark_before(chars: str, start: int, end: int) -> re.Match[str] | None:
    return IN_BRACKETS.search(chars, start, end) if chars.endswith(")", start, end) else None


def _unread(chars: str, start: int, stop: int) -> Head | None:
    """A line that has the form of a name line and no name that can be read: it ends the person before."""
    if stop <= start + 1 or stop >= len(chars) or OF_MANY.search(chars, start, stop):
        return None
    body = _past(chars, stop)
    if not opens_duty(chars, body):
        return None
    head = chars[start:stop]
    if (
        head.endswith("同志")
        or (POST_IN.search(head) and chars[stop] in ":,")
        or (POST_IN.search(head) and body == stop)
    ):
        return None if kind_of_body(head) is not None else Head(None, body, start, stop)
    return None
