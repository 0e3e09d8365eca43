"""What a verb of a division of work governs: fields of work (topics), and units with the bodies in their parentheses.

In:  cleaned text after 负责, 分管, 联系 …: 司法、信访稳定、旧城改造工作和示范区创建工作 · 区司法局(公证处)、卫健局
Out: Field(kind topic, 司法) … · Field(kind department, 区司法局), Field(公证处), Field(卫健局)

和 divides only before the last item and never inside a field's own name (水务和湖泊管理).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.clean import parts_between
from extract.facts import Kind
from extract.lexicon import any_of, words_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import HAN, LEVELS
from extract.names.units import unit_list

JOINT_FIELDS = words_of("divisions", "joint_field")
UNIT_WORDS = words_of("divisions", "unit_word")
FIELDS = frozenset(words_of("duties", "field"))
NO_UNITS = frozenset(words_of("divisions", "field"))
FIELD_ZONES = words_of("divisions", "field_zone")
ZONE_OF_ITS_OWN = re.compile(rf"[{HAN}]{{2,12}}(?:{any_of('portfolios', 'street_or_zone')}|镇|乡)$")
# 主持区政府及区政府党组全面工作 is one field
OVERALL_WORK = re.compile(r"^[^,;。]{1,40}?(?P<all>全面)(?:工作)?$")
OF_BOTH = re.compile(r"(?P<all>[^,;。、]{2,40}?[和及与][^,;。、]{2,40}?)工作")  # 全面主持|县一中党委和行政|工作
# 统战(包括民族宗教)工作: the explanation is dropped, the field goes on
EXPLAINED = re.compile(r"\((?:含|包括|不含|包含)[^()]*\)(?=工作|等|$)")
KIND_OF_FIRMS = re.compile(r"^(?!各|有关|相关|其他|所有).{2,6}(?:企业|组织|机构)$")  # 乡镇企业 is a field of work
SCHOOL_OF = re.compile(r"附[中小幼属]")
# 等群众团体和部队(武警部队): what stands after names of bodies is a kind of bodies
AND_OTHERS = re.compile(rf"等[^、,;。()]{{0,12}}(?:{any_of('divisions', 'and_others')})[^、,;。]*$")
# 等部门(单位)、行业(领域)安全生产工作: the list closes with a duty that holds for each of its fields
DUTY = re.compile(
    rf"""
    (?:
        等(?:{any_of("establishment", "work_noun")})?等?(?:方面|(?:(?:{any_of("portfolios", "reach")})(?:\([^()]{{2,6}}\))?[、和及]?)+)  # 等工作等方面
      | (?:部门|行业领域|行业(?!协会)|领域|系统)(?:\([^()]{{2,6}}\))?  # 部门(某某)
    )
    的?(?P<duty>[{HAN}]{{2,16}}?)工作?$  # 的某某工作
    """,
    re.VERBOSE,
)
JOINING = re.compile(r"(?:此外|另外)?(?:以及|还有|还包括)")  # 以及水库建设: what joins a further item is no part of it
# 编制、监察、效能等行政管理服务工作: what the list as a whole is, not 高等教育, 等级保护
KIND_OF_LIST = re.compile(rf"(?<=[{HAN}]{{2}})(?<![高中平初同对特])等(?![级保外])[{HAN}]{{2,12}}$")
SECTION = re.compile(rf"[{HAN}]{{2,12}}(?<![社外内学专本文理医全中妇儿])[科股]$|[{HAN}]{{2,12}}(?<![办事])处$")
CLOSING = re.compile(
    rf"(?:等)?(?:(?<!统一)(?:{any_of('divisions', 'range')}))?的?(?:各项|相关|有关|具体)?(?:{any_of('divisions', 'work')})?$"
)
WORK = re.compile(r"(?:等|等方面|等领域|方面|领域)?的?(?:各项|相关|有关|具体)?工作(?=$|\()")
DAILY = re.compile(rf"的?(?:{any_of('portfolios', 'how_daily')})?工作?$")
HOW_HELD = frozenset(words_of("divisions", "after_gap", "how_held"))  # 县审计局(协助): no body
EXPLAINS = re.compile(rf"^(?:含|除|由|按|原|兼|{any_of('portfolios', 'explains')})")
NOT_A_FIELD = re.compile(
    rf"""
      ^行业协会$|^兼任?[^、]{{4,}}(?:[长记]|{any_of("portfolios", "seat_in_title")})$|交办|^其[他它余]|^(?:{any_of("divisions", "no_field")})|^(?:有关|相关)工作$|^由|^受.*委托  # 行业协会
    | ^在.*期间|(?:{any_of("divisions", "absent")}).{{0,6}}(?:时|期间)$|^根据|^按照|^并可|AB角|互为|A角|B角  # 在…期间
    | ^(?:该|并|即|同时|此外|另外)$|副?[{LEVELS}]长$|^同志  # 该
    | ^包[{HAN}]{{1,6}}(?:村|社区|网格)$  # 包|石桥村
    """,
    re.VERBOSE,
)
# 有利于统筹发展 · 体现服务和保障民生: a remark on the division, whole
REMARKS_ON = re.compile(
    rf"^(?:[也更还均]?)(?:{any_of('divisions', 'remark')}|将|(?:{any_of('portfolios', 'whose_division')})?(?:{any_of('portfolios', 'divided')})(?:更|进一步))"
)
SHORT_NAME = 4  # 关工委, 县安委会
LIKELY_UNIT = re.compile(rf"^[{LEVELS}][{HAN}]{{2,}}$|[会校段社馆场厂园台]$|[{HAN}]{{2}}组$|[一二三四五六七八九]年级$")
LOCAL_KIND = re.compile(rf"^[{HAN}]{{2,5}}(?:地区|辖区内?|境内|[市县区])(?:的)?(?P<kind>[{HAN}]{{2,6}})$")
PLACE_KIND = re.compile(any_of("divisions", "place_kind"))
PLACE_NAME = re.compile(rf"[{HAN}]{{2}}[里湖河山口店铺岭坪坝沟湾塘桥墩洲港堡滩圩寨溪浦坡关屯庄岗嘴咀头林]?")
SHARED_TAIL = re.compile(rf"^[{HAN}]{{2,3}}(?P<tail>(?:{any_of('divisions', 'shared_tail')})[{HAN}]{{2,12}})$")
SCHOOL = re.compile(rf"[{LEVELS}]?[^各有相属直辖小等、]{{2,10}}学校")
# 各类考务, 各类教研活动: kinds of work, and no set of bodies
KINDS_OF_WORK = re.compile(rf"各[类种][{HAN}]{{0,8}}(?:{any_of('divisions', 'kinds_of_work')})")
ITS_WORK = re.compile(rf"的?(?:重点|主要|中心)?(?:{any_of('divisions', 'items')})(?:任务)?(?:\([^()]{{1,12}}\))?:?$")
MEETINGS = words_of("divisions", "meeting")
MEETING_ENDS = re.compile(r"[,;。]|并[发作讲就对宣致为传通提强指]|时[强指说要]")  # 座谈会|并发表讲话强调
AND = re.compile(r"以及|和|及|与")
# 规划和测绘地理,邮政,水务,邮政等工作: a list that commas divide
BY_COMMAS = re.compile(rf"[{HAN}]{{2,10}}(?:,[{HAN}]{{2,10}}){{2,20}}")
# 城乡建设和管理: what is done besides with the thing just named, no field of its own
DONE_BESIDES = re.compile(
    rf"""
    (?:{any_of("divisions", "besides")}  # 城乡建设和管理
      |(?<=合作[和与])交流|(?<=交流[和与])合作)                                    # 国际合作与交流
    (?:等)?(?:方面)?的?(?:工作)?$""",
    re.VERBOSE,
)
# 学科与专业建设: two things that one word closes, neither a field by itself
BOTH_BUILT = re.compile(rf"(?:^|、)[{HAN}]{{2}}与[{HAN}]{{2}}建设(?:等)?(?:方面)?的?(?:工作)?$")
EVERY_WORK = re.compile(r"工作(?:和|以及|及|与)")
# 分管德育、协助做好招生以及就业: whom or what somebody helps with is no field of the verb before
HELPS_WITH = "协助"
LOOKED_AFTER_ORGAN = re.compile(r"[局委办院校学联]$|中心$|年级组?$")  # 包联|县水利局
# 全面主持|学校工作: the house itself
OWN_HOUSE = re.compile(rf"(?P<house>{any_of('divisions', 'own_house')})的?工作(?=[,;]|$)")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a verb governs; cleaned offsets; `name` only where it is put together; `duty` where the list closes with one."""

    start: int
    end: int
    kind: Kind
    name: str | None = None
    duty: str | None = None


