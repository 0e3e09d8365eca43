"""Tables that bars or spaces draw: where the cells of their lines stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.lines import lines_of
from extract.text.paragraphs import blocks_of
from extract.text.rows.spaced_rows import cells_of, is_rule

HEADER = "序号    工作任务      责任单位\n"


def cells(text: str) -> list[list[str]]:
    document = document_of(text, "passage.txt")
    return [[cell.text for cell in block.cells] for block in blocks_of(document, lines_of(document))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| 序号 | 任务 | 单位 |\n|---|:--:|---|\n| 1 | 修路 |  |\n", [["序号", "任务", "单位"], ["1", "修路", ""]]),
        ("序号│任务│单位\n1│修路│县交通局\n", [["序号", "任务", "单位"], ["1", "修路", "县交通局"]]),
        (
            HEADER + "1       江堤巡查      镇水利站\n",
            [["序号", "工作任务", "责任单位"], ["1", "江堤巡查", "镇水利站"]],
        ),
        (
            HEADER + "1       巡查 值守     镇水利站\n",
            [["序号", "工作任务", "责任单位"], ["1", "巡查值守", "镇水利站"]],
        ),
    ],
)
def test_bars_and_spaces_divide_rows(text: str, expected: list[list[str]]) -> None:
    assert cells(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "组  长：丁  力    县长\n成  员：王  平    局长\n",  # no header of columns
        "A|B 两类企业按月报送。\n",  # one line alone
        HEADER,  # a header over no row
        HEADER + "此表由县应急管理局印制  解释\n",  # not as many cells
    ],
)
def test_other_lines_with_bars_or_spaces_are_no_rows(text: str) -> None:
    assert not any(cells(text))


@pytest.mark.parametrize(
    ("line", "expected"), [("|---|---|", True), ("+----+----+", True), ("————", False), ("|", False)]
)
def test_rules_of_dashes(line: str, expected: bool) -> None:
    assert is_rule(line) is expected


@settings(deadline=None)
@given(st.text(st.sampled_from("序号任务单位| \t│12、"), max_size=60))
def test_cells_lie_in_their_line_in_order(line: str) -> None:
    source = f"{line}\n{line}"
    lines = [(0, len(line)), (len(line) + 1, len(source))]
    for index, (stop, cells_) in cells_of(source, lines).items():
        start, end = lines[index][0], lines[stop - 1][1]
        bounds = [offset for spans in cells_ for span in spans for offset in span]
        assert start <= bounds[0]
        assert bounds[-1] <= end


def test_single_blanks_divide_under_names_of_columns_where_units_stand() -> None:
    table = "企业名称 包保领导 责任单位\n安山化工公司 石磊 县工信局\n临江食品公司 尹青 县商务局\n"
    facts = extract_document(document_of(f"安山县包保企业名单\n{table}")).facts
    assert {(f.subject.name, f.object.name, f.role) for f in facts} == {
        ("石磊", "安山化工公司", "包保领导"),
        ("县工信局", "安山化工公司", "责任单位"),
        ("尹青", "临江食品公司", "包保领导"),
        ("县商务局", "临江食品公司", "责任单位"),
    }


def test_single_blanks_divide_no_lines_without_units() -> None:
    text = "企业名称 包保领导 责任单位\n我们 今天 学习\n大家 认真 工作\n"
    assert extract_document(document_of(f"安山县学习名单\n{text}")).facts == []
