"""What the documents say beside an answer."""

from graph.stores.store import open_store
from queries.library import find
from queries.run import ask


def notes(url: str, **typed: str) -> list[str]:
    with open_store(url) as store:
        return [note.text("zh") for note in ask(store, find("stand_ins"), typed).notes]


def test_that_no_document_names_a_stand_in_is_said_of_the_official_asked_about(small_graph_url: str) -> None:
    assert "文件中没有写明由谁与赵明远互为AB角" in notes(small_graph_url, official="赵明远")
    assert not any("AB角" in note for note in notes(small_graph_url))
