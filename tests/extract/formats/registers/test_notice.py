"""Registers of bodies: where they are, on which line, to whom they belong."""

import pytest

from extract.facts import Fact, Kind
from extract.formats.registers import registers
from extract.readers.text import document_of
from extract.text.segment import notices

HEAD = "林河县人民政府文件\n\n林政告〔2021〕1号\n\n关于公布行政执法主体的公告\n\n现予公布。\n\n2021年9月1日\n\n"


def facts(text: str) -> list[Fact]:
    return [f for n in notices(document_of(HEAD + text, "t.txt")) for f in registers(n) if isinstance(f, Fact)]


def test_a_row_gives_address_and_office_line() -> None:
    (fact,) = facts("序号\t单位名称\t地 址\t举报投诉电话\n1\t林河县教育局\t林河县北街 3 号\t0551-6612345\n")
    assert (fact.subject.name, fact.object.name) == ("林河县教育局", "林河县北街3号")
    assert (fact.object.kind, fact.qualifiers.phone) == (Kind.PLACE, "0551-6612345")
    assert fact.date == "2021-09-01"


@pytest.mark.parametrize(
    ("printed", "phone"),
    [
        ("02784870315", "02784870315"),
        ("027-84875077 027-84865251", "027-84875077 027-84865251"),
        ("（0551）6612347", "（0551）6612347"),
        ("6612347、13912345678", "6612347"),
        ("13912345678", None),
        ("12345", "12345"),
        ("无", None),
    ],
)
def test_only_office_lines_are_phones(printed: str, phone: str | None) -> None:
    (fact,) = facts(f"序号\t单位名称\t地址\t电话\n1\t林河县教育局\t北街3号\t{printed}\n")
    assert fact.qualifiers.phone == phone
    assert "13912345678" not in fact.evidence.quote


def test_packed_branches_belong_to_the_body_of_the_row() -> None:
    found = facts(
        "序号\t单位名称\t地址\t电话\t派出机构情况\n"
        "1\t林河县市场监督管理局\t北街3号\t6612345\t1. 城关所：人民路 20 号（菜场旁）（6612301） 2. 大桥所：老街5号（6612302）\n"
    )
    branches = [f for f in found if f.relation.value == "part_of"]
    assert [f.subject.name for f in branches] == ["城关所", "大桥所"]
    assert {f.object.name for f in branches} == {"林河县市场监督管理局"}
    assert branches[0].qualifiers.address == "人民路20号（菜场旁）"
    assert branches[0].qualifiers.phone == "6612301"


@pytest.mark.parametrize("mark", ["；", "、", "。"])
def test_branches_with_address_and_phone_in_brackets(mark: str) -> None:
    found = facts(
        "序号\t执法主体名称\t地址\t电话\t下属执法机构\n"
        f"1\t林河县公安局\t北街3号\t6612345\t城关派出所（人民路9号，6612301）{mark}白石派出所（白石镇街道2号）\n"
    )
    branches = {f.subject.name: f.qualifiers for f in found if f.relation.value == "part_of"}
    assert {name: (q.address, q.phone) for name, q in branches.items()} == {
        "城关派出所": ("人民路9号", "6612301"),
        "白石派出所": ("白石镇街道2号", None),
    }


def test_no_branch_gives_nothing() -> None:
    found = facts("序号\t单位名称\t地址\t电话\t派出机构情况\n1\t林河县审计局\t北街3号\t6612345\t无\n")
    assert [f.relation.value for f in found] == ["located_at"]


def test_an_entrusted_body_belongs_to_the_one_that_entrusts_it() -> None:
    found = facts("序号\t单位名称\t委托机关\t地址\n1\t林河县节能监察中心\t林河县经济和信息化局\t北街3号\n")
    assert [(f.relation.value, f.object.name, f.role) for f in found] == [
        ("located_at", "北街3号", None),
        ("part_of", "林河县经济和信息化局", "委托机关"),
    ]


