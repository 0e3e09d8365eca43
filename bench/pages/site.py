"""What the first view and a search of a static site cost a reader: bytes, milliseconds, the processor's share of them, and whether anything is missed.

In:  the folder of `zhize site`, and words. Out: one line a word; found beside what a scan of all texts finds.

    python -m bench.pages.site public 养老 区发改局 湿地

The files are served on this machine, each answer in one packet at once, as a web server sends them. The time of the clock holds what
the machine does besides; the time of the script is what its thread computed.
"""

import json
import shutil
import statistics
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from bench.serving import CHROMIUM_FLAGS
from dashboards.site.index import folded

TIMES = 5
SETTLED = 600  # milliseconds
PATIENCE = 30_000
LONG = """window.long = [];
new PerformanceObserver((seen) => window.long.push(...seen.getEntries())).observe({ type: "longtask", buffered: true });"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word, over connections that stay open."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = (
        True  # else the body of an answer waits 40 ms for the reader's word that the head has come
    )

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing is said."""


@contextmanager
def on_this_machine(folder: Path) -> Iterator[str]:
    """The folder as a site; its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def counting(page: Page) -> list[int]:
    """The sizes of all answers that the page is given, as they come."""
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(int(answer.headers.get("content-length", 0))))
    return sizes


def searched(browser: Browser, base: str, words: str) -> dict[str, Any]:
    """One search by a new reader: milliseconds in all, computed by the page's thread and by the script alone, bytes of the index, how many were found."""
    context = browser.new_context()
    page = context.new_page()
    sizes: list[tuple[str, int]] = []
    page.add_init_script(LONG)
    page.on("response", lambda one: sizes.append((one.url, int(one.headers.get("content-length", 0)))))
    watch = context.new_cdp_session(page)
    watch.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(f"{base}/search.html?q={quote(words)}")
    page.wait_for_selector("body[data-took]", timeout=PATIENCE)
    metrics = {one["name"]: one["value"] for one in watch.send("Performance.getMetrics")["metrics"]}
    hits = page.evaluate(
        "({took: Number(document.body.dataset.took), found: Number(document.body.dataset.found), long: window.long.length})"
    )
    context.close()
    index = [size for url, size in sizes if "/search/" in url]
    spent = {"script": 1000 * metrics["ScriptDuration"], "thread": 1000 * metrics["TaskDuration"]}
    return {**hits, **spent, "bytes": sum(index), "files": len(index)}


def scanned(texts: Sequence[str], words: str) -> int:
    """How many of the texts hold all words."""
    return sum(all(folded(word) in text for word in words.split()) for text in texts)


def main(folder: str, *words: str) -> None:
    """Prints the measures."""
    files = sorted((Path(folder) / "search" / "u").glob("*.json"), key=lambda file: int(file.stem))
    texts = [folded(unit[4]) for file in files for unit in json.loads(file.read_text("utf-8"))]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    pages = sum(1 for _ in Path(folder).rglob("*.html"))
    print(f"{pages} pages, {len(texts)} texts")
    with on_this_machine(Path(folder)) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        page = browser.new_page()
        sizes = counting(page)
        page.goto(base)
        page.wait_for_timeout(SETTLED)
        print(f"first view: {sum(sizes) / 1000:.0f} kB in {len(sizes)} files")
        for typed in words:
            times = [searched(browser, base, typed) for _ in range(TIMES)]
            took = [one["took"] for one in times]
            last = times[-1]
            print(
                f"{typed}: {statistics.median(took):.0f} ms (quickest {min(took)}, slowest {max(took)}), of it computed "
                f"{statistics.median(one['thread'] for one in times):.0f} ms, by the script {statistics.median(one['script'] for one in times):.1f}, "
                f"tasks of over 50 ms {max(one['long'] for one in times)}; {last['bytes'] / 1000:.0f} kB in {last['files']} files; "
                f"found {last['found']}, by a scan {scanned(texts, typed)}"
            )
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
