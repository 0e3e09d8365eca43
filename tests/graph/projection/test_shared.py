"""What several jurisdictions say of one thing, put together: the same in whatever order they say it."""

import itertools
from datetime import date

import pytest

from graph.projection.elements import Edge, Node, NodeRef
from graph.projection.shared import edge_of_one_document, of_one_document, one_edge, one_node

LAW = [
    Node("Policy", "CN-1", "420105", {"name": "森林法", "names": ("森林法",), "members": ("b",), "status": "unknown", "score": 1.0}),
    Node("Policy", "CN-1", "420117", {"name": "中华人民共和国森林法", "names": ("中华人民共和国森林法",), "members": ("a",), "status": "repealed", "why": "one", "score": 0.9}),
    Node("Policy", "CN-1", "430102", {"name": "森林法", "names": ("森林法",), "members": ("c",), "status": "in force", "dated": date(2020, 7, 1), "dated_text": "2020-07-01", "score": 1.0}),
]  # fmt: skip
BUREAU = [
    Node("Organization", "420100-2", "420105", {"name": "市财政局", "names": ("市财政局",), "names_first_seen": ("2021-05",), "names_last_seen": ("2022",), "homonym": False, "phone": "1"}, "Department"),
    Node("Organization", "420100-2", "420100", {"name": "财政局", "names": ("市财政局", "财政局"), "names_first_seen": ("2019", ""), "names_last_seen": ("2020", ""), "homonym": True, "phone": "2; 1"}, "Department"),
    Node("Organization", "420100-2", "420117", {"name": "安山市财政局", "names": ("安山市财政局",), "names_first_seen": ("",), "names_last_seen": ("",), "homonym": False}, "Department"),
]  # fmt: skip


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_what_is_said_does_not_matter(order: tuple[int, ...]) -> None:
    law = one_node(LAW[number] for number in order)
    assert law.scope == "420105"
    assert law.properties == {
        "name": "中华人民共和国森林法",
        "names": ("中华人民共和国森林法", "森林法"),
        "members": ("a", "b", "c"),
        "status": "repealed",
        "why": "one",
        "dated": date(2020, 7, 1),
        "dated_text": "2020-07-01",
        "score": 0.9,
    }
    bureau = one_node(BUREAU[number] for number in order)
    assert (bureau.scope, bureau.kind) == ("420100", "Department")
    assert bureau.properties == {
        "name": "财政局",  # as its own city's documents call it
        "names": ("安山市财政局", "市财政局", "财政局"),
        "names_first_seen": ("", "2019", ""),
        "names_last_seen": ("", "2022", ""),
        "homonym": True,
        "phone": "1; 2",
    }


def test_what_one_says_alone_is_left_as_it_is() -> None:
    assert one_node([LAW[1]]) is LAW[1]


def test_relationships_are_one_of_the_first() -> None:
    ends = NodeRef("Organization", "o"), NodeRef("Jurisdiction", "420100")
    several = [Edge("WITHIN", "k", *ends, scope, {}) for scope in ("420117", "420105")]
    assert one_edge(several) == one_edge(reversed(several)) == several[1]


@pytest.mark.parametrize(
    ("label", "key", "own"),
    [
        ("Item", "ab:i1-2", True),
        ("Finding", "doubt:00ff", True),
        ("Finding", "conflict:two_leads:00ff+11ee", True),
        ("Finding", "conflict:two_holders:a>b>局长#0+c>b>局长#0", False),
        ("Finding", "homonym:official:420117:张明", False),
        ("Organization", "420117-0a", False),
        ("Post", "420117-0a/局长", False),
    ],
)
def test_what_is_of_one_document(label: str, key: str, own: bool) -> None:
    assert of_one_document(label, key) is own


@pytest.mark.parametrize(
    ("kind", "key", "start", "own"),
    [
        ("LEADS", "00ff", "Organization", True),
        ("PART_OF", "00ff", "Organization", True),
        ("PART_OF", "part:a>b", "Organization", False),
        ("WITHIN", "a>b", "Item", True),
        ("WITHIN", "a>b", "Organization", False),
        ("HOLDS", "a>b>局长#0", "Official", False),
        ("OF", "a>b", "Post", False),
    ],
)
def test_which_relationships_are_of_one_document(kind: str, key: str, start: str, own: bool) -> None:
    assert edge_of_one_document(kind, key, NodeRef(start, "x")) is own
