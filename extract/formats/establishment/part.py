"""A part of an organ as a fact, and which names can be one's.

In:  the line that names 河湖股, the span of the name, the organ 县水利局
Out: part_of(河湖股 → 县水利局, 内设机构), quoted with its organ where one quotation holds both
"""

import re
from dataclasses import replace

from extract.document import Block, Notice
from extract.facts import Fact, Kind, Party, Relation
from extract.lexicon import any_of
from extract.names.bodies import is_aggregate
from extract.names.marks import HAN

RULE = "establishment.inner"
ROLE = "内设机构"
INNER_END = re.compile(r"[室科处股局司组部办委会队厅]$|中心$|党委$|支部$|工会$")
DOES = re.compile(rf"(?:主要)?(?:{any_of('organs', 'does')})")
LATER = re.compile(  # 离退休干部科|负责
    rf"(?P<name>(?:{any_of('organs', 'later_part')})[{HAN}]{{0,8}}?[科处室股局委会支])(?={DOES.pattern})"
)
LONGEST_QUOTE = 300


def is_inner(name: str) -> bool:
    """Whether a name can be that of an inner organ."""
    return 2 < len(name) <= 24 and bool(INNER_END.search(name)) and not is_aggregate(name) and "、" not in name


def part_of(
    notice: Notice, block: Block, owner: Party, start: int, end: int, role: str = ROLE, rule: str = RULE
) -> Fact:
    """The part that a line names in text[start:end], of its owner."""
    party = block.party(Kind.DEPARTMENT, start, end)
    evidence = block.evidence(start, end)
    if owner.start is not None and 0 < evidence.end - owner.start <= LONGEST_QUOTE:
        line = evidence.line
        evidence = replace(notice.document.evidence(owner.start, evidence.end), line=line)
    return Fact(Relation.PART_OF, party, owner, evidence, rule, role, notice.dated)
