"""Filters keep what they name, and leave all else as it was."""

from graph.stores.store import Store
from queries.library import find
from queries.run import ask


def test_items_are_kept_by_the_word_printed_for_who_leads(store: Store) -> None:
    every = ask(store, find("document_items"), {}).rows
    words = {str(row["role"]) for row in every if row["role"]}
    assert words
    for word in words:
        kept = ask(store, find("document_items"), {"role": word}).rows
        assert kept == tuple(row for row in every if word in str(row["role"]))
    assert ask(store, find("document_items"), {"role": "没有这个词"}).rows == ()
