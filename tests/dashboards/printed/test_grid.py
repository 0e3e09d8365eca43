"""Columns of text: nothing is lost, nothing is wider than the terminal, East Asian characters count two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards.printed.grid import GAP, Column, folded, lines_of, width

TEXTS = st.text(alphabet="ab c局长街道，。é\u0301", max_size=40)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("区司法局", 8), ("（一）", 6), ("é", 1), ("e\u0301", 1), ("a局b", 4)],
)
def test_a_chinese_character_takes_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("区司法局", 8, ["区司法局"]),
        ("区司法局", 5, ["区司", "法局"]),
        ("deputy head", 7, ["deputy", "head"]),
        ("deputy", 4, ["depu", "ty"]),
        ("安山县 临江市", 8, ["安山县", "临江市"]),
        ("一\n二三", 2, ["一", "二", "三"]),
    ],
)
def test_a_text_is_broken_between_words_and_else_where_it_must(text: str, most: int, lines: list[str]) -> None:
    assert folded(text, most) == lines


@given(TEXTS, st.integers(2, 30))
def test_breaking_loses_no_character_and_keeps_the_width(text: str, most: int) -> None:
    lines = folded(text, most)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= most for line in lines)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=5), st.integers(20, 120))
def test_no_line_is_wider_than_the_terminal_and_each_cell_is_whole(rows: list[tuple[str, str, str]], most: int) -> None:
    columns = [Column("人", [row[i] for row in rows], right=i == 0) for i in range(3)]
    head, body = lines_of(columns, most)
    assert all(width(line) <= most for line in [*head.split("\n"), *body])
    shown = "".join("".join(body).split())
    assert sorted(shown) == sorted("".join("".join(cell for row in rows for cell in row).split()))


def test_a_column_that_stands_whole_is_cut_last() -> None:
    columns = [Column("date", ["2022-05-11"], whole=True), Column("what", ["a very long text that says much"])]
    _, body = lines_of(columns, 24)
    assert body[0].startswith("2022-05-11" + " " * GAP)
    assert len(body) > 1
