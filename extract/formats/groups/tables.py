"""Tables of a group's member bodies: a row a body, with who represents it and the post that he holds there.

In:  序号⇥成员单位⇥分管领导⇥职务 / 1⇥县水利局⇥石磊⇥副局长 / 2⇥县教育局⇥丁力⇥法规股股长
Out: member_of(县水利局, 成员单位), holds(石磊, 副局长 of 县水利局), member_of(县教育局, 成员单位), holds(丁力, 股长 of 法规股)

A post in the column of posts is nobody's seat (办公室主任 there heads no group's office); bare it is of the body of the row.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.clean import Text
from extract.document import Block, Document, as_read
from extract.facts import Doubt, Fact, Kind, Party, Relation
from extract.formats.groups.seats import Seat, Sitting
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.offices.office import Office
from extract.names.offices.posts import is_bare_post
from extract.names.offices.titles import offices
from extract.names.people import is_stated_name
from extract.names.persons.titled import evidence_of

BODIES = frozenset({"成员单位", "委员单位", "组成单位"})
POSTS = frozenset({"职务", "职位", "职务职称", "单位职务", "现任职务"})
PEOPLE = frozenset(
    {"姓名", "分管领导", "成员", "负责人", "主要负责人", "分管负责人", "责任人", "联系人", "联络员", "人员", "成员姓名"}
)
RULE = "groups.tables"
NAMES = range(2, 5)
LONGEST_POST = 6  # characters of a post with another word before it: 科技副局长
MARKS = " 、()/"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cells of a row hold the body, the person and the post."""

    body: int
    person: int
    post: int
    width: int
    word: str
    at: tuple[int, int]  # source span of the word over the bodies


def columns_of(block: Block) -> Columns | None:
    """The columns of a header that names bodies, people and posts; None of any other row."""
    if not any(word in block.text.text for word in BODIES):
        return None
    texts = [cell.text.strip(MARKS) for cell in block.cells]
    indexes = [next((i for i, text in enumerate(texts) if text in names), -1) for names in (BODIES, PEOPLE, POSTS)]
    if min(indexes) < 0:
        return None
    body, person, post = indexes
    cell = block.cells[body]
    return Columns(body, person, post, len(texts), texts[body], cell.span(0, len(cell)))


def member_row(
    document: Document, block: Block, columns: Columns, group: Party, date: str | None
) -> Iterator[Fact | Doubt]:
    """The body of a row as a member, and the person beside it with the post."""
    body, person, post = (block.cells[i] for i in (columns.body, columns.person, columns.post))
    kind = None if is_aggregate(body.text) else kind_of_body(body.text)
    if kind is None:
        if body.text and not is_aggregate(body.text):
            yield _doubt(document, body)
        return
    party = document.party(kind, *body.span(0, len(body)))
    seat = Seat(columns.word, Relation.MEMBER_OF, columns.at)
    yield from Sitting(document, group, date, seat).body(party)
    if not person.text or not post.text:
        return
    held = _held(post, party)
    if len(person) not in NAMES or not is_stated_name(person.text) or not held:
        yield _doubt(document, person)
        return
    name = person.span(0, len(person))
    for office in held:
        title = post.span(office.post_start, office.post_end)
        evidence = evidence_of(document, [name, title], name[0])
        whose = party if office.body == as_read(party) else _printed(document, post, office, as_read(party))
        yield Fact(
            Relation.HOLDS, document.party(Kind.OFFICIAL, *name), whose, evidence, RULE, role=office.post, date=date
        )


def _held(post: Text, party: Party) -> list[Office]:
    """The posts of a cell: those of a body that it prints, else of the body of the row; [] if it is no title."""
    base = Office(None, None, as_read(party), party.kind, "", 0, 0)
    bare = is_bare_post(post.text, 0, len(post))
    held = offices(post.text, 0, len(post), base) if bare else offices(post.text, 0, len(post))
    if len(held) == 1 and kind_of_body(held[0].body) is None and len(post) <= LONGEST_POST:
        return [replace(base, post=post.text, post_start=0, post_end=len(post))]  # 科技副局长
    held = held or offices(post.text, 0, len(post), base)
    return held if held and held[-1].post_end == len(post) else []


def _printed(document: Document, post: Text, office: Office, own: str) -> Party:
    """The body as the cell prints it: 办公室 of 办公室主任, beside the body of the row."""
    name = office.body.removeprefix(own)
    start = post.text.find(name)
    if start < 0:
        return Party(office.kind, office.body)
    return document.party(office.kind, *post.span(start, start + len(name)))


def _doubt(document: Document, cell: Text) -> Doubt:
    return Doubt(document.evidence(*cell.span(0, len(cell))), RULE, "neither_person_nor_body")
