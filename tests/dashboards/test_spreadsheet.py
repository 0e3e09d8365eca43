"""An answer as a workbook: typed cells, sources beside each row, nothing that a spreadsheet would run."""

import io
import zipfile

from dashboards.spreadsheet import xlsx_bytes
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
