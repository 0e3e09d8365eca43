"""Titles of a bureau's own list, who is in charge of a part, bodies beside names, committees that manage a matter."""

import pytest

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

BUREAU = """临江市水利局文件
临水〔2020〕9号
关于调整临江市水利局信访工作领导小组的通知
局各科室：
经研究，决定调整临江市水利局信访工作领导小组，名单如下：
{}
临江市水利局
2020年4月3日
"""
COMMITTEE = """中共安山县水利局委员会关于成立县水利局防汛工作领导小组的通知
各科室：
经局党委研究，决定成立县水利局防汛工作领导小组，名单如下：
{}
中共安山县水利局委员会
2022年5月6日
"""
ZONE = """平阳新区管委会办公室关于成立平阳新区创建工作领导小组的通知
平管办〔2021〕7号
现将有关事项通知如下：
{}
平阳新区管委会办公室
2021年8月3日
"""


def facts(head: str, text: str) -> list[Fact]:
    return extract_document(document_of(head.format(text))).facts


def held(head: str, text: str) -> list[tuple[str, str, str | None]]:
    return [(f.subject.name, f.object.name, f.role) for f in facts(head, text) if f.relation is Relation.HOLDS]


def seated(head: str, text: str) -> set[tuple[str, str | None]]:
    seats = (Relation.LEADS, Relation.ASSISTS, Relation.MEMBER_OF)
    return {(f.subject.name, f.role) for f in facts(head, text) if f.relation in seats}


@pytest.mark.parametrize(
    ("head", "line", "expected"),
    [
        (
            BUREAU,
            "组 长：石 磊　党组书记、局长",
            [("石磊", "党组", "书记"), ("石磊", "临江市水利局", "局长")],
        ),
        (
            BUREAU,
            "组 长：石 磊（局党组书记、局长）",
            [("石磊", "局党组", "书记"), ("石磊", "临江市水利局", "局长")],
        ),
        (BUREAU, "副组长：孟川山　三级调研员", [("孟川山", "临江市水利局", "三级调研员")]),
        (BUREAU, "成 员：尹青山（办公室主任）", [("尹青山", "办公室", "主任")]),
        # the posts of the bureau in a list of its committee: the bureau as the title prints it
        (COMMITTEE, "组 长：石磊 局党委书记、局长", [("石磊", "局党委", "书记"), ("石磊", "县水利局", "局长")]),
        (
            COMMITTEE,
            "副组长：孟川 局党委委员、四级调研员",
            [("孟川", "局党委", "委员"), ("孟川", "县水利局", "四级调研员")],
        ),
        # the deputy head of a school or a town is none of the bureau
        (BUREAU, "成 员：石 磊　副校长", []),
        (ZONE, "成 员：石 磊 党政办公室负责人", [("石磊", "党政办公室", "负责人")]),
        (ZONE, "成 员：石 磊 综合处临时负责人", [("石磊", "综合处", "临时负责人")]),
        (
            ZONE,
            "组 长：石 磊 区党工委委员、管委会办公室主任",
            [("石磊", "区党工委", "委员"), ("石磊", "管委会办公室", "主任")],
        ),
        (ZONE, "副组长：孟 川 区经济发展局局长‘", [("孟川", "区经济发展局", "局长")]),
    ],
)
def test_the_title_beside_a_name(head: str, line: str, expected: list[tuple[str, str, str]]) -> None:
    assert held(head, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("成 员：驻局纪检监察组 石磊 孟川", {("石磊", "成员"), ("孟川", "成员"), ("驻局纪检监察组", "成员")}),
        ("成 员：石 磊 孟 川 尹青山 水库管理站", {("石磊", "成员"), ("孟川", "成员"), ("尹青山", "成员"), ("水库管理站", "成员")}),
        # who of the inn comes is no title of the name before it; the part of whom somebody is in charge does not sit there
        ("成 员：石 磊 孟 川 尹青山 云泉宾馆负责人", {("石磊", "成员"), ("孟川", "成员"), ("尹青山", "成员"), ("云泉宾馆", "成员")}),
        ("成 员：石 磊 财务处负责人", {("石磊", "成员")}),
    ],
)  # fmt: skip
def test_bodies_among_names(line: str, expected: set[tuple[str, str]]) -> None:
    assert seated(ZONE, line) == expected


def test_a_deputy_of_the_office_named_with_the_body_alone() -> None:
    text = "组 长：石 磊 区城建局局长\n领导小组下设办公室，办公室主任由石磊同志兼任，副主任由区城建局孟川同志兼任。"
    assert ("孟川", "办公室副主任") in seated(ZONE, text)


