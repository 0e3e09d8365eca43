"""Pages of leaders and notices of a change: labels in the words of schools, numbers without a label, what is added and given up."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str | None]


def rows(text: str) -> set[Row]:
    """(relation, person, object, role) of each fact of the duties."""
    facts = (found for found in extract_document(document_of(text)).facts if isinstance(found, Fact))
    return {
        (f.relation.value, f.subject.name, f.object.name, f.role)
        for f in facts
        if f.relation.value in {"leads", "liaises"}
    }


PAGE = "现任领导\n方建国\n职务：党委书记\n办公地点：行政楼二层\n{number}责任分工：\n主持党委全面工作。联系支部、学系（站、室）：林木学系党支部、林木学系\n"
DUTIES = {
    ("leads", "方建国", "党委全面", "主持"),
    ("liaises", "方建国", "林木学系党支部", "联系"),
    ("liaises", "方建国", "林木学系", "联系"),
}


@pytest.mark.parametrize(
    "number", ["", "办公电话：80001234（办）\n", "80001234（办）80001235（实）\n", "0999-80001234\n"]
)
def test_labels_and_numbers_on_a_page(number: str) -> None:
    assert rows(PAGE.format(number=number)) == DUTIES


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("副省长方建国同志，增加分管省教育厅。", {("leads", "方建国", "省教育厅", "分管")}),
        ("方建国副市长：新增分管市体育局，不再联系市红十字会。", {("leads", "方建国", "市体育局", "分管")}),
        (
            "方建国副市长：分管市体育局，同时不再分管市文旅局、市广电局；联系市侨联。",
            {("leads", "方建国", "市体育局", "分管"), ("liaises", "方建国", "市侨联", "联系")},
        ),
        ("方建国副市长：不再分管市教育局。", set()),
        # one field of two words that one closes
        (
            "方建国副校长：负责学科与专业建设工作，分管国际合作与交流。",
            {("leads", "方建国", "学科与专业建设", "负责"), ("leads", "方建国", "国际合作与交流", "分管")},
        ),
        # a bare title of a body that is not told, before the duties
        ("方建国：副院长，分管科研工作。", {("leads", "方建国", "科研", "分管")}),
    ],
)
def test_what_is_added_and_what_is_given_up(line: str, expected: set[Row]) -> None:
    assert rows(f"关于领导同志工作分工调整的通知\n各单位：\n{line}\n") == expected


def test_a_duty_that_is_given_up_is_told() -> None:
    found = extract_document(
        document_of("关于领导同志工作分工调整的通知\n方建国副市长：分管市体育局，不再联系市红十字会。\n")
    )
    assert any("联系" in str(doubt.values) for doubt in found.doubts)


TWO_LANGUAGES = """Qinghe 青禾
Division of work 工作分工
Vice Mayor
副市长
Fang Xiaozhou
方小舟

Division of work 工作分工

Assist the mayor, in charge of planning, transportation, etc..

协助市长工作。分管规划和测绘地理,邮政,水务等工作。

Vice Mayor
副市长
Ding Li
丁力
"""


def test_a_page_in_two_languages_is_read_in_one() -> None:
    facts = extract_document(document_of(TWO_LANGUAGES)).facts
    assert [(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts if f.object] == [
        ("holds", "方小舟", "市人民政府", "副市长"),
        ("leads", "方小舟", "规划和测绘地理", "分管"),
        ("leads", "方小舟", "邮政", "分管"),
        ("leads", "方小舟", "水务", "分管"),
        ("assists", "方小舟", "市长", "协助"),
        ("holds", "丁力", "市人民政府", "副市长"),
    ]


@pytest.mark.parametrize(
    ("first", "title", "held"),
    [
        ("安山大学文理学院", "党委书记、副院长（兼）", {("党委", "书记"), ("安山大学文理学院", "副院长")}),
        ("安山县第一中学", "党委书记、副校长", {("党委", "书记"), ("安山县第一中学", "副校长")}),
        # no house stands on the first line, or one with another head
        ("领导分工", "党委书记、副院长", {("党委", "书记")}),
        ("安山县第一中学", "党委书记、副院长", {("党委", "书记")}),
    ],
)
def test_whose_a_bare_deputy_is_on_the_page_of_a_house(first: str, title: str, held: set[tuple[str, str]]) -> None:
    text = f"{first}\n方建国：{title}。主持党委全面工作，分管工会工作。\n"
    facts = (found for found in extract_document(document_of(text)).facts if isinstance(found, Fact))
    assert {(f.object.name, f.role) for f in facts if f.relation.value == "holds"} == held


@pytest.mark.parametrize(
    ("first", "bodies"),
    [
        ("安山县水利局", {"局党委", "安山县水利局"}),
        ("安山县人民政府", {"局党委"}),  # whose bare 局长 is nobody's
    ],
)
def test_a_bureau_on_the_first_line_above_its_leaders_is_theirs(first: str, bodies: set[str]) -> None:
    text = f"{first}\n局党委书记、局长方建国\n主持全面工作。\n局党委委员、副局长丁力\n分管水旱、河湖工作。\n"
    facts = [found for found in extract_document(document_of(text)).facts if isinstance(found, Fact)]
    assert {fact.object.name for fact in facts if fact.relation.value == "holds" and fact.object} == bodies


def test_a_house_begins_after_what_makes_it_known() -> None:
    text = "关于公布领导分工的通知\n各科室：\n现公布中心领导分工如下：\n1. 石  磊：党支部书记\n主持支部工作。\n"
    extraction = extract_document(document_of(text))
    assert {fact.object.name for fact in extraction.facts if fact.role == "书记"} == {"党支部"}


@pytest.mark.parametrize(
    "line",
    [
        "方建国 副省长 分管工作：教育、体育。 林怀远 党组成员、副省长 分管工作：民政。联系单位：省气象局。",
        "方建国 副省长 分管工作：教育、体育 林怀远 副省长 分管工作：民政 联系单位：省气象局",
    ],
)
def test_the_label_after_a_name_and_title_in_one_line_is_of_that_person(line: str) -> None:
    assert rows(f"安山省人民政府领导分工\n{line}\n") == {
        ("leads", "方建国", "教育", "分管"),
        ("leads", "方建国", "体育", "分管"),
        ("leads", "林怀远", "民政", "分管"),
        ("liaises", "林怀远", "省气象局", "联系"),
    }


@pytest.mark.parametrize("heading", ["方山市林草局班子成员", "方山市林草局党组成员"])
def test_nobody_is_called_as_the_place_in_a_heading_over_all_members(heading: str) -> None:
    text = f"{heading}\n林怀远 党组书记、局长 主持全面工作\n"
    facts = (found for found in extract_document(document_of(text)).facts if isinstance(found, Fact))
    assert {fact.subject.name for fact in facts} == {"林怀远"}
