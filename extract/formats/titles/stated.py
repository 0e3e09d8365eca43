"""The facts of a holder: each of the titles printed with a name is one post held.

No title is stated that a line of cells only seems to print, where blanks divide them and no table is known:

In:  清水河　李村至王村　丁力　镇党委副书记　石磊　000000   Out: nothing of 石磊: where names come first, a post is of the one before it
In:  县委书记 丁力 县长 石磊 副县长 尹青                     Out: no body 县委书记丁力县长石磊县人民政府
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.clean import leaps
from extract.document import Block
from extract.facts import Doubt, Fact, Kind, Party, Relation
from extract.lexicon import any_of
from extract.names.offices.office import Office
from extract.names.offices.posts import post_at_end
from extract.names.people import is_person_name
from extract.names.persons.holders import Holder

Span = tuple[int, int]

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
MARKS = frozenset(",;:。!?、")
LONGEST_BODY = 60  # characters


def facts_of(block: Block, holder: Holder, date: str | None, rule: str) -> Iterator[Fact | Doubt]:
    """One fact a post of the holder; a doubt where name and post stand too far apart for a quotation."""
    if _runs_over_blanks(block, holder):
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


def _runs_over_blanks(block: Block, holder: Holder) -> bool:
    """Whether blanks that divide cells stand inside a body, or between a title and the name that only seems to follow it."""
    gaps = [] if block.is_row or isinstance(block.text.offsets, range) else _gaps(block)
    if not gaps or not holder.offices:
        return False
    text = block.text.text
    cells = _cells(text, gaps)
    if any(_is_strung(text, gaps, cells, office) for office in holder.offices):
        return True
    first = holder.offices[0]
    start = first.post_start if first.body_start is None else first.body_start
    if holder.name_start not in gaps or holder.name_start < first.post_end or start not in gaps:
        return False
    before = [text[left:right] for left, right in cells if right <= start]
    return bool(before) and is_person_name(before[-1]) and _names_first(before)


def _gaps(block: Block) -> list[int]:
    """The offsets before which blanks stand in a line of the source; not those before which a line ends."""
    offsets, source = block.text.offsets, block.document.text
    return [gap for gap in leaps(offsets) if "\n" not in source[offsets[gap - 1] + 1 : offsets[gap]]]


def _cells(text: str, gaps: Sequence[int]) -> list[Span]:
    """What stands between blanks and marks; two characters that a blank divides are one name: 丁　力."""
    cuts = {0, len(text), *gaps, *(index for index, char in enumerate(text) if char in MARKS)}
    cells: list[Span] = []
    for left, right in pairwise(sorted(cuts)):
        left += text[left] in MARKS
        if cells and cells[-1][1] - cells[-1][0] == right - left == 1 and left in gaps:
            cells[-1] = (cells[-1][0], right)
        elif left < right:
            cells.append((left, right))
    return cells


def _is_strung(text: str, gaps: Sequence[int], cells: Sequence[Span], office: Office) -> bool:
    """Whether the body of a post takes in a cell before it that is a name or ends with another post."""
    start, end = office.body_start, office.post_start
    if start is None:
        reach = range(min(end, LONGEST_BODY), 0, -1)
        start = next((end - length for length in reach if office.body.startswith(text[end - length : end])), end)
    closed = (text[left:right] for left, right in cells if start < right <= end and right in gaps)
    return any(is_person_name(cell) or post_at_end(cell, 0, len(cell)) for cell in closed)


def _names_first(cells: Sequence[str]) -> bool:
    """Whether a line names a person before it gives a post."""
    told = (is_person_name(cell) for cell in cells if is_person_name(cell) or post_at_end(cell, 0, len(cell)))
    return next(told, False)
