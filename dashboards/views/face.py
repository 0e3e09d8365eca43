"""What every page is given: the graph, the language, the pages to link to; and answers, cached by the graph's version."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from graph.stores.store import Store
from queries.choices import Choice
from queries.library import ParameterType, library, statement_of
from queries.run import Table, ask, choices

ROWS = 1000
AROUND_ROWS = 60
MOST_CHOICES = 4000


@dataclass(frozen=True, slots=True)
class Face:
    """The graph as the pages see it. `version` changes when the graph does, and with it every cached answer."""

    store: Store
    version: str
    language: str
    pages: Mapping[str, st.Page]

    def answer(self, question: str, values: Mapping[str, str], limit: int = ROWS) -> Table:
        """The answer to a question."""
        return _answer(self.store, self.version, question, tuple(sorted(values.items())), limit)

    def choices(self, kind: ParameterType) -> list[Choice]:
        """What a parameter can name; empty where that is too much for a list."""
        return _choices(self.store, self.version, kind.value)

    def source(self, name: str, parameters: Mapping[str, Any], limit: int) -> list[dict[str, Any]]:
        """The rows of one of the statements in queries/cypher/sources."""
        return self.store.read(statement_of("sources", name), dict(parameters) | {"limit": limit}, limit=limit).dicts()


@st.cache_data(max_entries=200, show_spinner=False)
def _answer(_store: Store, version: str, question: str, values: tuple[tuple[str, str], ...], limit: int) -> Table:
    return ask(_store, library()[question], dict(values), limit=limit)


@st.cache_data(max_entries=20, show_spinner=False)
def _choices(_store: Store, version: str, kind: str) -> list[Choice]:
    found = choices(_store, ParameterType(kind))
    return found if len(found) <= MOST_CHOICES else []
