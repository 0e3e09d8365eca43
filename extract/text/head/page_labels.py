"""What a page says of a document beside labels: the lines of a head without them, and the body, number or date that they give.

In:  索引号：0144 发文机关：青山县水利局 / 文号：青水〔2021〕3号 / 关于防汛的通知
Out: the third line; 青山县水利局 beside 发文机关, 青水〔2021〕3号 beside 文号
"""

import re
from collections.abc import Sequence

from extract.document import Document, as_read
from extract.facts import Party
from extract.names.bodies import is_aggregate
from extract.names.dates import DATE
from extract.names.units import breaks
from extract.text.head.issuers import from_title
from extract.text.head.labels import (
    Label,
    Stated,
    between_bars,
    between_gaps,
    is_navigation,
    label_words,
    may_lead,
    stated,
)
from extract.text.head.marks import NUMBER, TITLE_END, number_in
from extract.text.head.signatures import bodies_of, is_body
from extract.text.lines import Line, is_date
from extract.text.paragraphs import BODY_LINE

LONGEST_PAGE = 40  # lines in which labels of a page may stand above its text

Known = dict[str, tuple[Line, int, int]]  # label → the line and span of what a page prints beside it


def without_labels(lines: Sequence[Line]) -> tuple[list[Line], Known]:
    """The lines without those that say something of the document beside a label, and what these say.

    A label may stand above what it says: 发布日期: / 2024年03月18日. What stands above the line that leads around a site
    (首页 > 政务公开) is the site's own name, unless it is a title.
    """
    kept: list[Line] = []
    known: Known = {}
    waiting: str | None = None
    head = [_labels(line) for line in lines[:LONGEST_PAGE]]
    while head and head[-1] is None:
        head.pop()
    for index, line in enumerate(lines):
        labels = head[index] if index < len(head) else None
        if labels == {} and waiting in label_words(Label.DATED) and DATE.match(line.text):
            known[waiting], waiting = (line, 0, len(line.text)), None  # 发文日期: / 2024年03月18日 16:40
        elif labels is not None:
            if not labels and is_navigation(line.text, breaks(line.clean)):
                kept = [other for other in kept if TITLE_END.search(other.text)]
            elif labels and not known and all(BODY_LINE.match(other.text) for other in kept):
                kept = []  # the name of the site above its labels
            known |= {
                word: (line, *span) for word, span in labels.items() if known.get(word, (line, 0, 0))[1:] == (0, 0)
            }
            waiting = next((word for word, (start, end) in labels.items() if start == end), None)
        elif waiting and (is_date(line.text) or (number_in(line.text) and waiting in label_words(Label.NUMBER))):
            known[waiting], waiting = (line, 0, len(line.text)), None
        elif waiting and head[index + 1 : index + 2] not in ([], [None]) and not TITLE_END.search(line.text):
            known[waiting], waiting = (line, 0, len(line.text)), None  # 发文机构: / 县政府办 / 发文字号: / …
        else:
            waiting = None
            kept.append(line)
    return kept, known


def _labels(line: Line) -> Stated | None:
    labels = between_bars(line.text) if "|" in line.text else None
    labels = stated(line.text) if labels is None else labels
    if labels is None and line.has_gap and may_lead(line.text):
        gaps = breaks(line.clean)
        labels = {} if is_navigation(line.text, gaps) else between_gaps(line.text, gaps)
    return labels


def stated_issuers(document: Document, known: Known, kind: Label) -> tuple[Party, ...]:
    """The bodies that stand beside 发文单位: or the like."""
    for label in label_words(kind):
        if label in known:
            line, start, end = known[label]
            bodies = bodies_of(document, line, end, start)
            if bodies and all(_may_issue(as_read(party)) for party in bodies):
                return tuple(bodies)
    return ()


def titled_beside_label(document: Document, known: Known) -> tuple[Party, ...]:
    """The bodies that the title beside a label begins with: 标题:青山县人民政府办公室关于…."""
    for label in label_words(Label.TITLE):
        if label in known:
            line, start, end = known[label]
            clean = line.clean.part(start, end)
            if clean.text:
                return from_title(document, Line(clean.offsets[0], clean.offsets[-1] + 1, clean, False))
    return ()


def _may_issue(name: str) -> bool:
    """Whether a name is one body's, and no website: not 有关委局."""
    return is_body(name) and not is_aggregate(name) and not name.endswith("网站")


def known_of(document: Document, known: Known, kind: Label, of: re.Pattern[str]) -> str | None:
    """What a web page says beside a label (发文字号:国办发〔2018〕65号), if it is of that form."""
    for label in label_words(kind):
        if label in known:
            line, start, end = known[label]
            if match := of.search(line.text, start, end):
                whole = of is not NUMBER and of is not DATE  # 文号 安政发〔2018〕53号 时效 有效, 2022-01-30 16:20
                return printed_at(document, line, *((start, end) if whole else match.span()))
    return None


def printed_at(document: Document, line: Line, start: int, end: int) -> str:
    """A span of a line as the source prints it."""
    left, right = line.clean.span(start, end)
    return document.printed(left, right)
