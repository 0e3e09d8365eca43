from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from extract.wording.reasons import as_written
from graph.identity.merging import Merge, joined

NODES = [f"n{number}" for number in range(8)]
PAIRS = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=14)


def merges_of(pairs: list[tuple[str, str]]) -> list[Merge]:
    return [Merge(left, right, 0.9, as_written(f"{left} {right}")) for left, right in pairs if left != right]


def naive(pairs: list[tuple[str, str]]) -> set[frozenset[str]]:
    groups = [{node} for node in NODES]
    for left, right in pairs:
        one = next(group for group in groups if left in group)
        other = next(group for group in groups if right in group)
        if one is not other:
            groups = [group for group in groups if group is not one and group is not other]
            groups.append(one | other)
    return {frozenset(group) for group in groups}


@given(PAIRS)
def test_groups_equal_a_naive_union_find(pairs: list[tuple[str, str]]) -> None:
    groups, refused = joined(NODES, merges_of(pairs))
    assert {frozenset(group.nodes) for group in groups} == naive(pairs)
    assert refused == []


@given(PAIRS, PAIRS, st.randoms())
def test_order_changes_nothing_and_barred_pairs_stay_apart(
    pairs: list[tuple[str, str]], apart: list[tuple[str, str]], random: object
) -> None:
    merges = merges_of(pairs)
    groups, refused = joined(NODES, merges, apart)
    shuffled = list(merges)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert joined(list(reversed(NODES)), shuffled, list(reversed(apart))) == (groups, refused)
    for group in groups:
        assert not any(set(pair) <= set(group.nodes) for pair in apart if pair[0] != pair[1])


def test_the_stronger_merge_wins_where_both_cannot_be() -> None:
    weak, strong = Merge("a", "b", 0.9, as_written("weak")), Merge("b", "c", 0.95, as_written("strong"))
    for order in permutations([weak, strong]):
        groups, refused = joined(["a", "b", "c"], order, [("a", "c")])
        assert [group.nodes for group in groups] == [("a",), ("b", "c")]
        assert refused == [weak]


def test_a_group_bears_one_mark_alone() -> None:
    merges = [Merge("title", "n1", 0.9, as_written("")), Merge("title", "n2", 0.8, as_written(""))]
    groups, refused = joined(["title", "n1", "n2"], merges, only_one={"n1": "1号", "n2": "2号"})
    assert [group.nodes for group in groups] == [("n1", "title"), ("n2",)]
    assert refused == [merges[1]]
