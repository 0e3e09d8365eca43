"""Lines and cells that print a name and a title and no sentence: who came, who heads what, who signs.

In:  出席:丁力　县长 / 王海　县财政局局长 · 河长:丁力　省委书记副河长:石磊　省政府副省长 · 区长刘润长 above a date · a row of a table
Out: one fact a person and post
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.document import Block, Notice, as_read
from extract.facts import Doubt, Fact, Kind
from extract.formats.titles.days import DATE_ONLY
from extract.formats.titles.stated import PORTFOLIO, RULE, facts_of
from extract.names.bodies import kind_of_body
from extract.names.dates import dates_in, days_in
from extract.names.marks import HAN
from extract.names.offices.office import Office, moved
from extract.names.offices.titles import offices
from extract.names.people import is_person_name
from extract.names.persons.chiefs import chiefs
from extract.names.persons.holders import MAY_HOLD, Holder, holders, may_hold
from extract.names.persons.members import lines_of, members
from extract.names.persons.titled import Titled
from extract.names.units import breaks

NAMED = re.compile(
    rf"""
    ^[-—•●◆*]{{0,2}}(?P<name>[{HAN}][{HAN}·]{{1,11}}):(?![不被免拟曾])(?P<title>[^:;。→]{{4,80}}?)   # - 石磊:青山街道党工委副书记
    (?:\([^()长任记员]{{1,40}}\))?[;。]?$                                        # (挂职,派出单位为某学院) · (兼)
    """,
    re.VERBOSE,
)
NUMBERED = re.compile(rf"\d{{1,3}}[.、]?[{HAN}]")
LEAST_CELLS = 3  # number, name, title
SIGNED = re.compile(rf"^[{HAN}]{{2,24}}[:]?[{HAN}·]{{2,12}}$")


LEAST_NAMES = 2
BEFORE_LIFE = re.compile(
    rf"""(?P<title>[{HAN}]{{2,24}}):(?P<name>[{HAN}·]{{2,12}}?)     # 县长:林川
    [,(]?(?=[男女][,)]|(?:19|20)\d\d年\d{{1,2}}月(?:出?生|\d))     # 男,汉族 · 1962年10月生
    """,
    re.VERBOSE,
)
LONGEST_LIST = 80  # characters of a line that names several holders of one post


def attending_in(block: Block, start: int, date: str | None) -> Iterator[Fact | Doubt]:
    """出席:丁　力　县长 / 王海　县财政局局长: names and titles divided by layout space, a person a line."""
    for line in lines_of(block):
        left = start if line.offsets[0] == block.text.offsets[0] else 0
        if left < len(line) and any(b > a + 1 for a, b in pairwise(line.offsets[left:])):
            position = block.text.offsets.index(line.offsets[0])
            for held in members(line, left, len(line), listed=True).persons:
                if held.offices:
                    offices_there = tuple(moved(office, position) for office in held.offices)
                    holder = Holder(held.name_start + position, held.name_end + position, offices_there)
                    yield from facts_of(block, holder, date, f"{RULE}.attendance")


def chiefs_in(block: Block, date: str | None) -> Iterator[Fact | Doubt]:
    """河长:丁力　省委书记副河长:石磊　省政府副省长: titles behind names, below labels that name no post of a body."""
    for line in lines_of(block):
        position = block.text.offsets.index(line.offsets[0])
        for one in chiefs(line):
            if isinstance(one, Titled):
                held = tuple(moved(office, position) for office in one.offices)
                holder = Holder(one.name_start + position, one.name_end + position, held)
                yield from facts_of(block, holder, date, f"{RULE}.chief")
            else:
                yield block.doubt(one[0] + position, one[1] + position, f"{RULE}.chief", "change_unread")


def numbered_in(block: Block) -> Iterator[Fact | Doubt]:
    """2 丁力 县委副书记、县长 白龙河: a row whose cells a page divides by a space each, the name after the row's number."""
    text = block.text
    if NUMBERED.match(text.text) is None:
        return
    cuts = [0, *sorted(cut for cut in breaks(text) if 0 < cut < len(text)), len(text)]
    cells = list(pairwise(cuts))
    if len(cells) < LEAST_CELLS or not text.text[slice(*cells[0])].strip(".、").isdigit():
        return
    name, title = cells[1], cells[2]
    held = tuple(offices(text.text, *title)) if is_person_name(text.text[slice(*name)]) else ()
    if held and held[-1].post_end == title[1]:
        yield from facts_of(block, Holder(*name, held), None, f"{RULE}.row")


def titled_day(notice: Notice) -> str | None:
    """The day in the title of a list: …河长、湖长名单(2021年11月22日)."""
    return next((iso for _, _, iso in days_in(notice.heading)), None)


