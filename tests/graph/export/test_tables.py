import csv
import json
from pathlib import Path

import pytest

from extract.errors import StoreError
from graph.export import write_csv, write_tenures
from graph.projection.draft import Projection
from graph.projection.elements import Node
from graph.projection.project import project
from tests.graph.small_facts import corpus

BUILD = project(corpus())


def test_tenures_are_as_the_contract_says(tmp_path: Path) -> None:
    count = write_tenures(BUILD.tenures, tmp_path / "t.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "t.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == count == len(BUILD.tenures) > 0
    keys = "official organization post from to status capacity first_seen last_confirmed end_basis opened_by closed_by"
    keys += " key official_key organization_key printed single_holder"
    assert all(set(row) == set(keys.split()) for row in rows)
    assert len({row["key"] for row in rows}) == len(rows)
    clusters = BUILD.resolution.by_key
    assert all(clusters[row["organization_key"]].name == row["organization"] for row in rows)
    assert all(clusters[row["official_key"]].name == row["official"] for row in rows)


def test_tables_hold_every_node_and_relationship(tmp_path: Path) -> None:
    nodes, edges = write_csv(BUILD.projection, tmp_path / "tables")
    rows = 0
    for file in (tmp_path / "tables").glob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows += sum(1 for _ in csv.DictReader(stream))
    assert rows == nodes + edges


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "＝1", " \n+1"])
def test_no_cell_is_a_formula(tmp_path: Path, text: str) -> None:
    write_csv(Projection((Node("Topic", text, "1", {"name": text}),), ()), tmp_path)
    with (tmp_path / "Topic.csv").open(encoding="utf-8-sig", newline="") as stream:
        [row] = csv.DictReader(stream)
    assert row["key"] == row["name"]
    assert row["name"].startswith("'")


def test_what_cannot_be_written_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot write"):
        write_tenures((), tmp_path / "missing" / "t.jsonl")
    (tmp_path / "file").write_text("old", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot write"):
        write_csv(BUILD.projection, tmp_path / "file" / "tables")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "old"
