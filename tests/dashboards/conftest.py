"""The small graph as a store that a face can be pointed at."""

import sys
from collections.abc import Iterator
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


@pytest.fixture(autouse=True)
def own_main_module() -> Iterator[None]:
    """A page run in a test takes the name __main__ for its script, which no longer exists when a later test starts a process."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
