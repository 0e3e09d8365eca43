"""The headline of a question says whom it was asked about, in the place of 某单位; what has no place stands below it."""

import pytest

from dashboards.views.frame.address import Address
from dashboards.views.frame.face import Face
from dashboards.views.questions.title import titled
from graph.stores.store import open_store


@pytest.mark.parametrize(
    ("question", "values", "title", "beside"),
    [
        ("items", {"body": "b-drc"}, "区发展和改革局承担的任务", ""),
        ("items", {"body": "区财政局", "words": "养老"}, "区财政局承担的任务", "条件：事项中的词 “养老”"),
        ("who_holds", {"body": "区财政局", "on": "2022-06-01"}, "2022-06-01 区财政局的职务由谁担任", ""),
        ("who_answers", {"words": "养老"}, "谁负责“养老”", ""),
    ],
)
def test_a_headline_names_what_was_asked_for(
    small_graph_url: str, question: str, values: dict[str, str], title: str, beside: str
) -> None:
    with open_store(small_graph_url) as store:
        assert titled(Face(store, small_graph_url, "zh"), Address(question, values)) == (title, beside)


def test_an_english_headline_keeps_its_words(small_graph_url: str) -> None:
    with open_store(small_graph_url) as store:
        title, beside = titled(Face(store, small_graph_url, "en"), Address("items", {"body": "区财政局"}))
    assert title == "Items of a body"
    assert beside.endswith("区财政局")
