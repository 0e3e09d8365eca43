"""Printed titles → bodies and posts.

In:  a printed title: 区委常委、区人民政府常务副区长 · 区科经局党组书记、局长 · 区长 · 区政府办公室(金融办)副主任、党组成员
Out: one Office a post: (区委, 常委) (区人民政府, 常务副区长) · (区科经局党组, 书记) (区科经局, 局长) · (区人民政府, 区长) · …

A title is read from its end: the post is the longest known word, with 副, 常务, 专职 before it; what stands before is the
body, whatever its name. A later post without a body of its own has that of the post before it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from extract import lexicon
from extract.facts import Kind
from extract.lexicon import any_of
from extract.names.bodies import JURISDICTION, is_aggregate, kind_of_body
from extract.names.marks import HAN, LEVELS
from extract.names.offices.courts import COUNCILS, COURT, OWN_POSTS, court_of
from extract.names.offices.office import Office, moved
from extract.names.offices.posts import HEADS, NO_PLACE, Post, is_bare_post, post_at_end
from extract.names.offices.ranks import RANK
from extract.names.offices.second_bodies import organ_of_first, second_body, with_organ
from extract.names.people import is_person_name, names_somebody

_PREFIXES = tuple(sorted(lexicon.prefixes(), key=len, reverse=True))
_FORMER = tuple(sorted(lexicon.former(), key=len, reverse=True))
_ORGANS = tuple(sorted(lexicon.party_organs(), key=len, reverse=True))
_ORGAN_POSTS = tuple(sorted(lexicon.organ_posts(), key=len, reverse=True))
_ACADEMIC = lexicon.academic_titles()
_NO_POSTS = lexicon.descriptions() | _ACADEMIC
_LONGEST_NO_POST = max(map(len, _NO_POSTS))
_GENERIC = lexicon.generic_bodies()
SEPARATOR = re.compile(rf"[、,/;；]|(?<=[长任记席员委师理])(?:并?兼(?:任)?|及|和)(?=[{HAN}])")
OPENS_SEPARATOR, MARKS_BETWEEN = "、,/;；并兼及和", "、,/;；"
OWN_SHORT = tuple("校局院厅部委所社台馆行")  # what an organ calls itself: 局党组书记、局长
PRINTED_ALONE = frozenset({"党委", "纪委", "党总支", "党支部", "党工委", "纪工委"})
BESIDE_COMMITTEE = frozenset({"纪委", "纪工委", "监委", "人大", "政协", "武装部"})  # as printed after 县委常委、
OF_TOWN_HALL = ("镇人民政府", "乡人民政府")  # 镇长, then 人大主席
OF_HOUSES = frozenset({"人大党组", "人大常委会党组", "政协党组"})  # no part of the body printed before
OF_PLACES = frozenset({"人大常委会", "政协", "人大", "监委", "人民政府", "政府"})
OWN_PLACE = re.compile(rf"[{LEVELS}](?:委|纪委|政府|{any_of('shared', 'houses')}|[{HAN}]{{1,3}}[局部办委院])")
# 中共县水利局委员会委员、局长: the 局长 is 县水利局's
OF_LEVEL = re.compile(rf"[{LEVELS}](?:委(?!员)|(?:人民)?政府|{any_of('shared', 'houses')})|(?:工会|纪委)副?[主书]")
OFFICE = "办公室"
OF_HOUSE = frozenset({"团委", "工会", "纪委", "党委", OFFICE})  # none of a section's own
SECTIONS, WITH_OFFICE = ("处", "科", "室", "系"), ("办事处", "管理处")  # the last two are houses for all their ending
SEATS_OF_GROUPS = ("组长", "指挥长", "秘书长", "队长", "会长")  # other heads, 院长, 局长, are of no group
NO_HOUSE = {"校": ("局", "厅", "教委", "教工委", "研究院", "教研院", "教研室", "医院"), "院": ("局", "厅", "卫健委")}
STREET_OFFICE = "街道办事处"
PREFECTURE, OF_PREFECTURE = "地委", frozenset({"专员", "副专员", "常务副专员"})
OF_VILLAGE = frozenset({"村委会", "村民委员会"})
SHORT = frozenset({"镇党委", "乡党委"})
PLACES = ("镇", "乡", "街道", "苏木")
COMMITTEE_OF = re.compile(rf"(?:{any_of('shared', 'party_name')})(?P<organ>.{{3,40}})委员会$")
UNNAMED_ZONE = re.compile(
    rf"(?:[{LEVELS}]|(?:{lexicon.any_of('posts', 'unnamed_zone')})区)党工委"
)  # 开发区党工委, of no place that is told
LOCAL_COMMITTEE = re.compile(rf"(?:[{HAN}]{{0,9}})[{LEVELS}]委|[{LEVELS}镇乡](?:党委|党工委)")
BY_WHOM = re.compile("(?<![自理])由(?!自)")  # 县防汛领导小组由|县委书记任组长
# 任命石磊为县水利局|局长,县长尹青: a decision before a title · 教授 博导 党委|书记: what the person before teaches
NO_BODY = re.compile(rf"{lexicon.any_of('decisions', 'orders')}|(?:{'|'.join(map(re.escape, sorted(_ACADEMIC)))}){{2}}")
OF_PAGES = (">", "|", "长兼")  # 首页 > 领导之窗 runs into no body, nor does 初三年级长|兼总务处
# 三矿通风区|区长, 综采一区|区长: a part of a mine or a works, no district
OF_MINE = re.compile(
    rf"""
      (?:[一二三四五六七八九十\d煤铁铜金]矿|[钢电铜铝]厂).{{1,6}}区$           # 三矿通风区
    | (?:{lexicon.any_of("posts", "mine_work")})[一二三四五六七八九十\d]{{0,2}}区$|[采工]区$  # 综采一区, 柳河工区
    """,
    re.VERBOSE,
)
SELF = ("政府", "人民政府")
# 党工委、管委会办公室主任: the office of both
SHARED_OFFICE = re.compile(
    rf"""
    (?P<first>[{LEVELS}]?(?:党工委|党委)|[{LEVELS}]委)、       # 区党工委、
    [{LEVELS}]?(?:管委会|(?:人民)?政府)(?P<tail>办公[室厅]|总值班室)  # 管委会办公室
    """,
    re.VERBOSE,
)
CHARGED = re.compile(rf"(?P<body>[{HAN}]{{0,8}}政府)(?:{any_of('shared', 'in_charge')}|联系)[^,。;]{{0,24}}的$")
SINCE = re.compile(r"[自从]?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?起?担?任(?![期职])")  # 自2003年起任|校长
LIST_NUMBER = re.compile(rf"\d{{1,2}}(?=[{LEVELS}镇乡街][{HAN}])")  # 1|镇党委书记, a mark of the page
CLOSING = re.compile(r"\(([^()]*)\)$")
OF_THE_STATE = frozenset({"国务院", "中共中央", "全国人大常委会"})  # whose heads are of no other place
HONOURED = ("优秀", "全国优秀", "全省优秀", "全市优秀", "全县优秀")  # 全国优秀|县委书记 is an honour
FORMER_INSIDE = ("前", "原", "原党委", "原党组", "原党工委", "原党总支")
REMARKS = re.compile(r"(?:\([^()]*\))+$")


def offices(text: str, start: int, end: int, before: Office | None = None) -> list[Office]:
    """Every post of the title text[start:end]; an empty list if it is none, or only a former one (原…).

    `before`: an office whose body a bare post shares, where the title goes on from another clause.
    """
    if before is not None:
        return list(_read(text, start, end, before))
    return [moved(office, start) for office in _of_title(text[start:end])]


@lru_cache(maxsize=16384)
def _of_title(title: str) -> tuple[Office, ...]:
    """The offices of a title, offsets into it; titles repeat a thousand times in an issue."""
    return tuple(_read(title, 0, len(title), None))


def _is_of_another(post: Post, base: Office | None) -> bool:
    """县卫健局副局长、院长: of a house that is not named, and not of the bureau."""
    return base is not None and post.head[1:2] == "长" and base.body.endswith(NO_HOUSE.get(post.head[0], ()))


def _read(text: str, start: int, end: int, before: Office | None) -> list[Office]:
    base = before
    read: list[Office] = []
    court: Office | None = None  # 某法院 of …委员、立案庭庭长、审判员
    waiting = ""  # 党工委办公室 of 党工委、管委会办公室主任
    second: Office | None = None  # 乙局 of 甲局(乙局)党组成员、副局长
    for left, right in _segments(text, start, end):
        left, right = _trim(text, left, right)
        if left >= right:
            continue
        if text.startswith(HONOURED, left):
            continue
        if text.startswith(_FORMER, left) and not _is_name_of_place(text, left, right):
            continue
        post = post_at_end(text, left, right)
        if _is_no_post(text, left, right, post):
            continue
        if post is not None and _is_of_another(post, base):
            base = None if _is_of_another(post, before) else before
        own = court if court is not None and post is not None and post.head in OWN_POSTS else base
        here = [o for o in _offices_of(text, left, post, own) if _is_whole(o.body)] if post else []
        if post is None and (shared_office := SHARED_OFFICE.match(text, left)) and right == shared_office.end("first"):
            waiting = shared_office["first"] + shared_office["tail"]
            continue
        if post is not None and waiting:
            here = [_put_together(waiting, text[post.start : post.end], post), *_offices_of(text, left, post, None)]
            waiting = ""
        if not here and (not read or is_person_name(text[left:right])):
            return []
        if here:
            if second is not None and post is not None and left == post.start and not post.head.endswith(_ORGAN_POSTS):
                here.append(replace(second, post=here[0].post, post_start=post.start, post_end=post.end))
            read.extend(here)
            base = court if court is not None and here[0].body in COUNCILS else here[0]
            court = base if court_of(base.body) or COURT.search(base.body) else court
            second = second_body(text, left, post.body_end if post else left) or second
    return read


def _is_whole(body: str) -> bool:
    """Whether a body's name is more than a character, closes the brackets that it opens and holds no mark of a page."""
    if len(body) < 2 or body.count("(") != body.count(")") or NO_BODY.match(body):
        return False
    if any(mark in body for mark in OF_PAGES) or names_somebody(body) or body.endswith("领导"):  # 县水利局领导|班子成员
        return False
    return not ("由" in body and BY_WHOM.search(body))


