"""The word lists of groups and of divisions of work: each entry's example is recognised, its counterexample is not."""

import pytest

from extract.facts import Relation
from extract.formats.divisions.duties.fields import JOINT_FIELDS, NO_UNITS, UNIT_WORDS
from extract.formats.groups.names import ENDINGS
from extract.formats.groups.seats import RELATION_OF_SEAT
from extract.lexicon import WordsEntry, table

SEATS = {"lead": Relation.LEADS, "unit_lead": Relation.LEADS, "assist": Relation.ASSISTS, "member": Relation.MEMBER_OF}


@pytest.mark.parametrize("section", SEATS)
def test_seats(section: str) -> None:
    for entry in table("groups", section, WordsEntry):
        assert RELATION_OF_SEAT[entry.example] is SEATS[section]
        assert RELATION_OF_SEAT.get(entry.counterexample) is not SEATS[section]


def test_endings_of_groups() -> None:
    for entry in table("groups", "ending", WordsEntry):
        assert entry.example.endswith(ENDINGS)
        assert not entry.counterexample.endswith(ENDINGS)


def test_joint_fields() -> None:
    for entry in table("divisions", "joint_field", WordsEntry):
        assert any(word in entry.example for word in JOINT_FIELDS)
        assert not any(word in entry.counterexample for word in JOINT_FIELDS)
    assert all("和" in word for word in JOINT_FIELDS)


def test_units_among_fields() -> None:
    for entry in table("divisions", "unit_word", WordsEntry):
        assert entry.example.endswith(UNIT_WORDS)
        assert not entry.counterexample.endswith(UNIT_WORDS)
    for entry in table("divisions", "field", WordsEntry):
        assert entry.example in NO_UNITS
        assert entry.counterexample not in NO_UNITS
