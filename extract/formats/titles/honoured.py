"""Lists of persons who are honoured, each with the title that the person holds.

In:  2022年度先进个人名单 / 丁力　县水利局副局长 / 石磊（女），白石镇党委书记； · 姓名⇥性别⇥工作单位及职务 below such a heading
Out: holds(丁力, 副局长 of 县水利局); a line or a cell that is no whole title of a body says nothing

Whoever is only to be appointed, or is removed, stands below no such heading.
"""

import re
from collections.abc import Iterator

from extract.document import Block, Notice
from extract.facts import Doubt, Fact
from extract.formats.titles.stated import RULE, facts_of
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.bodies import kind_of_body
from extract.names.marks import ENUMERATOR, HAN
from extract.names.offices.office import Office, moved
from extract.names.offices.titles import offices
from extract.names.people import is_person_name
from extract.names.persons.holders import Holder
from extract.names.units import breaks

HONOUR = re.compile(any_of("heads", "honour"))
MAY_HONOUR = sign_of(HONOUR)
LIST = re.compile(
    rf"""
      名单(?:\([^()]{{1,12}}\))?$ | (?:{any_of("persons", "list_of")})公示$       # 先进个人名单(4名)
    | \([^()]{{0,4}}\d{{1,4}}[名人个]\)$                            # 二、先进个人(5名)
    | 表彰[^,。]{{0,40}}的(?:{any_of("persons", "honours")})$                       # 关于表彰先进个人的决定
    """,
    re.VERBOSE,
)
LINE = re.compile(
    rf"""
    (?:{ENUMERATOR})?(?P<name>[{HAN}·]{{2,12}}?)(?:\((?:女|男|[^()]{{1,5}}族)\))?   # 1.石磊(女)
    (?P<mark>[,:])?(?P<title>[{HAN}(][^,:;。]{{4,50}}?)[;。]?$                     # ,白石镇党委书记;
    """,
    re.VERBOSE,
)
TITLE_COLUMN = re.compile(r"(?:所在|工作)?单位(?:及|和|、|与)?(?:其)?(?:现任)?职务(?:职称)?|现任职务|职务")
LONGEST_HEADING = 50


def honours_in(notice: Notice) -> bool:
    """Whether a notice speaks of honours, at a cheap look."""
    return bool(notice.signs & MAY_HONOUR) and HONOUR.search(notice.text) is not None


def heads_honours(text: str) -> bool | None:
    """Whether a line opens a list of persons who are honoured; None of a line that opens no list."""
    if len(text) > LONGEST_HEADING or not LIST.search(text):
        return None
    return HONOUR.search(text) is not None


def honoured_line(block: Block) -> Iterator[Fact | Doubt]:
    """The posts of the person whom a line of such a list names."""
    text = block.text.text
    match = LINE.match(text)
    if match is None:
        return
    for stop in (match.end("name"), *sorted(breaks(block.text))):
        start = match.start("name")
        if stop <= start or not is_person_name(text[start:stop]):
            continue
        title = match.start("title") if match["mark"] or stop == match.end("name") else stop
        apart = match["mark"] or title in breaks(block.text)
        held = _whole(text, title, match.end("title")) if apart else []
        if held:
            yield from facts_of(block, Holder(start, stop, tuple(held)), None, f"{RULE}.honoured")
            return


def columns_of_honoured(block: Block) -> tuple[int, int] | None:
    """The columns of names and of titles that a header of such a list prints."""
    if "姓名" not in block.text.text:
        return None
    cells = [cell.text for cell in block.cells]
    names = [index for index, cell in enumerate(cells) if cell == "姓名"]
    titles = [index for index, cell in enumerate(cells) if TITLE_COLUMN.fullmatch(cell)]
    return (names[0], titles[0]) if len(names) == len(titles) == 1 else None


def honoured_row(block: Block, columns: tuple[int, int]) -> Iterator[Fact | Doubt]:
    """The posts of the person whom a row names."""
    name, title = (block.cells[index] if index < len(block.cells) else None for index in columns)
    if name is None or title is None or not is_person_name(name.text):
        return
    starts = block.cell_starts()
    held = tuple(moved(office, starts[columns[1]]) for office in _whole(title.text, 0, len(title)))
    if held:
        left = starts[columns[0]]
        yield from facts_of(block, Holder(left, left + len(name), held), None, f"{RULE}.honoured")


def _whole(text: str, start: int, end: int) -> list[Office]:
    """The offices of what is a title as a whole and names its body."""
    held = offices(text, start, end)
    if not held or held[-1].post_end != end or held[0].body_start is None:
        return []
    return held if all(kind_of_body(office.body) is not None for office in held) else []
