"""What reading a division of work remembers: the person at hand, the heading, the titles seen; and the facts said of that person.

In:  lines in their order. Out: facts of the person at hand; none, or a doubt, where nobody is.

A name line opens a person and ends the one before, whether it can be read or not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extract.clean import Text
from extract.document import Document
from extract.facts import Doubt, Fact
from extract.facts import Kind as PartyKind
from extract.formats.divisions.duties.clauses import Duties, Official, duties_of, official_of
from extract.formats.divisions.house import House
from extract.formats.divisions.labels import Kind, Label
from extract.formats.divisions.lines import has_gap
from extract.formats.divisions.naming import bare_name, until_now
from extract.names.marks import HAN
from extract.names.offices.posts import is_bare_post
from extract.names.persons.titled import Titled, evidence_of, holds

UNREAD = "name_line_unread"
NOBODY = "duties_of_nobody"
ALSO = re.compile(r"(?<=[,;。])(?:同时|并|还)?兼任?(?P<title>[^,;。兼]{3,40})(?=[,;。]|$)")
OF_SECTION = re.compile(r"(?:[科股处室部所]|中心)$")
LONGEST_DOUBT = 200
# 职责:总林长负责全县森林资源保护发展工作: what holders of a seat do is no duty of the person who stands above
OF_ANOTHER = re.compile(
    rf"(?P<seat>(?P<chief>副?总?(?:河湖|[河湖林田路链])长)|[{HAN}]{{2,10}}?)(?:负责|承担|组织|主持|统筹)"
)


@dataclass(slots=True)
class Reader:
    """What reading a notice needs to remember."""

    document: Document
    date: str | None
    house: House
    wording: str
    strict: bool
    sections: bool = False  # a page of sections: the duties below a section's head are the section's
    official: Official | None = None
    named: Text | None = None  # the line of the person at hand, while no title of it is read
    titled: str = ""  # the title on the line above the name of the person at hand
    under_title: Text | None = (
        None  # the line of a name that stood below its title: more titles may stand right below it
    )
    unread: bool = False  # whether the last name line could not be read
    heading: str | None = None
    listed: bool = False  # whether what the heading announces has been read
    title: Text | None = None  # a line that is a title, until a name follows it
    known: set[str] = field(default_factory=set)  # the persons named so far
    people: bool = False  # whether the rows at hand name persons and their posts
    columns: dict[int, str] = field(default_factory=dict)

    def open(self, text: Text, person: Titled | None) -> None:
        """A name line: the person before ends."""
        official = official_of(self.document, text, person) if person else None
        again = official and self.official and official.party.name == self.official.party.name
        self.official = self.official if again else official  # 赵某 / 副县长 / 赵某,女,…: one person, the first mention
        self.unread = person is None
        if official:
            self.known.add(official.party.name)
        self.named = text if person and not person.offices else None
        self.heading = self.title = None
        self.titled = ""

    @property
    def is_idle(self) -> bool:
        """Whether nothing of what stood above bears on the next line."""
        return not (self.official or self.unread or self.known or self.title or self.columns or self.people)

    def close(self) -> None:
        """Something else stands here: no duty that follows is anybody's."""
        self.official = self.named = self.title = self.heading = None
        self.unread = False


def heads_section(reader: Reader, text: Text, person: Titled, body: int) -> bool:
    """Whether a name line says who heads a section, below which the section's work stands: 法规股　股长:石某 / 负责法规宣传.

    So on a page of sections; elsewhere where layout sets the section apart as a heading and no duty follows on its line.
    """
    if not person.offices or not all(OF_SECTION.search(office.body) for office in person.offices):
        return False
    first = person.offices[0]
    apart = first.body_end == first.post_start and first.post_start < person.name_start
    return reader.sections or (apart and body >= len(text) and has_gap(text, first.post_start))


def duties(reader: Reader, text: Text, start: int, stop: int | None = None) -> Iterator[Fact]:
    """The facts of text[start:stop], said of the person at hand."""
    if reader.official is None or start >= len(text):
        return
    given = Duties(reader.document, reader.date, reader.wording, reader.official, reader.heading)
    yield from duties_of(given, text, start, stop)
    yield from _besides(reader, text, start, stop)


def _besides(reader: Reader, text: Text, start: int, stop: int | None) -> Iterator[Fact]:
    """负责公安、司法工作,兼任县公安局局长: a post among the duties."""
    if text.text.find("兼", start, stop) < 0:
        return
    for also in ALSO.finditer(text.text, start, len(text) if stop is None else stop):
        held = tuple(reader.house.offices(text.text, *also.span("title")))
        if held and held[-1].post_end == also.end("title") and held[0].kind is not PartyKind.GROUP:
            yield from said_of(reader, text, Titled(also.start("title"), also.start("title") + 1, held))


def labelled(reader: Reader, text: Text, label: Label) -> Iterator[Fact | Doubt]:
    """职务:县长 · 工作分工:负责财政… · 联系单位 · 姓名:王某某 · 简历."""
    chars = text.text
    rest = len(chars) - label.body
    if label.kind is Kind.NAME:
        name = text.part(label.body, len(chars)) if rest else None
        person = bare_name(name) if name else None
        if name is not None:
            reader.open(name, person)
            if person is None:
                span = name.span(0, len(name))
                yield Doubt(reader.document.evidence(*span), "divisions.person", UNREAD)
        return
    if label.kind is Kind.POST and rest:
        yield from titles_below(reader, text, label.body, len(chars))
        return
    if label.kind is Kind.DUTY:
        reader.heading = label.verb
        reader.listed = False
        reader.named = None
        another = OF_ANOTHER.match(chars, label.body)
        if another and (another["chief"] or is_bare_post(chars, *another.span("seat"))):
            yield Doubt(
                reader.document.evidence(*text.span(0, min(len(chars), LONGEST_DOUBT))), "divisions.person", NOBODY
            )
        elif rest and reader.official is not None:
            yield from duties(reader, text, label.body)
            reader.heading = None if not label.verb else label.verb
            reader.listed = True
        elif rest and reader.unread:
            yield Doubt(
                reader.document.evidence(*text.span(0, min(len(chars), LONGEST_DOUBT))), "divisions.person", NOBODY
            )
        return
    reader.heading = None
    if label.kind is Kind.LIFE:
        yield from titles_now(reader, text, label.body)


def titles_now(reader: Reader, text: Text, start: int) -> Iterator[Fact]:
    """The titles that a life tells of today, said of the person at hand: 2019年3月至今任县教育局局长."""
    today = until_now(text.text, start)
    if today is not None:
        yield from titles_below(reader, text, *today)


def titles_below(reader: Reader, text: Text, start: int, end: int) -> Iterator[Fact]:
    """The titles of a line below the person's name."""
    if reader.official is None:
        return
    reader.named = None
    yield from said_of(reader, text, Titled(start, start + 1, tuple(reader.house.offices(text.text, start, end))))


def said_of(reader: Reader, text: Text, titles: Titled) -> Iterator[Fact]:
    """The titles of a text, said of the person at hand."""
    official = reader.official
    assert official is not None
    for fact in holds(reader.document, text, titles, reader.date, "divisions.titles"):
        spans = [official.span, (fact.evidence.start, fact.evidence.end)]
        evidence = evidence_of(reader.document, spans, official.span[0])
        yield replace(fact, subject=official.party, evidence=evidence)
