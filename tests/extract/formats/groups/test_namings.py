"""What names a group, and what does not: each case is a passage in the manner of some jurisdiction."""

import pytest

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

TAIL = "\n东川县人民政府办公室\n2023年5月6日\n"


def seats(text: str) -> set[tuple[str, str, str | None]]:
    """(who, group, role) of each seat."""
    facts = [one for one in extract_document(document_of(text + TAIL)).facts if isinstance(one, Fact)]
    return {(f.subject.name, f.object.name, f.role) for f in facts if f.object.kind == "group"}


def test_a_group_that_was_changed_is_named_without_the_change() -> None:
    text = (
        "东川县人民政府办公室关于调整政务公开工作领导小组成员的通知\n东政办发〔2023〕18号\n各乡镇人民政府：\n"
        "一、调整后的政务公开工作领导小组成员名单\n组长：贺建军 副县长\n成员：罗 敏 县水利局局长\n"
    )
    group = "政务公开工作领导小组"
    assert seats(text) == {("贺建军", group, "组长"), ("罗敏", group, "成员")}


@pytest.mark.parametrize(
    ("told", "members"),
    [
        ("另外，包括县水利局、县财政局等单位各派一名负责人任成员。", {("县水利局", "成员"), ("县财政局", "成员")}),
        ("包括县水利局、县财政局在内的8个单位为成员单位。", {("县水利局", "成员单位"), ("县财政局", "成员单位")}),
    ],
)
def test_what_leads_up_to_a_name_or_follows_a_list_is_no_part_of_a_body(
    told: str, members: set[tuple[str, str]]
) -> None:
    text = f"东川县成立防汛指挥部。指挥长由贺建军担任，{told}"
    group = "防汛指挥部"
    assert seats(text) == {("贺建军", group, "指挥长")} | {(body, group, role) for body, role in members}


@pytest.mark.parametrize(
    ("told", "leads"),
    [
        ("成立东川县清河领导小组，由贺建军、罗敏、田庭组成。", False),
        ("东川县清河领导小组成立，经县委同意，由贺建军、罗敏、田庭3人组成。", False),
        ("成立东川县清河领导小组，由贺建军、罗敏、田庭3人组成，贺建军任组长。", True),
    ],
)
def test_persons_who_form_a_group_are_none_of_them_its_head_before_it_is_said(told: str, leads: bool) -> None:
    group = "东川县清河领导小组"
    expected: set[tuple[str, str, str | None]] = {(name, group, None) for name in ("贺建军", "罗敏", "田庭")}
    assert seats(told) == (expected | {("贺建军", group, "组长")} if leads else expected)


@pytest.mark.parametrize(
    "told",
    [
        "（二）办公室负责统筹，县清河行动领导小组组成如下：",
        "县清河行动领导小组成员名单如下：",
        "县清河行动领导小组负责全县清河工作，小组成员如下：",
    ],
)
def test_a_sentence_that_announces_a_list_names_its_group(told: str) -> None:
    group = "县清河行动领导小组"
    text = f"东川县清河行动方案\n二、组织领导\n{told}\n组 长：贺建军\n副组长：罗 敏 田  野\n"
    expected = {("贺建军", group, "组长"), ("罗敏", group, "副组长"), ("田野", group, "副组长")}
    assert seats(text) == expected


def test_mechanisms_to_be_built_are_no_groups() -> None:
    text = (
        "东政办字〔2023〕5号\n各乡镇人民政府：\n经县政府同意，决定建立东川县古村保护工作联席会议（以下简称联席会议）制度。\n"
        "一、主要职责\n（一）建立古村申报评议机制、规划建设协调机制、考核评价机制。\n"
        "二、组成人员\n召集人：贺建军 副县长\n成员：罗 敏 县水利局局长\n"
    )
    group = "东川县古村保护工作联席会议"
    assert seats(text) == {("贺建军", group, "召集人"), ("罗敏", group, "成员")}


@pytest.mark.parametrize("heading", ["二、成员单位", "二、联席会议成员单位"])
def test_a_heading_names_the_seat_of_the_bodies_that_a_sentence_below_lists(heading: str) -> None:
    text = (
        "东川县养老服务工作联席会议制度\n经县政府同意，建立东川县养老服务工作联席会议（以下简称联席会议）制度。\n"
        f"一、主要职能\n统筹协调全县养老服务工作。\n{heading}\n联席会议由县民政局、县财政局、团县委等3个部门组成。\n"
    )
    group = "东川县养老服务工作联席会议"
    assert seats(text) == {(body, group, "成员单位") for body in ("县民政局", "县财政局", "团县委")}


