"""Tables that commas divide in a plain text: cells under a line that names columns; sentences with commas are no rows."""

import pytest

from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.lines import lines_of
from extract.text.paragraphs import blocks_of

LEADERS = '榆坪镇领导名单\n序号,姓名,职务,分管工作\n1,石磊,镇长,主持镇政府工作\n2,尹青,副镇长,"分管农业、水利工作"\n'


def cells(text: str) -> list[list[str]]:
    document = document_of(text, "passage.txt")
    return [[cell.text for cell in block.cells] for block in blocks_of(document, lines_of(document)) if block.cells]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '序号,任务,责任单位\n1,修建水渠,县水利局\n2,"改造农网,更换电表",县供电公司\n此表每月更新。\n',
            [
                ["序号", "任务", "责任单位"],
                ["1", "修建水渠", "县水利局"],
                ["2", "改造农网,更换电表", "县供电公司"],
            ],
        ),
        (
            "姓名，职务，联系电话\n石磊，县林业局局长，0555-1234567\n",
            [["姓名", "职务", "联系电话"], ["石磊", "县林业局局长", "0555-1234567"]],
        ),
    ],
)
def test_commas_divide_under_names_of_columns(text: str, expected: list[list[str]]) -> None:
    assert cells(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "填写序号,姓名,职务,后报县人社局。\n石磊,尹青,罗小川,三人值班。\n",  # a sentence names columns
        "序号,任务,责任单位\n会议要求，大家都要细心，认真核对，尽快报送。\n",  # a sentence below them
        "各乡镇,各部门,各单位,\n1,2,3,\n",
    ],
)
def test_sentences_with_commas_are_no_rows(text: str) -> None:
    assert cells(text) == []


def test_leaders_of_such_a_table() -> None:
    facts = extract_document(document_of(LEADERS, "passage.txt")).facts
    assert {(f.relation, f.subject.name, f.object.name, f.role) for f in facts} == {
        ("holds", "石磊", "榆坪镇人民政府", "镇长"),
        ("holds", "尹青", "榆坪镇人民政府", "副镇长"),
        ("leads", "石磊", "镇政府", "主持"),
        ("leads", "尹青", "农业", "分管"),
        ("leads", "尹青", "水利", "分管"),
    }
