"""What axe-core finds on the app's pages, at both widths and in both languages, by how grave it is.

In:  a workspace with a graph. Out: one line a page where anything is found, and the sums.

    python -m bench.pages.care zhize-data
"""

import shutil
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

from bench.screenshots import LANGUAGES, QUIET, SECONDS, SETTLED, WIDTHS, pages
from bench.serving import CHROMIUM_FLAGS, served
from graph.stores.store import open_store
from graph.workspace import Workspace

AXE = files("axe_playwright_python") / "axe.min.js"
RUN = "axe.run(document, { resultTypes: ['violations'] })"


def main(workspace: str) -> None:
    """Prints what is found."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    script = AXE.read_text("utf-8")
    with open_store(Workspace(Path(workspace)).store_url) as store:
        shown = pages(store)
    by_impact: Counter[str] = Counter()
    views = passed = 0
    with served("--workspace", workspace) as (base, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        for name, values in shown.items():
            for language in LANGUAGES:
                for width, height in WIDTHS.items():
                    view = browser.new_page(viewport={"width": width, "height": height})
                    view.goto(f"{base}/?{urlencode({**values, 'lang': language}, doseq=True)}")
                    view.wait_for_selector(".page *", timeout=SECONDS)
                    view.wait_for_selector(QUIET, timeout=SECONDS)
                    view.wait_for_timeout(SETTLED)
                    view.evaluate(script)
                    result: dict[str, Any] = view.evaluate(RUN)
                    view.close()
                    views += 1
                    passed += len(result["passes"])
                    rules = Counter(f"{rule['impact']} {rule['id']}" for rule in result["violations"])
                    by_impact.update(str(rule["impact"]) for rule in result["violations"])
                    if rules:
                        print(f"{name} {language} {width}: {', '.join(sorted(rules))}", flush=True)
        browser.close()
    sums = ", ".join(f"{impact} {by_impact[impact]}" for impact in ("critical", "serious", "moderate", "minor"))
    print(f"{len(shown)} pages in {views} views, {passed} rules passed; {sums}")


if __name__ == "__main__":
    main(*sys.argv[1:])
