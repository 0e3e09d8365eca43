"""Groups as the press retells them, and groups without a name of their own."""

import pytest

from extract.facts import Fact
from extract.formats.groups.notice import groups
from extract.readers.text import document_of
from extract.text.segment import notices


def seats(text: str) -> set[tuple[str, str, str, str | None]]:
    """(relation, who, group, role) of each seat."""
    found = [fact for notice in notices(document_of(text)) for fact in groups(notice)]
    facts = [fact for fact in found if isinstance(fact, Fact) and fact.relation.value != "holds"]
    return {(f.relation.value, f.subject.name, f.object.name, f.role) for f in facts}


def test_seats_stand_before_a_list_of_member_bodies_in_one_sentence() -> None:
    group = "临江市农业普查领导小组"
    text = (
        f"关于成立{group}的通知\n各县区：\n现决定成立{group}。\n"
        "领导小组由副市长孟川任组长,市政府副秘书长石岭及市统计局、市财政局相关负责人任副组长,"
        "领导小组成员单位由市教育局、市水利局等12个部门组成。\n"
    )
    assert seats(text) == {
        ("leads", "孟川", group, "组长"),
        ("assists", "石岭", group, "副组长"),
        ("member_of", "市统计局", group, "副组长"),
        ("member_of", "市财政局", group, "副组长"),
        ("member_of", "市教育局", group, "成员单位"),
        ("member_of", "市水利局", group, "成员单位"),
    }


def test_a_group_without_a_name_anywhere_has_the_words_printed() -> None:
    text = "一、领导小组及职责\n(一)领导小组\n组 长:孟川\n副组长:石岭\n成 员:彭越、罗敏。\n(二)主要职责\n1.审定计划。\n"
    assert seats(text) == {
        ("leads", "孟川", "领导小组", "组长"),
        ("assists", "石岭", "领导小组", "副组长"),
        ("member_of", "彭越", "领导小组", "成员"),
        ("member_of", "罗敏", "领导小组", "成员"),
    }


CONFERENCE = "安山县河道保护工作联席会议"


@pytest.mark.parametrize(
    ("sentence", "members"),
    [
        ("成员包括县教育局、县水利局、县林业局等单位分管负责同志。", {"县教育局", "县水利局", "县林业局"}),
        ("联席会议成员包括:县教育局、县水利局主要负责人。", {"县教育局", "县水利局"}),
        ("联席会议由县水利局召集,成员主要包括县教育局、县林业局等3个有关部门。", {"县教育局", "县林业局"}),
        ("联席会议办公室设在县水利局,成员包括县教育局、县林业局等单位联络员。", set()),
    ],
)
def test_members_included_without_names_are_their_bodies(sentence: str, members: set[str]) -> None:
    text = f"关于建立{CONFERENCE}制度的通知\n各乡镇:\n县政府决定,建立{CONFERENCE}制度。\n{sentence}\n"
    seats_there = {seat for seat in seats(text) if seat[0] == "member_of"}
    assert seats_there == {("member_of", body, CONFERENCE, "成员") for body in members}


def test_a_group_that_is_revoked_is_not_the_one_whose_office_follows() -> None:
    text = (
        "临江市成立河湖保护工作领导小组。\n组 长:孟川\n撤销市河道整治委员会\n"
        "领导小组办公室设在市水利局,承担日常工作。办公室主任由市水利局局长石岭兼任。\n"
    )
    group = "河湖保护工作领导小组"
    assert {seat for seat in seats(text) if seat[0] == "leads"} == {
        ("leads", "孟川", group, "组长"),
        ("leads", "石岭", group, "办公室主任"),
    }


def test_bodies_of_a_list_that_ends_before_its_verb_belong_without_what_opens_it() -> None:
    group = "临江市界线管理联席会议"
    text = f"经市人民政府同意,建立{group}制度。\n一、职能\n研究界线管理。\n二、成员单位\n联席会议由市民政局、市水利局、各镇人民政府等12个单位组\n"
    assert seats(text) == {
        ("member_of", "市民政局", group, "成员单位"),
        ("member_of", "市水利局", group, "成员单位"),
    }


def test_who_heads_a_group_stands_after_its_short_name_in_brackets() -> None:
    group = "临江市河道保护领导小组"
    text = f"{group}(以下简称市河保小组)由市长孟川担任组长,副市长石岭,副市长、市公安局局长彭越担任副组长。\n"
    assert seats(text) == {
        ("leads", "孟川", group, "组长"),
        ("assists", "石岭", group, "副组长"),
        ("assists", "彭越", group, "副组长"),
    }
