import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.time.spans import after, agreed, bounds, days_between, term_bounds


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-04", "2022-04-01", "2022-04-30"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2022-04-25", "2022-04-25", "2022-04-25"),
    ],
)
def test_a_date_has_the_bounds_of_its_precision(printed: str, first: str, last: str) -> None:
    assert bounds(printed) == (first, last)
    assert agreed(first, last) == printed


@given(st.dates())
def test_bounds_and_agreement_undo_each_other(day: object) -> None:
    for printed in (str(day), str(day)[:7], str(day)[:4]):
        assert agreed(*bounds(printed)) == printed


def test_bounds_that_are_apart_agree_on_nothing() -> None:
    assert agreed("2022-04-01", "2022-05-12") is None
    assert agreed(None, "2022-05-12") is None


@pytest.mark.parametrize(
    ("day", "duration", "then"),
    [
        ("2022-04-25", "P1Y", "2023-04-25"),
        ("2020-02-29", "P1Y", "2021-02-28"),
        ("2021-08-31", "P6M", "2022-02-28"),
        ("2021-12-30", "P5D", "2022-01-04"),
        ("2021-12-30", "一年", None),
    ],
)
def test_a_duration_after_a_day(day: str, duration: str, then: str | None) -> None:
    assert after(day, duration) == then


def test_a_term_has_bounds_at_both_ends() -> None:
    assert term_bounds("2022-03/2023-03") == (("2022-03-01", "2022-03-31"), ("2023-03-01", "2023-03-31"))
    assert term_bounds("2022-03-01/") == (("2022-03-01", "2022-03-01"), None)


def test_days_between() -> None:
    assert days_between("2021-05-11", "2021-06-13") == 33
