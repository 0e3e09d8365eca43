"""Pictures of the app's pages, at both widths and in both languages, as a reader sees them.

In:  a workspace with a graph, and a folder. Out: <page>-<language>-<width>.png in the folder, one line each on the terminal.

    python -m bench.screenshots zhize-data shots             all pages
    python -m bench.screenshots zhize-data shots find changes   these only
"""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from bench.serving import CHROMIUM_FLAGS, served
from dashboards.views.frame.pairs import pairs_of
from graph.stores.store import Store, open_store
from graph.workspace import Workspace
from queries.library import statement_of

WIDTHS = {1440: 900, 390: 844}
LANGUAGES = ("zh", "en")
SECONDS = 30_000
MOST = 2_000_000
SETTLED = 700  # milliseconds for the last component to draw itself
QUIET = '.stApp[data-test-script-state="notRunning"]'


class Shown:
    """What is shown: each page by name, with the values of its address, taken from what the graph holds."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.by_name: dict[str, dict[str, Any]] = {"start": {}}

    def add(self, name: str, statement: str, **more: Any) -> None:
        """A page of the first thing that a statement finds."""
        for row in self.store.read(statement, {}, limit=2).dicts()[:1]:
            self.by_name[name] = more | {key: value for key, value in row.items() if key != "n"}

    def read(self, name: str, **values: Any) -> list[dict[str, Any]]:
        """The rows of a question that the pages ask."""
        return self.store.read(statement_of("pages", name), values | {"limit": MOST}, limit=MOST).dicts()

    def searches(self) -> None:
        """Pages of what is found: much, little, as a network, nothing, asked, nearly so."""
        for row in self.read("begin_project")[:1]:
            self.by_name["find"] = {"p": "find", "words": row["name"]}
        self.by_name["find-few"] = {"p": "find", "words": "湿地"}
        self.by_name["find-network"] = {"p": "find", "words": "湿地", "view": "network"}
        self.by_name["find-none"] = {"p": "find", "words": "白垩纪恐龙"}
        self.by_name["find-asked"] = {"p": "find", "words": "2020年区长是谁"}
        self.by_name["find-near"] = {"p": "find", "words": "区财正局"}

    def things(self) -> None:
        """The page of one thing of each kind: the one of which most is said."""
        self.add("official", "MATCH (o:Official)-[r:APPOINTED]->() RETURN o.key AS key, count(r) AS n ORDER BY n DESC, key", p="official")  # fmt: skip
        self.add("street", "MATCH (b:Organization {kind: 'street'})<-[:OF]-(:Post)<-[r:APPOINTED|DISMISSED]-() "
                           "RETURN b.key AS key, count(r) AS n ORDER BY n DESC, key", p="body")  # fmt: skip
        self.add("group", "MATCH (b:Organization {kind: 'group'})<-[r:MEMBER_OF]-() RETURN b.key AS key, count(r) AS n ORDER BY n DESC", p="body")  # fmt: skip
        self.add("post", "MATCH (x:Post)<-[r:APPOINTED|DISMISSED]-() RETURN x.key AS key, count(r) AS n ORDER BY n DESC, key", p="post")  # fmt: skip
        self.add("task", "MATCH (:Task)<-[:OF]-(i:Item)<-[r:LEADS|ASSISTS]-() RETURN i.key AS item, count(r) AS n ORDER BY n DESC, item", p="task")  # fmt: skip
        for kind, label in (("project", "Project"), ("policy", "Policy"), ("topic", "Topic")):
            self.add(kind, f"MATCH (x:{label})-[r]-() RETURN x.key AS key, count(r) AS n ORDER BY n DESC, key", p="thing", kind=kind)  # fmt: skip
        self.add("document", "MATCH (n:Notice) WHERE n.title CONTAINS '任' OR n.title CONTAINS '职' RETURN n.key AS key ORDER BY key", p="document")  # fmt: skip
        self.add("document-fact", "MATCH ()-[r:APPOINTED]->() RETURN r.fact_id AS fact ORDER BY fact", p="document")

    def pairs(self) -> None:
        """The two bodies of the first place that answer for most items together."""
        places = self.store.read(statement_of("pages", "places"), {"limit": 60}, limit=60).dicts()
        place = places[0]["key"] if places else ""
        roles = self.read("roles_on_items", place=place)
        bodies = {row["key"]: row for row in self.read("bodies_by_keys", keys=sorted({row["body"] for row in roles}))}
        for pair in pairs_of(roles, bodies, place, streets=False, most=2)[:1]:
            self.by_name["body"] = {"p": "body", "key": pair["key"]}
            self.by_name["pair"] = {"p": "pair", "body": pair["key"], "other": pair["other_key"]}
            self.by_name["pair-network"] = self.by_name["pair"] | {"view": "network"}
            self.by_name["question"] = {"p": "questions", "q": "items", "body": pair["key"]}


# pages whose address holds nothing of the graph
FIXED: dict[str, dict[str, Any]] = {
    **{name: {"p": name} for name in ("changes", "overlap", "documents", "questions", "review", "add")},
    "compare": {"p": "compare"},
    "compare-bodies": {"p": "compare", "view": "bodies"},
    "changes-filtered": {"p": "changes", "off": "relation:appointed"},
    "question-refused": {"p": "questions", "q": "deadlines", "from": "2022-13-01"},
    "question-none": {"p": "questions", "q": "who_answers", "words": "白垩纪恐龙"},
    "changes-none": {"p": "changes", "from": "1950-01-01", "to": "1950-12-31"},
    "question-empty": {"p": "questions", "q": "who_answers"},
    "review-doubt": {"p": "review", "kind": "doubt"},
    "error": {"p": "body", "key": "no-such-key"},
}


def pages(store: Store) -> dict[str, dict[str, Any]]:
    """What is shown: each page by name, with the values of its address."""
    shown = Shown(store)
    shown.searches()
    shown.things()
    shown.pairs()
    return shown.by_name | FIXED


def shoot(browser: Browser, base: str, values: Mapping[str, Any], width: int, to: Path) -> None:
    """One picture of one page, when it has come to rest."""
    view = browser.new_page(viewport={"width": width, "height": WIDTHS[width]})
    view.goto(f"{base}/?{urlencode(values, doseq=True)}")
    view.wait_for_selector(".page *", timeout=SECONDS)
    view.wait_for_timeout(SETTLED)
    view.wait_for_selector(QUIET, timeout=SECONDS)
    view.wait_for_timeout(SETTLED)
    view.screenshot(path=to, full_page=False)
    view.close()


def main(workspace: str, folder: str, *only: str) -> None:
    """Writes the pictures."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    to = Path(folder)
    to.mkdir(parents=True, exist_ok=True)
    with open_store(Workspace(Path(workspace)).store_url) as store:
        shown = {name: values for name, values in pages(store).items() if not only or name in only}
    with served("--workspace", workspace) as (base, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        for name, values in shown.items():
            for language in LANGUAGES:
                for width in WIDTHS:
                    file = to / f"{name}-{language}-{width}.png"
                    shoot(browser, base, {**values, "lang": language}, width, file)
                    print(file)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
