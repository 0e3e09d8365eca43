"""Items in running text whose responsibilities stand beside them: brackets, lines of their own, closing sentences.

1. 建设托育园。(牵头单位:区卫健委;责任单位:区教育局)推进医改。(牵头单位:区卫健委)   → two items in one paragraph
一、促进消费 / 1. …。 / 2. …。 / (牵头单位:区商务局)                                    → one item: the block since the heading
3. 征地拆迁问题 / …。 / 分管领导:张某 / 由区自然资源局牵头,协调区信访局参加。               → the heading is the item
"""

import re
from collections.abc import Iterator

from extract.document import Block, Notice
from extract.facts import Doubt, Fact, ItemRecord
from extract.formats.items.at_hand import (
    AtHand,
    below_heading,
    is_heading,
    level_of,
    names_units_alone,
    torn_off,
    whole_block,
)
from extract.formats.items.brackets import PAIRS, BareLists, bare_lists
from extract.formats.items.item import (
    MARK,
    TEXT_LABEL,
    Item,
    item_label,
    outcome,
    trimmed,
    without_enumerator,
)
from extract.formats.items.officials import official_over, stands_under
from extract.formats.items.openings import opening_statement
from extract.formats.items.pairs import Pair, sheets_of
from extract.formats.items.regions import CUE, in_bracket, regions_of, speaks_of_who
from extract.lexicon import any_of
from extract.names.labels import FIRST_LEADS, LABEL
from extract.names.marks import HAN
from extract.names.people import is_person_name
from extract.names.shares import Share, Statement
from extract.names.statement import statement
from extract.names.units import breaks

RULE = "responsibilities"
OF_ITEM = re.compile(rf"[{HAN}]{{2,8}}(?:\([^()]{{1,8}}\))?:.")  # 建设单位:县水务公司, of an item that a label names
ONE_SEAT = re.compile(
    rf"[{HAN}]{{1,6}}[长员]:(?P<name>[{HAN}·]{{2,12}})(?:\d{{7,12}})?"
)  # 副河长:石磊, which is no item
NAMES_ITEM = re.compile(rf"[{HAN}A-Za-z0-9]{{2}}")
WORDS_AFTER = re.compile(rf"[{HAN}]{{4}}")  # a statement, which open another item
LONGEST_LABEL = 12
LONGEST_MORE = 40  # characters of a line that tells one more thing of an item
LONGEST_REMARK = 9  # characters of 目前进展情况:, 联系电话:
PROGRESS = re.compile(
    rf"(?:{any_of('duties', 'progress_of')})?(?:{any_of('duties', 'progress_word')})(?:{any_of('duties', 'progress_told')})?:"
)
CONTACT = re.compile(rf"(?:{any_of('duties', 'contact')})?(?:{any_of('duties', 'contact_label')}):")


def responsibilities(notice: Notice) -> Iterator[Fact | Doubt | ItemRecord]:
    """The items of a notice's paragraphs, and those who answer for each."""
    bare = bare_lists(notice)
    if not (bare.stated or bare.lone) and not CUE.search(notice.text):
        return
    state, sheets = AtHand(), sheets_of(notice.blocks)
    for index, block in enumerate(notice.blocks):
        pairs = sheets.get(index, [])
        if pairs and (pairs[0].names_item or _names_item(state)):
            for pair in pairs:
                yield from _of_pair(notice, pair, state)
        elif (over := None if block.is_row else official_over(block)) is not None or block.is_row:
            yield from _close(notice, state)
            state = AtHand(official=(block, over) if over else None, first_leads=state.first_leads)
        else:
            yield from _paragraph(notice, state, index, bare)
    yield from _close(notice, state)


def _paragraph(notice: Notice, state: AtHand, index: int, bare: BareLists) -> Iterator[Fact | Doubt | ItemRecord]:
    """What a paragraph says: statements with what they are of, or words of an item whose statement is still to come."""
    block = notice.blocks[index]
    text = block.text.text
    if not stands_under(state, block):
        yield from _close(notice, state)
        state.official = None
    if "第一" in text or "首位" in text:
        state.first_leads = _first_leads(text) or state.first_leads
    statements = list(regions_of(notice, index, block, state.first_leads, state)) if speaks_of_who(block) else []
    heads = state.heading is not None and not state.blocks and _is_marked(state.heading)
    if not statements and heads and (opened := opening_statement(text)) is not None:
        yield from _with_statement(notice, state, block, 0, opened)
        yield from _close(notice, state)
        state.heading, state.blocks, state.named_by_heading = None, [], False
        return
    if not statements and index in bare.stated:
        statements = [_with_lead(bare.stated[index], state.first_leads)]
    elif not statements and index in bare.lone:
        yield block.doubt(bare.lone[index].start, bare.lone[index].end, RULE, "unit_alone")
    if not statements:
        yield from _without_statement(notice, state, block)
        return
    position = 0
    for one in statements:
        yield from _with_statement(notice, state, block, position, one)
        position = one.end + 1 if text[one.end : one.end + 1] in (")", "]") else one.end
    if WORDS_AFTER.search(text, position):
        yield from _close(notice, state)
        state.heading, state.blocks, state.named_by_heading = None, [], False


