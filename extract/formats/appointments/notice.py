"""Personnel notices: who was appointed to which post of which body, who left it, on which day, on what terms.

In:  a notice, or a section 人事任免 that tells of several
Out: one fact a person and post; a Doubt for a clause that names a person and a change and cannot be settled; a count
     that the notice states (等25人), beside what was found

    区人民政府于2019年4月2日发出通知,任命:雷火清同志任区发展和改革局副局长(正处级)
    → 雷火清 appointed to 区发展和改革局, role 副局长, date 2019-04-02, rank 正处级
"""

import re
from collections.abc import Iterator, Sequence

from extract.document import Notice
from extract.facts import CountRecord, Doubt, Fact, Relation
from extract.formats.appointments import clauses as grammar
from extract.formats.appointments.counts import counted
from extract.formats.appointments.manners.elections import committee_elected, heading_of, listed
from extract.formats.appointments.manners.passed import leads_to_proposal
from extract.formats.appointments.manners.tables import rows_of
from extract.formats.appointments.parts import NEW_STATEMENT, parts
from extract.formats.appointments.passage import Passage, passage_of
from extract.formats.appointments.reading.elected import after_election, elected_by_roll
from extract.formats.appointments.reading.state import Setting, State, first_state, setting_of
from extract.formats.appointments.reading.statements import SERVED, part_read
from extract.formats.appointments.reading.unspoken import announced
from extract.formats.appointments.unread import LONGEST_CLAUSE, UNREAD, is_unread_change, names_somebody
from extract.formats.chronicles import after_day, entry_day, month_of_line
from extract.formats.dating import dating_of
from extract.formats.scope import MONTH_ALONE, NUMBERED, PROPOSED, YEAR_ALONE, is_personnel, personnel_blocks
from extract.lexicon import any_of
from extract.names.dates import days_in
from extract.names.marks import HAN
from extract.names.people import is_person_name

POST_END = "长记任席员理师"
FORMER = re.compile("原担?任")
LEAST_APART = 5  # characters before such a layout space
Part = tuple[int, int, str]
STOP = re.compile(rf"[;。\n!]|(?<=[{HAN}])\.(?=\n|$|{any_of('persons', 'changed')})")
PROPOSED_TOO = re.compile(rf"(?:同时)?(?:{any_of('appointments', 'gives_or_takes')})(?!.*(?:决定|通过))")
ANNOUNCED = re.compile(rf"{any_of('appointments', 'made_known')}")  # 宣布县委关于任命石某同志为…的决定 is no title
CHANGES, MOVES = any_of("decisions", "changes"), any_of("decisions", "moves")
# 此前,石磊任县贸促会副会长 · 石磊此前担任县贸促会副会长: what somebody was before, no decision
FORMERLY = re.compile(
    rf"""
    (?:(?:在?此之?前|任(?:现|此)?职前|此次任[命职]前)[,:]  # 此前,
       (?![^。;]*(?:{CHANGES}))[^。;]{{0,12}}?  # 石磊
     | [{HAN}·]{{2,6}}?(?:在?此之?前)(?:曾|还|一直)?(?![^。;]*(?:{CHANGES}|{MOVES}|现[任为])))  # 石磊此前
    (?:任(?![期命免])|为|担任)  # 任
    """,
    re.VERBOSE,
)
# when a resignation came, on a day or lately
CAME_IN = re.compile(
    rf"""
      (?:{any_of("decisions", "lately")})[^;。]{{0,40}}?辞                              # 近日,董事会收到石磊的辞
    | (?P<day>日)[^;。\d]{{0,20}}?(?:{any_of("decisions", "came_in")})[^;。]{{0,30}}?辞   # 5月3日董事会收到石磊的辞
    """,
    re.VERBOSE,
)
# 听取了关于接受石磊辞去院长职务的议案的说明: what is asked for in a bill that was only introduced
BILL_HEARD = re.compile(
    rf"""
    听取[^。;]{{0,80}}?关于[^。;]{{4,200}}?议案》?的?(?:{any_of("appointments", "heard")})  # 听取了主任关于…议案的说明
    (?![^。;]*(?:{CHANGES}|表决|通过))                           # and no decision after it
    """,
    re.VERBOSE,
)


def appointments(notice: Notice) -> Iterator[Fact | Doubt | CountRecord]:
    """Appointments and removals of a notice; nothing unless it is written as one or orders a change of a named person."""
    blocks = personnel_blocks(notice)
    if not blocks:
        if is_personnel(notice):  # a list that is a table alone
            yield from rows_of(notice, dating_of(notice)[0])
        return
    setting = setting_of(notice, passage_of(blocks))
    yield from _read(setting)
    if setting.is_personnel:
        yield from rows_of(notice, setting.ledger.date)


def _read(setting: Setting) -> Iterator[Fact | Doubt | CountRecord]:
    """All facts, doubts and counts of a text, its clauses read in order."""
    text, ledger, state = setting.text, setting.ledger, first_state(setting.notice)
    start = 0
    while start < len(text):
        stop = STOP.search(text, start)
        end = stop.start() if stop else len(text)
        if end > start:
            state = _clause_read(setting, state, start, end)
        start = end + 1
    yield from ledger.facts
    yield from ledger.doubts
    yield from counted(setting.passage, ledger.facts)


