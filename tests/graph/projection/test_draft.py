"""The differences between projections, applied to a plain dictionary that keeps a store's rules."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.projection.draft import Draft, Projection, differences
from graph.projection.elements import Difference, Edge, EdgeRef, Held, Node, NodeRef
from graph.projection.project import project
from tests.graph.small_facts import corpus

DOCS = ("a.txt", "b.txt", "c.txt")


class Shelf:
    """Holds what was applied: an edge needs both ends, a node with edges is not taken away, a key is there once."""

    def __init__(self) -> None:
        self.nodes: dict[NodeRef, Node] = {}
        self.edges: dict[EdgeRef, Edge] = {}

    def held(self) -> Mapping[str, Held]:
        scopes = {n.scope for n in self.nodes.values()} | {e.scope for e in self.edges.values()}
        return {
            scope: Held(
                {ref: n.digest for ref, n in self.nodes.items() if n.scope == scope},
                {ref: e.digest for ref, e in self.edges.items() if e.scope == scope},
            )
            for scope in scopes
        }

    def apply(self, difference: Difference) -> None:
        for edge_ref in difference.gone_edges:
            self.edges.pop(edge_ref, None)
        self.nodes |= {node.ref: node for node in difference.nodes}
        for edge in difference.edges:
            assert edge.start in self.nodes, "an edge lacks its start"
            assert edge.end in self.nodes, "an edge lacks its end"
            twin = [ref for ref in self.edges if (ref.type, ref.key) == (edge.type, edge.key) and ref != edge.ref]
            assert not twin, "a key is there twice"
            self.edges[edge.ref] = edge
        used = {end for ref in self.edges for end in (ref.start, ref.end)}
        for node_ref in difference.gone_nodes:
            if node_ref not in used:
                self.nodes.pop(node_ref, None)

    def become(self, projection: Projection) -> int:
        nothing = Held({}, {})
        applied = differences(projection, dict.fromkeys(projection.scopes(), nothing) | dict(self.held()))
        last = [Difference(one.scope, gone_nodes=one.gone_nodes) for one in applied]  # what others still held on to
        for difference in (*applied, *last):
            self.apply(difference)
        return len(applied)

    def content(self) -> dict[object, str]:
        return {ref: n.digest for ref, n in self.nodes.items()} | {ref: e.digest for ref, e in self.edges.items()}


def projection(*docs: str) -> Projection:
    return project(corpus(*docs)).projection if docs else Projection((), ())


def content(some: Projection) -> dict[object, str]:
    return {n.ref: n.digest for n in some.nodes} | {e.ref: e.digest for e in some.edges}


PROJECTIONS = {
    frozenset(docs): projection(*docs)
    for docs in [(), *((d,) for d in DOCS), *((a, b) for a in DOCS for b in DOCS if a < b), DOCS]
}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.frozensets(st.sampled_from(DOCS)), min_size=1, max_size=4))
def test_whatever_stood_there_the_store_becomes_the_projection(steps: list[frozenset[str]]) -> None:
    shelf = Shelf()
    for docs in steps:
        shelf.become(PROJECTIONS[docs])
        assert shelf.content() == content(PROJECTIONS[docs])


def test_two_projections_with_the_same_digests_are_the_same() -> None:
    whole = PROJECTIONS[frozenset(DOCS)]
    assert whole.digests() == projection(*DOCS).digests()
    assert set(whole.digests()) == {"420105", "420117"}
    assert whole.digests() != PROJECTIONS[frozenset({"a.txt", "c.txt"})].digests()


def test_scopes_that_are_not_asked_for_are_left_alone() -> None:
    shelf = Shelf()
    shelf.become(PROJECTIONS[frozenset({"a.txt", "c.txt"})])
    part = {"420117": shelf.held()["420117"]}
    applied = differences(PROJECTIONS[frozenset(DOCS)], part)
    assert [difference.scope for difference in applied] == ["420117"]
    assert not [ref for d in applied for ref in d.gone_nodes if ref in shelf.held()["420105"].nodes]


def test_building_twice_changes_nothing() -> None:
    shelf = Shelf()
    assert shelf.become(PROJECTIONS[frozenset(DOCS)]) == 2  # two jurisdictions, two transactions
    assert shelf.become(PROJECTIONS[frozenset(DOCS)]) == 0


def test_a_crash_between_two_jurisdictions_is_completed_by_the_next_build() -> None:
    shelf = Shelf()
    shelf.become(PROJECTIONS[frozenset({"a.txt"})])
    after = PROJECTIONS[frozenset(DOCS)]
    shelf.apply(differences(after, {"420105": Held({}, {})} | dict(shelf.held()))[0])
    shelf.become(after)
    assert shelf.content() == content(after)


def test_an_edge_whose_end_is_another_now_goes_before_it_comes() -> None:
    def drawn(end: str) -> Projection:
        draft = Draft()
        one, other = draft.node("Official", "a", "1", {"name": "a"}), draft.node("Official", end, "1", {"name": end})
        draft.edge("COVERS", one, other, "1", {}, "f1")
        return draft.finish()

    shelf = Shelf()
    shelf.become(drawn("b"))
    shelf.become(drawn("c"))
    assert [ref.end.key for ref in shelf.edges] == ["c"]


def test_an_edge_that_changes_goes_before_it_comes() -> None:
    def drawn(**properties: str) -> Projection:
        draft = Draft()
        one, other = draft.node("Official", "a", "1", {"name": "a"}), draft.node("Official", "b", "1", {"name": "b"})
        draft.edge("COVERS", one, other, "1", properties, "f1")
        return draft.finish()

    before, after = drawn(role="协助", quote="甲协助乙"), drawn(role="协助")
    held = Held({node.ref: node.digest for node in before.nodes}, {edge.ref: edge.digest for edge in before.edges})
    [difference] = differences(after, {"1": held})
    assert difference.gone_edges == (after.edges[0].ref,)
    assert difference.edges == after.edges


def test_what_two_jurisdictions_put_in_is_one_thing_of_the_first() -> None:
    draft = Draft()
    for scope in ("420117", "420105"):
        start, end = (
            draft.node("Post", "p", scope, {"name": "p"}),
            draft.node("Organization", "o", scope, {"name": "o"}),
        )
        draft.edge("OF", start, end, scope)
    drawn = draft.finish()
    assert {element.scope for element in drawn.nodes} == {"420105"}
    assert [edge.scope for edge in drawn.edges] == ["420105"]


def test_an_edge_that_the_schema_does_not_know_is_refused() -> None:
    draft = Draft()
    one = draft.node("Place", "a", "1", {"name": "a"})
    with pytest.raises(ValueError, match="OF from Place to Place"):
        draft.edge("OF", one, one, "1")


def test_an_edge_without_its_end_is_refused() -> None:
    draft = Draft()
    one = draft.node("Post", "a", "1", {"name": "a"})
    draft.edge("OF", one, NodeRef("Organization", "missing"), "1")
    with pytest.raises(ValueError, match="lacks an end"):
        draft.finish()
