"""Headings that say in brackets what a group is called besides; offices that a group has several of."""

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

TEXT = """杏花中学各类工作小组名单
一、饮食卫生工作领导小组
组  长：石磊
成  员：后勤处、保卫处负责人。
二、杏花中学家校共育与心理辅导工作领导小组（同本校书香(优秀)年级、书香(优秀)宿舍的两优评比委员会合署办公，一套班子）
组  长：尹青
成  员：教务处负责人。
领导小组下设心理辅导与生涯规划办公室，家校共育办公室。心理辅导与生涯规划办公室设在教务处，向远任办公室主任。家校共育办公室设在团委，向远任办公室主任。
"""
SECOND = "杏花中学家校共育与心理辅导工作领导小组"


def test_a_group_keeps_its_seats_whatever_it_is_called_besides() -> None:
    facts = extract_document(document_of(TEXT)).facts
    heads = [(f.subject.name, f.object.name) for f in facts if f.role == "组长"]
    assert heads == [("石磊", "饮食卫生工作领导小组"), ("尹青", SECOND)]


def test_each_of_several_offices_has_its_host() -> None:
    facts = extract_document(document_of(TEXT)).facts
    hosts = [(f.subject.name, f.object.name) for f in facts if f.relation is Relation.HOSTS]
    assert sorted(hosts) == sorted([("教务处", SECOND), ("团委", SECOND)])
