"""Labels that no list knows, fields that blanks divide, and pages of leaders with plain lists: nothing of them is lost in silence."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str | None]


def rows(text: str) -> set[Row]:
    """(relation, person, object, role) of each fact."""
    facts = (fact for fact in extract_document(document_of(text)).facts if isinstance(fact, Fact))
    return {(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts}


def codes(text: str) -> list[str]:
    return [doubt.code for doubt in extract_document(document_of(text)).doubts]


PAGE = "安山县水利局领导\n\n方小舟\n副局长\n{label}{text}\n"


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        # a label by its shape: what ends in 分工, 分担, 职责, 工作, 业务, with words of a duty before it
        ("工作分担：", "分管河湖股", ("leads", "方小舟", "河湖股", "分管")),
        ("所负责工作：", "分管河湖股", ("leads", "方小舟", "河湖股", "分管")),
        ("具体分工：", "分管河湖股", ("leads", "方小舟", "河湖股", "分管")),
        ("2024年度分管业务：", "河湖管理、水土保持", ("leads", "方小舟", "水土保持", None)),
        ("分管业务：", "河湖管理、水土保持", ("leads", "方小舟", "水土保持", "分管")),
        ("联系分工：", "柳河水库管理所", ("liaises", "方小舟", "柳河水库管理所", "联系")),
        # the tabs of a page that ran together
        ("分管工作重要活动个人简历\n", "分管河湖股", ("leads", "方小舟", "河湖股", "分管")),
    ],
)
def test_a_label_by_its_shape(label: str, text: str, expected: Row) -> None:
    assert expected in rows(PAGE.format(label=label, text=text))


@pytest.mark.parametrize("label", ["学校工作：", "防汛任务：", "水利工作", "工作"])
def test_other_words_before_a_colon_are_no_label(label: str) -> None:
    assert not {row for row in rows(PAGE.format(label=label, text="方案、预案")) if row[0] == "leads"}


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("副镇长：石 磊   主抓 农业 林业 水利，包柳河村", {"农业", "林业", "水利"}),
        ("副镇长：石磊    主抓民政  残联", {"民政", "残联"}),
        # a blank within a field, or before 工作, divides nothing
        ("副镇长：石磊    负责 财政 工作", {"财政"}),
        ("副镇长：石磊    负责安全生产 监督管理工作", {"安全生产监督管理"}),
        ("副镇长：石磊    分管 集镇 供水 安全 管理", {"集镇供水安全管理"}),
        ("副镇长：石磊    负责 信访 综治 维护 社会 稳定", {"信访综治维护社会稳定"}),
        ("副镇长：石磊    主抓建设　　安全", {"建设", "安全"}),
    ],
)
def test_fields_that_blanks_divide(line: str, fields: set[str]) -> None:
    shown = rows(f"白石镇领导班子成员分工\n\n书记：方小舟    主持全面工作\n{line}\n")
    assert {row[2] for row in shown if row[:2] == ("leads", "石磊")} == fields


def test_a_dash_stands_before_duties() -> None:
    text = "安山县第一中学校级领导分工\n1. 方小舟（校长）——主持学校全面工作。\n2. 石磊（副校长）——分管教导处。\n"
    assert rows(text) == {
        ("holds", "方小舟", "安山县第一中学", "校长"),
        ("leads", "方小舟", "学校全面", "主持"),
        ("holds", "石磊", "安山县第一中学", "副校长"),
        ("leads", "石磊", "教导处", "分管"),
    }


def test_plain_lists_below_leaders_are_doubted() -> None:
    text = "安山县财政局领导班子成员及分工\n\n方小舟　局长\n全面工作，人事股\n石磊　副局长\n预算股、国库股\n"
    assert rows(text) == {("holds", "方小舟", "安山县财政局", "局长"), ("holds", "石磊", "安山县财政局", "副局长")}
    assert codes(text).count("work_unread") == 2


def test_an_unknown_label_below_leaders_is_doubted() -> None:
    text = "安山县财政局领导介绍\n姓名：方小舟\n职务：局长\n工作板块：财政、税收\n姓名：石磊\n职务：副局长\n工作板块：预算\n"
    assert ("holds", "石磊", "安山县财政局", "副局长") in rows(text)
    assert codes(text).count("work_unread") == 2


def test_a_life_below_leaders_is_no_work() -> None:
    text = "安山县财政局领导介绍\n姓名：方小舟\n职务：局长\n男，汉族，大学学历\n姓名：石磊\n职务：副局长\n女，汉族，中共党员\n"
    assert "work_unread" not in codes(text)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        # a post beside the duties is no field; a unit in brackets that is called a group is a unit
        ("分管国际合作，兼任办公室主任、后勤中心（实验中心）主任", {"国际合作"}),
        ("主管后勤服务中心（后勤工作组）", {"后勤服务中心", "后勤工作组"}),
    ],
)
def test_what_is_a_field(line: str, fields: set[str]) -> None:
    shown = rows(f"安山学院领导班子分工\n方小舟    院长助理\n{line}。\n")
    assert {row[2] for row in shown if row[0] == "leads"} == fields


def test_a_field_before_a_place_is_no_place() -> None:
    found_fields = {row[2] for row in rows("领导分工\n方小舟，副县长。负责农业、气象、柳河地区经济圈建设工作。\n")}
    assert {"农业", "气象", "柳河地区经济圈建设"} <= found_fields


def test_short_lines_that_break_off_go_on() -> None:
    text = (
        "安山县教育局领导分工\n方小舟：局长\n主持局全面工作。分管办公室、\n人事股。\n石磊：副局长\n负责职业教育、民办教育\n"
        "管理工作。分管基教股、职教\n股。联系县第一中学、县实\n验小学。\n"
    )
    assert {row[1:] for row in rows(text) if row[0] != "holds"} == {
        ("方小舟", "局全面", "主持"),
        ("方小舟", "办公室", "分管"),
        ("方小舟", "人事股", "分管"),
        ("石磊", "职业教育", "负责"),
        ("石磊", "民办教育管理", "负责"),
        ("石磊", "基教股", "分管"),
        ("石磊", "职教股", "分管"),
        ("石磊", "县第一中学", "联系"),
        ("石磊", "县实验小学", "联系"),
    }


def test_bare_titles_above_labels_on_the_page_of_some_firm() -> None:
    text = "公司领导\n总经理：方小舟\n工作职责：主管财务部、人力资源部。\n副总经理：石磊\n工作职责：分管生产部。\n"
    assert {row[1:] for row in rows(text) if row[0] == "leads"} == {
        ("方小舟", "财务部", "主管"),
        ("方小舟", "人力资源部", "主管"),
        ("石磊", "生产部", "分管"),
    }


def test_a_table_of_leaders_whose_cells_single_blanks_divide() -> None:
    text = "安山县财政局领导分工\n姓名 职务 分管工作 联系单位\n方小舟 局长 人事股 县委组织部\n石磊 副局长 办公室、预算股 县税务局\n"
    assert {row for row in rows(text) if row[0] != "holds"} == {
        ("leads", "方小舟", "人事股", "分管"),
        ("liaises", "方小舟", "县委组织部", "联系"),
        ("leads", "石磊", "办公室", "分管"),
        ("leads", "石磊", "预算股", "分管"),
        ("liaises", "石磊", "县税务局", "联系"),
    }
