"""Statements: who answers under which word, and until when."""

import pytest

from extract.formats.items.item import leads
from extract.names.shares import Statement
from extract.names.statement import statement


def read(text: str, first_leads: str | None = None) -> Statement | None:
    return statement(text, 0, len(text), first_leads=first_leads)


def rows(said: Statement | None) -> list[tuple[str, str | None, str]]:
    assert said is not None
    has_lead = any(leads(share) for share in said.shares)
    return [
        ("assists" if share.assists or (has_lead and not leads(share)) else "leads", share.role, unit.name)
        for share in said.shares
        for unit in share.units
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # labels: 牵头 leads; 责任 leads alone and assists beside 牵头
        ("责任单位:省民政厅、省财政厅", [("leads", "责任单位", "省民政厅"), ("leads", "责任单位", "省财政厅")]),
        ("牵头单位:县商务局;责任单位:县妇联", [("leads", "牵头单位", "县商务局"), ("assists", "责任单位", "县妇联")]),
        (
            "牵头部门:市住建局,配合部门:市公安局",
            [("leads", "牵头部门", "市住建局"), ("assists", "配合部门", "市公安局")],
        ),
        (
            "责任单位:旗医保局;协办单位:旗财政局",
            [("leads", "责任单位", "旗医保局"), ("assists", "协办单位", "旗财政局")],
        ),
        ("责任分工:州教育局", [("leads", "责任分工", "州教育局")]),
        ("市司法局、市融媒体中心分工负责", [("leads", "负责", "市司法局"), ("leads", "负责", "市融媒体中心")]),
        # a list that goes on with a verb of its own
        (
            "责任单位:镇执法队,镇派出所、镇供电所配合",
            [("leads", "责任单位", "镇执法队"), ("assists", "配合", "镇派出所"), ("assists", "配合", "镇供电所")],
        ),
        # who stands before a semicolon has no word of its own and leads
        ("县工信局;县财政局配合", [("leads", None, "县工信局"), ("assists", "配合", "县财政局")]),
        # 牵头单位:X;A、B without a second label
        ("牵头单位:市应急局;市水利局", [("leads", "牵头单位", "市应急局"), ("assists", None, "市水利局")]),
        # the first unit leads
        (
            "责任单位:县民政局、县财政局,排在第一位的为牵头单位",
            [("leads", "牵头单位", "县民政局"), ("assists", "责任单位", "县财政局")],
        ),
        (
            "责任单位:县民政局、县财政局(列第一位者为工作牵头单位或汇总单位,下同)",
            [("leads", "工作牵头单位或汇总单位", "县民政局"), ("assists", "责任单位", "县财政局")],
        ),
        # 牵头 after one name of the list
        ("责任单位:市教育局(牵头)、市财政局", [("leads", "牵头", "市教育局"), ("assists", "责任单位", "市财政局")]),
        # a note about the rest of the document is no part of the statement
        (
            "省林草局牵头,省财政厅配合。以下均需各市州人民政府落实,不再列出",
            [("leads", "牵头", "省林草局"), ("assists", "配合", "省财政厅")],
        ),
        # a ministry whose name begins with 商 is no verb
        ("财政部、商务部按职责分工负责", [("leads", "负责", "财政部"), ("leads", "负责", "商务部")]),
        # words and a label in one bracket
        (
            "县农业农村局牵头;责任单位:县财政局",
            [("leads", "牵头", "县农业农村局"), ("assists", "责任单位", "县财政局")],
        ),
        # verbs
        ("国家发展改革委牵头,财政部配合", [("leads", "牵头", "国家发展改革委"), ("assists", "配合", "财政部")]),
        ("由市教育局负责,市财政局协助", [("leads", "负责", "市教育局"), ("assists", "协助", "市财政局")]),
        ("市公安局会同市司法局负责", [("leads", "牵头", "市公安局"), ("assists", "会同", "市司法局")]),
        (
            "由县自然资源局会同县财政局办理,各乡镇参加。",
            [("leads", "牵头", "县自然资源局"), ("assists", "会同", "县财政局")],
        ),
        (
            "由县民政局牵头负责化解,县财政局等部门配合做好稳控工作。",
            [("leads", "牵头", "县民政局"), ("assists", "配合", "县财政局")],
        ),
        (
            "由县水利局牵头,协调县公安局、柳沟镇参加",
            [("leads", "牵头", "县水利局"), ("assists", "协调", "县公安局"), ("assists", "协调", "柳沟镇")],
        ),
        (
            "市农业农村局牵头,市财政局等按职责分工负责",
            [("leads", "牵头", "市农业农村局"), ("assists", "负责", "市财政局")],
        ),
        ("县林业局、县财政局按职责分工负责", [("leads", "负责", "县林业局"), ("leads", "负责", "县财政局")]),
        # a list after 责任单位 whose units lead together; a remark in brackets after the last unit
        ("责任单位:县人社局、县盐务局分别牵头", [("leads", "牵头", "县人社局"), ("leads", "牵头", "县盐务局")]),
        (
            "责任单位:县人社局、县盐务局(除另有说明外,列第一位的为牵头单位,下同)",
            [("leads", "牵头单位", "县人社局"), ("assists", "责任单位", "县盐务局")],
        ),
        (
            "区民政局牵头,区卫健局、区医保局参与",
            [("leads", "牵头", "区民政局"), ("assists", "参与", "区卫健局"), ("assists", "参与", "区医保局")],
        ),
    ],
)
def test_who_answers_under_which_word(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert rows(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "以下简称区空气质量办",
        "含开发区管委会",
        "由区发改局负责解释",
        "企业牵头实施",
        "详见附件",
        "2022年6月底前完成",
        "联系电话:86932001",
    ],
)
def test_other_brackets_are_no_statements(text: str) -> None:
    said = read(text)
    assert said is None or not said.says_something


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("牵头单位:县水利局;完成时限:9月30日", "9月30日"),
        ("责任单位:县水利局,时限:长期坚持", "长期坚持"),
        ("县水利局牵头,2024年11月底前完成", "2024年11月底前完成"),
    ],
)
def test_the_deadline_is_kept_as_printed(text: str, deadline: str) -> None:
    said = read(text)
    assert said is not None
    assert said.deadline is not None
    assert text[slice(*said.deadline)] == deadline


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("分管领导:王振", ["王振"]),
        ("责任领导:欧阳明丽;牵头单位:县水利局", ["欧阳明丽"]),
        ("责任人:县水利局局长陈晓、吴大勇 13912345678", ["陈晓", "吴大勇"]),
        ("牵头领导:副县长阿依努尔·买买提", ["阿依努尔·买买提"]),
    ],
)
def test_officials_answer_by_name(text: str, people: list[str]) -> None:
    said = read(text)
    assert said is not None
    assert [text[start:end] for share in said.shares for start, end in share.people] == people


def test_a_post_without_a_name_answers_for_nothing() -> None:
    said = read("责任人:各单位主要负责人")
    assert said is not None
    assert not said.shares


def test_the_first_leads_by_a_word_that_the_text_has_said_before() -> None:
    assert rows(read("责任单位:市体育局、市教育局", first_leads="牵头单位"))[0] == ("leads", "牵头单位", "市体育局")
