"""Tables whose cells are run together in one paragraph give no fact and a doubt on each row."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

HEADER = "序号项目名称主要内容区政府分管领导牵头单位配合单位"
ROWS = (
    "1增加教育资源新建学校5个，新增学位1000个。丁大力县教育局县财政局各乡镇",
    "2促进就业全县新增就业2000人，培训1000人次。石一清县人社局各乡镇",
)


@pytest.mark.parametrize("between", ["", "\n"])
def test_each_row_is_a_doubt(between: str) -> None:
    text = f"安山县民生实事任务分解表\n{HEADER}{ROWS[0]}{between}{ROWS[1]}\n"
    found = extract_document(document_of(text, "a.txt"))
    doubts = [doubt for doubt in found.doubts if doubt.code == "table_run_together"]
    assert not [fact for fact in found.facts if fact.object.kind.value == "task"]
    for row in ROWS:
        place = text.index(row)
        assert any(doubt.evidence.start < place + len(row) and place < doubt.evidence.end for doubt in doubts)


def test_a_sentence_that_names_columns_is_no_table() -> None:
    text = "安山县民生实事\n各单位填写序号、项目名称、牵头单位和配合单位，于3月5日前报县政府办。\n"
    assert not [d for d in extract_document(document_of(text, "a.txt")).doubts if d.code == "table_run_together"]


def test_a_table_that_only_blanks_divide_is_told() -> None:
    header = "序号 项目名称 建设内容及规模 总投资（万元） 责任单位 分管领导\n"
    rows = "1 南湖公路改建 改建公路15公里 8000 县交通局 石磊\n一、水利类\n2 东门水库加固 大坝加固 600 县水利局 尹青\n"
    result = extract_document(document_of(f"项目计划\n{header}{rows}"))
    assert not [d for d in result.doubts if d.code == "table_undivided"]
    assert [f.subject.name for f in result.facts if f.relation is Relation.LEADS] == [
        "县交通局",
        "石磊",
        "县水利局",
        "尹青",
    ]


def test_lines_of_which_cells_are_missing_are_told() -> None:
    header = "序号 项目名称 建设内容及规模 总投资（万元） 责任单位 分管领导\n"
    rows = "1 南湖公路改建 改建公路15公里 8000 县交通局 石磊\n2 东门水库加固 600 县水利局\n"
    doubts = extract_document(document_of(f"项目计划\n{header}{rows}")).doubts
    assert [d.code for d in doubts].count("table_undivided") == 1
