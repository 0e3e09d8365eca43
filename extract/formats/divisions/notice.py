"""Divisions of work: who leads, oversees, assists, liaises with what, and who stands in for whom.

In:  a notice or page that divides the work of an organ's leaders: in prose, in numbered duties, on profile pages, a cell a
     line, in a table. It is known by its content: name lines with duties, not by one title.
Out: facts with the person's line; doubts for name lines that cannot be read, and for the duties below them.

    余建军副区长:负责司法、信访稳定工作。分管区司法局(公证处)。联系区委政法委。
    → 余建军 holds 区人民政府/副区长; leads the topics 司法, 信访稳定 (负责), the bodies 区司法局, 公证处 (分管);
      liaises with 区委政法委 (联系)

A name line opens a person and ends the one before, whether it can be read or not: duties are never lent to another person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from extract.clean import Text, join
from extract.document import Block, Document, Notice
from extract.facts import Doubt, Fact, Relation
from extract.formats.divisions.clauses import Duties, Official, duties_of, official_of
from extract.formats.divisions.covers import covers
from extract.formats.divisions.heads import Head, behind_name, head_of
from extract.formats.divisions.house import House, house_of
from extract.formats.divisions.inner import sections_of
from extract.formats.divisions.labels import COLUMN, Kind, Label, label_of
from extract.formats.divisions.lines import lines_of_division
from extract.formats.divisions.naming import LIFE, bare_name, enumerated
from extract.formats.divisions.verbs import FIRST_VERB, has_duty, opens_duty
from extract.formats.scope import is_personnel
from extract.names.titled import Titled, evidence_of, holds

CUE = re.compile(r"分工|分管|主管|协助|AB角|A角|联系单位|联系部门|一岗双责|负总责|主持|负责|代管|联系")
DIVISION = re.compile(r"分工|分管|一岗双责|负总责|A角|AB角|联系单位|联系部门")
CONCURRENT = re.compile(r"^并?兼任?[^,;。]{2,40}[长任记席员委师],")
HISTORY = re.compile(r"^[(]?(?:19|20)\d\d[.年/—-]")
LONGEST_ALONE = 40  # characters of a line that is a name or a title and nothing else
UNREAD = "name_line_unread"
NOBODY = "duties_of_nobody"


@dataclass(slots=True)
class Reader:
    """What reading a notice needs to remember."""

    document: Document
    date: str | None
    house: House
    wording: str
    strict: bool
    official: Official | None = None
    named: Text | None = None  # the line of the person at hand, while no title of it is read
    unread: bool = False  # whether the last name line could not be read
    heading: str | None = None
    title: Text | None = None  # a line that is a title, until a name follows it
    columns: dict[int, str] = field(default_factory=dict)

    def open(self, text: Text, person: Titled | None) -> None:
        """A name line: the person before ends."""
        found = official_of(self.document, text, person) if person else None
        again = found and self.official and found.party.name == self.official.party.name
        self.official = self.official if again else found  # 赵某 / 副县长 / 赵某,女,…: one person, the first mention
        self.unread = person is None
        self.named = text if person and not person.offices else None
        self.heading = self.title = None

    def close(self) -> None:
        """Something else stands here: no duty that follows is anybody's."""
        self.official = self.named = self.title = self.heading = None
        self.unread = False


def divisions(notice: Notice) -> Iterator[Fact | Doubt]:
    """The division of work that a notice states, in any of its forms."""
    wording = notice.text
    if not CUE.search(wording):
        return
    strict = not DIVISION.search(wording)
    if strict and is_personnel(notice):
        return
    house = house_of(notice)
    opens = partial(_opens, house)
    lines = list(lines_of_division(notice.blocks, opens, has_duty))
    reader = Reader(notice.document, notice.dated, house, wording, strict)
    for index, line in enumerate(lines):
        if isinstance(line, Block):
            yield from _row(reader, line, lines, index)
        else:
            reader.columns = {}
            yield from _line(reader, line, lines, index)
    yield from covers(notice)


def _opens(house: House, text: Text) -> bool:
    """Whether a line begins something of its own."""
    chars = text.text
    if label_of(chars) or opens_duty(chars, enumerated(chars)):
        return True
    head = head_of(text, house)
    if head is not None and (head.person is None or head.person.offices or head.body < len(chars)):
        return True
    return len(chars) <= 6 and bare_name(text) is not None


def _line(reader: Reader, text: Text, lines: list[Text | Block], index: int) -> Iterator[Fact | Doubt]:
    chars = text.text
    label = label_of(chars)
    if label:
        yield from _labelled(reader, text, label)
        return
    start = enumerated(chars)
    if opens_duty(chars, start):
        yield from _duty_line(reader, text, start)
        return
    if HISTORY.match(chars):
        return
    if reader.official is not None and CONCURRENT.match(chars) and has_duty(chars):
        stop = chars.find(",")
        yield from _titles(reader, text, 0, stop)
        yield from _duties(reader, text, stop + 1)
        return
    found = _head_line(reader, text, lines, index)
    yield from _other(reader, text) if found is None else found


