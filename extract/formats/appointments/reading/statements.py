"""One part of a personnel clause: its order (任命, 免去) and what it states.

In:  任命:雷火清同志为区财政局副局长 · 免去其区体育局局长职务 · 田某到市商务局挂职
Out: the state after the part and whether it is settled (an order alone is); its facts in the ledger
"""

import re

from extract.facts import Kind, Qualifiers, Relation
from extract.formats.appointments import clauses as grammar
from extract.formats.appointments.clauses import Statement
from extract.formats.appointments.manners.charges import charge
from extract.formats.appointments.manners.columns import columns
from extract.formats.appointments.manners.moves import is_of_the_past, is_unsettled, move, replaced_by, waiting_posts
from extract.formats.appointments.manners.passed import acting, is_pending, is_proposal, passed
from extract.formats.appointments.manners.sending import sent_as
from extract.formats.appointments.reading.decisions import (
    added,
    first_taken,
    of_another,
    of_its_own,
    of_same_person,
    resigned,
    taken,
)
from extract.formats.appointments.reading.each import each_of
from extract.formats.appointments.reading.posts import posts_of
from extract.formats.appointments.reading.state import Reading, Setting, Spans, State
from extract.formats.appointments.reading.unspoken import unspoken
from extract.formats.appointments.unread import COUNTED
from extract.formats.appointments.verbs import MODE_OF_VERB, RELATION_OF
from extract.formats.dating import BETWEEN_DAYS, day_of_report, decision_date, is_reported
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN, LEVELS
from extract.names.offices.office import Office
from extract.names.offices.posts import is_bare_post, post_at_end
from extract.names.offices.titles import offices
from extract.names.people import is_person_name

LONGEST_PART = 4  # characters of a part of an organ, whose people its own notice calls by bare posts
# 先任副区长、代理区长 · 先后任…: neither a name nor a removal, whatever order stands before it
SERVED = re.compile(
    rf"""
    其?(?:(?:{any_of("decisions", "was")})|[此之]前(?![又已])[{HAN}·]{{2,4}}?[曾还]?|(?P<who>[{HAN}·]{{2,6}}?)在?[此之]前[曾还]?)  # 其此前
    (?:[担]?任|[为是])(?![命职免期务])                                                # 担任
    """,
    re.VERBOSE,
)
# 2011年9月,丁某|调任…: a year or a month of the past, and no day
IN_LIFE = re.compile(
    rf"""
    (?<!\d)(?:19|20)\d\d年(?:\d{{1,2}}月)?[底初末起后]?,?[{HAN}·]{{0,4}}?        # 2011年9月,丁某
    (?:{any_of("decisions", "moves")}|晋升|[挂担]?任)(?![命职免期务])      # 调任
    """,
    re.VERBOSE,
)
FAR_TIME = 80  # characters in which a clause says how long somebody served
FAR_YEAR = 16  # characters between such a year and the verb
SERVED_BEFORE = re.compile("先后|曾|[此之]前")
# 县审计局成立|,石磊任局长: the posts after it are of what is founded
FOUNDED = re.compile(
    rf"""
    (?:\d+[年月日]|[该是同]月|[^,。;{HAN}])*
    (?:(?P<body>[{HAN}]{{3,30}}?)(?:正式)?(?:{any_of("organs", "founds")})                    # 县审计局成立
      |[^,。;]{{2,24}}?(?:{any_of("organs", "founds")})了?(?P<set_up>[{HAN}]{{3,20}}))  # 农场设立消防中队
    """,
    re.VERBOSE,
)
# ,继续担任县水利局党组成员 · ,保留县水利局党组成员职务: who keeps a post is neither appointed to it nor removed
KEEPS = re.compile(
    rf"(?:(?:辞职|[辞离卸]任)后,?)?[其他她]?(?:但|并且?|同时)?将?(?:{any_of('appointments', 'keeps')}|仍然?)(?:{any_of('appointments', 'holds')}|任(?![免职命期]))?"
)
ANNOUNCES = re.compile(
    rf"(?P<body>[{HAN}]{{2,20}}?)(?:{any_of('decisions', 'announces')})[,:]?由(?=[{HAN}·]{{2,4}}(?:{any_of('decisions', 'taken_up')}))"
)
SITTING = re.compile(rf"(?P<title>[{HAN}]{{2,20}}?)包括")
SENT = re.compile(rf"{any_of('appointments', 'sent_on')}")
HIRED = re.compile(rf"[{HAN}·]{{2,8}}?(?:同志)?为")  # 不再聘任|石磊为…: of another than the person before
# 1984年3月1日至4日,…选举石磊为…: several days, or a month, and so no day of the decision
NO_DAY = re.compile(rf"(?:19|20)\d\d年(?:\d{{1,2}}月(?:\d{{1,2}}日?{BETWEEN_DAYS}|(?!\d))|(?!\d))")
MET = re.compile(
    rf"经\d{{1,2}}月\d{{1,2}}日[^,;。]{{2,40}}会议?[^,;。]{{0,8}}(?:{any_of('appointments', 'meeting_does')})"
)