def in_row(block: Block) -> Iterator[Fact | Doubt]:
    """Titles within one cell of a table; a cell that holds a name alone has its title elsewhere."""
    text = block.text.text
    if not block.text.signs & MAY_HOLD or not may_hold(text, 0, len(text)):
        return
    for cell, position in zip(block.cells, block.cell_starts(), strict=True):
        for held in holders(cell.text, 0, len(cell)) if len(cell) > 3 else ():
            if not PORTFOLIO.match(cell.text, held.name_end):
                offices_there = tuple(moved(office, position) for office in held.offices)
                holder = Holder(held.name_start + position, held.name_end + position, offices_there)
                yield from facts_of(block, holder, None, f"{RULE}.in_table")


def named_in_list(notice: Notice, index: int) -> Holder | None:
    """丁力:临江市审计局副局长 above or below another such line: a list of people with titles that name their body."""
    held = _named(notice, index)
    beside = held is not None and (_named(notice, index - 1) or _named(notice, index + 1))
    return held if beside else None


def _named(notice: Notice, index: int) -> Holder | None:
    text = notice.blocks[index].text.text if 0 <= index < len(notice.blocks) else ""
    match = NAMED.match(text)
    if match is None or not is_person_name(match["name"]):
        return None
    held = tuple(offices(text, *match.span("title")))
    whole = bool(held) and bool(held[0].body) and held[-1].post_end == match.end("title")
    return Holder(*match.span("name"), held) if whole else None


def signature_of(notice: Notice, index: int) -> Holder | None:
    """A line that is a title and a name and nothing else: 区长刘润长, 县长:王某某; 部长王某某 is that of the issuer."""
    text = notice.blocks[index].text.text
    if len(text) > 30 or not SIGNED.match(text):
        return None
    title, colon, name = text.partition(":")
    if colon:
        held = tuple(office for office in offices(text, 0, len(title)) if not _is_clerk(office))
        start = len(title) + 1
        return Holder(start, len(text), held) if held and is_person_name(name) else None
    signers = holders(text, 0, len(text))
    if signers:
        return signers[0] if len(signers) == 1 and signers[0].name_end == len(text) else None
    if len(notice.issuers) != 1 or len(text) > 8 or not date_below(notice, index):
        return None
    issuer = Office(None, None, as_read(notice.issuers[0]), notice.issuers[0].kind, "", 0, 0)
    for cut in (len(text) - 2, len(text) - 3):
        if cut > 1 and is_person_name(text[cut:]) and (held := tuple(offices(text, 0, cut, issuer))):
            return Holder(cut, len(text), held)
    return None


def several_below(block: Block, day: str | None) -> Iterator[Fact | Doubt]:
    """副县长:林川 周文 赵德 — those who hold one post, divided by layout space or 、; nothing of one name alone.

    副县长:林川 周文赵德 王某: names that the layout has run together are a doubt beside those that stand whole.
    """
    text = block.text.text
    title, colon, _ = text.partition(":")
    held = tuple(offices(text, 0, len(title))) if colon and len(text) <= LONGEST_LIST else ()
    if not held or held[-1].post_end != len(title) or any(office.kind is Kind.GROUP for office in held):
        return
    words = listed_words(block, len(title) + 1)
    names = [word for word in words if is_person_name(text[slice(*word)])]
    rest = [word for word in words if word not in names]
    if len(names) < LEAST_NAMES or not all(_run_together(text[slice(*word)]) for word in rest):
        return
    for name in names:
        yield from facts_of(block, Holder(*name, held), day, f"{RULE}.list")
    for word in rest:
        yield block.doubt(*word, f"{RULE}.list", "persons_run_together")


def listed_words(block: Block, start: int) -> list[tuple[int, int]]:
    """The words from `start` on that layout space or 、 divides, single characters joined: 丁　力."""
    text = block.text.text
    marks = {index for index, char in enumerate(text) if char == "、"}
    words: list[tuple[int, int]] = []
    for left, right in pairwise(sorted({start, len(text), *breaks(block.text), *marks})):
        first = left + (text[left] in "、:")
        if first < start or first >= right:
            continue
        if words and words[-1][1] == first and words[-1][1] - words[-1][0] == right - first == 1:
            words[-1] = (words[-1][0], right)
        else:
            words.append((first, right))
    return words


def _run_together(text: str) -> bool:
    """Whether a word is two names without a space: 周文赵德."""
    return any(is_person_name(text[:cut]) and is_person_name(text[cut:]) for cut in range(2, len(text) - 1))


def before_life(block: Block) -> Holder | None:
    """县长:林川　1962年10月生,…: a page of leaders, each line of which goes on with a life."""
    text = block.text.text
    match = BEFORE_LIFE.match(text)
    held = tuple(offices(text, *match.span("title"))) if match and is_person_name(match["name"]) else ()
    return Holder(*match.span("name"), held) if match and held and held[-1].post_end == match.end("title") else None


def _is_clerk(office: Office) -> bool:
    """Whether the word before 秘书 is the field of a clerk: 行政秘书, 教学秘书."""
    return office.post == "秘书" and kind_of_body(office.body) is None


def date_below(notice: Notice, index: int) -> str | None:
    """The date in the line below a signature."""
    for block in notice.blocks[index + 1 : index + 2]:
        text = block.text.text
        dates = dates_in(text)
        if dates and DATE_ONLY.match(text):
            return dates[0][2]
    return None
