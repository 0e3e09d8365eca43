"""zhize doctor: what it says of a fresh place, of a broken one, and its exit code."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboards.commands.doctor import doctor


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
    assert "✗ store" in result.output


def test_broken_settings_are_wrong(tmp_path: Path) -> None:
    (tmp_path / "zhize.toml").write_text("store = ", encoding="utf-8")
    result = CliRunner().invoke(doctor, ["--workspace", str(tmp_path)])
    assert result.exit_code == 1
    assert "zhize.toml" in result.output


def test_a_server_without_password_is_wrong_in_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(doctor, ["--workspace", str(tmp_path), "--store", "bolt://127.0.0.1:9"])
    assert result.exit_code == 1
    assert next(line for line in result.output.splitlines() if "✗" in line).count("ZHIZE_NEO4J_PASSWORD") >= 1
