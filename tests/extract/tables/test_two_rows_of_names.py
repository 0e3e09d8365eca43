"""Names of columns over two rows: whose name and post a column holds stands in the row above."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

FIRST = "序号\t堤段名称\t行政责任人\t\t巡查责任人"
SECOND = "\t\t姓名\t职务\t姓名\t职务"
ROW = "1\t杨家堤\t向远\t副县长\t柳成荫\t县水利站站长\n"


@pytest.mark.parametrize("first", [FIRST, f"{FIRST}\t"])
def test_the_row_above_says_whose_name_it_is(first: str) -> None:
    facts = extract_document(document_of(f"杏花县堤防责任人名单\n{first}\n{SECOND}\n{ROW}")).facts
    assert [(f.subject.name, f.object.name, f.role) for f in facts if f.relation is Relation.LEADS] == [
        ("向远", "杨家堤", "行政责任人"),
        ("柳成荫", "杨家堤", "巡查责任人"),
    ]
    assert [(f.subject.name, f.object.name, f.role) for f in facts if f.relation is Relation.HOLDS] == [
        ("向远", "县人民政府", "副县长"),
        ("柳成荫", "县水利站", "站长"),
    ]


def test_a_unit_keeps_the_word_above_it() -> None:
    text = "杏花县项目包保名单\n|项目名称|包保领导||责任单位||\n||姓名|职务|单位|责任人|\n|杨家渡桥|向远|副县长|县交通局|柳成荫|\n"
    facts = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.role) for f in facts if f.relation is Relation.LEADS] == [
        ("县交通局", "责任单位"),
        ("向远", "包保领导"),
        ("柳成荫", "责任人"),
    ]
