"""The documents as printed, beside a store: one SQLite file with their passages and a full-text index of these, the same for every store.

In:  the documents of jurisdictions. Out: rows by the words that they hold, by file and line, by document and place.

    graph.kgl → graph.texts.db beside it; of a server's graph graph.texts.db of the workspace that it was built from

It is made of the parts of a workspace and can be made again from them at any time: where it is damaged or of another version it begins anew.
A build tells it each jurisdiction in one transaction and notes the digest of its part, by which the next build knows what is there.
"""

import json
import os
import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from extract.errors import QueryError, StoreError
from extract.wording.reasons import Reason, reason
from graph.stores.tokens import spaced
from graph.stores.transaction import together

if TYPE_CHECKING:  # what is asked needs none of what is built
    from graph.projection.elements import Printed, PrintedPassage

ENDING = ".texts.db"
VERSION = 1
SECONDS = 30.0
CHECK_SECONDS = 3600.0
STEPS = 10_000  # of the engine between two looks at the clock
WAIT = 30.0  # seconds for a build that just writes
TABLES = f"""
CREATE TABLE scope (scope TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
  key TEXT PRIMARY KEY, scope TEXT NOT NULL, digest TEXT NOT NULL, file TEXT NOT NULL, name TEXT NOT NULL, issue TEXT, jurisdiction TEXT
  ) WITHOUT ROWID;
CREATE INDEX document_scope ON document (scope);
CREATE INDEX document_file ON document (file);
CREATE TABLE passage (
  id INTEGER PRIMARY KEY, document TEXT NOT NULL, key TEXT NOT NULL, notice TEXT, line INTEGER, first INTEGER NOT NULL,
  last INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX passage_place ON passage (document, first);
CREATE INDEX passage_notice ON passage (notice);
CREATE VIRTUAL TABLE passages USING fts5(tokens, content='', tokenize="unicode61 remove_diacritics 0");
PRAGMA user_version = {VERSION};
"""
INDEXES = """
CREATE INDEX IF NOT EXISTS document_jurisdiction ON document (jurisdiction);
CREATE INDEX IF NOT EXISTS passage_line ON passage (document, line);
"""  # made when texts are next written where a file of before has none
PASSAGE = "INSERT INTO passage (document, key, notice, line, first, last, text) VALUES (?,?,?,?,?,?,?)"
UNINDEX = "INSERT INTO passages (passages, rowid, tokens) VALUES ('delete', ?, ?)"


