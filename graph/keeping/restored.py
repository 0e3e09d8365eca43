"""The files of an archive, checked as anything else that comes from outside, before one of them is put into a workspace.

In:  files by name. Out: the same, with checksums where version 0.1 wrote none; a ReadError that names file, line and field.
"""

import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from extract.errors import ReadError
from extract.facts import Context, Doubt, Fact, Passage
from extract.output.json_lines import line_in, row_of
from extract.wording.reasons import Reason
from graph.keeping.given import Given, check_quotes, context_of, doubt_of, fact_of, passage_of
from graph.keeping.judgements import Judgement
from graph.keeping.sealed import lines_of, sealed
from graph.keeping.sources import PARTS, SOURCE, Stored, row_of_source, stored_from, sum_of

DIGITS = 64


def check_restored(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, all of them checked; documents of version 0.1 are sealed; raises ReadError for one that is damaged."""
    files_by_name = dict(files)
    parts: dict[str, dict[str, bytes]] = defaultdict(dict)
    for name, content in files.items():
        folder, _, file = name.partition("/")
        if folder == "facts":
            parts[file[:DIGITS]][file[DIGITS:]] = content
        elif name in ("judgements.jsonl", "log.jsonl"):
            _check_lines(name, content)
    for sha256, here in parts.items():
        if missing := [part for part in PARTS if part not in here]:
            raise ReadError("archive_part_missing", doc=sha256[:12], part=missing[0])
        path = Path(f"{sha256}{SOURCE}")
        stored = stored_from(_text(here[SOURCE], path.name), path)
        sums = {part: sum_of(here[part]) for part in PARTS[:-1]}
        if stored.sums and dict(stored.sums) != sums:
            raise ReadError("other_facts", name=path.name)
        _check_document(stored, here)
        files_by_name[f"facts/{path.name}"] = sealed(row_of_source(stored.source, sums, stored.cues)).encode()
    return files_by_name


def _check_document(stored: Stored, content: Mapping[str, bytes]) -> None:
    places: dict[int, str | Reason] = {}
    sha256 = stored.source.sha256

    def made(part: str, make: Callable[[dict[str, Any], str | Reason], Any]) -> Iterator[Any]:
        for where, row in _rows(content[part], f"facts/{sha256[:12]}…{part}"):
            one = make(row, where)
            places[id(getattr(one, "evidence", one))] = where
            yield one

    facts: tuple[Fact, ...] = tuple(made(".jsonl", fact_of))
    context: tuple[Context, ...] = tuple(made(".context.jsonl", context_of))
    doubts: tuple[Doubt, ...] = tuple(made(".doubts.jsonl", doubt_of))
    passages: tuple[Passage, ...] = tuple(made(".passages.jsonl", passage_of))
    check_quotes(Given(facts, context, doubts, passages, places))


def _check_lines(name: str, content: bytes) -> None:
    lines = lines_of(_text(content, name).split("\n"))
    for line in lines.faults:
        raise ReadError("line_fault", name=name, line=line.number, fault=line.fault)
    for number, row in enumerate(lines.rows if name == "judgements.jsonl" else [], 1):
        try:
            Judgement.from_json(row)
        except ReadError as error:
            raise ReadError("line_fault", name=name, line=number, fault=error) from error


def _rows(content: bytes, name: str) -> Iterator[tuple[str | Reason, dict[str, Any]]]:
    for number, line in enumerate(io.StringIO(_text(content, name)), 1):
        if line.strip():
            where = line_in(name, number)
            yield where, row_of(line, where)


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError("no_utf8", name=name, byte=error.start) from error
