import pytest

from extract.facts import Kind
from graph.lexicon import categories
from graph.projection.nodes import category_of

CATEGORIES = categories()


@pytest.mark.parametrize(("category", "name"), [(entry.name, name) for entry in CATEGORIES for name in entry.examples])
def test_an_example_is_of_its_category(category: str, name: str) -> None:
    assert category_of(name, Kind.DEPARTMENT) == category


@pytest.mark.parametrize(
    ("category", "name"), [(entry.name, name) for entry in CATEGORIES for name in entry.counterexamples]
)
def test_a_counterexample_is_not(category: str, name: str) -> None:
    assert category_of(name, Kind.DEPARTMENT) != category


@pytest.mark.parametrize(
    "name", ["区发展和改革局", "县教育局", "市政府办公室", "省水利厅", "国家税务总局", "旗农牧局", "区卫健委"]
)
def test_an_agency_is_government(name: str) -> None:
    assert category_of(name, Kind.DEPARTMENT) == "government"


def test_groups_and_streets_are_categories_of_their_own() -> None:
    assert category_of("区安全生产委员会", Kind.GROUP) == "group"
    assert category_of("柳湾街道办事处", Kind.STREET) == "street"
