"""Items in running text whose responsibilities stand beside them: brackets, lines of their own, closing sentences.

1. 建设托育园。(牵头单位:区卫健委;责任单位:区教育局)推进医改。(牵头单位:区卫健委)   → two items in one paragraph
一、促进消费 / 1. …。 / 2. …。 / (牵头单位:区商务局)                                    → one item: the block since the heading
3. 征地拆迁问题 / …。 / 分管领导:张某 / 由区自然资源局牵头,协调区信访局参加。               → the heading is the item
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.document import Block, Notice
from extract.facts import Doubt, Fact, ItemRecord
from extract.formats.items.around import GROUP_LINE, in_footer, in_group, stands_over_rows
from extract.formats.items.brackets import LONGEST_BRACKET, PAIRS, bare_lists, brackets, closes
from extract.formats.items.item import (
    MARK,
    TEXT_LABEL,
    Item,
    item_label,
    outcome,
    trimmed,
    without_enumerator,
)
from extract.formats.items.openings import told_after_name
from extract.formats.items.pairs import Pair, sheets_of
from extract.names.labels import FIRST_LEADS, LABEL, gapped_label
from extract.names.marks import DIGITS, ENUMERATOR, HAN
from extract.names.shares import Share, Statement
from extract.names.statement import statement
from extract.names.units import breaks

RULE = "responsibilities"
LONGEST_NAME = 40
BARE_LABEL = rf"(?:牵头|责任|配合|协办|主办|承办)(?:单位|部门)(?=[{HAN}]{{2,24}}$)"  # 责任单位 / 县文旅局: no colon
CUE = re.compile(
    r"""
      牵头|会同|责任|配合|负责|协办|协助|承办|主办|主责|参加|参与|领导:|时限|落实单位|实施单位|主管|包[抓保联]单位|帮扶单位
    | (?:落实|实施|办理)(?=[)）\]】。;；]|$)   # (县水利局、县财政局按职责分工落实)
    """,
    re.VERBOSE,
)
SAYS_DUTIES = re.compile(
    rf"(?:{ENUMERATOR})?[^,。;:]{{2,40}}(?:负责|配合做好|协助)"
)  # what a unit has to do, not who answers
LABEL_CUE = re.compile(rf"(?:[位门体构道镇室区求限点间期排导人志长])[:为]|分工:|\):|^{BARE_LABEL}")
SENTENCE = re.compile(
    r"""
    (?:(?:该|此|本)项(?:工作|任务)|具体工作)?由[^。;]{2,300}?(?:牵头|负责|承办|主办|分工[^,。;]{0,6}(?:落实|实施)|(?:落实|组织实施)(?=[。;]?$))  # 该项工作由某某牵头
    [^。;]{0,300}(?:;[^。;]{2,200})*[。;]?$  # 某;某某。
    """,
    re.VERBOSE,
)
# 市财政局、市民政局负责。
BARE_SENTENCE = re.compile(
    r"""
    ^[^。;由]{3,120}?(?:牵头|负责|分工(?:抓好|组织)?(?:落实|实施))  # 某某按职责分工落实
    (?:[,、][^。;]{2,160})?[。;]?$
    """,
    re.VERBOSE,
)
OF_ITEM = re.compile(rf"[{HAN}]{{2,8}}(?:\([^()]{{1,8}}\))?:.")  # 建设单位:县水务公司, of an item that a label names
HEADING_END = "。;:!?,、"
LONGEST_HEADING = 60
MEMBERS = re.compile(r"成员(?:单位)?[:为由]|任(?:副?组长|成员)")
INTRODUCED = re.compile(r"由[^。;]{2,200}?(?:牵头|会同)")
LONGEST_LABEL = 12
PROGRESS = re.compile(
    r"(?:工作|目前|当前|最新|完成|推进|落实|项目)?(?:进展|进度|完成|推进|落实)(?:情况|与成效|及成效|成效)?:"
)
CONTACT = re.compile(r"(?:联系|办公|咨询|服务|监督|投诉|举报|单位|办事)?(?:电话|地址|时间|邮箱|传真|邮编|网址|方式):")
BULK = 12  # paragraphs that a bracket on a line of its own may close at most


IN_WORDS, IN_FIGURES = re.compile(rf"[{DIGITS}十百]+"), re.compile(r"\d+")


@dataclass(slots=True)
class _Open:
    """Paragraphs that nobody answers for yet: the heading above them, and the item that the last statement closed."""

    heading: Block | None = None
    blocks: list[Block] = field(default_factory=list)
    item: Item | None = None
    below: Item | None = (
        None  # the paragraphs below the heading that names the item, of which they are the text if one line answers
    )
    stated: list[tuple[Block, Statement]] = field(default_factory=list)
    named_by_heading: bool = False
    text_labelled: bool = False  # whether the paragraph at hand opens with 项目内容:
    sheet: bool = False  # whether the heading is the name that a sheet gives its item
    labelled: bool = False  # whether 项目名称:… names the item at hand, so that 建设内容:… below is of it
    level: str = ""  # the shape of the last item's enumerator: an enumerated line of that shape is no heading


def responsibilities(notice: Notice) -> Iterator[Fact | Doubt | ItemRecord]:
    """The items of a notice's paragraphs, and those who answer for each."""
    bare = bare_lists(notice)
    if not (bare.stated or bare.lone) and not CUE.search(notice.text):
        return
    state, sheets = _Open(), sheets_of(notice.blocks)
    first_leads: str | None = None
    for index, block in enumerate(notice.blocks):
        pairs = sheets.get(index, [])
        if pairs and (pairs[0].names_item or _names_item(state)):
            for pair in pairs:
                yield from _of_pair(notice, pair, first_leads, state)
            continue
        if block.is_row:
            yield from _close(notice, state)
            state = _Open()
            continue
        text = block.text.text
        if "第一" in text or "首位" in text:
            first_leads = _first_leads(text) or first_leads
        regions = list(_regions(notice, index, block, first_leads, state)) if CUE.search(text) else []
        if not regions and index in bare.stated:
            regions = [_with_lead(bare.stated[index], first_leads)]
        elif not regions and index in bare.lone:
            yield block.doubt(bare.lone[index].start, bare.lone[index].end, RULE, "unit_alone")
        if not regions:
            yield from _without_statement(notice, state, block)
            continue
        position = 0
        for said in regions:
            yield from _with_statement(notice, state, block, position, said)
            position = said.end + 1 if text[said.end : said.end + 1] in (")", "]") else said.end
        if re.search(rf"[{HAN}]{{4}}", text[position:]):
            yield from _close(notice, state)
            state.heading, state.blocks, state.named_by_heading = None, [], False
    yield from _close(notice, state)


