from datetime import date

import pytest

from graph.export.dating import partial, partial_dates, span
from graph.projection.elements import Edge, NodeRef, Value

DAY = date(2022, 5, 11)


def edge(kind: str, **known: Value) -> Edge:
    return Edge(kind, "k", NodeRef("Official", "a"), NodeRef("Post", "b"), "1", known)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2022, 5, 11), date(2022, 5, 11), "2022-05-11"),
        (date(2022, 4, 1), date(2022, 4, 30), "2022-04"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2022, 4, 1), date(2022, 4, 29), None),
        (date(2022, 4, 1), date(2022, 5, 31), None),
        (date(2022, 1, 1), date(2023, 12, 31), None),
        (None, date(2022, 5, 11), None),
        (date(2022, 5, 11), None, None),
    ],
)
def test_a_date_is_no_more_precise_than_it_is_known(first: date | None, last: date | None, said: str | None) -> None:
    assert partial(first, last) == said


def test_a_tenure_known_only_by_its_end_has_no_beginning() -> None:
    held = edge("HOLDS", from_latest=DAY, to_earliest=DAY, to_latest=DAY)
    assert span(held) == (None, DAY)
    assert partial_dates(held) == (None, "2022-05-11")


def test_a_standing_duty_goes_by_its_validity_and_an_event_by_its_day() -> None:
    assert span(edge("LEADS", date=DAY, date_latest=DAY, valid_from=DAY)) == (DAY, None)
    assert span(edge("APPOINTED", date=DAY, date_latest=DAY)) == (DAY, DAY)
    assert span(edge("OF")) == (None, None)
