"""The embedded store: one file, in this process, kept by kglite.

In:  kglite:///path/to/graph.kgl. Out: a Store.

Writing goes through a durable session: each difference is one frame of the log, so that a crash leaves whole projections; a checkpoint
folds the log into the file. What is little beside a large graph is written beside its file instead (`graph.stores.embedded.later`), and no session
is opened. Reading loads the last checkpoint, and what lies beside it, into a frozen graph that knows no writes, also while another process writes.
"""

import os
from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import kglite

from extract.errors import QueryError, StoreError
from graph.projection.schema import EDGES, NODES
from graph.stores.embedded.later import Beside, beside, note_written
from graph.stores.embedded.sessions import (
    OWN_IDENTITY,
    SIDECARS,
    base_of,
    check_beginning,
    check_ours,
    failures,
    fault_of,
    give_up,
    load,
    opened,
    remove,
    run_each,
    run_together,
    session_at,
    version_of,
)
from graph.stores.store import NAME_LIMIT, ROW_CAP, TIME_LIMIT, Reading, Rows, check_read_only
from graph.stores.texts import Texts

if TYPE_CHECKING:  # what is asked needs none of what is built
    from graph.projection.elements import Difference, Held

T = TypeVar("T")
MOST_AT_ONCE = 30_000  # more of them at once would need more memory beside the graph, and no less time
MANY = 30_000  # nodes from which on a transaction costs more by what the graph holds than by what it brings
LEAN = (
    150_000  # nodes and relationships: what a graph was told takes half the memory once it was written and opened again
)


def open_url(url: str, *, writing: bool, rebuild: bool) -> "KgliteStore":
    """The store of a kglite URL; see graph.store.open_store; raises StoreError if it cannot be opened."""
    path = Path(url.removeprefix("kglite://"))
    if os.name == "nt" and str(path).startswith("\\"):
        path = Path(str(path)[1:])
    kglite.set_query_warning_policy("silent")  # an empty label is no news: a graph may hold no project yet
    if not writing:
        return KgliteStore(url, path, load(path), None)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("cannot_write_graph", path=path.parent, fault=error) from error
    check_beginning(path)
    if rebuild:
        target = path.with_name(path.name + ".new")
        if path.exists():
            check_ours(load(path, any_version=True), path, any_version=True)
        remove(target)
        return KgliteStore(url, path, None, session_at(target, path), moved_from=target)
    with failures(path):
        little = beside(path)
    return KgliteStore(url, path, None, None if little else session_at(path, path), little)


