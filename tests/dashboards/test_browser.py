"""The app in Chromium: clicks reach Python, hostile names stay text, nothing is asked of outside hosts, and a phone can use it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, expect, sync_playwright

from dashboards.parts.standalone import standalone
from graph.stores.store import open_store
from queries.library import find
from queries.run import ask
from tests.queries.small_graph import HOSTILE_BODY, HOSTILE_NAME

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
WIDE, NARROW = {"width": 1440, "height": 1000}, {"width": 390, "height": 844}
SECONDS = 15_000


@pytest.fixture(scope="module")
def address(small_graph_url: str) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dashboards", "app", "--port", str(port), "--store", small_graph_url]
    server = subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(150):
            try:
                urllib.request.urlopen(f"{base}/_stcore/health", timeout=1).close()
                break
            except OSError:
                time.sleep(0.2)
        yield base
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        missing = "Chromium is not installed; on Debian: apt-get install chromium fonts-noto-cjk"
        if os.environ.get("ZHIZE_REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
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
        self.page.wait_for_selector("h2", timeout=SECONDS)

    def draw(self, path: str) -> None:
        self.go(path)
        self.page.wait_for_selector(".canvas canvas", timeout=SECONDS)
        self.page.wait_for_function(PLACES_OF.replace("PICK", "Object.keys(places.nodes).length > 0"), timeout=SECONDS)
        self.page.wait_for_timeout(400)  # the frame in which vis-network paints

    def places(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.locator(".canvas").evaluate("canvas => canvas.places()")
        return found

    def click_at(self, x: float, y: float) -> None:
        canvas = self.page.locator(".canvas")
        canvas.hover(position={"x": x, "y": y})  # scrolls there first, as a reader does
        self.page.wait_for_timeout(300)
        canvas.click(position={"x": x, "y": y})

    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(str(self.page.evaluate("location.href"))).query)


PLACES_OF = """() => {
  const hosts = [...document.querySelectorAll('*')].filter((e) => e.shadowRoot);
  const canvas = hosts.map((e) => e.shadowRoot.querySelector('.canvas')).find((e) => e && e.places);
  if (!canvas) return false;
  const places = canvas.places();
  return PICK;
}"""


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def watched(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Watched]:
    context = browser.new_context(viewport=request.param)
    page = Watched(context.new_page(), address)
    yield page
    context.close()
    assert page.errors == []
    assert page.outside == []


def test_a_click_on_a_node_expands_it_and_back_restores_the_view(watched: Watched) -> None:
    watched.draw("/people?q=career&official=a-sun")
    before = set(watched.places()["nodes"])
    assert before == {"a-sun", "b-drc"}
    spot = watched.places()["nodes"]["b-drc"]
    watched.click_at(spot["x"], spot["y"])
    watched.page.wait_for_function(PLACES_OF.replace("PICK", "Object.keys(places.nodes).length > 2"), timeout=SECONDS)
    assert watched.query()["open"] == ["department:b-drc"]
    assert {"a-zhao", "t-road", "b-grp"} <= set(watched.places()["nodes"])
    watched.page.go_back()
    watched.page.wait_for_function(PLACES_OF.replace("PICK", "Object.keys(places.nodes).length === 2"), timeout=SECONDS)


def test_a_click_on_an_edge_opens_its_quotation_and_the_source(watched: Watched) -> None:
    watched.draw("/people?q=career&official=a-zhao")
    places = watched.places()
    edge = next(edge for edge in places["edges"] if edge["to"] == "b-drc")
    one, other = places["nodes"][edge["from"]], places["nodes"][edge["to"]]
    watched.click_at(one["x"] * 0.6 + other["x"] * 0.4, one["y"] * 0.6 + other["y"] * 0.4)
    expect(watched.page.locator("mark")).to_have_text("第5行的文字", timeout=SECONDS)
    assert watched.query()["pick"] == ["fact05"]
    watched.page.get_by_text("在原文中查看").click()
    expect(watched.page.locator(".passages mark").first).to_be_visible(timeout=SECONDS)
    expect(watched.page.get_by_text("云政办〔2022〕3号")).to_be_visible()


def test_a_count_leads_to_the_items_behind_it(watched: Watched) -> None:
    watched.draw("/overlaps?q=overlaps")
    places = watched.places()["nodes"]
    one, other = places["b-drc"], places["b-fin"]
    watched.click_at((one["x"] * 0.6 + other["x"] * 0.4), (one["y"] * 0.6 + other["y"] * 0.4))
    watched.page.get_by_text("查看两者共同的任务").click()
    watched.page.wait_for_function(PLACES_OF.replace("PICK", "'t-care' in places.nodes"), timeout=SECONDS)


def test_hostile_names_are_literal_everywhere(watched: Watched) -> None:
    watched.draw("/people?q=changes&from=2022-04-25&to=2022-04-25&pick=fact10&open=official:a-x&open=department:b-x")
    expect(watched.page.get_by_text(f"{HOSTILE_NAME} — 任命 局长 → {HOSTILE_BODY}")).to_be_visible(timeout=SECONDS)
    watched.draw(f"/people?q=career&official={quote(HOSTILE_NAME)}&pick=official:a-x&lang=en")
    expect(watched.page.locator('[data-testid="stText"]').get_by_text(HOSTILE_NAME)).to_be_visible(timeout=SECONDS)
    watched.draw(f"/?q=who_answers&words={quote(HOSTILE_NAME)}&centre=task:t-x")
    expect(
        watched.page.locator(f'input[value*="{HOSTILE_NAME}"], [value="整治{HOSTILE_NAME}问题"]').first
    ).to_be_visible()
    watched.go("/source?fact=fact25")
    expect(watched.page.get_by_text(f"{HOSTILE_BODY} — 牵头/主管 (责任单位) → 整治{HOSTILE_NAME}问题")).to_be_visible(
        timeout=SECONDS
    )
    watched.go("/?q=portfolio")  # the empty state offers names of the graph as buttons
    expect(watched.page.get_by_role("button", name=HOSTILE_NAME)).to_be_visible(timeout=SECONDS)
    assert watched.page.locator("img[src='x']").count() == 0
    watched.go(f"/people?q=items&body={quote(HOSTILE_NAME)}")
    assert watched.page.locator("img[src='x']").count() == 0


def test_the_language_is_switched_and_the_view_kept(watched: Watched) -> None:
    watched.draw("/people?q=career&official=a-zhao")
    watched.page.get_by_text("EN", exact=True).click()
    expect(watched.page.get_by_role("heading", name="Personnel")).to_be_visible(timeout=SECONDS)
    assert watched.query()["official"] == ["a-zhao"]
    assert watched.query()["lang"] == ["en"]


def test_nothing_is_wider_than_the_window(watched: Watched) -> None:
    for path in ("/?q=who_answers&words=养老", "/people", "/overlaps", "/more", "/source?fact=fact05"):
        watched.go(path)
        watched.page.wait_for_timeout(800)
        wide = watched.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path


def test_what_the_reader_typed_goes_to_the_address_line(watched: Watched) -> None:
    watched.go("/")
    watched.page.get_by_label("关键词").fill("养老")
    watched.page.get_by_role("button", name="查询", exact=True).click()
    watched.page.wait_for_function(PLACES_OF.replace("PICK", "'t-care' in places.nodes"), timeout=SECONDS)
    assert watched.query()["words"] == ["养老"]


def test_a_graph_that_is_gone_gets_one_clear_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dashboards", "app", "--workspace", str(tmp_path / "none")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "there is no workspace" in done.stderr
    assert "Traceback" not in json.dumps(done.stderr)


def test_a_picture_that_stands_alone_draws_itself(watched: Watched, small_graph_url: str, tmp_path: Path) -> None:
    with open_store(small_graph_url) as store:
        made = standalone(ask(store, find("changes"), {}), "zh")
    (tmp_path / "changes.html").write_text(made, encoding="utf-8")
    watched.page.goto(f"file://{tmp_path / 'changes.html'}")
    watched.page.wait_for_selector("body[data-drawn='8']", timeout=SECONDS)
    expect(watched.page.locator(".quotation")).to_have_text("点连线看原文。")


def test_a_selected_row_shows_its_quotation(watched: Watched) -> None:
    watched.draw("/people?q=career&official=a-zhao")
    grid = watched.page.locator('[data-testid="stDataFrame"] canvas').first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box is not None
    watched.page.mouse.click(box["x"] + 15, box["y"] + 52)
    watched.page.wait_for_function("location.search.includes('pick=fact01')", timeout=SECONDS)
    expect(watched.page.locator("mark")).to_have_text("第1行的文字", timeout=SECONDS)
