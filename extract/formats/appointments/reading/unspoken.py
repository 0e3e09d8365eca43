"""Parts without a verb of their own: a row, a label, a remark, a further post of the person before.

In:  副主任:李四、王五 · 洛河市副市长　召雨　昌黎明 · 试用期一年 · 县财政局局长 after 王五任县审计局局长,
Out: the state after the part and whether it is settled; facts and remarks in the ledger
"""

import re

from extract.facts import Kind
from extract.formats.appointments import clauses as grammar
from extract.formats.appointments.clauses import Statement
from extract.formats.appointments.manners.columns import columns, glued_row
from extract.formats.appointments.manners.elections import listed, title_above_names, title_then_names
from extract.formats.appointments.reading.decisions import elect, of_same_person, taken
from extract.formats.appointments.reading.posts import posts_of
from extract.formats.appointments.reading.state import Reading, Setting, Spans, State
from extract.formats.appointments.remarks import NAMED_REMARK, REMARK, remark_in
from extract.names.marks import HAN
from extract.names.offices.office import Office
from extract.names.offices.titles import offices

ELECTED_AS = re.compile("新?[当产选][选生出]的")  # 当选的|县纪委委员:
MOST_ROWS = 60  # lines of a list above the one at hand
HEADING = re.compile(rf"[{HAN}]{{4,20}}[单员]")  # 新一届政府主要官员, 任职名单
LONGEST_BARE = 10  # characters of a removal that names no post: 免去其职务


def unspoken(setting: Setting, state: State, start: int, end: int, mark: str, leaving: bool) -> Reading:
    """After a part without a verb of its own."""
    after = _row(setting, state, start, end, mark, leaving)
    if after is None and state.names:
        after = of_same_person(setting, state, start, end, leaving)
    if after is not None:
        return after, True
    if _is_remark(setting, state, start, end, mark):
        return state, True
    if state.label and mark != ":" and (names := listed(setting.passage, start, end)):
        elect(setting, state, names)
        return state, True
    if mark == ":" and state.relation:
        return _label(setting, state, start, end)
    text = setting.text
    told_next = mark == "," and not state.ordered and grammar.SAID_NEXT.match(text, end)
    if told_next and (names := grammar.names_in(text, start, end)):
        return state._replace(names=names), True  # 周启明,|任县审计局局长
    if because := grammar.BECAUSE.search(text, start + 1, end):
        lead = grammar.REASON.match(text, start, end)
        who = grammar.names_in(text, lead.end() if lead else start, because.start())
        state = state._replace(names=who or state.names)
    no_post = leaving and end - start < LONGEST_BARE and text.endswith("职务", start, end)
    return state, no_post and not offices(text, start, end - len("职务"))


def announced(setting: Setting, state: State, start: int, end: int) -> Spans:
    """石磊　县教育局副局长 below 聘任下列同志为县政府督学: who takes the post of the label; the one beside the name is held until now."""
    if not state.relation or not state.label or state.label[0].body_start is None:
        return ()
    beside = columns(setting.text, start, end, setting.passage.gap, setting.known())
    held = offices(setting.text, *beside.title) if beside else []
    other = bool(held) and held[0].body_start is not None and held[0].body != state.label[0].body
    return beside.names if beside and other else ()


def _row(setting: Setting, state: State, start: int, end: int, mark: str, leaving: bool) -> State | None:
    """After a line of a list of those elected, or a row of names and posts in columns."""
    passage = setting.passage
    if state.mode == "选举" and (above := title_above_names(passage, start, end)):
        return state._replace(label=tuple(above))
    if state.relation and (row := title_then_names(passage, start, end)):
        state = state._replace(label=tuple(row.title))
        elect(setting, state, row.names)
        rest = setting.text[row.remark : end]
        if rest:
            setting.ledger.qualify(remark_in(rest), "试用" in rest, row.remark)
        return state
    posts_alone = state.ordered and state.mode == "选举"  # 选出安山县人民政府县长、副县长: whom, the lines below say
    if not state.relation or posts_alone or (mark == ":" and offices(setting.text, start, end)):
        return None
    if names := announced(setting, state, start, end):
        elect(setting, state, names)
        return state
    beside = columns(setting.text, start, end, passage.gap, setting.known()) or _glued(setting, start, end)
    return taken(setting, state, beside, leaving) if beside else None


def _glued(setting: Setting, start: int, end: int) -> Statement | None:
    """县水利局局长丁力 below 任命: a line of a list whose title runs into its name, below the order or such lines below it."""
    text = setting.text
    row = glued_row(text, start, end)
    if row is None or text[start - 1 : start] not in ("", "\n") or text[end : end + 1] not in ("", "\n", ";", "。"):
        return None
    return row if _stands_below_order(setting, start) else None


def _stands_below_order(setting: Setting, start: int) -> bool:
    """Whether the first line above that is no row of the list orders it: 任命:, or heads a table that the text has ordered."""
    text = setting.text
    for _ in range(MOST_ROWS):
        stop = start - 1
        if stop <= 0:
            return False
        start = text.rfind("\n", 0, stop) + 1
        if not _is_row(setting, start, stop):
            break
    tabled = text.rfind("下表", 0, start) >= 0 and HEADING.fullmatch(text, start, stop) is not None
    return tabled or (text[stop - 1] == ":" and grammar.ORDER.match(text, start, stop) is not None)


def _is_row(setting: Setting, start: int, end: int) -> bool:
    """Whether a line is of a list of titles and names, run together or apart."""
    return bool(glued_row(setting.text, start, end) or title_then_names(setting.passage, start, end))


def _is_remark(setting: Setting, state: State, start: int, end: int, mark: str) -> bool:
    """Whether a part is a remark on facts before it, to which it is added: 以上同志试用期一年, 其中杜鹃试用期一年."""
    text, ledger = setting.text, setting.ledger
    if (named := NAMED_REMARK.match(text, start, end)) and ledger.qualify_named(named, end):
        return True
    if not REMARK.match(text, start, end):
        return False
    if mark != ":" and (not state.unread or ledger.said):  # 挂职干部: is said of those below
        ledger.qualify(remark_in(text[start:end]), "试用" in text[start:end], start)
    return True


def _label(setting: Setting, state: State, start: int, end: int) -> Reading:
    """After a label, whose posts those below it hold: 主任:, 为:县财政局局长:."""
    text = setting.text
    begin = start + (text[start] == "为")
    if lead := ELECTED_AS.match(text, begin, end):
        begin = lead.end()
    label = offices(text, begin, end, state.heading) if state.heading else posts_of(setting, state, begin, end)
    if label and _is_of_no_group(label[0], begin):  # 县水利局局长。 / 副组长:石某
        label = []
    if not label and state.labelled is not None:  # 甲村村委会主任:丁某 / 委员:石某
        label = offices(text, begin, end, state.labelled)
    return state._replace(label=tuple(label), labelled=label[0] if label else None), bool(label)


def _is_of_no_group(seat: Office, start: int) -> bool:
    """Whether a bare seat that only groups have is read as one of an agency named before: 县水利局局长。 / |副组长."""
    borrowed = seat.body_start is None or seat.body_start < start
    return borrowed and seat.post.endswith("组长") and seat.kind is not Kind.GROUP
