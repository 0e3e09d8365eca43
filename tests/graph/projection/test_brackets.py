"""A unit in brackets after another answers in its place, and shares no item with it."""

import pytest

from extract.facts import Evidence, Fact, Kind, Party, Relation
from graph.corpus import Corpus
from graph.projection.project import project
from tests.graph.small_facts import context

TASK = "推动债券融资"


def answered(text: str, *units: str) -> dict[str, str | None]:
    """The units that lead an item by this text: each with the unit that it stands in brackets after."""
    facts = []
    for unit in units:
        at = 500 + text.index(unit)
        subject = Party(Kind.DEPARTMENT, unit, at, at + len(unit))
        item = Party(Kind.TASK, TASK, 500, 500 + len(TASK))
        evidence = Evidence("a.txt", 500, 500 + len(text), 11, text)
        facts.append(Fact(Relation.LEADS, subject, item, evidence, "tests", "牵头单位", "2022-04-25"))
    built = project(Corpus.of(facts, (), context("a.txt")))
    printed = {cluster.key: cluster.names[0].name for cluster in built.resolution.clusters}
    names = {node.key: printed.get(node.key, "") for node in built.projection.nodes}
    return {
        names[edge.start.key]: names.get(str(edge.properties.get("beside")))
        for edge in built.projection.edges
        if edge.type == "LEADS"
    }


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("推动债券融资(牵头单位:区政府办公室(区金融办))", {"区金融办": "区政府办公室"}),
        ("推动债券融资（牵头单位：区政府办公室 （区金融办））", {"区金融办": "区政府办公室"}),
        ("推动债券融资(牵头单位:区政府办公室、区金融办)", {"区金融办": None}),
        ("推动债券融资(区金融办)。区政府办公室", {"区金融办": None}),
    ],
)
def test_what_stands_in_brackets_right_after_a_unit(text: str, beside: dict[str, str | None]) -> None:
    assert answered(text, "区政府办公室", "区金融办") == {"区政府办公室": None} | beside


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("推动债券融资 区人大、区法院、（立案庭、审监庭）", "区法院"),
        ("推动债券融资 区人大、区法院(立案庭，审监庭)", "区法院"),
        ("推动债券融资 区人大、区法院（责任单位：立案庭、审监庭）", None),
        ("推动债券融资 区人大、区法院（执行局）、立案庭、审监庭", None),
    ],
)
def test_every_name_in_a_bracket_stands_beside_the_unit_before_it(text: str, outer: str | None) -> None:
    found = answered(text, "区人大", "区法院", "立案庭", "审监庭")
    assert found == {"区人大": None, "区法院": None, "立案庭": outer, "审监庭": outer}
