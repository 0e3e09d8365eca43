"""What programs are answered: rows with citations, notes and limits, the same as on the terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboards.cli import cli
from dashboards.served.answers import ABOUT, Answers
from queries.library import find, library
from queries.messages import RefusedError


@pytest.fixture
def answers(small_graph_url: str) -> Answers:
    return Answers(small_graph_url, None)


def test_an_answer_is_that_of_the_terminal(answers: Answers, small_graph_url: str) -> None:
    typed = {"from": "2022-04", "to": "2022-06"}
    command = ["ask", "changes", "from=2022-04", "to=2022-06", "--json", "--store", small_graph_url]
    assert answers.ask("changes", typed) == json.loads(CliRunner().invoke(cli, command).output)


def test_every_row_of_facts_is_cited(answers: Answers) -> None:
    rows = answers.ask("changes", {})["rows"]
    assert rows
    assert all(row["citation"]["quote"] and row["citation"]["line"] for row in rows)


def test_limits_are_told_and_kept(answers: Answers) -> None:
    cut = answers.ask("changes", {}, limit=1)
    assert (cut["count"], cut["truncated"]) == (1, True)
    assert "truncated" in {note["code"] for note in cut["notes"]}
    for limit in (0, 1_001):
        with pytest.raises(RefusedError):
            answers.ask("changes", {}, limit=limit)
        with pytest.raises(RefusedError):
            answers.find("养老", limit=limit)


def test_a_thing_is_found_and_its_page_answers_for_it(answers: Answers) -> None:
    [hit] = [hit for hit in answers.find("赵明远")["things"] if hit["kind"] == "official"]
    page = answers.thing(hit["kind"], hit["key"])
    assert {row["official"] for row in page["answers"]["career"]["rows"]} == {"赵明远"}
    with pytest.raises(RefusedError, match="kind"):
        answers.thing("nonsense", hit["key"])
    with pytest.raises(RefusedError, match="kind"):
        answers.find("赵明远", ["nonsense"])


@pytest.mark.parametrize("kind", ABOUT)
def test_the_questions_of_a_page_take_what_they_are_given(kind: str) -> None:
    for question, name in ABOUT[kind]:
        assert name in {parameter.name for parameter in find(question).parameters}


def test_a_group_has_a_page(answers: Answers) -> None:
    hits = answers.find("领导小组", ["group"])["things"]
    page = answers.thing("group", hits[0]["key"])
    assert set(page["answers"]) == {"members", "group_offices"}
    assert page["answers"]["members"]["rows"]


def test_every_question_is_described_with_what_it_needs(answers: Answers) -> None:
    described = {question["name"]: question for question in answers.questions()}
    assert set(described) == {query.name for query in library().values() if query.listed}
    needed = {parameter["name"] for parameter in described["who_holds"]["parameters"] if parameter["needed"]}
    assert needed == {"body"}


def test_a_workspace_that_is_not_there_is_not_written(small_graph_url: str, tmp_path: Path) -> None:
    Answers(small_graph_url, tmp_path / "none").find("养老")
    assert list(tmp_path.iterdir()) == []
