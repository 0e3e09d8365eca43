"""How fast the app answers a reader, and what it takes with six of them.

In:  a workspace with a graph. Out: one line a measure: the first page cold, each interaction (the median of several), memory of the server.

    python -m bench.app zhize-data
"""

import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.screenshots import SECONDS, pages
from bench.serving import CHROMIUM_FLAGS, served
from graph.stores.store import open_store
from graph.workspace import Workspace

READERS = 6
TIMES = 5
SIZE = {"width": 1440, "height": 900}


def memory(pid: int) -> float:
    """What a process and those that it started hold, in MB."""
    held = 0
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            held += int(line.split()[1])
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return held / 1024 + sum(memory(int(child)) for child in children)


def took(act: Callable[[], object]) -> float:
    """How long an act takes, in milliseconds."""
    begun = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - begun)


def opened(browser: Browser, address: str) -> Page:
    """A new reader on a page that is drawn."""
    page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
    page.goto(address)
    page.locator("h1").first.wait_for(timeout=SECONDS)
    return page


def interactions(page: Page, base: str, key: str) -> Iterator[tuple[str, float]]:
    """What a reader does, each with its time; between them the page comes to rest."""

    def rest() -> None:
        page.wait_for_timeout(600)

    page.goto(f"{base}/?p=changes")
    page.locator("tr[tabindex]").first.wait_for(timeout=SECONDS)
    rest()
    row = page.locator("tr[tabindex]").nth(2)
    yield "a row picked", took(lambda: (row.click(), page.locator("figure.says").first.wait_for(timeout=SECONDS)))
    rest()
    box = page.get_by_role("checkbox").first
    yield (
        "a filter set",
        took(lambda: (box.click(), page.locator(".facets .box:not(.on)").first.wait_for(timeout=SECONDS))),
    )
    rest()
    field = page.get_by_role("combobox").first
    yield "suggestions", took(lambda: (field.fill("发改"), page.get_by_role("option").first.wait_for(timeout=SECONDS)))
    option = page.get_by_role("option").first
    yield "a page opened", took(lambda: (option.click(), page.locator(".head h1").first.wait_for(timeout=SECONDS)))
    rest()
    yield "the language", took(
        lambda: (page.get_by_role("link", name="EN", exact=True).click(), page.wait_for_selector(".page[lang=en] .head h1", timeout=SECONDS))
    )  # fmt: skip
    rest()
    page.goto(f"{base}/?p=body&key={key}")
    page.locator("a.chip").first.wait_for(timeout=SECONDS)
    rest()
    chip = page.locator("a.chip").nth(1)
    yield (
        "a day chosen",
        took(lambda: (chip.click(), page.locator(".on-line").first.wait_for(timeout=SECONDS, state="attached"))),
    )


def main(workspace: str) -> None:
    """Prints the measures."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with open_store(Workspace(Path(workspace)).store_url) as store:
        shown = pages(store)
    key = shown["body"]["key"]
    with served("--workspace", workspace) as (base, pid), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        print(f"{'first page, cold':24}{took(lambda: opened(browser, base).close()):8.0f} ms")
        print(f"{'first page, warm':24}{took(lambda: opened(browser, base).close()):8.0f} ms")
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
