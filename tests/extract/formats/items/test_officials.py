"""Officials whom a heading names over the items below: each item has them, and the next heading of the level ends them."""

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

TEXT = """2023年全县重点工作责任分解
一、县委副书记、县长石磊牵头负责的工作（2项）
1．确保生产总值增长7%。
责任单位：县发改局
2．推进开发区扩区。（县开发区管委会负责）
二、方小舟市长主抓重点工作
3．新建农田5万亩。
责任单位：县农业农村局
三、保障措施
4．强化督查。（县政府督查室负责）
"""


def test_each_item_below_has_the_official_of_the_heading() -> None:
    facts = extract_document(document_of(TEXT)).facts
    leads = [(f.subject.name, f.role, f.object.name) for f in facts if f.relation is Relation.LEADS]
    assert sorted(leads) == sorted(
        [
            ("石磊", "牵头负责", "确保生产总值增长7%。"),
            ("县发改局", "责任单位", "确保生产总值增长7%。"),
            ("石磊", "牵头负责", "推进开发区扩区。"),
            ("县开发区管委会", "负责", "推进开发区扩区。"),
            ("方小舟", "主抓", "新建农田5万亩。"),
            ("县农业农村局", "责任单位", "新建农田5万亩。"),
            ("县政府督查室", "负责", "强化督查。"),
        ]
    )


def test_a_heading_without_a_name_is_none() -> None:
    text = "重点工作分解\n一、县政府牵头负责的工作\n1．增长7%。（县发改局负责）\n"
    facts = extract_document(document_of(text)).facts
    assert [f.subject.name for f in facts if f.relation is Relation.LEADS] == ["县发改局"]


def test_the_head_of_a_county_who_leads_what_stands_below_holds_that_post() -> None:
    text = "青禾县2031年重点工作责任分解\n一、石磊县长牵头重点工作\n1.新建水厂3座。\n责任单位：县水利局\n"
    found = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.object.name, f.role) for f in found if f.relation is Relation.HOLDS and f.object] == [
        ("石磊", "县人民政府", "县长")
    ]


def test_units_beside_the_leader_of_each_target_are_its_own() -> None:
    """部门分工 is no part of the item below it."""
    text = (
        "一、主要目标\n1.新增苗圃9个。\n分管县领导：石磊\n部门分工：县林业局牵头，县财政局配合。\n"
        "2.改造泵站4座。\n分管县领导：方小舟\n部门分工：县水利局牵头，各乡镇配合。\n"
    )
    facts = extract_document(document_of(text)).facts
    assert sorted((f.subject.name, f.role, f.object.name) for f in facts) == sorted(
        [
            ("石磊", "分管县领导", "新增苗圃9个。"),
            ("县林业局", "牵头", "新增苗圃9个。"),
            ("县财政局", "配合", "新增苗圃9个。"),
            ("方小舟", "分管县领导", "改造泵站4座。"),
            ("县水利局", "牵头", "改造泵站4座。"),
        ]
    )
