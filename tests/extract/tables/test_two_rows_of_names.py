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


@pytest.mark.parametrize("first", ["堤段名称\t所在乡镇\t责任人", "堤段名称\t所在乡镇\t责任人\t\t"])
def test_persons_below_one_name(first: str) -> None:
    text = f"杏花县堤防责任人名单\n{first}\n\t\t行政责任人\t技术责任人\t巡查责任人\n杨家堤\t柳林镇\t向远\t\t柳成荫\n"
    facts = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.object.name, f.role) for f in facts] == [
        ("向远", "杨家堤", "行政责任人"),
        ("柳成荫", "杨家堤", "巡查责任人"),
    ]


@pytest.mark.parametrize("first", ["序号\t任务\t责任单位", "序号\t任务\t责任单位\t"])
def test_units_below_one_name(first: str) -> None:
    text = f"杏花县任务分解表\n{first}\n\t\t牵头单位\t配合单位\n1\t清理河道\t县水利局\t县财政局\n"
    facts = extract_document(document_of(text)).facts
    assert {(f.subject.name, f.role) for f in facts} == {("县水利局", "牵头单位"), ("县财政局", "配合单位")}


def test_posts_before_names_are_of_the_name_behind_them() -> None:
    second = "\t\t职务\t姓名\t职务\t姓名"
    row = "1\t杨家堤\t副县长\t向远\t县水利站站长\t柳成荫\n"
    facts = extract_document(document_of(f"杏花县堤防责任人名单\n{FIRST}\n{second}\n{row}")).facts
    assert [(f.subject.name, f.object.name, f.role) for f in facts if f.relation is Relation.HOLDS] == [
        ("向远", "县人民政府", "副县长"),
        ("柳成荫", "县水利站", "站长"),
    ]


def test_names_that_the_layout_has_moved_divide_nothing() -> None:
    text = "序号\t堤段名称\t行政责任人\t技术责任人\n\t姓名\t职务\t姓名\t职务\n1\t杨家堤\t向远\t副县长\t柳成荫\t站长\n"
    facts = extract_document(document_of(f"杏花县堤防责任人名单\n{text}")).facts
    assert not [f for f in facts if f.relation is Relation.HOLDS]
    assert {(f.subject.name, f.object.name) for f in facts if f.relation is Relation.LEADS} <= {
        ("向远", "杨家堤"),
        ("柳成荫", "杨家堤"),
    }
