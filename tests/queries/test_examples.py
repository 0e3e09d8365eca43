"""Each question's example gives rows on the gazettes that come with the product, so that the help can be tried as it stands."""

import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboards.cli import cli
from graph.stores.store import Store, open_store
from queries.library import library
from queries.messages import RefusedError
from queries.run import Table, ask, behind

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


COUNTS: dict[str, dict[str, Callable[[Table, str], int]]] = {
    # question: each of its numbers, counted in the rows that it stands for; the second value is the name of the row's body
    "tally": {
        "leads_count": lambda rows, body: _tasks(row for row in rows.rows if body in row["leads_there"]),
        "assists_count": lambda rows, body: _tasks(row for row in rows.rows if body in row["assisting"]),
        "tasks_count": lambda rows, body: _tasks(rows.rows),
        "times": lambda rows, body: len(rows.rows),
    },
    "tally_leads": {
        "leads_count": lambda rows, body: len(rows.rows),
        "sole_count": lambda rows, body: sum(len(row["leads_there"]) == 1 for row in rows.rows),
        "together_count": lambda rows, body: sum(len(row["leads_there"]) > 1 for row in rows.rows),
        "first_count": lambda rows, body: sum(
            len(row["leads_there"]) > 1 and row["leads_there"][0] == body for row in rows.rows
        ),
    },
    "tally_officials": {
        "tasks_count": lambda rows, body: _tasks(rows.rows),
        "times": lambda rows, body: len(rows.rows),
    },
    "overlaps": {"items": lambda rows, body: _tasks(rows.rows)},
    "shared": {"items": lambda rows, body: _tasks(rows.rows)},
    "groups_alike": {"shared_members": lambda rows, body: len({row["member_key"] for row in rows.rows})},
    "tally_progress": {
        "tasks_count": lambda rows, body: len(rows.rows),
        "done_count": lambda rows, body: sum(row["state"] == "done" for row in rows.rows),
        "under_way_count": lambda rows, body: sum(row["state"] == "in progress" for row in rows.rows),
        "not_started_count": lambda rows, body: sum(row["state"] == "not started" for row in rows.rows),
        "cancelled_count": lambda rows, body: sum(row["state"] == "cancelled" for row in rows.rows),
        "unknown_count": lambda rows, body: sum(row["state"] in ("unknown", None) for row in rows.rows),
    },
    "leaders_of_bodies": {"tasks_count": lambda rows, body: len(rows.rows)},
}
GIVEN: tuple[dict[str, str], ...] = ({}, {"document": "新政办〔2023〕5号"}, {"document": "新政办〔2023〕1号"})
MORE = {"tally_progress": {"document": "2020年第2期"}}
NEEDED = {"shared": {"body": "新洲区发展和改革局"}}


def _tasks(rows: Iterable[Mapping[str, object]]) -> int:
    return len({row["what_key"] for row in rows})


@pytest.mark.parametrize("given", GIVEN, ids=["all", "one", "other"])
@pytest.mark.parametrize("name", [query.name for query in library().values() if query.rows])
def test_every_number_is_that_of_the_rows_it_stands_for(gazettes: Store, name: str, given: Mapping[str, str]) -> None:
    takes = {parameter.name for parameter in library()[name].parameters}
    typed = {
        key: value for key, value in {**NEEDED.get(name, {}), **given, **MORE.get(name, {})}.items() if key in takes
    }
    table = ask(gazettes, library()[name], typed)
    assert table.rows
    for number in sorted({1, 2, len(table.rows) // 2, len(table.rows)} & {*range(1, len(table.rows) + 1)}):
        row = table.rows[number - 1]
        question, values = behind(table, number, typed)
        rows = ask(gazettes, question, values)
        for column, counted in COUNTS[name].items():
            assert row[column] == counted(rows, str(row.get("body"))), (number, column, row)


def test_a_question_that_counts_nothing_and_a_row_that_is_not_there_are_told(gazettes: Store) -> None:
    with pytest.raises(RefusedError, match="counts nothing"):
        behind(ask(gazettes, library()["changes"], {}), 1, {})
    with pytest.raises(RefusedError, match="no row 9999"):
        behind(ask(gazettes, library()["tally"], {}), 9999, {})
