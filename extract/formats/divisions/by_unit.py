"""Who among the leaders keeps in touch with which part of a house: a heading that says so, and the parts below it.

In:  各年级联系领导: / 高一年级:石磊 / 高二年级:尹青、丁力
Out: liaises(石磊, 高一年级), liaises(尹青, 高二年级) …; below 各科室分管领导: leads, with the role 分管
"""

import re
from collections.abc import Iterator

from extract.clean import Text, parts_between
from extract.document import Notice
from extract.facts import Fact, Kind, Relation
from extract.formats.divisions.lines import source_lines
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN
from extract.names.people import is_person_name
from extract.names.persons.titled import evidence_of

RELATIONS = {"联系": (Relation.LIAISES, "divisions.liaises"), "分管": (Relation.LEADS, "divisions.leads")}
# 附:各年级联系领导: · 科室分管院领导安排如下:
HEADING = re.compile(
    rf"""
    (?:附[件表]?\d?:?)?各?(?:{any_of("divisions", "part_of_house")})  # 附:各年级
    (?P<verb>{"|".join(RELATIONS)})[校院局所]?领导[{HAN}]{{0,6}}:?                # 联系领导:
    """,
    re.VERBOSE,
)
MAY_KEEP = sign_of(HEADING)
PART = re.compile(rf"(?P<part>[{HAN}\d()]{{2,16}}):(?P<who>[{HAN}·、]{{2,40}})[。;]?")


def by_unit(notice: Notice) -> Iterator[Fact]:
    """The leaders of each part, below a heading that announces them."""
    if not notice.signs & MAY_KEEP:
        return
    verb = ""
    for line in _lines(notice):
        if heading := HEADING.fullmatch(line.text):
            verb = heading["verb"]
            continue
        part = PART.fullmatch(line.text) if verb else None
        people = [*parts_between(line.text, *part.span("who"), "、")] if part else []
        if part is None or not all(is_person_name(line.text[left:right]) for left, right in people):
            verb = ""
            continue
        for person in people:
            yield _fact(notice, line, part.span("part"), person, verb)


def _lines(notice: Notice) -> Iterator[Text]:
    for block in notice.blocks:
        if block.is_row:
            yield block.text
        else:
            yield from source_lines(block.document, block.text)


def _fact(notice: Notice, line: Text, part: tuple[int, int], person: tuple[int, int], verb: str) -> Fact:
    relation, rule = RELATIONS[verb]
    who, what = line.span(*person), line.span(*part)
    return Fact(
        relation,
        notice.document.party(Kind.OFFICIAL, *who),
        notice.document.party(kind_of_body(line.text[slice(*part)]) or Kind.DEPARTMENT, *what),
        evidence_of(notice.document, [who, what], who[0]),
        rule,
        role=verb,
        date=notice.dated,
    )
