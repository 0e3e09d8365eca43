"""Places in a workspace: what is embedded lies in it, and no export takes the place of a part of it."""

from pathlib import Path

import pytest

from extract.errors import StoreError
from graph.places import Places
from graph.stores.store import open_store
from graph.stores.texts import beside
from graph.workspace import Workspace


def test_the_texts_lie_beside_the_graph_that_the_url_names(tmp_path: Path) -> None:
    places = Places(tmp_path)
    assert places.store_url == f"kglite://{places.graph_path.absolute()}"
    assert beside(places.store_url) == places.texts_path


def test_a_workspace_lies_where_its_places_are(tmp_path: Path) -> None:
    open_store(Places(tmp_path).store_url, writing=True).close()
    assert Workspace(tmp_path).graph_path.is_file()


@pytest.mark.parametrize("name", ["zhize.toml", "graph.kgl", "graph.texts.db", "facts/a.jsonl", "parts/x.part", "."])
def test_no_export_takes_the_place_of_a_part_of_the_workspace(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError):
        Places(tmp_path).spare(tmp_path / name)
    assert Places(tmp_path).spare(tmp_path / "answer.csv") == tmp_path / "answer.csv"
