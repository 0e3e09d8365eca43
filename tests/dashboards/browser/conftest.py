"""Chromium, the app on the small graph, and a page whose errors, dialogs and requests are written down."""

import os
import shutil
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, ViewportSize, sync_playwright

from bench.serving import CHROMIUM_FLAGS, served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
WIDE: ViewportSize = {"width": 1440, "height": 1000}
NARROW: ViewportSize = {"width": 390, "height": 844}
SECONDS = 15_000


@pytest.fixture(scope="module")
def address(small_graph_url: str) -> Iterator[str]:
    with served("--store", small_graph_url) as (base, _):
        yield base


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        missing = "Chromium is not installed; on Debian: apt-get install chromium fonts-noto-cjk"
        if os.environ.get("ZHIZE_REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield opened
        opened.close()


class Watched:
    """A page whose errors, dialogs and requests are written down."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self.errors: list[str] = []
        self.outside: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", self._dialog)
        page.on("request", lambda request: self._request(request.url))

    def _console(self, message: ConsoleMessage) -> None:
        # Streamlit looks for its server below the page's path first, and the browser reports the 404
        probing = "/_stcore/" in str(message.location.get("url", ""))
        if message.type == "error" and not probing:
            self.errors.append(message.text)

    def _dialog(self, dialog: Dialog) -> None:
        self.errors.append(f"a dialog opened: {dialog.message}")
        dialog.dismiss()

    def _request(self, url: str) -> None:
        if urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).hostname != "127.0.0.1":
            self.outside.append(url)

    def go(self, path: str) -> None:
        self.page.goto(self.base + path)
        self.page.wait_for_selector(".page *", timeout=SECONDS)
        self.page.wait_for_timeout(600)

    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(str(self.page.evaluate("location.href"))).query)

    def page_name(self) -> str:
        return self.query().get("p", ["start"])[0]


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def watched(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Watched]:
    context = browser.new_context(viewport=request.param)
    page = Watched(context.new_page(), address)
    yield page
    context.close()
    assert page.errors == []
    assert page.outside == []
