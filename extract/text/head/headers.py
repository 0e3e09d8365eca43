"""The head and the foot of a notice: 文号, title, issuers, date of the signature.

In:  武汉市新洲区人民政府办公室文件 / 新政办〔2022〕8号 / 区人民政府办公室关于印发新洲区2022年 / 绿化工作方案的通知
Out: Header(number="新政办〔2022〕8号", title="区人民政府办公室关于…的通知", issuers=(武汉市新洲区人民政府办公室,), dated="2022-04-22")
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.document import Document, as_read
from extract.facts import Party
from extract.names.dates import DATE, iso_date
from extract.text.head.again import fuller_below, with_issuers
from extract.text.head.issuers import above_title, distinct, from_title, misread, of_rules, sent_in
from extract.text.head.labels import Label
from extract.text.head.marks import NUMBER, TITLE_END
from extract.text.head.page_labels import Known, known_of, stated_issuers, titled_beside_label, without_labels
from extract.text.head.reading import Mast, head_of
from extract.text.head.signatures import signature
from extract.text.head.title import plain_title
from extract.text.lines import Line

ROOM = re.compile("[校院馆]长室")  # 县一中党委、校长室: rooms of the house that the title names sign for it


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
    head = head_of(document, lines)
    title: Sequence[Line] = head.title.whole(numbered=head.number is not None)
    if head.number is None and head.mast.congress and title and title[0].text.startswith("关于"):
        title = [head.mast.congress, *title]  # 安山县人民代表大会常务委员会 / 关于接受…辞职请求的决定
    if head.number is None and title:
        title = fuller_below(title, lines) or with_issuers(title, lines) or title
    named = plain_title("".join(document.printed(part.start, part.end) for part in title)) or None
    signers, dated = signature(document, lines)
    sent_by, sent = sent_in(document, lines)
    titled = (from_title(document, title[0]) or above_title(document, title)) if title else ()
    joint = len(signers) > 1 and not (titled and any(ROOM.fullmatch(as_read(party)) for party in signers))
    issuers = tuple(signers) if joint else distinct(_mast(document, head.mast, titled, signers))
    issuers = issuers or stated_issuers(document, known, Label.ISSUER) or titled or tuple(signers) or sent_by
    if not issuers and title:
        issuers = of_rules(document, title)
    header = Header(head.number, named, issuers, _day(head.adopted, dated or sent), head.garbled, tuple(title))
    return _with_labels(document, header, known) if known else header


def _mast(document: Document, mast: Mast, titled: Sequence[Party], signers: Sequence[Party]) -> Sequence[Party]:
    """The bodies above the title, unless they are the name of a site above a title that names its own body, or misread."""
    bodies: Sequence[Party] = mast.bodies
    if titled and not mast.is_headed and not any(as_read(party).endswith(as_read(titled[0])) for party in bodies):
        bodies = ()
    if document.reading == "ocr" and len(bodies) == len(signers) == 1 and misread(bodies[0].name, signers[0].name):
        return signers
    return bodies


def _day(adopted: str | None, signed: str | None) -> str | None:
    """The day of a notice: that below its title, unless the signature only says it to the day: (1961年5月), 1961年5月3日."""
    return signed if adopted and signed and signed.startswith(adopted) else adopted or signed


def _with_labels(document: Document, header: Header, known: Known) -> Header:
    """The header with what a page prints beside labels, where the head itself does not say it."""
    number = header.number or known_of(document, known, Label.NUMBER, NUMBER)
    number = number or known_of(document, known, Label.DATED, NUMBER)  # 【颁布日期】1985年6月3日安政〔1985〕38号
    titled = titled_beside_label(document, known) if not header.title else ()
    return replace(
        header,
        number=number,
        title=header.title or known_of(document, known, Label.TITLE, TITLE_END),
        dated=header.dated or iso_date(known_of(document, known, Label.DATED, DATE) or ""),
        issuers=header.issuers or titled or (stated_issuers(document, known, Label.PUBLISHER) if number else ()),
    )