def test_bare_posts_after_names_in_a_sentence() -> None:
    text = "县水利局决定成立“清河行动”领导小组，由贺建军局长任组长，罗敏副局长、田小野副局长任副组长。"
    group = "“清河行动”领导小组"
    assert seats(text) == {("贺建军", group, "组长"), ("罗敏", group, "副组长"), ("田小野", group, "副组长")}


def test_the_first_seat_right_after_the_name() -> None:
    text = (
        "东川县防汛工作会议\n1、县防汛领导小组组长：贺建军，副组长：罗敏、田小野。\n"
        "2、县绿化领导小组第一副组长：贺建军，副组长：石磊。\n"
    )
    first, second = "县防汛领导小组", "县绿化领导小组"
    assert seats(text) == {
        ("贺建军", first, "组长"),
        ("罗敏", first, "副组长"),
        ("田小野", first, "副组长"),
        ("贺建军", second, "第一副组长"),
        ("石磊", second, "副组长"),
    }


def test_a_short_name_before_the_first_seat_is_that_of_the_whole() -> None:
    text = (
        "东川县人民政府办公室关于成立防汛领导小组的通知\n东政办发〔2023〕18号\n各乡镇：\n经研究，决定成立东川县防汛领导小组。\n"
        "防汛领导小组组长：贺建军（副县长）\n副组长：罗敏（县水利局局长）\n"
    )
    assert seats(text) == {("贺建军", "东川县防汛领导小组", "组长"), ("罗敏", "东川县防汛领导小组", "副组长")}


def test_the_relations_of_these_seats() -> None:
    text = "县水利局决定成立清河行动领导小组，由贺建军局长任组长。"
    facts = extract_document(document_of(text)).facts
    assert [f.relation for f in facts if isinstance(f, Fact) and f.subject.name == "贺建军"] == [Relation.LEADS]


def test_a_committee_for_a_festival_has_chairmen() -> None:
    text = (
        "东川县人民政府关于同意成立第4届龙舟赛组委会的函\n东政函〔2023〕18号\n清河镇人民政府：\n"
        "同意成立第4届龙舟赛组委会（以下简称组委会）。组委会主席由县残联主席贺建军、县体育局局长罗敏担任，"
        "执行主席由县残联副主席田小野担任。\n执行副主席：石磊\n"
    )
    group = "第4届龙舟赛组委会"
    assert seats(text) == {
        ("贺建军", group, "主席"),
        ("罗敏", group, "主席"),
        ("田小野", group, "执行主席"),
        ("石磊", group, "执行副主席"),
    }


def test_lists_below_numbered_headings_are_not_lent_to_the_group_before() -> None:
    text = (
        "关于公布东川县实验学校各类小组的通知\n经商定，成立下列小组。\n"
        "1．行风领导小组\n组长：贺建军\n组员：罗敏、田小野\n"
        "2．家校领导小组（联络领导小组）\n组长：石磊\n组员：罗敏\n"
        "3．绿化与节能\n组长：田小野\n组员：罗敏\n"
    )
    assert seats(text) == {
        ("贺建军", "行风领导小组", "组长"),
        ("罗敏", "行风领导小组", "组员"),
        ("田小野", "行风领导小组", "组员"),
        ("石磊", "家校领导小组", "组长"),
        ("罗敏", "家校领导小组", "组员"),
    }
    doubts = [(d.code, d.evidence.quote) for d in extract_document(document_of(text + TAIL)).doubts]
    assert ("group_not_named", "田小野") in doubts
    assert ("group_not_named", "罗敏") in doubts


def test_members_below_the_heading_of_a_part_are_of_the_part() -> None:
    text = (
        "关于公布实验学校龙舟赛小组名单的通知\n经商定，成立龙舟赛工作领导小组。\n"
        "一、龙舟赛工作领导小组\n组长：贺建军\n成员：罗敏\n总协调：田小野、石磊\n"
        "1．场地组（负责处室：总务处、团委）\n分管领导：罗敏\n负责人：孟川\n成员：田小野、石磊\n"
    )
    assert seats(text) == {
        ("贺建军", "龙舟赛工作领导小组", "组长"),
        ("罗敏", "龙舟赛工作领导小组", "成员"),
        ("田小野", "场地组", "成员"),
        ("石磊", "场地组", "成员"),
    }
    doubts = [(d.code, d.evidence.quote) for d in extract_document(document_of(text + TAIL)).doubts]
    assert ("neither_person_nor_body", "总协调：田小野、石磊") in doubts


