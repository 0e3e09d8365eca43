"""What every page is given: the graph, the language; and answers, cached by the graph's version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboards.views.frame.indexing import earlier_index, index_at_hand
from dashboards.views.frame.pairs import pairs_of
from graph.stores.store import Store
from queries.library import ParameterType, library, statement_of
from queries.run import Table, ask, choices
from queries.run.choices import Choice
from queries.run.former import is_key, present_key
from queries.run.values import LABELS
from queries.search.finding import Found, find
from queries.search.meanwhile import find_meanwhile
from queries.search.near import names_within
from queries.search.one_fact import row_of_fact
from queries.search.reading import Reading, marks_of, passages_of

if TYPE_CHECKING:
    from graph.keeping.sources import Ended

ROWS = 1000
AROUND_ROWS = 60
MOST_CHOICES = 4000
BEGINNINGS = 12  # fields of work that are looked at
MOST_ROLES = 2_000_000
MOST_ROWS = 200_000
MOST_PLACES = 500
MOST_DOUBTS = 20_000


@dataclass(frozen=True, slots=True)
class Face:
    """The graph as the pages see it. `version` changes when the graph does, and with it every cached answer."""

    store: Store
    version: str
    language: str
    workspace: Path | None = None
    read_only: bool = False

    @property
    def undecided(self) -> int:
        """How many findings wait for a person's decision."""
        return _undecided(self.store, self.version)

    @property
    def last_day(self) -> date | None:
        """The last day that any document covers."""
        rows = self.rows("last_day", 1)
        last = rows[0]["last"] if rows else None
        return last if isinstance(last, date) else None

    def find(self, typed: str, limit: int = 20, passages: int = 5) -> Found:
        """What the typed text finds."""
        index = index_at_hand(self.store, self.version, self._folder)
        if index is None:
            older = earlier_index(self.store, self.version, self._folder)
            if older is not None:
                return replace(find(older, typed, limit, (), passages), older=True)
            return _meanwhile(self.store, self.version, typed, limit, passages)
        return find(index, typed, limit, (), passages)

    def names_within(self, typed: str) -> list[str]:
        """Whole names and words of fields of work that stand in the words typed."""
        return names_within(index_at_hand(self.store, self.version, self._folder), typed)

    @property
    def _folder(self) -> Path | None:
        return self.workspace if self.workspace and self.workspace.is_dir() else None

    def beginnings(self, count: int) -> list[str]:
        """Words to begin with, each with an answer: fields of work of which tasks speak; projects where there are too few."""
        topics = (str(row["name"]) for row in self.rows("begin_topic", BEGINNINGS))
        names = list(islice((name for name in topics if self.rows("any_item_with", 1, word=name)), count))
        if len(names) < count:
            names += [str(row["name"]) for row in self.rows("begin_project", count - len(names))]
        return names

    def rows(self, name: str, limit: int = ROWS, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of one of the statements in queries/cypher/inner/pages, cached by the graph's version."""
        return _page_rows(self.store, self.version, name, parameters, limit)

    def places(self) -> list[dict[str, Any]]:
        """The jurisdictions of which bodies have tasks, those with most first."""
        return self.rows("places", MOST_PLACES)

    def pairs(self, place: str, most: int, *, streets: bool) -> list[dict[str, Any]]:
        """The pairs of bodies of a place that share tasks, those that share most first."""
        return _pairs(self.store, self.version, place, streets, most)

    def reading(self, notice: str, fact_id: str = "") -> Reading | None:
        """A notice with its passages and marks, by its key or by a fact in it; None where the graph holds no such notice."""
        key = notice or (self._notice_of(fact_id) if fact_id else "")
        rows = self.rows("notice", 1, key=key) if key else []
        if not rows:
            return None
        row = rows[0]
        facts = _facts_of(self.store, self.version, row["document"])
        doubts = self.rows("doubts_of_file", MOST_DOUBTS, file=row["file"])
        within = row["first"], row["last"]
        passages = passages_of(self.store.texts, row["document"], within, marks_of(facts, row["key"]), doubts, fact_id)
        return Reading(
            row["key"], row["document"], row["file"], row["gazette"], row["issue"], row["page"], row["number"], passages,
            row["page_lines"], row["reading"] == "ocr",
        )  # fmt: skip

    def balance(self) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
        """How many facts each document gives by relation, and how many doubts each file."""
        facts: dict[str, dict[str, int]] = {}
        for row in self.rows("facts_by_document", MOST_ROWS):
            facts.setdefault(str(row["document"]), {})[str(row["relation"]).lower()] = int(row["count"])
        return facts, {str(row["file"]): int(row["count"]) for row in self.rows("doubts_by_file", MOST_ROWS)}

    def cues(self, document: str) -> tuple["Ended", ...]:
        """How the cues of a document ended; nothing where the workspace is not at hand, or did not count them."""
        from graph.workspace import Workspace  # not for the first page, which needs nothing of it

        here = self.workspace is not None and self.workspace.is_dir()
        return Workspace(self.workspace).cues(document) if self.workspace and here else ()

    def passage_of(self, file: str, line: int | None, words: str) -> str:
        """The passage of a file that stands at a line and holds the words; empty where none does."""
        documents = [row["key"] for row in self.rows("issues", ROWS) if row["file"] == file]
        if not documents or line is None:
            return ""
        rows = self._texts(
            "SELECT text FROM passage WHERE document = ? AND line <= ? AND instr(text, ?) ORDER BY line DESC LIMIT 1",
            (documents[0], line, words),
        )
        return str(rows[0][0]) if rows else ""

    def printed(self, document: str, first: int, last: int) -> str:
        """What stands between two offsets of a document, given by its hash or the beginning of it; empty where nothing is known of it."""
        rows = self._texts(
            "SELECT text, first FROM passage WHERE document >= ? AND document < ? AND first <= ? AND last >= ? LIMIT 1",
            (document, f"{document}g", first, last),
        )
        return str(rows[0][0])[first - int(rows[0][1]) : last - int(rows[0][1])] if rows else ""

    def notices_of_facts(self) -> list[tuple[str, str]]:
        """Each fact with the key of the notice in which it stands."""
        rows = self.store.read(statement_of("pages", "notices_of_facts"), {"limit": MOST_ROLES}, limit=MOST_ROLES)
        return [(str(fact), str(notice)) for fact, notice in rows.rows]

    def _notice_of(self, fact_id: str) -> str:
        rows = _row_of_fact(self.store, self.version, "notice_of_fact", fact_id)
        return str(rows[0]["notice"] or "") if rows else ""

    def fact(self, fact_id: str) -> list[dict[str, Any]]:
        """A fact with its quotation and place; none where the graph does not hold it."""
        return _row_of_fact(self.store, self.version, "fact", fact_id)

    def _texts(self, sql: str, given: Sequence[Any]) -> list[tuple[Any, ...]]:
        return self.store.texts.rows(sql, given) if self.store.texts.there else []

    def present_key(self, key: str) -> str | None:
        """The key of now of a thing that had this key before; None for what is no key of a thing."""
        return _present_key(self.store, self.version, key) if is_key(key) else None

    def notice_at(self, place: str) -> str:
        """The key of the notice that holds a place, written document:offset; empty where there is none."""
        document, _, offset = place.rpartition(":")
        if not document or not offset.isdecimal():
            return ""
        rows = self.rows("notice_at", 1, document=document, place=int(offset))
        return str(rows[0]["key"]) if rows else ""

    def counts(self) -> dict[str, int]:
        """How many nodes and relationships of each kind the graph holds."""
        return _counts(self.store, self.version)

    def answer(self, question: str, values: Mapping[str, str], limit: int = ROWS) -> Table:
        """The answer to a question."""
        return _answer(self.store, self.version, question, tuple(sorted(values.items())), limit)

    def choices(self, kind: ParameterType) -> list[Choice]:
        """What a parameter can name; empty where that is too much for a list."""
        return _choices(self.store, self.version, kind.value)

    def source(self, name: str, parameters: Mapping[str, Any], limit: int) -> list[dict[str, Any]]:
        """The rows of one of the statements in queries/cypher/inner/sources."""
        return _source_rows(self.store, self.version, name, parameters, limit)


@st.cache_data(max_entries=200, show_spinner=False)
def _answer(_store: Store, version: str, question: str, values: tuple[tuple[str, str], ...], limit: int) -> Table:
    return ask(_store, library()[question], dict(values), limit=limit)


@st.cache_data(max_entries=20, show_spinner=False)
def _choices(_store: Store, version: str, kind: str) -> list[Choice]:
    label = LABELS.get(ParameterType(kind))
    if label and _counts(_store, version).get(label, 0) > MOST_CHOICES:
        return []  # a list that nobody would read through is not read
    offered = choices(_store, ParameterType(kind))
    return offered if len(offered) <= MOST_CHOICES else []


@st.cache_data(max_entries=40, show_spinner=False)
def _meanwhile(_store: Store, version: str, typed: str, limit: int, passages: int) -> Found:
    return find_meanwhile(_store, typed, limit, passages)


@st.cache_data(max_entries=40, show_spinner=False)
def _facts_of(_store: Store, version: str, document: str) -> list[dict[str, Any]]:
    values = {"document": document, "limit": MOST_ROWS}
    return _store.read(statement_of("pages", "facts_of_document"), values, limit=MOST_ROWS).dicts()


@st.cache_data(max_entries=400, show_spinner=False)
def _page_rows(
    _store: Store, version: str, name: str, parameters: Mapping[str, Any], limit: int
) -> list[dict[str, Any]]:
    return _store.read(statement_of("pages", name), dict(parameters) | {"limit": limit}, limit=limit).dicts()


@st.cache_data(max_entries=40, show_spinner=False)
def _source_rows(
    _store: Store, version: str, name: str, parameters: Mapping[str, Any], limit: int
) -> list[dict[str, Any]]:
    return _store.read(statement_of("sources", name), dict(parameters) | {"limit": limit}, limit=limit).dicts()


@st.cache_data(max_entries=100, show_spinner=False)
def _row_of_fact(_store: Store, version: str, name: str, fact_id: str) -> list[dict[str, Any]]:
    return row_of_fact(_store, statement_of("pages", name), fact_id)


@st.cache_data(max_entries=20, show_spinner=False)
def _pairs(_store: Store, version: str, place: str, streets: bool, most: int) -> list[dict[str, Any]]:
    def rows(name: str, **parameters: Any) -> list[dict[str, Any]]:
        return _store.read(statement_of("pages", name), parameters | {"limit": MOST_ROLES}, limit=MOST_ROLES).dicts()

    roles = rows("roles_on_items", place=place)
    bodies = {row["key"]: row for row in rows("bodies_by_keys", keys=sorted({row["body"] for row in roles}))}
    return pairs_of(roles, bodies, place, streets=streets, most=most)


@st.cache_data(max_entries=400, show_spinner=False)
def _present_key(_store: Store, version: str, key: str) -> str | None:
    return present_key(_store, key)


@st.cache_data(max_entries=4, show_spinner=False)
def _counts(_store: Store, version: str) -> dict[str, int]:
    return _store.counts()


@st.cache_data(max_entries=4, show_spinner=False)
def _undecided(_store: Store, version: str) -> int:
    query = "MATCH (f:Finding) WHERE f.status = 'open' RETURN count(f) AS count"
    return int(_store.read(query, {}).rows[0][0])
