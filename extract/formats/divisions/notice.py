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
from extract.facts import Doubt, Fact, Relation
from extract.formats.divisions.covers import covers
from extract.formats.divisions.duties.verbs import FIRST_VERB, MAY_CALL, has_duty, may_tell_duty, opens_duty
from extract.formats.divisions.heads import TELLS_POST, Head, behind_name, head_of, may_head
from extract.formats.divisions.house import House, house_of
from extract.formats.divisions.inner import divided, sections_of
from extract.formats.divisions.labels import label_of
from extract.formats.divisions.lines import below_members, has_gap, lines_of_division
from extract.formats.divisions.naming import HISTORY, LIFE, NOW, OPENS_HISTORY, bare_name, enumerated, opens_life
from extract.formats.divisions.reader import (
    NOBODY,
    UNREAD,
    Reader,
    duties,
    heads_section,
    labelled,
    said_of,
    titles_below,
    titles_now,
)
from extract.formats.divisions.retold import rolls
from extract.formats.divisions.rows import is_heading, labelled_row, row_of
from extract.formats.divisions.stacked import LONGEST_ALONE, below_title, more_below, title_line
from extract.formats.scope import is_division, of_sections, speaks_of_duties
from extract.names.bodies import kind_of_body
from extract.names.labels import LABEL
from extract.names.marks import HAN, LEVELS
from extract.names.persons.titled import Titled, evidence_of, holds

SAYS = re.compile(rf"^(?P<label>[{HAN}/()]{{2,10}}):(?=.)")  # 性别/民族:男 · 任职时间:2026年4月
CONCURRENT = re.compile(r"^并?兼任?[^,;。]{2,40}[长任记席员委师],")
SLASH = re.compile("[、/|]")
SHORT = 12  # characters of a line that may be a heading of something else: 信息来源
MOST_CELLS = 3  # of a row that may be a line with gaps
LONGEST_LIFE = 40  # lines
LONGEST_LABEL = 12  # characters of 县级副河长:


def divisions(notice: Notice) -> Iterator[Fact | Doubt]:
    """The division of work that a notice states, in any of its forms."""
    if not speaks_of_duties(notice):
        return
    wording, strict = notice.text, not is_division(notice)
    house = house_of(notice)
    opens = partial(_opens, house)
    whole = lines_of_division(notice.blocks, opens, has_duty)
    lines = [part for line in whole for part in ([line] if isinstance(line, Block) else divided(line, house))]
    reader = Reader(notice.document, notice.dated, house, wording, strict, of_sections(notice))
    speaks = [*map(_speaks, lines), False]
    for index in range(
        len(lines) - 1, -1, -1
    ):  # lines of a life (1992.07—1998.03 …) stand between a name and its duties
        speaks[index] = speaks[index] or (speaks[index + 1] and _is_history(lines[index]))
    for index, line in enumerate(lines):
        long = reader.is_idle and len(line.text) > LONGEST_ALONE
        if long and (not (speaks[index] or speaks[index + 1]) or _names_nobody(line)):
            continue
        if isinstance(line, Block):
            yield from _of_row(reader, line, lines, index)
        else:
            reader.columns, reader.people = {}, False
            yield from _line(reader, line, lines, index)
    yield from covers(notice)


def _speaks(line: Text | Block) -> bool:
    """Whether a line may say anything of a person, at a cheap look: a duty, a label, the sex, 现任; a row always."""
    if isinstance(line, Block):
        return True
    chars = line.text
    return bool(
        (line.signs & MAY_CALL and FIRST_VERB.search(chars) is not None)
        or ("对" in chars and "负" in chars)
        or label_of(chars) is not None
        or opens_life(chars)
    )


def _is_history(line: Text | Block) -> bool:
    return not isinstance(line, Block) and line.text[:1] in OPENS_HISTORY and HISTORY.match(line.text) is not None


def _names_nobody(line: Text | Block) -> bool:
    """Whether a long line can open no person, at a cheap look; a row may."""
    if isinstance(line, Block):
        return False
    chars = line.text
    if TELLS_POST.search(chars) or label_of(chars) or may_head(chars, enumerated(chars)):
        return False
    return not any(opens_duty(chars, mark.end()) for mark in SLASH.finditer(chars))


