"""Who signs a notice, and when; the bodies that a line of its head or foot names.

In:  青河县财政局　青河县民政局 / 2022年6月20日   Out: both bodies, 2022-06-20
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.clean import printed, simplified
from extract.document import Document, as_read
from extract.facts import Kind, Party
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.dates import dates_in, iso_date
from extract.names.marks import HAN, LEVELS, NUMERAL
from extract.text.lines import Line, is_date
from extract.text.paragraphs import BODY_LINE, is_enumerated

PLACE = re.compile(rf"(?:中共)?(?P<name>[{HAN}]{{2,5}}?[{LEVELS}])")
ENDS_AS_BODY = re.compile(r"(?:[局厅委院会室部府社处组馆]|中心)$")
BARE_ORGAN = re.compile(rf"(?:人民)?政府|[{HAN}]?办公[室厅]|委员会|.{{1,2}}")
SIGNER = re.compile(rf"[{HAN}()“”·]{{4,30}}")
REMARK = re.compile(
    r" ?\([^()]{2,20}\)$|^\((?=[此本]件)[^()]{2,20}\) *"
)  # 2022年3月5日(此件公开发布), (此件发至各村)　2022年3月5日
# what divides the bodies of a line: any layout space, several spaces, 、, or that only one of them is set with spaces (青河县民政局 青 河 县 财 政 局)
BODY_SHAPES = (
    re.compile(r"\S+"),
    re.compile(r"\S+(?:[ \u3000]\S+)*"),
    re.compile(r"[^\s、]+(?:[ \u3000][^\s、]+)*"),
    re.compile(r"\S{4,}|\S(?:[ \u3000]\S(?!\S))+"),
)
RUN_IN = re.compile(
    rf"""
    (?<=[。:])(?P<body>[{HAN}、]{{4,40}}?)                                 # 。安山县人民政府
    (?P<date>(?:(?:19|20)\d\d|[一二][{NUMERAL}○]{{3}})年[^,。;日]{{2,7}}日)  # 2020年11月1日
    (?:\([^()]{{2,20}}\))?$                                               # (此件公开发布)
    """,
    re.VERBOSE,
)
SEVERAL = re.compile(
    rf"(?:{any_of('layout', 'ends_several')}|[局厅部])(?=[{HAN}]{{2,8}}[省市县区]|国)"
)  # names that nothing divides
LONGEST_RUN_IN = 80  # characters at the end of a line
OTHERS_BELOW = re.compile(rf"(?:{any_of('layout', 'others_below')}):?$")  # 相关阅读
WEB_DATE = re.compile(r"\d{4}[-/.]")  # who put up a page and when: no signature if another follows
OF_COMMITTEE = ("机构编制委员会", "员会")  # the rest of a name that begins with 中共某县委
LONGEST_SIGNATURE = 10  # bodies that sign side by side


def signature(document: Document, lines: Sequence[Line]) -> tuple[list[Party], str | None]:
    """Who signs and when: the first date on a line of its own under the names of bodies, else the first date line."""
    bare: str | None = None
    put_up: tuple[list[Party], str | None] | None = None
    for index, line in enumerate(lines):
        text = line.text
        if OTHERS_BELOW.match(text):
            break  # the days below are of other pages
        if len(text) > 60 or (line.row and not dates_in(text)):
            continue
        text = REMARK.sub("", text)
        if is_date(text):
            signers = _signers(document, lines, index)
            dated = iso_date(text)
            if signers and not WEB_DATE.match(text):
                return signers, dated
            put_up = put_up or ((signers, dated) if signers else None)
            bare = bare or dated
        elif text[-1:] == "日" and (spans := dates_in(text)) and spans[-1][1] == len(text):
            body = text[: spans[-1][0]]
            if signs(body):
                return bodies_of(document, line, len(body)), spans[-1][2]
    return put_up or (([], bare) if bare else _run_in(document, lines))


def _run_in(document: Document, lines: Sequence[Line]) -> tuple[list[Party], str | None]:
    """A signature that a page has run into the last sentence: …贯彻落实。安山县人民政府2020年11月1日(此件公开发布)."""
    for line in lines:
        match = RUN_IN.search(line.text, max(0, len(line.text) - LONGEST_RUN_IN)) if "日" in line.text else None
        if match and SEVERAL.search(match["body"]):
            return [], iso_date(match["date"])
        if match and signs(match["body"]):
            return bodies_of(document, line, match.end("body"), match.start("body")), iso_date(match["date"])
    return [], None


def _signers(document: Document, lines: Sequence[Line], index: int) -> list[Party]:
    signers: list[Party] = []
    for line in reversed(lines[max(0, index - LONGEST_SIGNATURE) : index]):
        bodies = bodies_of(document, line, len(line.text)) if len(line.text) <= 80 else []
        if not bodies or not all(signs(as_read(party)) for party in bodies):
            break
        signers = _joined(document, bodies, signers)
    return signers


def _joined(document: Document, above: list[Party], below: list[Party]) -> list[Party]:
    """The bodies of two lines; one that a column of signatures wrapped is whole: 中共安山县委 / 机构编制委员会办公室."""
    if above and below and as_read(above[-1]).endswith("委") and as_read(below[0]).startswith(OF_COMMITTEE):
        start, end = above[-1].start, below[0].end
        if start is not None and end is not None:
            return [*above[:-1], document.party(Kind.DEPARTMENT, start, end), *below[1:]]
    return above + below


def bodies_of(document: Document, line: Line, end: int, start: int = 0) -> list[Party]:
    """The bodies that a line names: 中共大营县委办公室 大营县人民政府办公室 are two, so are 中共青河县委、青河县人民政府."""
    left, right = line.clean.span(start, end) if end > start else (line.start, line.start)
    source = simplified(document.text[left:right])
    for shape in BODY_SHAPES:
        spans = [span.span() for span in shape.finditer(source)]
        if len(spans) > 1 and all(is_body(printed(source[slice(*span)])) for span in spans):
            return [document.party(Kind.DEPARTMENT, left + a, left + b) for a, b in spans]
    if spans := list(_glued(source)):
        return [document.party(Kind.DEPARTMENT, left + a, left + b) for a, b in spans]
    return [party_of(document, line, start, end)] if end > start else []


def _glued(source: str) -> Iterator[tuple[int, int]]:
    """The bodies of one place that nothing divides: 平江市水利局|中共平江市委宣传部|平江市财政局关于…; none for a single one."""
    county = PLACE.match(source)
    if county is None or source.count(county["name"]) < 2:
        return
    begins = [match.start() for match in re.finditer(rf"(?:中共)?{re.escape(county['name'])}", source)]
    spans = list(pairwise([*begins, len(source)]))
    if all(ENDS_AS_BODY.search(source, *span) and is_body(source[slice(*span)]) for span in spans):
        yield from spans


def is_body(text: str) -> bool:
    """Whether a part of a line is a body of its own: 公安部, not the 办公室 of 区政府 办公室."""
    return signs(text) and not BARE_ORGAN.fullmatch(text)


def signs(text: str) -> bool:
    """Whether a line names a body that may sign: 中共青河县水利局党组, 青河县第一中学; no clause, no entry of a list."""
    if BODY_LINE.match(text):
        return True
    return bool(SIGNER.fullmatch(text)) and not is_enumerated(text) and kind_of_body(text) is not None


def party_of(document: Document, line: Line, start: int, end: int) -> Party:
    """The body that stands at a span of a line."""
    return document.party(Kind.DEPARTMENT, *line.clean.span(start, end))
