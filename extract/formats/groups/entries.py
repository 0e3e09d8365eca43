"""Entries of a line of seats that say in brackets where each person works.

In:  丁昌明(办公室)　薛理云(监察室)、陈弘(监察大队)     Out: three entries
     李晓阳(财务科负责人)                            Out: holds(李晓阳, 负责人 of 财务科)
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.clean import Text
from extract.document import Document
from extract.facts import Fact, Kind, Relation
from extract.formats.groups.run_together import divided
from extract.names.bodies import is_aggregate, kind_of_body
from extract.names.marks import HAN
from extract.names.people import is_person_name, may_be_name

ENTRY = re.compile(rf"(?P<name>[{HAN}·]{{2,9}}?)\((?P<where>[{HAN}、]{{2,24}})\)[、,;。]?")
IN_CHARGE = re.compile(
    rf"""
    (?P<name>[{HAN}·]{{2,9}}?)                                       # 李晓阳
    \((?P<body>[{HAN}]{{2,20}}?)(?P<post>(?:主要)?负责人)\)[、,;。]?$   # (财务科负责人)
    """,
    re.VERBOSE,
)
RULE = "groups.titles"


def entries_of(text: Text) -> list[Text]:
    """The entries of a line in which every name has a bracket, or in which no mark divides them; else the line itself."""
    if text.text.count("(") < 2:
        return divided(text)
    parts: list[Text] = []
    position = 0
    while position < len(text):
        entry = ENTRY.match(text.text, position)
        if entry is None or not may_be_name(entry["name"]):
            return [text]
        parts.append(text.part(position, entry.end()))
        position = entry.end()
    certain = sum(is_person_name(part.text[: part.text.find("(")]) for part in parts)
    return parts if 2 * certain > len(parts) else [text]


def in_charge(document: Document, text: Text, date: str | None) -> Iterator[Fact]:
    """Who is in charge of a body that a bracket names after the one name of an entry."""
    match = IN_CHARGE.match(text.text) if "负责人)" in text.text else None
    if match is None or not is_person_name(match["name"]) or is_aggregate(match["body"]):
        return
    kind = kind_of_body(match["body"])
    if kind is not None:
        person = document.party(Kind.OFFICIAL, *text.span(*match.span("name")))
        body = document.party(kind, *text.span(*match.span("body")))
        evidence = replace(
            document.evidence(*text.span(match.start("name"), match.end("post"))),
            line=document.line_of(person.start or 0),
        )
        yield Fact(Relation.HOLDS, person, body, evidence, RULE, match["post"], date)
