"""An issue → its notices, each with number, title, issuers, date, section, page and blocks.

In:  Document
Out: list[Notice] in the order of the text; what stands before the first notice (cover, table of contents) is in none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.clean import Text, clean, join, printed
from extract.dates import dates_in
from extract.document import Block, Document, Notice
from extract.facts import Kind, Party

NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{2,16}?)[\[(<〈{](?P<year>(?:19|20)\d\d)[\])>〉}](?:第)?(?P<serial>\d{1,5})号"
)
MASTHEAD = re.compile(
    r"[\u4e00-\u9fff()、]{2,40}(?:人民政府|政府|委员会|办公室|办公厅|局|厅|委|部|院|室|党组|小组)文件$"
)
SECTION_MARK = re.compile(r"^[◆●■★▲◇○※]+(?P<name>[^◆●■★▲◇○※,。;:]{2,16})[◆●■★▲◇○※]+$")
SECTION_NAME = re.compile(r"^(?:人事任免|人事信息|人事|任免|政务简讯|政务动态|大事记|要事记|机构人事)$")
TITLE_END = r"(?:通知|通告|公告|公示|意见|决定|办法|通报|方案|命令|令|批复|函|规定|细则|名单|决议|报告|预案|规划|纲要)"
TITLE = re.compile(rf"^[^,。;:]*关于.*的?{TITLE_END}(?:\([^()]*\))?$")
ENDS_SENTENCE = tuple("。;:!?)」』”】]…,、")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds more than white space; `text` without layout."""

    start: int
    end: int
    text: str
    row: bool


def notices(document: Document) -> list[Notice]:
    """The notices of an issue in their order."""
    lines = list(_lines(document))
    starts = _starts(lines)
    found = []
    for index, (first, section) in enumerate(starts):
        last = starts[index + 1][0] if index + 1 < len(starts) else len(lines)
        if last > first:
            found.append(_notice(document, lines[first:last], section))
    return found


def _lines(document: Document) -> Iterator[Line]:
    for match in re.finditer(r"[^\n]+", document.text):
        text = clean(document.text, match.start(), match.end()).text
        if text:
            yield Line(match.start(), match.end(), text, "\t" in match[0].strip(" \r\n"))


def _starts(lines: list[Line]) -> list[tuple[int, str | None]]:
    section: str | None = None
    starts: list[tuple[int, str | None]] = []
    body = _body(lines)
    previous = -9
    for index in range(body, len(lines)):
        text = lines[index].text
        mark = SECTION_MARK.match(text)
        if mark or SECTION_NAME.match(text):
            section = mark["name"] if mark else text
            starts.append((index, section))
            previous = index
        elif (
            MASTHEAD.match(text)
            or (len(text) < 40 and NUMBER.fullmatch(text))
            or (section == "政务简讯" and TITLE.match(text))
        ):
            if index - previous > 3 or not starts:
                starts.append((index, section))
            previous = index
    if not starts and len(lines) > body:
        starts = [(body, None)]
    return [
        s
        for i, s in enumerate(starts)
        if i + 1 == len(starts) or starts[i + 1][0] - s[0] > 1 or not SECTION_MARK.match(lines[s[0]].text)
    ]


def _body(lines: list[Line]) -> int:
    contents = next((i for i, line in enumerate(lines[:300]) if line.text == "目录"), None)
    if contents is None:
        return 0
    for index in range(contents + 1, len(lines)):
        if SECTION_MARK.match(lines[index].text) or MASTHEAD.match(lines[index].text):
            return index
    return 0


def _notice(document: Document, lines: list[Line], section: str | None) -> Notice:
    number = title = dated = None
    issuers: tuple[Party, ...] = ()
    for line in lines[:3]:
        if MASTHEAD.match(line.text):
            end = line.start + document.text[line.start : line.end].rindex("文")
            issuers = (document.party(Kind.DEPARTMENT, line.start, end),)
    for index, line in enumerate(lines[:6]):
        if NUMBER.fullmatch(line.text):
            number = printed(document.text[line.start : line.end])
        elif TITLE.match(line.text):
            title = printed(document.text[line.start : line.end])
            del index
            break
    for line in lines[:60]:
        spans = dates_in(line.text)
        if len(spans) == 1 and spans[0][:2] == (0, len(line.text)):
            dated = spans[0][2]
            break
    blocks = tuple(_block(document, line) for line in lines)
    return Notice(document, lines[0].start, lines[-1].end, blocks, number, title, issuers, dated, section)


def _block(document: Document, line: Line) -> Block:
    cells: list[Text] = []
    if line.row:
        at = line.start
        for cell in document.text[line.start : line.end].split("\t"):
            cells.append(clean(document.text, at, at + len(cell)))
            at += len(cell) + 1
        return Block(document, line.start, line.end, join(cells), tuple(cells))
    return Block(document, line.start, line.end, clean(document.text, line.start, line.end))
