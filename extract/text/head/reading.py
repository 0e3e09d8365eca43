"""The lines of a head, one after the other: what each adds to what the head says so far.

In:  武汉市新洲区人民政府办公室文件 / 新政办〔2022〕8号 / 区人民政府办公室关于印发新洲区2022年 / 绿化工作方案的通知
Out: Head(number="新政办〔2022〕8号", mast=…the body above 文件, title=…the two lines), read up to the line where the text begins

Each reading takes the head so far and a line and gives the head with the line, or None where the line is none of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from extract.document import Document, as_read
from extract.facts import Party
from extract.names.dates import iso_date
from extract.names.marks import HAN_CHARACTER
from extract.text.head.again import LEAST_AGAIN, comes_again, said_again, text_of
from extract.text.head.issuers import OF_CONGRESS, is_body_line
from extract.text.head.marks import (
    ADDRESSEE,
    ADOPTED,
    ADOPTED_TITLE,
    DATED_BELOW,
    DAY_OPENS,
    EXCERPT_LINE,
    GARBLED_NUMBER,
    MASTHEAD,
    NUMBER_OPENS,
    NUMBER_TITLE,
    ORDER_NUMBER,
    ORDER_OF,
    OTHER_NAME,
    PAGE_NAME,
    SENT,
    TITLE_END,
    TITLE_NUMBER,
    TITLE_WORD,
    YEARS_ALONE,
    beside_day,
    number_below,
    number_in,
)
from extract.text.head.page_labels import printed_at
from extract.text.head.signatures import bodies_of, is_body
from extract.text.head.title import Title
from extract.text.lines import ISSUE_NAME, Line, is_date
from extract.text.paragraphs import BODY_LINE, is_enumerated

CONGRESS = ("人民代表大会", "人民代表大会常务委员会")
LONGEST_SCRAP = 12
LONGEST_LINE = 120  # characters of a line from which on it is text
MOST_BETWEEN = 8  # lines of a page between a title and the same title again
LONGEST_HEAD = 16  # lines: what a web page says of the document, joint mastheads, 文号, 签发人, a title of four lines


@dataclass(frozen=True, slots=True)
class Mast:
    """Who stands above the title."""

    bodies: tuple[Party, ...] = ()
    is_headed: bool = False  # a masthead says 文件
    congress: Line | None = None  # 安山县人民代表大会, whose 常务委员会 may open the next line, or its committee
    orders: Line | None = None  # a masthead of orders, whose number follows


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines of a head have said so far."""

    number: str | None = None
    garbled: Line | None = None
    adopted: str | None = None
    mast: Mast = field(default_factory=Mast)
    title: Title = field(default_factory=Title)


@dataclass(frozen=True, slots=True)
class Page:
    """The document and the lines that its head may have."""

    document: Document
    lines: Sequence[Line]

    def printed(self, line: Line, span: tuple[int, int]) -> str:
        """What is printed at a span of a line."""
        return printed_at(self.document, line, *span)


Reading = Callable[[Head, Page, int], Head | None]


def head_of(document: Document, lines: Sequence[Line]) -> Head:
    """What the first of `lines` say, up to the one at which the head ends."""
    page = Page(document, [_without_bars(line) if "|" in line.text else line for line in lines])
    head = Head()
    for index, line in enumerate(page.lines[:LONGEST_HEAD]):
        if side_by_side := _row_of_bodies(head, page, line):
            head = side_by_side
            continue
        if run_in := _runs_into_text(head, page, line):
            return run_in
        if _ends_head(line):
            return head
        if ISSUE_NAME.match(line.text) or line.text == "文件":
            continue
        if head.title.closed and said_again(head.title.lines, line, page.lines[index + 1 : LONGEST_HEAD]):
            head = replace(head, title=Title(earlier=head.title.lines))
            if is_body_line(line):
                head = _with_bodies(head, page, line, len(line.text))
                continue
        read = next((after for reading in READINGS if (after := reading(head, page, index)) is not None), None)
        if read is not None:
            head = read
            continue
        head, goes_on = _of_title(head, page, line)
        if not goes_on:
            return head
    return head