def _clause_read(setting: Setting, state: State, start: int, end: int) -> State:
    """After one clause: a title, a heading, a day in parentheses, or parts that state something."""
    text, passage = setting.text, setting.passage
    if _is_title(text, start, end):
        return state._replace(names=())
    setting.ledger.open_clause()
    if setting.is_chronicle and text[start - 1 : start] in ("", "\n"):
        if year := YEAR_ALONE.fullmatch(text, start, end):
            return state._replace(year=int(year["y"]), month=None)
        if month := MONTH_ALONE.fullmatch(text, start, end):
            return state._replace(month=month_of_line(month, state.year or setting.year))
        setting.ledger.open_entry(entry_day(text, start, state.year or setting.year, state.month))
        start = after_day(text, start, end)
    state = _of_receipt(setting, state, start, end)
    proposed = state.proposed and text[start - 1] == ";"
    state = state._replace(sent=None, founded=None, passing=False, moved=False, passed_on=False, proposed=proposed)
    if state.proposed and PROPOSED_TOO.match(text, start, end):  # 县委建议:任命…;|免去…
        setting.ledger.doubt(start, min(end, start + LONGEST_CLAUSE), "unread", UNREAD)
        return state._replace(names=())
    if PROPOSED.search(text, start, end) or FORMERLY.match(text, start, end):
        return state
    if BILL_HEARD.search(text, start, end):
        setting.ledger.doubt(start, min(end, start + LONGEST_CLAUSE), "unread", UNREAD)
        return state
    if numbered := NUMBERED.match(text, start, end):
        setting.ledger.date_above(numbered)
        return state
    state = state._replace(
        names=state.names if grammar.SAME_PERSON.match(text, start, end) else (),
        label=state.label
        if state.label and (listed(passage, start, end) or announced(setting, state, start, end))
        else (),
        elected=committee_elected(text, start, end) or state.elected,
    )
    if (rolled := elected_by_roll(setting, state, start, end)) is not None:
        return rolled
    state = state._replace(roll=after_election(setting, state, start, end))
    if state.relation and (heading := heading_of(passage, start, end)):
        return state._replace(heading=heading)
    return _parts_read(setting, state._replace(unread=False), start, end)


def _of_receipt(setting: Setting, state: State, start: int, end: int) -> State:
    """Below a sentence that tells when a resignation came, on a day or lately, the day of another sentence does not hold to the end of its line."""
    text, ledger = setting.text, setting.ledger
    came = None if setting.notice.dated is not None else CAME_IN.search(text, start, end)
    if setting.is_chronicle or (came is None and not state.day_before):
        return state
    days = days_in(text[start:end], setting.year)
    if state.day_before and (text[start - 1 : start] == "\n" or days):
        ledger.date, state = state.day_before, state._replace(day_before="")
    if came is None or ledger.date is None or (came["day"] and not days):
        return state
    state = state._replace(day_before=ledger.date)
    ledger.date = days[0][2] if came["day"] else None
    return state


def _parts_read(setting: Setting, state: State, start: int, end: int) -> State:
    """After the parts of a clause, of which those without a reading are doubts."""
    text = setting.text
    settled = False
    waiting: list[tuple[int, int]] = []  # parts without a reading, before the first that has one
    for left, right, mark in _apart(setting.passage, parts(text, start, end)):
        match = grammar.MARK.match(text, left, right)
        left = match.end() if match else left
        if left >= right:
            continue
        if mark and leads_to_proposal(text, left, right, end):
            setting.ledger.doubt(left, min(end, left + LONGEST_CLAUSE), "unread", UNREAD)
            return state._replace(names=(), proposed=True)
        state, read = part_read(setting, state, left, right, mark)
        settled = read or settled
        state = state._replace(unread=state.unread or not (read or mark == ":"))
        if not read:
            waiting.append((left, right))
        if settled:
            state = _doubted(setting, state, waiting, keep=read)
            waiting = []
    if not settled and is_unread_change(text, start, end, state.relation is Relation.DISMISSED):
        setting.ledger.doubt(start, end, "unread", UNREAD)
    return state


def _apart(passage: Passage, told: Iterator[Part]) -> Iterator[Part]:
    """The parts, each divided where layout space stands before a person of its own: 县政府任免一批干部　丁某|任县水利局局长."""
    for left, right, mark in told:
        stop = next((index for index in range(left + LEAST_APART, right) if _begins_anew(passage, index, right)), None)
        if stop is not None:
            yield left, stop, ""
        if stop is None or not FORMER.match(passage.text, stop):
            yield (left if stop is None else stop), right, mark


def _begins_anew(passage: Passage, index: int, end: int) -> bool:
    """Whether layout space divides what stands before `index` from a person who takes a post there, or from a former post."""
    if not passage.gap(index) or passage.text[index - 1] in "、和及":
        return False
    served = SERVED.match(passage.text, index, end) or FORMER.match(passage.text, index)
    if served and passage.text[index - 1] in POST_END:
        return True  # 石磊任县长　此前担任副县长
    match = NEW_STATEMENT.match(passage.text, index, end)
    return match is not None and is_person_name(match["name"])


def _doubted(setting: Setting, state: State, waiting: Sequence[tuple[int, int]], keep: bool) -> State:
    """After parts that cannot be read: one that names a person is a doubt, and what follows is said of nobody before it.

    `keep`: the part after them has been read, so that the persons at hand are its own.
    """
    for start, end in waiting:
        if names_somebody(setting.text, start, end):
            if not keep:
                state = state._replace(names=())
            setting.ledger.doubt(start, min(end, start + LONGEST_CLAUSE), "unread", UNREAD)
    return state


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether a clause is a title: …关于…的决定 on a line of its own, and no sentence that announces one."""
    goes_on = text[end : end + 1] == ";" and text[end + 1 : end + 2] not in ("", "\n")
    alone = not goes_on and text[end : end + 1] != "。" and text[max(0, start - 1) : start] not in ("。", ";")
    match = ANNOUNCED.search(text, start, end)
    return alone and not match and bool(grammar.HEADING.match(text, start, end))