def fields_of(text: str, start: int, end: int, verb: str, wording: str) -> Iterator[Field]:
    """The units and topics of text[start:end] after a verb that leads; `wording` is the notice's text."""
    end = _trimmed(text, start, end)
    if BY_COMMAS.fullmatch(text, start, end):
        text = text[:start] + text[start:end].replace(",", "、") + text[end:]
    if ITS_WORK.match(text, start, end):
        return  # 副县长石磊牵头负责的工作(3项): a heading over items
    if verb.endswith("主持") and _is_meeting(text, start, end):
        return  # 县长石磊主持闭幕会: what somebody did on a day
    whole = OF_BOTH if verb == "全面主持" else OVERALL_WORK
    if verb.endswith("主持") and (overall := whole.match(text[start:end])):
        yield Field(start, start + overall.end("all"), Kind.TOPIC)
        return
    if verb.endswith(("主持", "全面负责")) and (own := OWN_HOUSE.match(text, start, end)):
        yield Field(*own.span("house"), Kind.DEPARTMENT)
        if text.find("、", own.end(), end) < 0:
            return  # ,并指导其他成员开展工作
        start = own.end()
    duty = DUTY.search(text[start:end])
    if duty and _is_open(text[start : start + duty.start()]):
        for field in _topics(text, start, start + duty.start(), wording):
            yield replace(field, duty=duty["duty"] if verb != "协助" else None)
        return
    for left, right in parts_between(text, start, end, ",;。"):
        right = _trimmed(text, left, right)
        items = _items(text, left, right)
        closes = (
            WORK.search(text[left:right])
            or verb in {"负责", "领导", "负责领导", "主持", "统筹", "牵头负责", "牵头"}
            or "抓" in verb
        )
        if not closes and any(_is_unit(text[a:b]) for a, b in items):
            yield from _units(text, left, right, True)
        else:
            yield from _topics(text, left, right, wording)


