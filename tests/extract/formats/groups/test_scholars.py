"""Seats of scholars: a title that is only academic is no post, a former post is none, a sub-heading may say how it is ordered."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

SEATS = (Relation.LEADS, Relation.ASSISTS, Relation.MEMBER_OF)
HEAD = """安山县人民政府办公室关于成立县专家咨询委员会的通知
安政办发〔2020〕5号
决定成立安山县专家咨询委员会。组成人员名单如下：
主　任：石　磊　县人民政府副县长
委　员：
（一）专家委员（按姓氏笔画为序）
"""
Row = tuple[str, str | None]
CASES: list[tuple[str, str, list[Row]]] = [
    ("尹　青　　教授、临江大学原党委书记", "尹青", []),
    ("尹　青　　院士、临江大学副校长", "尹青", [("临江大学", "副校长")]),
    ("尹　青　　临江省原副省长", "尹青", []),
    ("尹　青　　临江大学教授", "尹青", []),
    ("尹　青　　高级工程师", "尹青", []),
    ("尹青（临江大学研究员）", "尹青", []),
    ("尹青，临江大学教授、博士生导师", "尹青", []),
]


@pytest.mark.parametrize(("line", "name", "posts"), CASES)
def test_a_scholar_sits_and_holds_only_real_posts(line: str, name: str, posts: list[Row]) -> None:
    found = extract_document(document_of(f"{HEAD}{line}\n丁　一　　编审、临江出版社原总编辑\n"))
    seats = [(f.subject.name, f.role) for f in found.facts if f.relation in SEATS]
    assert seats == [("石磊", "主任"), (name, "委员"), ("丁一", "委员")]
    held = [(f.object.name, f.role) for f in found.facts if f.relation is Relation.HOLDS and f.subject.name != "石磊"]
    assert held == posts
    assert not [doubt for doubt in found.doubts if doubt.rule == "groups.seats"]