def _is_no_post(text: str, left: int, right: int, post: Post | None) -> bool:
    """Whether the title ends in a description or an academic title (工程师, but not 总工程师)."""
    shortest = len(post.head) + 1 if post else 2
    return any(text[right - n : right] in _NO_POSTS for n in range(shortest, min(_LONGEST_NO_POST, right - left) + 1))


def _segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    depth, left, position = 0, start, start
    while position < end:
        char = text[position]
        depth += (char == "(") - (char == ")")
        match = SEPARATOR.match(text, position, end) if depth == 0 and char in OPENS_SEPARATOR else None
        runs_on = depth == 0 and left < position and text[position - 1] in "任记长员席"
        if runs_on and OF_LEVEL.match(text, position, end) and post_at_end(text, left, position):
            yield left, position  # 县政府办主任|县政府党组成员, without a mark between them
            left = position
        if match and (char in MARKS_BETWEEN or post_at_end(text, left, position)):  # not 城市管理|和综合执法局副局长
            yield left, position
            left = position = match.end()
            continue
        position += 1
    yield left, end


def _trim(text: str, left: int, right: int) -> tuple[int, int]:
    """Without ranks and remarks in parentheses at the end, and without 兼, 现任 at the start."""
    while (match := REMARKS.search(text, left, right)) and post_at_end(text, left, match.start()):
        right = match.start()
    if (since := SINCE.match(text, left, right)) or (since := LIST_NUMBER.match(text, left, right)):
        left = since.end()
    if text.startswith(("我", "本"), left) and text[left + 1 : left + 2] in tuple(LEVELS):
        again = text[left + 2 : left + 4]  # 我县|县委书记, but 我市|市长
        left += 2 if again[:1] == text[left + 1] and again[1:] == "委" else 1  # 我市市长, 我县教育局局长
    if text.startswith(("我校党", "我院党", "我局党"), left):
        left += 1  # 我|校党委书记
    if text.startswith("代理", left) and not is_bare_post(text, left, right):
        left += 2  # 代理|安山省人民政府省长
    moved = True
    while moved:
        moved = False
        for prefix in _PREFIXES:
            if (
                text.startswith(prefix, left)
                and right - left > len(prefix) + 1
                and not text.startswith(("兼职", "任免", "任命"), left)
            ):
                left, moved = left + len(prefix), True
                break
    return left, right


