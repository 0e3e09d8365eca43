"""The process that serves the app: answers only to its own addresses, and ends with the command that started it.

In:  python -m dashboards.serving SCRIPT OPTIONS…, with a pipe as standard input. Out: Streamlit on 127.0.0.1.

A page of the web whose name is made to point at 127.0.0.1 sends its own name as Host, and its own address as Origin: both are refused,
on every path, before Streamlit sees them. The pipe is closed when the parent ends, whatever ended it; then this process ends too.
"""

import os
import re
import sys
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from dashboards.frame import frame_file, soon
from dashboards.settings import allowed_hosts

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Coroutine[Any, Any, None]]
SERVED = ("/_stcore/", "/static/", "/media/", "/component", "/app/static/", "/oauth2callback", "/auth/", "/favicon")
REFUSED = b"This address does not serve you: the app answers to 127.0.0.1 and localhost only.\n"


def refusal(headers: Iterable[tuple[bytes, bytes]], hosts: frozenset[str]) -> str | None:
    """Why a request is refused: its Host is another's, or it comes from a page of another place; None if it is ours."""
    pairs = [(name.lower(), value.decode("latin-1")) for name, value in headers]
    host = [value for name, value in pairs if name == b"host"]
    if len(host) != 1 or _name(f"//{host[0]}") not in hosts:
        return f"Host {host[0] if host else '(none)'!r}"
    for name, value in pairs:
        if name == b"origin" and (_name(value) not in hosts or _port(value) != _port(f"http://{host[0]}")):
            return f"Origin {value!r}"
    return None


def guarded(app: App, hosts: frozenset[str]) -> App:
    """The application, which sees only requests that are ours."""

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, getting_ready(send))
        elif scope["type"] not in ("http", "websocket") or refusal(scope["headers"], hosts) is None:
            await answer(app, scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await send({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": REFUSED})

    return guard


async def answer(app: App, scope: Scope, receive: Receive, send: Send) -> None:
    """A request that is ours: a file of the frame is given here, another path leads to the root, the rest is Streamlit's."""
    asked = scope["type"] == "http" and scope.get("method") == "GET"
    held = frame_file(scope["path"]) if asked else None
    there = elsewhere(scope)
    if held is not None:
        await send({"type": "http.response.start", "status": 200, "headers": held[0]})
        await send({"type": "http.response.body", "body": held[1]})
    elif there is not None:
        await send({"type": "http.response.start", "status": 307, "headers": [(b"location", there)]})
        await send({"type": "http.response.body", "body": b""})
    else:
        await app(scope, receive, telling_what_comes(send) if asked and scope["path"] == "/" else send)


def telling_what_comes(send: Send) -> Send:
    """The frame, with headers that name what its first page will ask for."""

    async def tell(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message["headers"], *soon()]}
        await send(message)

    return tell


def getting_ready(send: Send) -> Send:
    """As the server says that it has started, the pages are imported and the graph is opened beside it."""

    async def tell(message: MutableMapping[str, Any]) -> None:
        await send(message)
        if message["type"] == "lifespan.startup.complete":
            threading.Thread(target=_get_ready, daemon=True, name="get ready").start()

    return tell


def elsewhere(scope: Scope) -> bytes | None:
    """Where a page of another path is to be found: all pages lie at the root. `/people?q=career` of version 0.1 → `/?p=questions&q=career`."""
    if scope["type"] != "http" or scope.get("method") != "GET" or scope["path"] == "/":
        return None
    wanted = dict(scope["headers"]).get(b"accept", b"")
    if b"text/html" not in wanted or scope["path"].startswith(SERVED):
        return None
    query: bytes = scope.get("query_string", b"")
    page = b"p=questions&" if re.search(rb"(^|&)q=", query) and not re.search(rb"(^|&)p=", query) else b""
    return b"/?" + page + query if page or query else b"/"


def end_with_parent() -> None:
    """Ends this process when the other end of its standard input is closed."""

    def watch() -> None:
        while sys.stdin.buffer.read(1024):
            pass
        os._exit(0)

    threading.Thread(target=watch, daemon=True, name="watch the parent").start()


def main() -> None:
    """Streamlit's own command line, behind the guard."""
    import uvicorn
    from streamlit import delta_generator
    from streamlit.web import cli

    # Streamlit would read the sources of the whole stack to learn whether it runs in a console, while the first reader waits
    delta_generator._use_warning_has_been_displayed = True
    if os.environ.get("ZHIZE_APP_PIPE"):
        end_with_parent()
    hosts = allowed_hosts()
    made = uvicorn.Config.__init__

    def made_with_guard(self: Any, app: Any, *given: Any, **options: Any) -> None:
        made(self, guarded(app, hosts), *given, **options)

    uvicorn.Config.__init__ = made_with_guard  # type: ignore[method-assign]
    sys.argv = ["streamlit", "run", *sys.argv[1:]]
    cli.main()


def _get_ready() -> None:
    from dashboards.views.frame.opening import get_ready

    get_ready()


def _name(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _port(url: str) -> int | None:
    try:
        parts = urlsplit(url)
        return parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return None


if __name__ == "__main__":
    main()
