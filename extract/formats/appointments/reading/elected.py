"""Those whom an election gave their posts, where titles stand before names: the sentence that tells it, or the one after it.

In:  选举产生中共安山县第五届委员会。|书记丁某,副书记石某 · 选举产生|县长丁某,副县长石某
Out: their facts in the ledger, and the state after the clause; None where the clause is no such list
"""

from extract.facts import Relation
from extract.formats.appointments.manners.elections import committee_elected
from extract.formats.appointments.reading.decisions import added
from extract.formats.appointments.reading.state import Setting, State
from extract.formats.appointments.reading.statements import dated
from extract.names.offices.office import Office
from extract.names.offices.titles import offices
from extract.names.rolls import REACH, election_in, posts_of_entry, roll


def elected_by_roll(setting: Setting, state: State, start: int, end: int) -> State | None:
    """After a clause that tells those elected by titles before their names."""
    told = election_in(setting.text, start, end)
    below = setting.text[start - 1 : start] in ("", "\n")  # a line of a list, whose label says whose post it is
    if told is None and (below or not state.roll):
        return None
    begin = told.end() if told else start
    body = committee_elected(setting.text, start, end) or (state.elected if state.roll else None)
    rows: list[tuple[list[Office], tuple[int, int], tuple[tuple[int, int], ...]]] = []
    for entry in roll(setting.text, begin, end, bare=told is None):
        posts = posts_of_entry(setting.text, *entry.title)
        posts = posts or (offices(setting.text, *entry.title, body) if body else [])
        if not posts:
            return None
        body = posts[0]
        rows.append((posts, entry.title, entry.names))
    if not rows:
        return None
    if told:
        state = dated(setting, state, start, begin, True)
    for posts, title, names in rows:
        state = added(setting, state._replace(names=names), posts, Relation.APPOINTED, "选举", title)
    return state._replace(names=(), roll=REACH)


def after_election(setting: Setting, state: State, start: int, end: int) -> int:
    """In how many clauses from this one on a list of those elected may stand: after one that tells of an election."""
    return REACH if election_in(setting.text, start, end) else max(0, state.roll - 1)