def _names_item(state: AtHand) -> bool:
    """Whether an item is at hand that the labels of a sheet may be of: one with an enumerator, or named in the sheet."""
    return state.item is not None or (state.heading is not None and (state.sheet or _is_marked(state.heading)))


def _is_marked(block: Block) -> bool:
    return MARK.match(block.text.text) is not None


def _of_pair(notice: Notice, pair: Pair, state: AtHand) -> Iterator[Fact | Doubt | ItemRecord]:
    """A pair of a sheet on one item: its name, or a label and who answers."""
    block = pair.block
    if pair.names_item:
        yield from _close(notice, state)
        state.heading, state.blocks, state.sheet = block, [], True
        return
    stated = statement(block.text.text, 0, len(block.text), breaks(block.text), state.first_leads)
    if stated is not None:
        yield from _with_statement(notice, state, block, 0, stated)


def _first_leads(text: str) -> str | None:
    """The word for the first unit of each list from here on: …为牵头单位,下同, or said outside brackets and items."""
    known = FIRST_LEADS.search(text)
    if known is None or not (known["on"] or (not in_bracket(text, known.start()) and "单位:" not in text)):
        return None
    return known["word"]


def _with_lead(said: Statement, first_leads: str | None) -> Statement:
    """A bare list in a document whose lists begin with the unit that leads."""
    if first_leads and said.shares:
        units = said.shares[0].units
        span = said.shares[0].at
        said.shares[:] = [
            Share(first_leads, span, False, units[:1]),
            *([Share(None, span, True, units[1:])] if units[1:] else []),
        ]
    return said


def _without_statement(notice: Notice, state: AtHand, block: Block) -> Iterator[Fact | Doubt | ItemRecord]:
    text = block.text.text
    if (":" in text or "为" in text) and (label := LABEL.match(text)) is not None and label["unit"]:
        return  # 牵头单位:县水利局 in the list of a group: no item of what stands below
    if state.labelled and OF_ITEM.match(text) and not (item_label(text, 0, len(text)) or MARK.match(text)):
        return
    state.labelled = False
    if (one := ONE_SEAT.fullmatch(text)) is not None and is_person_name(one["name"]):
        yield from _close(notice, state)
        state.heading, state.blocks, state.named_by_heading = None, [], False
        return
    if state.named_by_heading and state.item is not None and _tells_more(text):
        return
    if state.item is not None:
        yield from _close(notice, state)
        state.heading, state.blocks, state.named_by_heading = None, [], False
    start = without_enumerator(text, 0, len(text))[0] if ":" in text[:LONGEST_LABEL] else 0
    if label := item_label(text, start, len(text)):
        is_text = TEXT_LABEL.match(text, start) is not None
        if not (is_text and state.blocks and state.text_labelled):  # the first of 工作内容:, 工作目标: is the item
            state.heading, state.blocks, state.text_labelled = None, [block], is_text and bool(label)
            state.labelled = not is_text
        return
    state.text_labelled = False
    if ":" in text[:LONGEST_REMARK] and (PROGRESS.match(text) or CONTACT.match(text)):
        state.heading, state.blocks = None, []
    elif is_heading(text):
        state.heading, state.blocks = block, []
    elif text[-1] == ":" and not MARK.match(text):
        state.heading, state.blocks = None, []  # …,任务分工如下: stands before the items and is none
    else:
        state.blocks.append(block)


def _tells_more(text: str) -> bool:
    """Whether a line among those that answer for a heading's item tells one more thing of it: 链主企业:某某有限公司."""
    if len(text) > LONGEST_MORE or text[-1] in "。;:" or MARK.match(text):
        return False
    return OF_ITEM.match(text) is not None and not item_label(text, 0, len(text))


def _with_statement(
    notice: Notice, state: AtHand, block: Block, position: int, said: Statement
) -> Iterator[Fact | Doubt | ItemRecord]:
    text = block.text.text
    opening = said.start - 1 if said.start and text[said.start - 1] in PAIRS else said.start
    start, number = without_enumerator(text, position, opening)
    if label := item_label(text, start, opening):
        start = label.end()
    start, end = trimmed(text, start, opening)
    if state.named_by_heading and state.item is not None and opening == said.start and number is None:
        state.stated.append((block, said))
    elif NAMES_ITEM.search(text, start, end):
        yield from _close(notice, state)
        parts = [(block, start, end)]
        if number is None and not position and (torn := torn_off(state)):
            parts.insert(0, torn)
            number = without_enumerator(torn[0].text.text, 0, torn[2])[1]
        state.level = level_of(number) if number else state.level
        state.item, state.stated = Item(tuple(parts), number), [(block, said)]
    elif state.item is not None:
        state.stated.append((block, said))
    else:
        in_bracket = opening != said.start
        state.item = whole_block(state, in_bracket)
        state.below = below_heading(state) if state.named_by_heading and names_units_alone(text, said) else None
        if state.item is not None:
            state.stated = [(block, said)]
    state.blocks = []


def _close(notice: Notice, state: AtHand) -> Iterator[Fact | Doubt | ItemRecord]:
    if state.item is not None:
        item = state.below if state.below is not None and len(state.stated) == 1 else state.item
        if any(one.says_something for _, one in state.stated):
            over = [state.official] if state.official is not None else []
            yield from outcome(notice, item, [*state.stated, *over], RULE)
        state.item, state.below, state.stated = None, None, []
