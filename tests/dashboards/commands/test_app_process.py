"""The app as a process of its own: it answers to its own addresses, and ends with the command that started it."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("streamlit", reason="needs the extra dashboard")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")]


def status(port: int, path: str = "/", **headers: str) -> int | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.putrequest("GET", path, skip_host=True)
        for name, value in ({"Host": f"127.0.0.1:{port}"} | headers).items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


@pytest.fixture
def app(small_graph_url: str, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dashboards", "app", "--port", str(port), "--store", small_graph_url]
    with subprocess.Popen(
        command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
    ) as served:
        for _ in range(240):
            if status(port):
                break
            time.sleep(0.25)
        yield served, port
        served.kill()


def test_the_app_is_ours_alone_and_ends_with_its_command(app: tuple[subprocess.Popen[bytes], int]) -> None:
    served, port = app
    assert status(port) == 200
    assert status(port, Host="evil.example") == 403
    assert status(port, Origin="http://evil.example") == 403
    assert status(port, "/_stcore/health", Host=f"127.0.0.1:{port}", Origin="null") == 403
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}  # fmt: skip
    assert status(port, "/_stcore/stream", Host="evil.example", **upgrade) == 403
    served.send_signal(signal.SIGKILL)
    served.wait()
    for _ in range(40):
        if status(port) is None:
            return
        time.sleep(0.25)
    raise AssertionError("the app goes on without its command")
