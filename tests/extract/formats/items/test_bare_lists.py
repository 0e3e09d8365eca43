"""Units alone in brackets or after a dash that close the items of a list, and what stands beside them."""

from extract.facts import Fact, Relation
from extract.pipeline import extract_document
from extract.readers.text import document_of

HEAD = "安山县2022年重点工作任务分工方案\n一、工业\n1.新增企业20家。（县工信局）\n2.推进技改。（县工信局、县财政局）\n3.建设园区。（县发改局）\n"


def said(line: str) -> tuple[list[tuple[str, str]], list[str]]:
    found = extract_document(document_of(HEAD + line + "\n"))
    rows = [(f.subject.name, f.role or "") for f in found.facts if f.relation in (Relation.LEADS, Relation.ASSISTS)]
    return rows[4:], [d.evidence.quote for d in found.doubts if d.rule == "responsibilities"]


def test_units_after_a_dash() -> None:
    assert said("4.推进智能制造——县工信局、县科技局") == ([("县工信局", ""), ("县科技局", "")], [])


def test_a_name_of_no_kind_beside_bodies_is_told() -> None:
    assert said("4.完成投资。（县工信局、县发改局，经开区）") == ([("县工信局", ""), ("县发改局", "")], ["经开区"])


LINES = "安山县创卫任务分解表\n1、整治占道经营（县城管局）\n2、清理卫生死角（县城管局、县住建局）\n3、改造公厕五座【县住建局】\n"


def test_units_close_numbered_lines_without_a_full_stop() -> None:
    found = extract_document(document_of(LINES + "4、县教育局（县招生办）\n"))
    rows = [(f.subject.name, f.object.name) for f in found.facts if f.relation is Relation.LEADS]
    assert rows == [
        ("县城管局", "整治占道经营"),
        ("县城管局", "清理卫生死角"),
        ("县住建局", "清理卫生死角"),
        ("县住建局", "改造公厕五座"),
    ]


def test_one_unit_that_closes_a_line_without_a_full_stop_is_a_doubt() -> None:
    found = extract_document(document_of("关于迎检的通知\n一、改造公厕五座（县住建局）\n二、做好宣传。\n"))
    assert [(d.code, d.evidence.quote) for d in found.doubts if d.rule == "responsibilities"] == [
        ("unit_alone", "县住建局")
    ]
    assert [f for f in found.facts if f.relation is Relation.LEADS] == []


def test_one_unit_is_enough_where_other_brackets_say_who_leads() -> None:
    lines = "1.增长8%。（县发改局牵头，县统计局负责）\n2.新增企业3家。（县工信局）\n"
    found = extract_document(document_of("安山县重点任务分工\n" + lines))
    assert ("县工信局", None) in [(f.subject.name, f.role) for f in found.facts]


def test_a_person_beside_a_body_is_no_part_of_its_name() -> None:
    assert said("4.培育企业5家。（石磊 县工信局）") == ([("县工信局", "")], ["石磊"])


def test_an_official_and_then_units_with_their_verbs() -> None:
    line = "4.推进建设。（县政府分管领导：石磊；县工信局负责，县财政局等按职责分工负责）"
    assert said(line)[0] == [("石磊", "县政府分管领导"), ("县工信局", "负责"), ("县财政局", "负责")]


def test_who_provides_the_figures_assists() -> None:
    facts: list[Fact] = extract_document(
        document_of(
            "目标任务责任分解方案\n（一）生产总值增长7%。（牵头领导：石磊，牵头单位：县发改局，数据提供单位：县统计局）\n"
        )
    ).facts
    assert [(f.relation, f.subject.name, f.role) for f in facts if f.subject.name == "县统计局"] == [
        (Relation.ASSISTS, "县统计局", "数据提供单位")
    ]


def test_units_that_carry_out_by_their_duties() -> None:
    led = [("县水利局", "落实"), ("县财政局", "落实")]
    assert said("4.疏浚河道。（县水利局、县财政局按职责分工落实）") == (led, [])
    assert said("4.疏浚河道。由县水利局、县财政局按照各自职责分工抓好落实。") == (led, [])
    assert said("4.疏浚河道。（确保各项政策落实）") == ([], [])


def test_who_answers_after_a_name_and_labels_after_a_gap() -> None:
    assert said("4.改造公厕50座，由县住建局负责。") == ([("县住建局", "负责")], [])
    assert said("4.加强培训。由县人社局会同县财政局组织实施。")[0] == [("县人社局", "牵头"), ("县财政局", "会同")]
    assert said("4.新增学位1000个 责任单位：县教育局")[0] == [("县教育局", "责任单位")]


def test_who_takes_charge_of_a_project_by_another_word() -> None:
    text = "安山县重点项目责任表\n一、城东水厂\n包抓领导：石磊\n包抓单位：县水务局\n"
    facts = [
        (f.subject.name, f.role) for f in extract_document(document_of(text)).facts if f.relation is Relation.LEADS
    ]
    assert facts == [("石磊", "包抓领导"), ("县水务局", "包抓单位")]
