"""Cells: literal, worded, and harmless in a spreadsheet."""

import csv
import io
from datetime import date

import pytest

from dashboards.cells import cell, column_cells, csv_text, literal, neutral
from graph.stores.store import open_store
from queries.library import find
from queries.run import ask
from tests.queries.small_graph import HOSTILE_NAME


@pytest.mark.parametrize(
    ("column", "value", "zh", "en"),
    [
        ("relation", "leads", "牵头/主管", "leads"),
        ("certain", True, "是", "yes"),
        ("aggregates", ["各街镇", "相关部门"], "各街镇、相关部门", "各街镇, 相关部门"),
        ("what", None, "", ""),
        ("what", "leads", "leads", "leads"),  # text of a document is never translated
        ("probation", "P1Y", "1年", "1 y"),
        ("role", HOSTILE_NAME, HOSTILE_NAME, HOSTILE_NAME),
    ],
)
def test_a_cell_reads_as_it_should(column: str, value: object, zh: str, en: str) -> None:
    assert (cell(column, value, "zh"), cell(column, value, "en")) == (zh, en)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_column_reads_as_its_cells_do_one_by_one(language: str) -> None:
    values = ["leads", None, "assists", "leads", ["各街镇", "各镇"], 3, True, HOSTILE_NAME, "leads", date(2022, 5, 11)]
    assert column_cells("relation", [{"relation": value} for value in values], language) == [
        cell("relation", value, language) for value in values
    ]


def test_control_characters_are_left_out() -> None:
    assert literal("区\x1b[31m财政局\u202e\x07") == "区[31m财政局"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_what_a_spreadsheet_would_run_becomes_text(start: str) -> None:
    assert neutral(f"{start}cmd|' /C calc'!A0").startswith("'")


def test_csv_holds_rows_and_their_citations(small_graph_url: str) -> None:
    with open_store(small_graph_url) as store:
        table = ask(store, find("changes"), {})
    head, *rows = list(csv.reader(io.StringIO(csv_text(table, "zh"))))
    assert head[-4:] == ["文号", "行", "原文", "文件"]
    assert len(rows) == len(table.rows)
    assert all(len(row) == len(head) for row in rows)
    assert any(HOSTILE_NAME in row for row in rows)
