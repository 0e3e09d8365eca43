"""The facts of a holder: each of the titles printed with a name is one post held."""

import re
from collections.abc import Iterator

from extract.document import Block
from extract.facts import Doubt, Fact, Kind, Party, Relation
from extract.formats.titles.over_blanks import runs_over_blanks
from extract.lexicon import any_of
from extract.names.persons.holders import Holder

RULE = "titles"
PORTFOLIO = re.compile(
    rf"""
    (?:同志)?[:,]?  # 同志:
    (?:
        {any_of("persons", "portfolio")}|主持(?!召开|会议|[。,;]|$|[^,。]{{0,12}}(?:会|仪式|活动))  # 负责
      | 对[^,。]{{2,40}}负  # 对某某负
    )""",
    re.VERBOSE,
)
LONGEST_QUOTE = 300
# 县人大常委会任命的副县长丁某、|县财政局局长石某
APPOINTED_BY = re.compile(
    rf"(?:{any_of('persons', 'appointed_by')}|委员?会|[省市县区]委)任命的(?:[^,;。的]{{0,40}}、)?$"
)
LONGEST_LEAD = 60  # characters


def facts_of(block: Block, holder: Holder, date: str | None, rule: str) -> Iterator[Fact | Doubt]:
    """One fact a post of the holder; a doubt where name and post stand too far apart for a quotation."""
    if runs_over_blanks(block, holder):
        return  # the account of cues doubts them
    appointed = holder.offices and _is_appointed(block.text.text, holder)
    for office in holder.offices:
        if office.post == "班子成员":
            continue  # 石溪镇班子成员包村安排: a set of people, unless an order says who becomes one
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
        if appointed:  # on which day, the text does not say
            yield Fact(Relation.APPOINTED, person, body, evidence, f"{RULE}.appointed", office.post)
        else:
            yield Fact(Relation.HOLDS, person, body, evidence, rule, office.post, date)


def _is_appointed(text: str, holder: Holder) -> bool:
    """Whether what stands before the title says who appointed its bearer: 由省人大常委会批准任命的|市检察院检察长丁某."""
    office = holder.offices[0]
    begin = office.post_start if office.body_start is None else office.body_start
    left = max(0, begin - LONGEST_LEAD)
    return text.find("任命的", left, begin) >= 0 and APPOINTED_BY.search(text[left:begin]) is not None
