"""Words that stand where a person or a body may stand and are none, and what the sentence states besides them."""

import pytest

from extract.pipeline import extract_document
from extract.readers.text import document_of

Said = tuple[str, str, str, str | None]

CASES: list[tuple[str, list[Said]]] = [
    # whom a notice is addressed to answers for nothing below it
    (
        "青州省人民政府办公厅转发省水利厅关于防汛工作意见的通知\n各市、自治州人民政府，省政府各部委、各直属机构：\n"
        "汛期将至，各地要落实责任，做好准备工作。\n省水利厅：\n要抓好水库调度工作。\n省政府：\n要加强值守，落实防汛任务。\n",
        [],
    ),
    # the labels of a page's head
    (
        "发文机关：\n青州省人民政府\n成文日期：\n2020年5月6日\n发文字号：\n青政发〔2020〕6号\n青州省人民政府关于做好防汛任务的通知\n",
        [],
    ),
    # 对下一级党委书记抓…: what is judged, nobody's work
    ("安山县委关于述职工作的通知\n对下一级党委书记抓基层党建工作形成评价意见，肯定成绩，指出问题。\n", []),
    ("安山县委关于述职工作的通知\n开展党委（党组）书记抓基层党建述职评议考核。\n", []),
    # whom to ring up
    ("关于报送材料的函\n请于3月5日前报送责任分解情况。联系人：石磊\n电话：6659000（此件发至收文单位本部）\n", []),
    # a verb is no part of a body's name
    ("省经贸厅邀请到商务部副部长石磊作报告。\n", [("holds", "石磊", "商务部", "副部长")]),
    # 和 of a place's name
    (
        "内蒙古自治区呼和浩特市公安局副局长石磊接受采访。\n",
        [("holds", "石磊", "内蒙古自治区呼和浩特市公安局", "副局长")],
    ),
    # former posts
    ("江北原省委常委、组织部长石磊受到处分。\n", []),
    ("平江市政协原主席 党组书记石磊接受审查。\n", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_said_of_persons_and_bodies(text: str, expected: list[Said]) -> None:
    facts = extract_document(document_of(text, "passage.txt")).facts
    said = [(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts if f.object]
    assert [fact for fact in said if fact[0] not in ("issued", "cites")] == expected
