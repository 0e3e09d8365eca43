"""The card of the cues of a document: every number adds up, and a reason without a word is still shown."""

import pytest

from dashboards.parts.balance import balance_card
from dashboards.texts import aside_word
from graph.keeping.sources import Ended

CUES = (
    Ended("leads", "fact", None, 40), Ended("leads", "aside", "general", 3), Ended("leads", "doubt", "unread", 2),
    Ended("cites", "aside", "no_document", 7),
)  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_rows_hold_every_cue(language: str) -> None:
    (card,) = balance_card(CUES, language)
    rows = next(block for block in card["blocks"] if block["is"] == "table")["rows"]
    numbers = [int(cell[0]) for row in rows for cell in row["cells"][1:] if cell != ["—"]]
    assert sum(numbers) == sum(one.count for one in CUES)
    assert len(rows) == len({one.relation for one in CUES})


def test_what_nobody_counted_is_not_drawn() -> None:
    assert balance_card((), "zh") == []


def test_a_reason_has_a_word() -> None:
    assert aside_word("nobody_named", "zh") == "没有点名"
    assert aside_word("of_another_version", "zh") == "of_another_version"
