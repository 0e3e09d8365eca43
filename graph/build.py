"""Gazette files → workspace → store: what `zhize build`, `load` and `forget` do, step by step.

In:  files of any kind, or facts with their context. Out: what was taken in, and the differences that were applied.

    taken = take_in(workspace, files_of([Path("data/gazettes")]))
    refreshed = refresh(workspace, store)

Extraction runs a process a document, within its time; a document that cannot be read is refused by name and stops nothing; what is known by its bytes, under the same rules and the same manifest, is passed over.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

from extract.errors import GazetteError, ReadError
from extract.facts import Context, DocumentRecord, Doubt, Extraction, Fact, Passage
from extract.private import masked_record
from extract.readers import LIMITS, File, Limits, Listing, Manifest, listing, load_manifest, printable, read_file
from extract.readers.paths.account import Account
from extract.readers.paths.manifest import Entry
from extract.workers import Workers, workers_of
from graph.ids import Documents
from graph.keeping.sources import Source, contents_of
from graph.keeping.state import Damage
from graph.parts.applying import Applied, Watch, unwatched
from graph.parts.bring import up_to_date
from graph.parts.summary import Summary
from graph.projection.draft import differences
from graph.projection.elements import Held
from graph.projection.project import Build
from graph.rules import hash_of_rules
from graph.stores.store import Store, open_store
from graph.workspace import Workspace

KEPT = ("doc", "sha256", "url", "version", "rule", "code")  # what names a document or a rule is masked nowhere
TEXTS = (".txt", ".md", ".htm", ".html")  # what is read about as quickly as its text is
BYTES = 1_000_000  # of them in a second
GIVEN = "given"  # the rules of facts that were loaded, not extracted here


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What one file came to: its source, whether it was new, and how much was found."""

    source: Source
    new: bool
    facts: int = 0
    doubts: int = 0
    origin: DocumentRecord | None = None  # what the text says of itself


@dataclass(frozen=True, slots=True)
class Extracted:
    """One document as it is to be stored, and in numbers: what comes back from whatever process extracted it."""

    sha256: str
    contents: Mapping[str, bytes]
    facts: int
    doubts: int
    origin: DocumentRecord | None


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What was applied to a store, and the numbers of the graph that it now holds."""

    applied: Applied
    summary: Summary


def listing_of(
    paths: Iterable[Path], jurisdiction_of: Callable[[Path], str | None] = lambda path: None, limits: Limits = LIMITS
) -> Listing:
    """What paths stand for, every one accounted for; a folder's manifest wins over `jurisdiction_of`."""
    listed = listing(paths, limits)
    listed.files = [replace(file, jurisdiction=jurisdiction_of(file.path)) for file in listed.files]
    return listed


def files_of(paths: Iterable[Path], jurisdiction_of: Callable[[Path], str | None] = lambda path: None) -> list[File]:
    """The documents that paths stand for, in order; raises ReadError for a path that cannot be read."""
    listed = listing_of(paths, jurisdiction_of)
    for aside in listed.refused:
        raise ReadError(aside.line)
    return listed.files


@cache
def rules_version() -> str:
    """A hash of all rules of extraction: other rules extract anew."""
    return hash_of_rules(files("extract"))


def take_in(
    workspace: Workspace,
    some: Sequence[File],
    done: Callable[[], None] = lambda: None,
    workers: Workers | int | None = None,
    account: Account | None = None,
    limits: Limits = LIMITS,
    whole: bool = False,
    damaged: Sequence[Damage] | None = None,
) -> list[TakenIn]:
    """Extracts what is new or was extracted by other rules, and stores it; `done` hears of each file.

    What cannot be read is refused in the `account` and stops nothing; `whole` stores nothing if anything is refused.
    A document that is damaged is extracted again, also where only the text that it was made of is still at hand. `damaged`: the damages
    of the workspace, where they are known already: to find them every part of every document is read.
    """
    account = Account() if account is None else account
    broken = {damage.sha256: damage for damage in (workspace.damages() if damaged is None else damaged)}
    known = {source.sha256: source for source in workspace.sources() if source.sha256 not in broken}
    taken, to_do = _told_apart(some, known, broken, limits, account, done)
    ready = _extracted(to_do, workers, limits, account, done)
    if whole:
        ready = iter(list(ready))
        account.stop_at_any()
    for file, source, extracted in ready:
        workspace.put_contents(source, extracted.contents)
        taken.append(TakenIn(source, True, extracted.facts, extracted.doubts, extracted.origin))
        account.taken.append(file.name)
    now = {(one.source.doc, one.source.path): one.source.sha256 for one in taken}
    for before in known.values():
        if now.get((before.doc, before.path), before.sha256) != before.sha256:
            workspace.forget(before.sha256)  # the same file with other bytes takes the place of the old one
    return taken


