import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dashboards.cli import main
from extract.facts import Fact, context_to_json
from extract.output.json_lines import write_rows
from graph.keeping.judgements import Decision, Judgement, add_judgement
from tests.graph.identity_facts import Gazette


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["zhize", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code if isinstance(ended.value.code, int) else 0


def as_long_as_it_is(fact: Fact) -> Fact:
    """The fact with a quotation that is as long as its span."""
    evidence = fact.evidence
    return replace(fact, evidence=replace(evidence, end=evidence.start + len(evidence.quote)))


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    gazette = Gazette().names("区发改局", "区发展和改革局", "区财政局")
    path = tmp_path / "facts.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        write_rows((as_long_as_it_is(fact).to_json() for fact in gazette.facts), stream)
    with (tmp_path / "facts.context.jsonl").open("w", encoding="utf-8") as stream:
        write_rows((context_to_json(record) for record in gazette.context), stream)
    return path


def clusters(path: Path) -> list[dict[str, object]]:
    return [
        row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()) if row["kind"] == "department"
    ]


def test_clusters_have_the_keys_of_the_contract(facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "resolve", facts, "-o", tmp_path / "clusters.jsonl") == 0
    found = clusters(tmp_path / "clusters.jsonl")
    assert len(found) == 2
    for row in found:
        assert {"key", "kind", "jurisdiction", "name", "names", "members", "score", "why"} <= set(row)
    assert {row["jurisdiction"] for row in found} == {"430103"}


def test_standard_output_carries_clusters_alone(
    facts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "resolve", facts) == 0
    said = capsys.readouterr()
    assert all(json.loads(line)["key"] for line in said.out.splitlines())
    assert "zhize review" in said.err


def test_judgements_of_a_workspace_are_kept(facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, "resolve", facts, "-o", tmp_path / "before.jsonl")
    one = next(row for row in clusters(tmp_path / "before.jsonl") if len(row["members"]) == 2)  # type: ignore[arg-type]
    judgement = Judgement(Decision.NOT_SAME, tuple(one["members"]), "读者", "2026-03-01T09:00:00+00:00")  # type: ignore[arg-type]
    add_judgement(tmp_path / "judgements.jsonl", judgement)
    after = tmp_path / "after.jsonl"
    run(monkeypatch, "resolve", facts, "-o", after, "--judgements", tmp_path / "judgements.jsonl")
    assert len(clusters(after)) == 3


def test_a_missing_file_is_one_line_that_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "resolve", tmp_path / "none.jsonl") == 1
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 1
    assert "zhize extract" in said[0]
