"""Parts of a group that a sentence names before their seats, and names that stand for the whole or for no part of it."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str | None]
GROUP = (Relation.LEADS, Relation.ASSISTS, Relation.MEMBER_OF)
WHOLE = "春灌指挥部"
OPENING = f"关于成立{WHOLE}的通知\n成立{WHOLE}，指挥长由县长罗敏担任。"
HEAD = ("leads", "罗敏", WHOLE, "指挥长")


def rows(text: str) -> list[Row]:
    """(relation, who, group, role) of each seat."""
    facts = extract_document(document_of(text)).facts
    return [(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts if f.relation in GROUP]


CASES: list[tuple[str, list[Row]]] = [
    (  # after ; the seat is of the part before it, and no longer of the one above
        "调水组由县水利局牵头，组长彭越；巡渠组组长由副县长冉青担任。",
        [("leads", "冉青", "巡渠组", "组长")],
    ),
    (  # the bodies after the seat are of the same part
        "巡渠组组长由冉青兼任，成员单位为县教育局、县水利局。",
        [
            ("leads", "冉青", "巡渠组", "组长"),
            ("member_of", "县教育局", "巡渠组", "成员单位"),
            ("member_of", "县水利局", "巡渠组", "成员单位"),
        ],
    ),
    (
        "下设巡渠组，巡渠组由冉青任组长，卓远任副组长。",
        [("leads", "冉青", "巡渠组", "组长"), ("assists", "卓远", "巡渠组", "副组长")],
    ),
    ("其中下设巡渠组由县水利局牵头，组长由冉青担任。", [("leads", "冉青", "巡渠组", "组长")]),
    ("下设巡渠组，组长由冉青担任。", [("leads", "冉青", "巡渠组", "组长")]),
    (  # the deputy is the committee's own, and no deputy of an office that nothing has named
        "防火专业委员会主任由冉青担任，副主任由县公安局副局长卓远担任。",
        [("leads", "冉青", "防火专业委员会", "主任"), ("assists", "卓远", "防火专业委员会", "副主任")],
    ),
    ("防火专委会由冉青任主任。", [("leads", "冉青", "防火专委会", "主任")]),
    # the title of whom the whole seats is no part of it
    ("市派督导组组长冉青任副指挥长。", [("assists", "冉青", WHOLE, "副指挥长")]),
    ("驻县水利局纪检监察组组长冉青任成员。", [("member_of", "冉青", WHOLE, "成员")]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_seats_are_of_the_part_named_before_them(sentence: str, expected: list[Row]) -> None:
    found = rows(f"{OPENING}{sentence}\n")
    assert found[0] == HEAD
    assert [row for row in found[1:] if row[3] != "牵头" and row[1] != "彭越"] == expected


@pytest.mark.parametrize("word", ["领导小组", "工作组"])
def test_a_word_for_the_whole_is_no_part(word: str) -> None:
    group = "春灌领导小组"
    text = f"关于成立{group}的通知\n成立{group}。{word}组长由县长罗敏担任，副组长由冉青担任。\n"
    assert rows(text) == [("leads", "罗敏", group, "组长"), ("assists", "冉青", group, "副组长")]


def test_the_end_of_its_name_is_the_whole() -> None:
    text = "关于成立春灌纠纷调查组的通知\n成立春灌纠纷调查组，调查组组长由县长罗敏担任。\n"
    assert rows(text) == [("leads", "罗敏", "春灌纠纷调查组", "组长")]


def test_a_fuller_name_is_the_whole() -> None:
    text = "关于成立春灌调查组的通知\n成立春灌调查组。杏花县春灌调查组组长由县长罗敏担任。\n"
    assert [row[:2] for row in rows(text)] == [("leads", "罗敏")]
    assert {row[2] for row in rows(text)} == {"春灌调查组"}


def test_a_part_whose_letters_stand_in_the_whole_is_a_part() -> None:
    text = "关于成立综合治渠领导小组的通知\n成立综合治渠领导小组，组长由县长罗敏担任。综合组组长由冉青担任。\n"
    assert rows(text) == [("leads", "罗敏", "综合治渠领导小组", "组长"), ("leads", "冉青", "综合组", "组长")]


def test_a_seat_that_somebody_takes_besides_keeps_its_mode() -> None:
    facts = extract_document(document_of(f"{OPENING}巡渠组组长由冉青兼任。\n")).facts
    assert {f.subject.name: f.qualifiers.mode for f in facts if f.relation is Relation.LEADS} == {
        "罗敏": None,
        "冉青": "兼任",
    }


def test_rounds_of_inspection_are_groups_and_posts_of_a_body_are_none() -> None:
    text = "县委巡察工作领导小组\n第一巡察组组长：冉青。\n驻县水利局纪检监察组组长：卓远。\n"
    assert ("leads", "冉青", "第一巡察组", "组长") in rows(text)
    assert "卓远" not in {row[1] for row in rows(text)}


def test_the_office_of_a_part_is_no_office_of_the_whole() -> None:
    text = f"{OPENING}防火专业委员会主任由冉青担任，办公室设在县消防大队。\n"
    facts = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.object.name) for f in facts if f.relation is Relation.HOSTS] == [
        ("县消防大队", "防火专业委员会")
    ]