def test_a_street_is_a_street() -> None:
    (fact,) = facts("序号\t单位名称\t地址\n1\t林河县人民政府城北街办事处\t北街3号\n")
    assert fact.subject.kind is Kind.STREET


def test_lines_of_text_are_read() -> None:
    (fact,) = facts("林河县信访局，地址：北街9号；联系电话：0551-6612399。\n")
    assert (fact.subject.name, fact.object.name, fact.qualifiers.phone) == ("林河县信访局", "北街9号", "0551-6612399")


def test_a_table_without_bodies_is_no_register() -> None:
    assert facts("序号\t项目名称\t保护单位\n1\t木雕\t林河县文化馆\n") == []


def test_a_name_column_may_be_called_otherwise() -> None:
    found = facts(
        "序号\t接种门诊名称\t地址\t联系电话\n1\t城关镇卫生院\t东街6号\t6612355\n2\t东方红小区\t东街7号\t6612356\n"
    )
    assert [(f.subject.name, f.object.name) for f in found] == [("城关镇卫生院", "东街6号")]


def test_the_site_of_a_project_is_no_address_of_a_body() -> None:
    assert facts("序号\t项目名称\t建设单位\t建设地点\n1\t污水处理厂\t林河县住建局\t城东\n") == []


def test_a_register_of_a_page_is_read_as_printed() -> None:
    text = (
        "镇区 | 接种点名称 | 地址 | 服务时间 | 接种范围 | 联系电话 |\n---|---|---|---|---|---|\n"
        "东区 | 东区卫生服务中心接种门诊 | 安山市东区桃林路16号 | 周一至周五 | 狂犬疫苗 | 0760-83312345 |\n2. 医院门诊\n"
        "医院名称 | 地址 | 服务时间 | 接种范围 | 联系电话 |\n---|---|---|---|---|\n"
        "安山市柳泉医院急诊科 | 安山市柳泉路6号 | 全天候 | 狂犬疫苗 | 0760-83319876 |\n"
    )
    assert [(f.subject.name, f.object.name, f.qualifiers.phone) for f in facts(text) if f.object] == [
        ("东区卫生服务中心接种门诊", "安山市东区桃林路16号", "0760-83312345"),
        ("安山市柳泉医院急诊科", "安山市柳泉路6号", "0760-83319876"),
    ]


def test_entries_over_several_lines_are_read() -> None:
    text = "1、安山县人民法院\n地址：安山县北街9号\n交通：9路车\n电话：0551-6612399、6612388\n2、临江县人民法院\n地址：临江县东街1号\n邮编：200031\n"
    assert [(f.subject.name, f.object.name, f.qualifiers.phone, f.evidence.line) for f in facts(text) if f.object] == [
        ("安山县人民法院", "安山县北街9号", "0551-6612399 6612388", 11),
        ("临江县人民法院", "临江县东街1号", None, 15),
    ]


def test_an_address_at_the_head_of_a_paragraph() -> None:
    text = "林河县人民法院 地址：林河县北街9号 电话：12368 邮政编码：350025 ○法院热线：12368\n林河县人民法院成立于1956年。\n"
    assert [(f.subject.name, f.object.name, f.qualifiers.phone) for f in facts(text) if f.object] == [
        ("林河县人民法院", "林河县北街9号", "12368")
    ]


def test_an_address_in_a_bracket_of_a_sentence() -> None:
    text = "将申请表邮寄至林河县政府办公室（地址：林河县文明路48号，邮编：152100，电话：0551-6462877），申请人可向本馆（地址：东街1号）申请。\n"
    assert [(f.subject.name, f.object.name, f.qualifiers.phone) for f in facts(text) if f.object] == [
        ("林河县政府办公室", "林河县文明路48号", "0551-6462877")
    ]


def test_a_cell_that_says_no_place_is_no_address() -> None:
    rows = "林河县水利局\t县政府院内\n林河县林业局\t网页无法打开\n林河县教育局\t柳坪镇\n"
    assert [fact.object.name for fact in facts(f"单位名称\t地址\n{rows}")] == ["县政府院内", "柳坪镇"]
