"""An answer as a workbook: typed cells, sources beside each row, nothing that a spreadsheet would run."""

import io
import zipfile

from dashboards.cells import csv_of
from dashboards.spreadsheet import xlsx_bytes, xlsx_of
from graph.stores.store import open_store
from queries.library import find
from queries.run import ask


def sheets(url: str, name: str, **typed: str) -> dict[str, str]:
    with open_store(url) as store:
        content = xlsx_bytes(ask(store, find(name), typed), "zh")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {member: book.read(member).decode("utf-8") for member in book.namelist() if member.endswith(".xml")}


def test_rows_and_sources_are_there(small_graph_url: str) -> None:
    book = sheets(small_graph_url, "changes")
    assert "赵明远" in book["xl/sharedStrings.xml"]
    assert "云河区人民政府公报" in book["xl/sharedStrings.xml"]
    assert "<pane " in book["xl/worksheets/sheet1.xml"]


def test_no_cell_is_a_formula(small_graph_url: str) -> None:
    book = sheets(small_graph_url, "changes")
    assert "<f>" not in book["xl/worksheets/sheet1.xml"]


def test_counts_are_numbers(small_graph_url: str) -> None:
    assert 't="s"' in (sheet := sheets(small_graph_url, "overlaps")["xl/worksheets/sheet1.xml"])
    assert "<v>2</v>" in sheet or "<v>1</v>" in sheet


def test_lines_of_a_page_are_guarded_like_an_answer() -> None:
    lines = [["=1+1", "@SUM(A1)", 3], ["区财政局", "+86", 4]]
    content = xlsx_of(["body", "other", "items"], lines, ("overlaps", "rests on 3 issues"), "en")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "<v>4</v>" in sheet
    assert all(words in strings for words in ("=1+1", "overlaps", "rests on 3 issues"))
    written = csv_of(["body", "other"], [["=1+1", "区财政局"]]).splitlines()
    assert written[0] == "body,other"
    assert not written[1].startswith("=")
