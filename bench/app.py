"""How fast the app answers a reader, and what it takes with six of them.

In:  a workspace with a graph. Out: one line a measure: the first page cold, each interaction (the median of several), memory of the server.

    python -m bench.app zhize-data
"""

import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.screenshots import pages
from bench.serving import CHROMIUM_FLAGS, served
from graph.stores.store import open_store
from graph.workspace import Workspace

READERS = 6
SECONDS = 180_000  # milliseconds until a page must be there: a large graph is opened first
TIMES = 5
SIZE = {"width": 1440, "height": 900}
DEEP = """const deep = (root, wanted) => root.querySelector(wanted)
  ?? [...root.querySelectorAll("*")].filter((one) => one.shadowRoot).map((one) => deep(one.shadowRoot, wanted)).find(Boolean);"""
WATCH = f"""(wanted) => {{
  {DEEP}
  let begun = 0;
  for (const name of ["pointerdown", "input"]) addEventListener(name, () => {{ begun ||= performance.now(); }}, {{ capture: true, once: true }});
  window.watched = new Promise((tell) => {{
    const look = () => begun && deep(document, wanted) ? tell(performance.now() - begun) : requestAnimationFrame(look);
    look();
  }});
}}"""  # from the first touch of a key or the mouse to the frame in which something wanted stands
FIRST = f"""{{ {DEEP}
  const look = () => deep(document, "h1") ? (window.first = performance.now()) : requestAnimationFrame(look);
  look();
}}"""  # from the beginning of the navigation


def memory(pid: int) -> float:
    """What a process and those that it started hold, in MB."""
    held = 0
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            held += int(line.split()[1])
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return held / 1024 + sum(memory(int(child)) for child in children)


def seen(page: Page, wanted: str, act: Callable[[], object]) -> float:
    """How long it takes from an act to the frame that shows what it leads to, in milliseconds of the page's own clock.

    The page looks at every frame: waiting from outside would look ever more rarely, and tell .8 seconds for .3.
    """
    page.evaluate(WATCH, wanted)
    act()
    return float(page.evaluate("() => window.watched"))


def opened(browser: Browser, address: str, *, told: list[float] | None = None) -> Page:
    """A new reader on a page that is drawn; `told` is given how long that took."""
    page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
    page.set_default_timeout(SECONDS)
    page.add_init_script(FIRST)
    page.goto(address)
    page.locator("h1").first.wait_for(timeout=SECONDS)
    if told is not None:
        told.append(float(page.evaluate("() => window.first")))
    return page


def interactions(page: Page, base: str, key: str) -> Iterator[tuple[str, float]]:
    """What a reader does, each with its time; between them the page comes to rest."""

    def rest() -> None:
        page.wait_for_timeout(600)

    page.goto(f"{base}/?p=changes")
    page.locator("tr[tabindex]").first.wait_for(timeout=SECONDS)
    rest()
    yield "a row picked", seen(page, "figure.says", page.locator("tr[tabindex]").nth(2).click)
    rest()
    yield "a filter set", seen(page, ".facets .box:not(.on)", page.get_by_role("checkbox").first.click)
    rest()
    field = page.get_by_role("combobox").first
    yield "suggestions", seen(page, "[role=option]", lambda: field.fill("发改"))
    yield "a page opened", seen(page, ".head h1", page.get_by_role("option").first.click)
    rest()
    yield "the language", seen(page, ".page[lang=en] .head h1", page.get_by_role("link", name="EN", exact=True).click)
    rest()
    page.goto(f"{base}/?p=body&key={key}")
    page.locator("a.chip").first.wait_for(timeout=SECONDS)
    rest()
    yield "a day chosen", seen(page, ".on-line", page.locator("a.chip").nth(1).click)


def main(workspace: str) -> None:
    """Prints the measures."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with open_store(Workspace(Path(workspace)).store_url) as store:
        shown = pages(store)
    key = shown["body"]["key"]
    with served("--workspace", workspace) as (base, pid), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        for name in ("first page, cold", "first page, warm"):
            told: list[float] = []
            opened(browser, base, told=told).close()
            print(f"{name:24}{told[0]:8.0f} ms")
        times: dict[str, list[float]] = {}
        page = opened(browser, base)
        for _ in range(TIMES):
            for name, milliseconds in interactions(page, base, key):
                times.setdefault(name, []).append(milliseconds)
        for name, several in times.items():
            print(f"{name:24}{statistics.median(several):8.0f} ms   (slowest {max(several):.0f})")
        readers = [opened(browser, f"{base}/?{query}") for query in ("", "p=changes", "p=overlap", f"p=body&key={key}", "p=find&words=养老", "p=documents")]  # fmt: skip
        for reader in readers[:READERS]:
            for _ in interactions(reader, base, key):
                pass
        print(f"{'memory, six readers':24}{memory(pid):8.0f} MB")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