def beside(url: str) -> Path | None:
    """Where the texts of an embedded graph lie; None of a server, whose graph has no place here."""
    if not url.startswith("kglite:"):
        return None
    path = Path(unquote(urlsplit(url).path))
    return path.with_name(path.stem + ENDING)


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts at a place, to be read; there may be none yet."""

    path: Path | None = None
    anew: bool = False  # who writes them makes them aside and puts them in place whole

    @property
    def there(self) -> bool:
        """Whether there is a file."""
        return self.path is not None and self.path.is_file()

    def address(self) -> str:
        """The file as SQLite attaches it to be read only; StoreError where there is none."""
        if self.path is None:
            raise StoreError("no_texts_of_server")
        if not self.path.is_file():
            raise StoreError("no_texts", path=self.path)
        return f"{self.path.absolute().as_uri()}?mode=ro"

    def rows(self, sql: str, given: Sequence[Any] = (), seconds: float = SECONDS) -> list[tuple[Any, ...]]:
        """The rows of one reading statement; `holds(text, words)` says whether a text has all of some words, given as JSON in
        small letters and without blanks.

        Raises StoreError where there are no texts or they are damaged, QueryError where it takes longer than it may.
        """
        until = time.monotonic() + seconds
        try:
            with closing(sqlite3.connect(self.address(), uri=True, timeout=WAIT)) as connection:
                _check_version(connection)
                connection.create_function("holds", 2, _holds, deterministic=True)
                connection.set_progress_handler(lambda: time.monotonic() > until, STEPS)
                return connection.execute(sql, given).fetchall()
        except sqlite3.Error as error:
            if time.monotonic() > until:
                raise QueryError("question_longer", seconds=f"{seconds:g}") from error
            raise StoreError("texts_damaged", path=self.path, fault=error) from error

    def scopes(self) -> dict[str, str]:
        """The jurisdictions whose texts there are, each with the digest of the part that they came from; none where no file is."""
        try:
            return dict(self.rows("SELECT scope, digest FROM scope"))
        except (StoreError, QueryError):
            return {}

    @contextmanager
    def writing(self) -> Iterator["Written"]:
        """The texts, to be written; begun anew where there is no file, or none of this version, or that is asked for."""
        if self.path is None:
            raise StoreError("no_texts_of_server")
        target = self.path.with_name(self.path.name + ".new") if self.anew else self.path
        try:
            if target.exists() and (self.anew or not _is_ours(target)):
                target.unlink()
            with closing(sqlite3.connect(target, isolation_level=None, timeout=WAIT)) as connection:
                connection.execute("PRAGMA secure_delete=ON")  # what is forgotten must leave the file too
                if not connection.execute("PRAGMA user_version").fetchone()[0]:
                    connection.executescript(f"BEGIN;{TABLES}COMMIT;")
                connection.executescript(INDEXES)
                yield Written(connection)
            if self.anew:
                os.replace(target, self.path)
        except (sqlite3.Error, OSError) as error:
            raise StoreError("cannot_write_place", path=self.path, fault=error) from error

    def wrong(self) -> Reason | None:
        """What is wrong with the file, all of which is read; None where it is sound."""
        try:
            verdict = self.rows("PRAGMA quick_check(1)", seconds=CHECK_SECONDS)
        except (StoreError, QueryError) as error:
            return error.reason
        return None if verdict == [("ok",)] else reason("texts_damaged", path=self.path, fault=verdict[0][0])


class Written:
    """Open texts that are being written; each call is one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._rows = connection

    def scopes(self) -> dict[str, str]:
        """The jurisdictions that are held, each with its digest."""
        return dict(self._rows.execute("SELECT scope, digest FROM scope"))

    def bring(self, scope: str, digest: str, texts: Iterable["Printed"]) -> None:
        """Holds just these documents of a jurisdiction; what stands already is left as it is."""
        now = {text.key: text for text in texts}
        with together(self._rows):
            known = "SELECT key, digest FROM document WHERE scope = ? OR key IN (SELECT value FROM json_each(?))"
            held = dict(self._rows.execute(known, (scope, json.dumps(list(now)))))
            changed = [text for key, text in now.items() if held.get(key) != text.digest]
            self._take_out([*(key for key in held if key not in now), *(text.key for text in changed)])
            for text in changed:
                self._put(scope, text)
            moved = "UPDATE document SET scope = ? WHERE key IN (SELECT value FROM json_each(?)) AND scope <> ?"
            self._rows.execute(moved, (scope, json.dumps(list(now)), scope))
            self._rows.execute("INSERT OR REPLACE INTO scope VALUES (?,?)", (scope, digest))

    def drop(self, scope: str) -> None:
        """Takes a jurisdiction out."""
        with together(self._rows):
            keys = self._rows.execute("SELECT key FROM document WHERE scope = ?", (scope,)).fetchall()
            self._take_out([key for (key,) in keys])
            self._rows.execute("DELETE FROM scope WHERE scope = ?", (scope,))

    def _put(self, scope: str, text: "Printed") -> None:
        stated = text.key, scope, text.digest, text.file, text.name, text.issue, text.jurisdiction
        self._rows.execute("INSERT INTO document VALUES (?,?,?,?,?,?,?)", stated)
        for one in text.passages:
            where = text.key, one.key, one.notice, one.line, one.start, one.end, one.text
            number = self._rows.execute(PASSAGE, where).lastrowid
            self._rows.execute("INSERT INTO passages (rowid, tokens) VALUES (?,?)", (number, spaced(one.text)))

    def _take_out(self, keys: Collection[str]) -> None:
        gone = False
        for key in keys:
            for number, text in self._rows.execute(
                "SELECT id, text FROM passage WHERE document = ?", (key,)
            ).fetchall():
                self._rows.execute(UNINDEX, (number, spaced(text)))
                gone = True
            self._rows.execute("DELETE FROM passage WHERE document = ?", (key,))
            self._rows.execute("DELETE FROM document WHERE key = ?", (key,))
        if gone:  # the index only marks what is gone until it is put together
            self._rows.execute("INSERT INTO passages (passages) VALUES ('optimize')")


def printed_in(texts: Texts) -> Iterator[tuple["Printed", "PrintedPassage"]]:
    """All passages of all documents, in the order of files and places."""
    from graph.projection.elements import Printed, PrintedPassage

    rows = texts.rows("SELECT key, file, name, issue, jurisdiction FROM document ORDER BY file, key")
    for key, file, name, issue, jurisdiction in rows:
        document = Printed(key, file, name, issue, jurisdiction, ())
        passages = "SELECT key, notice, line, first, last, text FROM passage WHERE document = ? ORDER BY first, id"
        for passage in texts.rows(passages, (key,)):
            yield document, PrintedPassage(*passage)


def _holds(text: str, words: str) -> bool:
    lowered = text.lower().replace(" ", "")
    return all(word in lowered for word in json.loads(words))


def _check_version(connection: sqlite3.Connection) -> None:
    if (version := connection.execute("PRAGMA user_version").fetchone()[0]) != VERSION:
        raise sqlite3.DatabaseError(f"version {version}, not {VERSION}")


def _is_ours(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=WAIT)) as connection:  # may have to undo what a crash left half done
            _check_version(connection)
            return True
    except sqlite3.Error:
        return False
