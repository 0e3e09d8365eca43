"""zhize doctor: what it says of a fresh place, of a broken one, and its exit code."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboards.commands.doctor import doctor
from graph.build import files_of, take_in
from graph.keeping.judgements import Decision, Judgement, add_judgement
from graph.repair import wrong_with
from graph.stores.store import open_store
from graph.workspace import Workspace
from tests.graph.gazettes import write_gazettes

ENGLISH = re.compile(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}")
HAN = re.compile("[一-鿿]")  # a look at what a person reads, no pattern of the product


@pytest.fixture(autouse=True)
def nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ZHIZE_WORKSPACE", "ZHIZE_STORE", "ZHIZE_NEO4J_PASSWORD", "ZHIZE_NEO4J_PASSWORD_FILE"):
        monkeypatch.delenv(name, raising=False)


def test_a_fresh_place_is_fine_and_says_what_to_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(doctor, ["--workspace", str(tmp_path / "new")])
    assert result.exit_code == 0
    assert result.output.count("zhize build") == 2
    assert not (tmp_path / "new").exists()


def test_a_graph_of_another_program_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "graph.kgl").write_bytes(b"SQLite format 3\x00" + bytes(100))
    result = CliRunner().invoke(doctor, ["--workspace", str(tmp_path)])
    assert result.exit_code == 1
    assert "✗ 图库" in result.output


def test_broken_settings_are_wrong(tmp_path: Path) -> None:
    (tmp_path / "zhize.toml").write_text("store = ", encoding="utf-8")
    result = CliRunner().invoke(doctor, ["--workspace", str(tmp_path)])
    assert result.exit_code == 1
    assert "zhize.toml" in result.output


def test_a_server_without_password_is_wrong_in_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(doctor, ["--workspace", str(tmp_path), "--store", "bolt://127.0.0.1:9"])
    assert result.exit_code == 1
    assert next(line for line in result.output.splitlines() if "✗" in line).count("ZHIZE_NEO4J_PASSWORD") >= 1


def test_what_is_damaged_is_named_and_its_advice_works(tmp_path: Path) -> None:
    texts = write_gazettes(tmp_path / "texts")
    place = Workspace(tmp_path / "w")
    place.prepare()
    take_in(place, files_of([texts]), workers=1)
    for who in ("甲", "乙"):
        add_judgement(place.judgements_path, Judgement(Decision.WRONG, ("0" * 16,), who, "2026-01-01T00:00:00+00:00"))
    place.remember()
    place.log("build")
    lines = place.judgements_path.read_text(encoding="utf-8").splitlines(keepends=True)
    place.judgements_path.write_text(lines[0].replace("wrong", "right") + lines[1], encoding="utf-8")
    state = place.folder / "state.json"
    state.write_text(state.read_text(encoding="utf-8").replace("1.txt", "x.txt"), encoding="utf-8")
    (place.facts_folder / "x.source.json").write_text("{}", encoding="utf-8")
    damaged = place.facts_folder / f"{place.sources()[0].sha256}.jsonl"
    damaged.write_bytes(b"")

    found = CliRunner().invoke(doctor, ["--workspace", str(place.folder)])
    assert found.exit_code == 1
    assert "doctor --repair" in found.output
    assert not ENGLISH.search(found.output.replace("pip install", ""))
    in_english = CliRunner().invoke(doctor, ["--workspace", str(place.folder)], env={"ZHIZE_LANGUAGE": "en"})
    assert not HAN.search(in_english.output)
    mended = CliRunner().invoke(doctor, ["--workspace", str(place.folder), "--repair"])
    assert "damaged/judgements-1.jsonl" in mended.output
    assert [judgement.who for judgement in place.judgements().history] == ["乙"]
    assert (place.folder / "damaged" / "x.source.json").exists()
    (damage,) = place.damages()  # what only its text can heal is still named
    assert "zhize build PATH" in str(damage)
    take_in(place, files_of([texts]), workers=1)
    place.remember()
    assert not list(wrong_with(place))
    assert "没有要移到一边的" in CliRunner().invoke(doctor, ["--workspace", str(place.folder), "--repair"]).output


def test_of_an_embedded_graph_it_says_how_far_it_is_from_what_was_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace(tmp_path / "w")
    with open_store(f"kglite://{workspace.graph_path.absolute()}", writing=True):
        pass
    monkeypatch.setattr("dashboards.commands.doctor.MEASURED", 4)
    assert "0.0%" in CliRunner().invoke(doctor, ["--workspace", str(workspace.folder)]).output
    monkeypatch.setattr("dashboards.commands.doctor.MEASURED", -1)
    assert "docs/neo4j.md" in CliRunner().invoke(doctor, ["--workspace", str(workspace.folder)]).output
