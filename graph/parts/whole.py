"""The graph of all parts, one after another: for the import tool of a server, and for whoever reads it whole.

In:  a workspace, whose parts are made where they must be. Out: its nodes and relationships, and the marks by which the next build sees that a
     store which holds them lacks nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from extract.workers import Workers
from graph.parts.applying import Watch, of_any_store, unwatched
from graph.parts.bring import made
from graph.parts.index import Index, open_index
from graph.parts.making import stored_or_made
from graph.parts.planning import Plan
from graph.projection.elements import Edge, Node
from graph.projection.shared import SHARED
from graph.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Whole:
    """All parts of a workspace, as they are now."""

    workspace: Workspace
    index: Index
    plans: tuple[Plan, ...]
    marks: dict[str, str]

    def nodes(self) -> Iterator[Node]:
        """All nodes, part by part, then what parts share."""
        for plan in self.plans:
            yield from stored_or_made(self.workspace, plan).own.nodes
        yield from (one for one in self.index.everything() if isinstance(one, Node))

    def edges(self) -> Iterator[Edge]:
        """All relationships, part by part, then those of what parts share."""
        for plan in self.plans:
            yield from stored_or_made(self.workspace, plan).own.edges
        yield from (one for one in self.index.everything() if isinstance(one, Edge))

    def given(self) -> None:
        """Notes that a store was given all of it."""
        with self.index.writing():
            self.index.told_all()
            self.index.note("store", of_any_store(self.marks[SHARED]))


@contextmanager
def whole_graph(workspace: Workspace, workers: Workers | int | None = 1, watch: Watch = unwatched) -> Iterator[Whole]:
    """The graph of a workspace, once its parts are made."""
    with open_index(workspace.folder) as index:
        plans = made(workspace, index, workers, watch)
        known = index.parts()
        marks = {**{scope: known[scope].digest for scope in plans}, SHARED: index.digest()}
        yield Whole(workspace, index, tuple(plans.values()), marks)
