"""Each question's example gives rows on the gazettes that come with the product, so that the help can be tried as it stands."""

import shlex

import pytest

from graph.stores.store import Store
from queries.library import library
from queries.run import ask

LISTED = [question.name for question in library().values() if question.listed]


@pytest.mark.parametrize("name", LISTED)
def test_the_example_of_a_question_gives_rows(gazettes: Store, name: str) -> None:
    question = library()[name]
    given = dict(part.split("=", 1) for part in shlex.split(question.example))
    assert ask(gazettes, question, given).rows
