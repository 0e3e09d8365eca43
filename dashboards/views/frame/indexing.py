"""The search index of the graph as the pages have it: at once for a graph of usual size, made beside the pages for a large one.

In:  a store and its version. Out: the index, or None while it is still being made; then the one of the graph's earlier state is searched by,
where there is any, else names are asked of the graph itself.
"""

import sqlite3
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from threading import Thread

import streamlit as st

from extract.errors import GazetteError
from graph.stores.store import Store
from queries.search.index import index_of, is_at_hand, is_large, older_index
from queries.search.making import made_beside


def index_at_hand(store: Store, version: str, folder: Path | None) -> sqlite3.Connection | None:
    """The index, made by whoever asks first; None while that of a large graph is made."""
    made = _index(store, version, folder)
    return made.result() if made.done() else None


@st.cache_resource(max_entries=2, show_spinner=False)
def earlier_index(_store: Store, version: str, folder: Path | None) -> sqlite3.Connection | None:
    """The index of an earlier state of the graph, as it was when this state was first searched."""
    return older_index(_store, folder)


@st.cache_resource(max_entries=2, show_spinner=False)
def _index(_store: Store, version: str, folder: Path | None) -> Future[sqlite3.Connection]:
    made: Future[sqlite3.Connection] = Future()
    if not is_large(_store.counts()) or is_at_hand(_store, folder):
        made.set_result(index_of(_store, folder))
    else:
        earlier_index(_store, version, folder)  # before it is replaced
        Thread(target=make, args=(made, _store, folder), daemon=True, name="make the search index").start()
    return made


def make(made: Future[sqlite3.Connection], store: Store, folder: Path | None) -> None:
    """Has the index made by another process, or makes it where no folder takes it; what goes wrong is said to whoever searches then."""
    try:
        if folder is not None:
            with suppress(GazetteError):
                made_beside(store, folder)
        made.set_result(index_of(store, folder))
    except (GazetteError, sqlite3.Error, OSError) as error:
        made.set_exception(error)
