"""A package of another that bears one of our names is told in one line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboards.shadow import OURS, shadowed

ROOT = Path(__file__).parents[2]


def test_all_packages_here_are_ours() -> None:
    assert shadowed() == {}


def test_packages_of_another_home_are_named(tmp_path: Path) -> None:
    assert set(shadowed(tmp_path)) == set(OURS)


def test_a_name_that_others_bring_too_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.packages_distributions", lambda: {"graph": ["zhize", "graph-tool-kit"]})
    monkeypatch.setenv("ZHIZE_LANGUAGE", "en")
    assert "the package graph is also brought by graph-tool-kit" in shadowed()["graph"]
    monkeypatch.setenv("ZHIZE_LANGUAGE", "zh")
    assert "包 graph 另由 graph-tool-kit 提供" in shadowed()["graph"]


def test_a_shadowed_package_gets_one_line(tmp_path: Path) -> None:
    (tmp_path / "extract.py").write_text("")
    code = f"import sys; sys.path[:0] = [{str(tmp_path)!r}]; sys.path.append({str(ROOT)!r}); import dashboards.cli"
    english = {**os.environ, "ZHIZE_LANGUAGE": "en"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path, env=english
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"the package extract comes from {tmp_path}" in done.stderr
