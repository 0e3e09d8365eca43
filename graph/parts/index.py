"""Who says what of the things that several jurisdictions may speak of, and what a store holds of them: parts.db of a workspace.

In:  parts, one after another. Out: each thing put together from all that speak of it, and which of them a store has yet to be told.

The index holds names, people, posts, texts and what joins them, never a passage or a fact, so that bringing in one part costs by that part
and by what it shares. It can be made again from the parts at any time: where it is damaged or of another version it begins anew.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from extract.errors import StoreError
from graph.ids import SEPARATOR
from graph.parts.packed import Counts, Part, edge_from, encoded, node_from, row_of_edge, row_of_node
from graph.projection.elements import Edge, EdgeRef, Node, NodeRef
from graph.projection.shared import SHARED, namesakes, one_edge, one_node
from graph.stores.transaction import together

FILE = "parts.db"
VERSION = "2"
BATCH = 5_000
MODULUS = 2**64
TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (sha256 TEXT PRIMARY KEY, stamp TEXT NOT NULL, scope TEXT NOT NULL, letters TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE part (
  scope TEXT PRIMARY KEY, stamp TEXT NOT NULL, judged TEXT NOT NULL, digest TEXT NOT NULL, counts TEXT NOT NULL,
  documents TEXT NOT NULL, ids BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE said (ref TEXT NOT NULL, scope TEXT NOT NULL, digest TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (ref, scope)) WITHOUT ROWID;
CREATE INDEX said_scope ON said (scope);
CREATE TABLE thing (ref TEXT PRIMARY KEY, label TEXT NOT NULL, kind TEXT, name TEXT, digest TEXT, stored TEXT) WITHOUT ROWID;
CREATE INDEX thing_name ON thing (name) WHERE name IS NOT NULL;
CREATE INDEX thing_waits ON thing (ref) WHERE stored IS NOT digest;
CREATE TABLE unsettled (ref TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE about_name (name TEXT NOT NULL, ref TEXT NOT NULL, PRIMARY KEY (name, ref)) WITHOUT ROWID;
"""
Element = Node | Edge
Ref = NodeRef | EdgeRef


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """What is known of a stored document without reading it: by which source file, whose it is, under which letters it issues."""

    stamp: str
    scope: str
    letters: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownPart:
    """What a part was made of when it was last made."""

    stamp: str
    judged: str
    digest: str
    counts: Counts
    documents: frozenset[str]


