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
from dataclasses import replace
from functools import partial

from extract.clean import Text
from extract.document import Block, Notice
from extract.facts import Doubt, Fact
from extract.formats.divisions.by_unit import by_unit
from extract.formats.divisions.covers import covers
from extract.formats.divisions.duties.verbs import has_duty, opens_duty
from extract.formats.divisions.given import given, may_give, named_in
from extract.formats.divisions.heads import head_of
from extract.formats.divisions.house import House, house_of
from extract.formats.divisions.inner import divided
from extract.formats.divisions.labels import label_of
from extract.formats.divisions.lines import below_members, in_chinese, lines_of_division
from extract.formats.divisions.naming import LIFE, bare_name, enumerated
from extract.formats.divisions.reading.looks import HISTORY, is_history, may_go_on, names_nobody, speaks, stands_alone
from extract.formats.divisions.reading.memory import Memory, Read, Setting, of_nobody, unread
from extract.formats.divisions.reading.opening import CONCURRENT, head_line
from extract.formats.divisions.reading.rows import is_heading, labelled_row, row_of
from extract.formats.divisions.reading.stacked import LONGEST_ALONE, Lines, title_above_name
from extract.formats.divisions.reading.told import duties, labelled, titles_below, titles_now
from extract.formats.divisions.retold import rolls
from extract.formats.scope import is_division, of_sections, speaks_of_duties
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN
from extract.names.persons.titled import Titled, holds

NUMBERS = re.compile(
    r"(?:\d{3,4}[-—])?\d{7,8}(?:\([办实传真宅手机]{1,2}\)|[、/,;])*(?:\d.*)?"
)  # 8730000(办)8730001(实)
SAYS = re.compile(rf"^(?P<label>[{HAN}/()]{{2,10}}):(?=.)")  # 性别/民族:男 · 任职时间:2026年4月
OF_LIST = re.compile(r"[、。;]|工作$")
SPEAKS_TO = re.compile(any_of("divisions", "speaks_to"))  # 石磊:大家好。统筹推进…: a speech
OF_SITE = re.compile(rf"^(?:{any_of('divisions', 'of_site')})")
SHORT = 12  # characters of a line that may be a heading of something else: 信息来源
MOST_CELLS = 3  # of a row that may be a line with gaps


def divisions(notice: Notice) -> Iterator[Fact | Doubt]:
    """The division of work that a notice states, in any of its forms."""
    if not speaks_of_duties(notice):
        return
    house = house_of(notice)
    setting = Setting(notice.document, notice.dated, house, notice.text, not is_division(notice), of_sections(notice))
    whole = in_chinese([*lines_of_division(notice.blocks, partial(_opens, house), has_duty)])
    lines = [part for line in whole for part in ([line] if isinstance(line, Block) else divided(line, house))]
    may_speak = _may_speak(lines)
    gives = not setting.strict and may_give(notice)
    memory = Memory(known=named_in(notice)) if gives else Memory()
    for index, line in enumerate(lines):
        if isinstance(line, Text) and SPEAKS_TO.search(line.text):
            memory = memory.closed()
            continue
        if memory.is_idle and _is_passed_over(setting, line, silent=not (may_speak[index] or may_speak[index + 1])):
            continue
        if isinstance(line, Block):
            memory, told = _of_row(setting, memory, line, lines, index)
        else:
            memory, told = _line(setting, memory.outside_table(), line, lines, index)
        yield from told
        if gives and isinstance(line, Text):
            yield from given(notice, line, house)
    yield from by_unit(notice)
    yield from covers(notice)


def _is_passed_over(setting: Setting, line: Text | Block, *, silent: bool) -> bool:
    """Whether a line opens nobody while nobody is at hand; `silent`: neither it nor the line below may say anything of a person."""
    if len(line.text) > LONGEST_ALONE:
        return silent or names_nobody(line)
    goes_on = not setting.strict and isinstance(line, Text) and may_go_on(line)
    return silent and not goes_on and not stands_alone(line)


def _may_speak(lines: Lines) -> list[bool]:
    """Which lines may say anything of a person, and one more for the end; lines of a life count as the line below them.

    1992.07—1998.03 … stands between a name and its duties.
    """
    may = [*map(speaks, lines), False]
    for index in range(len(lines) - 1, -1, -1):
        may[index] = may[index] or (may[index + 1] and is_history(lines[index]))
    return may


def _of_row(setting: Setting, memory: Memory, block: Block, lines: Lines, index: int) -> Read:
    """A row of a table of leaders, a label and its text, or a line that the layout divided."""
    told = labelled_row(setting, memory, block, lines, index)
    if told is not None:
        return told
    if memory.table.columns or (memory.table.people and not setting.strict) or is_heading(block):
        return row_of(setting, memory, block)
    if sum(1 for cell in block.cells if cell.text) <= MOST_CELLS:
        return _line(setting, memory, block.text, lines, index)
    return memory, []


