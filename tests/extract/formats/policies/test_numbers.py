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
