"""Source lines → the lines that say something, and lines → Blocks, joined where the layout divided a sentence.

In:  "…深化思想认识,采取有" / (page break) / "力有效措施,依法依规…"   Out: one Block whose text runs on
In:  "1⇥加快建设…⇥区商务局"                                       Out: one Block with three cells

Never joined: a table row, an enumerated item with what stands before it, a heading, a signature, a date.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.clean import Text, clean, join
from extract.document import Block, Document
from extract.names.dates import DATE
from extract.names.marks import HAN
from extract.text.spaced_rows import cells_of, is_rule

ENUMERATED = re.compile(
    r"""^[-—–●◆★▲■·•*]*(?:
      [(]?[一二三四五六七八九十百]{1,4}[)]?[、.:]|\([一二三四五六七八九十百]{1,4}\)   # 一、 (一)
    | \(?\d{1,3}\)|\d{1,3}[.．、](?!\d)                                              # (1) 1. 1、
    | 第[一二三四五六七八九十百零\d]{1,5}[条章节编]                                       # 第一条
    | [①-⑳⑴-⒇㈠-㈩]|附件|附表|附:|附录|注:|[●◆★▲■]|——
    )""",
    re.VERBOSE,
)
LABEL = re.compile(rf"^[-—]?[{HAN}]{{1,8}}:")  # 组长: 责任单位: 联系人:
DUTY_LABEL = re.compile(rf"^[{HAN}]{{0,4}}(?:牵头|责任|配合|协办|主办|承办|参与)(?:责任)?(?:单位|部门):$")
SENTENCE_END = "。;:!?…"
SENTENCE_MARK = re.compile(r"[,。;:]")
ARTICLE = re.compile(r"^第[一二三四五六七八九十百零\d]{1,5}条")
GOES_ON = re.compile(r"^(?:的|和|及|与|或|等|以及|各项要求|精神|要求)(?![:])")  # no paragraph begins so
LEAST_MARKS = 2  # commas that no heading has
CLAUSE_OPEN = ",、—"
# a sentence on a group's office below a list of its members that no full stop closes
OF_GROUP = re.compile(
    rf"^(?:[{HAN}]{{0,24}}?(?:领导小组|工作小组|协调小组|指挥部|专班|联席会议|委员会|工作组)(?:下设|办公室|日常工作|主要职责|成员因)|办公室(?:设|主任|负责|地点))"
)
PAIRS = {"(": ")", "《": "》", "“": "”", "[": "]", "〈": "〉"}
PAGE_NUMBER = re.compile(r"^[-—–·•]{0,3}(?:第?\d{1,3}页?|第\d{1,3}页共\d{1,3}页)[-—–·•]{0,3}$")
GAZETTE_NAME = re.compile(rf"^[{HAN}]{{2,20}}(?:公报|政报)$")
ISSUE_NAME = re.compile(r"^(?:(?:19|20)\d\d年?)?第\d{1,3}期(?:\(?总第\d{1,4}期\)?)?$|^(?:19|20)\d\d[.年]\d{1,2}月?$")
NUMBER_HEAD = re.compile(rf"^[{HAN}]{{2,12}}[\[(](?:19|20)\d\d[\])]第?\d{{0,4}}$")
NUMBER_TAIL = re.compile(r"^第?\d{0,4}号$")
BODY_LINE = re.compile(
    rf"^(?![一二三四五六七八九十]{{1,3}}、|\()[{HAN}()（）、]{{2,40}}?(?:人民政府|政府|国务院|委员会|办公室|办公厅|委|局|厅|部|院|室|会|办|厅|行|署|司|处|公司|集团|中心|指挥部|领导小组|主席团)$"
)
LEAST_PARAGRAPH = 24  # characters of a line from which on a missing full stop says that the layout broke it
LEAST_HEADING = 60  # the same for a line that opens with an enumerator and holds no full stop: it may be a heading
COVER_LINES = 80


@dataclass(frozen=True, slots=True)
class Line:
    """One source line that holds more than layout; `clean` without layout, `row` if tabs, bars or spaces divide it.

    `cells`: the source spans of its cells; () where tabs divide them.
    """

    start: int
    end: int
    clean: Text
    row: bool
    cells: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The cleaned text of the line."""
        return self.clean.text


def is_date(text: str) -> bool:
    """Whether a cleaned line is a date and nothing else: 2022年6月28日, 二〇二二年三月五日."""
    match = DATE.match(text)
    return bool(match and match.end() == len(text) and len(text) > 5)


def lines_of(document: Document) -> list[Line]:
    """The lines of a document that say something, without running heads, page numbers and empty rows."""
    found = []
    spans = [m.span() for m in re.finditer(r"[^\n\f]+", document.text) if not is_rule(m[0])]
    divided = cells_of(document.text, spans)
    for index, (start, end) in enumerate(spans):
        text = clean(document.text, start, end)
        if text.text:
            has_tab = "\t" in document.text[start:end].strip(" \r")
            cells = () if has_tab else divided.get(index, ())
            found.append(Line(start, end, text, has_tab or bool(cells), cells))
    found = _numbers_whole(found)
    running = {line.text for line in found[:COVER_LINES] if GAZETTE_NAME.match(line.text)}
    first = next((i for i, line in enumerate(found) if line.text in running), 0)
    return [line for i, line in enumerate(found) if i == first or line.row or not _is_running(line.text, running)]


