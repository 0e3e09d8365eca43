"""An issue → its notices, each with number, title, issuers, date, section, page and blocks.

In:  Document
Out: list[Notice] in the order of the text; what stands before the first notice (cover, table of contents) or after the
     last one (about this gazette) is in none. A file without masthead or table of contents is one notice or several.

A notice begins at its masthead (武汉市新洲区人民政府文件), at the title above or the body above a 文号, at the title above an
addressee (各乡镇人民政府:) or an adoption (2022年6月29日…通过) once the notice before is signed, at the headline above
“X于…发出通知”, and at the heading of a section (人事任免, 大事记).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document import Document, Notice
from extract.lexicon import any_of
from extract.lexicon.signs import sign_of
from extract.names.marks import HAN, LEVELS
from extract.text.contents import Contents, contents_of, heading_of, last_entry
from extract.text.head.headers import header_of
from extract.text.head.labels import is_menu, stated
from extract.text.head.marks import (
    ADDRESSEE,
    ADOPTED,
    ANNOUNCED,
    DATED_BELOW,
    EXCERPT_LINE,
    MASTHEAD,
    NOTICE_END,
    ORDER_NUMBER,
    SENT,
    number_in,
)
from extract.text.head.signatures import signs
from extract.text.lines import Line, is_date, laid_out
from extract.text.paragraphs import BODY_LINE, LABEL, blocks_of, is_enumerated

# ◆人事任免◆ · 【市政府文件】
SECTION_MARK = re.compile(
    rf"""
    ^(?:[◆●■★▲◇○※□▼▪]+|\[(?=[{HAN}]{{0,10}}(?:{any_of("layout", "section_mark")})\]$))  # ◆
    (?P<name>[^◆●■★▲◇○※□▼▪,。;:\[\]]{{2,16}})  # 人事任免
    [◆●■★▲◇○※□▼▪\]]+$  # ◆
    """,
    re.VERBOSE,
)
SECTION_NAME = re.compile(
    rf"""
    ^(?:(?:19|20)\d\d年)?(?:\d{{1,2}}(?:[-—~至、]\d{{1,2}})?月(?:份)?)?  # 2022年2-2月份
    (?:第?[一二三四1-4]季度)?  # 第一季度
    (?:
      (?:[政{LEVELS}]?(?:政府)?|[{HAN}]{{2,8}}人民政府)  # 政政府
      (?:{any_of("layout", "section")})  # 人事任免
    )
    (?:\([^()]{{2,24}}\))?$  # (某某)
    """,
    re.VERBOSE,
)
PERSONNEL = re.compile(rf"{any_of('layout', 'personnel')}")
BRIEFS = re.compile(rf"{any_of('layout', 'briefs')}")
CHRONICLE = re.compile(rf"{any_of('layout', 'chronicle')}")
COLOPHON = re.compile(rf"^《?[{HAN}]{{2,20}}(?:{any_of('shared', 'gazette')})》?(?:{any_of('layout', 'colophon')})$")
ADDRESSED = re.compile(
    rf"""
    ^
    (?:
        各|有关|你|本|市|区|县|省|州|旗|乡|镇|街道
      | [{HAN}]{{2,12}}(?:{any_of("layout", "addressed")}|委|局|厅|部|处|会|院|校)[,、:]  # 某某人民政府,
    )""",
    re.VERBOSE,
)
MAY_SEND, MAY_NAME, MAY_MARK = sign_of(SENT), sign_of(SECTION_NAME), sign_of(SECTION_MARK)
MAY_BE_HEADED, MAY_ANNOUNCE, MAY_ADOPT = sign_of(MASTHEAD), sign_of(ANNOUNCED), sign_of(ADOPTED)
COVER_LINE = re.compile(rf"{any_of('shared', 'gazette')}|第\d{{1,3}}期|{any_of('layout', 'cover')}")
PART_OF_PLAN = re.compile(rf"(?:第一[章节部]|[一1][、. 　]|{any_of('layout', 'part_of_plan')})")
LONGEST_PLAN_HEAD = 4  # lines below 目录
LONGEST_CONTENTS = 400  # lines in which a table of contents may stand
LONGEST_MARK = 160  # characters of a line that can begin a notice
LONGEST_TITLE = 5  # lines
LONGEST_PAGE_HEAD = 24  # lines with what a page says beside labels
SHORTEST_TEXT = 30  # characters of a line that is the text of a notice rather than an entry or an imprint
SENT_SECTION = "政务简讯"


@dataclass(frozen=True, slots=True)
class Start:
    """Where a notice begins (index of a line) and in which printed section."""

    line: int
    section: str | None
    heading: bool = False
    sent: bool = False


def notices(document: Document) -> list[Notice]:
    """The notices of an issue in their order."""
    document, printed_lines = laid_out(document)
    lines = [line for line in printed_lines if line.row or not is_menu(line.text)]
    body = _body(document, lines)
    contents = contents_of(document, lines, body)
    end = _end(lines, body)
    starts = _starts(lines, body, end, contents)
    cut: list[Notice] = []
    for index, start in enumerate(starts):
        last = starts[index + 1].line if index + 1 < len(starts) else end
        if start.heading and last - start.line == 1:
            continue  # the heading of a section, its first notice follows
        notice = _notice(document, lines[start.line : last], start)
        listed = contents.entry_of(start.section if start.sent and start.section else notice.heading)
        if listed is not None:
            entry = contents.entries[listed]
            notice = replace(notice, page=entry.page, section=notice.section or entry.section)
        cut.append(replace(notice, index=len(cut) + 1))
    return cut


def _body(document: Document, lines: Sequence[Line]) -> int:
    """The index of the first line after cover, table of contents and imprint."""
    start = heading_of(lines[:LONGEST_CONTENTS])
    if start is None or any(_opens_notice(line) for line in lines[:start]) or _is_of_plan(document, lines, start):
        return 0  # no table of contents, or that of a plan which a notice prints
    after = last_entry(document, lines[: start + LONGEST_CONTENTS], start) + 1
    for index, kind in _candidates(lines, after, len(lines), set()):
        if kind != "section" or SECTION_MARK.match(lines[index].text) or not _is_imprint(lines, index):
            return index
    return after


def _is_of_plan(document: Document, lines: Sequence[Line], start: int) -> bool:
    """Whether a table of contents is that of one plan: no cover of an issue above it, and it lists no notices."""
    if start > LONGEST_TITLE or any(COVER_LINE.search(line.text) for line in lines[:start]):
        return False
    listed = lines[start + 1 : last_entry(document, lines[: start + LONGEST_CONTENTS], start) + 1]
    return not any("关于" in line.text or MASTHEAD.match(line.text) for line in listed) and any(
        PART_OF_PLAN.match(line.text) for line in lines[start + 1 : start + 1 + LONGEST_PLAN_HEAD]
    )


def _opens_notice(line: Line) -> bool:
    """Whether a line stands in the head of a notice, never on a cover: a 文号, an addressee."""
    return bool(number_in(line.text) or (ADDRESSEE.match(line.text) and ADDRESSED.match(line.text)))


def _is_imprint(lines: Sequence[Line], index: int) -> bool:
    """Whether the heading of a section still belongs to the table of contents: 政务简讯 / 主 办:武汉市新洲区人民政府."""
    return all(len(line.text) < SHORTEST_TEXT for line in lines[index + 1 : index + 4])


def _end(lines: Sequence[Line], body: int) -> int:
    """The index of the line at which the colophon begins, else that after the last line."""
    for index in range(max(body + 1, len(lines) - 40), len(lines)):
        if COLOPHON.match(lines[index].text):
            return index
    return len(lines)


def _starts(lines: Sequence[Line], body: int, end: int, contents: Contents) -> list[Start]:
    starts: list[Start] = []
    section: str | None = None
    names = contents.sections()
    for index, kind in _candidates(lines, body, end, names):
        text = lines[index].text
        if kind == "section":
            mark = SECTION_MARK.match(text)
            section = mark["name"] if mark else text
        elif (starts and index <= starts[-1].line + (0 if starts[-1].heading else 1)) or (
            starts and not starts[-1].heading and not _has_body(lines, starts[-1].line, index)
        ):
            continue
        if not _is_welcome(kind, section):
            continue
        sent = kind in {"sent", "bare"}
        whose = section if not sent or section is None or "文件" not in section else None
        if sent and whose is None and SENT_SECTION in names:
            whose = SENT_SECTION
        starts.append(Start(index, whose, kind == "section", sent))
    if not starts and end > body:
        return [Start(body, None)]
    if starts and body == 0 and contents.end == 0 and starts[0].line > 0:
        first = 0 if starts[0].heading else _first(lines, starts[0].line)
        if first == 0 and not starts[0].heading:
            starts[0] = Start(0, starts[0].section)
        elif _has_body(lines, 0, starts[0].line):
            starts.insert(0, Start(0, None))  # a text of its own, as a report above the list that it speaks of
    return starts


def _is_welcome(kind: str, section: str | None) -> bool:
    """Whether a section is divided there: a chronicle never, a list of appointments not by its sentences, briefs by each."""
    if section and CHRONICLE.search(section):
        return kind in {"section", "masthead", "number"}
    if kind == "bare":
        return bool(section and BRIEFS.search(section))
    return kind != "sent" or not (section and PERSONNEL.search(section))


def _first(lines: Sequence[Line], start: int) -> int:
    """A file without cover: what stands before its first masthead is its head, unless it is a text of its own."""
    heads = list(_said(lines[: min(start, LONGEST_PAGE_HEAD)]))
    return (
        0
        if start <= LONGEST_PAGE_HEAD and len(heads) <= LONGEST_TITLE and not any(_ends_head(line) for line in heads)
        else start
    )


def _said(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines above a title that a page does not print beside or below a label: 发布机构: / 安山县水利局."""
    waiting = False
    for line in lines:
        labels = stated(line.text)
        if labels is None and not waiting:
            yield line
        waiting = any(start == end for start, end in (labels or {}).values())


