"""Steps on a table that Cypher cannot do."""

from datetime import date

import pytest

from queries.steps import STEPS, standing


@pytest.mark.parametrize(
    ("status", "seen", "on", "zh"),
    [
        ("ongoing", date(2019, 4, 2), date(2019, 9, 1), "未见终止（最近见于 2019-04-02）"),
        ("ongoing", date(2019, 4, 2), date(2023, 5, 1), "未见终止（最近见于 2019-04-02，4 年未再见到）"),
        ("ongoing", date(2019, 4, 2), date(2018, 1, 1), "未见终止（最近见于 2019-04-02）"),
        ("ongoing", None, None, "未见终止"),
        ("ended", date(2019, 4, 2), None, "已结束"),
        ("ended_unknown", date(2019, 4, 2), None, "已结束（日期不详）"),
    ],
)
def test_how_a_tenure_stands(status: str, seen: date | None, on: date | None, zh: str) -> None:
    assert standing(status, seen, on).text("zh") == zh


def test_the_step_says_it_beside_the_status() -> None:
    row = {"status": "ongoing", "last_confirmed": date(2022, 4, 11)}
    made = STEPS["standing"].apply(row, {"on": date(2022, 6, 1)})
    assert made is not None
    assert made["status"] == "ongoing"
    assert "tenure_no_end_since" in made["standing"]