def _is_name_of_place(text: str, left: int, right: int) -> bool:
    """原平市… is a place, 原区财政局… is not."""
    return text.startswith(("原平", "原阳", "原州", "前进", "前锋", "前郭", "前海"), left)


def _offices_of(text: str, left: int, post: Post, base: Office | None) -> Iterator[Office]:
    """The offices of one segment whose body is text[left:post.body_end]; `base` is the office before it."""
    word, name = text[post.start : post.end], text[left : post.body_end]
    if post.start - left > 2 and text.endswith(FORMER_INSIDE, left, post.start):
        return  # 县一中原校长, 临江大学原党委书记, 县医院前院长
    if post.body_end > post.start and text.startswith(")", post.start - 1):  # 科技处(科研中心)|处长
        post = replace(post, body_end=post.start)
        name = text[left : post.start]
    if post.head in HEADS:
        yield from _of_head(text, left, post, base)
    elif not name:
        yield from _beside(base, word, post)
    elif name in _ORGANS or name in _GENERIC or _is_generic_with_organ(name):
        yield from _of_organ(left, name, word, post, base)
    elif is_aggregate(name) or (post.head == "成员" and not name.endswith(_ORGANS)):
        return
    elif name.endswith("自治区") and post.head == "主席":
        yield _put_together(name + "人民政府", word, post)
    elif organ := organ_of_first(name):
        yield _put_together(organ, word, post)
    elif base is not None and (whole := _with_what_is_not_said_again(base, name)):
        yield _put_together(whole, word, post)
    elif (closing := CLOSING.search(name)) and kind_of_body(closing[1]):
        yield from _of_both(text, left, left + closing.start(), post)
    elif (first := _run_on(text, left, post)) is not None:
        yield from (before := list(_offices_of(text, left, first, base)))
        yield from _beside(before[0] if before else base, word, post)
    else:
        yield Office(left, post.body_end, name, _kind(name), word, post.start, post.end)


