import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dashboards.cli import main
from graph.build import Refreshed, refresh
from graph.keeping.judgements import Decision, Judgement, add_judgement
from graph.projection.elements import Held
from graph.stores.store import Store, open_store
from graph.workspace import Workspace
from queries.search.index import is_at_hand
from tests.graph.gazettes import write_gazettes

pytestmark = pytest.mark.usefixtures("english")


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    """The command line, as a user meets it: exit code; output is captured by pytest."""
    monkeypatch.setattr(sys, "argv", ["zhize", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code if isinstance(ended.value.code, int) else 0


def held(workspace: Path) -> dict[str, Held]:
    with open_store(Workspace(workspace).store_url) as store:
        return {scope: store.projection(scope) for scope in store.scopes()}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_gazettes(tmp_path / "gazettes")
    return tmp_path


def test_build_says_what_it_did(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "build", place / "gazettes", "--workspace", place / "w") == 0
    said = capsys.readouterr().out
    assert "documents: 3 new" in said
    for word in ("notices", "facts", "doubts", "tenures", "merges", "written: "):
        assert word in said
    assert run(monkeypatch, "build", place / "gazettes", "--workspace", place / "w") == 0
    again = capsys.readouterr().out
    assert "0 new" in again
    assert "3 known" in again
    assert "written: nothing" in again


def test_a_build_that_finds_nothing_new_projects_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "build", place / "gazettes", "--workspace", place / "w") == 0
    first = capsys.readouterr().out
    with monkeypatch.context() as never:
        never.setattr("dashboards.commands.build.refresh", lambda *_: pytest.fail("projected without need"))
        assert run(never, "build", place / "gazettes", "--workspace", place / "w") == 0
        again = capsys.readouterr().out
    numbers = [line for line in first.splitlines() if line.startswith(("in the graph", "officials"))]
    assert numbers
    assert numbers == [line for line in again.splitlines() if line.startswith(("in the graph", "officials"))]


@pytest.mark.parametrize("what", ["judgement", "document", "graph", "rules", "record", "rebuild", "compare"])
def test_a_build_does_its_work_where_anything_changed(place: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    workspace, options = Workspace(place / "w"), list[str]()
    run(monkeypatch, "build", place / "gazettes", "--workspace", place / "w")
    before = held(place / "w")
    if what == "judgement":
        add_judgement(
            workspace.judgements_path, Judgement(Decision.SETTLED, ("0123456789abcdef",), "reader", "2026-01-01")
        )
    elif what == "document":
        manifest = place / "gazettes" / "manifest.toml"
        manifest.write_text(manifest.read_text(encoding="utf-8").replace("2022-03-31", "2022-03-30"), encoding="utf-8")
    elif what == "graph":
        with open_store(workspace.store_url, writing=True, rebuild=True) as store:
            store.checkpoint()
    elif what == "rules":
        monkeypatch.setattr("graph.standing.program", lambda: "other rules")
    elif what == "record":
        record = place / "w" / "made.json"
        record.write_text(record.read_text(encoding="utf-8").replace('"merges"', '"merged"'), encoding="utf-8")
    else:
        options = [f"--{what}"]
    done: list[Refreshed] = []

    def counted(*given: Any) -> Refreshed:
        done.append(refresh(*given))
        return done[-1]

    monkeypatch.setattr("dashboards.commands.build.refresh", counted)
    assert run(monkeypatch, "build", place / "gazettes", "--workspace", place / "w", *options) == 0
    assert len(done) == 1
    assert held(place / "w") == before or what == "document"


def test_a_graph_is_asked_whether_it_stands_only_where_nothing_is_new(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def noted(url: str, **options: Any) -> Store:
        opened.append(url)
        return open_store(url, **options)

    monkeypatch.setattr("graph.standing.open_store", noted)
    (one, *others) = sorted((place / "gazettes").glob("*.txt"))
    assert run(monkeypatch, "build", *others, "--workspace", place / "w") == 0
    assert run(monkeypatch, "build", one, "--workspace", place / "w") == 0
    assert not opened
    assert run(monkeypatch, "build", one, "--workspace", place / "w") == 0
    assert opened == [Workspace(place / "w").store_url]


def test_bad_input_leaves_an_existing_graph_as_it_was(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "build", place / "gazettes", "--workspace", place / "w")
    before = (place / "w" / "graph.kgl").read_bytes()
    (place / "bad.txt").write_bytes(b"\x00\x01\x02")
    for bad in (place / "bad.txt", place / "missing.txt"):
        capsys.readouterr()
        assert run(monkeypatch, "build", bad, "--workspace", place / "w") == 1
        assert capsys.readouterr().err.count("\n") == 1
        assert (place / "w" / "graph.kgl").read_bytes() == before


def test_facts_that_another_run_extracted_make_the_same_facts_in_the_graph(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "extract", place / "gazettes", "-o", place / "f.jsonl")
    assert run(monkeypatch, "load", place / "f.jsonl", "--workspace", place / "w", "--dry-run") == 0
    assert "would be written: " in capsys.readouterr().out
    assert not (place / "w").exists()
    assert run(monkeypatch, "load", place / "f.jsonl", "--workspace", place / "w") == 0
    run(monkeypatch, "build", place / "gazettes", "--workspace", place / "whole")
    loaded, built = held(place / "w"), held(place / "whole")
    for scope in built:
        assert {ref for ref in loaded[scope].edges if ref.type == "APPOINTED"} == {
            ref for ref in built[scope].edges if ref.type == "APPOINTED"
        }
    capsys.readouterr()
    assert run(monkeypatch, "load", place / "f.jsonl", "--workspace", place / "w", "--dry-run") == 0
    assert "would be written: nothing" in capsys.readouterr().out


def test_facts_come_by_standard_input_too(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, "extract", place / "gazettes", "-o", place / "f.jsonl")
    monkeypatch.setattr(sys, "stdin", io.StringIO((place / "f.jsonl").read_text(encoding="utf-8")))
    context = place / "f.context.jsonl"
    assert run(monkeypatch, "load", "-", "--context", context, "--workspace", place / "w") == 0
    assert set(held(place / "w")) == {"420105", "420117"}


def test_forget_takes_a_document_out(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "build", place / "gazettes", "--workspace", place / "w")
    assert run(monkeypatch, "forget", "3.txt", "--workspace", place / "w") == 0
    assert "forgot 3.txt" in capsys.readouterr().out
    assert set(held(place / "w")) == {"420117"}
    assert run(monkeypatch, "forget", "3.txt", "--workspace", place / "w") == 1


def test_compare_stops_before_tenures_vanish(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "build", place / "gazettes", "--workspace", place / "w")
    before = held(place / "w")
    file = place / "gazettes" / "1.txt"
    file.write_text(
        file.read_text(encoding="utf-8").replace("王建国同志任县教育局副局长", "会议很好"), encoding="utf-8"
    )
    (place / "gazettes" / "3.txt").write_text("云湖县人民政府公报\n\n没有任免事项。\n", encoding="utf-8")
    capsys.readouterr()
    assert run(monkeypatch, "build", place / "gazettes", "--workspace", place / "w", "--compare") == 1
    said = capsys.readouterr()
    assert "- 赵立新" in said.out.replace("  - ", "- ")
    assert "--accept-loss" in said.err
    assert held(place / "w") == before
    arguments = ("build", place / "gazettes", "--workspace", place / "w", "--compare", "--accept-loss")
    assert run(monkeypatch, *arguments) == 0
    assert held(place / "w") != before


def test_without_paths_the_workspace_is_projected_anew(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "build", place / "gazettes", "--workspace", place / "w")
    before = held(place / "w")
    for file in (place / "w").glob("graph.kgl*"):
        file.unlink()
    assert run(monkeypatch, "build", "--workspace", place / "w") == 0
    assert held(place / "w") == before
    capsys.readouterr()
    assert run(monkeypatch, "build", "--workspace", place / "empty") == 1
    assert "give files or a folder" in capsys.readouterr().err


def test_each_build_is_in_the_log(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, "build", place / "gazettes", "--workspace", place / "w")
    [row] = Workspace(place / "w").history()
    assert row["is"] == "build"
    assert row["documents"] == ["1.txt", "2.txt", "3.txt"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("build", "missing"), "no such file or folder"),
        (("build", "gazettes", "--store", "mysql://host"), "is no store"),
        (("load", "missing.jsonl"), "cannot be read"),
        (("load", "broken.jsonl"), "not JSON"),
        (("load", "other.jsonl"), "fact"),
        (("forget", "x.txt"), "no document 'x.txt'"),
        (("build", "gazettes", "--workspace", "broken.jsonl"), "cannot write"),
    ],
)
def test_each_error_is_one_line(
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    message: str,
) -> None:
    (place / "broken.jsonl").write_text('{"relation": "appoi', encoding="utf-8")
    (place / "other.jsonl").write_text('{"a": 1}\n', encoding="utf-8")
    monkeypatch.chdir(place)
    assert run(monkeypatch, *arguments) == 1
    said = capsys.readouterr().err
    assert message in said
    assert said.startswith("zhize: ")
    assert len(said.splitlines()) == 1


def test_export_backup_and_restore(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(place)
    run(monkeypatch, "build", "gazettes", "--workspace", "w")
    for what, target in (
        ("tenures", "t.jsonl"),
        ("graphml", "g.graphml"),
        ("csv", "tables"),
        ("neo4j-import", "import"),
    ):
        assert run(monkeypatch, "export", what, target, "--workspace", "w") == 0
        assert (place / target).exists()
    assert "neo4j-admin database import full" in capsys.readouterr().out
    tenures = [json.loads(line) for line in (place / "t.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {"赵立新", "张明远"} <= {tenure["official"] for tenure in tenures}
    assert run(monkeypatch, "backup", "b.tar.gz", "--workspace", "w") == 0
    assert run(monkeypatch, "restore", "b.tar.gz", "--workspace", "again") == 0
    assert run(monkeypatch, "build", "--workspace", "again") == 0
    assert held(place / "again") == held(place / "w")
    for command in (("export", "tenures", "t"), ("backup", "b")):
        assert run(monkeypatch, *command, "--workspace", "nothing") == 1


def test_two_builds_at_once_are_one(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place_held = Workspace(place / "w")
    with place_held.lock():
        command = [
            sys.executable,
            "-m",
            "dashboards",
            "build",
            str(place / "gazettes"),
            "--workspace",
            str(place / "w"),
        ]
        second = subprocess.run(command, capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert "is in use by process" in second.stderr
    assert len(second.stderr.splitlines()) == 1


def test_the_advice_for_a_damaged_graph_works(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "build", place / "gazettes", "--workspace", place / "w")
    before = held(place / "w")
    graph = place / "w" / "graph.kgl"
    content = bytearray(graph.read_bytes())
    content[len(content) // 2] ^= 1
    graph.write_bytes(content)
    capsys.readouterr()
    assert run(monkeypatch, "build", "--workspace", place / "w") == 1
    assert "move it away and build anew with zhize build --rebuild" in capsys.readouterr().err
    graph.rename(place / "away")
    assert run(monkeypatch, "build", "--rebuild", "--workspace", place / "w") == 0
    assert held(place / "w") == before


def test_a_lost_part_whose_text_is_gone_is_named_and_each_advice_works(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = place / "gazettes"
    run(monkeypatch, "build", texts, "--workspace", place / "w")
    before = held(place / "w")
    source = Workspace(place / "w").find("2.txt")
    away = (texts / "2.txt").rename(place / "2.txt")
    for advice in ("build", "forget"):
        (place / "w" / "facts" / f"{source.sha256}.jsonl").write_bytes(b"")
        capsys.readouterr()
        assert run(monkeypatch, "build", "--workspace", place / "w") == 1
        said = capsys.readouterr().err
        assert "zhize build PATH…, or take it out with zhize forget" in said
        assert held(place / "w") == before  # the last good graph stays
        if advice == "build":
            away.rename(texts / "2.txt")
            assert run(monkeypatch, "build", texts, "--workspace", place / "w") == 0
            assert held(place / "w") == before
            away = (texts / "2.txt").rename(place / "2.txt")
        else:
            name = said.partition("zhize forget ")[2].partition(";")[0]
            assert run(monkeypatch, "forget", name, "--workspace", place / "w") == 0
            assert run(monkeypatch, "build", "--workspace", place / "w") == 0


def test_the_search_index_of_a_large_new_graph_is_made_with_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = place.parent / "small", place.parent / "large"
    assert run(monkeypatch, "build", place, "--workspace", small) == 0
    assert not (small / "search.db").exists()
    monkeypatch.setattr("queries.search.index.FEW", 0)
    assert run(monkeypatch, "build", place, "--workspace", large) == 0
    with open_store(Workspace(large).store_url) as store:
        assert is_at_hand(store, large)
    made = (large / "search.db").stat().st_mtime_ns
    assert run(monkeypatch, "build", place, "--workspace", large) == 0
    assert (large / "search.db").stat().st_mtime_ns == made
    facts, loaded = place.parent / "facts.jsonl", place.parent / "loaded"
    assert run(monkeypatch, "extract", place, "-o", facts) == 0
    assert run(monkeypatch, "load", facts, "--workspace", loaded) == 0
    with open_store(Workspace(loaded).store_url) as store:
        assert is_at_hand(store, loaded)
