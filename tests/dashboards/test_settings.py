"""Settings: options win over the environment, the environment over defaults."""

from pathlib import Path

import pytest

from dashboards.settings import environment_for, settings
from extract.errors import StoreError


def test_an_option_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZHIZE_STORE", "neo4j://elsewhere:7687")
    monkeypatch.setenv("ZHIZE_LANGUAGE", "en")
    found = settings(store="kglite:///here.kgl", language="zh")
    assert (found.store_url, found.language) == ("kglite:///here.kgl", "zh")
    assert settings().store_url == "neo4j://elsewhere:7687"


def test_the_workspace_names_its_own_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ZHIZE_STORE", raising=False)
    assert settings(tmp_path).store_url.endswith("graph.kgl")
    (tmp_path / "zhize.toml").write_text('store = "bolt://127.0.0.1:7687"\n', encoding="utf-8")
    monkeypatch.setenv("ZHIZE_SETTINGS", str(tmp_path / "mine.toml"))
    (tmp_path / "mine.toml").write_text('stores = ["bolt://127.0.0.1:7687"]\n', encoding="utf-8")
    assert settings(tmp_path).store_url == "bolt://127.0.0.1:7687"


def test_a_missing_workspace_gets_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ZHIZE_STORE", raising=False)
    with pytest.raises(StoreError, match=r"there is no workspace .*none; make one with zhize build"):
        settings(tmp_path / "none")


def test_another_process_sees_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = settings(tmp_path, "kglite:///here.kgl", "en")
    for name, value in environment_for(found).items():
        monkeypatch.setenv(name, value)
    assert settings().store_url == found.store_url
    assert settings().language == "en"
