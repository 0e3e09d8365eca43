"""A tenure on a timeline: what is drawn solid, hatched, dotted, and what is said beside it."""

from datetime import date
from typing import Any

import pytest

from dashboards.parts.timeline import Scale, aged, marks_of, said_of, scale_of, timeline

SCALE = Scale(date(2020, 1, 1), date(2024, 1, 1))


def tenure(**given: Any) -> dict[str, Any]:
    names = ("from_earliest", "from_latest", "to_earliest", "to_latest", "first_seen", "last_confirmed", "end_basis")
    return dict.fromkeys(names) | {name: date.fromisoformat(v) if v and v[0] == "2" else v for name, v in given.items()}


APPOINTED = tenure(from_earliest="2022-06-13", from_latest="2022-06-13", last_confirmed="2022-06-13")
REMOVED = tenure(from_latest="2022-04-11", to_earliest="2022-05-20", to_latest="2022-05-20", end_basis="dismissal")
SEEN = tenure(first_seen="2021-03-01", from_latest="2021-03-01", last_confirmed="2021-03-01")
FOLLOWED = tenure(
    from_earliest="2021-01-01",
    from_latest="2021-01-01",
    to_earliest="2021-06-01",
    to_latest="2022-01-01",
    end_basis="successor",
)


@pytest.mark.parametrize(
    ("row", "shapes"),
    [
        (APPOINTED, ["open", "starts"]),
        (REMOVED, ["before", "certain", "ends"]),
        (SEEN, ["before", "open", "seen"]),
        (FOLLOWED, ["certain", "possible", "starts"]),
    ],
)
def test_only_what_is_proven_is_solid(row: dict[str, Any], shapes: list[str]) -> None:
    assert [mark["shape"] for mark in marks_of(row, SCALE)] == shapes


@pytest.mark.parametrize(
    ("row", "language", "words"),
    [
        (APPOINTED, "zh", "2022-06-13 起；未见终止（最近见于 2022-06-13）"),
        (REMOVED, "zh", "何时起不详（不晚于 2022-04-11）；2022-05-20 免"),
        (FOLLOWED, "en", "since 2021-01-01; ended between 2021-06-01 and 2022-01-01"),
    ],
)
def test_the_words_say_what_is_not_known(row: dict[str, Any], language: str, words: str) -> None:
    assert said_of(row, language) == [words]


def test_a_tenure_not_seen_for_years_says_so() -> None:
    assert "3 年未再见到" in str(said_of(APPOINTED, "zh", date(2025, 8, 1))[0])


@pytest.mark.parametrize(
    ("row", "latest", "years"),
    [
        (APPOINTED, date(2022, 8, 1), 0),
        (APPOINTED, date(2024, 8, 1), 2),
        (APPOINTED, date(2031, 8, 1), 3),
        (REMOVED, date(2031, 8, 1), 0),
        (APPOINTED, None, 0),
    ],
)
def test_what_was_not_seen_for_years_is_fainter(row: dict[str, Any], latest: date | None, years: int) -> None:
    assert aged(row, latest) == years
    drawn = timeline([row], [["x"]], "zh", latest=latest)
    assert drawn is not None
    assert drawn["rows"][0]["aged"] == years


def test_all_days_lie_on_the_scale() -> None:
    rows = [APPOINTED, REMOVED, SEEN, FOLLOWED]
    scale = scale_of(rows)
    assert scale is not None
    for row in rows:
        assert all(0 <= mark["x"] <= 100 for mark in marks_of(row, scale))


def test_nothing_known_draws_nothing() -> None:
    assert timeline([tenure()], [["x"]], "zh") is None
