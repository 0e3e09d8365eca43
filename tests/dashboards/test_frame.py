"""The frame's files: answered whole, and nothing but them."""

import asyncio
from typing import Any

import pytest

from dashboards.frame import SOON, frame_file, frame_files, soon
from dashboards.serving import guarded

HOSTS = frozenset({"127.0.0.1"})


def answered(path: str, method: str = "GET") -> tuple[list[Any], bool]:
    """What the guarded app sends for a request, and whether Streamlit was asked."""
    sent: list[Any] = []
    asked: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        asked.append(scope["path"])
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": b""})

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": method, "path": path, "headers": [(b"host", b"127.0.0.1:8501")]}
    asyncio.run(guarded(app, HOSTS)(scope, lambda: asyncio.sleep(0), send))  # type: ignore[arg-type, return-value]
    return sent, bool(asked)


def test_each_file_of_the_frame_is_given_as_it_lies_there() -> None:
    scripts = [path for path in frame_files() if path.startswith("/static/js/index.")]
    assert scripts
    for path in scripts:
        sent, asked = answered(path)
        assert not asked
        assert sent[1]["body"] == frame_files()[path].read_bytes()
        assert dict(sent[0]["headers"])[b"content-length"] == str(len(sent[1]["body"])).encode()


@pytest.mark.parametrize(
    "path",
    ["/static/js/../../index.html", "/static/js/", "/static/js/none.js", "//static/js/x.js", "/static/js/%2e%2e/x.js", "/", "/_stcore/health"],
)  # fmt: skip
def test_nothing_else_is_read_from_the_disk(path: str) -> None:
    assert frame_file(path) is None
    assert answered(path)[1]


def test_what_is_posted_goes_to_streamlit() -> None:
    path = next(iter(frame_files()))
    assert answered(path, "POST")[1]


def test_the_frame_names_what_its_first_page_needs() -> None:
    links = [value.decode() for name, value in soon() if name == b"link"]
    assert len(links) == len(SOON)  # each is there in the version of Streamlit that is installed
    head = answered("/")[0][0]["headers"]
    assert [value.decode() for name, value in head if name == b"link"] == links
    assert all(f"/{link[2 : link.index('>')].removeprefix('/')}" in frame_files() for link in links)


def test_a_file_that_is_gone_is_left_to_streamlit(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setattr("dashboards.frame.frame_files", lambda: {"/static/js/a.js": tmp_path / "a.js"})
    assert frame_file("/static/js/a.js") is None
