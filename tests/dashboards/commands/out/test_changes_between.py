"""zhize changes-between tells what a build changed, writes the feed, and applies it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboards.cli import cli
from dashboards.texts import texts
from extract.errors import ReadError, StoreError
from graph.keeping.judgements import Decision

FIRST = "临江市人民政府关于王小川任职的通知\n临政任〔2024〕1号\n经研究决定，任命：\n王小川同志为市水务局局长。\n\n临江市人民政府\n2024年1月8日\n"
SECOND = "临江市人民政府关于赵启明任职的通知\n临政任〔2024〕6号\n经研究决定，任命：\n赵启明同志为市财政局局长。\n\n临江市人民政府\n2024年6月3日\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments], catch_exceptions=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two builds of a workspace, and the snapshot of each."""
    made = tmp_path_factory.mktemp("feed")
    for name, text in (("a", FIRST), ("b", SECOND)):
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
        assert run("build", made / f"{name}.txt", "--workspace", made / "ws").exit_code == 0
        assert run("export", "snapshot", made / f"{name}.jsonl", "--workspace", made / "ws").exit_code == 0
    return made


def test_the_terminal_says_what_came_with_which_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = ("changes-between", folder / "a.jsonl", "--workspace", folder / "ws")
    monkeypatch.setenv("ZHIZE_LANGUAGE", "en")
    assert "+ appointed 赵启明 → 局长（市财政局）  [new document b.txt]" in run(*given).output.splitlines()
    monkeypatch.setenv("ZHIZE_LANGUAGE", "zh")
    assert "+ 任命 赵启明 → 局长（市财政局）  [新收文件 b.txt]" in run(*given).output.splitlines()


@pytest.mark.parametrize(
    "code",
    ["added", "removed", "changed", "document_new", "document_forgotten", "document_read_anew", "judgement", "rules"],
)
def test_each_change_and_cause_has_words(code: str) -> None:
    assert f"feed_{code}" in texts()


@pytest.mark.parametrize("decision", [one for one in Decision if one is not Decision.UNDO])
def test_each_decision_has_words(decision: Decision) -> None:
    assert f"feed_{decision.value}" in texts()


def test_the_feed_applied_gives_the_newer_snapshot(folder: Path, tmp_path: Path) -> None:
    run(
        "changes-between",
        folder / "a.jsonl",
        folder / "b.jsonl",
        "--jsonl",
        tmp_path / "f",
        "--workspace",
        folder / "ws",
    )
    run(
        "changes-between",
        folder / "a.jsonl",
        "--apply",
        tmp_path / "f",
        "--out",
        tmp_path / "o",
        "--workspace",
        folder / "ws",
    )
    assert (tmp_path / "o").read_bytes() == (folder / "b.jsonl").read_bytes()


def test_words_to_watch_and_the_forms(folder: Path, tmp_path: Path) -> None:
    forms = ("--csv", tmp_path / "t.csv", "--atom", tmp_path / "t.xml", "--workspace", folder / "ws")
    run("changes-between", folder / "a.jsonl", folder / "b.jsonl", "--watch", "水务", *forms)
    assert "赵启明" not in (tmp_path / "t.csv").read_text(encoding="utf-8-sig")
    run("changes-between", folder / "a.jsonl", folder / "b.jsonl", "--watch", "财政", *forms)
    assert "赵启明" in (tmp_path / "t.csv").read_text(encoding="utf-8-sig")
    assert "赵启明" in (tmp_path / "t.xml").read_text(encoding="utf-8")


def test_what_is_not_a_snapshot_is_refused(folder: Path) -> None:
    with pytest.raises(ReadError, match=r"not a snapshot|not JSON"):
        run("changes-between", folder / "a.txt", "--workspace", folder / "ws")
    with pytest.raises(StoreError, match="--out"):
        run("changes-between", folder / "a.jsonl", "--apply", folder / "a.jsonl", "--workspace", folder / "ws")
