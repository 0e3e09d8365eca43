"""zhize score: the table, the bar, the lists, and clear errors."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dashboards.commands.score import score
from dashboards.printed.grid import width
from extract.errors import ReadError


def fact(name: str, line: int, **rest: Any) -> dict[str, Any]:
    return {
        "relation": "appointed",
        "subject": {"kind": "official", "name": name},
        "object": {"kind": "department", "name": "县水利局"},
        "role": "局长",
        "date": "2024-05-06",
        "qualifiers": {},
        "doc": "a.txt",
        "line": line,
    } | rest


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def as_prediction(row: dict[str, Any]) -> dict[str, Any]:
    evidence = {"doc": row["doc"], "line": row["line"], "start": 0, "end": 1, "quote": "x"}
    return {k: v for k, v in row.items() if k not in {"doc", "line"}} | {"evidence": evidence, "rule": "r"}


def test_the_table_the_bar_and_the_lists(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", fact("甲某", 1), fact("乙某", 2), fact("丙某", 3))
    pred = write(
        tmp_path / "pred.jsonl", *(as_prediction(fact(n, i)) for n, i in (("甲某", 1), ("丁某", 2), ("丙某", 3)))
    )
    args = ["--gold", str(gold), "--pred", str(pred), "--show", "5"]
    passed = CliRunner().invoke(score, [*args, "--min-f1", "0.6"])
    assert passed.exit_code == 0
    assert "F1 值 0.6667；读对者之中：日期 2/2" in passed.output
    assert "漏读" in passed.output
    assert "乙某" in passed.output
    assert "丁某" in passed.output
    failed = CliRunner().invoke(score, [*args, "--min-f1", "0.7"])
    assert failed.exit_code == 1
    assert "得分低于要求" in failed.output


def test_gains_and_losses_against_an_earlier_run(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", fact("甲某", 1), fact("乙某", 2))
    before = write(tmp_path / "before.jsonl", as_prediction(fact("甲某", 1)))
    after = write(tmp_path / "after.jsonl", as_prediction(fact("乙某", 2)))
    result = CliRunner().invoke(score, ["--gold", str(gold), "--pred", str(after), "--against", str(before)])
    assert "增加: 1" in result.output
    assert "减少: 1" in result.output


@pytest.mark.parametrize("bad", ["missing.jsonl", "empty-folder", "broken.jsonl"])
def test_what_cannot_be_read_is_one_line(tmp_path: Path, bad: str) -> None:
    (tmp_path / "empty-folder").mkdir()
    (tmp_path / "broken.jsonl").write_text('{"relation": ', encoding="utf-8")
    pred = write(tmp_path / "pred.jsonl", as_prediction(fact("甲某", 1)))
    result = CliRunner().invoke(score, ["--gold", str(tmp_path / bad), "--pred", str(pred)])
    assert isinstance(result.exception, ReadError)
    assert bad in str(result.exception)
    assert "\n" not in str(result.exception)


def test_figures_stand_under_their_headings_in_both_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold = write(tmp_path / "gold.jsonl", fact("甲某", 1), fact("乙某", 2))
    pred = write(tmp_path / "pred.jsonl", as_prediction(fact("甲某", 1)))
    for language, head in (("zh", "召回率"), ("en", "missed")):
        monkeypatch.setenv("ZHIZE_LANGUAGE", language)
        printed = CliRunner().invoke(score, ["--gold", str(gold), "--pred", str(pred)]).output.splitlines()
        assert head in printed[0]
        assert {width(line) for line in printed[:3]} == {67}
