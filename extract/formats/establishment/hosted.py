"""Groups whose daily work a list of an organ's duties gives to the organ.

In:  县水利局主要职责是: / (五)承担县河湖长制工作领导小组办公室日常事务。 · 县水利局:负责县防汛抗旱指挥部办公室日常工作。
Out: hosts(县水利局 → 县河湖长制工作领导小组), hosts(县水利局 → 县防汛抗旱指挥部)

The organ is the one that opens the paragraph, else the one of whose duties the list is. Below the head of a section the work
may be the section's: a doubt.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.clean import parts_between
from extract.document import Block, Notice
from extract.facts import Doubt, Fact, Kind, Party, Relation
from extract.formats.establishment.heads import house_of_page
from extract.formats.establishment.part import LONGEST_QUOTE
from extract.formats.scope import heads_organs
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import ENUMERATOR, HAN

RULE = "establishment.hosted"
CUE = re.compile(f"(?:{any_of('establishment', 'daily')})(?:{any_of('establishment', 'work_noun')})")
MAY_HOST = sign_of(CUE)
TAKES = re.compile(
    rf"""
    (?:第[{HAN}]{{1,4}}条|{ENUMERATOR})?(?:(?P<host>[{HAN}]{{3,20}}):)?   # (五) · 县水利局:
    (?:{any_of("establishment", "has_duty")})(?P<groups>[{HAN}“”、()]{{4,90}}?)的?                       # 承担县河湖长制工作领导小组办公室
    (?:{any_of("establishment", "daily")})(?:{any_of("establishment", "work_noun")})(?=[,。;]|$)                                  # 日常事务
    """,
    re.VERBOSE,
)
# 县水利局的主要职责是: · 县水利局贯彻…,主要职责是:
OF_ORGAN = re.compile(
    rf"""
    (?:第[{HAN}]{{1,4}}条|{ENUMERATOR})?(?P<organ>[{HAN}]{{3,24}}?)        # 第三条 县水利局
    (?:贯彻[^:]{{2,120}})?[,。]?(?:在[^,。:]{{2,40}}中)?(?:的)?(?:主要)?(?:{any_of("shared", "duty")})(?:是|为|如下)?:?$  # 的主要职责是:
    """,
    re.VERBOSE,
)
OFFICE = re.compile(f"(?:的|{any_of('establishment', 'whose_office')})?办公室$")
JOINT = re.compile("(?<=领导小组|.办公室|.指挥部|.委员会|联席会议)(?:和|及|以及)")
GROUP_WORD = re.compile(any_of("organs", "group"))
LONGEST_HEADING = 160


def hosted(notice: Notice) -> Iterator[Fact | Doubt]:
    """The groups whose work the organ of a list of duties does."""
    if not notice.signs & MAY_HOST or not CUE.search(notice.text):
        return
    organ: Party | None = house_of_page(notice)
    for block in notice.blocks:
        text = block.text.text
        if block.is_row:
            continue
        if len(text) <= LONGEST_HEADING and (told := OF_ORGAN.match(text)):
            organ = _party(block, *told.span("organ")) or organ
        elif heads_organs(block):
            organ = None
        elif block.text.signs & MAY_HOST and (takes := TAKES.match(text)):
            yield from _hosts(notice, block, takes, organ)


def _hosts(notice: Notice, block: Block, takes: re.Match[str], organ: Party | None) -> Iterator[Fact | Doubt]:
    text = block.text.text
    names = list(_names(text, *takes.span("groups")))
    if not any(GROUP_WORD.search(text, *span) for span in names):
        return
    host = _party(block, *takes.span("host")) if takes["host"] else organ
    if host is None or not all(_is_group(text[slice(*span)]) for span in names):
        yield block.doubt(*takes.span("groups"), RULE, "organ_unknown" if host is None else "group_not_named")
        return
    for start, end in names:
        evidence = block.evidence(takes.start("host") if takes["host"] else start, takes.end())
        if host.start is not None and 0 < evidence.end - host.start <= LONGEST_QUOTE:
            evidence = replace(notice.document.evidence(host.start, evidence.end), line=evidence.line)
        yield Fact(Relation.HOSTS, host, block.party(Kind.GROUP, start, end), evidence, RULE, date=notice.dated)


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The groups of a list; 和 divides only after a group: 县安委会和县减灾委, but 县招商引资和项目建设领导小组."""
    for left, right in parts_between(text, start, end, "、"):
        for joint in JOINT.finditer(text, left, right):
            yield _name(text, left, joint.start())
            left = joint.end()
        yield _name(text, left, right)


def _is_group(name: str) -> bool:
    return kind_of_body(name) is Kind.GROUP and not is_aggregate(name)


def _name(text: str, start: int, end: int) -> tuple[int, int]:
    """A group without the office that does its work: 县防汛抗旱指挥部|办公室."""
    office = OFFICE.search(text, start, end)
    return start, office.start() + len(office[0].removesuffix("办公室").removeprefix("的")) if office else end


def _party(block: Block, start: int, end: int) -> Party | None:
    kind = kind_of_body(block.text.text[start:end])
    return block.party(kind, start, end) if kind is not None and kind is not Kind.GROUP else None
