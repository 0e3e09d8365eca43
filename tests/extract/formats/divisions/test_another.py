"""Duties of the holders of a seat, printed below a list of persons, are nobody's in particular."""

import pytest

from extract.facts import Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of


@pytest.mark.parametrize("duty", ["总林长负责全县森林资源保护工作。", "副河长负责巡河。", "局长负责全面工作。"])
def test_a_duty_of_a_seat_is_not_lent_to_the_person_above(duty: str) -> None:
    result = extract_document(document_of(f"安山县林长名单\n副县长 周成林\n职责：{duty}\n"))
    assert not [f for f in result.facts if f.relation is Relation.LEADS]
    assert "duties_of_nobody" in [d.code for d in result.doubts]


def test_two_persons_on_one_short_line_keep_their_own_duties() -> None:
    result = extract_document(document_of("安山县林业局领导\n向远　局长　主持工作　苗青　副局长　分管造林\n"))
    assert [(f.subject.name, f.object.name) for f in result.facts if f.relation is Relation.LEADS] == [("苗青", "造林")]


DRAWN = """┌───┬───┬──────┐
│姓名 │职务 │分管工作  │
├───┼───┼──────┤
│向远 │局长 │主持全面工作│
├───┼───┼──────┤
│   │   │分管车队  │
└───┴───┴──────┘
"""


@pytest.mark.parametrize(
    "table",
    [
        "姓名\t职务\t分管工作\n向远\t局长\t主持全面工作\n\t\t分管车队\n",
        "序号|姓名|职务|分管工作\n1|向远|局长|主持全面工作\n2||副局长|分管车队\n",
        "姓名\t职务\t分管工作\n向远\t局长\t主持全面工作\n（待定）\t副局长\t分管车队\n",
        DRAWN,
    ],
)
def test_a_row_without_a_name_is_nobodys(table: str) -> None:
    result = extract_document(document_of(f"安山县林业局领导分工\n{table}"))
    assert {f.subject.name for f in result.facts} == {"向远"}
    assert [(d.code, d.evidence.quote) for d in result.doubts] == [("duties_of_nobody", "分管车队")]


@pytest.mark.parametrize("label", ["主要职责", "工作职责", "职责"])
def test_the_duties_of_a_group_are_not_lent_to_its_last_member(label: str) -> None:
    members = "组 长：周成林 县水利局局长\n成 员：石磊 水政监察大队大队长\n孟川 防汛工作小组副组长"
    head = "安山县水利局关于成立县水利工程复工领导小组的通知\n各站所：\n"
    text = f"{head}{members}\n{label}：负责指导企业做好复工工作，定期召开会议，协调解决困难问题。\n"
    result = extract_document(document_of(text))
    assert not [f for f in result.facts if f.relation is Relation.LEADS and f.subject.name == "孟川"]
    assert "duties_of_nobody" in [d.code for d in result.doubts]


def test_titles_in_parentheses_below_chiefs() -> None:
    result = extract_document(document_of("安山县林长名单\n县级总林长：丁力（县委书记）、石磊（县长）\n"))
    held = [(f.subject.name, f.object.name, f.role) for f in result.facts if f.relation is Relation.HOLDS and f.object]
    assert held == [("丁力", "县委", "书记"), ("石磊", "县人民政府", "县长")]


def test_what_units_are_urged_to_do_is_no_field_of_the_person() -> None:
    text = "县领导分工\n副县长周成林：负责农业、水利行业领域安全生产工作，督促县农业农村局、县水务局落实监管责任。\n"
    result = extract_document(document_of(text))
    led = [(f.object.name, f.qualifiers.topic) for f in result.facts if f.relation is Relation.LEADS and f.object]
    assert led == [("农业", "安全生产"), ("水利", "安全生产")]


def test_a_school_of_a_year_is_the_house_of_its_leaders() -> None:
    text = "安山县第一中学2022—2023学年度领导班子分工\n校长、党总支书记  陈维新  主持学校全面工作。\n校长助理  周舟  协助吴江副校长分管招生工作。\n"
    result = extract_document(document_of(text))
    held = [(f.subject.name, f.object.name, f.role) for f in result.facts if f.relation is Relation.HOLDS and f.object]
    assert held == [
        ("陈维新", "安山县第一中学", "校长"),
        ("陈维新", "安山县第一中学党总支", "书记"),
        ("周舟", "安山县第一中学", "校长助理"),
    ]
    assert [f.object.name for f in result.facts if f.relation is Relation.ASSISTS and f.object] == ["吴江"]