class KgliteStore:
    """A kglite graph, read-only (a frozen checkpoint) or writing (beside its file, or in a durable session)."""

    def __init__(
        self,
        url: str,
        path: Path,
        frozen: Any,
        session: Any,
        little: Beside | None = None,
        moved_from: Path | None = None,
    ) -> None:
        self.url = url
        self.texts = Texts()
        self.most_at_once = MOST_AT_ONCE
        self.path = path
        self._frozen = frozen
        self._session = session
        self._little = little  # until more is told than may lie beside the graph, or the graph is asked
        self._moved_from = moved_from  # a rebuilt graph stands here until it takes its place
        self._ahead = True  # the log may hold more than the file, from a build that was cut off
        self.seeks = False  # the engine has no index of relationships
        self._known: dict[object, Any] = {}
        self._told = 0  # nodes and relationships since the session was opened

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        limit: int = ROW_CAP,
        timeout: float = TIME_LIMIT,
    ) -> Rows:
        """Runs one read-only statement; at most `limit` rows come back, `truncated` says if there were more."""
        check_read_only(cypher)
        reader = self._reader()
        try:
            result = reader.cypher(
                cypher, params=dict(parameters or {}), timeout_ms=max(1, int(timeout * 1000)), row_limit=limit
            )
        except kglite.CypherTimeoutError as error:
            raise QueryError("question_longer", seconds=f"{timeout:g}") from error
        except (kglite.KgError, ValueError) as error:
            raise QueryError("graph_cannot_answer", fault=fault_of(error)) from error
        columns = tuple(result.columns)
        rows = tuple(tuple(row[column] for column in columns) for row in result)
        total = (result.diagnostics or {}).get("total_rows")
        return Rows(columns, rows, truncated=total is not None and total > len(rows))

    def known(self, made: Callable[[Reading], T]) -> T:
        """What `made` makes of what it reads; once, of a graph that is read: it is frozen."""

        def read(cypher: str) -> Rows:
            return self.read(cypher, limit=NAME_LIMIT)

        if self._frozen is None:
            return made(read)
        if made not in self._known:
            self._known[made] = made(read)
        known: T = self._known[made]
        return known

    def apply(self, difference: "Difference") -> None:
        """Applies the difference as one frame of the log, or writes it down beside the graph."""
        if not difference:
            return
        from graph.stores.loading import begun, statements

        runs = ((one.cypher, one.rows) for one in statements(difference, OWN_IDENTITY))
        size = sum(map(len, (difference.nodes, difference.edges, difference.gone_nodes, difference.gone_edges)))
        if self._little is not None and self._little.takes(difference, size):
            with failures(self.path):
                self._little.add(difference, runs, size)
            return
        nodes = self._writing().node_count()
        self._ahead = True
        with failures(self.path):
            if difference.begins and nodes >= MANY:
                first = begun(difference, OWN_IDENTITY)
                run_each(self._session, chain([(first.cypher, first.rows)], runs))
            else:
                run_together(self._session, runs)
            self._told += size
            if self._told >= max(LEAN, nodes):
                self._open_again()

    def _open_again(self) -> None:
        """Writes the graph and opens it again: as it was told it takes twice the memory that it takes as it is read."""
        self._session.save()
        self._session.close()
        self._session = None
        kglite.trim_memory()
        self._session, self._told = opened(self._moved_from or self.path), 0

    def marks(self) -> dict[str, str]:
        """The digest of each scope that the graph holds whole."""
        from graph.stores.loading import SCOPE_DIGESTS, SCOPE_MARK

        if self._little is not None:
            return self._little.marks
        return dict(self._all(SCOPE_DIGESTS, prefix=SCOPE_MARK))

    def scopes(self) -> tuple[str, ...]:
        """The jurisdictions of which the store holds anything."""
        if self._little is not None and (known := self._little.scopes) is not None:
            return known
        texts: set[str] = set()
        for label in NODES:
            texts |= {row[0] for row in self._all(f"MATCH (n:{label}) RETURN DISTINCT n.scope AS scope ORDER BY scope")}
        return tuple(sorted(scope for scope in texts if scope is not None))

    def projection(self, scope: str) -> "Held":
        """What the store holds of one jurisdiction."""
        from graph.projection.elements import EdgeRef, Held, NodeRef

        nodes: dict[NodeRef, str] = {}
        edges: dict[EdgeRef, str] = {}
        for label in NODES:
            cypher = f"MATCH (n:{label}) WHERE n.scope = $scope RETURN n.key AS key, n.digest AS digest ORDER BY key"
            nodes |= {NodeRef(label, key): digest for key, digest in self._all(cypher, scope=scope)}
        for edge in EDGES.values():
            for start, end in edge.ends:
                cypher = (
                    f"MATCH (a:{start})-[e:{edge.type}]->(b:{end}) WHERE e.scope = $scope "
                    f"RETURN e.{edge.key} AS key, a.key AS start, b.key AS finish, e.digest AS digest ORDER BY key"
                )
                for key, first, last, digest in self._all(cypher, scope=scope):
                    edges[EdgeRef(edge.type, key, NodeRef(start, first), NodeRef(end, last))] = digest
        return Held(nodes, edges)

    def counts(self) -> dict[str, int]:
        """How many nodes of each label and relationships of each type the store holds."""
        counted = {label: self._all(f"MATCH (n:{label}) RETURN count(n) AS n ORDER BY n")[0][0] for label in NODES}
        counted |= {kind: self._all(f"MATCH ()-[e:{kind}]->() RETURN count(e) AS n ORDER BY n")[0][0] for kind in EDGES}
        return {name: count for name, count in counted.items() if count}

    def schema_version(self) -> int | None:
        """The schema version of the graph; None for an empty store."""
        return version_of(self._reader())

    def checkpoint(self) -> None:
        """Folds the log into the file, and puts a rebuilt graph in the place of the old one; gives readers what lies beside it."""
        if self._little is not None:
            with failures(self.path):
                self._little.complete()
            return
        if self._session is None or self._session.closed or not self._ahead:
            return
        with failures(self.path):
            self._session.save()
            self._ahead = False
            if self._moved_from is not None:
                self._session.close()
                for suffix in SIDECARS:
                    self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
                os.replace(self._moved_from, self.path)
                remove(self._moved_from)
                self._moved_from = self._session = None
                self._session = opened(self.path)
            note_written(self.path, base_of(self._session), self.marks())

    def close(self) -> None:
        """Checkpoints and gives up the file; calling it twice does no harm."""
        if self._little is not None:
            try:
                self.checkpoint()
            finally:
                self._release()
        if self._session is None or self._session.closed:
            return
        try:
            self.checkpoint()
        except StoreError:
            self.discard()
            raise
        with failures(self.path):
            self._session.close()
            self._session = None
        kglite.trim_memory()  # the index of names opens the graph anew in the same process

    def discard(self) -> None:
        """Gives up the file without a checkpoint: what was applied stays in the log, for the next builder."""
        self._release()
        session, self._session = self._session, None
        if session is not None:
            give_up(session)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is None:
            self.close()
        else:
            self.discard()

    def _writing(self) -> Any:
        if self._little is not None:
            self._release()
            self._session = session_at(self.path, self.path)
        if self._session is None:
            raise StoreError("opened_reading", path=self.path)
        return self._session

    def _reader(self) -> Any:
        return self._frozen or self._writing().snapshot()

    def _release(self) -> None:
        little, self._little = self._little, None
        if little is not None:
            little.release()

    def _all(self, cypher: str, **parameters: str) -> list[tuple[Any, ...]]:
        reader = self._reader()
        with failures(self.path):
            result = reader.cypher(cypher, params=parameters, timeout_ms=0)
            return [tuple(row[column] for column in result.columns) for row in result]
