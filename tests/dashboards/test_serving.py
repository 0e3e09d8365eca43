import asyncio
import threading
from typing import Any

import pytest

from dashboards import serving
from dashboards.serving import elsewhere, guarded, refusal
from dashboards.settings import allowed_hosts

OURS = frozenset({"127.0.0.1", "localhost", "::1"})


def headers(*pairs: tuple[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in pairs]


@pytest.mark.parametrize(
    "pairs",
    [
        [("Host", "127.0.0.1:8501")],
        [("host", "localhost:8501"), ("origin", "http://localhost:8501")],
        [("host", "[::1]:8501"), ("origin", "http://[::1]:8501")],
    ],
)
def test_our_own_addresses_are_served(pairs: list[tuple[str, str]]) -> None:
    assert refusal(headers(*pairs), OURS) is None


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [("host", "evil.example:8501")],
        [("host", "127.0.0.1.evil.example")],
        [("host", "127.0.0.1@evil.example")],
        [("host", "127.0.0.1:8501"), ("host", "evil.example")],
        [("host", "127.0.0.1:8501"), ("origin", "http://evil.example")],
        [("host", "127.0.0.1:8501"), ("origin", "http://127.0.0.1:9999")],
        [("host", "127.0.0.1:8501"), ("origin", "null")],
        [("host", "[::1"), ("origin", "http://[::1")],
    ],
)
def test_others_are_refused(pairs: list[tuple[str, str]]) -> None:
    assert refusal(headers(*pairs), OURS)


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(("host", "served"), [("127.0.0.1:8501", True), ("evil.example", False)])
def test_the_application_sees_only_what_is_ours(kind: str, host: str, served: bool) -> None:
    seen: list[str] = []
    sent: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope["type"])

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {}

    asyncio.run(guarded(app, OURS)({"type": kind, "headers": headers(("host", host))}, receive, send))
    assert bool(seen) is served
    assert bool(sent) is not served
    assert not sent or sent[0].get("status", 403) == 403


def test_other_names_can_be_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHIZE_HOSTS", " Gazettes.Example ,")
    assert allowed_hosts() == OURS | {"gazettes.example"}


@pytest.mark.parametrize(
    ("path", "query", "accept", "there"),
    [
        ("/people", b"q=career&official=x", "text/html", b"/?p=questions&q=career&official=x"),
        ("/nowhere", b"", "text/html,*/*", b"/"),
        ("/nowhere", b"p=body&key=x", "text/html", b"/?p=body&key=x"),
        ("/", b"q=career", "text/html", None),
        ("/static/js/index.js", b"", "*/*", None),
        ("/_stcore/health", b"", "text/html", None),
        ("//evil.example/x", b"", "text/html", b"/"),
    ],
)
def test_a_page_of_another_path_leads_to_the_root(path: str, query: bytes, accept: str, there: bytes | None) -> None:
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query,
        "headers": headers(("accept", accept)),
    }
    assert elsewhere(scope) == there


def test_the_pages_are_made_ready_once_the_server_has_started(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = threading.Event()
    monkeypatch.setattr(serving, "_get_ready", ready.set)
    told: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "lifespan.startup.started"})
        assert not ready.is_set()
        await send({"type": "lifespan.startup.complete"})

    async def send(message: Any) -> None:
        told.append(message["type"])

    async def receive() -> Any:
        return {}

    asyncio.run(guarded(app, OURS)({"type": "lifespan"}, receive, send))
    assert ready.wait(10)
    assert told == ["lifespan.startup.started", "lifespan.startup.complete"]
