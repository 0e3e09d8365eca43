"""The work of those who lead a school or a hospital: labels closed by a dash, parts with a leader each, whom somebody helps."""

import pytest

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

SCHOOL = "安山县第二中学"
Row = tuple[str, str, str, str | None]


def said(text: str, *relations: Relation) -> list[Row]:
    found = [one for one in extract_document(document_of(text)).facts if isinstance(one, Fact)]
    return [(f.relation.value, f.subject.name, f.object.name, f.role) for f in found if f.relation in relations]


def division(lines: str) -> str:
    return f"{SCHOOL}校领导分工\n{lines}\n"


@pytest.mark.parametrize("mark", ["：", "——", "──"])
def test_a_dash_closes_a_label_as_a_colon_does(mark: str) -> None:
    text = division(
        f"1. 石磊：副校长\n分管体育。\n联系处室{mark}总务处、语文组。\n2. 尹青：副校长\n联系部门{mark}团委、各支部。"
    )
    assert said(text, Relation.LIAISES) == [
        ("liaises", "石磊", "总务处", "联系"),
        ("liaises", "石磊", "语文组", "联系"),
        ("liaises", "尹青", "团委", "联系"),
    ]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (
            "附件：各年级联系校领导：",
            [("liaises", "石磊", "初一年级", "联系"), ("liaises", "尹青", "初二年级", "联系")],
        ),
        ("各年级分管校领导安排如下", [("leads", "石磊", "初一年级", "分管"), ("leads", "尹青", "初二年级", "分管")]),
        ("各年级家长会时间：", []),
    ],
)
def test_a_heading_gives_each_part_its_leader(heading: str, expected: list[Row]) -> None:
    text = division(f"石磊：副校长\n主持教研。\n{heading}\n初一年级：石磊\n初二年级：尹青\n值班电话：2310001")
    assert [row for row in said(text, Relation.LIAISES, Relation.LEADS) if "年级" in row[2]] == expected


def test_what_somebody_helps_with_is_no_field_of_the_verb_before() -> None:
    text = division("石磊：副校长\n分管体育、美育、协助做好新校舍筹建以及搬家中的相关工作。")
    assert [row[2] for row in said(text, Relation.LEADS)] == ["体育", "美育"]
    assert any("协助" in doubt.evidence.quote for doubt in extract_document(document_of(text)).doubts)


@pytest.mark.parametrize(
    ("duty", "expected"),
    [
        ("协助校长工作，食堂、校医室管理。", [("校长", "食堂、校医室管理")]),
        ("协助丁力同志工作，采购、基建。", [("丁力", "采购、基建")]),
        ("协助校长工作，完成其他任务。", [("校长", None)]),
        ("协助校长工作，党总支委员、工会主席。", [("校长", None)]),
        ("协助校长抓宿舍管理。", [("校长", "宿舍管理")]),
    ],
)
def test_fields_behind_whom_somebody_helps(duty: str, expected: list[tuple[str, str | None]]) -> None:
    found = extract_document(document_of(division(f"石磊：副校长\n{duty}"))).facts
    assert [(f.object.name, f.qualifiers.topic) for f in found if f.relation is Relation.ASSISTS] == expected


@pytest.mark.parametrize(
    ("duty", "expected"),
    [
        ("主持学校工作，并指导其他成员开展工作。", [("leads", "石磊", "学校", "主持")]),
        ("主持学校工作。", [("leads", "石磊", "学校", "主持")]),
        ("全面负责学校工作。", [("leads", "石磊", "学校", "全面负责")]),
        ("主持学校德育工作。", [("leads", "石磊", "学校德育", "主持")]),
    ],
)
def test_a_whole_house_is_headed(duty: str, expected: list[Row]) -> None:
    assert said(division(f"石磊：校长\n{duty}"), Relation.LEADS) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("县教研院副院长、校长助理", [("县教研院", "副院长"), (SCHOOL, "校长助理")]),
        ("县教育局副局长、副校长", [("县教育局", "副局长"), (SCHOOL, "副校长")]),
        ("白石小学校长、校长助理", [("白石小学", "校长"), ("白石小学", "校长助理")]),
    ],
)
def test_who_heads_the_school_is_not_of_the_body_named_before(title: str, expected: list[tuple[str, str]]) -> None:
    held = said(division(f"石磊：{title}\n分管体育。"), Relation.HOLDS)
    assert [(row[2], row[3]) for row in held] == expected


@pytest.mark.parametrize("post", ["德育主任", "教务主任", "政教主任", "总务主任"])
def test_a_post_that_opens_like_a_name_is_nobody(post: str) -> None:
    text = division(f"副校长：丁力\n分管体育。\n{post}：石磊\n负责卫生，蹲点二年级。")
    assert ("holds", "石磊", SCHOOL, post) in said(text, Relation.HOLDS)
    assert said(text, Relation.LEADS) == [("leads", "丁力", "体育", "分管"), ("leads", "石磊", "卫生", "负责")]
    assert said(text, Relation.LIAISES) == [("liaises", "石磊", "二年级", "蹲点")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "石磊：（主持总务处全面工作，具体负责食堂管理）",
            [("总务处全面", "主持"), ("食堂管理", "具体负责")],
        ),
        ("石磊：（主持总务处全面工作）分管食堂（含采购）。", [("总务处全面", "主持"), ("食堂", "分管")]),
        ("石磊：(负责各类竞赛、各类档案工作)", [("各类竞赛", "负责"), ("各类档案", "负责")]),
        ("石磊：（负责教学常规的检查与反馈）", [("教学常规的检查与反馈", "负责")]),
        (
            "石磊：负责体育。\n（2）联系与指导文体馆、校史馆工作；",
            [("体育", "负责"), ("文体馆", "联系与指导"), ("校史馆", "联系与指导")],
        ),
    ],
)
def test_duties_in_brackets_behind_a_name_are_its_own(line: str, expected: list[tuple[str, str]]) -> None:
    text = division(f"{line}\n尹青：（协助校长负责招生工作）")
    assert [row[2:] for row in said(text, Relation.LEADS)] == expected
    assert [row[1:3] for row in said(text, Relation.ASSISTS)] == [("尹青", "校长")]


def test_the_first_person_stands_right_behind_what_announces_the_division() -> None:
    text = "县粮食局领导分工\n各科室：现将领导分工通知如下：一、石磊党组书记、局长：主持全面工作。二、尹青副局长：分管仓储科。"
    assert [row[:3] for row in said(text, Relation.LEADS)] == [("leads", "石磊", "全面"), ("leads", "尹青", "仓储科")]
