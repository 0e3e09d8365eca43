"""Facts as Parquet files, one folder a jurisdiction, for pandas, polars, DuckDB: jurisdiction=420117/facts.parquet.

In:  a workspace. Out: files, written aside and renamed; one jurisdiction at a time is in memory.

    pandas.read_parquet("facts"); SELECT relation, count(*) FROM read_parquet('facts/*/*.parquet', hive_partitioning = true) GROUP BY 1

The facts are those of extraction, before any judgement; the text of a date is as precise as printed.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow as pa
from pyarrow import parquet

from extract.errors import StoreError
from extract.facts import Fact
from extract.private import masked
from graph.ids import Documents
from graph.jurisdictions import UNKNOWN
from graph.keeping.durable import aside_of
from graph.workspace import Workspace

FILE = "facts.parquet"
TEXTS = (
    "fact_id", "relation", "subject_kind", "subject", "object_kind", "object", "role", "date", "file", "sha256", "quote", "rule", "qualifiers",
)  # fmt: skip
NUMBERS = ("line", "span_start", "span_end", "subject_start", "object_start")
SCHEMA = pa.schema([*((name, pa.string()) for name in TEXTS), *((name, pa.int64()) for name in NUMBERS)])


def write_parquet(workspace: Workspace, folder: Path) -> tuple[int, int]:
    """Writes the facts of a workspace; how many jurisdictions and facts there are."""
    names = {source.sha256: doc for source, doc in workspace.names().items()}
    parts: dict[str, list[str]] = defaultdict(list)
    for sha256 in names:
        parts[_scope(workspace, sha256)].append(sha256)
    facts = 0
    for scope, documents in sorted(parts.items()):
        corpus = workspace.corpus_of({sha256: names[sha256] for sha256 in documents})
        rows = list(_rows(corpus.facts, corpus.documents))
        _write(folder / f"jurisdiction={quote(scope, safe='')}" / FILE, rows)
        facts += len(rows)
    return len(parts), facts


def _scope(workspace: Workspace, sha256: str) -> str:
    documents = Documents.of(workspace.context(sha256))
    return next((code for doc in documents.records if (code := documents.jurisdiction(doc))), UNKNOWN)


def _rows(facts: Iterable[Fact], documents: Documents) -> Iterator[dict[str, Any]]:
    for fact in facts:
        evidence = fact.evidence
        yield {
            "fact_id": documents.fact_id(fact),
            "relation": fact.relation.value,
            "subject_kind": fact.subject.kind.value,
            "subject": masked(fact.subject.name),
            "object_kind": fact.object.kind.value,
            "object": masked(fact.object.name),
            "role": fact.role,
            "date": fact.date,
            "file": evidence.doc,
            "sha256": documents.sha256(evidence.doc),
            "quote": masked(evidence.quote),
            "rule": fact.rule,
            "qualifiers": masked(json.dumps(fact.qualifiers.stated(), ensure_ascii=False)),
            "line": evidence.line,
            "span_start": evidence.start,
            "span_end": evidence.end,
            "subject_start": fact.subject.start,
            "object_start": fact.object.start,
        }


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = aside_of(path)
        parquet.write_table(pa.Table.from_pylist(rows, SCHEMA), new, compression="zstd")
        new.replace(path)
    except OSError as error:
        raise StoreError("cannot_write_place", path=path, fault=error) from error