def _of_head(text: str, left: int, post: Post, base: Office | None) -> Iterator[Office]:
    """The offices of a post that names its own body; the heads of the state are of no other place."""
    name = text[left : post.body_end]
    if name and (state := HEADS[post.head]) in OF_THE_STATE:
        if not name.endswith((state, "中央")):
            return  # the 总理 of another country
        if not name.startswith("中华人民共和国"):
            left = max(left, post.start - len(state))  # 在临江同|国务院总理
    first = _run_on(text, left, post) if name else None  # 区委常委|副区长
    yield from _offices_of(text, left, first, base) if first else ()
    yield _head_office(text, post.start if first else left, post, base)


def _of_organ(left: int, name: str, word: str, post: Post, base: Office | None) -> Iterator[Office]:
    """The office of an organ named by its kind alone: as printed beside its own house, else that of the body before it."""
    if base is None:
        printed = name == STREET_OFFICE or name in OF_VILLAGE  # in the street's own list
    elif base.kind is Kind.GROUP:
        printed = name in PRINTED_ALONE  # 学院防汛工作领导小组组长、党委书记: no organ of the group
        if not printed:
            return
    else:
        zone = UNNAMED_ZONE.fullmatch(base.body) is not None  # 区党工委委员、管委会副主任
        beside = name in BESIDE_COMMITTEE and (_is_local(base.body) or base.body.endswith(OF_TOWN_HALL))
        section = name in OF_HOUSE and base.body.endswith(SECTIONS)  # 学生处处长兼团委书记
        again = base.body == name or (name in OF_PLACES and not base.body.endswith((*LEVELS, *PLACES)))
        village = name in OF_VILLAGE and base.body.startswith("村")  # 村党支部书记、村委会主任
        of_party = base.body.endswith("政治局")  # 中央政治局委员、书记处书记
        printed = village or zone or beside or section or again or of_party or name in OF_HOUSES or name in COUNCILS
    if printed or (name.endswith("组") and post.head == "组长"):  # 局党组成员、纪检组长: the later name as printed
        yield Office(left, post.body_end, name, _kind(name), word, post.start, post.end)
    elif base is not None and (name not in _ORGANS or word.endswith(_ORGAN_POSTS)):
        yield _put_together(with_organ(_shared(base, "")[2], name), word, post)


