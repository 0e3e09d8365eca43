"""The processes of a Dask cluster do what those of this machine do: the same results in the same order, also where one of them dies."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.errors import GazetteError, ReadError
from extract.workers import Processes, Workers
from extract.workers.cluster import Cluster

distributed = pytest.importorskip("distributed", reason="needs the extra dask")
SECONDS = 60.0


@pytest.fixture(scope="module")
def cluster() -> Iterator[Workers]:
    """A scheduler and two worker processes of this machine."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as local:
        yield Cluster(local.scheduler_address)


@pytest.fixture(params=["processes", "cluster"])
def workers(request: pytest.FixtureRequest) -> Workers:
    """Both kinds of workers."""
    if request.param == "processes":
        return Processes(2)
    several: Workers = request.getfixturevalue("cluster")
    return several


def squared(number: int) -> tuple[int, int]:
    if number == 3:
        raise ReadError("three")
    time.sleep(0.02)
    return number * number, os.getpid()


def dying_once(given: tuple[int, str]) -> int:
    """Ends its own process the first time that it meets the number 4."""
    number, mark = given
    if number == 4 and not Path(mark).exists():
        Path(mark).touch()
        os._exit(9)
    return number


def in_words(result: object) -> object:
    return str(result) if isinstance(result, GazetteError) else result


def test_results_come_in_order_from_several_processes(workers: Workers) -> None:
    results = list(workers.each(squared, range(12), SECONDS))
    assert in_words(results[3]) == "three"
    numbers = [result[0] for result in results if not isinstance(result, GazetteError)]
    assert numbers == [number * number for number in range(12) if number != 3]
    processes = {result[1] for result in results if not isinstance(result, GazetteError)}
    assert len(processes) == 2
    assert os.getpid() not in processes


def test_what_a_dead_worker_had_begun_is_done_by_another(workers: Workers, tmp_path: Path) -> None:
    mark = tmp_path / "died"
    assert list(workers.each(dying_once, [(number, str(mark)) for number in range(8)], SECONDS)) == list(range(8))
    assert mark.exists()


def test_no_scheduler_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.workers.cluster.CONNECT_SECONDS", 1)
    with pytest.raises(ReadError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        list(Cluster("tcp://127.0.0.1:9").each(squared, [1], SECONDS))


def slow_after_the_first(number: int) -> int:
    time.sleep(60 if number else 0)
    return number


def exhausted(number: int) -> int:
    raise MemoryError


def test_a_scheduler_that_goes_ends_in_one_error() -> None:
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, protocol="tcp", dashboard_address=":0"
    ) as going:
        results = Cluster(going.scheduler_address).each(slow_after_the_first, [0, 1, 2], SECONDS)
        assert next(results) == 0
        going.close()
        with pytest.raises(ReadError, match="no Dask scheduler answers"):
            list(results)


def test_a_piece_for_which_memory_is_lacking_is_refused_alone(workers: Workers) -> None:
    [refused] = workers.each(exhausted, [0], SECONDS)
    assert isinstance(refused, ReadError)
    assert refused.reason.code == "no_memory_for_it"
