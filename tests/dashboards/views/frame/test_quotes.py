"""Statements as the pages show them."""

import pytest

from dashboards.views.frame.quotes import role_beside


@pytest.mark.parametrize(
    ("relation", "role", "target", "shown"),
    [
        ("appointed", "局长", "安山县财政局局长", ""),  # the post's own name says it
        ("holds", "党组书记", "安山县财政局", " 党组书记"),
        ("leads", "牵头单位", "修缮水渠", ""),  # the tag says it
        ("appointed", None, "安山县财政局局长", ""),
    ],
)
def test_a_role_is_shown_once(relation: str, role: str | None, target: str, shown: str) -> None:
    assert role_beside(relation, role, target) == shown
