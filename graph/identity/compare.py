"""Two names of bodies → a score and the sentence that explains it.

In:  names as printed, with the jurisdiction of the gazette. Out: BodyName, what a name says; how near two are is told by graph/identity/likeness.py.

    区发改局, 区发展和改革局 → 0.98, 区发改局 is the standard short form of 区发展和改革局
    区企人中心, 区企业和人才服务中心 → 0.95, 区企人中心 keeps, in order, a character of each part of 区企业和人才服务中心

Names are compared by what they are made of: whose body (jurisdiction), what it does (function), what it is (ending), which organ
inside it (党组). What a name lacks is never supplied: a street's 党工委 and the street are two bodies.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from graph.ids import normal_name
from graph.jurisdictions import COUNTRY, UNKNOWN, chain, jurisdiction, places_at, scope
from graph.lexicon import any_of, bodies, functions

JOINERS = re.compile(r"[和与及、暨·]")
PARTS = re.compile(r"(?<=.)[和与及、暨](?=.)")
TAIL_PARENTHESIS = re.compile(r"^(.{2,}?)\(([^()]*)\)$")
ORGAN = re.compile(rf"(?<=..)({any_of('names', 'organ')})$")
STREET_ORGAN = re.compile(rf"({any_of('names', 'street_organ')})$")
STREET_UNIT = re.compile(
    rf"""(?P<stem>.+?)(?P<type>
      (?:街道|街)(?:办事处|办)? | 街道?人民政府
    | 镇(?:{any_of("names", "government")})? | (?:民族)?乡(?:{any_of("names", "government")})?
    )$""",
    re.VERBOSE,
)
ZONE_UNIT = re.compile(
    rf"""(?P<stem>.+?)(?P<type>
      (?:(?:国家级|省级)?(?:{any_of("names", "zone")})?开发区 | {any_of("names", "open_zone")} | 工业园区?
        | (?:生态|文化)?(?:风景)?旅游(?:度假)?区 | 风景(?:名胜)?区)
      (?:{any_of("names", "zone_organ")})?
    | {any_of("names", "zone_governs")}
    )$""",
    re.VERBOSE,
)
GOVERNMENT = re.compile(rf"^(?:{any_of('names', 'government')})(?=.)")
OFFICE_OF_GOVERNMENT = re.compile(rf"^(?:{any_of('names', 'office_of_government')}|办)")
CONFERENCE = re.compile(
    rf"^(?:中国人民)?(?:{any_of('names', 'conference')})(.{{2,}}?)委员会"
)  # 政协武汉市某区委员会办公室
YOUTH_LEAGUE = re.compile(r"^(?:共青团|团)(.+?)委(?:员会)?$")  # 团区委, 共青团武汉市委员会
PARTY = re.compile(r"^委(?=..)")
OFFICE_OF_PARTY = re.compile(rf"^(?:{any_of('names', 'office_of_party')}|办|常委会?)")
ENDINGS: tuple[tuple[str, str], ...] = (
    ("工作领导小组办公室", "组办"),
    ("领导小组办公室", "组办"),
    ("工作领导小组", "组"),
    ("领导小组", "组"),
    ("协调小组", "协调组"),
    ("工作专班", "专班"),
    ("专班", "专班"),
    ("指挥部办公室", "指挥部办"),
    ("总指挥部", "指挥部"),
    ("指挥部", "指挥部"),
    ("联席会议", "联席会议"),
    ("工作组", "工作组"),
    ("委员会办公室", "委办"),
    ("委会办公室", "委办"),
    ("委办公室", "委办"),
    ("委员会", "委"),
    ("委会", "委"),
    ("委", "委"),
    ("办公室", "办"),
    ("办", "办"),
    ("执法总队", "总队"),
    ("总队", "总队"),
    ("支队", "支队"),
    ("大队", "大队"),
    ("中队", "中队"),
    ("人民法院", "法院"),
    ("法院", "法院"),
    ("人民检察院", "检察院"),
    ("检察院", "检察院"),
    ("医院", "医院"),
    ("集团股份有限公司", "公司"),
    ("集团有限责任公司", "公司"),
    ("集团有限公司", "公司"),
    ("集团公司", "公司"),
    ("股份有限公司", "公司"),
    ("有限责任公司", "公司"),
    ("有限公司", "公司"),
    ("公司", "公司"),
    ("集团", "公司"),
    ("服务中心", "中心"),
    ("中心", "中心"),
    ("联合会", "会"),
    ("监察局", "监察局"),
    ("分局", "局"),
    ("总局", "总局"),
    ("局", "局"),
)
LAST_CHARACTER_ENDINGS = "院所站部社会馆行处厅署校室园科段台队"
SECTIONS = set("科室股段园所站队")
GROUP_ENDINGS = {"组", "组办", "协调组", "专班", "指挥部", "指挥部办", "联席会议", "工作组"}


class Family(StrEnum):
    """What sort of body a name is of, as far as its comparison goes."""

    BODY = "body"
    STREET = "street"


@dataclass(frozen=True, slots=True, order=True)
class BodyName:
    """What a body's name is made of."""

    code: str  # jurisdiction
    family: Family
    function: str  # canonical: joiners left out, standard abbreviations written out
    ending: str
    organ: str
    printed: str  # the function as printed, joiners left out
    parts: tuple[str, ...]  # the function as printed, divided at its joiners
    branch: bool = False  # printed as 分局

    @property
    def identity(self) -> tuple[str, str, str, str, str]:
        """Names with the same identity are names of one body."""
        return self.code, self.family.value, self.function, self.ending, self.organ

    @property
    def full_parts(self) -> tuple[str, ...]:
        """The parts of the function in its full wording: 人社 → 人力资源, 社会保障."""
        return self.parts if len(self.parts) > 1 else _full_wording().get(self.function, self.parts)


