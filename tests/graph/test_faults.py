from pathlib import Path
from typing import Any

import pytest

from bench.crashes.faults import Snapshot, rounds, state
from graph.projection.elements import Edge, Held, Node

OFFICIAL, POST = Node("Official", "甲", "420117", {"name": "甲"}), Node("Post", "局长", "420117", {"name": "局长"})
ELSEWHERE = Node("Official", "乙", "420100", {"name": "乙"})
HOLDS = Edge("HOLDS", "t1", OFFICIAL.ref, POST.ref, "420117", {})
TITLED = Edge("TITLED", "f1", OFFICIAL.ref, POST.ref, "420117", {})


def snapshot(*elements: Node | Edge) -> Snapshot:
    """What a store holds, scope by scope."""
    found: dict[str, tuple[dict[Any, str], dict[Any, str]]] = {}
    for one in elements:
        nodes, edges = found.setdefault(one.scope, ({}, {}))
        (nodes if isinstance(one, Node) else edges)[one.ref] = one.digest
    return {scope: Held(*both) for scope, both in found.items()}


BEFORE = snapshot(OFFICIAL, POST, TITLED)
AFTER = snapshot(OFFICIAL, POST, TITLED, HOLDS, ELSEWHERE)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (BEFORE, "old"),
        (AFTER, "new"),
        (snapshot(OFFICIAL, POST, TITLED, HOLDS), "between"),  # one jurisdiction is new
        (snapshot(OFFICIAL, POST, TITLED, ELSEWHERE), "between"),  # the other one
    ],
)
def test_whole_projections_are_old_new_or_between(found: Snapshot, expected: str) -> None:
    assert state(found, BEFORE, AFTER) == expected


@pytest.mark.parametrize(
    "found",
    [
        snapshot(OFFICIAL, POST),  # a relationship that stood before and stands after is lost
        snapshot(OFFICIAL, TITLED, HOLDS),  # a node is lost
        snapshot(OFFICIAL, POST, TITLED, HOLDS, Node("Post", "副局长", "420117", {})),  # one that never was
        snapshot(OFFICIAL, POST, HOLDS),  # half of the new ones
        {},
    ],
)
def test_what_is_neither_is_a_fault(found: Snapshot) -> None:
    with pytest.raises(AssertionError, match="neither the old nor the new"):
        state(found, BEFORE, AFTER)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_build_that_is_killed_leaves_whole_projections_and_is_completed_by_the_next(tmp_path: Path) -> None:
    tally = rounds(kills=5, folder=tmp_path, seed=1)
    assert tally.faults == []
    assert tally.kills > 0