def _of_both(text: str, left: int, bracket: int, post: Post) -> Iterator[Office]:
    """The offices of a body and of the one in the parentheses that close its name: 县档案馆(县志中心)副馆长."""
    outer, inner = text[left:bracket], text[bracket + 1 : post.body_end - 1]
    yield Office(left, bracket, outer, _kind(outer), text[post.start : post.end], post.start, post.end)
    start, end = _own_post(text, post)
    yield Office(bracket + 1, post.body_end - 1, inner, _kind(inner), text[start:end], start, end)


def _run_on(text: str, left: int, post: Post) -> Post | None:
    """党委书记 before 董事长, 局长, where layout stood between two posts of one title: 党委书记　董事长."""
    bare = post.body_end == post.start or text.endswith(_ORGAN_POSTS, left, post.start)
    first = post_at_end(text, left, post.start) if bare else None
    return first if first and (first.head == "常委" or kind_of_body(text[left : post.start]) is None) else None


def _own_post(text: str, post: Post) -> tuple[int, int]:
    """The post in a body that stands in parentheses: its own where one is printed so too, 县档案馆(县志中心)副馆长(副主任)."""
    beside = RANK.match(text, post.end)
    return beside.span(1) if beside and is_bare_post(text, *beside.span(1)) else (post.start, post.end)


def _beside(base: Office | None, word: str, post: Post) -> Iterator[Office]:
    """The office of a bare post: of the body before it; 校党委副书记、副校长 names 学校, 党委副书记、副校长 no school."""
    if base is None or (base.kind is Kind.GROUP and post.head[-1] == "长" and post.head not in SEATS_OF_GROUPS):
        return
    own = base.body[:1] in OWN_SHORT and base.body[1:] in _ORGANS
    if (own or base.body in PRINTED_ALONE) and not word.endswith(_ORGAN_POSTS):
        if own and base.body[0] == "校":
            yield _put_together("学校", word, post)
        return
    if base.body.endswith(PREFECTURE) and word in OF_PREFECTURE:
        yield _put_together("行署", word, post)  # 地委委员、副专员
        return
    start, end, shared = _shared(base, post.head)
    if shared.endswith("自治区") and post.head == "主席":
        yield _put_together(shared + "人民政府", word, post)
        return
    yield Office(start, end, shared, _kind(shared), word, post.start, post.end)


def _is_local(body: str) -> bool:
    """县委, 镇党委 and what stands beside it: whose later organs are printed as they are, 县委常委、纪委书记、监委主任."""
    return body in BESIDE_COMMITTEE or LOCAL_COMMITTEE.fullmatch(body) is not None


def _is_generic_with_organ(name: str) -> bool:
    """办公室党组, 机关党委: a party organ of a body that is not named again."""
    return any(name.endswith(organ) and name[: -len(organ)] in _GENERIC for organ in _ORGANS)


