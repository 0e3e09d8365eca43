"""A zone's own division of work: organs as printed, general duties around the fields."""

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

NOTICE = """关于领导成员安全生产责任制分工的通知
安综管〔2015〕186号
安山综合实验区管委会
关于领导成员安全生产责任制分工的通知
各乡镇人民政府：
一、党工委副书记、管委会主任石磊：为区安全生产第一责任人，对区安全生产工作负总责。
二、党工委委员、管委会副主任尹青：负责指导、协调、督促宣传、市场监管等部门、领域的安全生产工作，承担相应的领导责任。
三、管委会主任助理丁一：负责督促和检查财税、金融等部门、领域的安全生产工作，承担相应的领导责任。
安山综合实验区管委会
2015年9月15日
"""


def facts() -> list[Fact]:
    return extract_document(document_of(NOTICE)).facts


def test_each_organ_is_as_printed() -> None:
    held = [(f.subject.name, f.object.name, f.object.kind, f.role) for f in facts() if f.relation is Relation.HOLDS]
    assert held == [
        ("石磊", "党工委", "street", "副书记"),
        ("石磊", "管委会", "street", "主任"),
        ("尹青", "党工委", "street", "委员"),
        ("尹青", "管委会", "street", "副主任"),
        ("丁一", "管委会", "street", "主任助理"),
    ]


def test_how_fields_are_seen_to_is_no_field() -> None:
    led = [(f.subject.name, f.object.name, f.role, f.qualifiers.topic) for f in facts() if f.relation is Relation.LEADS]
    assert led == [
        ("石磊", "区安全生产", "负总责", None),
        ("尹青", "宣传", "负责", "安全生产"),
        ("尹青", "市场监管", "负责", "安全生产"),
        ("丁一", "财税", "负责", "安全生产"),
        ("丁一", "金融", "负责", "安全生产"),
    ]
