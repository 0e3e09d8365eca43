"""Jurisdictions: the codes and names of GB/T 2260, their levels, and which one a name in a gazette means.

In:  a code, a masthead, or a body's name with the code of the gazette it stands in. Out: codes.

    武汉市新洲区人民政府公报 → 420117
    区教育局 in a gazette of 420117 → 420117 and 教育局; 市教育局 → 420100; 省教育厅 → 420000; 统计局 → 420117 (prefix dropped)

A place that the list does not have (a new one, one long gone) is known by its printed name, and that is its code:
甲山市乙水区人民政府公报 → 甲山市乙水区, within 甲山市.

In a county-level city 市 is the city itself, in a district it is the city above; 国务院, 中央, 国家 name the country, whose code is `CN`.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extract.names.marks import HAN
from graph.lexicon import any_of, rows, word_entries

COUNTRY = "CN"
UNKNOWN = "unknown"


class Level(StrEnum):
    """The levels of administration; a township has no code here."""

    COUNTRY = "country"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """One place that governs itself: its code, its newest name, its level, the code above (WITHIN)."""

    code: str
    name: str
    level: Level
    within: str | None


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose body a name means: the code, what is left of the name, and whether a prefix said so."""

    code: str
    rest: str
    stated: bool


PEOPLES = (word for entry in word_entries("peoples.toml", "people") for word in entry.words)
ETHNIC = re.compile(f"(?:{'|'.join(sorted(PEOPLES, key=len, reverse=True))})+")
SELF_RULE = re.compile(r"自治([区州县旗])$")
COUNTRY_WORDS = re.compile(rf"^(?:{any_of('names', 'country')}|全国(?!性)|最高人民)")
# 国家税务总局|上海市浦东新区税务局: what a central agency has in a place is of the place
OF_CENTRAL = re.compile(rf"国家(?P<what>[{HAN}]{{2,14}}?)(?:{any_of('names', 'central')}|局|委|署)|中华人民共和国")
LEVEL_WORDS = ("自治区", "自治州", "自治县", "地区", "省", "市", "州", "盟", "县", "旗", "区")
LEAD_IN = re.compile(rf"^(?:{any_of('names', 'party_name')}|[全本我])(?=[^国省]*)")
PLACE_STEP = rf"[{HAN}]{{1,9}}?(?:省|自治区|自治州|自治县|自治旗|地区|盟|市|县|旗|区)"
NAMED_PLACE = re.compile(rf"(?P<place>(?:{PLACE_STEP}){{1,4}})(?={any_of('names', 'governs')}|委|$)")
SIBLING = re.compile(rf"[{HAN}]{{1,4}}?(?<![社地城景园辖校库山灾郊市])[区县旗](?=[{HAN}])")
NO_PREFIX = re.compile(
    rf"""
    ^
    (?:
        {any_of("names", "no_place")}|市直(?!属)|市民(?!政)|市政(?!府|协|务|法|数)|区直(?!属)|县直(?!属)  # 市场
      | 省直(?!属)|州直(?!属)|盟委?员  # 省直
    )""",
    re.VERBOSE,
)


@cache
def _table() -> dict[str, Jurisdiction]:
    names: dict[str, tuple[bool, str, str]] = {}
    for row in rows("gb2260.tsv"):
        code, name, since, until = (*row, "", "", "")[:4]
        candidate = (not until, since, name)
        if code not in names or candidate > names[code]:
            names[code] = candidate
    table = {COUNTRY: Jurisdiction(COUNTRY, "中华人民共和国", Level.COUNTRY, None)}
    for code, (_, _, name) in names.items():
        table[code] = Jurisdiction(code, name, level_of(code), _within(code, names))
    return table


def level_of(code: str) -> Level:
    """The level that a code says: 420000 province, 420100 prefecture, 420117 county."""
    if code == COUNTRY:
        return Level.COUNTRY
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.PREFECTURE if code.endswith("00") else Level.COUNTY


def _within(code: str, known: dict[str, tuple[bool, str, str]]) -> str | None:
    if code == COUNTRY:
        return None
    for above in (f"{code[:4]}00", f"{code[:2]}0000"):
        if above != code and above in known:
            return above
    return COUNTRY


def jurisdiction(code: str) -> Jurisdiction | None:
    """The jurisdiction of a code, or of the printed name that stands for one; None for what is neither."""
    return _table().get(code) or _named(code)


