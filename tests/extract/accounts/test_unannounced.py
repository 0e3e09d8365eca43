"""What no cue announces and nobody read: brackets of units with a strange word, labels within a line, brackets out of balance."""

import pytest

from extract.facts import Fact
from extract.pipeline import extract_document
from extract.readers.text import document_of


def codes(text: str) -> list[str]:
    return [doubt.code for doubt in extract_document(document_of(text)).doubts]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("开展企业示范。（县工信局、县商务局指导）建成回收体系。（县发改局、县财政局指导）", 2),
        ("开展企业示范。（县工信局、县商务局负责）", 0),
        # a set, one unit, words of another kind
        ("开展企业示范。（各乡镇、有关部门指导）", 0),
        ("开展企业示范。（名单、材料见附件）", 0),
    ],
)
def test_brackets_of_units(text: str, count: int) -> None:
    assert codes(f"安山县无废城市方案\n一、总体要求\n{text}\n").count("bracket_unread") == count


def test_a_label_within_a_line() -> None:
    text = "安山县交办事项\n编号：001 反映问题：道路损坏 包案领导：方小舟 责任单位：县交通局 办结时限：2021年6月底\n"
    assert "unread" in codes(text)


def test_a_bracket_that_never_closes_swallows_none() -> None:
    text = "安山县能源方案\n一、推进（专用线建设，提升能力。（县交通局、县发改局负责）加快港口建设。（县财政局负责）\n"
    facts = (fact for fact in extract_document(document_of(text)).facts if isinstance(fact, Fact))
    assert {fact.subject.name for fact in facts if fact.relation.value == "leads"} == {
        "县交通局",
        "县发改局",
        "县财政局",
    }


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("方小舟同志：白石镇、柳河村、安山中学\n石磊同志：青田镇、县医院\n", 2),
        ("方小舟同志：白石镇\n", 0),
        ("方小舟同志：参加会议、讲话\n石磊同志：汇报、发言\n", 0),
    ],
)
def test_bodies_after_the_names_of_persons(lines: str, count: int) -> None:
    assert codes(f"安山县委班子成员联系点\n{lines}").count("work_unread") == count


def test_parts_of_a_body_with_the_units_that_form_them_are_doubted() -> None:
    text = "安山县迎检分工\n一、材料组：县委办、县政府办，负责汇报材料。\n二、现场组：县住建局，负责现场布置。\n"
    assert codes(text).count("unread") + codes(text).count("unread_seen") >= 1


@pytest.mark.parametrize(
    "text",
    ["加强（水土保持治理（责任单位：县林业局）。", "1.推进污水治理（县水利局牵头；2.建设公园（责任单位：县林业局）"],
)
def test_a_name_with_a_bracket_that_never_closes_is_doubted(text: str) -> None:
    extraction = extract_document(document_of(f"安山县能源方案\n{text}\n"))
    assert not [
        fact for fact in extraction.facts if isinstance(fact, Fact) and fact.object and "（" in fact.object.name
    ]
    assert [doubt for doubt in extraction.doubts if "县林业局" in doubt.evidence.quote]


def test_units_that_are_named_by_their_field() -> None:
    duty = "市{}部门负责对全市村镇供水工程进行检查和指导。\n"
    text = "临江市村镇供水意见\n" + "".join(map(duty.format, ("财政", "住建", "环保")))
    assert codes(text).count("units_unread") == 3
    assert "units_unread" not in codes("临江市村镇供水意见\n" + duty.format("有关") * 3)


def test_a_long_text_below_a_heading_is_no_list_of_its_tasks() -> None:
    headings = "".join(
        f"{n}.县{name}局\n抓好各项日常的管理和服务。\n" for n, name in enumerate(("水利", "林业", "体育"), 1)
    )
    below = "这一段文字与前面各单位并无关系而且很长。\n" * 60
    assert codes(f"临江县工作指南\n{headings}{below}").count("units_unread") < 12
