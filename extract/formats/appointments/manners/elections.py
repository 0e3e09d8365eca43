"""Lists of those elected: a body or a title on a line of its own, names below it or after layout space.

市人民政府              云溪省人民政府副省长        洛河市人民政府副市长　召雨　　昌黎明
市　长:逄　涛            　召　南
副市长:王一丁　召　平
"""

import re
from typing import NamedTuple

from extract.formats.appointments.clauses import names_in
from extract.formats.appointments.manners.columns import glued_row
from extract.formats.appointments.passage import Passage
from extract.formats.appointments.remarks import REMARK
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN, NUMERAL
from extract.names.offices.office import Office
from extract.names.offices.titles import offices
from extract.names.people import is_person_name

ELECTED = re.compile(
    rf"""选举?(?:产生|出)了?(?:{any_of("appointments", "new_term")})?
    (?P<body>[{HAN}]{{4,40}}?(?:{any_of("decisions", "elected_body")}))  # 县文联第一届委员会
    (?={any_of("appointments", "elected_seat")}|[,、暨和]|$)                      # 委员5名""",
    re.VERBOSE,
)
# 政协安山县第十届委员会第一次会议选举尹某为主席: the committee that meets elects its own
MEETS = re.compile(
    rf"""(?P<body>(?:{any_of("appointments", "conference_full")})[{HAN}]{{2,12}}?第[{NUMERAL}\d]{{1,4}}届委员会)   # 政协安山县第十届委员会
    第[{NUMERAL}\d]{{1,3}}次(?:全体)?会议[^。;]{{0,24}}?选举                                  # 第一次会议选举
    """,
    re.VERBOSE,
)
LONGEST_HEADING = 24
LEAST_WORDS = 2  # of a line that tells a title and a name
Spans = tuple[tuple[int, int], ...]


def listed(passage: Passage, start: int, end: int) -> Spans:
    """The names of a list, divided by marks or by layout spaces."""
    words = [names_in(passage.text, *word) for word in passage.words(start, end)]
    if len(words) > 1 and all(words):
        return tuple(name for names in words for name in names)
    return names_in(passage.text, start, end)


def sentence_of(text: str, start: int, over_lines: bool) -> int:
    """Where the sentence at hand begins; `over_lines`: one that goes on in the next line after a semicolon, as lists of those elected do."""
    last = max(text.rfind("。", 0, start), text.rfind("\n", 0, start))
    while over_lines and last > 0 and text[last] == "\n" and text[last - 1] == ";":
        last = max(text.rfind("。", 0, last), text.rfind("\n", 0, last))
    return last


def committee_elected(text: str, start: int, end: int) -> Office | None:
    """选举产生了县文联第一届委员会委员5名: the committee whose 主席 and 秘书长 the next sentence names bare."""
    match = ELECTED.search(text, start, end) or MEETS.search(text, start, end)
    kind = kind_of_body(match["body"]) if match else None
    if match is None or kind is None:
        return None
    left, right = match.span("body")
    return Office(left, right, match["body"], kind, "", left, left)


def heading_of(passage: Passage, start: int, end: int) -> Office | None:
    """市人民政府 on a line of its own above 市长:… 副市长:… as an office without a post."""
    text = passage.text
    alone = end - start <= LONGEST_HEADING and text[max(0, start - 1) : start] in {"", "\n"}
    kind = kind_of_body(text[start:end]) if alone else None
    if kind is None or glued_row(text, start, end) is not None:
        return None  # 县水利局局长田庭: a row whose name ends as the name of a court does
    return Office(start, end, text[start:end], kind, "", start, start)


def title_above_names(passage: Passage, start: int, end: int) -> list[Office]:
    """云溪省人民政府副省长 on a line of its own above the names of those elected; empty if it is none."""
    text = passage.text
    if not text.startswith("\n", end):
        return []
    stop = text.find("\n", end + 1)
    below = listed(passage, end + 1, stop if stop > 0 else len(text))
    return offices(text, start, end) if below and not any(offices(text, *name) for name in below) else []


class Row(NamedTuple):
    """A title, those who take it or leave it, and where a remark on them begins (the end of the line if there is none)."""

    title: list[Office]
    names: Spans
    remark: int


def title_then_names(passage: Passage, start: int, end: int) -> Row | None:
    """洛河市人民政府副市长　召雨　昌黎明: a title, then names, divided by layout space alone; a remark may follow: 试用期一年.

    The title may be divided itself: 县财政局　局长　孙胜.
    """
    text, words = passage.text, passage.words(start, end)
    if len(words) < LEAST_WORDS or is_person_name(text[slice(*words[0])]):
        return None
    for behind in range(1, len(words)):
        held = offices(text, start, words[behind - 1][1])
        last = next((i for i in range(behind, len(words)) if REMARK.match(text, *words[i])), len(words))
        names = listed(passage, words[behind][0], words[last - 1][1]) if held and last > behind else ()
        if names:
            remark = words[last][0] if last < len(words) else end
            return None if any(offices(text, *name) for name in names) else Row(held, names, remark)
    return None
