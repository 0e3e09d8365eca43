"""The static site in Chromium: its search finds what a plain scan finds, reads little, and asks nothing of outside hosts."""

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from dashboards.site.index import Index, folded, search
from dashboards.site.writing import Site, write_site
from dashboards.views.frame.face import Face
from graph.stores.store import open_store
from tests.dashboards.browser.conftest import NARROW, WIDE, Watched
from tests.dashboards.browser.test_care import grave

pytestmark = pytest.mark.browser
BYTES_OF_A_SEARCH = 150_000


class Quiet(SimpleHTTPRequestHandler):
    """Files of a folder, without a word."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *given: object) -> None:  # noqa: A002
        """Says nothing."""


@pytest.fixture(scope="module")
def site(small_graph_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = Path(tmp_path_factory.mktemp("site")) / "public"
    with open_store(small_graph_url) as store:
        write_site(Face(store, "small", "zh", read_only=True), folder, Site("云河公报"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", folder
    server.shutdown()
    server.server_close()


def units(folder: Path) -> list[list[str]]:
    """All that can be found, in order."""
    files = sorted((folder / "search" / "u").glob("*.json"), key=lambda file: int(file.stem))
    return [unit for file in files for unit in json.loads(file.read_text("utf-8"))]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_search_finds_what_a_plain_scan_finds(browser: Browser, site: tuple[str, Path], size: ViewportSize) -> None:
    base, folder = site
    context = browser.new_context(viewport=size)
    watched = Watched(context.new_page(), base)
    index = Index(len(units(folder)), sum(1 for _ in (folder / "search" / "g").iterdir()))
    read: list[int] = []
    watched.page.on("response", lambda response: read.append(int(response.headers.get("content-length", 0))))
    for words in ("养老", "区发改局", "发展和改革局", "养老 服务", "财政"):
        read.clear()
        watched.page.goto(f"{base}/search.html?q={quote(words)}")
        watched.page.wait_for_selector("body[data-took]")
        held = [unit for unit in units(folder) if all(folded(word) in folded(unit[4]) for word in words.split())]
        while watched.page.locator("#more").is_visible():
            watched.page.locator("#more").click()
        expect(watched.page.locator("#results > li")).to_have_count(len(held))
        assert [unit.path for unit in search(folder / "search", index, words)[0]] == [unit[0] for unit in held]
        assert held
        assert sum(read) <= BYTES_OF_A_SEARCH
    watched.page.goto(f"{base}/search.html?q={quote('养')}")
    expect(watched.page.locator("#status")).to_contain_text("至少两个字")
    context.close()
    assert watched.errors == []
    assert watched.outside == []


def test_axe_finds_nothing_serious(browser: Browser, site: tuple[str, Path]) -> None:
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    for path in (
        "index.html",
        f"search.html?q={quote('养老')}",
        "official/a-zhao.html",
        "body/b-drc.html",
        "list/official-1.html",
    ):
        page.goto(f"{site[0]}/{path}")
        assert grave(page) == [], path
    context.close()
