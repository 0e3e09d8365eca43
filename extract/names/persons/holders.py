"""Persons named with a title in running text: 区委书记赵利洪, 丁力区长, 秦岭(县委副书记、县长).

In:  cleaned text and a span of it. Out: Holder: where each name stands, and the offices of the title beside it.

A title ends where a post's word ends and a name begins; it begins after the last mark or word that no title holds, after the
person named before it at the latest. A name ends where a mark or a known word follows it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.facts import Kind
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import SECOND_FIELDS, kind_of_body
from extract.names.marks import DIGITS, HAN, LEVELS
from extract.names.offices.office import Office
from extract.names.offices.posts import MAY_POST, POSTS, post_at_end, runs_into_word
from extract.names.offices.titles import PRINTED_ALONE, SELF, offices
from extract.names.people import DOTTED, is_person_name, is_street
from extract.names.persons.after_title import SAYS_POST, SURNAMES, attributed, names_after
from extract.names.persons.former import is_former
from extract.names.persons.houses import asking, of_house
from extract.names.persons.organs import of_own_organ, printed_organs
from extract.names.persons.places import of_place


@dataclass(frozen=True, slots=True)
class Holder:
    """A person named with a title in running text: 区委书记赵利洪, 赵利洪书记."""

    name_start: int
    name_end: int
    offices: tuple[Office, ...]


_ENDS = "".join(sorted({word[-1] for word in POSTS}))
AFTER_POST = re.compile(
    rf"[{_ENDS}](?=[{SURNAMES}]|[{HAN}]{{1,8}}[·•・‧]|[{HAN}]{{2,3}}、[{SURNAMES}])"
)  # ends where a name may begin
EDGE = re.compile(
    rf"""
      [,，。;；:：!！?？\s“”"'《》<>〈〉◆●■★▲•|\[\]—…]|[(][{DIGITS}十\d]{{1,3}}[)]|\d+[.、年月日]  # ,
    | (?<=[{DIGITS}十])、|{any_of("persons", "edge")}|邀请到?|受(?=[{LEVELS}])|代表(?!选举)(?!工作委)(?!资格审)|听取了?|选举(?:产生了?)?(?!委)(?!工作委)|分别[是为]|(?:落实|贯彻)(?=[省市区县州国中])|(?<=日)[电讯]|(?<=报)讯(?!息)|[由在对向请为的]  # 、
    | 与(?![{HAN}]{{2,16}}(?:{any_of("groups", "ending")})(?:常务)?副?(?:组长|总?指挥))  # 石磊|与, not 道路改造|与岸线治理工作指挥部指挥长
      (?!(?:{SECOND_FIELDS})(?:委员会|[部委局厅处科股]))  # nor 人力资源|与社会保障局
    | 了(?!解)|(?<=[议上同会下])(?=[{LEVELS}])|[和及跟以](?=[{LEVELS}副常])|随[着著]|(?<!呼)[和与](?=[{HAN}]{{2,3}}[省市州县旗](?![长委]))  # 了
    """,
    re.VERBOSE,
)
BRACKETED = re.compile(rf"\([^()\n]{{1,60}}[{_ENDS}]")  # a post may stand in these brackets
TITLE_REACH = 40  # characters of a post with its body
MOST_POSTS = 12  # of one title
LIST_MARK = re.compile("、")
# what stands before a title and is no part of it: 慰问的有|省计委主任, 到我委|规划处处长, 仅次于|常务副省长
LEAD = re.compile(
    rf"""(?:{any_of("persons", "leads_in")}|昨[日天]|今[日天]
      | 该(?=[省市县区州旗镇乡校院])|新一[任届]|本届|新任(?=[党纪])
      | [{HAN}]{{2,14}}[建设工计理承办]单位(?:代表)?(?=[{HAN}]{{3}})
      | (?:{any_of("persons", "gathering")})由|会议(?=[首还又就])|就(?!业)(?=[{HAN}]{{0,6}}[{LEVELS}])
      | 领导(?=党)|驻[{HAN}]{{1,2}}部队(?:领导|首长)(?=[{HAN}\d]{{3}})|责令|确定(?=[{HAN}]{{0,6}}[{LEVELS}])|(?:如果?(?![皋东果何期下])|除)(?=[{HAN}]{{0,8}}[{LEVELS}])|决定(?=[{HAN}]{{2,6}}[{LEVELS}])|仅次于|以及|及(?!第)|其中|还有|有(?![色限机线])|到?(?:我|本|该)[委局厅部院校会办])""",
    re.VERBOSE,
)
# a clause that is a title alone, before another title of the same person: 平山县委常委,|县人武部政委赵某
CLAUSE_BEFORE = re.compile(r"(?:^|(?<=[,。;:的]))(?P<title>[^,。;:\s的]{3,30}),$")
IN_CHARGE = re.compile(
    rf"""(?:(?P<body>[{HAN}]{{2,16}}?[部委局办厅会院])(?:{any_of("shared", "in_charge")})[{HAN}、]{{0,12}}?(?:工作)?
      |主持(?P<led>[{HAN}]{{2,16}}?)(?:全面|日常)?工作)的$""",
    re.VERBOSE,
)
SAYS_WHO = "据由与和向对跟随请"
HOUSE_POST = re.compile(rf"(?:常务)?副?[校院场]长(?=[^{HAN}]|{any_of('persons', 'house_acts')}|[在作致讲对就调])")
JOINED = re.compile(rf"(?P<name>[{HAN}]{{2,3}})[和与及]")
# words of a sentence, or a post of another: no body's name goes over them (石磊任|县人大常委会)
NO_BODY = re.compile(
    rf"""{any_of("persons", "no_body")}|[院局处校]长(?!办)|主任(?!办)|书记(?!处|办)  # 宣布
    | ^[{HAN}]{{2,4}}任(?=[{HAN}]{{3}})                                           # 石磊任县人大
    """,
    re.VERBOSE,
)
BARE_RANK = re.compile(rf"[{HAN}]{{0,3}}(?:{any_of('persons', 'bare_rank')})")
OF_COMMITTEE = re.compile(
    rf"(?:{any_of('persons', 'of_committee')})委员$"
)  # of a party committee, and of no body named before
SENTENCE_END = re.compile(r"[。!?\n]")
STATE, OF_STATE = "中华人民共和国", ("主席", "副主席")  # who appoints its ambassadors
COMES = "来"  # a family name, and 习总书记来安考察
NO_OFFICE = "国家"  # 国家主席 counts as nobody's post, 中共中央总书记 beside it does
JOINT = ("和", "与", "及")
MARKS_BEFORE = ("、", ",", "和", "及", ";")
SECRETARIES, DEPUTIES = frozenset({"秘书长", "副秘书长"}), frozenset({"副主任", "副主席"})
WITH_SECRETARIES = ("人大常委会", "人民代表大会常务委员会", "政协")


def holders(text: str, start: int, end: int, houses: Sequence[Office] = ()) -> list[Holder]:
    """Each person that text[start:end] names with a title: before the name (区长X、Y) or after it (X区长).

    `houses`: whose a bare 校长, 院长 is, as the text calls the house itself (学校, 我院).
    """
    if not may_hold(text, start, end):
        return []
    held = list(_before_names(text, start, end, houses))
    taken = {holder.name_start for holder in held}
    behind = [
        *_after_names(text, start, end),
        *_between(text, start, end),
        *(_behind_names(text, start, end, houses) if houses else ()),
        *_in_parentheses(text, start, end),
    ]
    held += [holder for holder in behind if holder.name_start not in taken]
    titled = {_begins(holder): (holder.name_start, holder.name_end) for holder in held}
    held += [Holder(*name, posts) for name, posts in attributed(text, start, end, titled)]
    named = (holder for holder in held if not is_street(text, holder.name_end))
    return sorted(named, key=lambda holder: holder.name_start)


def _begins(holder: Holder) -> int:
    """Where the title of a person begins."""
    office = holder.offices[0]
    return office.post_start if office.body_start is None else office.body_start


def may_hold(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] can name a person with a title at all, at a cheap look: one of the forms begins in it."""
    return (
        AFTER_POST.search(text, start, end) is not None
        or HEAD.search(text, start, end) is not None
        or POST_BEHIND.search(text, start, end) is not None
        or SAYS_POST.search(text, start, end) is not None
        or (text.find("(", start, end) >= 0 and BRACKETED.search(text, start, end) is not None)
    )


def _before_names(text: str, start: int, end: int, houses: Sequence[Office] = ()) -> Iterator[Holder]:
    done = start
    last: Holder | None = None
    asked = asking(text, start, end)
    for cue in AFTER_POST.finditer(text, start, end):
        position = cue.end()
        last = _later(last, asked, position)
        if position < done or runs_into_word(text, position):
            continue
        if post_at_end(text, max(start, position - TITLE_REACH), position) is None or _goes_on(text, position):
            continue
        title = _title_start(text, max(start, done), position)
        if is_former(text, title, position):
            continue  # 安山县原县委书记丁某
        title = _behind_person(text, title, position)
        if last is not None and title == last.name_end and text.startswith(JOINT, title):
            title += 1  # 县委书记丁某|和|白石县委书记石某
        held = tuple(offices(text, title, position)) if title < position else ()
        if printed := tuple(printed_organs(text, title, position)):
            held = (*printed, *(held or offices(text, min(position, printed[-1].post_end + 1), position)))
        held = tuple(office for office in of_place(text, held, position) if office.body != NO_OFFICE)
        if held and held[0].body_start is not None and (more := _clause_before(text, max(start, done), title)):
            held = (*more, *held)
        beside = last is not None and title == last.name_end + 1 and text[title - 1] in "、,和"
        if not held and last and beside and not _is_of_other(text, title, position):
            held = tuple(offices(text, title, position, last.offices[0]))  # 区法院院长甲、副院长乙
        if not held and last and _is_deputy_of(text, last, title, position):
            held = tuple(offices(text, title, position, last.offices[-1]))
        if houses and all(office.body in PRINTED_ALONE or office.kind is Kind.GROUP for office in held):
            held = (*held, *of_house(text, max(title, text.rfind("、", title, position) + 1), position, houses))
        if not held:
            held = _in_charge(text, title, position) or _last_of_list(text, title, position)
        if not held or any(not (_is_plain_body(office) or of_own_organ(office, held[0])) for office in held):
            continue
        for name, stop in _named(text, position, end, held[-1].post_start):
            last = Holder(name, stop, held)
            yield last
            done = stop


def _named(text: str, position: int, end: int, post: int) -> Iterator[tuple[int, int]]:
    """The names after a title; none in 石磊书记|来安考察, where who bears it stands before."""
    for name, stop in names_after(text, position, end):
        if text[name] == COMES and any(is_person_name(text[max(0, post - n) : post]) for n in (2, 3)):
            return
        yield name, stop


def _is_of_other(text: str, title: int, position: int) -> bool:
    """Whether a bare post is of another body than the one before: 组织委员; a rank alone and a comma, 检察长甲,二级巡视员乙."""
    ranked = text[title - 1] == "," and BARE_RANK.fullmatch(text, title, position) is not None
    return ranked or OF_COMMITTEE.search(text, title, position) is not None


def _is_before_longer_title(text: str, position: int) -> bool:
    """市人大常委|会副主任合让·沙某: what would begin a name in parts goes on with a title that ends later."""
    dotted = DOTTED.match(text, position)
    later = (cue.end() for cue in AFTER_POST.finditer(text, position, dotted.end())) if dotted else ()
    return any(post_at_end(text, position, end) is not None for end in later)


def _later(last: Holder | None, asked: list[tuple[int, Office]], position: int) -> Holder | None:
    """Whoever is named last before `position`, or the head whom nobody names and who has asked others since."""
    while asked and asked[0][0] < position:
        end, office = asked.pop(0)
        last = Holder(end, end, (office,))
    return last


def _behind_person(text: str, title: int, position: int) -> int:
    """苗某和|武汉市委书记: a person named without a title before the title of another."""
    if text.endswith("同志", 0, title) and text[title] == "代" and text[title + 1] in LEVELS:
        return title + 1  # 丁某同志代|市长石某作报告: in his name
    joined = JOINED.match(text, title, position)
    return joined.end() if joined and is_person_name(joined["name"]) else title


def _in_charge(text: str, title: int, position: int) -> tuple[Office, ...]:
    """市委组织部分管日常工作的|副部长, 主持县委全面工作的|副书记: the body whose work the person runs."""
    told = IN_CHARGE.search(text, max(0, title - TITLE_REACH), title)
    if told is None:
        return ()
    left, right = told.span("body") if told["body"] else told.span("led")
    while (lead := LEAD.match(text, left, right)) and lead.end() < right - 1:
        left = lead.end()
    left += text[left] in SAYS_WHO and text[left + 1] in LEVELS  # 据|县教育局负责安全工作的副局长丁力介绍
    kind = kind_of_body(text[left:right])
    if kind is None:
        return ()
    return tuple(offices(text, title, position, Office(left, right, text[left:right], kind, "", left, left)))


def _behind_names(text: str, start: int, end: int, houses: Sequence[Office]) -> Iterator[Holder]:
    """会议由丁某副院长主持 where the text says 我院."""
    for match in HOUSE_POST.finditer(text, start, end):
        held = of_house(text, *match.span(), houses)
        for length in (3, 2) if held else ():
            name = match.start() - length
            if (
                name >= start
                and is_person_name(text[name : match.start()])
                and BEFORE_NAME.search(text, max(0, name - 2), name)
            ):
                yield Holder(name, match.start(), held)
                break


def _last_of_list(text: str, title: int, position: int) -> tuple[Office, ...]:
    """“大工委”书记、街道党工委书记丁某: of a title whose first part tells no body, the parts that do."""
    marks = (mark.start() for mark in LIST_MARK.finditer(text, title, position))
    return next((held for mark in marks if (held := tuple(offices(text, mark + 1, position)))), ())


def _is_deputy_of(text: str, head: Holder, title: int, position: int) -> bool:
    """市人大常委会主任甲主持会议,副主任乙、丙,秘书长丁出席: a bare deputy after the head of one sentence is the head's."""
    if SENTENCE_END.search(text, head.name_end, title) or text[title - 1 : title] not in MARKS_BEFORE:
        return False
    post, office = text[title:position], head.offices[-1]
    of_organ = post in SECRETARIES and office.body.endswith(WITH_SECRETARIES)
    own = post.removeprefix("常务").removeprefix("副") == office.post.removeprefix("副")
    beside = office.post in SECRETARIES and office.body.endswith(WITH_SECRETARIES) and post in DEPUTIES
    return of_organ or beside or (own and post.startswith(("副", "常务副")))


def _clause_before(text: str, start: int, title: int) -> tuple[Office, ...]:
    """The offices of a clause before a title that is itself a title and names nobody."""
    match = (
        CLAUSE_BEFORE.search(text, max(start, title - TITLE_REACH), title) if text[title - 1 : title] == "," else None
    )
    if match is None:
        return ()
    left, right = match.span("title")
    if lead := LEAD.match(text, left, right):
        left = lead.end()
    held = tuple(offices(text, left, right))
    whole = held and held[-1].post_end == right and all(_is_plain_body(office) for office in held)
    return held if whole else ()


HEAD = re.compile(
    rf"""
    (?:[{LEVELS}镇乡总](?:(?<!总)长|(?<=总)(?:书记|理))|委员长)  # 省长, 总书记, 总理
    (?:(?![{HAN}])|(?={any_of("persons", "head_acts")}|率|在|到|就|作))  # 县长调研
    """,
    re.VERBOSE,
)
BEFORE_HEAD = re.compile(r"(?:常务副|副|代)$")
BEFORE_NAME = re.compile(rf"(?:[^{HAN}]|[由与和经受]|\d日|^)$")


def _after_names(text: str, start: int, end: int) -> Iterator[Holder]:
    """刘润长区长主持 · 程用文市长, only where the title names its own body."""
    for match in HEAD.finditer(text, start, end):
        modifier = BEFORE_HEAD.search(text, max(start, match.start() - 3), match.start())
        title = modifier.start() if modifier else match.start()
        if match[0].startswith("总") and not (
            text.startswith(("委托", "、"), match.end()) and "受" in text[max(start, title - 12) : title]
        ):
            continue  # a speech of the 总书记 is cited in every text; only 受X总书记委托 speaks of the person
        for name in range(title - 2, max(start - 1, title - 10), -1):
            if text.endswith("当选", name, title):
                break  # 石磊当选|副县长
            if text[title - 1] in ("为", "任") and is_person_name(text[name : title - 1]):
                break  # 选举林某为副市长, 林某任副市长: what somebody becomes, not what he is called
            if is_person_name(text[name:title]) and BEFORE_NAME.search(text, max(0, name - 2), name):
                if held := tuple(offices(text, title, match.end())):
                    yield Holder(name, title, held)
                break


# 市医管局组织人事处|张某|处长: a name between a body and the post there
_POST = "|".join([*(f"{organ}长" for organ in "处科局院校部厅所股行"), "主任", "书记", "总经理", "董事长"])
POST_BEHIND = re.compile(
    rf"""(?:副(?:{_POST})|{_POST})
    (?=[^{HAN}]|{any_of("persons", "house_acts")}|一行|在|作
      |汇报|陪同|到|就|率|传达|为|对|讲)""",
    re.VERBOSE,
)
BETWEEN_REACH = 30


def _between(text: str, start: int, end: int) -> Iterator[Holder]:
    """市医管局组织人事处张某处长: the post of the body before the name."""
    for match in POST_BEHIND.finditer(text, start, end):
        for length in (3, 2):
            name = match.start() - length
            if name <= start or not is_person_name(text[name : match.start()]):
                continue
            body = _title_start(text, max(start, name - BETWEEN_REACH), name)
            if kind_of_body(text[name : match.start()]) or kind_of_body(text[body : match.start()]):
                continue  # 区委党校校长, 开发区管委会主任: an organ and no name
            held = offices(text[body:name] + match[0], 0, name - body + len(match[0]))
            if (
                len(held) == 1
                and held[0].body_start == 0
                and held[0].body_end == name - body
                and _is_plain_body(held[0])
            ):
                office = held[0]
                yield Holder(
                    name,
                    match.start(),
                    (Office(body, name, office.body, office.kind, office.post, match.start(), match.end()),),
                )
                break


OPENS_NAME = "对由向与请将给"
MAY_HOLD = MAY_POST | sign_of(HEAD, POST_BEHIND)  # what stands before a name and in brackets ends with a post
IN_PARENTHESES = re.compile(
    rf"""(?:^|(?<=[^{HAN}])|(?<=的))(?P<name>[{HAN}·]{{2,12}})           # 家中的丁某
    \((?:现任|现为)?(?P<title>[^()\n]{{2,40}})\)                         # (现任县教育局局长)""",
    re.VERBOSE,
)


def _in_parentheses(text: str, start: int, end: int) -> Iterator[Holder]:
    """出席:秦岭(县委副书记、县长)、丁香(副县长)."""
    for match in IN_PARENTHESES.finditer(text, start, end) if BRACKETED.search(text, start, end) else ():
        start, stop = match.span("name")
        if not is_person_name(match["name"]):  # 决定对|石磊(县水利局局长)
            cuts = [stop - n for n in (4, 3, 2) if stop - n > start and text[stop - n - 1] in OPENS_NAME]
            start = next((cut for cut in cuts if is_person_name(text[cut:stop])), stop)
        held = tuple(offices(text, *match.span("title"))) if start < stop else ()
        if held:
            yield Holder(start, stop, held)


def _goes_on(text: str, position: int) -> bool:
    """Whether the word before `position` is only the beginning of a longer post: 总工 of 总工程师."""
    for length in range(2, 8):
        for back in range(1, length):
            word = text[position - back : position - back + length]
            if len(word) == length and word in POSTS and back < length:
                return True
    return _is_before_longer_title(text, position)


def _title_start(text: str, start: int, position: int) -> int:
    """Where the title that ends at `position` begins: after the last mark or word that no title holds."""
    left, whole = _reach(text, start, position)
    kept = max(left, text.rfind("、", left, position) + 1)
    for _ in range(MOST_POSTS if kept > left else 0):
        if not whole and text.find("、", left, kept - 1) < 0:  # the reach ends inside a post
            left, whole = _reach(text, start, kept - 1)
        before = max(left, text.rfind("、", left, kept - 1) + 1)
        if before >= kept - 1 or post_at_end(text, before, kept - 1) is None:
            break
        kept = before
    while (lead := LEAD.match(text, kept, position)) and lead.end() < position - 1:
        kept = lead.end()
    return kept


def _reach(text: str, start: int, position: int) -> tuple[int, bool]:
    """How far back a post before `position` may begin, and whether a mark, a word or the start says so."""
    left = max(start, position - TITLE_REACH)
    ends = [left, *(edge.end() for edge in EDGE.finditer(text, left, position))]
    return ends[-1], len(ends) > 1 or left == start


def _is_plain_body(office: Office) -> bool:
    if office.body_start is None or office.body in SELF or (office.body == STATE and office.post in OF_STATE):
        return True
    return kind_of_body(office.body) is not None and NO_BODY.search(office.body) is None
