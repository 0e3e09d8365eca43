"""Groups that only the notice's title names: their members and office stand in prose."""

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

TEXT = """安山县人民政府办公室
关于建立县河湖保护联席会议制度的通知
各乡镇人民政府：
一、成员单位
联席会议由县水利局、县林业局、县财政局组成，县水利局为牵头单位。
联席会议办公室设在县水利局，办公室主任由县水利局局长方小舟兼任。
2031年6月1日
"""
GROUP = "县河湖保护联席会议"


def test_members_and_office_of_a_conference_that_the_title_names() -> None:
    facts = [f for f in extract_document(document_of(TEXT)).facts if f.object and f.object.name == GROUP]
    assert [(f.subject.name, f.role) for f in facts if f.relation is Relation.MEMBER_OF] == [
        ("县水利局", "成员单位"),
        ("县林业局", "成员单位"),
        ("县财政局", "成员单位"),
    ]
    assert [(f.subject.name, f.role, f.qualifiers.mode) for f in facts if f.relation is Relation.LEADS] == [
        ("县水利局", "牵头单位", None),
        ("方小舟", "办公室主任", "兼任"),
    ]
    assert [f.subject.name for f in facts if f.relation is Relation.HOSTS] == ["县水利局"]
