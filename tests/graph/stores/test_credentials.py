"""Credentials come from the environment or from a file that only its owner reads."""

from pathlib import Path

import pytest

from extract.errors import StoreError
from graph.stores.credentials import credentials


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("USER", "PASSWORD", "PASSWORD_FILE"):
        monkeypatch.delenv(f"ZHIZE_NEO4J_{name}", raising=False)


def test_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHIZE_NEO4J_USER", "reader")
    monkeypatch.setenv("ZHIZE_NEO4J_PASSWORD", "geheim")
    found = credentials()
    assert (found.user, found.password) == ("reader", "geheim")
    assert "geheim" not in repr(found)


def test_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("geheim\n", encoding="utf-8")
    file.chmod(0o600)
    monkeypatch.setenv("ZHIZE_NEO4J_PASSWORD_FILE", str(file))
    assert credentials().password == "geheim"


@pytest.mark.parametrize(("mode", "text"), [(0o644, "geheim"), (0o600, ""), (None, "")])
def test_what_cannot_be_used_is_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, mode: int | None, text: str
) -> None:
    file = tmp_path / "password"
    if mode is not None:
        file.write_text(text, encoding="utf-8")
        file.chmod(mode)
    monkeypatch.setenv("ZHIZE_NEO4J_PASSWORD_FILE", str(file))
    with pytest.raises(StoreError) as caught:
        credentials()
    assert "\n" not in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_without_any_the_message_says_how() -> None:
    with pytest.raises(StoreError, match="ZHIZE_NEO4J_PASSWORD_FILE"):
        credentials()