def _with_bodies(head: Head, page: Page, line: Line, end: int, start: int = 0) -> Head:
    """The head with the bodies of a line above its title."""
    bodies = (*head.mast.bodies, *bodies_of(page.document, line, end, start))
    return replace(head, mast=replace(head.mast, bodies=bodies))


def _row_of_bodies(head: Head, page: Page, line: Line) -> Head | None:
    """县水利局 and 县财政局 side by side."""
    bodies = bodies_of(page.document, line, len(line.text)) if line.row else []
    if not bodies or not all(is_body(as_read(party)) for party in bodies):
        return None
    return replace(head, mast=replace(head.mast, bodies=(*head.mast.bodies, *bodies)))


def _runs_into_text(head: Head, page: Page, line: Line) -> Head | None:
    """A 文号 that runs into the addressees or the text, where the head ends: 安政办发〔2021〕45号各乡镇人民政府：…."""
    if head.number is not None:
        return None
    if head.title.lines and (dated := DAY_OPENS.match(line.text)):
        return replace(head, number=page.printed(line, dated.span("number")), adopted=iso_date(dated["date"]))
    if opening := NUMBER_OPENS.match(line.text):
        span = opening.span("number")
    elif (before := _number_before_title(line.text)) and ADDRESSEE.match(line.text[before[1] :]):
        span = before
    else:
        return None
    return replace(head, number=page.printed(line, span))


def _number(head: Head, page: Page, index: int) -> Head | None:
    """A 文号, alone or before the title: 青政发〔2021〕3号, 第318号 below a masthead of orders."""
    if head.number is not None:
        return None
    line, text, title = page.lines[index], page.lines[index].text, head.title
    if span := _number_before_title(text):
        rest = Line(line.clean.offsets[span[1]], line.end, line.clean.part(span[1], len(text)), False)
        return replace(head, number=page.printed(line, span), title=replace(title, lines=(rest,), closed=True))
    if not title.closed and (both := TITLE_NUMBER.match(text)):
        clean = line.clean.part(0, both.end("title"))
        lines = (*title.lines, Line(line.start, clean.offsets[-1] + 1, clean, False))
        number = page.printed(line, both.span("number"))
        return replace(head, number=number, title=replace(title, lines=lines, closed=True))
    if span := number_in(text) or number_below(text_of(title.lines), text):
        if head.adopted is None and (day := beside_day(text)):
            head = replace(head, adopted=iso_date(day["date"]))
        return _below_mast(replace(head, number=page.printed(line, span)), page, line, span)
    if head.mast.orders and ORDER_NUMBER.match(text):
        parts = (head.mast.orders, line)
        return replace(head, number="".join(page.document.printed(part.start, part.end) for part in parts))
    return None


def _below_mast(head: Head, page: Page, line: Line, span: tuple[int, int]) -> Head:
    """The head with the body that stands before a 文号 on its line: 青山县人民政府文件 青政发〔2021〕3号."""
    if match := MASTHEAD.match(line.text[: span[0]].rstrip("(")):
        head = _with_bodies(head, page, line, match.end("body"))
        return replace(head, mast=replace(head.mast, is_headed=True))
    if not head.mast.bodies and (order := ORDER_OF.match(line.text, span[0])):
        return _with_bodies(head, page, line, order.end("body"))
    return head


