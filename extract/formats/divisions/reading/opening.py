"""Lines that open a person: a name line with titles or duties, a name or a title alone, persons inside a sentence.

In:  what is remembered, a line, and the lines beside it. Out: what it says; None if it is no such line

    余建军副区长:负责司法工作 → opened · 市长 / 胡某 → the title waits for the name · 主任石某主持…,副主任孟某分管… → two persons
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.clean import Text
from extract.document import Block
from extract.facts import Doubt, Fact, Relation
from extract.formats.divisions.duties.verbs import FIRST_VERB, has_duty, may_tell_duty, opens_duty
from extract.formats.divisions.heads import NOW, Head, behind_name, head_of
from extract.formats.divisions.house import House
from extract.formats.divisions.inner import sections_of
from extract.formats.divisions.labels import label_of
from extract.formats.divisions.lines import has_gap
from extract.formats.divisions.naming import LIFE, bare_name, enumerated
from extract.formats.divisions.reading.looks import is_history, opens_life, speaks
from extract.formats.divisions.reading.memory import Memory, Read, Setting, unread
from extract.formats.divisions.reading.stacked import LONGEST_ALONE, Lines, below_title, more_below, title_line
from extract.formats.divisions.reading.told import duties, heads_section, said_of, titles_below
from extract.lexicon import any_of
from extract.names.labels import LABEL
from extract.names.marks import HAN, LEVELS
from extract.names.offices.office import Office
from extract.names.persons.titled import Titled, evidence_of, holds

CONCURRENT = re.compile(r"^并?兼任?[^,;。]{2,40}[长任记席员委师],")
# below a list of a group's members, what the group is there for
OF_GROUP = re.compile(rf"负责[{HAN}]{{0,6}}(?:{any_of('divisions', 'of_group')}):")
SEATED = re.compile(any_of("groups", "seats_below"))
MOST_SEATED = 30  # lines of a group's list
LONGEST_LIFE = 40  # lines
LONGEST_LABEL = 12  # characters of 县级副河长:


def head_line(setting: Setting, memory: Memory, text: Text, lines: Lines, index: int) -> Read | None:
    """What a name line or a line that is a title says; None if the line is neither."""
    chars, house = text.text, setting.house
    follows = _after(lines, index)
    head = head_of(text, house) if memory.official is not None or _may_count(chars, follows) else None
    if (
        memory.official is not None
        and (memory.person.untitled is not None or opens_life(chars))
        and (head is None or head.person is None or _is_place(text, head.person))
        and (below := behind_name(text, enumerated(chars), house))
    ):
        return _told_below(setting, memory, text, below)
    unnamed = head is None or head.person is None
    right_below = bool(index) and lines[index - 1] is memory.person.headed
    if unnamed and right_below and (fuller := _fuller(text, house)):
        return _told_below(setting, memory, text, fuller, known=memory.person.offices)
    if head is not None and _counts(setting, memory, text, head, follows) and not _is_seated(setting, lines, index):
        return _with_others(setting, memory, text, head)
    if known := _known(memory, text):
        return _opened(setting, memory, text, known)
    sections = list(sections_of(text, house, setting.strict, memory.known)) if FIRST_VERB.search(chars) else []
    if sections:
        return _sections(setting, memory, text, sections)
    return _line_alone(setting, memory, text, lines, index, follows) if len(chars) <= LONGEST_ALONE else None


def _line_alone(
    setting: Setting, memory: Memory, text: Text, lines: Lines, index: int, follows: Text | None
) -> Read | None:
    """What a line that is a title alone or a name alone says; None if it is neither."""
    chars = text.text
    start = enumerated(chars)
    if setting.house.is_title(chars, start, len(chars.rstrip(":,;。"))):
        person = memory.person
        if index and lines[index - 1] is person.below_title and follows is not None and not bare_name(follows):
            if person.titled == chars:
                return memory, []  # 校长 / 丁某 / 校长: the title of the person at hand, printed again
            return titles_below(setting, memory, text, start, len(text))  # 市长 / 胡某 / 市委副书记,市长 / 工作分工:…
        return title_line(setting, memory, text, start, follows)
    name = bare_name(text)
    if name is None or isinstance(lines[index], Block) or (follows is not None and _answers_for_thing(follows.text)):
        return None
    if memory.title is not None:
        more = more_below(memory.title, follows, _after(lines, index + 1))
        return below_title(setting, memory, memory.title, text, name, more)
    if follows is not None and _announces(setting.house, follows, chars[name.name_start : name.name_end]):
        return memory.opened(setting.document, text, name), []
    return None


def _is_seated(setting: Setting, lines: Lines, index: int) -> bool:
    """Whether a name line is the last of a group's list: 成员:石某 … / 孟某　县林业局科员 / 负责护林范围:…, which is the group's."""
    if not setting.strict or index + 1 >= len(lines) or not OF_GROUP.match(_chars(lines[index + 1])):
        return False
    above = (_chars(line) for line in reversed(lines[max(0, index - MOST_SEATED) : index + 1]))
    return any(SEATED.match(chars) for chars in above)


def _chars(line: Text | Block) -> str:
    return line.text.text if isinstance(line, Block) else line.text


def _answers_for_thing(chars: str) -> bool:
    """河长:石某, 责任单位:县水利局: what stands above such a line is a river or a task, and no person."""
    if ":" not in chars[:LONGEST_LABEL] or label_of(chars):
        return False
    label = LABEL.match(chars)
    return label is not None and bool(label["unit"] or label["official"])


def _is_place(text: Text, person: Titled) -> bool:
    """Whether what reads as a name below a name opens a title with its place: 石磊 / 安山|县文化馆馆长."""
    end = person.name_end
    return text.text[end : end + 1] in tuple(LEVELS) and not has_gap(text, end)


def _with_others(setting: Setting, memory: Memory, text: Text, head: Head) -> Read:
    """主任石某主持全面工作,副主任孟某分管…: the duties at the head of a line end where another person's begin."""
    sections = sections_of(text, setting.house, setting.strict, memory.known)
    later = [each for each in sections if each[0].start > head.body]
    memory, told = _opened(setting, memory, text, head, later[0][0].start if later else None)
    memory, more = _sections(setting, memory, text, later)
    return memory, [*told, *more]


