"""Tables drawn with lines, whose cells are wrapped: rules between the rows say which lines are one."""

from extract.clean import clean
from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.layout import printed_lines

HEAD = "┌──┬─────┬─────┐\n│序│工 作 任 务│责任单位 │\n│号│           │         │\n├──┼─────┼─────┤\n"
WRAPPED = "│1 │清理河道，修│县水利局、│\n│  │补堤坝。    │县财政局  │\n├──┼─────┼─────┤\n│2 │铺路。      │县交通局  │\n└──┴─────┴─────┘\n"
BESIDE = "│1 │清理河道。  │县水利局、│\n├──┼─────┤县财政局  │\n│2 │铺路。      │          │\n└──┴─────┴─────┘\n"


def rows(text: str) -> list[list[str]]:
    return [
        ["".join(clean(text, *span).text for span in cell) for cell in line.cells]
        for line in printed_lines(text)
        if line.cells
    ]


def test_wrapped_cells_are_put_together() -> None:
    assert rows(HEAD + WRAPPED) == [
        ["序号", "工作任务", "责任单位"],
        ["1", "清理河道,修补堤坝。", "县水利局、县财政局"],
        ["2", "铺路。", "县交通局"],
    ]


def test_a_row_a_line_where_no_rules_stand_between_rows() -> None:
    text = "┌──┬──┐\n│姓名│职务│电话│\n├──┼──┤\n│向远│局长│1010│\n│柳成荫│副局长│1011│\n└──┴──┘\n"
    assert rows(text) == [["姓名", "职务", "电话"], ["向远", "局长", "1010"], ["柳成荫", "副局长", "1011"]]


def test_cells_that_go_on_beside_a_rule_are_doubts() -> None:
    result = extract_document(document_of(f"杏花县任务表\n{HEAD}{BESIDE}"))
    assert not [f for f in result.facts if f.relation is Relation.LEADS]
    assert [d.evidence.line for d in result.doubts if d.code == "table_undivided"] == [6, 7, 8]
