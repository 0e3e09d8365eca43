"""What a tool is given and what it gives back: checked against its schema, and short enough to be read."""

import json
from typing import Any

import pytest

from dashboards.served.arguments import checked, shortened
from queries.messages import RefusedError

SCHEMA = {
    "properties": {
        "body": {"type": "string"},
        "limit": {"type": "integer"},
        "kinds": {"type": "array"},
    },
    "required": ["body"],
}


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ({"body": "县财政局"}, {"body": "县财政局"}),
        ({"body": 2023}, {"body": "2023"}),
        ({"body": "县财政局", "limit": 5.0}, {"body": "县财政局", "limit": 5}),
        ({"body": "县财政局", "limit": "5"}, {"body": "县财政局", "limit": 5}),
        ({"body": "县财政局", "kinds": ["group"]}, {"body": "县财政局", "kinds": ["group"]}),
    ],
)
def test_arguments_of_the_stated_types_are_read(given: dict[str, Any], read: dict[str, Any]) -> None:
    assert checked("items", SCHEMA, given) == read


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, "body"),
        ({"body": ""}, "body"),
        ({"body": None}, "body"),
        ({"body": ["县财政局"]}, "body"),
        ({"body": True}, "body"),
        ({"body": "县财政局", "limit": True}, "limit"),
        ({"body": "县财政局", "limit": 1.5}, "limit"),
        ({"body": "县财政局", "limit": None}, "limit"),
        ({"body": "县财政局", "limit": "many"}, "limit"),
        ({"body": "县财政局", "kinds": "group"}, "kinds"),
        ({"body": "县财政局", "kinds": [1]}, "kinds"),
        ({"body": "县财政局", "bodies": "x"}, "bodies"),
    ],
)
def test_others_are_refused_by_name(given: dict[str, Any], named: str) -> None:
    with pytest.raises(RefusedError) as told:
        checked("items", SCHEMA, given)
    assert named in told.value.text("en")
    assert named in told.value.text("zh")


def answer(rows: int) -> dict[str, Any]:
    listed = [{"what": f"任务{number}" * 10} for number in range(rows)]
    return {"rows": listed, "count": rows, "truncated": False, "notes": []}


def test_a_long_answer_gives_its_first_rows_and_says_so() -> None:
    made = shortened(answer(100), 1_000)
    assert 0 < made["count"] == len(made["rows"]) < 100
    assert made["rows"] == answer(100)["rows"][: made["count"]]
    assert made["truncated"] is True
    assert "100" in made["notes"][-1]["en"]
    assert len(json.dumps(made["rows"], ensure_ascii=False)) <= 1_000


def test_a_short_answer_stays_as_it_is() -> None:
    assert shortened(answer(3), 1_000) == answer(3)
    assert shortened(answer(0), 10) == answer(0)


def test_one_row_that_is_too_long_is_given() -> None:
    assert shortened(answer(1), 10) == answer(1)


def test_each_answer_of_a_page_is_shortened() -> None:
    made = shortened({"answers": {"career": answer(100), "record": answer(1)}}, 2_000)
    assert made["answers"]["career"]["truncated"] is True
    assert made["answers"]["record"] == answer(1)
