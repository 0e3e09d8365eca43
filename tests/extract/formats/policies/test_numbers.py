"""Numbers of documents beside other words: in a title, after who issued them."""

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers import document_of


def test_a_title_that_names_the_number_of_another_document_is_no_number() -> None:
    text = (
        "安山县政府办公室关于对安政办发〔2019〕30号文件部分内容进行调整的通知\n各单位：\n"
        "对《安山县应急预案》（安政办发〔2019〕30号）作如下修改。\n安山县政府办公室\n2021年5月6日\n"
    )
    issued = [f for f in extract_document(document_of(text)).facts if f.relation is Relation.ISSUED]
    assert [f.object.name for f in issued] == ["安山县政府办公室关于对安政办发〔2019〕30号文件部分内容进行调整的通知"]


def test_who_issued_a_cited_document_is_no_part_of_its_number() -> None:
    text = (
        "安山县教育局关于做好招生工作的通知\n安教〔2021〕15号\n各学校：\n按照市教育局临教〔2021〕10号文件要求，现通知如下。\n"
        "安山县教育局\n2021年5月6日\n"
    )
    cited = [f for f in extract_document(document_of(text)).facts if f.relation is Relation.CITES]
    assert [(f.object.name, f.role) for f in cited] == [("临教〔2021〕10号", "按照")]


def test_a_document_of_two_bodies_with_a_number_of_each() -> None:
    text = (
        "县财政局 县民政局关于提高低保标准的通知\n安财社〔2021〕18号　安民发〔2021〕22号\n各乡镇人民政府：\n现通知如下。\n"
        "安山县财政局　安山县民政局\n2021年4月20日\n"
    )
    facts = extract_document(document_of(text)).facts
    assert [(f.relation, f.subject.name, f.object.name) for f in facts] == [
        (Relation.ISSUED, "安山县财政局", "安财社〔2021〕18号"),
        (Relation.ISSUED, "安山县民政局", "安财社〔2021〕18号"),
    ]
    assert {f.qualifiers.title for f in facts} == {"县财政局县民政局关于提高低保标准的通知"}


def test_a_number_that_begins_with_its_year() -> None:
    text = (
        "水利建设部关于印发《直属公司人事管理\n试行办法》的通知\n（〔1993〕水人字第12号　1993年3月27日）\n本部各单位：\n"
        "具体办法参照《直属单位干部管理规定》（〔1992〕水人发第7号）执行。\n"
    )
    facts = extract_document(document_of(text)).facts
    assert [(f.relation, f.object.name, f.qualifiers.number, f.date) for f in facts] == [
        (Relation.ISSUED, "〔1993〕水人字第12号", None, "1993-03-27"),
        (Relation.CITES, "直属单位干部管理规定", "〔1992〕水人发第7号", "1993-03-27"),
    ]


def test_plans_that_several_bodies_made_are_cited() -> None:
    text = (
        "安山县水库加固方案\n按照省水利厅、省财政厅、省农业厅、农行安山分行关于《水库加固行动计划》和省林业厅、省交通厅《河道清淤行动计划》"
        "要求，推进建设。\n"
    )
    facts = extract_document(document_of(text)).facts
    assert [(f.object.name, f.role) for f in facts if f.relation is Relation.CITES] == [
        ("水库加固行动计划", "按照"),
        ("河道清淤行动计划", "按照"),
    ]
