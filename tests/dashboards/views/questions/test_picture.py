"""The way between two nodes of a picture; what an address says of hidden and pinned nodes comes back as it was."""

import pytest

from dashboards.parts.network import EdgeDrawn, NodeDrawn, picture
from dashboards.views.frame.address import Address
from dashboards.views.questions.picture import way_between

NODES = {key: NodeDrawn(key, f"{key}局", "department") for key in "abcdx"}


def edge(one: str, two: str) -> EdgeDrawn:
    return EdgeDrawn(f"{one}{two}", NODES[one], NODES[two], "牵头", f"{one}{two}")


DRAWN = picture([edge("a", "b"), edge("c", "b"), edge("c", "d"), edge("a", "x"), edge("x", "d")])


@pytest.mark.parametrize(
    ("ends", "way"),
    [
        (("a", "d"), ["ax", "xd"]),
        (("b", "d"), ["cb", "cd"]),
        (("a", "a"), []),
        (("a", "gone"), []),
        (("a",), []),
    ],
)
def test_the_shortest_way_whichever_way_edges_point(ends: tuple[str, ...], way: list[str]) -> None:
    assert way_between(DRAWN, ends) == way


def test_an_address_keeps_what_is_hidden_pinned_filtered_and_the_way() -> None:
    view = Address("changes", hidden=("a",), pinned=("b",), way=("c", "d"), off=("relation:任命",), sort="-dated")
    line = {name: [value] if isinstance(value, str) else value for name, value in view.parameters("zh").items()}
    assert Address.read(line, ["changes"]) == view


def test_a_way_begins_ends_and_is_taken_back() -> None:
    view = Address("changes").with_way("a")
    assert view.way == ("a",)
    assert view.with_way("b").way == ("a", "b")
    assert view.with_way("b").with_way("c").way == ("c",)
    assert view.with_way("a").way == ()


@pytest.mark.parametrize("name", ["hidden", "pinned"])
def test_hidden_and_pinned_are_turned(name: str) -> None:
    view = Address("changes").toggled(name, "a")
    assert getattr(view, name) == ("a",)
    assert getattr(view.toggled(name, "a"), name) == ()