def _told_apart(
    some: Sequence[File],
    known: Mapping[str, Source],
    broken: Mapping[str, Damage],
    limits: Limits,
    account: Account,
    done: Callable[[], None],
) -> tuple[list[TakenIn], list[tuple[File, Source]]]:
    """What is stored already as it should be, and what is to be extracted, that which is damaged included."""
    taken: list[TakenIn] = []
    to_do: list[tuple[File, Source]] = []
    seen: set[str] = set()
    for file in chain(some, at_hand(damage for damage in broken.values() if damage.sha256 not in seen)):
        try:
            source = source_of(file, limits)
        except GazetteError as error:
            account.refuse(file, error)
            done()
            continue
        before = known.get(source.sha256)
        if source.sha256 in seen or (before is not None and _same(before, source)):
            taken.append(TakenIn(source, new=False))
            account.known.append(file.name)
            done()
            continue
        seen.add(source.sha256)
        to_do.append((file, source))
    return taken, to_do


def at_hand(damaged: Iterable[Damage]) -> Iterator[File]:
    """The texts of damaged documents that still lie where they were read, with the same bytes."""
    for damage in damaged:
        if damage.source is None or not damage.source.path:
            continue
        try:
            file = file_of_source(damage.source)
            if file and hashlib.sha256(file.data()).hexdigest() == damage.sha256:
                yield file
        except (GazetteError, OSError, ValueError):
            continue


def file_of_source(source: Source) -> File | None:
    """The text of a stored document, under its name and with what a manifest once said of it; None where no such file lies."""
    whole = Path(source.path)
    path = next((one for one in (whole, *whole.parents) if one.is_file()), None)
    if path is None:
        return None
    members = ("/".join(whole.parts[len(path.parts) :]),) if path != whole else ()
    depth = len(Path(source.doc).parts) - sum(len(Path(member).parts) for member in members)
    root = Path(*path.parts[: max(1, len(path.parts) - depth)])
    if not source.about:
        return File(path, root, load_manifest(root), members=members)
    jurisdiction, issue, published, url, name = (*source.about, None, None, None, None, None)[:5]
    entry = Entry(source.doc, jurisdiction, name, issue, published, url)
    return File(path, root, Manifest({source.doc: entry}), members=members)


def source_of(file: File, limits: Limits = LIMITS) -> Source:
    """What a file is known by: its bytes, its name, and what the manifest and the settings say of it."""
    entry = file.manifest.entry(file.name)
    about = (entry.jurisdiction or file.jurisdiction, entry.issue, entry.published, entry.url, entry.name)
    digest = hashlib.sha256(file.data(limits)).hexdigest()
    path = printable("/".join((str(file.path.absolute()), *file.members)))
    return Source(digest, file.name, path, rules_version(), about)


def put_facts(
    workspace: Workspace,
    facts: Iterable[Fact],
    context: Iterable[Context],
    doubts: Iterable[Doubt] = (),
    passages: Iterable[Passage] = (),
) -> list[TakenIn]:
    """Stores facts that were extracted elsewhere, all documents or none, private numbers covered."""
    by_doc: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_doc[passage.doc].append(masked_record(passage, *KEPT))
    extractions = extractions_of(facts, context, doubts)
    workspace.put_all(
        # the text is the same, whoever read it
        (source, extraction, by_doc[source.doc] or workspace.passages(source.sha256))
        for source, extraction in extractions
    )
    return [TakenIn(source, True, len(one.facts), len(one.doubts)) for source, one in extractions]