def _known(memory: Memory, text: Text) -> Head | None:
    """方某某领导县政府全面工作: a person named before, and a duty directly after the name."""
    start = enumerated(text.text)
    for name in memory.known:
        if text.text.startswith(name, start) and opens_duty(text.text, start + len(name)):
            stop = start + len(name)
            return Head(Titled(start, stop), stop, start, stop)
    return None


def _sections(setting: Setting, memory: Memory, text: Text, sections: Sequence[tuple[Head, int]]) -> Read:
    """The facts of persons inside a sentence; where nothing else speaks of a division, only if duties are read."""
    results: list[Fact | Doubt] = []
    for head, stop in sections:
        memory, told = _opened(setting, memory, text, head, stop)
        if not setting.strict or any(isinstance(one, Fact) and one.relation is not Relation.HOLDS for one in told):
            results.extend(told)
    return memory, results


def _fuller(text: Text, house: House) -> Head | None:
    """Below 局长石磊, a line that tells the titles in full and then the duties: 党组书记、局长,主持全面工作; None if it is none."""
    start = enumerated(text.text)
    head = behind_name(text, start, house) if may_tell_duty(text.text) else None
    return head if head is not None and opens_duty(text.text, head.body) else None


def _told_below(setting: Setting, memory: Memory, text: Text, head: Head, known: Sequence[Office] = ()) -> Read:
    """常务副省长,负责…: titles and duties below the name alone, or below a name with its post (`known`)."""
    official = memory.official
    assert head.person is not None
    assert official is not None
    memory = memory.entitled()
    told = {(office.body, office.post) for office in known}
    more = tuple(office for office in head.person.offices if (office.body, office.post) not in told)
    titles = Titled(head.start, head.start + 1, more)
    return memory, [*said_of(setting, official, text, titles), *duties(setting, memory, text, head.body)]


