"""Items as printed: nodes of their own, with what hangs on them."""

from dataclasses import replace

import pytest

from extract.facts import Context, Fact, ItemRecord, Kind, NoticeRecord, Party
from graph.corpus import Corpus
from graph.lexicon import word_entries
from graph.projection.draft import Projection
from graph.projection.elements import Edge, Node
from graph.projection.project import project
from tests.graph.small_facts import context, fact

GOAL, MEASURE, OTHER = "跨境贸易整体通关时间压缩40%", "清理口岸收费,公开收费目录清单", "推广提前申报"


def record(text: str, start: int, **more: object) -> ItemRecord:
    return ItemRecord("a.txt", 1, start, start + len(text), text, **more)  # type: ignore[arg-type]


def answers(unit: str, text: str, start: int, role: str, relation: str = "leads") -> Fact:
    """A fact of a unit and an item that stands at a place."""
    kinds = "official task" if unit == "王建国" else "department task"
    one = fact(relation, unit, text, kinds=kinds, role=role, start=start + 100)
    return replace(one, object=Party(Kind.TASK, text, start, start + len(text)))


def built(facts: list[Fact], *records: Context) -> Projection:
    return project(Corpus.of(facts, (), [*context("a.txt"), *records])).projection


def items(projection: Projection) -> list[Node]:
    return [node for node in projection.nodes if node.label == "Item"]


def edges(projection: Projection, kind: str) -> list[Edge]:
    return [edge for edge in projection.edges if edge.type == kind]


def test_an_item_knows_where_it_stands_and_each_date_of_its_deadline() -> None:
    known = record(
        MEASURE,
        500,
        number="3.",
        section="九、跨境贸易",
        annex="附件2",
        deadline="4月底前完成方案,10月建成",
        due=("2022-04", "2022-10-15"),
        unnamed=("各单位主要负责人",),
    )
    [item] = items(built([answers("区商务局", MEASURE, 500, "责任单位")], known))
    assert item.key.endswith(f":i500-{500 + len(MEASURE)}")
    said = {name: item.properties[name] for name in ("number", "section", "annex", "due", "unnamed")}
    assert said == {
        "number": "3.",
        "section": "九、跨境贸易",
        "annex": "附件2",
        "due": ("2022-04-30", "2022-10-15"),
        "unnamed": ("各单位主要负责人",),
    }


def test_facts_without_records_make_items_too() -> None:
    [item] = items(built([answers("区商务局", MEASURE, 500, "责任单位")]))
    assert item.properties["name"] == MEASURE
    assert (item.properties["span_start"], item.properties["span_end"]) == (500, 500 + len(MEASURE))


def test_what_is_said_of_an_item_hangs_on_the_print() -> None:
    facts = [
        answers("区商务局", MEASURE, 500, "责任单位"),
        answers("区财政局", MEASURE, 500, "配合单位", "assists"),
        answers("王建国", MEASURE, 500, "分管区领导"),
        answers("区商务局", MEASURE, 900, "责任单位"),
    ]
    projection = built(facts)
    first, second = items(projection)
    assert {edge.end for edge in edges(projection, "LEADS")} == {first.ref, second.ref}
    assert [edge.end for edge in edges(projection, "ASSISTS")] == [first.ref]
    assert len([node for node in projection.nodes if node.label == "Task"]) == 2, "other units answer for the second"
    again = built([facts[0], facts[3]])
    assert len({edge.end for edge in edges(again, "OF") if edge.start.label == "Item"}) == 1


def sections(goal_role: str) -> list[Edge]:
    facts = [
        answers("区商务局", GOAL, 500, goal_role),
        answers("区财政局", MEASURE, 600, "责任单位"),
        answers("区税务局", OTHER, 700, "责任单位"),
    ]
    records = [record(text, at, section="九、跨境贸易") for text, at in ((GOAL, 500), (MEASURE, 600), (OTHER, 700))]
    return [edge for edge in edges(built(facts, *records), "WITHIN") if edge.start.label == "Item"]


def test_a_measure_lies_within_the_goal_that_the_lead_of_its_section_answers_for() -> None:
    found = sections("牵头部门")
    assert {edge.end.key.rsplit(":", 1)[1] for edge in found} == {f"i500-{500 + len(GOAL)}"}
    assert len(found) == 2
    assert sections("责任单位") == []


@pytest.mark.parametrize(
    ("role", "section", "within"),
    [
        ("牵头部门", f"九、跨境贸易/{GOAL}", [GOAL]),
        ("责任单位", f"九、跨境贸易/{GOAL}", []),
        ("牵头部门", f"十、办理破产/{GOAL}", []),
    ],
)
def test_a_measure_lies_within_the_goal_of_its_own_row(role: str, section: str, within: list[str]) -> None:
    facts = [
        answers("区商务局", OTHER, 400, "牵头部门"),
        answers("区商务局", GOAL, 500, role),
        answers("区财政局", MEASURE, 600, "责任单位"),
    ]
    records = [
        record(OTHER, 400, section="八、纳税"),
        record(GOAL, 500, section="九、跨境贸易"),
        record(MEASURE, 600, section=section),
    ]
    projection = built(facts, *records)
    names = {node.key: node.properties["name"] for node in items(projection)}
    found = [edge for edge in edges(projection, "WITHIN") if edge.start.label == "Item"]
    assert [names[edge.end.key] for edge in found] == within


def test_items_rest_on_what_their_notice_names_as_its_ground() -> None:
    facts = [
        answers("区商务局", MEASURE, 500, "责任单位"),
        fact("cites", "云政发〔2022〕3号", "优化营商环境条例", kinds="policy policy", role="根据", start=20),
        fact("cites", "云政发〔2022〕3号", "口岸收费管理办法", kinds="policy policy", role="落实", start=503),
        fact("cites", "云政发〔2022〕3号", "海关法", kinds="policy policy", role="落实", start=60),
    ]
    names = {node.key: node.properties["name"] for node in built(facts).nodes if node.label == "Policy"}
    found = {names[edge.end.key]: edge.properties["basis"] for edge in edges(built(facts), "UNDER")}
    assert found == {"优化营商环境条例": "notice", "口岸收费管理办法": "item"}


def test_a_column_of_grounds_names_the_policy() -> None:
    facts = [
        answers("区商务局", MEASURE, 500, "责任单位"),
        fact("cites", "云政发〔2022〕9号", "口岸收费管理办法", kinds="policy policy", role="转发", start=90_000),
    ]
    other = NoticeRecord("a.txt", 2, 100_000, 100_001)
    [edge] = edges(built(facts, record(MEASURE, 500, basis="《口岸收费管理办法》第三条"), other), "UNDER")
    assert edge.properties["basis"] == "item"


@pytest.mark.parametrize("table", ["notice", "item"])
def test_each_word_of_grounds_keeps_its_example_and_its_counterexample(table: str) -> None:
    for entry in word_entries("grounds.toml", table):
        assert entry.example in entry.words
        assert entry.counterexample not in entry.words
