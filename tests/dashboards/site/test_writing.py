"""The static site: every text escaped, private numbers covered, nothing from outside, links that lead to files, an earlier site replaced."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from dashboards.site.addresses import Addresses, file_name
from dashboards.site.html import Writer, shown
from dashboards.site.writing import Site, write_site
from dashboards.views.frame.face import Face
from extract.errors import StoreError
from graph.stores.store import open_store
from tests.queries.small_graph import HOSTILE_NAME

LINK = re.compile(r'(?:href|src)="([^"]+)"')


@pytest.fixture(scope="module")
def site(small_graph_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(tmp_path_factory.mktemp("site")) / "public"
    with open_store(small_graph_url) as store:
        face = Face(store, "small", "zh", read_only=True)
        assert write_site(face, folder, Site("云河公报", "https://example.org/g", "2024-01-01")).pages > 20
    return folder


def test_hostile_names_are_escaped(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert HOSTILE_NAME not in page.read_text("utf-8"), page
    assert "&lt;img src=x" in (site / "official" / "a-x.html").read_text("utf-8")


def test_every_link_leads_to_a_file_and_nothing_outside_is_loaded(site: Path) -> None:
    for page in site.rglob("*.html"):
        said = page.read_text("utf-8")
        assert "default-src 'none'" in said
        for to in LINK.findall(said):
            if to == "data:," or to.startswith("https://example.org/"):
                continue  # no icon; the site's own address, named but not loaded
            assert not to.startswith(("http:", "//")), (page, to)
            path = unquote(to).partition("#")[0].partition("?")[0]
            assert not path or (page.parent / path).is_file(), (page, to)


def test_pages_name_the_address_under_which_they_are_cited(site: Path) -> None:
    said = (site / "official" / "a-zhao.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/g/official/a-zhao.html">' in said
    assert "https://example.org/g/official/a-zhao.html" in (site / "sitemap.xml").read_text("utf-8")


def test_the_first_view_is_small(site: Path) -> None:
    read = [site / "index.html", site / "assets" / "site.css"]
    assert sum(file.stat().st_size for file in read) <= 100_000


def test_an_earlier_site_is_replaced_and_other_files_are_not(small_graph_url: str, tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    with open_store(small_graph_url) as store:
        face = Face(store, "small", "en", read_only=True)
        with pytest.raises(StoreError, match="holds other files"):
            write_site(face, tmp_path, Site("x"))
        for _ in range(2):
            write_site(face, tmp_path / "site", Site("x"))
    assert (tmp_path / "letters.txt").read_text() == "mine"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["letters.txt", "site"]


def test_private_numbers_are_covered_and_signs_escaped() -> None:
    assert shown("<b>电话13900001234</b>") == "&lt;b&gt;电话***********&lt;/b&gt;"


def test_an_address_leads_to_the_file_that_there_is() -> None:
    ways = Addresses(frozenset({("document", "n1"), ("task", "t/1")}), {"f1": "n1"}, {"i1": "t/1"})
    assert ways.file("document?fact=f1") == "document/n1.html#f-f1"
    assert ways.file("task?item=i1") == file_name("task", "t/1")
    assert ways.file("questions?q=changes") is None
    assert ways.file("official?key=gone") is None


def test_what_the_site_lacks_is_text_or_nothing() -> None:
    writer = Writer(lambda to: None)
    assert writer.pieces([{"t": "甲局", "go": "body?key=x"}, {"t": "全部 →", "go": "questions"}]) == "甲局"
