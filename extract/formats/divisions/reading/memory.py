"""What reading a division of work remembers from line to line: the person at hand, the heading, the titles and names seen.

In:  a name line, or a line of something else. Out: what is remembered then; nothing is changed, each step gives a new Memory.

A name line opens a person and ends the one before, whether it can be read or not.
"""

from dataclasses import dataclass, replace

from extract.clean import Text
from extract.document import Document, as_read
from extract.facts import Doubt, Fact
from extract.formats.divisions.duties.clauses import Official, official_of
from extract.formats.divisions.house import House
from extract.names.offices.office import Office
from extract.names.persons.titled import Titled
from extract.slotted import slotted

UNREAD = "name_line_unread"
NOBODY = "duties_of_nobody"
LONGEST_DOUBT = 200


@dataclass(frozen=True, slots=True)
class Setting:
    """What bears on every line of a notice."""

    document: Document
    date: str | None
    house: House
    wording: str
    strict: bool  # nothing but its lines says that the notice divides work
    sections: bool = False  # a page of sections: the duties below a section's head are the section's


@slotted
@dataclass(frozen=True, slots=True)
class Person:
    """The person at hand, and the lines that name that person."""

    official: Official | None = None
    unread: bool = False  # a name line that nobody can read
    untitled: Text | None = None  # the line of the name, while no title of it is read
    below_title: Text | None = (
        None  # the line of a name that stood below its title: more titles may stand right below it
    )
    titled: str = ""  # the title on the line above it
    headed: Text | None = (
        None  # the line of a title and a name and nothing else: fuller titles may stand right below it
    )
    offices: tuple[Office, ...] = ()  # which that line tells


@dataclass(frozen=True, slots=True)
class Table:
    """The table whose rows are at hand: the verbs of its columns; `people`: its rows name persons and their posts;
    `named`: a column of it is called 姓名.
    """

    columns: tuple[tuple[int, str], ...] = ()
    people: bool = False
    named: bool = False


NO_PERSON = Person()
NO_TABLE = Table()


@slotted
@dataclass(frozen=True, slots=True)
class Memory:
    """What the lines so far leave for the next one."""

    person: Person = NO_PERSON
    heading: str | None = None  # the verb of a label, "" if it states none
    listed: bool = False  # what the heading announces has been read
    title: Text | None = None  # a line that is a title, until a name follows it
    known: frozenset[str] = frozenset()  # the persons named so far
    table: Table = NO_TABLE

    @property
    def official(self) -> Official | None:
        """The person at hand, if that person's name can be read."""
        return self.person.official

    @property
    def is_idle(self) -> bool:
        """Whether nothing of what stood above bears on the next line."""
        if self.known or self.title or self.table is not NO_TABLE:
            return False
        return not (self.person.official or self.person.unread)

    def opened(self, document: Document, text: Text, titled: Titled | None) -> "Memory":
        """After a name line: the person before ends; `titled` is None where the name cannot be read."""
        official = official_of(document, text, titled) if titled else None
        before = self.person.official
        if official and before and official.party.name == before.party.name:
            official = before  # 赵某 / 副县长 / 赵某,女,…: one person, the first mention
        untitled = text if titled and not titled.offices else None
        known = self.known | {as_read(official.party)} if official else self.known
        offices = titled.offices if titled and titled.offices and titled.name_end == len(text) else ()
        person = Person(
            official, unread=titled is None, untitled=untitled, headed=text if offices else None, offices=offices
        )
        return replace(self, person=person, heading=None, title=None, known=known)

    def closed(self) -> "Memory":
        """After a line of something else: no duty that follows is anybody's."""
        return replace(self, person=NO_PERSON, heading=None, title=None)

    def entitled(self) -> "Memory":
        """After a title of the person at hand, or what stands in its place."""
        return self if self.person.untitled is None else replace(self, person=replace(self.person, untitled=None))

    def outside_table(self) -> "Memory":
        """After the last row of a table."""
        return self if self.table is NO_TABLE else replace(self, table=NO_TABLE)


Read = tuple[Memory, list[Fact | Doubt]]  # what a reading gives: what is remembered then, and what was said


def of_nobody(setting: Setting, text: Text, start: int = 0) -> Doubt:
    """The doubt of duties above which nobody stands."""
    end = min(len(text), start + LONGEST_DOUBT)
    return Doubt(setting.document.evidence(*text.span(start, end)), "divisions.person", NOBODY)


def unread(setting: Setting, span: tuple[int, int]) -> Doubt:
    """The doubt of a name line that cannot be read, at a source span."""
    return Doubt(setting.document.evidence(*span), "divisions.person", UNREAD)
