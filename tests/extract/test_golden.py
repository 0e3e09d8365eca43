"""Golden passages: each text under tests/golden/<format>/ yields exactly the facts beside it, each with a true quotation.

The folder's index.toml gives the reason for each passage; `relations` limits a passage to the relations that it is about. Rows state
what matters and leave out offsets: relation, subject, object, role, date, qualifiers, line. After a change of rules

    python -m tests.extract.test_golden FORMAT/NAME…

writes what extraction says now; read it in the diff.
"""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of

GOLDEN = Path(__file__).parents[1] / "golden"
PASSAGES: dict[str, dict[str, Any]] = {
    f"{index.parent.name}/{name}": passage
    for index in sorted(GOLDEN.glob("*/index.toml"))
    for name, passage in tomllib.loads(index.read_text("utf-8")).items()
}


def rows_of(name: str) -> list[dict[str, Any]]:
    text = (GOLDEN / f"{name}.txt").read_text("utf-8")
    relations = PASSAGES[name].get("relations")
    facts = extract_document(document_of(text, f"{name}.txt")).facts
    return [_row(fact) for fact in facts if relations is None or fact.relation.value in relations]


def _row(fact: Fact) -> dict[str, Any]:
    row: dict[str, Any] = {
        "relation": fact.relation.value,
        "subject": {"kind": fact.subject.kind.value, "name": fact.subject.name},
        "object": {"kind": fact.object.kind.value, "name": fact.object.name},
        "role": fact.role,
    }
    if fact.date:
        row["date"] = fact.date
    if qualifiers := fact.qualifiers.stated():
        row["qualifiers"] = qualifiers
    return row | {"line": fact.evidence.line}


def _sorted(rows: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)


@pytest.mark.parametrize("name", sorted(PASSAGES))
def test_a_golden_passage_yields_exactly_its_facts(name: str) -> None:
    expected = [json.loads(line) for line in (GOLDEN / f"{name}.jsonl").read_text("utf-8").splitlines()]
    assert _sorted(rows_of(name)) == _sorted(expected)


@pytest.mark.parametrize("name", sorted(PASSAGES))
def test_every_quotation_of_a_golden_passage_is_true(name: str) -> None:
    text = (GOLDEN / f"{name}.txt").read_text("utf-8")
    for fact in extract_document(document_of(text, f"{name}.txt")).facts:
        assert fact.evidence.quote == text[fact.evidence.start : fact.evidence.end]


def test_every_passage_has_a_reason_and_every_text_a_passage() -> None:
    for ending in ("txt", "jsonl"):
        named = {path.relative_to(GOLDEN).with_suffix("").as_posix() for path in GOLDEN.rglob(f"*.{ending}")}
        assert named == set(PASSAGES)
    assert all(passage.get("reason") and passage.get("manner") for passage in PASSAGES.values())


def write(name: str) -> None:
    rows = [json.dumps(row, ensure_ascii=False) for row in rows_of(name)]
    (GOLDEN / f"{name}.jsonl").write_text("".join(row + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    for passage_name in sys.argv[1:]:
        write(passage_name)