def extractions_of(
    facts: Iterable[Fact], context: Iterable[Context], doubts: Iterable[Doubt]
) -> list[tuple[Source, Extraction]]:
    """Facts, context and doubts, divided by document; without a document record the name's hash stands for the bytes."""
    by_doc: dict[str, Extraction] = defaultdict(Extraction)
    for record in context:
        by_doc[record.doc].context.append(masked_record(record, *KEPT))
    for fact in facts:
        by_doc[fact.evidence.doc].facts.append(masked_record(fact, *KEPT))
    for doubt in doubts:
        by_doc[doubt.evidence.doc].doubts.append(masked_record(doubt, *KEPT))
    extractions = []
    for doc, extraction in sorted(by_doc.items()):
        documents = Documents.of(extraction.context)
        earlier = documents.records.get(doc)
        if earlier is None:
            earlier = DocumentRecord(doc, documents.sha256(doc))
            extraction.context.insert(0, earlier)
        about = (earlier.jurisdiction, earlier.issue, earlier.published, earlier.url, None)
        extractions.append((Source(earlier.sha256, doc, doc, GIVEN, about), extraction))
    return extractions


def refresh(
    workspace: Workspace, store: Store, workers: Workers | int | None = 1, watch: Watch = unwatched
) -> Refreshed:
    """Brings a store up to date with the workspace: only the jurisdictions that changed, one transaction each; nothing where nothing changed."""
    return Refreshed(*up_to_date(workspace, store, workers, watch))


def begin(workspace: Workspace) -> None:
    """Makes an embedded graph that holds nothing, for a workspace that has no documents yet; the folder with it."""
    with (
        workspace.lock(),
        open_store(workspace.store_url, writing=True, texts=workspace.texts_path) as store,
    ):
        refresh(workspace, store)


def to_apply(store: Store | None, build: Build) -> Applied:
    """What would be written and taken away to turn a store (None: an empty one) into the projection of a build."""
    scopes = {*(store.scopes() if store else ()), *build.projection.scopes()}
    held = {scope: store.projection(scope) if store else Held({}, {}) for scope in scopes}
    pending = Applied()
    for difference in differences(build.projection, held):
        pending.add(difference)
    return pending


def _same(before: Source, now: Source) -> bool:
    return before.rules == now.rules and before.about == now.about


def _extracted(
    to_do: Sequence[tuple[File, Source]],
    workers: Workers | int | None,
    limits: Limits,
    account: Account,
    done: Callable[[], None],
) -> Iterator[tuple[File, Source, Extracted]]:
    some = [(_by_itself(file), source, limits) for file, source in to_do]
    doing = workers_of(workers, _work([file for file, _ in to_do]))
    for (file, source), result in zip(to_do, doing.each(extracted_one, some, limits.whole), strict=True):
        done()
        if isinstance(result, GazetteError):
            account.refuse(file, result)
        elif result.sha256 != source.sha256:
            account.refuse(file, ReadError("changed_while_read"))
        else:
            yield file, source, result


def _by_itself(file: File) -> File:
    """The file with what the manifest says of it alone: that of all others need not go to each process with each file."""
    entry = file.manifest.entries.get(file.name)
    return replace(file, manifest=Manifest({file.name: entry} if entry else {}))


def _work(some: Sequence[File]) -> float | None:
    """About how many seconds it takes to extract some documents; None where one is of a kind that may take any time."""
    if any(file.members or file.path.suffix.lower() not in TEXTS for file in some):
        return None
    return sum(file.path.stat().st_size for file in some) / BYTES


def extracted_one(given: tuple[File, Source, Limits]) -> Extracted:
    """What extraction finds in a document, as it is to be stored: one piece of work, in whatever process."""
    from extract.pipeline import extract_document  # only where there is a document: its rules take a second to load

    file, source, limits = given
    document = read_file(file, limits)
    extraction = extract_document(document)
    origin = next((one for one in extraction.context if isinstance(one, DocumentRecord)), None)
    contents = contents_of(source, extraction, extraction.passages)
    return Extracted(document.sha256, contents, len(extraction.facts), len(extraction.doubts), origin)