class Index:
    """An open index; what is written inside `writing` is written together."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._rows = connection

    def writing(self) -> AbstractContextManager[None]:
        """All that is written inside, or nothing."""
        return together(self._rows)

    def told(self, name: str) -> str:
        """A value that was noted under a name; empty where none was."""
        row = self._rows.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def note(self, name: str, value: str) -> None:
        """Notes a value under a name."""
        self._rows.execute("INSERT OR REPLACE INTO meta VALUES (?,?)", (name, value))

    def documents(self) -> dict[str, KnownDocument]:
        """The documents by their hash."""
        rows = self._rows.execute("SELECT sha256, stamp, scope, letters FROM document")
        return {row[0]: KnownDocument(row[1], row[2], frozenset(json.loads(row[3]))) for row in rows}

    def put_documents(self, new: Mapping[str, KnownDocument], gone: Iterable[str]) -> None:
        """Notes documents, and takes others off."""
        rows = ((sha, one.stamp, one.scope, json.dumps(sorted(one.letters))) for sha, one in new.items())
        self._rows.executemany("INSERT OR REPLACE INTO document VALUES (?,?,?,?)", rows)
        self._rows.executemany("DELETE FROM document WHERE sha256 = ?", ((sha,) for sha in gone))

    def parts(self) -> dict[str, KnownPart]:
        """The parts by jurisdiction."""
        rows = self._rows.execute("SELECT scope, stamp, judged, digest, counts, documents FROM part")
        return {
            row[0]: KnownPart(
                row[1], row[2], row[3], msgspec.json.decode(row[4], type=Counts), frozenset(row[5].split())
            )
            for row in rows
        }

    def ids(self) -> Iterator[tuple[str, bytes]]:
        """Each part with the ids of its facts and doubts."""
        yield from self._rows.execute("SELECT scope, ids FROM part ORDER BY scope").fetchall()

    def put(self, part: Part, stamp: str, judged: str, documents: Iterable[str]) -> None:
        """Notes what a part says; what it said before and says no longer is gone."""
        known = dict(self._rows.execute("SELECT ref, digest FROM said WHERE scope = ?", (part.scope,)))
        elements: dict[str, Element] = {text_of(node.ref): node for node in part.shared.nodes}
        elements |= {text_of(edge.ref): edge for edge in part.shared.edges}
        changed = {ref: one for ref, one in elements.items() if known.get(ref) != one.digest}
        gone = known.keys() - elements.keys()
        rows = ((ref, part.scope, one.digest, _data(one)) for ref, one in changed.items())
        self._rows.executemany("INSERT OR REPLACE INTO said VALUES (?,?,?,?)", rows)
        self._rows.executemany("DELETE FROM said WHERE ref = ? AND scope = ?", ((ref, part.scope) for ref in gone))
        self._rows.executemany("INSERT OR IGNORE INTO unsettled VALUES (?)", ((ref,) for ref in (*changed, *gone)))
        counts = msgspec.json.encode(part.counts).decode()
        row = (part.scope, stamp, judged, part.digest, counts, " ".join(sorted(documents)), part.ids)
        self._rows.execute("INSERT OR REPLACE INTO part VALUES (?,?,?,?,?,?,?)", row)

    def drop(self, scope: str) -> None:
        """Takes off all that a part said; the part itself goes once the store has let go of it (`forget`)."""
        self._rows.execute("INSERT OR IGNORE INTO unsettled SELECT ref FROM said WHERE scope = ?", (scope,))
        self._rows.execute("DELETE FROM said WHERE scope = ?", (scope,))

    def forget(self, scope: str) -> None:
        """Takes a part off the list of parts."""
        self._rows.execute("DELETE FROM part WHERE scope = ?", (scope,))

    def settle(self) -> None:
        """Puts together anew what was said of since; afterwards `waiting` knows what a store has yet to be told."""
        names = self._put_together()
        if names:
            self._note_namesakes(names)
            self._put_together()

    def _put_together(self) -> set[str]:
        """Settles what is unsettled; the names of the officials among it, those of before too."""
        total = int(self.told("sum") or "0")
        refs = [row[0] for row in self._rows.execute("SELECT ref FROM unsettled ORDER BY ref")]
        names: set[str] = set()
        for start in range(0, len(refs), BATCH):
            batch = refs[start : start + BATCH]
            marks = ",".join("?" * len(batch))
            query = f"SELECT ref, digest, name FROM thing WHERE ref IN ({marks})"
            before = {ref: (digest, name) for ref, digest, name in self._rows.execute(query, batch)}
            now = {text_of(one.ref): one for one in self.united(batch)}
            for ref in batch:
                old, new = before.get(ref, (None, None)), now.get(ref)
                total += _weight(ref, new.digest if new else None) - _weight(ref, old[0])
                names.update(name for name in (old[1], _name(new)) if name)
            rows = (
                (ref, _label(one), one.kind if isinstance(one, Node) else None, _name(one), one.digest)
                for ref, one in now.items()
            )
            self._rows.executemany(
                "INSERT INTO thing (ref, label, kind, name, digest) VALUES (?,?,?,?,?) ON CONFLICT (ref) DO UPDATE SET "
                "label = excluded.label, kind = excluded.kind, name = excluded.name, digest = excluded.digest",
                rows,
            )
            gone = ((ref,) for ref in batch if ref not in now)
            self._rows.executemany("UPDATE thing SET digest = NULL, name = NULL WHERE ref = ?", gone)
        self._rows.execute("DELETE FROM thing WHERE digest IS NULL AND stored IS NULL")
        self._rows.execute("DELETE FROM unsettled")
        self.note("sum", str(total % MODULUS))
        return names

    def _note_namesakes(self, names: Iterable[str]) -> None:
        """Notes, of officials by these names, which bear one name in one jurisdiction by the documents of several."""
        for name in sorted(names):
            query = "SELECT ref, scope FROM thing JOIN said USING (ref) WHERE name = ? ORDER BY ref, scope"
            scopes: dict[NodeRef, set[str]] = {}
            for ref, scope in self._rows.execute(query, (name,)):
                bearer = ref_from(ref)
                assert isinstance(bearer, NodeRef), "an official is a node"
                scopes.setdefault(bearer, set()).add(scope)
            nodes, edges = namesakes({ref: (name, frozenset(some)) for ref, some in scopes.items()})
            elements: dict[str, Element] = {text_of(node.ref): node for node in nodes}
            elements |= {text_of(edge.ref): edge for edge in edges}
            query = "SELECT ref FROM about_name WHERE name = ?"
            before = {row[0] for row in self._rows.execute(query, (name,))}
            self._rows.executemany(
                "DELETE FROM said WHERE ref = ? AND scope = ?", ((ref, SHARED) for ref in before - elements.keys())
            )
            rows = ((ref, SHARED, one.digest, _data(one)) for ref, one in elements.items())
            self._rows.executemany("INSERT OR REPLACE INTO said VALUES (?,?,?,?)", rows)
            self._rows.execute("DELETE FROM about_name WHERE name = ?", (name,))
            self._rows.executemany("INSERT INTO about_name VALUES (?,?)", ((name, ref) for ref in elements))
            touched = ((ref,) for ref in {*before, *elements})
            self._rows.executemany("INSERT OR IGNORE INTO unsettled VALUES (?)", touched)

    def united(self, refs: Iterable[str]) -> Iterator[Element]:
        """Some things, each put together from all that speak of it; one that nobody speaks of any longer is left out."""
        wanted = sorted(refs)
        for start in range(0, len(wanted), BATCH):
            batch = wanted[start : start + BATCH]
            marks = ",".join("?" * len(batch))
            query = f"SELECT ref, scope, data FROM said WHERE ref IN ({marks}) ORDER BY ref, scope"
            several: list[Element] = []
            for ref, scope, data in self._rows.execute(query, batch).fetchall():
                one = _element(ref, data, scope)
                if several and several[0].ref != one.ref:
                    yield _one(several)
                    several = []
                several.append(one)
            if several:
                yield _one(several)

    def waiting(self, scope: str | None = None) -> dict[str, tuple[str | None, str | None]]:
        """What a store has yet to be told, of all things or of those that one part speaks of: its digest now, and that in the store."""
        if scope is None:
            query, given = "SELECT ref, digest, stored FROM thing WHERE stored IS NOT digest", ()
        else:
            query = "SELECT ref, t.digest, stored FROM said s JOIN thing t USING (ref) WHERE s.scope = ? AND stored IS NOT t.digest"
            given = (scope,)  # type: ignore[assignment]
        return {ref: (digest, stored) for ref, digest, stored in self._rows.execute(query, given)}

    def stored(self, told: Mapping[str, str | None]) -> None:
        """Notes what a store has been told: the digest of each thing, None of one that is gone."""
        rows = ((digest, ref) for ref, digest in told.items())
        self._rows.executemany("UPDATE thing SET stored = ? WHERE ref = ?", rows)
        self._rows.execute("DELETE FROM thing WHERE digest IS NULL AND stored IS NULL")

    def told_all(self) -> None:
        """Notes that a store has been told all, as it is now."""
        self._rows.execute("DELETE FROM thing WHERE digest IS NULL")
        self._rows.execute("UPDATE thing SET stored = digest")

    def everything(self) -> Iterator[Element]:
        """All things, each put together from all that speak of it, in the order of their names."""
        last = ""
        while True:
            query = "SELECT ref FROM thing WHERE ref > ? AND digest IS NOT NULL ORDER BY ref LIMIT ?"
            refs = [row[0] for row in self._rows.execute(query, (last, BATCH))]
            if not refs:
                return
            yield from self.united(refs)
            last = refs[-1]

    def held_by_store(self, held: Mapping[str, str]) -> None:
        """Notes what a store holds of all things, read from the store itself."""
        self._rows.execute("UPDATE thing SET stored = NULL")
        self._rows.execute("DELETE FROM thing WHERE digest IS NULL")
        rows = ((ref, ref.split(SEPARATOR)[0], digest) for ref, digest in held.items())
        self._rows.executemany(
            "INSERT INTO thing (ref, label, stored) VALUES (?,?,?) ON CONFLICT (ref) DO UPDATE SET stored = excluded.stored",
            rows,
        )

    def digest(self) -> str:
        """What stands for all things together, in whatever order they came."""
        return f"{int(self.told('sum') or '0'):016x}"

    def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """How many things of each label and type there are, and how many bodies of each kind."""
        query = "SELECT label, kind, count(*) FROM thing WHERE digest IS NOT NULL GROUP BY label, kind"
        labels: dict[str, int] = {}
        kinds: dict[str, int] = {}
        for label, kind, count in self._rows.execute(query):
            labels[label] = labels.get(label, 0) + count
            if kind:
                kinds[kind] = kinds.get(kind, 0) + count
        return labels, kinds


@contextmanager
def open_index(folder: Path) -> Iterator[Index]:
    """The index of a workspace; begun anew where there is none, or it is not one of this version."""
    path = folder / FILE
    try:
        if path.exists() and not _is_sound(path):
            path.unlink()
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            index = Index(connection)
            if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                connection.executescript(f"BEGIN;{TABLES}COMMIT;")
                index.note("version", VERSION)
            yield index
    except (sqlite3.Error, OSError) as error:
        raise StoreError("cannot_write_place", path=path, fault=error) from error


def text_of(ref: Ref) -> str:
    """A reference as one text."""
    if isinstance(ref, NodeRef):
        return SEPARATOR.join(ref)
    return SEPARATOR.join((ref.type, ref.key, *ref.start, *ref.end))


def ref_from(text: str) -> Ref:
    """The reference of a text."""
    parts = text.split(SEPARATOR)
    if len(parts) == 2:
        return NodeRef(*parts)
    return EdgeRef(parts[0], parts[1], NodeRef(*parts[2:4]), NodeRef(*parts[4:6]))


def _is_sound(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            row = connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
            return bool(row and row[0] == VERSION and connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False


def _data(one: Element) -> bytes:
    return encoded(row_of_node(one) if isinstance(one, Node) else row_of_edge(one))


def _element(ref: str, data: bytes, scope: str) -> Element:
    return node_from(data, scope) if ref.count(SEPARATOR) == 1 else edge_from(data, scope)


def _one(several: list[Element]) -> Element:
    if isinstance(several[0], Node):
        return one_node([one for one in several if isinstance(one, Node)])
    return one_edge([one for one in several if isinstance(one, Edge)])


def _name(one: Element | None) -> str | None:
    """The name of an official, by which namesakes are found; None of anything else."""
    return str(one.properties["name"]) if isinstance(one, Node) and one.label == "Official" else None


def _label(one: Element) -> str:
    return one.label if isinstance(one, Node) else one.type


def _weight(ref: str, digest: str | None) -> int:
    if digest is None:
        return 0
    return int.from_bytes(
        hashlib.sha256(f"{ref}{SEPARATOR}{digest}".encode("utf-8", "surrogatepass")).digest()[:8], "big"
    )
