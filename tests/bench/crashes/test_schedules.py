"""Whatever the order in which documents come and go, one graph; a few schedules of what `bench.crashes.schedules` runs by the thousand."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from bench.crashes.schedules import MOST, TEXTS, Bench, differing, extracted, run, schedule
from graph.projection.elements import Held
from tests.local_server import LocalServer

SCHEDULES = 30
ON_A_SERVER = 4
BESIDE = 10


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("schedules"))


@pytest.mark.parametrize("number", range(SCHEDULES))
def test_one_graph_whatever_the_order(bench: Bench, number: int) -> None:
    held, present = run(bench, list(schedule(random.Random(f"test.{number}"))))
    assert differing(held, bench.first_build(present)) == []


@pytest.mark.parametrize("most", [1_000_000, 150])
@pytest.mark.parametrize("number", range(BESIDE))
def test_one_graph_whatever_lies_beside_its_file(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, number: int, most: int
) -> None:
    monkeypatch.setattr("graph.stores.embedded.later.LARGE", 0)
    monkeypatch.setattr("graph.stores.embedded.later.MOST", most)
    held, present = run(bench, list(schedule(random.Random(f"beside.{number}"))))
    assert differing(held, bench.first_build(present)) == []


@pytest.mark.neo4j
@pytest.mark.parametrize("number", range(ON_A_SERVER))
def test_one_graph_on_a_server_whatever_the_order(tmp_path: Path, neo4j_server: LocalServer, number: int) -> None:
    bench = Bench(tmp_path, neo4j_server.url)
    held, present = run(bench, list(schedule(random.Random(f"server.{number}"))))
    assert differing(held, bench.first_build(present)) == []


def test_the_documents_say_enough_to_disagree_on(bench: Bench) -> None:
    assert all(extracted(name)[1].facts for name in TEXTS)
    held = bench.first_build(frozenset(TEXTS))
    assert len(held) == 3
    labels = {ref.label for one in held.values() for ref in one.nodes}
    assert labels >= {"Official", "Organization", "Task", "Item", "Project", "Policy", "Post", "Jurisdiction"}


def test_schedules_do_all_that_there_is_to_do() -> None:
    done = {step for number in range(50) for step, _ in schedule(random.Random(number))}
    assert done == {"add", "forget", "again", "build", "rebuild"}
    assert all(len(list(schedule(random.Random(number)))) <= MOST for number in range(50))


def test_an_element_that_differs_is_named(bench: Bench) -> None:
    wanted = bench.first_build(frozenset({"a.txt"}))
    scope, one = next(iter(wanted.items()))
    ref = next(iter(one.nodes))
    changed = {**wanted, scope: replace(one, nodes={**one.nodes, ref: "another"})}
    assert differing(changed, wanted) == [f"{scope}: {ref}"]
    assert differing({}, {scope: Held({ref: "x"}, {})}) == [f"{scope}: {ref}"]
