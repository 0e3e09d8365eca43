"""Tenures along the years: proven stretches, open bounds, and names that look like mark-up."""

from datetime import date
from typing import Any

import pytest

from dashboards.parts.charts import bars_of, timeline
from graph.stores.store import Store, open_store
from queries.library import find
from queries.run import ask
from tests.queries.small_graph import HOSTILE_NAME

FIRST, LAST = date(2018, 1, 1), date(2024, 1, 1)
DAY, LATER = date(2022, 4, 25), date(2023, 3, 1)
BOUNDS = ("from_earliest", "from_latest", "to_earliest", "to_latest", "last_confirmed")


@pytest.mark.parametrize(
    ("bounds", "stretches"),
    [
        # appointed and seen later: proven between, open after
        ((DAY, DAY, None, None, LATER), [(DAY, LATER, True), (LATER, LAST, False)]),
        # appointed and dismissed
        ((DAY, DAY, LATER, LATER, LATER), [(DAY, LATER, True)]),
        # only the dismissal is known
        ((None, DAY, DAY, DAY, DAY), [(DAY, DAY, True), (FIRST, DAY, False)]),
        # only one sighting is known
        ((None, DAY, None, None, DAY), [(DAY, DAY, True), (FIRST, DAY, False), (DAY, LAST, False)]),
        # nothing is known
        ((None, None, None, None, None), []),
    ],
)
def test_a_tenure_is_drawn_as_far_as_it_is_known(
    bounds: tuple[date | None, ...], stretches: list[tuple[date, date, bool]]
) -> None:
    row: dict[str, Any] = dict(zip(BOUNDS, bounds, strict=True)) | {"since": None, "until": None}
    assert [(bar.begin, bar.finish, bar.proven) for bar in bars_of(row, "x", FIRST, LAST)] == stretches


@pytest.fixture
def opened(small_graph_url: str) -> Store:
    return open_store(small_graph_url)


def test_each_tenure_has_a_row_and_names_are_data(opened: Store) -> None:
    table = ask(opened, find("career"), {"official": HOSTILE_NAME})
    drawn = timeline(table, "zh", on=DAY)
    assert drawn is not None
    assert (drawn.shown, drawn.left_out) == (len(table.rows), 0)
    said = str(drawn.chart.to_dict())
    assert HOSTILE_NAME in said


def test_an_empty_answer_draws_nothing(opened: Store) -> None:
    assert timeline(ask(opened, find("who_holds"), {"body": "柳湾街道办事处", "on": "2022-06-01"}), "zh") is None