@cache
def _named(code: str) -> Jurisdiction | None:
    """A place that is known by its name alone: 甲山市乙水区 → 乙水区, county, within 甲山市."""
    if not re.fullmatch(rf"(?:{PLACE_STEP}){{1,4}}", code):
        return None
    above, name = _divided(code)
    listed = places_at(above) if above else None
    within = listed[0] if listed is not None and listed[1] == len(above) else above or None
    if name.endswith(("省", "自治区")):
        level = Level.PROVINCE
    elif name.endswith(("自治州", "地区", "盟")) or (name.endswith("市") and not above.endswith("市")):
        level = Level.PREFECTURE
    else:
        level = Level.COUNTY
    return Jurisdiction(code, name, level, within)


def _divided(code: str) -> tuple[str, str]:
    """The places above and the last one: 甲省甲山市乙水区 → 甲省甲山市, 乙水区."""
    for index in range(1, len(code)):
        if re.fullmatch(PLACE_STEP, code[index:]) and re.fullmatch(rf"(?:{PLACE_STEP}){{1,3}}", code[:index]):
            rest = code[index:]
            if not re.match(rf"(?:{PLACE_STEP}){{2,}}$", rest):
                return code[:index], rest
    return "", code


def named_place(text: str) -> str | None:
    """The printed place that a masthead or an issuer's name leads with, whether the list has it or not."""
    match = NAMED_PLACE.match(LEAD_IN.sub("", re.sub(r"\s+", "", text)))
    return match["place"] if match else None


def chain(code: str) -> tuple[str, ...]:
    """A jurisdiction and those above it, the country last: 420117, 420100, 420000, CN."""
    texts: list[str] = []
    above: str | None = code
    while above is not None and (here := jurisdiction(above)) is not None:
        texts.append(above)
        above = here.within
    return tuple(texts) or (code,)


def short_forms(name: str) -> tuple[str, ...]:
    """The forms in which a place's name is printed: 恩施土家族苗族自治州 → itself, 恩施自治州, 恩施州."""
    bare = ETHNIC.sub("", name) if "自治" in name else name
    ruled = SELF_RULE.search(bare)
    forms = {name, bare, SELF_RULE.sub(r"\1", bare) if ruled and ruled[1] != "区" else bare}
    if ruled and ruled[1] == "区":
        forms.add(SELF_RULE.sub("", bare))
    return tuple(sorted((form for form in forms if len(form) > 1), key=lambda f: (-len(f), f)))


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    codes: dict[str, set[str]] = defaultdict(set)
    moved: dict[tuple[str, str, str], str] = {}  # a name of a province given up in a year, and its code
    table = [(*row, "", "")[:4] for row in rows("gb2260.tsv")]
    for code, name, _, until in table:
        if until:
            moved[code[:2], name, until] = code
        for form in short_forms(name):
            codes[form].add(code)
    for code, name, since, _ in table:
        before = moved.get((code[:2], name, since))
        if before is not None and before != code:  # 三元区 350403 is 350404 since 2021: one place
            for form in short_forms(name):
                codes[form].discard(before)
    return {name: tuple(sorted(known)) for name, known in codes.items()}


@cache
def _longest_name() -> int:
    return max(map(len, _by_name()))


def places_at(text: str, near: str | None = None) -> tuple[str, int] | None:
    """The place that a text starts with, as code and length: 湖北省武汉市新洲区人民政府 → 420117, 10.

    A name that several places bear is settled by the one above it if that is printed, else by `near`: the gazette's own chain, then
    its neighbours, then the only one left; else None.
    """
    if near is not None and near not in _table():
        own = _named_at(text, near)
        if own is not None:
            return own
    longest: tuple[str, int] | None = None
    start = 0
    above: str | None = None
    while start < len(text):
        step = _place_step(text, start, above, near)
        if step is None:
            break
        above, start = step
        longest = (above, start)
    return longest


def _named_at(text: str, near: str) -> tuple[str, int] | None:
    """The gazette's own place, one above it or one beside it, where the list does not have them."""
    best: tuple[str, int] | None = None
    for code in chain(near):
        here = None if code in _table() else jurisdiction(code)
        for form in (code, here.name) if here is not None else ():
            if text.startswith(form) and (best is None or len(form) > best[1]):
                best = code, len(form)
    if best is not None and best[0] != near:
        beside = SIBLING.match(text, best[1])
        if beside is not None:
            return best[0] + beside[0], beside.end()
    return best


