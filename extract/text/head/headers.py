"""The head and the foot of a notice: 文号, title, issuers, date of the signature.

In:  武汉市新洲区人民政府办公室文件 / 新政办〔2022〕8号 / 区人民政府办公室关于印发新洲区2022年 / 绿化工作方案的通知
Out: Header(number="新政办〔2022〕8号", title="区人民政府办公室关于…的通知", issuers=(武汉市新洲区人民政府办公室,), dated="2022-04-22")
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.clean import in_order
from extract.document import Document
from extract.facts import Party
from extract.names.dates import DATE, iso_date
from extract.text.head.again import (
    LEAST_AGAIN,
    comes_again,
    fuller_below,
    said_again,
    starts_title,
    text_of,
    with_issuers,
)
from extract.text.head.labels import Label
from extract.text.head.marks import (
    ADDRESSEE,
    ADOPTED,
    ADOPTED_TITLE,
    COLUMN_NAME,
    GARBLED_NUMBER,
    HAS_HAN,
    MASTHEAD,
    NOTICE_END,
    NUMBER,
    NUMBER_OPENS,
    NUMBER_TITLE,
    OF_GOVERNMENT,
    OF_ORGAN,
    ORDER_NUMBER,
    ORDER_OF,
    OTHER_NAME,
    PAGE_NAME,
    REPEALED,
    SENT,
    SHORT_GOVERNMENT,
    STANDING,
    TITLE_CUE,
    TITLE_END,
    TITLE_NUMBER,
    TITLE_WORD,
    YEARS,
    YEARS_ALONE,
    number_below,
    number_in,
)
from extract.text.head.page_labels import Known, known_of, printed_at, stated_issuers, without_labels
from extract.text.head.signatures import bodies_of, is_body, party_of, signature, signs
from extract.text.lines import ISSUE_NAME, Line, is_date
from extract.text.paragraphs import BODY_LINE, is_enumerated

LONGEST_SCRAP = 12
LONGEST_LINE = 120  # characters of a line from which on it is text
LONGEST_REST = 30  # characters of a title's last line
MOST_LOST = 2  # characters of a masthead that OCR did not see
MOST_BETWEEN = 8  # lines of a page between a title and the same title again
LONGEST_HEAD = 16  # lines: what a web page says of the document, joint mastheads, 文号, 签发人, a title of four lines


@dataclass(frozen=True, slots=True)
class Header:
    """What the head and the foot of a notice say; `garbled` is a line that looks like a 文号 which nobody can read."""

    number: str | None = None
    title: str | None = None
    issuers: tuple[Party, ...] = ()
    dated: str | None = None
    garbled: Line | None = None
    lines: tuple[Line, ...] = ()  # of the title


def header_of(document: Document, lines: Sequence[Line]) -> Header:
    """The header of a notice that begins with the first of `lines`."""
    lines, known = without_labels(lines)
    head = _Head(document, lines)
    head.read()
    title = head.whole_title()
    if head.number is None and title:
        title = fuller_below(title, lines) or with_issuers(title, lines) or title
    named = _title_text("".join(document.printed(part.start, part.end) for part in title)) or None
    signers, dated = signature(document, lines)
    sent_by, sent = _sent(document, lines)
    titled = (_from_title(document, title[0]) or _above_title(document, title)) if title else ()
    mast = head.mast
    if titled and not head.is_headed and not any(party.name.endswith(titled[0].name) for party in mast):
        mast = []  # the name of a site above a title that names its own body
    if document.reading == "ocr" and len(mast) == len(signers) == 1 and _misread(mast[0].name, signers[0].name):
        mast = signers
    issuers = tuple(signers) if len(signers) > 1 else _distinct(mast)
    issuers = issuers or stated_issuers(document, known, Label.ISSUER) or titled or tuple(signers) or sent_by
    if not issuers and title:
        issuers = _of_rules(document, title)
    header = Header(head.number, named, issuers, head.adopted or dated or sent, head.garbled, tuple(title))
    return _with_labels(document, header, known) if known else header


def _misread(masthead: str, signer: str) -> bool:
    """Whether a masthead, printed in letters set wide, is a signature of which a character was lost: 安山县社会保局, 安山县社会保障局."""
    return 0 < len(signer) - len(masthead) <= MOST_LOST and in_order(masthead, signer)


def _with_labels(document: Document, header: Header, known: Known) -> Header:
    """The header with what a page prints beside labels, where the head itself does not say it."""
    number = header.number or known_of(document, known, Label.NUMBER, NUMBER)
    return replace(
        header,
        number=number,
        title=header.title or known_of(document, known, Label.TITLE, TITLE_END),
        dated=header.dated or iso_date(known_of(document, known, Label.DATED, DATE) or ""),
        issuers=header.issuers or (stated_issuers(document, known, Label.PUBLISHER) if number else ()),
    )


NOTICE_REST = re.compile(r"的(?:通知|通告|公告|通报|决定|批复|意见|决议)$")
LEAST_LINES = 2  # lines of a title of which the first is its body


class _Head:
    """What the lines of a head have said so far: masthead, 文号, title. `read` takes line after line until the text begins."""

    def __init__(self, document: Document, lines: Sequence[Line]) -> None:
        self.number: str | None = None
        self.garbled: Line | None = None
        self.mast: list[Party] = []
        self.adopted: str | None = None
        self.is_headed = False  # a masthead says 文件
        self._document = document
        self._lines = [_without_bars(line) if "|" in line.text else line for line in lines]
        self._ordered: Line | None = None  # a masthead of orders, whose number follows
        self._title: list[Line] = []
        self._earlier: list[Line] = []  # the title that a page prints above the document's own head
        self._closed = False  # the title is whole

    def read(self) -> None:
        """Reads the lines up to the one at which the head ends."""
        for index, line in enumerate(self._lines[:LONGEST_HEAD]):
            if self._row_of_bodies(line):
                continue
            if self._runs_into_text(line) or _ends_head(line):
                return
            if ISSUE_NAME.match(line.text) or line.text == "文件":
                continue
            if self._closed and said_again(self._title, line, self._lines[index + 1 : LONGEST_HEAD]):
                self._earlier, self._title, self._closed = self._title, [], False
                if _is_body_line(line):
                    self._mast(line, len(line.text))
                    continue
            taken = (
                self._number(line)
                or self._masthead(line)
                or self._author(line)
                or self._adoption(line)
                or self._scrap(line, index)
            )
            if not taken and not self._of_title(line):
                return

    def whole_title(self) -> list[Line]:
        """The lines of the title: the document's own, or what a page prints above it."""
        if not self._title:
            return self._earlier
        if self.number is None and text_of(self._earlier).endswith(text_of(self._title)):
            return self._earlier  # the page names body and title at once, the document on lines of their own
        return self._title if self._closed else self._title[: 2 if "关于" in self._title[0].text else 1]

    def _mast(self, line: Line, end: int) -> None:
        self.mast.extend(bodies_of(self._document, line, end))

    def _row_of_bodies(self, line: Line) -> bool:
        """县水利局 and 县财政局 side by side."""
        bodies = bodies_of(self._document, line, len(line.text)) if line.row else []
        if not bodies or not all(is_body(party.name) for party in bodies):
            return False
        self.mast.extend(bodies)
        return True

    def _runs_into_text(self, line: Line) -> bool:
        """Whether a 文号 runs into the addressees or the text, where the head ends: 安政办发〔2021〕45号各乡镇人民政府：…."""
        if self.number is not None:
            return False
        if opening := NUMBER_OPENS.match(line.text):
            span = opening.span("number")
        elif (before := _number_before_title(line.text)) and ADDRESSEE.match(line.text[before[1] :]):
            span = before
        else:
            return False
        self.number = printed_at(self._document, line, *span)
        return True

    def _number(self, line: Line) -> bool:
        """A 文号, alone or before the title: 青政发〔2021〕3号, 第318号 below a masthead of orders."""
        if self.number is not None:
            return False
        text = line.text
        if span := _number_before_title(text):
            self.number = printed_at(self._document, line, *span)
            rest = line.clean.part(span[1], len(text))
            self._title, self._closed = [Line(line.clean.offsets[span[1]], line.end, rest, False)], True
        elif not self._closed and (both := TITLE_NUMBER.match(text)):
            self.number = printed_at(self._document, line, *both.span("number"))
            whole = line.clean.part(0, both.end("title"))
            self._title, self._closed = [*self._title, Line(line.start, whole.offsets[-1] + 1, whole, False)], True
        elif span := number_in(text) or number_below(text_of(self._title), text):
            self.number = printed_at(self._document, line, *span)
            if match := MASTHEAD.match(text[: span[0]].rstrip("(")):
                self._mast(line, match.end("body"))
                self.is_headed = True
            elif not self.mast and (order := ORDER_OF.match(text, span[0])):
                self._mast(line, order.end("body"))
        elif self._ordered and ORDER_NUMBER.match(text):
            parts = (self._ordered, line)
            self.number = "".join(self._document.printed(part.start, part.end) for part in parts)
        else:
            return False
        return True

    def _masthead(self, line: Line) -> bool:
        """Who stands above the title, and a 文号 that nobody can read: 青山县人民政府文件, 青政发(2O21)3亏."""
        match = MASTHEAD.match(line.text)
        if match and not any(TITLE_WORD.search(part.text) for part in self._title):
            self._title, self._closed = [], False  # what stands above a head: HFGS—2015—31, a character of a watermark
        if self._title:
            return False
        if match:
            self._mast(line, match.end("body"))
            self.is_headed = True
            self._ordered = line if match["kind"] != "文件" else None
        elif self.number is None and _is_body_line(line):
            self._mast(line, len(line.text))
        elif self.mast and (other := OTHER_NAME.match(line.text)) and BODY_LINE.match(other["body"]):
            self.mast.extend(bodies_of(self._document, line, other.end("body"), other.start("body")))
        elif self.number is None and GARBLED_NUMBER.match(line.text) and not is_date(line.text):
            self.garbled = line
        else:
            return False
        return True

    def _author(self, line: Line) -> bool:
        """《…规定》 / 安山县人民政府: the body below a title that the page prints twice, as databases of law do."""
        again = self._closed and text_of(self._title) == text_of(self._earlier)
        if self.mast or not again or not _is_body_line(line):
            return False
        self._mast(line, len(line.text))
        return True

    def _adoption(self, line: Line) -> bool:
        """(2021年3月2日县政府常务会议通过)."""
        match = ADOPTED.match(line.text) if self.adopted is None else None
        if match:
            self.adopted = iso_date(match["date"])
            self._closed = bool(self._title)
        return match is not None

    def _scrap(self, line: Line, index: int) -> bool:
        """What a page prints and no document says: 11330700MB10327095/2024-00144; 166人看过 before the title comes again; 欢迎来到本站!."""
        text = line.text
        if not self._title and (
            "|" in text or text[-1] == "!" or PAGE_NAME.match(text) or self._says_below(line, index)
        ):
            return True
        if not HAS_HAN.search(text) and not is_date(text) and not (self._title and YEARS_ALONE.fullmatch(text)):
            return True
        if not self._closed or len(text) > LONGEST_SCRAP:
            return False
        return comes_again(self._title, self._lines[index + 1 : index + MOST_BETWEEN])

    def _says_below(self, line: Line, index: int) -> bool:
        """A text of one long line that a page prints above the same text in its own lines."""
        after = self._lines[index + 1].text if index + 1 < len(self._lines) else ""
        return len(after) >= LEAST_AGAIN and len(line.text) > LONGEST_LINE and line.text.startswith(after)

    def _of_title(self, line: Line) -> bool:
        """A line of the title, or a date above it; False at the line at which the head ends."""
        text = line.text
        if self._closed or _is_text(text) or ADOPTED_TITLE.match(text) or is_enumerated(text) or is_date(text):
            return is_date(text) and not self._title
        if self._title and _from_title(self._document, line) and not starts_title(self._title):
            self._title = []  # 导入数据 · 政务微博: lines of a site above a title that names its body
        self._title.append(line)
        ended = TITLE_END.search(text.rstrip("》")) or YEARS.match(text)
        self._closed = bool(ended) and not _title_goes_on(self._title, self._lines)
        return True