def _with_what_is_not_said_again(base: Office, name: str) -> str | None:
    """李集街道武装部 of 武装部 after 李集街道党工委; None for a name of its own."""
    if OWN_PLACE.search(name, 1) or (name.startswith("管委会") and base.body[0] in LEVELS):
        return None  # 高新区管委会副主任、河东区委常委 · 区党工委委员、管委会办公室主任
    if base.kind is Kind.STREET and len(name) <= 6 and name[0] not in LEVELS and kind_of_body(name) is Kind.DEPARTMENT:
        short = base.body.endswith(("镇委", "乡委"))  # 凤凰镇委委员、武装部部长
        whose = base.body[:-1] if short else base.body[0] if base.body in SHORT else _shared(base, "")[2]
        again = next((word for word in PLACES if name.startswith(word)), "")
        if again and (not whose.endswith(again) or whose == again):
            return None  # 镇党委书记、镇人大主席
        return whose + name.removeprefix(again)
    return None


def _put_together(name: str, word: str, post: Post) -> Office:
    return Office(None, None, name, _kind(name), word, post.start, post.end)


def _head_office(text: str, left: int, post: Post, base: Office | None) -> Office:
    """区长 → 区人民政府; 区政府区长 → 区政府; 新洲区区长 → 新洲区人民政府; 凤凰镇党委书记、镇长 → 凤凰镇人民政府."""
    word, implied = text[post.start : post.end], HEADS[post.head]
    if charged := CHARGED.match(text, left, post.start):  # 县政府分管民政工作的副县长
        return Office(left, charged.end("body"), charged["body"], _kind(charged["body"]), word, post.start, post.end)
    name = NO_PLACE.sub("", text[left : min(post.start, post.body_end)].rpartition("的")[2])
    level = implied[0]
    if name in SELF:
        return Office(left, left + len(name), name, _kind(name), word, post.start, post.end)  # 任命丁某为政府副县长
    part = name if name.endswith(level) else name + level
    if level == "区" and OF_MINE.search(part):
        return Office(left, left + len(part), part, Kind.DEPARTMENT, word, post.start, post.end)
    if name and level in "镇乡" and name.endswith(level):
        return _put_together(name + implied[1:], word, post)
    if name and kind_of_body(name) is not None and (level in "镇乡苏" or not name.endswith(tuple(LEVELS))):
        return Office(left, left + len(name), name, _kind(name), word, post.start, post.end)
    if name:
        return _put_together((name if name.endswith(level) else name + level) + implied[1:], word, post)
    shared = None if base is None else _shared(base, "")
    # a title alone beside a 党组 names its own body
    whole = shared is not None and base is not None and shared[2] == base.body
    if shared and whole and shared[2].endswith((implied, level + "政府")) and len(shared[2]) > len(implied):
        return Office(*shared, _kind(shared[2]), word, post.start, post.end)  # 蒲江县人民政府副县长、代理县长
    if shared and level in "镇乡" and shared[2].endswith(level) and len(shared[2]) > 1:
        return _put_together(shared[2] + implied[1:], word, post)
    return _put_together(implied, word, post)


def _kind(name: str) -> Kind:
    return kind_of_body(name) or Kind.DEPARTMENT


def _shared(base: Office, post: str) -> tuple[int | None, int | None, str]:
    """The body that a bare post shares: 区科经局 of 区科经局党组, 潘塘街 of 潘塘街党工委; the organ itself for 委员, 常委."""
    court = court_of(base.body)
    if court and (not post or post.endswith(OWN_POSTS)):
        return base.body_start, None if base.body_start is None else base.body_start + len(court), court
    if not post.endswith(_ORGAN_POSTS):
        if (inner := COMMITTEE_OF.match(base.body)) and not JURISDICTION.fullmatch(inner["organ"]):
            start = None if base.body_start is None else base.body_start + inner.start("organ")
            return start, None if start is None else start + len(inner["organ"]), inner["organ"]
        for organ in _ORGANS:
            rest = base.body[: -len(organ)]
            if base.body.endswith(organ) and len(rest) > 1 and not (organ == "纪委" and JURISDICTION.match(rest)):
                end = None if base.body_end is None else base.body_end - len(organ)
                return base.body_start, end, rest
            if rest in tuple(LEVELS) and base.body.endswith(organ):
                break  # 区党工委 is no 工委 of 区党
    return base.body_start, base.body_end, base.body
