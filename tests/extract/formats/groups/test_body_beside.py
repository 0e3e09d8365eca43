"""Rows of seats that print the body in a cell of its own, beside the name."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

HEAD = "杏花县堤防加固工作指挥部成员名单\n"


@pytest.mark.parametrize(
    "rows",
    [
        "指挥部职务\t姓名\t单位\t职务\n指挥长\t向远\t县政府\t副县长\n成员\t柳成荫\t县水利局\t党组成员、副局长\n\t苗青\t杨桥镇\t镇长\n",
        "序号\t组内职务\t单位\t姓名\t职务\t电话\n1\t指挥长\t县政府\t向远\t副县长\t0000-101\n2\t成员\t县水利局\t柳成荫\t党组成员、副局长\t0000-102\n"
        "3\t成员\t杨桥镇\t苗青\t镇长\t0000-103\n",
    ],
)
def test_a_bare_post_is_of_the_body_beside(rows: str) -> None:
    facts = extract_document(document_of(HEAD + rows)).facts
    assert [(f.subject.name, f.role) for f in facts if f.object.kind == "group"] == [
        ("向远", "指挥长"),
        ("柳成荫", "成员"),
        ("苗青", "成员"),
    ]
    assert {(f.subject.name, f.object.name, f.role) for f in facts if f.relation is Relation.HOLDS} == {
        ("向远", "县政府", "副县长"),
        ("柳成荫", "县水利局党组", "成员"),
        ("柳成荫", "县水利局", "副局长"),
        ("苗青", "杨桥镇人民政府", "镇长"),
    }
