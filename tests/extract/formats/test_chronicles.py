"""Entries of a chronicle that open with a day alone, below the line of their month."""

import pytest

from extract.pipeline import extract_document
from extract.readers.text import document_of


def days(text: str) -> list[tuple[str, str | None]]:
    """Who was appointed, and when."""
    facts = extract_document(document_of(text)).facts
    return [(fact.subject.name, fact.date) for fact in facts if fact.relation.value == "appointed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "安山县2023年大事记\n1月\n3日 县政府召开会议。\n12日 县委决定，任命方小舟同志为县水利局局长。\n"
            "二月\n5日，任命石磊同志为县林业局局长。\n6日 任命尹青同志为县粮食局局长。\n",
            [("方小舟", "2023-01-12"), ("石磊", "2023-02-05"), ("尹青", "2023-02-06")],
        ),
        (
            "安山县大事记\n2021年\n5月\n8日 任命方小舟同志为县水利局局长。\n2022年\n9日 任命石磊同志为县林业局局长。\n",
            [("方小舟", "2021-05-08"), ("石磊", None)],  # no month is told below the next year
        ),
    ],
)
def test_the_day_of_an_entry_below_its_month(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert days(text) == expected