def test_a_committee_that_manages_a_fund_is_a_group() -> None:
    text = (
        "安山县人民政府关于成立安山县住房公积金管理委员会的通知\n安政发〔2021〕5号\n"
        "决定成立安山县住房公积金管理委员会。组成人员名单如下：\n"
        "主任委员：丁 力 副县长\n副主任委员：石 磊 县财政局局长\n委 员：孟 川 县审计局局长\n"
        "安山县人民政府\n2021年3月5日\n"
    )
    found = extract_document(document_of(text)).facts
    roles = [(f.subject.name, f.role) for f in found if f.object.name == "安山县住房公积金管理委员会"]
    assert roles == [("丁力", "主任委员"), ("石磊", "副主任委员"), ("孟川", "委员")]


def test_the_host_of_an_office_without_a_preposition() -> None:
    text = "组 长：石 磊 区城建局局长\n领导小组办公室设区统计局，石磊任办公室主任。"
    assert [f.subject.name for f in facts(ZONE, text) if f.relation is Relation.HOSTS] == ["区统计局"]


def test_parts_of_a_group_that_say_who_leads_them() -> None:
    text = (
        "组 长：石 磊 区城建局局长\n综合协调组由区发改局牵头，区统计局配合。\n要素保障组由区城建局牵头，区林业局配合。"
    )
    found = [(f.subject.name, f.object.name, f.role) for f in facts(ZONE, text) if f.object.name.endswith("组")]
    assert found[1:] == [
        ("区发改局", "综合协调组", "牵头"),
        ("区统计局", "综合协调组", "配合"),
        ("区城建局", "要素保障组", "牵头"),
        ("区林业局", "要素保障组", "配合"),
    ]


def test_the_office_of_a_street_in_its_own_list() -> None:
    text = "组 长：石 磊　街道办事处主任\n副组长：尹 青　街道党工委委员、办事处副主任"
    assert held(ZONE, text) == [
        ("石磊", "街道办事处", "主任"),
        ("尹青", "街道党工委", "委员"),
        ("尹青", "街道办事处", "副主任"),
    ]


def test_parts_with_seats_that_no_mark_divides_from_who_sits_there() -> None:
    text = (
        "组 长：石 磊 区城建局局长\n综合组：组长林杰，副组长罗平\n"
        "（二）督导组：组长由区纪委书记高原担任，成员由区督查室抽调。\n"
        "（三）后勤组。组长尹青（副区长）；成员：区财政局、区商务局。"
    )
    found = [(f.subject.name, f.object.name, f.role) for f in facts(ZONE, text) if f.object.name.endswith("组")]
    assert found[1:] == [
        ("林杰", "综合组", "组长"),
        ("罗平", "综合组", "副组长"),
        ("高原", "督导组", "组长"),
        ("尹青", "后勤组", "组长"),
        ("区财政局", "后勤组", "成员"),
        ("区商务局", "后勤组", "成员"),
    ]


SCHOOL = """中共柳河二中委员会关于成立校园安全专项工作领导小组的通知
中国共产党柳河二中委员会文件
柳二中党〔2022〕5号
中共柳河二中委员会关于成立校园安全
专项工作领导小组的通知
各处室：
组成人员如下：
{}
中共柳河二中委员会
2022年5月6日
"""


def test_the_list_of_a_schools_committee_below_a_headline_of_the_page() -> None:
    text = "组　长：石　磊　校长、党委副书记\n成　员：尹　青　校长助理、办公室主任"
    assert held(SCHOOL, text) == [
        ("石磊", "柳河二中", "校长"),
        ("石磊", "党委", "副书记"),
        ("尹青", "柳河二中", "校长助理"),
        ("尹青", "办公室", "主任"),
    ]
    issued = [f for f in extract_document(document_of(SCHOOL.format(text))).facts if f.relation is Relation.ISSUED]
    assert [(f.subject.name, f.object.name) for f in issued] == [("中国共产党柳河二中委员会", "柳二中党〔2022〕5号")]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "县抗旱救灾指挥部下设办公室，石磊同志任办公室主任兼联络员，办公室设在县水利局。",
            {("石磊", "leads", "办公室主任"), ("县水利局", "hosts", None)},
        ),
        (
            "成立抗旱救灾指挥部，办公室主任由石磊同志担任，尹青同志任副主任。",
            {("石磊", "leads", "办公室主任"), ("尹青", "assists", "办公室副主任")},
        ),
    ],
)
def test_the_office_of_a_group_told_in_a_sentence(text: str, facts: set[tuple[str, str, str | None]]) -> None:
    found = [f for f in extract_document(document_of(text + "\n")).facts if f.object.kind == "group"]
    assert {(f.subject.name, f.relation.value, f.role) for f in found} == facts
    assert {f.object.name.removeprefix("县") for f in found} == {"抗旱救灾指挥部"}
