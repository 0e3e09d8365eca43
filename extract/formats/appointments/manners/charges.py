"""A person put in charge of a body without a post: 林某同志主持X局工作.

In:  one part of a clause of a personnel notice
Out: one `leads` with the verb as its role; None where the part says something else (主持工作 as a remark has no body)
"""

import re

from extract.facts import Fact, Kind, Relation
from extract.formats.appointments.clauses import names_in
from extract.formats.appointments.passage import Passage
from extract.lexicon import any_of
from extract.names.bodies import kind_of_body
from extract.names.marks import HAN

CHARGE = re.compile(
    rf"""
    (?P<names>[{HAN}·]{{2,12}}?)同志(?P<verb>(?:{any_of("appointments", "for_now")})?主持)  # 某某同志临时主持
    (?P<body>[^,;。()]{{3,40}}?)的?(?:{any_of("appointments", "what_work")})?工作  # 某某某的全面工作
    """,
    re.VERBOSE,
)
Spans = tuple[tuple[int, int], ...]


def charge(passage: Passage, start: int, end: int, date: str | None) -> tuple[Spans, Fact] | None:
    """Who is put in charge, and the fact."""
    match = CHARGE.fullmatch(passage.text, start, end)
    kind = kind_of_body(match["body"]) if match else None
    names = names_in(passage.text, *match.span("names")) if match and kind else ()
    if match is None or kind is None or len(names) != 1:
        return None
    evidence = passage.evidence(names[0][0], match.end(), names[0][0])
    body = passage.party(kind, *match.span("body"))
    person = passage.party(Kind.OFFICIAL, *names[0])
    return names, Fact(Relation.LEADS, person, body, evidence, "appointments.charge", match["verb"], date)