def _names_item(state: _Open) -> bool:
    """Whether an item is at hand that the labels of a sheet may be of: one with an enumerator, or named in the sheet."""
    return state.item is not None or (state.heading is not None and (state.sheet or _is_marked(state.heading)))


def _is_marked(block: Block) -> bool:
    return MARK.match(block.text.text) is not None


def _of_pair(notice: Notice, pair: Pair, first_leads: str | None, state: _Open) -> Iterator[Fact | Doubt | ItemRecord]:
    """A pair of a sheet on one item: its name, or a label and who answers."""
    block = pair.block
    if pair.names_item:
        yield from _close(notice, state)
        state.heading, state.blocks, state.sheet = block, [], True
        return
    stated = statement(block.text.text, 0, len(block.text), breaks(block.text), first_leads)
    if stated is not None:
        yield from _with_statement(notice, state, block, 0, stated)


def _first_leads(text: str) -> str | None:
    """The word for the first unit of each list from here on: …为牵头单位,下同, or said outside brackets and items."""
    known = FIRST_LEADS.search(text)
    if known is None or not (known["on"] or (not _in_bracket(text, known.start()) and "单位:" not in text)):
        return None
    return known["word"]


def _with_lead(said: Statement, first_leads: str | None) -> Statement:
    """A bare list in a document whose lists begin with the unit that leads."""
    if first_leads and said.shares:
        units = said.shares[0].units
        at = said.shares[0].at
        said.shares[:] = [
            Share(first_leads, at, False, units[:1]),
            *([Share(None, at, True, units[1:])] if units[1:] else []),
        ]
    return said


def _without_statement(notice: Notice, state: _Open, block: Block) -> Iterator[Fact | Doubt | ItemRecord]:
    text = block.text.text
    if state.labelled and OF_ITEM.match(text) and not (item_label(text, 0, len(text)) or MARK.match(text)):
        return
    state.labelled = False
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
    if PROGRESS.match(text) or CONTACT.match(text):
        state.heading, state.blocks = None, []
    elif is_heading(text):
        state.heading, state.blocks = block, []
    elif text[-1] == ":" and not MARK.match(text):
        state.heading, state.blocks = None, []  # …,任务分工如下: stands before the items and is none
    else:
        state.blocks.append(block)


