"""The local server that the tests start: its first password, and what it says when neo4j-admin fails."""

import stat
from pathlib import Path

import pytest

from tests.local_server import LocalServer, reason_of


def test_the_first_password_can_not_be_read_as_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(LocalServer, "admin", lambda self, *arguments: asked.append(arguments))
    monkeypatch.setattr(
        "tests.local_server.secrets.token_bytes", lambda size: b"\xfa\x87" * (size // 2)
    )  # base64: -oc…
    server = LocalServer(tmp_path, jars=tmp_path)
    server._set_first_password()
    [(*command, password)] = asked
    assert command == ["dbms", "set-initial-password"]
    assert password.isalnum()
    assert len(password) >= 32
    assert server.password_file.read_text(encoding="utf-8").strip() == password
    assert stat.S_IMODE(server.password_file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("", ""),
        ("Unknown option: '-x'\n\nUSAGE\n\nneo4j-admin dbms [-h]\n      --verbose  Enable.\n", "Unknown option: '-x'"),
        ("Starting import\n\nCaused by: node 7 is missing\n", "Caused by: node 7 is missing"),
    ],
)
def test_the_reason_stands_before_the_usage(printed: str, reason: str) -> None:
    assert reason_of(printed) == reason
