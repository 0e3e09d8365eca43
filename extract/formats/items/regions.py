"""Where a paragraph says who answers: its brackets, the label that opens or closes it, its last sentence.

In:  1. 建设托育园。(牵头单位:区卫健委;责任单位:区教育局)推进医改。(牵头单位:区卫健委) · 责任单位:县文旅局 · 该项工作由县水利局牵头。
Out: the statements of the paragraph in their order
"""

import re
from collections.abc import Iterator

from extract.document import Block, Notice
from extract.formats.items.around import GROUP_LINE, PART_OF_BODY, in_footer, in_group, stands_over_rows
from extract.formats.items.at_hand import AtHand
from extract.formats.items.brackets import LONGEST_BRACKET, brackets, closes
from extract.formats.items.duties.by_whom import told_by_whom
from extract.formats.items.item import MARK
from extract.formats.items.openings import told_after_name
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.labels import LABEL, gapped_label
from extract.names.marks import ENUMERATOR, HAN
from extract.names.shares import Statement
from extract.names.statement import CHIEF, HEADS_LIST, statement
from extract.names.units import breaks

LONGEST_NAME = 40
LED = re.compile(
    rf"(?:[。:,组班部]|^)由?[^,。;:由]{{2,60}}牵头[^。;]{{2,600}}(?:{any_of('duties', 'led_by')})(?=[,。;]|$)"
)
BARE_LABEL = rf"(?:{any_of('answers', 'bare_role')})(?:{any_of('shared', 'unit')})(?=[{HAN}]{{2,24}}$)"  # 责任单位 / 县文旅局: no colon
# each alternative begins with a plain character, so that a text without one of these is passed over at a glance
CLOSED = r"(?=[)）\]】。;；]|$)"
CUE = re.compile(
    rf"""
      {any_of("duties", "who")}|领导:|时限|包[抓保联]单位
    | 长:(?<=[链河湖林田路街巷库渠]长:)  # 副链长:
    | 落实{CLOSED}|实施{CLOSED}|办理{CLOSED}   # (县水利局、县财政局按职责分工落实)
    """,
    re.VERBOSE,
)
MAY_SAY = sign_of(CUE)
SAYS_DUTIES = re.compile(
    rf"(?:{ENUMERATOR})?[^,。;:]{{2,40}}(?:{any_of('items', 'does_work')})"
)  # what a unit has to do, not who answers
LABEL_CUE = re.compile(rf"(?:[位门体构道镇室区求限点间期排导人志长头合任])[:为\]]|分工:|\):|^{BARE_LABEL}")
SENTENCE = re.compile(
    rf"""
    (?:(?:该|此|本)项(?:{any_of("items", "whole_or_work")})|具体工作)?由[^。;]{{2,300}}?(?:{any_of("items", "led_by_sentence")}|分工[^,。;]{{0,6}}(?:{any_of("items", "carried_out")})|(?:落实|组织实施)(?=[。;]?$))  # 该项工作由某某牵头
    [^。;]{{0,300}}(?:;[^。;]{{2,200}})*[。;]?$  # 某;某某。
    """,
    re.VERBOSE,
)
# 市财政局、市民政局负责。
BARE_SENTENCE = re.compile(
    rf"""
    ^[^。;由]{{3,120}}?(?:{any_of("items", "leads_or_answers")}|分工(?:{any_of("items", "sees_to")})?(?:{any_of("items", "carried_out")}))  # 某某按职责分工落实
    (?:[,、][^。;]{{2,160}})?[。;]?$
    """,
    re.VERBOSE,
)
OF_CHIEFS = re.compile(rf"长(?:[制办]|{any_of('items', 'of_chiefs_list')}|$)|{any_of('duties', 'of_chiefs')}")
MEMBERS = re.compile(r"成员(?:单位)?[:为由]|任(?:副?组长|成员)")
NEXT_ITEM = re.compile(r"(?<=。)(?=\d{1,2}[.、](?!\d))")  # …。|2.改造公厕
FORMS_GROUP = re.compile("组成[^,。;]{2,40}[组会班部],")  # 由县教育局、县体育局组成领导小组,负责…: what a group does
# 本办法自2024年1月1日起施行,由县水利局牵头组织实施: who carries out the whole
COMES_INTO_FORCE = re.compile(r"本(?:实施)?[^,。;自]{2,8}自[^,。;]{2,24}起(?:施行|实施|执行|生效)")
# (承办部门:办公室,联系电话:…) as a line of its own
WHOM_TO_ASK = re.compile(
    rf"[(\[](?:{any_of('duties', 'runs_page')})(?:{any_of('shared', 'unit')}|科室)?:[^;。:]{{2,30}}联系(?:电话|人|方式):"
)
INTRODUCED = re.compile(r"由[^。;]{2,200}?(?:牵头|会同)")


