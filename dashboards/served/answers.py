"""What programs ask: questions, search and things, as plain JSON with quotations and limits; the same over HTTP, MCP and `zhize ask --json`.

In:  a store's URL, a workspace, names and values as text. Out: dictionaries that JSON can hold; RefusedError and QueryError as everywhere.

    answers.ask("who_holds", {"body": "区发改局", "on": "2022-06-01"}) → {"rows": [{"post": "局长", …, "citation": {…}}], "notes": […], "rests_on": […]}
"""

import sqlite3
import threading
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dashboards.served.tables import table_as_json
from graph.stores.store import Store, open_store
from queries.library import Query, find, library, wording
from queries.messages import refused
from queries.run import DEFAULT_LIMIT, ask
from queries.search.finding import KINDS, Found
from queries.search.finding import find as find_in
from queries.search.index import index_of

MOST_ROWS = 1_000  # of one answer to a program
MOST_THINGS = 100
Json = dict[str, Any]
ABOUT = {  # kind of thing → the questions that make its page: (question, parameter)
    "official": (("career", "official"), ("record", "official"), ("portfolio", "official"), ("groups_of", "official")),
    "body": (("who_holds", "body"), ("names_of", "body"), ("oversees", "body"), ("items", "body"), ("body_groups", "body"), ("register", "body")),
    "group": (("members", "group"), ("group_offices", "group")),
    "policy": (("policy_chain", "policy"), ("under", "policy")),
}  # fmt: skip
KIND_OF = {"department": "body", "street": "body"}


class Answers:
    """One graph, asked by one program at a time."""

    def __init__(self, url: str, workspace: Path | None, texts: Path | None = None) -> None:
        self.url, self.workspace = url, workspace if workspace and workspace.is_dir() else None
        self.texts = texts  # of a server's graph
        self.lock = threading.Lock()
        self._opened().close()  # what is wrong is said at once, not to the first who asks

    def questions(self) -> list[Json]:
        """All questions: what each answers, its parameters and columns, an example."""
        return [described(query) for query in library().values() if query.listed]

    def ask(self, name: str, typed: Mapping[str, str], limit: int = DEFAULT_LIMIT) -> Json:
        """The answer to a question."""
        query = find(name)
        if not 1 <= limit <= MOST_ROWS:
            raise refused("limit", greatest=MOST_ROWS, limit=limit)
        with self.lock, self._opened() as store:
            return table_as_json(ask(store, query, typed, limit))

    def find(self, words: str, kinds: Sequence[str] = (), limit: int = 20, passages: int = 5) -> Json:
        """What words find: things best first, and passages that hold them."""
        hits = self.hits(words, kinds, limit, passages)
        return {**asdict(hits), "shown": len(hits.things), "all": sum(hits.counts.values())}

    def hits(self, words: str, kinds: Sequence[str] = (), limit: int = 20, passages: int = 0) -> Found:
        """The same as records."""
        if unknown := sorted(set(kinds) - set(KINDS)):
            raise refused("no_kind", kind=unknown[0], kinds=", ".join(KINDS))
        for least, given in ((1, limit), (0, passages)):
            if not least <= given <= MOST_THINGS:
                raise refused("limit", greatest=MOST_THINGS, limit=given)
        with self.lock, self._opened() as store, closing(self._index(store)) as index:
            return find_in(index, words, limit, kinds, passages)

    def thing(self, kind: str, key: str) -> Json:
        """A thing's page: what the questions about its kind answer for it."""
        named = KIND_OF.get(kind, kind)
        if named not in ABOUT:
            raise refused("no_kind", kind=kind, kinds=", ".join(ABOUT))
        with self.lock, self._opened() as store:
            tables = [ask(store, find(question), {name: key}, DEFAULT_LIMIT) for question, name in ABOUT[named]]
        return {"kind": kind, "key": key, "answers": {table.query.name: table_as_json(table) for table in tables}}

    def named(self, kind: str, key: str) -> Json | None:
        """Name, names and place of a thing, from the search index; None where nothing bears the key."""
        with self.lock, self._opened() as store, closing(self._index(store)) as index:
            row = index.execute(
                "SELECT kind, key, name, names, place FROM thing WHERE key = ? AND kind = ?", (key, kind)
            ).fetchone()
        return dict(zip(("kind", "key", "name", "names", "place"), row, strict=True)) if row else None

    def _opened(self) -> Store:
        return open_store(self.url, texts=self.texts)

    def _index(self, store: Store) -> sqlite3.Connection:
        return index_of(store, self.workspace)


def described(query: Query) -> Json:
    """A question as a program needs to know it."""
    columns = wording()[0]
    return {
        "name": query.name,
        "title": {"zh": query.zh, "en": query.en},
        "section": query.section.value,
        "parameters": [
            {
                "name": p.name,
                "type": p.type.value,
                "zh": p.zh,
                "en": p.en,
                "default": p.default,
                "needed": p.default is None,
            }
            for p in query.parameters
        ],
        "columns": [
            {"name": name, "zh": columns[name].zh, "en": columns[name].en}
            for name in query.columns
            if not columns[name].hidden
        ],
        "example": query.example,
    }