def _masthead(head: Head, page: Page, index: int) -> Head | None:
    """Who stands above the title, and a 文号 that nobody can read: 青山县人民政府文件, 青政发(2O21)3亏."""
    line = page.lines[index]
    match = MASTHEAD.match(line.text)
    if match and not any(TITLE_WORD.search(part.text) for part in head.title.lines):
        # what stands above a head: HFGS—2015—31, a character of a watermark
        head = replace(head, title=replace(head.title, lines=(), closed=False))
    elif match and len(match["body"]) >= LEAST_AGAIN and _is_headline(head, page, index):
        head = replace(head, title=Title(earlier=head.title.lines))
    if head.title.lines:
        return None
    if match:
        head = _with_bodies(head, page, line, match.end("body"))
        orders = line if match["kind"] != "文件" else None
        return replace(head, mast=replace(head.mast, is_headed=True, orders=orders))
    if head.number is None and is_body_line(line):
        head = _with_bodies(head, page, line, len(line.text))
        congress = line if line.text.endswith(CONGRESS) else None
        return replace(head, mast=replace(head.mast, congress=congress))
    if head.mast.bodies and (other := OTHER_NAME.match(line.text)) and BODY_LINE.match(other["body"]):
        return _with_bodies(head, page, line, other.end("body"), other.start("body"))
    if head.number is None and GARBLED_NUMBER.match(line.text) and not is_date(line.text):
        return replace(head, garbled=line)
    return None


def _is_headline(head: Head, page: Page, index: int) -> bool:
    """Whether the title so far is one that a page prints above the masthead, and the document again below it."""
    return head.title.closed and not head.mast.bodies and comes_again(head.title.lines, _near(page, index))


def _near(page: Page, index: int) -> Sequence[Line]:
    return page.lines[index + 1 : index + MOST_BETWEEN]


def _author(head: Head, page: Page, index: int) -> Head | None:
    """《…规定》 / 安山县人民政府: the body below a title that the page prints twice, as databases of law do."""
    line = page.lines[index]
    again = head.title.closed and text_of(head.title.lines) == text_of(head.title.earlier)
    if head.mast.bodies or not again or not is_body_line(line):
        return None
    return _with_bodies(head, page, line, len(line.text))


def _adoption(head: Head, page: Page, index: int) -> Head | None:
    """(2021年3月2日县政府常务会议通过) · (1961年5月) below a title."""
    if head.adopted is not None:
        return None
    text = page.lines[index].text
    match = ADOPTED.match(text) or (DATED_BELOW.match(text) if head.title.lines else None)
    if match is None:
        return None
    closed = bool(head.title.lines)
    return replace(head, adopted=iso_date(match["date"]), title=replace(head.title, closed=closed))


def _scrap(head: Head, page: Page, index: int) -> Head | None:
    """What a page prints and no document says: 11330700MB10327095/2024-00144; 166人看过 before the title comes again; (节录)."""
    text, title = page.lines[index].text, head.title
    if not title.lines and ("|" in text or text[-1] == "!" or PAGE_NAME.match(text) or _says_below(page.lines, index)):
        return head
    if title.lines and EXCERPT_LINE.fullmatch(text):
        return replace(head, title=replace(title, closed=True))
    if not HAN_CHARACTER.search(text) and not is_date(text) and not (title.lines and YEARS_ALONE.fullmatch(text)):
        return head
    if not title.closed or len(text) > LONGEST_SCRAP:
        return None
    return head if comes_again(title.lines, _near(page, index)) else None


def _says_below(lines: Sequence[Line], index: int) -> bool:
    """A text of one long line that a page prints above the same text in its own lines."""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    text = lines[index].text
    return len(after) >= LEAST_AGAIN and len(text) > LONGEST_LINE and text.startswith(after)


READINGS: tuple[Reading, ...] = (_number, _masthead, _author, _adoption, _scrap)


def _of_title(head: Head, page: Page, line: Line) -> tuple[Head, bool]:
    """A line of the title, or a date above it; False at the line at which the head ends."""
    text, mast = line.text, head.mast
    if not head.title.lines and mast.congress and OF_CONGRESS.match(text):  # 安山县人民代表大会 / 常务委员会关于…
        title = replace(head.title, lines=(mast.congress,))
        head = replace(head, title=title, mast=replace(mast, bodies=mast.bodies[:-1]))
    if head.title.closed or _is_text(text) or ADOPTED_TITLE.match(text) or is_enumerated(text) or is_date(text):
        return head, is_date(text) and not head.title.lines
    return replace(head, title=head.title.with_line(page.document, line, page.lines)), True


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


def _is_text(text: str) -> bool:
    return len(text) > LONGEST_LINE or text[-1] in "。;:!" or (len(text) > 50 and ("," in text or "。" in text))