def test_present_leaders_of_a_college_are_of_the_college() -> None:
    text = "临江师范学院现任校领导\n党委书记 黄国庆\n主持学校党委全面工作。\n校长 梁思成\n主持学校行政全面工作。\n"
    result = extract_document(document_of(text))
    told = [f for f in result.facts if f.rule == "divisions.titles" and f.object]
    held = [(f.subject.name, f.object.name, f.role) for f in told if f.object]
    assert held == [("黄国庆", "临江师范学院党委", "书记"), ("梁思成", "临江师范学院", "校长")]


def test_a_river_is_nobody_who_liaises() -> None:
    text = "安山县河长名单\n河流名称\t县级河长\t职务\t联系部门\n白石河\t丁力\t副县长\t县水利局\n高原河\t尹青\t副县长\t县林业局\n"
    result = extract_document(document_of(text))
    assert not [fact for fact in result.facts if fact.relation is Relation.LIAISES]
    held = [(f.subject.name, f.object.name, f.role) for f in result.facts if f.relation is Relation.HOLDS and f.object]
    assert held == [("丁力", "县人民政府", "副县长"), ("尹青", "县人民政府", "副县长")]


@pytest.mark.parametrize(
    ("duty", "expected"),
    [
        # whom one keeps in touch with
        ("负责与县人大、县政协的联系工作。", [("liaises", "县人大", "联系"), ("liaises", "县政协", "联系")]),
        ("负责与县法院、县武装部联系。", [("liaises", "县法院", "联系"), ("liaises", "县武装部", "联系")]),
        # two verbs before a list of units
        (
            "负责防汛工作。分管和联系单位：县水利局、县林业局。",
            [("leads", "防汛", "负责"), ("leads", "县水利局", "分管和联系"), ("leads", "县林业局", "分管和联系")],
        ),
        # of 党的工作 nothing goes; a field whose name ends in 协会 gives no duty to the others
        ("负责外贸、党的工作。", [("leads", "外贸", "负责"), ("leads", "党的工作", "负责")]),
        ("分管支前、行业协会有关工作。", [("leads", "支前", "分管"), ("leads", "行业协会", "分管")]),
        # 与 divides as 和 does
        ("负责商业与粮食工作。", [("leads", "商业", "负责"), ("leads", "粮食", "负责")]),
        # what is done besides with one thing is no field of its own
        ("牵头协调城乡建设和管理工作。", [("leads", "城乡建设和管理", "牵头协调")]),
        (
            "负责水利、林业和农业工作。",
            [("leads", "水利", "负责"), ("leads", "林业", "负责"), ("leads", "农业", "负责")],
        ),
    ],
)
def test_verbs_and_what_they_govern(duty: str, expected: list[tuple[str, str, str]]) -> None:
    result = extract_document(document_of(f"安山县领导工作分工\n周成林，副县长\n{duty}\n"))
    governed = [
        (f.relation.value, f.object.name, f.role) for f in result.facts if f.object and f.relation.value != "holds"
    ]
    assert governed == expected


def test_what_is_helped_with_on_several_lines_is_stated_on_each() -> None:
    text = "安山县领导工作分工\n副县长 周成林\n协助县长负责日常工作。\n分管：县水利局；协助县长分管审计工作。\n"
    facts = extract_document(document_of(text)).facts
    assert [f.qualifiers.topic for f in facts if f.relation is Relation.ASSISTS] == ["日常", "审计"]


def test_what_others_see_to_is_not_lent_to_the_person_before() -> None:
    text = (
        "安山县第一中学演练方案\n2018年9月3日\n"
        "后勤组：石磊（组长）负责车辆；尹青、孟川负责救护，照看伤员；丁力负责广播。\n"
        "甲组：沈青（组长）及初一各班班主任负责一号楼。\n"
    )
    result = extract_document(document_of(text))
    told = [(f.subject.name, f.object.name) for f in result.facts if f.object and f.relation is not Relation.ISSUED]
    assert told == [("石磊", "车辆")]
    assert [d for d in result.doubts if "尹青" in d.evidence.quote]
    assert [d for d in result.doubts if "沈青" in d.evidence.quote]


def test_leaders_who_keep_company_open_no_person() -> None:
    text = "1990年大事记\n5月2日 县水厂开工，参加典礼的有副县长石磊、县水利局局长孟川等领导。\n"
    result = extract_document(document_of(text))
    assert [(f.subject.name, f.date) for f in result.facts] == [("石磊", "1990-05-02"), ("孟川", "1990-05-02")]
    assert not result.doubts


def test_a_subject_of_a_school_and_where_somebody_comes_from_are_nobody() -> None:
    text = "青石中学岗位表\n支部书记、教研组长\n1\n语文\n27\n"
    assert not extract_document(document_of(text)).facts
    text = "1927年，临江籍教员高原、尹青入党。1929年，下夏支部建立，石磊任支部书记。1931年，石磊创建学生会，领导学生运动。\n"
    assert not [f for f in extract_document(document_of(text)).facts if "籍" in f.subject.name]
