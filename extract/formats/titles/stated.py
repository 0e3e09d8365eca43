"""The facts of a holder: each of the titles printed with a name is one post held."""

import re
from collections.abc import Iterator

from extract.document import Block
from extract.facts import Doubt, Fact, Kind, Party, Relation
from extract.names.persons.holders import Holder

RULE = "titles"
PORTFOLIO = re.compile(
    r"""
    (?:同志)?[:,]?  # 同志:
    (?:
        负责|分管|主管|协助|联系|领导|牵头负责|主持(?!召开|会议|[。,;]|$|[^,。]{0,12}(?:会|仪式|活动))  # 负责
      | 对[^,。]{2,40}负  # 对某某负
    )""",
    re.VERBOSE,
)
LONGEST_QUOTE = 300


def facts_of(block: Block, holder: Holder, date: str | None, rule: str) -> Iterator[Fact | Doubt]:
    """One fact a post of the holder; a doubt where name and post stand too far apart for a quotation."""
    for office in holder.offices:
        begin = office.post_start if office.body_start is None else office.body_start
        start, end = min(begin, holder.name_start), max(office.post_end, holder.name_end)
        source_start, source_end = block.text.span(start, end)
        if source_end - source_start > LONGEST_QUOTE:
            yield block.doubt(holder.name_start, holder.name_end, f"{RULE}.far", "title_too_far")
            continue
        body = Party(office.kind, office.body)
        if office.body_start is not None and office.body_end is not None:
            body = block.party(office.kind, office.body_start, office.body_end)
        person = block.party(Kind.OFFICIAL, holder.name_start, holder.name_end)
        evidence = block.evidence(start, end, at=holder.name_start)
        yield Fact(Relation.HOLDS, person, body, evidence, rule, office.post, date)
