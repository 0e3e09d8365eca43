"""Documents in several processes: results in order, a document that is late or ends its process refused alone."""

import os
import time

import pytest

from extract.errors import GazetteError, ReadError
from extract.workers import Processes, each, kept, workers_of


def task(given: int) -> int:
    if given == 3:
        raise ReadError("three")
    if given == 5:
        time.sleep(60)
    if given == 7:
        os._exit(9)
    return given * given


def said(result: int | GazetteError) -> int | str:
    return str(result) if isinstance(result, GazetteError) else result


def test_one_that_is_late_and_one_that_dies_stop_no_other() -> None:
    found = [said(result) for result in each(task, range(9), 2, 10.0)]
    assert found[:3] == [0, 1, 4]
    assert found[3] == "three"
    assert found[4] == 16
    assert "more than 10 seconds" in str(found[5])
    assert found[6] == 36
    assert "was ended (exit code 9)" in str(found[7])
    assert found[8] == 64


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such clock")
def test_alone_it_keeps_its_time_too() -> None:
    [late] = each(task, [5], 1, 0.2)
    assert "more than 0 seconds" in said(late)  # type: ignore[operator]
    assert [said(result) for result in each(task, [2, 3], 1, 5.0)] == [4, "three"]


def of_whom(given: int) -> tuple[int, int]:
    return given, os.getpid()


def test_processes_are_kept_from_one_task_to_the_next() -> None:
    with kept(2) as workers:
        first = {of for _, of in workers.each(of_whom, range(40), 10.0)}  # type: ignore[misc]
        results = list(workers.each(of_whom, range(40), 10.0))
        assert [number for number, _ in results] == list(range(40))  # type: ignore[misc]
        assert {of for _, of in results} == first  # type: ignore[misc]
        assert len(first) == 2
        workers.end()
        assert first.isdisjoint(of for _, of in workers.each(of_whom, range(40), 10.0))  # type: ignore[misc]


def test_work_that_nobody_waits_for_any_longer_answers_no_other_task() -> None:
    with kept(2) as workers:
        some = workers.each(task, [0, 1, 5, 5, 4], 10.0)
        assert [next(some), next(some)] == [0, 1]
        some.close()  # type: ignore[attr-defined]
        assert [one for one, _ in workers.each(of_whom, range(9), 10.0)] == list(range(9))  # type: ignore[misc]


def test_what_waits_with_a_worker_that_ends_is_done_by_another() -> None:
    results = [said(result) for result in each(task, [7, *range(10, 60), 7, 3], 2, 10.0)]
    assert results[1:-2] == [number * number for number in range(10, 60)]
    assert "exit code 9" in str(results[0])
    assert "exit code 9" in str(results[-2])
    assert results[-1] == "three"


def the_same(given: str) -> str:
    return given


def test_pieces_and_results_larger_than_a_pipe_hold_nobody_up() -> None:
    some = [f"{number}" * 400_000 for number in range(20)]
    assert list(each(the_same, some, 2, 30.0)) == some


def test_no_more_processes_than_the_work_is_worth() -> None:
    assert workers_of(Processes(8, by_worth=True), 4.0) == Processes(2, by_worth=True)
    assert workers_of(Processes(8, by_worth=True), None) == Processes(8, by_worth=True)
    assert workers_of(8, 0.1) == Processes(8)
