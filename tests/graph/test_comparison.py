from pathlib import Path

from graph.build import put_facts, refresh
from graph.comparison import compare
from graph.projection.project import project
from graph.stores.store import open_store
from graph.workspace import Workspace
from tests.graph.small_facts import corpus


def stored(folder: Path) -> Workspace:
    """A workspace that holds the small corpus."""
    place, some = Workspace(folder), corpus()
    place.prepare()
    put_facts(place, some.facts, some.context, some.doubts)
    return place


def test_a_store_that_holds_the_projection_differs_in_nothing(tmp_path: Path) -> None:
    build = project(corpus())
    with open_store(f"kglite://{tmp_path / 'graph.kgl'}", writing=True) as store:
        refresh(stored(tmp_path), store)
        found = compare(store, build)
    assert (found.facts_new, found.facts_gone, found.tenures_new, found.tenures_gone) == ((), (), (), ())
    assert found.tenures_before == len(build.tenures)
    assert found.loss == 0


def test_facts_and_tenures_that_go_are_named(tmp_path: Path) -> None:
    fewer = project(corpus("a.txt"))
    with open_store(f"kglite://{tmp_path / 'graph.kgl'}", writing=True) as store:
        refresh(stored(tmp_path), store)
        found = compare(store, fewer)
    assert any("赵立新" in line and "c.txt" in line for line in found.facts_gone)
    assert any(line.startswith("赵立新 区财政局 局长") for line in found.tenures_gone)
    assert not found.tenures_new
    assert found.loss == len(found.tenures_gone) / found.tenures_before


def test_into_an_empty_store_everything_is_new(tmp_path: Path) -> None:
    build = project(corpus())
    with open_store(f"kglite://{tmp_path / 'graph.kgl'}", writing=True) as store:
        found = compare(store, build)
    assert len(found.tenures_new) == len(build.tenures)
    assert len(found.facts_new) == len(build.facts)
    assert found.loss == 0