def _with_statement(
    notice: Notice, state: _Open, block: Block, position: int, said: Statement
) -> Iterator[Fact | Doubt | ItemRecord]:
    text = block.text.text
    opening = said.start - 1 if said.start and text[said.start - 1] in PAIRS else said.start
    start, number = without_enumerator(text, position, opening)
    if label := item_label(text, start, opening):
        start = label.end()
    start, end = trimmed(text, start, opening)
    if state.named_by_heading and state.item is not None and opening == said.start and number is None:
        state.stated.append((block, said))
    elif re.search(rf"[{HAN}A-Za-z0-9]{{2}}", text[start:end]):
        yield from _close(notice, state)
        parts = [(block, start, end)]
        if number is None and not position and (torn := _torn_off(state)):
            parts.insert(0, torn)
            number = without_enumerator(torn[0].text.text, 0, torn[2])[1]
        state.level = level_of(number) if number else state.level
        state.item, state.stated = Item(tuple(parts), number), [(block, said)]
    elif state.item is not None:
        state.stated.append((block, said))
    else:
        in_bracket = opening != said.start
        state.item = _whole_block(state, in_bracket)
        state.below = _below(state) if state.named_by_heading and _names_units_alone(text, said) else None
        if state.item is not None:
            state.stated = [(block, said)]
    state.blocks = []


def _torn_off(state: _Open) -> tuple[Block, int, int] | None:
    """The paragraph above as the first part: its bracket is open (如:…), or it has the items' enumerator and no end.

    A page may also break between two sentences of an item: 3.推行绿色采购。…采购体系。/ 建立服务平台。(责任单位:…) / 4.….
    """
    if state.blocks:
        block = state.blocks[-1]
        text = block.text.text
        start, number = without_enumerator(text, 0, len(text))
        is_open = number is not None and text.rfind("(") > text.rfind(")")
        is_item = number is not None and len(state.blocks) == 1 and level_of(number) == state.level
        return (block, start, len(text)) if is_open or is_item else None
    if state.heading is None:
        return None
    text = state.heading.text.text
    start, number = without_enumerator(text, 0, len(text))
    is_item = number is not None and level_of(number) == state.level and "," in text
    return (state.heading, start, len(text)) if is_item else None


def level_of(number: str) -> str:
    """The shape of an enumerator, equal for those of one level: (3) and (12), 一、 and 二、."""
    return IN_WORDS.sub("一", IN_FIGURES.sub("1", number))


def _names_units_alone(text: str, said: Statement) -> bool:
    """Whether a line opens with a label of units (责任单位:…): it may close the text above; 分管领导:… belongs to the heading."""
    label = LABEL.match(text, said.start, said.end)
    return label is not None and bool(label["unit"] or label["open"])


def _below(state: _Open) -> Item | None:
    """The paragraphs below a heading, which one line of units closes: 一、放宽条件 / 城区要以…。 / 责任单位:县公安局."""
    blocks = state.blocks[-BULK:]
    return Item(tuple((block, 0, len(block.text)) for block in blocks)) if blocks else None


def _whole_block(state: _Open, in_bracket: bool) -> Item | None:
    """The item that a statement on a line of its own closes: the paragraphs since the heading, or the heading itself."""
    heading, blocks = state.heading, state.blocks[-BULK:]
    state.named_by_heading = False
    own = len(blocks) == 1 and bool(MARK.match(blocks[0].text.text))  # (一)加强管理 / 1.规范…。 / 牵头单位:…
    if heading is not None and (not blocks or (not in_bracket and not own and MARK.match(heading.text.text))):
        state.named_by_heading = True
        blocks = [heading]
    parts = []
    number = None
    for index, block in enumerate(blocks):
        start = 0
        if index == 0:
            start, number = without_enumerator(block.text.text, 0, len(block.text))
        if label := item_label(block.text.text, start, len(block.text)):
            start = label.end()
        if start < len(block.text):
            parts.append((block, start, len(block.text)))
    return Item(tuple(parts), number) if parts else None


def _close(notice: Notice, state: _Open) -> Iterator[Fact | Doubt | ItemRecord]:
    if state.item is not None:
        item = state.below if state.below is not None and len(state.stated) == 1 else state.item
        if any(said.says_something for _, said in state.stated):
            yield from outcome(notice, item, state.stated, RULE)
        state.item, state.below, state.stated = None, None, []


