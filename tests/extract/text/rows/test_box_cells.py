"""Tables drawn with lines, whose rows take several lines of text."""

import pytest

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

RULED = "├──┼───────┼──────┤\n"
TOP, BOTTOM = RULED.translate(str.maketrans("├┼┤", "┌┬┐")), RULED.translate(str.maketrans("├┼┤", "└┴┘"))
NAMES = "│序号│ 工作任务  │ 责任单位 │\n"


def answers(text: str) -> list[tuple[str, str]]:
    found = [one for one in extract_document(document_of(f"安山县任务分解表\n{text}")).facts if isinstance(one, Fact)]
    return [(f.subject.name, f.object.name) for f in found if f.relation in (Relation.LEADS, Relation.ASSISTS)]


def doubts(text: str) -> list[str]:
    return [doubt.code for doubt in extract_document(document_of(f"安山县任务分解表\n{text}")).doubts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{TOP}{NAMES}{RULED}│1 │修建水渠，清 │县水利局、县财│\n│  │理河道。    │政局     │\n{RULED}│2 │改造粮库。  │县粮储局   │\n{BOTTOM}",
            [("县水利局", "修建水渠，清理河道。"), ("县财政局", "修建水渠，清理河道。"), ("县粮储局", "改造粮库。")],
        ),
        (  # a merged cell beside the line that ends a row
            f"{TOP}│类别│ 工作任务  │ 责任单位 │\n{RULED}│生态│清理河道。  │县水利局   │\n│保护├───────┼──────┤\n"
            f"│   │种植防护林， │县林业局   │\n│   │管护苗圃。  │        │\n{RULED}│民生│改造粮库。  │县粮储局   │\n{BOTTOM}",
            [("县水利局", "清理河道。"), ("县林业局", "种植防护林，管护苗圃。"), ("县粮储局", "改造粮库。")],
        ),
        (  # plus signs and dashes; a dash alone is what a cell says
            "+----+--------+--------+------+\n| 序号 | 工作任务 | 责任单位 | 备注 |\n+----+--------+--------+------+\n"
            "| 1 | 清理河道，修 | 县水利局 | — |\n|   | 建水渠。 | | |\n+----+--------+--------+------+\n"
            "| 2 | 改造粮库。 | 县粮储局 | — |\n+----+--------+--------+------+\n",
            [("县水利局", "清理河道，修建水渠。"), ("县粮储局", "改造粮库。")],
        ),
        (  # a line that says nothing, and a last row that does not
            f"{TOP}{NAMES}{RULED}│1 │修建水渠，清 │县水利局   │\n│  │理河道。    │        │\n│  │       │      │\n"
            f"{RULED}│2 │改造粮库。  │县粮储局   │\n{RULED}│  │       │      │\n{BOTTOM}",
            [("县水利局", "修建水渠，清理河道。"), ("县粮储局", "改造粮库。")],
        ),
        (  # no line is drawn between two numbers
            f"{TOP}{NAMES}{RULED}│1 │修建水渠，清 │县水利局   │\n│  │理河道。    │        │\n│2 │改造粮库。  │县粮储局   │\n"
            f"{RULED}│3 │种植防护林。 │县林业局   │\n{BOTTOM}",
            [("县水利局", "修建水渠，清理河道。"), ("县粮储局", "改造粮库。"), ("县林业局", "种植防护林。")],
        ),
        (  # lines below the names only: each line of text is a row
            f"{TOP}{NAMES}{RULED}│1 │清理河道。  │县水利局   │\n│2 │改造粮库。  │县粮储局   │\n{BOTTOM}",
            [("县水利局", "清理河道。"), ("县粮储局", "改造粮库。")],
        ),
    ],
)
def test_a_row_goes_on_to_the_next_line_drawn(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers(text) == expected


def test_lines_under_few_columns_do_not_tell_the_rows() -> None:
    text = (
        "┌──┬───────┬──────┬───┐\n│序号│ 工作任务  │ 责任单位 │时限 │\n├──┼───────┼──────┼───┤\n"
        "│1 │修建水渠，清 │县水利局、县财│年底 │\n│  │理河道。    │政局     │   │\n│  │       ├──────┤   │\n"
        "│  │管护苗圃。  │县林业局   │   │\n└──┴───────┴──────┴───┘\n"
    )
    assert answers(text) == []
    assert "table_drawn" in doubts(text)
