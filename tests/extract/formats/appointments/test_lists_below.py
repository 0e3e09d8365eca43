"""Lists of changes below an order, in notices without a title, and what one order on a line of its own takes back."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of

Row = tuple[str, str, str, str]


def changes(text: str) -> set[Row]:
    """(relation, person, body, post) of each change that is stated."""
    facts = (found for found in extract_document(document_of(text)).facts if isinstance(found, Fact))
    return {
        (f.relation.value, f.subject.name, f.object.name, f.role or "")
        for f in facts
        if f.relation.value in {"appointed", "dismissed"}
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # no title above it
            "县政府决定任命：\n卓远为县林业局局长；\n简宁为县文化馆馆长（兼）。\n决定免去：\n冉青县林业局局长职务。\n",
            {
                ("appointed", "卓远", "县林业局", "局长"),
                ("appointed", "简宁", "县文化馆", "馆长"),
                ("dismissed", "冉青", "县林业局", "局长"),
            },
        ),
        (  # a removal right after its order, without 的
            "关于卓远等职务聘任的通知\n解聘：冉青县第三小学校长职务。\n",
            {("dismissed", "冉青", "县第三小学", "校长")},
        ),
        (
            "关于卓远等职务聘任的通知\n经研究，冉青不再聘任为县第三小学校长。\n",
            {("dismissed", "冉青", "县第三小学", "校长")},
        ),
        (  # a resignation that is agreed to, in a text without a title
            "经研究，同意冉青同志辞去松平县老年协会会长职务。\n",
            {("dismissed", "冉青", "松平县老年协会", "会长")},
        ),
        ("县人大办公室现提请任命：\n卓远为县林业局局长。\n", set()),  # asked for, and not decided
        ("任命：\n以下岗位须公开招聘。\n", set()),
    ],
)
def test_what_an_order_above_a_list_says_of_those_below(text: str, expected: set[Row]) -> None:
    assert changes(text) == expected


@pytest.mark.parametrize("lead", [",接受其", ",同时接受其", ",批准其", ";接受他", ",其"])
def test_who_resigns_from_one_post_when_another_is_given(lead: str) -> None:
    text = f"关于卓远职务任免的通知\n决定任命卓远为松平市人民政府副市长{lead}辞去松平市人大常委会副主任职务的请求。\n"
    assert changes(text) == {
        ("appointed", "卓远", "松平市人民政府", "副市长"),
        ("dismissed", "卓远", "松平市人大常委会", "副主任"),
    }


def test_a_second_order_after_a_stop_mark_within_a_sentence() -> None:
    text = "会议宣布任命决定：任命卓远同志为松平茶业公司党委书记、聘卓远同志为松平茶业公司董事长。\n"
    assert changes(text) == {
        ("appointed", "卓远", "松平茶业公司党委", "书记"),
        ("appointed", "卓远", "松平茶业公司", "董事长"),
    }


def test_an_order_before_a_list_of_names_holds_for_all_of_them() -> None:
    text = "关于聘任卓远等的通知\n聘任卓远、简宁、冉青为县文化馆副馆长，聘任石岩、林栖同志为县第三小学副校长。\n"
    assert changes(text) == {
        *(("appointed", name, "县文化馆", "副馆长") for name in ("卓远", "简宁", "冉青")),
        *(("appointed", name, "县第三小学", "副校长") for name in ("石岩", "林栖")),
    }


def test_an_order_after_an_election_is_no_election() -> None:
    text = "松平茶业公司董事会决议\n选举卓远先生为松平茶业公司董事长，聘任简宁女士为松平茶业公司总经理。\n"
    facts = (found for found in extract_document(document_of(text)).facts if isinstance(found, Fact))
    modes = {f.subject.name: f.qualifiers.mode for f in facts if f.relation.value == "appointed"}
    assert modes == {"卓远": "选举", "简宁": None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "任命：\n县水利局局长丁力\n县财政局副局长石磊（女）\n免去：\n县林业局局长林川\n",
            [("appointed", "丁力"), ("appointed", "石磊"), ("dismissed", "林川")],
        ),
        (
            "县政府2021年6月23日任命了各局主要官员（下表）。\n各局主要官员\n县水利局局长丁力\n县财政局局长 孟川（女）\n",
            [("appointed", "丁力"), ("appointed", "孟川")],
        ),
        (
            "任命尹青为县教育局局长。\n列席：\n县水利局局长丁力\n县财政局副局长石磊\n",
            [("appointed", "尹青"), ("holds", "丁力"), ("holds", "石磊")],
        ),
        ("提请任命：\n县水利局局长丁力\n县财政局副局长石磊\n", [("holds", "丁力"), ("holds", "石磊")]),
    ],
)
def test_titles_that_run_into_their_names(text: str, expected: list[tuple[str, str]]) -> None:
    found = extract_document(document_of("安山县人事任免名单\n" + text)).facts
    assert [(f.relation.value, f.subject.name) for f in found] == expected


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ("辞职后仍担任县林业局党组成员。", set()),  # a post that is kept is neither given nor taken
        ("离任后继续担任县林业局党组成员。", set()),
        ("辞职后，将继续担任县林业局党组成员。", set()),
        ("辞职后不再担任县林业局党组成员。", {("dismissed", "卓远", "县林业局党组", "成员")}),
    ],
)
def test_what_somebody_keeps_or_leaves_after_a_resignation(then: str, expected: set[Row]) -> None:
    text = f"关于卓远辞职的决定\n接受卓远辞去县林业局局长职务，{then}\n"
    assert changes(text) == {("dismissed", "卓远", "县林业局", "局长"), *expected}


HIRED = {("appointed", "简宁", "县第三小学", "校长")}


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ("不再聘任冉青为县第三小学校长。", {("dismissed", "冉青", "县第三小学", "校长")}),  # of another person
        ("不再聘任其为县文化馆馆长。", {("dismissed", "简宁", "县文化馆", "馆长")}),
        ("不再聘任县文化馆馆长。", {("dismissed", "简宁", "县文化馆", "馆长")}),
    ],
)
def test_who_is_hired_no_longer(then: str, expected: set[Row]) -> None:
    text = f"关于简宁等职务聘任的通知\n聘任简宁为县第三小学校长，{then}\n"
    assert changes(text) == HIRED | expected


@pytest.mark.parametrize(("order", "relation"), [("任命", "appointed"), ("免去", "dismissed")])
def test_a_row_whose_name_ends_as_a_court_does_is_no_heading(order: str, relation: str) -> None:
    text = f"县政府任免通知\n{order}：\n县教育局局长简宁\n县林业局局长冉庭\n县水利局局长卓远\n"
    assert changes(text) == {
        (relation, "简宁", "县教育局", "局长"),
        (relation, "冉庭", "县林业局", "局长"),
        (relation, "卓远", "县水利局", "局长"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县文化馆研究决定，聘卓远同志为馆长助理，聘简宁为县文化馆馆长。", {("appointed", "简宁", "县文化馆", "馆长")}),
        ("县文化馆招聘人员为讲解员。", set()),
    ],
)
def test_who_is_engaged_without_a_title_above(text: str, expected: set[Row]) -> None:
    assert changes(text + "\n") == expected
