"""Tables printed one cell a line of which a unit keeps its own rows only, with headings between them."""

import pytest

from extract.facts import Fact
from extract.formats.items.tables.responsibility import task_tables
from extract.readers.text import document_of
from extract.text.segment import notices

NAMES = ["序号", "重点任务", "责任单位", "配合单位"]


def rows_of(lines: list[str]) -> list[list[str]]:
    """The filled cells of each row of the table."""
    text = "安山县教育局任务分解表\n\n" + "\n\n".join(lines) + "\n"
    blocks = [block for notice in notices(document_of(text)) for block in notice.blocks]
    return [[cell.text for cell in block.cells if cell.text] for block in blocks if block.is_row]


FIRST = ["4", "新建公厕十座。", "县城管局", "县住建局、县财政局"]
SECOND = ["57", "改造县二小操场。", "县教育局", "县体育中心"]


@pytest.mark.parametrize("headings", [[], ["二、改善民生"], ["二、改善民生", "三、办好教育"]], ids=len)
def test_rows_picked_from_a_longer_table_go_on_behind_headings(headings: list[str]) -> None:
    lines = [*NAMES, "一、城市建设", *FIRST, *headings, *SECOND]
    assert rows_of(lines) == [NAMES, ["一、城市建设"], FIRST, *([heading] for heading in headings), SECOND]


def test_a_number_inside_a_short_row_opens_no_row() -> None:
    short = ["4", "新建公厕。", "县城管局"]
    assert SECOND not in rows_of([*NAMES, *short, *SECOND])


def test_one_unit_that_ends_with_a_full_stop_answers_too() -> None:
    lines = [*NAMES, *FIRST, "5", "改造县二小操场。", "县教育局", "县体育中心。"]
    text = "安山县教育局任务分解表\n\n" + "\n\n".join(lines) + "\n"
    facts = [fact for notice in notices(document_of(text)) for fact in task_tables(notice)]
    told = {(f.subject.name, f.role) for f in facts if isinstance(f, Fact) and f.object.name == "改造县二小操场。"}
    assert told == {("县教育局", "责任单位"), ("县体育中心", "配合单位")}
