"""The app as a reader meets it: started on a free port of its own, for measures, pictures and the tests in Chromium.

In:  the options of `zhize app`. Out: its address, once it answers, and the process that was started.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PATIENCE = 90.0  # seconds until the app must answer


@contextmanager
def served(*options: str) -> Iterator[tuple[str, int]]:
    """The app with these options; raises TimeoutError if it does not answer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dashboards", "app", "--port", str(port), *options]
    server = subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        _wait(base)
        yield base, server.pid
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait(base: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{base}/_stcore/health", timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"the app at {base} does not answer")
