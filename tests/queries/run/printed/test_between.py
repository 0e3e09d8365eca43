"""Figures under other names between figures of one name."""

from typing import Any

import pytest

from queries.run.printed.between import between

Run = list[tuple[str, int, str]]


def figures(of: str, run: Run) -> list[dict[str, Any]]:
    return [
        {"figure": f"{of}{place}", "subject": subject, "quantity": str(amount), "amount": float(amount), "unit": unit}
        for place, (subject, amount, unit) in enumerate(run)
    ]


def pair(run: Run, other: Run, at: int, there: int) -> dict[str, Any]:
    one, two = figures("a", run), figures("b", other)
    return {
        "subject": run[at][0],
        "other_subject": None,
        "quantity": one[at]["quantity"],
        "other_quantity": two[there]["quantity"],
        "unit": run[at][2],
        "agrees": "agrees" if run[at][1] == other[there][1] else "differs",
        "figure_key": f"a{at}",
        "other_key": f"b{there}",
        "run": one,
        "other_run": two,
    }


HERE: Run = [("收到申请", 90, "件"), ("通过", 70, "件"), ("不予通过", 12, "件"), ("撤回", 8, "件")]
THERE: Run = [("收到申请", 95, "件"), ("审核通过", 71, "件"), ("驳回", 12, "件"), ("撤回", 8, "件")]


def said(rows: list[dict[str, Any]]) -> list[tuple[str, str | None, str]]:
    return [(row["subject"], row["other_subject"], row["agrees"]) for row in rows]


@pytest.mark.parametrize(
    ("agrees", "expected"),
    [
        (
            "",
            [
                ("收到申请", None, "differs"),
                ("通过", "审核通过", "differs, other name"),
                ("不予通过", "驳回", "agrees, other name"),
                ("撤回", None, "agrees"),
            ],
        ),
        ("differs", [("收到申请", None, "differs"), ("通过", "审核通过", "differs, other name")]),
        ("agrees", [("不予通过", "驳回", "agrees, other name"), ("撤回", None, "agrees")]),
    ],
)
def test_as_many_between_two_of_one_name_are_laid_side_by_side(
    agrees: str, expected: list[tuple[str, str | None, str]]
) -> None:
    rows = [pair(HERE, THERE, 0, 0), pair(HERE, THERE, 3, 3)]
    assert said(between(rows, {"agrees": agrees})) == expected


@pytest.mark.parametrize(
    "other",
    [
        [THERE[0], THERE[1], THERE[3]],  # one fewer between
        [THERE[0], ("审核通过", 71, "户"), THERE[2], THERE[3]],  # of another unit
        THERE[:3],  # no pair of one name behind
    ],
)
def test_nothing_is_laid_beside_what_does_not_stand_alike(other: Run) -> None:
    rows = [pair(HERE, other, 0, 0)]
    assert said(between(rows, {"agrees": ""})) == [("收到申请", None, "differs")]
