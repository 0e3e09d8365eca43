"""The small graph as a store that a face can be pointed at."""

from pathlib import Path

import pytest

from tests.queries.conftest import write_small_graph


@pytest.fixture(scope="session")
def small_graph_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_small_graph(Path(tmp_path_factory.mktemp("face")) / "graph.kgl")


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the command line says, in English."""
    monkeypatch.setenv("ZHIZE_LANGUAGE", "en")
