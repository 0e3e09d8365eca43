"""Decisions: one statement on persons of its own, or one more on those named before.

In:  孙宁同志的区财政局副局长职务 · 免去其区体育局局长职务 after a decision on the same person
Out: its facts in the ledger, and the state after it; None where the words are no such decision
"""

import re
from collections.abc import Iterable

from extract.facts import Qualifiers, Relation
from extract.formats.appointments import clauses as grammar
from extract.formats.appointments.clauses import Statement
from extract.formats.appointments.manners.columns import person_between
from extract.formats.appointments.reading.posts import posts_of
from extract.formats.appointments.reading.state import Setting, Spans, State
from extract.formats.appointments.verbs import GIVEN, MODE_OF_VERB
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.offices.office import Office
from extract.names.offices.posts import post_at_end
from extract.names.offices.titles import offices
from extract.names.persons.holders import holders

LONGEST_TITLE = 40  # characters of what somebody is, before the name
HE_RESIGNS = re.compile(rf"(?:{any_of('decisions', 'settled')}|并)*(?:{any_of('decisions', 'he_resigns')})")
OF_HOUSE = ("党委", "党组", "党总支", "党支部", "纪委")
LONGEST_HELD = 120  # characters of a title before a name
RUNS_ON = re.compile(r"[^,;。:()]{0,8}由")  # (县教育局党组书记)一职仍|由其担任


def taken(setting: Setting, state: State, statement: Statement, leaving: bool) -> State | None:
    """After the facts of a statement, if its title is one."""
    posts = _of_own_house(setting, statement) or posts_of(setting, state, *statement.title)
    if not posts:
        return None
    relation = Relation.DISMISSED if leaving else Relation.APPOINTED
    if leaving:
        resigned = "辞去" in statement.verb or setting.text.startswith("辞去", statement.title[0] - len("辞去"))
        mode = "自然免除" if grammar.LAPSED.search(statement.rest) else "辞去" if resigned else None
    else:
        mode = MODE_OF_VERB.get(statement.verb, state.mode if state.relation is relation else None)
        elected_too = mode is None and statement.verb == "为" and not state.ordered and _is_elected_too(setting)
        mode = "选举" if elected_too else mode
        mode = None if mode == "选举" and statement.verb in GIVEN else mode
    return added(setting, state._replace(names=statement.names), posts, relation, mode, statement.title)


def _of_own_house(setting: Setting, statement: Statement) -> list[Office]:
    """The bare posts of one whose title so far names a house that has them: 林场党委书记石磊改任|场长, not of a house named before."""
    text, name = setting.text, statement.names[0] if statement.names else None
    if name is None or name[0] == 0 or post_at_end(text, max(0, name[0] - LONGEST_TITLE), name[0]) is None:
        return []
    far = max(0, name[0] - LONGEST_HELD)
    begin = max(text.rfind(mark, far, name[0]) for mark in ",;。:\n") + 1
    if begin == 0 and far > 0:
        return []
    held = offices(text, begin, name[0])
    if not held or held[-1].post_end != name[0] or held[-1].body_start is None:
        return []
    posts = offices(text, *statement.title, held[-1])
    bare = [post for post in posts if post.body_start is None or post.body_start < statement.title[0]]
    fits = all(post.body[-1:] == post.post.removesuffix("长")[-1:] or post.body.endswith(OF_HOUSE) for post in posts)
    return posts if posts and len(bare) == len(posts) and fits else []


def _is_elected_too(setting: Setting) -> bool:
    """Whether 为 stands for 当选为 said before in the sentence: 丁一当选主席,石磊、宋玉|为副主席."""
    decided = [fact for fact in setting.ledger.facts[setting.ledger.clause :] if fact.relation is not Relation.HOLDS]
    return bool(decided) and decided[-1].qualifiers.mode == "选举"


def first_taken(setting: Setting, state: State, ways: Iterable[Statement], leaving: bool) -> State | None:
    """After the first of several ways to read a part whose title is one."""
    for statement in ways:
        if (after := taken(setting, state, statement, leaving)) is not None:
            return after
    return None


