"""Gazette files → workspace → store: what `zhize build`, `load` and `forget` do, step by step.

In:  files of texts, or facts with their context. Out: what was taken in, and the differences that were applied.

    taken = take_in(workspace, files_of([Path("data/gazettes")]))
    refreshed = refresh(workspace, store)

Extraction runs a process a document; what is known by its bytes, under the same rules and the same manifest, is passed over.
"""

import hashlib
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path

from extract.document import Document
from extract.errors import ReadError
from extract.facts import Context, DocumentRecord, Doubt, Extraction, Fact
from extract.pipeline import extract_document
from extract.readers import Manifest, load_manifest, paths_of, read
from extract.readers.manifest import Entry
from graph.corpus import Passage, document_passages
from graph.ids import Documents
from graph.keeping.sources import Source
from graph.keeping.state import Damage
from graph.keeping.workers import pool
from graph.projection.draft import NOTHING, differences, leftovers
from graph.projection.elements import Difference, EdgeRef, NodeRef
from graph.projection.project import Build, project
from graph.stores.loading import scope_digests
from graph.stores.store import Store
from graph.workspace import Workspace

GIVEN = "given"  # the rules of facts that were loaded, not extracted here


@dataclass(frozen=True, slots=True)
class File:
    """One text to be read: its path, the folder its name is relative to, and what the manifest of that folder says."""

    path: Path
    root: Path
    manifest: Manifest
    jurisdiction: str | None = None  # counts where the manifest says none

    def document(self) -> Document:
        """The text, read."""
        document = read(self.path, self.root, self.manifest)
        return replace(document, jurisdiction=document.jurisdiction or self.jurisdiction)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What one file came to: its source, whether it was new, and how much was found."""

    source: Source
    new: bool
    facts: int = 0
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A projection that a store now holds, and what was applied to get there."""

    build: Build
    applied: tuple[Difference, ...]


def files_of(paths: Iterable[Path], jurisdiction_of: Callable[[Path], str | None] = lambda path: None) -> list[File]:
    """The texts that paths stand for, in order; a folder is read with its manifest, which wins over `jurisdiction_of`."""
    found = []
    for path in paths:
        root = path if path.is_dir() else path.parent
        manifest = load_manifest(root)
        found += [File(file, root, manifest, jurisdiction_of(file)) for file in paths_of(path)]
    return found


@cache
def rules_version() -> str:
    """A hash of all rules of extraction: other rules extract anew."""
    digest = hashlib.sha256()
    for path, content in sorted(_rule_files(files("extract"), "")):
        digest.update(path.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()[:12]


def _rule_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _rule_files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".py", ".toml", ".tsv", ".txt")):
            yield f"{prefix}{entry.name}", entry.read_bytes()


def take_in(
    workspace: Workspace,
    some: Sequence[File],
    done: Callable[[TakenIn], None] = lambda taken: None,
    workers: int | None = None,
) -> list[TakenIn]:
    """Extracts what is new or was extracted by other rules, and stores it; `done` hears of each file.

    A document that is damaged is extracted again, also where only the text that it was made of is still at hand.
    """
    broken = {damage.sha256: damage for damage in workspace.damages()}
    known = {source.sha256: source for source in workspace.sources() if source.sha256 not in broken}
    taken: list[TakenIn] = []
    to_do: list[tuple[File, Source]] = []
    seen: set[str] = set()
    for file in chain(some, at_hand(damage for damage in broken.values() if damage.sha256 not in seen)):
        source = source_of(file)
        before = known.get(source.sha256)
        if source.sha256 in seen or (before is not None and _same(before, source)):
            taken.append(TakenIn(source, new=False))
            done(taken[-1])
            continue
        seen.add(source.sha256)
        to_do.append((file, source))
    for source, extraction, passages in _extracted(to_do, workers):
        workspace.put(source, extraction, passages)
        taken.append(TakenIn(source, True, len(extraction.facts), len(extraction.doubts)))
        done(taken[-1])
    now = {(one.source.doc, one.source.path): one.source.sha256 for one in taken}
    for before in known.values():
        if now.get((before.doc, before.path), before.sha256) != before.sha256:
            workspace.forget(before.sha256)  # the same file with other bytes takes the place of the old one
    return taken


def at_hand(damaged: Iterable[Damage]) -> Iterator[File]:
    """The texts of damaged documents that still lie where they were read, with the same bytes."""
    for damage in damaged:
        source = damage.source
        path = Path(source.path) if source and source.path else None
        try:
            if source and path and path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == source.sha256:
                yield _file_of(source, path)
        except OSError:
            continue


def _file_of(source: Source, path: Path) -> File:
    """The text of a stored document, under its name and with what a manifest once said of it."""
    root = Path(*path.parts[: len(path.parts) - len(Path(source.doc).parts)])
    if not source.about:
        return File(path, root, load_manifest(root))
    jurisdiction, issue, published, url, name = (*source.about, None, None, None, None, None)[:5]
    entry = Entry(source.doc, jurisdiction, name, issue, published, url)
    return File(path, root, Manifest({source.doc: entry}))


