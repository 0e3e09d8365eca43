"""What the three kinds of readers come for, each in few steps from the first page, on the sample gazettes: embedded, and on a Neo4j server."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from bench.serving import served
from tests.dashboards.browser.conftest import NARROW, SECONDS, WIDE, Watched
from tests.local_server import LocalServer

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[3]
LONG = 120_000
LINES = (
    "安山县人民政府关于周小禾任职的通知",
    "安政任〔2024〕9号",
    "各镇人民政府：",
    "经研究决定，任命：",
    "周小禾同志为县水利局副局长。",
    "安山县人民政府",
    "2024年5月6日",
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample gazettes, built."""
    folder = Path(tmp_path_factory.mktemp("journeys")) / "zhize-data"
    zhize("build", str(ROOT / "data" / "gazettes"), "--workspace", str(folder))
    return folder


def zhize(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "dashboards", *arguments], check=True, capture_output=True, cwd=ROOT)


@pytest.fixture(scope="module")
def embedded(workspace: Path) -> Iterator[str]:
    """The app on the embedded graph."""
    with served("--workspace", str(workspace)) as (address, _):
        yield address


@pytest.fixture(scope="module")
def on_neo4j(workspace: Path, neo4j_server: LocalServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the same graph in a Neo4j server."""
    copied = Path(tmp_path_factory.mktemp("neo4j-journeys")) / "zhize-data"
    shutil.copytree(workspace, copied)
    zhize(
        "build", "--workspace", str(copied), "--store", neo4j_server.url, "--rebuild", str(ROOT / "data" / "gazettes")
    )
    with served("--workspace", str(copied), "--store", neo4j_server.url) as (address, _):
        yield address


READERS = [
    pytest.param("embedded", WIDE, "zh", id="wide"),
    pytest.param("embedded", NARROW, "zh", id="narrow"),
    pytest.param("embedded", WIDE, "en", id="english"),
    pytest.param("embedded", NARROW, "en", id="english-narrow"),
    pytest.param("on_neo4j", WIDE, "zh", id="neo4j", marks=pytest.mark.neo4j),
]


@pytest.fixture(params=[pytest.param(one.values, id=one.id, marks=one.marks) for one in READERS])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Watched]:
    """A reader on the first page."""
    store, size, language = request.param
    context = browser.new_context(viewport=size, accept_downloads=True)
    watched = Watched(context.new_page(), request.getfixturevalue(store))
    watched.go(f"/?lang={language}")
    yield watched
    context.close()
    assert watched.errors == []
    assert watched.outside == []


def word(page: Page, zh: str, en: str) -> str:
    """The word in the language of the page."""
    return en if "lang=en" in str(page.evaluate("location.search")) else zh


def searched(page: Page, words: str) -> None:
    """Types words and presses Enter: two steps."""
    box = page.get_by_role("combobox").first
    box.fill(words)
    page.wait_for_timeout(800)
    box.press("Enter")


def test_who_answers_for_a_field_and_where_it_is_printed(reader: Watched) -> None:
    page = reader.page
    searched(page, "湿地")
    expect(page.get_by_role("heading", level=1)).to_contain_text("区园林和林业局", timeout=LONG)  # the first search
    page.locator("tr[tabindex]").nth(1).click(position={"x": 60, "y": 20})  # in the middle of a card a link may stand
    expect(page.locator("figure.says").first).to_contain_text("湿", timeout=SECONDS)
    page.get_by_role("link", name=word(page, "读原文", "read in its source")).first.click()
    expect(page.locator(".reader")).to_contain_text("湿地", timeout=SECONDS)


def test_a_career_and_who_followed(reader: Watched) -> None:
    page = reader.page
    page.get_by_role("combobox").first.fill("梅红")
    page.get_by_role("option").filter(has_text="梅红").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("梅红", timeout=SECONDS)
    expect(page.locator(".timeline .name").first).to_be_visible()
    searched(page, "涨渡湖街道办事处")
    page.get_by_role("link", name=re.compile("涨渡湖街道办事处")).first.click()
    expect(page.locator(".timeline")).to_contain_text("周琴", timeout=SECONDS)
    expect(page.locator(".timeline")).to_contain_text("胡艳萍")


def test_what_changed_between_two_days_only_dismissals(reader: Watched) -> None:
    page = reader.page
    reader.go(f"/?p=changes&from=2022-04-01&to=2022-06-30&lang={word(page, 'zh', 'en')}")
    page.locator(".facets").first.wait_for(state="attached", timeout=LONG)
    folded = page.get_by_text(word(page, "筛选", "Filter"), exact=True)
    if folded.is_visible():
        folded.click()
    page.get_by_role("checkbox").filter(has_text=word(page, "任命", "appointed")).first.click()
    expect(page.locator("table .tag.out").first).to_be_visible(timeout=SECONDS)
    expect(page.locator("table .tag.in")).to_have_count(0, timeout=SECONDS)
    expect(page).to_have_url(re.compile(r"[?&]off="), timeout=SECONDS)


def test_who_overlaps_most_and_the_items_as_a_workbook(reader: Watched) -> None:
    page = reader.page
    page.get_by_role("combobox").first.fill("区发改局")
    page.get_by_role("option").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("发展和改革局", timeout=SECONDS)
    count = page.locator("#overlaps .count a").first
    shown = count.inner_text()
    count.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        shown, timeout=SECONDS
    )  # the number is what its click shows
    with page.expect_download(timeout=LONG) as given:
        page.get_by_role("button", name=re.compile("XLSX|Excel")).first.click()
    assert given.value.suggested_filename.endswith(".xlsx")


def test_the_government_on_a_day(reader: Watched) -> None:
    page = reader.page
    page.get_by_role("link", name=re.compile(r"人民政府.*\d{4}-|\d{4}-.*人民政府")).first.click()
    expect(page).to_have_url(re.compile(r"[?&]q=who_holds(&|$)"), timeout=SECONDS)  # the first page has a table too
    expect(page.locator("table.table tbody tr").first).to_be_visible(timeout=SECONDS)
    expect(page.locator(".timeline").first).to_be_visible(timeout=SECONDS)


def test_a_picture_of_a_pair_for_print(reader: Watched) -> None:
    page = reader.page
    page.get_by_role("link", name=word(page, "交叉", "Overlaps"), exact=True).locator("visible=true").first.click()
    page.locator("a.button.primary").first.click()
    page.get_by_role("link", name=word(page, "关系图", "Network"), exact=True).click()
    wide = page.viewport_size is not None and page.viewport_size["width"] > NARROW["width"]
    shown = page.locator("svg.network" if wide else ".as-list")  # a phone lists what the picture shows
    expect(shown).to_be_visible(timeout=SECONDS)
    for name, ending in (("SVG", ".svg"), ("PNG", ".png"), (word(page, "存为网页", "Save as a page"), ".html")):
        with page.expect_download(timeout=SECONDS) as given:
            page.get_by_role("button", name=re.compile(name)).first.click()
        assert given.value.suggested_filename.endswith(ending)
        assert given.value.path().stat().st_size > 1000


def test_a_new_file_in_and_two_doubts_decided(browser: Browser, workspace: Path, tmp_path: Path) -> None:
    copied = tmp_path / "zhize-data"
    shutil.copytree(workspace, copied)
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(tmp_path / "notice.pdf"))
    canvas.setFont("STSong-Light", 14)
    for number, line in enumerate(LINES):
        canvas.drawString(80, 760 - 30 * number, line)
    canvas.save()
    with served("--workspace", str(copied)) as (address, _):
        watched = Watched(browser.new_page(viewport=WIDE), address)
        watched.go("/?p=add")
        watched.page.locator("input[type=file]").set_input_files(str(tmp_path / "notice.pdf"))
        expect(watched.page.locator("table.table")).to_contain_text("notice", timeout=LONG)
        watched.page.get_by_role("button", name="收入并建图").click()
        expect(watched.page.locator(".card.picked")).to_contain_text("已收入", timeout=LONG)
        for place in (1, 2):
            watched.go("/?p=review&kind=doubt")
            watched.page.locator(".toc a").nth(place).click()
            watched.page.wait_for_function("location.search.includes('finding=')", timeout=LONG)
            watched.page.wait_for_timeout(1500)
            watched.page.get_by_role("button", name="已看过，不再提示").click()
            expect(watched.page.get_by_test_id("stAlert")).to_be_visible(timeout=LONG)
        watched.page.close()
    assert len((copied / "judgements.jsonl").read_text("utf-8").splitlines()) >= 2