@cache
def _wordings() -> tuple[dict[str, str], re.Pattern[str]]:
    table: dict[str, str] = {}
    for entry in functions():
        full = JOINERS.sub("", entry.full)
        for wording in (entry.full, entry.short, *entry.others):
            table[JOINERS.sub("", wording)] = full
    words = sorted((w for w in table if len(w) > 1), key=lambda w: (-len(w), w))
    return table, re.compile("|".join(map(re.escape, words)))


@cache
def _full_wording() -> dict[str, tuple[str, ...]]:
    return {JOINERS.sub("", e.full): tuple(PARTS.split(e.full)) for e in functions()}


@cache
def wordings_of(function: str) -> tuple[str, ...]:
    """The wordings of a canonical function or whole name, itself included: 发展改革 → 发展和改革, 发改, 发展改革."""
    wordings = {function}
    for entry in functions():
        if JOINERS.sub("", entry.full) == function:
            wordings |= {entry.full, entry.short, *entry.others}
    for body in bodies():
        if JOINERS.sub("", body.full) == function:
            wordings |= {body.full, *body.short}
    return tuple(sorted(wordings))


@cache
def _whole_names() -> dict[str, str]:
    table: dict[str, str] = {}
    for entry in bodies():
        for wording in (entry.full, *entry.short):
            table[JOINERS.sub("", wording)] = JOINERS.sub("", entry.full)
    return table


def standard_function(printed: str) -> str:
    """The full wording of a function that is printed in a standard short form, else the function as it is."""
    return _wordings()[0].get(printed, printed)


def is_standard(function: str) -> bool:
    """Whether a function, in its full wording, is one of the lexicon."""
    return function in _full_wording()


def canonical_function(printed: str) -> str:
    """A function in its full wording, joiners left out: 发改 → 发展改革, 人社 → 人力资源社会保障."""
    table, pattern = _wordings()
    bare = JOINERS.sub("", printed)
    return table.get(bare) or pattern.sub(lambda m: table[m[0]], bare)


# how the chief bodies of a place are written without its name
CHIEFS = (({"人民政府", "政府"}, "政府"), ({"委", "委员会", "党委"}, "党委"))


