"""Blanks between cells that make no rows: no title is lent to the next person, no body runs over them."""

import pytest

from tests.extract.formats.titles.test_notice import held


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("杏花溪　东桥至西桥　向远　镇党委副书记　柳成荫　0000101", []),
        ("向　远　镇党委副书记　柳成荫", []),
        ("3　向远　县财政局局长　柳成荫", [("向远", "县财政局", "局长")]),
        ("县委书记 苗青 县长 柳成荫", []),
        ("杏花县 财政局 局长 向远", [("向远", "杏花县财政局", "局长")]),
    ],
)
def test_a_title_is_not_lent_over_a_blank(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert [one[:3] for one in held(f"会议名单\n{line}\n")] == expected