def _after(lines: Lines, index: int) -> Text | None:
    """The line after another, those of a life left out: 1992.07—1998.03 县财政局科员."""
    below = lines[index + 1 : index + LONGEST_LIFE]
    line = next((line for line in below if not is_history(line)), None)
    if line is None:
        return None
    if not isinstance(line, Block):
        return line
    filled = [cell for cell in line.cells if cell.text]
    return filled[0] if len(filled) == 2 and label_of(filled[0].text) else line.text


def _may_count(chars: str, follows: Text | None) -> bool:
    """Whether a name line could count while nobody is at hand: `_counts` asks for duties here, or for what the line below says."""
    if may_tell_duty(chars):
        return True
    return follows is not None and speaks(follows)


def _counts(setting: Setting, memory: Memory, text: Text, head: Head, follows: Text | None) -> bool:
    """Whether a name line opens a person's duties here: a title or duties must say so, not the line alone."""
    chars = text.text
    if opens_duty(chars, head.body) or has_duty(chars[head.body :]):
        return True
    if head.person is None:
        return True
    name_first = setting.sections or head.person.name_start <= head.start
    if not head.person.offices and name_first and head.end <= head.person.name_end + 1:
        return False
    rest = chars[head.body :].strip(",。;: ")
    if rest and not rest.startswith(("参与", "在")):
        return False
    goes_on = not setting.strict and memory.official is not None
    if follows is None:
        return goes_on
    name = chars[head.person.name_start : head.person.name_end]
    if follows.text.startswith(name) and opens_duty(follows.text, len(name)):
        return True
    if head.person.offices and opens_life(follows.text) and LIFE.match(follows.text):
        return True
    if head.person.offices and not rest and _fuller(follows, setting.house):
        return True
    return _announces(setting.house, follows, "") or goes_on


def _announces(house: House, follows: Text, name: str) -> bool:
    """Whether the line below a name line says that a person stands above: a duty, a label, a title, the name again."""
    chars = follows.text
    if opens_duty(chars, enumerated(chars)) or label_of(chars) or NOW.match(chars):
        return True
    if name and (chars.startswith(name) or house.is_title(chars, 0, len(chars.rstrip(":,;。")))):
        return True
    if name and may_tell_duty(chars) and behind_name(follows, 0, house):
        return True  # 石磊 / 安山县文化馆馆长　主持全面工作
    first = min((position for position in (chars.find(","), chars.find("。")) if position > 0), default=0)
    if name and first and house.is_title(chars, 0, first):
        return True
    return bool(name and LIFE.match(chars) and len(chars) > 4) or bool(CONCURRENT.match(chars) and has_duty(chars))


def _opened(setting: Setting, memory: Memory, text: Text, head: Head, stop: int | None = None) -> Read:
    """The facts of a name line: the titles, then the duties after them."""
    memory = memory.opened(setting.document, text, head.person)
    if head.person is None:
        return memory, [unread(setting, text.span(head.start, max(head.end, head.start + 1)))]
    held = _held(setting, memory, text, head.person)
    if heads_section(setting, text, head.person, head.body):
        return memory.closed(), [*held]
    return memory, [*held, *duties(setting, memory, text, head.body, stop)]


def _held(setting: Setting, memory: Memory, text: Text, person: Titled) -> list[Fact]:
    """The titles of a name line, said of the person's first mention."""
    official = memory.official
    facts = []
    for fact in holds(setting.document, text, person, setting.date, "divisions.titles"):
        if official is not None and fact.subject != official.party:
            spans = [official.span, (fact.evidence.start, fact.evidence.end)]
            evidence = evidence_of(setting.document, spans, official.span[0])
            fact = replace(fact, subject=official.party, evidence=evidence)
        facts.append(fact)
    return facts
