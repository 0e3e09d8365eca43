import re

import pytest

from graph.projection.schema import EDGES, KEYWORDS, MARK, NODES, OWN, constraints

NAMES = sorted(
    {*NODES, *EDGES, MARK, *OWN}
    | {kind for node in NODES.values() for kind in node.kinds}
    | {name for kinds in (NODES, EDGES) for one in kinds.values() for name in one.properties}
)


@pytest.mark.parametrize("name", NAMES)
def test_names_are_ascii_words(name: str) -> None:
    assert re.fullmatch(r"[A-Za-z_]+", name)


def test_no_property_is_a_keyword_or_has_a_meaning_of_its_own_in_a_store() -> None:
    used = {name for node in NODES.values() for name in node.properties}
    used |= {name for edge in EDGES.values() for name in edge.properties} | {*OWN}
    assert not used & KEYWORDS


def test_every_node_has_a_name() -> None:
    assert all("name" in node.properties for node in NODES.values())


def test_ends_are_labels() -> None:
    assert all(label in NODES for edge in EDGES.values() for ends in edge.ends for label in ends)


def test_there_is_a_constraint_for_each_label_and_type() -> None:
    assert len(constraints()) == len(NODES) + 1 + len(EDGES)
