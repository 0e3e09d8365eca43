"""The clauses of duties in running text: where each begins and ends, who opens it, who stands beside.

In:  县财政局负责资金保障;县发改局负责立项工作,县审计局配合。 · 县水利局对水资源保护负责
Out: the spans of the clauses; patterns whose groups tell the units, the verb and what is to be done
"""

import re
from collections.abc import Iterator

from extract.formats.items.item import without_enumerator
from extract.lexicon import any_of
from extract.names.marks import HAN
from extract.names.statement import list_end
from extract.names.units import unit_list

NO_HEAD = r"(?!同志|人(?![力口事民才防大社武居工员文]))"  # 负责人 is a person, 负责人力资源 is none
CLAUSE = re.compile(
    rf"""(?:(?:即|其中|同时),?)?由?(?:所?涉及的)?
    (?P<units>[^,。;:]{{2,160}}?)(?:(?<=\)),)?
    (?:作?[为是][^,。;:]{{2,30}}(?:{any_of("items", "organ_noun")}),)?                      # 县公安局|是养犬管理的主管部门,|负责…
    (?:,?(?:按照?|根据|依照)(?:各自)?的?职[责能](?:分工)?,?              # 按照各自职能分工,
      |要|应当?|须|{any_of("items", "in_what_way")}|:|——){{0,8}}            # 县公安局:负责…
    (?P<verb>负责{NO_HEAD}|牵头负责{NO_HEAD}|牵头(?!{any_of("shared", "unit")})|配合(?!{any_of("shared", "unit")})|协助|参与|承担)(?P<text>[^。]*)""",
    re.VERBOSE,
)
# 县水利局对水资源保护负责,县生态环境局对水环境质量负责
OVER = re.compile(
    r"""
    (?:^|(?<=[,。;:]))(?P<units>[^,。;:对]{2,60})  # 县水利局
    对(?P<text>[^,。;:]{2,60}?)(?P<verb>负责)(?=[,。;]|$)  # 对水资源保护负责
    """,
    re.VERBOSE,
)
SENTENCE = re.compile(
    rf"""
    [^;。]+?
    (?:[;。]|(?<=[{HAN}])\.(?=[{HAN}]{{3,20}}(?:{any_of("items", "leads_or_answers")}))|(?=,由[^,;。]{{2,180}}(?:{any_of("items", "leads_or_answers")}))|$)  # ,由县财政局负责; 监管工作.县卫健局负责
    """,
    re.VERBOSE,
)
ASSISTED = re.compile(
    rf"""
    [,;]  # ,
    (?:
        并?(?P<with>{any_of("items", "acts_with")})(?P<joined>[^,。;:]{{2,160}})  # 并会同某某
      | (?P<units>[^,。;:]{{2,160}}?)(?:{any_of("items", "helps_how")})*(?P<verb>{any_of("items", "helps")})  # 某某密切配合
    )
    (?=[,;。]|$)""",
    re.VERBOSE,
)
WITH = re.compile(rf"[,;]并?(?P<with>{any_of('items', 'acts_with')})")
# 会同县财政局|加快推进…: what the leading unit does with those beside it
DOES = re.compile(rf"{any_of('duties', 'does')}|推[进动]|对")
LONGEST_JOINED = 160  # characters of the units after 会同
NEXT_LEADER = re.compile(
    rf",(?=由?(?P<units>[^,;。:]{{2,40}}?)(?:{any_of('items', 'mainly')})?(?:{any_of('items', 'leads_or_answers')})[{HAN}])"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the clauses: to a semicolon or full stop, or to the comma before the next unit (…,区民政局负责…)."""
    for sentence in SENTENCE.finditer(text):
        start, end = sentence.span()
        first, _ = without_enumerator(text, start, end)
        for mark in NEXT_LEADER.finditer(text, first, end) if CLAUSE.match(text, first, end) else ():
            listed = unit_list(text, *mark.span("units"))
            if listed.units and not listed.rest:
                yield start, mark.end()
                start = mark.end()
        yield start, end


def places_beside(text: str, position: int, end: int) -> Iterator[tuple[tuple[int, int], int, int, int]]:
    """The span of the word, where the list begins and ends, and where the text goes on, each way to read it."""
    if more := ASSISTED.match(text, position, end):
        yield (
            more.span("with" if more["with"] else "verb"),
            *more.span("joined" if more["with"] else "units"),
            more.end(),
        )
    if more := WITH.match(text, position, end):
        stop = list_end(text, more.end(), min(end, more.end() + LONGEST_JOINED), DOES)
        yield more.span("with"), more.end(), stop, stop