def _head_line(
    reader: Reader, text: Text, lines: list[Text | Block], index: int
) -> Iterator[Fact | Doubt] | list[Fact | Doubt] | None:
    """What a name line or a line that is a title says; None if the line is neither."""
    chars = text.text
    follows = _after(lines, index)
    head = head_of(text, reader.house)
    if (
        reader.named is not None
        and reader.official is not None
        and (head is None or head.person is None)
        and (below := behind_name(text, enumerated(chars), reader.house))
    ):
        return _told_below(reader, text, below)
    if head is not None and _counts(reader, text, head, follows):
        return _opened(reader, text, head)
    sections = list(sections_of(text, reader.house, reader.strict)) if FIRST_VERB.search(chars) else []
    if sections:
        return [found for section, stop in sections for found in _section(reader, text, section, stop)]
    if len(chars) > LONGEST_ALONE:
        return None
    start = enumerated(chars)
    if reader.house.is_title(chars, start, len(chars.rstrip(":,;。"))):
        return _title_line(reader, text, start, follows)
    person = bare_name(text)
    if person is None or isinstance(lines[index], Block):
        return None
    if reader.title is not None:
        return _below_title(reader, reader.title, text, person)
    if follows is not None and _announces(reader.house, follows, chars[person.name_start : person.name_end]):
        reader.open(text, person)
        return []
    return None


def _section(reader: Reader, text: Text, head: Head, stop: int) -> list[Fact | Doubt]:
    """The facts of a person inside a sentence; where nothing else speaks of a division, only if duties are read."""
    found = list(_opened(reader, text, head, stop))
    told = any(isinstance(fact, Fact) and fact.relation is not Relation.HOLDS for fact in found)
    return found if told or not reader.strict else []


def _told_below(reader: Reader, text: Text, head: Head) -> Iterator[Fact]:
    """常务副省长,负责…: titles and duties below the name alone."""
    assert head.person is not None
    reader.named = None
    yield from _said_of(reader, text, head.person)
    yield from _duties(reader, text, head.body)


def _title_line(reader: Reader, text: Text, start: int, follows: Text | None) -> list[Fact | Doubt] | None:
    """A line that is a title: of the name above it, else of the name below it."""
    if reader.named is not None and reader.official is not None:
        return list(_titles(reader, text, start, len(text)))
    titles = [reader.title] if reader.title else []
    if follows is not None and (bare_name(follows) or reader.house.is_title(follows.text, 0, len(follows))):
        reader.close()
        reader.title = join([*titles, text])
        return []
    return None


def _below_title(reader: Reader, above: Text, text: Text, person: Titled) -> Iterator[Fact]:
    """党委书记 / 顾某某: a name below its title."""
    reader.open(text, person)
    reader.named = None
    held = tuple(reader.house.offices(above.text, enumerated(above.text), len(above)))
    moved = Titled(person.name_start + len(above), person.name_end + len(above), held)
    yield from holds(reader.document, join([above, text]), moved, reader.date, "divisions.titles")


def _after(lines: list[Text | Block], index: int) -> Text | None:
    if index + 1 >= len(lines):
        return None
    line = lines[index + 1]
    return line.text if isinstance(line, Block) else line


def _counts(reader: Reader, text: Text, head: Head, follows: Text | None) -> bool:
    """Whether a name line opens a person's duties here: a title or duties must say so, not the line alone."""
    chars = text.text
    if opens_duty(chars, head.body) or has_duty(chars[head.body :]):
        return True
    if head.person is None:
        return True
    if not head.person.offices and head.end <= head.person.name_end + 1:
        return False
    rest = chars[head.body :].strip(",。;: ")
    if rest and not rest.startswith(("参与", "在")):
        return False
    if follows is None:
        return not reader.strict and reader.official is not None
    return _announces(reader.house, follows, "") or (not reader.strict and reader.official is not None)


def _announces(house: House, follows: Text, name: str) -> bool:
    """Whether the line below a name line says that a person stands above: a duty, a label, a title, the name again."""
    chars = follows.text
    if opens_duty(chars, enumerated(chars)) or label_of(chars):
        return True
    if name and (chars.startswith(name) or house.is_title(chars, 0, len(chars.rstrip(":,;。")))):
        return True
    first = min((at for at in (chars.find(","), chars.find("。")) if at > 0), default=0)
    if name and first and house.is_title(chars, 0, first):
        return True
    return bool(name and LIFE.match(chars) and len(chars) > 4) or bool(CONCURRENT.match(chars) and has_duty(chars))


def _opened(reader: Reader, text: Text, head: Head, stop: int | None = None) -> Iterator[Fact | Doubt]:
    """The facts of a name line: the titles, then the duties behind them."""
    reader.open(text, head.person)
    if head.person is None:
        span = text.span(head.start, max(head.end, head.start + 1))
        yield Doubt(reader.document.evidence(*span), "divisions.person", UNREAD)
        return
    yield from _held(reader, text, head.person)
    yield from _duties(reader, text, head.body, stop)


