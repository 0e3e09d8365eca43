"""Seats in the office of a committee, lists of names and titles that single spaces divide, and posts of bodies called 组."""

import pytest

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str]


def rows(text: str) -> set[Row]:
    """(relation, person, body or group, role) of each fact on a person."""
    facts = (found for found in extract_document(document_of(text)).facts if isinstance(found, Fact))
    told = {"leads", "assists", "member_of", "holds"}
    return {
        (f.relation.value, f.subject.name, f.object.name, f.role or "")
        for f in facts
        if f.relation.value in told and f.subject.kind.value == "official"
    }


TITLE = "县政府办公室关于调整县林木保护委员会组成人员的通知\n"
COMMITTEE = "县林木保护委员会"


@pytest.mark.parametrize(
    ("line", "deputy"),
    [
        ("委员会办公室设在县林业局，办公室主任由卓远同志兼任，简宁同志任副主任。", "办公室副主任"),
        ("办公室主任由卓远同志兼任，副主任由简宁同志担任。", "办公室副主任"),
    ],
)
def test_a_deputy_told_after_the_head_of_the_office_is_the_offices(line: str, deputy: str) -> None:
    told = {(person, role) for relation, person, _, role in rows(TITLE + line) if relation == "assists"}
    assert told == {("简宁", deputy)}


def test_who_heads_the_office_of_a_committee_is_no_doubt_of_a_change() -> None:
    found = extract_document(document_of(TITLE + "委员会办公室设在县林业局，卓远同志兼任办公室主任。\n"))
    assert [doubt.code for doubt in found.doubts] == []


@pytest.mark.parametrize("blank", [" ", "　"])
def test_names_and_titles_that_single_blanks_divide(blank: str) -> None:
    words = ["成员：卓远", "县林业局局长", "简宁", "县文化馆馆长", "冉青", "县审计局", "总审计师", "石岩", "林栖"]
    told = rows(TITLE + "主任：方舟（副县长）\n" + blank.join(words) + "\n")
    assert {row for row in told if row[0] == "holds"} == {
        ("holds", "方舟", "县人民政府", "副县长"),
        ("holds", "卓远", "县林业局", "局长"),
        ("holds", "简宁", "县文化馆", "馆长"),
        ("holds", "冉青", "县审计局", "总审计师"),
    }
    assert {row[1] for row in told if row[0] == "member_of"} == {"卓远", "简宁", "冉青", "石岩", "林栖"}


def test_the_head_of_a_body_called_group_is_no_seat_and_lent_to_no_other() -> None:
    told = rows("驻县林业局纪检监察组组长：卓远\n派驻第二纪检监察组  组长 简宁\n")
    assert told == {
        ("holds", "卓远", "驻县林业局纪检监察组", "组长"),
        ("holds", "简宁", "派驻第二纪检监察组", "组长"),
    }


HOSTED = "关于成立县林木保护工作领导小组的通知\n领导小组办公室设在县林业局，"


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("局长卓远兼任办公室主任。", {("卓远", "局长")}),
        (
            "由局长卓远兼任办公室主任，副局长简宁、冉青任办公室副主任。",
            {("卓远", "局长"), ("简宁", "副局长"), ("冉青", "副局长")},
        ),
        ("办公室主任由局长卓远兼任。", {("卓远", "局长")}),
        ("办公室主任由厅长卓远兼任。", set()),  # of another body, which is not named
    ],
)
def test_a_bare_post_of_who_heads_the_office_is_one_of_its_host(line: str, held: set[tuple[str, str]]) -> None:
    told = {(person, body, role) for relation, person, body, role in rows(HOSTED + line) if relation == "holds"}
    assert told == {(person, "县林业局", post) for person, post in held}


OFFICE_ALONE = """三、工作机制
(二)指挥部办公室设在安山县林业局。办公室主任由县林业局局长卓远兼任;副主任由县财政局副局长简宁兼任。
"""


def test_a_text_that_names_its_group_nowhere_gives_the_words_printed() -> None:
    assert {row for row in rows(OFFICE_ALONE) if row[0] != "holds"} == {
        ("leads", "卓远", "指挥部", "办公室主任"),
        ("assists", "简宁", "指挥部", "办公室副主任"),
    }


def test_the_words_printed_stand_for_no_group_that_the_text_names() -> None:
    told = rows("各镇要及时向县造林绿化指挥部报告。\n" + OFFICE_ALONE)
    assert {row for row in told if row[0] != "holds"} == set()


HEADLINE = "河东铜业成立安全整改领导小组\n近日,河东铜业成立了安全整改领导小组。"


def test_heads_behind_titles_that_name_no_body() -> None:
    told = rows(HEADLINE + "领导小组组长由党委书记、董事长卓远和总经理、党委副书记简宁担任。\n")
    assert told == {
        ("leads", "卓远", "安全整改领导小组", "组长"),
        ("leads", "简宁", "安全整改领导小组", "组长"),
        ("holds", "卓远", "党委", "书记"),
        ("holds", "简宁", "党委", "副书记"),
    }


def test_a_bare_title_without_a_name_is_lent_to_nobody() -> None:
    told = rows(HEADLINE + "领导小组组长由党委书记和总经理、党委副书记简宁担任。\n")
    assert {person for _, person, _, _ in told} <= {"简宁"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "县防汛领导小组办公室设在县水利局，各乡镇防汛领导小组办公室设在乡镇农业服务中心。\n",
            [("县水利局", "县防汛领导小组")],
        ),
        (
            "市绿化领导小组办公室设在市林业局。区绿化领导小组办公室设在区林业局。\n",
            [("市林业局", "市绿化领导小组"), ("区林业局", "区绿化领导小组")],
        ),
        (
            "第七条 省土地调查领导小组办公室设在省国土厅，县级以上土地调查领导小组办公室设在同级部门。\n",
            [("省国土厅", "省土地调查领导小组")],
        ),
    ],
)
def test_an_office_is_that_of_the_group_before_it(text: str, expected: list[tuple[str, str]]) -> None:
    facts = extract_document(document_of(text)).facts
    assert [(f.subject.name, f.object.name) for f in facts if f.relation is Relation.HOSTS] == expected


def test_the_office_held_besides_is_that_of_the_group() -> None:
    text = "关于调整安山县防火指挥部的通知\n指挥长：石磊（县长）\n副指挥长：尹青（县应急局局长，兼办公室主任）\n"
    told = [
        (f.relation.value, f.object.name, f.role, f.qualifiers.mode)
        for f in extract_document(document_of(text)).facts
        if f.subject.name == "尹青"
    ]
    assert told == [
        ("assists", "安山县防火指挥部", "副指挥长", None),
        ("leads", "安山县防火指挥部", "办公室主任", "兼任"),
        ("holds", "县应急局", "局长", None),
    ]


@pytest.mark.parametrize(
    "opening",
    ["调整后的安山县双拥工作领导小组成员名单如下：", "现将调整后的安山县双拥工作领导小组组成人员名单通知如下："],
)
def test_a_list_below_a_sentence_that_names_the_group_as_changed(opening: str) -> None:
    facts = extract_document(document_of(f"{opening}\n组长：石磊 县长\n成员：尹青 县财政局局长\n")).facts
    seats = [(f.subject.name, f.object.name) for f in facts if f.relation.value in {"leads", "member_of"}]
    assert seats == [("石磊", "安山县双拥工作领导小组"), ("尹青", "安山县双拥工作领导小组")]