def _without_bars(line: Line) -> Line:
    """A title that stands alone in a row of a page: 安山县人民政府关于…的通知 | |||."""
    bare = line.text.strip("| ")
    if line.row or "|" in bare or "关于" not in bare or not TITLE_END.search(bare):
        return line
    start = line.text.index(bare)
    clean = line.clean.part(start, start + len(bare))
    return Line(clean.offsets[0], clean.offsets[-1] + 1, clean, False)


def _above_title(document: Document, title: Sequence[Line]) -> tuple[Party, ...]:
    """安山县人民政府办公室 / 关于撤销…的通知: the body on the first line of a title."""
    if len(title) < LEAST_LINES or not title[1].text.startswith("关于") or not _is_body_line(title[0]):
        return ()
    return tuple(bodies_of(document, title[0], len(title[0].text)))


def _ends_head(line: Line) -> bool:
    """Whether the head ends above a line: a row of a table, the addressees, 县政府办公室2022年4月7日发出通知."""
    addressed = ADDRESSEE.match(line.text) and not line.text.startswith("关于")
    return line.row or bool(addressed or SENT.match(line.text))


def _is_body_line(line: Line) -> bool:
    return BODY_LINE.match(line.text) is not None and not TITLE_WORD.search(line.text)


def _number_before_title(text: str) -> tuple[int, int] | None:
    """The span of a 文号 that a page prints before the title: 安政办发〔2019〕5号 安山县人民政府办公室关于…的通知."""
    match = NUMBER_TITLE.match(text) if "号" in text[:40] else None
    return match.span("number") if match else None


