"""Titles and names on lines of their own, one above the other: a title above a name, below it, or both.

In:  what is remembered, the line at hand and the lines beside it. Out: the person opened, the titles said of that person

    校长 / 党委副书记 / 罗某 / 主持… → both posts are 罗某's · 书记 / 丁某 / 党支部书记 → the title that says more
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.clean import Text, join
from extract.document import Block
from extract.formats.divisions.house import House
from extract.formats.divisions.labels import Kind, Label, label_of
from extract.formats.divisions.naming import bare_name, enumerated
from extract.formats.divisions.reading.memory import Memory, Read, Setting
from extract.formats.divisions.reading.told import titles_below
from extract.names.bodies import kind_of_body
from extract.names.persons.titled import Titled, holds

Lines = Sequence[Text | Block]
LONGEST_ALONE = 40  # characters of a line that is a name or a title and nothing else


def title_line(setting: Setting, memory: Memory, text: Text, start: int, follows: Text | None) -> Read | None:
    """A line that is a title: of the name above it, else of the name below it."""
    if memory.person.untitled is not None and memory.official is not None:
        return titles_below(setting, memory, text, start, len(text))
    titles = [memory.title] if memory.title and len(memory.title) <= LONGEST_ALONE else []
    label = label_of(follows.text) if follows is not None else None
    labelled = label is not None and label.kind is Kind.NAME and label.body < len(follows or "")  # 县长 / 姓名:石磊
    if follows is not None and (
        labelled or bare_name(follows) or setting.house.is_title(follows.text, 0, len(follows))
    ):
        return replace(memory.closed(), title=join([*titles, *_break_after(setting.house, titles), text])), []
    return None


def _break_after(house: House, titles: list[Text]) -> list[Text]:
    """The end of a line that is a title by itself, as the 、 it stands for: 校长 / 党委副书记; none where a title is wrapped."""
    if titles and house.is_title(titles[0].text, 0, len(titles[0])):
        return [Text("、", (titles[0].offsets[-1] + 1,))]
    return []


def more_below(above: Text, below: Text | None, further: Text | None) -> Text | None:
    """The title below a name that says more than the one above it: 书记 / 丁某 / 党支部书记; none where another name follows."""
    if below is None or not below.text.endswith(above.text) or (further is not None and bare_name(further)):
        return None
    return below if kind_of_body(below.text.removesuffix(above.text)) is not None else None


def below_title(setting: Setting, memory: Memory, above: Text, text: Text, person: Titled, more: Text | None) -> Read:
    """党委书记 / 顾某某: a name below its title; `more`: a title below it that is said instead."""
    memory = memory.opened(setting.document, text, person).entitled()
    memory = replace(memory, person=replace(memory.person, below_title=text, titled=(more or above).text))
    if more is not None:
        return titles_below(setting, memory, more, 0, len(more))
    held = tuple(setting.house.offices(above.text, enumerated(above.text), len(above)))
    moved = Titled(person.name_start + len(above), person.name_end + len(above), held)
    return memory, [*holds(setting.document, join([above, text]), moved, setting.date, "divisions.titles")]


def title_above_name(
    setting: Setting, memory: Memory, text: Text, label: Label, lines: Lines, index: int
) -> Read | None:
    """职务:镇长 right above 姓名:王某某: the title waits for that name and is not said of the person above it; None where none waits."""
    if label.body >= len(text):
        return None
    told = text.part(label.body, len(text))
    waits = memory.official is not None and memory.person.untitled is not None  # 姓名:石磊 / 职务:县长 / 姓名:…
    if label.kind is Kind.POST and not waits and _names(lines, index + 1):
        return replace(memory.closed(), title=told), []
    person = bare_name(told) if label.kind is Kind.NAME and memory.title is not None else None
    if person is None or memory.title is None:
        return None
    return below_title(setting, memory, memory.title, told, person, None)


def _names(lines: Lines, index: int) -> bool:
    """Whether a line, or a row, says 姓名:王某某."""
    if index >= len(lines):
        return False
    line = lines[index]
    filled = [cell for cell in line.cells if cell.text] if isinstance(line, Block) else []
    label = label_of(filled[0].text if filled else line.text.text if isinstance(line, Block) else line.text)
    return label is not None and label.kind is Kind.NAME
