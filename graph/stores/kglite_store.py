"""The embedded store: one file, in this process, kept by kglite.

In:  kglite:///path/to/graph.kgl. Out: a Store.

Writing goes through a durable session: each difference is one frame of the log, so that a crash leaves whole projections; a checkpoint
folds the log into the file. What is little beside a large graph is written beside its file instead (`graph.stores.later`), and no session
is opened. Reading loads the last checkpoint, and what lies beside it, into a frozen graph that knows no writes, also while another process writes.
"""

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

import kglite

from extract.errors import QueryError, ReadError, StoreError
from extract.wording.reasons import Reason, reason_of
from graph.projection.schema import EDGES, MARK, MARK_KEY, NODES, SCHEMA_VERSION, constraints
from graph.stores.later import (
    BASE_KEY,
    BASE_OF,
    Beside,
    Later,
    Run,
    beside,
    later_of,
    note_written,
    read_later,
    waiting_for,
)
from graph.stores.store import REBUILD, ROW_CAP, TIME_LIMIT, Rows, check_read_only, check_version
from graph.stores.texts import Texts

if TYPE_CHECKING:  # what is asked needs none of what is built
    from graph.projection.elements import Difference, Held

BEGINNING = b"RGF"  # what each file of kglite begins with
OWN_IDENTITY = "key: row[0], id: row[0]"
"""kglite logs each node by an id of its own; one that it made itself may be given again once nodes are gone and the file was saved."""
MOST_AT_ONCE = 200_000  # each transaction costs a little by all that is held already, so a first load takes few
SIDECARS = ("-wal", ".lock", ".lock-owner")
BASE = f"UNWIND $rows AS row MERGE (n:{MARK} {{{OWN_IDENTITY}}}) SET n.digest = row[1]"
VERSION_OF = f"MATCH (n:{MARK} {{key: $key}}) RETURN n.version AS version"


def open_url(url: str, *, writing: bool, rebuild: bool) -> "KgliteStore":
    """The store of a kglite URL; see graph.store.open_store; raises StoreError if it cannot be opened."""
    path = Path(url.removeprefix("kglite://"))
    if os.name == "nt" and str(path).startswith("\\"):
        path = Path(str(path)[1:])
    kglite.set_query_warning_policy("silent")  # an empty label is no news: a graph may hold no project yet
    if not writing:
        return KgliteStore(url, path, _load(path), None)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("cannot_write_graph", path=path.parent, fault=error) from error
    _check_beginning(path)
    if rebuild:
        target = path.with_name(path.name + ".new")
        if path.exists():
            _check_ours(_load(path, any_version=True), path, any_version=True)
        _remove(target)
        return KgliteStore(url, path, None, _session(target, path), moved_from=target)
    with _failures(path):
        little = beside(path)
    return KgliteStore(url, path, None, None if little else _session(path, path), little)


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
            raise QueryError("graph_cannot_answer", fault=_fault(error)) from error
        columns = tuple(result.columns)
        rows = tuple(tuple(row[column] for column in columns) for row in result)
        total = (result.diagnostics or {}).get("total_rows")
        return Rows(columns, rows, truncated=total is not None and total > len(rows))

    def apply(self, difference: "Difference") -> None:
        """Applies the difference as one frame of the log, or writes it down beside the graph."""
        if not difference:
            return
        from graph.stores.loading import statements

        runs = ((one.cypher, one.rows) for one in statements(difference, OWN_IDENTITY))
        size = sum(map(len, (difference.nodes, difference.edges, difference.gone_nodes, difference.gone_edges)))
        if self._little is not None and self._little.takes(difference, size):
            with _failures(self.path):
                self._little.add(difference, runs, size)
            return
        session = self._writing()
        self._ahead = True
        with _failures(self.path):
            _run(session, runs)

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
        return _version(self._reader())

    def checkpoint(self) -> None:
        """Folds the log into the file, and puts a rebuilt graph in the place of the old one; gives readers what lies beside it."""
        if self._little is not None:
            with _failures(self.path):
                self._little.complete()
            return
        if self._session is None or self._session.closed or not self._ahead:
            return
        with _failures(self.path):
            self._session.save()
            self._ahead = False
            if self._moved_from is not None:
                self._session.close()
                for suffix in SIDECARS:
                    self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
                os.replace(self._moved_from, self.path)
                _remove(self._moved_from)
                self._moved_from = None
                self._session = kglite.open_session(str(self.path), durable="full")
            note_written(self.path, _base(self._session), self.marks())

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
        with _failures(self.path):
            self._session.close()

    def discard(self) -> None:
        """Gives up the file without a checkpoint: what was applied stays in the log, for the next builder."""
        self._release()
        session, self._session = self._session, None
        if session is None:
            return
        try:
            session.close()
        except (kglite.KgError, OSError):
            del session  # the lease goes with the handle; the log keeps what was committed

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
            self._session = _session(self.path, self.path)
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
        with _failures(self.path):
            result = reader.cypher(cypher, params=parameters, timeout_ms=0)
            return [tuple(row[column] for column in result.columns) for row in result]