def speaks_of_who(block: Block) -> bool:
    """Whether a paragraph may say who answers for something, at a cheap look."""
    return bool(block.text.signs & MAY_SAY and CUE.search(block.text.text))


def regions_of(notice: Notice, index: int, block: Block, first_leads: str | None, state: AtHand) -> Iterator[Statement]:
    """The statements of a paragraph in their order."""
    text, count = block.text.text, 0
    gaps: frozenset[int] | None = None
    if (torn := _torn_bracket(text)) is not None:
        gaps = breaks(block.text)
        stated = statement(text, 0, torn, gaps, first_leads)
        if stated is not None and stated.says_something:
            count += 1
            yield stated
    for start, end in brackets(text):
        if end - start > LONGEST_BRACKET or not CUE.search(text, start, end):
            continue
        if end >= len(text) - 1 and WHOM_TO_ASK.match(text, 0, end):
            continue
        labelled = LABEL.match(text, start, end)
        if labelled is None and not closes(text, start - 1, end + 1):
            continue
        gaps = breaks(block.text) if gaps is None else gaps
        stated = statement(text, start, end, gaps, first_leads)
        if stated is not None and (stated.says_something or stated.deadline):
            count += 1
            yield stated
    if count:
        return
    yield from _unbracketed(notice, index, block, first_leads, state)


def _torn_bracket(text: str) -> int | None:
    """Where the bracket closes that a line above has opened: 协办单位:区发改局、区住建局|)24.加强审批…; None if none does."""
    label = LABEL.match(text)
    close = text.find(")") if label is not None and (label["unit"] or label["official"]) else -1
    while close > 0 and text.count("(", 0, close) == text.count(")", 0, close) + 1:
        close = text.find(")", close + 1)  # of a bracket within
    return close if 0 < close <= LONGEST_BRACKET else None


def _unbracketed(
    notice: Notice, index: int, block: Block, first_leads: str | None, state: AtHand
) -> Iterator[Statement]:
    """The statement of a paragraph without brackets; none where a group's seats, a table or the foot of a page stands."""
    text = block.text.text
    if MEMBERS.search(text) or stands_over_rows(notice, index) or GROUP_LINE.match(text):
        return
    if in_group(notice, index) and not (CHIEF.match(text) and _has_chief(state)):
        return
    if "起" in text and COMES_INTO_FORCE.search(text):
        return
    if in_footer(notice, index) or (PART_OF_BODY.match(text) and LED.search(text)):
        return
    label = _label_at(block, state)
    if label is not None:
        for start, stop in _run_together(text, label):
            stated = statement(text, start, stop, breaks(block.text), first_leads)
            if stated is not None and (stated.says_something or stated.deadline):
                yield stated
        return
    led = state.named_by_heading and state.item is not None
    lead = INTRODUCED.search(text) if led else None
    stated = (
        statement(text, lead.start(), len(text))
        if lead
        else told_after_name(notice, text) or _last_sentence(text, state)
    )
    if stated is not None:
        yield stated
    else:
        yield from told_by_whom(notice, text)


def _run_together(text: str, label: int) -> Iterator[tuple[int, int]]:
    """Where the labels of a paragraph and what stands behind each end; one of several where a page has run items into a line.

    1.建设托育园。责任单位:县卫健局。|2.改造公厕。责任单位:县住建局。
    """
    following = NEXT_ITEM.search(text, label)
    if following is None:
        stop = text.find("。", label) + 1 if text[label - 1 : label] == "," else 0
        yield label, stop or len(text)
        return
    yield label, following.start()
    for later in LABEL.finditer(text, following.end()):
        if later["unit"] and text[later.start() - 1] == "。":
            closing = NEXT_ITEM.search(text, later.end())
            yield later.start(), closing.start() if closing else len(text)