def _place_step(text: str, start: int, above: str | None, near: str | None) -> tuple[str, int] | None:
    for length in range(min(_longest_name(), len(text) - start), 1, -1):
        codes = _by_name().get(text[start : start + length], ())
        if length == 2 and above is None:  # 城区, 郊区, 和县: a word as often as a place, unless it is near
            codes = tuple(code for code in codes if near is not None and code[:4] == near[:4])
        if above is not None:
            codes = tuple(code for code in codes if above in chain(code)[1:])
        code = _nearest(codes, near)
        if code is not None:
            return code, start + length
    return None


def _nearest(codes: tuple[str, ...], near: str | None) -> str | None:
    if len(codes) <= 1 or near is None:
        return codes[0] if len(codes) == 1 else None
    own = chain(near)
    for group in (
        [c for c in codes if c in own],
        [c for c in codes if chain(c)[1:2] == own[1:2]],
        [c for c in codes if c[:2] == near[:2]],
    ):
        if len(group) == 1:
            return group[0]
    return None


def of_masthead(name: str) -> str | None:
    """The jurisdiction whose gazette bears this masthead or whose body bears this name; None if no place leads it."""
    places = places_at(LEAD_IN.sub("", re.sub(r"\s+", "", name)))
    return places[0] if places else None


def code_of(stated: str | None) -> str | None:
    """The code of a jurisdiction that is given as a code, or by the name of its government or gazette; else None."""
    if not stated:
        return None
    if stated in _table():
        return stated
    text = LEAD_IN.sub("", re.sub(r"\s+", "", stated))
    if COUNTRY_WORDS.match(text):
        return COUNTRY
    listed, named = places_at(text), named_place(text)
    if listed is None or (named is not None and len(named) > listed[1]):
        return named  # the list has nothing, or only what lies above
    return listed[0]


def level_words() -> frozenset[str]:
    """The one-character words that name a level: 区, 市, 县, 省, 旗, 州, 盟."""
    return frozenset(word for word in LEVEL_WORDS if len(word) == 1)


def place_ends(text: str, at: int, own: str = UNKNOWN) -> frozenset[str]:
    """The codes of the places whose name ends with the level word at `at`: 区 in 江夏区教育局; none in 由区教育局.

    The gazette's own places are among them where the list does not have them.
    """
    lines = [(code, jurisdiction(code)) for code in chain(own)]
    codes = {code for code, here in lines if here is not None and text.endswith(here.name, 0, at + 1)}
    for start in range(max(0, at - 7), at - 1):
        codes.update(_by_name().get(text[start : at + 1], ()))
    return frozenset(codes)


def above_with(code: str, word: str) -> str | None:
    """The jurisdiction that a level word means in a gazette of `code`: 市 in a district → the city above it."""
    for level in chain(code):
        here = jurisdiction(level)
        if here is None or level == COUNTRY:
            continue
        if here.name.endswith(word) or (word in {"州", "县", "旗"} and here.name.endswith("自治" + word)):
            return level
    return None


def _of_central_agency(text: str, own: str) -> Scope | None:
    """The place whose name follows that of a central agency, and what is left: 国家税务总局安山市税务局 → 安山市, 税务局.

    What is left keeps the agency unless it says the same: 国家统计局安山市调查队 → 安山市, 国家统计局调查队.
    """
    agency = OF_CENTRAL.match(text)
    if agency is None:
        return None
    rest = text[agency.end() :]
    named = places_at(rest, own if own != UNKNOWN else None)
    if named is None or named[1] == len(rest):
        return None
    local = rest[named[1] :]
    says_it = agency["what"] is not None and agency["what"] in local  # 税务总局 … 税务局
    return Scope(named[0], local if says_it else agency[0] + local, True)


def scope(name: str, own: str) -> Scope:
    """Whose body a name means in a gazette of the jurisdiction `own`, and the name without that prefix."""
    text = LEAD_IN.sub("", name) if len(name) > 2 else name
    country = COUNTRY_WORDS.match(text)
    if country:
        local = _of_central_agency(text, own)
        return Scope(COUNTRY, text, True) if local is None else local
    place = places_at(text, own if own != UNKNOWN else None)
    if place is not None and len(text) > place[1]:
        return Scope(place[0], text[place[1] :], True)
    if not NO_PREFIX.match(text):
        for word in LEVEL_WORDS:
            if text.startswith(word) and len(text) > len(word):
                meant = above_with(own, word)
                if meant is not None:
                    return Scope(meant, text[len(word) :], True)
                if own == UNKNOWN or (own not in _table() and word in {"省", "自治区", "市", "州"}):
                    return Scope(f"{UNKNOWN}-{word}", text[len(word) :], True)
    return Scope(own, text, False)
