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