def _session(target: Path, path: Path) -> Any:
    """A durable session with the graph at `target`, which has taken in what lay beside it; `path` is what the user knows."""
    from graph.stores.loading import mark_statement

    with _failures(target):
        session = kglite.open_session(str(target), durable="full")
    try:
        _check_ours(session, path)
        with _failures(target):
            for line in constraints():
                session.execute(line)
            mark = mark_statement(OWN_IDENTITY)
            session.execute(mark.cypher, params={"rows": mark.rows})
            runs = waiting_for(_later_of_writer(target), _base(session), whole=True)
            if runs or not _base(session):
                _run(session, runs)
    except BaseException:
        KgliteStore("", path, None, session).discard()
        raise
    return session


def _run(session: Any, runs: Iterable[Run]) -> None:
    """Runs statements in one transaction, after which the graph bears another word."""
    transaction = session.begin()
    try:
        for cypher, rows in runs:
            transaction.cypher(cypher, params={"rows": rows}, timeout_ms=0)
        transaction.cypher(BASE, params={"rows": [[BASE_KEY, uuid4().hex]]}, timeout_ms=0)
        transaction.commit()
    except BaseException:
        if transaction.active:
            transaction.rollback()
        raise


def _later_of_writer(path: Path) -> Later | None:
    """What lies beside a graph; what is damaged is passed over: the graph lacks it, which the digests say."""
    try:
        return read_later(path)
    except ReadError:
        return None


def _load(path: Path, *, any_version: bool = False) -> Any:
    if not path.is_file():
        raise StoreError("no_graph_at", path=path)
    try:
        later = read_later(path)  # before the graph: what is taken in meanwhile is missing here, and found there
    except ReadError as error:
        raise StoreError("later_damaged", path=later_of(path)) from error
    with _failures(path), warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # a log ahead of the checkpoint: a build runs, or was cut off and will be completed
        graph = kglite.load(str(path))
        if later is not None and later.complete:
            for cypher, rows in waiting_for(later, _base(graph)):
                graph.cypher(cypher, params={"rows": rows}, timeout_ms=0)
        frozen = graph.freeze()
    _check_ours(frozen, path, any_version=any_version)
    return frozen


def _check_beginning(path: Path) -> None:
    """Raises StoreError for another program's file, before anything is written beside it."""
    if not path.is_file() or path.stat().st_size == 0:
        return
    with path.open("rb") as stream:
        if stream.read(len(BEGINNING)) != BEGINNING:
            raise StoreError("graph_damaged", path=path, rebuild=REBUILD)


def _check_ours(reader: Any, path: Path, *, any_version: bool = False) -> None:
    version = _version(reader)
    if version is None and reader.node_count() > 0:
        raise StoreError("graph_of_other", path=path, rebuild=REBUILD)
    if not any_version:
        check_version(version, SCHEMA_VERSION, str(path))


def _version(reader: Any) -> int | None:
    if MARK not in reader.node_types:
        return None
    rows = reader.cypher(VERSION_OF, params={"key": MARK_KEY}).to_list()
    return int(rows[0]["version"]) if rows and rows[0]["version"] is not None else None


def _base(reader: Any) -> str:
    """The word that a graph bears; empty before it was told anything."""
    if MARK not in reader.node_types:
        return ""
    rows = reader.cypher(BASE_OF, params={"key": BASE_KEY}).to_list()
    return str(rows[0]["base"] or "") if rows else ""


def _remove(path: Path) -> None:
    for suffix in ("", *SIDECARS):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextmanager
def _failures(path: Path) -> Iterator[None]:
    try:
        yield
    except kglite.WriterLeaseHeldError as error:
        holder = error.holder
        raise StoreError(
            "graph_being_written", path=path, process=holder.get("pid"), since=holder.get("since")
        ) from error
    except kglite.FileFormatError as error:
        raise StoreError("graph_damaged_because", path=path, rebuild=REBUILD, fault=_fault(error)) from error
    except kglite.ConstraintError as error:
        raise StoreError("graph_refused_change", path=path, fault=_fault(error), rebuild=REBUILD) from error
    except (kglite.KgError, OSError, RuntimeError, ValueError) as error:
        raise StoreError("graph_disk", path=path, fault=_fault(error)) from error


def _fault(error: BaseException) -> Reason:
    """What kglite says, in our words; the error itself stays the cause of ours."""
    return reason_of((str(error).splitlines() or [type(error).__name__])[0])
