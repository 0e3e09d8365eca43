"""The processes of a Dask cluster as workers: what cannot be done is one error of ours."""

import time

import pytest

from extract.errors import ReadError
from extract.workers.cluster import Cluster

distributed = pytest.importorskip("distributed")


def slow(given: int) -> int:
    time.sleep(60 if given else 0)
    return given


def exhausted(given: int) -> int:
    raise MemoryError


def test_a_scheduler_that_goes_ends_in_one_error() -> None:
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=False, protocol="tcp", dashboard_address=None) as local:  # fmt: skip
        results = Cluster(local.scheduler_address).each(slow, [0, 1, 2], 60)
        assert next(results) == 0
        local.close()
        with pytest.raises(ReadError) as caught:
            list(results)
    assert caught.value.reason.code == "no_cluster"


def test_a_piece_for_which_memory_is_lacking_is_refused_alone() -> None:
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=False, protocol="tcp", dashboard_address=None) as local:  # fmt: skip
        [refused] = Cluster(local.scheduler_address).each(exhausted, [0], 60)
    assert isinstance(refused, ReadError)
    assert refused.reason.code == "no_memory_for_it"
