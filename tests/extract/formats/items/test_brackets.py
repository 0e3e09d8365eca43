"""Brackets after items in the manners of many places: units that no word announces, marks, deadlines, who of them leads."""

import pytest

from extract.facts import Fact, ItemRecord
from extract.formats.items.responsibilities import responsibilities
from extract.readers.text import document_of
from extract.text.segment import notices

HEAD = "临江市2031年重点工作任务分解\n一、提升服务\n"
NEXT = "\n2.扩大社会保障覆盖面。（市人社局、市医保局）\n"
Row = tuple[str, str, str | None]


def read(bracket: str) -> tuple[list[Row], str | None]:
    """(relation, unit, word) of the first item in the order of the text, and its deadline."""
    text = HEAD + f"1.办好城区托育服务，推进一门受理。{bracket}" + NEXT
    results = [one for notice in notices(document_of(text)) for one in responsibilities(notice)]
    facts = [one for one in results if isinstance(one, Fact) and "托育" in one.object.name]
    items = [one for one in results if isinstance(one, ItemRecord) and "托育" in one.text]
    return [(f.relation.value, f.subject.name, f.role) for f in facts], items[0].deadline if items else None


BOTH = [("leads", "市教育局", None), ("leads", "市民政局", None)]
FIRST = [("leads", "市教育局", "牵头单位"), ("assists", "市民政局", None)]


@pytest.mark.parametrize(
    ("bracket", "facts"),
    [
        ("（市教育局、市民政局）", BOTH),
        ("【市教育局、市民政局】", BOTH),
        ("（★市教育局、市民政局）", BOTH),
        ("（市教育局、市民政局，排在首位的为牵头单位，下同）", FIRST),
        ("（市教育局、市民政局，排名第一的为牵头单位）", FIRST),
        ("（市教育局〔牵头〕、市民政局）", [("leads", "市教育局", "牵头"), ("assists", "市民政局", None)]),
        (
            "（责任单位：市教育局牵头，市民政局、市财政局按职责分工负责）",
            [("leads", "市教育局", "牵头"), ("assists", "市民政局", "负责"), ("assists", "市财政局", "负责")],
        ),
        ("——市教育局、市民政局负责", [("leads", "市教育局", "负责"), ("leads", "市民政局", "负责")]),
        ("（市教育局）", BOTH[:1]),
        ("（市委组织部，各乡镇党委）", [("leads", "市委组织部", None)]),
        # an explanation, an example, a place: no units
        ("（含民办园）", []),
        ("（见附件）", []),
        ("（城东、城西）", []),
    ],
)
def test_units_of_a_bracket(bracket: str, facts: list[Row]) -> None:
    assert read(bracket)[0] == facts


@pytest.mark.parametrize(
    ("bracket", "deadline"),
    [
        ("（市教育局、市民政局；6月底前）", "6月底前"),
        ("（市教育局负责牵头，9月底前完成）", "9月底前完成"),
        ("（市教育局、市民政局）", None),
    ],
)
def test_the_deadline_after_the_units(bracket: str, deadline: str | None) -> None:
    facts, read_deadline = read(bracket)
    assert read_deadline == deadline
    assert facts[0][1] == "市教育局"


def facts_of(text: str) -> list[tuple[str, str, str, str | None]]:
    results = [one for notice in notices(document_of(text)) for one in responsibilities(notice)]
    return [
        (f.relation.value, f.subject.name, f.object.name, f.role) for f in results if isinstance(f, Fact) and f.object
    ]


@pytest.mark.parametrize("space", ["  ", "　", "\t"])
def test_labels_that_layout_space_divides_from_what_they_are_of(space: str) -> None:
    text = f"临江市民生实事\n一、新建公厕20座\n责任领导{space}方小舟\n牵头单位{space}市城管局\n配合单位{space}市财政局、市住建局\n"
    assert facts_of(text) == [
        ("leads", "方小舟", "新建公厕20座", "责任领导"),
        ("leads", "市城管局", "新建公厕20座", "牵头单位"),
        ("assists", "市财政局", "新建公厕20座", "配合单位"),
        ("assists", "市住建局", "新建公厕20座", "配合单位"),
    ]


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        (
            "3.建设白鹭湖湿地公园，由市林业局牵头实施，目前尚未开工。",
            [("leads", "市林业局", "建设白鹭湖湿地公园", "牵头")],
        ),
        ("3.推进产业发展，由企业负责自主经营，政府引导。", []),
        ("3.完善机制，由各级政府负责，强化考核。", []),
    ],
)
def test_who_leads_stands_in_the_sentence_after_the_name(
    line: str, facts: list[tuple[str, str, str, str | None]]
) -> None:
    assert facts_of(f"临江市重点项目进展\n{line}\n") == facts


def test_units_before_the_colon_of_an_item_where_other_brackets_have_labels() -> None:
    text = (
        "临江市重点项目进展\n1.建设客运站（责任单位：市交通局）。主体封顶。\n2.建设净水厂（市住建局）：正在安装设备。\n"
    )
    assert ("leads", "市住建局", "建设净水厂", None) in facts_of(text)


def test_labels_that_nothing_divides_keep_the_unit_before_them() -> None:
    text = "临江市整治方案\n（一）整治背街小巷。责任单位：市城管局　配合单位：城关镇、市住建局　完成时限：6月30日\n"
    assert [unit for _, unit, _, _ in facts_of(text)] == ["市城管局", "城关镇", "市住建局"]


def test_a_line_of_contact_is_no_item() -> None:
    assert facts_of("临江市卫生局概况\n联系电话：0716-1234567\n主要负责人：方小舟\n") == []


def test_a_bracket_that_goes_on_in_the_next_line_ends_there() -> None:
    text = HEAD + (
        "1.办好城区托育服务。（牵头单位：市教育局；\n\n协办单位：市民政局、东山街道办）2.扩大养老服务覆盖面。（牵头单位：市民政局；\n\n"
        "协办单位：市财政局（市国资委）、市住建局）\n"
    )
    results = [one for notice in notices(document_of(text)) for one in responsibilities(notice)]
    assert [(f.relation.value, f.subject.name, f.object.name[:4]) for f in results if isinstance(f, Fact)] == [
        ("leads", "市教育局", "办好城区"),
        ("assists", "市民政局", "办好城区"),
        ("assists", "东山街道办", "办好城区"),
        ("leads", "市民政局", "扩大养老"),
        ("assists", "市财政局", "扩大养老"),
        ("assists", "市国资委", "扩大养老"),
        ("assists", "市住建局", "扩大养老"),
    ]