def part_read(setting: Setting, state: State, start: int, end: int, mark: str) -> Reading:
    """After one part of a clause, which `mark` closes; whether it says something that is settled (an order alone does)."""
    text = setting.text
    if (after := resigned(setting, state, start, end)) is not None:
        return after, True
    before, begin = state, start
    state = dated(setting, state, start, end, mark == ",")
    order = grammar.ORDER.match(text, start, end)
    state = state._replace(ordered=order is not None)
    if order:
        verb, start = order["verb"], order.end()
        relation, mode = RELATION_OF.get(verb, (None, None))
        state = state._replace(passing=False, undone=verb.startswith("不再"), relation=relation, mode=mode)
        if relation is None or start >= end:
            return state, True
    if mark != ":" and COUNTED.match(text, start, end):
        return state._replace(names=()), True  # 任命1名科长、2名委员: of nobody named, and not of the person before
    if grammar.PROPOSES.match(text, begin, end):  # 建议免去其…职务 is no decision
        of_another_person = grammar.PROPOSES_ANOTHER.match(text, begin, end)
        return (state._replace(names=()) if of_another_person else state), True
    of_nobody = order is not None and mark != ":" and _orders_nobody(setting, state, start, end)
    if of_nobody or is_pending(text, begin, end):
        setting.ledger.doubt(begin, end, "unread", "change_unread")
        return state._replace(names=()), True
    if is_unsettled(text, start, end):
        return _unsettled(setting, state, begin)
    if _tells_a_time(text, start):
        return state, True
    if (after := _past(setting, state, order is not None, start, end)) is not None:
        return after, True
    if (kept := KEEPS.match(text, start, end)) and _is_title(setting, state, kept.end(), end):
        setting.ledger.doubt(start, end, "unread", "change_unread")
        return state, True
    hired = state.undone and HIRED.match(text, start, end) is not None
    if order and state.relation is Relation.DISMISSED and state.names and not hired:
        if (after := of_its_own(setting, state, start, end)) is not None:
            return after, True
        passing = of_another(setting, state, start, end) or of_same_person(setting, state, start, end, True)
        if passing is not None:  # 免去其… is said in passing, the list goes on
            return passing._replace(relation=before.relation, mode=before.mode, passing=True), True
    return _statement(setting, state, start, end, mark)


def _orders_nobody(setting: Setting, state: State, start: int, end: int) -> bool:
    """还任命了|县水利局副局长: whether an appointment after somebody's tells a post alone, whose holder it does not name."""
    if state.relation is not Relation.APPOINTED or not state.names:
        return False
    text = setting.text
    held = offices(text, start, end)
    if not held or held[0].body_start != start or held[-1].post_end != end or "为" in held[0].body:
        return False
    named = columns(text, start, end, setting.passage.gap, setting.known())
    return named is None and kind_of_body(held[0].body) is not None


def _past(setting: Setting, state: State, ordered: bool, start: int, end: int) -> State | None:
    """After a part that tells posts that somebody takes next, what is founded (县审计局成立), or what somebody was: 先任副区长.

    Who is named is at hand for what comes next: 丁某此前担任….
    """
    if not ordered and (waiting := waiting_posts(setting.text, start, end)):
        return state._replace(above=tuple(waiting), passed_on=True)
    founded = FOUNDED.fullmatch(setting.text, start, end)
    what = founded and ("body" if founded["body"] else "set_up")
    if founded and what and (kind := kind_of_body(founded[what])) not in (None, Kind.GROUP):
        stop = founded.end(what)
        return state._replace(founded=Office(founded.start(what), stop, founded[what], kind, "", stop, stop))
    served = SERVED.match(setting.text, start, end)
    if served is None:
        return state if _is_of_life(setting, ordered, start, end) else None
    if served["who"]:
        state = state._replace(names=grammar.names_in(setting.text, *served.span("who")))
    if not SERVED_BEFORE.match(setting.text, start, end):
        setting.ledger.doubt(start, end, "unread", "change_unread")
    return state


