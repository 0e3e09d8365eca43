"""The head and the foot of a notice: 文号, title, issuers, date of the signature.

In:  武汉市新洲区人民政府办公室文件 / 新政办〔2022〕8号 / 区人民政府办公室关于印发新洲区2022年 / 绿化工作方案的通知
Out: Header(number="新政办〔2022〕8号", title="区人民政府办公室关于…的通知", issuers=(武汉市新洲区人民政府办公室,), dated="2022-04-22")
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
from extract.text.head.issuers import (
    OF_CONGRESS,
    above_title,
    distinct,
    from_title,
    is_body_line,
    misread,
    of_rules,
    sent_in,
)
from extract.text.head.labels import Label
from extract.text.head.marks import (
    ADDRESSEE,
    ADOPTED,
    ADOPTED_TITLE,
    COLUMN_NAME,
    DATED_BELOW,
    GARBLED_NUMBER,
    HAS_HAN,
    MASTHEAD,
    NOTICE_END,
    NUMBER,
    NUMBER_OPENS,
    NUMBER_TITLE,
    ORDER_NUMBER,
    ORDER_OF,
    OTHER_NAME,
    PAGE_NAME,
    REPEALED,
    SENT,
    STANDING,
    TITLE_END,
    TITLE_NUMBER,
    TITLE_WORD,
    YEARS,
    YEARS_ALONE,
    beside_day,
    number_below,
    number_in,
)
from extract.text.head.page_labels import Known, known_of, printed_at, stated_issuers, without_labels
from extract.text.head.signatures import bodies_of, is_body, signature, signs
from extract.text.lines import ISSUE_NAME, Line, is_date
from extract.text.paragraphs import BODY_LINE, is_enumerated

CONGRESS = ("人民代表大会", "人民代表大会常务委员会")
LONGEST_SCRAP = 12
LONGEST_LINE = 120  # characters of a line from which on it is text
LONGEST_REST = 30  # characters of a title's last line
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
    sent_by, sent = sent_in(document, lines)
    titled = (from_title(document, title[0]) or above_title(document, title)) if title else ()
    mast = head.mast
    if titled and not head.is_headed and not any(party.name.endswith(titled[0].name) for party in mast):
        mast = []  # the name of a site above a title that names its own body
    if document.reading == "ocr" and len(mast) == len(signers) == 1 and misread(mast[0].name, signers[0].name):
        mast = signers
    issuers = tuple(signers) if len(signers) > 1 else distinct(mast)
    issuers = issuers or stated_issuers(document, known, Label.ISSUER) or titled or tuple(signers) or sent_by
    if not issuers and title:
        issuers = of_rules(document, title)
    header = Header(head.number, named, issuers, _day(head.adopted, dated or sent), head.garbled, tuple(title))
    return _with_labels(document, header, known) if known else header


def _day(adopted: str | None, signed: str | None) -> str | None:
    """The day of a notice: that below its title, unless the signature only says it to the day: (1961年5月), 1961年5月3日."""
    return signed if adopted and signed and signed.startswith(adopted) else adopted or signed


def _with_labels(document: Document, header: Header, known: Known) -> Header:
    """The header with what a page prints beside labels, where the head itself does not say it."""
    number = header.number or known_of(document, known, Label.NUMBER, NUMBER)
    number = number or known_of(document, known, Label.DATED, NUMBER)  # 【颁布日期】1985年6月3日安政〔1985〕38号
    return replace(
        header,
        number=number,
        title=header.title or known_of(document, known, Label.TITLE, TITLE_END),
        dated=header.dated or iso_date(known_of(document, known, Label.DATED, DATE) or ""),
        issuers=header.issuers or (stated_issuers(document, known, Label.PUBLISHER) if number else ()),
    )


NOTICE_REST = re.compile(r"的(?:通知|通告|公告|通报|决定|批复|意见|决议)$")


class _Head:
    """What the lines of a head have said so far: masthead, 文号, title. `read` takes line after line until the text begins."""

    def __init__(self, document: Document, lines: Sequence[Line]) -> None:
        self.number: str | None = None
        self.garbled: Line | None = None
        self.mast: list[Party] = []
        self.adopted: str | None = None
        self._mast_line: Line | None = None  # 安山县人民代表大会, whose 常务委员会 may open the next line
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
                if is_body_line(line):
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
        if self.number is None and self._mast_line and self._title[0].text.startswith("关于"):
            return [self._mast_line, *self._title]  # 安山县人民代表大会常务委员会 / 关于接受…辞职请求的决定
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
            if day := beside_day(text):
                self.adopted = self.adopted or iso_date(day["date"])
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
        elif self.number is None and is_body_line(line):
            self._mast(line, len(line.text))
            self._mast_line = line if line.text.endswith(CONGRESS) else None
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
        if self.mast or not again or not is_body_line(line):
            return False
        self._mast(line, len(line.text))
        return True

    def _adoption(self, line: Line) -> bool:
        """(2021年3月2日县政府常务会议通过) · (1961年5月) below a title."""
        if self.adopted is not None:
            return False
        match = ADOPTED.match(line.text) or (DATED_BELOW.match(line.text) if self._title else None)
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
        if not self._title and self._mast_line and OF_CONGRESS.match(text):
            self._title, self.mast = [self._mast_line], self.mast[:-1]  # 安山县人民代表大会 / 常务委员会关于…
        if self._closed or _is_text(text) or ADOPTED_TITLE.match(text) or is_enumerated(text) or is_date(text):
            return is_date(text) and not self._title
        if self._title and not starts_title(self._title) and self._begins_title(line):
            self._title = []  # 导入数据 · 政务微博: lines of a site above a title
        self._title.append(line)
        ended = TITLE_END.search(text.rstrip("》")) or YEARS.match(text)
        self._closed = bool(ended) and not _title_goes_on(self._title, self._lines)
        return True

    def _begins_title(self, line: Line) -> bool:
        """Whether a line begins a title of its own: it names its body, or it is whole and no body stands above it."""
        whole = line.text.startswith("关于") and TITLE_END.search(line.text)
        return bool(from_title(self._document, line)) or bool(
            whole and not any(signs(part.text) for part in self._title)
        )


def _without_bars(line: Line) -> Line:
    """A title that stands alone in a row of a page: 安山县人民政府关于…的通知 | |||."""
    bare = line.text.strip("| ")
    if line.row or "|" in bare or "关于" not in bare or not TITLE_END.search(bare):
        return line
    start = line.text.index(bare)
    clean = line.clean.part(start, start + len(bare))
    return Line(clean.offsets[0], clean.offsets[-1] + 1, clean, False)


def _ends_head(line: Line) -> bool:
    """Whether the head ends above a line: a row of a table, the addressees, 县政府办公室2022年4月7日发出通知."""
    addressed = ADDRESSEE.match(line.text) and not line.text.startswith("关于")
    return line.row or bool(addressed or SENT.match(line.text))


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
