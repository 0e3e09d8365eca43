"""A part from the documents of its jurisdiction alone: read, resolved, projected, packed, in whatever process.

In:  the folder of a workspace, and what one part is made of. Out: the part's file in the workspace, and its scope.

The function takes nothing but values and gives nothing but a name, so that it runs in this process, in others, and on other machines
that see the same folder.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

from extract.collector import uncollected
from extract.errors import StoreError
from graph.corpus import Corpus
from graph.identity.compare import body_name
from graph.identity.parts import is_inner
from graph.keeping.judgements import Judgements
from graph.parts.packed import Counts, Part, digest_of, path_of, read_part, read_saying, read_texts, write_part
from graph.parts.planning import Plan
from graph.projection.draft import Projection
from graph.projection.elements import Printed
from graph.projection.findings import doubt_id, former_id
from graph.projection.project import Build, alone
from graph.projection.shared import edge_of_one_document, of_one_document
from graph.workspace import Workspace

Element = TypeVar("Element")
READ_IN_ONE = (body_name, is_inner)
"""What names say in the gazettes of one jurisdiction is of no use to the next: kept, it takes 4 MB for each ten documents."""


@dataclass(frozen=True, slots=True)
class Making:
    """What a part is made of: its documents by hash, each with the name that it goes by in the workspace."""

    folder: str
    scope: str
    documents: tuple[tuple[str, str], ...]
    rivals: frozenset[str] = frozenset()


def make(making: Making) -> str:
    """Makes a part and stores it; its scope, once it is there."""
    workspace = Workspace(Path(making.folder))
    try:
        with uncollected():
            corpus = workspace.corpus_of(dict(making.documents))
            part = part_of(making.scope, corpus, workspace.judgements(), making.rivals)
            write_part(workspace.folder, part)
    finally:
        for read in READ_IN_ONE:
            read.cache_clear()
    return making.scope


def stored_or_made(workspace: Workspace, plan: Plan) -> Part:
    """The part of a plan as it lies in the workspace; made again where it is gone or damaged; raises StoreError if it cannot be read then."""
    part = read_part(workspace.folder, plan.scope)
    if part is None:
        make(making_of(workspace, plan))
        part = read_part(workspace.folder, plan.scope)
    if part is None:
        path = path_of(workspace.folder, plan.scope)
        raise StoreError("cannot_read_path", path=path, fault=plan.scope)
    return part


def stored_or_made_saying(workspace: Workspace, plan: Plan) -> Part:
    """What the part of a plan says of what others may speak of too, the rest left out; the part is made again where it is gone or damaged."""
    saying = read_saying(workspace.folder, plan.scope)
    return stored_or_made(workspace, plan) if saying is None else saying


def stored_or_made_texts(workspace: Workspace, plan: Plan) -> tuple[Printed, ...]:
    """The documents of a plan as printed; their part is made again where it is gone or damaged."""
    texts = read_texts(workspace.folder, plan.scope)
    return stored_or_made(workspace, plan).texts if texts is None else texts


def making_of(workspace: Workspace, plan: Plan) -> Making:
    """The piece of work that makes the part of a plan."""
    folder = str(workspace.folder.absolute())
    return Making(folder, plan.scope, tuple(sorted(plan.documents.items())), plan.rivals)


def part_of(scope: str, corpus: Corpus, judgements: Judgements, rivals: frozenset[str] = frozenset()) -> Part:
    """The part that the documents of a jurisdiction give."""
    build = alone(corpus, judgements, rivals)
    own, shared = divided(build.projection)
    digest = digest_of(chain(own.nodes, own.edges, shared.nodes, shared.edges), build.texts)
    return Part(scope, own, shared, digest, _counts(build, own), _ids(corpus), build.texts)


def divided(projection: Projection) -> tuple[Projection, Projection]:
    """What documents of one jurisdiction alone give, and what those of others may give too."""
    own_nodes, nodes = _split(projection.nodes, lambda node: of_one_document(node.label, node.key))
    own_edges, edges = _split(projection.edges, lambda edge: edge_of_one_document(edge.type, edge.key, edge.start))
    return Projection(own_nodes, own_edges), Projection(nodes, edges)


def _split(
    some: Iterable[Element], is_own: Callable[[Element], bool]
) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    own: list[Element] = []
    shared: list[Element] = []
    for one in some:
        (own if is_own(one) else shared).append(one)
    return tuple(own), tuple(shared)


def _counts(build: Build, own: Projection) -> Counts:
    doubts = sum(1 for node in own.nodes if node.label == "Finding" and node.properties.get("kind") == "doubt")
    return Counts(len(build.facts), len(build.left_out), build.merges, doubts, own.counts())


def _ids(corpus: Corpus) -> bytes:
    documents = corpus.documents
    ids = {documents.fact_id(fact) for fact in corpus.facts}
    for doubt in corpus.doubts:
        ids |= {one for one in (doubt_id(doubt, documents), former_id(doubt, documents)) if one}
    return b"".join(sorted(bytes.fromhex(one) for one in ids))