def source_of(file: File) -> Source:
    """What a file is known by."""
    document = file.document()
    gazette = file.manifest.entry(document.name).name
    about = (document.jurisdiction, document.issue, document.published, document.url, gazette)
    return Source(document.sha256, document.name, str(file.path.absolute()), rules_version(), about)


def put_facts(
    workspace: Workspace,
    facts: Iterable[Fact],
    context: Iterable[Context],
    doubts: Iterable[Doubt] = (),
    passages: Iterable[Passage] = (),
) -> list[TakenIn]:
    """Stores facts that were extracted elsewhere, document by document."""
    taken = []
    by_doc: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_doc[passage.doc].append(passage)
    for source, extraction in extractions_of(facts, context, doubts):
        known = by_doc[source.doc] or workspace.passages(source.sha256)  # the text is the same, whoever read it
        workspace.put(source, extraction, known)
        taken.append(TakenIn(source, True, len(extraction.facts), len(extraction.doubts)))
    return taken


def extractions_of(
    facts: Iterable[Fact], context: Iterable[Context], doubts: Iterable[Doubt]
) -> list[tuple[Source, Extraction]]:
    """Facts, context and doubts, divided by document; without a document record the name's hash stands for the bytes."""
    by_doc: dict[str, Extraction] = defaultdict(Extraction)
    for record in context:
        by_doc[record.doc].context.append(record)
    for fact in facts:
        by_doc[fact.evidence.doc].facts.append(fact)
    for doubt in doubts:
        by_doc[doubt.evidence.doc].doubts.append(doubt)
    found = []
    for doc, extraction in sorted(by_doc.items()):
        documents = Documents.of(extraction.context)
        said = documents.records.get(doc)
        if said is None:
            said = DocumentRecord(doc, documents.sha256(doc))
            extraction.context.insert(0, said)
        about = (said.jurisdiction, said.issue, said.published, said.url, None)
        found.append((Source(said.sha256, doc, doc, GIVEN, about), extraction))
    return found


def refresh(workspace: Workspace, store: Store, build: Build | None = None) -> Refreshed:
    """Projects the workspace and applies the differences: one transaction a jurisdiction, nothing where nothing changed."""
    build = build or project(workspace.corpus(), workspace.judgements())
    applied = to_apply(store, build)
    for difference in applied:
        store.apply(difference)
    for difference in leftovers(applied):
        store.apply(difference)
    store.checkpoint()
    return Refreshed(build, tuple(applied))


def to_apply(store: Store, build: Build) -> list[Difference]:
    """What turns a store into the projection of a build: only scopes whose digest is another are read and compared."""
    wanted, known = build.projection.digests(), scope_digests(store)
    scopes = sorted({*wanted, *known, *store.scopes()})
    touched = [scope for scope in scopes if known.get(scope) != wanted.get(scope, NOTHING)]
    found = differences(build.projection, {scope: store.projection(scope) for scope in touched})
    same = set(touched) - {difference.scope for difference in found}  # what it shared is now part of another scope
    found += [Difference(scope, digest=wanted.get(scope, NOTHING)) for scope in same]
    return sorted(found, key=lambda difference: difference.scope)


def changes(applied: Iterable[Difference]) -> Mapping[str, Counter[str]]:
    """How many nodes and relationships of each label and type a list of differences writes and takes away."""
    written: set[NodeRef | EdgeRef] = set()  # a node that two jurisdictions need is written with either
    gone: set[NodeRef | EdgeRef] = set()
    for difference in applied:
        written.update(node.ref for node in difference.nodes)
        written.update(edge.ref for edge in difference.edges)
        gone.update(difference.gone_nodes)
        gone.update(difference.gone_edges)
    return {"written": Counter(ref[0] for ref in written), "gone": Counter(ref[0] for ref in gone)}


def _same(before: Source, now: Source) -> bool:
    return before.rules == now.rules and before.about == now.about


def _extracted(
    to_do: Sequence[tuple[File, Source]], workers: int | None
) -> Iterator[tuple[Source, Extraction, list[Passage]]]:
    count = min(len(to_do), workers or os.cpu_count() or 1)
    if count < 2:
        for file, source in to_do:
            yield source, *_extract_one(file)
        return
    try:
        with pool(count) as workers_of_ours:
            pending = [workers_of_ours.submit(_extract_one, file) for file, _ in to_do]
            for (_, source), future in zip(to_do, pending, strict=True):
                yield source, *future.result()
    except BrokenProcessPool as error:
        raise ReadError("an extracting process was ended from outside; is there enough memory? build again") from error


def _extract_one(file: File) -> tuple[Extraction, list[Passage]]:
    document = file.document()
    return extract_document(document), document_passages(document)
