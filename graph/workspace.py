"""The workspace: a folder that holds what was extracted, what people decided, what was done, and the graph made of it.

    zhize.toml                        settings: store, jurisdiction
    facts/<sha256>.jsonl              facts of one document; beside it .context, .doubts, .passages and .source
    judgements.jsonl  log.jsonl       only ever added to
    graph.kgl                         the projection; can be rebuilt from the rest at any time
    graph.kgl.later                   what a large graph was told since that file was written
    graph.texts.db                    the documents as printed, for whoever reads or searches them; made of the parts like the graph

    parts/<code>.part  parts.db       the graph of each jurisdiction alone, and who says what of the things that several speak of;
                                      both are made again where they are gone

    state.json                        what all this was when the last build ended, so that what is gone is missed

A document is known by the hash of its bytes. Its files are written aside and renamed, the source last: it bears the checksums of the
others. Where a complete source stands aside, all others do, and the next builder finishes the renames; before that nothing has changed.
Documents that are loaded together are finished together, or not at all.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extract.errors import ReadError, StoreError
from extract.facts import Context, Doubt, Extraction, Fact, Passage, Relation, context_from_json
from extract.output.json_lines import read_rows
from extract.wording.reasons import Reason, reason
from graph.corpus import Corpus
from graph.keeping.durable import (
    HELD,
    aside_of,
    finish,
    release,
    remove,
    write_all_or_none,
    write_together,
    write_whole,
)
from graph.keeping.judgements import Judgements, read_judgements
from graph.keeping.sealed import add_row, read_lines
from graph.keeping.settings import TEMPLATE, WorkspaceSettings, workspace_settings
from graph.keeping.shapes import SHA256
from graph.keeping.sources import PARTS, SOURCE, Ended, Source, contents_of, stored_from, sum_of
from graph.keeping.state import (
    Damage,
    State,
    damages,
    gone,
    lost_documents,
    lost_judgements,
    read_state,
    stored_document,
    stored_in,
    write_state,
)
from graph.locking import held_lock
from graph.places import Places

TOGETHER = ".together"  # in the folder of facts: several documents stand aside complete, and are finished together


@dataclass(frozen=True, slots=True)
class Workspace(Places):
    """A workspace folder: what is read and written at its places."""

    def settings(self) -> WorkspaceSettings:
        """What zhize.toml says; nothing where there is none. StoreError that names file and key."""
        return workspace_settings(self.folder)

    def jurisdiction_of(self, path: Path) -> str | None:
        """What the settings say of a document: its own source, the nearest one, else the jurisdiction of all."""
        settings = self.settings()
        nearest: tuple[int, str | None] = (-1, settings.jurisdiction)
        absolute = path.absolute().resolve()
        for source in settings.source:
            given = (self.folder / source.path).resolve()
            if absolute.is_relative_to(given):
                nearest = max(nearest, (len(given.parts), source.jurisdiction), key=lambda one: one[0])
        return nearest[1]

    def prepare(self) -> None:
        """Makes the folder and its settings if they are not there."""
        with _writing(self.folder):
            self.facts_folder.mkdir(parents=True, exist_ok=True)
            settings = self.folder / "zhize.toml"
            if not settings.exists():
                write_whole(settings, TEMPLATE.encode())

    @contextmanager
    def lock(self) -> Iterator[list[Reason]]:
        """Keeps every other builder out; the second is told who holds the workspace. Yields what the builder should say.

        What a builder that was ended left aside is put in place if it is complete, else removed.
        """
        self.prepare()
        with held_lock(self.folder / "lock", reason("the_workspace", folder=self.folder)) as holder:
            self._recover()
            yield holder

    def sources(self) -> list[Source]:
        """All stored documents whose source file is sound, in the order of their hashes."""
        return [stored.source for stored in stored_in(self.facts_folder)[0]]

    def stamps(self) -> dict[str, str]:
        """The documents by hash, each with what stands for its source and for the content of all its parts."""
        return {one.source.sha256: sum_of(repr(one).encode()) for one in stored_in(self.facts_folder)[0]}

    def damages(self) -> list[Damage]:
        """The documents of which a part is lost, cut or changed; every part is read."""
        return damages(self.folder)

    def check(self, among: Collection[str] | None = None) -> None:
        """Raises StoreError for the first thing that is not as it was stored, with what heals it; `among`: see `graph.keeping.state.damages`."""
        for damage in damages(self.folder, among):
            raise StoreError(damage.line)
        if lost := lost_judgements(self.folder):
            raise StoreError("judgements_lost", folder=self.folder, lost=lost)

    def check_sources(self) -> None:
        """Raises StoreError where a document is gone, or its source file is not as it was written; no other part is read."""
        stored, damaged = stored_in(self.facts_folder)
        there = {one.source.sha256 for one in stored} | {one.sha256 for one in damaged}
        for damage in (*damaged, *lost_documents(self.folder, there)):
            raise StoreError(damage.line)

    def put(self, source: Source, extraction: Extraction, passages: Iterable[Passage]) -> None:
        """Stores one extraction: all files are written aside, then renamed, the source last."""
        self.put_contents(source, contents_of(source, extraction, passages))

    def put_contents(self, source: Source, contents: Mapping[str, bytes]) -> None:
        """Stores one extraction whose parts were written elsewhere (`graph.keeping.sources.contents_of`)."""
        with _writing(self.facts_folder):
            write_together(self._files(source, contents), commit=self._part(source.sha256, SOURCE))

    def put_all(self, documents: Iterable[tuple[Source, Extraction, Iterable[Passage]]]) -> None:
        """Stores several extractions: all of them or, whatever happens meanwhile, none."""
        groups = [self._files(document[0], contents_of(*document)) for document in documents]
        with _writing(self.facts_folder):
            if groups:
                write_all_or_none(groups, self.facts_folder / TOGETHER)

    def _files(self, source: Source, contents: Mapping[str, bytes]) -> dict[Path, bytes]:
        """The files of an extraction, the source last."""
        if not SHA256.fullmatch(source.sha256):
            raise StoreError("no_hash", doc=source.doc, hash=repr(source.sha256[:20]))
        return {self._part(source.sha256, part): contents[part] for part in PARTS}

    def forget(self, sha256: str) -> None:
        """Removes the files of a document, the source first; it is taken off the list of documents before, so that nobody misses it."""
        with _writing(self.facts_folder):
            state = read_state(self.folder)
            if state and sha256 in state.documents:
                rest = {known: named for known, named in state.documents.items() if known != sha256}
                write_state(self.folder, State(rest, state.judgements))
            remove(self._part(sha256, part) for part in reversed(PARTS))

    def remember(self) -> None:
        """Writes down what the workspace now holds, at the end of a build."""
        documents = {source.sha256: (source.doc, source.path) for source in self.sources()}
        with _writing(self.folder):
            write_state(self.folder, State(documents, read_lines(self.judgements_path).last_check))

    def remember_judgements(self) -> None:
        """Writes down what judgements there are now, and leaves the list of documents as it is."""
        with _writing(self.folder):
            known = read_state(self.folder) or State()
            write_state(self.folder, State(known.documents, read_lines(self.judgements_path).last_check))

    def find(self, name: str) -> Source:
        """The document of that hash (or the beginning of it), name or path; StoreError if it is none or several.

        A document that is damaged is found too, so that it can be forgotten.
        """
        known = self.sources()
        there = {source.sha256 for source in known}
        known += [d.source or Source(d.sha256, d.doc, "", "") for d in self.damages() if d.sha256 not in there]
        sources = [
            source
            for source in known
            if name in {source.doc, source.path, Path(source.doc).name}
            or (len(name) >= 8 and source.sha256.startswith(name))
        ]
        if len(sources) == 1:
            return sources[0]
        if sources:
            raise StoreError("several_documents_hash", name=repr(name), known=", ".join(s.sha256[:12] for s in sources))
        some = ", ".join(source.doc for source in known[:5]) or "none"
        raise StoreError("no_document", name=repr(name), folder=self.folder, known=some)

    def corpus(self) -> Corpus:
        """All facts, doubts, context and passages of the workspace."""
        return self.corpus_without(frozenset())

    def corpus_without(self, hashes: Collection[str]) -> Corpus:
        """All facts, doubts, context and passages but those of some documents; StoreError where anything is not as it was stored."""
        for damage in self.damages():
            if damage.sha256 not in hashes:
                raise StoreError(damage.line)
        return self._corpus({source: doc for source, doc in self.names().items() if source.sha256 not in hashes})

    def corpus_of(self, documents: Mapping[str, str]) -> Corpus:
        """What some documents say, by hash, each called by the name given; StoreError where one of them is not as it was stored."""
        chosen: dict[Source, str] = {}
        for sha256, doc in documents.items():
            stored, damage = stored_document(self.facts_folder, sha256)
            if damage is not None or stored is None:
                raise StoreError(damage.line if damage else Damage(sha256, doc, gone(sha256)).line)
            chosen[stored.source] = doc
        return self._corpus(chosen)

    def _corpus(self, names: Mapping[Source, str]) -> Corpus:
        facts: list[Fact] = []
        doubts: list[Doubt] = []
        context: list[Context] = []
        passages: list[Passage] = []
        gazettes: dict[str, str] = {}
        for source, doc in names.items():
            for row in self._rows(source.sha256, ".jsonl"):
                facts.append(Fact.from_json(row | {"evidence": row["evidence"] | {"doc": doc}}))
            for row in self._rows(source.sha256, ".doubts.jsonl"):
                doubts.append(Doubt.from_json(row | {"evidence": row["evidence"] | {"doc": doc}}))
            for row in self._rows(source.sha256, ".context.jsonl"):
                context.append(context_from_json(row | {"doc": doc}))
            for row in self._rows(source.sha256, ".passages.jsonl"):
                passages.append(Passage.from_json(row | {"doc": doc}))
            if len(source.about) > 4 and source.about[4]:
                gazettes[doc] = source.about[4]
        return Corpus.of(facts, doubts, context, passages, gazettes)

    def cues(self, sha256: str) -> tuple[Ended, ...]:
        """How the cues of a document ended; nothing where nobody counted them, or where the document is not stored here."""
        path = self._part(sha256, SOURCE)
        try:
            return stored_from(path.read_text(encoding="utf-8"), path).cues
        except (OSError, UnicodeDecodeError, ReadError):
            return ()

    def context(self, sha256: str) -> Iterator[Context]:
        """The context of one document, from its beginning."""
        return (context_from_json(row) for row in self._rows(sha256, ".context.jsonl"))

    def facts(self, sha256: str, relation: Relation) -> Iterator[Fact]:
        """The facts of one relation that a document states; the lines of others are not taken apart."""
        wanted = f'"relation": "{relation.value}"'
        path = self._part(sha256, ".jsonl")
        with path.open(encoding="utf-8") as stream:
            yield from (Fact.from_json(row) for row in read_rows((one for one in stream if wanted in one), path.name))

    def size_of(self, sha256: str) -> int:
        """Bytes of the facts of a document, by which one can tell how long it takes to make something of them."""
        try:
            return self._part(sha256, ".jsonl").stat().st_size
        except OSError:
            return 0

    def passages(self, sha256: str) -> list[Passage]:
        """The passages of one document; none where its text was never read here."""
        return [Passage.from_json(row) for row in self._rows(sha256, ".passages.jsonl")]

    def judgements(self) -> Judgements:
        """What people decided; StoreError where a line is not as it was written, or is gone."""
        if lost := lost_judgements(self.folder):
            raise StoreError("judgements_lost", folder=self.folder, lost=lost)
        return read_judgements(self.judgements_path)

    def log(self, what: str, **said: Any) -> None:
        """Adds one line to the log."""
        row = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "is": what, **said}
        with _writing(self.log_path):
            add_row(self.log_path, row)

    def history(self) -> list[dict[str, Any]]:
        """The lines of the log; a last line that a crash cut off is passed over."""
        return read_lines(self.log_path).rows

    def names(self) -> dict[Source, str]:
        """The documents and their names; where two folders hold a file of one name, each is called by its hash as well."""
        sources = self.sources()
        often = Counter(source.doc for source in sources)
        return {s: s.doc if often[s.doc] == 1 else f"{s.sha256[:8]}/{s.doc}" for s in sources}

    def _recover(self) -> None:
        """Finishes what a builder had written whole when it was ended, and removes what it had not."""
        marker = self.facts_folder / TOGETHER
        with _writing(self.facts_folder):
            held = sorted(self.facts_folder.glob(f".*{SOURCE}{HELD}"))
            if marker.exists():
                release(held)
            else:
                remove(held)
            for aside in sorted(self.facts_folder.glob(f".*{SOURCE}.new")):
                path = self._part(aside.name[1 : -len(f"{SOURCE}.new")], SOURCE)
                if _is_complete(aside, path):
                    finish(self._part(path.name.removesuffix(SOURCE), part) for part in PARTS)
            remove([*self.facts_folder.glob(".*.new"), aside_of(self.folder / "state.json"), marker])

    def _part(self, sha256: str, part: str) -> Path:
        return self.facts_folder / f"{sha256}{part}"

    def _rows(self, sha256: str, part: str) -> Iterator[dict[str, Any]]:
        path = self._part(sha256, part)
        if path.exists():
            with path.open(encoding="utf-8") as stream:
                yield from read_rows(stream, path.name)


def _is_complete(aside: Path, path: Path) -> bool:
    """Whether a source stands aside whole: then all other parts were written before it."""
    try:
        stored_from(aside.read_text(encoding="utf-8"), path)
    except (OSError, UnicodeDecodeError, ReadError):
        return False
    return True


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError("stays_as_it_was", path=path, fault=error) from error
