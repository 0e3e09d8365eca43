"""Two districts side by side: what is one row, what stays apart, and what a graph of one district says."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from dashboards.parts.blocks import dim, link, tag, thing
from dashboards.views import compare
from dashboards.views.frame.face import Face
from dashboards.views.frame.listing import Line
from tests.dashboards.views.test_pages import page, said

LEFT, RIGHT = "420901", "420902"


class Answers:
    """A face whose statements answer from a table: statement, place → rows."""

    def __init__(self, of: Mapping[tuple[str, str], list[dict[str, Any]]]) -> None:
        self.of = of

    def rows(self, name: str, limit: int, place: str = "") -> list[dict[str, Any]]:
        return self.of.get((name, place), [])


def face(of: Mapping[tuple[str, str], list[dict[str, Any]]]) -> Face:
    return cast(Face, Answers(of))


def answers(field: str, official: str, day: date) -> dict[str, Any]:
    return {
        "field": field,
        "official": official,
        "official_key": official,
        "date": day,
        "dated": str(day),
        "ended": None,
    }


def works(name: str, *names: str, tasks: int = 1) -> dict[str, Any]:
    return {"key": name, "name": name, "names": [*names], "kind": "department", "tasks": tasks, "leads": 1}


def test_a_field_is_one_row_and_only_the_newest_statement_counts() -> None:
    of = {
        ("fields_of_place", LEFT): [
            answers("教育", "李明", date(2023, 1, 1)),
            answers("教育", "王芳", date(2021, 1, 1)),
        ],
        ("fields_of_place", RIGHT): [
            answers("教育（学前）", "赵刚", date(2022, 1, 1)),
            answers("水利", "赵刚", date(2022, 1, 1)),
        ],
    }
    compared = {
        name: [[row["official"] for row in side] for side in sides]
        for name, sides in compare.fields(face(of), LEFT, RIGHT)
    }
    assert compared == {"教育": [["李明"], ["赵刚"]], "水利": [[], ["赵刚"]]}


def test_two_who_share_a_field_on_one_day_are_both_told() -> None:
    day = date(2023, 1, 1)
    of = {
        ("fields_of_place", LEFT): [
            answers("教育", "李明", day),
            answers("教育", "王芳", day),
            answers("教育", "李明", day),
        ]
    }
    [(_, sides)] = compare.fields(face(of), LEFT, RIGHT)
    assert [row["official"] for row in sides[0]] == ["李明", "王芳"]


def test_bodies_meet_by_any_name_that_they_bear() -> None:
    of = {
        ("tasks_of_bodies", LEFT): [
            works("区发展和改革局", "区发展和改革局", "区发改局|2020-01-01|2021-01-01"),
            works("区水务局"),
        ],
        ("tasks_of_bodies", RIGHT): [works("区发改局"), works("区教育局")],
    }
    compared = [(name, [len(side) for side in sides]) for name, sides in compare.bodies(face(of), LEFT, RIGHT)]
    assert compared == [
        ("区发展和改革局", [1, 1]),
        ("区水务局", [1, 0]),
        ("区教育局", [0, 1]),
    ]  # what both have comes first


def test_texts_meet_by_their_keys_and_not_by_their_names() -> None:
    def rests(key: str) -> dict[str, Any]:
        return {"key": key, "name": "养老服务条例", "items": 2}

    of = {("texts_of_place", LEFT): [rests("CN-1")], ("texts_of_place", RIGHT): [rests("CN-1"), rests("420902-1")]}
    compared = [(name, [len(side) for side in sides]) for name, sides in compare.texts(face(of), LEFT, RIGHT)]
    assert compared == [("养老服务条例", [1, 1]), ("养老服务条例", [0, 1])]


def test_a_graph_of_one_district_says_that_there_is_nothing_to_compare(small_graph_url: str) -> None:
    test = page("compare", small_graph_url, "zh")
    assert "只有一个地区" in said(test)
    assert json.loads(test.session_state["drawn"])[0]["is"] == "empty"


def test_a_file_holds_the_words_of_each_cell_and_which_of_the_two_has_it() -> None:
    line = Line(
        [
            [link("教育", "find?words=教育")],
            [thing("李明", "official", "a-1"), " 2023-01-01", " ", tag("已调整", "plain")],
            [dim("—")],
        ],
        {"side": "只有云河区"},
    )
    assert compare.written([line]) == [["教育", "李明 2023-01-01 已调整", "", "只有云河区"]]
