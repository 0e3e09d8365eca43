"""Pairs of bodies from their parts in items: several prints are one task, streets only where asked, places never joined."""

from hypothesis import given
from hypothesis import strategies as st

from dashboards.views.frame.pairs import pairs_of

KINDS = {"a": "department", "b": "department", "c": "street", "d": "department"}
PLACES = {"a": "临江", "b": "临江", "c": "临江", "d": "安山"}
BODIES = {
    key: {"key": key, "name": f"{key}局", "names": [], "kind": kind, "place": PLACES[key]}
    for key, kind in KINDS.items()
}


def role(item: str, task: str, body: str, leads: int) -> dict[str, object]:
    return {"item": item, "task": task, "body": body, "leads": leads}


def counts(
    rows: list[dict[str, object]], place: str = "", *, streets: bool = True
) -> dict[tuple[object, object], tuple[object, object]]:
    found = pairs_of(rows, BODIES, place, streets=streets, most=100)
    return {(row["key"], row["other_key"]): (row["items"], row["both_lead"]) for row in found}


def test_two_prints_of_a_task_are_one() -> None:
    rows = [role("i1", "t", "a", 1), role("i1", "t", "b", 0), role("i2", "t", "a", 1), role("i2", "t", "b", 1)]
    assert counts(rows) == {("a", "b"): (1, 1)}


def test_bodies_of_two_prints_share_nothing() -> None:
    assert counts([role("i1", "t", "a", 1), role("i2", "t", "b", 1)]) == {}


def test_streets_come_only_where_asked() -> None:
    rows = [role("i", "t", "a", 1), role("i", "t", "c", 1)]
    assert counts(rows, streets=False) == {}
    assert counts(rows) == {("a", "c"): (1, 1)}


def test_a_place_has_its_own_pairs() -> None:
    rows = [role("i", "t", "a", 1), role("i", "t", "b", 0), role("j", "u", "a", 0), role("j", "u", "d", 0)]
    assert counts(rows, "安山") == {}
    assert counts(rows, "临江") == {("a", "b"): (1, 0), ("a", "d"): (1, 0)}


roles = st.lists(
    st.builds(role, st.sampled_from("ijk"), st.just("t"), st.sampled_from("abcd"), st.integers(0, 1)), max_size=12,
    unique_by=lambda row: (row["item"], row["body"]),
)  # fmt: skip


@given(roles)
def test_the_order_of_rows_says_nothing(rows: list[dict[str, object]]) -> None:
    assert counts(rows) == counts(list(reversed(rows)))
    assert all(both <= items for items, both in counts(rows).values())  # type: ignore[operator]
