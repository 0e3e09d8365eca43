"""Rows divided by tabs become tables; columns are known by their headers."""

import pytest

from extract.document import Notice
from extract.lexicon import WordsEntry, table
from extract.readers.text import document_of
from extract.tables.tables import Column, Table, column_of, columns_of, is_filled, labels, paragraphs, tables
from extract.text.segment import notices

HEAD = "青山县人民政府文件\n\n青政发〔2021〕3号\n\n关于印发任务分解表的通知\n\n现印发给你们。\n\n2021年3月2日\n\n"


def notice_of(rows: str) -> Notice:
    return notices(document_of(HEAD + rows, "t.txt"))[0]


def tables_of(rows: str) -> tuple[Table, ...]:
    return tables(notice_of(rows))


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("序号", Column.NUMBER),
        ("分管区领导", Column.OFFICIAL),
        ("责任县领导", Column.OFFICIAL),
        ("责任人(联系电话)", Column.OFFICIAL),
        ("牵头单位", Column.LEAD),
        ("主办单位", Column.LEAD),
        ("责任单位", Column.RESPONSIBLE),
        ("责任部门", Column.RESPONSIBLE),
        ("承办单位", Column.RESPONSIBLE),
        ("责任单位(排在第一位的为牵头单位)", Column.RESPONSIBLE),
        ("配合单位", Column.ASSIST),
        ("协办单位", Column.ASSIST),
        ("完成时限", Column.DEADLINE),
        ("时间进度安排", Column.DEADLINE),
        ("一季度完成情况", Column.PROGRESS),
        ("市级下达的责任事项", Column.HANDED_DOWN),
        ("新洲区目标任务", Column.TASK),
        ("工作标准", Column.MEASURE),
        ("三级指标", Column.MEASURE),
        ("一级指标", Column.HEADING),
        ("目标名称", Column.HEADING),
        ("责任分工", Column.DUTY),
        ("单位名称", Column.UNIT),
        ("内容摘要", Column.DETAIL),
        ("委托机关", Column.PARENT),
        ("派出机构情况", Column.BRANCH),
        ("举报投诉电话", Column.PHONE),
        ("保护单位", None),
        ("姓名", None),
    ],
)
def test_a_header_tells_what_its_column_holds(header: str, column: Column | None) -> None:
    assert column_of(header) is column


def test_a_merged_header_stands_over_heading_and_item() -> None:
    kinds = columns_of(("工作任务", "", "责任主体", "完成时限"))
    assert kinds == (Column.HEADING, Column.TASK, Column.RESPONSIBLE, Column.DEADLINE)


def test_the_last_heading_is_the_item_where_no_column_names_items() -> None:
    assert columns_of(("序号", "一级指标", "二级指标", "责任单位"))[1:3] == (Column.HEADING, Column.TASK)


def test_labels_that_run_on_are_a_margin() -> None:
    assert labels("工作举措、责任单位及时间进度安排") == ("工作举措", "责任单位", "时间进度安排")
    assert labels("责任单位") == ("责任单位",)
    assert labels("区商务局") == ()


def test_a_header_printed_again_after_a_page_joins_the_rows() -> None:
    (table,) = tables_of(
        "序号\t任务\t牵头单位\n1\t修路。\t县交通局\n\n青山县人民政府公报\n\n序号\t任务\t牵头单位\n2\t建校。\t县教育局\n"
    )
    assert [row.cells[0].text for row in table.rows] == ["1", "2"]


def test_rows_after_a_page_go_on_with_the_table_without_a_header() -> None:
    (table,) = tables_of("序号\t任务\t牵头单位\n1\t修路。\t县交通局\n\n青山县人民政府公报\n\n2\t建校。\t县教育局\n")
    assert len(table.rows) == 2


def test_another_header_starts_another_table() -> None:
    first, second = tables_of(
        "序号\t任务\t牵头单位\n1\t修路。\t县交通局\n\n序号\t单位名称\t地址\n1\t县教育局\t北街1号\n"
    )
    assert first.header[1] == "任务"
    assert second.columns == (Column.NUMBER, Column.UNIT, Column.ADDRESS)


def test_a_header_in_two_rows_is_one() -> None:
    (table,) = tables_of("序号\t工作任务\t责任分解\t\n\t\t牵头单位\t配合单位\n1\t修路。\t县交通局\t县财政局\n")
    assert table.header == ("序号", "工作任务", "牵头单位", "配合单位")


def test_a_label_with_its_value_is_no_header() -> None:
    (table,) = tables_of("牵头部门\t县商务局\t\n工作目标\t通关时间压缩一半。\t\n")
    assert table.header == ()


def test_a_dash_fills_no_cell() -> None:
    (table,) = tables_of("序号\t指标\t牵头单位\n1\t—\t县商务局\n")
    assert [is_filled(cell) for cell in table.rows[0].cells] == [True, False, True]


def test_mark_up_divides_the_paragraphs_of_a_cell() -> None:
    notice = notice_of("任务\t责任单位\n<p>1、修路。</p> <p>2、建 校。</p>\t县教育局\n")
    (table,) = tables(notice)
    cell = table.rows[0].cells[0]
    spans = paragraphs(cell, notice.document.text)
    assert [cell.text[s:e] for s, e in spans] == ["1、修路。", "2、建校。"]


@pytest.mark.parametrize("column", list(Column))
def test_each_entry_takes_its_example_and_not_its_counterexample(column: Column) -> None:
    for entry in table("columns", column, WordsEntry):
        assert column_of(entry.example) is column
        assert column_of(entry.counterexample) is not column
