"""A title after a name and a colon is that name's: the place with which it begins is nobody."""

from extract.pipeline import extract_document
from extract.readers.text import document_of


def test_the_city_of_a_title_is_not_appointed() -> None:
    text = (
        "安山县人民政府关于丁力等同志职务任免的通知\n安政任〔2021〕5号\n县人民政府决定：\n任命丁力为县水利局局长。\n"
        "尹青：石凤市委副书记，市政府党组书记、市长。\n安山县人民政府\n2021年5月8日\n"
    )
    extraction = extract_document(document_of(text, "notice.txt"))
    assert "石凤" not in {fact.subject.name for fact in extraction.facts}
    assert any("尹青" in doubt.evidence.quote for doubt in extraction.doubts)


def test_the_number_of_a_list_is_that_of_its_clause() -> None:
    text = (
        "安山县白石镇党委关于城东村选举结果的批复\n同意你们的选举结果：\n丁力、石磊等2位同志为村党委班子成员，其中石磊同志为村党委书记；\n"
        "孟川同志为第一支部书记。\n2020年2月18日\n"
    )
    extraction = extract_document(document_of(text, "notice.txt"))
    assert {"丁力", "石磊", "孟川"} == {fact.subject.name for fact in extraction.facts if fact.relation == "appointed"}
    assert "count_differs" not in {doubt.code for doubt in extraction.doubts}


def test_who_takes_an_announced_post_does_not_take_the_one_held_until_now() -> None:
    text = (
        "关于聘任县督学的通知\n经研究，聘任下列同志为县人民政府督学：\n丁力 县教育局副局长\n石磊 县一中校长\n"
        "县人民政府\n2023年5月8日\n"
    )
    extraction = extract_document(document_of(text, "notice.txt"))
    posts = {(f.subject.name, f.role) for f in extraction.facts if f.relation == "appointed"}
    assert posts == {("丁力", "督学"), ("石磊", "督学")}
    assert any("县教育局副局长" in doubt.evidence.quote for doubt in extraction.doubts)


def test_a_name_by_its_sound_keeps_the_character_of_and() -> None:
    text = "安山县人大常委会任免名单\n任命才别和旺·扎乌沙为县水利局局长。\n任命石磊和旺·扎西为县水利局副局长。\n2023年5月8日\n"
    posts = [(f.subject.name, f.role) for f in extract_document(document_of(text, "notice.txt")).facts]
    assert posts == [("才别和旺·扎乌沙", "局长"), ("石磊", "副局长"), ("旺·扎西", "副局长")]