def _is_running(text: str, running: set[str]) -> bool:
    """Whether a line is a running head or foot: the name of the gazette again, its issue, a page number."""
    return text in running or bool(PAGE_NUMBER.match(text)) or bool(running and ISSUE_NAME.match(text))


def _numbers_whole(lines: list[Line]) -> list[Line]:
    """The lines, a 文号 that the layout broke over two put together: 新政办〔2022〕 / 8号."""
    whole: list[Line] = []
    for line in lines:
        if whole and not line.row and NUMBER_TAIL.match(line.text) and NUMBER_HEAD.match(whole[-1].text):
            before = whole.pop()
            whole.append(Line(before.start, line.end, join([before.clean, line.clean]), False))
        else:
            whole.append(line)
    return whole


def blocks_of(document: Document, lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of consecutive lines: rows one by one, paragraphs joined where the layout divides a sentence."""
    parts: list[Line] = []
    for index, line in enumerate(lines):
        if parts and not runs_on(parts, line, lines[index + 1] if index + 1 < len(lines) else None):
            yield _block(document, parts)
            parts = []
        parts.append(line)
    if parts:
        yield _block(document, parts)


def runs_on(parts: Sequence[Line], line: Line, after: Line | None = None) -> bool:
    """Whether `line` goes on with the sentence of the lines before it; `after` is the line that follows it."""
    before, text = parts[-1], line.text
    if before.row or line.row or ENUMERATED.match(text) or is_date(text):
        return False
    if DUTY_LABEL.match(parts[0].text) and (len(parts) == 1 or before.text[-1] in CLAUSE_OPEN):
        return not LABEL.match(text)  # 责任单位: / 区教育局、区民政局, / 各镇
    if before.text[-1] in SENTENCE_END or (LABEL.match(parts[0].text) and OF_GROUP.match(text)):
        return False
    if _open_bracket(before.text) and len(before.text) >= LEAST_PARAGRAPH:
        return True
    if before.text[-1] in CLAUSE_OPEN:
        return len(before.text) >= LEAST_PARAGRAPH
    if text[0] in ")》”]。,;、" or GOES_ON.match(text):
        return len(before.text) >= LEAST_PARAGRAPH
    if LABEL.match(text) or before.text[-1] in ")》”]" or _is_signature(text, after):
        return False
    if len(before.text) < LEAST_PARAGRAPH:
        return False
    return len(parts) > 1 or _is_sentence(before.text, text)


def _is_sentence(head: str, text: str) -> bool:
    """Whether a first line without a full stop at its end is running text that goes on in `text`, not a heading or a list."""
    if ENUMERATED.match(head):
        if "。" in head or ARTICLE.match(head) or len(head) >= LEAST_HEADING or text[-1] == ";":
            return True
        return len(SENTENCE_MARK.findall(head)) >= LEAST_MARKS
    label = LABEL.match(head)
    return bool(SENTENCE_MARK.search(head, label.end() if label else 0))


def _is_signature(text: str, after: Line | None) -> bool:
    return (
        len(text) <= 40
        and bool(BODY_LINE.match(text))
        and (after is None or is_date(after.text) or len(after.text) <= 40)
    )


def _open_bracket(text: str) -> bool:
    for opening, closing in PAIRS.items():
        at = text.rfind(opening)
        if at >= 0 and text.find(closing, at) < 0 and len(text) - at < 200:
            return True
    return False


def _block(document: Document, lines: Sequence[Line]) -> Block:
    first, last = lines[0], lines[-1]
    if first.row:
        cells = tuple(_divided(first) if first.cells else _cells(document, first))
        whole = sum(map(len, cells)) == len(first.clean)  # else a tab stood between two ASCII words and left a space
        return Block(document, first.start, first.end, first.clean if whole else join(list(filter(len, cells))), cells)
    text = first.clean if len(lines) == 1 else join([line.clean for line in lines])
    return Block(document, first.start, last.end, text)


def _divided(line: Line) -> Iterator[Text]:
    offsets = line.clean.offsets
    for start, end in line.cells:
        yield line.clean.part(bisect.bisect_left(offsets, start), bisect.bisect_left(offsets, end))


def _cells(document: Document, line: Line) -> Iterator[Text]:
    at, offsets, low = line.start, line.clean.offsets, 0
    for cell in document.text[line.start : line.end].split("\t"):
        end = at + len(cell)
        high = bisect.bisect_left(offsets, end, low)
        yield line.clean.part(low, high)
        low = bisect.bisect_left(offsets, end + 1, high)
        at = end + 1
