"""The app in Chromium: clicks reach Python, hostile names stay text, nothing is asked of outside hosts, and a phone can use it."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from bench.serving import served
from dashboards.parts.standalone import standalone
from graph.stores.store import open_store
from queries.library import find
from queries.run import ask
from tests.dashboards.browser.conftest import NARROW, SECONDS, Watched
from tests.queries.small_graph import HOSTILE_BODY, HOSTILE_NAME

pytestmark = pytest.mark.browser


def test_a_search_suggests_and_opens_a_page(watched: Watched) -> None:
    watched.go("/")
    watched.page.get_by_role("combobox").first.fill("赵明")
    option = watched.page.get_by_role("option").filter(has_text="赵明远").first
    expect(option).to_be_visible(timeout=SECONDS)
    option.click()
    expect(watched.page.get_by_role("heading", name="赵明远")).to_be_visible(timeout=SECONDS)
    assert watched.query()["key"] == ["a-zhao"]
    assert watched.page_name() == "official"


def test_enter_searches_the_words_and_a_row_shows_its_passage(watched: Watched) -> None:
    watched.go("/")
    box = watched.page.get_by_role("combobox").first
    box.fill("养老")
    watched.page.wait_for_timeout(900)
    box.press("Enter")
    expect(watched.page.get_by_text("“养老”见于")).to_be_visible(timeout=SECONDS)
    assert watched.query()["words"] == ["养老"]
    expect(watched.page.locator("figure.says").first).to_be_visible()


def test_where_nothing_is_loaded_the_first_page_leads_to_adding(tmp_path: Path, browser: Browser) -> None:
    with served("--workspace", str(tmp_path / "new")) as (base, _):
        page = browser.new_page(viewport=NARROW)
        page.goto(base)
        expect(page.get_by_text("还没有公报")).to_be_visible(timeout=SECONDS)
        page.get_by_role("link", name="添加文件").last.click()
        expect(page.locator("input[type=file]")).to_be_attached(timeout=SECONDS)
        page.close()


def test_back_returns_to_the_page_before(watched: Watched) -> None:
    watched.go("/?p=official&key=a-zhao")
    watched.page.get_by_role("link", name="区发展和改革局").first.click()
    expect(watched.page.get_by_role("heading", name="区发展和改革局")).to_be_visible(timeout=SECONDS)
    watched.page.go_back()
    expect(watched.page.get_by_role("heading", name="赵明远")).to_be_visible(timeout=SECONDS)


def test_a_statement_opens_in_its_document(watched: Watched) -> None:
    watched.go("/?p=official&key=a-zhao")
    watched.page.get_by_role("link", name="读原文").first.click()
    expect(watched.page.locator(".reader")).to_be_visible(timeout=SECONDS)
    assert watched.page_name() == "document"


def test_a_facet_narrows_and_is_kept_in_the_link(watched: Watched) -> None:
    watched.go("/?p=changes&from=2019-01-01&to=2023-12-31")
    watched.page.locator(".facets").first.wait_for(state="attached", timeout=SECONDS)
    folded = watched.page.get_by_text("筛选", exact=True)
    if folded.is_visible():  # on a phone the facets fold into one line
        folded.click()
    watched.page.get_by_role("checkbox").filter(has_text="免职").first.click()
    watched.page.wait_for_function("location.search.includes('off=')", timeout=SECONDS)
    assert watched.query()["off"] == ["relation:dismissed"]


def test_hostile_names_are_literal_everywhere(watched: Watched) -> None:
    for path in (
        "/?p=official&key=a-x",
        "/?p=body&key=b-x",
        f"/?p=find&words={quote(HOSTILE_NAME)}",
        "/?p=questions&q=changes",
        "/?p=changes",
    ):
        watched.go(path)
        assert watched.page.locator("img[src='x']").count() == 0
    watched.go("/?p=official&key=a-x")
    expect(watched.page.get_by_role("heading", name=HOSTILE_NAME)).to_be_visible(timeout=SECONDS)
    watched.go("/?p=body&key=b-x")
    expect(watched.page.get_by_role("heading", name=HOSTILE_BODY)).to_be_visible(timeout=SECONDS)


def test_the_language_is_switched_and_the_view_kept(watched: Watched) -> None:
    watched.go("/?p=official&key=a-zhao")
    watched.page.get_by_role("link", name="EN", exact=True).click()
    expect(watched.page.get_by_text("What the gazettes say").first).to_be_visible(timeout=SECONDS)
    assert watched.query()["key"] == ["a-zhao"]
    assert watched.query()["lang"] == ["en"]


def test_nothing_is_wider_than_the_window(watched: Watched) -> None:
    for path in (
        "/",
        "/?p=find&words=养老",
        "/?p=official&key=a-zhao",
        "/?p=body&key=b-drc",
        "/?p=changes",
        "/?p=overlap",
        "/?p=questions",
        "/?p=documents",
    ):
        watched.go(path)
        wide = watched.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path


def test_what_the_reader_typed_goes_to_the_address_line(watched: Watched) -> None:
    watched.go("/?p=questions&q=who_answers")
    watched.page.get_by_label("关键词").fill("养老")
    watched.page.get_by_role("button", name="查询", exact=True).click()
    watched.page.wait_for_function("location.search.includes('words=')", timeout=SECONDS)
    assert watched.query()["words"] == ["养老"]


def test_a_row_is_picked_by_a_click_and_kept_in_the_link(watched: Watched) -> None:
    watched.go("/?p=questions&q=career&official=a-zhao")
    watched.page.locator("tr[tabindex]").first.click()
    watched.page.wait_for_function("location.search.includes('pick=fact01')", timeout=SECONDS)
    expect(watched.page.locator("figure.says mark")).to_have_text("第1行的文字", timeout=SECONDS)


def test_a_graph_that_is_gone_gets_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("甲", encoding="utf-8")
    command = [sys.executable, "-m", "dashboards", "app", "--workspace", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "没有图谱" in done.stderr
    assert "Traceback" not in json.dumps(done.stderr)


def test_a_picture_that_stands_alone_draws_itself(watched: Watched, small_graph_url: str, tmp_path: Path) -> None:
    with open_store(small_graph_url) as store:
        made = standalone(ask(store, find("changes"), {}), "zh")
    (tmp_path / "changes.html").write_text(made, encoding="utf-8")
    watched.page.goto(f"file://{tmp_path / 'changes.html'}")
    watched.page.wait_for_selector("body[data-drawn='8']", timeout=SECONDS)
    expect(watched.page.locator(".quotation")).to_have_text("点连线看原文。")


def test_a_slider_moves_the_timeline_through_the_days_and_into_the_link(watched: Watched) -> None:
    watched.go("/?p=body&key=b-drc")
    slider = watched.page.get_by_role("slider")
    slider.focus()
    watched.page.keyboard.press("Home")
    watched.page.wait_for_function("location.search.includes('on=')", timeout=SECONDS)
    expect(watched.page.locator(".lane .on-line").first).to_be_attached(timeout=SECONDS)


def test_a_timeline_and_a_matrix_are_saved_with_title_and_day(watched: Watched) -> None:
    for path, said in (("/?p=body&key=b-drc", "区发展和改革局"), ("/?p=overlap", "云河区")):
        watched.go(path)
        save = watched.page.get_by_role("button", name="存为 SVG").first
        if not save.is_visible():
            continue  # on a phone pairs are listed instead of the matrix
        with watched.page.expect_download(timeout=SECONDS) as given:
            save.click()
        drawn = given.value.path().read_text("utf-8")
        assert drawn.startswith("<svg")
        assert said in drawn
        assert str(date.today().year) in drawn


def test_a_node_is_hidden_and_shown_again(watched: Watched) -> None:
    watched.go("/?p=questions&q=changes&pick=official:a-zhao&centre=official:a-zhao")
    watched.page.get_by_role("button", name="隐藏", exact=True).click()
    watched.page.wait_for_function("location.search.includes('hide=a-zhao')", timeout=SECONDS)
    watched.page.get_by_role("button", name="恢复全部").click()
    watched.page.wait_for_function("!location.search.includes('hide=')", timeout=SECONDS)
