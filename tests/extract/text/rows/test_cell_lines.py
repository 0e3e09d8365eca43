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


REPORT = ["序号", "项目内容", "当前进度", "牵头单位", "备注"]
TRACKED = [
    ["1", "新建公厕十座。", "80%(一处偏慢)", "县城管局", "县级"],
    ["2", "修路30公里。", "95%", "县交通局", "市级"],
]


def lined(cells: list[str], bar: str) -> list[str]:
    """The cells one a line: bare, each closed by a bar, or with a bar on a line of its own between them."""
    if bar == "apart":
        return [line for cell in cells for line in (cell, "|")]
    return [cell + bar for cell in cells]


@pytest.mark.parametrize("bar", ["", " |", "|", "apart"])
def test_bars_between_cells_are_no_cells(bar: str) -> None:
    assert rows_of(lined([*REPORT, *TRACKED[0], *TRACKED[1]], bar)) == [REPORT, *TRACKED]


def test_the_longest_row_of_a_barred_table_tells_how_many_cells_its_rows_have() -> None:
    names = ["序号", "主要任务", "年度目标", "分管领导", "牵头单位", "1-9月推进情况", "说明"]
    short = ["3", "新建公厕十座。", "丁安河", "城管局", "已建成四座。"]
    full = ["4", "植树千亩。", "丁安河", "林业局", "已植树三百亩。", "雨水偏多。"]
    lines = [*lined(names, " |"), *lined(short, " |"), "||", *lined(full, " |"), "|"]
    assert rows_of(lines) == [[names[0], *names[2:]], short, full]


@pytest.mark.parametrize("text", ["|", "|\n||\n", "| |\n|\n"])
def test_lines_of_bars_alone_make_no_rows(text: str) -> None:
    assert not [block for notice in notices(document_of(text)) for block in notice.blocks if block.is_row]
