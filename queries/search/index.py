"""The search index of a graph: the names in one SQLite file beside the workspace, or in memory where there is none, and the texts beside the store.

In:  a store. Out: an index of names (people, bodies, posts, tasks, projects, documents …), with the texts and their full-text index attached.
It is made from the store alone, so that the embedded engine and Neo4j find the same; a stamp says of which graph it is.
"""

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from graph.stores.embedded.later import state_of
from graph.stores.store import Store
from graph.stores.texts import Texts
from queries.library import statement_of
from queries.search.tokens import folded, pinyin, spaced

VERSION = 6
MOST = 5_000_000
SECONDS = 600.0
ABANDONED = 3600.0  # seconds after which nobody writes a file any more
FILE = "search.db"
FEW = 20_000  # named things of which an index is made within two seconds
NAMED = ("Official", "Organization", "Post", "Task", "Project", "Policy", "Topic", "Place", "Notice")
TABLES = """
CREATE TABLE about (stamp TEXT NOT NULL, url TEXT NOT NULL);
CREATE TABLE thing (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, names TEXT NOT NULL,
  place TEXT NOT NULL, note TEXT NOT NULL, weight INTEGER NOT NULL);
CREATE TABLE said (folded TEXT NOT NULL, full TEXT NOT NULL, initials TEXT NOT NULL, thing INTEGER NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(tokens, content='', tokenize="unicode61 remove_diacritics 0");
"""
INDEXES = ("CREATE INDEX said_initials ON said (initials)",)


@dataclass(slots=True)
class Thing:
    """One thing that can be found: its names, where it lies, and a line about it."""

    kind: str
    key: str
    name: str
    names: list[str] = field(default_factory=list)
    place: str = ""
    note: dict[str, Any] = field(default_factory=dict)
    weight: int = 0


def index_of(store: Store, folder: Path | None) -> sqlite3.Connection:
    """The index of the store's graph, read-only: that beside the workspace if it is of this graph, else one made now."""
    return with_texts(_named(store, folder), store.texts)


def is_large(counts: Mapping[str, int]) -> bool:
    """Whether the index of a graph with so many nodes of each label takes longer than a reader waits."""
    return sum(counts.get(label, 0) for label in NAMED) > FEW


def is_at_hand(store: Store, folder: Path | None) -> bool:
    """Whether the index of the store's graph lies in the folder, so that it needs only to be opened."""
    path = folder / FILE if folder else None
    return path is not None and path.is_file() and _stamp_in(path) == stamp_of(store)


def older_index(store: Store, folder: Path | None) -> sqlite3.Connection | None:
    """The index that was made of an earlier state of the graph at the same place, to search by while that of now is made; None where there is none.

    Not on Windows, where a file that is open cannot be replaced.
    """
    path = folder / FILE if folder else None
    if path is None or os.name == "nt" or not path.is_file():
        return None
    try:
        older = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        if older.execute("SELECT url FROM about").fetchone() == (store.url,):
            return with_texts(older, store.texts)
        older.close()
    except sqlite3.Error:
        return None  # of another version
    return None


def _named(store: Store, folder: Path | None) -> sqlite3.Connection:
    stamp = stamp_of(store)
    path = folder / FILE if folder else None
    if path and path.is_file() and _stamp_in(path) == stamp:
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    if path and os.access(path.parent, os.W_OK):
        write_index(store, path, stamp)
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    memory = sqlite3.connect("file::memory:", uri=True, check_same_thread=False)
    _fill(memory, store, stamp)
    return memory


def with_texts(names: sqlite3.Connection, texts: Texts) -> sqlite3.Connection:
    """The index with the texts attached; without any where there are none: names are found all the same."""
    if texts.there:
        names.execute("ATTACH ? AS texts", (texts.address(),))
    else:
        names.execute("ATTACH ':memory:' AS texts")
        names.execute("CREATE TABLE texts.document (key, file, name, issue)")
        names.execute("CREATE TABLE texts.passage (id, document, key, line, first, last, text)")
        names.execute("CREATE VIRTUAL TABLE texts.passages USING fts5(tokens, content='')")
    return names


def write_index(store: Store, path: Path, stamp: str | None = None) -> None:
    """Writes the index aside and puts it in place at once, so that a reader never sees half of one."""
    aside = path.with_suffix(f".{os.getpid()}.part")
    for left in path.parent.glob(f"{path.stem}.*.part"):  # of this process, or of one that was ended long ago
        if left == aside or time.time() - left.stat().st_mtime > ABANDONED:
            left.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(aside)) as connection:
            connection.execute("PRAGMA journal_mode=OFF")
            _fill(connection, store, stamp or stamp_of(store))
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def stamp_of(store: Store) -> str:
    """What the graph is, in one word: other documents, counts or rules of this index give another."""
    query = "MATCH (d:Document) RETURN d.key AS key ORDER BY key LIMIT $limit"
    documents = store.read(query, {"limit": MOST}, limit=MOST)
    file = Path(unquote(urlsplit(store.url).path)) if store.url.startswith("kglite:") else None
    written = state_of(file) if file else ()
    state = [
        VERSION,
        store.schema_version(),
        sorted(store.counts().items()),
        [row[0] for row in documents.rows],
        written,
    ]
    return hashlib.sha256(json.dumps(state, ensure_ascii=False, default=str).encode()).hexdigest()[:16]


