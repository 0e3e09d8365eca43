"""The network of items and who answers for them: who mostly leads at the left, no item without its actors, and what is cut is said."""

from datetime import date
from typing import Any

from dashboards.parts.items import Item, items_of
from dashboards.parts.ties import MOST_ITEMS, MOST_NODES, item_network


def row(item: str, who: str, relation: str = "leads", kind: str = "department") -> dict[str, Any]:
    return {
        "item": item, "task": item, "text": f"修缮{item}", "dated": date(2031, 3, 1), "who": who, "who_kind": kind,
        "who_key": f"9/{who}", "role": None, "relation": relation, "fact_id": f"{item}{who}",
    }  # fmt: skip


def network(rows: list[dict[str, Any]]) -> dict[str, Any]:
    drawn = item_network(items_of(rows), "渡口", "zh", None)
    assert drawn is not None
    return drawn


def test_who_mostly_leads_stands_left_and_the_rest_right() -> None:
    rows = [row("桥", "县交通局"), row("桥", "县财政局", "assists"), row("路", "县财政局"), row("路", "丁岚", kind="official"),
            row("塘", "县财政局", "assists")]  # fmt: skip
    left, middle, right = ([node["label"].strip("①②③ ") for node in column] for column in network(rows)["columns"])
    assert left == ["县交通局"]
    assert middle == ["修缮桥", "修缮路", "修缮塘"]
    assert sorted(right) == ["丁岚", "县财政局"]


def test_each_role_is_one_edge_to_its_item() -> None:
    rows = [row("桥", "县交通局"), row("桥", "县财政局", "assists"), row("桥", "丁岚", kind="official")]
    edges = {(edge["from"], edge["to"], edge["role"]) for edge in network(rows)["edges"]}
    assert edges == {
        ("9/县交通局", "桥", "leads"),
        ("9/县财政局", "桥", "assists"),
        ("9/丁岚", "桥", "oversees"),
    }


def test_what_is_cut_is_said_and_those_with_most_tasks_stay() -> None:
    rows = [row(f"段{number}", f"第{number}组") for number in range(90)]
    rows += [row(f"段{number}", "县水利局", "assists") for number in range(90)]
    drawn = network(rows)
    shown = [node["title"] for column in drawn["columns"] for node in column]
    assert len(shown) <= MOST_NODES
    assert len(drawn["columns"][1]) == MOST_ITEMS
    assert "县水利局" in shown
    assert drawn["limit"] is not None


def test_items_that_nobody_answers_for_make_no_network() -> None:
    assert item_network([Item("桥", "桥", "修缮桥", {"dated": None})], "渡口", "zh", None) is None


def test_of_a_pair_the_second_stands_right() -> None:
    rows = [row("桥", "县交通局"), row("桥", "县财政局")]
    drawn = item_network(items_of(rows), "渡口", "zh", None, "", ("9/县财政局",))
    assert drawn is not None
    assert [[node["title"] for node in drawn["columns"][place]] for place in (0, 2)] == [["县交通局"], ["县财政局"]]
