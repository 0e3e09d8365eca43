"""Who issues a document, as its head says it: the title, the line above it, the sentence that sends it.

In:  区人民政府办公室关于…的通知 · 安山县人民政府办公室 / 关于撤销…的通知 · 县政府办公室2022年4月7日发出通知
Out: the bodies, as printed
"""

import re
from collections.abc import Sequence

from extract.clean import in_order
from extract.document import Document
from extract.facts import Kind, Party
from extract.names.dates import iso_date
from extract.names.marks import HAN
from extract.text.head.marks import (
    COLUMN_NAME,
    MADE_KNOWN,
    OF_GOVERNMENT,
    OF_ORGAN,
    SENT,
    SHORT_GOVERNMENT,
    STANDING,
    TITLE_CUE,
    TITLE_END,
    TITLE_WORD,
)
from extract.text.head.signatures import bodies_of, party_of, signs
from extract.text.lines import Line
from extract.text.paragraphs import BODY_LINE

MOST_LOST = 2  # characters of a masthead that OCR did not see
OF_CONGRESS = re.compile("常务委员会(?=关于|决定|任|免)")
# 青山县水利局|2031年自评报告: whose year it is
OF_YEAR = re.compile(
    rf"""
    (?P<body>(?!关于|[印转]发)[{HAN}]{{3,24}}(?:[局厅委院办]|大学(?:\([{HAN}]{{2}}\))?))  # 青山县水利局
    (?=(?:19|20)\d\d年)                                                          # 2031年
    """,
    re.VERBOSE,
)
OF_PLACE = re.compile(rf"[{HAN}]{{2,20}}大学\([{HAN}]{{2}}\)")  # 云岭大学(安山)
YEAR = re.compile(r"(?:19|20)\d\d年")
LEAST_LINES = 2  # lines of a title of which the first is its body


def misread(masthead: str, signer: str) -> bool:
    """Whether a masthead, printed in letters set wide, is a signature of which a character was lost: 安山县社会保局, 安山县社会保障局."""
    return 0 < len(signer) - len(masthead) <= MOST_LOST and in_order(masthead, signer)


def above_title(document: Document, title: Sequence[Line]) -> tuple[Party, ...]:
    """安山县人民政府办公室 / 关于撤销…的通知: the body on the first line of a title."""
    if len(title) < LEAST_LINES or not (is_body_line(title[0]) or OF_PLACE.fullmatch(title[0].text)):
        return ()
    if committee := OF_CONGRESS.match(title[1].text) if title[0].text.endswith("人民代表大会") else None:
        end = title[1].clean.span(*committee.span())[1]
        return (document.party(Kind.DEPARTMENT, title[0].start, end),)  # 安山县人民代表大会 / 常务委员会关于…
    if not (title[1].text.startswith("关于") or YEAR.match(title[1].text)):
        return ()
    return tuple(bodies_of(document, title[0], len(title[0].text)))


def sent_in(document: Document, lines: Sequence[Line]) -> tuple[tuple[Party, ...], str | None]:
    """区人民政府办公室2022年4月7日发出通知 → that body and that date."""
    for line in lines[:6]:
        if match := SENT.match(line.text):
            parties = []
            for body in re.finditer(r"[^、]+", match["body"]):
                parties.append(party_of(document, line, body.start(), body.end()))
            return tuple(parties), iso_date(match["date"])
        if match := MADE_KNOWN.match(line.text):
            return (), iso_date(match["date"])
    return (), None


def from_title(document: Document, line: Line) -> tuple[Party, ...]:
    """The bodies that a title begins with: 区人民政府办公室关于…, 市财政局 市水利局转发…, 青山大学关于…, 青山县人民代表大会常务委员会决定任免名单."""
    start = title_at(line.text)
    for cue in TITLE_CUE.finditer(line.text, start):
        before = line.text[start : cue.start()]
        bodies = bodies_of(document, line, cue.start(), start)
        if signs(before) or SHORT_GOVERNMENT.fullmatch(before) or len(bodies) > 1:
            return tuple(bodies)
    return ()


def title_at(text: str) -> int:
    """Where a title begins, after the column of a site or a remark on its standing: 政策文件丨…, 【现行有效】…."""
    marks = COLUMN_NAME.match(text) or STANDING.match(text)
    start = marks.end() if marks else 0
    return start + (text.startswith("《", start) and text.find("》") == len(text) - 1)


def of_rules(document: Document, title: Sequence[Line]) -> tuple[Party, ...]:
    """The body whose rules of work, plan or report a title names: 青山县人民政府工作规则, 青山县水利局2031年自评报告."""
    text = title[0].text
    start = title_at(text)
    match = OF_GOVERNMENT.match(text, start) or OF_YEAR.match(text, start)
    if match and TITLE_END.search(title[-1].text) and not OF_ORGAN.search(text):
        return tuple(bodies_of(document, title[0], match.end("body"), start))
    return ()


def distinct(parties: Sequence[Party]) -> tuple[Party, ...]:
    """The parties of different names, each where it stands first."""
    return tuple({party.name: party for party in reversed(parties)}.values())[::-1]


def is_body_line(line: Line) -> bool:
    """Whether a line is the name of a body that may issue documents, and no part of a title."""
    return BODY_LINE.match(line.text) is not None and not TITLE_WORD.search(line.text)
