"""What a personnel text has said so far, as its next part sees it.

In:  a notice and its passage                    Out: the Setting, which holds for the whole text, and the first State
A reading gives the State after it and whether it settled something; facts and doubts go into the ledger of the setting.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from extract.document import Notice
from extract.facts import Relation
from extract.formats.appointments.ledger import Ledger
from extract.formats.appointments.manners.columns import bodies_in, known_ahead, places_in
from extract.formats.appointments.passage import Passage
from extract.formats.chronicles import Month
from extract.formats.dating import dating_of, printed_days, several_days
from extract.formats.scope import ELECTED, is_chronicle, is_personnel, places_of
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN
from extract.names.offices.office import Office
from extract.names.own_posts import own_base

# 关于公布|东岭村第十一届村民委员会|选举结果的公告
RESULT = re.compile(
    rf"(?:关于(?:公布)?|公布|^)(?P<body>[{HAN}\d]{{2,24}}?委员会)(?:{any_of('appointments', 'new_choice')})?(?:选举|补选)?结果"
)
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole of a personnel text."""

    notice: Notice
    passage: Passage
    text: str
    ledger: Ledger  # the facts and doubts as they are read
    year: int | None
    own: Office | None  # whose post a bare title is
    places: tuple[str, ...]  # places and bodies that the text names for certain
    several: bool  # whether the notice dates each decision
    is_personnel: bool  # whether the notice is written as one of changes of posts
    is_chronicle: bool

    def known(self) -> tuple[str, ...]:
        """Places and bodies that the notice has named for certain, those of its facts so far included."""
        return known_ahead([fact.object.name for fact in self.ledger.facts], self.places)


class State(NamedTuple):
    """What holds for the next part of a text."""

    relation: Relation | None = None  # what the order at hand says of those named
    mode: str | None = None
    passing: bool = False  # whether 免去其… in passing holds for the parts after it: 免去其甲职,乙职职务
    names: Spans = ()  # the persons at hand
    body: Office | None = None  # whose body a later bare post shares
    elected: Office | None = None  # the committee that the text says was elected
    sent: Office | None = None  # where a clause has just sent its person, until the post is named
    founded: Office | None = None  # what the clause at hand says is founded, whose a bare post after it is
    label: tuple[Office, ...] = ()  # the posts of the label at hand: 副主任:
    labelled: Office | None = None  # the last label, whose body a bare 委员: on the next line shares
    heading: Office | None = None  # a body on a line of its own, above 主任:… 副主任:…
    above: tuple[Office, ...] = ()  # posts last named in this clause, for 不再兼任上述职务
    undone: bool = False  # whether the order at hand takes back what its verb says: 不再推荐甲任…
    ordered: bool = False  # whether the part at hand opens with an order of its own: 免去…
    proposed: bool = False  # whether this sentence has said that what it lists is only proposed
    year: int | None = None  # of a chronicle's entries, from the line above them
    month: Month | None = None  # the same, of entries that open with a day alone
    moved: bool = False  # whether the part before told a move, which no further post follows: 丁某已卸任,|县委常委石某…
    passed_on: bool = False  # whether the part before named the posts above for the next one to say who takes them
    roll: int = 0  # clauses, this one included, in which those elected may still be told by titles before names
    unread: bool = False  # whether a part of this clause could not be read
    day_before: str = ""  # the day that holds again below a line that tells when a resignation came
    row_end: int = -1  # where the last row of a list ended that stands below its order


Reading = tuple[State, bool]  # the state after a part, and whether the part says something that is settled


def setting_of(notice: Notice, passage: Passage) -> Setting:
    """The setting of a notice's personnel text."""
    date, year = dating_of(notice)
    chronicle = is_chronicle(notice)
    return Setting(
        notice,
        passage,
        passage.text,
        Ledger(passage, None if chronicle else date, printed_days(notice), notice.dated is not None),
        year,
        own_base(notice.issuers),
        tuple(dict.fromkeys((*places_of(notice), *places_in(passage.text), *bodies_in(passage.text)))),
        several_days(passage.text),
        is_personnel(notice),
        chronicle,
    )


def first_state(notice: Notice) -> State:
    """The state before the first clause: below a title that tells of an election those named are elected, to its committee."""
    title = notice.heading
    if not ELECTED.search(title):
        return State()
    committee = RESULT.search(title)
    kind = kind_of_body(committee["body"]) if committee else None
    if committee is None or kind is None:
        return State(Relation.APPOINTED, "选举")
    body = Office(None, None, committee["body"], kind, "", 0, 0)
    return State(Relation.APPOINTED, "选举", elected=body)
