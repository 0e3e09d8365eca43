"""Those elected whom titles before names tell: the sentence of the election, or the one after it."""

import pytest

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str | None, str | None]
COMMITTEE = "中共安山县第五届委员会"


def facts(text: str) -> list[Fact]:
    return extract_document(document_of(text)).facts


def rows(text: str) -> list[Row]:
    return [(f.relation.value[:2], f.subject.name, f.object.name, f.role, f.date) for f in facts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # after the committee: its own posts, another organ as printed; numbers name nobody, and so do several days
        (
            f"1986年5月3日至6日，党代会召开。大会选举产生{COMMITTEE}暨纪律检查委员会。书记尹青，副书记石磊、林川，常委9人。"
            "纪委书记罗敏。\n",
            [
                ("尹青", COMMITTEE, "书记", None),
                ("石磊", COMMITTEE, "副书记", None),
                ("林川", COMMITTEE, "副书记", None),
                ("罗敏", "纪委", "书记", None),
            ],
        ),
        # a body that the list prints is that of the bare posts after it
        (
            f"大会选举产生{COMMITTEE}。县委书记尹青，副书记石磊。\n",
            [("尹青", "县委", "书记", None), ("石磊", "县委", "副书记", None)],
        ),
        # in the sentence itself, with its day
        (
            "青石乡人代会于1986年5月3日召开，选出乡长尹青，副乡长石磊（兼职）。\n",
            [("尹青", "乡人民政府", "乡长", "1986-05-03"), ("石磊", "乡人民政府", "副乡长", "1986-05-03")],
        ),
        (
            "会议选举产生县妇联第五届执委会，主席：尹青，副主席：石磊、林川。\n",
            [
                ("尹青", "县妇联第五届执委会", "主席", None),
                ("石磊", "县妇联第五届执委会", "副主席", None),
                ("林川", "县妇联第五届执委会", "副主席", None),
            ],
        ),
    ],
)
def test_titles_before_the_names_of_those_elected(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert rows(text) == [("ap", *row) for row in expected]
    assert {fact.qualifiers.mode for fact in facts(text)} == {"选举"}


@pytest.mark.parametrize("behind", ["县委书记尹青主持会议。", "县委书记尹青，县长石磊出席闭幕会。"])
def test_who_is_only_present_at_an_election_was_not_elected(behind: str) -> None:
    found = facts(f"大会选举产生{COMMITTEE}。{behind}\n")
    assert {fact.relation for fact in found} == {Relation.HOLDS}


def test_an_election_of_another_year_has_no_day_of_the_lines_above() -> None:
    """1986年5月3日,… above 1990年4月2日至4日,…选举石磊为县长."""
    text = (
        "1986年5月3日，县第九届人民代表大会第一次会议召开，选举尹青为县长。\n"
        "1990年4月2日至4日，县第十届人民代表大会第一次会议召开。选举石磊为县长。\n"
    )
    assert [row[1:] for row in rows(text)] == [
        ("尹青", "县人民政府", "县长", "1986-05-03"),
        ("石磊", "县人民政府", "县长", None),
    ]


def test_delegates_are_of_the_congress_that_they_attend() -> None:
    text = "县十七届人大三次会议选举尹青、石磊为出席云岭市第六届人民代表大会代表。\n"
    assert [row[1:4] for row in rows(text)] == [
        ("尹青", "云岭市第六届人民代表大会", "代表"),
        ("石磊", "云岭市第六届人民代表大会", "代表"),
    ]