def _is_of_life(setting: Setting, ordered: bool, start: int, end: int) -> bool:
    """Whether a part of a report only tells what somebody became in a year or a month of the past: 2011年9月,丁某调任…."""
    if ordered or setting.is_personnel or setting.is_chronicle:
        return False
    life = IN_LIFE.search(setting.text, max(0, start - FAR_YEAR), min(end, start + FAR_YEAR))
    return life is not None and life.end() > start


def _unsettled(setting: Setting, state: State, start: int) -> Reading:
    """After a move that is of the past or still to come: a doubt of the clause from there on, which is said of nobody at hand."""
    stop = grammar.CLAUSE.match(setting.text, start)
    setting.ledger.doubt(start, stop.end() if stop else start + 1, "unread", "change_unread")
    return state._replace(names=()), True


def _tells_a_time(text: str, start: int) -> bool:
    """Whether a clause only says how long somebody served: 孙某任区长的八年多来."""
    far = min(len(text), start + FAR_TIME)
    stop = min((index for mark in ",。;" if (index := text.find(mark, start, far)) >= 0), default=far)
    return grammar.OF_A_TIME.search(text, start, stop) is not None


def _is_title(setting: Setting, state: State, start: int, end: int) -> bool:
    """Whether text[start:end] is a title, with or without 职务 at its end."""
    ends = grammar.POST_ENDS.search(setting.text, start, end)
    return bool(posts_of(setting, state, start, ends.start() if ends else end))


def dated(setting: Setting, state: State, start: int, end: int, opens: bool) -> State:
    """After the date with which a part opens: a decision of its own, whose order is still to come; `opens`: a comma closes the date."""
    opens_line = setting.text[start - 1 : start] in ("", "\n")
    vague = NO_DAY.match(setting.text, start, end) if opens_line and setting.notice.dated is None else None
    # 1985年,… and 1985年选举…; 2021年挂职期满 tells no time of a decision
    if vague and ("月" in vague[0] or vague.end() == end or SENT.search(setting.text, start, end)):
        setting.ledger.date = None
        return state
    part, year = setting.text[start:end], state.year or setting.year
    date = decision_date(part, year, opens)
    if date is None:
        told = day_of_report(part, year) if opens_line and setting.notice.dated is None else None
        setting.ledger.date = told or setting.ledger.date
        return state._replace(relation=None, mode=None) if told else state
    of_own = setting.several or setting.notice.dated is None or SENT.search(setting.text, start, end) is not None
    met = MET.search(setting.text, start, end) is not None  # 电 经3月23日…会议表决
    sent = of_own or (met and is_reported(setting.notice))
    setting.ledger.open_decision(date, of_decision=sent, is_printed=setting.is_chronicle)
    return state._replace(relation=None, mode=None)


def _statement(setting: Setting, state: State, start: int, end: int, mark: str) -> Reading:
    """After what a part states, its order and what stands before a statement left out."""
    text = setting.text
    begin, (state, start) = start, _announced(text, state, start, end)
    start = _after_opening(text, start, end, state.relation)
    if grammar.OF_NOBODY.match(text, start, end) or grammar.ASKED.search(text, start, end):
        return state, True  # 原…职务自然免除 names nobody; 提出辞去 is no decision
    if _told_who_sits(setting, state, start, end):
        return state, True
    if (names := _promoted(setting, state, start, end)) is not None:
        return state._replace(names=names), True
    left = grammar.LEAVES_IT.fullmatch(text, start, end)
    if left and (names := grammar.names_in(text, *left.span("names"))):
        setting.ledger.doubt(start, end, "unread", "change_unread")
        return state._replace(names=names), True  # what follows is said of them, not of the person before
    decided = False
    for told in passed(text, begin, end):
        if (after := taken(setting, state, told, told.verb == "辞去")) is not None:
            state, decided = after, True
    for name, office in acting(text, start, end):
        span = (office.post_start, office.post_end)
        state = added(setting, state._replace(names=(name,)), [office], Relation.APPOINTED, "代理", span)
        decided = True
    if is_proposal(text, start, end, state.ordered):
        return state, True
    state, read = _sent_or_moved(setting, state, start, end)
    if read:
        return state, True
    if (after := _told_apart(setting, state, start, end)) is not None:
        return after, True
    if _leaves_above(setting, state, start, end):
        return state, True
    tells = bool(grammar.LEAVING.search(text, start, end))
    leaving = tells or state.relation is Relation.DISMISSED
    if (after := _decided(setting, state, start, end, tells)) is not None:
        return after, True
    if not leaving and grammar.LEFT.search(text, start, end):
        return state, False  # A的…职务 below an order of appointments: what it says is no appointment
    state, read = unspoken(setting, state, start, end, mark, leaving)
    return state, read or decided


