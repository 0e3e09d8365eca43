"""What a notice has said of groups so far, as its next line sees it.

In:  a notice                    Out: the Setting, which holds for the whole notice, and the first State
A reading gives the State after it; facts, doubts and counts go into what the setting has told.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from extract.clean import Text
from extract.document import Document, Notice, as_read
from extract.facts import CountRecord, Doubt, Fact, Kind, Party, Relation
from extract.formats.groups.names import titled_group
from extract.formats.groups.seats import Seat
from extract.formats.groups.tables import Columns
from extract.formats.groups.titles import Title, title_of
from extract.lexicon import any_of
from extract.names.dates import dates_in
from extract.names.marks import HAN
from extract.names.offices.office import Office
from extract.names.own_posts import house_of_group, own_base

Item = Fact | Doubt | CountRecord
LONGEST_TITLE = 60
# 县防汛|领导小组: a word stands before it that is none of those by which a text only goes back to its group
PROPER = re.compile(
    rf"(?<=[{HAN}])(?<![担由报向经为对任的在本该各将请受和与是及到按据了加])(?:{any_of('groups', 'ending')})"
)
OPENS_DAY = re.compile(r"(?:^|[。;])(?P<day>(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日)")  # 3月12日县委决定
NO_SHORT_FORMS: Mapping[str, Party] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole of a notice, and what it has told so far."""

    notice: Notice
    document: Document
    date: str | None
    title: Title
    own: Office | None  # whose a title without a body is
    year: int | None = None  # of the entries of a chronicle, else None
    told: list[Item] = field(default_factory=list)
    posted: set[str] = field(default_factory=set)  # who holds a post by what it has told

    def on_day(self, chars: str, stop: int) -> "Setting":
        """The setting of a sentence that ends at `stop`: in a chronicle its day is the last one with which a sentence opens."""
        if self.year is None:
            return self
        days = [day for match in OPENS_DAY.finditer(chars, 0, stop) for _, _, day in dates_in(match["day"], self.year)]
        return replace(self, date=days[-1]) if days else self

    def tell(self, items: Iterable[Item]) -> None:
        """Notes what a line or a row states."""
        for one in items:
            if isinstance(one, Fact) and one.relation is Relation.HOLDS:
                self.posted.add(as_read(one.subject))
            self.told.append(one)

    def doubt(self, span: tuple[int, int], rule: str, code: str) -> None:
        """Notes a doubt about a source span."""
        self.told.append(Doubt(self.document.evidence(*span), rule, code))

    def names_a_group(self) -> bool:
        """Whether any line names a group by more than 领导小组, 指挥部."""
        return any(PROPER.search(block.text.text) for block in self.notice.blocks)

    def titled(self) -> Party | None:
        """The group that the notice's title names."""
        text = self.title.text
        span = titled_group(text.text) if text is not None else None
        return self.document.party(Kind.GROUP, *text.span(*span)) if text is not None and span else None


class Listing(NamedTuple):
    """The list of seats at hand: its group, its seat so far, whether it is that of the group's office."""

    group: Party | None = None
    office: bool = False
    headed: bool = False  # the group's heading stands right above, so 牵头单位: is a seat and no responsibility
    seat: Seat | None = None
    waiting: Text | None = None  # the entry at hand, until the next line shows that its title is complete
    more: tuple[Text, ...] = ()  # lines below the entry that waits, each a further post
    entries: bool = False  # whether the seat at hand has had a line with a name
    alone: bool = False  # the label stood on a line of its own: 成员单位: above one body a line
    lacks_deputy: bool = False  # its own head is a 主任, and no 副主任 has followed
    in_table: bool = False  # the rows at hand belong to a list that a row with a seat has opened


class State(NamedTuple):
    """What holds for the next line of a notice."""

    group: Party | None = None  # the one at hand
    first: Party | None = None  # the whole, of which those that follow may be parts
    listing: Listing = Listing()
    under: str | None = None  # 二、成员单位 above 联席会议由A、B组成
    parts: frozenset[str] = frozenset()  # the groups that headings have named
    responsible: bool = False  # whether 负责人:… below the heading at hand says who leads the group
    announced: Party | None = None  # a committee that a sentence sets up: a body or a group, as its seats will show
    short: Mapping[str, Party] = NO_SHORT_FORMS  # the group of each short form: 以下简称市应急指挥部
    columns: Columns | None = None  # of the table of member bodies at hand
    apart: bool = False  # below a heading that names a chain or a river: the seats there are of no group

    def for_list(self) -> "State":
        """The state in which the list at hand is one of the group at hand."""
        if self.listing.group is self.group:
            return self
        return self._replace(listing=self.listing._replace(group=self.group))


def setting_of(notice: Notice) -> Setting:
    """The setting of a notice."""
    first = next((block.text.text for block in notice.blocks if not block.is_row), "")
    title = notice.heading
    own = own_base(notice.issuers, title) or house_of_group(title) or house_of_group(first[:LONGEST_TITLE])
    return Setting(notice, notice.document, notice.dated, title_of(notice), own)


def first_state(setting: Setting) -> State:
    """The state before the first line: a title over several lines names the group at once."""
    group = setting.titled() if setting.title.lines > 1 else None
    return State(group, group)