def is_heading(text: str) -> bool:
    """Whether a paragraph is a heading: short, without a full stop or a comma at its end."""
    if len(text) > LONGEST_HEADING or "。" in text or text[-1] in HEADING_END:
        return False
    return bool(MARK.match(text)) or len(text) <= 30


def _regions(notice: Notice, index: int, block: Block, first_leads: str | None, state: _Open) -> Iterator[Statement]:
    """The statements of a paragraph in their order."""
    text, found = block.text.text, 0
    gaps: frozenset[int] | None = None
    for start, end in brackets(text):
        if end - start > LONGEST_BRACKET or not CUE.search(text, start, end):
            continue
        labelled = LABEL.match(text, start, end)
        if labelled is None and not closes(text, start - 1, end + 1):
            continue
        gaps = breaks(block.text) if gaps is None else gaps
        said = statement(text, start, end, gaps, first_leads)
        if said is not None and (said.says_something or said.deadline):
            found += 1
            yield said
    if found:
        return
    yield from _unbracketed(notice, index, block, first_leads, state)


def _unbracketed(
    notice: Notice, index: int, block: Block, first_leads: str | None, state: _Open
) -> Iterator[Statement]:
    text = block.text.text
    if MEMBERS.search(text) or stands_over_rows(notice, index) or GROUP_LINE.match(text) or in_group(notice, index):
        return
    if in_footer(notice, index):
        return
    gaps = breaks(block.text) if LABEL_CUE.search(text) else frozenset[int]()
    label = _opening_label(text, gaps, after_statement=state.item is not None) if LABEL_CUE.search(text) else None
    if label is None and (state.heading is not None or state.item is not None):
        label = 0 if gapped_label(text, 0, len(text), breaks(block.text)) else None
    if label is not None:
        stop = text.find("。", label) + 1 if text[label - 1 : label] == "," else 0
        said = statement(text, label, stop or len(text), breaks(block.text), first_leads)
        if said is not None and (said.says_something or said.deadline):
            yield said
        return
    led = state.named_by_heading and state.item is not None
    if led and (lead := INTRODUCED.search(text)):
        said = statement(text, lead.start(), len(text))
        if said is not None:
            yield said
        return
    if asked := told_after_name(notice, text):
        yield asked
        return
    position = max(text.rfind("。", 0, len(text) - 1), text.rfind(";", 0, len(text) - 1)) + 1
    if len(text) - position > LONGEST_BRACKET:
        return
    sentence = text[position:]
    if SENTENCE.match(sentence) and (position or state.heading is not None):
        start = text.index("由", position)
    elif position and BARE_SENTENCE.search(sentence) and MARK.match(text):
        start = position
    else:
        return
    said = statement(text, start, len(text))
    if said is not None and (said.shares or start > position):
        said.start = position
        yield said


def _opening_label(text: str, gaps: frozenset[int], *, after_statement: bool) -> int | None:
    """Where labels begin that close a paragraph without brackets: at its start, or after a full stop."""
    for label in LABEL.finditer(text):
        position = label.start()
        bare = label["open"] and not position and LABEL_CUE.match(text)
        in_line = label["unit"] or bare or label["official"] or (label["bare"] and label["bare"].endswith("分工"))
        if not (in_line or (label["deadline"] and after_statement and not position)):
            continue
        if label["bare"] and SAYS_DUTIES.match(text, label.end()):
            continue  # 职责分工:(1)党政办负责宣传;…
        named = (
            position
            and (text[position - 1] == "," or position in gaps)
            and in_line
            and label[0][-1] == ":"
            and _is_name(text, position)
        )
        if position and not named and (text[position - 1] not in "。;)!”—" or _in_bracket(text, position)):
            continue
        if "。" in text[position:-1] and len(text) - position > 200 and not named:
            continue
        return position
    return None


def _is_name(text: str, at: int) -> bool:
    """Whether what stands before a label is but the name of an item: 1、农村道路畅通工程,牵头部门:县交通局。…"""
    mark = MARK.match(text)
    return mark is not None and at - mark.end() <= LONGEST_NAME and not re.search(r"[。;:]", text[mark.end() : at])


def _in_bracket(text: str, at: int) -> bool:
    before = text[max(0, at - LONGEST_BRACKET) : at]
    return before.count("(") > before.count(")")