def _ends_head(line: Line) -> bool:
    """Whether a line is no part of a head: a sentence, an entry of a list, a label of the page that is not known, 页面宽度:.

    The rule that is drawn below a letterhead (——————) is no entry.
    """
    text = line.text
    return text[-1] in "。;:" or (is_enumerated(text) and any(char.isalnum() for char in text))


def _has_body(lines: Sequence[Line], start: int, index: int) -> bool:
    """Whether the lines from `start` hold more than the head of a notice."""
    return any(line.row or line.text[-1] in "。;" or len(line.text) > 60 for line in lines[start:index])


def _candidates(lines: Sequence[Line], body: int, end: int, sections: set[str]) -> Iterator[tuple[int, str]]:
    signed = True
    forwarded = False
    for index in range(body, end):
        line = lines[index]
        text = line.text
        if line.row:
            continue
        signs = line.clean.signs
        if signs & MAY_SEND and SENT.match(text):
            headline = _headline(lines, index, body)
            yield (index, "bare") if headline is None else (headline, "sent")
            signed = True
            continue
        if len(text) > LONGEST_MARK:
            continue
        if _names_section(line) or (text in sections and len(text) > 2):
            yield index, "section"
            signed, forwarded = True, False
        elif (signs & MAY_BE_HEADED and MASTHEAD.match(text)) or (signs & MAY_ANNOUNCE and _is_announced(lines, index)):
            yield index, "masthead"
            signed, forwarded = False, False
        elif number_in(text) and not forwarded:
            yield _head(lines, index, body), "number"
            signed = False
            forwarded = _forwards(lines, index)
        elif is_date(text):
            signed = True
        elif not forwarded and (headline := _dated_title(lines, index, body)) is not None:
            yield headline, "title"
            signed, forwarded = False, _forwards(lines, headline)
        elif (signs & MAY_ADOPT and ADOPTED.match(text)) or (
            signed and text[-1] == ":" and ADDRESSEE.match(text) and ADDRESSED.match(text)
        ):
            headline = _title(lines, index, body)
            if headline is not None and not forwarded:
                yield headline, "title"
                signed = False
                forwarded = _forwards(lines, headline)


