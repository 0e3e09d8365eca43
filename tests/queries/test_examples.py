"""Each question's example gives rows on the gazettes that come with the product, so that the help can be tried as it stands."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboards.cli import cli
from graph.stores.store import Store, open_store
from queries.library import library
from queries.run import ask

GAZETTES = Path(__file__).parents[2] / "data" / "gazettes"
LISTED = [question.name for question in library().values() if question.listed]


@pytest.fixture(scope="module")
def gazettes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The five gazettes by the real build."""
    workspace = tmp_path_factory.mktemp("examples")
    built = CliRunner().invoke(cli, ["build", str(GAZETTES), "--workspace", str(workspace)])
    assert built.exit_code == 0, built.output
    with open_store(f"kglite://{workspace / 'graph.kgl'}") as store:
        yield store


@pytest.mark.parametrize("name", LISTED)
def test_the_example_of_a_question_gives_rows(gazettes: Store, name: str) -> None:
    question = library()[name]
    given = dict(part.split("=", 1) for part in shlex.split(question.example))
    assert ask(gazettes, question, given).rows