def _announced(text: str, state: State, start: int, end: int) -> tuple[State, int]:
    """安山集团宣布由|丁某出任董事: a house that tells who takes which post of its own, and where its words end."""
    lead = ANNOUNCES.match(text, start, end) if text.find("由", start, end) > 0 else None
    kind = kind_of_body(lead["body"]) if lead else None
    if lead is None or kind is None:
        return state, start
    left, right = lead.span("body")
    return state._replace(founded=Office(left, right, lead["body"], kind, "", right, right), body=None), lead.end()


def _after_opening(text: str, start: int, end: int, relation: Relation | None) -> int:
    """Where a statement begins after what leads up to it: 县政府提请的关于|宋某同志任…, 会议决定|…, 任|孟某同志为镇长."""
    as_verb = grammar.AS_VERB.match(text, start, end) if relation is not Relation.APPOINTED else None
    if as_verb and is_person_name(as_verb["name"]):
        start += 1  # not in a list below 任命:, where 任 is a family name
    for opening in (grammar.ASKED_FOR, grammar.ASIDE, grammar.WAS_BEFORE):
        if lead := opening.match(text, start, end):
            start = lead.end()
    return start


def _told_who_sits(setting: Setting, state: State, start: int, end: int) -> bool:
    """Whether a part tells all who hold a post after an election, and decides nothing: 常委包括丁一、石磊、宋玉."""
    told = SITTING.match(setting.text, start, end) if state.mode is None and not state.ordered else None
    names = grammar.names_in(setting.text, told.end(), end) if told else ()
    posts = posts_of(setting, state, *told.span("title")) if told and len(names) > 1 else []
    if told is None or len(posts) != 1 or posts[0].post_end != told.end("title"):
        return False
    for name in names:
        setting.ledger.fact(name, posts[0], Relation.HOLDS, Qualifiers(), told.start(), name[1])
    return bool(names)


def _promoted(setting: Setting, state: State, start: int, end: int) -> Spans | None:
    """Whom a part promotes to a rank of a body that it does not name: a doubt; what follows is said of them."""
    promoted = grammar.PROMOTED.fullmatch(setting.text, start, end)
    if promoted is None or posts_of(setting, state, *promoted.span("rank")):
        return None
    names = grammar.names_in(setting.text, *promoted.span("names"))
    if not names:
        return None
    setting.ledger.doubt(start, end, "unread", "change_unread")
    return names


def _decided(setting: Setting, state: State, start: int, end: int, tells: bool) -> State | None:
    """After a statement with a verb of its own; `tells`: the verb itself says that a post is left."""
    text = setting.text
    leaving = tells or state.relation is Relation.DISMISSED
    takes = leaving and grammar.TAKES.match(text, start, end)  # 免去:高翔同志A局副局长职务,任B局局长
    if state.names and takes and (after := of_same_person(setting, state, start, end, False)) is not None:
        return after
    goes_on = state.passing and not grammar.NO_NAME_TAKEN.match(text, start, end)
    if state.names and goes_on and (after := of_same_person(setting, state, start, end, True)) is not None:
        return after
    after = first_taken(setting, state, grammar.statements(text, start, end, leaving), leaving)
    if after is None and leaving and not tells:  # a list of removals is over: 田野同志挂职任…
        # 陈有|为县教育局局长职务 below 免去: 职务 closes a removal, so that 为 ends a name
        ended = grammar.POST_ENDS.search(text, start, end) is not None
        others = grammar.statements(text, start, end, False)
        told = (statement for statement in others if not (ended and statement.verb == "为"))
        return first_taken(setting, state, told, state.undone)
    return after


