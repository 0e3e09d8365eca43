"""Pages that show sections and their heads, sites that show leaders: whose the duties are."""

import pytest

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of


def facts(text: str) -> list[Fact]:
    return extract_document(document_of(text)).facts


def leads(text: str) -> list[tuple[str, str]]:
    return [(f.subject.name, f.object.name) for f in facts(text) if f.relation is Relation.LEADS]


def held(text: str) -> list[tuple[str, str, str | None]]:
    return [(f.subject.name, f.object.name, f.role) for f in facts(text) if f.relation is Relation.HOLDS]


@pytest.mark.parametrize(
    "text",
    [
        "安山县司法局内设机构\n1.办公室　主任：丁力\n负责机关文电工作。\n2.法规股　股长：石磊\n负责法规的宣传。\n",
        "安山县司法局\n1.人事股　股长：丁力\n负责人事管理。\n2.法规股　股长：石磊\n负责法规的宣传。\n",
        "安山县医院科室介绍\n护理部\n护理部主任：尹青\n负责全院护理管理、质量控制。\n",
        "安山县司法局机构设置\n（一）办公室。负责文电工作。\n（二）审批处。具体负责审批改革措施。\n"
        "（三）“一网通办”推进处。负责平台。\n（四）审核处。负责审核。\n（五）资金处。负责资金。\n机关党委。负责党群工作。\n",
    ],
)
def test_what_a_section_does_is_nobodys_portfolio_and_no_task(text: str) -> None:
    assert leads(text) == []


def test_a_division_of_work_among_heads_of_sections_is_theirs() -> None:
    text = "安山县司法局人员分工\n人事股股长石磊：负责人事、编制管理。\n法规股股长：尹青\n负责法规的宣传。\n"
    assert leads(text) == [("石磊", "人事"), ("石磊", "编制管理"), ("尹青", "法规的宣传")]


def test_two_heads_of_a_section_on_one_line() -> None:
    text = "安山县医院科室介绍\n外科\n主任：石磊，副主任：孟川\n负责外科手术工作。\n"
    assert held(text) == [("石磊", "外科", "主任"), ("孟川", "外科", "副主任")]


SCHOOL = """安山省临江师范附属小学
首页 / 现任领导
现任领导
书记
丁立旺
党支部书记
主持学校党支部全面工作。
党建工作 思想政治 工会工作
校长
石丽华
校长
主持学校行政全面工作，负责教育教学改革。
行政工作 教学改革 师资建设
副校长
孟川
副校长
协助校长工作，分管德育工作。
"""


def test_the_page_of_a_school_with_the_title_above_and_below_each_name() -> None:
    school = "安山省临江师范附属小学"
    assert held(SCHOOL) == [
        ("丁立旺", f"{school}党支部", "书记"),
        ("石丽华", school, "校长"),
        ("孟川", school, "副校长"),
    ]
    assert leads(SCHOOL) == [
        ("丁立旺", "学校党支部全面"),
        ("石丽华", "学校行政全面"),
        ("石丽华", "教育教学改革"),
        ("孟川", "德育"),
    ]


def test_two_titles_that_only_layout_divides() -> None:
    text = "临江水务集团有限公司\n公司领导\n丁立 党委书记 董事长\n主持公司全面工作\n石丽 副总经理\n分管工程部\n"
    firm = "临江水务集团有限公司"
    assert held(text) == [("丁立", f"{firm}党委", "书记"), ("丁立", firm, "董事长"), ("石丽", firm, "副总经理")]


def test_a_village_that_is_looked_after_is_no_field_of_work() -> None:
    text = "青石镇领导班子成员分工\n林杰（党委委员、武装部部长）：负责武装、应急工作，包西河村。\n"
    assert leads(text) == [("林杰", "武装"), ("林杰", "应急")]


def test_the_office_of_a_bureau_divides_the_work_of_the_bureau() -> None:
    text = (
        "安山县教育局办公室关于调整局领导班子成员工作分工的通知\n安教办〔2021〕8号\n各中小学：\n"
        "丁力同志：党组书记、局长。主持教育局全面工作。\n安山县教育局办公室\n2021年9月1日\n"
    )
    assert held(text) == [("丁力", "安山县教育局党组", "书记"), ("丁力", "安山县教育局", "局长")]


def test_sections_behind_colons_below_their_heading() -> None:
    text = (
        "河东省水利厅职责\n内设机构\n办公室：负责机关日常运转工作。\n规划计划处：组织编制水利规划。\n"
        "水资源处：负责水资源管理工作。\n机关党委：负责机关党群工作。\n"
    )
    assert leads(text) == []


def test_two_columns_of_names_that_layout_divides() -> None:
    text = "关于县政府领导AB角的通知\n安排如下：\nA角　　B角\n丁力　　石磊\n孟川　　尹青\n安山县人民政府\n"
    pairs = [(f.subject.name, f.object.name) for f in facts(text) if f.relation is Relation.COVERS]
    assert pairs == [("丁力", "石磊"), ("孟川", "尹青")]


def test_pairs_in_a_list_after_a_label() -> None:
    text = "关于县政府领导分工的通知\n丁力县长：主持全面工作。\nAB角：丁力—石磊，孟川—尹青。\n"
    pairs = [(f.subject.name, f.object.name) for f in facts(text) if f.relation is Relation.COVERS]
    assert pairs == [("丁力", "石磊"), ("孟川", "尹青")]