def _opens(house: House, text: Text) -> bool:
    """Whether a line begins something of its own."""
    chars = text.text
    if label_of(chars) or opens_duty(chars, enumerated(chars)):
        return True
    head = head_of(text, house)
    if head is not None and (head.person is None or head.person.offices or head.body < len(chars)):
        return True
    return len(chars) <= 6 and bare_name(text) is not None


def _line(setting: Setting, memory: Memory, text: Text, lines: Lines, index: int) -> Read:
    """What a line says, whatever it is: a label, a duty, a life, a name line, something else."""
    chars = text.text
    label = label_of(chars)
    if label:
        if memory.official is not None and below_members(lines, index):
            return memory.closed(), [of_nobody(setting, text)]
        if (above := title_above_name(setting, memory, text, label, lines, index)) is not None:
            return above
        return labelled(setting, memory, text, label)
    start = enumerated(chars)
    if opens_duty(chars, start):
        return _duty_line(setting, memory, text, start)
    if HISTORY.match(chars):
        return titles_now(setting, memory, text, 0)
    if memory.official is not None and _says_again(setting.house, chars, lines, index):
        return memory, []
    if memory.official is not None and CONCURRENT.match(chars) and has_duty(chars):
        stop = chars.find(",")
        memory, titles = titles_below(setting, memory, text, 0, stop)
        return memory, [*titles, *duties(setting, memory, text, stop + 1)]
    memory, shared = (memory, []) if setting.strict else _shared(setting, memory, text)
    read = head_line(setting, memory, text, lines, index)
    memory, told = _other(setting, memory, text) if read is None else read
    return memory, [*shared, *told]


def _says_again(house: House, chars: str, lines: Lines, index: int) -> bool:
    """石磊 / 副局长 / 副局长 / 分管…: whether a line says the title of the line above once more; it is no title of the next person."""
    above = lines[index - 1].text if index else ""
    title = above if isinstance(above, str) else above.text
    return bool(chars) and title.endswith(chars) and house.is_title(chars, 0, len(chars))


def _shared(setting: Setting, memory: Memory, text: Text) -> Read:
    """随着孟川、石岭2名新任副市长到岗: a title that several persons share; each is known from here on."""
    told: list[Fact | Doubt] = []
    for listed in rolls(text, setting.house):
        if isinstance(listed, Titled):
            name = text.text[listed.name_start : listed.name_end]
            memory = replace(memory, known=memory.known | {name})
            told.extend(holds(setting.document, text, listed, setting.date, "divisions.titles"))
        else:
            told.append(unread(setting, text.span(*listed)))
    return memory, told


def _is_said(house: House, chars: str) -> bool:
    """性别/民族:男,汉族: one more label of a person's page, which names no body, no post, no duty."""
    told = SAYS.match(chars)
    if NUMBERS.fullmatch(chars):
        return True
    if told is None or has_duty(chars[told.end() :]) or kind_of_body(told["label"]) is not None:
        return False
    return not house.is_title(chars, *told.span("label"))


def _duty_line(setting: Setting, memory: Memory, text: Text, start: int) -> Read:
    """负责财政工作: duties of the person at hand, or of nobody."""
    if memory.official is not None:
        memory = memory.entitled()
        return memory, [*duties(setting, memory, text, start)]
    if memory.person.unread or (not setting.strict and (memory.title is not None or memory.known)):
        return memory, [of_nobody(setting, text, start)]
    return memory, []


def _other(setting: Setting, memory: Memory, text: Text) -> Read:
    """A line that is neither: below a heading, more of its fields; 兼市公安局局长,负责…; else the person ends here."""
    chars, house = text.text, setting.house
    if memory.official is None:
        return (memory if memory.title is None else replace(memory, title=None)), []
    if chars.startswith("兼") and house.is_title(chars, 0, len(chars.rstrip(",。;"))):
        return titles_below(setting, memory, text, 0, len(chars))
    if _is_said(house, chars):
        return replace(memory, heading=None), []
    if memory.heading is not None and not memory.listed and not LIFE.match(chars) and _is_list(chars):
        return memory, [*duties(setting, memory, text, 0)]
    if memory.heading is None and LIFE.match(chars):
        return memory, []
    return memory.closed(), []


def _is_list(chars: str) -> bool:
    """Whether a line below a heading (分管工作) lists what it announces rather than telling something else."""
    if len(chars) < SHORT and not OF_LIST.search(chars) and kind_of_body(chars) is None:
        return False
    return not OF_SITE.match(chars)