def added(
    setting: Setting, state: State, posts: list[Office], relation: Relation, mode: str | None, title: tuple[int, int]
) -> State:
    """After a fact for each person at hand and each post."""
    above = (*(state.above if setting.ledger.said else ()), *posts)
    setting.ledger.add(state.names, posts, relation, mode, title)
    return state._replace(body=posts[0], above=above, moved=False)


def of_same_person(setting: Setting, state: State, start: int, end: int, leaving: bool) -> State | None:
    """免去其…职务, 兼任…, a further post after a comma: said of the persons named before."""
    text, ledger = setting.text, setting.ledger
    match = (grammar.NO_NAME_LEFT if leaving else grammar.NO_NAME_TAKEN).match(text, start, end)
    verb = "" if match is None or leaving else match["verb"]
    left = match.end() if match else start
    ends = grammar.POST_ENDS.search(text, left, end)
    right = ends.start() if ends else end
    posts = [] if "同志" in text[left:right] else posts_of(setting, state, left, right)
    if not posts or (match is None and kind_of_body(posts[0].body) is None):
        return None
    says_nothing = match is None or (match.end() == start and not state.ordered)
    if says_nothing and (state.moved or _runs_on(text, posts[-1].post_end, end)):
        return None
    if says_nothing and ledger.said:  # 王某不再担任甲市委书记,乙区党工委书记职务: as it was said before
        leaving = ledger.facts[-1].relation is Relation.DISMISSED
    mode = MODE_OF_VERB.get(verb) or ("挂任" if state.sent else None)
    if not verb and not leaving and ledger.said:
        mode = ledger.facts[-1].qualifiers.mode
    if leaving and ends and grammar.LAPSED.search(ends["rest"]):
        mode = "自然免除"
    relation = Relation.DISMISSED if leaving else Relation.APPOINTED
    return added(setting, state, posts, relation, mode, (left, right))


def resigned(setting: Setting, state: State, start: int, end: int) -> State | None:
    """接受其辞去县人大常委会副主任职务的请求: of the persons named before; None where the part says no such thing of anybody named."""
    match = HE_RESIGNS.match(setting.text, start, end) if state.names else None
    if match is None:
        return None
    ends = grammar.POST_ENDS.search(setting.text, match.end(), end)
    title = (match.end(), ends.start() if ends else end)
    posts = posts_of(setting, state, *title)
    return added(setting, state, posts, Relation.DISMISSED, "辞去", title) if posts else None


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether a title goes on into a person of its own: 县委常委|、副县长石某出席, 党组书记|一职由石某接任."""
    return RUNS_ON.match(text, start, end) is not None or bool(holders(text, start, end))


def of_another(setting: Setting, state: State, start: int, end: int) -> State | None:
    """同时免去邓涛云山县教育局局长职务: a name without 的 after an appointment; a doubt if only the place tells."""
    other = person_between(setting.text, start, end, setting.known())
    if other is True:
        setting.ledger.doubt(start, end, "unread", "name_or_body")
        return state
    return None if other is False else taken(setting, state, other, True)


def of_its_own(setting: Setting, state: State, start: int, end: int) -> State | None:
    """免去A的…职务 after a decision on somebody else opens one of its own: what stands before 的 is a name."""
    for statement in grammar.statements(setting.text, start, end, True):
        names = [setting.text[slice(*name)] for name in statement.names]
        if all(kind_of_body(name) is None and not offices(name, 0, len(name)) for name in names):
            return taken(setting, state, statement, True)
    return None


def elect(setting: Setting, state: State, names: Spans) -> None:
    """Those named take each post of the label at hand, or leave it."""
    for office in state.label:
        for name in names:
            first = min(office.post_start if office.body_start is None else office.body_start, name[0])
            qualifiers = Qualifiers(mode=state.mode)
            setting.ledger.fact(name, office, state.relation or Relation.APPOINTED, qualifiers, first, name[1])
