"""Figures in the graph: each hangs on its item, says what it counts, and whether it is a target or was reported."""

from dataclasses import replace

import pytest

from extract.figures import FigureRecord
from graph.corpus import Corpus
from graph.projection.elements import Node
from graph.projection.figures import subject_of
from graph.projection.project import Build, project
from tests.graph.small_facts import ITEMS, context, corpus

[ITEM], [START] = ITEMS.keys(), ITEMS.values()
TARGET = FigureRecord("a.txt", 1, START, START + 10, START + 12, "1.2万", "亩", "以上", "新增造林", "2022", 12_000, "≥")
REPORTED = replace(
    TARGET, start=START + 40, end=START + 44, quantity="900", comparator=None, bound=None, value=900, said="reported"
)


def built(*records: FigureRecord) -> Build:
    known = corpus()
    return project(Corpus.of(known.facts, known.doubts, [*known.context, *records], known.passages))


def figures(build: Build) -> list[Node]:
    return [node for node in build.projection.nodes if node.label == "Figure"]


def test_a_figure_hangs_on_its_item_with_amount_unit_and_bound() -> None:
    build = built(TARGET)
    [figure] = figures(build)
    shown = {
        name: figure.properties[name] for name in ("subject", "quantity", "unit", "bound", "amount", "period", "said")
    }
    assert shown == {
        "subject": "新增造林", "quantity": "1.2万", "unit": "亩", "bound": "≥", "amount": 12_000.0, "period": "2022", "said": "target",
    }  # fmt: skip
    [edge] = [edge for edge in build.projection.edges if edge.type == "HAS"]
    item = next(node for node in build.projection.nodes if node.ref == edge.start)
    assert item.properties["name"] == ITEM
    assert edge.end == figure.ref


def test_what_was_reported_is_told_from_the_target() -> None:
    assert [node.properties["said"] for node in figures(built(TARGET, REPORTED))] == ["target", "report"]


def test_the_order_of_the_records_changes_nothing() -> None:
    assert built(TARGET, REPORTED).projection == built(REPORTED, TARGET).projection


def test_a_figure_of_no_known_item_is_not_put_in() -> None:
    assert figures(built(replace(TARGET, item=1))) == []


@pytest.mark.parametrize(
    ("indicator", "subject"),
    [
        ("新建公厕", "新建公厕"),
        ("预计一季度完成固定资产投资", "固定资产投资"),
        ("目前已完成新增造林", "新增造林"),
        ("1—2月完成集装箱吞吐量", "集装箱吞吐量"),
        ("1季度招商引资到位资金", "招商引资到位资金"),
        ("今年新增学位", "新增学位"),
        ("总投", "总投"),  # what is left would say nothing
        ("同比下降", None),
        ("增幅", None),
        (None, None),
    ],
)
def test_the_subject_is_what_is_counted(indicator: str | None, subject: str | None) -> None:
    assert subject_of(indicator) == subject


def test_context_without_figures_stays_as_it_was() -> None:
    assert figures(project(Corpus.of((), (), context("a.txt")))) == []