def _is_meeting(text: str, start: int, end: int) -> bool:
    """Whether a meeting was chaired, whatever was said there: 座谈会并发表讲话强调,要… · 开班式,副县长丁力出席."""
    stop = MEETING_ENDS.search(text, start, end)
    return text.endswith(MEETINGS, start, stop.start() if stop else end)


def _items(text: str, left: int, right: int) -> list[tuple[int, int]]:
    """The items of a list; one in parentheses as a whole is a list of its own: (销售部、渠道建设)、营业部 → three."""
    items: list[tuple[int, int]] = []
    for start, end in parts_between(text, left, right, "、"):
        if text[start] == "(" and text[end - 1] == ")":
            items.extend(parts_between(text, start + 1, end - 1, "、"))
        else:
            items.append((start, end))
    return items


def _beside(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """市发展改革委(市物价局)及市粮食局 → two items: after a parenthesis, 及 and 和 stand between bodies."""
    match = re.search(r"(?<=\))(?:及|和|以及)(?=[^()]{2})", text[left:right])
    if match is None:
        yield left, right
        return
    yield left, left + match.start()
    yield from _beside(text, left + match.end(), right)


def liaised(text: str, start: int, end: int) -> Iterator[Field]:
    """The units of text[start:end] after 联系; fields of work and kinds of bodies give nothing."""
    for left, right in parts_between(text, start, _trimmed(text, start, end), ",;。"):
        closing = re.search(r"等?(?:方面|领域)?的?工作$", text[left:right])
        right = left + closing.start() if closing else right
        if others := AND_OTHERS.search(text[left:right]):
            right = left + others.start()
        for field in _units(text, left, right, False):
            if not closing or kind_of_body(_head(text[field.start : field.end])) is not None:
                yield field


def towns_and_organs(text: str, start: int, end: int) -> Iterator[Field]:
    """The towns and organs of text[start:end] after 包联, 挂联; a village, a firm or a project that somebody looks after gives nothing."""
    for field in liaised(text, start, end):
        if field.kind is Kind.STREET or LOOKED_AFTER_ORGAN.search(text, field.start, field.end):
            yield field


def _is_open(text: str) -> bool:
    return len(text) >= 2 and text.count("(") == text.count(")")


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in ",;。、: ":
        end -= 1
    return end


def _units(text: str, start: int, end: int, leads: bool) -> Iterator[Field]:
    """Units that a comma-closed list names, each with the bodies in its parentheses."""
    items = [part for item in _items(text, start, end) for part in _beside(text, *item)]
    if re.search(rf"等[{HAN}]{{0,8}}(?:机构|院校|企业|组织|团体)$", text[start:end]):
        items = [(a, b) for a, b in items if not _is_local_kind(text[a:b]) and kind_of_body(_head(text[a:b]))]
        if not items:
            return
        end = items[-1][1]
    listed = unit_list(text, start, end)
    taken = {}
    for unit in listed.units:
        if text[start : unit.start].count("(") == text[start : unit.start].count(")"):
            taken[unit.start] = unit
    for left, right in items:
        here = [unit for offset, unit in taken.items() if left <= offset < right]
        for unit in here:
            if not _is_local_kind(unit.name):
                yield Field(unit.start, unit.end, _standing(unit.kind), None if unit.has_offsets else unit.name)
        head = left + len(_head(text[left:right]))
        if not here and not _is_set(text[left:head]):
            yield from _odd(text, left, head, leads)
        if head < right and text[right - 1] == ")":
            yield from _inside(text, head + 1, right - 1)


def _odd(text: str, start: int, end: int, leads: bool) -> Iterator[Field]:
    """An item among units that ends as no unit known: 区一中, 老促会; else a field of work, if the verb leads."""
    end = start + len(re.sub(r"等(?:单位|部门)?$", "", text[start:end]))
    name = text[start:end]
    if not 2 <= len(name) <= 20 or NOT_A_FIELD.search(name) or _is_local_kind(name):
        return
    if (
        (LIKELY_UNIT.search(name) or SCHOOL_OF.fullmatch(name) or _is_unit(name))
        and "工作" not in name
        and "社会" not in name[-2:]
        and name not in NO_UNITS  # 对台, between 外事 and 县供销社
    ):
        yield Field(start, end, _standing(kind_of_body(name)))
    elif leads and not _is_set(name):
        yield Field(start, end - 2 if name.endswith("工作") else end, Kind.TOPIC)


def _standing(kind: Kind | None) -> Kind:
    """The kind of a unit among units: 爱卫会, 关工委 beside offices are the offices of that name."""
    return Kind.DEPARTMENT if kind in (None, Kind.GROUP) else kind


def _inside(text: str, start: int, end: int) -> Iterator[Field]:
    """The bodies in the parentheses of a unit; an explanation gives nothing."""
    if EXPLAINS.match(text[start:end]):
        return
    for left, right in parts_between(text, start, end, "、,;"):
        name = text[left:right]
        if 2 <= len(name) <= 20 and not _is_set(name) and name not in HOW_HELD:
            yield Field(left, right, _standing(kind_of_body(name)))


def _topics(text: str, start: int, end: int, wording: str) -> Iterator[Field]:
    """Fields of work; a name with an organ word among them is the unit."""
    items: list[tuple[int, int]] = []
    for left, right in parts_between(text, start, end, "、,;"):
        if not REMARKS_ON.match(text[left:right]) and not text.startswith(HELPS_WITH, left):
            items.extend(_divided(text, left, right))
    items = [part for item in items for part in _behind_unit(text, *item)]
    if items:
        items[-1:] = _last_divided(text, *items[-1], wording)
    for index, (left, right) in enumerate(items):
        follows = items[index + 1] if index + 1 < len(items) else None
        yield from _topic(text, left, right, follows)


def _behind_unit(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """县政府办公室和|编制: in front of 和 a unit stands, which is no part of a field's name."""
    cut = text.find("和", left, right)
    if cut - left > 2 and right - cut > 2 and text[left:cut].count("(") == 0 and _unit_kind(text[left:cut]) is not None:
        yield left, cut
        left = cut + 1
    yield left, right


def _topic(text: str, left: int, right: int, follows: tuple[int, int] | None) -> Iterator[Field]:
    explained = EXPLAINED.search(text[left:right])
    right = left + explained.start() if explained else right
    if joining := JOINING.match(text, left, right):
        left = joining.end()
    if NOT_A_FIELD.search(text[left:right]):
        return
    group = DAILY.sub("", text[left:right])
    if kind_of_body(group) is Kind.GROUP:
        yield Field(left, left + len(group), _standing(Kind.GROUP) if len(group) <= SHORT_NAME else Kind.GROUP)
        return
    closing = CLOSING.search(text, left, right)
    if closing and closing.start() - left > 1:  # of 党的工作 nothing can go
        right = closing.start()
    kind_of_list = KIND_OF_LIST.search(text, left, right)
    right = kind_of_list.start() if kind_of_list else right
    name = text[left:right]
    if len(name) < 2 or len(name) > 60 or (_is_set(name) and not KIND_OF_FIRMS.search(name)):
        return
    head = _head(name)
    kind = _unit_kind(head)
    if kind is not None:
        yield Field(left, left + len(head), kind)
        if len(head) < len(name):
            yield from _inside(text, left + len(head) + 1, right - 1)
        return
    following = text[slice(*follows)] if follows else ""
    tail = SHARED_TAIL.match(WORK.sub("", following))
    is_place = PLACE_NAME.fullmatch(name) and name not in FIELDS
    if tail and is_place and tail["tail"] and follows and text[right : follows[0]] == "、":
        yield Field(left, right, Kind.TOPIC, name + tail["tail"])
        return
    yield Field(left, right, Kind.TOPIC)


def _divided(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """旧城改造工作和示范区创建工作 → two."""
    for match in EVERY_WORK.finditer(text[left:right]):
        cut = left + match.start() + 2
        yield left, cut
        yield from _divided(text, left + match.end(), right)
        return
    yield left, right


def _last_divided(text: str, left: int, right: int, wording: str) -> list[tuple[int, int]]:
    """The last item, divided at 以及, 和, 及 where these join two fields and stand in no field's own name."""
    for match in AND.finditer(text[left:right]):
        cut, after = left + match.start(), left + match.end()
        before = text[left:cut]
        if before.count("(") != before.count(")") or cut - left < 2 or right - after < 2:
            continue
        if match[0] != "以及" and DONE_BESIDES.match(text, after, right):
            continue
        if BOTH_BUILT.match(text[left:right]) and text[left:cut] not in FIELDS:
            continue
        if match[0] != "以及" and _is_joint(text[left:right], match.start(), wording):
            continue
        return [(left, cut), *_last_divided(text, after, right, wording)]
    return [(left, right)]


def _is_joint(item: str, at: int, wording: str) -> bool:
    if item[at] == "及" and item[at - 1 : at] in "涉普波以":
        return True
    for word in JOINT_FIELDS:
        joint = word.index("和")
        if at >= joint and item.startswith(word, at - joint):
            return True
    around = item[max(0, at - 2) : at + 3]
    return bool(_bodies_with(around, wording))


@lru_cache(maxsize=512)
def _bodies_with(around: str, wording: str) -> bool:
    """Whether the notice prints a body whose name holds these characters: 务和湖泊 in 水务和湖泊局."""
    return bool(re.search(re.escape(around) + rf"[{HAN}]{{0,6}}?(?:局|委|厅|办公室|中心|委员会)", wording))


def _head(name: str) -> str:
    """The name without its closing parentheses: 区司法局(公证处) → 区司法局."""
    return name[: name.rindex("(")] if name.endswith(")") and "(" in name[1:] else name


def _unit_kind(name: str) -> Kind | None:
    """The kind of a unit's name, None for a field of work: 企业服务中心 is one, 广播电视台 among fields is none."""
    if name in NO_UNITS:
        return None
    kind = kind_of_body(name)
    if kind is Kind.STREET and len(name) > 2:
        return None if name.endswith(FIELD_ZONES) and not ZONE_OF_ITS_OWN.match(name) else kind
    if kind is not None and (
        name.endswith(UNIT_WORDS) or SECTION.fullmatch(name) or re.search(rf"[{LEVELS}](?:人民)?政府$", name)
    ):
        return kind
    return None


def _is_set(name: str) -> bool:
    """Whether a name stands for bodies without a name of their own; a school with a name is none, nor is a field: 中小企业."""
    return is_aggregate(name) and name not in NO_UNITS and not (SCHOOL.fullmatch(name) or KINDS_OF_WORK.fullmatch(name))


def _is_unit(name: str) -> bool:
    head = _head(name)
    return head not in NO_UNITS and (kind_of_body(head) is not None or bool(SCHOOL.fullmatch(head)))


def _is_local_kind(name: str) -> bool:
    match = LOCAL_KIND.match(name)
    return bool(
        match and (PLACE_KIND.fullmatch(match["kind"]) or match["kind"].endswith(("院校", "机构", "企业", "部队")))
    )