def _label_at(block: Block, state: AtHand) -> int | None:
    """Where the labels of a paragraph begin that say who answers; one that layout divides only where an item is at hand."""
    text, label = block.text.text, None
    if LABEL_CUE.search(text):
        label = _opening_label(text, breaks(block.text), after_statement=state.item is not None)
    if label is None and (state.heading is not None or state.item is not None):
        label = 0 if gapped_label(text, 0, len(text), breaks(block.text)) else None
    if label is not None and CHIEF.match(text, label) and not _has_chief(state):
        return None
    return label


def _has_chief(state: AtHand) -> bool:
    """Whether an enumerated heading names what a chief answers for: (二)清水河 over 河长:…; not 一、县级河长, nor a title."""
    if state.item is not None or state.heading is None:
        return state.item is not None
    text = state.heading.text.text
    return MARK.match(text) is not None and OF_CHIEFS.search(text) is None


def _last_sentence(text: str, state: AtHand) -> Statement | None:
    """What the last sentence says of who answers: …。该项工作由县水利局牵头。"""
    position = max(text.rfind("。", 0, len(text) - 1), text.rfind(";", 0, len(text) - 1)) + 1
    if len(text) - position > LONGEST_BRACKET:
        return None
    sentence = text[position:]
    if FORMS_GROUP.search(sentence):
        return None
    if SENTENCE.match(sentence) and (position or state.heading is not None):
        start = text.index("由", position)
    elif position and MARK.match(text) and (BARE_SENTENCE.search(sentence) or HEADS_LIST.search(sentence)):
        start = position  # …。县水利局(牵头)、县住建局
    else:
        return None
    stated = statement(text, start, len(text))
    if stated is None or not (stated.shares or start > position):
        return None
    stated.start = position
    return stated


def _opening_label(text: str, gaps: frozenset[int], *, after_statement: bool) -> int | None:
    """Where labels begin that close a paragraph without brackets: at its start, or after a full stop."""
    for label in LABEL.finditer(text):
        position = label.start()
        bare = label["open"] and not position and LABEL_CUE.match(text)
        in_line = label["unit"] or bare or label["official"] or (label["bare"] and _answers(text, label, gaps))
        if label[0][-1] == "]" and not _answers(text, label, gaps, alone=True):
            continue  # 第四条【主管部门】县水利局负责…: what an article is about
        if not (in_line or (label["deadline"] and after_statement and not position)):
            continue
        if label["bare"] and SAYS_DUTIES.match(text, label.end()):
            continue  # 职责分工:(1)党政办负责宣传;…
        named = (
            position
            and (text[position - 1] == "," or position in gaps)
            and in_line
            and label[0][-1] in ":]"
            and _is_name(text, position)
        )
        if position and not named and (text[position - 1] not in "。;)!”—[" or in_bracket(text, position)):
            continue
        if "。" in text[position:-1] and len(text) - position > 200 and not named:
            continue
        return position
    return None


def _answers(text: str, label: re.Match[str], gaps: frozenset[int], *, alone: bool = False) -> bool:
    """Whether units stand after a label of one word, 任务分工 or 牵头: …年底前通水。牵头:县住建局;配合:县水利局; `alone`: and nothing else."""
    if (label["bare"] or "").endswith("分工"):
        return True
    stated = statement(text, label.start(), len(text), gaps)
    return stated is not None and any(share.units for share in stated.shares) and not (alone and stated.rest)


def _is_name(text: str, at: int) -> bool:
    """Whether what stands before a label is but the name of an item: 1、农村道路畅通工程,牵头部门:县交通局。…"""
    mark = MARK.match(text)
    return mark is not None and at - mark.end() <= LONGEST_NAME and not re.search(r"[。;:]", text[mark.end() : at])


def in_bracket(text: str, at: int) -> bool:
    """Whether a place in a text stands within a bracket."""
    before = text[max(0, at - LONGEST_BRACKET) : at]
    return before.count("(") > before.count(")")