def _of_row(reader: Reader, block: Block, lines: list[Text | Block], index: int) -> Iterator[Fact | Doubt]:
    """A row of a table of leaders, a label and its text, or a line that the layout divided."""
    told = labelled_row(reader, block)
    if told is not None:
        yield from told
    elif reader.columns or (reader.people and not reader.strict) or is_heading(block):
        yield from row_of(reader, block)
    elif sum(1 for cell in block.cells if cell.text) <= MOST_CELLS:
        yield from _line(reader, block.text, lines, index)


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
        if reader.official is not None and below_members(lines, index):
            yield Doubt(reader.document.evidence(*text.span(0, min(len(chars), 200))), "divisions.person", NOBODY)
            reader.close()
            return
        yield from labelled(reader, text, label)
        return
    start = enumerated(chars)
    if opens_duty(chars, start):
        yield from _duty_line(reader, text, start)
        return
    if HISTORY.match(chars):
        yield from titles_now(reader, text, 0)
        return
    if reader.official is not None and CONCURRENT.match(chars) and has_duty(chars):
        stop = chars.find(",")
        yield from titles_below(reader, text, 0, stop)
        yield from duties(reader, text, stop + 1)
        return
    if not reader.strict:
        yield from _shared(reader, text)
    told = _head_line(reader, text, lines, index)
    yield from _other(reader, text) if told is None else told


def _shared(reader: Reader, text: Text) -> Iterator[Fact | Doubt]:
    """随着孟川、石岭2名新任副市长到岗: a title that several persons share; each is known from here on."""
    for listed in rolls(text, reader.house):
        if isinstance(listed, Titled):
            reader.known.add(text.text[listed.name_start : listed.name_end])
            yield from holds(reader.document, text, listed, reader.date, "divisions.titles")
        else:
            yield Doubt(reader.document.evidence(*text.span(*listed)), "divisions.person", UNREAD)


def _is_said(house: House, chars: str) -> bool:
    """性别/民族:男,汉族: one more label of a person's page, which names no body, no post, no duty."""
    told = SAYS.match(chars)
    if told is None or has_duty(chars[told.end() :]) or kind_of_body(told["label"]) is not None:
        return False
    return not house.is_title(chars, *told.span("label"))


def _head_line(
    reader: Reader, text: Text, lines: list[Text | Block], index: int
) -> Iterator[Fact | Doubt] | list[Fact | Doubt] | None:
    """What a name line or a line that is a title says; None if the line is neither."""
    chars = text.text
    follows = _after(lines, index)
    head = head_of(text, reader.house) if reader.official is not None or _may_count(chars, follows) else None
    if (
        reader.official is not None
        and (reader.named is not None or opens_life(chars))
        and (head is None or head.person is None or _is_place(text, head.person))
        and (below := behind_name(text, enumerated(chars), reader.house))
    ):
        return _told_below(reader, text, below)
    if head is not None and _counts(reader, text, head, follows):
        return _with_others(reader, text, head)
    if known := _known(reader, text):
        return _opened(reader, text, known)
    sections = list(sections_of(text, reader.house, reader.strict, reader.known)) if FIRST_VERB.search(chars) else []
    if sections:
        return [found for section, stop in sections for found in _section(reader, text, section, stop)]
    return _line_alone(reader, text, lines, index) if len(chars) <= LONGEST_ALONE else None


def _line_alone(
    reader: Reader, text: Text, lines: list[Text | Block], index: int
) -> Iterator[Fact | Doubt] | list[Fact | Doubt] | None:
    """What a line that is a title alone or a name alone says; None if it is neither."""
    chars, follows = text.text, _after(lines, index)
    start = enumerated(chars)
    if reader.house.is_title(chars, start, len(chars.rstrip(":,;。"))):
        if index and lines[index - 1] is reader.under_title and follows is not None and not bare_name(follows):
            if reader.titled == text.text:
                return []  # 校长 / 丁某 / 校长: the title of the person at hand, printed again
            return list(titles_below(reader, text, start, len(text)))  # 市长 / 胡某 / 市委副书记,市长 / 工作分工:…
        return title_line(reader, text, start, follows)
    person = bare_name(text)
    if person is None or isinstance(lines[index], Block) or (follows is not None and _answers_for_thing(follows.text)):
        return None
    if reader.title is not None:
        return below_title(
            reader, reader.title, text, person, more_below(reader.title, follows, _after(lines, index + 1))
        )
    if follows is not None and _announces(reader.house, follows, chars[person.name_start : person.name_end]):
        reader.open(text, person)
        return []
    return None


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


def _with_others(reader: Reader, text: Text, head: Head) -> Iterator[Fact | Doubt]:
    """主任石某主持全面工作,副主任孟某分管…: the duties at the head of a line end where another person's begin."""
    later = [each for each in sections_of(text, reader.house, reader.strict, reader.known) if each[0].start > head.body]
    yield from _opened(reader, text, head, later[0][0].start if later else None)
    for section, stop in later:
        yield from _section(reader, text, section, stop)


