"""Who cannot see or use a mouse: axe finds nothing serious on any page, and each job can be done by keyboard alone."""

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.dashboards.browser.conftest import SECONDS, Watched

pytestmark = pytest.mark.browser
GRAVE = {"serious", "critical"}
AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
STREAMLIT_OWN: tuple[
    tuple[str, str], ...
] = ()  # what axe finds within Streamlit's own widgets: a rule, and a part of the element
PAGES = (
    "/",
    "/?p=find&words=养老",
    "/?p=find&words=养老&view=network",
    "/?p=find&words=航天",
    "/?p=official&key=a-zhao",
    "/?p=body&key=b-drc",
    "/?p=post&key=p-drc",
    "/?p=task&key=t-care",
    "/?p=thing&key=p-care&kind=project",
    "/?p=changes&from=2019-01-01&to=2023-12-31",
    "/?p=changes&from=1950-01-01&to=1950-12-31",
    "/?p=overlap",
    "/?p=pair&body=b-drc&other=b-fin",
    "/?p=documents",
    "/?p=document&fact=fact01",
    "/?p=questions",
    "/?p=questions&q=changes",
    "/?p=questions&q=succession&body=b-drc",
    "/?p=questions&q=who_answers",
    "/?p=review",
    "/?p=review&fact=fact01",
    "/?p=find&words=赵明圆",
    "/?p=find&words=2022年5月",
    "/?p=add",
    "/?p=body&key=gone",
)


def grave(page: Page) -> list[str]:
    """What axe finds serious or critical: the rule, and where."""
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{rule['id']}: {node['html'][:200]}"
        for rule in found["violations"]
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
        if not any(rule["id"] == known and part in node["html"] for known, part in STREAMLIT_OWN)
    ]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious(watched: Watched, path: str) -> None:
    watched.go(path)
    assert grave(watched.page) == []


def test_a_search_by_keyboard_alone(watched: Watched) -> None:
    watched.go("/?p=documents")
    watched.page.keyboard.press("/")
    watched.page.keyboard.type("赵明")
    expect(watched.page.get_by_role("option").first).to_be_visible(timeout=SECONDS)
    watched.page.keyboard.press("ArrowDown")
    watched.page.keyboard.press("Enter")
    expect(watched.page.get_by_role("heading", name="赵明远")).to_be_visible(timeout=SECONDS)


def test_a_row_is_picked_and_left_by_keyboard(watched: Watched) -> None:
    watched.go("/?p=questions&q=career&official=a-zhao")
    watched.page.locator("tr[tabindex]").first.focus()
    watched.page.keyboard.press("ArrowDown")
    watched.page.keyboard.press("Enter")
    watched.page.wait_for_function("location.search.includes('pick=')", timeout=SECONDS)


def test_a_filter_is_set_by_keyboard(watched: Watched) -> None:
    watched.go("/?p=changes&from=2019-01-01&to=2023-12-31")
    watched.page.locator(".facets").first.wait_for(state="attached", timeout=SECONDS)
    folded = watched.page.get_by_text("筛选", exact=True)
    if folded.is_visible():
        folded.focus()
        watched.page.keyboard.press("Enter")
    watched.page.get_by_role("checkbox").filter(has_text="免职").first.focus()
    watched.page.keyboard.press("Space")
    watched.page.wait_for_function("location.search.includes('off=')", timeout=SECONDS)


def test_a_path_that_is_no_page_leads_to_the_first_page(watched: Watched) -> None:
    watched.go("/no/such/page")
    expect(watched.page.get_by_role("heading", level=1)).to_be_visible(timeout=SECONDS)
    assert watched.page.get_by_role("dialog").count() == 0
    watched.go("/people?q=career&official=a-zhao")
    assert watched.page_name() == "questions"
