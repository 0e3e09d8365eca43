"""A build by the processes of a Dask cluster, of which one dies while it extracts and one while it makes a part, is a build like any other."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.readers import File, Limits
from extract.workers import Workers
from extract.workers.cluster import Cluster
from graph.build import Extracted, extracted_one, files_of, refresh, take_in
from graph.keeping.sources import Source
from graph.parts import bring
from graph.parts.making import Making, make
from graph.stores.store import open_store
from graph.workspace import Workspace
from tests.graph.gazettes import write_gazettes

distributed = pytest.importorskip("distributed", reason="needs the extra dask")


@pytest.fixture
def cluster() -> Iterator[Workers]:
    """A scheduler and two worker processes of this machine."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as local:
        yield Cluster(local.scheduler_address)


def die_once(mark: Path) -> None:
    """Ends this process the first time."""
    if not mark.exists():
        mark.touch()
        os._exit(9)


def extracted_or_dead(given: tuple[File, Source, Limits]) -> Extracted:
    die_once(given[0].path.parent.parent / "died extracting")
    return extracted_one(given)


def made_or_dead(making: Making) -> str:
    die_once(Path(making.folder).parent / "died making")
    return make(making)


def built(place: Workspace, gazettes: Path, workers: Workers | int) -> dict[str, bytes]:
    place.prepare()
    assert len(take_in(place, files_of([gazettes]), workers=workers)) == 3
    with open_store(place.store_url, writing=True) as store:
        refresh(place, store, workers)
    return {path.name: path.read_bytes() for path in sorted((place.folder / "parts").iterdir())}


def test_a_cluster_of_which_two_processes_die_builds_the_same_graph(
    tmp_path: Path, cluster: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    gazettes = write_gazettes(tmp_path / "gazettes")
    alone = built(Workspace(tmp_path / "alone"), gazettes, 1)
    monkeypatch.setattr("graph.build.extracted_one", extracted_or_dead)
    monkeypatch.setattr(bring, "make", made_or_dead)
    assert built(Workspace(tmp_path / "cluster"), gazettes, cluster) == alone
    assert (tmp_path / "died extracting").exists()
    assert (tmp_path / "died making").exists()
