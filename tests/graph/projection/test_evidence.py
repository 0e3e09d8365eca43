from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.projection.evidence import Sources, dated, day
from tests.graph.small_facts import corpus, sha_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-04-25", date(2022, 4, 25), date(2022, 4, 25)),
        ("2022-04", date(2022, 4, 1), date(2022, 4, 30)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        (None, None, None),
        ("", None, None),
        ("2022-02-30", None, None),
        ("2022-13", None, None),
        ("二〇二二", None, None),
    ],
)
def test_a_date_is_its_bounds(text: str | None, first: date | None, last: date | None) -> None:
    assert dated(text) == (first, last)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_lies_within_the_bounds_of_its_month_and_year(some: date) -> None:
    text = some.isoformat()
    assert day(text) == some
    for part in (text, text[:7], text[:4]):
        first, last = dated(part)
        assert first is not None
        assert last is not None
        assert first <= some <= last


def test_evidence_knows_its_document_notice_and_passage() -> None:
    known = corpus("a.txt")
    sources = Sources.of(known)
    place = sources.place(known.facts[0].evidence)
    assert place["document"] == sha_of("a.txt")
    assert place["notice"] == f"{sha_of('a.txt')}:0"
    assert str(place["passage"]).startswith(f"{sha_of('a.txt')}:p")
    assert sources.scope("a.txt") == "420117"
    assert sources.scope("nowhere.txt") == "unknown"