def test_a_duty_behind_a_post_that_sounds_like_a_seat_seats_nobody() -> None:
    text = (
        "关于县水利局领导工作分工的通知\n各股室：\n一、贺建军党组成员、县纪委驻县水利局纪检组组长：主管信访、监察工作。\n"
        "二、罗敏副局长：分管防汛股。\n"
    )
    result = extract_document(document_of(text + TAIL))
    assert [f.object.name for f in result.facts if f.relation is Relation.LEADS and f.object] == [
        "信访",
        "监察",
        "防汛股",
    ]
    assert not [d for d in result.doubts if d.rule == "groups.seats"]


def test_a_label_that_nobody_knows_ends_the_list_where_no_group_is_named() -> None:
    text = "组长：贺建军\n现场指挥：孟川、罗敏\n"
    doubts = [d.evidence.quote for d in extract_document(document_of(text)).doubts]
    assert "现场指挥：孟川、罗敏" in doubts


def test_a_name_that_opens_with_all_over_lacks_its_place() -> None:
    text = (
        "东川县成立全面推进林长制领导小组\n县政府印发了《关于成立东川县全面推进林长制领导小组的通知》，"
        "成立以县长贺建军任组长、县林业局局长任副组长的全面推进林长制领导小组。"
    )
    assert ("贺建军", "东川县全面推进林长制领导小组", "组长") in seats(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第五条县旧城改造专班成员包括县林业局、县审计局等单位。\n", {("县林业局", "成员"), ("县审计局", "成员")}),
        ("县旧城改造专班副召集人由县林业局主要负责同志兼任。\n", {("县林业局", "副召集人")}),
    ],
)
def test_a_group_whose_name_the_seat_follows(text: str, expected: set[tuple[str, str]]) -> None:
    told = {(f.subject.name, f.object.name, f.role) for f in extract_document(document_of(text)).facts if f.object}
    assert told == {(unit, "县旧城改造专班", role) for unit, role in expected}


@pytest.mark.parametrize("title", ["", "东川县成立旧城改造领导小组\n"])
def test_a_sentence_names_its_group_in_full_where_it_quotes_the_notice(title: str) -> None:
    text = (
        f"{title}县政府印发了《关于成立东川县旧城改造领导小组的通知》，成立以县长贺建军任组长，"
        "县审计局、县民政局负责人任成员的旧城改造工作领导小组。"
    )
    group = "东川县旧城改造领导小组"
    assert seats(text) == {("贺建军", group, "组长"), ("县审计局", group, "成员"), ("县民政局", group, "成员")}


@pytest.mark.parametrize("seat", ["第一副总指挥长", "执行副总指挥长", "专职副指挥长", "常务副召集人"])
def test_every_kind_of_deputy_sits_in_a_group(seat: str) -> None:
    text = f"东川县防火指挥部成员名单\n总指挥长：贺建军　县长\n{seat}：罗　敏　县委副书记\n"
    group = "东川县防火指挥部"
    assert seats(text) == {("贺建军", group, "总指挥长"), ("罗敏", group, seat)}


@pytest.mark.parametrize("told", ["贺建军同志亲自担任组长", "县长贺建军亲自任组长", "组长由县长贺建军亲自担任"])
def test_whoever_heads_a_group_in_person_is_named_without_it(told: str) -> None:
    text = f"东川县委成立防汛工作领导小组，{told}，副组长由副县长罗敏担任。"
    group = "防汛工作领导小组"
    assert seats(text) == {("贺建军", group, "组长"), ("罗敏", group, "副组长")}


def test_a_list_of_seats_below_a_dash_and_bodies_that_a_count_closes() -> None:
    text = (
        "经研究,决定成立青禾县老城改造指挥部,以加快推进各项工作,现将名单公布如下——\n"
        "指挥长:丁力(县长)\n副指挥长:石青(副县长)\n成员包括两办主任和县林业局、县审计局等十多个机关单位的负责人。\n"
    )
    facts = extract_document(document_of(text)).facts
    told = {(f.subject.name, f.role) for f in facts if f.relation != Relation.HOLDS}
    assert told == {("丁力", "指挥长"), ("石青", "副指挥长"), ("县审计局", "成员")}
