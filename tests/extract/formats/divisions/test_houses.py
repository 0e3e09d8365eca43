"""Whose the bare posts of a division of work are: of the house in its title, on its page, under its text."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of

Held = set[tuple[str, str, str]]


def held(text: str) -> Held:
    """(person, body, post) of each post that is stated."""
    facts = (found for found in extract_document(document_of(text)).facts if isinstance(found, Fact))
    return {(f.subject.name, f.object.name, f.role or "") for f in facts if f.relation.value == "holds"}


def led(text: str) -> set[tuple[str, str]]:
    """(person, field) of each duty that is stated."""
    facts = (found for found in extract_document(document_of(text)).facts if isinstance(found, Fact))
    return {(f.subject.name, f.object.name) for f in facts if f.relation.value == "leads"}


@pytest.mark.parametrize(
    "title",
    [
        "松平县林业局局领导分工",
        "松平县林业局2021年局领导分工",
        "松平县林业局2021年度局领导班子成员分工",
    ],
)
def test_the_house_of_a_title_with_a_year(title: str) -> None:
    text = f"{title}\n局长卓远 主持全面工作，分管计财股。\n副局长简宁 分管造林股。\n"
    assert held(text) == {("卓远", "松平县林业局", "局长"), ("简宁", "松平县林业局", "副局长")}


SIGNED = (
    "卓远　局党组书记、局长\n负责全面工作。\n简宁　局党组成员、总工程师\n负责造林、防火工作。\n{signer}\n2021年5月\n"
)


def test_the_house_that_signs_is_the_one_whose_party_group_the_titles_name() -> None:
    assert held(SIGNED.format(signer="松平县林业局")) == {
        ("卓远", "局党组", "书记"),
        ("卓远", "松平县林业局", "局长"),
        ("简宁", "局党组", "成员"),
        ("简宁", "松平县林业局", "总工程师"),
    }


def test_another_signer_is_not_the_house_of_a_bureau() -> None:
    bodies = {body for _, body, _ in held(SIGNED.format(signer="松平县文化馆"))}
    assert bodies == {"局党组"}


FULLER = """松平县林业局领导信息
局长 卓远
党组书记、局长，主持局全面工作。
副局长 简宁
党组成员、副局长，分管计财股、造林股。
四级调研员 冉青
协助分管法规股。
"""


def test_fuller_titles_right_below_a_post_and_a_name_are_the_persons() -> None:
    house = "松平县林业局"
    assert held(FULLER) == {
        ("卓远", house, "局长"),
        ("卓远", house + "党组", "书记"),
        ("简宁", house, "副局长"),
        ("简宁", house + "党组", "成员"),
        ("冉青", house, "四级调研员"),
    }
    assert led(FULLER) == {("卓远", "局全面"), ("简宁", "计财股"), ("简宁", "造林股"), ("冉青", "法规股")}


def test_a_line_further_below_is_not_lent_to_the_name_above() -> None:
    apart = FULLER.replace("党组成员、副局长，分管", "县委办公室来信\n党组成员、副局长，分管")
    assert not {field for person, field in led(apart) if person == "简宁"}


SCHOOL = """学校概况
松平县第五小学简介
我校位于松平县长江路，校园面积一万平方米。
现任校领导
总校长
卓远
分管工作：负责学校全面工作。
"""


def test_a_school_that_tells_of_itself_is_the_house_and_its_street_names_no_head_of_a_county() -> None:
    assert held(SCHOOL) == {("卓远", "松平县第五小学", "总校长")}


@pytest.mark.parametrize("address", ["我校位于松平县长江路。", "地址：松平市长安大街6号院"])
def test_a_street_names_nobody(address: str) -> None:
    assert held(f"领导班子分工\n{address}\n") == set()
    assert held(address + "\n") == set()