def _moved(setting: Setting, state: State, names: Spans, old: tuple[int, int], new: tuple[int, int]) -> Reading | None:
    """After 由A副局长提拔为局长: of the body left; another bare post is of nobody told. None where no post was held."""
    text = setting.text
    held, bare = offices(text, *old), is_bare_post(text, *new)
    same = [office for office in held if office.post.removeprefix("副") == text[slice(*new)]]  # 副局长提拔为局长
    if len(same) == 1 and bare:
        posts = offices(text, *new, same[0])
        return added(setting, state._replace(names=names), posts, Relation.APPOINTED, None, new), True
    if not held and post_at_end(text, *old) is None:
        if bare or kind_of_body(text[slice(*old)]) is None or text.startswith("任", old[1]):  # 由县教育局调任B局局长
            return None
        after = taken(setting, state, Statement(names, "", new), False)
        return (after, True) if after is not None else None
    inner = all(len(office.body) <= LONGEST_PART and office.body[0] not in LEVELS for office in held)  # 由教务处副主任
    after = taken(setting, state, Statement(names, "", new), False) if not bare or inner else None
    if after is None:
        setting.ledger.doubt(names[0][0], new[1], "unread", "change_unread")
    return after or state, True


def _sent_or_moved(setting: Setting, state: State, start: int, end: int) -> Reading:
    """由A副局长调任B局局长 is the new post alone; 到B局挂职 waits for 任副局长 after the comma."""
    text = setting.text
    if (moved := grammar.MOVED.match(text, start, end)) and (names := grammar.names_in(text, *moved.span("names"))):
        settled = _moved(
            setting, state, names, moved.span("old"), (moved.end(), end - text.endswith("后", moved.end(), end))
        )
        if settled is not None:
            return settled
    if sent := sent_as(text, start, end):
        state, mode = state._replace(names=sent.names), MODE_OF_VERB.get(sent.verb)
        return added(setting, state, sent.offices, Relation.APPOINTED, mode, sent.title), True
    if told := move(text, start, end, state.above if setting.ledger.said or state.passed_on else ()):
        if is_of_the_past(text, start, end):  # what the next part says of now is of the same post: 现改由石磊担任
            setting.ledger.doubt(start, end, "unread", "change_unread")
            return state._replace(names=(), above=tuple(told.offices), passed_on=True), True
        state, mode = state._replace(names=(told.name,)), MODE_OF_VERB.get(told.verb)
        return added(setting, state, told.offices, told.relation, mode, told.title)._replace(moved=True), True
    if (taker := replaced_by(text, start, end)) is not None:
        return state._replace(names=(taker,)), True
    waits = grammar.SENT_TO.fullmatch(text, start, end)
    kind = kind_of_body(waits["body"]) if waits else None
    if waits is None or kind is None:
        return state, False
    names = grammar.names_in(text, *waits.span("name"))
    left, right = waits.span("body")
    body = Office(left, right, waits["body"], kind, "", left, left) if names else None
    return state._replace(names=names, sent=body), bool(names)


def _told_apart(setting: Setting, state: State, start: int, end: int) -> State | None:
    """After 林某同志主持X局工作: no post is given, the body is led; after A、B分别任甲、乙: each has a post of its own."""
    if (each := each_of(setting, state, start, end)) is not None:
        return each
    charged = charge(setting.passage, start, end, setting.ledger.date)
    if charged is None:
        return None
    names, fact = charged
    setting.ledger.facts.append(fact)
    return state._replace(names=names)


def _leaves_above(setting: Setting, state: State, start: int, end: int) -> bool:
    """何某同志不再兼任上述职务: the posts that this clause has named."""
    ledger = setting.ledger
    match = grammar.LEAVES_ABOVE.match(setting.text, start, end) if ledger.said else None
    names = grammar.names_in(setting.text, *match.span("names")) if match else ()
    for name in names:
        for office in state.above:
            begin = office.post_start if office.body_start is None else office.body_start
            ledger.fact(name, office, Relation.DISMISSED, Qualifiers(), begin, name[1])
    return bool(names)
