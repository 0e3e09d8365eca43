"""Lines of a name, a colon and a title, one below the other."""

from extract.pipeline import extract_document
from extract.readers.text import document_of


def test_a_title_says_its_body_or_prints_it() -> None:
    text = "出席会议的领导\n石磊：安山县委常委、宣传部部长\n尹青：安山县副县长\n方小舟：安山县文旅局局长\n"
    facts = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.object.name, f.role) for f in facts] == [
        ("石磊", "安山县委", "常委"),
        ("石磊", "宣传部", "部长"),
        ("尹青", "安山县人民政府", "副县长"),
        ("方小舟", "安山县文旅局", "局长"),
    ]


def test_bare_posts_name_no_body() -> None:
    assert extract_document(document_of("课题组\n石磊：主任\n尹青：组长\n")).facts == []
