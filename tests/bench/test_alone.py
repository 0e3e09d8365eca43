"""What the bench of quality at size counts: who is one, and who held what, whatever the keys; and that it sees a difference."""

from datetime import date

from bench.scale.alone import clusters, held, tenures
from graph.parts.packed import Part
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node, NodeRef, Value


def part(code: str, person: str, others: tuple[str, ...] = (), until: date | None = None) -> Part:
    """A part in which one person, by some names, holds one post."""
    official = Node("Official", f"{code}-1", code, {"name": person, "names": (person, *others)})
    post = Node("Post", f"{code}-2/局长", code, {"name": "局长", "body": "县水利局"})
    dates: dict[str, Value] = {"from_latest": date(2021, 3, 1), "to_latest": until}
    holds = Edge("HOLDS", f"{code}#0", NodeRef("Official", f"{code}-1"), NodeRef("Post", post.key), code, dates)
    return Part(code, Projection((), ()), Projection((official, post), (holds,)), "")


def renamed(name: str) -> str:
    return name.replace("周文远", "贺知山")


def test_the_same_under_other_names_and_keys_is_the_same() -> None:
    here, true = part("110101", "贺知山"), part("420117", "周文远")
    assert clusters(here) == clusters(true, renamed)
    assert tenures(here) == tenures(true, renamed)


def test_two_names_taken_for_one_and_another_end_are_seen() -> None:
    here, true = part("110101", "贺知山", ("贺山",), date(2022, 1, 1)), part("420117", "周文远")
    assert clusters(here) != clusters(true, renamed)
    assert tenures(here) != tenures(true, renamed)
    assert held("tenures", tenures(here), tenures(true, renamed)).endswith("F1 0.0000")
