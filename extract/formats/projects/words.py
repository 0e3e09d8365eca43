"""The words and patterns that tell the names of projects: types, what leads in and what follows, what only looks like one.

The words stand in `duties.toml`; `left_over` decides whether a name is its own: what remains of 柴泊湖公园 when the plain
words are taken away is 柴泊湖, of 老旧小区改造项目 nothing.
"""

import re
from functools import cache, lru_cache

import ahocorasick

from extract.lexicon import any_of, words_of
from extract.lexicon.alternatives import alternatives
from extract.names.marks import DIGITS, HAN

WORKS, FACILITIES, BUILD, PLAIN_WORDS = (
    words_of("duties", section) for section in ("works", "facility", "build", "plain")
)
PLAIN = frozenset(PLAIN_WORDS)
LEADS_NAMES = frozenset("万亿家元条座")  # a unit of measure at the head of a name is none: 万达广场
SITES = (*(word for word in WORKS if word not in ("工程", "项目")), *FACILITIES, "研究院")
OF_WORKS, TYPE_WORDS = frozenset(WORKS), frozenset({*WORKS, *FACILITIES})  # the same words, asked for one of them
TYPE = re.compile(alternatives(sorted(TYPE_WORDS, key=len, reverse=True)))
MAY_NAME = re.compile(r"[\d“”(]")  # one of which, or a type, a name has that no list lends its end
CUES = frozenset((*WORKS, *FACILITIES, "落地"))  # one of which stands in a clause that names a project
QUOTED_CUE = re.compile("“[^”]{2,8}[路桥园馆城站]”")  # or this
BUILDING = re.compile(alternatives(BUILD))
ROAD_NUMBER = re.compile(r"[GSXYCZ]\d{2,4}|(?<!\d)\d{3}[国省县]道|\d{1,2}号线")
CLAUSE = re.compile(r"(?:“[^”]*”|《[^》]*》|\([^()]*\)|[^,。;:!?“《(])+|[“《(]")
PART = re.compile(r"(?:“[^”]*”|\([^()]*\)|[^、“(])+|[“(]")
PART_ENDS = re.compile("[、“(]")  # one of which stands in a clause of several parts
CLOSED = re.compile(
    rf"""
      等(?:一批|\d*个|[{DIGITS}十]+个)?  # 等一批
      (?!.{{0,8}}(?:{any_of("projects", "no_works")}))[{HAN}]{{0,6}}?  # 某
      (?:{any_of("projects", "works_noun")})  # 项目
    | 落地开工""",
    re.VERBOSE,
)
# what leads in to a name and is no part of it
ADVERB = rf"{any_of('projects', 'adverb')}|服务(?!业|区|中心|站|平台)"
VERB = any_of("projects", "verb")
ADJECTIVE = rf"(?:{any_of('projects', 'modern')})化(?=[{HAN}]{{4}})"  # 生态化问津新城
LEAD_IN = re.compile(
    rf"(?:{ADVERB}|{VERB}|{ADJECTIVE}|开发(?=[和与及])|具有[{HAN}]{{2,8}}的|\d{{1,2}}[.、](?!\d)|[、,\s])+"
)
# the characters that such a lead-in may begin with
LEADS = frozenset("服生现国智数绿开具、,") | {
    word[0] for kind in ("adverb", "verb") for word in words_of("projects", kind)
}
INNER = re.compile(
    rf"""
    (?:
        {any_of("projects", "within")}|续建(?!配套)|提升(?!改造|工程|项目|治理)  # 推进
      | 拟?投资(?!{any_of("projects", "firm_so")})|建设(?!{any_of("projects", "named_so")})  # 拟投资
    )
    (?=[{HAN}“A-Z0-9]{{3}})""",
    re.VERBOSE,
)
COUNTED = re.compile(
    rf"""
    ^
    (?:
        \d+\.\d  # 2.2
      | [第]?[{DIGITS}十两\d]+(?:\.\d+)?  # 第一.2
        (?:个|处|座|条|所|家|项|批|{any_of("projects", "measured")}|万|亿|米|亩|MW|kV)+  # 个
      | [两二三四五六七八九十]+大|[十百千万亿]+[亩人吨头只株户]|{any_of("projects", "everywhere")}|\d{{4}}年  # 两大
    )""",
    re.VERBOSE,
)
# what may follow a type word that ends a name
FOLLOWS = (
    rf"$|\d[\d.]*(?:亩|公顷)(?:供|用|征|土)地|{any_of('projects', 'soon')}|\d{{1,2}}月"
    rf"|(?:的?(?:全线)?|{any_of('projects', 'works_how')})(?:{any_of('projects', 'undertaken')})"
    r"|的?(?:规划|建设|改造|开工|工程进度|工程建设)|[、与和及为等“]|\((?:专栏|含|包括)"
)
AFTER_FACILITY = re.compile(FOLLOWS)
AFTER_WORKS = re.compile(FOLLOWS + rf"|\(|{any_of('projects', 'after_works')}")
NOT_PROJECT = re.compile(
    rf"""
      \d+个  # 2个
    | (?:{any_of("projects", "not_project")})$  # 道路
    | ”[两二三四五六七八九十\d]+[大个]  # ”两大
    """,
    re.VERBOSE,
)
DESCRIBED = re.compile(rf"{any_of('projects', 'described')}|经济产业(?!园)|我[区市县省]|^[业上好时]")
QUOTED = re.compile(r"“[^”]*”")
ABSTRACT = re.compile(rf"(?:{any_of('projects', 'abstract')})$")
TITLES = re.compile(any_of("projects", "rank"))
BRACKET = re.compile(rf"\((?:[{DIGITS}十]期|[{HAN}]{{1,4}}段)\)")
PHASE = re.compile(r".{3,}[一二三四五六]期")
NUMBERED_ROAD = re.compile(rf"[{HAN}]{{2,8}}[{DIGITS}十东南西北][路街]$")  # 航天三路, 学林北路
OF_OTHERS = re.compile(rf"(?:{any_of('projects', 'of_others')})$")  # what is built there is another's
QUOTED_SITE = re.compile(rf"“([^”]{{4,}}(?:园|{any_of('projects', 'site_ends')}))”$")
NEGATED = re.compile(rf"(?:{any_of('projects', 'forbidden')})(?:{any_of('projects', 'built_new')})|审批[^、]{{2,10}}、")
BARE_PREFIX = re.compile(rf"[区市县州旗](?!级|域|内|外|属|直)[{HAN}]")
SIBLINGS = ("新城", "大道", "大桥")  # 问津新城、阳逻新城、航天新城: what stands beside names of its kind is one of them
PHASES = re.compile(rf"([{HAN}A-Z\d]{{3,20}})([一二三四五六])、([一二三四五六])期")  # 京东电商产业园二、三期
PHASES_WRITTEN = tuple(f"{number}期" for number in "一二三四五六")
AREAS = ("地区", "城区", "老城", "片区")
OTHERS = re.compile(r"(?<![高中初平])等(?!级|待|候|效)")
FIRMS = re.compile(rf"等[{HAN}\d]{{0,4}}(?:{any_of('projects', 'firm')})")  # 助推万达广场等企业建设网上商场
LINKS = re.compile(
    rf"{any_of('projects', 'links')}|连接(?!线)|[的等向由]|是|(?:^|[具拥设含享])有|有[{DIGITS}十\d条序力]"
)
SHARED = re.compile(
    rf"""
    (?:
        (?P<whole>整体(?:{any_of("projects", "whole_renewal")})(?:{any_of("projects", "works_noun")})?)  # 整体迁建项目
      | (?P<tail>(?:{any_of("projects", "renewed")})?(?:{any_of("projects", "renewal")})(?:{any_of("projects", "works_noun")})?)  # 管网改造提升项目
      | (?:\d+|[{DIGITS}十两])[个座所家条处](?P<counted>[{HAN}]{{2,10}})  # 2个某某
    )
    $""",
    re.VERBOSE,
)
# what a list counts at its end: 白石、云岭镇等3家中心敬老院
COUNTED_TAIL = re.compile(
    rf"等(?:\d+|[{DIGITS}十两]+)[个座所家条处](?P<counted>[{HAN}]{{2,10}}?)(?=$|{any_of('projects', 'counted_works')})"
)
# what follows the last of several phases is each one's: 柳溪二期、石沟一期、白河三期生态治理工程
PHASED_TAIL = re.compile(
    rf"[{HAN}]{{2,12}}[一二三四五六]期(?P<phased>[{HAN}]{{2,12}}(?:{any_of('projects', 'works_noun')}))$"
)


@cache
def _cues() -> ahocorasick.Automaton:
    """Finds all cues in one walk over a text, from its end: they end in fewer letters than they begin with."""
    made = ahocorasick.Automaton()
    for word in CUES:
        made.add_word(word[::-1], word)
    made.make_automaton()
    return made


def cues_in(text: str) -> list[int]:
    """Where the cues of a text begin, in their order."""
    return sorted([len(text) - 1 - passed for passed, _ in _cues().iter(text[::-1])])


@lru_cache(maxsize=8192)
def left_over(name: str) -> int:
    """How many characters of a name are in no plain word and no type word, reading it in the way that leaves fewest."""
    base = BRACKET.sub("", name)
    best = [0] + [99] * len(base)
    for end in range(1, len(base) + 1):
        best[end] = best[end - 1] + (base[end - 1].isalnum() or base[end - 1] == "“")
        for length in range(1, min(7, end) + 1):
            word = base[end - length : end]
            if end == 1 and word in LEADS_NAMES:
                continue
            if word in PLAIN or (length > 1 and word in TYPE_WORDS):
                best[end] = min(best[end], best[end - length])
    return best[-1]
