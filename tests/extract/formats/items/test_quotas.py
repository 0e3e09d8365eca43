"""Quotas under the names of units, and lines that open with a unit and a colon."""

import pytest

from extract.facts import Fact, ItemRecord
from extract.formats.items.quotas import quotas
from extract.pipeline import extract_document
from extract.readers.text import document_of
from extract.text.segment import notices

HEADINGS = """平山县造林任务分解

一、县林业局

（一）封山育林1200亩。

（二）创建森林乡村3个。

二、南甸镇

（一）新造林300亩；

三、岗底河管理处

开展护岸林营造。
"""
COLONS = "一、区域布局\n\n南甸镇：发展林果加工。\n\n温塘镇：做优温泉旅游。\n\n经济开发区：引进装备制造企业。\n"


def found(text: str) -> list[Fact | ItemRecord]:
    notice = notices(document_of(text, "passage.txt"))[0]
    return [result for result in quotas(notice) if isinstance(result, Fact | ItemRecord)]


def rows(text: str) -> list[tuple[str, str, str, str | None, int]]:
    return [
        (fact.subject.kind.value, fact.subject.name, fact.object.name, fact.role, fact.evidence.line)
        for fact in found(text)
        if isinstance(fact, Fact)
    ]


def test_quotas_stand_under_the_name_of_their_unit() -> None:
    assert rows(HEADINGS) == [
        ("department", "县林业局", "封山育林1200亩。", None, 3),
        ("department", "县林业局", "创建森林乡村3个。", None, 3),
        ("street", "南甸镇", "新造林300亩；", None, 9),
        ("street", "岗底河管理处", "开展护岸林营造。", None, 13),
    ]
    assert sum(isinstance(result, ItemRecord) for result in found(HEADINGS)) == 4


def test_lines_that_open_with_a_unit_and_a_colon() -> None:
    assert [row[:4] for row in rows(COLONS)] == [
        ("street", "南甸镇", "发展林果加工。", None),
        ("street", "温塘镇", "做优温泉旅游。", None),
        ("street", "经济开发区", "引进装备制造企业。", None),
    ]


def test_numbered_quotas_behind_a_colon_are_one_each() -> None:
    text = "任务分解\n\n邾城街：1.新造林200亩；2.补植80亩。\n\n阳逻街：1.新造林310亩；2.建绿道5公里。\n\n仓埠街：新造林45亩。\n"
    assert [row[1:3] for row in rows(text)] == [
        ("邾城街", "新造林200亩；"),
        ("邾城街", "补植80亩。"),
        ("阳逻街", "新造林310亩；"),
        ("阳逻街", "建绿道5公里。"),
        ("仓埠街", "新造林45亩。"),
    ]


def test_a_heading_without_a_number_ends_with_a_colon() -> None:
    text = (
        "目标任务\n\n县林业局：\n\n1.封山育林80亩。\n\n县水利局：\n\n1.疏浚河道3公里。\n\n南甸镇：\n\n1.新造林30亩。\n"
    )
    assert [row[1:3] for row in rows(text)] == [
        ("县林业局", "封山育林80亩。"),
        ("县水利局", "疏浚河道3公里。"),
        ("南甸镇", "新造林30亩。"),
    ]


def test_a_duty_that_opens_with_its_verb_gives_the_verb_as_role() -> None:
    text = "部门职责：\n\n（一）市公安局。负责打击犯罪。\n\n（二）市农业农村局。负责渔政执法。\n\n（三）市交通运输局。负责水上巡查。\n"
    assert rows(text)[0][1:4] == ("市公安局", "打击犯罪。", "负责")


@pytest.mark.parametrize(
    "text",
    [
        "一、县林业局\n\n地址：人民路1号\n\n二、县水利局\n\n地址：建设路2号\n\n三、县教育局\n\n地址：文化路3号\n",
        "县教育局：刘志远，联系电话86932001。\n县公安局：王德明，86932110。\n县水利局：陈晓，13912345678。\n",
        "南甸镇：发展林果加工。\n\n其他乡镇参照执行。\n",
        "主办：县人民政府\n\n地址：人民路1号\n\n电话：86932001\n",
    ],
)
def test_other_lists_are_no_quotas(text: str) -> None:
    assert rows(text) == []


def test_a_heading_of_another_level_ends_the_quotas() -> None:
    text = (
        "职责分工\n县住建局：\n1.整治燃气；\n县商务局：\n1.督促餐饮企业；\n县消防大队：\n1.加强检查。\n三、保障措施\n"
    )
    assert [(row[1], row[2]) for row in rows(text)] == [
        ("县住建局", "整治燃气；"),
        ("县商务局", "督促餐饮企业；"),
        ("县消防大队", "加强检查。"),
    ]


def test_what_stands_under_a_heading_without_a_unit_is_nobody_elses() -> None:
    text = HEADINGS.replace("三、岗底河", "三、望青林苑\n\n（一）补植樟树50株；\n\n四、岗底河")
    assert [name for name, *_ in ((row[1], row[2]) for row in rows(text))] == [
        "县林业局",
        "县林业局",
        "南甸镇",
        "岗底河管理处",
    ]
    assert [doubt.evidence.quote for doubt in extract_document(document_of(text)).doubts] == ["三、望青林苑"]


def test_a_set_between_units_ends_no_list_and_helpers_assist() -> None:
    text = "职责分工\n1.县公安局：依法查处违法行为。\n2.县财政局：配合做好资金保障。\n3.各乡（镇）：落实属地责任要求。\n4.县融媒体中心：开展禁烧宣传报道。\n"
    facts = [fact for fact in found(text) if isinstance(fact, Fact)]
    assert [(f.relation.value, f.subject.name, f.role) for f in facts] == [
        ("leads", "县公安局", None),
        ("assists", "县财政局", "配合"),
        ("leads", "县融媒体中心", None),
    ]


def test_what_the_sections_of_an_organ_do_is_no_task() -> None:
    lines = "（一）办公室。负责机关日常运转。\n（二）综合规划股。组织编制全县交通规划。\n（三）安全监督股。指导安全生产工作。\n"
    results = extract_document(document_of(f"安山县交通局职能配置规定\n第四条 县交通局设下列内设机构：\n{lines}"))
    assert not [f for f in results.facts if f.rule == "quotas"]


def test_sections_of_an_organ_are_no_units_with_quotas() -> None:
    text = (
        "县财政局设下列内设机构：\n（一）办公室。综合协调机关工作。\n（二）预算股。研究提出财政政策的建议。\n"
        "（三）国库股。组织实施总预算会计制度。\n（四）经济股。承担城乡建设等方面的部门预算。\n（五）税政股。负责税收方面的部门预算。\n"
    )
    assert not list(quotas(notices(document_of(text, "passage.txt"))[0]))


def test_headings_that_count_their_items() -> None:
    text = (
        "重点工作任务分解表\n（一）县发改局（2项）\n1.完成投资100亿元。\n2.新开工项目20个。\n（二）县财政局（1项）\n"
        "3.化解债务3亿元。\n（三）县教育局（1项）\n4.新建学校2所。\n"
    )
    facts = (fact for fact in extract_document(document_of(text)).facts if isinstance(fact, Fact))
    assert {fact.subject.name for fact in facts if fact.rule == "quotas"} == {"县发改局", "县财政局", "县教育局"}
