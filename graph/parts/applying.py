"""What turns a store into the graph of all parts: part by part what it lacks, then what is left to say of what they share.

In:  a store, the parts of a workspace, the index of what they share. Out: differences, applied in an order in which no relationship ever
     lacks an end and no key is there twice.

A part is one transaction, with all that the store has not been told yet of the things it speaks of; of a first load several parts are, since
each transaction costs the store a little by all that it holds. What a store holds of a part is known without asking it where the part is
still there that it was last given. The documents as printed are brought to the texts beside the store first.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from extract.collector import uncollected
from graph.parts.index import Index, ref_from, text_of
from graph.parts.making import stored_or_made, stored_or_made_texts
from graph.parts.packed import Part, let_go_of_before, part_before, path_of
from graph.parts.planning import Plan
from graph.projection.draft import NOTHING, Projection, differences
from graph.projection.elements import Difference, Edge, EdgeRef, Held, Node, NodeRef
from graph.projection.shared import SHARED, edge_of_one_document, of_one_document
from graph.stores.store import BEGUN, Store
from graph.stores.texts import Texts
from graph.workspace import Workspace

ROWS = 50_000  # of what is left to say, in one transaction
LITTLE = 5_000  # of what is left to say, with the last parts
BEING_TOLD = "?"  # in the place of a digest that a store holds, while it is told: cut off, it is told again
AT_ONCE = 30_000  # nodes and relationships of the first transaction of a first load
Watch = Callable[[str, int], AbstractContextManager[Callable[[], None]]]
Told = dict[str, str | None]
Waiting = dict[str, tuple[str | None, str | None]]


@contextmanager
def unwatched(what: str, total: int) -> Iterator[Callable[[], None]]:
    """Tells nobody how far a step has come."""
    yield lambda: None


@dataclass(slots=True)
class Applied:
    """What was applied to a store: to which jurisdictions, how many nodes and relationships of each label and type."""

    scopes: list[str] = field(default_factory=list)
    written: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        return bool(self.scopes)

    def add(self, difference: Difference) -> None:
        """Counts a difference."""
        for scope in (difference.scope, *(other for other, _ in difference.also)):
            if scope not in self.scopes:
                self.scopes.append(scope)
        again = {edge.ref for edge in difference.edges}
        self.written.update(node.label for node in difference.nodes)
        self.written.update(edge.type for edge in difference.edges)
        self.gone.update(ref.label for ref in difference.gone_nodes)
        self.gone.update(ref.type for ref in difference.gone_edges if ref not in again)


class Applying:
    """One store on its way to the graph of all parts."""

    def __init__(self, workspace: Workspace, store: Store, index: Index, plans: Mapping[str, Plan]) -> None:
        self.workspace, self.store, self.index, self.plans = workspace, store, index, plans
        self.known = index.parts()
        self.marks = store.marks()
        self.moved = frozenset(index.told("moved").split())
        self.applied = Applied()

    def done(self, watch: Watch = unwatched) -> Applied:
        """Applies what the store lacks."""
        bring_texts(self.workspace, texts_for(self.workspace, self.store), self.plans, self.index)
        self._compare_shared()
        held = {scope for scope, digest in self.marks.items() if digest != NOTHING}
        gone = sorted((self.known.keys() | held) - self.plans.keys() - {SHARED})
        lacking = [scope for scope in self.plans if self.marks.get(scope) != self.known[scope].digest]
        lacking.sort(
            key=lambda scope: self.marks.get(scope) != BEGUN
        )  # what a load that was cut off has begun is completed first
        with watch("load", len(gone) + len(lacking)) as step:
            for scope in gone:
                self._drop(scope)
                step()
            for scope in lacking:
                if scope in self.moved:
                    self._let_go(scope)
            done = 0
            for together in self._batches(lacking):
                done += len(together)
                with uncollected():
                    self._bring(together, last=done == len(lacking))
                for _ in together:
                    step()
        self.index.note("moved", "")
        self._say_the_rest()
        return self.applied

    def _compare_shared(self) -> None:
        """Reads what the store holds of shared things where that is not known: another store, or one that somebody else wrote."""
        whole = self.marks.get(SHARED, "")
        here = json.dumps([self.store.url, whole])  # until all is applied, what is noted is of this store alone
        if self.marks and self.index.told("store") in (here, of_any_store(whole)):
            self.index.note("store", here)
            return
        held: dict[str, str] = {}
        for scope in self.store.scopes() if self.marks else ():
            there = self.store.projection(scope)
            held |= {text_of(ref): digest for ref, digest in there.nodes.items() if not of_one_document(*ref)}
            held |= {text_of(ref): digest for ref, digest in there.edges.items() if not _is_own_edge(ref)}
        with self.index.writing():
            self.index.held_by_store(held)
            self.index.note("store", here)

    def _batches(self, scopes: Sequence[str]) -> Iterator[list[str]]:
        """Scopes that one transaction takes: one after another where the store holds them already, else several, and ever more of them."""
        together: list[str] = []
        size = given = 0
        for scope in scopes:
            more = sum(self.known[scope].counts.elements.values())
            most = min(self.store.most_at_once, max(AT_ONCE, given // 4))
            if together and (size + more > most or not self._begins(scope) or not self._begins(together[0])):
                yield together
                together, size = [], 0
            together.append(scope)
            size, given = size + more, given + more
        if together:
            yield together

    def _bring(self, scopes: Sequence[str], last: bool) -> None:
        """Applies parts, and what the store has not been told of the things they speak of; with the last ones all that is left to say,
        where that is little: each transaction costs by all that the store holds.
        """
        waiting: Waiting = {}
        marks: list[tuple[str, str]] = []
        lacking: list[Difference] = []
        for scope in scopes:
            part = stored_or_made(self.workspace, self.plans[scope])
            waiting |= self.index.waiting(scope)
            marks.append((scope, part.digest))
            lacking.append(self._difference(part))
        if last and len(left := self.index.waiting()) - len(waiting) <= LITTLE:
            waiting = left
            self.marks[SHARED] = self.index.digest()
            marks.append((SHARED, self.marks[SHARED]))
        things = list(self.index.united(waiting))
        known = [ref_from(ref) for ref, (_, stored) in waiting.items() if stored is not None]
        nobodys = [ref_from(ref) for ref, (digest, _) in waiting.items() if digest is None]
        whole = Difference(
            scopes[0],
            nodes=(*(one for one in things if isinstance(one, Node)), *(node for one in lacking for node in one.nodes)),
            edges=(*(one for one in things if isinstance(one, Edge)), *(edge for one in lacking for edge in one.edges)),
            gone_nodes=(
                *(ref for one in lacking for ref in one.gone_nodes),
                *(ref for ref in nobodys if isinstance(ref, NodeRef)),
            ),
            gone_edges=(  # what a changed one no longer states must not stay
                *(ref for ref in known if isinstance(ref, EdgeRef)),
                *(ref for one in lacking for ref in one.gone_edges),
            ),
            digest=marks[0][1],
            also=tuple(marks[1:]),
            begins=all(map(self._begins, scopes)),
        )
        self._apply(whole, {ref: digest for ref, (digest, _) in waiting.items()})
        for scope in scopes:
            let_go_of_before(self.workspace.folder, scope)

    def _let_go(self, scope: str) -> None:
        """Takes away what is no longer of a part, before it is another's."""
        difference = self._difference(stored_or_made(self.workspace, self.plans[scope]))
        kept = {edge.ref for edge in difference.edges}
        gone = tuple(ref for ref in difference.gone_edges if ref not in kept)
        self._apply(Difference(scope, gone_nodes=difference.gone_nodes, gone_edges=gone), {})

    def _drop(self, scope: str) -> None:
        """Takes away all that came of the documents of a part that is no more."""
        held = self._held(scope)
        self._apply(Difference(scope, (), (), tuple(sorted(held.nodes)), tuple(sorted(held.edges)), NOTHING), {})
        self.index.forget(scope)
        let_go_of_before(self.workspace.folder, scope)
        path_of(self.workspace.folder, scope).unlink(missing_ok=True)

    def _say_the_rest(self) -> None:
        """Applies what no part has brought: things of which somebody says less than before, and those of which nobody speaks."""
        waiting = self.index.waiting()
        refs = sorted(waiting)
        for start in range(0, len(refs), ROWS):
            some = {ref: waiting[ref] for ref in refs[start : start + ROWS]}
            things = list(self.index.united(some))
            before = (ref_from(ref) for ref, (_, stored) in some.items() if stored is not None)
            difference = Difference(
                SHARED,
                tuple(one for one in things if isinstance(one, Node)),
                tuple(one for one in things if isinstance(one, Edge)),
                gone_edges=tuple(ref for ref in before if isinstance(ref, EdgeRef)),
            )
            self._apply(difference, {ref: digest for ref, (digest, _) in some.items() if digest is not None})
        gone = [ref for ref in refs if waiting[ref][0] is None]
        nodes = tuple(ref for ref in map(ref_from, gone) if isinstance(ref, NodeRef))
        digest = self.index.digest()
        if gone or self.marks.get(SHARED) != digest:
            self._apply(Difference(SHARED, gone_nodes=nodes, digest=digest), dict.fromkeys(gone))
        self.index.note("store", of_any_store(digest))

    def _apply(self, difference: Difference, told: Told) -> None:
        if difference:
            self._note_told(dict.fromkeys(told, BEING_TOLD))
            self.store.apply(difference)
            self.applied.add(difference)
        self._note_told(told)

    def _note_told(self, told: Told) -> None:
        if told:
            with self.index.writing():
                self.index.stored(told)

    def _held(self, scope: str) -> Held:
        """What the store holds that came of a part's documents alone."""
        if scope not in self.marks:
            return Held({}, {})
        before = part_before(self.workspace.folder, scope) if scope not in self.moved else None
        if before is not None and before.digest == self.marks.get(scope):
            own = before.own
            return Held({node.ref: node.digest for node in own.nodes}, {edge.ref: edge.digest for edge in own.edges})
        held = self.store.projection(scope)
        return Held(
            {ref: digest for ref, digest in held.nodes.items() if of_one_document(*ref)},
            {ref: digest for ref, digest in held.edges.items() if _is_own_edge(ref)},
        )

    def _begins(self, scope: str) -> bool:
        """Whether the store never held the scope whole."""
        return self.marks.get(scope, BEGUN) == BEGUN

    def _difference(self, part: Part) -> Difference:
        """What turns what the store holds of a part's documents into what they give now; what it shares is taken to be there."""
        held = self._held(part.scope)
        there = {node.ref: node.digest for node in part.shared.nodes}
        whole = Projection((*part.own.nodes, *part.shared.nodes), part.own.edges)
        parts = differences(whole, {part.scope: Held({**held.nodes, **there}, held.edges)})
        return parts[0] if parts else Difference(part.scope)


def texts_for(workspace: Workspace, store: Store) -> Texts:
    """The texts of a store's graph: beside it, or in the workspace."""
    return store.texts if store.texts.path else Texts(workspace.texts_path)


def bring_texts(workspace: Workspace, texts: Texts, plans: Mapping[str, Plan], index: Index) -> None:
    """Tells the texts beside a store which documents each part has, where their digests say otherwise."""
    known = index.parts()
    wanted = {scope: known[scope].digest for scope in plans}
    if texts.scopes() == wanted and not texts.anew:
        return
    with texts.writing() as written:
        held = written.scopes()
        for scope in sorted(held.keys() - wanted.keys()):
            written.drop(scope)
        for scope, plan in plans.items():
            if held.get(scope) != wanted[scope]:
                written.bring(scope, wanted[scope], stored_or_made_texts(workspace, plan))


def of_any_store(digest: str) -> str:
    """What is noted once a store was told all: it then is of every store that bears this digest."""
    return json.dumps(["", digest])


def _is_own_edge(ref: EdgeRef) -> bool:
    return edge_of_one_document(ref.type, ref.key, ref.start)
