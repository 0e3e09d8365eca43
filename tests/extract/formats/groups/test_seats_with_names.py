"""Seats that name their group on the same line, names whose bare posts stand for 同志, groups known by a short name."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

GROUPS = (Relation.LEADS, Relation.ASSISTS, Relation.MEMBER_OF)
Row = tuple[str, str, str | None]
GROUP = "安山县创建卫生县城领导小组"


def rows(text: str) -> list[Row]:
    found = extract_document(document_of(text)).facts
    return [(f.subject.name, f.object.name, f.role) for f in found if f.relation in GROUPS and f.object]


CASES: dict[str, tuple[str, list[Row]]] = {
    "the short name of the group of the heading": (
        f"{GROUP}名单\n县创建领导小组第一副组长：县委副书记、县长 石磊\n县创建领导小组组长：县委书记 尹青\n"
        "县创建领导小组副组长：高原 副县长\n",
        [("石磊", GROUP, "第一副组长"), ("尹青", GROUP, "组长"), ("高原", GROUP, "副组长")],
    ),
    "a group that no heading names": (
        "安山县创建推进会召开\n县创建领导小组组长：石磊\n县创建领导小组副组长：尹青、高原\n",
        [
            ("石磊", "县创建领导小组", "组长"),
            ("尹青", "县创建领导小组", "副组长"),
            ("高原", "县创建领导小组", "副组长"),
        ],
    ),
    "names with bare posts": (
        f"{GROUP}名单\n组长：石磊部长、尹青书记\n成员：高原局长  吴国安主任  林杰部长\n丁力部长\n",
        [
            ("石磊", GROUP, "组长"),
            ("尹青", GROUP, "组长"),
            ("高原", GROUP, "成员"),
            ("吴国安", GROUP, "成员"),
            ("林杰", GROUP, "成员"),
            ("丁力", GROUP, "成员"),
        ],
    ),
    "where a person works is no member": (
        f"{GROUP}名单\n组长：石磊  县长\n成员：\n尹青   县盐业公司仓储部人员\n高原   县盐业公司安保部工作人员\n",
        [("石磊", GROUP, "组长"), ("尹青", GROUP, "成员"), ("高原", GROUP, "成员")],
    ),
    "a committee by its short name": (
        "县委编委组成人员\n主  任：石磊（县委书记）\n第一副主任：尹青（县长）\n",
        [("石磊", "县委编委", "主任"), ("尹青", "县委编委", "第一副主任")],
    ),
    "a numbered line of those who come to a meeting": (
        "关于召开创建推进会的通知\n参加人员：\n1、县创建领导小组第一副组长：石磊，常务副组长：尹青、高原，副组长：丁力。\n"
        "2、县级机关各部门主要领导；\n",
        [
            ("石磊", "县创建领导小组", "第一副组长"),
            ("尹青", "县创建领导小组", "常务副组长"),
            ("高原", "县创建领导小组", "常务副组长"),
            ("丁力", "县创建领导小组", "副组长"),
        ],
    ),
    "the presidents of an organising committee": (
        "关于成立临江运动会组织委员会的通知\n成立临江运动会组织委员会，领导成员如下：\n主席：石磊 临江市委书记\n"
        "执行主席：尹青 市体育局局长\n高原 临江市市长\n执行副主席：丁力 临江市副市长\n副主席：林杰 市体育局副局长\n",
        [
            ("石磊", "临江运动会组织委员会", "主席"),
            ("尹青", "临江运动会组织委员会", "执行主席"),
            ("高原", "临江运动会组织委员会", "执行主席"),
            ("丁力", "临江运动会组织委员会", "执行副主席"),
            ("林杰", "临江运动会组织委员会", "副主席"),
        ],
    ),
    "a seat of the group's office in brackets after a post": (
        f"{GROUP}名单\n组长：石磊 副县长\n副组长：尹青 县统计局局长（兼领导小组办公室主任）\n",
        [("石磊", GROUP, "组长"), ("尹青", GROUP, "副组长"), ("尹青", GROUP, "办公室主任")],
    ),
    "an organising committee as the press tells of it": (
        "临江运动会组委会成立\n临江第六届运动会组委会主席由县委书记石磊、县长尹青同志担任。县委副书记高原同志担任运动会组委会执行主席。\n"
        "运动会组委会副主席组成领导有：县教育局局长丁力，县体育局副局长林杰、周远等。\n"
        "运动会组委会秘书长一职由副县长孟川同志兼任。\n县委宣传部、县公安局、县教育局等近12个部门成为了运动会组委会委员单位。\n",
        [
            ("石磊", "临江第六届运动会组委会", "主席"),
            ("尹青", "临江第六届运动会组委会", "主席"),
            ("高原", "临江第六届运动会组委会", "执行主席"),
            ("丁力", "临江第六届运动会组委会", "副主席"),
            ("林杰", "临江第六届运动会组委会", "副主席"),
            ("周远", "临江第六届运动会组委会", "副主席"),
            ("孟川", "临江第六届运动会组委会", "秘书长"),
            ("县委宣传部", "临江第六届运动会组委会", "委员单位"),
            ("县公安局", "临江第六届运动会组委会", "委员单位"),
            ("县教育局", "临江第六届运动会组委会", "委员单位"),
        ],
    ),
    "bodies with their number and no word before it": (
        "关于建立县防汛联席会议制度的通知\n同意建立县防汛联席会议制度。\n联席会议由县水利局、县应急局、团县委共3个部门和单位组成。\n",
        [(name, "县防汛联席会议", "组成") for name in ("县水利局", "县应急局", "团县委")],
    ),
    "the members of a group as those whom a notice is for": (
        f"关于商请会签工作规则的函\n{GROUP}成员单位：\n为规范{GROUP}工作，现征求意见。\n",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_seats(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_who_is_named_by_the_family_name_alone_is_a_doubt() -> None:
    extraction = extract_document(document_of(f"{GROUP}名单\n组长：石部长\n副组长：尹青局长\n"))
    assert [fact.subject.name for fact in extraction.facts] == ["尹青"]
    assert any(doubt.code == "title_without_name" for doubt in extraction.doubts)


BODIES = [("县委宣传部", GROUP, "成员单位"), ("县水利局", GROUP, "成员单位"), ("县城投公司", GROUP, "成员单位")]


@pytest.mark.parametrize(
    "listed",
    [
        "县委宣传部\n县水利局\n县城投公司\n",
        "1 县委宣传部\n2 县水利局\n3 县城投公司\n",
        "1.县委宣传部\n2.县水利局\n3.县城投公司\n",
        "县委宣传部、县水利局、县城投公司\n",
    ],
)
def test_bodies_below_a_heading_that_says_what_they_are(listed: str) -> None:
    assert rows(f"{GROUP}成员单位名单\n{listed}") == BODIES


@pytest.mark.parametrize(
    "text",
    [
        "请各单位于每月5日前将报表报县防汛指挥部（办公室设在县水利局）。\n",
        "为规范县防汛指挥部（以下简称指挥部）工作，制定本规则。第一条 指挥部办公室设在县水利局。\n",
    ],
)
def test_the_office_of_a_group_named_in_passing(text: str) -> None:
    facts = extract_document(document_of(f"关于做好防汛工作的通知\n{text}")).facts
    hosts = [(f.subject.name, f.object.name) for f in facts if f.relation is Relation.HOSTS and f.object]
    assert hosts == [("县水利局", "县防汛指挥部")]


def test_a_name_of_an_unknown_family_among_names_with_their_bodies() -> None:
    text = f"{GROUP}名单\n组长：石磊（县政府办）\n成员：尹青（县财政局）\n瓮青（县旅游局）\n高原（县水利局）\n联络员（县水利局）\n"
    assert [row[0] for row in rows(text)] == ["石磊", "尹青", "瓮青", "高原"]


def test_a_seat_of_the_office_in_brackets_is_held_beside_the_post_and_is_no_post_elsewhere() -> None:
    text = f"{GROUP}名单\n副组长：尹青 县公安局正处级侦查员（兼{GROUP}办公室副主任）\n"
    facts = extract_document(document_of(text)).facts
    assert [(f.object.name, f.role) for f in facts if f.relation is Relation.HOLDS and f.object] == [
        ("县公安局", "正处级侦查员")
    ]
    assert [f.qualifiers.mode for f in facts if f.role == "办公室副主任"] == ["兼任"]
