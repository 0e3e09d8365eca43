"""A number on a page is what a click on it shows: cells of the matrix, bars of a body, squares of a pair, counts of a filter."""

import json
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.dashboards.views.test_pages import page


def drawn(store: str, to: str) -> list[dict[str, Any]]:
    """The blocks of the page at an address, the inner ones too."""
    parts = urlsplit(to)
    given = {f"{name}_" if name == "from" else name: value for name, value in parse_qsl(parts.query)}
    found: list[dict[str, Any]] = []
    waiting = json.loads(page(parts.path, store, "zh", **given).session_state["drawn"])
    while waiting:
        block = waiting.pop(0)
        found.append(block)
        waiting += [inner for name in ("blocks", "left", "right") for inner in block.get(name, ())]
    return found


def tasks(store: str, to: str) -> int:
    """How many tasks the page at an address lists."""
    table = next(block for block in drawn(store, to) if block["is"] == "table")
    return len(table["rows"])


def test_the_bars_of_a_body(small_graph_url: str) -> None:
    bars = [block for block in drawn(small_graph_url, "body?key=b-drc") if block["is"] == "bars"]
    assert bars
    for row in bars[0]["rows"]:
        assert tasks(small_graph_url, row["go"]) == sum(part["n"] for part in row["parts"])


def test_the_squares_of_a_pair(small_graph_url: str) -> None:
    address = "pair?body=b-drc&other=b-fin"
    quad = next(block for block in drawn(small_graph_url, address) if block["is"] == "quad")
    shown = 0
    for row in quad["rows"]:
        for cell in row["cells"]:
            if cell["n"]:
                shown += cell["n"]
                roles = dict(parse_qsl(urlsplit(cell["go"]).query))["roles"]
                assert tasks(small_graph_url, f"{address}&roles={roles}") == cell["n"]
    assert shown == tasks(small_graph_url, address)


def test_the_cells_of_the_matrix(small_graph_url: str) -> None:
    matrix = next(block for block in drawn(small_graph_url, "overlap") if block["is"] == "matrix")
    count = len(matrix["names"])
    counted = 0
    for row in range(count):
        for column in range(row + 1, count):
            cell = matrix["cells"][row][column]
            if cell["n"]:
                one, two = (value for name, value in parse_qsl(urlsplit(cell["go"]).query) if name == "pick")
                assert tasks(small_graph_url, f"pair?body={one}&other={two}") == cell["n"]
                counted += 1
    assert counted


@pytest.mark.parametrize("question", ["changes", "items&body=b-drc", "who_answers&words=养老"])
def test_the_counts_of_a_filter(small_graph_url: str, question: str) -> None:
    address = f"questions?q={question}"
    blocks = drawn(small_graph_url, address)
    whole = len(next(block for block in blocks if block["is"] == "table")["rows"])
    for facets in (block for block in blocks if block["is"] == "facets"):
        for group in facets["groups"]:
            assert sum(row["count"] for row in group["rows"]) == whole
            for row in group["rows"]:
                assert tasks(small_graph_url, row["go"]) == whole - row["count"]


def test_a_filter_stands_beside_some_answer(small_graph_url: str) -> None:
    assert any(block["is"] == "facets" for block in drawn(small_graph_url, "questions?q=changes"))


def test_columns_of_changes_keep_their_names_on_a_phone(small_graph_url: str) -> None:
    table = next(block for block in drawn(small_graph_url, "changes") if block["is"] == "table")
    assert [one["label"] for one in table["columns"] if one.get("keep")] == ["免职", "任命", "说明"]