def _title_text(title: str) -> str:
    """A title without the name of the column that a page prints before it, its marks and the remark that it is no more in force."""
    title = COLUMN_NAME.sub("", title)
    title = STANDING.sub("", title)
    if title.startswith("《") and title.endswith("》") and title.count("《") == title.count("》") == 1:
        title = title[1:-1]
    return REPEALED.sub("", title)


def _distinct(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple({party.name: party for party in reversed(parties)}.values())[::-1]


def _title_goes_on(title: Sequence[Line], lines: Sequence[Line]) -> bool:
    """…建设试点工作方案 / 的通知: the next line is the rest of a title."""
    index = next(i for i, line in enumerate(lines) if line is title[-1])
    if index + 1 >= len(lines):
        return False
    after = lines[index + 1].text
    if YEARS.match(after):
        return True
    if len(after) <= LONGEST_REST and after[0] in "和与及、" and NOTICE_END.search(after):
        return True  # 关于做好人大代表建议 / 和政协提案办理工作的通知
    if len(after) > LONGEST_REST:
        return False
    opened = "关于" in text_of(title) and not NOTICE_END.search(title[-1].text) and "关于" not in after
    if opened and NOTICE_REST.search(after):
        return True  # 关于分解落实2019年政府工作报告 / 主要目标任务的通知
    return bool(re.match(r"^的(?:通知|通告|公告|通报|决定|批复|函|意见|决议)", after))


def _is_text(text: str) -> bool:
    return len(text) > 120 or text[-1] in "。;:!" or (len(text) > 50 and ("," in text or "。" in text))


def _sent(document: Document, lines: Sequence[Line]) -> tuple[tuple[Party, ...], str | None]:
    """区人民政府办公室2022年4月7日发出通知 → that body and that date."""
    for line in lines[:6]:
        if match := SENT.match(line.text):
            parties = []
            for body in re.finditer(r"[^、]+", match["body"]):
                parties.append(party_of(document, line, body.start(), body.end()))
            return tuple(parties), iso_date(match["date"])
    return (), None


def _from_title(document: Document, line: Line) -> tuple[Party, ...]:
    """The bodies that a title begins with: 区人民政府办公室关于…, 市财政局 市水利局转发…, 青山大学关于…, 青山县人民代表大会常务委员会决定任免名单."""
    start = _title_at(line.text)
    for cue in TITLE_CUE.finditer(line.text, start):
        before = line.text[start : cue.start()]
        bodies = bodies_of(document, line, cue.start(), start)
        if signs(before) or SHORT_GOVERNMENT.fullmatch(before) or len(bodies) > 1:
            return tuple(bodies)
    return ()


def _title_at(text: str) -> int:
    """Where a title begins, after the column of a site or a remark on its standing: 政策文件丨…, 【现行有效】…."""
    marks = COLUMN_NAME.match(text) or STANDING.match(text)
    return marks.end() if marks else 0


def _of_rules(document: Document, title: Sequence[Line]) -> tuple[Party, ...]:
    """The government whose rules of work or plan a title names: 青山县人民政府工作规则, 青山镇人民政府突发事件应急预案."""
    text = title[0].text
    start = _title_at(text)
    match = OF_GOVERNMENT.match(text, start)
    if match and TITLE_END.search(text) and not OF_ORGAN.search(text):
        return tuple(bodies_of(document, title[0], match.end("body"), start))
    return ()
