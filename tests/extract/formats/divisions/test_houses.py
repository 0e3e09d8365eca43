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


def test_parts_of_a_school_and_work_that_is_one_field() -> None:
    text = (
        "柳河二中关于班子成员分工的通知\n"
        "丁　力（校长）：全面主持柳河二中党总支和行政工作。\n"
        "石　磊（副校长）：分管政教处。联系各党支部、民主党派和初一年级。\n"
        "尹　青（副校长）：负责绿化，指导开展民主党派工作。联系财务室和初三年段。\n"
        "柳河二中\n2019年8月9日\n"
    )
    facts = {(f.subject.name, f.role, f.object.name) for f in extract_document(document_of(text)).facts}
    assert {fact for fact in facts if fact[1] in ("全面主持", "分管", "联系", "负责")} == {
        ("丁力", "全面主持", "柳河二中党总支和行政"),
        ("石磊", "分管", "政教处"),
        ("石磊", "联系", "初一年级"),
        ("尹青", "负责", "绿化"),
        ("尹青", "联系", "财务室"),
        ("尹青", "联系", "初三年段"),
    }


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


def test_the_united_front_is_one_word() -> None:
    text = "中共柳河县委关于分工的通知\n石磊（县委常委）：负责统一战线工作、宣传工作，分管农业战线工作。\n"
    assert led(text) == {("石磊", "统一战线"), ("石磊", "宣传"), ("石磊", "农业")}