@cache
def body_name(name: str, own: str = UNKNOWN) -> BodyName:
    """What the name of a body says when it stands in a gazette of the jurisdiction `own`.

    区政府办公室(金融办) is the office; 市公安局汉阳区分局 in a gazette of 汉阳 is 公安 局 of 汉阳, as is 区公安分局.
    """
    normal = CONFERENCE.sub(r"\1政协", YOUTH_LEAGUE.sub(r"\1团委", normal_name(name)))
    parenthesis = TAIL_PARENTHESIS.match(normal)
    if parenthesis and not re.search(r"[期试]", parenthesis[2]):
        normal = parenthesis[1]
    stands = scope(normal, own)
    code, rest = stands.code, stands.rest
    if branch := _branch(code, rest, own):
        return _built(*branch, "局", "", branch=True)
    if GOVERNMENT.match(rest):
        after = GOVERNMENT.sub("", rest)
        rest = f"政府{after}" if OFFICE_OF_GOVERNMENT.match(after) else after
    if street := _street(code, rest):
        return street
    organ = None if JOINERS.sub("", rest) in _whole_names() else ORGAN.search(rest)
    found_organ = organ[1] if organ else ""
    if organ:
        rest = rest[: organ.start()]
    for names, chief in CHIEFS:
        if rest in names:
            return BodyName(code, Family.BODY, chief, "", found_organ, chief, (chief,))
    if PARTY.match(rest):
        after = rest[1:]
        rest = f"党委{after}" if OFFICE_OF_PARTY.match(after) else after
    whole = _whole_names().get(JOINERS.sub("", rest))
    if whole:
        code = COUNTRY if whole.startswith(("国务院", "中央")) else code
        return BodyName(code, Family.BODY, whole, "", found_organ, JOINERS.sub("", rest), (rest,))
    for printed, ending in ENDINGS:
        if rest.endswith(printed) and len(rest) > len(printed):
            return _built(code, rest[: -len(printed)], ending, found_organ, branch=printed == "分局")
    if len(rest) > 2 and rest[-1] in LAST_CHARACTER_ENDINGS:
        return _built(code, rest[:-1], rest[-1], found_organ)
    return _built(code, rest, "", found_organ)


def _built(code: str, function: str, ending: str, organ: str, branch: bool = False) -> BodyName:
    canonical = canonical_function(function)
    if ending in GROUP_ENDINGS and canonical.endswith("工作"):
        canonical = canonical[:-2]
    bare = JOINERS.sub("", function)
    return BodyName(code, Family.BODY, canonical, ending, organ, bare, tuple(PARTS.split(function)), branch)


def _branch(code: str, rest: str, own: str) -> tuple[str, str] | None:
    """市公安局汉阳区分局, 自然资源和规划汉阳分局, 汉阳公安分局 → the place's code and the function."""
    if not rest.endswith("分局") or len(rest) < 5:
        return None
    body = rest[:-2]
    for near in dict.fromkeys((own, *_neighbours(own))):
        place = jurisdiction(near)
        if place is None or len(place.name) < 3:
            continue
        for form in (place.name, place.name[:-1]):
            if body.endswith(form) and len(body) > len(form) + 1:
                return near, re.sub(r"局$", "", body[: -len(form)])
            if body.startswith(form) and len(body) > len(form) + 1:
                return near, re.sub(r"局$", "", body[len(form) :])
    inner = re.match(r"^(.+局)(区|县|市)$", body)
    return (own, inner[1][:-1]) if inner and code != own else None


@cache
def _neighbours(own: str) -> tuple[str, ...]:
    if jurisdiction(own) is None:
        return ()
    return tuple(c for c in chain(own)[:1]) + tuple(
        code for code in (f"{own[:4]}{n:02d}" for n in range(1, 99)) if jurisdiction(code) is not None
    )


def _street(code: str, rest: str) -> BodyName | None:
    """A street, town or zone, its unit or its organ: 甲街, 甲街道办事处 → 甲 街; 甲街道党工委 → 甲 街 党工委."""
    organ = STREET_ORGAN.search(rest)
    unit = rest[: organ.start()] if organ and len(rest) > len(organ[0]) + 1 else rest
    found_organ = organ[1] if organ and unit != rest else ""
    if found_organ == "街道工委":
        unit, found_organ = unit + "街道", "党工委"
    match = STREET_UNIT.match(unit)
    if match and len(match["stem"]) >= 1 and not re.search(r"[局委办站所队]$", match["stem"]):
        stem = match["stem"] if len(match["stem"]) > 1 else unit
        if len(stem) <= 8:
            return BodyName(code, Family.STREET, stem, "街", found_organ, stem, (stem,))
    zone = ZONE_UNIT.match(unit)
    if zone and len(zone["stem"]) > 1 and "领导小组" not in unit:
        kind = "区" if zone["type"].startswith(("管", "风景", "旅游", "生态", "文化")) else "开发区"
        return BodyName(code, Family.STREET, zone["stem"], kind, found_organ, zone["stem"], (zone["stem"],))
    return None


def place_of(name: str, own: str) -> str:
    """The jurisdiction that a title or a project's name leads with, else the gazette's own: 武汉市消防管理规定 → 420100."""
    place = places_at(normal_name(name), own if own != UNKNOWN else None)
    return place[0] if place else own