def _known(reader: Reader, text: Text) -> Head | None:
    """方某某领导县政府全面工作: a person named before, and a duty directly after the name."""
    start = enumerated(text.text)
    for name in reader.known:
        if text.text.startswith(name, start) and opens_duty(text.text, start + len(name)):
            stop = start + len(name)
            return Head(Titled(start, stop), stop, start, stop)
    return None


def _section(reader: Reader, text: Text, head: Head, stop: int) -> list[Fact | Doubt]:
    """The facts of a person inside a sentence; where nothing else speaks of a division, only if duties are read."""
    results = list(_opened(reader, text, head, stop))
    told = any(isinstance(fact, Fact) and fact.relation is not Relation.HOLDS for fact in results)
    return results if told or not reader.strict else []


def _told_below(reader: Reader, text: Text, head: Head) -> Iterator[Fact]:
    """常务副省长,负责…: titles and duties below the name alone."""
    assert head.person is not None
    reader.named = None
    yield from said_of(reader, text, head.person)
    yield from duties(reader, text, head.body)


def _after(lines: list[Text | Block], index: int) -> Text | None:
    """The line after another, those of a life left out: 1992.07—1998.03 县财政局科员."""
    below = lines[index + 1 : index + LONGEST_LIFE]
    line = next((line for line in below if not _is_history(line)), None)
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
    return follows is not None and _speaks(follows)


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
    name = chars[head.person.name_start : head.person.name_end]
    if follows.text.startswith(name) and opens_duty(follows.text, len(name)):
        return True
    if head.person.offices and opens_life(follows.text) and LIFE.match(follows.text):
        return True
    return _announces(reader.house, follows, "") or (not reader.strict and reader.official is not None)


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


def _opened(reader: Reader, text: Text, head: Head, stop: int | None = None) -> Iterator[Fact | Doubt]:
    """The facts of a name line: the titles, then the duties after them."""
    reader.open(text, head.person)
    if head.person is None:
        span = text.span(head.start, max(head.end, head.start + 1))
        yield Doubt(reader.document.evidence(*span), "divisions.person", UNREAD)
        return
    yield from _held(reader, text, head.person)
    if heads_section(reader, text, head.person, head.body):
        reader.close()
        return
    yield from duties(reader, text, head.body, stop)


def _held(reader: Reader, text: Text, person: Titled) -> Iterator[Fact]:
    """The titles of a name line, said of the person's first mention."""
    official = reader.official
    for fact in holds(reader.document, text, person, reader.date, "divisions.titles"):
        if official is not None and fact.subject != official.party:
            spans = [official.span, (fact.evidence.start, fact.evidence.end)]
            fact = replace(fact, subject=official.party, evidence=evidence_of(reader.document, spans, official.span[0]))
        yield fact


def _duty_line(reader: Reader, text: Text, start: int) -> Iterator[Fact | Doubt]:
    if reader.official is not None:
        reader.named = None
        yield from duties(reader, text, start)
    elif reader.unread or (not reader.strict and (reader.title is not None or reader.known)):
        end = min(len(text), start + 200)
        yield Doubt(reader.document.evidence(*text.span(start, end)), "divisions.person", NOBODY)


def _other(reader: Reader, text: Text) -> Iterator[Fact | Doubt]:
    """A line that is neither: below a heading, more of its fields; 兼市公安局局长,负责…; else the person ends here."""
    chars = text.text
    if reader.official is None:
        reader.title = None
        return
    if chars.startswith("兼") and reader.house.is_title(chars, 0, len(chars.rstrip(",。;"))):
        yield from titles_below(reader, text, 0, len(chars))
        return
    if _is_said(reader.house, chars):
        reader.heading = None
        return
    if reader.heading is not None and not reader.listed and not LIFE.match(chars) and _is_list(chars):
        yield from duties(reader, text, 0)
        return
    if reader.heading is None and LIFE.match(chars):
        return
    reader.close()


def _is_list(chars: str) -> bool:
    """Whether a line below a heading (分管工作) lists what it announces rather than telling something else."""
    if len(chars) < SHORT and not re.search(r"[、。;]|工作$", chars) and kind_of_body(chars) is None:
        return False
    return not re.match(r"^(?:来源|发布|责任编辑|编辑|时间|点击|浏览|打印|上一篇|下一篇)", chars)