def _names_section(line: Line) -> bool:
    """Whether a line names a section of an issue: ◆人事任免◆, 2022年5月政务简讯."""
    signs, text = line.clean.signs, line.text
    return bool((signs & MAY_MARK and SECTION_MARK.match(text)) or (signs & MAY_NAME and SECTION_NAME.match(text)))


def _is_announced(lines: Sequence[Line], index: int) -> bool:
    """Whether a line names who announces, above the number of the announcement: …会议公告 / (第2号)."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return ANNOUNCED.fullmatch(lines[index].text) is not None and ORDER_NUMBER.match(below) is not None


def _forwards(lines: Sequence[Line], start: int) -> bool:
    """Whether a notice hands on another one, which then stands in it: …转发…的通知."""
    return any("转发" in line.text and len(line.text) < 90 for line in lines[start : start + LONGEST_TITLE])


def _head(lines: Sequence[Line], index: int, body: int) -> int:
    """The line at which the notice of a 文号 begins: the body or the title above it, if any."""
    first = index
    while first > body and index - first < LONGEST_TITLE:
        line = lines[first - 1]
        text = line.text
        if (
            line.row
            or is_date(text)
            or text[-1] in "。;:!?"
            or is_enumerated(text)
            or len(text) > 90
            or SECTION_MARK.match(text)
            or SECTION_NAME.match(text)
        ):
            break
        if not (
            BODY_LINE.match(text)
            or MASTHEAD.match(text)
            or len(text) > 4
            or EXCERPT_LINE.fullmatch(text)
            or text.startswith("的")
        ):
            break
        first -= 1
    return first


def _headline(lines: Sequence[Line], index: int, body: int) -> int | None:
    """The first line of the headline above “X于…发出通知”; None where there is none (a list of such sentences)."""
    if index == body:
        return index
    first = index
    while first > body and index - first < 3:
        line = lines[first - 1]
        text = line.text
        if (
            line.row
            or text[-1] in "。;:!?,、"
            or is_date(text)
            or SECTION_MARK.match(text)
            or SECTION_NAME.match(text)
            or len(text) > 80
            or is_enumerated(text)
            or LABEL.match(text)
        ):
            break
        first -= 1
    return first if first < index else None


def _title(lines: Sequence[Line], index: int, body: int) -> int | None:
    """The first line of the title above an addressee or an adoption, None if none stands there."""
    title = ""
    for above in range(index - 1, max(body, index - LONGEST_TITLE) - 1, -1):
        line = lines[above]
        text = line.text
        if line.row or is_date(text) or text[-1] in "。;:" or is_enumerated(text) or len(text) > 90:
            break
        if number_in(text):
            continue
        title = text + title
        if NOTICE_END.search(title) and (
            "关于" in title
            or NOTICE_END.match(title)
            or above == body
            or lines[above - 1].text[-1] in "。;:"
            or is_date(lines[above - 1].text)
        ):
            return above
    return None


def _dated_title(lines: Sequence[Line], index: int, body: int) -> int | None:
    """The first line of a title that names its body above a day in brackets: 中共安山县委关于…的意见(节录) / (1980年9月12日)."""
    headline = _title(lines, index, body) if DATED_BELOW.match(lines[index].text) else None
    title = "" if headline is None else "".join(line.text for line in lines[headline:index])
    about = title.find("关于")
    return headline if about > 0 and signs(title[:about]) else None


def _notice(document: Document, lines: Sequence[Line], start: Start) -> Notice:
    first, last = lines[0], lines[-1]
    if start.heading:
        blocks = tuple(blocks_of(document, lines))
        return Notice(document, first.start, last.end, blocks, title=start.section, section=start.section)
    head = header_of(document, lines)
    blocks = tuple(blocks_of(document, lines, head.lines))
    return Notice(
        document, first.start, last.end, blocks, head.number, head.title, head.issuers, head.dated, start.section
    )
