"""The workspace: a folder that holds what was extracted, what people decided, what was done, and the graph made of it.

    zhize.toml                        settings: store, jurisdiction
    facts/<sha256>.jsonl              facts of one document; beside it .context, .doubts, .passages and .source
    judgements.jsonl  log.jsonl       only ever added to
    graph.kgl                         the projection; can be rebuilt from the rest at any time

A document is known by the hash of its bytes. Its files are written aside and renamed, the source last: where it stands, all is there,
and what a crash left half renewed still bears the old rules in it, and is extracted again.
"""

import json
import os
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extract.errors import StoreError
from extract.facts import (
    Context,
    Doubt,
    Extraction,
    Fact,
    Passage,
    context_from_json,
    context_to_json,
    read_rows,
    write_rows,
)
from graph.corpus import Corpus
from graph.judgements import Judgements, read_judgements
from graph.locking import held_lock

SETTINGS = """\
# Settings of this Zhize workspace.

# Where the graph is kept: an embedded file beside this one if not given, or bolt://host:7687, neo4j://host:7687.
# store = "bolt://127.0.0.1:7687"

# GB/T 2260 code of documents whose jurisdiction no manifest says; without it the masthead decides.
# jurisdiction = "420117"

# The same for one folder or file; the path is absolute or begins at this file.
# [[source]]
# path = "../gazettes/xinzhou"
# jurisdiction = "420117"
"""
KNOWN_SETTINGS = {"store", "jurisdiction", "source"}
KNOWN_OF_SOURCE = {"path", "jurisdiction"}
PARTS = (".context.jsonl", ".doubts.jsonl", ".passages.jsonl", ".jsonl", ".source.json")  # in the order of writing


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a stored document: its hash, its name in the facts, where it was read, by which rules."""

    sha256: str
    doc: str
    path: str
    rules: str  # version of the extraction; other rules extract anew
    about: tuple[str | None, ...] = ()  # what the manifest said: jurisdiction, issue, published, url, name


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace folder."""

    folder: Path

    @property
    def facts_folder(self) -> Path:
        """The folder of extractions."""
        return self.folder / "facts"

    @property
    def judgements_path(self) -> Path:
        """The file of judgements."""
        return self.folder / "judgements.jsonl"

    @property
    def log_path(self) -> Path:
        """The log of builds."""
        return self.folder / "log.jsonl"

    @property
    def graph_path(self) -> Path:
        """The embedded graph."""
        return self.folder / "graph.kgl"

    @property
    def store_url(self) -> str:
        """The store that the settings name, else the embedded graph."""
        url = self.settings().get("store")
        return str(url) if url else f"kglite://{self.graph_path.absolute()}"

    def settings(self) -> dict[str, Any]:
        """What zhize.toml says; nothing where there is none."""
        path = self.folder / "zhize.toml"
        if not path.exists():
            return {}
        try:
            found = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise StoreError(f"{path} cannot be read: {error}") from error
        if unknown := sorted(set(found) - KNOWN_SETTINGS):
            raise StoreError(
                f"{path} has the unknown setting {unknown[0]!r}; known are {', '.join(sorted(KNOWN_SETTINGS))}"
            )
        return found

    def jurisdiction_of(self, path: Path) -> str | None:
        """What the settings say of a document: its own source, the nearest one, else the jurisdiction of all."""
        settings = self.settings()
        nearest: tuple[int, str | None] = (-1, settings.get("jurisdiction"))
        place = path.absolute().resolve()
        for source in settings.get("source", []):
            if not isinstance(source, dict) or set(source) != KNOWN_OF_SOURCE:
                raise StoreError(f"{self.folder / 'zhize.toml'}: a [[source]] has a path and a jurisdiction, no more")
            at = (self.folder / str(source["path"])).resolve()
            if place.is_relative_to(at):
                nearest = max(nearest, (len(at.parts), str(source["jurisdiction"])), key=lambda one: one[0])
        return nearest[1]

    def prepare(self) -> None:
        """Makes the folder and its settings if they are not there."""
        with _writing(self.folder):
            self.facts_folder.mkdir(parents=True, exist_ok=True)
            settings = self.folder / "zhize.toml"
            if not settings.exists():
                settings.write_text(SETTINGS, encoding="utf-8")

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keeps every other builder out; the second is told who holds the workspace."""
        self.prepare()
        with held_lock(self.folder / "lock", f"the workspace {self.folder}"):
            yield

    def sources(self) -> list[Source]:
        """All stored documents, in the order of their hashes."""
        return [self._source(path) for path in sorted(self.facts_folder.glob("*.source.json"))]

    def put(self, source: Source, extraction: Extraction, passages: Iterable[Passage]) -> None:
        """Stores one extraction: all files are written aside, then renamed, the source last."""
        row = {"sha256": source.sha256, "doc": source.doc, "path": source.path, "rules": source.rules}
        content: dict[str, Iterable[dict[str, Any]]] = {
            ".context.jsonl": (context_to_json(c) for c in extraction.context),
            ".doubts.jsonl": (d.to_json() for d in extraction.doubts),
            ".passages.jsonl": (p.to_json() for p in passages),
            ".jsonl": (f.to_json() for f in extraction.facts),
            ".source.json": [row | {"about": list(source.about)}],
        }
        asides = {part: self.facts_folder / f".{source.sha256}{part}.new" for part in PARTS}
        try:
            with _writing(self.facts_folder):
                for part, aside in asides.items():
                    with aside.open("w", encoding="utf-8") as stream:
                        write_rows(content[part], stream)
                        stream.flush()
                        os.fsync(stream.fileno())
                for part, aside in asides.items():
                    os.replace(aside, self.facts_folder / f"{source.sha256}{part}")
        finally:
            for aside in asides.values():
                aside.unlink(missing_ok=True)

    def forget(self, sha256: str) -> None:
        """Removes the files of a document, the source first."""
        with _writing(self.facts_folder):
            for part in reversed(PARTS):
                (self.facts_folder / f"{sha256}{part}").unlink(missing_ok=True)

    def find(self, name: str) -> Source:
        """The document of that hash (or the beginning of it), name or path; StoreError if it is none or several."""
        found = [
            source
            for source in self.sources()
            if name in {source.doc, source.path, Path(source.doc).name}
            or (len(name) >= 8 and source.sha256.startswith(name))
        ]
        if len(found) == 1:
            return found[0]
        if found:
            raise StoreError(f"{name!r} is several documents; give a hash: {', '.join(s.sha256[:12] for s in found)}")
        known = ", ".join(source.doc for source in self.sources()[:5]) or "none"
        raise StoreError(f"no document {name!r} in {self.folder}; known are {known}")

    def corpus(self) -> Corpus:
        """All facts, doubts, context and passages of the workspace."""
        return self.corpus_without(frozenset())

    def corpus_without(self, hashes: Collection[str]) -> Corpus:
        """All facts, doubts, context and passages but those of some documents."""
        facts: list[Fact] = []
        doubts: list[Doubt] = []
        context: list[Context] = []
        passages: list[Passage] = []
        gazettes: dict[str, str] = {}
        for source, doc in self._names().items():
            if source.sha256 in hashes:
                continue
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

    def passages(self, sha256: str) -> list[Passage]:
        """The passages of one document; none where its text was never read here."""
        return [Passage.from_json(row) for row in self._rows(sha256, ".passages.jsonl")]

    def judgements(self) -> Judgements:
        """What people decided."""
        return read_judgements(self.judgements_path)

    def log(self, what: str, **said: Any) -> None:
        """Adds one line to the log."""
        row = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "is": what, **said}
        with _writing(self.log_path), self.log_path.open("a", encoding="utf-8") as stream:
            write_rows([row], stream)

    def history(self) -> list[dict[str, Any]]:
        """The lines of the log; a last line that a crash cut off is passed over."""
        if not self.log_path.exists():
            return []
        lines = self.log_path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.endswith("}")]

    def _names(self) -> dict[Source, str]:
        """The documents and their names; where two folders hold a file of one name, each is called by its hash as well."""
        sources = self.sources()
        often = Counter(source.doc for source in sources)
        return {s: s.doc if often[s.doc] == 1 else f"{s.sha256[:8]}/{s.doc}" for s in sources}

    def _source(self, path: Path) -> Source:
        try:
            row = json.loads(path.read_text(encoding="utf-8"))
            return Source(row["sha256"], row["doc"], row["path"], row["rules"], tuple(row["about"]))
        except (OSError, ValueError, KeyError) as error:
            raise StoreError(f"{path} is damaged ({error}); forget the document and build again") from error

    def _rows(self, sha256: str, part: str) -> Iterator[dict[str, Any]]:
        path = self.facts_folder / f"{sha256}{part}"
        if path.exists():
            with path.open(encoding="utf-8") as stream:
                yield from read_rows(stream, path.name)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror}; what was there stays as it was") from error
