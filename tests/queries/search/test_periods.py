"""The time that typed words name."""

from datetime import date

import pytest

from queries.search.periods import Period, period_of, without_period


@pytest.mark.parametrize(
    ("typed", "first", "last", "relation"),
    [
        ("2021年春谁被免职", (2021, 3, 1), (2021, 5, 31), "dismissed"),
        ("2022年5月", (2022, 5, 1), (2022, 5, 31), None),
        ("2022-05", (2022, 5, 1), (2022, 5, 31), None),
        ("2024年2月任命", (2024, 2, 1), (2024, 2, 29), "appointed"),
        ("2022年5月11日", (2022, 5, 11), (2022, 5, 11), None),
        ("2022-05-11", (2022, 5, 11), (2022, 5, 11), None),
        ("2022年二季度", (2022, 4, 1), (2022, 6, 30), None),
        ("2022年上半年", (2022, 1, 1), (2022, 6, 30), None),
        ("2021年冬", (2021, 12, 1), (2022, 2, 28), None),
        ("2023", (2023, 1, 1), (2023, 12, 31), None),
    ],
)
def test_a_time_is_read(
    typed: str, first: tuple[int, int, int], last: tuple[int, int, int], relation: str | None
) -> None:
    assert period_of(typed) == Period(date(*first), date(*last), relation)


@pytest.mark.parametrize(
    "typed", ["养老", "1.5万人", "云政办〔2022〕5号", "石桥办(2021)3号", "2022年2月30日", "3022年", ""]
)
def test_what_names_no_time(typed: str) -> None:
    assert period_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("2020年区长是谁", "区长是谁"),
        ("2022年5月11日 任命", "任命"),
        ("养老", "养老"),
        ("云政办〔2022〕5号", "云政办〔2022〕5号"),
        ("2023", ""),
    ],
)
def test_the_words_without_the_time_that_they_name(typed: str, rest: str) -> None:
    assert without_period(typed) == rest
