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


@pytest.mark.parametrize(
    ("rows", "doubted"),
    [
        ("梅子沟 镇人大主席 0000-102\n", 1),  # a river without a name, or a name below a merged cell
        ("柳成荫 梅溪纸厂\n", 1),
        ("梅子沟 镇人大主席 0000-102\n白沙河 苗青 镇武装部部长 0000-103\n", 2),  # and the table ends
        ("县水利局 县财政局\n2031年5月6日\n", 0),  # who signs
        ("注 以上 均为 办公电话\n", 0),
        ("注：名单由 苗青 汇总\n2.电话 0000-109 联系人 柳成荫\n", 0),
        ("镇河长办 2031年5月6日\n", 0),
    ],
)
def test_lines_below_rows_that_blanks_divide_are_rows_or_doubted(rows: str, doubted: int) -> None:
    table = "河道名称 镇级河长 职务 联系电话\n杏花溪 向远 副镇长 0000-101\n"
    result = extract_document(document_of(f"安山县河长名录\n{table}{rows}"))
    assert {f.subject.name for f in result.facts} == {"向远"}
    assert [d.code for d in result.doubts].count("table_undivided") == doubted