def _held(reader: Reader, text: Text, person: Titled) -> Iterator[Fact]:
    """The titles of a name line, said of the person's first mention."""
    official = reader.official
    for fact in holds(reader.document, text, person, reader.date, "divisions.titles"):
        if official is not None and fact.subject != official.party:
            spans = [official.span, (fact.evidence.start, fact.evidence.end)]
            fact = replace(fact, subject=official.party, evidence=evidence_of(reader.document, spans, official.span[0]))
        yield fact


def _duties(reader: Reader, text: Text, start: int, stop: int | None = None) -> Iterator[Fact]:
    if reader.official is None or start >= len(text):
        return
    duties = Duties(reader.document, reader.date, reader.wording, reader.official, reader.heading)
    yield from duties_of(duties, text, start, stop)


def _duty_line(reader: Reader, text: Text, start: int) -> Iterator[Fact | Doubt]:
    if reader.official is not None:
        reader.named = None
        yield from _duties(reader, text, start)
    elif reader.unread or (not reader.strict and reader.title is not None):
        end = min(len(text), start + 200)
        yield Doubt(reader.document.evidence(*text.span(start, end)), "divisions.person", NOBODY)


def _labelled(reader: Reader, text: Text, label: Label) -> Iterator[Fact | Doubt]:
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
        yield from _titles(reader, text, label.body, len(chars))
        return
    if label.kind is Kind.DUTY:
        reader.heading = label.verb
        reader.named = None
        if rest and reader.official is not None:
            yield from _duties(reader, text, label.body)
        elif rest and reader.unread:
            yield Doubt(reader.document.evidence(*text.span(0, min(len(chars), 200))), "divisions.person", NOBODY)
        return
    reader.heading = None


def _titles(reader: Reader, text: Text, start: int, end: int) -> Iterator[Fact]:
    """The titles of a line below the person's name."""
    if reader.official is None:
        return
    reader.named = None
    yield from _said_of(reader, text, Titled(start, start + 1, tuple(reader.house.offices(text.text, start, end))))


def _said_of(reader: Reader, text: Text, titles: Titled) -> Iterator[Fact]:
    """The titles of a text, said of the person at hand."""
    official = reader.official
    assert official is not None
    for fact in holds(reader.document, text, titles, reader.date, "divisions.titles"):
        spans = [official.span, (fact.evidence.start, fact.evidence.end)]
        evidence = evidence_of(reader.document, spans, official.span[0])
        yield replace(fact, subject=official.party, evidence=evidence)


def _other(reader: Reader, text: Text) -> Iterator[Fact | Doubt]:
    """A line that is neither: below a heading, more of its fields; 兼市公安局局长,负责…; else the person ends here."""
    chars = text.text
    if reader.official is None:
        reader.title = None
        return
    if reader.heading is not None and not LIFE.match(chars) and _is_list(chars):
        yield from _duties(reader, text, 0)
        return
    if reader.heading is None and LIFE.match(chars):
        return
    reader.close()


def _is_list(chars: str) -> bool:
    """Whether a line below a heading (分管工作) lists what it announces rather than telling something else."""
    return not re.match(r"^(?:来源|发布|责任编辑|编辑|时间|点击|浏览|打印|上一篇|下一篇)", chars)


def _row(reader: Reader, block: Block, lines: list[Text | Block], index: int) -> Iterator[Fact | Doubt]:
    """A table row under 姓名 | 职务 | 分管工作 | 联系单位: the column's heading is the verb where its cell has none."""
    heads = {i: m for i, cell in enumerate(block.cells) if (m := COLUMN.fullmatch(cell.text))}
    if heads:
        reader.close()
        reader.columns = {at: match["verb"] or "" for at, match in heads.items()}
        return
    if not reader.columns:
        filled = [cell for cell in block.cells if cell.text]
        if len(filled) <= 3:
            yield from _line(reader, block.text, lines, index)
        return
    first = min(reader.columns)
    cells = [cell for cell in block.cells[:first] if cell.text]
    for at, cell in enumerate(cells):
        if len(cell) > 40:
            continue
        text = cell if at + 1 >= len(cells) else join([cell, cells[at + 1]])
        head = _head_of_cells(reader.house, cell, text)
        if head is None:
            continue
        reader.open(text, head)
        yield from holds(reader.document, text, head, reader.date, "divisions.titles")
        for column, verb in reader.columns.items():
            if column < len(block.cells) and block.cells[column].text:
                reader.heading = verb
                yield from _duties(reader, block.cells[column], 0)
        reader.close()
        return


def _head_of_cells(house: House, cell: Text, text: Text) -> Titled | None:
    """王某某 | 副县长 · 副县长 | 王某某 · 副县长王某某."""
    person = bare_name(cell)
    if person is not None and len(text) > len(cell) and house.is_title(text.text, len(cell), len(text)):
        return replace(person, offices=tuple(house.offices(text.text, len(cell), len(text))))
    if (
        len(text) > len(cell)
        and house.is_title(cell.text, 0, len(cell))
        and (below := bare_name(text.part(len(cell), len(text))))
    ):
        offices = tuple(house.offices(cell.text, 0, len(cell)))
        return Titled(below.name_start + len(cell), below.name_end + len(cell), offices)
    head = head_of(cell, house)
    if head is not None and head.person is not None and head.person.offices:
        return head.person
    return person
