"""Titles that another format has read are told once."""

from extract.pipeline import extract_document
from extract.readers.text import document_of


def test_a_post_that_is_given_is_not_held_besides() -> None:
    text = "石磊同志任中共安山县委常委、副县长，负责县政府常务工作，分管财政、统计工作。\n"
    facts = [fact for fact in extract_document(document_of(text)).facts if fact.role in {"常委", "副县长"}]
    assert [(fact.relation.value, fact.role) for fact in facts] == [("appointed", "常委"), ("appointed", "副县长")]


def test_a_branch_has_its_address_on_the_fact_that_says_whose_it_is() -> None:
    text = (
        "安山县自然资源局派出机构\n安山县自然资源局柳坪所 地址：柳坪镇北街1号 电话：0551-6612345\n"
        "安山县自然资源局白石所 地址：白石乡东街2号 电话：0551-6612346\n"
    )
    facts = extract_document(document_of(text)).facts
    assert [(f.relation.value, f.subject.name, f.qualifiers.address, f.qualifiers.phone) for f in facts] == [
        ("part_of", "安山县自然资源局柳坪所", "柳坪镇北街1号", "0551-6612345"),
        ("part_of", "安山县自然资源局白石所", "白石乡东街2号", "0551-6612346"),
    ]
    assert all((fact.qualifiers.address or "—") in fact.evidence.quote for fact in facts)


def test_the_address_of_an_organ_is_not_that_of_the_agency_above_it() -> None:
    text = (
        "安山县水利局职能配置、内设机构和人员编制规定\n（一）办公室。负责文电。\n安山县河道管理所，为副科级。\n"
        "办公地址：安山县北街9号，办公电话：0551-6612345。\n"
    )
    facts = [fact for fact in extract_document(document_of(text)).facts if fact.relation.value == "located_at"]
    assert [(f.subject.name, f.object.name, f.qualifiers.phone) for f in facts] == [
        ("安山县水利局", "安山县北街9号", "0551-6612345")
    ]
