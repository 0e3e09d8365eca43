"""What a workspace holds, written down after each build: so that a document or a judgement that is gone is missed.

    state.json   {"documents": {"9f2c…": ["anshan-2024-1.txt", "/texts/anshan-2024-1.txt"]}, "judgements": "5e0d…", "check": "…"}

In:  the folder of a workspace. Out: what it held when the last build ended, and what is lost, cut or changed since.
"""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import msgspec

from extract.errors import ReadError, StoreError
from extract.output.json_lines import row_of
from extract.wording.reasons import Reason, reason
from graph.keeping.durable import write_whole
from graph.keeping.sealed import CHECK, Lines, is_sound, read_lines, sealed
from graph.keeping.sources import PARTS, SOURCE, Source, Stored, stored_from, sum_of

FILE = "state.json"
HEAL = "zhize doctor --repair"
KNOWN = 20_000  # source files of which a process remembers what they say: a build asks for all of them several times


@dataclass(frozen=True, slots=True)
class State:
    """What a workspace held: its documents with name and path, the checksum of its last judgement."""

    documents: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    judgements: str = ""


@dataclass(frozen=True, slots=True)
class Damage:
    """A stored document that is not whole: which, what is wrong, and its source where that still says anything."""

    sha256: str
    doc: str
    what: Reason
    source: Source | None = None

    @property
    def line(self) -> Reason:
        """What is wrong, and what heals it."""
        return reason("damaged_document", what=self.what, doc=self.doc, hash=self.sha256[:12])

    def __str__(self) -> str:
        return self.line.text("en")


def read_state(folder: Path) -> State | None:
    """What a workspace held when the last build ended; None where no build has said it yet. StoreError for one that was changed."""
    path = folder / FILE
    if not path.exists():
        return None
    try:
        text = path.read_text(encoding="utf-8")
        row = row_of(text, FILE)
        if not is_sound(text.removesuffix("\n"), row):
            raise ReadError("was_changed", where=FILE)
        return msgspec.convert({key: value for key, value in row.items() if key != CHECK}, State)
    except (OSError, UnicodeDecodeError, ReadError, msgspec.ValidationError) as error:
        raise StoreError("state_untrusted", path=path, fault=error, heal=HEAL) from error


def write_state(folder: Path, state: State) -> None:
    """Writes down what the workspace holds, if it is not what is written there already."""
    documents = {sha256: list(named) for sha256, named in sorted(state.documents.items())}
    content = sealed({"documents": documents, "judgements": state.judgements}).encode()
    path = folder / FILE
    if not path.exists() or path.read_bytes() != content:
        write_whole(path, content)


def stored_in(facts: Path) -> tuple[list[Stored], list[Damage]]:
    """The sources of a folder of extractions, in the order of their hashes, and those that are damaged."""
    whole, damaged = [], []
    for path in source_files(facts):
        try:
            whole.append(_stored(path))
        except (OSError, UnicodeDecodeError, ReadError) as error:
            damaged.append(_unread(path, error))
    return whole, damaged


def source_files(facts: Path) -> list[Path]:
    """The source files of a folder of extractions, in the order of their hashes; what stands aside is none."""
    try:
        names = sorted(name for name in os.listdir(facts) if name.endswith(SOURCE) and not name.startswith("."))
    except FileNotFoundError:
        return []
    return [facts / name for name in names]


def _stored(path: Path) -> Stored:
    """What a source file says; the same bytes are taken apart once."""
    return _stored_of(path.read_bytes(), path.name)


@lru_cache(maxsize=KNOWN)
def _stored_of(content: bytes, name: str) -> Stored:
    return stored_from(content.decode("utf-8"), Path(name))


def damages(folder: Path, among: Collection[str] | None = None) -> list[Damage]:
    """The documents that are not as they were stored: a part is lost, cut or changed.

    Reads every part of every document; of all but those `among` these hashes only whether they are there, where such are given.
    """
    facts = folder / "facts"
    stored, counted = stored_in(facts)
    for one in stored:
        if (among is None or one.source.sha256 in among) and (what := _wrong_part(facts, one)):
            counted.append(Damage(one.source.sha256, one.source.doc, what, one.source))
    there = {one.source.sha256 for one in stored} | {one.sha256 for one in counted}
    return sorted([*counted, *lost_documents(folder, there)], key=lambda one: one.sha256)


def lost_documents(folder: Path, there: Collection[str]) -> list[Damage]:
    """The documents that the last build still saw, and that are not among those that are there."""
    state = read_state(folder)
    return [
        Damage(sha256, doc, gone(sha256, SOURCE), Source(sha256, doc, path, ""))
        for sha256, (doc, path) in (state.documents if state else {}).items()
        if sha256 not in there
    ]


def stored_document(facts: Path, sha256: str) -> tuple[Stored | None, Damage | None]:
    """One stored document, and what is wrong with it where anything is; every part of it is read."""
    path = facts / f"{sha256}{SOURCE}"
    try:
        stored = _stored(path)
    except (OSError, UnicodeDecodeError, ReadError) as error:
        return None, _unread(path, error)
    what = _wrong_part(facts, stored)
    return stored, Damage(sha256, stored.source.doc, what, stored.source) if what else None


def lost_judgements(folder: Path, lines: Lines | None = None) -> Reason | None:
    """What is wrong with the judgements: a line was changed, or lines are gone that the last build still saw."""
    path = folder / "judgements.jsonl"
    read = lines or read_lines(path)
    if read.faults:
        fault = read.faults[0]
        return reason("line_fault", name=path.name, line=fault.number, fault=fault.fault)
    state = read_state(folder)
    if state and state.judgements and state.judgements not in {line.row.get(CHECK) for line in read.lines}:
        return reason("lines_gone", file=path.name)
    return None


def gone(sha256: str, part: str = "") -> Reason:
    """What is said of a stored part that is not there."""
    return reason("part_gone", name=_part_name(sha256, part))


def _part_name(sha256: str, part: str) -> str:
    return f"facts/{sha256[:12]}…{part}"


def _unread(path: Path, error: Exception) -> Damage:
    """The damage of a source file that does not say what it should."""
    sha256 = path.name.removesuffix(SOURCE)
    why = (
        error.reason if isinstance(error, ReadError) else reason("part_unread", name=f"facts/{path.name}", fault=error)
    )
    return Damage(sha256, sha256[:12], why)


def _wrong_part(facts: Path, stored: Stored) -> Reason | None:
    for part in PARTS[:-1]:
        path = facts / f"{stored.source.sha256}{part}"
        name = _part_name(stored.source.sha256, part)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return gone(stored.source.sha256, part)
        except OSError as error:
            return reason("part_unread", name=name, fault=error)
        if stored.sums and sum_of(content) != stored.sums[part]:
            return reason("part_changed", name=name)
    return None
