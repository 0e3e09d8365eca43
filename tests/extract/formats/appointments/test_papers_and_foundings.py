"""Changes of posts as papers tell them: who serves in brackets before the new post, a dateline without its month, 包括免去."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

CHANGES = (Relation.APPOINTED, Relation.DISMISSED)
Change = tuple[str, str, str, str | None, str | None]


def changes(text: str) -> list[Change]:
    found = extract_document(document_of(text)).facts
    return [(f.relation.value, f.subject.name, f.object.name, f.role, f.date) for f in found if f.relation in CHANGES]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "日前省委决定，石磊（海云学院校长）任中共海云学院委员会委员、书记。\n",
            [
                ("appointed", "石磊", "中共海云学院委员会", "委员", None),
                ("appointed", "石磊", "中共海云学院委员会", "书记", None),
            ],
        ),
        (
            "19/12/2024 16:44\n《某通訊社18日專訊》國務院公布一批任免,名單包括免去尹青的水利部副部長職務。\n",
            [("dismissed", "尹青", "水利部", "副部長", "2024-12-18")],
        ),
        (
            "2024-03-02 09:10\n新华社临江28日电　国务院任命石磊为国家林业和草原局副局长。\n",
            [("appointed", "石磊", "国家林业和草原局", "副局长", "2024-02-28")],
        ),
    ],
)
def test_what_papers_tell(text: str, expected: list[Change]) -> None:
    assert changes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1984年12月，青禾县建设局成立，为正科级单位，石磊任局长，尹青任副局长。\n",
            [
                ("appointed", "石磊", "青禾县建设局", "局长", None),
                ("appointed", "尹青", "青禾县建设局", "副局长", None),
            ],
        ),
        (
            "大事记\n1949年\n2月8日 青禾县解放。县人民政府成立，石磊任县长。\n3月1日 县公安局成立，罗敏任局长（兼）。\n",
            [
                ("appointed", "石磊", "县人民政府", "县长", "1949-02-08"),
                ("appointed", "罗敏", "县公安局", "局长", "1949-03-01"),
            ],
        ),
        ("领导小组成立，石磊任组长。\n", []),
    ],
)
def test_who_heads_what_is_founded(text: str, expected: list[Change]) -> None:
    assert changes(text) == expected


def test_who_speaks_as_what() -> None:
    found = extract_document(document_of("石磊作为县教育局局长，在发言中表示拥护。\n")).facts
    assert [(f.subject.name, f.object.name, f.role) for f in found] == [("石磊", "县教育局", "局长")]


def test_beside_a_zone_that_is_not_named_its_committee_of_management_stays_bare() -> None:
    found = extract_document(
        document_of("开发区党工委委员、管委会副主任石磊出席。东湖开发区党工委委员、管委会副主任尹青讲话。\n")
    ).facts
    assert [f.object.name for f in found] == ["开发区党工委", "管委会", "东湖开发区党工委", "东湖开发区管委会"]
