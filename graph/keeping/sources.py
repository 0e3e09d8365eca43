"""The source file of a stored document: what it is known by, and the checksums of its parts.

In:  facts/<sha256>.source.json. Out: a Source and its sums, or what is wrong with the file.

It is written last and sealed: where it stands sound, it says what every other part of the document must be.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from extract.errors import ReadError
from extract.facts import CueRecord, Extraction, Passage, context_to_json
from extract.output.json_lines import row_of
from graph.keeping.sealed import CHECK, is_sound, sealed, text_of
from graph.keeping.shapes import SHA256

PARTS = (".context.jsonl", ".doubts.jsonl", ".passages.jsonl", ".jsonl", ".source.json")  # in the order of writing
SOURCE = PARTS[-1]
BEFORE_SUMS = {"sha256", "doc", "path", "rules", "about"}  # what version 0.1 wrote


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a stored document: its hash, its name in the facts, where it was read, by which rules."""

    sha256: str
    doc: str
    path: str
    rules: str  # version of the extraction; other rules extract anew
    about: tuple[str | None, ...] = ()  # what the manifest said: jurisdiction, issue, published, url, name


@dataclass(frozen=True, slots=True)
class Ended:
    """How many cues of one relation ended in one way: in a fact, in a doubt, or aside; with its code, where it has one."""

    relation: str
    ends: str
    code: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Stored:
    """A source with the checksums of its parts, none where version 0.1 stored it; and how its cues ended, where that was counted."""

    source: Source
    sums: Mapping[str, str] = field(default_factory=dict)
    cues: tuple[Ended, ...] = ()


def balance_of(cues: Iterable[CueRecord]) -> tuple[Ended, ...]:
    """How the cues of a document ended, each way with its number."""
    counted = Counter((cue.relation, cue.ends, cue.code) for cue in cues)
    return tuple(Ended(*way, count) for way, count in sorted(counted.items(), key=lambda pair: str(pair[0])))


def sum_of(content: bytes) -> str:
    """The checksum of a part."""
    return hashlib.sha256(content).hexdigest()


def contents_of(source: Source, extraction: Extraction, passages: Iterable[Passage]) -> dict[str, bytes]:
    """The content of each part of a stored document, the source last."""
    content = {
        ".context.jsonl": _lines(context_to_json(one) for one in extraction.context),
        ".doubts.jsonl": _lines(doubt.to_json() for doubt in extraction.doubts),
        ".passages.jsonl": _lines(passage.to_json() for passage in passages),
        ".jsonl": _lines(fact.to_json() for fact in extraction.facts),
    }
    sums = {part: sum_of(content[part]) for part in PARTS[:-1]}
    return content | {SOURCE: sealed(row_of_source(source, sums, balance_of(extraction.cues))).encode()}


def _lines(rows: Iterable[dict[str, Any]]) -> bytes:
    return "".join(f"{text_of(row)}\n" for row in rows).encode()


def row_of_source(source: Source, sums: Mapping[str, str], cues: Iterable[Ended] = ()) -> dict[str, Any]:
    """What a source file says, without its own checksum."""
    counted = [[one.relation, one.ends, one.code, one.count] for one in cues]
    row: dict[str, Any] = {"sha256": source.sha256, "doc": source.doc, "path": source.path, "rules": source.rules}
    return row | {"about": list(source.about), "sums": dict(sums)} | ({"cues": counted} if counted else {})


def stored_from(text: str, path: Path) -> Stored:
    """What a source file says; raises ReadError that names the file and what is wrong with it."""
    where = f"facts/{path.name}"
    row = row_of(text, where)
    sums = row.get("sums", {})
    if set(row) != BEFORE_SUMS and not is_sound(text.removesuffix("\n"), row):
        raise ReadError("was_changed", where=where)
    if set(row) - {"cues"} not in (BEFORE_SUMS, BEFORE_SUMS | {"sums", CHECK}):
        raise ReadError("not_as_written", where=where)
    try:
        source = msgspec.convert({key: row[key] for key in BEFORE_SUMS}, Source)
        sums = msgspec.convert(sums, dict[str, str])
        cues = msgspec.convert(row.get("cues", []), list[tuple[str, str, str | None, int]])
    except msgspec.ValidationError as error:
        raise ReadError("not_as_written_because", where=where, fault=error) from error
    if not SHA256.fullmatch(source.sha256) or source.sha256 != path.name.removesuffix(SOURCE):
        raise ReadError("other_document", where=where)
    if sums and set(sums) != set(PARTS[:-1]):
        raise ReadError("parts_unsaid", where=where)
    return Stored(source, sums, tuple(Ended(*one) for one in cues))
