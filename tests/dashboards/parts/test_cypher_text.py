"""Questions as Neo4j Browser takes them."""

from datetime import date

import pytest

from dashboards.parts.cypher_text import browser_text, cypher_literal
from queries.library import find


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2022, 5, 11), "date('2022-05-11')"),
        (["b-drc", ""], '["b-drc", ""]'),
        (30, "30"),
        ('a" MATCH (n) \\', '"a\\" MATCH (n) \\\\"'),
    ],
)
def test_a_value_is_written_as_a_literal(value: object, text: str) -> None:
    assert cypher_literal(value) == text


def test_blanks_stand_where_no_values_are_given() -> None:
    assert "// :param on_from => …" in browser_text(find("portfolio"), None, 10)
