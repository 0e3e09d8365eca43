"""Who is in charge of each body that a page lists, said by a label below its name.

In:  一、安山县水利站 / 主要职责：… / 负责人：石磊 / 二、安山县种子站 / 单位负责人：丁力
Out: holds(石磊 → 安山县水利站, 负责人), holds(丁力 → 安山县种子站, 单位负责人)

Between the name of the body and the label stand only lines that open with labels of their own.
"""

import re
from collections.abc import Iterator

from extract.document import Block, Notice
from extract.facts import Fact, Kind, Party, Relation
from extract.formats.establishment.heads import HEADS_RULE
from extract.formats.establishment.part import LONGEST_QUOTE
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.labels import LABEL
from extract.names.marks import ENUMERATOR, HAN
from extract.names.people import is_person_name

IN_CHARGE = re.compile(
    rf"(?P<post>(?:{any_of('establishment', 'charged_of')})?负责人):(?P<name>[{HAN}·]{{2,12}})(?=[,;。(]|$)"
)
MAY_HEAD = sign_of(IN_CHARGE)
LABELLED = re.compile(rf"[{HAN}]{{2,8}}:")
NAME = re.compile(rf"(?:{ENUMERATOR})?(?P<name>[{HAN}()]{{4,30}})$")
FAR = 6  # lines between the name of a body and the label


def in_charge(notice: Notice) -> Iterator[Fact]:
    """The posts that labels below names of bodies state."""
    if not notice.signs & MAY_HEAD:
        return
    for index, block in enumerate(notice.blocks):
        told = IN_CHARGE.match(block.text.text) if not block.is_row and block.text.signs & MAY_HEAD else None
        if told is None or not is_person_name(told["name"]):
            continue
        body = _body_above(notice, index)
        if body is None or body.start is None:
            continue
        evidence = block.evidence(0, told.end(), at=told.start("name"))
        if evidence.end - body.start > LONGEST_QUOTE:
            continue
        person = block.party(Kind.OFFICIAL, *told.span("name"))
        yield Fact(Relation.HOLDS, person, body, evidence, HEADS_RULE, told["post"], notice.dated)


def _body_above(notice: Notice, index: int) -> Party | None:
    """The body whose name stands alone above a label; None where a task or anything else stands between."""
    for block in reversed(notice.blocks[max(0, index - FAR) : index]):
        text = block.text.text
        if block.is_row or _answers(text):
            return None
        if LABELLED.match(text):
            continue
        return _named(block)
    return None


def _answers(text: str) -> bool:
    """Whether a line says who answers for a task: 责任单位:县水利局."""
    label = LABEL.match(text)
    return label is not None and bool(label["unit"] or label["official"])


def _named(block: Block) -> Party | None:
    alone = NAME.match(block.text.text)
    kind = kind_of_body(alone["name"]) if alone and not is_aggregate(alone["name"]) else None
    return block.party(kind, *alone.span("name")) if alone and kind in (Kind.DEPARTMENT, Kind.STREET) and kind else None
