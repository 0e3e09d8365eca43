"""Items of responsibility lists: their text, their record, and the facts of those who answer for them.

In:  the cleaned span of an item's text, and the Statement of who answers for it
Out: ItemRecord (always, also if only aggregates answer) and one Fact a unit or official

    1. 建设托育园。(牵头单位:区卫健委;责任单位:区教育局、各街镇)
    → item 建设托育园。 · leads 区卫健委 牵头单位 · assists 区教育局 责任单位 · aggregate 各街镇
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.document import Block, Notice
from extract.facts import Doubt, Evidence, Fact, ItemRecord, Kind, Party, Qualifiers, Relation
from extract.lexicon import any_of
from extract.names.marks import BULLETS, ENUMERATOR, LEVELS, may_open_with_mark
from extract.names.shares import Share, Statement
from extract.names.units import Unit
from extract.slotted import slotted

MARK = re.compile(rf"(?:[-—–{BULLETS}*☆√]+|{ENUMERATOR})\s*")  # what stands before an item
# 项目名称:…/项目内容:…/责任单位:… one a line: what the labels of name and text stand before
NAME_LABEL = re.compile(
    rf"(?:(?:{any_of('items', 'works_kind')})?(?:{any_of('items', 'item_noun')})(?:名称)?|{any_of('items', 'item_label')}):"
)
TEXT_LABEL = re.compile(
    rf"(?:(?:{any_of('duties', 'text_label')})(?:内容|任务)(?:及规模)?|目标任务|任务目标|(?:{any_of('items', 'target_of')})目标|建设规模):"
)
COUNTS = re.compile(r"[\w①-⑳⑴-⒇㈠-㈩❶-❿]")  # of a mark that numbers; a dash does not
LEADING = re.compile(f"{any_of('items', 'leads_alone')}")
DEPUTY = re.compile(rf"(?:[{LEVELS}镇乡村]级)?(?:{any_of('shared', 'of_first_rank')})?副(?![{LEVELS}])")
LONGEST_LABEL = 16  # characters in which the colon of NAME_LABEL or TEXT_LABEL stands
LONGEST_QUOTE = 300


@slotted
@dataclass(frozen=True, slots=True)
class Item:
    """One item: parts of blocks in the order of the text, and the enumerator that stood before it."""

    parts: tuple[tuple[Block, int, int], ...]
    number: str | None = None

    def party(self) -> Party:
        """The item as a party: its whole text as printed, layout and page furniture left out."""
        name = "".join(_printed(block, start, end) for block, start, end in self.parts)
        first, last = self.parts[0], self.parts[-1]
        return Party(Kind.TASK, name, first[0].text.span(*first[1:])[0], last[0].text.span(*last[1:])[1])


def _printed(block: Block, start: int, end: int) -> str:
    return "".join(block.text.between(block.document.text, start, end).split())


def without_enumerator(text: str, start: int, end: int) -> tuple[int, str | None]:
    """Where the item's text begins after its enumerators (一、(二)3. ——), and the last enumerator."""
    number = None
    while start < end and may_open_with_mark(text[start]) and (match := MARK.match(text, start, end)):
        if match.end() == end:
            break
        mark = match[0].strip()
        number = mark if COUNTS.search(mark) else number
        start = match.end()
    while start < end and text[start] in " ;,。、:":
        start += 1
    return start, number


def item_label(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label of the name or the text of an item that text[start:end] opens with: 项目名称:, 建设内容:."""
    if text.find(":", start, start + LONGEST_LABEL) < 0:
        return None
    label = TEXT_LABEL.match(text, start, end) or NAME_LABEL.match(text, start, end)
    return label if label and label.end() < end else None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the separators that lead it in and the spaces and commas that follow it."""
    while start < end and text[start] in " ;,。、:":
        start += 1
    while end > start and text[end - 1] in " ,、:—-":
        end -= 1
    return start, end


def outcome(
    notice: Notice, item: Item, stated: Sequence[tuple[Block, Statement]], rule: str
) -> Iterator[Fact | Doubt | ItemRecord]:
    """The record of an item and the facts of all statements that close it."""
    task = item.party()
    deadline = next((_printed(b, *s.deadline) for b, s in stated if s.deadline), None)
    aggregates = tuple(_printed(b, *span) for b, s in stated for span in s.aggregates)
    yield ItemRecord(
        notice.document.name,
        notice.index,
        task.start or 0,
        task.end or 0,
        task.name,
        item.number,
        deadline,
        aggregates=aggregates,
        unnamed=tuple(_printed(b, *span) for b, s in stated for span in s.unnamed),
    )
    has_lead = any(not share.assists and share.units for _, s in stated for share in s.shares if leads(share))
    for block, one in stated:
        for share in one.shares:
            yield from _facts_of(notice, block, task, share, deadline, has_lead, rule)
        for span in one.rest:
            yield block.doubt(*span, rule, "no_bodys_name")


def leads(share: Share) -> bool:
    """Whether a share's word makes its units the leading ones, so that 责任单位 beside it assist."""
    return share.role is not None and LEADING.search(share.role) is not None


def relation_of(role: str | None) -> Relation:
    """Whether an official leads an item or assists, as every kind of deputy does: 副链长, 县级副河长."""
    return Relation.ASSISTS if role and DEPUTY.match(role) else Relation.LEADS


def _facts_of(
    notice: Notice, block: Block, task: Party, share: Share, deadline: str | None, has_lead: bool, rule: str
) -> Iterator[Fact | Doubt]:
    assists = share.assists or (has_lead and not leads(share))
    qualifiers = Qualifiers(deadline=deadline)
    for start, end in share.people:
        evidence = quote(block, share.at, (start, end))
        yield Fact(
            relation_of(share.role),
            block.party(Kind.OFFICIAL, start, end),
            task,
            evidence,
            f"{rule}.official",
            share.role,
            notice.dated,
            qualifiers,
        )
    for unit in share.units:
        yield Fact(
            Relation.ASSISTS if assists else Relation.LEADS,
            party_of(block, unit),
            task,
            quote(block, share.at, (unit.start, unit.end)),
            rule,
            share.role,
            notice.dated,
            qualifiers,
        )


def party_of(block: Block, unit: Unit) -> Party:
    """The party of a unit in a block; one that is put together has no offsets."""
    if unit.has_offsets:
        return block.party(unit.kind, unit.start, unit.end)
    return Party(unit.kind, unit.name)


def quote(block: Block, role: tuple[int, int], name: tuple[int, int]) -> Evidence:
    """The quotation that holds the name and its role's word; the name alone where both are too far apart."""
    start, end = min(role[0], name[0]), max(role[1], name[1])
    source_start, source_end = block.text.span(start, end)
    if source_end - source_start > LONGEST_QUOTE:
        start, end = name
    return block.evidence(start, end, at=name[0])
