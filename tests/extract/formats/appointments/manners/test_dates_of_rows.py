"""A table of appointments that dates each row; a column of posts proposed takes and leaves nothing."""

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of


def said(text: str) -> list[tuple[str, str, str | None]]:
    facts = extract_document(document_of(text)).facts
    return [(f.relation.value, f.subject.name, f.date) for f in facts if _is_change(f)]


def _is_change(fact: Fact) -> bool:
    return fact.relation in (Relation.APPOINTED, Relation.DISMISSED)


def test_each_row_has_its_own_day() -> None:
    rows = "1\t赵志宏\t县信访局局长\t县档案馆副馆长\t2023.7.5\n2\t钱丽华\t县妇联主席\t\t2023年7月\n"
    text = "安山县7月份干部任免情况\n序号\t姓名\t任职\t免职\t时间\n" + rows
    assert said(text) == [
        ("appointed", "赵志宏", "2023-07-05"),
        ("dismissed", "赵志宏", "2023-07-05"),
        ("appointed", "钱丽华", "2023-07"),
    ]


def test_a_post_proposed_is_not_taken() -> None:
    assert said("关于任前公示的公告\n姓名\t现任职务\t拟任职务\n丁一\t县信访局副局长\t县信访局局长\n") == []


def test_a_bare_post_is_of_the_body_that_the_row_names() -> None:
    rows = "教务处\t主任\t丁力\n\t副主任\t石磊\n团委\t书记\t高原\n初一值班\t主任\t尹青\n"  # of a body that is none: a doubt
    text = f"安山县第一中学中层干部任职名单\n部门\t职务\t姓名\n{rows}"
    facts = [fact for fact in extract_document(document_of(text)).facts if _is_change(fact)]
    assert [(f.subject.name, f.object.name, f.role) for f in facts if f.object] == [
        ("丁力", "教务处", "主任"),
        ("石磊", "教务处", "副主任"),
        ("高原", "团委", "书记"),
    ]
