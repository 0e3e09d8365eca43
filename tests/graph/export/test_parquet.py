"""Facts as Parquet: read back by the programs that they are for, fact by fact."""

from pathlib import Path

import pytest

from graph.build import put_facts
from graph.export.parquet import write_parquet
from graph.workspace import Workspace
from tests.graph.small_facts import corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    some, place = corpus(), Workspace(tmp_path / "w")
    place.prepare()
    put_facts(place, some.facts, some.context, some.doubts)
    assert write_parquet(place, tmp_path / "facts") == (2, len(some.facts))
    return tmp_path / "facts"


def test_pandas_reads_every_fact_with_its_jurisdiction(folder: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="needs the extra dashboard")
    frame = pandas.read_parquet(folder)
    some = corpus()
    assert sorted(frame["fact_id"]) == sorted(some.documents.fact_id(fact) for fact in some.facts)
    assert set(frame["jurisdiction"].astype(str)) == {"420105", "420117"}
    row = frame[frame["subject"] == "赵立新"].iloc[0]
    assert (row["relation"], row["object"], row["role"], row["date"]) == ("appointed", "区财政局", "局长", "2022-05")
    assert all(end > start for start, end in zip(frame["span_start"], frame["span_end"], strict=True))


def test_polars_reads_them(folder: Path) -> None:
    polars = pytest.importorskip("polars", reason="reads the files by polars, where it is installed")
    frame = polars.read_parquet(f"{folder}/*/*.parquet", hive_partitioning=True)
    assert frame.height == len(corpus().facts)
    assert "jurisdiction" in frame.columns


def test_duckdb_reads_them(folder: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="reads the files by duckdb, where it is installed")
    query = f"SELECT count(*), count(DISTINCT jurisdiction) FROM read_parquet('{folder}/*/*.parquet', hive_partitioning = true)"
    assert duckdb.sql(query).fetchall() == [(len(corpus().facts), 2)]


def test_writing_again_gives_the_same_files(folder: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*.parquet"))}
    write_parquet(Workspace(tmp_path / "w"), folder)
    assert {path: path.read_bytes() for path in sorted(folder.rglob("*.parquet"))} == before
    assert not list(folder.rglob("*.new"))
