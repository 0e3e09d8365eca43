"""Groups that only the notice's title names: their members and office stand in prose."""

import pytest

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


COMPETITION = "关于印发安山县书法大赛方案的通知\n安山县书法大赛组委会由县教育局、团县委组成。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{COMPETITION}仲裁委员会由县司法局、县总工会组成。",
            {"安山县书法大赛组委会": {"县教育局", "团县委"}, "仲裁委员会": {"县司法局", "县总工会"}},
        ),
        (  # a conference for each of two fields that the title joins
            "安山县烟草专卖和成品油市场监管联席会议制度\n县烟草专卖市场监管联席会议由县公安局、县司法局共2个部门组成。\n县成品油市场监管联席会议由县商务局、县公安局共2个部门组成。",
            {
                "县烟草专卖市场监管联席会议": {"县公安局", "县司法局"},
                "县成品油市场监管联席会议": {"县商务局", "县公安局"},
            },
        ),
        (
            "关于水价听证方案的通知\n水价听证工作组设在县发展改革局，组长由高原担任。\n专家委员会由县科技局、县科协组成。",
            {"专家委员会": {"县科技局", "县科协"}},
        ),
        (
            "关于成立安山县书法大赛领导小组的通知\n组长：高原　县长\n成员：县教育局、团县委\n评审委员会由县文联、县科协组成。\n专家组由县司法局、县审计局组成。",
            {
                "安山县书法大赛领导小组": {"县教育局", "团县委"},
                "评审委员会": {"县文联", "县科协"},
            },
        ),
        # the short name of the one at hand
        (
            f"{COMPETITION}组委会由县文联、县科协组成。大赛组委会由县总工会、县残联组成。",
            {"安山县书法大赛组委会": {"县教育局", "团县委", "县文联", "县科协", "县总工会", "县残联"}},
        ),
    ],
)
def test_members_are_of_the_group_that_they_form(text: str, expected: dict[str, set[str]]) -> None:
    found: dict[str, set[str]] = {}
    for fact in extract_document(document_of(text)).facts:
        if fact.relation is Relation.MEMBER_OF and fact.object:
            found.setdefault(fact.object.name, set()).add(fact.subject.name)
    assert found == expected


COMMITTEE = "安山县防灾减灾委员会组成人员\n{head}：尹青　县长\n{before}办公室主任：高原　县应急局局长\n副主任：石磊　县水利局局长\n"


@pytest.mark.parametrize(
    ("head", "before", "role"),
    [
        ("主任", "", "副主任"),  # the committee's own, as far as anybody can tell
        ("主任", "副主任：罗敏　副县长\n", "办公室副主任"),
        ("组长", "副组长：罗敏　副县长\n", "办公室副主任"),
    ],
)
def test_deputies_below_the_director_of_the_office(head: str, before: str, role: str) -> None:
    facts = extract_document(document_of(COMMITTEE.format(head=head, before=before))).facts
    assert [fact.role for fact in facts if fact.subject.name == "石磊" and fact.relation is Relation.ASSISTS] == [role]