def _stamp_in(path: Path) -> str | None:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            row = connection.execute("SELECT stamp FROM about").fetchone()
            return str(row[0]) if row else None
    except sqlite3.Error:
        return None


def _fill(connection: sqlite3.Connection, store: Store, stamp: str) -> None:
    connection.executescript(TABLES)
    for number, thing in enumerate(things(store), start=1):
        names = list(dict.fromkeys([thing.name, *thing.names]))
        connection.execute(
            "INSERT INTO thing VALUES (?,?,?,?,?,?,?,?)",
            (
                number, thing.kind, thing.key, thing.name, json.dumps(names, ensure_ascii=False), thing.place,
                json.dumps(thing.note, ensure_ascii=False, default=str), thing.weight,
            ),
        )  # fmt: skip
        connection.execute("INSERT INTO words (rowid, tokens) VALUES (?,?)", (number, " | ".join(map(spaced, names))))
        if thing.kind not in ("task", "document"):
            readings = [(folded(name), *pinyin(name, person=thing.kind == "official"), number) for name in names]
            connection.executemany("INSERT INTO said VALUES (?,?,?,?)", readings)
    for line in INDEXES:
        connection.execute(line)
    connection.execute("INSERT INTO about VALUES (?,?)", (stamp, store.url))
    connection.commit()


def things(store: Store) -> Iterator[Thing]:
    """All things of a graph that have a name, each once."""
    yield from _grouped(store, "officials", _official)
    yield from _grouped(store, "bodies", _body)
    yield from _grouped(store, "posts", _post)
    for row in _rows(store, "tasks"):
        yield Thing("task", row["key"], row["name"], note={"leads": row["leads"][:3]}, weight=len(row["leads"]))
    for row in _rows(store, "others"):
        names = [row["number"]] if row["number"] else []
        note = {"leaders": row["leaders"][:3]} if row["leaders"] else {}
        yield Thing(row["kind"], row["key"], row["name"], names, row["place"] or "", note)
    for row in _rows(store, "issues"):
        name = " ".join(str(part) for part in (row["gazette"] or row["file"], row["issue"]) if part)
        yield Thing("document", row["key"], name, [name.replace(" ", "")], note={"dated": row["published"]}, weight=1)
    for row in _rows(store, "notices"):
        source = " ".join(str(part) for part in (row["gazette"] or row["file"], row["issue"]) if part)
        names = [row["number"]] if row["number"] else []
        yield Thing("document", row["key"], row["name"], names, note={"source": source, "dated": row["dated"]})


def _official(rows: list[Mapping[str, Any]]) -> Thing:
    first = rows[0]
    note = {"body": first["body"], "post": first["post"], "last": first["last"]} if first["post"] else {}
    return Thing("official", first["key"], first["name"], names_of(first["names"]), note=note, weight=len(rows))


def _body(rows: list[Mapping[str, Any]]) -> Thing:
    first = rows[0]
    note = {"post": first["post"], "holder": first["holder"], "last": first["last"]} if first["holder"] else {}
    return Thing(
        first["kind"], first["key"], first["name"], names_of(first["names"]), first["place"] or "", note, len(rows)
    )


def _post(rows: list[Mapping[str, Any]]) -> Thing:
    first = rows[0]
    holders = list(dict.fromkeys(row["holder"] for row in rows if row["holder"]))
    names = [f"{name}{first['post']}" for name in names_of(first["names"])]
    note = {"holders": holders[:3], "count": len(holders)}
    return Thing("post", first["key"], f"{first['body']}{first['post']}", names, first["place"] or "", note, len(rows))


def names_of(names: object) -> list[str]:
    """The names of a node; each is a text, or a text with its first and last sighting after a bar."""
    return [str(name).split("|")[0] for name in names] if isinstance(names, list) else []


def _grouped(store: Store, name: str, made: Any) -> Iterator[Thing]:
    group: list[Mapping[str, Any]] = []
    for row in _rows(store, name):
        if group and group[0]["key"] != row["key"]:
            yield made(group)
            group = []
        group.append(row)
    if group:
        yield made(group)


def _rows(store: Store, name: str) -> Iterator[Mapping[str, Any]]:
    rows = store.read(statement_of("search", name), {"limit": MOST}, limit=MOST, timeout=SECONDS)
    for row in rows.rows:
        yield dict(zip(rows.columns, row, strict=True))
