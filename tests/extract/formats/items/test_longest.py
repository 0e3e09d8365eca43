"""A unit's line is one item, with all its sentences."""

from extract.facts import ItemRecord, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

TEXT = """安山县防汛指挥部成员单位职责分工
县发改局：负责工程审批。配合做好水价改革。
县财政局：负责资金保障。
县气象局：负责天气预报。会同县水利局发布预警。
"""


def test_a_line_of_a_unit_is_one_item() -> None:
    found = extract_document(document_of(TEXT))
    led = [(f.subject.name, f.object.name) for f in found.facts if f.relation is Relation.LEADS]
    assert led == [
        ("县发改局", "工程审批。配合做好水价改革。"),
        ("县财政局", "资金保障。"),
        ("县气象局", "天气预报。会同县水利局发布预警。"),
    ]
    assert len([one for one in found.context if isinstance(one, ItemRecord)]) == len(led)
