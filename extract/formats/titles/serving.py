"""Persons of whom a notice or a report says what they are today: notices of those about to be appointed, lives, reports.

In:  秦岭,男,汉族,1972年3月生,现任县教育局局长 · 现任县长的石磊 · 丁力(男,本科,县水利局副局长)拟任…
Out: holds for each post of today; nothing of what is to be (拟任), was (曾任) or is proposed
"""

import re
from collections.abc import Iterator

from extract.document import Block, Notice
from extract.facts import Doubt, Fact
from extract.formats.scope import is_division
from extract.formats.titles.stated import RULE, facts_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN
from extract.names.offices.office import Office
from extract.names.offices.titles import offices
from extract.names.people import is_person_name
from extract.names.persons.holders import Holder

SERVING = re.compile(
    rf"""
    (?:^|(?<=[。;、]))(?:\d+[.、])?(?P<name>[{HAN}·]{{2,12}})(?:同志)?,  # 2.某某同志,
    (?:男|女)[^。;]{{0,120}}?(?P<apart>。)?现任(?P<title>[^,。;]{{4,60}})  # 男某现任某某某…
    """,
    re.VERBOSE,
)
# 石磊,男,…。历任…,|现任县委书记: the life that a paragraph tells, and its post of today at the end
OPENS_LIFE = re.compile(rf"(?P<name>[{HAN}·]{{2,12}})(?:同志)?,(?:男|女)[,。]")
NOW_IN_LIFE = re.compile(r"[,。;](?:\d{4}年(?:\d{1,2}月)?(?:起|至今)?)?现任(?P<title>[^,。;]{4,60})(?=[,。;]|$)")
# 现任县委副书记、县长的|石磊, · 1963年出生的|石磊,现任县委书记, · 石磊|仍以县长的身份
NOW_SERVING = re.compile(
    rf"""
      现任(?P<of>[^,。;的]{{3,40}})的(?P<named>[{HAN}·]{{2,4}})(?=[,。;])                    # 现任县长的石磊
    | (?<![{HAN}·、])(?:[^,。;、]{{0,12}}(?:出生|岁)的)?(?P<told>[{HAN}·]{{2,4}}),现任(?P<serves>[^,。;]{{3,40}})(?=[,。;])  # 石磊,现任县长
    | (?<![{HAN}·、])(?P<who>[{HAN}·]{{2,4}}?)(?<![曾将原冒拟欲])(?:[仍还已]|首次|一直)?以(?!候选)(?P<as>[^,。;的]{{3,40}})的?身份                # 石磊以县长的身份
    | (?<![{HAN}·、])(?P<one>[{HAN}·]{{2,4}})(?:同志)?作为(?P<being>[^,。;的]{{4,40}})(?=,)                # 石磊作为县教育局局长,
    """,
    re.VERBOSE,
)
FURTHER = re.compile(r",(?P<title>(?!拟|曾|原|历|先后|并|同时)[^,。;:]{4,40})(?=[,。;]|$)")
# 2.石磊　女　汉族　…　现任镇长　|拟任…, no marks between · 林川(男,1979年1月生,县财政局四级调研员)|拟晋升…
CANDIDATE = re.compile(
    rf"""
    (?:^|(?<=[。;]))(?:\(?\d{{1,3}}[.、)])?(?P<name>[{HAN}·]{{2,4}}?)                       # 2.石磊
    (?:(?:男|女)(?=[{HAN}\d])[^,。;]{{0,80}}?现任(?P<now>[^,。;拟]{{4,60}}?)(?=拟|[,。;]|$)  # 女汉族…现任镇长
      | \((?:男|女),[^()。]{{0,80}}?,(?P<held>[^,()。\d]{{4,40}})\)(?=拟))                # (男,…,县财政局四级调研员)
    """,
    re.VERBOSE,
)
MAY_SERVE = sign_of(SERVING, NOW_IN_LIFE, NOW_SERVING, CANDIDATE)


def _further(text: str, start: int) -> Iterator[Office]:
    """The posts of the clauses after a title that are titles as a whole: 现任县委副书记、县长|,县政府党组书记."""
    while clause := FURTHER.match(text, start):
        held = offices(text, *clause.span("title"))
        if not held or held[0].body_start != clause.start("title") or held[-1].post_end != clause.end("title"):
            return
        if any(kind_of_body(one.body) is None for one in held):
            return
        yield from held
        start = clause.end()


def _in_life(notice: Notice, block: Block) -> Iterator[Fact | Doubt]:
    """石磊,男,…。历任县教育局副局长、局长,现任县委书记: the post of today after those of a life."""
    text = block.text.text
    life = OPENS_LIFE.match(text) if "现任" in text else None
    if life is None or SERVING.search(text) or is_division(notice) or not is_person_name(life["name"]):
        return
    for now in NOW_IN_LIFE.finditer(text, life.end()):
        held = tuple(offices(text, *now.span("title")))
        if held and held[-1].post_end == now.end("title"):
            yield from facts_of(block, Holder(*life.span("name"), held), None, f"{RULE}.serving")


def serving(notice: Notice, block: Block) -> Iterator[Fact | Doubt]:
    """秦岭,男,汉族,1972年3月生,现任县教育局局长: a notice of persons about to be appointed."""
    text = block.text.text
    for match in SERVING.finditer(text) if "现任" in text else ():
        if match["apart"] and is_division(notice):
            continue  # 丁某,男,…党员。现任副县长。 above the duties: read by the format of divisions
        held = tuple(offices(text, *match.span("title")))
        held = (*held, *_further(text, match.end("title"))) if held else ()
        if held and is_person_name(match["name"]):
            yield from facts_of(block, Holder(*match.span("name"), held), None, f"{RULE}.serving")
    yield from _in_life(notice, block)
    for match in NOW_SERVING.finditer(text) if "现任" in text or "身份" in text or "作为" in text else ():
        name, title = next(
            pair for pair in (("named", "of"), ("told", "serves"), ("who", "as"), ("one", "being")) if match[pair[0]]
        )
        held = tuple(offices(text, *match.span(title)))
        if held and held[-1].post_end == match.end(title) and is_person_name(match[name]):
            yield from facts_of(block, Holder(*match.span(name), held), None, f"{RULE}.serving")
    for match in CANDIDATE.finditer(text) if "拟" in text else ():
        span = match.span("now") if match["now"] else match.span("held")
        held = tuple(offices(text, *span))
        if held and held[-1].post_end == span[1] and is_person_name(match["name"]):
            yield from facts_of(block, Holder(*match.span("name"), held), None, f"{RULE}.serving")
